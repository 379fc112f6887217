// The entries of a lexicon as they are written, for people who look for a word.
#ifndef SCPPARSE_GRAMMAR_ENTRIES_H_
#define SCPPARSE_GRAMMAR_ENTRIES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "grammar/compile.h"
#include "grammar/vocabulary.h"

namespace scp {

struct EntryRow {
  std::string name;
  std::string values;    // "kind=named level=province"
  std::string variants;  // "a; b"
  std::string file;
  std::uint32_t line = 0;
};

// With what the files lay over each other, in the order of the grammar. Problems: of the files.
Result<std::vector<EntryRow>> list_entries(const std::vector<GrammarFile>& files, LexiconId id);

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_ENTRIES_H_
