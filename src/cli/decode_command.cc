#include "cli/commands.h"
#include "cli/output.h"
#include "source/source_file.h"
#include "text/text.h"

namespace scp::cli {

Exit run_decode(const Session& session) {
  const CommandLine& line = session.line;
  auto output = Output::open(line.output);
  if (!output) return fail(output.problems(), session.style, Exit::kUsage);
  Exit status = Exit::kOk;
  for (const std::string& input : line.inputs) {
    const auto source =
        read_source(input, {.max_bytes = line.max_bytes, .encoding = find_encoding(line.encoding)});
    if (!source) {
      status = fail(source.problems(), session.style, Exit::kUnreadable);
      continue;
    }
    (*output)->write(clean_text(**source));
  }
  const Problems problems = (*output)->finish();
  return problems.empty() ? status : fail(problems, session.style, Exit::kInternal);
}

}  // namespace scp::cli
