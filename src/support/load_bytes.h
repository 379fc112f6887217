// Up to eight bytes of a text as one number, to compare and to hash words by.
#ifndef SCPPARSE_SUPPORT_LOAD_BYTES_H_
#define SCPPARSE_SUPPORT_LOAD_BYTES_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace scp {

// The bytes [at, at + count) of a text, count <= 8, with zeros after them. Never reads beyond the
// text.
inline std::uint64_t load_bytes(std::string_view text, std::size_t at, std::size_t count) {
  std::uint64_t bytes = 0;
  if (at + sizeof bytes <= text.size()) {  // one load and a mask, no copying byte by byte
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    return count >= sizeof bytes ? bytes : bytes & ((std::uint64_t{1} << (8 * count)) - 1);
  }
  for (std::size_t i = 0; i < count; ++i) {
    bytes |= std::uint64_t{static_cast<unsigned char>(text[at + i])} << (8 * i);
  }
  return bytes;
}

}  // namespace scp

#endif  // SCPPARSE_SUPPORT_LOAD_BYTES_H_
