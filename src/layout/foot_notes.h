// Notes that a page put under a stroke at its foot, in the middle of a paragraph that the next page
// ends: they are set aside, so that the paragraph is whole.
#ifndef SCPPARSE_LAYOUT_FOOT_NOTES_H_
#define SCPPARSE_LAYOUT_FOOT_NOTES_H_

#include <string_view>
#include <vector>

#include "layout/lines.h"

namespace scp {

// Notes at the end of a text or of a paragraph interrupt nothing and stay where they are.
void set_notes_aside(std::string_view content, std::vector<Line>& lines,
                     std::vector<Furniture>& furniture);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_FOOT_NOTES_H_
