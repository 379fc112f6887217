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
    if (!parts_by_gaps()) {
      mark_full_lines();
      return;
    }
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

  // Many paragraphs are parted by empty lines, many sentences go on from line to line, and few
  // lines that end a sentence stand right above another paragraph.
  bool parts_by_gaps() const {
    constexpr std::size_t kFewGaps = 8;
    constexpr std::size_t kFewWraps = 10;
    std::size_t gaps = 0;
    std::size_t wraps = 0;
    std::size_t ends = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (!plain(lines_[i]) || !plain(lines_[i - 1])) continue;
      const CodePoint first = decode(content_, lines_[i].range.begin);
      if (lines_[i].gap_before) {
        ++gaps;
      } else if (is_letter(first.value) && is_lower(first.value)) {
        ++wraps;
      } else if (ends_clause(text_of(lines_[i - 1]))) {
        ++ends;
      }
    }
    return gaps >= kFewGaps && wraps >= kFewWraps && wraps >= 2 * ends;
  }

  std::size_t letters(Range range) const {
    std::size_t count = 0;
    for (std::size_t at = range.begin; at < range.end; ++count) next_code_point(content_, at);
    return count;
  }

  // Whether line `at` could go on with the paragraph of the line above it.
  bool may_follow(std::size_t at) const {
    const Line& last = lines_[at - 1];
    const Line& next = lines_[at];
    return plain(last) && plain(next) && !next.gap_before && !next.enumerated && !next.capitals &&
           !last.capitals && next.form == nullptr && !next.kind_line && !next.heading;
  }

  // Letters that the line above would have had with the first word of line `at`.
  std::size_t with_next_word(std::size_t at) const {
    const Range next = lines_[at].range;
    const std::size_t blank = std::min(text_of(lines_[at]).find(' '), std::size_t{next.size()});
    return letters(lines_[at - 1].range) + 1 +
           letters({next.begin, next.begin + static_cast<std::uint32_t>(blank)});
  }

  // Lines broken at one width: where the next word had no room any more, the paragraph may go on
  // though a sentence ends there.
  void mark_full_lines() {
    constexpr std::size_t kFewWraps = 12;
    constexpr std::size_t kNearlyAll = 20;  // of so many all but one
    std::vector<std::size_t> widths;
    std::vector<std::size_t> needed;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const CodePoint first = decode(content_, lines_[i].range.begin);
      if (!is_letter(first.value) || !is_lower(first.value) || !may_follow(i)) continue;
      widths.push_back(letters(lines_[i - 1].range));
      needed.push_back(with_next_word(i));
    }
    if (widths.size() < kFewWraps) return;
    const auto widest = widths.end() - 1 - static_cast<std::ptrdiff_t>(widths.size() / kNearlyAll);
    std::nth_element(widths.begin(), widest, widths.end());
    const std::size_t width = *widest;
    const auto fit = std::count_if(needed.begin(), needed.end(),
                                   [&](std::size_t letters) { return letters <= width; });
    if (static_cast<std::size_t>(fit) * kNearlyAll > needed.size()) return;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (may_follow(i) && with_next_word(i) > width) lines_[i].wrapped = true;
    }
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
};

}  // namespace

void mark_wrapped(std::string_view content, std::vector<Line>& lines) {
  WrapMarker(content, lines).run();
}

}  // namespace scp
