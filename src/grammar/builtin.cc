#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/compile.h"
#include "grammar/grammar.h"
#include "grammar/grammar_impl.h"
#include "scpparse/grammar.h"

extern "C" const unsigned char scp_builtin_grammar[];
extern "C" const unsigned char scp_builtin_grammar_end[];
extern "C" const char scp_builtin_grammar_files[];
extern "C" const char scp_builtin_grammar_files_end[];

namespace scp {

const Grammar& Grammar::builtin() {
  // Never freed: it must outlive every other static object.
  static const Grammar* const grammar = Impl::over(scp_builtin_grammar).release();
  return *grammar;
}

GrammarPtr builtin_grammar() {
  return GrammarPtr(&Grammar::builtin(), [](const Grammar*) {});
}

// For each file a line with its name, one with its size, and its text.
std::vector<GrammarFile> builtin_grammar_files() {
  std::string_view rest(
      scp_builtin_grammar_files,
      static_cast<std::size_t>(scp_builtin_grammar_files_end - scp_builtin_grammar_files));
  const auto line = [&rest] {
    const std::size_t end = rest.find('\n');
    const std::string text(rest.substr(0, end));
    rest.remove_prefix(end + 1);
    return text;
  };
  std::vector<GrammarFile> files;
  while (!rest.empty()) {
    GrammarFile file;
    file.name = line();
    file.path = "built-in:" + file.name;
    file.builtin = true;
    const std::size_t size = std::stoul(line());
    file.text = rest.substr(0, size);
    rest.remove_prefix(size);
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace scp
