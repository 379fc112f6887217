// Deals out the cells of a row that has fewer than its header, where cells were left out:
//
//     | TT | Nhiệm vụ  | Chủ trì | Phối hợp | Thời hạn |
//     | 4  | Tỉa cành  | Sở A    | 2027     |              the last is a time
#ifndef SCPPARSE_LAYOUT_SHORT_ROWS_H_
#define SCPPARSE_LAYOUT_SHORT_ROWS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "layout/tables.h"

namespace scp {

// Moves the cells to the columns that their words fit; a row whose cells fit where they stand stays
// as it is.
void deal_short_row(std::string_view content, const Grammar& grammar,
                    const std::vector<std::string_view>& roles, DraftRow& row);

// A row that lacks the cells that are merged with those above it, and the columns of those it has.
struct ShortRow {
  std::size_t row = 0;  // of the table
  std::vector<std::size_t> columns;
};

// Rows of one table that lack as many cells mostly lack the same: a row whose cells stand elsewhere
// than those of the others is moved there.
void align_short_rows(std::string_view content, const Grammar& grammar,
                      const std::vector<ShortRow>& shorts, DraftTable& table);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_SHORT_ROWS_H_
