// Notes at the foot of a page, of a table or of a document, known by a mark that a word above them
// has: "… khu công nghiệp[2];" and "[2] Gồm …", "… mặt bằng¹." and "¹ Theo số liệu …".
#ifndef SCPPARSE_LAYOUT_NOTE_MARKS_H_
#define SCPPARSE_LAYOUT_NOTE_MARKS_H_

#include <string_view>
#include <vector>

#include "layout/lines.h"

namespace scp {

// The reason of the furniture that a mark behind a word is.
inline constexpr std::string_view kNoteMark = "note-mark";

// Sets Line::note of the lines with which notes begin; the marks of their words become furniture.
void mark_notes(std::string_view content, std::vector<Line>& lines,
                std::vector<Furniture>& furniture);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_NOTE_MARKS_H_
