#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include "grammar/grammar.h"
#include "grammar/grammar_impl.h"
#include "support/load_bytes.h"

namespace scp {
namespace {

// The same words come again and again: what was found for those with the same bytes, by hash. A
// word takes the place of an earlier one with its hash.
class RecentWords {
 public:
  struct Known {
    std::uint64_t low = 0;  // the bytes of the word, zeros after its end; 0: no word yet
    std::uint64_t high = 0;
    std::uint32_t key = 0;
    bool connector = false;
  };
  static constexpr std::size_t kLongest = 16;  // bytes

  // The place of a word of at most kLongest bytes; it may be another word's.
  Known& place(std::uint64_t low, std::uint64_t high) {
    const std::uint64_t hash = (low ^ (high << 1)) * 0x9E3779B97F4A7C15ULL;
    return known_[hash >> 55];
  }

 private:
  std::array<Known, 512> known_{};
};

class WordReader {
 public:
  WordReader(const Grammar::Impl& grammar, std::string_view text)
      : grammar_(grammar), text_(text), cutter_(text) {
    constexpr std::size_t kWorthRemembering = 1024;  // bytes
    if (text_.size() >= kWorthRemembering) recent_ = std::make_unique<RecentWords>();
  }

  // Takes pieces until one begins at or after `end`.
  void run(std::size_t end, std::vector<Word>& out) {
    Piece piece;
    while (cutter_.position() < end && cutter_.next(piece)) {
      Word word;
      word.begin = static_cast<std::uint32_t>(piece.begin);
      word.end = static_cast<std::uint32_t>(piece.end);
      if (piece.kind == Piece::Kind::kWord) {
        read(word);
      } else if (piece.kind == Piece::Kind::kConnector) {
        word.connector = true;
        word.key = piece.gap;
        word.comma = (piece.gap & kGapComma) != 0;
      } else {
        word.stop = true;
      }
      out.push_back(word);
    }
  }

  // Tokens that are one word save the search for its end.
  void run(std::span<const Token> tokens, std::vector<Word>& out) {
    for (const Token& token : tokens) {
      if (token.begin < cutter_.position()) continue;
      if (token.kind == TokenKind::kWord && ends_word(token.end)) {
        Word word;
        word.begin = token.begin;
        word.end = token.end;
        cutter_.jump(token.begin, token.end);
        read(word);
        out.push_back(word);
      } else {
        cutter_.jump(token.begin, token.begin);
        run(token.end, out);
      }
    }
  }

 private:
  // A dot after a short word in capitals is a mark of its own kind, which the cutter knows.
  bool ends_word(std::size_t at) const {
    return at < text_.size() && (text_[at] == ' ' || text_[at] == ',' || text_[at] == '\n');
  }

  void look_up(Word& word) {
    word.key = grammar_.word_key(cutter_.word()) & Word::kKeyMask;
    word.connector = grammar_.is_connector(word.key);
    if (word.connector) word.key = kGapAnd;
  }

  void read(Word& word) {
    const std::size_t size = word.end - word.begin;
    if (recent_ == nullptr || size > RecentWords::kLongest) return look_up(word);
    const std::uint64_t low = load_bytes(text_, word.begin, std::min<std::size_t>(size, 8));
    const std::uint64_t high = size > 8 ? load_bytes(text_, word.begin + 8, size - 8) : 0;
    RecentWords::Known& known = recent_->place(low, high);
    if (known.low == low && known.high == high) {
      word.key = known.key & Word::kKeyMask;
      word.connector = known.connector;
      return;
    }
    look_up(word);
    known = {low, high, word.key, word.connector};
  }

  const Grammar::Impl& grammar_;
  std::string_view text_;
  WordCutter cutter_;
  std::unique_ptr<RecentWords> recent_;
};

}  // namespace

void split_words(const Grammar& grammar, std::string_view text, std::vector<Word>& out) {
  out.clear();
  WordReader(*grammar.impl_, text).run(text.size(), out);
}

void split_words(const Grammar& grammar, std::string_view text, std::span<const Token> tokens,
                 std::vector<Word>& out) {
  out.clear();
  WordReader(*grammar.impl_, text).run(tokens, out);
}

}  // namespace scp
