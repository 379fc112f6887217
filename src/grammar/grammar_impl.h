// The insides of a Grammar: an image, and the little that cannot lie in one.
//
// Owns the bytes of a grammar made at run time; a built-in one only points at them. Made once, then
// shared; patterns fill themselves in on first use.
#ifndef SCPPARSE_GRAMMAR_GRAMMAR_IMPL_H_
#define SCPPARSE_GRAMMAR_GRAMMAR_IMPL_H_

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.h"
#include "grammar/image.h"
#include "grammar/pattern_code.h"
#include "grammar/prefix_walk.h"
#include "grammar/words.h"

namespace scp {

struct Grammar::Impl {
  explicit Impl(const std::uint8_t* bytes);
  explicit Impl(std::vector<std::uint8_t> bytes);

  // A grammar over bytes that live as long as the program.
  static std::unique_ptr<Grammar> over(const std::uint8_t* bytes);
  static const Impl& of(const Grammar& grammar) { return *grammar.impl_; }
  static Entry entry(const Impl* grammar, std::uint32_t index);
  void prepare();

  // The number of a folded word; 0 when no lexicon holds it.
  std::uint32_t word_key(std::string_view folded, std::uint32_t hash) const;
  std::uint32_t word_key(const FoldedWord& folded) const;
  bool is_connector(std::uint32_t word) const;
  // Also true for a connector that lost its diacritics.
  bool is_bare_connector(std::uint32_t word) const;
  std::string bare_key(std::string_view phrase) const;

  std::vector<std::uint8_t> owned;
  image::ImageView view;
  PrefixWalk walk;
  std::vector<Rule> rules;
  std::array<Lexicon, kLexiconCount> lexicons;
  std::unique_ptr<PatternCode[]> patterns;
};

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_GRAMMAR_IMPL_H_
