#include <utility>

#include "grammar/compile.h"
#include "grammar/grammar.h"
#include "scpparse/grammar.h"

namespace scp {

Result<std::vector<GrammarFile>> overlaid_grammar_files(const std::string& path) {
  Result<std::vector<GrammarFile>> own = read_grammar_files(path);
  if (!own) return own.problems();
  std::vector<GrammarFile> files = builtin_grammar_files();
  for (GrammarFile& file : *own) {
    file.name = file.path;
    files.push_back(std::move(file));
  }
  return files;
}

Result<GrammarPtr> load_grammar(const std::string& path) {
  Result<std::vector<GrammarFile>> files = overlaid_grammar_files(path);
  if (!files) return files.problems();
  Result<std::vector<std::uint8_t>> image = compile(*files);
  if (!image) return image.problems();
  return GrammarPtr(Grammar::from_image(std::move(*image)));
}

}  // namespace scp
