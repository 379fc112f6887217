// The two streams that people read, and how to write to them.
//
// Writes go straight to the descriptor, so that nothing is lost in a buffer when the program ends
// and every failure is seen. No locale is set: texts are UTF-8 throughout.
#ifndef SCPPARSE_CLI_TERMINAL_H_
#define SCPPARSE_CLI_TERMINAL_H_

#include <string_view>

#include "cli/command_line.h"

namespace scp::cli {

// Keeps files that are opened later from taking the number of a closed standard stream.
void secure_standard_streams();

bool is_terminal(int fd);
bool use_color(When when, int fd);

// False when not everything could be written; errno says why.
bool write_all(int fd, std::string_view bytes);
void print_error(std::string_view text);

}  // namespace scp::cli

#endif  // SCPPARSE_CLI_TERMINAL_H_
