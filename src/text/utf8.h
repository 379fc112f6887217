// UTF-8 in small: decoding, validation, and the letters of Vietnamese.
#ifndef SCPPARSE_TEXT_UTF8_H_
#define SCPPARSE_TEXT_UTF8_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace scp {

// The code point at `at` and its length in bytes; U+FFFD with length 1 where the bytes are no UTF-8.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 1;
};
CodePoint decode(std::string_view text, std::size_t at);
void append(std::string& out, char32_t code_point);

// The offset of the first byte that is no valid UTF-8; text.size() when all is.
std::size_t first_invalid(std::string_view text, std::size_t from = 0);

bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

// Lower case of Latin letters, the Vietnamese ones among them; other characters stay.
char32_t lower(char32_t c);
// The letter without its marks: ằ → a, đ → d, Ế → E.
char32_t bare(char32_t c);

}  // namespace scp

#endif  // SCPPARSE_TEXT_UTF8_H_
