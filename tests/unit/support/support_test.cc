#include <array>
#include <catch2/catch.hpp>

#include "support/sha256.h"
#include "support/suggest.h"

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

}  // namespace
}  // namespace scp
