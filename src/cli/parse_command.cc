#include <unistd.h>

#include <exception>
#include <new>
#include <utility>

#include "check/recognised.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "scpparse/emit.h"
#include "scpparse/parse.h"

namespace scp::cli {
namespace {

Problem internal_problem(const std::string& input, std::string_view what) {
  const auto say = [&](Lang lang) {
    return message(lang, MessageId::kInternalError, {{"detail", what}});
  };
  return {.code = "internal",
          .message = say(Lang::kEn),
          .message_vi = say(Lang::kVi),
          .file = input == "-" ? "" : input};
}

// A failure of our own in one input must not take the others with it.
Result<Document> parse_guarded(const std::string& input, const ParseOptions& options) {
  try {
    return parse_file(input, options);
  } catch (const std::bad_alloc&) {
    return internal_problem(input, message_text(Lang::kEn, MessageId::kInternalOutOfMemory));
  } catch (const std::exception& e) {
    return internal_problem(input, e.what());
  }
}

// Documents one after the other in the chosen format, with what stands between them.
class DocumentStream {
 public:
  DocumentStream(const CommandLine& line, Output& output)
      : output_(output), several_(line.inputs.size() > 1) {
    options_.format = line.format;
    options_.spans = line.spans;
    options_.utf16_columns = line.utf16_columns;
    options_.only = line.only;
    if (line.command == Command::kCheck) options_.only = {"findings"};
    options_.pretty = line.pretty.value_or(output.to_terminal());
  }

  void add(const std::string& input, const Result<Document>& result) {
    std::string text = before();
    if (result) {
      emit(*result, options_, text);
    } else {
      SourceInfo source;
      if (input != "-") source.path = input;
      emit_error(result.problems().front(), source, options_, text);
    }
    if (!array() && !text.ends_with('\n')) text += '\n';
    output_.write(text);
    ++count_;
  }

  void end() {
    if (array()) output_.write("\n]\n");
  }

 private:
  bool array() const { return several_ && options_.format == Format::kJson; }
  std::string before() const {
    if (array()) return count_ == 0 ? "[\n" : ",\n";
    return several_ && options_.format == Format::kYaml ? "---\n" : "";
  }

  Output& output_;
  EmitOptions options_;
  bool several_;
  std::size_t count_ = 0;
};

struct Tally {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  std::size_t unreadable = 0;
};

Exit judge(const Document& document, const CommandLine& line, Tally& tally) {
  Exit status = Exit::kOk;
  for (const Finding& finding : document.findings) {
    if (finding.severity == Severity::kError) ++tally.errors;
    if (finding.severity == Severity::kWarning) ++tally.warnings;
    if (finding.severity == Severity::kInfo) ++tally.infos;
    if (line.fail_on && finding.severity >= *line.fail_on) status = Exit::kFindings;
  }
  return status;
}

// Which findings people are to see. Off a terminal `parse` is quiet about the text, but a text in
// which nothing was recognised, and what decides about the exit status, is never passed over.
bool is_shown(const Finding& finding, const Document& document, const CommandLine& line) {
  if (line.command == Command::kCheck || is_terminal(STDERR_FILENO)) return true;
  if (line.fail_on_given && line.fail_on && finding.severity >= *line.fail_on) return true;
  return !is_recognised(document) && finding.rule == "unclaimed-text";
}

void print_findings(const Document& document, const Session& session) {
  std::string out;
  for (const Finding& finding : document.findings) {
    if (is_shown(finding, document, session.line)) out += render(finding, document, session.style);
  }
  print_error(out);
}

void print_summary(const Session& session, const Tally& tally) {
  const std::size_t read = session.line.inputs.size() - tally.unreadable;
  std::string out = message(session.line.lang, MessageId::kCheckSummary,
                            {{"errors", tally.errors},
                             {"warnings", tally.warnings},
                             {"infos", tally.infos},
                             {"files", read}});
  if (tally.unreadable > 0) {
    out += message(session.line.lang, MessageId::kCheckSummaryUnreadable,
                   {{"files", tally.unreadable}});
  }
  print_error(out + "\n");
}

Exit run_over(const Session& session, const ParseOptions& options, Output& output) {
  const CommandLine& line = session.line;
  const bool checking = line.command == Command::kCheck;
  DocumentStream stream(line, output);
  Tally tally;
  Exit status = Exit::kOk;
  for (const std::string& input : line.inputs) {
    const Result<Document> result = parse_guarded(input, options);
    if (line.documents) stream.add(input, result);
    if (result) {
      status = worse(status, judge(*result, line, tally));
      print_findings(*result, session);
      continue;
    }
    ++tally.unreadable;
    const bool internal = result.problems().front().code == "internal";
    fail(result.problems(), session.style, Exit::kUnreadable);
    status = worse(status, internal ? Exit::kInternal : Exit::kUnreadable);
  }
  if (line.documents) stream.end();
  if (checking || (line.fail_on_given && line.fail_on)) print_summary(session, tally);
  const Problems problems = output.finish();
  return problems.empty() ? status : fail(problems, session.style, Exit::kInternal);
}

}  // namespace

Exit run_parse(const Session& session) {
  ParseOptions options;
  options.max_bytes = session.line.max_bytes;
  if (!session.line.grammar.empty()) {
    auto grammar = load_grammar(session.line.grammar);
    if (!grammar) return fail(grammar.problems(), session.style, Exit::kUsage);
    options.grammar = *std::move(grammar);
  }
  auto output = Output::open(session.line.output);
  if (!output) return fail(output.problems(), session.style, Exit::kUsage);
  return run_over(session, options, **output);
}

}  // namespace scp::cli
