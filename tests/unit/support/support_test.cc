#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "support/sha256.h"
#include "support/suggest.h"
#include "support/usual_text.h"

namespace scp {
namespace {

TEST_CASE("SHA-256 of the standard's own examples") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("edits are counted") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("abc", "") == 3);
  CHECK(edit_distance("abc", "abd") == 1);
  CHECK(edit_distance("chekc", "check") == 1);
  CHECK(edit_distance("fromat", "format") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("only what is near is suggested") {
  constexpr std::array<std::string_view, 3> kKnown = {"json", "yaml", "ndjson"};
  CHECK(nearest("jsno", kKnown) == "json");
  CHECK(nearest("njson", kKnown) == "json");
  CHECK(nearest("xml", kKnown).empty());
  CHECK(nearest("", kKnown).empty());
  CHECK(nearest(std::string(100, 'x'), kKnown).empty());
}

// usual_end(), one character at a time.
std::size_t usual_end_by_hand(std::string_view text, std::size_t at, bool quotes) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  while (at < text.size()) {
    const unsigned lead = byte(at);
    if (lead >= 0x20 && lead <= 0x7E && (quotes || (lead != '"' && lead != '\\'))) {
      ++at;
    } else if (lead >= 0xC3 && lead <= 0xC6 && tail(at + 1)) {
      at += 2;
    } else if (lead == 0xE1 && byte(at + 1) >= 0xB8 && byte(at + 1) <= 0xBB && tail(at + 2)) {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

TEST_CASE("usual text ends where the first other character begins") {
  constexpr std::array<std::string_view, 16> kPieces = {
      "a",    "Quý",      "ồ",    "đ",           " ", "kế hoạch số 2960/QĐ-UBND",
      "\"",   "\\",       "\n",   "\x7F",        "–", "\xE1",
      "\xC3", "\xE1\xBA", "\xBB", "\xE1\xB4\x80"};
  constexpr std::size_t kOften = 6;  // the first of them
  std::mt19937 random(7);
  std::size_t inside = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t pieces = random() % 12; pieces > 0; --pieces) {
      const bool often = random() % 8 != 0;
      text += kPieces[random() % (often ? kOften : kPieces.size())];
    }
    CAPTURE(i, text);
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t printable = usual_end_by_hand(text, at, true);
      const std::size_t unquoted = usual_end_by_hand(text, at, false);
      REQUIRE(usual_end<Usual::kPrintable>(text, at) == printable);
      REQUIRE(usual_end<Usual::kUnquoted>(text, at) == unquoted);
      inside += printable > at && printable < text.size() ? 1 : 0;
      at = unquoted + 1;
    }
  }
  CHECK(inside > 1000);
}

}  // namespace
}  // namespace scp
