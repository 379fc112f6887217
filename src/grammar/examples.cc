#include <utility>

#include "grammar/grammar_impl.h"
#include "grammar/tooling.h"

namespace scp {
namespace {

std::string quoted(std::string_view text) {
  return "'" + std::string(text) + "'";
}

class Runner {
 public:
  explicit Runner(const Grammar& grammar, const Grammar::Impl& impl)
      : grammar_(grammar), impl_(impl) {}

  ExampleResult run(const image::Example& example) {
    ExampleResult result;
    result.file = impl_.view.text(example.file);
    result.line = example.line;
    text_ = impl_.view.text(example.text);
    if (example.of_lexicon != 0) {
      const auto id = static_cast<LexiconId>(example.owner);
      result.owner = name_of(id);
      run_lexicon(grammar_.lexicon(id), example, result);
    } else {
      const Rule& rule = impl_.rules[example.owner];
      result.owner = rule.id();
      run_rule(rule, example, result);
    }
    return result;
  }

 private:
  static void fail(ExampleResult& result, ExampleOutcome outcome, std::string message) {
    result.outcome = outcome;
    result.message = std::move(message);
  }

  void run_rule(const Rule& rule, const image::Example& example, ExampleResult& result) const {
    const std::string who = "rule " + quoted(rule.id());
    RuleMatch match;
    const MatchResult found = rule.match_at(text_, 0, match);
    if (found == MatchResult::kLimit) {
      fail(result, ExampleOutcome::kLimit, who + " needs too many steps for this text");
    } else if (example.reject != 0) {
      result.outcome = ExampleOutcome::kRejected;
      if (found == MatchResult::kNo) return;
      fail(result, ExampleOutcome::kNoisy,
           who + " must not match here, but it matches " + quoted(text_.substr(0, match.end)));
    } else if (found == MatchResult::kNo) {
      fail(result, ExampleOutcome::kMissing, who + " does not match at the beginning of this text");
    } else {
      check_fields(rule, example, match, result);
    }
  }

  void check_fields(const Rule& rule, const image::Example& example, const RuleMatch& match,
                    ExampleResult& result) const {
    std::string wrong;
    for (const image::Value& value :
         impl_.view.part<image::Value>(image::kValues, example.values)) {
      const auto field = static_cast<Field>(value.field);
      const std::string_view wanted = impl_.view.text(value.text);
      const std::string_view seen = match.text(field);
      if (seen == wanted) continue;
      if (!wrong.empty()) wrong += "; ";
      wrong += std::string(name_of(field)) + " is " +
               (seen.data() == nullptr ? "not there" : quoted(seen)) + ", not " + quoted(wanted);
    }
    if (wrong.empty()) return;
    fail(result, ExampleOutcome::kWrongField,
         "rule " + quoted(rule.id()) + " matches " + quoted(text_.substr(0, match.end)) + ", but " +
             wrong);
  }

  // The entry at the beginning of the text, or the one that the whole text names.
  Entry find_entry(const Lexicon& lexicon) {
    const Entry whole = lexicon.find(text_);
    if (whole.valid()) return whole;
    split_words(grammar_, text_, words_);
    LexiconMatch match;
    return lexicon.longest_at(words_, 0, match) ? match.entry : Entry{};
  }

  void run_lexicon(const Lexicon& lexicon, const image::Example& example, ExampleResult& result) {
    const std::string who = "lexicon " + quoted(name_of(lexicon.id()));
    const Entry entry = find_entry(lexicon);
    if (example.reject != 0) {
      result.outcome = ExampleOutcome::kRejected;
      if (!entry.valid()) return;
      fail(result, ExampleOutcome::kNoisy, who + " finds " + quoted(entry.name()) + " here");
      return;
    }
    const std::string_view wanted = impl_.view.text(example.name);
    if (!entry.valid()) {
      fail(result, ExampleOutcome::kMissing,
           who + " finds nothing at the beginning of this text, not " + quoted(wanted));
    } else if (entry.name() != wanted) {
      fail(result, ExampleOutcome::kWrongField,
           who + " finds " + quoted(entry.name()) + " here, not " + quoted(wanted));
    }
  }

  const Grammar& grammar_;
  const Grammar::Impl& impl_;
  std::string_view text_;
  std::vector<Word> words_;
};

}  // namespace

std::string_view name_of(ExampleOutcome outcome) {
  switch (outcome) {
    case ExampleOutcome::kMatched:
      return "matched";
    case ExampleOutcome::kRejected:
      return "rejected";
    case ExampleOutcome::kMissing:
      return "missing";
    case ExampleOutcome::kNoisy:
      return "noisy";
    case ExampleOutcome::kWrongField:
      return "wrong field";
    case ExampleOutcome::kLimit:
      return "limit";
  }
  return "";
}

bool holds(ExampleOutcome outcome) {
  return outcome == ExampleOutcome::kMatched || outcome == ExampleOutcome::kRejected;
}

std::vector<ExampleResult> try_examples(const Grammar& grammar) {
  const Grammar::Impl& impl = Grammar::Impl::of(grammar);
  Runner runner(grammar, impl);
  std::vector<ExampleResult> results;
  for (const image::Example& example : impl.view.section<image::Example>(image::kExamples)) {
    results.push_back(runner.run(example));
  }
  return results;
}

ExampleReport run_examples(const Grammar& grammar) {
  const image::ImageView& view = Grammar::Impl::of(grammar).view;
  ExampleReport report;
  report.rules = static_cast<std::uint32_t>(view.section<image::Rule>(image::kRules).size());
  for (const image::Lexicon& lexicon : view.section<image::Lexicon>(image::kLexicons)) {
    report.lexicons += lexicon.defined;
  }
  report.phrases = static_cast<std::uint32_t>(view.section<image::Phrase>(image::kPhrases).size());
  for (ExampleResult& result : try_examples(grammar)) {
    ++report.examples;
    if (!holds(result.outcome)) report.failures.push_back(std::move(result));
  }
  return report;
}

std::vector<GrammarRow> list_grammar(const Grammar& grammar) {
  const Grammar::Impl& impl = Grammar::Impl::of(grammar);
  std::vector<GrammarRow> rows;
  for (std::size_t i = 0; i < kRuleSetCount; ++i) {
    const auto set = static_cast<RuleSet>(i);
    for (const Rule& rule : grammar.rules(set)) {
      rows.push_back({false, rule.id(), name_of(set), rule.file(), rule.line(), 0, rule.about()});
    }
  }
  for (std::size_t i = 0; i < kLexiconCount; ++i) {
    const auto id = static_cast<LexiconId>(i);
    const image::Lexicon& lexicon = impl.view.lexicon(id);
    if (lexicon.defined == 0) continue;
    rows.push_back({true,
                    name_of(id),
                    {},
                    impl.view.text(lexicon.file),
                    lexicon.line,
                    lexicon.entries.count,
                    impl.view.text(lexicon.about)});
  }
  return rows;
}

}  // namespace scp
