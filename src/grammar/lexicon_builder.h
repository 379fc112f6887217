// Lexicons into tries of folded words.
//
// Holds: two entries of a lexicon never have the same words with the same connectors; otherwise the
// log names both places. One thread.
#ifndef SCPPARSE_GRAMMAR_LEXICON_BUILDER_H_
#define SCPPARSE_GRAMMAR_LEXICON_BUILDER_H_

#include "grammar/grammar_source.h"
#include "grammar/image_builder.h"

namespace scp {

void build_lexicons(const GrammarSource& source, ImageBuilder& image, ProblemLog& log);

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_LEXICON_BUILDER_H_
