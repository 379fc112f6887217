#include "cli/commands.h"
#include "scpparse/version.h"

namespace scp::cli {

Exit run_help(const Session& session) {
  Command topic = session.line.command;
  if (topic == Command::kHelp && !session.line.inputs.empty()) {
    topic = command_named(session.line.inputs.front()).value_or(Command::kHelp);
  }
  Session to_stdout = session;
  to_stdout.line.output.clear();
  return write_result(to_stdout, help_text(topic, session.line.lang));
}

Exit run_version(const Session& session) {
  return write_result(session, "scpparse " SCPPARSE_VERSION "\n");
}

}  // namespace scp::cli
