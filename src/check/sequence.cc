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

// A second 1, or one that the text introduces, begins a list of its own.
std::size_t end_of_run(std::span<const Numbered> items, std::size_t begin) {
  bool has_first = items[begin].ordinal == 1;
  std::size_t end = begin + 1;
  for (; end < items.size(); ++end) {
    if (items[end].ordinal != 1) continue;
    if (has_first || items[end].introduced) break;
    has_first = true;
  }
  return end;
}

}  // namespace

std::vector<SequenceBreak> sequence_breaks(std::span<const Numbered> items, FirstOrdinal first) {
  std::vector<SequenceBreak> breaks;
  for (std::size_t begin = 0; begin < items.size();) {
    const std::size_t end = end_of_run(items, begin);
    if (begin != 0 && !items[begin].introduced) breaks.push_back({false, begin, begin - 1});
    run_breaks(items, begin, end, begin == 0 ? first : FirstOrdinal::kAny, breaks);
    begin = end;
  }
  return breaks;
}

}  // namespace scp
