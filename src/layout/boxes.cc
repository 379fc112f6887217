#include "layout/boxes.h"

#include <algorithm>

#include "layout/cells.h"
#include "text/utf8.h"

namespace scp {
namespace {

constexpr std::size_t kFewestStrokes = 4;  // of a row

struct Stroke {
  std::size_t column = 0;  // in characters
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

bool is_box(char32_t c) {
  return c >= 0x2500 && c <= 0x257F;
}

// Blanks and horizontal strokes, as a rule below the upper cell of a header leaves them.
bool only_draws(std::string_view cell) {
  constexpr std::size_t kShortest = 3;  // "-" stands for nothing
  if (cell.size() < kShortest) return false;
  for (std::size_t i = 0; i < cell.size();) {
    const CodePoint c = decode(cell, i);
    const bool stroke = c.value == '-' || c.value == '=' || is_box(c.value);
    if (!stroke && c.value != ' ') return false;
    i += c.length;
  }
  return true;
}

Range trim(std::string_view text, Range range) {
  while (range.begin < range.end && text[range.begin] == ' ') ++range.begin;
  while (range.end > range.begin && text[range.end - 1] == ' ') --range.end;
  return range;
}

class BoxAligner {
 public:
  BoxAligner(std::string_view content, std::vector<Line>& lines)
      : content_(content), lines_(lines) {}

  void run() {
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = i;
      std::size_t rules = 0;
      while (end < lines_.size() && in_box(lines_[end])) rules += crosses(lines_[end++]);
      if (rules >= 2) align(i, end);
      i = std::max(end, i + 1);
    }
  }

 private:
  static Range whole(const Line& line) { return line.drawn.empty() ? line.range : line.drawn; }
  std::string_view text_of(Range range) const { return content_.substr(range.begin, range.size()); }

  static bool in_box(const Line& line) { return line.rule || line.piped || !line.drawn.empty(); }

  // A rule of a box, not the one below the header of a table of pipes.
  bool crosses(const Line& line) const {
    if (!line.rule) return false;
    const std::string_view text = text_of(line.range);
    return text.find('+') != std::string_view::npos || is_box(decode(text, 0).value);
  }

  // The vertical strokes of a line, and the crossings of a rule that is drawn beside its texts.
  std::vector<Stroke> strokes_of(const Line& line) const {
    std::vector<Stroke> strokes;
    const Range range = whole(line);
    const std::size_t start = content_.substr(0, range.begin).rfind('\n');
    std::size_t at = start == std::string_view::npos ? 0 : start + 1;
    for (std::size_t x = 0; at < range.end; ++x) {
      const CodePoint c = decode(content_, at);
      const bool cross = c.value == '+' || (c.value >= 0x251C && c.value <= 0x254B);
      const bool vertical = c.value == '|' || c.value == 0x2502 || c.value == 0x2503 ||
                            c.value == 0x2551 || (c.value >= 0x255E && c.value <= 0x256C);
      if (at >= range.begin && (vertical || (cross && beside_rule(at, c.length)))) {
        const auto begin = static_cast<std::uint32_t>(at);
        strokes.push_back({x, begin, begin + c.length});
      }
      at += c.length;
    }
    return strokes;
  }

  bool beside_rule(std::size_t at, std::size_t length) const {
    const auto horizontal = [&](std::string_view text) {
      return text.starts_with("--") || text.starts_with("==") || text.starts_with("\xE2\x94\x80") ||
             text.starts_with("\xE2\x95\x90");
    };
    if (horizontal(content_.substr(at + length, 3))) return true;
    return (at >= 2 && horizontal(content_.substr(at - 2, 2))) ||
           (at >= 3 && horizontal(content_.substr(at - 3, 3)));
  }

  // More strokes, or the same with nothing taken out between them.
  static bool wider(const std::vector<Stroke>& own, const std::vector<Stroke>& grid) {
    if (own.size() != grid.size()) return own.size() > grid.size();
    return !own.empty() && own.back().column > grid.back().column;
  }

  // Whether the strokes stand in columns of the grid. Where marks (stars) were taken out of a line,
  // those behind them are moved back.
  static bool fit(const std::vector<Stroke>& grid, std::vector<Stroke>& own) {
    constexpr std::size_t kMostLost = 16;  // characters
    if (own.size() < 2 || own.front().column != grid.front().column ||
        own.back().column > grid.back().column)
      return false;
    const std::size_t lost = grid.back().column - own.back().column;
    if (lost > kMostLost) return false;
    std::size_t shift = 0;
    auto next = grid.begin();
    for (Stroke& stroke : own) {
      const std::size_t most = stroke.column + lost;
      const auto at = [](const Stroke& a, std::size_t column) { return a.column < column; };
      const auto found = std::lower_bound(next, grid.end(), stroke.column + shift, at);
      if (found == grid.end() || found->column > most) return false;
      const bool last = &stroke == &own.back();
      const bool several = found + 1 != grid.end() && (found + 1)->column <= most;
      if (several && !last && own.size() < grid.size()) return false;
      shift = found->column - stroke.column;
      stroke.column = last ? grid.back().column : found->column;
      next = found + 1;
    }
    return true;
  }

  void align(std::size_t from, std::size_t to) {
    std::vector<std::vector<Stroke>> all(to - from);
    const std::vector<Stroke>* grid = nullptr;
    for (std::size_t i = from; i < to; ++i) {
      if (lines_[i].rule) continue;
      all[i - from] = strokes_of(lines_[i]);
      if (grid == nullptr || wider(all[i - from], *grid)) grid = &all[i - from];
    }
    if (grid == nullptr || grid->size() < kFewestStrokes || grid->size() > kMostColumns) return;
    const std::vector<Stroke> columns = *grid;
    for (std::size_t i = from; i < to; ++i) {
      if (!lines_[i].rule && !fit(columns, all[i - from])) return;
    }
    for (std::size_t i = from; i < to; ++i) {
      if (!lines_[i].rule) cut(columns, all[i - from], lines_[i]);
    }
  }

  void cut(const std::vector<Stroke>& grid, const std::vector<Stroke>& own, Line& line) const {
    std::vector<Range> cells;
    for (std::size_t s = 0; s + 1 < own.size(); ++s) {
      Range cell = trim(content_, {own[s].end, own[s + 1].begin});
      if (only_draws(text_of(cell))) cell.end = cell.begin;
      cells.push_back(cell);
      const auto next = std::find_if(grid.begin(), grid.end(), [&](const Stroke& stroke) {
        return stroke.column > own[s].column;
      });
      for (auto over = next; over->column < own[s + 1].column; ++over) {
        cells.push_back({cell.end, cell.end});
      }
    }
    if (cells.size() == line.cells.size() && own.size() == grid.size() && line.piped &&
        std::equal(cells.begin(), cells.end(), line.cells.begin(),
                   [](Range a, Range b) { return a.begin == b.begin && a.end == b.end; }))
      return;
    line.range = whole(line);
    line.drawn = {};
    line.cells = std::move(cells);
    line.piped = true;
    line.side_by_side = line.kind_line = line.enumerated = line.agency = false;
    line.form = nullptr;
  }

  std::string_view content_;
  std::vector<Line>& lines_;
};

}  // namespace

void align_boxes(std::string_view content, std::vector<Line>& lines) {
  BoxAligner(content, lines).run();
}

}  // namespace scp
