// Arguments become a CommandLine, or a usage problem in both languages.
//
// One table of options drives parsing, suggestions and help, so that none of them can know an
// option the others do not. Reads no files and prints nothing.
#ifndef SCPPARSE_CLI_COMMAND_LINE_H_
#define SCPPARSE_CLI_COMMAND_LINE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emit/csv.h"
#include "messages/messages.h"
#include "scpparse/emit.h"
#include "scpparse/finding.h"
#include "scpparse/result.h"

namespace scp::cli {

enum class Command : std::uint8_t {
  kParse,
  kCheck,
  kExplain,
  kTokenize,
  kDecode,
  kSchema,
  kGrammar,
  kHelp,
  kVersion,
};

enum class When : std::uint8_t { kAuto, kAlways, kNever };

struct CommandLine {
  Command command = Command::kParse;
  bool help = false;
  std::vector<std::string> inputs;  // files, codes, or what `grammar` is to do

  Format format = Format::kJson;
  bool tokens_as_text = true;  // tokenize
  bool documents = true;       // print documents, not only findings on standard error
  bool csv = false;            // instead of `format`
  CsvTable table = CsvTable::kTasks;
  Lang csv_lang = Lang::kEn;  // as --lang says; a locale changes no output
  bool byte_order_mark = true;
  std::optional<bool> pretty;  // neither --pretty nor --compact: by where the output goes
  bool spans = true;
  bool utf16_columns = false;
  std::vector<std::string> only;
  std::string output;                // empty: standard output
  std::vector<std::string> include;  // globs for the files of folders
  std::vector<std::string> exclude;
  std::vector<std::string> grammar;  // files or folders, each over those before it
  std::string encoding;              // a name that is known; empty: by evidence
  std::uint32_t at_line = 0;         // explain: the place in a file; 0: none, rules are explained
  std::uint32_t at_column = 0;
  std::uint64_t max_bytes = std::uint64_t{64} << 20;
  std::optional<Severity> fail_on;  // none: never
  bool fail_on_given = false;
  When color = When::kAuto;
  Lang lang = Lang::kEn;
};

Result<CommandLine> read_command_line(const std::vector<std::string>& args, Lang default_lang);

// The language that `--lang` asks for, also where the rest of the command line is wrong.
Lang language_of(const std::vector<std::string>& args);

// The help text of a command; of the program for kHelp.
std::string help_text(Command command, Lang lang);

std::optional<Command> command_named(std::string_view name);
std::string_view name_of(Command command);

}  // namespace scp::cli

#endif  // SCPPARSE_CLI_COMMAND_LINE_H_
