// Where the result of each input goes when -o names a folder.
//
//     plans/a/one.txt  ──►  OUT/a/one.json
//
// Below OUT stands the path below the folder that was read; where several names were given, the
// last part of the name stands before it. Holds afterwards: all names differ, none is a folder of
// another, none leads to an input. Two names that would meet keep the ending of the input
// (one.txt.json, one.md.json); what still meets gets ~2, ~3 … Looks at files, writes none.
#ifndef SCPPARSE_CLI_MIRROR_H_
#define SCPPARSE_CLI_MIRROR_H_

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/inputs.h"

namespace scp::cli {

// `names` are those that find_inputs() was given; `ending` begins with a dot.
std::vector<std::string> mirror_names(const Inputs& inputs, const std::vector<std::string>& names,
                                      const std::string& folder, std::string_view ending);

// Makes the folders above `path`; 0 or the errno of what failed.
int make_folders_above(const std::string& path);

// Whether both lead to one file that is there.
bool is_same_file(const std::string& a, const std::string& b);

}  // namespace scp::cli

#endif  // SCPPARSE_CLI_MIRROR_H_
