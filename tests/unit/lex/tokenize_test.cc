// Every fragment is a text with the tokens marked in it; what is not marked must be blank.
#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "lex/scan.h"
#include "lex/token.h"
#include "support/tagged.h"

namespace scp {
namespace {

using testing::Tagged;

// The text with its tokens marked as in a tagged fragment.
std::string shown(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (const Token& token : tokenize(text)) {
    out += text.substr(at, token.begin - at);
    out += "«" + std::string(name_of(token.kind)) + ":";
    out += text.substr(token.begin, token.end - token.begin);
    out += "»";
    at = token.end;
  }
  return out + std::string(text.substr(at));
}

void check_tokens(const std::vector<std::string>& fragments) {
  for (const std::string& fragment : fragments) CHECK(shown(Tagged(fragment).text) == fragment);
}

TEST_CASE("words are syllables") {
  check_tokens({
      "«word:Ủy» «word:ban» «word:nhân» «word:dân» «word:tỉnh» «word:Đắk» «word:Lắk»",
      "«word:hoá» «word:thuỷ»«punctuation:,» «word:Online»",
      "«word:kinh»«punctuation:-»«word:tế»",
  });
}

TEST_CASE("abbreviations are two or more letters, nearly all of them capitals") {
  check_tokens({
      "«word:của» «abbreviation:UBND» «word:tỉnh»",
      "«word:Sở» «abbreviation:NN&PTNT» «word:và» «abbreviation:LĐTBXH»",
      "«word:phát» «word:triển» «abbreviation:KT-XH»",
      "«word:theo» «abbreviation:QCVN» «number:01»",
      "«word:của» «abbreviation:HĐND»«punctuation:,» «abbreviation:MTTQ»",
  });
}

TEST_CASE("a line of capitals holds words, not abbreviations") {
  check_tokens({
      "«word:ỦY» «word:BAN» «word:NHÂN» «word:DÂN»",
      "«word:KẾ» «word:HOẠCH» «word:HÀNH» «word:ĐỘNG»",
  });
}

TEST_CASE("numbers have the form that Vietnamese gives them") {
  check_tokens({
      "«word:đạt» «number:1.234.567,89» «word:tấn»",
      "«number:05» «word:lớp»«punctuation:,» «number:1,5» «word:lần»",
      "«number:1.500»«punctuation:.»",
      "«number:12»«word:m»",
  });
}

TEST_CASE("percentages hold their sign, with one blank or none before it") {
  check_tokens({
      "«percent:70%» «word:các»",
      "«percent:25,6 %» «word:của»",
      "«number:5»  «punctuation:%»",
  });
}

TEST_CASE("ranges are two numbers and a dash of any kind") {
  check_tokens({
      "«range:05 - 08%» «word:mức»",
      "«range:2021-2030»",
      "«range:2021 – 2023» «punctuation:(»«word:và»«punctuation:)»",
      "«range:01- 02» «word:chuỗi»",
      "«range:10,5 - 11%»",
      "«range:5% - 8%»",
  });
}

TEST_CASE("dates have two or three parts") {
  check_tokens({
      "«word:ngày» «date:24/6/2020»",
      "«date:20/6» «word:và» «date:20/12»",
      "«date:6/2025»«punctuation:,» «date:20-11-2017»«punctuation:,» «date:15.9.2017»",
  });
}

TEST_CASE("what cannot be a day or a month is no date") {
  check_tokens({
      "«number:32»«punctuation:/»«number:5»",
      "«number:13»«punctuation:/»«number:2020»",
      "«number:1»«punctuation:/»«number:100»",
  });
}

TEST_CASE("the number of a document is one token") {
  check_tokens({
      "«word:số» «symbol:2960/QĐ-UBND» «word:ngày»",
      "«symbol:57-NQ/TW»«punctuation:,» «symbol:22/2026/NQ-CP»",
      "«symbol:45/2019/QH14»«punctuation:;» «symbol:83/BKHCN-BTTTT-VP»",
      "«symbol:889/QĐ-TTg»«punctuation:.»",
      "«symbol:66.25/2026/NQ-CP»",
      "«symbol:12a/KH-SCT»",
      "«symbol:09-KL/TU»",
  });
}

TEST_CASE("a blank inside the number of a document ends the token") {
  check_tokens({"«number:135» «punctuation:/»«abbreviation:KH-UBND»"});
}

TEST_CASE("Roman numerals are in their usual form") {
  check_tokens({
      "«word:Mục» «roman:III» «word:và» «word:Quý» «roman:IV»",
      "«word:nhóm» «roman:I»«punctuation:,» «roman:IX»",
      "«word:loại» «abbreviation:IIII»",
  });
}

TEST_CASE("enumerators stand at the beginning of a line or a cell") {
  check_tokens({
      "«enumerator:I.» «word:Mục» «word:tiêu»",
      "«enumerator:2.1.» «word:Rà» «word:soát»\n«enumerator:a)» «word:Một»\n«enumerator:đ)» "
      "«word:Năm»",
      "«enumerator:-» «word:Giảm»\n«enumerator:+» «word:Tăng»\n«enumerator:•» «word:Giữ»",
      "«enumerator:1)» «word:Một»\n«enumerator:(2)» «word:Hai»\n«enumerator:A.» «word:Ba»",
      "«word:Cột»\t«enumerator:1.» «word:Một»\n«enumerator:1.1» «word:Hai»",
      "«enumerator:a1)» «word:Một»\n«enumerator:1/» «word:Hai»\n«enumerator:III -» «word:Ba»",
      "«word:xong»\xE2\x80\xA8«enumerator:-» «word:Hai»",
  });
}

TEST_CASE("a bullet may touch its first word") {
  check_tokens({
      "«enumerator:-»«word:Giảm» «word:dần»",
      "«enumerator:+»«word:Tăng» «word:dần»",
      "«enumerator:a)»«word:Một»",
      "«enumerator:1.»«word:Một»",
  });
}

TEST_CASE("the same signs inside a line are no enumerators") {
  check_tokens({
      "«word:phần» «word:a»«punctuation:)» «word:và» «number:2»«punctuation:.»",
      "«word:một» «punctuation:-» «word:hai»",
      "«number:1.500» «word:tấn»",
      "«percent:70%» «word:các»",
      "«date:24/6/2020» «word:là»",
      "«symbol:2960/QĐ-UBND» «word:là»",
  });
}

TEST_CASE("each mark is a token of its own but for the one that ends a document") {
  check_tokens({
      "«word:này»«punctuation:./.»",
      "«word:này» «punctuation:./.»",
      "«punctuation:(»«word:a»«punctuation:;» "
      "«punctuation:“»«word:b»«punctuation:”»«punctuation:)»",
      "«word:a»«punctuation:…»«punctuation:.»",
  });
}

TEST_CASE("the text of symbol fonts and other scripts is kept") {
  check_tokens({
      "«enumerator:\xEF\x82\xB7» «word:Một»",
      "«punctuation:\xE2\x88\x9A»«punctuation:\xEF\xBF\xBD»",
  });
}

TEST_CASE("tokens know whether they begin a line and whether they touch the one before") {
  const auto tokens = tokenize("Số: 5\n- a\tb");
  REQUIRE(tokens.size() == 6);
  std::string lines;
  std::string touching;
  for (const Token& token : tokens) {
    lines += token.line_start ? '^' : '.';
    touching += token.glued ? '<' : '.';
  }
  CHECK(lines == "^..^.^");
  CHECK(touching == ".<....");
}

TEST_CASE("tokens plus gaps rebuild the text, and gaps are blank") {
  const std::string text =
      "  Số: 135 /KH-UBND\n\n\t- Giảm 05 - 08%;\xE2\x80\xA8+ a./. “x” 1.2.3 №5 \xEF\xBF\xBD ½ kg\n";
  std::uint32_t at = 0;
  for (const Token& token : tokenize(text)) {
    REQUIRE(token.begin >= at);
    REQUIRE(token.end > token.begin);
    for (std::uint32_t i = at; i < token.begin; ++i) {
      CHECK(std::string(" \t\n\xE2\x80\xA8").find(text[i]) != std::string::npos);
    }
    at = token.end;
  }
  CHECK(at <= text.size());
}

TEST_CASE("number_value reads dots as groups and a comma as decimals") {
  CHECK(number_value("05") == 5);
  CHECK(number_value("1.234.567,89") == Approx(1234567.89));
  CHECK(number_value("1.500") == 1500);
  CHECK(number_value("1,5") == Approx(1.5));
  CHECK(number_value("1,234,567") == 1234567);
  CHECK(number_value("1,234") == Approx(1.234));
  CHECK(number_value("2.5") == Approx(2.5));
  CHECK(number_value("0.125") == Approx(0.125));
  CHECK(number_value("10.5") == Approx(10.5));
  CHECK(std::isnan(number_value("")));
  CHECK(std::isnan(number_value("1x")));
}

TEST_CASE("roman_value takes the usual form only") {
  CHECK(roman_value("I") == 1);
  CHECK(roman_value("IV") == 4);
  CHECK(roman_value("IX") == 9);
  CHECK(roman_value("XIV") == 14);
  CHECK(roman_value("XXXIX") == 39);
  CHECK(roman_value("XLIX") == 49);
  CHECK(roman_value("MMXXVI") == 2026);
  for (const char* wrong : {"", "IIII", "VX", "IC", "iv", "VV", "XVX", "IVI", "XCL", "MMMM", "A"}) {
    CHECK(roman_value(wrong) == 0);
  }
}

}  // namespace
}  // namespace scp
