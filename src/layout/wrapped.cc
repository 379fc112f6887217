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
    for (std::size_t i = 1; i < lines_.size(); ++i) unmark_in_sentence(i);
    find_width();
    const bool parted = parts_by_gaps();
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      const bool begins = line.enumerated || line.form != nullptr || line.kind_line || line.heading;
      const bool ended = !parted && text_of(lines_[i - 1]).back() == '.';
      lines_[i].at_width = !line.gap_before && !begins && !ended && plain(line) && fills(i);
    }
    if (!parted) {
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

  // "… (Khu vực bảo vệ I và" / "II) để đề xuất …", "… và Đề án" / "06." / "5. Quyết định …": in the
  // middle of a sentence, or at its end, no number of a list.
  void unmark_in_sentence(std::size_t at) {
    constexpr std::size_t kLongest = 6;    // bytes
    constexpr std::size_t kFullLine = 60;  // bytes
    Line& line = lines_[at];
    const Line& above = lines_[at - 1];
    if (!line.enumerated || line.gap_before || !plain(line) || !plain(above)) return;
    const std::string_view before = text_of(above);
    const std::string_view text = text_of(line);
    if (ends_clause(before) || before.back() == ',') return;
    const std::size_t mark = text.find_first_of(").");
    if (mark == text.npos || mark == 0 || mark > kLongest) return;
    if (text[mark] == ')') {
      const bool inside = std::count(before.begin(), before.end(), '(') >
                          std::count(before.begin(), before.end(), ')');
      const std::size_t rest = text.find_first_not_of(' ', mark + 1);
      const bool goes_on = rest == text.npos || is_lower(decode(text, rest).value) ||
                           std::string_view(".;,").find(text[rest]) != std::string_view::npos;
      if (!inside || text.front() == '(' || !goes_on) return;
    } else {
      const bool last = at + 1 == lines_.size() || lines_[at + 1].enumerated;
      if (mark + 1 != text.size() || before.size() < kFullLine || !last) return;
    }
    line.enumerated = line.capitals = false;
  }

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
    std::size_t wraps = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (!goes_on_small(i)) continue;
      ++wraps;
      width_ = std::max(width_, characters(text_of(lines_[i - 1])));
    }
    std::size_t full = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) full += goes_on_small(i) && fills(i);
    if (wraps < kFewest || width_ > kWidest || full * 5 < wraps * 4) width_ = 0;
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
    return characters(text_of(lines_[at - 1])) + 1 +
           characters(text_of(lines_[at]).substr(0, blank));
  }

  struct Widths {
    std::vector<std::size_t> lines;   // letters of the lines above others that go on with them
    std::vector<std::size_t> needed;  // and what they would have had with the next word
    std::size_t width = 0;            // nearly none is wider
  };
  static constexpr std::size_t kNearlyAll = 20;  // of so many all but one

  // Lines broken at one width. Converters may leave the first line of each paragraph short: `all`
  // holds those as well.
  Widths widths_of_lines(bool all) const {
    Widths found;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const CodePoint first = decode(content_, lines_[i].range.begin);
      if (!is_letter(first.value) || !is_lower(first.value) || !may_follow(i)) continue;
      const Line& above = lines_[i - 1];
      if (!all && (above.gap_before || above.enumerated)) continue;
      found.lines.push_back(characters(text_of(above)));
      found.needed.push_back(with_next_word(i));
    }
    if (found.lines.empty()) return found;
    std::vector<std::size_t> sorted = found.lines;
    const auto widest = sorted.end() - 1 - static_cast<std::ptrdiff_t>(sorted.size() / kNearlyAll);
    std::nth_element(sorted.begin(), widest, sorted.end());
    found.width = *widest;
    return found;
  }

  // Where the next word had no room any more, the paragraph may go on though a sentence ends there.
  void mark_full_lines() {
    constexpr std::size_t kFewWraps = 12;
    Widths found = widths_of_lines(false);
    mark_full_clauses(found);
    if (found.lines.size() < kFewWraps) found = widths_of_lines(true);
    if (found.lines.size() < kFewWraps) return;
    const auto fit = std::count_if(found.needed.begin(), found.needed.end(),
                                   [&](std::size_t letters) { return letters <= found.width; });
    if (static_cast<std::size_t>(fit) * kNearlyAll > found.needed.size()) return;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (may_follow(i) && with_next_word(i) > found.width) lines_[i].wrapped = true;
    }
  }

  // The same where a few letters more or less were left at the ends of lines; a clause seldom comes
  // to its end just there.
  void mark_full_clauses(const Widths& found) {
    constexpr std::size_t kFewLines = 12;
    constexpr std::size_t kNarrow = 60;  // letters
    constexpr std::size_t kNear = 8;     // letters
    constexpr std::size_t kMargin = 3;   // letters
    if (found.lines.size() < kFewLines || found.width < kNarrow) return;
    const auto near = std::count_if(found.lines.begin(), found.lines.end(),
                                    [&](std::size_t size) { return size + kNear >= found.width; });
    if (static_cast<std::size_t>(near) * 3 < found.lines.size() * 2) return;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const bool clause = text_of(lines_[i - 1]).ends_with(';') && may_follow(i);
      if (clause && with_next_word(i) + kMargin > found.width) lines_[i].wrapped = true;
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
  std::size_t width_ = 0;  // 0 where lines have none
};

}  // namespace

void mark_wrapped(std::string_view content, std::vector<Line>& lines) {
  WrapMarker(content, lines).run();
}

}  // namespace scp
