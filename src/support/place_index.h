// Finds the first of many places at or behind an offset, without a search: the places are sorted,
// and for each stretch of 64 bytes the index knows the first one that stands there or behind it.
//
// The index holds no places; each call names them by `at(i)`, the offset of place i. It knows those
// that cover() told it of.
#ifndef SCPPARSE_SUPPORT_PLACE_INDEX_H_
#define SCPPARSE_SUPPORT_PLACE_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace scp {

class PlaceIndex {
 public:
  // There are `count` places now; those known before stay where they are.
  template <class At>
  void cover(std::size_t count, const At& at) {
    for (std::size_t i = count_; i < count; ++i) {
      while (firsts_.size() <= at(i) / kStretch) firsts_.push_back(static_cast<std::uint32_t>(i));
    }
    count_ = static_cast<std::uint32_t>(count);
  }

  // The index of the first place with at(i) >= offset; the number of places where there is none.
  template <class At>
  std::uint32_t first_from(std::uint32_t offset, const At& at) const {
    const std::size_t stretch = offset / kStretch;
    std::uint32_t low = stretch < firsts_.size() ? firsts_[stretch] : count_;
    std::uint32_t high = stretch + 1 < firsts_.size() ? firsts_[stretch + 1] : count_;
    while (high - low > kFew) {  // many at one offset
      const std::uint32_t middle = low + (high - low) / 2;
      if (at(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    while (low < high && at(low) < offset) ++low;
    return low;
  }

 private:
  static constexpr std::uint32_t kStretch = 64;  // bytes
  static constexpr std::uint32_t kFew = 24;      // gone through one by one
  std::vector<std::uint32_t> firsts_;            // by stretch
  std::uint32_t count_ = 0;                      // of the places
};

}  // namespace scp

#endif  // SCPPARSE_SUPPORT_PLACE_INDEX_H_
