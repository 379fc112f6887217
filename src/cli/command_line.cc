#include "cli/command_line.h"

#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include "cli/option_table.h"
#include "scpparse/parse.h"
#include "source/encoding.h"
#include "support/suggest.h"

namespace scp::cli {
namespace {

constexpr std::pair<std::string_view, Command> kCommands[] = {
    {"parse", Command::kParse},       {"check", Command::kCheck},   {"explain", Command::kExplain},
    {"tokenize", Command::kTokenize}, {"decode", Command::kDecode}, {"schema", Command::kSchema},
    {"grammar", Command::kGrammar},   {"help", Command::kHelp},     {"version", Command::kVersion},
};

Problem usage(MessageId id, std::initializer_list<MessageArg> args) {
  return {.code = "usage",
          .message = message(Lang::kEn, id, args),
          .message_vi = message(Lang::kVi, id, args)};
}

// The sentence, with "did you mean" behind it where something known is near.
Problem usage_with_hint(MessageId id, std::initializer_list<MessageArg> args, std::string_view word,
                        std::span<const std::string_view> known) {
  Problem problem = usage(id, args);
  const std::string_view near = nearest(word, known);
  if (near.empty()) return problem;
  problem.message += message(Lang::kEn, MessageId::kUsageDidYouMean, {{"word", near}});
  problem.message_vi += message(Lang::kVi, MessageId::kUsageDidYouMean, {{"word", near}});
  return problem;
}

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  for (const auto& [name, command] : kCommands) names.push_back(name);
  return names;
}

template <typename T>
struct Choice {
  std::string_view name;
  T value;
};

constexpr Choice<std::optional<Format>> kFormats[] = {{"json", Format::kJson},
                                                      {"yaml", Format::kYaml},
                                                      {"ndjson", Format::kNdjson},
                                                      {"csv", std::nullopt}};
constexpr Choice<CsvTable> kTables[] = {
    {"tasks", CsvTable::kTasks},       {"goals", CsvTable::kGoals},
    {"agencies", CsvTable::kAgencies}, {"citations", CsvTable::kCitations},
    {"reports", CsvTable::kReports},   {"findings", CsvTable::kFindings}};
constexpr Choice<bool> kTokenFormats[] = {{"text", true}, {"ndjson", false}};
constexpr Choice<bool> kPositions[] = {{"codepoint", false}, {"utf16", true}};
constexpr Choice<std::optional<Severity>> kFailOn[] = {{"error", Severity::kError},
                                                       {"warning", Severity::kWarning},
                                                       {"info", Severity::kInfo},
                                                       {"never", std::nullopt}};
constexpr Choice<When> kColors[] = {
    {"auto", When::kAuto}, {"always", When::kAlways}, {"never", When::kNever}};
constexpr Choice<Lang> kLanguages[] = {{"vi", Lang::kVi}, {"en", Lang::kEn}};

// Understands the options one by one and keeps every problem on the way.
class Interpreter {
 public:
  Interpreter(const RawOptions& raw, CommandLine& line) : raw_(raw), line_(line) {}

  Problems run() {
    if (line_.command == Command::kTokenize) {
      choose("--format", raw_.format, kTokenFormats, line_.tokens_as_text);
    } else {
      std::optional<Format> format = Format::kJson;
      choose("--format", raw_.format, kFormats, format);
      line_.csv = !format.has_value();
      line_.format = format.value_or(Format::kJson);
    }
    choose("--positions", raw_.positions, kPositions, line_.utf16_columns);
    choose("--fail-on", raw_.fail_on, kFailOn, line_.fail_on);
    choose("--color", raw_.color, kColors, line_.color);
    choose("--lang", raw_.lang, kLanguages, line_.lang);
    read_max_bytes();
    read_only();
    read_table();
    read_at();
    line_.include = raw_.include;
    line_.exclude = raw_.exclude;
    read_encoding();
    if (raw_.pretty) line_.pretty = true;
    if (raw_.compact) line_.pretty = false;
    line_.spans = !raw_.no_spans;
    read_name("--output", raw_.output, line_.output);
    if (line_.output == "-") line_.output.clear();
    for (const std::string& path : raw_.grammar) {
      line_.grammar.emplace_back();
      read_name("--grammar", path, line_.grammar.back());
    }
    line_.fail_on_given = raw_.fail_on.has_value();
    line_.documents = line_.command != Command::kCheck || shapes_documents();
    find_contradictions();
    return std::move(problems_);
  }

 private:
  template <typename T, std::size_t N>
  void choose(std::string_view option, const std::optional<std::string>& given,
              const Choice<T> (&choices)[N], T& out) {
    if (!given) return;
    const std::string& text = *given;
    std::array<std::string_view, N> names;
    std::string list;
    for (std::size_t i = 0; i < N; ++i) {
      if (choices[i].name == text) {
        out = choices[i].value;
        return;
      }
      names[i] = choices[i].name;
      list += (i == 0 ? "" : ", ") + std::string(names[i]);
    }
    problems_.push_back(usage_with_hint(MessageId::kUsageBadValue,
                                        {{"option", option}, {"value", text}, {"choices", list}},
                                        text, names));
  }

  void read_name(std::string_view option, const std::optional<std::string>& given,
                 std::string& out) {
    if (!given) return;
    if (given->empty())
      problems_.push_back(usage(MessageId::kUsageMissingValue, {{"option", option}}));
    out = *given;
  }

  void read_at() {
    if (!raw_.at) return;
    const std::string_view text = *raw_.at;
    const auto read = [](std::string_view digits, std::uint32_t& out) {
      const auto [rest, error] = std::from_chars(digits.begin(), digits.end(), out);
      return error == std::errc() && rest == digits.end() && out > 0;
    };
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string_view column = colon < text.size() ? text.substr(colon + 1) : "1";
    if (read(text.substr(0, colon), line_.at_line) && read(column, line_.at_column)) return;
    problems_.push_back(usage(MessageId::kUsageBadPlace, {{"value", text}}));
  }

  void read_table() {
    if (line_.command == Command::kCheck) line_.table = CsvTable::kFindings;
    choose("--table", raw_.table, kTables, line_.table);
    if (raw_.lang) line_.csv_lang = line_.lang;
    line_.byte_order_mark = !raw_.no_bom;
  }

  // What has a meaning only for documents, so that asking for it asks for them.
  bool shapes_documents() const {
    return raw_.format || raw_.output || raw_.positions || raw_.pretty || raw_.compact ||
           raw_.no_spans || raw_.no_bom;
  }

  // Options of which one would have no effect beside the other.
  void find_contradictions() {
    const auto exclude = [&](bool both, std::string_view a, std::string_view b) {
      if (both) problems_.push_back(usage(MessageId::kUsageExclusive, {{"a", a}, {"b", b}}));
    };
    exclude(raw_.pretty && raw_.compact, "--pretty", "--compact");
    exclude(raw_.no_spans && raw_.positions, "--no-spans", "--positions");
    const bool yaml = line_.format == Format::kYaml;
    exclude(raw_.pretty && yaml, "--pretty", "--format yaml");
    exclude(raw_.compact && yaml, "--compact", "--format yaml");
    exclude(raw_.pretty && line_.format == Format::kNdjson, "--pretty", "--format ndjson");
    exclude(raw_.pretty && line_.csv, "--pretty", "--format csv");
    exclude(raw_.compact && line_.csv, "--compact", "--format csv");
    exclude(raw_.no_spans && line_.csv, "--no-spans", "--format csv");
    exclude(raw_.positions && line_.csv, "--positions", "--format csv");
    exclude(!raw_.only.empty() && line_.csv, "--only", "--format csv");
    const auto need_csv = [&](bool given, std::string_view option) {
      if (!given || line_.csv) return;
      problems_.push_back(
          usage(MessageId::kUsageGoesWith, {{"option", option}, {"other", "--format csv"}}));
    };
    need_csv(raw_.table.has_value(), "--table");
    need_csv(raw_.no_bom, "--no-bom");
  }

  void read_max_bytes() {
    if (!raw_.max_bytes) return;
    const std::string& text = *raw_.max_bytes;
    std::uint64_t number = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    std::string_view unit(rest, static_cast<std::size_t>(text.data() + text.size() - rest));
    constexpr std::string_view kUnits = "KMG";
    std::uint64_t factor = 1;
    if (!unit.empty()) {
      const std::size_t i = kUnits.find(static_cast<char>(std::toupper(unit.front())));
      if (i != kUnits.npos) factor = std::uint64_t{1024} << (10 * i);
      if (i != kUnits.npos) unit.remove_prefix(1);
    }
    const bool unit_known = unit.empty() || unit == "B" || unit == "iB";
    const std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
    if (error != std::errc() || !unit_known || number == 0 || number > most / factor) {
      problems_.push_back(usage(MessageId::kUsageBadSize, {{"value", text}}));
      return;
    }
    line_.max_bytes = number * factor;
  }

  void read_encoding() {
    read_name("--encoding", raw_.encoding, line_.encoding);
    if (line_.encoding.empty() || find_encoding(line_.encoding)) return;
    const std::vector<std::string_view> known = encoding_names();
    std::string list;
    for (const std::string_view name : known)
      list += (list.empty() ? "" : ", ") + std::string(name);
    problems_.push_back(
        usage_with_hint(MessageId::kUsageBadValue,
                        {{"option", "--encoding"}, {"value", line_.encoding}, {"choices", list}},
                        line_.encoding, known));
  }

  void read_only() {
    const std::vector<std::string_view> known = output_keys();
    for (const std::string& key : raw_.only) {
      if (key == "schema" || key == "producer" || key == "source") {
        problems_.push_back(usage(MessageId::kUsageOnlyAlways, {{"value", key}}));
        continue;
      }
      if (std::find(known.begin(), known.end(), key) != known.end()) {
        line_.only.push_back(key);
        continue;
      }
      std::string list;
      for (const std::string_view k : known) list += (list.empty() ? "" : ", ") + std::string(k);
      problems_.push_back(usage_with_hint(MessageId::kUsageBadValue,
                                          {{"option", "--only"}, {"value", key}, {"choices", list}},
                                          key, known));
    }
  }

  const RawOptions& raw_;
  CommandLine& line_;
  Problems problems_;
};

bool takes_value(std::string_view arg) {
  return std::any_of(option_table().begin(), option_table().end(), [&](const OptionSpec& o) {
    return !o.value.empty() && (arg == o.name || arg == o.short_name);
  });
}

// The first argument that is neither an option nor the value of one; args.size() if none.
std::size_t first_word(const std::vector<std::string>& args) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (args[i] == "--") break;
    if (args[i].size() < 2 || args[i][0] != '-') return i;
    if (takes_value(args[i])) ++i;
  }
  return args.size();
}

bool exists(const std::string& path) {
  struct stat info = {};
  return stat(path.c_str(), &info) == 0;
}

// Takes the command's name out of `args`. A first word that is almost a command and no file is a
// slip of the pen; any other word is an input of `parse`.
Result<Command> take_command(std::vector<std::string>& args) {
  const std::size_t at = first_word(args);
  if (at == args.size()) return Command::kParse;
  if (const auto command = command_named(args[at])) {
    args.erase(args.begin() + static_cast<std::ptrdiff_t>(at));
    return *command;
  }
  const std::vector<std::string_view> names = command_names();
  const bool looks_like_path = args[at].find_first_of("./") != std::string::npos || args[at] == "-";
  if (looks_like_path || nearest(args[at], names).empty() || exists(args[at])) {
    return Command::kParse;
  }
  return usage_with_hint(MessageId::kUsageUnknownCommand, {{"word", args[at]}}, args[at], names);
}

void declare(CLI::App& app, Command command, RawOptions& raw) {
  app.set_help_flag();
  app.allow_extras();
  app.add_option("inputs", raw.inputs);
  for (const OptionSpec& o : option_table()) {
    if (!o.known_to(command)) continue;
    const std::string names =
        (o.short_name.empty() ? "" : std::string(o.short_name) + ",") + std::string(o.name);
    if (o.flag != nullptr) {
      app.add_flag(names, raw.*o.flag)->disable_flag_override();
    } else if (o.list != nullptr) {
      app.add_option(names, raw.*o.list)
          ->delimiter(o.list == &RawOptions::only ? ',' : '\0')
          ->allow_extra_args(false);
    } else {
      app.add_option(names, raw.*o.text)->take_last();
    }
  }
}

Problem unknown_option(const std::string& written, Command command) {
  const std::string word = written.substr(0, written.find('='));
  std::vector<std::string_view> known;
  bool elsewhere = false;
  for (const OptionSpec& o : option_table()) {
    elsewhere = elsewhere || o.name == word || o.short_name == word;
    if (o.known_to(command)) known.push_back(o.name);
  }
  if (elsewhere) {
    return usage(MessageId::kUsageForeignOption, {{"word", word}, {"command", name_of(command)}});
  }
  return usage_with_hint(MessageId::kUsageUnknownOption, {{"word", word}}, word, known);
}

// "--pretty=yes": the option is there or not.
Problems values_of_flags(const std::vector<std::string>& args, Command command) {
  Problems problems;
  for (const std::string& arg : args) {
    if (arg == "--") break;
    const std::size_t equals = arg.find('=');
    if (equals == arg.npos) continue;
    for (const OptionSpec& o : option_table()) {
      if (o.flag == nullptr || !o.known_to(command) || arg.compare(0, equals, o.name) != 0)
        continue;
      problems.push_back(usage(MessageId::kUsageTakesNoValue, {{"option", o.name}}));
    }
  }
  return problems;
}

// "-o=x" is "--output=x".
std::vector<std::string> with_long_names(std::vector<std::string> args) {
  for (std::string& arg : args) {
    if (arg == "--") break;
    for (const OptionSpec& o : option_table()) {
      const std::size_t length = o.short_name.size();
      if (length == 0 || o.flag != nullptr || !arg.starts_with(o.short_name)) continue;
      if (arg.size() > length && arg[length] == '=') arg.replace(0, length, o.name);
    }
  }
  return args;
}

Result<RawOptions> read_raw(const std::vector<std::string>& written, Command command) {
  const std::vector<std::string> args = with_long_names(written);
  Problems problems = values_of_flags(args, command);
  if (!problems.empty()) return problems;
  RawOptions raw;
  CLI::App app;
  declare(app, command, raw);
  std::vector<std::string> reversed(args.rbegin(), args.rend());  // as CLI11 wants them
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::ArgumentMismatch& e) {
    const std::string what = e.what();
    return usage(MessageId::kUsageMissingValue, {{"option", what.substr(0, what.find(':'))}});
  } catch (const CLI::ParseError& e) {
    return usage(MessageId::kUsageOther, {{"detail", e.what()}});
  }
  if (raw.output && app.count("--output") > 1) {
    problems.push_back(usage(MessageId::kUsageTwice, {{"option", "--output"}}));
  }
  for (const std::string& word : app.remaining()) {
    if (word != "--") problems.push_back(unknown_option(word, command));
  }
  if (!problems.empty()) return problems;
  return raw;
}

bool is_grammar_action(std::string_view word) {
  constexpr std::string_view kActions[] = {"test", "list", "lint", "new", "schema"};
  return std::find(std::begin(kActions), std::end(kActions), word) != std::end(kActions);
}

// `help` takes one command; that of grammar is about all it does.
Problems check_topic(const CommandLine& line) {
  const std::string& word = line.inputs[command_named(line.inputs[0]) ? line.inputs.size() - 1 : 0];
  const bool of_action = line.inputs.size() == 2 && line.inputs[0] == "grammar";
  if (of_action && is_grammar_action(word)) return {};
  if (!command_named(word)) {
    return {
        usage_with_hint(MessageId::kUsageUnknownCommand, {{"word", word}}, word, command_names())};
  }
  if (line.inputs.size() == 1) return {};
  return {usage(MessageId::kUsageSuperfluous, {{"word", word}, {"command", "help"}})};
}

// What the command needs beside its options.
Problems check_inputs(const CommandLine& line) {
  const std::size_t count = line.inputs.size();
  const bool reads_files = line.command == Command::kParse || line.command == Command::kCheck ||
                           line.command == Command::kTokenize || line.command == Command::kDecode;
  if (reads_files && count == 0) return {usage(MessageId::kUsageNoInput, {})};
  if (reads_files && std::count(line.inputs.begin(), line.inputs.end(), "-") > 1) {
    return {usage(MessageId::kUsageStdinTwice, {})};
  }
  if (line.command == Command::kHelp && count > 0) return check_topic(line);
  if (line.command == Command::kExplain && line.at_line > 0 && count != 1) {
    return {usage(MessageId::kUsageAtOneFile, {})};
  }
  if (line.command == Command::kExplain && line.at_line == 0) {
    const std::string_view option = !line.grammar.empty()    ? "--grammar"
                                    : !line.encoding.empty() ? "--encoding"
                                                             : "";
    if (!option.empty()) {
      return {usage(MessageId::kUsageGoesWith, {{"option", option}, {"other", "--at"}})};
    }
  }
  const bool takes_nothing = line.command == Command::kSchema || line.command == Command::kVersion;
  if (takes_nothing && count > 0) {
    return {usage(MessageId::kUsageSuperfluous,
                  {{"word", line.inputs.front()}, {"command", name_of(line.command)}})};
  }
  return {};
}

}  // namespace

std::optional<Command> command_named(std::string_view name) {
  for (const auto& [known, command] : kCommands) {
    if (known == name) return command;
  }
  return std::nullopt;
}

std::string_view name_of(Command command) {
  for (const auto& [name, known] : kCommands) {
    if (known == command) return name;
  }
  return {};
}

Lang language_of(const std::vector<std::string>& args) {
  for (std::size_t i = args.size(); i-- > 0;) {  // the last one counts
    const bool apart = args[i] == "--lang" && i + 1 < args.size();
    const std::string value = apart                            ? args[i + 1]
                              : args[i].starts_with("--lang=") ? args[i].substr(7)
                                                               : "";
    if (value == "vi" || value == "en") return value == "vi" ? Lang::kVi : Lang::kEn;
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("vi") ? Lang::kVi : Lang::kEn;
  }
  return Lang::kEn;
}

Result<CommandLine> read_command_line(const std::vector<std::string>& args, Lang default_lang) {
  std::vector<std::string> rest = args;
  const auto command = take_command(rest);
  if (!command) return command.problems();
  auto raw = read_raw(rest, *command);
  if (!raw) return raw.problems();

  CommandLine line;
  line.command = raw->version ? Command::kVersion : *command;
  line.help = raw->help;
  line.lang = default_lang;
  if (line.command == Command::kCheck) line.fail_on = Severity::kError;
  Problems problems = Interpreter(*raw, line).run();
  line.inputs = std::move(raw->inputs);
  const bool asks_about_program = raw->help || raw->version;
  if (problems.empty() && !asks_about_program) problems = check_inputs(line);
  if (!problems.empty()) return problems;
  if (args.size() == 1 && line.help) line.command = Command::kHelp;
  return line;
}

}  // namespace scp::cli
