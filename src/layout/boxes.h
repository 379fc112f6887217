// The cells of a drawn box by the places of its strokes: a cell that reaches over several columns
// gets the empty ones that it reaches over, as a merged cell has them in tables drawn otherwise.
//
//     +----+--------------+-------+------+
//     | I. Lĩnh vực đất đai              |     3 empty cells after it
//     +----+--------------+-------+------+
//     | 1  | Lập bản đồ   | Sở A  | 2026 |
#ifndef SCPPARSE_LAYOUT_BOXES_H_
#define SCPPARSE_LAYOUT_BOXES_H_

#include <string_view>
#include <vector>

#include "layout/lines.h"

namespace scp {

// Lines with cells of their own afterwards are tabbed and piped; nothing is changed in a box whose
// strokes do not stand below each other.
void align_boxes(std::string_view content, std::vector<Line>& lines);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_BOXES_H_
