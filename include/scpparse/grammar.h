// Grammars: what the program knows of the language. The built-in one is compiled in; others are
// read from YAML. Immutable, shared, safe for any number of threads.
#ifndef SCPPARSE_GRAMMAR_H_
#define SCPPARSE_GRAMMAR_H_

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "scpparse/result.h"

namespace scp {

class Grammar;
using GrammarPtr = std::shared_ptr<const Grammar>;

GrammarPtr builtin_grammar();
// Lays a YAML file, or every *.yaml below a directory, over the built-in grammar: rules and entries
// are added, and replace those with their id where they say `override: true`. All problems of all
// files are reported at once.
Result<GrammarPtr> load_grammar(const std::string& path);
// A list in braces is for load_grammars(); as a path it would be read as two ends of one text.
Result<GrammarPtr> load_grammar(std::initializer_list<std::string> paths) = delete;
// The same with several, each laid over all before it.
Result<GrammarPtr> load_grammars(const std::vector<std::string>& paths);

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_H_
