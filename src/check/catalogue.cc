#include <algorithm>
#include <array>

#include "check/check_rule.h"
#include "check/rules/rules.h"

namespace scp {
namespace {

constexpr std::array kRules = {
    CheckRule{"SCP101", "number-mismatch", Severity::kError, rules::number_mismatch},
    CheckRule{"SCP102", "date-mismatch", Severity::kError, rules::date_mismatch},
    CheckRule{"SCP103", "missing-number", Severity::kWarning, rules::missing_number},
    CheckRule{"SCP104", "missing-date", Severity::kWarning, rules::missing_date},
    CheckRule{"SCP108", "invalid-date", Severity::kError, rules::invalid_date},
    CheckRule{"SCP201", "citation-conflict", Severity::kError, rules::citation_conflict},
    CheckRule{"SCP301", "numbering-gap", Severity::kError, rules::numbering_gap},
    CheckRule{"SCP302", "numbering-order", Severity::kError, rules::numbering_order},
    CheckRule{"SCP303", "row-gap", Severity::kError, rules::row_gap},
    CheckRule{"SCP304", "row-order", Severity::kError, rules::row_order},
    CheckRule{"SCP305", "enumerator-not-vietnamese", Severity::kWarning,
              rules::enumerator_not_vietnamese},
    CheckRule{"SCP306", "declared-count-mismatch", Severity::kError,
              rules::declared_count_mismatch},
    CheckRule{"SCP307", "group-title-mismatch", Severity::kInfo, rules::group_title_mismatch},
    CheckRule{"SCP404", "period-reversed", Severity::kError, rules::period_reversed},
    CheckRule{"SCP405", "lead-also-coordinates", Severity::kInfo, rules::lead_also_coordinates},
    CheckRule{"SCP407", "agency-name-variant", Severity::kInfo, rules::agency_name_variant},
    CheckRule{"SCP602", "repeated-words", Severity::kWarning, rules::repeated_words},
    CheckRule{"SCP605", "stray-text", Severity::kInfo, rules::stray_text},
    CheckRule{"SCP606", "unclaimed-text", Severity::kWarning, rules::unclaimed_text},
    CheckRule{"SCP607", "mixed-encoding", Severity::kWarning, rules::mixed_encoding},
};

std::string_view part_name(RuleText part) {
  switch (part) {
    case RuleText::kSummary:
      return "summary";
    case RuleText::kExplanation:
      return "explanation";
    case RuleText::kExample:
      return "example";
    case RuleText::kCounterexample:
      break;
  }
  return "counterexample";
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::span<const CheckRule> check_rules() {
  return kRules;
}

const CheckRule* find_check_rule(std::string_view code_or_name) {
  for (const CheckRule& rule : kRules) {
    if (same_letters(rule.code, code_or_name) || same_letters(rule.name, code_or_name)) {
      return &rule;
    }
  }
  return nullptr;
}

std::string_view text_of(const CheckRule& rule, RuleText part, Lang lang) {
  std::string key = "rule." + std::string(rule.name) + ".";
  key += part_name(part);
  const auto id = message_named(key);
  return id.has_value() ? message_text(lang, *id) : std::string_view{};
}

}  // namespace scp
