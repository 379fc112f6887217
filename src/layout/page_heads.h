// Lines that every page repeats at its top, below its number.
#ifndef SCPPARSE_LAYOUT_PAGE_HEADS_H_
#define SCPPARSE_LAYOUT_PAGE_HEADS_H_

#include <string_view>
#include <vector>

#include "layout/lines.h"

namespace scp {

// Takes them out of `lines`, and makes furniture of them.
void set_page_heads_aside(std::string_view content, const Grammar& grammar,
                          std::vector<Line>& lines, std::vector<Furniture>& furniture);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_PAGE_HEADS_H_
