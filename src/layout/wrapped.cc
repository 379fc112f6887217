#include "layout/wrapped.h"

#include <algorithm>

#include "text/utf8.h"

namespace scp {
namespace {

class WrapMarker {
 public:
  WrapMarker(std::string_view content, std::vector<Line>& lines)
      : content_(content), lines_(lines) {}

  void run() {
    find_width();
    const bool parted = parts_by_gaps();
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      const bool begins = line.enumerated || line.form != nullptr || line.kind_line || line.heading;
      const bool ended = !parted && !strict_ && text_of(lines_[i - 1]).back() == '.';
      lines_[i].at_width = !line.gap_before && !begins && !ended && plain(line) && fills(i);
    }
    if (!parted) return;
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin + 1;
      while (end < lines_.size() && !lines_[end].gap_before) ++end;
      if (end - begin > 1) unmark_last_word(lines_[end - 2], lines_[end - 1]);
      if (is_paragraph(begin, end)) {
        for (std::size_t i = begin + 1; i < end; ++i) lines_[i].wrapped = true;
      }
      begin = end;
    }
  }

 private:
  std::string_view text_of(const Line& line) const {
    return content_.substr(line.range.begin, line.range.size());
  }

  static bool plain(const Line& line) { return !line.tabbed() && !line.rule; }

  // "… bãi bỏ Điều" / "12." before an empty line: the last word of a sentence, no number of a list.
  void unmark_last_word(const Line& above, Line& line) const {
    constexpr std::size_t kLongest = 8;  // bytes
    const std::string_view text = text_of(line);
    if (!line.enumerated || !plain(line) || text.size() > kLongest || text.back() != '.') return;
    if (text.find(' ') != std::string_view::npos || ends_clause(text_of(above))) return;
    line.enumerated = line.capitals = false;
  }

  static std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
  }

  bool goes_on_small(std::size_t i) const {
    if (lines_[i].gap_before || !plain(lines_[i]) || !plain(lines_[i - 1])) return false;
    const CodePoint first = decode(content_, lines_[i].range.begin);
    return is_letter(first.value) && is_lower(first.value);
  }

  // Whether the first word of a line had no room in the line above.
  bool fills(std::size_t i) const {
    if (width_ == 0 || !plain(lines_[i - 1])) return false;
    const std::string_view text = text_of(lines_[i]);
    return characters(text_of(lines_[i - 1])) + 1 + characters(text.substr(0, text.find(' '))) >
           width_;
  }

  // The width at which most lines that go on were broken; titles have widths of their own.
  void find_width() {
    constexpr std::size_t kWidest = 130;
    constexpr std::size_t kFewest = 6;  // lines
    constexpr std::size_t kMany = 12;
    constexpr std::size_t kNearlyAll = 20;  // of so many all but one
    std::size_t wraps = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (!goes_on_small(i)) continue;
      ++wraps;
      width_ = std::max(width_, characters(text_of(lines_[i - 1])));
    }
    std::size_t full = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) full += goes_on_small(i) && fills(i);
    if (wraps < kFewest || width_ > kWidest || full * 5 < wraps * 4) width_ = 0;
    strict_ = width_ > 0 && wraps >= kMany && full * kNearlyAll >= wraps * (kNearlyAll - 1);
  }

  // Many paragraphs are parted by empty lines, many sentences go on from line to line, and few
  // lines that end a sentence stand right above another paragraph.
  bool parts_by_gaps() const {
    constexpr std::size_t kFewGaps = 8;
    const std::size_t few_wraps = width_ > 0 ? 6 : 10;
    std::size_t gaps = 0;
    std::size_t wraps = 0;
    std::size_t ends = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (!plain(lines_[i]) || !plain(lines_[i - 1])) continue;
      if (lines_[i].gap_before) {
        ++gaps;
      } else if (goes_on_small(i)) {
        ++wraps;
      } else if (ends_clause(text_of(lines_[i - 1])) && !fills(i)) {
        ++ends;
      }
    }
    return gaps >= kFewGaps && wraps >= few_wraps && wraps >= 2 * ends;
  }

  static bool ends_clause(std::string_view text) {
    return std::string_view(".;:").find(text.back()) != std::string_view::npos;
  }

  // Only its first line may look like the beginning of something, and only the first and the last
  // may be short.
  bool is_paragraph(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kShort = 50;  // bytes
    if (!plain(lines_[begin])) return false;
    for (std::size_t i = begin + 1; i < end; ++i) {
      const Line& line = lines_[i];
      const bool begins = line.enumerated || line.form != nullptr || line.kind_line || line.heading;
      if (!plain(line) || begins) return false;
      if (i + 1 < end && line.range.size() < kShort) return false;
    }
    return true;
  }

  std::string_view content_;
  std::vector<Line>& lines_;
  std::size_t width_ = 0;  // 0 where lines have none
  bool strict_ = false;    // nearly all lines were broken just there: a sentence may end at one
};

}  // namespace

void mark_wrapped(std::string_view content, std::vector<Line>& lines) {
  WrapMarker(content, lines).run();
}

}  // namespace scp
