#include "grammar/lint.h"

#include <set>

#include "grammar/grammar_impl.h"

namespace scp {
namespace {

// A rule for one word begins with few letters; one for anything with nearly all of them.
bool is_slow(const Rule& rule) {
  constexpr int kMany = 20;
  int letters = 0;
  for (unsigned char letter = 'a'; letter <= 'z'; ++letter) {
    letters += rule.may_begin_with(letter) ? 1 : 0;
  }
  return letters >= kMany;
}

// The rule before `rule` in its set that reads at least as much of the text.
const Rule* hiding(const Grammar& grammar, RuleSet set, const Rule& rule, std::string_view text) {
  RuleMatch own;
  if (rule.match_at(text, 0, own) != MatchResult::kYes) return nullptr;
  Candidates candidates;
  grammar.candidates(set, text, 0, candidates);
  for (const Rule* other : candidates) {
    if (other->id() == rule.id()) return nullptr;
    RuleMatch match;
    const bool reads = other->match_at(text, 0, match) == MatchResult::kYes;
    if (reads && match.end >= own.end) return other;
  }
  return nullptr;
}

}  // namespace

std::vector<LintRemark> lint(const Grammar& grammar, std::string_view path) {
  const Grammar::Impl& impl = Grammar::Impl::of(grammar);
  std::vector<LintRemark> remarks;
  std::set<const Rule*> told;
  for (const Rule& rule : impl.rules) {
    if (rule.file().starts_with(path) && is_slow(rule)) {
      remarks.push_back({LintRemark::Kind::kSlow, &rule, nullptr, {}});
    }
  }
  for (const image::Example& example : impl.view.section<image::Example>(image::kExamples)) {
    if (example.of_lexicon != 0 || example.reject != 0) continue;
    const Rule& rule = impl.rules[example.owner];
    if (!rule.file().starts_with(path) || told.count(&rule) != 0) continue;
    const auto set = static_cast<RuleSet>(impl.view.rule(example.owner).set);
    const std::string_view text = impl.view.text(example.text);
    const Rule* other = hiding(grammar, set, rule, text);
    if (other == nullptr) continue;
    told.insert(&rule);
    remarks.push_back({LintRemark::Kind::kHidden, &rule, other, text});
  }
  return remarks;
}

}  // namespace scp
