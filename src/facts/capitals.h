// Names of bodies as headers print them, in capitals, written as they stand in sentences.
#ifndef SCPPARSE_FACTS_CAPITALS_H_
#define SCPPARSE_FACTS_CAPITALS_H_

#include <string>

#include "facts/context.h"

namespace scp {

// A name that stands in `range` with capitals only: as the text of the document writes it
// elsewhere; where it does not, by its parts: known first words, provinces and words for units as
// the grammar writes them, a name of a place in capitals, other words small.
std::string in_sentence_case(const FactContext& context, Range range);

// The text with a capital at its beginning.
std::string capitalised(std::string_view text);

// Words of several letters in capitals only, which is not how a name is written in a sentence.
bool has_words_in_capitals(std::string_view text);

}  // namespace scp

#endif  // SCPPARSE_FACTS_CAPITALS_H_
