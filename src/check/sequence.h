// Where a sequence of ordinals skips, repeats or goes back.
//
//     1 2 4 5 5 6     a gap at 4, disorder at the second 5
//     1 2 3 | 1 2     a new list where the text introduces one, else disorder at the second 1
//
// A number that comes late (1 3 2 4) is disorder, not a gap. Linear but for sorting.
#ifndef SCPPARSE_CHECK_SEQUENCE_H_
#define SCPPARSE_CHECK_SEQUENCE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace scp {

struct Numbered {
  std::uint32_t ordinal = 0;
  bool introduced = false;  // what stands before it may begin a new list
};

struct SequenceBreak {
  bool gap = false;          // otherwise it repeats or goes back
  std::size_t at = 0;        // index of the item after the gap, or out of order
  std::size_t previous = 0;  // index of the item before it; `at` itself when there is none
};

enum class FirstOrdinal : std::uint8_t { kAny, kOne };

std::vector<SequenceBreak> sequence_breaks(std::span<const Numbered> items, FirstOrdinal first);

}  // namespace scp

#endif  // SCPPARSE_CHECK_SEQUENCE_H_
