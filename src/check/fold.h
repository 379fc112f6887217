// Texts as checks compare them: without case, tone placement, blanks and punctuation.
#ifndef SCPPARSE_CHECK_FOLD_H_
#define SCPPARSE_CHECK_FOLD_H_

#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.h"

namespace scp {

using FoldedText = std::vector<std::string>;  // word by word; every word for "and" is "&"

FoldedText fold_text(const Grammar& grammar, std::string_view text);

// The same, with short forms written out; not `complete` when one is left that nobody knows.
struct WrittenOut {
  FoldedText words;
  bool complete = true;
};
WrittenOut fold_written_out(const Grammar& grammar, std::string_view text);

std::string joined(const FoldedText& words);

// Whether the words of `part` stand in `whole` one after the other.
bool contains(const FoldedText& whole, const FoldedText& part);
bool begins_with(const FoldedText& whole, const FoldedText& part);
// The share of words that two texts have in common, 0 to 1.
double likeness(const FoldedText& a, const FoldedText& b);

}  // namespace scp

#endif  // SCPPARSE_CHECK_FOLD_H_
