#include "cli/commands.h"

#include "cli/output.h"
#include "cli/terminal.h"

namespace scp::cli {

Exit worse(Exit a, Exit b) {
  for (const Exit status : {Exit::kInternal, Exit::kUsage, Exit::kUnreadable, Exit::kFindings}) {
    if (a == status || b == status) return status;
  }
  return Exit::kOk;
}

Exit fail(const Problems& problems, const RenderStyle& style, Exit status) {
  std::string out;
  for (const Problem& problem : problems) out += render(problem, style);
  print_error(out);
  return status;
}

Exit write_result(const Session& session, std::string_view text) {
  auto output = Output::open(session.line.output);
  if (!output) return fail(output.problems(), session.style, Exit::kUsage);
  (*output)->write(text);
  const Problems problems = (*output)->finish();
  return problems.empty() ? Exit::kOk : fail(problems, session.style, Exit::kInternal);
}

}  // namespace scp::cli
