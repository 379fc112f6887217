#include "cli/overwrite.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/document_sink.h"
#include "cli/mirror.h"
#include "grammar/compile.h"

namespace scp::cli {
namespace {

Problems refuse(MessageId id, std::initializer_list<MessageArg> args) {
  const auto say = [&](Lang lang) { return message(lang, id, args); };
  return {{.code = "usage", .message = say(Lang::kEn), .message_vi = say(Lang::kVi)}};
}

bool is_folder(const std::string& path) {
  struct stat info = {};
  return stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

bool is_file(const std::string& path) {
  struct stat info = {};
  return stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

// Whether `path`, which need not be there yet, is the folder or lies below it.
bool is_inside(const std::string& path, const std::string& folder) {
  std::error_code error;
  const auto inner = std::filesystem::weakly_canonical(path, error);
  if (error) return false;
  const auto outer = std::filesystem::canonical(folder, error);
  if (error) return false;
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

// The file of the folder that the output would replace, if any.
std::string replaced_file(const CommandLine& line, const std::string& folder) {
  if (!is_file(line.output)) return {};
  const auto files = read_grammar_files(folder);
  if (!files) return {};  // said when it is read
  const auto same = std::find_if(files->begin(), files->end(), [&](const GrammarFile& file) {
    return is_same_file(file.path, line.output);
  });
  return same == files->end() ? "" : same->path;
}

// Results in YAML inside of a folder of grammars would be grammars the next time.
Problems refuse_over_grammar(const CommandLine& line, const std::string& grammar) {
  if (is_same_file(grammar, line.output)) {
    return refuse(MessageId::kUsageOutputIsGrammar, {{"file", grammar}});
  }
  if (!is_folder(grammar)) return {};
  const std::string replaced = replaced_file(line, grammar);
  if (!replaced.empty()) return refuse(MessageId::kUsageOutputIsGrammar, {{"file", replaced}});
  if (!is_inside(line.output, grammar)) return {};
  return refuse(MessageId::kUsageOutputInGrammar, {{"file", line.output}, {"grammar", grammar}});
}

}  // namespace

Problems refuse_overwriting(const CommandLine& line) {
  if (line.output.empty()) return {};
  for (const std::string& grammar : line.grammar) {
    Problems problems = refuse_over_grammar(line, grammar);
    if (!problems.empty()) return problems;
  }
  if (line.command == Command::kTokenize || line.command == Command::kDecode ||
      line.command == Command::kExplain) {
    for (const std::string& input : line.inputs) {
      if (is_same_file(input, line.output)) return {output_is_input(input)};
    }
  }
  const bool begins = line.command == Command::kGrammar && !line.inputs.empty() &&
                      line.inputs.front() == "new" && is_file(line.output);
  return begins ? refuse(MessageId::kUsageOutputExists, {{"file", line.output}}) : Problems();
}

}  // namespace scp::cli
