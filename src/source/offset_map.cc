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

void OffsetMap::settle() {
  index_.cover(anchors_.size(), [&](std::size_t i) { return anchors_[i].derived; });
  settled_ = true;
}

const OffsetMap::Anchor* OffsetMap::anchor_from(std::uint32_t offset) const {
  const Anchor* const first = anchors_.data();
  if (settled_) return first + index_.first_from(offset, [&](auto i) { return first[i].derived; });
  return std::lower_bound(first, first + anchors_.size(), offset,
                          [](const Anchor& a, std::uint32_t at) { return a.derived < at; });
}

std::uint32_t OffsetMap::begin_of(std::uint32_t offset) const {
  const Anchor* const end = anchors_.data() + anchors_.size();
  const Anchor* const next = anchor_from(offset + 1);
  const Anchor& a = *(next - 1);
  if (next != end && next->derived - a.derived != next->origin - a.origin) return a.origin;
  return a.origin + (offset - a.derived);
}

std::uint32_t OffsetMap::end_of(std::uint32_t offset) const {
  const Anchor* const end = anchors_.data() + anchors_.size();
  const Anchor* const next = anchor_from(offset);
  if (next != end && next->derived == offset) return next->origin;
  const Anchor& a = *(next - 1);
  if (next != end && next->derived - a.derived != next->origin - a.origin) {
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
