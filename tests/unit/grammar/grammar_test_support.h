// Grammars from text, for tests: compile a few lines, or show every problem as a user sees it.
#ifndef SCPPARSE_TESTS_UNIT_GRAMMAR_GRAMMAR_TEST_SUPPORT_H_
#define SCPPARSE_TESTS_UNIT_GRAMMAR_GRAMMAR_TEST_SUPPORT_H_

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "grammar/compile.h"
#include "grammar/grammar.h"

namespace scp::testing {

inline std::string render(const Problems& problems) {
  std::string out;
  for (const Problem& problem : problems) {
    out += problem.file;
    if (problem.line != 0) {
      out += ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
    }
    out += ": " + problem.message + " [" + problem.code + "]\n";
    if (!problem.excerpt.empty()) out += problem.excerpt + "\n";
  }
  return out;
}

inline GrammarFile grammar_file(const std::string& name, const std::string& text) {
  return {name, name, text};
}

// Everything that is wrong with the file a.yaml; empty when nothing is.
inline std::string problems_of(const std::string& text) {
  const auto image = compile({grammar_file("a.yaml", text)});
  return image ? "" : render(image.problems());
}

inline std::string header() {
  return "grammar: 1\nabout: A test\n";
}

// A file with one rule whose examples are not run.
inline std::string rule_file(const std::string& pattern, const std::string& more = "") {
  return header() + "rules:\n  - id: r\n    set: date\n    about: A rule\n    pattern: " + pattern +
         "\n" + more + "    match: [{text: x}]\n    reject: [y]\n";
}

inline std::string structural_problems_of(const std::string& text) {
  const auto image = compile({grammar_file("a.yaml", text)}, {.run_examples = false});
  return image ? "" : render(image.problems());
}

inline std::unique_ptr<Grammar> grammar_of(const std::string& text) {
  auto image = compile({grammar_file("a.yaml", text)}, {.run_examples = false});
  if (!image) throw std::runtime_error(render(image.problems()));
  return Grammar::from_image(std::move(*image));
}

// A grammar with one rule, "r", of this pattern (a YAML scalar).
inline std::unique_ptr<Grammar> grammar_with(const std::string& pattern,
                                             const std::string& more = "") {
  return grammar_of(rule_file(pattern, more));
}

// The text that rule "r" of `grammar` matches at `at`; "-" when it does not.
inline std::string matched(const Grammar& grammar, std::string_view text, std::size_t at = 0) {
  RuleMatch match;
  const MatchResult result = grammar.rule("r")->match_at(text, at, match);
  if (result == MatchResult::kLimit) return "limit";
  if (result == MatchResult::kNo) return "-";
  return std::string(text.substr(match.begin, match.end - match.begin));
}

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_UNIT_GRAMMAR_GRAMMAR_TEST_SUPPORT_H_
