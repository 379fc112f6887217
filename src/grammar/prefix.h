// How the matches of a pattern can begin: the first three characters, as far as the pattern fixes
// them. A set of rules is dispatched on them, so that most places in a text cost one look-up
// instead of one match per rule.
//
// prefixes_of() never leaves a possible beginning out; where a pattern is too free it gives the
// prefix that fits everything.
#ifndef SCPPARSE_GRAMMAR_PREFIX_H_
#define SCPPARSE_GRAMMAR_PREFIX_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace scp {

// Symbols are characters without case; every digit is '0', every blank is ' '. kAnySymbol ends what
// is fixed, and fits the end of the text too.
using PrefixSymbol = char32_t;
inline constexpr PrefixSymbol kAnySymbol = 0x1FFFFF;
inline constexpr std::size_t kPrefixLength = 3;
using Prefix = std::array<PrefixSymbol, kPrefixLength>;

// The prefixes of a PCRE2 pattern after expansion of its definitions; sorted, without duplicates.
std::vector<Prefix> prefixes_of(std::string_view pattern);

// The symbols that stand at `at` in a text; 0 after its end.
Prefix prefix_at(std::string_view text, std::size_t at);

// One number for a prefix, to look it up by. Different prefixes have different keys.
constexpr std::uint64_t prefix_key(const Prefix& prefix) {
  return (static_cast<std::uint64_t>(prefix[0]) << 42) |
         (static_cast<std::uint64_t>(prefix[1]) << 21) | prefix[2];
}

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_PREFIX_H_
