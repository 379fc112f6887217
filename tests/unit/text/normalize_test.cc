#include <catch2/catch.hpp>

#include "support/read_text.h"
#include "support/tagged.h"
#include "text/text.h"

namespace scp {
namespace {

using testing::ReadText;
using testing::Tagged;

std::string clean(const std::string& bytes) {
  return ReadText(bytes).text.content;
}

std::uint32_t repaired(const Text& text, std::string_view kind) {
  for (const Repair& repair : text.repairs) {
    if (repair.kind == kind) return repair.count;
  }
  return 0;
}

TEST_CASE("composed text stays as it is") {
  const std::string plain = "Ủy ban nhân dân tỉnh Trà Vinh: “tăng 5 – 8%” … ½ đồng\n";
  const ReadText read(plain);
  CHECK(read.text.content == plain);
  CHECK(read.text.repairs.empty());
  CHECK(read.text.marks.empty());
  CHECK(read.original("Trà Vinh") == "Trà Vinh");
}

TEST_CASE("decomposed letters are composed and map back to all of their bytes") {
  const ReadText read("Kê\xCC\x81 hoa\xCC\xA3\x63h\n");
  CHECK(read.text.content == "Kế hoạch\n");
  CHECK(repaired(read.text, "not_nfc") == 1);
  CHECK(read.original("Kế") == "Kê\xCC\x81");
  CHECK(read.original("ế") == "ê\xCC\x81");
  CHECK(read.original("hoạch") == "hoa\xCC\xA3\x63h");
  CHECK(read.original("ch") == "ch");
}

TEST_CASE("marks in any order give the same letter") {
  CHECK(clean("ta\xCC\xA3\xCC\x82p") == "tập");
  CHECK(clean("ta\xCC\x82\xCC\xA3p") == "tập");
  CHECK(clean("u\xCC\x9B\xCC\x81ng") == "ứng");
}

TEST_CASE("every kind of line end is a line feed") {
  CHECK(clean("a\r\nb\rc\nd\x0C"
              "e\x0B"
              "f\xC2\x85g") == "a\nb\nc\nd\ne\nf\ng");
  const ReadText read("Kế hoạch\r\nSố: 5\r\n");
  CHECK(read.original("Số: 5") == "Số: 5");
  CHECK(read.original("hoạch\nSố") == "hoạch\r\nSố");
  CHECK(read.original("Kế hoạch") == "Kế hoạch");
}

TEST_CASE("every kind of blank is a space and tabs stay") {
  CHECK(clean("a\xC2\xA0"
              "b\xE2\x80\xAF"
              "c\xE3\x80\x80"
              "d\te") == "a b c d\te");
  const ReadText read(
      "Số:\xC2\xA0"
      "135");
  CHECK(read.original(" ") == "\xC2\xA0");
  CHECK(read.original("Số: 135") ==
        "Số:\xC2\xA0"
        "135");
}

TEST_CASE("invisible characters are set aside and counted") {
  const ReadText read("Kế\xE2\x80\x8B ho\xC2\xADạch\x01 nă\xEF\xBB\xBFm");
  CHECK(read.text.content == "Kế hoạch năm");
  CHECK(repaired(read.text, "zero_width") == 2);
  CHECK(repaired(read.text, "soft_hyphen") == 1);
  CHECK(repaired(read.text, "control_character") == 1);
  CHECK(read.original("hoạch") == "ho\xC2\xADạch");
  CHECK(read.original("Kế") == "Kế");
  REQUIRE(read.text.marks.size() == 4);
  for (const Mark& mark : read.text.marks) CHECK(mark.kind == MarkKind::kInvisible);
  CHECK(read.source->bytes.substr(read.text.marks[1].source.begin, 2) == "\xC2\xAD");
}

TEST_CASE("bytes that are no UTF-8 become U+FFFD, one each") {
  const ReadText read("Kế \xFF\xC3 hoạch " + std::string(400, 'x'));
  CHECK(read.text.content.substr(0, 19) == "Kế \xEF\xBF\xBD\xEF\xBF\xBD hoạch");
  CHECK(repaired(read.text, "invalid_utf8") == 2);
  CHECK(read.original("hoạch") == "hoạch");
  CHECK(read.original("\xEF\xBF\xBD\xEF\xBF\xBD") == "\xFF\xC3");
}

TEST_CASE("a byte order mark is no text and places count from the first byte of the file") {
  const ReadText read("\xEF\xBB\xBFSố: 5");
  CHECK(read.text.content == "Số: 5");
  CHECK(read.text.source(0, 1).begin == 3);
  CHECK(read.original("Số") == "Số");
}

TEST_CASE("UTF-16 maps back to its units") {
  std::string bytes = "\xFF\xFE";
  for (const char c : std::string("So 12")) {
    bytes += c;
    bytes += '\0';
  }
  const ReadText read(bytes);
  CHECK(read.text.content == "So 12");
  CHECK(read.text.source(3, 5) == Span{8, 12});
}

TEST_CASE("half a UTF-16 unit at the end has its place") {
  const ReadText read(
      std::string("\xFF\xFE"
                  "S\0o\0x",
                  7));
  CHECK(read.text.content == "So\xEF\xBF\xBD");
  CHECK(read.text.source(2, 5) == Span{6, 7});
}

TEST_CASE("an empty input is an empty text") {
  const ReadText read("");
  CHECK(read.text.content.empty());
  CHECK(read.text.source(0, 0) == Span{0, 0});
}

TEST_CASE("every byte of the content stands somewhere in the input, in order") {
  const std::string bytes =
      "\xEF\xBB\xBF# **K\xC3\xAA\xCC\x81** "
      "hoạch\r\n<p>Mu\xCC\xA3\x63</p>&amp;\xC2\xA0x\xFF\xE2\x80\x8Bz " +
      std::string(300, 'y');
  const ReadText read(bytes);
  Span before{0, 0};
  for (std::uint32_t i = 0; i < read.text.content.size(); ++i) {
    const Span span = read.text.source(i, i + 1);
    CHECK(span.end <= bytes.size());
    CHECK(span.begin >= before.begin);
    CHECK(span.end >= before.end);
    before = span;
  }
}

}  // namespace
}  // namespace scp
