// Texts written in the legacy encodings, for tests: the tables of the program read backwards. That
// the tables are right is for the vectors in tests/spec/cases/encodings.tsv to say.
#ifndef SCPPARSE_TESTS_SUPPORT_TRANSCODE_H_
#define SCPPARSE_TESTS_SUPPORT_TRANSCODE_H_

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "source/encoding.h"
#include "source/legacy.h"
#include "source/syllable.h"

namespace scp::testing {

inline constexpr std::array kLegacyEncodings = {Encoding::kTcvn3,      Encoding::kTcvn57121,
                                                Encoding::kVniWindows, Encoding::kViscii,
                                                Encoding::kVps,        Encoding::kWindows1258};

// Encodings where one byte is a small and a capital letter cannot give back every capital.
inline bool has_case(Encoding encoding) {
  return encoding != Encoding::kTcvn3 && encoding != Encoding::kVps;
}

inline std::vector<char32_t> characters(std::string_view text) {
  std::vector<Unit> units;
  units_of_utf8(text, false, units);
  std::vector<char32_t> out;
  for (const Unit& unit : units) out.push_back(unit.value);
  return out;
}

inline std::string utf8(const std::vector<char32_t>& characters) {
  std::string out;
  for (const char32_t c : characters) append_utf8(out, c);
  return out;
}

inline std::string in_small_letters(std::string_view text) {
  std::vector<char32_t> letters = characters(text);
  for (char32_t& c : letters) c = small_letter(c);
  return utf8(letters);
}

// The bytes of one character; a question mark for one that the encoding does not have.
class Encoder {
 public:
  explicit Encoder(Encoding encoding) {
    const tables::Legacy& table = *legacy_table(encoding);
    for (const tables::LetterPair& pair : table.pairs) {
      const char both[] = {static_cast<char>(pair.bytes >> 8),
                           static_cast<char>(pair.bytes & 0xFF)};
      const bool of_one_case = (both[0] & 0x20) == (both[1] & 0x20);
      if (of_one_case || !bytes_.contains(pair.letter)) bytes_[pair.letter] = std::string(both, 2);
    }
    for (unsigned byte = 0; byte < 0x100; ++byte) {
      if (!table.letters.has(byte)) continue;
      bytes_[table.single[byte]] = std::string(1, static_cast<char>(byte));
      if (table.caseless.has(byte))
        bytes_[capital_letter(table.single[byte])] = bytes_[table.single[byte]];
    }
    for (unsigned byte = 0x80; byte < 0x100; ++byte) {
      const bool letter = is_latin_letter(table.single[byte]) || table.letters.has(byte);
      if (!letter) bytes_.emplace(table.single[byte], std::string(1, static_cast<char>(byte)));
    }
  }
  std::string operator()(char32_t c) const {
    if (c < 0x80) return std::string(1, static_cast<char>(c));
    const auto found = bytes_.find(c);
    return found == bytes_.end() ? "?" : found->second;
  }
  std::string operator()(std::string_view text) const {
    std::string out;
    for (const char32_t c : characters(text)) out += (*this)(c);
    return out;
  }

 private:
  std::map<char32_t, std::string> bytes_;
};

// Bytes taken for Latin-1, or for windows-1252 where that has a character, and saved as UTF-8.
inline std::string misread(std::string_view bytes, bool windows) {
  const auto& single = legacy_table(Encoding::kWindows1252)->single;
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool known = windows && single[byte] != 0xFFFD;
    append_utf8(out, known ? single[byte] : byte);
  }
  return out;
}

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_SUPPORT_TRANSCODE_H_
