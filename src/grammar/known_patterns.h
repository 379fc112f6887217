// What an image already knows of patterns, so that a grammar which has the same ones need not work
// it out again. Compiling patterns and finding how their matches begin takes most of the time of
// reading a grammar, and a grammar laid over the built-in one has nearly all patterns from there.
//
// Refers to the grammar, which must outlive it. One thread.
#ifndef SCPPARSE_GRAMMAR_KNOWN_PATTERNS_H_
#define SCPPARSE_GRAMMAR_KNOWN_PATTERNS_H_

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/grammar.h"
#include "grammar/pattern_code.h"
#include "grammar/prefix.h"

namespace scp {

struct KnownPattern {
  CompiledPattern compiled;
  std::vector<Beginning> beginnings;
};

class KnownPatterns {
 public:
  // Without a grammar nothing is known.
  explicit KnownPatterns(const Grammar* grammar);

  bool has(std::string_view pattern, bool caseless) const;
  // Only for a pattern that it has.
  KnownPattern get(std::string_view pattern, bool caseless) const;
  // Of a rule by its index in the image; sorted.
  const std::vector<Beginning>& beginnings_of_rule(std::uint32_t index) const {
    return beginnings_[index];
  }

 private:
  void walk(std::uint32_t node, Beginning& path);

  const Grammar* grammar_;
  std::map<std::pair<std::string_view, bool>, std::uint32_t> rules_;
  std::vector<std::vector<Beginning>> beginnings_;  // by rule
};

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_KNOWN_PATTERNS_H_
