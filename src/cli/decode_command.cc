#include "cli/commands.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "source/source_file.h"
#include "text/text.h"

namespace scp::cli {
namespace {

// Says what was lost: status 0, but whoever goes on with the text has to know.
void warn_of_lost_bytes(const std::string& input, const SourceFile& source, const CleanText& clean,
                        const RenderStyle& style) {
  if (clean.invalid == 0) return;
  const LineColumn at = source.lines->locate(clean.first_invalid.begin);
  const bool named = is_legacy(source.encoding);
  const MessageId id = named ? MessageId::kSourceLostBytesNamed : MessageId::kSourceLostBytes;
  const auto say = [&](Lang lang) { return message(lang, id, {{"count", clean.invalid}}); };
  print_error(render({.code = "not-decoded",
                      .message = say(Lang::kEn),
                      .message_vi = say(Lang::kVi),
                      .file = input == "-" ? "<stdin>" : input,
                      .line = at.line,
                      .column = at.column},
                     style, Severity::kWarning));
}

}  // namespace

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
    const CleanText clean = clean_text(**source);
    warn_of_lost_bytes(input, **source, clean, session.style);
    (*output)->write(clean.text);
  }
  const Problems problems = (*output)->finish();
  return problems.empty() ? status : fail(problems, session.style, Exit::kInternal);
}

}  // namespace scp::cli
