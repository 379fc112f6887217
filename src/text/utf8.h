// UTF-8 in small: decoding, validation, and the letters of Vietnamese and of other scripts.
#ifndef SCPPARSE_TEXT_UTF8_H_
#define SCPPARSE_TEXT_UTF8_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "text/letters.h"

namespace scp {

// A byte that goes on with a code point.
inline bool is_trail(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// The code point at `at` and its length in bytes; U+FFFD with length 1 where the bytes are no
// UTF-8.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 1;
};
CodePoint decode_wide(std::string_view text, std::size_t at);
inline CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  // The letters of Vietnamese, decoded where they stand.
  if (lead >= 0xC3 && lead <= 0xC6 && at + 1 < text.size() && (byte(1) & 0xC0) == 0x80) {
    return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  }
  if (lead == 0xE1 && at + 2 < text.size() && (byte(1) & 0xC0) == 0x80 &&
      (byte(2) & 0xC0) == 0x80) {
    return {0x1000 | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  }
  return decode_wide(text, at);
}
// The code point at `at`, which moves behind it.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const CodePoint c = decode(text, at);
  at += c.length;
  return c.value;
}
void append(std::string& out, char32_t code_point);

// The offset of the first byte that is no valid UTF-8; text.size() when all is.
std::size_t first_invalid(std::string_view text, std::size_t from = 0);

bool is_foreign_letter(char32_t c);  // of code points that latin::letter_info does not know
char32_t lower_foreign(char32_t c);
inline bool is_letter(char32_t c) {
  const latin::LetterInfo* info = latin::letter_info(c);
  return info != nullptr ? info->is(latin::LetterInfo::kLetter) : is_foreign_letter(c);
}
// Lower case of Latin, Greek and Cyrillic letters; other characters stay.
inline char32_t lower(char32_t c) {
  const latin::LetterInfo* info = latin::letter_info(c);
  return info != nullptr ? info->lower : lower_foreign(c);
}
inline bool is_upper(char32_t c) {
  return lower(c) != c;
}
bool is_lower(char32_t c);
// The capital of a letter of Vietnamese; other characters stay.
char32_t upper(char32_t c);
inline bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

// A Vietnamese letter without its marks: ằ → a, đ → d, Ế → E; other characters stay.
char32_t bare(char32_t c);

}  // namespace scp

#endif  // SCPPARSE_TEXT_UTF8_H_
