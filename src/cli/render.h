// Findings and problems as people read them on a terminal:
//
//     plan.txt:62:25: error: decision number … differs … [SCP101 number-mismatch]
//     (Kèm theo Quyết định số 2980/QĐ-UBND ngày 13/8/2020)
//                             ^~~~~~~~~~~~
//     note: plan.txt:3:5: …
//
// Long lines are cut around the caret; control characters are shown as U+FFFD, so that no input
// can steer the terminal. Pure functions.
#ifndef SCPPARSE_CLI_RENDER_H_
#define SCPPARSE_CLI_RENDER_H_

#include <string>
#include <string_view>

#include "messages/messages.h"
#include "scpparse/document.h"
#include "scpparse/finding.h"
#include "scpparse/result.h"

namespace scp::cli {

struct RenderStyle {
  Lang lang = Lang::kEn;
  bool color = false;
};

std::string render(const Finding& finding, const Document& document, const RenderStyle& style);
std::string render(const Problem& problem, const RenderStyle& style,
                   Severity severity = Severity::kError);

// A source line and the line below it that points at [begin, end), byte offsets in `line`. Both end
// with a line end.
std::string excerpt(std::string_view line, std::size_t begin, std::size_t end);

}  // namespace scp::cli

#endif  // SCPPARSE_CLI_RENDER_H_
