// A compiled grammar: rules (anchored patterns) and lexicons (lists of phrases).
//
// YAML is compiled into one flat image of bytes by `compile` (see compile.h), at build time for the
// built-in grammar, at run time for --grammar. A Grammar is a view of such an image. It holds:
//   1. whole or absent: an image was made from files without a single problem;
//   2. immutable and shared: any number of threads may use one Grammar; patterns are decoded or
//      compiled on first use, published atomically;
//   3. every string_view that comes out of it lives as long as the Grammar.
// Patterns match at a given place only (anchored); nothing here searches a text.
#ifndef SCPPARSE_GRAMMAR_GRAMMAR_H_
#define SCPPARSE_GRAMMAR_GRAMMAR_H_

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/vocabulary.h"
#include "lex/token.h"

namespace scp {

class Rule;

// A match of one rule: byte offsets into the subject, per field. A field that the pattern did not
// capture says what the rule has under `values:`.
struct RuleMatch {
  struct Capture {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool set = false;
  };
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::array<Capture, kFieldCount> captures{};
  std::string_view subject;
  const Rule* rule = nullptr;

  bool has(Field field) const { return captures[static_cast<std::size_t>(field)].set; }
  const Capture& operator[](Field field) const { return captures[static_cast<std::size_t>(field)]; }
  // What the match says of a field: the captured text, else what the rule has under `values:`; a
  // null view where there is neither.
  std::string_view text(Field field) const;
  bool says(Field field) const { return text(field).data() != nullptr; }
};

class Lexicon;
struct Word;

enum class MatchResult : std::uint8_t { kNo, kYes, kLimit };

// One bit for each rule set.
using RuleSets = std::uint16_t;
static_assert(kRuleSetCount <= 16);
constexpr RuleSets bit_of(RuleSet set) {
  return static_cast<RuleSets>(1U << static_cast<unsigned>(set));
}

// A short list of rules, without memory of its own.
class Candidates {
 public:
  const Rule* const* begin() const { return rules_.data(); }
  const Rule* const* end() const { return rules_.data() + size_; }
  bool empty() const { return size_ == 0; }

 private:
  friend class Grammar;
  std::array<const Rule*, 128> rules_;  // the first size_ are set
  std::size_t size_ = 0;
};

class RuleSetReader;

class Grammar {
 public:
  // The grammar compiled into the program.
  static const Grammar& builtin();
  // A grammar over an image made by compile(). Returns null when `image` is not one.
  static std::unique_ptr<Grammar> from_image(std::vector<std::uint8_t> image);

  ~Grammar();
  Grammar(const Grammar&) = delete;
  Grammar& operator=(const Grammar&) = delete;

  std::string_view version() const;
  // The rules of a set, in the order of the grammar.
  std::span<const Rule> rules(RuleSet set) const;
  // The rules of a set that may match at `at`, by the first characters there, in the order of the
  // grammar. Most places have none.
  void candidates(RuleSet set, std::string_view subject, std::size_t at, Candidates& out) const;
  const Rule* rule(std::string_view id) const;  // null when there is none
  const Lexicon& lexicon(LexiconId id) const;

  struct Impl;

 private:
  friend class RuleSetReader;
  friend void split_words(const Grammar& grammar, std::string_view text, std::vector<Word>& out);
  friend void split_words(const Grammar& grammar, std::string_view text,
                          std::span<const Token> tokens, std::vector<Word>& out);
  explicit Grammar(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Tells which sets have candidates at the tokens of one text. Remembers how far the tokens that it
// met lead into the trie of beginnings.
class RuleSetReader {
 public:
  RuleSetReader(const Grammar& grammar, std::string_view text) : grammar_(grammar), text_(text) {}
  // For the token [begin, end).
  RuleSets at(std::size_t begin, std::size_t end);

 private:
  struct Path {
    const void* node = nullptr;  // of the trie; null where nothing more can be found
    std::uint16_t symbols = 0;   // of its label that were read
    RuleSets sets = 0;           // that were passed
  };
  struct Known {
    std::uint64_t bytes = 0;  // of the token, zeros after its end; 0: nothing known yet
    Path path;                // behind it
    Path spaced;              // behind a blank after it
  };
  // Follows the path along a text from `begin` to the first symbol that ends at `end` or behind it;
  // gives where that symbol ends.
  std::size_t follow(std::string_view text, std::size_t begin, std::size_t end, Path& path) const;
  Path start() const;

  const Grammar& grammar_;
  std::string_view text_;
  std::array<Known, 512> known_{};
};

class Rule {
 public:
  std::string_view id() const;
  std::string_view about() const;
  std::string_view file() const;  // where it was written, for `grammar list`
  std::uint32_t line() const;
  // A constant field given under `values:`; a null view when the rule has none.
  std::string_view value(Field field) const;

  // Matches at exactly `at` (bytes) of `subject`. Limits on match steps, depth and heap are part of
  // the pattern; hitting one gives kLimit, never a crash. Thread-safe.
  MatchResult match_at(std::string_view subject, std::size_t at, RuleMatch& out) const;
  // The same, and the match must reach the end of `subject`.
  MatchResult match_all(std::string_view subject, std::size_t at, RuleMatch& out) const;
  // False when no match can begin with this byte: a cheap test before match_at.
  bool may_begin_with(unsigned char byte) const;

 private:
  friend class Grammar;
  friend struct Grammar::Impl;
  Grammar::Impl* grammar_ = nullptr;
  std::uint32_t index_ = 0;
};

// One entry of a lexicon.
class Entry {
 public:
  std::string_view name() const;  // as the grammar writes it: the canonical name
  std::string_view id() const;    // null when it has none
  std::string_view value(Field field) const;
  bool valid() const { return grammar_ != nullptr; }

 private:
  friend class Lexicon;
  friend struct Grammar::Impl;
  const Grammar::Impl* grammar_ = nullptr;
  std::uint32_t index_ = 0;
};

// A word as lexicons see it: a piece of text with its key. Keys are equal for words that differ in
// case, in tone placement (hoá, hóa), or in composition. `connector` marks và, &, -, comma …
struct Word {
  static constexpr std::uint32_t kKeyMask = (1U << 29) - 1;
  std::uint32_t begin = 0;  // byte offsets in the text given to split_words
  std::uint32_t end = 0;
  std::uint32_t key : 29 = 0;  // 0: a word no lexicon holds; of a connector: its kind
  bool connector : 1 = false;
  bool stop : 1 = false;   // a mark that no phrase reaches over: . ; : ( ) " line end
  bool comma : 1 = false;  // a connector that is a comma
};
static_assert(sizeof(Word) == 12);

struct LexiconMatch {
  Entry entry;
  std::uint32_t first_word = 0;
  std::uint32_t end_word = 0;  // index after the last word of the match
  bool exact = false;          // the text has the name's own connectors, not other ones
};

class Lexicon {
 public:
  LexiconId id() const;
  // Whether a phrase begins with this word: a cheap test before longest_at.
  bool may_begin_with(const Word& word) const;
  // The longest phrase that begins at words[at]. Connectors are optional on both sides, but a comma
  // in the text is only accepted where the phrase has a comma or a hyphen. When several entries
  // share a key, the one whose written form is nearest wins, then the first.
  bool longest_at(std::span<const Word> words, std::size_t at, LexiconMatch& out) const;
  // Whether all words from `at` on begin a phrase that has more words.
  bool goes_on_after(std::span<const Word> words, std::size_t at) const;
  // The entry that a whole phrase names; an invalid Entry when there is none.
  Entry find(std::string_view phrase) const;
  // The same without diacritics, for text that lost them ("PHU LỤC").
  Entry find_bare(std::string_view phrase) const;
  // The first entry that differs without diacritics in one letter, for text misread from paper; an
  // invalid Entry for a phrase of fewer bytes than `shortest`. Looks at every phrase.
  Entry find_near(std::string_view phrase, std::size_t shortest) const;
  std::vector<Entry> entries() const;

 private:
  friend class Grammar;
  friend struct Grammar::Impl;
  const Grammar::Impl* grammar_ = nullptr;
  LexiconId id_{};
};

// Cuts text into words for lexicons. Cheap: one pass, one hash per word. Abbreviations keep inner
// & and - as connectors (NN&PTNT is three words: nn, &, ptnt). `out` is emptied first.
void split_words(const Grammar& grammar, std::string_view text, std::vector<Word>& out);
// The same words, found faster with the tokens of the text.
void split_words(const Grammar& grammar, std::string_view text, std::span<const Token> tokens,
                 std::vector<Word>& out);

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_GRAMMAR_H_
