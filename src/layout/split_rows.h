// Rows whose cells are set apart by tabs, with the paragraphs of one cell on lines of their own.
#ifndef SCPPARSE_LAYOUT_SPLIT_ROWS_H_
#define SCPPARSE_LAYOUT_SPLIT_ROWS_H_

#include <string_view>
#include <vector>

#include "layout/lines.h"

namespace scp {

// Makes one line of those of a row below a known header: where a numbered one has too few cells
// and the lines after it have just those that it lacks.
void join_split_rows(std::string_view content, const Grammar& grammar, std::vector<Line>& lines);

// The same for rows between pipes, where a line ended inside of a cell and the pipe behind the cell
// begins the next line. Before frames are settled.
void join_broken_rows(std::string_view content, const Grammar& grammar, std::vector<Line>& lines);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_SPLIT_ROWS_H_
