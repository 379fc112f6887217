// The SHA-256 of some bytes, as 64 lower-case hexadecimal digits.
#ifndef SCPPARSE_SUPPORT_SHA256_H_
#define SCPPARSE_SUPPORT_SHA256_H_

#include <string>
#include <string_view>

namespace scp {

std::string sha256_hex(std::string_view bytes);

}  // namespace scp

#endif  // SCPPARSE_SUPPORT_SHA256_H_
