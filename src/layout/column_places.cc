#include "layout/column_places.h"

#include <algorithm>

#include "text/utf8.h"

namespace scp {
namespace {

// Finds the gutter between each two columns: where the fewest lines have text between the end of
// one header cell and the beginning of the next. A blank inside a text counts half.
class GutterFinder {
 public:
  GutterFinder(std::string_view content, const GridPage& page) : content_(content), page_(page) {}

  std::vector<Gutter> run() {
    std::vector<Gutter> gutters;
    for (std::size_t c = 0; c + 1 < page_.columns.size(); ++c) {
      gutters.push_back(between(page_.columns[c].x_end, page_.columns[c + 1].x));
    }
    return gutters;
  }

 private:
  bool title(const GridLine& line) const {
    if (line.segments.size() > 2) return false;
    const Segment& last = line.segments.back();
    for (std::size_t c = 0; c + 1 < page_.columns.size(); ++c) {
      if (last.x < page_.columns[c].x_end && last.x_end > page_.columns[c + 1].x) return true;
    }
    return false;
  }

  Gutter between(std::uint32_t from, std::uint32_t to) const {
    if (to <= from) return {from, from + 1};
    std::vector<std::uint32_t> filled(to - from, 0);
    for (const GridLine& line : page_.lines) {
      if (title(line)) continue;
      for (const Segment& s : line.segments) fill(s, from, filled);
    }
    const std::uint32_t least = *std::min_element(filled.begin(), filled.end());
    Gutter best;
    for (std::uint32_t i = 0; i < filled.size();) {
      std::uint32_t end = i;
      while (end < filled.size() && filled[end] == least) ++end;
      if (end - i > best.end - best.begin) best = {from + i, from + end};
      i = std::max(end, i + 1);
    }
    return best;
  }

  void fill(const Segment& s, std::uint32_t from, std::vector<std::uint32_t>& filled) const {
    if (s.x_end <= from) return;
    std::uint32_t x = s.x;
    for (std::uint32_t i = s.range.begin; i < s.range.end && x < from + filled.size(); ++x) {
      if (x >= from) filled[x - from] += content_[i] == ' ' ? 1 : 2;
      i += decode(content_, i).length;
    }
  }

  std::string_view content_;
  const GridPage& page_;
};

// Where most lines of a wrapped text end; cells that still hold a part of the next are longer.
int wrapped_width(const std::vector<int>& widths) {
  constexpr int kRagged = 5;
  constexpr std::size_t kEnough = 8;
  std::size_t most = 0;
  int width = widths.back();
  for (std::size_t from = 0, to = 0; to < widths.size(); ++to) {
    while (widths[to] - widths[from] > kRagged) ++from;
    if (to - from + 1 < most) continue;
    most = to - from + 1;
    width = widths[to];
  }
  return most >= kEnough && most * 4 >= widths.size() ? width + 1 : widths.back();
}

// The value that most have, give or take `spread`, and how many these are. They are sorted.
std::size_t most_common(const std::vector<int>& values, int spread, int& value) {
  std::size_t most = 0;
  for (std::size_t from = 0, to = 0; to < values.size(); ++to) {
    while (values[to] - values[from] > spread) ++from;
    if (to - from + 1 <= most) continue;
    most = to - from + 1;
    value = values[(from + to) / 2];
  }
  return most;
}

}  // namespace

Extent extent_of(const std::vector<Edge>& cells) {
  const std::size_t size = cells.size();
  std::vector<int> lefts;
  std::vector<int> middles;
  std::vector<int> widths;
  for (const Edge& cell : cells) {
    lefts.push_back(cell.left);
    middles.push_back(cell.left + cell.right);
    widths.push_back(cell.right - cell.left);
  }
  std::sort(lefts.begin(), lefts.end());
  std::sort(middles.begin(), middles.end());
  std::sort(widths.begin(), widths.end());
  int width = widths[size - 1 - size / 10];
  int left = 0;
  int middle = 0;
  const std::size_t most = most_common(lefts, 0, left);
  const bool flush = most * 3 >= size && most >= most_common(middles, 2, middle);
  if (flush) width = std::min(width, wrapped_width(widths));
  if (!flush) left = (middles[size / 2] - width) / 2;
  return {left, left + width, flush};
}

std::vector<Gutter> find_gutters(std::string_view content, const GridPage& page) {
  return GutterFinder(content, page).run();
}

void bound_page(GridPage& page) {
  page.widths.assign(page.columns.size(), 0);
  page.lefts.assign(page.columns.size(), 0);
  for (const GridLine& line : page.lines) {
    if (line.spanning) continue;
    for (std::size_t c = 0; c < line.cells.size(); ++c) {
      if (line.cells[c].range.empty()) continue;
      const bool first = page.widths[c] == 0;
      page.lefts[c] = first ? line.cells[c].x : std::min(page.lefts[c], line.cells[c].x);
      page.widths[c] = std::max(page.widths[c], line.cells[c].x_end);
    }
  }
}

void count_cuts(const GridPage& page, std::size_t& single, std::size_t& cuts) {
  for (const GridLine& line : page.lines) {
    const Segment* before = nullptr;
    for (const Segment& cell : line.cells) {
      if (cell.range.empty()) continue;
      if (before != nullptr) {
        ++cuts;
        single += cell.x == before->x_end + 1 ? 1 : 0;
      }
      before = &cell;
    }
  }
}

std::string text_above(std::string_view content, const GridPage& page, std::size_t at,
                       std::size_t c) {
  constexpr std::size_t kMostLines = 5;
  constexpr std::size_t kMostEmpty = 2;  // between two lines of a cell
  std::string text;
  std::size_t lines = 0;
  std::size_t empty = 0;
  while (at-- > 0 && lines < kMostLines && empty < kMostEmpty) {
    const GridLine& line = page.lines[at];
    if (line.spanning) break;
    const Range cell = line.cells[c].range;
    if (cell.empty()) {
      ++empty;
      continue;
    }
    const std::string own(content.substr(cell.begin, cell.size()));
    text = text.empty() ? own : own + ' ' + text;
    empty = 0;
    ++lines;
  }
  return text;
}

}  // namespace scp
