// How the program takes memory from the system: seldom and much, since a short run is over before
// giving it back would help anyone. Only hints: where they are not understood nothing changes.
#ifndef SCPPARSE_CLI_MEMORY_H_
#define SCPPARSE_CLI_MEMORY_H_

#include <string>

namespace scp::cli {

// Call once, before memory is used.
void hold_memory();

// Lets the memory that reading a file will need come in large pages: a fault for 2 MiB instead of
// one for every 4 KiB. Nothing for a file so small that it does not pay.
void use_large_pages_for(const std::string& path);

}  // namespace scp::cli

#endif  // SCPPARSE_CLI_MEMORY_H_
