#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/width.h"
#include "grammar/compile.h"
#include "grammar/entries.h"
#include "grammar/grammar.h"
#include "grammar/lint.h"
#include "grammar/tooling.h"
#include "support/suggest.h"

namespace scp::cli {
namespace {

// The grammar of these files, its examples not yet tried, so that each of them can be told apart.
Result<std::unique_ptr<Grammar>> untested_grammar(const std::vector<GrammarFile>& files) {
  auto image = compile(files, {.run_examples = false, .known = &Grammar::builtin()});
  if (!image) return image.problems();
  return Grammar::from_image(std::move(*image));
}

Exit test_grammar(const Session& session, const Grammar& grammar) {
  const ExampleReport report = run_examples(grammar);
  std::string out;
  for (const ExampleResult& failure : report.failures) {
    out += std::string(failure.file) + ":" + std::to_string(failure.line) + ": " +
           std::string(failure.owner) + ": " +
           message(session.line.lang, name_of(failure.outcome)) + ": " +
           (session.line.lang == Lang::kVi ? failure.message_vi : failure.message) + "\n";
  }
  out += message(session.line.lang, MessageId::kGrammarTested,
                 {{"rules", report.rules},
                  {"lexicons", report.lexicons},
                  {"phrases", report.phrases},
                  {"examples", report.examples},
                  {"failures", report.failures.size()}}) +
         "\n";
  return worse(write_result(session, out), report.failures.empty() ? Exit::kOk : Exit::kUsage);
}

void append_cell(std::string_view text, std::size_t width, std::string& out) {
  const std::size_t used = width_of(text);
  out += text;
  out += std::string(used < width ? width - used : 1, ' ');
}

// Those of one set, or all rules and the names of all lexicons.
Exit list_rules(const Session& session, const Grammar& grammar, std::string_view set) {
  std::string out;
  for (const GrammarRow& row : list_grammar(grammar)) {
    if (!set.empty() && row.set != set) continue;
    append_cell(row.is_lexicon ? "lexicon" : row.set, 16, out);
    append_cell(row.id, 40, out);
    append_cell(std::string(row.file) + ":" + std::to_string(row.line), 44, out);
    out += row.about;
    if (row.is_lexicon) out += " (" + std::to_string(row.entries) + ")";
    out += "\n";
  }
  return write_result(session, out);
}

Exit list_lexicon(const Session& session, const std::vector<GrammarFile>& files, LexiconId id) {
  const auto entries = list_entries(files, id);
  if (!entries) return fail(entries.problems(), session.style, Exit::kUsage);
  std::string out;
  for (const EntryRow& row : *entries) {
    append_cell(row.name, 32, out);
    append_cell(row.values, 28, out);
    append_cell(row.file + ":" + std::to_string(row.line), 36, out);
    out += row.variants;
    out.erase(out.find_last_not_of(' ') + 1);
    out += "\n";
  }
  return write_result(session, out);
}

Exit no_such_list(const Session& session, std::string_view word) {
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < kRuleSetCount; ++i) known.push_back(name_of(static_cast<RuleSet>(i)));
  for (std::size_t i = 0; i < kLexiconCount; ++i)
    known.push_back(name_of(static_cast<LexiconId>(i)));
  std::string names;
  for (const std::string_view name : known)
    names += (names.empty() ? "" : ", ") + std::string(name);
  const std::string_view near = nearest(word, known);
  const auto say = [&](Lang lang) {
    std::string text =
        message(lang, MessageId::kUsageGrammarList, {{"word", word}, {"choices", names}});
    if (!near.empty()) text += message(lang, MessageId::kUsageDidYouMean, {{"word", near}});
    return text;
  };
  return fail({{.code = "usage", .message = say(Lang::kEn), .message_vi = say(Lang::kVi)}},
              session.style, Exit::kUsage);
}

// Rules that hold their examples but will not do what their author expects.
Exit lint_grammar(const Session& session, const Grammar& grammar,
                  const std::vector<GrammarFile>& files) {
  std::vector<std::string> own;
  for (const GrammarFile& file : files) {
    if (!file.builtin) own.push_back(file.name);
  }
  const std::vector<LintRemark> remarks = lint(grammar, own);
  std::string out;
  for (const LintRemark& remark : remarks) {
    const MessageId id = remark.kind == LintRemark::Kind::kHidden ? MessageId::kGrammarLintHidden
                                                                  : MessageId::kGrammarLintSlow;
    out += std::string(remark.rule->file()) + ":" + std::to_string(remark.rule->line()) + ": " +
           message(session.line.lang, MessageId::kLabelWarning) + ": " +
           message(session.line.lang, id,
                   {{"rule", remark.rule->id()},
                    {"other", remark.other == nullptr ? "" : remark.other->id()},
                    {"text", remark.text}}) +
           "\n";
  }
  out +=
      message(session.line.lang, MessageId::kGrammarLinted, {{"remarks", remarks.size()}}) + "\n";
  return worse(write_result(session, out), remarks.empty() ? Exit::kOk : Exit::kFindings);
}

Exit wrong_action(const Session& session, std::string_view word) {
  constexpr std::string_view kActions[] = {"test", "list", "lint", "new", "schema"};
  const std::string_view near = nearest(word, kActions);
  const auto say = [&](Lang lang) {
    std::string text = word.empty()
                           ? message(lang, MessageId::kUsageGrammarAction)
                           : message(lang, MessageId::kUsageGrammarNoAction, {{"word", word}});
    if (!near.empty()) text += message(lang, MessageId::kUsageDidYouMean, {{"word", near}});
    return text;
  };
  return fail({{.code = "usage", .message = say(Lang::kEn), .message_vi = say(Lang::kVi)}},
              session.style, Exit::kUsage);
}

Exit refuse(const Session& session, MessageId id, std::initializer_list<MessageArg> args) {
  return fail({{.code = "usage",
                .message = message(Lang::kEn, id, args),
                .message_vi = message(Lang::kVi, id, args)}},
              session.style, Exit::kUsage);
}

// What `grammar ACTION` prints without any grammar of its own.
Exit print_fixed(const Session& session, const std::string& action) {
  const CommandLine& line = session.line;
  if (!line.grammar.empty()) {
    const std::string command = "grammar " + action;
    return refuse(session, MessageId::kUsageExclusive, {{"a", "--grammar"}, {"b", command}});
  }
  if (line.inputs.size() > 1 && action == "new") {
    return refuse(session, MessageId::kUsageNewTakesOption, {{"file", line.inputs[1]}});
  }
  if (action == "schema") return write_result(session, grammar_schema());
  return write_result(session, message(line.lang, MessageId::kGrammarNewFile));
}

}  // namespace

Exit run_grammar(const Session& session) {
  const CommandLine& line = session.line;
  const std::string action = line.inputs.empty() ? "" : line.inputs.front();
  const bool is_list = action == "list";
  if (action == "new" || (action == "schema" && line.inputs.size() == 1)) {
    return print_fixed(session, action);
  }
  if (action != "test" && action != "lint" && action != "schema" && !is_list) {
    return wrong_action(session, action);
  }
  if (line.inputs.size() > (is_list ? 2U : 1U)) {
    const std::string command = "grammar " + action;
    return refuse(session, MessageId::kUsageSuperfluous,
                  {{"word", line.inputs.back()}, {"command", command}});
  }
  const std::string of = line.inputs.size() == 2 ? line.inputs.back() : "";
  const auto lexicon = lexicon_named(of);
  if (!of.empty() && !lexicon && !rule_set_named(of)) return no_such_list(session, of);
  auto files = overlaid_grammar_files(line.grammar);
  if (!files) return fail(files.problems(), session.style, Exit::kUsage);
  if (lexicon) return list_lexicon(session, *files, *lexicon);
  std::unique_ptr<Grammar> owned;
  if (!line.grammar.empty()) {
    auto loaded = untested_grammar(*files);
    if (!loaded) return fail(loaded.problems(), session.style, Exit::kUsage);
    owned = std::move(*loaded);
  }
  const Grammar& grammar = owned != nullptr ? *owned : Grammar::builtin();
  if (action == "test") return test_grammar(session, grammar);
  return is_list ? list_rules(session, grammar, of) : lint_grammar(session, grammar, *files);
}

}  // namespace scp::cli
