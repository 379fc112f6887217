// Places in an input.
//
// A Span is a half-open range of bytes of the ORIGINAL input, before any decoding or clean-up:
//
//     S   ố   :       1   3   5
//     |   |---|   |   |   |   |   |
//     0   1   4   5   6   7   8   9        Span{6, 9} is "135"
//
// A Place is where one value was read: usually one span; a value that goes on elsewhere (a row cut
// by a page break) has the later pieces in `more`. A Place with an empty `first` and no `more` is
// "nowhere". Plain values; no ownership; safe to copy between threads.
#ifndef SCPPARSE_SPAN_H_
#define SCPPARSE_SPAN_H_

#include <cstdint>
#include <vector>

namespace scp {

struct Span {
  std::uint32_t begin = 0;  // byte offset of the first byte
  std::uint32_t end = 0;    // byte offset after the last byte

  std::uint32_t length() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  friend bool operator==(Span a, Span b) { return a.begin == b.begin && a.end == b.end; }
};

struct Place {
  Span first;
  std::vector<Span> more;

  bool nowhere() const { return first.empty() && more.empty(); }
};

}  // namespace scp

#endif  // SCPPARSE_SPAN_H_
