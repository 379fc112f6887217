// Lines that a converter broke at a width, in texts that part paragraphs by empty lines.
#ifndef SCPPARSE_LAYOUT_WRAPPED_H_
#define SCPPARSE_LAYOUT_WRAPPED_H_

#include <string_view>
#include <vector>

#include "layout/lines.h"

namespace scp {

// Sets Line::wrapped where a line stands below another in one paragraph of such a text: there a
// short line above does not end the paragraph. Sets Line::at_width where the line above had no room
// for its first word; where no empty lines part paragraphs, not behind a full stop.
void mark_wrapped(std::string_view content, std::vector<Line>& lines);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_WRAPPED_H_
