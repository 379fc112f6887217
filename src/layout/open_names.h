// Names of bodies that a line of a cell begins and the next goes on with: "Sở Tài" over "chính".
#ifndef SCPPARSE_LAYOUT_OPEN_NAMES_H_
#define SCPPARSE_LAYOUT_OPEN_NAMES_H_

#include <string>
#include <string_view>

#include "grammar/grammar.h"

namespace scp {

// The part of a name with which `text` ends; empty where none is open.
std::string open_name(const Grammar& grammar, const std::string& text);

// Whether `text` goes on with such a name.
bool goes_on_with(const Grammar& grammar, const std::string& name, std::string_view text);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_OPEN_NAMES_H_
