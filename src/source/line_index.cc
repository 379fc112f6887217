#include "source/line_index.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace scp {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}
bool takes_two_units(char byte) {
  return static_cast<unsigned char>(byte) >= 0xF0U;
}

struct Counts {
  std::uint32_t points = 0;
  std::uint32_t units = 0;
};

constexpr std::uint64_t kEachByte = 0x0101010101010101ULL;

// The sum of the bytes of a word, when it is below 256.
std::uint32_t sum_of_bytes(std::uint64_t word) {
  return static_cast<std::uint32_t>((word * kEachByte) >> 56);
}

// Eight bytes at a time: a byte that continues has the two highest bits 10, one that takes two
// units the four highest bits 1111.
Counts count(std::string_view text) {
  Counts result;
  std::uint32_t tails = 0;
  std::size_t at = 0;
  while (at + 8 <= text.size()) {
    // A sum for each place in a word, small enough for a byte.
    constexpr std::size_t kMost = 31 * 8;
    const std::size_t end = at + std::min(kMost, (text.size() - at) & ~std::size_t{7});
    std::uint64_t tail_sums = 0;
    std::uint64_t unit_sums = 0;
    for (; at < end; at += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, 8);
      if ((word & (kEachByte << 7)) == 0) continue;
      const std::uint64_t wide = word >> 7;
      const std::uint64_t lead = wide & (word >> 6);
      tail_sums += wide & ~(word >> 6) & kEachByte;
      unit_sums += lead & (word >> 5) & (word >> 4) & kEachByte;
    }
    tails += sum_of_bytes(tail_sums);
    result.units += sum_of_bytes(unit_sums);
  }
  for (; at < text.size(); ++at) {
    tails += continues(text[at]) ? 1U : 0U;
    result.units += takes_two_units(text[at]) ? 1U : 0U;
  }
  result.points = static_cast<std::uint32_t>(text.size()) - tails;
  result.units += result.points;
  return result;
}

// Half a UTF-16 unit at the end of an input stands for one byte that continues no character.
bool ends_in_half_unit(std::string_view text) {
  std::size_t tail = 0;
  while (tail < text.size() && tail < 4 && continues(text[text.size() - 1 - tail])) ++tail;
  if (tail == 0) return false;
  if (tail == text.size()) return true;
  const auto lead = static_cast<unsigned char>(text[text.size() - 1 - tail]);
  const std::size_t wanted = lead >= 0xF0U ? 3 : lead >= 0xE0U ? 2 : lead > 0xC0U ? 1 : 0;
  return tail > wanted;
}

}  // namespace

LineIndex::LineIndex(std::string_view utf8, bool utf16_input, std::uint32_t utf16_origin)
    : utf8_(utf8.substr(0, std::numeric_limits<std::uint32_t>::max())),
      utf16_input_(utf16_input),
      utf16_origin_(utf16_origin),
      half_unit_(utf16_input && ends_in_half_unit(utf8_)) {
  starts_.push_back(0);
  const char line_end = utf8_.find('\n') == utf8_.npos ? '\r' : '\n';  // as on old machines
  for (std::size_t end = utf8_.find(line_end); end != utf8_.npos;
       end = utf8_.find(line_end, end + 1)) {
    starts_.push_back(static_cast<std::uint32_t>(end + 1));
  }
  blocks_.reserve(utf8_.size() / kBlock + 1);
  Block before;
  blocks_.push_back(before);
  for (std::size_t end = kBlock; end <= utf8_.size(); end += kBlock) {
    const Counts inside = count(utf8_.substr(end - kBlock, kBlock));
    before.points += inside.points;
    before.units += inside.units;
    while (before.lines + 1 < starts_.size() && starts_[before.lines + 1] <= end) ++before.lines;
    blocks_.push_back(before);
  }
}

LineIndex::LineIndex(std::string_view utf8, OffsetMap map) : LineIndex(utf8) {
  legacy_ = std::move(map);
}

LineIndex::Block LineIndex::counts_before(std::uint32_t utf8_offset) const {
  Block result = blocks_[utf8_offset / kBlock];
  const std::uint32_t from = utf8_offset / kBlock * kBlock;
  const Counts rest = count(utf8_.substr(from, utf8_offset - from));
  result.points += rest.points;
  result.units += rest.units;
  return result;
}

LineColumn LineIndex::locate(std::uint32_t offset, ColumnUnit unit) const {
  const std::uint32_t at = to_utf8(offset);
  std::uint32_t line = blocks_[at / kBlock].lines + 1;
  while (line < starts_.size() && starts_[line] <= at) ++line;
  std::uint32_t start = starts_[line - 1];
  // Editors show a byte order mark nowhere, so it takes no column.
  if (start == 0 && !utf16_input_ && utf8_.starts_with(kByteOrderMark)) {
    start = std::min<std::uint32_t>(at, kByteOrderMark.size());
  }
  if (at - start <= kBlock) {
    const Counts inside = count(utf8_.substr(start, at - start));
    return {line, 1 + (unit == ColumnUnit::kUtf16 ? inside.units : inside.points)};
  }
  const Block to = counts_before(at);
  const Block from = counts_before(start);
  return {line, 1 + (unit == ColumnUnit::kUtf16 ? to.units - from.units : to.points - from.points)};
}

std::uint32_t LineIndex::line_count() const {
  const auto starts = static_cast<std::uint32_t>(starts_.size());
  return starts_.back() == utf8_.size() ? starts - 1 : starts;
}

std::string_view LineIndex::line_text(std::uint32_t line) const {
  if (line == 0 || line > starts_.size()) return {};
  const std::uint32_t start = starts_[line - 1];
  const std::size_t end = line < starts_.size() ? starts_[line] - 1 : utf8_.size();
  std::string_view text = utf8_.substr(start, end - start);
  if (text.ends_with('\r')) text.remove_suffix(1);
  if (start == 0 && !utf16_input_ && text.starts_with(kByteOrderMark)) {
    text.remove_prefix(kByteOrderMark.size());
  }
  return text;
}

std::uint32_t LineIndex::line_start(std::uint32_t line) const {
  const std::string_view text = line_text(line);
  return text.data() == nullptr ? 0 : static_cast<std::uint32_t>(text.data() - utf8_.data());
}

std::uint32_t LineIndex::to_original(std::uint32_t utf8_offset) const {
  const auto at = std::min<std::uint32_t>(utf8_offset, static_cast<std::uint32_t>(utf8_.size()));
  if (!utf16_input_) return legacy_.identity() ? at : legacy_.begin_of(at);
  const std::uint32_t half = half_unit_ && at == utf8_.size() ? 1 : 0;
  return utf16_origin_ + 2 * counts_before(at).units + half;
}

std::uint32_t LineIndex::to_utf8(std::uint32_t original_offset) const {
  const auto size = static_cast<std::uint32_t>(utf8_.size());
  if (!utf16_input_) {
    return std::min(legacy_.identity() ? original_offset : legacy_.derived_of(original_offset),
                    size);
  }
  if (original_offset <= utf16_origin_) return 0;
  const std::uint32_t units = (original_offset - utf16_origin_) / 2;
  const auto after = std::upper_bound(blocks_.begin(), blocks_.end(), units,
                                      [](std::uint32_t u, const Block& b) { return u < b.units; });
  const auto block = static_cast<std::uint32_t>(after - blocks_.begin()) - 1;
  std::uint32_t at = block * kBlock;
  std::uint32_t seen = blocks_[block].units;
  while (at < size) {
    const std::uint32_t next =
        seen + (continues(utf8_[at]) ? 0U : 1U) + (takes_two_units(utf8_[at]) ? 1U : 0U);
    if (next > units) break;
    seen = next;
    ++at;
  }
  return at;
}

}  // namespace scp
