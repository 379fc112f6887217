// What encodings/*.yaml say, as constant data: names and letters of the encodings, the syllables of
// Vietnamese, letters that look like Latin ones. Made by encodingc when the program is built; read
// only, safe for any number of threads.
#ifndef SCPPARSE_SOURCE_ENCODING_TABLES_H_
#define SCPPARSE_SOURCE_ENCODING_TABLES_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "source/encoding.h"

namespace scp::tables {

struct EncodingName {
  std::string_view folded;  // small letters and digits only
  Encoding encoding;
};

struct LetterPair {
  std::uint16_t bytes;  // first << 8 | second
  char16_t letter;
};

// A set of bytes.
struct ByteSet {
  std::uint64_t words[4];
  constexpr bool has(unsigned byte) const { return (words[byte >> 6] >> (byte & 63) & 1) != 0; }
};

struct Legacy {
  Encoding encoding;
  char16_t single[256];               // what a byte stands for where it begins no pair
  ByteSet letters;                    // bytes that are letters of Vietnamese by themselves
  ByteSet caseless;                   // those among them that are small and capital letters
  std::span<const LetterPair> pairs;  // sorted by bytes
  char16_t often_lost;                // a letter that programs drop; 0: none
};

// Letters of syllables have numbers from 1 to 31; their tone goes from 0 to 5, 0 being none.
struct SyllableLetter {
  char16_t letter;  // small
  std::uint8_t number;
  std::uint8_t tone;
};
struct Onset {
  std::uint32_t key;  // numbers of its letters, five bits each
  enum Before : std::uint8_t { kAny, kFront, kOther } before;
};
struct Rime {
  static constexpr std::uint8_t kAny = 1, kWithoutOnset = 2, kAfterQ = 4;
  std::uint32_t key;
  std::uint8_t where;
};
struct Lookalike {
  char16_t letter;
  char16_t latin;
};

std::span<const EncodingName> encoding_names();      // the printed ones first in their rows
std::span<const std::string_view> encoding_list();   // as printed, in the order of Encoding
std::span<const Legacy> legacy_encodings();          // in the order of Encoding
std::span<const SyllableLetter> syllable_letters();  // sorted by letter
std::span<const Onset> onsets();                     // sorted by key
std::span<const Rime> rimes();                       // sorted by key
std::span<const Lookalike> lookalikes();             // sorted by letter
std::uint32_t front_vowels();                        // bits: 1 << number
std::uint32_t vowels();                              // all vowel letters
std::uint32_t shaped_vowels();                       // those with a mark that is no tone
std::uint32_t stop_endings();  // p, t, c, h: a rime that ends so has two tones only

}  // namespace scp::tables

#endif  // SCPPARSE_SOURCE_ENCODING_TABLES_H_
