// Tokens: the words, numbers, symbols and marks of a text.
//
// tokenize() turns a Text into tokens that never overlap, in order; blanks and line ends are the
// gaps between them, so tokens plus gaps rebuild the text, and through Text::source the input byte
// for byte. Each token has one kind. A token is 12 bytes; it holds offsets into Text::content, not
// text. No allocation per token; linear in the length of the text.
#ifndef SCPPARSE_LEX_TOKEN_H_
#define SCPPARSE_LEX_TOKEN_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace scp {

enum class TokenKind : std::uint8_t {
  kWord,          // a syllable or foreign word
  kAbbreviation,  // UBND, NN&PTNT
  kNumber,        // 05, 1.234.567,89
  kRoman,         // IV
  kEnumerator,    // I.  2.1.  a)  đ)  -  +   at the beginning of a line or cell
  kSymbol,        // 2960/QĐ-UBND, 57-NQ/TW
  kDate,          // 24/6/2020, 20/6, 6/2025
  kPercent,       // 70%
  kRange,         // 05 - 08, 2021-2030, 5 - 8%
  kPunctuation,   // one mark; ./. is one mark
};

std::string_view name_of(TokenKind kind);

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::kWord;
  bool line_start = false;  // the first token of a line, or of a cell after a tab
  bool glued = false;       // no blank between it and the token before
};
static_assert(sizeof(Token) == 12);

std::vector<Token> tokenize(const Text& text);
// The same over any clean text.
std::vector<Token> tokenize(std::string_view content);

// The value of a number in Vietnamese form: dots group thousands, a comma begins decimals
// ("1.234.567,89"); "1,234,567" is read as grouped. Not a number: NaN.
double number_value(std::string_view digits);
// 1 to 3999 for a Roman numeral in its usual form, 0 for anything else.
std::uint32_t roman_value(std::string_view letters);

}  // namespace scp

#endif  // SCPPARSE_LEX_TOKEN_H_
