// Grammar files to one image of bytes.
//
// Holds: there is an image exactly when no file has a problem; otherwise every problem of every
// file is reported, in the order of files and lines, each with its line and a caret. The image is
// the same bytes for the same files. Pure: reads and writes no files; safe on any thread.
#ifndef SCPPARSE_GRAMMAR_COMPILE_H_
#define SCPPARSE_GRAMMAR_COMPILE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "scpparse/result.h"

namespace scp {

struct GrammarFile {
  std::string path;  // shown in problems
  std::string name;  // kept in the image: the path inside the grammar folder
  std::string text;
};

struct CompileOptions {
  bool run_examples = true;  // whether examples that do not hold are problems
};

Result<std::vector<std::uint8_t>> compile(const std::vector<GrammarFile>& files,
                                          const CompileOptions& options = {});

// Every *.yaml below `directory`, sorted by path.
Result<std::vector<GrammarFile>> read_grammar_files(const std::string& directory);

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_COMPILE_H_
