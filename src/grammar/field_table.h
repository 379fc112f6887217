// The shape of grammar files, as data: one table per YAML object.
//
// The tables drive loading, the messages about unknown keys, the JSON Schema and the reference
// page, so that these can never disagree. Static data; no ownership; any thread.
#ifndef SCPPARSE_GRAMMAR_FIELD_TABLE_H_
#define SCPPARSE_GRAMMAR_FIELD_TABLE_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/vocabulary.h"
#include "grammar/yaml_tree.h"

namespace scp {

enum class FieldType : std::uint8_t {
  kFormat,       // the integer 1
  kText,         // a string that is not empty
  kId,           // a string of small letters, digits, '.', '-', '_'
  kPattern,      // a string that is a pattern
  kCase,         // fold or exact
  kRuleSet,      // a name of a rule set
  kLexicon,      // a name of a lexicon
  kTexts,        // a list of strings
  kFieldValues,  // a map from fields to strings
  kObjects,      // a list of objects
  kFlag,         // true or false, unquoted
};

struct ObjectTable;

struct FieldRow {
  std::string_view name;
  FieldType type;
  bool required;
  std::string_view about;
  const ObjectTable* element = nullptr;  // of kObjects
  std::size_t at_least = 0;              // items of a list
};

struct ObjectTable {
  std::string_view name;
  MessageId called;  // "a rule", in messages
  std::string_view about;
  std::span<const FieldRow> fields;
};

const ObjectTable& grammar_file_table();
// Every table, the file first.
const std::vector<const ObjectTable*>& all_object_tables();
// The values a closed type may have; empty for open types.
std::vector<std::string_view> choices_of(FieldType type);
std::vector<std::string_view> field_names();
// The pattern that ids must match, for the schema and in words.
inline constexpr std::string_view kIdPattern = "^[a-z0-9][a-z0-9._-]*$";

// Reports everything in `node` that the table does not allow, at every level.
void check_shape(const YamlNode& node, const ObjectTable& table, ProblemLog& log);
// The value of a field when it has the kind its table wants; null otherwise.
const YamlNode* get_scalar(const YamlNode& object, std::string_view key);
const YamlNode* get_list(const YamlNode& object, std::string_view key);
const YamlNode* get_map(const YamlNode& object, std::string_view key);
// Whether a node is a string as grammars want them: quoted, or not like a number or boolean.
bool is_string(const YamlNode& node);

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_FIELD_TABLE_H_
