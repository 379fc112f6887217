// Texts in legacy encodings, damaged in the ways that happen, and texts that must stay as they are.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "support/cases.h"
#include "support/read_text.h"
#include "support/transcode.h"

namespace scp::testing {
namespace {

constexpr const char* kParagraph =
    "Giám đốc Sở Công Thương chủ trì, phối hợp với các đơn vị liên quan hướng dẫn cơ sở sản xuất "
    "đổi "
    "mới công nghệ, tiết kiệm nguyên liệu; hằng quý tổng hợp kết quả, báo cáo Ủy ban nhân dân "
    "tỉnh. "
    "Những trường hợp vượt thẩm quyền thì đề xuất phương án giải quyết trước ngày 20 của tháng "
    "cuối.\n";

std::string decoded(const std::string& bytes, std::optional<Encoding> encoding = {}) {
  auto source = source_from_bytes(bytes, std::nullopt, {.encoding = encoding});
  REQUIRE(source);
  return clean_text(**source).text;
}

std::uint32_t repaired(const Text& text, std::string_view kind) {
  for (const Repair& repair : text.repairs) {
    if (repair.kind == kind) return repair.count;
  }
  return 0;
}

// The samples, which are composed for the project, as far as they are UTF-8 in NFC.
std::vector<std::string> composed_texts() {
  std::vector<std::string> texts;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(SCPPARSE_SOURCE_DIR) + "/samples")) {
    if (!entry.is_directory()) continue;
    texts.push_back(decoded(read_whole(entry.path() / "input.txt")));
  }
  return texts;
}

TEST_CASE("every vector comes out in its encoding") {
  std::size_t count = 0;
  for (const Case& vector : read_cases("encodings.tsv")) {
    const std::string& name = vector.at("encoding");
    if (name == "double") continue;
    std::string bytes;
    for (const std::string& byte : split(vector.at("bytes"), ' ')) {
      bytes += static_cast<char>(std::stoi(byte, nullptr, 16));
    }
    INFO(name << ": " << vector.at("text"));
    const auto encoding = find_encoding(name);
    REQUIRE(encoding);
    const std::string out = decoded(bytes, encoding);
    const bool small = encoding == Encoding::kTcvn3;
    CHECK((small ? in_small_letters(out) : out) ==
          (small ? in_small_letters(vector.at("text")) : vector.at("text")));
    ++count;
  }
  CHECK(count == 88);
}

TEST_CASE("names of encodings are taken as people write them") {
  CHECK(find_encoding("TCVN3") == Encoding::kTcvn3);
  CHECK(find_encoding("abc") == Encoding::kTcvn3);
  CHECK(find_encoding("VNI_Win") == Encoding::kVniWindows);
  CHECK(find_encoding("CP1258") == Encoding::kWindows1258);
  CHECK(find_encoding("Windows 1258") == Encoding::kWindows1258);
  CHECK(find_encoding("TCVN5712-1:1993") == Encoding::kTcvn57121);
  CHECK(find_encoding("UTF8") == Encoding::kUtf8);
  CHECK(find_encoding("utf-16") == Encoding::kUtf16Le);
  CHECK_FALSE(find_encoding("tcvn4"));
  CHECK_FALSE(find_encoding(""));
}

TEST_CASE("a paragraph of some hundred bytes shows its encoding") {
  const std::string text = kParagraph;
  for (const Encoding encoding : kLegacyEncodings) {
    const std::string bytes = Encoder(encoding)(text);
    INFO(name_of(encoding));
    REQUIRE(bytes.size() < 480);
    const ReadText read(bytes);
    CHECK(in_small_letters(read.text.content) == in_small_letters(text));
    if (has_case(encoding)) CHECK(read.text.content == text);
    // What has no letters of its own in this text is read as the smaller encoding.
    const bool sibling =
        encoding == Encoding::kTcvn57121 && read.source->encoding == Encoding::kTcvn3;
    CHECK((read.source->encoding == encoding || sibling));
    CHECK(repaired(read.text, name_of(read.source->encoding)) > 50);
    CHECK(read.text.misread.empty());
    for (const bool windows : {false, true}) {
      const ReadText wrong(misread(bytes, windows));
      CHECK(in_small_letters(wrong.text.content) == in_small_letters(text));
      CHECK(wrong.source->encoding == Encoding::kUtf8);
      CHECK(wrong.text.misread.size() == 1);
    }
  }
}

TEST_CASE("every letter maps back to the bytes that it was made from") {
  for (const Encoding encoding : kLegacyEncodings) {
    const Encoder encode(encoding);
    const std::string bytes = encode(kParagraph);
    INFO(name_of(encoding));
    for (const bool wrong : {false, true}) {
      const ReadText read(wrong ? misread(bytes, false) : bytes);
      std::uint32_t at = 0;
      std::uint32_t last = 0;
      for (const char32_t c : characters(read.text.content)) {
        std::string letter;
        append_utf8(letter, c);
        const auto next = at + static_cast<std::uint32_t>(letter.size());
        const Span span = read.text.source(at, next);
        CHECK(span.begin == last);
        const std::string found = read.source->bytes.substr(span.begin, span.length());
        const std::string expected = wrong ? misread(encode(c), false) : encode(c);
        CHECK(found == expected);
        CHECK(read.text.lines->locate(span.begin).line == 1);
        at = next;
        last = span.end;
      }
      CHECK(last == read.source->bytes.size());
    }
  }
}

TEST_CASE("columns count letters, not bytes, in a legacy encoding") {
  const std::string text = std::string(kParagraph) + kParagraph;
  const ReadText read(Encoder(Encoding::kVniWindows)(text));
  const std::size_t second = read.text.content.find('\n') + 1;
  const std::size_t word = read.text.content.find("Công", second);
  const auto begin = static_cast<std::uint32_t>(word);
  const LineColumn at = read.text.lines->locate(read.text.source(begin, begin + 1).begin);
  CHECK(at.line == 2);
  CHECK(at.column == 13);
  CHECK(read.text.lines->line_text(2).starts_with("Giám đốc"));
}

struct Score {
  std::size_t right = 0;
  std::size_t all = 0;
  double share() const { return static_cast<double>(right) / static_cast<double>(all); }
};

// Letters with marks that come out as they went in, line by line: what goes wrong in one line does
// not move those of the next.
void compare(const std::string& found, const std::string& expected, Score& score) {
  const auto found_lines = split(found, '\n');
  const auto lines = split(expected, '\n');
  REQUIRE(found_lines.size() == lines.size());
  for (std::size_t line = 0; line < lines.size(); ++line) {
    const auto a = characters(found_lines[line]);
    const auto b = characters(lines[line]);
    for (std::size_t i = 0; i < b.size(); ++i) {
      if (b[i] < 0x80 || !is_syllable_letter(b[i])) continue;
      ++score.all;
      score.right += i < a.size() && a[i] == b[i] ? 1 : 0;
    }
  }
}

TEST_CASE("letters with marks come out right in 995 of 1000, in every encoding") {
  const std::vector<std::string> texts = composed_texts();
  REQUIRE(texts.size() > 10);
  for (const Encoding encoding : kLegacyEncodings) {
    const Encoder encode(encoding);
    Score raw, latin1, windows;
    for (const std::string& text : texts) {
      const std::string bytes = encode(text);
      const std::string as_it_can_be = has_case(encoding) ? text : in_small_letters(text);
      const auto read = [&](const std::string& input) {
        const std::string out = decoded(input);
        return has_case(encoding) ? out : in_small_letters(out);
      };
      compare(read(bytes), as_it_can_be, raw);
      compare(read(misread(bytes, false)), as_it_can_be, latin1);
      compare(read(misread(bytes, true)), as_it_can_be, windows);
    }
    INFO(name_of(encoding) << ": " << raw.share() << " " << latin1.share() << " "
                           << windows.share());
    CHECK(raw.all > 5000);
    CHECK(raw.share() >= 0.995);
    CHECK(latin1.share() >= 0.995);
    CHECK(windows.share() >= 0.995);
  }
  Score doubled;
  for (const std::string& text : texts) compare(decoded(misread(text, true)), text, doubled);
  INFO("UTF-8 made twice: " << doubled.share());
  CHECK(doubled.share() >= 0.995);
}

TEST_CASE("what is Unicode already stays as it is") {
  for (const std::string& text : composed_texts()) CHECK(decoded(text) == text);
  for (
      const std::string& text : std::vector<std::string>{
          "Où est passé l'élève très âgé à la fenêtre ? Ça, c'est à côté du théâtre, près de "
          "l'hôtel "
          "où Noël a été fêté naïvement par maître Benoît, qui était déjà là depuis la création.\n",
          "Die größeren Straßen führen über Köln nach München; Jürgen hört schöne Glöckchen "
          "läuten, "
          "und fünf müde Bären träumen süß von Öl, Käse, Äpfeln, Nüssen und Brötchen.\n",
          "El niño pequeño soñó que mañana comería piñas y jamón; ¿cuándo llegará el señor Ibáñez? "
          "¡Qué lástima! La cigüeña voló según el pingüino.\n",
          "A configuração não está pronta; amanhã começarão as reuniões das associações e das "
          "ações, "
          "então virão também as irmãs, os irmãos e as mães.\n",
          "Það er gott að vera við sjóinn; maðurinn bað um frið og góðan dag á meðan veðrið er "
          "blíða, "
          "og síðan fór hún út með föður sínum.\n",
          "Smörgåsbord är läckert på sjön; flickorna åker båt över älven och äter ål, gädda och "
          "öring "
          "när våren kommer, så länge isen är tunn.\n",
          "20°C, 5 m², 3 m³, ½ tấn, § 5, ±2 µm, «trích», Windows®, ©2020, bảo đảm đo đạc 7×8 và số "
          "5·10³.\n",
          "Москва и Ελλάδα там, где ТАСС, а сайт Web и ООО.\n"}) {
    CHECK(decoded(text) == text);
    const ReadText read(text);
    CHECK(read.text.misread.empty());
    CHECK(read.text.repairs.empty());
  }
}

TEST_CASE("lines in another encoding are found among Unicode") {
  const std::string paragraph = kParagraph;
  for (const Encoding encoding : kLegacyEncodings) {
    const std::string bytes = Encoder(encoding)(paragraph);
    INFO(name_of(encoding));
    for (const std::string& line : {misread(bytes, false), misread(bytes, true), bytes}) {
      const ReadText read(paragraph + line + paragraph);
      const std::string wanted = paragraph + paragraph + paragraph;
      CHECK(in_small_letters(read.text.content) == in_small_letters(wanted));
      REQUIRE(read.text.misread.size() == 1);
      const Misread& part = read.text.misread.front();
      CHECK(part.kind == Stretch::Kind::kLegacy);
      CHECK(part.source.begin == paragraph.size());
      CHECK(read.source->bytes.substr(0, part.source.begin) == paragraph);
      CHECK(part.source.end <= paragraph.size() + line.size());
      CHECK(read.text.lines->locate(part.source.begin).line == 2);
    }
  }
}

TEST_CASE("a heading in TCVN3 inside of a Unicode text is enough") {
  const ReadText read(std::string(kParagraph) + "Céng hßa x· héi chñ nghÜa ViÖt Nam\n" +
                      kParagraph);
  CHECK(read.original("Cộng hòa xã hội") == "Céng hßa x· héi");
  CHECK(repaired(read.text, "tcvn3") == 7);
}

TEST_CASE("too little is left alone, and said") {
  const ReadText read(std::string(kParagraph) + "ViÖt Nam kÕ ho¹ch ®Þnh\n" + kParagraph);
  CHECK(read.text.content.find("ViÖt Nam kÕ ho¹ch ®Þnh") != std::string::npos);
  REQUIRE(read.text.misread.size() == 1);
  CHECK(read.text.misread.front().kind == Stretch::Kind::kUnsettled);
  CHECK(read.text.misread.front().encoding == Encoding::kTcvn3);
  const auto few = source_from_bytes(
      "K\xD5 ho\xB9"
      "ch ph\xB8t tri\xD3n \xAE\xCA\xCA\xCA\xCA",
      "a", {});
  REQUIRE_FALSE(few);
  CHECK(few.problems().front().code == "not-utf8");
}

TEST_CASE("capitals of TCVN3 are those of the word") {
  const auto read = [](const char* line) {
    return decoded(misread(line, false), Encoding::kTcvn3);
  };
  CHECK(read("C\xE9NG H\xDF"
             "A X\xB7 H\xE9I") == "CỘNG HÒA XÃ HỘI");
  CHECK(read("K\xD5 HO\xB9"
             "CH PH\xB8T TRI\xD3N") == "KẾ HOẠCH PHÁT TRIỂN");
  CHECK(read("S\xE8: 12/Q\xA7-UBND") == "Số: 12/QĐ-UBND");
  CHECK(read("\xA7\xE9"
             "c l\xCBp, B\xE9 tr\xAD\xEBng") == "Độc lập, Bộ trưởng");
  CHECK(read("TM. \xF1Y BAN NH\xA2N D\xA2N") == "TM. ỦY BAN NHÂN DÂN");
}

TEST_CASE("a lost letter comes back where the word needs it") {
  std::string text = misread(Encoder(Encoding::kTcvn3)(kParagraph), false);
  for (std::size_t at = text.find("\xC2\xAD"); at != text.npos; at = text.find("\xC2\xAD"))
    text.erase(at, 2);
  const std::string out = decoded(text);
  for (const char* word : {"Thương", "hướng", "trường", "phương", "trước", "Những"}) {
    INFO(word);
    CHECK(out.find(word) != std::string::npos);
  }
}

TEST_CASE("letters of other scripts inside of words become Latin") {
  const ReadText read(
      "Thông tư số 38/2015/TT-BT\u0421 ngày 25 tháng 3; Q\u00D0-UBND; \u00D0iều 5; "
      "\u0422\u0422-BTC\n");
  CHECK(read.text.content ==
        "Thông tư số 38/2015/TT-BTC ngày 25 tháng 3; QĐ-UBND; Điều 5; TT-BTC\n");
  CHECK(repaired(read.text, "homoglyph") == 5);
  CHECK(read.original("TT-BTC") == "TT-BT\u0421");
}

TEST_CASE("letters apart from their marks are found where others are whole") {
  const ReadText mixed("Kế hoạch phát triển\nKê\u0301 hoa\u0323ch\n");
  CHECK(mixed.text.content == "Kế hoạch phát triển\nKế hoạch\n");
  CHECK(mixed.text.lines->locate(mixed.text.first_decomposed.begin).line == 2);
  CHECK(ReadText("Ke\u0302\u0301 hoa\u0323ch\n").text.first_decomposed.empty());
}

TEST_CASE("UTF-16 without a mark is read when nothing speaks against it") {
  std::string little, big;
  for (const char32_t c : characters(kParagraph)) {
    const char high = static_cast<char>(c >> 8);
    const char low = static_cast<char>(c & 0xFF);
    little += {low, high};
    big += {high, low};
  }
  CHECK(decoded(little) == kParagraph);
  CHECK(decoded(big) == kParagraph);
  CHECK(ReadText(little).original("Giám") == little.substr(0, 8));
  little[1] = '\xDC';  // half a surrogate pair
  little[3] = '\xDC';
  CHECK_FALSE(source_from_bytes(little, "a", {}));
}

}  // namespace
}  // namespace scp::testing
