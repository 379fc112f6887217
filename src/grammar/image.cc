#include "grammar/image.h"

#include "grammar/words.h"

namespace scp::image {
namespace {

constexpr std::array<std::size_t, kSectionCount> kRecordSizes = {1,
                                                                 sizeof(Rule),
                                                                 sizeof(Range),
                                                                 sizeof(std::uint32_t),
                                                                 sizeof(PrefixNode),
                                                                 sizeof(Edge),
                                                                 sizeof(std::uint32_t),
                                                                 sizeof(std::uint32_t),
                                                                 sizeof(std::uint16_t),
                                                                 1,
                                                                 sizeof(Capture),
                                                                 sizeof(Value),
                                                                 sizeof(Lexicon),
                                                                 sizeof(Entry),
                                                                 sizeof(Word),
                                                                 sizeof(std::uint32_t),
                                                                 sizeof(Node),
                                                                 sizeof(Edge),
                                                                 sizeof(Phrase),
                                                                 1,
                                                                 sizeof(Bare),
                                                                 sizeof(Example)};

void mix(std::uint32_t& hash, std::string_view name) {
  hash = hash * 31 + hash_of(name);
}

}  // namespace

std::uint32_t vocabulary_hash() {
  std::uint32_t hash = kFormat;
  for (std::size_t i = 0; i < kRuleSetCount; ++i) mix(hash, name_of(static_cast<RuleSet>(i)));
  for (std::size_t i = 0; i < kFieldCount; ++i) mix(hash, name_of(static_cast<Field>(i)));
  for (std::size_t i = 0; i < kLexiconCount; ++i) mix(hash, name_of(static_cast<LexiconId>(i)));
  return hash;
}

bool is_image(const std::uint8_t* bytes, std::size_t size) {
  if (bytes == nullptr || size < sizeof(Header)) return false;
  const Header& header = ImageView(bytes).header();
  if (header.magic != kMagic || header.format != kFormat || header.size != size) return false;
  if (header.vocabulary != vocabulary_hash()) return false;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const Range range = header.sections[i];
    if (range.begin % 16 != 0 || range.begin > size) return false;
    if (range.count > (size - range.begin) / kRecordSizes[i]) return false;
  }
  return true;
}

}  // namespace scp::image
