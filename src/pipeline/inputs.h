// The names on a command line become the files to read.
//
// Holds afterwards: files stand in the order of the names, those of a folder sorted by name at each
// level; every folder is read once, however many links lead to it, so loops end; hidden files,
// devices and pipes inside folders are passed over, and so are results of earlier runs, known by
// how they begin; what could not be looked into is an input with a problem. Reads folders, and the
// beginnings of files whose ending is one of results. Owns its strings.
#ifndef SCPPARSE_PIPELINE_INPUTS_H_
#define SCPPARSE_PIPELINE_INPUTS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "scpparse/result.h"

namespace scp {

struct Input {
  std::string path;                // to open and to print; "-" is standard input
  std::string relative;            // path below the folder it was found in; of a file its last part
  std::size_t name = 0;            // index of the name that led to it
  std::optional<Problem> problem;  // why it cannot be read; then it is not opened
};

struct WalkOptions {
  // Globs (support/glob.h) on the last part of a path, or on the path below the folder where the
  // glob holds a slash. No `include` takes every file; `exclude` is about folders as well.
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  // Where results go; may be empty. A folder is never entered, and a file is passed over inside of
  // folders where its ending is one of results: another one may be an input.
  std::string skip;
};

struct Inputs {
  std::vector<Input> list;
  std::vector<bool> is_folder;  // by name
};

// A name that is no folder is taken as it is. A folder in which nothing is to be read gives an
// input with a problem.
Inputs find_inputs(const std::vector<std::string>& names, const WalkOptions& options);

}  // namespace scp

#endif  // SCPPARSE_PIPELINE_INPUTS_H_
