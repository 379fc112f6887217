#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "grammar/compile.h"
#include "messages/messages.h"
#include "messages/system_error.h"

namespace scp {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxFiles = 1000;

Problem unreadable(const std::string& path, MessageId id) {
  const auto say = [&](Lang lang) { return message(lang, id, {{"limit", kMaxFiles}}); };
  return {.code = "grammar-unreadable",
          .message = say(Lang::kEn),
          .message_vi = say(Lang::kVi),
          .file = path};
}

Problem unreadable(const std::string& path, const std::error_code& error) {
  return {.code = "grammar-unreadable",
          .message = describe_errno(Lang::kEn, error.value()),
          .message_vi = describe_errno(Lang::kVi, error.value()),
          .file = path};
}

bool is_grammar_file(const fs::directory_entry& entry) {
  std::error_code ignored;
  const fs::path extension = entry.path().extension();
  return entry.is_regular_file(ignored) && (extension == ".yaml" || extension == ".yml");
}

Result<std::vector<GrammarFile>> with_texts(std::vector<GrammarFile> files) {
  Problems problems;
  for (GrammarFile& file : files) {
    std::ifstream stream(file.path, std::ios::binary);
    std::ostringstream text;
    if (stream) text << stream.rdbuf();
    if (!stream) problems.push_back(unreadable(file.path, MessageId::kGrammarErrorUnreadableFile));
    file.text = std::move(text).str();
  }
  if (!problems.empty()) return problems;
  return files;
}

}  // namespace

Result<std::vector<GrammarFile>> read_grammar_files(const std::string& directory) {
  std::error_code error;
  std::vector<GrammarFile> files;
  if (fs::is_regular_file(directory, error)) {
    files.push_back({directory, fs::path(directory).filename().string(), ""});
    return with_texts(std::move(files));
  }
  if (!fs::is_directory(directory, error)) {
    if (!error) return unreadable(directory, MessageId::kGrammarErrorNoFile);
    if (error != std::errc::no_such_file_or_directory) return unreadable(directory, error);
    return unreadable(directory, MessageId::kGrammarErrorNotThere);
  }
  for (fs::recursive_directory_iterator at(directory, error), end; !error && at != end;
       at.increment(error)) {
    if (!is_grammar_file(*at)) continue;
    if (files.size() == kMaxFiles) return unreadable(directory, MessageId::kGrammarErrorManyFiles);
    const fs::path path = at->path();
    files.push_back({path.string(), path.lexically_relative(directory).generic_string(), ""});
  }
  if (error) return unreadable(directory, error);
  if (files.empty()) return unreadable(directory, MessageId::kGrammarErrorNoYaml);
  std::sort(files.begin(), files.end(),
            [](const GrammarFile& a, const GrammarFile& b) { return a.name < b.name; });
  return with_texts(std::move(files));
}

}  // namespace scp
