// UTF-8 in small: decoding, validation, and the letters of Vietnamese and of other scripts.
#ifndef SCPPARSE_TEXT_UTF8_H_
#define SCPPARSE_TEXT_UTF8_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "text/letters.h"

namespace scp {

// The code point at `at` and its length in bytes; U+FFFD with length 1 where the bytes are no UTF-8.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 1;
};
CodePoint decode_wide(std::string_view text, std::size_t at);
inline CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? CodePoint{byte, 1} : decode_wide(text, at);
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

bool is_foreign_letter(char32_t c);     // of code points that latin::letter_info does not know
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
inline bool is_upper(char32_t c) { return lower(c) != c; }
bool is_lower(char32_t c);
inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

// A Vietnamese letter without its marks: ằ → a, đ → d, Ế → E; other characters stay.
char32_t bare(char32_t c);

}  // namespace scp

#endif  // SCPPARSE_TEXT_UTF8_H_
