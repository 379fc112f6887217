#include "check/rules/repeats.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "grammar/letters.h"
#include "grammar/words.h"
#include "text/utf8.h"

namespace scp::rules {
namespace {

using WordId = std::uint32_t;  // hash of the word, its first letter small

struct RunWord {
  Range range;
  WordId id = 0;
  bool word = false;  // letters, not a number
};
using Run = std::vector<RunWord>;  // words with nothing but blanks between them

class RepeatFinder {
 public:
  explicit RepeatFinder(const CheckContext& context) : context_(context) {}

  std::vector<Repeat> run() {
    for (const Block& block : context_.layout.blocks) {
      if (block.kind != BlockKind::kTable) {
        cut(block.range);
        continue;
      }
      for (const Row& row : context_.layout.tables[block.table].rows) {
        for (const Range& cell : row.cells) cut(cell);
      }
    }
    for (const Run& words : runs_) search(words);
    return std::move(found_);
  }

 private:
  static bool joins(TokenKind kind) {
    return kind == TokenKind::kWord || kind == TokenKind::kAbbreviation ||
           kind == TokenKind::kNumber || kind == TokenKind::kRoman;
  }

  void cut(Range range) {
    const Range tokens = context_.flow.tokens_in(range);
    Run run;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const Token& token = context_.flow.tokens()[i];
      if (!joins(token.kind) || (!run.empty() && !touches(run.back().range, token))) finish(run);
      if (joins(token.kind)) run.push_back(word_of(token));
    }
    finish(run);
  }

  void finish(Run& run) {
    if (run.size() >= 2) runs_.push_back(std::move(run));
    run.clear();
  }

  bool touches(Range before, const Token& token) const {
    const std::string_view gap = context_.flow.text(Range{before.end, token.begin});
    return !gap.empty() && gap.find_first_not_of(' ') == std::string_view::npos;
  }

  RunWord word_of(const Token& token) {
    const std::string_view text = context_.flow.text(token);
    // Only a capital at the beginning is folded: words that differ otherwise are no repeats.
    std::size_t rest = 0;
    WordId id = hash_of({});
    for (char32_t first = latin::lower_case(latin::next_code_point(text, rest)); first != 0; first >>= 8) {
      id = hash_step(id, static_cast<char>(first & 0xFF));
    }
    for (; rest < text.size(); ++rest) id = hash_step(id, text[rest]);
    const bool letters = token.kind == TokenKind::kWord || token.kind == TokenKind::kAbbreviation;
    return {{token.begin, token.end}, id, letters};
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
    for (const Run& run : runs_) {
      for (std::size_t i = 0; i < run.size(); ++i) {
        ++words_[run[i].id];
        if (i + 1 < run.size()) ++pairs_[pair_key(run[i].id, run[i + 1].id)];
        if (i + 2 < run.size()) ++triples_[triple_key(run[i].id, run[i + 1].id, run[i + 2].id)];
      }
    }
  }

  void search(const Run& run) {
    for (std::size_t i = 0; i + 1 < run.size();) {
      const std::size_t length = repeat_at(run, i);
      if (length == 0) {
        ++i;
        continue;
      }
      found_.push_back({{run[i].range.begin, run[i + length - 1].range.end},
                        {run[i + length].range.begin, run[i + 2 * length - 1].range.end}});
      i += 2 * length;
    }
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
    return std::equal(run.begin() + i, run.begin() + i + length, run.begin() + i + length,
                      [](const RunWord& a, const RunWord& b) { return a.id == b.id; });
  }

  static bool has_word(const Run& run, std::size_t i, std::size_t length) {
    return std::any_of(run.begin() + i, run.begin() + i + length,
                       [](const RunWord& w) { return w.word; });
  }

  bool capital(const RunWord& word) const {
    return is_upper(decode(context_.flow.text(), word.range.begin).value);
  }

  // "Sở Xây dựng xây dựng kế hoạch", "cán bộ Bộ Công Thương": a name beside a common word. The
  // first word of a sentence has its capital from there.
  bool same_case(const Run& run, std::size_t i, std::size_t length) const {
    for (std::size_t k = 0; k < length; ++k) {
      if (i + k == 0 && capital(run[0])) continue;
      if (capital(run[i + k]) != capital(run[i + length + k])) return false;
    }
    return true;
  }

  bool single(const Run& run, std::size_t i) {
    if (!run[i].word) return false;
    const std::string_view text = context_.flow.text(run[i].range);
    if (decode(text, 0).length == text.size()) return false;
    if (context_.grammar.lexicon(LexiconId::kReduplicated).find(text).valid()) return false;
    return !compounds_meet(run, i);
  }

  // The word ends a compound and begins the next one: elsewhere it mostly stands after the word
  // before, and the three words without the repetition stand nowhere.
  bool compounds_meet(const Run& run, std::size_t i) {
    if (i == 0 || i + 2 >= run.size()) return false;
    count_neighbours();
    const WordId before = run[i - 1].id;
    const WordId word = run[i].id;
    const WordId after = run[i + 2].id;
    if (triples_.count(triple_key(before, word, after)) != 0) return false;
    const std::uint32_t others = words_.at(word) - 2;
    const std::uint32_t left = pairs_.at(pair_key(before, word)) - 1;
    const std::uint32_t right = pairs_.at(pair_key(word, after)) - 1;
    return others > 0 && std::max(left, right) * 2 >= others;
  }

  static constexpr std::size_t kLongest = 8;  // words; keeps the search linear
  const CheckContext& context_;
  std::vector<Run> runs_;
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
