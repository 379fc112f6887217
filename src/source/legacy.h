// Text in the legacy encodings of Vietnamese, decoded letter by letter.
//
// Works on units: bytes of a file in such an encoding, or characters of a UTF-8 text that somebody
// took for Latin-1 or windows-1252, whose bytes they still are:
//
//     bytes       43 E9 6E 67            C ộ n g in TCVN3
//     characters  C é n g                the same after being read as Latin-1
//
// Every letter knows how many bytes of the input it was made from, so that places map back. Pure
// functions; what they append to belongs to the caller.
#ifndef SCPPARSE_SOURCE_LEGACY_H_
#define SCPPARSE_SOURCE_LEGACY_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "source/encoding.h"
#include "source/encoding_tables.h"

namespace scp {

struct Unit {
  char32_t value = 0;       // the character; U+FFFD for a byte that belongs to none
  std::int16_t byte = -1;   // the byte that it is in windows-1252; -1: none
  std::uint8_t length = 1;  // bytes of the input
};

struct Letter {
  char32_t value = 0;
  std::uint32_t length = 0;  // bytes of the input
  bool recoded = false;      // it is not what stands in the input
  bool high = false;         // made from something beyond ASCII
  bool foreign = false;      // a letter that the encoding does not have
  bool caseless = false;     // small here, but may have come from a font of capitals
};

// Appends the units of `text`: each byte for itself, or the characters of UTF-8. In a `damaged`
// text, which has bytes that are no UTF-8, two bytes that make a letter far from Vietnamese are two
// units as well: in VISCII ươ happens to look so.
void units_of_bytes(std::string_view text, std::vector<Unit>& out);
void units_of_utf8(std::string_view text, bool damaged, std::vector<Unit>& out);

// Null for an encoding that is none of these.
const tables::Legacy* legacy_table(Encoding encoding);

// Appends the letters that `units` are in an encoding.
void decode_legacy(const tables::Legacy& table, std::span<const Unit> units,
                   std::vector<Letter>& out);
// UTF-8 that was read as windows-1252: `Cá»™ng` is C ộ n g.
void decode_double(std::span<const Unit> units, std::vector<Letter>& out);

// Makes capitals of caseless letters in words whose other letters are capitals. `line` is one line,
// since words beside it decide where a word itself does not.
void settle_capitals(std::vector<Letter>& line);
// Puts a letter that got lost back into words that are no syllables without it.
void restore_lost(char32_t lost, std::vector<Letter>& line);

}  // namespace scp

#endif  // SCPPARSE_SOURCE_LEGACY_H_
