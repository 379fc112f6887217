#include <csignal>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/memory.h"
#include "cli/overwrite.h"
#include "cli/terminal.h"

namespace scp::cli {
namespace {

Exit dispatch(const Session& session) {
  if (session.line.help) return run_help(session);
  switch (session.line.command) {
    case Command::kParse:
    case Command::kCheck:
      return run_parse(session);
    case Command::kExplain:
      return run_explain(session);
    case Command::kTokenize:
      return run_tokenize(session);
    case Command::kDecode:
      return run_decode(session);
    case Command::kSchema:
      return run_schema(session);
    case Command::kGrammar:
      return run_grammar(session);
    case Command::kHelp:
      return run_help(session);
    case Command::kVersion:
      return run_version(session);
  }
  return Exit::kInternal;
}

Exit run(const std::vector<std::string>& args) {
  const Lang lang = language_of(args);
  RenderStyle style{.lang = lang, .color = use_color(When::kAuto, STDERR_FILENO)};
  auto line = read_command_line(args, lang);
  if (!line) {
    fail(line.problems(), style, Exit::kUsage);
    print_error(message(lang, MessageId::kUsageSeeHelp) + "\n");
    return Exit::kUsage;
  }
  style.color = use_color(line->color, STDERR_FILENO);
  const Problems overwriting = line->help ? Problems() : refuse_overwriting(*line);
  if (!overwriting.empty()) return fail(overwriting, style, Exit::kUsage);
  return dispatch({*std::move(line), style});
}

int run_guarded(const std::vector<std::string>& args) {
  try {
    return static_cast<int>(run(args));
  } catch (const std::bad_alloc&) {
    print_error("scpparse: " + message(language_of(args), MessageId::kInternalOutOfMemory) + "\n");
  } catch (const std::exception& e) {
    const std::string_view what = e.what();
    print_error("scpparse: " +
                message(language_of(args), MessageId::kInternalError, {{"detail", what}}) + "\n");
  }
  return static_cast<int>(Exit::kInternal);
}

}  // namespace
}  // namespace scp::cli

int main(int argc, char** argv) {
  scp::cli::hold_memory();
  scp::cli::secure_standard_streams();
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of writing
  const int status = scp::cli::run_guarded({argv + 1, argv + argc});
  std::fflush(nullptr);
  std::_Exit(status);  // what is still held goes with the process
}
