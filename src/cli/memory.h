// How the program takes memory from the system: seldom and much, since a short run is over before
// giving it back would help anyone. Only hints: where they are not understood nothing changes.
#ifndef SCPPARSE_CLI_MEMORY_H_
#define SCPPARSE_CLI_MEMORY_H_

#include <string>

namespace scp::cli {

// Call once, before memory is used.
void hold_memory();

// Asks for the pages that reading a file will need, all at once instead of fault by fault; a file
// of usual size only.
void take_pages_for(const std::string& path);

}  // namespace scp::cli

#endif  // SCPPARSE_CLI_MEMORY_H_
