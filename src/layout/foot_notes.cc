#include "layout/foot_notes.h"

#include <utility>

#include "text/utf8.h"

namespace scp {
namespace {

constexpr std::size_t kMostLines = 12;  // of the notes of one page

class NoteFinder {
 public:
  NoteFinder(std::string_view content, const std::vector<Line>& lines)
      : content_(content), lines_(lines) {}

  // The line after the notes that begin at `first`; `first` itself where they interrupt nothing.
  std::size_t end_of_notes(std::size_t first) const {
    if (!lines_[first].after_stroke || first == 0 || !has_mark(lines_[first])) return first;
    if (lines_[first - 1].tabbed() || ends_sentence(lines_[first - 1])) return first;
    std::size_t end = first + 1;
    while (end < lines_.size() && end < first + kMostLines && !is_after_notes(end)) ++end;
    return end < lines_.size() && goes_on(lines_[end]) ? end : first;
  }

 private:
  std::string_view text_of(const Line& line) const {
    return content_.substr(line.range.begin, line.range.size());
  }

  // [1], (1), 1 or a raised figure, and a text.
  bool has_mark(const Line& line) const {
    std::string_view text = text_of(line);
    const char open = text.front();
    if (open == '[' || open == '(') text.remove_prefix(1);
    std::size_t digits = 0;
    while (digits < text.size() && digits < 3 && is_digit(decode(text, digits).value)) ++digits;
    if (digits == 0) return !text.empty() && is_raised(decode(text, 0).value);
    text.remove_prefix(digits);
    if (open == '[' || open == '(') return !text.empty() && (text[0] == ']' || text[0] == ')');
    if (!text.empty() && text[0] == ' ') text.remove_prefix(1);
    return !text.empty() && is_upper(decode(text, 0).value);
  }

  static bool is_raised(char32_t c) {
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
  }

  bool ends_sentence(const Line& line) const {
    return std::string_view(".;:!?").find(text_of(line).back()) != std::string_view::npos;
  }

  bool is_after_notes(std::size_t at) const {
    if (lines_[at].gap_before) return true;
    return ends_sentence(lines_[at - 1]) && !has_mark(lines_[at]);
  }

  bool goes_on(const Line& line) const {
    return !line.tabbed() && !line.rule && !line.enumerated &&
           is_lower(decode(content_, line.range.begin).value);
  }

  std::string_view content_;
  const std::vector<Line>& lines_;
};

}  // namespace

void set_notes_aside(std::string_view content, std::vector<Line>& lines,
                     std::vector<Furniture>& furniture) {
  const NoteFinder finder(content, lines);
  std::vector<std::pair<std::size_t, std::size_t>> notes;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t end = finder.end_of_notes(i);
    if (end == i) continue;
    notes.emplace_back(i, end);
    i = end;
  }
  if (notes.empty()) return;
  std::vector<Line> kept;
  std::size_t at = 0;
  for (const auto& [begin, end] : notes) {
    for (; at < begin; ++at) kept.push_back(std::move(lines[at]));
    for (; at < end; ++at) furniture.push_back({lines[at].range, "footnote"});
    lines[end].gap_before = false;
  }
  for (; at < lines.size(); ++at) kept.push_back(std::move(lines[at]));
  lines = std::move(kept);
}

}  // namespace scp
