// Cuts a line into the cells of a table, whatever the table is drawn with: tabs, pipes with or
// without blanks around them, box-drawing characters.
#ifndef SCPPARSE_LAYOUT_CELLS_H_
#define SCPPARSE_LAYOUT_CELLS_H_

#include <string_view>
#include <vector>

#include "layout/flow.h"

namespace scp {

// No table is wider; the last cell takes all the rest of its line.
inline constexpr std::size_t kMostColumns = 64;

// At which ends of a line a pipe is the frame of its table; elsewhere it stands beside an empty
// cell.
struct Frame {
  bool left = true;
  bool right = true;
};

// The cells of the line `range` of `content`, without blanks at their ends and without the frame;
// one cell when the line has no separators.
std::vector<Range> cut_cells(std::string_view content, Range range, Frame frame = {});

// True when the cells of a line are cut by pipes instead of tabs.
bool is_piped(std::string_view content, Range range);

// Where the first run of so many blanks (two at least) or more begins; npos where there is none.
std::size_t find_blanks(std::string_view text, std::size_t count, std::size_t from = 0);

// The columns, in characters from the beginning of the line, at which pipes or box characters stand.
std::vector<std::size_t> bar_columns(std::string_view content, Range line);

// True for a cell of figures and dots.
bool digits_only(std::string_view cell);

// True for a line that only draws: |---|:--:|, +----+----+, ├────┼────┤, or one pipe alone.
bool is_drawn_rule(std::string_view line);

// The columns of a box that the rule above a row leaves open, as where a cell reaches over several
// rows:
//
//     +----+          +-------+
//     | 2  |          | 2026  |     the second one
std::vector<std::size_t> open_columns(std::string_view content, Range rule, Range row);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_CELLS_H_
