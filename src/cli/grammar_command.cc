#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/width.h"
#include "grammar/compile.h"
#include "grammar/grammar.h"
#include "grammar/lint.h"
#include "grammar/tooling.h"
#include "support/suggest.h"

namespace scp::cli {
namespace {

// The grammar in `directory`, its examples not yet tried, so that each of them can be told apart.
Result<std::unique_ptr<Grammar>> untested_grammar(const std::string& directory) {
  auto files = overlaid_grammar_files(directory);
  if (!files) return files.problems();
  auto image = compile(*files, {.run_examples = false});
  if (!image) return image.problems();
  return Grammar::from_image(std::move(*image));
}

Exit test_grammar(const Session& session, const Grammar& grammar) {
  const ExampleReport report = run_examples(grammar);
  std::string out;
  for (const ExampleResult& failure : report.failures) {
    out += std::string(failure.file) + ":" + std::to_string(failure.line) + ": " +
           std::string(failure.owner) + ": " + std::string(name_of(failure.outcome));
    if (!failure.message.empty()) out += ": " + failure.message;
    out += "\n";
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

Exit list_rules(const Session& session, const Grammar& grammar) {
  std::string out;
  for (const GrammarRow& row : list_grammar(grammar)) {
    append_cell(row.is_lexicon ? "lexicon" : row.set, 16, out);
    append_cell(row.id, 40, out);
    append_cell(std::string(row.file) + ":" + std::to_string(row.line), 44, out);
    out += row.about;
    if (row.is_lexicon) out += " (" + std::to_string(row.entries) + ")";
    out += "\n";
  }
  return write_result(session, out);
}

// Rules that hold their examples but will not do what their author expects.
Exit lint_grammar(const Session& session, const Grammar& grammar) {
  const std::vector<LintRemark> remarks = lint(grammar, session.line.grammar);
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
    std::string text = message(lang, MessageId::kUsageGrammarAction);
    if (!near.empty()) text += message(lang, MessageId::kUsageDidYouMean, {{"word", near}});
    return text;
  };
  return fail({{.code = "usage", .message = say(Lang::kEn), .message_vi = say(Lang::kVi)}},
              session.style, Exit::kUsage);
}

Exit needless_grammar(const Session& session, std::string_view action) {
  const auto say = [&](Lang lang) {
    return message(lang, MessageId::kUsageExclusive,
                   {{"a", "--grammar"}, {"b", "grammar " + std::string(action)}});
  };
  return fail({{.code = "usage", .message = say(Lang::kEn), .message_vi = say(Lang::kVi)}},
              session.style, Exit::kUsage);
}

}  // namespace

Exit run_grammar(const Session& session) {
  const CommandLine& line = session.line;
  const std::string action = line.inputs.size() == 1 ? line.inputs.front() : "";
  const bool needs_none = action == "schema" || action == "new";
  if (needs_none && !line.grammar.empty()) return needless_grammar(session, action);
  if (action == "schema") return write_result(session, grammar_schema());
  if (action == "new") {
    return write_result(session, message(line.lang, MessageId::kGrammarNewFile));
  }
  if (action != "test" && action != "list" && action != "lint") {
    return wrong_action(session, line.inputs.empty() ? "" : line.inputs.front());
  }
  std::unique_ptr<Grammar> owned;
  if (!line.grammar.empty()) {
    auto loaded = untested_grammar(line.grammar);
    if (!loaded) return fail(loaded.problems(), session.style, Exit::kUsage);
    owned = std::move(*loaded);
  }
  const Grammar& grammar = owned != nullptr ? *owned : Grammar::builtin();
  if (action == "test") return test_grammar(session, grammar);
  return action == "list" ? list_rules(session, grammar) : lint_grammar(session, grammar);
}

}  // namespace scp::cli
