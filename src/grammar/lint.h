// What is allowed in a grammar but will surprise its author.
#ifndef SCPPARSE_GRAMMAR_LINT_H_
#define SCPPARSE_GRAMMAR_LINT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.h"

namespace scp {

struct LintRemark {
  enum class Kind : std::uint8_t {
    kHidden,  // a text that the rule must match is read by another one, tried before it
    kSlow,    // the rule can begin with almost any byte, so it is tried everywhere
  };
  Kind kind = Kind::kHidden;
  const Rule* rule = nullptr;
  const Rule* other = nullptr;  // of kHidden
  std::string_view text;
};

// About the rules of these files (the user's own); about all where none is named. A rule is hidden
// when none of its texts is left to it, or when one of them is read otherwise than it says; rules
// that readers ask for apart hide nothing. One remark of each kind for a rule. The remarks refer to
// the grammar. Pure.
std::vector<LintRemark> lint(const Grammar& grammar, const std::vector<std::string>& files);

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_LINT_H_
