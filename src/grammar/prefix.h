// How the matches of a pattern can begin: its first characters, as far as the pattern fixes them.
// Rules are dispatched on them through a trie, so that at most places in a text no rule is tried at
// all.
//
// beginnings_of() never leaves a possible beginning out; where a pattern is too free it gives the
// empty beginning, which fits everything.
#ifndef SCPPARSE_GRAMMAR_PREFIX_H_
#define SCPPARSE_GRAMMAR_PREFIX_H_

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

// Reads the symbols of a text one by one; gives 0 after its end.
class SymbolReader {
 public:
  SymbolReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}
  PrefixSymbol next() {
    if (at_ >= text_.size()) return 0;
    const PrefixSymbol symbol = fold_symbol(next_code_point(text_, at_));
    if (symbol_runs(symbol)) skip_run(symbol);
    return symbol;
  }
  // How far the text was looked at.
  std::size_t position() const { return at_; }

 private:
  void skip_run(PrefixSymbol symbol) {
    while (at_ < text_.size()) {
      const CodePoint c = decode(text_, at_);
      if (fold_symbol(c.value) != symbol) return;
      at_ += c.length;
    }
  }

  std::string_view text_;
  std::size_t at_;
};

// Symbols below this one find their edge of the root without a search.
inline constexpr PrefixSymbol kDirectSymbols = 512;

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_PREFIX_H_
