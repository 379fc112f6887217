// Patterns for file names: * any text, ? one character, [a-z] one of a set, [!a-z] one of the
// others, \ before a character that means itself. A bracket that nothing closes is a bracket.
#ifndef SCPPARSE_SUPPORT_GLOB_H_
#define SCPPARSE_SUPPORT_GLOB_H_

#include <string_view>

namespace scp {

// Whether the whole `text` is matched. Characters are code points; * matches / as well. Takes at
// most text × pattern steps. Pure.
bool matches_glob(std::string_view pattern, std::string_view text);

}  // namespace scp

#endif  // SCPPARSE_SUPPORT_GLOB_H_
