#include "source/evidence.h"

#include <algorithm>
#include <string_view>

#include "source/syllable.h"

namespace scp {
namespace {

// What a word that is none costs. A wrong way must cost more than the text as it is, so that other
// languages stay what they are.
constexpr std::uint8_t kForeignWord = 8;
constexpr std::uint8_t kBadByte = 12;
constexpr std::uint8_t kWrongWord = 24;
constexpr std::uint8_t kStraySign = 4;

bool is_ascii_letter(unsigned char c) {
  return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z';
}

// Control codes are letters in some encodings; line ends and tabs in none.
bool in_chunk(unsigned char c) {
  return c >= 0x80 || is_ascii_letter(c) || (c < 0x20 && c != 0 && (c < '\t' || c > '\r'));
}

// Signs that stand at the edge of words in good text.
bool is_edge_sign(char32_t c) {
  constexpr std::u32string_view kSigns =
      U"\u00A0\u00A7\u00AB\u00BB\u00B0\u00B2\u00B3\u00B7\u00B1\u00D7\u00F7\u00BD\u00BC\u00BE"
      U"\u00AE\u00A9\u00AD\u00B5\u00AA\u00BA\u00B9";
  return kSigns.find(c) != kSigns.npos || (c >= 0x2000 && c < 0x2C00) || c == 0xFEFF;
}

bool beyond_windows(const Unit& unit) {
  return unit.byte < 0 && is_latin_letter(unit.value);
}
// Marks on their own and letters beyond windows-1252 come from Unicode alone.
bool is_genuine(const Unit& unit) {
  return beyond_windows(unit) || (unit.value >= 0x300 && unit.value <= 0x36F) ||
         (unit.byte < 0 && unit.value >= 0x370 && unit.value < 0x2000);
}

enum class Verdict : std::uint8_t { kNothing, kRight, kWrong };

// small, SMALL's capitals, or Capitalised; a caseless letter fits anywhere.
bool has_good_case(const std::vector<Letter>& letters, std::size_t begin, std::size_t end) {
  std::size_t capitals = 0, small = 0;
  bool first_capital = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (letters[i].caseless) continue;
    const bool capital = small_letter(letters[i].value) != letters[i].value;
    (capital ? capitals : small) += 1;
    if (i == begin) first_capital = capital;
  }
  return capitals == 0 || small == 0 || (capitals == 1 && first_capital);
}

bool is_abbreviation(const std::vector<Letter>& letters, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongest = 8;
  std::size_t high = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const char32_t letter = letters[i].value;
    if (small_letter(letter) == letter) return false;
    if (!letters[i].high) continue;
    if (++high > 1 || !is_syllable_letter(letter)) return false;
  }
  return end - begin <= kLongest;
}

Verdict judge_word(const std::vector<Letter>& letters, std::size_t begin, std::size_t end,
                   std::vector<char32_t>& word) {
  word.clear();
  bool high = false, foreign = false;
  for (std::size_t i = begin; i < end; ++i) {
    word.push_back(letters[i].value);
    high = high || letters[i].high;
    foreign = foreign || letters[i].foreign;
  }
  if (!high) return Verdict::kNothing;
  if (foreign) return Verdict::kWrong;
  const bool good_case = has_good_case(letters, begin, end);
  if (good_case && is_syllable(word)) {
    return word.size() > 1 ? Verdict::kRight : Verdict::kNothing;
  }
  return is_abbreviation(letters, begin, end) ? Verdict::kNothing : Verdict::kWrong;
}

}  // namespace

void Judge::weigh_as_it_is(Chunk& chunk) {
  letters_.clear();
  bool bad_byte = false;
  for (const Unit& unit : units_) {
    bad_byte = bad_byte || (unit.length == 1 && unit.byte >= 0x80);
    chunk.genuine = chunk.genuine || is_genuine(unit);
    letters_.push_back({unit.value, unit.length, false, unit.value >= 0x80, false, false});
  }
  std::size_t begin = 0, end = letters_.size();
  while (begin < end && is_edge_sign(letters_[begin].value)) ++begin;
  while (begin < end && is_edge_sign(letters_[end - 1].value)) --end;
  if (bad_byte) {
    chunk.cost[kAsItIs] = kBadByte;
  } else if (!chunk.genuine && begin < end) {
    const bool ascii = std::all_of(letters_.begin() + static_cast<std::ptrdiff_t>(begin),
                                   letters_.begin() + static_cast<std::ptrdiff_t>(end),
                                   [](const Letter& l) { return l.value < 0x80; });
    bool wrong = false;
    for (std::size_t at = begin; at < end && !ascii; ++at) {
      const std::size_t from = at;
      while (at < end && is_latin_letter(letters_[at].value)) ++at;
      if (from < at) wrong = wrong || judge_word(letters_, from, at, word_) == Verdict::kWrong;
      // A sign in the middle of letters.
      if (at < end && letters_[at].value >= 0x80 && letters_[at].value < 0x100) {
        const bool blank = letters_[at].value == 0xA0;
        wrong = wrong || !is_edge_sign(letters_[at].value) || (from < at && !blank);
      }
    }
    if (wrong) chunk.cost[kAsItIs] = kForeignWord;
  }
}

void Judge::weigh_way(std::size_t way, Chunk& chunk) {
  letters_.clear();
  const auto legacy = tables::legacy_encodings();
  const tables::Legacy* table = way == kDoubled ? nullptr : &legacy[way - kFirstLegacy];
  table == nullptr ? decode_double(units_, letters_) : decode_legacy(*table, units_, letters_);
  if (table != nullptr && table->often_lost != 0) restore_lost(table->often_lost, letters_);
  std::uint8_t cost = chunk.genuine ? kWrongWord : 0;
  bool right = false, wrong = chunk.genuine;
  for (std::size_t at = 0; at < letters_.size();) {
    const std::size_t from = at;
    while (at < letters_.size() && is_latin_letter(letters_[at].value)) ++at;
    if (from == at) {
      const char32_t sign = letters_[at++].value;
      if (sign >= 0x80 && sign < 0x100 && !is_edge_sign(sign)) cost = std::max(cost, kStraySign);
      right = right || (letters_[at - 1].recoded && sign >= 0x300 && sign <= 0x36F);
      wrong = wrong || sign == 0xFFFD;
      continue;
    }
    const Verdict verdict = judge_word(letters_, from, at, word_);
    right = right || verdict == Verdict::kRight;
    wrong = wrong || verdict == Verdict::kWrong;
  }
  if (wrong) cost = kWrongWord;
  chunk.cost[way] = cost;
  const auto bit = static_cast<std::uint8_t>(1U << way);
  if (right && !wrong) chunk.right |= bit;
  if (wrong) chunk.wrong |= bit;
}

void Judge::weigh(Chunk& chunk) {
  weigh_as_it_is(chunk);
  for (std::size_t way = kFirstLegacy; way < kWays; ++way) weigh_way(way, chunk);
}

std::vector<Chunk> Judge::read(std::string_view text, As as) {
  constexpr std::size_t kLongest = 200;  // bytes; what is longer is no word
  std::vector<Chunk> chunks;
  bool line_start = true;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (!in_chunk(c)) {
      line_start = line_start || c == '\n' || c == '\t' || c == '|';
      ++at;
      continue;
    }
    std::size_t end = at;
    bool plain = true;
    while (end < text.size() && in_chunk(static_cast<unsigned char>(text[end]))) {
      plain = plain && is_ascii_letter(static_cast<unsigned char>(text[end]));
      ++end;
    }
    if (!plain && end - at <= kLongest) {
      units_.clear();
      const std::string_view bytes = text.substr(at, end - at);
      as == As::kBytes ? units_of_bytes(bytes, units_)
                       : units_of_utf8(bytes, as == As::kDamagedUtf8, units_);
      Chunk chunk;
      chunk.begin = static_cast<std::uint32_t>(at);
      chunk.end = static_cast<std::uint32_t>(end);
      chunk.line_start = line_start;
      weigh(chunk);
      if (chunk.genuine || chunk.cost[kAsItIs] != 0 || chunk.right != 0) {
        chunks.push_back(chunk);
        line_start = false;
      }
    }
    at = end;
  }
  return chunks;
}

}  // namespace scp
