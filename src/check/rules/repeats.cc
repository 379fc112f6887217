#include "check/rules/repeats.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "support/load_bytes.h"
#include "text/utf8.h"

namespace scp::rules {
namespace {

using WordId = std::uint32_t;  // hash of the word, its first letter small

struct RunWord {
  Range range;
  bool word = false;  // letters, not a number
};

// Words with nothing but blanks between them.
struct Run {
  std::vector<RunWord> words;
  std::vector<WordId> ids;
  std::size_t size() const { return ids.size(); }
  void clear() {
    words.clear();
    ids.clear();
  }
};

class RepeatFinder {
 public:
  explicit RepeatFinder(const CheckContext& context) : context_(context) {}

  std::vector<Repeat> run() {
    Run run;
    for_each_run(run, [&] { search(run); });
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
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const Token& token = context_.flow.tokens()[i];
      const bool joined = joins(token.kind);
      if (!joined || (run.size() != 0 && !touches(run.words.back().range, token))) finish();
      if (!joined) continue;
      run.words.push_back({{token.begin, token.end}, is_letters(token.kind)});
      run.ids.push_back(id_of(context_.flow.text(), token));
    }
    finish();
  }

  bool touches(Range before, const Token& token) const {
    const std::string_view gap = context_.flow.text(Range{before.end, token.begin});
    return gap == " " || (!gap.empty() && gap.find_first_not_of(' ') == std::string_view::npos);
  }

  // Only a capital at the beginning is folded: words that differ otherwise are no repeats.
  static WordId id_of(std::string_view text, const Token& token) {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
    std::size_t at = token.begin;
    std::uint64_t hash = lower(next_code_point(text, at)) * kMix;
    for (; at < token.end; at += std::min<std::size_t>(8, token.end - at)) {
      hash = (hash ^ load_bytes(text, at, std::min<std::size_t>(8, token.end - at))) * kMix;
      hash ^= hash >> 32;
    }
    return static_cast<WordId>(hash >> 32) ^ static_cast<WordId>(hash);
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
      found_.push_back({{run.words[i].range.begin, run.words[i + length - 1].range.end},
                        {run.words[i + length].range.begin, run.words[i + 2 * length - 1].range.end}});
      i += 2 * length;
    }
  }

  static bool comes_again(const Run& run, std::size_t i) {
    const WordId id = run.ids[i];
    const WordId* next = run.ids.data() + i + 1;
    const std::size_t left = std::min(run.size() - i - 1, kLongest);
    bool again = false;
    for (std::size_t k = 0; k < left; ++k) again |= next[k] == id;
    return again;
  }

  // The number of words that begin at `i` and stand there twice; 0 when none do.
  std::size_t repeat_at(const Run& run, std::size_t i) {
    for (std::size_t length = kLongest; length > 0; --length) {
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
    const auto first = run.words.begin() + static_cast<std::ptrdiff_t>(i);
    return std::any_of(first, first + static_cast<std::ptrdiff_t>(length),
                       [](const RunWord& w) { return w.word; });
  }

  bool capital(const RunWord& word) const {
    return is_upper(decode(context_.flow.text(), word.range.begin).value);
  }

  // "Sở Xây dựng xây dựng kế hoạch", "cán bộ Bộ Công Thương": a name beside a common word. The
  // first word of a sentence has its capital from there.
  bool same_case(const Run& run, std::size_t i, std::size_t length) const {
    for (std::size_t k = 0; k < length; ++k) {
      if (i + k == 0 && capital(run.words[0])) continue;
      if (capital(run.words[i + k]) != capital(run.words[i + length + k])) return false;
    }
    return true;
  }

  bool single(const Run& run, std::size_t i) {
    if (!run.words[i].word) return false;
    const std::string_view text = context_.flow.text(run.words[i].range);
    if (decode(text, 0).length == text.size()) return false;
    if (context_.grammar.lexicon(LexiconId::kReduplicated).find(text).valid()) return false;
    return !compounds_meet(run, i);
  }

  // The word ends a compound and begins the next one: elsewhere it mostly stands after the word
  // before, and the three words without the repetition stand nowhere.
  bool compounds_meet(const Run& run, std::size_t i) {
    if (i == 0 || i + 2 >= run.size()) return false;
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

  static constexpr std::size_t kLongest = 8;  // words; keeps the search linear
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
