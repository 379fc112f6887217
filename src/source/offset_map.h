// Maps offsets of a derived text back to the text it was made from.
//
// The derived text is cut into segments; each stands for a piece of the origin:
//
//     origin    S ố :   * * 2 9 6 0 * * / Q Đ          segments: copy, delete "**", copy,
//     derived   S ố :   2 9 6 0 / Q Đ                            delete "**", copy
//
// A segment of equal length on both sides is mapped byte by byte, any other as a whole. Ranges are
// tight: the range of "2960" leaves out the ** around it, that of "2960/QĐ" holds those inside.
// Built front to back once, then immutable.
#ifndef SCPPARSE_SOURCE_OFFSET_MAP_H_
#define SCPPARSE_SOURCE_OFFSET_MAP_H_

#include <algorithm>
#include <cstdint>
#include <vector>

#include "scpparse/span.h"
#include "support/place_index.h"

namespace scp {

class OffsetMap {
 public:
  OffsetMap() : anchors_{{0, 0}} {}

  // Building: the next `size` bytes stand unchanged; or `derived` bytes stand for `origin` bytes.
  void copy(std::uint32_t size);
  void replace(std::uint32_t derived, std::uint32_t origin);

  // Ends the building: offsets are found without a search from now on.
  void settle();

  bool identity() const { return anchors_.size() <= 1; }
  std::uint32_t derived_size() const { return derived_; }
  std::uint32_t origin_size() const { return origin_; }

  // Where the derived byte at `offset` begins in the origin, and where the byte before it ends.
  std::uint32_t begin_of(std::uint32_t offset) const;
  std::uint32_t end_of(std::uint32_t offset) const;
  // The derived byte that begins at or behind `origin_offset`; inside of a segment that is mapped
  // as a whole, its beginning.
  std::uint32_t derived_of(std::uint32_t origin_offset) const;
  Span range(std::uint32_t begin, std::uint32_t end) const {
    if (begin >= end) return {begin_of(begin), begin_of(begin)};
    return {begin_of(begin), end_of(end)};
  }
  // The widest range: with everything deleted just before and just after. Inside of a segment that
  // is mapped as a whole, ends come after begins.
  Span loose_range(std::uint32_t begin, std::uint32_t end) const {
    return {std::min(end_of(begin), begin_of(begin)), std::max(begin_of(end), end_of(end))};
  }

 private:
  struct Anchor {
    std::uint32_t derived;
    std::uint32_t origin;
  };
  // The first anchor with derived >= offset.
  const Anchor* anchor_from(std::uint32_t offset) const;

  std::vector<Anchor> anchors_;  // starts of segments; the open last one is a copy
  PlaceIndex index_;             // of anchors by derived offset; empty before settle()
  bool settled_ = false;
  std::uint32_t derived_ = 0;
  std::uint32_t origin_ = 0;
};

}  // namespace scp

#endif  // SCPPARSE_SOURCE_OFFSET_MAP_H_
