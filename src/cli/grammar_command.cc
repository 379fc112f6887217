#include <memory>
#include <utility>

#include "cli/commands.h"
#include "cli/width.h"
#include "grammar/compile.h"
#include "grammar/grammar.h"
#include "grammar/tooling.h"

namespace scp::cli {
namespace {

// The grammar in `directory`, its examples not yet tried, so that each of them can be told apart.
Result<std::unique_ptr<Grammar>> untested_grammar(const std::string& directory) {
  auto files = read_grammar_files(directory);
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

Exit wrong_action(const Session& session) {
  const auto say = [](Lang lang) { return message(lang, MessageId::kUsageGrammarAction); };
  return fail({{.code = "usage", .message = say(Lang::kEn), .message_vi = say(Lang::kVi)}},
              session.style, Exit::kUsage);
}

}  // namespace

Exit run_grammar(const Session& session) {
  const CommandLine& line = session.line;
  if (line.inputs.size() != 1) return wrong_action(session);
  const std::string& action = line.inputs.front();
  if (action == "schema") return write_result(session, grammar_schema());
  if (action != "test" && action != "list") return wrong_action(session);
  std::unique_ptr<Grammar> owned;
  if (!line.grammar.empty()) {
    auto loaded = untested_grammar(line.grammar);
    if (!loaded) return fail(loaded.problems(), session.style, Exit::kUsage);
    owned = std::move(*loaded);
  }
  const Grammar& grammar = owned != nullptr ? *owned : Grammar::builtin();
  return action == "test" ? test_grammar(session, grammar) : list_rules(session, grammar);
}

}  // namespace scp::cli
