// What the bytes of an input are encoded in, and UTF-16 turned into UTF-8.
//
// Invalid input is kept visible: a unit that is no character becomes one byte that is no UTF-8
// (0xC0 for a lone surrogate, 0x80 for half a unit at the end), so that the text stage counts and
// repairs it like any other bad byte and every position still maps back. Pure functions.
#ifndef SCPPARSE_SOURCE_ENCODING_H_
#define SCPPARSE_SOURCE_ENCODING_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace scp {

enum class Encoding : std::uint8_t { kUtf8, kUtf8Bom, kUtf16Le, kUtf16Be };

// By the byte order mark; UTF-8 without one.
Encoding detect_encoding(std::string_view bytes);
std::string_view name_of(Encoding encoding);
std::size_t byte_order_mark_size(Encoding encoding);

// `bytes` without the byte order mark.
std::string utf16_to_utf8(std::string_view bytes, bool big_endian);

// How well bytes hold up as UTF-8.
struct Utf8Quality {
  std::size_t non_ascii = 0;  // bytes above 0x7F
  std::size_t invalid = 0;    // those among them that belong to no character
};
Utf8Quality utf8_quality(std::string_view bytes);

}  // namespace scp

#endif  // SCPPARSE_SOURCE_ENCODING_H_
