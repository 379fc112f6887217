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

class Grammar;

struct GrammarFile {
  std::string path;  // shown in problems
  std::string name;  // kept in the image; of built-in files the path inside the grammar folder
  std::string text;
  bool builtin = false;     // of the built-in grammar, over which the others are laid
  std::uint32_t layer = 0;  // of the others: each layer is laid over those before it
};

struct CompileOptions {
  // Whether examples that do not hold are problems. Those of built-in files are not run again.
  bool run_examples = true;
  // A grammar whose patterns need not be compiled again; may be null. The image is the same with
  // it.
  const Grammar* known = nullptr;
};

Result<std::vector<std::uint8_t>> compile(const std::vector<GrammarFile>& files,
                                          const CompileOptions& options = {});

// One file, or every *.yaml below a directory, sorted by path.
Result<std::vector<GrammarFile>> read_grammar_files(const std::string& path);
// The files that the built-in grammar was made of.
std::vector<GrammarFile> builtin_grammar_files();
// These and the files of read_grammar_files() for each path, a layer each, whose names are their
// paths: an overlay.
Result<std::vector<GrammarFile>> overlaid_grammar_files(const std::vector<std::string>& paths);

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_COMPILE_H_
