#include "cli/width.h"

#include <algorithm>
#include <iterator>

#include "text/utf8.h"

namespace scp::cli {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr Range kZero[] = {
    {0x00AD, 0x00AD}, {0x0300, 0x036F}, {0x0483, 0x0489}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064}, {0x2066, 0x2069}, {0x20D0, 0x20F0},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
};
constexpr Range kWide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

template <std::size_t N>
bool within(const Range (&ranges)[N], char32_t c) {
  const auto* const range = std::lower_bound(std::begin(ranges), std::end(ranges), c,
                                             [](Range r, char32_t at) { return r.last < at; });
  return range != std::end(ranges) && range->first <= c;
}

}  // namespace

std::size_t width_of(char32_t code_point) {
  if (code_point < 0x300) return code_point == 0xAD ? 0 : 1;
  if (within(kZero, code_point)) return 0;
  return within(kWide, code_point) ? 2 : 1;
}

std::size_t width_of(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = decode(utf8, at);
    width += width_of(c.value);
    at += c.length;
  }
  return width;
}

}  // namespace scp::cli
