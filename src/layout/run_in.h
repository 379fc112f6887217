// Text whose line ends were lost: a whole document in one line, or in the last cell of the row of a
// table that stood above it.
//
//     | Số: 12/TB-VP | Hà Nội, ngày … | THÔNG BÁO Kết luận … 1. Bộ A … 2. Bộ B … | Nơi nhận: … |
//
// Only lines that are far longer than any paragraph and hold several marks that begin lines
// (enumerators that count on, legal bases) are taken for such; others stay as they are.
#ifndef SCPPARSE_LAYOUT_RUN_IN_H_
#define SCPPARSE_LAYOUT_RUN_IN_H_

#include <string_view>
#include <vector>

#include "grammar/grammar.h"
#include "text/text.h"

namespace scp {

// The line ends that `content` has lost, in order; offsets in `content`.
std::vector<LineEnd> find_lost_line_ends(std::string_view content, const Grammar& grammar);

// normalize(), with line ends put in where they were lost.
Text read_text(const SourceFile& source, const Grammar& grammar);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_RUN_IN_H_
