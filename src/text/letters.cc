#include "text/letters.h"

#include <array>

namespace scp::latin {
namespace {

constexpr std::size_t kToneCount = 6;
constexpr std::size_t kVowelCount = 12;

// Rows: a ă â e ê i o ô ơ u ư y; columns in the order of Tone.
constexpr std::array<std::array<char32_t, kToneCount>, kVowelCount> kVowels = {{
    {0x61, 0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1},
    {0x103, 0x1EB1, 0x1EAF, 0x1EB3, 0x1EB5, 0x1EB7},
    {0xE2, 0x1EA7, 0x1EA5, 0x1EA9, 0x1EAB, 0x1EAD},
    {0x65, 0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9},
    {0xEA, 0x1EC1, 0x1EBF, 0x1EC3, 0x1EC5, 0x1EC7},
    {0x69, 0xEC, 0xED, 0x1EC9, 0x129, 0x1ECB},
    {0x6F, 0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD},
    {0xF4, 0x1ED3, 0x1ED1, 0x1ED5, 0x1ED7, 0x1ED9},
    {0x1A1, 0x1EDD, 0x1EDB, 0x1EDF, 0x1EE1, 0x1EE3},
    {0x75, 0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5},
    {0x1B0, 0x1EEB, 0x1EE9, 0x1EED, 0x1EEF, 0x1EF1},
    {0x79, 0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5},
}};

constexpr std::array<char32_t, kVowelCount> kPlainVowels = {'a', 'a', 'a', 'e', 'e', 'i',
                                                            'o', 'o', 'o', 'u', 'u', 'y'};

constexpr char32_t kLowEnd = 0x1B1;
constexpr char32_t kHighBegin = 0x1E00;
constexpr char32_t kHighEnd = 0x1F00;

// 1 + row * kToneCount + column for each vowel, so that taking apart is one load.
struct VowelIndex {
  std::array<std::uint8_t, kLowEnd> low{};
  std::array<std::uint8_t, kHighEnd - kHighBegin> high{};
};

constexpr VowelIndex make_vowel_index() {
  VowelIndex index;
  for (std::size_t row = 0; row < kVowelCount; ++row) {
    for (std::size_t tone = 0; tone < kToneCount; ++tone) {
      const char32_t c = kVowels[row][tone];
      const auto code = static_cast<std::uint8_t>(1 + row * kToneCount + tone);
      if (c < kLowEnd) {
        index.low[c] = code;
      } else {
        index.high[c - kHighBegin] = code;
      }
    }
  }
  return index;
}

constexpr VowelIndex kVowelIndex = make_vowel_index();

std::size_t vowel_code(char32_t c) {
  if (c < kLowEnd) return kVowelIndex.low[c];
  if (c >= kHighBegin && c < kHighEnd) return kVowelIndex.high[c - kHighBegin];
  return 0;
}

constexpr bool between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

// Pairs of an even capital and the odd small letter after it, or the other way round.
constexpr bool is_even_pair(char32_t c) {
  return between(c, 0x100, 0x137) || between(c, 0x14A, 0x177) || between(c, 0x1E00, 0x1E95) ||
         between(c, 0x1EA0, 0x1EFF) || between(c, 0x1A0, 0x1A5);
}
constexpr bool is_odd_pair(char32_t c) {
  return between(c, 0x139, 0x148) || between(c, 0x179, 0x17E) || between(c, 0x1AF, 0x1B0);
}

constexpr char32_t find_lower_case(char32_t c) {
  if (c < 0x80) return between(c, 'A', 'Z') ? c + 0x20 : c;
  if (between(c, 0xC0, 0xDE)) return c == 0xD7 ? c : c + 0x20;
  if (is_even_pair(c)) return c == 0x130 ? U'i' : c | 1;
  if (is_odd_pair(c)) return c % 2 == 1 ? c + 1 : c;
  return c == 0x178 ? 0xFF : c;
}

constexpr bool find_letter(char32_t c) {
  if (c < 0x80) return between(c, 'a', 'z') || between(c, 'A', 'Z');
  if (c < 0x300)
    return c == 0xAA || c == 0xB5 || c == 0xBA || (c >= 0xC0 && c != 0xD7 && c != 0xF7);
  return between(c, 0x370, 0x52F) || between(c, 0x1E00, 0x1FFF) || between(c, 0x3040, 0xD7FF) ||
         between(c, 0xF900, 0xFDFF) || between(c, 0x20000, 0x3FFFF);
}

constexpr bool find_word_character(char32_t c) {
  if (c < 0x80) return find_letter(c) || between(c, '0', '9');
  return find_letter(c) || between(c, 0x300, 0x36F) || c == 0xB2 || c == 0xB3 || c == 0xB9 ||
         between(c, 0x2070, 0x209C);
}

template <std::size_t Size>
constexpr std::array<LetterInfo, Size> make_letters(char32_t begin) {
  std::array<LetterInfo, Size> table{};
  for (std::size_t i = 0; i < Size; ++i) {
    const char32_t c = begin + static_cast<char32_t>(i);
    const char32_t lower = find_lower_case(c);
    const unsigned flags = (find_letter(c) ? LetterInfo::kLetter : 0U) |
                           (lower != c ? LetterInfo::kUpper : 0U) |
                           (find_word_character(c) ? LetterInfo::kInWord : 0U);
    table[i] = {static_cast<char16_t>(lower), static_cast<std::uint8_t>(flags)};
  }
  return table;
}

}  // namespace

constinit const std::array<LetterInfo, kLowLetters> kLowLetterTable = make_letters<kLowLetters>(0);
constinit const std::array<LetterInfo, kHighLettersEnd - kHighLettersBegin> kHighLetterTable =
    make_letters<kHighLettersEnd - kHighLettersBegin>(kHighLettersBegin);

bool is_wide_word_character(char32_t c) {
  return find_word_character(c);
}

char32_t upper_case(char32_t c) {
  if (c < 0x80) return between(c, 'a', 'z') ? c - 0x20 : c;
  if (between(c, 0xE0, 0xFE)) return c == 0xF7 ? c : c - 0x20;
  if (c == 0x131) return U'I';
  if (is_even_pair(c)) return c & ~char32_t{1};
  if (is_odd_pair(c)) return c % 2 == 0 ? c - 1 : c;
  return c == 0xFF ? 0x178 : c;
}

bool is_wide_blank(char32_t c) {
  return c == 0xA0 || c == 0xAD || between(c, 0x2000, 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

Vowel take_apart(char32_t lower) {
  const std::size_t code = vowel_code(lower);
  if (code == 0) return {};
  return {kVowels[(code - 1) / kToneCount][0], static_cast<Tone>((code - 1) % kToneCount)};
}

char32_t put_together(Vowel vowel) {
  const std::size_t code = vowel_code(vowel.base);
  if (code == 0) return vowel.base;
  return kVowels[(code - 1) / kToneCount][static_cast<std::size_t>(vowel.tone)];
}

char32_t without_diacritics(char32_t lower) {
  if (lower == 0x111) return U'd';
  const std::size_t code = vowel_code(lower);
  return code == 0 ? lower : kPlainVowels[(code - 1) / kToneCount];
}

char32_t compose(char32_t lower, char32_t mark) {
  Vowel vowel = take_apart(lower);
  if (vowel.base == 0) return 0;
  constexpr std::array<char32_t, kToneCount> kToneMarks = {0, 0x300, 0x301, 0x309, 0x303, 0x323};
  for (std::size_t tone = 1; tone < kToneCount; ++tone) {
    if (mark != kToneMarks[tone]) continue;
    if (vowel.tone != Tone::kNone) return 0;
    return put_together({vowel.base, static_cast<Tone>(tone)});
  }
  struct Quality {
    char32_t base, mark, result;
  };
  constexpr std::array<Quality, 6> kQualities = {{{'a', 0x306, 0x103},
                                                  {'a', 0x302, 0xE2},
                                                  {'e', 0x302, 0xEA},
                                                  {'o', 0x302, 0xF4},
                                                  {'o', 0x31B, 0x1A1},
                                                  {'u', 0x31B, 0x1B0}}};
  for (const Quality& quality : kQualities) {
    if (quality.base == vowel.base && quality.mark == mark) {
      return put_together({quality.result, vowel.tone});
    }
  }
  return 0;
}

bool is_open_rime(char32_t first_base, char32_t second_base) {
  return (first_base == 'o' && (second_base == 'a' || second_base == 'e')) ||
         (first_base == 'u' && second_base == 'y');
}

}  // namespace scp::latin
