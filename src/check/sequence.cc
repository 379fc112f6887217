#include "check/sequence.h"

#include <algorithm>

namespace scp {
namespace {

// Whether a number between `low` and `high` (both excluded) stands nowhere in the sorted list.
bool lacks_between(const std::vector<std::uint32_t>& sorted, std::uint32_t low,
                   std::uint32_t high) {
  const auto from = std::upper_bound(sorted.begin(), sorted.end(), low);
  const auto to = std::lower_bound(from, sorted.end(), high);
  return static_cast<std::uint32_t>(to - from) < high - low - 1;
}

void run_breaks(std::span<const Numbered> items, std::size_t begin, std::size_t end,
                FirstOrdinal first, std::vector<SequenceBreak>& out) {
  std::vector<std::uint32_t> sorted;
  for (std::size_t i = begin; i < end; ++i) sorted.push_back(items[i].ordinal);
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  if (first == FirstOrdinal::kOne && lacks_between(sorted, 0, items[begin].ordinal)) {
    out.push_back({true, begin, begin});
  }
  for (std::size_t i = begin + 1; i < end; ++i) {
    const std::uint32_t last = items[i - 1].ordinal;
    const std::uint32_t here = items[i].ordinal;
    if (here <= last) {
      out.push_back({false, i, i - 1});
    } else if (lacks_between(sorted, last, here)) {
      out.push_back({true, i, i - 1});
    }
  }
}

}  // namespace

std::vector<SequenceBreak> sequence_breaks(std::span<const Numbered> items, FirstOrdinal first) {
  std::vector<SequenceBreak> breaks;
  std::size_t begin = 0;
  while (begin < items.size()) {
    std::size_t end = begin + 1;
    while (end < items.size() && items[end].ordinal != 1) ++end;
    const bool fresh = begin == 0;
    if (!fresh && !items[begin].introduced) breaks.push_back({false, begin, begin - 1});
    run_breaks(items, begin, end, fresh ? first : FirstOrdinal::kAny, breaks);
    begin = end;
  }
  return breaks;
}

}  // namespace scp
