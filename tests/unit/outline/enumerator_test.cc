#include "outline/enumerator.h"

#include <catch2/catch.hpp>

namespace scp {
namespace {

TEST_CASE("enumerators are read by their form") {
  struct Wanted {
    const char* written;
    Scheme scheme;
    const char* value;
    std::uint32_t ordinal;
  };
  const Wanted all[] = {
      {"I.", Scheme::kRoman, "I", 1},
      {"XIV.", Scheme::kRoman, "XIV", 14},
      {"III -", Scheme::kRoman, "III", 3},
      {"A.", Scheme::kCapital, "A", 1},
      {"1.", Scheme::kNumber, "1", 1},
      {"01.", Scheme::kNumber, "1", 1},
      {"10.", Scheme::kNumber, "10", 10},
      {"2)", Scheme::kParenNumber, "2", 2},
      {"(3)", Scheme::kInParens, "3", 3},
      {"2.1.", Scheme::kDotted2, "2.1", 1},
      {"2.10", Scheme::kDotted2, "2.10", 10},
      {"1.2.3.", Scheme::kDotted3, "1.2.3", 3},
      {"a)", Scheme::kLetter, "a", 1},
      {"đ)", Scheme::kLetter, "đ", 5},
      {"-", Scheme::kDash, "-", 0},
      {"–", Scheme::kDash, "-", 0},
      {"+", Scheme::kPlus, "+", 0},
      {"•", Scheme::kBullet, "•", 0},
      {"*", Scheme::kBullet, "*", 0},
      {"o", Scheme::kBullet, "o", 0},
      {"1-", Scheme::kNumber, "1", 1},
      {"1/", Scheme::kNumber, "1", 1},
      {"1a.", Scheme::kNumber, "1a", 0},
      {"I/", Scheme::kRoman, "I", 1},
      {"ii)", Scheme::kSmallRoman, "ii", 2},
      {"iv)", Scheme::kSmallRoman, "iv", 4},
      {"(iii)", Scheme::kSmallRoman, "iii", 3},
      {"i)", Scheme::kLetter, "i", 9},
  };
  for (const Wanted& wanted : all) {
    INFO(wanted.written);
    const Enumerator e = read_enumerator(wanted.written, 0);
    CHECK(e.scheme == wanted.scheme);
    CHECK(e.value == wanted.value);
    CHECK(e.ordinal == wanted.ordinal);
  }
}

TEST_CASE("a capital that follows another one is a letter, not a numeral") {
  CHECK(read_enumerator("I.", 'H').scheme == Scheme::kCapital);
  CHECK(read_enumerator("I.", 'A').scheme == Scheme::kRoman);
  CHECK(read_enumerator("C.", 'B').scheme == Scheme::kCapital);
  CHECK(read_enumerator("D.", 0).scheme == Scheme::kCapital);
}

TEST_CASE("a small i, v or x may be a numeral") {
  CHECK(as_small_roman(read_enumerator("i)", 0)).scheme == Scheme::kSmallRoman);
  CHECK(as_small_roman(read_enumerator("i)", 0)).ordinal == 1);
  CHECK(as_small_roman(read_enumerator("v)", 0)).ordinal == 5);
  CHECK(as_small_roman(read_enumerator("k)", 0)).scheme == Scheme::kLetter);
}

TEST_CASE("points run through the Vietnamese alphabet") {
  CHECK(point_ordinal("a") == 1);
  CHECK(point_ordinal("d") == 4);
  CHECK(point_ordinal("đ") == 5);
  CHECK(point_ordinal("e") == 6);
  CHECK(point_ordinal("g") == 7);
  CHECK(point_ordinal("y") == 23);
  for (const char* strange : {"f", "j", "w", "z", "", "ab", "A"})
    CHECK(point_ordinal(strange) == 0);
}

TEST_CASE("schemes say what kind of section they number") {
  CHECK(node_kind(Scheme::kRoman) == NodeKind::kSection);
  CHECK(node_kind(Scheme::kArticle) == NodeKind::kArticle);
  CHECK(node_kind(Scheme::kDotted3) == NodeKind::kClause);
  CHECK(node_kind(Scheme::kLetter) == NodeKind::kPoint);
  CHECK(node_kind(Scheme::kSmallRoman) == NodeKind::kPoint);
  CHECK(node_kind(Scheme::kHeading) == NodeKind::kSection);
  CHECK(node_kind(Scheme::kPlus) == NodeKind::kBullet);
  CHECK(node_kind(Scheme::kNone) == NodeKind::kParagraph);
}

}  // namespace
}  // namespace scp
