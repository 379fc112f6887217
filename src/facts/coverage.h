// Counts where every byte of the input went, and lists agencies and the outline of the document.
#ifndef SCPPARSE_FACTS_COVERAGE_H_
#define SCPPARSE_FACTS_COVERAGE_H_

#include <string_view>

#include "facts/context.h"

namespace scp {

// Fills Document::coverage. `input` is the original input.
void count_coverage(FactContext& context, std::string_view input);

// Fills Document::agencies from the facts.
void list_agencies(FactContext& context);

// Fills Document::outline.
void write_outline(FactContext& context);

// Gives the groups of task tables the number of tasks that the body announces for them.
void read_declared_counts(FactContext& context);

}  // namespace scp

#endif  // SCPPARSE_FACTS_COVERAGE_H_
