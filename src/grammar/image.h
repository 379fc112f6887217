// The layout of a grammar image: one run of bytes without pointers.
//
//     | Header | section | section | … |      every section begins at a multiple of 16
//
// Holds: records are plain 32-bit numbers in the byte order of the machine that made the image;
// strings are places in the string section. An ImageView owns nothing and only adds offsets.
#ifndef SCPPARSE_GRAMMAR_IMAGE_H_
#define SCPPARSE_GRAMMAR_IMAGE_H_

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "grammar/vocabulary.h"

namespace scp::image {

inline constexpr std::array<char, 8> kMagic = {'S', 'C', 'P', 'G', 'R', 'A', 'M', '\n'};
inline constexpr std::uint32_t kFormat = 5;
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;
inline constexpr std::uint32_t kMaxPhraseWords = 32;

struct Text {
  std::uint32_t begin = kNone;
  std::uint32_t size = 0;
};
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t count = 0;
};
struct Value {
  std::uint32_t field = 0;
  Text text;
};
struct Capture {
  std::uint32_t group = 0;
  std::uint32_t field = 0;
};
struct Rule {
  Text id;
  Text about;
  Text file;
  std::uint32_t line = 0;
  std::uint32_t set = 0;
  Text pattern;
  std::uint32_t caseless = 0;
  Range code;      // bytes
  Range captures;  // Capture
  Range values;    // Value
  std::array<std::uint8_t, 32> first_bytes{};
};
struct Lexicon {
  std::uint32_t defined = 0;
  Text about;
  Text file;
  std::uint32_t line = 0;
  Range entries;
  std::uint32_t root = 0;  // Node
  Range bare;
};
struct Entry {
  Text name;
  Text id;
  Range values;
  std::uint32_t collective = 0;
};
struct Word {
  Text text;
  std::uint32_t hash = 0;
  std::uint32_t connector = 0;  // kPlainWord …
  std::uint32_t begins = 0;     // a bit for each lexicon with a phrase that begins so
};
inline constexpr std::uint32_t kPlainWord = 0;
inline constexpr std::uint32_t kConnectorWord = 1;
inline constexpr std::uint32_t kBareConnectorWord = 2;  // one without its diacritics

struct Node {
  Range edges;
  Range phrases;
};
struct Edge {  // sorted by word inside a node
  std::uint32_t word = 0;
  std::uint32_t node = 0;
};
struct Phrase {  // in file order inside a node
  std::uint32_t entry = 0;
  Range gaps;  // one byte for each place between two words
};
struct Bare {  // sorted by hash, then file order
  std::uint32_t hash = 0;
  Text key;
  std::uint32_t entry = 0;
};
struct Example {
  std::uint32_t owner = 0;  // rule index, or lexicon id
  std::uint32_t of_lexicon = 0;
  std::uint32_t reject = 0;
  Text text;
  Text name;     // the entry a lexicon must give
  Range values;  // the fields a rule must give
  Text file;
  std::uint32_t line = 0;
};

// A node of the trie of beginnings (see prefix.h). The first node is the root.
struct PrefixNode {
  Range label;              // the symbols between its parent and it
  Range edges;              // Edge by first symbol of the label
  Range rules;              // of which a beginning ends here
  std::uint16_t sets = 0;   // a bit for each set of these rules
  std::uint16_t below = 0;  // the same with the rules of all nodes below
  std::uint32_t first = 0;  // bit_of_symbol() of each edge: most symbols have none
};

enum Section : std::uint32_t {
  kStrings,
  kRules,
  kRuleSets,   // Range per set
  kRuleOrder,  // rule indices sorted by id
  kPrefixNodes,
  kPrefixEdges,  // Edge: sorted by symbol inside a node
  kPrefixRules,
  kPrefixSymbols,
  kPrefixDirect,  // 16 bits by direct_place() of a symbol: the node below the root, 0 for none
  kCodes,         // bytes
  kCaptures,
  kValues,
  kLexicons,
  kEntries,
  kWords,  // the first is a dummy, since key 0 means "no word"
  kSlots,  // open addressing; a power of two of them
  kNodes,
  kEdges,
  kPhrases,
  kGaps,
  kBares,
  kExamples,
  kSectionCount
};

struct Header {
  std::array<char, 8> magic{};
  std::uint32_t format = 0;
  std::uint32_t size = 0;
  Text version;
  std::uint32_t vocabulary = 0;                 // hash of the names that code and grammar share
  std::array<Range, kSectionCount> sections{};  // begin in bytes, count in records
};

class ImageView {
 public:
  ImageView() = default;
  explicit ImageView(const std::uint8_t* data) : data_(data) {}

  const Header& header() const { return *reinterpret_cast<const Header*>(data_); }

  template <typename Record>
  std::span<const Record> section(Section section) const {
    const Range range = header().sections[section];
    return {reinterpret_cast<const Record*>(data_ + range.begin), range.count};
  }
  template <typename Record>
  std::span<const Record> part(Section id, Range range) const {
    return section<Record>(id).subspan(range.begin, range.count);
  }
  // A null view for a text that is not there.
  std::string_view text(Text text) const {
    if (text.begin == kNone) return {};
    return {reinterpret_cast<const char*>(data_ + header().sections[kStrings].begin) + text.begin,
            text.size};
  }
  std::string_view value(Range values, Field field) const {
    for (const Value& value : part<Value>(kValues, values)) {
      if (value.field == static_cast<std::uint32_t>(field)) return text(value.text);
    }
    return {};
  }
  bool has_value(Range values, Field field) const { return value(values, field).data() != nullptr; }

  const Rule& rule(std::uint32_t index) const { return section<Rule>(kRules)[index]; }
  const Entry& entry(std::uint32_t index) const { return section<Entry>(kEntries)[index]; }
  const Lexicon& lexicon(LexiconId id) const {
    return section<Lexicon>(kLexicons)[static_cast<std::size_t>(id)];
  }

 private:
  const std::uint8_t* data_ = nullptr;
};

// Changes whenever a rule set, field or lexicon is added, renamed or moved.
std::uint32_t vocabulary_hash();

// Whether `bytes` hold an image of this format and vocabulary.
bool is_image(const std::uint8_t* bytes, std::size_t size);

}  // namespace scp::image

#endif  // SCPPARSE_GRAMMAR_IMAGE_H_
