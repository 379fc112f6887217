// Lines that a narrow cell had cut, by the form that they have together.
#ifndef SCPPARSE_LAYOUT_CUT_LINES_H_
#define SCPPARSE_LAYOUT_CUT_LINES_H_

#include <string_view>
#include <vector>

#include "grammar/grammar.h"
#include "layout/lines.h"

namespace scp {

// Marks lines of a header ("Số:" above "24/KH-UBND") that go on in the next line: together they are
// a line of a known form that takes no more, and alone they are not. So are the lines of one
// heading whose second would be the kind of an instrument by itself.
void join_cut_lines(const Text& text, const Grammar& grammar, std::vector<Line>& lines);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_CUT_LINES_H_
