// What `scpparse grammar` and the build need besides parsing: running examples, listing, schema.
//
// run_examples tries every example that a grammar carries. Its places are the names of files inside
// the grammar folder. Pure; any thread.
#ifndef SCPPARSE_GRAMMAR_TOOLING_H_
#define SCPPARSE_GRAMMAR_TOOLING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.h"
#include "messages/messages.h"

namespace scp {

enum class ExampleOutcome : std::uint8_t {
  kMatched,     // a match example that holds
  kRejected,    // a reject example that holds
  kMissing,     // must match and does not
  kNoisy,       // must be rejected and matches
  kWrongField,  // matches, but a field is not as given
  kLimit,       // needs too many steps
};
MessageId name_of(ExampleOutcome outcome);
bool holds(ExampleOutcome outcome);

struct ExampleResult {
  ExampleOutcome outcome = ExampleOutcome::kMatched;
  std::string_view owner;  // id of the rule or lexicon
  std::string_view file;
  std::uint32_t line = 0;
  std::string message;  // what happened, in English; empty when the example holds
  std::string message_vi;
};

struct ExampleReport {
  std::uint32_t rules = 0;
  std::uint32_t lexicons = 0;
  std::uint32_t phrases = 0;
  std::uint32_t examples = 0;
  std::vector<ExampleResult> failures;
};

// All results in the order of the grammar's image.
std::vector<ExampleResult> try_examples(const Grammar& grammar);
ExampleReport run_examples(const Grammar& grammar);

struct GrammarRow {
  bool is_lexicon = false;
  std::string_view id;
  std::string_view set;  // of rules
  std::string_view file;
  std::uint32_t line = 0;
  std::uint32_t entries = 0;  // of lexicons
  std::string_view about;
};
// Rules by set, then lexicons.
std::vector<GrammarRow> list_grammar(const Grammar& grammar);

// The JSON Schema (2020-12) of grammar files, and the reference page in Markdown.
std::string grammar_schema();
std::string grammar_reference();

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_TOOLING_H_
