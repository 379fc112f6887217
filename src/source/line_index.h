// Turns byte offsets of an input into lines and columns, and back into the text of a line.
//
// Lines end with LF; lines and columns are 1-based; a column counts code points (or UTF-16 units)
// before the place, where a byte order mark in front of the text takes none. Works on the original
// bytes of UTF-8 input; for other input it works on the decoded text and is asked with offsets of
// the original. A look-up reads a few blocks of 64 bytes at most, however long the line is. Does
// not own the bytes it is made from; immutable.
#ifndef SCPPARSE_SOURCE_LINE_INDEX_H_
#define SCPPARSE_SOURCE_LINE_INDEX_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "scpparse/span.h"
#include "source/offset_map.h"

namespace scp {

enum class ColumnUnit : std::uint8_t { kCodePoint, kUtf16 };

struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

class LineIndex {
 public:
  // `utf8` is the input as UTF-8. `utf16_origin` is 0 for UTF-8 input; for UTF-16 input it is the
  // number of bytes before the first unit (2 with a byte order mark).
  explicit LineIndex(std::string_view utf8, bool utf16_input = false,
                     std::uint32_t utf16_origin = 0);

  // For input in a legacy encoding: `map` leads from the decoded text to the original.
  LineIndex(std::string_view utf8, OffsetMap map);

  // `offset` is in the original input.
  LineColumn locate(std::uint32_t offset, ColumnUnit unit = ColumnUnit::kCodePoint) const;
  // The number of lines; a last line without LF counts.
  std::uint32_t line_count() const;
  // The text of a line, as UTF-8, without its line end; `line` is 1-based.
  std::string_view line_text(std::uint32_t line) const;
  // The offset of its first byte in the UTF-8 text.
  std::uint32_t line_start(std::uint32_t line) const;
  // From an offset in the UTF-8 text to one in the original input, and back.
  std::uint32_t to_original(std::uint32_t utf8_offset) const;
  std::uint32_t to_utf8(std::uint32_t original_offset) const;

 private:
  struct Block {  // counts before byte i * kBlock of the UTF-8 text
    std::uint32_t points = 0;
    std::uint32_t units = 0;  // UTF-16
    std::uint32_t lines = 0;  // line ends
  };
  Block counts_before(std::uint32_t utf8_offset) const;

  static constexpr std::uint32_t kBlock = 64;
  std::string_view utf8_;
  bool utf16_input_ = false;
  std::uint32_t utf16_origin_ = 0;
  OffsetMap legacy_;                   // the identity for Unicode
  bool half_unit_ = false;             // the last byte stands for a single byte of the original
  std::vector<std::uint32_t> starts_;  // UTF-8 offset of each line's first byte
  std::vector<Block> blocks_;
};

}  // namespace scp

#endif  // SCPPARSE_SOURCE_LINE_INDEX_H_
