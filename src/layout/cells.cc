#include "layout/cells.h"

#include <algorithm>

#include "support/load_bytes.h"
#include "text/utf8.h"

namespace scp {
namespace {

bool is_box(char32_t c) {
  return c >= 0x2500 && c <= 0x257F;
}

bool is_horizontal(char32_t c) {
  return c == '-' || c == '=' || c == 0x2500 || c == 0x2501 || c == 0x2550;
}

bool is_vertical(char32_t c) {
  return c == '|' || c == 0x2502 || c == 0x2503 || c == 0x2551 || c == 0x2506 || c == 0x250A;
}

Range trim(std::string_view text, Range range) {
  const auto blank = [&](std::uint32_t at) {
    return text[at] == ' ' || text[at] == '\t' || text[at] == '\n';
  };
  while (range.begin < range.end && blank(range.begin)) ++range.begin;
  while (range.end > range.begin && blank(range.end - 1)) --range.end;
  return range;
}

struct Separator {
  std::uint32_t begin;
  std::uint32_t end;
};

std::vector<Separator> tabs(std::string_view content, Range range) {
  std::vector<Separator> result;
  const std::string_view line = content.substr(0, range.end);
  for (std::size_t i = line.find('\t', range.begin);
       i != std::string_view::npos && result.size() < kMostColumns - 1;
       i = line.find('\t', i + 1)) {
    const auto at = static_cast<std::uint32_t>(i);
    result.push_back({at, at + 1});
  }
  return result;
}

std::vector<Separator> pipes(std::string_view content, Range range) {
  std::vector<Separator> result;
  const std::string_view line = content.substr(range.begin, range.size());
  const bool none = line.find('|') == std::string_view::npos &&
                    line.find("\xE2\x94") == std::string_view::npos &&
                    line.find("\xE2\x95") == std::string_view::npos;
  if (none) return result;
  for (std::uint32_t i = range.begin; i < range.end && result.size() <= kMostColumns;) {
    const CodePoint c = decode(content, i);
    const bool escaped = i > range.begin && content[i - 1] == '\\';
    if (is_vertical(c.value) && !escaped) result.push_back({i, i + c.length});
    i += c.length;
  }
  return result;
}

// One pipe may be a pipe; it separates cells when it has blanks or the end of the line around it,
// or stands behind a stroke: "______ |CỘNG HÒA …".
bool draws_cells(std::string_view content, Range range, const std::vector<Separator>& found) {
  if (found.empty()) return false;
  if (found.size() >= 2) return true;
  const Separator& only = found.front();
  const bool before = only.begin == range.begin || content[only.begin - 1] == ' ';
  const bool after = only.end == range.end || content[only.end] == ' ';
  const std::string_view left = content.substr(range.begin, only.begin - range.begin);
  const bool stroke = left.size() > 2 && left.find_first_not_of("_- ") == std::string_view::npos;
  return before && (after || stroke);
}

// Calls use(column, character) for a line from its very beginning.
template <typename Use>
void for_each_column(std::string_view content, Range line, const Use& use) {
  const std::size_t start = content.substr(0, line.begin).rfind('\n');
  std::size_t at = start == std::string_view::npos ? 0 : start + 1;
  for (std::size_t x = 0; at < line.end; ++x) {
    const CodePoint c = decode(content, at);
    use(x, c.value);
    at += c.length;
  }
}

}  // namespace

bool digits_only(std::string_view cell) {
  return !cell.empty() && cell.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::size_t find_blanks(std::string_view text, std::size_t count, std::size_t from) {
  constexpr std::uint64_t kEach = 0x0101010101010101ULL;
  for (std::size_t at = text.find(' ', from); at < text.size();) {
    // Eight bytes with no two blanks side by side hold nothing but the last one.
    if (at + 8 <= text.size()) {
      const std::uint64_t others = load_bytes(text, at, 8) ^ (kEach * ' ');
      const std::uint64_t blanks =
          (others - kEach) & ~others & (kEach << 7);  // and some beside one
      if ((blanks & (blanks >> 8)) == 0) {
        at += 7;
        continue;
      }
    }
    std::size_t end = at;
    while (end < text.size() && text[end] == ' ') ++end;
    if (end - at >= count) return at;
    at = std::max(end, at + 1);
  }
  return std::string_view::npos;
}

bool is_drawn_rule(std::string_view line) {
  if (line == "|") return true;
  bool horizontal = false;
  bool crossing = false;
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint c = decode(line, i);
    if (is_horizontal(c.value)) {
      horizontal = true;
    } else if (c.value == '|' || c.value == '+' || is_box(c.value)) {
      crossing = true;
    } else if (c.value != ' ' && c.value != ':' && c.value != '\t') {
      return false;
    }
    i += c.length;
  }
  return horizontal && crossing;
}

std::vector<std::size_t> bar_columns(std::string_view content, Range line) {
  std::vector<std::size_t> bars;
  for_each_column(content, line, [&](std::size_t x, char32_t c) {
    if (is_vertical(c)) bars.push_back(x);
  });
  return bars;
}

std::vector<std::size_t> open_columns(std::string_view content, Range rule, Range row) {
  const std::vector<std::size_t> bars = bar_columns(content, row);
  std::vector<std::size_t> columns;
  if (bars.size() < 3) return columns;
  std::vector<std::size_t> drawn(bars.size() - 1);  // characters: marks may be gone from the row
  for_each_column(content, rule, [&](std::size_t x, char32_t c) {
    const auto next = std::upper_bound(bars.begin(), bars.end(), x);
    const bool inside = next != bars.begin() && next != bars.end() && *(next - 1) < x;
    if (inside && is_horizontal(c)) ++drawn[static_cast<std::size_t>(next - bars.begin()) - 1];
  });
  for (std::size_t c = 0; c < drawn.size(); ++c) {
    if (drawn[c] * 2 < bars[c + 1] - bars[c] - 1) columns.push_back(c);
  }
  if (columns.size() == drawn.size()) columns.clear();
  return columns;
}

bool is_piped(std::string_view content, Range range) {
  const Range inner = trim(content, range);
  return tabs(content, range).empty() && draws_cells(content, inner, pipes(content, inner));
}

std::vector<Range> cut_cells(std::string_view content, Range range, Frame frame) {
  std::vector<Separator> separators = tabs(content, range);
  if (separators.empty()) {
    const Range inner = trim(content, range);
    separators = pipes(content, inner);
    if (!draws_cells(content, inner, separators)) return {inner};
    range = inner;
  } else {
    frame = {false, false};
  }
  std::vector<Range> cells;
  std::uint32_t begin = range.begin;
  for (const Separator& separator : separators) {
    cells.push_back(trim(content, {begin, separator.begin}));
    begin = separator.end;
  }
  cells.push_back(trim(content, {begin, std::max(begin, range.end)}));
  if (frame.left && separators.front().begin == range.begin) cells.erase(cells.begin());
  if (frame.right && !cells.empty() && separators.back().end == range.end) cells.pop_back();
  if (cells.empty()) cells.push_back({range.begin, range.begin});
  return cells;
}

}  // namespace scp
