#include "source/offset_map.h"

#include <algorithm>

namespace scp {

void OffsetMap::copy(std::uint32_t size) {
  derived_ += size;
  origin_ += size;
}

void OffsetMap::replace(std::uint32_t derived, std::uint32_t origin) {
  if (derived == origin) return copy(derived);
  const Anchor& last = anchors_.back();
  if (last.derived != derived_ || last.origin != origin_) anchors_.push_back({derived_, origin_});
  derived_ += derived;
  origin_ += origin;
  anchors_.push_back({derived_, origin_});
}

std::uint32_t OffsetMap::begin_of(std::uint32_t offset) const {
  auto next = std::upper_bound(anchors_.begin(), anchors_.end(), offset,
                               [](std::uint32_t at, const Anchor& a) { return at < a.derived; });
  const Anchor& a = *(next - 1);
  if (next != anchors_.end() && next->derived - a.derived != next->origin - a.origin) {
    return a.origin;
  }
  return a.origin + (offset - a.derived);
}

std::uint32_t OffsetMap::end_of(std::uint32_t offset) const {
  auto next = std::lower_bound(anchors_.begin(), anchors_.end(), offset,
                               [](const Anchor& a, std::uint32_t at) { return a.derived < at; });
  if (next != anchors_.end() && next->derived == offset) return next->origin;
  const Anchor& a = *(next - 1);
  if (next != anchors_.end() && next->derived - a.derived != next->origin - a.origin) {
    return next->origin;
  }
  return a.origin + (offset - a.derived);
}

std::uint32_t OffsetMap::derived_of(std::uint32_t origin_offset) const {
  auto next = std::upper_bound(anchors_.begin(), anchors_.end(), origin_offset,
                               [](std::uint32_t at, const Anchor& a) { return at < a.origin; });
  const Anchor& a = *(next - 1);
  if (next != anchors_.end() && next->derived - a.derived != next->origin - a.origin) {
    return a.derived;
  }
  return std::min(a.derived + (origin_offset - a.origin), derived_);
}

}  // namespace scp
