// Finds the header of a table whose columns are set apart by blanks only.
//
//     TT   Nội dung công việc    Cơ quan    Cơ quan     Thời      three lines, five cells:
//                                chủ trì    phối hợp    gian      what stands above one another
//                                                                 is one cell
//
// Places across the page are counted in characters from the beginning of the line.
#ifndef SCPPARSE_LAYOUT_FIXED_HEADER_H_
#define SCPPARSE_LAYOUT_FIXED_HEADER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "layout/lines.h"

namespace scp {

// Text without two blanks in a row.
struct Segment {
  Range range;  // in Text::content
  std::uint32_t x = 0;
  std::uint32_t x_end = 0;
};

std::vector<Segment> segments_of(std::string_view content, const Line& line);

struct HeaderColumn {
  std::uint32_t x = 0;
  std::uint32_t x_end = 0;
  std::vector<Part> pieces;
  std::string_view role;  // null when its words name none
};

struct FixedHeader {
  std::vector<HeaderColumn> columns;
  std::vector<Part> headings;  // above several columns
  std::size_t end_line = 0;    // index after its last line
  std::size_t known = 0;       // columns with a role
};

// True when the line at `at` may begin such a header: a cheap look.
bool may_begin_header(std::string_view content, const std::vector<Line>& lines, std::size_t at);

// The header that begins at line `at`; false when none begins there.
bool read_fixed_header(std::string_view content, const Grammar& grammar,
                       const std::vector<Line>& lines, std::size_t at, FixedHeader& header);

// True for the line (1) (2) (3) or 1 2 3 under a header.
bool numbers_columns(std::string_view content, const std::vector<Segment>& segments);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_FIXED_HEADER_H_
