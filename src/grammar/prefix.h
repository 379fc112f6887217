// How the matches of a pattern can begin: its first characters, as far as the pattern fixes them.
// Rules are dispatched on them through a trie, so that at most places in a text no rule is tried at
// all.
//
// beginnings_of() never leaves a possible beginning out; where a pattern is too free it gives the
// empty beginning, which fits everything.
#ifndef SCPPARSE_GRAMMAR_PREFIX_H_
#define SCPPARSE_GRAMMAR_PREFIX_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace scp {

// Symbols are characters without case; a run of digits is one '0', a run of blanks one ' '.
using PrefixSymbol = char32_t;
inline constexpr std::size_t kMostSymbols = 16;  // of a beginning
using Beginning = std::vector<PrefixSymbol>;

// The beginnings of a PCRE2 pattern after expansion of its definitions; sorted, without duplicates.
std::vector<Beginning> beginnings_of(std::string_view pattern);

constexpr PrefixSymbol find_symbol(char32_t c, char32_t lower) {
  if (c >= '0' && c <= '9') return '0';
  return c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x2028 ? U' ' : lower;
}
inline PrefixSymbol fold_symbol(char32_t c) {
  return find_symbol(c, latin::lower_case(c));
}
// Runs of these count once.
constexpr bool symbol_runs(PrefixSymbol symbol) {
  return symbol == '0' || symbol == ' ';
}

inline constexpr std::array<std::uint8_t, 0x80> kAsciiSymbols = [] {
  std::array<std::uint8_t, 0x80> symbols{};
  for (char32_t c = 0; c < symbols.size(); ++c) {
    const char32_t lower = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
    symbols[c] = static_cast<std::uint8_t>(find_symbol(c, lower));
  }
  return symbols;
}();

// Whether a byte is a symbol by itself, and which.
inline bool is_plain_symbol(char byte) {
  const auto c = static_cast<unsigned char>(byte);
  return c < kAsciiSymbols.size() && !symbol_runs(kAsciiSymbols[c]);
}
inline PrefixSymbol fold_ascii(char byte) {
  return kAsciiSymbols[static_cast<unsigned char>(byte)];
}

// Reads the symbols of a text one by one; gives 0 after its end.
class SymbolReader {
 public:
  SymbolReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}
  PrefixSymbol next() {
    if (at_ >= text_.size()) return 0;
    if (is_plain_symbol(text_[at_])) return fold_ascii(text_[at_++]);
    const PrefixSymbol symbol = fold_symbol(next_code_point(text_, at_));
    if (symbol_runs(symbol)) skip_run(symbol);
    return symbol;
  }
  // How far the text was looked at.
  std::size_t position() const { return at_; }

 private:
  void skip_run(PrefixSymbol symbol) {
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte < kAsciiSymbols.size()) {
        if (kAsciiSymbols[byte] != symbol) return;
        ++at_;
        continue;
      }
      const CodePoint c = decode(text_, at_);
      if (fold_symbol(c.value) != symbol) return;
      at_ += c.length;
    }
  }

  std::string_view text_;
  std::size_t at_;
};

constexpr std::uint32_t bit_of_symbol(PrefixSymbol symbol) {
  return 1U << (symbol & 31U);
}

// The letters of Vietnamese find their edge of the root without a search: where it is noted, or
// kDirectSymbols.
inline constexpr std::size_t kDirectSymbols = 768;
constexpr std::size_t direct_place(PrefixSymbol symbol) {
  constexpr PrefixSymbol kLow = 512;
  constexpr PrefixSymbol kHigh = 0x1E00;
  if (symbol < kLow) return symbol;
  return symbol - kHigh < kDirectSymbols - kLow ? symbol - kHigh + kLow : kDirectSymbols;
}

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_PREFIX_H_
