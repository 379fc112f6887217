// Latin letters: case, Vietnamese vowels and their tones.
//
// Small tables instead of ICU, because a plain run must not pay for ICU's data. Pure functions.
// Holds: case and compose cover Latin (Basic, Latin-1, Extended-A, Additional) and leave every
// other code point alone; text/utf8.h knows the letters of other scripts too.
#ifndef SCPPARSE_TEXT_LETTERS_H_
#define SCPPARSE_TEXT_LETTERS_H_

#include <array>
#include <cstdint>

namespace scp::latin {

// What the hot loops ask of a letter, ready to look up; Latin letters only.
struct LetterInfo {
  static constexpr std::uint8_t kLetter = 1;
  static constexpr std::uint8_t kUpper = 2;
  static constexpr std::uint8_t kInWord = 4;  // letters, digits, combining marks, raised digits
  char16_t lower;
  std::uint8_t flags;
  bool is(std::uint8_t flag) const { return (flags & flag) != 0; }
};
inline constexpr char32_t kLowLetters = 0x250;
inline constexpr char32_t kHighLettersBegin = 0x1E00;
inline constexpr char32_t kHighLettersEnd = 0x1F00;
extern const std::array<LetterInfo, kLowLetters> kLowLetterTable;
extern const std::array<LetterInfo, kHighLettersEnd - kHighLettersBegin> kHighLetterTable;
// Null for a code point that is not in the tables.
inline const LetterInfo* letter_info(char32_t c) {
  if (c < kLowLetters) return &kLowLetterTable[c];
  if (c - kHighLettersBegin < kHighLettersEnd - kHighLettersBegin) {
    return &kHighLetterTable[c - kHighLettersBegin];
  }
  return nullptr;
}
inline char32_t lower_case(char32_t c) {
  const LetterInfo* info = letter_info(c);
  return info != nullptr ? info->lower : c;
}
char32_t upper_case(char32_t c);
// Letters, digits, combining marks, raised and lowered digits.
bool is_wide_word_character(char32_t c);  // of code points that letter_info does not know
inline bool is_word_character(char32_t c) {
  const LetterInfo* info = letter_info(c);
  return info != nullptr ? info->is(LetterInfo::kInWord) : is_wide_word_character(c);
}
bool is_wide_blank(char32_t c);
inline bool is_blank(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : is_wide_blank(c);
}

enum class Tone : std::uint8_t { kNone, kGrave, kAcute, kHook, kTilde, kDot };

// A lower-case vowel taken apart: ế is ê with an acute. `base` is 0 for what is no vowel.
struct Vowel {
  char32_t base = 0;
  Tone tone = Tone::kNone;
};
Vowel take_apart(char32_t lower);
char32_t put_together(Vowel vowel);
// ế → e, đ → d; other letters stay.
char32_t without_diacritics(char32_t lower);
// The letter that `lower` followed by the combining mark `mark` stands for; 0 if there is none.
char32_t compose(char32_t lower, char32_t mark);

// Whether two vowels are a rime whose tone is written on either letter: oa, oe, uy.
bool is_open_rime(char32_t first_base, char32_t second_base);

}  // namespace scp::latin

#endif  // SCPPARSE_TEXT_LETTERS_H_
