// Cells one below the other, each row framed by lone pipes: two of them stand between rows, and so
// around an empty cell.
#include <algorithm>
#include <charconv>
#include <functional>

#include "layout/cells.h"
#include "layout/ended_cells.h"
#include "layout/short_rows.h"

namespace scp {
namespace {

constexpr std::size_t kFewestColumns = 3;
constexpr std::size_t kWidest = 32;            // cells of a header
constexpr std::size_t kMostFramedLines = 400;  // of one cell
constexpr std::size_t kHeaderLines = 8;        // of one cell
constexpr std::size_t kAhead = 3;              // rows that are weighed together
constexpr int kImpossible = 100;
constexpr int kDeadEnd = 8;  // no row can stand there

// 0 and 1.364.329 are values, 11.10 may number a row.
bool is_value(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  return text.find_first_not_of('0') == std::string_view::npos ||
         (digits_only(text) && dot != std::string_view::npos && text.size() - dot == 4);
}

bool is_empty(const std::vector<Part>& cell) {
  return cell.empty();
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

bool whole_number(std::string_view text, int& value) {
  const std::from_chars_result end = std::from_chars(text.data(), text.data() + text.size(), value);
  return end.ec == std::errc{} && end.ptr == text.data() + text.size();
}

// Whether a row of the second number may stand below one of the first: 50 is a value below 1.
bool counts_on(std::string_view above, std::string_view below) {
  constexpr int kGap = 2;
  int first = 0;
  int second = 0;
  if (!whole_number(above, first) || !whole_number(below, second)) return true;
  return second == 1 || (second > first && second <= first + kGap);
}

}  // namespace

std::string_view number_before(std::string_view text) {
  const std::size_t end = text.find(' ');
  if (end == std::string_view::npos || end < 2 || text[end - 1] != '.') return {};
  const std::string_view number = text.substr(0, end - 1);
  return numbers_row(number) ? number : std::string_view{};
}

bool counts_with(std::string_view text, std::string_view label) {
  if (text.size() < label.size() + 2 || !text.starts_with(label) || text[label.size()] != ' ')
    return false;
  return text.find_first_not_of("0123456789", label.size() + 1) == std::string_view::npos;
}

// Null where the table has no more cells. Valid up to the next call.
const EndedCellFinder::Cell* EndedCellFinder::cell_at(Framed& framed, std::size_t i) const {
  while (framed.cells.size() <= i) {
    Cell cell;
    const std::size_t line =
        framed.cells.empty() ? framed.first_line : framed.cells.back().end_line;
    if (!next_cell(line, framed.width == 0 ? kHeaderLines : kMostFramedLines, cell)) return nullptr;
    framed.cells.push_back(std::move(cell));
  }
  return &framed.cells[i];
}

// Whether two pipes stand here, with nothing between them.
bool EndedCellFinder::empty_at(Framed& framed, std::size_t i) const {
  const Cell* cell = cell_at(framed, i);
  return cell != nullptr && cell->parts.empty();
}

bool EndedCellFinder::begins_row_at(Framed& framed, std::size_t i) const {
  const Cell* cell = cell_at(framed, i);
  if (cell == nullptr || cell->parts.empty()) return false;
  if (!framed.label.empty()) return counts_with(cell->text, framed.label);
  if (framed.in_text) return !number_before(cell->text).empty();
  return begins_row(*cell) && !is_value(cell->text);
}

// The number that a row begins with.
std::string_view EndedCellFinder::number_at(Framed& framed, std::size_t i) const {
  const std::string_view text = framed.cells[i].text;
  return framed.in_text ? number_before(text) : text;
}

// How many cells from here are not empty.
std::size_t EndedCellFinder::filled_from(Framed& framed, std::size_t from) const {
  for (std::size_t size = 0; size <= kWidest; ++size) {
    const Cell* cell = cell_at(framed, from + size);
    if (cell == nullptr || cell->parts.empty()) return size;
  }
  return 0;
}

// Whether the number of another row stands behind two pipes in these cells.
bool EndedCellFinder::row_inside(Framed& framed, std::size_t from, std::size_t size) const {
  for (std::size_t i = from + 1; i + 1 < from + size; ++i) {
    if (empty_at(framed, i) && begins_row_at(framed, i + 1) &&
        counts_on(number_at(framed, from), number_at(framed, i + 1)))
      return true;
  }
  return false;
}

// Whether a row of cells that have text and two pipes in between may be two rows: the title of a
// group with a row below it, or two rows that both stand beside merged cells.
//
//     | · II · | · BỘ Y TẾ · | · | · | · Bộ Y tế · | · …      | · Rà soát · | · 2026 · | · | · Lập
//     …
int EndedCellFinder::seam_cost(Framed& framed, std::size_t from, std::size_t size) const {
  constexpr int kTitleInside = 2;
  constexpr int kBesideMerged = 7;
  const std::size_t filled = filled_from(framed, from);
  if (filled == 0 || filled >= size) return 0;
  if (begins_row_at(framed, from)) {
    const bool title = filled == 2 && !has_digit(framed.cells[from].text);
    return title && filled_from(framed, from + 4) > 0 && empty_at(framed, from + 3) ? kTitleInside
                                                                                    : 0;
  }
  return filled > 1 && filled_from(framed, from + filled + 1) > 0 ? kBesideMerged : 0;
}

// What speaks against so many cells as a row: 0 for one that has all of them.
int EndedCellFinder::row_cost(Framed& framed, std::size_t from, std::size_t size) const {
  constexpr int kTooMany = 3;
  constexpr int kNumberInside = 2;
  constexpr int kBlank = 4;
  constexpr int kNumberOnly = 5;
  const bool whole = size == framed.width;
  if (!framed.numbered) return whole ? 0 : size < framed.width ? 1 : kTooMany;
  const bool starts = begins_row_at(framed, from);
  const bool header = !starts && size >= kFewestColumns && filled_from(framed, from) == size &&
                      role_of(framed.cells[from]).data() != nullptr &&
                      role_of(framed.cells[from + 1]).data() != nullptr;
  if (header) return 0;
  int cost = 0;
  if (size > framed.width) cost += kTooMany;
  if (size == 1 && starts && !framed.in_text && numbers_row(framed.cells[from].text))
    cost += kNumberOnly;
  if (size < framed.width) cost += starts ? 1 : empty_at(framed, from) ? 1 + kBlank : 2;
  if (empty_at(framed, from) && begins_row_at(framed, from + 1)) cost += kBlank;
  if (row_inside(framed, from, size)) cost += kNumberInside;
  return cost + seam_cost(framed, from, size);
}

// Whether the first cell of the header stands here once more.
bool EndedCellFinder::heads_again(Framed& framed, std::size_t i) const {
  const Cell* cell = cell_at(framed, i);
  return cell != nullptr && !cell->parts.empty() && cell->text == framed.header.front();
}

// What speaks against the end of the table after a whole row.
int EndedCellFinder::last_cost(Framed& framed, std::size_t from) const {
  constexpr int kLast = 1;
  constexpr int kCellBelow = 4;
  constexpr std::size_t kFewLines = 6;
  const Cell* below = cell_at(framed, from + framed.width);
  return below != nullptr && below->parts.size() <= kFewLines ? kCellBelow : kLast;
}

// Whether nothing stands in all the cells of two rows.
bool EndedCellFinder::blank_from(Framed& framed) const {
  const std::size_t end = framed.next + 2 * framed.width;
  for (std::size_t i = framed.next; i < end; ++i) {
    if (!empty_at(framed, i)) return false;
  }
  return true;
}

// The least that speaks against a row that begins here and those below it; `size` is its own then,
// 0 where it can have none: two pipes end a row, and the table ends after a whole one.
int EndedCellFinder::best_row(Framed& framed, std::size_t from, std::size_t rows, Seen& seen,
                              std::size_t& size) const {
  constexpr std::size_t kMostTooMany = 2;
  constexpr int kNotNext = 2;
  size = 0;
  int least = kImpossible;
  for (std::size_t s = 1; s <= framed.width + kMostTooMany; ++s) {
    if (cell_at(framed, from + s - 1) == nullptr) break;
    if (s > 1 && heads_again(framed, from + s - 1)) break;
    const bool ends = empty_at(framed, from + s);
    const bool caption = !ends && heads_again(framed, from + s + 1);  // of the next table
    if (!ends && s != framed.width && !caption) continue;
    int cost = row_cost(framed, from, s) + (ends || caption ? 0 : last_cost(framed, from));
    if (ends && rows > 1 && cost < least && cell_at(framed, from + s + 1) != nullptr) {
      const std::size_t at = (from + s + 1 - framed.next) * kAhead + rows - 2;
      if (at >= seen.size()) seen.resize(at + 1, -1);
      std::size_t below = 0;
      int rest = seen[at];
      if (rest < 0) {
        rest = best_row(framed, from + s + 1, rows - 1, seen, below);
        if (below == 0) rest = kDeadEnd;
        seen[at] = rest;
      }
      cost += rest;
      const bool next_starts = begins_row_at(framed, from) && begins_row_at(framed, from + s + 1);
      if (next_starts && !counts_on(number_at(framed, from), number_at(framed, from + s + 1)))
        cost += kNotNext;
    }
    if (cost < least) {
      least = cost;
      size = s;
    }
  }
  return least;
}

// Whether the row is the header of another table.
bool EndedCellFinder::begins_other(const Framed& framed, std::size_t end) const {
  const bool numbered = role_of(framed.cells[framed.next]) == "number";
  return numbered && end - framed.next >= kFewestColumns;
}

void EndedCellFinder::add_framed(Framed& framed, std::size_t end, DraftTable& table) {
  DraftRow row;
  const auto filled = std::count_if(framed.cells.begin() + static_cast<std::ptrdiff_t>(framed.next),
                                    framed.cells.begin() + static_cast<std::ptrdiff_t>(end),
                                    [](const Cell& cell) { return !cell.parts.empty(); });
  // A form may have any number of empty rows.
  if (filled == 0 && framed.blank) return;
  framed.blank = filled == 0;
  const bool title = framed.numbered && filled == 2 && begins_row_at(framed, framed.next);
  for (std::size_t i = framed.next; i < end; ++i) {
    take(framed.cells[i]);
    if (title && framed.cells[i].parts.empty()) continue;
    if (row.cells.size() < framed.width) {
      row.cells.push_back(framed.cells[i].parts);
      continue;
    }
    std::vector<Part>& last = row.cells.back();
    const std::size_t before = last.size();
    last.insert(last.end(), framed.cells[i].parts.begin(), framed.cells[i].parts.end());
    if (before > 0 && before < last.size()) last[before].joint = '\n';
  }
  deal_short_row(content_, grammar_, table.roles, row);
  // Cells that reach over several rows stand before the others.
  const bool below = framed.numbered && !begins_row_at(framed, framed.next);
  const bool dealt = !row.cells.empty() && row.cells.front().empty();
  if (below && !dealt && row.cells.size() >= kFewestColumns && row.cells.size() < framed.width) {
    row.cells.insert(row.cells.begin(), framed.width - row.cells.size(), std::vector<Part>{});
  }
  if (below && end - framed.next < framed.width) {
    cover_left_out(table, row);
    ShortRow merged{table.rows.size(), {}};
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (!row.cells[c].empty()) merged.columns.push_back(c);
    }
    const bool whole = merged.columns.size() == end - framed.next;
    if (whole && !row.covered.empty()) framed.shorts.push_back(std::move(merged));
  }
  row.cells.resize(framed.width);
  table.rows.push_back(std::move(row));
}

// The cells that a row lacks are those of the row above that reach down over it.
void EndedCellFinder::cover_left_out(const DraftTable& table, DraftRow& row) {
  if (table.rows.empty()) return;
  const DraftRow& above = table.rows.back();
  const auto filled = static_cast<std::size_t>(
      std::count_if(above.cells.begin(), above.cells.end(), std::not_fn(is_empty)));
  if (filled + above.covered.size() < kFewestColumns) return;  // the title of a group
  for (std::size_t c = 1; c < above.cells.size(); ++c) {
    if (c >= row.cells.size() || row.cells[c].empty())
      row.covered.push_back(static_cast<std::uint16_t>(c));
  }
}

// A table may be long; the cells before the next row are no longer asked for.
void EndedCellFinder::forget_read(Framed& framed) {
  constexpr std::size_t kMany = 1024;
  if (framed.next < kMany || framed.next > framed.cells.size()) return;
  framed.first_line = framed.cells[framed.next - 1].end_line;
  framed.cells.erase(framed.cells.begin(),
                     framed.cells.begin() + static_cast<std::ptrdiff_t>(framed.next));
  framed.next = 0;
}

bool EndedCellFinder::read_framed(std::size_t at, DraftTable& table) {
  if (!is_end(at) || is_end(at + 1)) return false;
  Framed framed;
  framed.first_line = at + 1;
  DraftTable found;
  if (!framed_header(framed, found)) return false;
  lower_header(framed, found);
  numbers_in_text(framed);
  constexpr std::size_t kMostAbove = 200;  // cells of headers above the first row
  std::vector<Cell> aside;
  std::size_t end_line = 0;
  bool headed = false;  // the header has come again
  for (;;) {
    Seen seen;
    std::size_t size = 0;
    const std::size_t lower = headed ? again_lower(framed) : 0;
    if (lower != 0) {
      size = lower;
    } else if (blank_from(framed)) {
      size = framed.width;
    } else {
      best_row(framed, framed.next, kAhead, seen, size);
    }
    if (size == 0) break;
    const std::size_t end = framed.next + size;
    headed = lower == 0 && repeats_header(framed, end, found);
    if (lower != 0 || headed) {
      if (found.rows.empty() && aside.size() > kMostAbove) return false;
      for (std::size_t i = framed.next; i < end; ++i) aside.push_back(framed.cells[i]);
    } else if (begins_other(framed, end)) {
      break;
    } else {
      add_framed(framed, end, found);
    }
    end_line = framed.cells[end - 1].end_line;
    framed.next = end + 1;
    if (!empty_at(framed, end)) break;
    forget_read(framed);
  }
  if (found.rows.empty()) return false;
  align_short_rows(content_, grammar_, framed.shorts, found);
  for (const Cell& cell : aside) set_aside(cell);
  found.first_line = at;
  found.end_line = end_line;
  table = std::move(found);
  return true;
}

}  // namespace scp
