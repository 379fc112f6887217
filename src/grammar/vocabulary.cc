#include "grammar/vocabulary.h"

#include <array>

namespace scp {
namespace {

struct Named {
  std::string_view name;
  std::string_view about;
};

constexpr std::array<Named, kRuleSetCount> kRuleSets = {{
#define SCP_RULE_SET(enumerator, name, about) {name, about},
#include "grammar/vocabulary.def"
}};

constexpr std::array<Named, kFieldCount> kFields = {{
#define SCP_FIELD(enumerator, name) {name, {}},
#include "grammar/vocabulary.def"
}};

constexpr std::array<Named, kLexiconCount> kLexicons = {{
#define SCP_LEXICON(enumerator, name, about) {name, about},
#include "grammar/vocabulary.def"
}};

constexpr FieldChoice kRuleChoices[] = {
#define SCP_RULE_VALUES(set, field, needed, values) \
  {static_cast<std::size_t>(RuleSet::set), Field::field, needed, values},
#include "grammar/vocabulary.def"
};

constexpr FieldChoice kEntryChoices[] = {
#define SCP_ENTRY_VALUES(lexicon, field, needed, values) \
  {static_cast<std::size_t>(LexiconId::lexicon), Field::field, needed, values},
#include "grammar/vocabulary.def"
};

template <typename Enum, std::size_t N>
std::optional<Enum> find_named(const std::array<Named, N>& table, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (table[i].name == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(RuleSet set) {
  return kRuleSets[static_cast<std::size_t>(set)].name;
}
std::string_view name_of(Field field) {
  return kFields[static_cast<std::size_t>(field)].name;
}
std::string_view name_of(LexiconId lexicon) {
  return kLexicons[static_cast<std::size_t>(lexicon)].name;
}
std::string_view about(RuleSet set) {
  return kRuleSets[static_cast<std::size_t>(set)].about;
}
std::string_view about(LexiconId lexicon) {
  return kLexicons[static_cast<std::size_t>(lexicon)].about;
}

std::optional<RuleSet> rule_set_named(std::string_view name) {
  return find_named<RuleSet>(kRuleSets, name);
}
std::optional<Field> field_named(std::string_view name) {
  return find_named<Field>(kFields, name);
}
std::optional<LexiconId> lexicon_named(std::string_view name) {
  return find_named<LexiconId>(kLexicons, name);
}

std::span<const FieldChoice> rule_choices() {
  return kRuleChoices;
}
std::span<const FieldChoice> entry_choices() {
  return kEntryChoices;
}

}  // namespace scp
