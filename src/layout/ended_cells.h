// Finds tables whose cells stand one below the other, each ended by a line with nothing but a pipe,
// as converters of web pages leave them:
//
//     STT · | · Nội dung · công việc · | · Chủ trì · | · 1 · | · Tuần tra · | · Sở Y tế · |
//
// (· is a line end.) The header says how many columns there are; running numbers begin the rows, so
// that the title of a group may take fewer cells. Without numbers each row has all its cells.
#ifndef SCPPARSE_LAYOUT_ENDED_CELLS_H_
#define SCPPARSE_LAYOUT_ENDED_CELLS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "layout/lone_numbers.h"
#include "layout/tables.h"

namespace scp {

class EndedCellFinder {
 public:
  EndedCellFinder(const Text& text, const Grammar& grammar, const std::vector<Line>& lines,
                  std::vector<Furniture>& furniture, LoneNumbers& numbers)
      : content_(text.content),
        grammar_(grammar),
        lines_(lines),
        furniture_(furniture),
        numbers_(numbers) {}

  // The table that begins at line `at`; false when none begins there.
  bool read(std::size_t at, DraftTable& table);

 private:
  struct Cell {
    std::vector<Part> parts;
    std::string text;
    std::size_t end_line = 0;  // after the line with its pipe
  };
  bool is_end(std::size_t line) const;
  bool next_cell(std::size_t line, Cell& cell) const;
  void read_on(std::size_t line, std::size_t wanted, std::vector<Cell>& cells) const;
  std::size_t header_width(const std::vector<Cell>& cells) const;
  std::size_t column_numbers(const std::vector<Cell>& cells, std::size_t from,
                             std::size_t width) const;
  bool begins_row(const Cell& cell) const;
  std::string_view role_of(const Cell& cell, bool misread = false) const;
  void take(const Cell& cell);

  std::string_view content_;
  const Grammar& grammar_;
  const std::vector<Line>& lines_;
  std::vector<Furniture>& furniture_;
  LoneNumbers& numbers_;
};

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_ENDED_CELLS_H_
