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
bool EndedCellFinder::next_cell(std::size_t line, Cell& cell) const {
  std::uint32_t before = line == 0 ? 0 : lines_[line - 1].range.end;
  for (std::size_t i = line; i < lines_.size() && i < line + kMostLines; ++i) {
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
    if (here.rule || here.tabbed() || here.kind_line) return false;
    cell.parts.emplace_back(here.range);
  }
  return false;
}

// Reads until there are so many cells, or no more; the first begins at `line`.
void EndedCellFinder::read_on(std::size_t line, std::size_t wanted,
                              std::vector<Cell>& cells) const {
  while (cells.size() < wanted) {
    Cell cell;
    if (!next_cell(cells.empty() ? line : cells.back().end_line, cell)) return;
    cells.push_back(std::move(cell));
  }
}

bool EndedCellFinder::begins_row(const Cell& cell) const {
  return cell.parts.size() == 1 && cell.text.front() != '(' && numbers_row(cell.text);
}

// The cells before the first row number are the header, when it knows enough of them.
std::size_t EndedCellFinder::header_width(const std::vector<Cell>& cells) const {
  std::size_t known = 0;
  for (std::size_t i = 0; i < cells.size() && i <= kMostWidth; ++i) {
    if (i >= 3 && known >= 3 && (cells[i].text == "(1)" || begins_row(cells[i]))) return i;
    if (column_role(grammar_, cells[i].text).data() != nullptr) ++known;
  }
  return 0;
}

void EndedCellFinder::take(const Cell& cell) {
  for (const Part& part : cell.parts) numbers_.take(part);
}

bool EndedCellFinder::read(std::size_t at, DraftTable& table) {
  if (lines_[at].rule || lines_[at].tabbed()) return false;
  if (!is_end(at + 1) && !is_end(at + 2)) return false;
  Cell first;
  if (!next_cell(at, first) || column_role(grammar_, first.text) != "number") return false;
  std::vector<Cell> cells;
  read_on(at, kMostWidth + 1, cells);
  const std::size_t width = header_width(cells);
  if (width == 0) return false;
  for (std::size_t i = 0; i < width; ++i) {
    table.header.push_back(cells[i].parts);
    table.roles.push_back(column_role(grammar_, cells[i].text));
  }
  std::size_t next = width;
  read_on(at, next + width + 1, cells);
  if (next + width <= cells.size() && cells[next].text == "(1)") {
    for (std::size_t i = next; i < next + width; ++i) {
      for (const Part& part : cells[i].parts) {
        furniture_.push_back({part, "repeated-header"});
      }
    }
    next += width;
    read_on(at, next + width, cells);
  }
  while (next < cells.size() && begins_row(cells[next])) {
    DraftRow row;
    const std::size_t end = std::min(next + width, cells.size());
    std::size_t i = next;
    do {  // the title of a group takes two cells, then the next row begins
      take(cells[i]);
      row.cells.push_back(cells[i].parts);
      ++i;
    } while (i < end && !(i == next + 2 && begins_row(cells[i])));
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
