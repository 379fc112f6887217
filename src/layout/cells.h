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

// The cells of the line `range` of `content`, without blanks at their ends; one cell when the line
// has no separators. With `framed`, pipes at the ends of the line are a frame and make no cells of
// their own; without, they stand beside an empty cell.
std::vector<Range> cut_cells(std::string_view content, Range range, bool framed = true);

// True when the cells of a line are cut by pipes instead of tabs.
bool is_piped(std::string_view content, Range range);

// True for a line that only draws: |---|:--:|, +----+----+, ├────┼────┤.
bool is_drawn_rule(std::string_view line);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_CELLS_H_
