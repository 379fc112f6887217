// Deals out the cells of a row that has fewer than its header, where cells were left out:
//
//     | TT | Nhiệm vụ  | Chủ trì | Phối hợp | Thời hạn |
//     | 4  | Tỉa cành  | Sở A    | 2027     |              the last is a time
#ifndef SCPPARSE_LAYOUT_SHORT_ROWS_H_
#define SCPPARSE_LAYOUT_SHORT_ROWS_H_

#include <string_view>
#include <vector>

#include "layout/tables.h"

namespace scp {

// Moves the cells to the columns that their words fit; a row whose cells fit where they stand stays
// as it is.
void deal_short_row(std::string_view content, const Grammar& grammar,
                    const std::vector<std::string_view>& roles, DraftRow& row);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_SHORT_ROWS_H_
