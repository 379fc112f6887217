#include "check/rules/repeats.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "support/load_bytes.h"
#include "text/utf8.h"

namespace scp::rules {
namespace {

using WordId = std::uint32_t;              // hash of the word, its first letter small
constexpr std::size_t kLongestRepeat = 8;  // words; keeps the search linear

// Words with nothing but blanks between them: tokens one after another.
struct Run {
  const Token* first = nullptr;
  std::vector<WordId> ids;
  bool doubtful = false;  // a word may come again soon
  std::size_t size() const { return ids.size(); }
  const Token& word(std::size_t i) const { return first[i]; }

  void add(WordId id) {
    ids.push_back(id);
    std::uint32_t& last = last_[id % last_.size()];
    ++counted_;
    doubtful = doubtful || (last != 0 && counted_ - last <= kLongestRepeat);
    last = counted_;
  }
  void clear() {
    ids.clear();
    doubtful = false;
  }

 private:
  std::array<std::uint32_t, 1024> last_{};  // by id: which word it was, counted from the first
  std::uint32_t counted_ = 0;
};

class RepeatFinder {
 public:
  explicit RepeatFinder(const CheckContext& context) : context_(context) {}

  std::vector<Repeat> run() {
    Run run;
    for_each_run(run, [&] {
      if (run.doubtful) search(run);
    });
    return std::move(found_);
  }

 private:
  static bool is_letters(TokenKind kind) {
    return kind == TokenKind::kWord || kind == TokenKind::kAbbreviation;
  }
  static bool joins(TokenKind kind) {
    return is_letters(kind) || kind == TokenKind::kNumber || kind == TokenKind::kRoman;
  }

  // Calls `use` for each run of two or more words, which stands in `run` until the next one.
  template <class Use>
  void for_each_run(Run& run, Use use) const {
    for (const Block& block : context_.layout.blocks) {
      if (block.kind != BlockKind::kTable) {
        cut(block.range, run, use);
        continue;
      }
      for (const Row& row : context_.layout.tables[block.table].rows) {
        for (const Range& cell : row.cells) cut(cell, run, use);
      }
    }
  }

  template <class Use>
  void cut(Range range, Run& run, Use use) const {
    const auto finish = [&] {
      if (run.size() >= 2) use();
      run.clear();
    };
    const Range tokens = context_.flow.tokens_in(range);
    const std::string_view text = context_.flow.text();
    const Token* const all = context_.flow.tokens().data();
    for (const Token* token = all + tokens.begin; token != all + tokens.end; ++token) {
      const bool joined = joins(token->kind);
      if (!joined || (run.size() != 0 && !touches(text, token[-1], *token))) finish();
      if (!joined) continue;
      if (run.size() == 0) run.first = token;
      run.add(id_of(text, *token));
    }
    finish();
  }

  static bool touches(std::string_view text, const Token& before, const Token& token) {
    if (token.begin == before.end + 1) return text[before.end] == ' ';
    const std::string_view gap = text.substr(before.end, token.begin - before.end);
    return !gap.empty() && gap.find_first_not_of(' ') == std::string_view::npos;
  }

  // Only a capital at the beginning is folded: words that differ otherwise are no repeats.
  static WordId id_of(std::string_view text, const Token& token) {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
    constexpr std::uint64_t kSmall = 0x20;  // of an ASCII letter
    constexpr std::size_t kShort = 8;       // bytes
    const std::size_t size = token.end - token.begin;
    if (size <= kShort && static_cast<unsigned char>(text[token.begin]) < 0x80) {
      const std::uint64_t word = (load_bytes(text, token.begin, size) | kSmall) * kMix;
      return static_cast<WordId>((word ^ (word >> 32)) * kMix >> 32);
    }
    std::size_t at = token.begin;
    std::uint64_t hash = lower(next_code_point(text, at)) * kMix;
    for (; at < token.end; at += std::min<std::size_t>(8, token.end - at)) {
      hash = (hash ^ load_bytes(text, at, std::min<std::size_t>(8, token.end - at))) * kMix;
      hash ^= hash >> 32;
    }
    return static_cast<WordId>(hash >> 32);
  }

  // How often each word stands in the text, and each pair and triple of neighbours; counted when
  // the first doubtful place turns up, since most documents have none.
  static std::uint64_t pair_key(WordId a, WordId b) { return (std::uint64_t{a} << 32) | b; }
  static std::uint64_t triple_key(WordId a, WordId b, WordId c) {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
    return (pair_key(a, b) * kMix) ^ c;
  }

  void count_neighbours() {
    if (!words_.empty()) return;
    Run run;
    for_each_run(run, [&] {
      for (std::size_t i = 0; i < run.size(); ++i) {
        ++words_[run.ids[i]];
        if (i + 1 < run.size()) ++pairs_[pair_key(run.ids[i], run.ids[i + 1])];
        if (i + 2 < run.size()) ++triples_[triple_key(run.ids[i], run.ids[i + 1], run.ids[i + 2])];
      }
    });
  }

  void search(const Run& run) {
    for (std::size_t i = 0; i + 1 < run.size();) {
      const std::size_t length = comes_again(run, i) ? repeat_at(run, i) : 0;
      if (length == 0) {
        ++i;
        continue;
      }
      found_.push_back({{run.word(i).begin, run.word(i + length - 1).end},
                        {run.word(i + length).begin, run.word(i + 2 * length - 1).end}});
      i += 2 * length;
    }
  }

  static bool comes_again(const Run& run, std::size_t i) {
    const WordId id = run.ids[i];
    const WordId* next = run.ids.data() + i + 1;
    const std::size_t left = std::min(run.size() - i - 1, kLongestRepeat);
    bool again = false;
    for (std::size_t k = 0; k < left; ++k) again |= next[k] == id;
    return again;
  }

  // The number of words that begin at `i` and stand there twice; 0 when none do.
  std::size_t repeat_at(const Run& run, std::size_t i) {
    for (std::size_t length = kLongestRepeat; length > 0; --length) {
      if (i + 2 * length > run.size() || !same(run, i, length)) continue;
      if (!same_case(run, i, length)) continue;
      if (length == 1 ? single(run, i) : has_word(run, i, length)) return length;
    }
    return 0;
  }

  static bool same(const Run& run, std::size_t i, std::size_t length) {
    const auto first = run.ids.begin() + static_cast<std::ptrdiff_t>(i);
    const auto second = first + static_cast<std::ptrdiff_t>(length);
    return std::equal(first, second, second);
  }

  static bool has_word(const Run& run, std::size_t i, std::size_t length) {
    return std::any_of(&run.word(i), &run.word(i) + length,
                       [](const Token& word) { return is_letters(word.kind); });
  }

  bool capital(const Token& word) const {
    return is_upper(decode(context_.flow.text(), word.begin).value);
  }

  // "Sở Xây dựng xây dựng kế hoạch", "cán bộ Bộ Công Thương": a name beside a common word. The
  // first word of a sentence has its capital from there.
  bool same_case(const Run& run, std::size_t i, std::size_t length) const {
    for (std::size_t k = 0; k < length; ++k) {
      if (i + k == 0 && capital(run.word(0))) continue;
      if (capital(run.word(i + k)) != capital(run.word(i + length + k))) return false;
    }
    return true;
  }

  bool single(const Run& run, std::size_t i) {
    if (!is_letters(run.word(i).kind)) return false;
    const std::string_view text = context_.flow.text(run.word(i));
    if (decode(text, 0).length == text.size()) return false;
    if (context_.grammar.lexicon(LexiconId::kReduplicated).find(text).valid()) return false;
    return !compounds_meet(run, i);
  }

  // The word ends a compound and begins the next one: elsewhere it mostly stands after the word
  // before, and the three words without the repetition stand nowhere.
  bool compounds_meet(const Run& run, std::size_t i) {
    if (i == 0 || i + 2 >= run.size()) return false;
    const auto known = [&](std::size_t first, std::size_t last) {
      const std::string_view words =
          context_.flow.text(Range{run.word(first).begin, run.word(last).end});
      return context_.grammar.lexicon(LexiconId::kCompounds).find(words).valid();
    };
    const bool whole = known(i - 1, i + 1) || known(i, i + 2);
    if (whole || (known(i - 1, i) && known(i + 1, i + 2))) return true;
    count_neighbours();
    const WordId before = run.ids[i - 1];
    const WordId word = run.ids[i];
    const WordId after = run.ids[i + 2];
    if (triples_.count(triple_key(before, word, after)) != 0) return false;
    const std::uint32_t others = words_.at(word) - 2;
    const std::uint32_t left = pairs_.at(pair_key(before, word)) - 1;
    const std::uint32_t right = pairs_.at(pair_key(word, after)) - 1;
    return others > 0 && std::max(left, right) * 2 >= others;
  }

  const CheckContext& context_;
  std::unordered_map<WordId, std::uint32_t> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> pairs_;
  std::unordered_map<std::uint64_t, std::uint32_t> triples_;
  std::vector<Repeat> found_;
};

}  // namespace

std::vector<Repeat> find_repeats(const CheckContext& context) {
  return RepeatFinder(context).run();
}

}  // namespace scp::rules
