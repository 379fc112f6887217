#include <utility>

#include "grammar/compile.h"
#include "grammar/grammar.h"
#include "scpparse/grammar.h"

namespace scp {

Result<GrammarPtr> load_grammar(const std::string& directory) {
  Result<std::vector<GrammarFile>> files = read_grammar_files(directory);
  if (!files) return files.problems();
  Result<std::vector<std::uint8_t>> image = compile(*files);
  if (!image) return image.problems();
  return GrammarPtr(Grammar::from_image(std::move(*image)));
}

}  // namespace scp
