// How many columns of a terminal text takes: none for combining marks and invisible characters, two
// for wide East Asian ones, one for the rest.
#ifndef SCPPARSE_CLI_WIDTH_H_
#define SCPPARSE_CLI_WIDTH_H_

#include <cstddef>
#include <string_view>

namespace scp::cli {

std::size_t width_of(char32_t code_point);
std::size_t width_of(std::string_view utf8);

}  // namespace scp::cli

#endif  // SCPPARSE_CLI_WIDTH_H_
