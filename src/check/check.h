// The checks: what a document contradicts, lacks or repeats.
//
// run_checks() fills Document::findings. Afterwards findings are totally ordered (place, code,
// message), each has its id, and no rule hides another. A check reads the document and the stages
// before it; it never changes facts.
#ifndef SCPPARSE_CHECK_CHECK_H_
#define SCPPARSE_CHECK_CHECK_H_

#include "layout/blocks.h"
#include "outline/outline.h"
#include "scpparse/document.h"
#include "support/arena.h"
#include "text/text.h"

namespace scp {

void run_checks(const Text& text, const Layout& layout, const Outline& outline, Arena& arena,
                Document& document);

}  // namespace scp

#endif  // SCPPARSE_CHECK_CHECK_H_
