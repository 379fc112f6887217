// The catalogue of checks: one descriptor per rule, and what is said about each.
//
// Everything that knows all rules (running them, `scpparse explain`, docs/rules.md) goes through
// check_rules(). A new rule is one run function under rules/, one line in catalogue.cc and its
// sentences in messages/. Static; safe for any number of threads.
#ifndef SCPPARSE_CHECK_CHECK_RULE_H_
#define SCPPARSE_CHECK_CHECK_RULE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "messages/messages.h"
#include "scpparse/finding.h"

namespace scp {

class CheckContext;
class FindingSink;

struct CheckRule {
  std::string_view code;  // SCP101
  std::string_view name;  // number-mismatch
  Severity severity = Severity::kWarning;
  void (*run)(const CheckContext&, FindingSink&) = nullptr;
};

// All rules, in the order of their codes.
std::span<const CheckRule> check_rules();
// By code or by name, capitals or not; null when there is no such rule.
const CheckRule* find_check_rule(std::string_view code_or_name);

enum class RuleText : std::uint8_t { kSummary, kExplanation, kExample, kCounterexample };
std::string_view text_of(const CheckRule& rule, RuleText part, Lang lang);

// One rule explained: heading, explanation, an example that triggers it and one that does not.
std::string explain(const CheckRule& rule, Lang lang);
// The word for a severity in each language.
std::string_view severity_word(Severity severity, Lang lang);
// The page docs/rules.md.
std::string rules_page();

}  // namespace scp

#endif  // SCPPARSE_CHECK_CHECK_RULE_H_
