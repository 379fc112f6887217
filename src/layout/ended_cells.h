// Finds tables whose cells stand one below the other, each ended by a line with nothing but a pipe,
// as converters of web pages leave them:
//
//     STT · | · Nội dung · công việc · | · Chủ trì · | · 1 · | · Tuần tra · | · Sở Y tế · |
//
// (· is a line end.) The header says how many columns there are; running numbers begin the rows, so
// that the title of a group may take fewer cells. Without numbers each row has all its cells.
//
// Other converters frame each row, so that two pipes stand between rows:
//
//     | · STT · | · Nội dung · | · Chủ trì · | · | · I · | · Tuần tra · | · | · 1 · …
#ifndef SCPPARSE_LAYOUT_ENDED_CELLS_H_
#define SCPPARSE_LAYOUT_ENDED_CELLS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "layout/lone_numbers.h"
#include "layout/short_rows.h"
#include "layout/tables.h"

namespace scp {

// "2" of "2. Rà soát …"; empty where no number stands before a text.
std::string_view number_before(std::string_view text);

// Whether a text is the label of the rows and a number: "Bước 2".
bool counts_with(std::string_view text, std::string_view label);

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
  // The same for one whose rows are framed.
  bool read_framed(std::size_t at, DraftTable& table);

 private:
  struct Cell {
    std::vector<Part> parts;
    std::string text;
    std::size_t end_line = 0;  // after the line with its pipe
  };
  // A framed table as far as it was read: its cells without the pipe that begins the first row; the
  // one that begins another row ends an empty cell here.
  struct Framed {
    std::size_t first_line = 0;
    std::vector<Cell> cells;
    std::vector<std::string> header;  // its texts
    std::vector<std::string> upper;   // those of its first row
    std::vector<std::string> lower;   // those of its second row
    bool numbered = false;
    bool in_text = false;  // the numbers stand before the contents: "1. Rà soát …"
    std::string label;     // the word before the numbers of its rows: "Bước 1"
    bool blank = false;    // nothing stands in the last row
    std::size_t width = 0;
    std::size_t next = 0;  // where the next row begins
    std::vector<ShortRow> shorts;
  };
  using Seen = std::vector<int>;  // by cell and rows ahead; -1 where not yet known
  bool is_end(std::size_t line) const;
  bool next_cell(std::size_t line, std::size_t most_lines, Cell& cell) const;
  void read_on(std::size_t line, std::size_t wanted, std::vector<Cell>& cells) const;
  std::size_t header_width(const std::vector<Cell>& cells) const;
  std::size_t column_numbers(const std::vector<Cell>& cells, std::size_t from,
                             std::size_t width) const;
  bool begins_row(const Cell& cell) const;
  std::string_view role_of(const Cell& cell, bool misread = false) const;
  void take(const Cell& cell);
  void set_aside(const Cell& cell);
  const Cell* cell_at(Framed& framed, std::size_t i) const;
  bool empty_at(Framed& framed, std::size_t i) const;
  bool begins_row_at(Framed& framed, std::size_t i) const;
  std::string_view number_at(Framed& framed, std::size_t i) const;
  std::size_t filled_from(Framed& framed, std::size_t from) const;
  bool row_inside(Framed& framed, std::size_t from, std::size_t size) const;
  int seam_cost(Framed& framed, std::size_t from, std::size_t size) const;
  int row_cost(Framed& framed, std::size_t from, std::size_t size) const;
  bool heads_again(Framed& framed, std::size_t i) const;
  bool blank_from(Framed& framed) const;
  int last_cost(Framed& framed, std::size_t from) const;
  int best_row(Framed& framed, std::size_t from, std::size_t rows, Seen& seen,
               std::size_t& size) const;
  bool regular_rows(Framed& framed) const;
  bool framed_header(Framed& framed, DraftTable& table) const;
  void lower_header(Framed& framed, DraftTable& table) const;
  void numbers_in_text(Framed& framed) const;
  std::size_t again_lower(Framed& framed) const;
  void blanks_below(Framed& framed, DraftTable& table) const;
  void put_cell(Framed& framed, const Cell& lower, std::size_t column, bool fresh,
                DraftTable& table) const;
  void put_under(Framed& framed, std::size_t from, std::size_t size, DraftTable& table) const;
  bool share_by_roles(const Framed& framed, std::size_t from, std::size_t size,
                      const DraftTable& table, std::size_t& column,
                      std::vector<std::size_t>& shares) const;
  bool repeats_header(const Framed& framed, std::size_t end, const DraftTable& table) const;
  bool begins_other(const Framed& framed, std::size_t end) const;
  void add_framed(Framed& framed, std::size_t end, DraftTable& table);
  static void cover_left_out(const DraftTable& table, DraftRow& row);
  static void forget_read(Framed& framed);

  std::string_view content_;
  const Grammar& grammar_;
  const std::vector<Line>& lines_;
  std::vector<Furniture>& furniture_;
  LoneNumbers& numbers_;
};

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_ENDED_CELLS_H_
