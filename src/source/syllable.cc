#include "source/syllable.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "source/encoding_tables.h"

namespace scp {
namespace {

constexpr std::size_t kLongest = 7;  // letters: nghiêng
constexpr std::size_t kLongestRime = 4;
enum Tone : std::uint8_t { kNone, kFalling, kRising, kAsking, kBroken, kHeavy };

const tables::SyllableLetter* search_letter(char32_t small) {
  const auto letters = tables::syllable_letters();
  const auto found =
      std::lower_bound(letters.begin(), letters.end(), small,
                       [](const tables::SyllableLetter& l, char32_t x) { return l.letter < x; });
  return found != letters.end() && found->letter == small ? &*found : nullptr;
}

const tables::SyllableLetter* find_letter(char32_t c) {
  constexpr std::size_t kPlain = 0x80;
  static const std::array<const tables::SyllableLetter*, kPlain> plain = [] {
    std::array<const tables::SyllableLetter*, kPlain> letters{};
    for (char32_t small = 0; small < kPlain; ++small) letters[small] = search_letter(small);
    return letters;
  }();
  const char32_t small = small_letter(c);
  return small < kPlain ? plain[small] : search_letter(small);
}

std::uint8_t number_of(char32_t ascii) {
  return find_letter(ascii)->number;
}

bool in(std::uint32_t set, std::uint8_t number) {
  return (set >> number & 1) != 0;
}

struct Word {
  std::array<std::uint8_t, kLongest> letters{};
  std::size_t size = 0;
  std::uint8_t tone = kNone;
  std::size_t toned = 0;  // which letter carries it

  std::uint32_t key(std::size_t from, std::size_t to) const {
    std::uint32_t key = 0;
    for (std::size_t i = from; i < to; ++i) key = key << 5 | letters[i];
    return key;
  }
};

bool read(std::span<const char32_t> text, Word& word) {
  if (text.empty() || text.size() > kLongest) return false;
  for (const char32_t c : text) {
    const tables::SyllableLetter* letter = find_letter(c);
    if (letter == nullptr) return false;
    if (letter->tone != kNone) {
      if (word.tone != kNone) return false;
      word.tone = letter->tone;
      word.toned = word.size;
    }
    word.letters[word.size++] = letter->number;
  }
  return true;
}

// Where onset and rime part: "giếng" is gi + iêng with one i, "quý" is q + uy with the u of qu.
struct Parts {
  std::size_t onset = 0;   // letters
  std::size_t rime = 0;    // where it begins
  std::size_t vowels = 0;  // where the letters begin that can carry the tone
  std::uint8_t where = tables::Rime::kAny;
  bool gi = false;
};

Parts split(const Word& word) {
  Parts parts;
  while (parts.onset < word.size && !in(tables::vowels(), word.letters[parts.onset])) ++parts.onset;
  parts.rime = parts.vowels = parts.onset;
  if (parts.onset == 0) parts.where |= tables::Rime::kWithoutOnset;
  if (parts.onset != 1 || word.size < 2) return parts;
  const std::uint8_t first = word.letters[0];
  const std::uint8_t second = word.letters[1];
  if (first == number_of('q')) {
    parts.where = tables::Rime::kAfterQ;
    parts.vowels = 2;
  } else if (first == number_of('g') && second == number_of('i')) {
    parts.gi = true;
    const bool another = word.size > 2 && in(tables::vowels(), word.letters[2]);
    const bool shared =
        another && in(tables::front_vowels() & tables::shaped_vowels(), word.letters[2]);
    if (another && !shared) parts.rime = parts.vowels = 2;
  }
  return parts;
}

bool fits_onset(const Word& word, const Parts& parts) {
  if (parts.onset == 0 || parts.gi || parts.where == tables::Rime::kAfterQ) return true;
  const std::uint32_t key = word.key(0, parts.onset);
  const auto onsets = tables::onsets();
  const auto found =
      std::lower_bound(onsets.begin(), onsets.end(), key,
                       [](const tables::Onset& o, std::uint32_t k) { return o.key < k; });
  if (found == onsets.end() || found->key != key) return false;
  const bool front = in(tables::front_vowels(), word.letters[parts.rime]);
  return found->before == tables::Onset::kAny || (found->before == tables::Onset::kFront) == front;
}

bool fits_rime(const Word& word, const Parts& parts) {
  if (parts.rime >= word.size || word.size - parts.rime > kLongestRime) return false;
  const std::uint32_t key = word.key(parts.rime, word.size);
  const auto rimes = tables::rimes();
  const auto found =
      std::lower_bound(rimes.begin(), rimes.end(), key,
                       [](const tables::Rime& r, std::uint32_t k) { return r.key < k; });
  return found != rimes.end() && found->key == key && (found->where & parts.where) != 0;
}

bool fits_tone(const Word& word) {
  const std::uint8_t last = word.letters[word.size - 1];
  const bool ch = last != number_of('h') || word.letters[word.size - 2] == number_of('c');
  if (in(tables::stop_endings(), last) && ch) return word.tone == kRising || word.tone == kHeavy;
  return true;
}

bool is_open_pair(const Word& word, std::size_t at) {  // oa, oe, uy
  const std::uint8_t a = word.letters[at];
  const std::uint8_t b = word.letters[at + 1];
  if (a == number_of('o')) return b == number_of('a') || b == number_of('e');
  return a == number_of('u') && b == number_of('y');
}

bool tone_stands_right(const Word& word, const Parts& parts) {
  if (word.tone == kNone) return true;
  const std::size_t begin = parts.vowels;
  std::size_t end = begin;
  std::size_t shaped = kLongest;
  while (end < word.size && in(tables::vowels(), word.letters[end])) {
    if (in(tables::shaped_vowels(), word.letters[end])) shaped = end;
    ++end;
  }
  if (shaped != kLongest) return word.toned == shaped;
  const std::size_t count = end - begin;
  if (count == 1) return word.toned == begin;
  if (end < word.size) return word.toned == end - 1;
  if (count == 3) return word.toned == begin + 1;
  if (count == 2 && is_open_pair(word, begin))
    return word.toned == begin || word.toned == begin + 1;
  return word.toned == begin;
}

bool between(char32_t c, char32_t low, char32_t high) {
  return low <= c && c <= high;
}

}  // namespace

bool is_syllable(std::span<const char32_t> text) {
  Word word;
  if (!read(text, word)) return false;
  const Parts parts = split(word);
  return fits_rime(word, parts) && fits_onset(word, parts) && fits_tone(word) &&
         tone_stands_right(word, parts);
}

bool is_syllable_letter(char32_t c) {
  return find_letter(c) != nullptr;
}

char32_t small_letter(char32_t c) {
  if (c < 0x80) return between(c, 'A', 'Z') ? c + 32 : c;
  if (between(c, 0xC0, 0xDE)) return c == 0xD7 ? c : c + 32;
  if (between(c, 0x100, 0x137) || between(c, 0x14A, 0x177)) return c | 1U;
  if (c == 0x1A0 || c == 0x1AF) return c + 1;
  if (between(c, 0x1EA0, 0x1EFF)) return c | 1U;
  return c;
}

char32_t capital_letter(char32_t c) {
  if (c < 0x80) return between(c, 'a', 'z') ? c - 32 : c;
  if (between(c, 0xE0, 0xFE)) return c == 0xF7 ? c : c - 32;
  if (between(c, 0x100, 0x137) || between(c, 0x14A, 0x177)) return c & ~char32_t{1};
  if (c == 0x1A1 || c == 0x1B0) return c - 1;
  if (between(c, 0x1EA0, 0x1EFF)) return c & ~char32_t{1};
  return c;
}

bool is_latin_letter(char32_t c) {
  if (c < 0x80) return between(c | 0x20, 'a', 'z');
  return (between(c, 0xC0, 0x24F) && c != 0xD7 && c != 0xF7) || between(c, 0x1E00, 0x1EFF);
}

}  // namespace scp
