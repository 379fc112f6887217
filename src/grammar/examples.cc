#include <utility>

#include "grammar/grammar_impl.h"
#include "grammar/problem_log.h"
#include "grammar/tooling.h"

namespace scp {
namespace {

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
  static void fail(ExampleResult& result, ExampleOutcome outcome, MessageId id,
                   std::initializer_list<MessageArg> args) {
    result.outcome = outcome;
    result.message = message(Lang::kEn, id, args);
    result.message_vi = message(Lang::kVi, id, args);
  }

  void run_rule(const Rule& rule, const image::Example& example, ExampleResult& result) const {
    RuleMatch match;
    const MatchResult found = rule.match_at(text_, 0, match);
    if (found == MatchResult::kLimit) {
      fail(result, ExampleOutcome::kLimit, MessageId::kGrammarExampleRuleLimit,
           {{"rule", rule.id()}});
    } else if (example.reject != 0) {
      result.outcome = ExampleOutcome::kRejected;
      if (found == MatchResult::kNo) return;
      fail(result, ExampleOutcome::kNoisy, MessageId::kGrammarExampleRuleNoisy,
           {{"rule", rule.id()}, {"text", text_.substr(0, match.end)}});
    } else if (found == MatchResult::kNo) {
      fail(result, ExampleOutcome::kMissing, MessageId::kGrammarExampleRuleMissing,
           {{"rule", rule.id()}, {"text", text_}});
    } else {
      check_fields(rule, example, match, result);
    }
  }

  void check_fields(const Rule& rule, const image::Example& example, const RuleMatch& match,
                    ExampleResult& result) const {
    std::string wrong;
    std::string wrong_vi;
    for (const image::Value& value :
         impl_.view.part<image::Value>(image::kValues, example.values)) {
      const auto field = static_cast<Field>(value.field);
      const std::string_view wanted = impl_.view.text(value.text);
      const std::string_view seen = match.text(field);
      if (seen == wanted) continue;
      const MessageArg said =
          word_for("field",
                   seen.data() == nullptr ? MessageId::kGrammarExampleFieldMissing
                                          : MessageId::kGrammarExampleFieldWrong,
                   {{"field", name_of(field)}, {"seen", seen}, {"wanted", wanted}});
      wrong += (wrong.empty() ? "" : "; ") + said.value;
      wrong_vi += (wrong_vi.empty() ? "" : "; ") + said.value_vi.value_or("");
    }
    if (wrong.empty()) return;
    fail(result, ExampleOutcome::kWrongField, MessageId::kGrammarExampleRuleWrong,
         {{"rule", rule.id()},
          {"text", text_.substr(0, match.end)},
          {"fields", std::string_view(wrong), std::string_view(wrong_vi)}});
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
    const std::string_view name = name_of(lexicon.id());
    const Entry entry = find_entry(lexicon);
    if (example.reject != 0) {
      result.outcome = ExampleOutcome::kRejected;
      if (!entry.valid()) return;
      fail(result, ExampleOutcome::kNoisy, MessageId::kGrammarExampleLexiconNoisy,
           {{"lexicon", name}, {"seen", entry.name()}, {"text", text_}});
      return;
    }
    const std::string_view wanted = impl_.view.text(example.name);
    if (!entry.valid()) {
      fail(result, ExampleOutcome::kMissing, MessageId::kGrammarExampleLexiconMissing,
           {{"lexicon", name}, {"wanted", wanted}, {"text", text_}});
    } else if (entry.name() != wanted) {
      fail(result, ExampleOutcome::kWrongField, MessageId::kGrammarExampleLexiconWrong,
           {{"lexicon", name}, {"seen", entry.name()}, {"wanted", wanted}, {"text", text_}});
    }
  }

  const Grammar& grammar_;
  const Grammar::Impl& impl_;
  std::string_view text_;
  std::vector<Word> words_;
};

}  // namespace

MessageId name_of(ExampleOutcome outcome) {
  constexpr MessageId kNames[] = {
      MessageId::kGrammarOutcomeMatched,    MessageId::kGrammarOutcomeRejected,
      MessageId::kGrammarOutcomeMissing,    MessageId::kGrammarOutcomeNoisy,
      MessageId::kGrammarOutcomeWrongField, MessageId::kGrammarOutcomeLimit};
  return kNames[static_cast<std::size_t>(outcome)];
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
