#include "source/offset_map.h"

#include <catch2/catch.hpp>

namespace scp {
namespace {

TEST_CASE("a map without replacements is the identity") {
  OffsetMap map;
  map.copy(7);
  CHECK(map.identity());
  CHECK(map.derived_size() == 7);
  CHECK(map.origin_size() == 7);
  CHECK(map.range(2, 5) == Span{2, 5});
}

// origin   S : * * 2 9 * * /        derived   S : 2 9 /
OffsetMap with_deletions() {
  OffsetMap map;
  map.copy(2);
  map.replace(0, 2);
  map.copy(2);
  map.replace(0, 2);
  map.copy(1);
  return map;
}

TEST_CASE("ranges leave out what was deleted around them and hold what was deleted inside") {
  const OffsetMap map = with_deletions();
  CHECK(map.range(0, 2) == Span{0, 2});
  CHECK(map.range(2, 4) == Span{4, 6});
  CHECK(map.range(4, 5) == Span{8, 9});
  CHECK(map.range(2, 5) == Span{4, 9});
  CHECK(map.range(0, 5) == Span{0, 9});
}

TEST_CASE("loose ranges hold what was deleted next to them") {
  const OffsetMap map = with_deletions();
  CHECK(map.loose_range(2, 4) == Span{2, 8});
  CHECK(map.loose_range(0, 2) == Span{0, 4});
}

TEST_CASE("an empty range is a place, not a width") {
  const OffsetMap map = with_deletions();
  CHECK(map.range(4, 4).empty());
  CHECK(map.range(5, 5) == Span{9, 9});
}

TEST_CASE("a segment of other length is mapped as a whole") {
  OffsetMap map;
  map.copy(1);
  map.replace(3, 5);  // a letter of three bytes from a letter and two marks
  map.copy(1);
  CHECK(map.range(1, 4) == Span{1, 6});
  CHECK(map.range(0, 1) == Span{0, 1});
  CHECK(map.range(4, 5) == Span{6, 7});
  CHECK(map.range(2, 3) == Span{1, 6});
}

TEST_CASE("inserted characters have no width in the origin") {
  OffsetMap map;
  map.copy(2);
  map.replace(3, 0);
  map.copy(2);
  CHECK(map.range(2, 5).empty());
  CHECK(map.range(0, 2) == Span{0, 2});
  CHECK(map.range(5, 7) == Span{2, 4});
  CHECK(map.range(0, 7) == Span{0, 4});
}

}  // namespace
}  // namespace scp
