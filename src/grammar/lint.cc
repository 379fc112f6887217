#include "grammar/lint.h"

#include <algorithm>
#include <map>

#include "grammar/grammar_impl.h"
#include "grammar/known_patterns.h"

namespace scp {
namespace {

// A rule for one word begins with few letters; one for anything with nearly all of them, and no
// matter what comes next.
bool is_slow(const Rule& rule, const std::vector<Beginning>& beginnings) {
  constexpr int kMany = 20;
  int letters = 0;
  for (unsigned char letter = 'a'; letter <= 'z'; ++letter) {
    letters += rule.may_begin_with(letter) ? 1 : 0;
  }
  const auto more = std::count_if(beginnings.begin(), beginnings.end(),
                                  [](const Beginning& b) { return b.size() < 2; });
  const bool free = !beginnings.empty() && beginnings.front().empty();
  return letters >= kMany && (free || more >= kMany);
}

// Readers ask for rules of one role, and for those about one kind of instrument.
bool asked_apart(RuleSet set, const Rule& a, const Rule& b) {
  if (a.value(Field::kRole) != b.value(Field::kRole)) return true;
  return set == RuleSet::kCitation && a.value(Field::kKind) != b.value(Field::kKind);
}

bool same_fields(const RuleMatch& a, const RuleMatch& b) {
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const auto field = static_cast<Field>(i);
    if (a.text(field) != b.text(field)) return false;
  }
  return a.end == b.end;
}

// What becomes of a text that a rule must read.
struct Turn {
  const Rule* other = nullptr;  // the rule before it in its set that reads at least as much
  bool same = false;            // and says the same
};

Turn turn_of(const Grammar& grammar, RuleSet set, const Rule& rule, std::string_view text) {
  RuleMatch own;
  if (rule.match_at(text, 0, own) != MatchResult::kYes) return {};
  Candidates candidates;
  grammar.candidates(set, text, 0, candidates);
  for (const Rule* other : candidates) {
    if (other->id() == rule.id()) return {};
    if (asked_apart(set, *other, rule)) continue;
    RuleMatch match;
    const bool reads = other->match_at(text, 0, match) == MatchResult::kYes;
    if (reads && match.end >= own.end) return {other, same_fields(own, match)};
  }
  return {};
}

// The texts of one rule.
struct Turns {
  bool own = false;  // one of them is left to it
  const Rule* other = nullptr;
  std::string_view text;
  bool same = true;
};

bool is_about(const Rule& rule, const std::vector<std::string>& files) {
  return files.empty() || std::find(files.begin(), files.end(), rule.file()) != files.end();
}

}  // namespace

std::vector<LintRemark> lint(const Grammar& grammar, const std::vector<std::string>& files) {
  const Grammar::Impl& impl = Grammar::Impl::of(grammar);
  std::vector<LintRemark> remarks;
  const KnownPatterns known(&grammar);
  for (std::uint32_t i = 0; i < impl.rules.size(); ++i) {
    const Rule& rule = impl.rules[i];
    if (is_about(rule, files) && is_slow(rule, known.beginnings_of_rule(i))) {
      remarks.push_back({LintRemark::Kind::kSlow, &rule, nullptr, {}});
    }
  }
  std::map<std::uint32_t, Turns> turns;
  for (const image::Example& example : impl.view.section<image::Example>(image::kExamples)) {
    if (example.of_lexicon != 0 || example.reject != 0) continue;
    const Rule& rule = impl.rules[example.owner];
    if (!is_about(rule, files)) continue;
    const auto set = static_cast<RuleSet>(impl.view.rule(example.owner).set);
    const std::string_view text = impl.view.text(example.text);
    const Turn turn = turn_of(grammar, set, rule, text);
    Turns& all = turns[example.owner];
    if (turn.other == nullptr) all.own = true;
    const bool tells_more = all.other == nullptr || (all.same && !turn.same);
    if (turn.other == nullptr || !tells_more) continue;
    all.other = turn.other;
    all.text = text;
    all.same = turn.same;
  }
  for (const auto& [index, all] : turns) {
    if (all.other == nullptr || (all.own && all.same)) continue;
    remarks.push_back({LintRemark::Kind::kHidden, &impl.rules[index], all.other, all.text});
  }
  return remarks;
}

}  // namespace scp
