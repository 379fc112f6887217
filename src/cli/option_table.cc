#include "cli/option_table.h"

namespace scp::cli {
namespace {

constexpr unsigned bit(Command command) {
  return 1U << static_cast<unsigned>(command);
}

constexpr unsigned kParsing = bit(Command::kParse) | bit(Command::kCheck);
constexpr unsigned kReading = kParsing | bit(Command::kTokenize) | bit(Command::kDecode);
constexpr unsigned kGrammars = kParsing | bit(Command::kGrammar) | bit(Command::kExplain);
constexpr unsigned kWriting = kReading | bit(Command::kSchema) | bit(Command::kGrammar);
constexpr unsigned kAll = ~0U;

using Raw = RawOptions;
using Id = MessageId;

constexpr OptionSpec kOptions[] = {
    {"", "--format", "json|yaml|ndjson|csv", Id::kHelpOptionFormat, bit(Command::kParse),
     &Raw::format},
    {"", "--format", "json|yaml|ndjson|csv", Id::kHelpOptionCheckFormat, bit(Command::kCheck),
     &Raw::format},
    {"", "--table", "tasks|goals|agencies|citations|reports|findings", Id::kHelpOptionTable,
     bit(Command::kParse), &Raw::table},
    {"", "--no-bom", "", Id::kHelpOptionNoBom, kParsing, nullptr, nullptr, &Raw::no_bom},
    {"", "--format", "text|ndjson", Id::kHelpOptionTokenFormat, bit(Command::kTokenize),
     &Raw::format},
    {"", "--pretty", "", Id::kHelpOptionPretty, kParsing, nullptr, nullptr, &Raw::pretty},
    {"", "--compact", "", Id::kHelpOptionCompact, kParsing, nullptr, nullptr, &Raw::compact},
    {"-o", "--output", "FILE|DIR", Id::kHelpOptionOutputOrFolder, kParsing, &Raw::output},
    {"-o", "--output", "FILE", Id::kHelpOptionOutput, kWriting & ~kParsing, &Raw::output},
    {"", "--include", "GLOB", Id::kHelpOptionInclude, kParsing, nullptr, &Raw::include},
    {"", "--exclude", "GLOB", Id::kHelpOptionExclude, kParsing, nullptr, &Raw::exclude},
    {"", "--only", "KEY,…", Id::kHelpOptionOnly, bit(Command::kParse), nullptr, &Raw::only},
    {"", "--no-spans", "", Id::kHelpOptionNoSpans, kParsing, nullptr, nullptr, &Raw::no_spans},
    {"", "--positions", "codepoint|utf16", Id::kHelpOptionPositions, kParsing, &Raw::positions},
    {"", "--fail-on", "error|warning|info|never", Id::kHelpOptionFailOn, kParsing, &Raw::fail_on},
    {"", "--at", "LINE:COL", Id::kHelpOptionAt, bit(Command::kExplain), &Raw::at},
    {"", "--grammar", "PATH", Id::kHelpOptionGrammar, kGrammars, nullptr, &Raw::grammar},
    {"", "--encoding", "NAME", Id::kHelpOptionEncoding, kReading | bit(Command::kExplain),
     &Raw::encoding},
    {"", "--max-bytes", "SIZE", Id::kHelpOptionMaxBytes, kReading | bit(Command::kExplain),
     &Raw::max_bytes},
    {"", "--color", "auto|always|never", Id::kHelpOptionColor, kAll, &Raw::color},
    {"", "--lang", "vi|en", Id::kHelpOptionLang, kAll, &Raw::lang},
    {"-h", "--help", "", Id::kHelpOptionHelp, kAll, nullptr, nullptr, &Raw::help},
    {"-V", "--version", "", Id::kHelpOptionVersion, kAll, nullptr, nullptr, &Raw::version},
};

}  // namespace

std::span<const OptionSpec> option_table() {
  return kOptions;
}

}  // namespace scp::cli
