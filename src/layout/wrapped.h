// Lines that a converter broke at a width.
#ifndef SCPPARSE_LAYOUT_WRAPPED_H_
#define SCPPARSE_LAYOUT_WRAPPED_H_

#include <string_view>
#include <vector>

#include "layout/lines.h"

namespace scp {

// Sets Line::wrapped where a line goes on with the paragraph of the line above it although that one
// is short or ends a sentence: in texts that part paragraphs by empty lines, and in texts broken at
// one width where the line above had no room for another word. In other texts no line is marked.
void mark_wrapped(std::string_view content, std::vector<Line>& lines);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_WRAPPED_H_
