// One chunk of text read in every possible way: how much speaks for each.
//
// A chunk is a run of ASCII letters and characters beyond ASCII. Chunks of ASCII alone read the
// same in every way and are no evidence. A Judge keeps buffers between chunks; use one for each
// text.
#ifndef SCPPARSE_SOURCE_EVIDENCE_H_
#define SCPPARSE_SOURCE_EVIDENCE_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "source/legacy.h"

namespace scp {

// The ways to read a chunk: as it is, in each legacy encoding from TCVN3 on, as doubled UTF-8.
inline constexpr std::size_t kAsItIs = 0;
inline constexpr std::size_t kFirstLegacy = 1;
inline constexpr std::size_t kLegacyWays = 6;  // windows-1252 has no letters to find
inline constexpr std::size_t kDoubled = kFirstLegacy + kLegacyWays;
inline constexpr std::size_t kWays = kDoubled + 1;

struct Chunk {
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  bool line_start = false;                 // the first chunk of its line or cell that counts
  bool genuine = false;                    // holds letters that only Unicode has
  std::array<std::uint8_t, kWays> cost{};  // 0: nothing speaks against it
  std::uint8_t right = 0;                  // bits: 1 << way: words came out, all of them syllables
  std::uint8_t wrong = 0;                  // bits: a word came out that is no syllable

  bool is_right(std::size_t way) const { return (right >> way & 1) != 0; }
  bool is_wrong(std::size_t way) const { return (wrong >> way & 1) != 0; }
  // It cannot be Vietnamese as it is, and is in this way.
  bool speaks_for(std::size_t way) const { return cost[kAsItIs] != 0 && is_right(way); }
};

// What the units of a text are: its bytes, the characters of UTF-8, or both mixed.
enum class As : std::uint8_t { kBytes, kUtf8, kDamagedUtf8 };

class Judge {
 public:
  // All chunks of `text` that are evidence.
  std::vector<Chunk> read(std::string_view text, As as);

 private:
  void weigh(Chunk& chunk);
  void weigh_as_it_is(Chunk& chunk);
  void weigh_way(std::size_t way, Chunk& chunk);

  std::vector<Unit> units_;
  std::vector<Letter> letters_;
  std::vector<char32_t> word_;
};

}  // namespace scp

#endif  // SCPPARSE_SOURCE_EVIDENCE_H_
