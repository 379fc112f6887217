// Text into folded words and the marks between them: what lexicons are made of and matched with.
//
// Holds: pieces come in text order without overlap; blanks are in none of them; a folded word is
// lower case, composed, with the tone of oa, oe, uy on the first vowel (hóa, thủy, but quý).
#ifndef SCPPARSE_GRAMMAR_WORDS_H_
#define SCPPARSE_GRAMMAR_WORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace scp {

// What stands between two words of a phrase, as a set of bits.
using Gap = std::uint8_t;
inline constexpr Gap kGapComma = 1;
inline constexpr Gap kGapHyphen = 2;
inline constexpr Gap kGapAnd = 4;  // và, &
inline constexpr Gap kGapSlash = 8;
inline constexpr Gap kGapDot = 16;      // after a short word in capitals: TP.
inline constexpr Gap kGapBracket = 32;  // only inside whole phrases

struct Piece {
  enum class Kind : std::uint8_t { kWord, kConnector, kBracket, kStop };
  Kind kind = Kind::kWord;
  Gap gap = 0;  // of connectors and brackets
  std::size_t begin = 0;
  std::size_t end = 0;
};

inline constexpr std::size_t kMaxWordLetters = 48;

inline std::uint32_t hash_step(std::uint32_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
}
inline constexpr std::uint32_t kHashStart = 2166136261U;

// The letters of one word, small, composed; folded and hashed when it is complete.
class FoldedWord {
 public:
  void clear() { size_ = 0; }
  void add(char32_t letter) {
    const bool combining = letter >= 0x300 && letter <= 0x36F;
    if (combining && compose_last(letter)) return;
    if (size_ < kMaxWordLetters) letters_[size_] = letter;
    if (size_ <= kMaxWordLetters) ++size_;
  }
  // Ends the word: the tone moves to where folding wants it.
  void finish();
  // Ends it without diacritics.
  void finish_bare();

  // False when the word is longer than any phrase can hold.
  bool good() const { return size_ <= kMaxWordLetters; }
  std::string_view text() const { return {bytes_.data(), byte_count_}; }
  std::uint32_t hash() const { return hash_; }

 private:
  bool compose_last(char32_t mark);
  void fold_tone_placement();
  void encode();

  std::array<char32_t, kMaxWordLetters> letters_;
  std::size_t size_ = 0;  // one more than there is room for: too long
  std::array<char, 4 * kMaxWordLetters> bytes_;
  std::size_t byte_count_ = 0;
  std::uint32_t hash_ = 0;
};

// Goes through a text piece by piece.
class WordCutter {
 public:
  explicit WordCutter(std::string_view text) : text_(text) {}
  // False at the end of the text.
  bool next(Piece& piece);
  // Where next() goes on.
  std::size_t position() const { return at_; }
  // Goes on behind the word [begin, end), as if next() had found it.
  void jump(std::size_t begin, std::size_t end) {
    last_ = Piece{Piece::Kind::kWord, 0, begin, end};
    at_ = end;
  }
  // The folded form of the word that next() found last; made anew by each call.
  const FoldedWord& word();

 private:
  void find_end(Piece& piece);
  void read_mark(char32_t c, Piece& piece);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t short_capitals_end_ = 0;  // where the last short word in capitals ended
  Piece last_;
  FoldedWord word_;
};

// The folded form of one word, in `out`; false when the word is too long for any lexicon.
bool fold_word(std::string_view word, std::string& out);
// The same without diacritics.
bool fold_word_bare(std::string_view word, std::string& out);

inline std::uint32_t hash_of(std::string_view bytes) {
  std::uint32_t hash = kHashStart;
  for (const char byte : bytes) hash = hash_step(hash, byte);
  return hash;
}

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_WORDS_H_
