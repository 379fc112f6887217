#include "cli/overwrite.h"

#include <sys/stat.h>

#include <algorithm>

#include "cli/document_sink.h"
#include "cli/mirror.h"
#include "grammar/compile.h"

namespace scp::cli {
namespace {

Problems refuse(MessageId id, const std::string& file) {
  const auto say = [&](Lang lang) { return message(lang, id, {{"file", file}}); };
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

bool is_same_folder(const std::string& a, const std::string& b) {
  struct stat one = {};
  struct stat other = {};
  return stat(a.c_str(), &one) == 0 && stat(b.c_str(), &other) == 0 && S_ISDIR(one.st_mode) &&
         one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

// Results in YAML inside of a folder of grammars would be grammars the next time.
Problems refuse_over_grammar(const CommandLine& line, const std::string& grammar) {
  if (is_same_file(grammar, line.output)) {
    return refuse(MessageId::kUsageOutputIsGrammar, grammar);
  }
  if (!is_folder(grammar)) return {};
  if (is_same_folder(grammar, line.output)) {
    return refuse(MessageId::kUsageOutputInGrammar, line.output);
  }
  if (!is_file(line.output)) return {};
  const auto files = read_grammar_files(grammar);
  if (!files) return {};  // said when it is read
  const auto same = std::find_if(files->begin(), files->end(), [&](const GrammarFile& file) {
    return is_same_file(file.path, line.output);
  });
  if (same == files->end()) return {};
  return refuse(MessageId::kUsageOutputIsGrammar, same->path);
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
  return begins ? refuse(MessageId::kUsageOutputExists, line.output) : Problems();
}

}  // namespace scp::cli
