// Holds the `values` of rules and entries to what their readers know (see vocabulary.def), after
// the files have been laid over each other. What is not known would be passed over in silence.
#ifndef SCPPARSE_GRAMMAR_VALUE_CHECK_H_
#define SCPPARSE_GRAMMAR_VALUE_CHECK_H_

#include "grammar/grammar_source.h"

namespace scp {

void check_values(const GrammarSource& source, ProblemLog& log);

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_VALUE_CHECK_H_
