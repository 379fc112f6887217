#include "source/encoding_tables.h"

#include <array>

namespace scp::tables {
namespace {

#include "source/encoding_tables.inc"

}  // namespace

std::span<const EncodingName> encoding_names() {
  return kEncodingNames;
}
std::span<const std::string_view> encoding_list() {
  return kEncodingList;
}
std::span<const Legacy> legacy_encodings() {
  return kLegacy;
}
std::span<const SyllableLetter> syllable_letters() {
  return kSyllableLetters;
}
std::span<const Onset> onsets() {
  return kOnsets;
}
std::span<const Rime> rimes() {
  return kRimes;
}
std::span<const Lookalike> lookalikes() {
  return kLookalikes;
}
std::uint32_t front_vowels() {
  return kFrontVowels;
}
std::uint32_t vowels() {
  return kVowels;
}
std::uint32_t shaped_vowels() {
  return kShapedVowels;
}
std::uint32_t stop_endings() {
  return kStopEndings;
}

}  // namespace scp::tables
