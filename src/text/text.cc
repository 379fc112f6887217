#include "text/text.h"

#include <algorithm>

namespace scp {

Span Text::original(std::uint32_t begin, std::uint32_t end) const {
  const Span repaired = composed_to_repaired.range(begin, end);
  const Span utf8 = to_utf8.range(repaired.begin, repaired.end);
  return {lines->to_original(utf8.begin + utf8_begin), lines->to_original(utf8.end + utf8_begin)};
}

Span Text::source(std::uint32_t begin, std::uint32_t end) const {
  const Span composed = to_composed.range(begin, end);
  return original(composed.begin, composed.end);
}

Span Text::loose_source(std::uint32_t begin, std::uint32_t end) const {
  const Span composed = to_composed.loose_range(begin, end);
  return original(composed.begin, composed.end);
}

bool Text::has_style(std::uint32_t begin, std::uint32_t end, Style style) const {
  const auto after = std::upper_bound(
      styles.begin(), styles.end(), begin, [style](std::uint32_t at, const StyleRun& run) {
        return style != run.style ? style < run.style : at < run.begin;
      });
  if (after == styles.begin()) return false;
  const StyleRun& run = *(after - 1);
  return run.style == style && end <= run.end;
}

}  // namespace scp
