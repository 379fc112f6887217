// What a text is really encoded in, by evidence: the share of words that are syllables of
// Vietnamese when it is read in one way or another.
//
// Text that is Unicode already is never touched: a way to read it must turn what cannot be
// Vietnamese into what is, nearly everywhere, and in enough different words. Linear in the text;
// pure functions.
#ifndef SCPPARSE_SOURCE_DETECT_H_
#define SCPPARSE_SOURCE_DETECT_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "source/encoding.h"

namespace scp {

// A range of bytes of the text as it came that does not say what it means.
struct Stretch {
  enum class Kind : std::uint8_t {
    kLegacy,      // letters of a legacy encoding; `encoding` says which
    kDouble,      // UTF-8 that was read as windows-1252
    kLookalikes,  // a word with letters of other scripts
    kUnsettled,   // seems to be in `encoding`, but too little of it to be sure; stays as it is
  };
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Kind kind = Kind::kLegacy;
  Encoding encoding = Encoding::kUtf8;
};

// The legacy encoding of bytes that are no UTF-8; none where the evidence is weak or contradictory.
std::optional<Encoding> detect_legacy(std::string_view bytes);

// The pieces of a text in UTF-8, which may hold bytes of another encoding, in order and apart.
std::vector<Stretch> find_legacy_pieces(std::string_view text,
                                        std::optional<Encoding> asked = std::nullopt);
// Words with letters that look like Latin ones, outside of `pieces`; in order.
std::vector<Stretch> find_lookalikes(std::string_view text, const std::vector<Stretch>& pieces);
// The Latin letter that a letter looks like; 0 where there is none.
char32_t lookalike_of(char32_t letter);

}  // namespace scp

#endif  // SCPPARSE_SOURCE_DETECT_H_
