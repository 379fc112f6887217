// What the grammar had to say at one place of a text: the rules that were tried there, the one that
// won in each set, why the others lost, and the phrases of lexicons that begin there.
#ifndef SCPPARSE_CLI_EXPLAIN_AT_H_
#define SCPPARSE_CLI_EXPLAIN_AT_H_

#include <cstdint>
#include <string>

#include "grammar/grammar.h"
#include "messages/messages.h"
#include "source/source_file.h"

namespace scp::cli {

// `line` and `column` count from 1, columns in code points. Empty when the text has no such place.
std::string explain_at(const SourceFile& source, const Grammar& grammar, std::uint32_t line,
                       std::uint32_t column, Lang lang);

}  // namespace scp::cli

#endif  // SCPPARSE_CLI_EXPLAIN_AT_H_
