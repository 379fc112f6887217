// Writes a text anew where it does not say what it means, with a map back to the text as it came.
//
// After recode() the result is valid UTF-8, though not yet NFC: pieces are decoded, letters of
// other scripts are Latin ones, a byte that belongs to no character is U+FFFD. Pure functions; what
// they append to belongs to the caller.
#ifndef SCPPARSE_SOURCE_RECODE_H_
#define SCPPARSE_SOURCE_RECODE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/detect.h"
#include "source/offset_map.h"

namespace scp {

// How much of each kind was changed.
struct RecodeCounts {
  std::vector<std::pair<std::string_view, std::uint32_t>> letters;  // by repair kind
  std::uint32_t invalid = 0;                                        // bytes
  std::size_t first_invalid = 0;
  void add(std::string_view kind, std::uint32_t count);
};

// `pieces` are of `text`, in order and apart.
void recode(std::string_view text, const std::vector<Stretch>& pieces, std::string& out,
            OffsetMap& map, RecodeCounts& counts);
// A whole text in a legacy encoding.
void recode_bytes(std::string_view bytes, Encoding encoding, std::string& out, OffsetMap& map,
                  RecodeCounts& counts);

// What a piece is called under source.repairs.
std::string_view repair_kind(const Stretch& piece);

}  // namespace scp

#endif  // SCPPARSE_SOURCE_RECODE_H_
