// From the outline to the facts: identity, citations, goals, tasks, reports, agencies, coverage.
#ifndef SCPPARSE_FACTS_EXTRACT_H_
#define SCPPARSE_FACTS_EXTRACT_H_

#include <string_view>

#include "outline/outline.h"
#include "scpparse/document.h"
#include "support/arena.h"

namespace scp {

// Fills every part of `document` but its source and its findings. `input` is the original input;
// strings go into `arena`.
void extract_facts(const Outline& outline, std::string_view input, Arena& arena,
                   Document& document);

}  // namespace scp

#endif  // SCPPARSE_FACTS_EXTRACT_H_
