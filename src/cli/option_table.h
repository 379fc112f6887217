// Every option of the program: how it is written, what it takes, which commands know it.
#ifndef SCPPARSE_CLI_OPTION_TABLE_H_
#define SCPPARSE_CLI_OPTION_TABLE_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"

namespace scp::cli {

// What was written, before it is understood.
struct RawOptions {
  std::vector<std::string> inputs;
  std::vector<std::string> only, include, exclude, grammar;
  std::optional<std::string> at, table, format, positions, output, encoding, max_bytes, fail_on,
      color, lang;
  bool compact = false, pretty = false, no_spans = false, no_bom = false;
  bool help = false, version = false;
};

struct OptionSpec {
  std::string_view short_name;  // -o; may be empty
  std::string_view name;        // --output
  std::string_view value;       // how help shows the value; empty for a flag
  MessageId about;
  unsigned commands;  // bits: 1 << Command
  std::optional<std::string> RawOptions::*text = nullptr;
  std::vector<std::string> RawOptions::*list = nullptr;
  bool RawOptions::*flag = nullptr;

  bool known_to(Command command) const { return (commands >> static_cast<unsigned>(command)) & 1U; }
};

std::span<const OptionSpec> option_table();

}  // namespace scp::cli

#endif  // SCPPARSE_CLI_OPTION_TABLE_H_
