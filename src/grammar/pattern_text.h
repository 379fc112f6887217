// Patterns as text: references to definitions written out, both tone placements allowed.
//
//     {from_=year}\s*hoá   →   (?:(?<from_year>\d{4}))\s*(?:hoá|hóa)
//
// Holds: every byte of the result knows the byte of YAML it came from, so that an error in it can
// be shown there. Does not own definitions. One thread.
#ifndef SCPPARSE_GRAMMAR_PATTERN_TEXT_H_
#define SCPPARSE_GRAMMAR_PATTERN_TEXT_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar_source.h"

namespace scp {

inline constexpr std::size_t kMaxPatternBytes = std::size_t{8} << 10;
inline constexpr std::size_t kMaxExpandedBytes = std::size_t{48} << 10;

// A piece of a pattern that is copied, renamed or replaced as a whole.
struct PatternToken {
  enum class Kind : std::uint8_t {
    kLiteral,  // one code point that stands for itself, or one operator
    kEscape,   // \d, \x{1EA1}, \Q…\E
    kClass,    // […]
    kName,     // (?<name>, \k<name>, (?(<name>) …: `name` is the place of the name
    kOther,    // (?: (?= (?# …) and the like
    kBrace,    // {…}
  };
  Kind kind = Kind::kLiteral;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t name_begin = 0;
  std::size_t name_end = 0;
};
PatternToken next_token(std::string_view pattern, std::size_t at);

// A pattern with the origin of every byte: which scalar, and where in its value.
struct PatternText {
  struct Origin {
    const YamlNode* scalar = nullptr;
    std::uint32_t offset = 0;
  };
  std::string text;
  std::vector<Origin> origins;

  void append(std::string_view bytes, Origin origin, bool advancing);
};

class PatternExpander {
 public:
  PatternExpander(const std::vector<DefinitionSource>& definitions, ProblemLog& log);

  // False when a name is unknown, the definitions go round in circles, or the result is too long;
  // the reason is in the log, at most once for each place.
  bool expand(const YamlNode& pattern, PatternText& out);

 private:
  struct Frame {
    const YamlNode* scalar;
    std::string prefix;
    std::vector<std::string_view> open;  // definitions being written out
  };
  bool expand_into(const Frame& frame, PatternText& out);
  bool expand_reference(const Frame& frame, const PatternToken& token, PatternText& out);
  bool fail(const Frame& frame, std::size_t offset, std::string code, MessageId id,
            std::initializer_list<MessageArg> args = {});

  std::map<std::string, const YamlNode*, std::less<>> definitions_;
  ProblemLog& log_;
  std::map<std::pair<const YamlNode*, std::size_t>, bool> reported_;
  std::set<std::string, std::less<>> circular_;  // definitions in circles that were reported
};

// \d means 0-9: other digits would only cost time.
PatternText only_ascii_digits(const PatternText& pattern);

// Lets every syllable that ends in oa, oe or uy with a tone match in both spellings.
PatternText allow_both_tone_placements(const PatternText& pattern);

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_PATTERN_TEXT_H_
