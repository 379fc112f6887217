#include <array>

#include "cli/command_line.h"
#include "cli/option_table.h"
#include "cli/width.h"

namespace scp::cli {
namespace {

constexpr std::size_t kTextColumn = 30;
constexpr std::size_t kLineWidth = 96;

struct HelpIds {
  MessageId usage;
  MessageId about;
  MessageId examples;
};

HelpIds help_ids(Command command) {
  using Id = MessageId;
  switch (command) {
    case Command::kParse:
      return {Id::kHelpParseUsage, Id::kHelpParseAbout, Id::kHelpParseExamples};
    case Command::kCheck:
      return {Id::kHelpCheckUsage, Id::kHelpCheckAbout, Id::kHelpCheckExamples};
    case Command::kExplain:
      return {Id::kHelpExplainUsage, Id::kHelpExplainAbout, Id::kHelpExplainExamples};
    case Command::kTokenize:
      return {Id::kHelpTokenizeUsage, Id::kHelpTokenizeAbout, Id::kHelpTokenizeExamples};
    case Command::kDecode:
      return {Id::kHelpDecodeUsage, Id::kHelpDecodeAbout, Id::kHelpDecodeExamples};
    case Command::kSchema:
      return {Id::kHelpSchemaUsage, Id::kHelpSchemaAbout, Id::kHelpSchemaExamples};
    case Command::kGrammar:
      return {Id::kHelpGrammarUsage, Id::kHelpGrammarAbout, Id::kHelpGrammarExamples};
    case Command::kHelp:
    case Command::kVersion:
      break;
  }
  return {Id::kHelpProgramUsage, Id::kHelpProgramAbout, Id::kHelpProgramExamples};
}

// Appends `text` in lines that begin at `column`; the cursor stands there already.
void wrap(std::string_view text, std::size_t column, std::string& out) {
  std::size_t at = column;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
    if (at > column && at + 1 + width_of(word) > kLineWidth) {
      out += "\n" + std::string(column, ' ');
      at = column;
    }
    if (at > column) out += ' ';
    at += width_of(word) + (at > column ? 1 : 0);
    out += word;
  }
  out += '\n';
}

void append_option(const OptionSpec& option, Lang lang, std::string& out) {
  std::string head =
      option.short_name.empty() ? "      " : "  " + std::string(option.short_name) + ", ";
  head += option.name;
  if (!option.value.empty()) head += " " + std::string(option.value);
  const std::size_t width = width_of(head);
  out += head;
  if (width + 2 > kTextColumn) {
    out += "\n" + std::string(kTextColumn, ' ');
  } else {
    out += std::string(kTextColumn - width, ' ');
  }
  wrap(message_text(lang, option.about), kTextColumn, out);
}

}  // namespace

std::string help_text(Command command, Lang lang) {
  const HelpIds ids = help_ids(command);
  std::string out = message(lang, ids.usage) + "\n" + message(lang, ids.about);
  const bool of_program = command == Command::kHelp || command == Command::kVersion;
  const Command options_of = of_program ? Command::kParse : command;
  out += "\n" +
         message(lang, of_program ? MessageId::kHelpHeadingParseOptions
                                  : MessageId::kHelpHeadingOptions) +
         "\n";
  for (const OptionSpec& option : option_table()) {
    if (option.known_to(options_of)) append_option(option, lang, out);
  }
  out += "\n" + message(lang, MessageId::kHelpHeadingExamples) + "\n" + message(lang, ids.examples);
  if (of_program) out += "\n" + message(lang, MessageId::kHelpProgramStatus);
  return out;
}

}  // namespace scp::cli
