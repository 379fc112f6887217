// Roles of columns that not their headers but their cells tell.
#ifndef SCPPARSE_LAYOUT_COLUMN_NAMES_H_
#define SCPPARSE_LAYOUT_COLUMN_NAMES_H_

#include "layout/blocks.h"

namespace scp {

// Numbers below an empty header; bodies below "Đơn vị"; what has been done below "Kết quả". The
// cells of the table stand in `flow`.
void name_columns(const Grammar& grammar, const Flow& flow, TableBlock& table);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_COLUMN_NAMES_H_
