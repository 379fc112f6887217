// What the operating system said, in the language of the program.
#ifndef SCPPARSE_MESSAGES_SYSTEM_ERROR_H_
#define SCPPARSE_MESSAGES_SYSTEM_ERROR_H_

#include <string>

#include "messages/messages.h"

namespace scp {

// The usual errors in words of our own, the rest as the C library puts them.
std::string describe_errno(Lang lang, int error);

}  // namespace scp

#endif  // SCPPARSE_MESSAGES_SYSTEM_ERROR_H_
