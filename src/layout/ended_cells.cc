#include "layout/ended_cells.h"

#include <algorithm>

#include "layout/cells.h"

namespace scp {
namespace {

constexpr std::size_t kMostLines = 1000;  // of one cell
constexpr std::size_t kMostWidth = kMostColumns;

}  // namespace

bool EndedCellFinder::is_end(std::size_t line) const {
  return line < lines_.size() && lines_[line].rule && lines_[line].range.size() == 1;
}

// The cell that begins at a line; false when nothing ends one there.
bool EndedCellFinder::next_cell(std::size_t line, std::size_t most_lines, Cell& cell) const {
  std::uint32_t before = line == 0 ? 0 : lines_[line - 1].range.end;
  for (std::size_t i = line; i < lines_.size() && i < line + most_lines; ++i) {
    const Line& here = lines_[i];
    // A number alone on its line has been taken for the number of a page.
    for (const Range& number : numbers_.between(before, here.range.begin)) {
      cell.parts.emplace_back(number);
    }
    before = here.range.end;
    if (is_end(i)) {
      for (const Part& part : cell.parts) {
        if (!cell.text.empty()) cell.text += ' ';
        cell.text += content_.substr(part.begin, part.size());
      }
      cell.end_line = i + 1;
      return true;
    }
    // The name of a kind is a cell where it stands between two pipes.
    const bool kind = here.kind_line && !(i > 0 && is_end(i - 1) && is_end(i + 1));
    if (here.rule || here.tabbed() || kind) return false;
    cell.parts.emplace_back(here.range);
  }
  return false;
}

// Reads until there are so many cells, or no more; the first begins at `line`.
void EndedCellFinder::read_on(std::size_t line, std::size_t wanted,
                              std::vector<Cell>& cells) const {
  while (cells.size() < wanted) {
    Cell cell;
    if (!next_cell(cells.empty() ? line : cells.back().end_line, kMostLines, cell)) return;
    cells.push_back(std::move(cell));
  }
}

bool EndedCellFinder::begins_row(const Cell& cell) const {
  const bool year = cell.text.size() == 4 && cell.text.find_first_not_of("0123456789") > 3;
  return cell.parts.size() == 1 && cell.text.front() != '(' && !year && numbers_row(cell.text);
}

// The cells before the first row number are the header, when it knows enough of them. Without a
// column for numbers, those that are known.
std::size_t EndedCellFinder::header_width(const std::vector<Cell>& cells) const {
  const bool numbered = cells.front().text.empty() || role_of(cells.front()) == "number";
  // A title above an empty first cell looks like a first cell.
  if (!numbered && cells.size() > 1 && role_of(cells[0]) == role_of(cells[1])) return 0;
  std::size_t known = 0;
  for (std::size_t i = 0; i < cells.size() && i <= kMostWidth; ++i) {
    const bool role = role_of(cells[i], numbered).data() != nullptr;
    if (i >= 3 && known >= (numbered ? 2 : 3)) {
      if (numbered && (begins_row(cells[i]) || column_numbers(cells, i, i) != 0)) return i;
      if (!numbered && !role) return i;
    }
    if (!numbered && !role) return 0;
    if (role) ++known;
  }
  return 0;
}

// So many cells from here number the columns.
std::size_t EndedCellFinder::column_numbers(const std::vector<Cell>& cells, std::size_t from,
                                            std::size_t width) const {
  ColumnNumbers numbers;
  std::size_t i = from;
  while (i < cells.size() && i < from + width && numbers.take(cells[i].text)) ++i;
  return numbers.enough() && i == from + width ? width : 0;
}

std::string_view EndedCellFinder::role_of(const Cell& cell, bool misread) const {
  const std::string_view role = column_role(grammar_, cell.text);
  return role.data() != nullptr || !misread ? role : column_role_misread(grammar_, cell.text);
}

void EndedCellFinder::take(const Cell& cell) {
  for (const Part& part : cell.parts) numbers_.take(part);
}

// A cell of a repeated header, or one that numbers its column.
void EndedCellFinder::set_aside(const Cell& cell) {
  for (const Part& part : cell.parts) {
    const bool there = !numbers_.between(part.begin, part.end).empty();
    if (!there) furniture_.push_back({part, "repeated-header"});
  }
}

bool EndedCellFinder::read(std::size_t at, DraftTable& table) {
  if (lines_[at].tabbed() || (lines_[at].rule && !is_end(at))) return false;
  if (!is_end(at) && !is_end(at + 1) && !is_end(at + 2)) return false;
  Cell first;
  if (!next_cell(at, kMostLines, first)) return false;
  // Text above a table whose rows are framed is no cell of it.
  Framed framed;
  framed.first_line = first.end_line;
  DraftTable header;
  if (framed_header(framed, header)) return false;
  Cell second;
  if (!next_cell(first.end_line, kMostLines, second)) return false;
  const bool known = role_of(first.text.empty() ? second : first).data() != nullptr;
  if (!known) return false;
  std::vector<Cell> cells;
  read_on(at, kMostWidth + 1, cells);
  const std::size_t width = header_width(cells);
  if (width == 0) return false;
  for (std::size_t i = 0; i < width; ++i) {
    table.header.push_back(cells[i].parts);
    table.roles.push_back(role_of(cells[i], i > 0));
  }
  const bool numbered = first.text.empty() || table.roles.front() == "number";
  if (numbered) table.roles.front() = "number";
  std::size_t next = width;
  read_on(at, next + 2 * width + 1, cells);
  if (column_numbers(cells, next, width) != 0) {
    for (std::size_t i = next; i < next + width; ++i) set_aside(cells[i]);
    next += width;
    read_on(at, next + width, cells);
  }
  const auto row_follows = [&] {
    if (numbered) return next < cells.size() && begins_row(cells[next]);
    constexpr std::size_t kLongest = 40;  // lines of a cell
    return next + width <= cells.size() && cells[next].parts.size() <= kLongest;
  };
  while (row_follows()) {
    DraftRow row;
    const std::size_t end = std::min(next + width, cells.size());
    std::size_t i = next;
    do {  // the title of a group takes two cells, then the next row begins
      take(cells[i]);
      row.cells.push_back(cells[i].parts);
      ++i;
    } while (i < end && !(numbered && i == next + 2 && begins_row(cells[i])));
    row.cells.resize(width);
    table.rows.push_back(std::move(row));
    next = i;
    read_on(at, next + width, cells);
  }
  if (table.rows.empty()) return false;
  table.first_line = at;
  table.end_line = cells[next - 1].end_line;
  return true;
}

}  // namespace scp
