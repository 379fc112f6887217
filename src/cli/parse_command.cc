#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <new>
#include <utility>

#include "check/recognised.h"
#include "cli/commands.h"
#include "cli/document_sink.h"
#include "cli/memory.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "pipeline/inputs.h"
#include "scpparse/parse.h"

namespace scp::cli {
namespace {

Problem internal_problem(const std::string& input, MessageId id, std::string_view what) {
  const auto say = [&](Lang lang) { return message(lang, id, {{"detail", what}}); };
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
    return internal_problem(input, MessageId::kInternalOutOfMemory, "");
  } catch (const std::exception& e) {
    return internal_problem(input, MessageId::kInternalError, e.what());
  }
}

struct Tally {
  std::size_t documents = 0;
  std::size_t tasks = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  std::size_t unreadable = 0;
};

Exit judge(const Document& document, const CommandLine& line, Tally& tally) {
  Exit status = Exit::kOk;
  ++tally.documents;
  tally.tasks += document.tasks.size();
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

std::string findings_text(const Document& document, const Session& session) {
  std::string out;
  for (const Finding& finding : document.findings) {
    if (is_shown(finding, document, session.line)) out += render(finding, document, session.style);
  }
  return out;
}

using Clock = std::chrono::steady_clock;

std::string seconds_since(Clock::time_point start) {
  const auto tenths =
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count() / 100;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

void print_summary(Lang lang, const Tally& tally, bool of_folders, Clock::time_point start) {
  const MessageId id = of_folders ? MessageId::kCheckFolderSummary : MessageId::kCheckSummary;
  std::string out = message(lang, id,
                            {{"errors", tally.errors},
                             {"warnings", tally.warnings},
                             {"infos", tally.infos},
                             {"tasks", tally.tasks},
                             {"seconds", seconds_since(start)},
                             {"files", tally.documents}});
  if (tally.unreadable > 0) {
    out += message(lang, MessageId::kCheckSummaryUnreadable, {{"files", tally.unreadable}});
  }
  print_error(out + "\n");
}

// Reads the inputs one by one, so that no more than one document is in memory.
class Run {
 public:
  Run(const Session& session, const ParseOptions& options, const Inputs& inputs, DocumentSink& sink)
      : session_(session),
        options_(options),
        inputs_(inputs),
        sink_(sink),
        progress_(is_terminal(STDERR_FILENO) && !sink.to_terminal() && inputs.list.size() > 1,
                  inputs.list.size()) {}

  Exit run() {
    const CommandLine& line = session_.line;
    if (!inputs_.list.empty()) use_large_pages_for(inputs_.list.front().path);
    for (std::size_t i = 0; i < inputs_.list.size(); ++i) {
      progress_.show(i + 1, inputs_.list[i].path);
      read(i);
    }
    progress_.clear();
    heed(sink_.finish());
    const bool folders = std::find(inputs_.is_folder.begin(), inputs_.is_folder.end(), true) !=
                         inputs_.is_folder.end();
    const bool asked = line.command == Command::kCheck || (line.fail_on_given && line.fail_on);
    if (folders || asked) print_summary(line.lang, tally_, folders, start_);
    return status_;
  }

 private:
  void read(std::size_t index) {
    const Input& input = inputs_.list[index];
    const Result<Document> result =
        input.problem ? Result<Document>(*input.problem) : parse_guarded(input.path, options_);
    const OutputTrouble trouble = sink_.add(index, result);
    if (result) {
      status_ = worse(status_, judge(*result, session_.line, tally_));
      const std::string text = findings_text(*result, session_);
      if (!text.empty()) progress_.clear();
      print_error(text);
    } else {
      ++tally_.unreadable;
      progress_.clear();
      fail(result.problems(), session_.style, Exit::kUnreadable);
      const bool internal = result.problems().front().code == "internal";
      status_ = worse(status_, internal ? Exit::kInternal : Exit::kUnreadable);
    }
    heed(trouble);
  }

  void heed(const OutputTrouble& trouble) {
    if (trouble.problems.empty()) return;
    progress_.clear();
    const Exit exit = trouble.opening ? Exit::kUsage : Exit::kInternal;
    status_ = worse(status_, fail(trouble.problems, session_.style, exit));
  }

  const Session& session_;
  const ParseOptions& options_;
  const Inputs& inputs_;
  DocumentSink& sink_;
  Progress progress_;
  Tally tally_;
  Exit status_ = Exit::kOk;
  Clock::time_point start_ = Clock::now();
};

// A choice among the files of folders has no meaning where no folder is read.
Problems needless_globs(const CommandLine& line, const Inputs& inputs) {
  const auto& folders = inputs.is_folder;
  if (std::find(folders.begin(), folders.end(), true) != folders.end()) return {};
  if (line.include.empty() && line.exclude.empty()) return {};
  const std::string_view option = line.include.empty() ? "--exclude" : "--include";
  const auto say = [&](Lang lang) {
    return message(lang, MessageId::kUsageNoFolder, {{"option", option}});
  };
  return {{.code = "usage", .message = say(Lang::kEn), .message_vi = say(Lang::kVi)}};
}

}  // namespace

Exit run_parse(const Session& session) {
  ParseOptions options;
  options.max_bytes = session.line.max_bytes;
  options.encoding = session.line.encoding;
  if (!session.line.grammar.empty()) {
    auto grammar = load_grammars(session.line.grammar);
    if (!grammar) return fail(grammar.problems(), session.style, Exit::kUsage);
    options.grammar = *std::move(grammar);
  }
  const CommandLine& line = session.line;
  const WalkOptions walk{.include = line.include, .exclude = line.exclude, .skip = line.output};
  const Inputs inputs = find_inputs(line.inputs, walk);
  const Problems needless = needless_globs(line, inputs);
  if (!needless.empty()) return fail(needless, session.style, Exit::kUsage);
  auto sink = open_sink(line, inputs);
  if (!sink) return fail(sink.problems(), session.style, Exit::kUsage);
  return Run(session, options, inputs, **sink).run();
}

}  // namespace scp::cli
