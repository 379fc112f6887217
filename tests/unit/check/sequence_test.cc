#include "check/sequence.h"

#include <catch2/catch.hpp>
#include <string>

namespace scp {
namespace {

// "1 2 |1": a bar before what the text introduces. Gives "gap@i" and "order@i" by index.
std::string breaks(const std::string& numbers, FirstOrdinal first = FirstOrdinal::kOne) {
  std::vector<Numbered> items;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == ' ') continue;
    const bool introduced = numbers[i] == '|';
    if (introduced) ++i;
    items.push_back({static_cast<std::uint32_t>(numbers[i] - '0'), introduced});
  }
  std::string out;
  for (const SequenceBreak& found : sequence_breaks(items, first)) {
    if (!out.empty()) out += ' ';
    out += (found.gap ? "gap@" : "order@") + std::to_string(found.at) + "<" +
           std::to_string(found.previous);
  }
  return out;
}

TEST_CASE("a whole sequence has no breaks") {
  CHECK(breaks("").empty());
  CHECK(breaks("1").empty());
  CHECK(breaks("1 2 3 4").empty());
}

TEST_CASE("gaps stand at the number after them") {
  CHECK(breaks("1 2 4 5") == "gap@2<1");
  CHECK(breaks("1 3 5") == "gap@1<0 gap@2<1");
}

TEST_CASE("a number that repeats or goes back is out of order") {
  CHECK(breaks("1 2 2 3") == "order@2<1");
  CHECK(breaks("1 2 3 2 3") == "order@3<2");
}

TEST_CASE("numbers that only changed places leave no gap") {
  CHECK(breaks("1 3 2 4") == "order@2<1");
  CHECK(breaks("2 1 3") == "order@1<0");
}

TEST_CASE("a list may have to begin with 1") {
  CHECK(breaks("2 3") == "gap@0<0");
  CHECK(breaks("2 3", FirstOrdinal::kAny).empty());
}

TEST_CASE("a list that is introduced begins anew") {
  CHECK(breaks("1 2 |1 2 3").empty());
  CHECK(breaks("1 2 |1 3") == "gap@3<2");
  CHECK(breaks("1 2 1 2") == "order@2<1");
}

}  // namespace
}  // namespace scp
