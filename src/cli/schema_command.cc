#include "cli/commands.h"
#include "scpparse/emit.h"

namespace scp::cli {

Exit run_schema(const Session& session) {
  std::string text = output_schema();
  if (!text.ends_with('\n')) text += '\n';
  return write_result(session, text);
}

}  // namespace scp::cli
