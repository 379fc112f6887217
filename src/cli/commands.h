// The subcommands. Each gets an understood command line and gives back an exit status.
#ifndef SCPPARSE_CLI_COMMANDS_H_
#define SCPPARSE_CLI_COMMANDS_H_

#include "cli/command_line.h"
#include "cli/render.h"

namespace scp::cli {

enum class Exit : int { kOk = 0, kFindings = 1, kUsage = 2, kUnreadable = 3, kInternal = 70 };

// The one that wins when several apply: 70, then 2, 3, 1.
Exit worse(Exit a, Exit b);

struct Session {
  CommandLine line;
  RenderStyle style;  // for standard error
};

Exit run_parse(const Session& session);  // also `check`
Exit run_explain(const Session& session);
Exit run_tokenize(const Session& session);
Exit run_decode(const Session& session);
Exit run_schema(const Session& session);
Exit run_grammar(const Session& session);
Exit run_help(const Session& session);
Exit run_version(const Session& session);

// Prints the problems and gives `status` back.
Exit fail(const Problems& problems, const RenderStyle& style, Exit status);
// Writes a whole text to where the command line wants it.
Exit write_result(const Session& session, std::string_view text);

}  // namespace scp::cli

#endif  // SCPPARSE_CLI_COMMANDS_H_
