#include <utility>

#include "grammar/compile.h"
#include "grammar/grammar.h"
#include "scpparse/grammar.h"

namespace scp {

Result<std::vector<GrammarFile>> overlaid_grammar_files(const std::vector<std::string>& paths) {
  std::vector<GrammarFile> files = builtin_grammar_files();
  Problems problems;
  for (std::uint32_t layer = 0; layer < paths.size(); ++layer) {
    Result<std::vector<GrammarFile>> own = read_grammar_files(paths[layer]);
    if (!own) {
      problems.insert(problems.end(), own.problems().begin(), own.problems().end());
      continue;
    }
    for (GrammarFile& file : *own) {
      file.name = file.path;
      file.layer = layer;
      files.push_back(std::move(file));
    }
  }
  if (!problems.empty()) return problems;
  return files;
}

Result<GrammarPtr> load_grammar(const std::string& path) {
  return load_grammars({path});
}

Result<GrammarPtr> load_grammars(const std::vector<std::string>& paths) {
  Result<std::vector<GrammarFile>> files = overlaid_grammar_files(paths);
  if (!files) return files.problems();
  CompileOptions options;
  options.known = &Grammar::builtin();
  Result<std::vector<std::uint8_t>> image = compile(*files, options);
  if (!image) return image.problems();
  return GrammarPtr(Grammar::from_image(std::move(*image)));
}

}  // namespace scp
