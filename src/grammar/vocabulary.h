// The closed vocabulary that grammars and code share, as enumerations (see vocabulary.def).
#ifndef SCPPARSE_GRAMMAR_VOCABULARY_H_
#define SCPPARSE_GRAMMAR_VOCABULARY_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace scp {

enum class RuleSet : std::uint8_t {
#define SCP_RULE_SET(enumerator, name, about) enumerator,
#include "grammar/vocabulary.def"
  kSize
};

enum class Field : std::uint8_t {
#define SCP_FIELD(enumerator, name) enumerator,
#include "grammar/vocabulary.def"
  kSize
};

enum class LexiconId : std::uint8_t {
#define SCP_LEXICON(enumerator, name, about) enumerator,
#include "grammar/vocabulary.def"
  kSize
};

inline constexpr std::size_t kFieldCount = static_cast<std::size_t>(Field::kSize);
inline constexpr std::size_t kRuleSetCount = static_cast<std::size_t>(RuleSet::kSize);
inline constexpr std::size_t kLexiconCount = static_cast<std::size_t>(LexiconId::kSize);

std::string_view name_of(RuleSet set);
std::string_view name_of(Field field);
std::string_view name_of(LexiconId lexicon);
std::string_view about(RuleSet set);
std::string_view about(LexiconId lexicon);
std::optional<RuleSet> rule_set_named(std::string_view name);
std::optional<Field> field_named(std::string_view name);
std::optional<LexiconId> lexicon_named(std::string_view name);

// What a field among the `values` of a rule or entry may say.
struct FieldChoice {
  std::size_t owner = 0;  // RuleSet or LexiconId
  Field field{};
  bool needed = false;
  std::string_view values;  // see vocabulary.def
};
std::span<const FieldChoice> rule_choices();
std::span<const FieldChoice> entry_choices();

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_VOCABULARY_H_
