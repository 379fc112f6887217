// Words with letters of other scripts among their Latin ones: they look right and match nothing.
#include <algorithm>

#include "source/detect.h"
#include "source/legacy.h"
#include "source/syllable.h"

namespace scp {
namespace {

constexpr char32_t kFirstGreek = 0x370;

bool is_other_script(char32_t c) {
  return c >= kFirstGreek && c < 0x1E00;
}

bool is_word_letter(char32_t c) {
  return is_latin_letter(c) || is_other_script(c) || (c >= 0x300 && c < kFirstGreek);
}

struct Word {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  std::vector<char32_t> letters;  // with Latin ones put in
  std::size_t lookalikes = 0;     // Greek and Cyrillic
  std::size_t latin_twins = 0;    // Latin letters that are taken for others, such as eth
  std::size_t latin = 0;
  bool mixed = false;  // letters that look like nothing Latin
};

Word read_word(std::string_view text, std::size_t at, std::vector<Unit>& units) {
  Word word{at, at, {}, 0, 0, 0, false};
  while (word.end < text.size()) {
    const std::size_t length = std::max<std::size_t>(character_length(text, word.end), 1);
    units.clear();
    units_of_utf8(text.substr(word.end, length), false, units);
    const char32_t c = units.front().value;
    if (!is_word_letter(c)) break;
    const char32_t twin = lookalike_of(c);
    const bool other = is_other_script(c);
    if (twin != 0) ++(other ? word.lookalikes : word.latin_twins);
    if (twin == 0 && other) word.mixed = true;
    if (twin == 0 && !other) ++word.latin;
    word.letters.push_back(twin != 0 ? twin : c);
    word.end += length;
  }
  return word;
}

bool all_capitals(const Word& word) {
  return std::all_of(word.letters.begin(), word.letters.end(),
                     [](char32_t c) { return small_letter(c) != c; });
}

// Eth is a letter of Icelandic too: only an abbreviation or a syllable of Vietnamese shows that a
// barred d is meant.
bool is_damaged(const Word& word, bool beside_latin) {
  constexpr std::size_t kLongestAbbreviation = 8;
  if (word.mixed) return false;
  if (word.lookalikes > 0) {
    return word.latin > 0 || word.latin_twins > 0 || (beside_latin && all_capitals(word));
  }
  if (word.latin_twins == 0) return false;
  const bool short_capitals = all_capitals(word) && word.letters.size() <= kLongestAbbreviation;
  return is_syllable(word.letters) || (short_capitals && word.letters.size() > 1);
}

// Joined to Latin letters or figures without a blank, as in TT-BTC.
bool is_joined(std::string_view text, const Word& word) {
  const auto joins = [](char c) { return c == '-' || c == '/'; };
  const auto latin = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  const bool before = word.begin >= 2 && joins(text[word.begin - 1]) && latin(text[word.begin - 2]);
  const bool after =
      word.end + 1 < text.size() && joins(text[word.end]) && latin(text[word.end + 1]);
  return before || after;
}

// Whether a line is in Latin letters and no other letter looks like nothing Latin. Keeps the answer
// for the words that follow, so that a long line is read once.
class LatinLine {
 public:
  bool holds(std::string_view text, std::size_t at) {
    if (at >= end_) read(text, at);
    return latin_;
  }

 private:
  void read(std::string_view text, std::size_t at) {
    constexpr std::size_t kFew = 3;
    constexpr std::size_t kFarthest = 2000;  // bytes
    std::size_t begin = at - std::min(at, kFarthest);
    const std::size_t before = text.substr(begin, at - begin).rfind('\n');
    if (before != text.npos) begin += before + 1;
    const std::string_view after = text.substr(at, kFarthest);
    end_ = at + std::min(after.find('\n'), after.size());
    while (begin < at && character_length(text, begin) == 0) ++begin;
    units_.clear();
    units_of_utf8(text.substr(begin, end_ - begin), false, units_);
    std::size_t latin = 0;
    bool other = false;
    for (const Unit& unit : units_) {
      if (is_latin_letter(unit.value)) ++latin;
      other = other || (is_other_script(unit.value) && lookalike_of(unit.value) == 0);
    }
    latin_ = latin >= kFew && !other;
  }

  std::size_t end_ = 0;
  bool latin_ = false;
  std::vector<Unit> units_;
};

// "ІІ. NHIỆM VỤ": a short word in capitals that is nothing but look-alikes.
bool may_stand_alone(const Word& word) {
  constexpr std::size_t kLongest = 4;
  return !word.mixed && word.lookalikes > 0 && word.lookalikes == word.letters.size() &&
         word.letters.size() <= kLongest && all_capitals(word);
}

}  // namespace

char32_t lookalike_of(char32_t letter) {
  const auto all = tables::lookalikes();
  const auto found =
      std::lower_bound(all.begin(), all.end(), letter,
                       [](const tables::Lookalike& l, char32_t c) { return l.letter < c; });
  return found != all.end() && found->letter == letter ? found->latin : 0;
}

std::vector<Stretch> find_lookalikes(std::string_view text, const std::vector<Stretch>& pieces) {
  std::vector<Stretch> found;
  std::vector<Unit> units;
  LatinLine line;
  auto piece = pieces.begin();
  for (std::size_t at = 0; at < text.size();) {
    while (piece != pieces.end() &&
           (piece->end <= at || piece->kind == Stretch::Kind::kUnsettled)) {
      ++piece;
    }
    if (piece != pieces.end() && piece->begin <= at) {
      at = piece->end;
      continue;
    }
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80 && (c | 0x20U) < 'a') {
      ++at;
      continue;
    }
    const Word word = read_word(text, at, units);
    const bool alone = may_stand_alone(word) && line.holds(text, word.begin);
    if (alone || is_damaged(word, is_joined(text, word))) {
      found.push_back({static_cast<std::uint32_t>(word.begin), static_cast<std::uint32_t>(word.end),
                       Stretch::Kind::kLookalikes, Encoding::kUtf8});
    }
    at = word.end > at ? word.end : at + std::max<std::size_t>(character_length(text, at), 1);
  }
  return found;
}

}  // namespace scp
