#include "grammar/words.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace scp {
namespace {

std::string folded(std::string_view word) {
  std::string out;
  return fold_word(word, out) ? out : "too long";
}

std::string bare(std::string_view word) {
  std::string out;
  return fold_word_bare(word, out) ? out : "too long";
}

// Pieces of a text: words as they are, <connector>, (bracket), !stop!.
std::string pieces(std::string_view text) {
  WordCutter cutter(text);
  Piece piece;
  std::string out;
  while (cutter.next(piece)) {
    if (!out.empty()) out += ' ';
    const std::string written(text.substr(piece.begin, piece.end - piece.begin));
    switch (piece.kind) {
      case Piece::Kind::kWord:
        out += written;
        break;
      case Piece::Kind::kConnector:
        out += "<" + written + ">";
        break;
      case Piece::Kind::kBracket:
        out += "B";
        break;
      case Piece::Kind::kStop:
        out += "!" + written + "!";
        break;
    }
  }
  return out;
}

TEST_CASE("words are folded in case") {
  CHECK(folded("UBND") == "ubnd");
  CHECK(folded("ĐẮK") == "đắk");
  CHECK(folded("Ơ") == "ơ");
  CHECK(folded("ƯỚC") == "ước");
  CHECK(folded("ỸỶỲ") == "ỹỷỳ");
  CHECK(folded("Ÿ") == "ÿ");
  CHECK(folded("×") == "×");
}

TEST_CASE("the tone of an open rime goes to its first vowel") {
  CHECK(folded("hoá") == "hóa");
  CHECK(folded("HOÁ") == "hóa");
  CHECK(folded("hóa") == "hóa");
  CHECK(folded("khoẻ") == "khỏe");
  CHECK(folded("Thuỷ") == "thủy");
  CHECK(folded("Uỷ") == "ủy");
  CHECK(folded("hoà") == "hòa");
}

TEST_CASE("quý, closed syllables and other vowels keep their tone") {
  for (const char* word : {"quý", "quỳ", "toán", "huýt", "hoặc", "khoăn", "oa", "uy", "tuế"}) {
    CHECK(folded(word) == word);
  }
}

TEST_CASE("decomposed letters fold to composed ones, in any order of marks") {
  CHECK(folded("Hoa\xCC\x81") == "hóa");
  CHECK(folded("nghie\xCC\x82\xCC\xA3p") == "nghiệp");
  CHECK(folded("nghie\xCC\xA3\xCC\x82p") == "nghiệp");
  CHECK(folded("u\xCC\x9B\xCC\x81"
               "c") == "ức");
  CHECK(folded("a\xCC\x86\xCC\x80") == "ằ");
}

TEST_CASE("a bare word has no diacritics") {
  CHECK(bare("Đường") == "duong");
  CHECK(bare("PHỤ") == "phu");
  CHECK(bare("LỤC") == "luc");
  CHECK(bare("thuỷ") == "thuy");
  CHECK(bare("ưỡn") == "uon");
}

TEST_CASE("a word longer than any phrase has no folded form") {
  CHECK(folded(std::string(kMaxWordLetters, 'a')) == std::string(kMaxWordLetters, 'a'));
  CHECK(folded(std::string(kMaxWordLetters + 1, 'a')) == "too long");
  std::string vowels;
  for (std::size_t i = 0; i <= kMaxWordLetters; ++i) vowels += "ế";
  CHECK(folded(vowels) == "too long");
}

TEST_CASE("letters come apart and together again") {
  for (const char32_t base : U"aăâeêioôơuưy") {
    if (base == 0) continue;
    for (int tone = 0; tone < 6; ++tone) {
      const char32_t whole = latin::put_together({base, static_cast<latin::Tone>(tone)});
      CHECK(latin::take_apart(whole).base == base);
      CHECK(static_cast<int>(latin::take_apart(whole).tone) == tone);
      CHECK(latin::lower_case(latin::upper_case(whole)) == whole);
      CHECK(latin::upper_case(whole) != whole);
    }
  }
  CHECK(latin::take_apart('b').base == 0);
  CHECK(latin::lower_case(U'Đ') == U'đ');
  CHECK(latin::upper_case(U'đ') == U'Đ');
}

TEST_CASE("bad UTF-8 is one replacement character for each byte") {
  for (const std::string bytes : {"\x80", "\xC3", "\xE1\xBA", "\xF0\x9F\x98", "\xFF", "\xC0\x80"}) {
    std::size_t at = 0;
    std::size_t count = 0;
    while (at < bytes.size()) {
      next_code_point(bytes, at);
      ++count;
    }
    CHECK(at == bytes.size());
    CHECK(count == bytes.size());
  }
}

TEST_CASE("text is cut into words, connectors and stops") {
  CHECK(pieces("Sở NN&PTNT, các sở - ban") == "Sở NN <&> PTNT <,> các sở <-> ban");
  CHECK(pieces("đồng/năm – quý") == "đồng </> năm <–> quý");
  CHECK(pieces("Chủ trì: Sở; (ban).") == "Chủ trì !:! Sở !;! B ban B !.!");
  CHECK(pieces("a\n\tb\xC2\xA0"
               "c") == "a b c");
  CHECK(pieces("\"a\" “b”") == "!\"! a !\"! !“! b !”!");
  CHECK(pieces("1.234 m² 5% CO₂") == "1 !.! 234 m² 5 % CO₂");
  CHECK(pieces("") == "");
  CHECK(pieces("  ") == "");
}

TEST_CASE("a full stop after a short word in capitals joins it to the next") {
  CHECK(pieces("TP. Hồ Chí Minh") == "TP <.> Hồ Chí Minh");
  CHECK(pieces("VP.UBND") == "VP <.> UBND");
  CHECK(pieces("TT.HĐND") == "TT <.> HĐND");
  CHECK(pieces("UBND . Sở") == "UBND !.! Sở");
  CHECK(pieces("tỉnh. Sở") == "tỉnh !.! Sở");
  CHECK(pieces("QUYẾT. A") == "QUYẾT <.> A");
  CHECK(pieces("ĐƯỜNGA. B") == "ĐƯỜNGA !.! B");
  CHECK(pieces(".") == "!.!");
}

}  // namespace
}  // namespace scp
