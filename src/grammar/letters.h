// Letters as grammars see them: UTF-8 in and out, case, Vietnamese vowels and their tones.
//
// Small tables instead of ICU, because a plain run must not pay for ICU's data. Pure functions.
// Holds: lower_case and compose cover Latin (Basic, Latin-1, Extended-A, Additional) and leave
// every other code point alone.
#ifndef SCPPARSE_GRAMMAR_LETTERS_H_
#define SCPPARSE_GRAMMAR_LETTERS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// A namespace of its own, since the text stage has functions of the same names for all of Unicode.
namespace scp::latin {

// The code point at `at`, which moves behind it; a bad byte counts as U+FFFD.
char32_t next_wide_code_point(std::string_view text, std::size_t& at);
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) return next_wide_code_point(text, at);
  ++at;
  return byte;
}

// What the hot loops ask of a letter, ready to look up; Latin letters only.
struct LetterInfo {
  char16_t lower;
  bool in_word;
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
void append_utf8(std::string& out, char32_t c);

char32_t lower_case(char32_t c);
char32_t upper_case(char32_t c);
// Letters, digits, combining marks, raised and lowered digits.
bool is_word_character(char32_t c);
bool is_blank(char32_t c);

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

#endif  // SCPPARSE_GRAMMAR_LETTERS_H_
