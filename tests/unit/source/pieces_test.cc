// Texts that hold letters of a legacy encoding that somebody has saved as UTF-8.
#include <catch2/catch.hpp>
#include <string>

#include "source/detect.h"
#include "source/recode.h"
#include "source/source_file.h"

namespace scp {
namespace {

std::string decoded(const std::string& text, std::optional<Encoding> asked = std::nullopt) {
  SourceOptions options;
  options.encoding = asked;
  const auto source = source_from_bytes(text, "a.txt", options);
  REQUIRE(source);
  std::string out;
  OffsetMap map;
  RecodeCounts counts;
  recode((*source)->utf8, (*source)->pieces, out, map, counts);
  return out;
}

const std::string kUnicode =
    "KẾ HOẠCH\nHỗ trợ người dân vùng cao\nNâng cao đời sống của người dân, giữ gìn bản sắc.\n";
const std::string kLegacy =
    "Hç trî söa ch÷a nhµ cöa cho c¸c hé nghÌo, x©y dùng c¸c c«ng tr×nh phßng chèng thiªn tai.\n";

TEST_CASE("cells in Unicode beside cells of a legacy encoding stay as they are") {
  const std::string table =
      "1\tHç trî söa ch÷a nhµ cöa cho c¸c hé nghÌo\tUBND xã\tN¨m 2026\n"
      "2\tTËp huÊn kü thuËt trång trät, ch¨n nu«i\tBan Dân tộc\tN¨m 2027\n"
      "3\tMë líp d¹y nghÒ n«ng th«n\txã, thông tin\tN¨m 2028\n";
  CHECK(decoded(kUnicode + table) ==
        kUnicode +
            "1\tHỗ trợ sửa chữa nhà cửa cho các hộ nghèo\tUBND xã\tNăm 2026\n"
            "2\tTập huấn kỹ thuật trồng trọt, chăn nuôi\tBan Dân tộc\tNăm 2027\n"
            "3\tMở lớp dạy nghề nông thôn\txã, thông tin\tNăm 2028\n");
}

TEST_CASE("a single word is read in an encoding that is sure elsewhere in the text") {
  CHECK(decoded(kUnicode + kLegacy + "GI¸M §èC\n").find("GIÁM ĐỐC") != std::string::npos);
  CHECK(decoded(kUnicode + "GI¸M §èC\n") == kUnicode + "GI¸M §èC\n");
}

TEST_CASE("the encoding that is asked for changes only what can be in it where there is Unicode") {
  const std::string line = "Tham mưu bố trí kinh phí. Phó Giám đốc ký. Së Y tÕ.\n";
  CHECK(decoded(kUnicode + line, Encoding::kTcvn3) ==
        kUnicode + "Tham mưu bố trí kinh phí. Phó Giám đốc ký. Sở Y tế.\n");
}

TEST_CASE("names that are no words of Vietnamese are read with the text around them") {
  CHECK(
      decoded(kLegacy + kLegacy + "C­ Jót, Kr«ng N«, §¾k R'LÊp\n").find("Cư Jút, Krông Nô, Đắk") !=
      std::string::npos);
}

// The bytes that somebody read as Latin-1 to get this text.
std::string as_bytes(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      out += text[i];
      continue;
    }
    const auto trail = static_cast<unsigned char>(text[++i]);
    out += static_cast<char>(((lead & 0x03U) << 6U) | (trail & 0x3FU));
  }
  return out;
}

TEST_CASE("a control code between capitals is a capital of TCVN 5712-1") {
  const auto read = [](const std::string& heading) {
    const auto source = source_from_bytes(as_bytes(heading + kLegacy), "a.txt", {});
    REQUIRE(source);
    return std::pair((*source)->encoding,
                     std::string((*source)->utf8.substr(0, (*source)->utf8.find('\n'))));
  };
  CHECK(read("I. M\x02"
             "C TI£U\n") == std::pair(Encoding::kTcvn57121, std::string("I. MỤC TIÊU")));
  CHECK(read("I. Phô lôc\n").first == Encoding::kTcvn3);
}

TEST_CASE("a mis-read text that was decomposed afterwards") {
  // "bÕn" with the mark of Õ apart
  CHECK(decoded(kLegacy + kLegacy + "BO\xCC\x83n Tre\n").find("Bến Tre") != std::string::npos);
}

TEST_CASE("an abbreviation in capitals gives its neighbours none") {
  CHECK(decoded(kLegacy + kLegacy + "Së NN&PTNT, Së GTVT, Bé TN&MT\n")
            .find("Sở NN&PTNT, Sở GTVT, Bộ TN&MT") != std::string::npos);
  CHECK(decoded(kLegacy + kLegacy + "Uû BAN NH¢N D¢N TØNH\n").find("ỦY") == std::string::npos);
}

TEST_CASE("a numeral of look-alikes alone in a line of Latin letters") {
  CHECK(decoded("\xD0\x86\xD0\x86. NHIỆM VỤ\nquý \xD0\x86\xD0\x86/2026\n") ==
        "II. NHIỆM VỤ\nquý II/2026\n");
  const std::string other = "\xD0\x86 \xD0\xB4\xD0\xBE\xD0\xBC abc\n";  // with a letter of its own
  CHECK(decoded(other) == other);
}

}  // namespace
}  // namespace scp
