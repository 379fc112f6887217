// Whether a word can be a syllable of Vietnamese: onset, rime and tone that go together, the tone
// on the letter where one of the two ways to place it puts it. Says nothing of whether it exists.
// Also the capital and small forms of Latin letters. Pure functions.
#ifndef SCPPARSE_SOURCE_SYLLABLE_H_
#define SCPPARSE_SOURCE_SYLLABLE_H_

#include <span>

namespace scp {

// In composed letters; capitals count as small ones.
bool is_syllable(std::span<const char32_t> word);
// A letter that syllables are written with.
bool is_syllable_letter(char32_t c);

char32_t small_letter(char32_t c);
char32_t capital_letter(char32_t c);
// Latin letters, the Vietnamese ones among them; no combining marks.
bool is_latin_letter(char32_t c);

}  // namespace scp

#endif  // SCPPARSE_SOURCE_SYLLABLE_H_
