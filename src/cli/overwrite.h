// What -o must not destroy: the grammar that is read, an input, a file that `grammar new` would
// begin anew. Looks at files, writes none.
#ifndef SCPPARSE_CLI_OVERWRITE_H_
#define SCPPARSE_CLI_OVERWRITE_H_

#include "cli/command_line.h"
#include "scpparse/result.h"

namespace scp::cli {

// No problems: the output may be written. What `parse` and `check` read is left to open_sink().
Problems refuse_overwriting(const CommandLine& line);

}  // namespace scp::cli

#endif  // SCPPARSE_CLI_OVERWRITE_H_
