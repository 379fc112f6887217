// What the bytes of an input are encoded in, and UTF-16 turned into UTF-8.
//
// Invalid input is kept visible: a unit that is no character becomes one byte that is no UTF-8
// (0xC0 for a lone surrogate, 0x80 for half a unit at the end), so that the text stage counts and
// repairs it like any other bad byte and every position still maps back. Pure functions.
#ifndef SCPPARSE_SOURCE_ENCODING_H_
#define SCPPARSE_SOURCE_ENCODING_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace scp {

enum class Encoding : std::uint8_t {
  kUtf8,
  kUtf8Bom,
  kUtf16Le,
  kUtf16Be,
  kTcvn3,
  kTcvn57121,
  kVniWindows,
  kViscii,
  kVps,
  kWindows1258,
  kWindows1252,
};

// By the byte order mark; UTF-8 without one.
Encoding detect_encoding(std::string_view bytes);
std::string_view name_of(Encoding encoding);
// By name or alias, however capitals, blanks and hyphens are written; none for an unknown name.
std::optional<Encoding> find_encoding(std::string_view name);
std::size_t byte_order_mark_size(Encoding encoding);

inline bool is_legacy(Encoding encoding) {
  return encoding >= Encoding::kTcvn3;
}

// `bytes` without the byte order mark.
std::string utf16_to_utf8(std::string_view bytes, bool big_endian);

void append_utf8(std::string& out, char32_t code_point);
// The length of the character of UTF-8 at `at`; 0 where none begins.
std::size_t character_length(std::string_view bytes, std::size_t at);

// How well bytes hold up as UTF-8, and whether there are characters that Vietnamese does not have:
// only then is it worth asking whether the text is what it seems to be.
struct Utf8Quality {
  std::size_t non_ascii = 0;  // bytes above 0x7F
  std::size_t invalid = 0;    // those among them that belong to no character
  std::size_t odd = 0;        // characters of Latin-1 that are not Vietnamese
  std::size_t foreign = 0;    // Greek and Cyrillic letters
};
Utf8Quality utf8_quality(std::string_view bytes);

}  // namespace scp

#endif  // SCPPARSE_SOURCE_ENCODING_H_
