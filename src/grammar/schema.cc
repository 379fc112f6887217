#include <string>

#include "grammar/field_table.h"
#include "grammar/tooling.h"

namespace scp {
namespace {

std::string definition_name(const ObjectTable& table) {
  std::string name(table.name);
  for (char& c : name) {
    if (c == ' ') c = '-';
  }
  return name;
}

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string json_list(const std::vector<std::string_view>& items) {
  std::string out = "[";
  for (const std::string_view item : items) {
    if (out.size() > 1) out += ", ";
    out += json_string(item);
  }
  return out + "]";
}

// What a value of this type looks like, as members of a schema object.
std::string schema_of(const FieldRow& row) {
  const std::string least =
      row.at_least > 0 ? ", \"minItems\": " + std::to_string(row.at_least) : std::string();
  switch (row.type) {
    case FieldType::kFormat:
      return R"("const": 1)";
    case FieldType::kFlag:
      return R"("type": "boolean")";
    case FieldType::kText:
      return R"("type": "string", "minLength": 1)";
    case FieldType::kPattern:
      return R"("type": "string", "minLength": 1, "maxLength": 8192)";
    case FieldType::kId:
      return R"("type": "string", "pattern": )" + json_string(kIdPattern);
    case FieldType::kCase:
    case FieldType::kRuleSet:
    case FieldType::kLexicon:
      return "\"enum\": " + json_list(choices_of(row.type));
    case FieldType::kTexts:
      return R"("type": "array", "items": {"type": "string", "minLength": 1})" + least;
    case FieldType::kFieldValues:
      return R"("$ref": "#/$defs/fields")";
    case FieldType::kObjects:
      return R"("type": "array", "items": {"$ref": "#/$defs/)" + definition_name(*row.element) +
             "\"}" + least;
  }
  return "";
}

std::string object_schema(const ObjectTable& table, const std::string& indent) {
  std::string out = indent + "\"description\": " + json_string(table.about) + ",\n";
  out += indent + "\"type\": \"object\",\n";
  out += indent + "\"additionalProperties\": false,\n";
  std::vector<std::string_view> required;
  std::string properties;
  for (const FieldRow& row : table.fields) {
    if (row.required) required.push_back(row.name);
    if (!properties.empty()) properties += ",\n";
    properties += indent + "  " + json_string(row.name) +
                  ": {\"description\": " + json_string(row.about) + ", " + schema_of(row) + "}";
  }
  out += indent + "\"required\": " + json_list(required) + ",\n";
  return out + indent + "\"properties\": {\n" + properties + "\n" + indent + "}";
}

std::string_view type_in_words(FieldType type) {
  switch (type) {
    case FieldType::kFormat:
      return "the number 1";
    case FieldType::kText:
      return "text";
    case FieldType::kPattern:
      return "pattern";
    case FieldType::kId:
      return "id";
    case FieldType::kFlag:
      return "`true` or `false`";
    case FieldType::kCase:
      return "`fold` or `exact`";
    case FieldType::kRuleSet:
      return "rule set";
    case FieldType::kLexicon:
      return "lexicon name";
    case FieldType::kTexts:
      return "list of texts";
    case FieldType::kFieldValues:
      return "fields and texts";
    case FieldType::kObjects:
      return "list of ";
  }
  return "";
}

std::string table_row(const FieldRow& row) {
  std::string type(type_in_words(row.type));
  if (row.element != nullptr)
    type += "[" + std::string(row.element->name) + "](#" + definition_name(*row.element) + ")";
  if (row.at_least > 0) type += ", at least " + std::to_string(row.at_least);
  return "| `" + std::string(row.name) + "` | " + type + " | " + (row.required ? "yes" : "no") +
         " | " + std::string(row.about) + " |\n";
}

template <typename Enum>
std::string vocabulary_list(std::size_t count) {
  std::string out = "| name | use |\n| --- | --- |\n";
  for (std::size_t i = 0; i < count; ++i) {
    const auto item = static_cast<Enum>(i);
    out += "| `" + std::string(name_of(item)) + "` | " + std::string(about(item)) + " |\n";
  }
  return out;
}

template <typename Enum>
void append_choices(std::span<const FieldChoice> rows, std::string& out) {
  for (const FieldChoice& row : rows) {
    const std::string_view owner = name_of(static_cast<Enum>(row.owner));
    const bool entries = row.values.starts_with('@');
    out += "| `" + std::string(owner) + "` | `" + std::string(name_of(row.field)) + "` | " +
           (row.needed ? "yes" : "no") + " | " +
           (entries ? "a name in the lexicon `" + std::string(row.values.substr(1)) + "`"
                    : "`" + std::string(row.values) + "`") +
           " |\n";
  }
}

}  // namespace

std::string grammar_schema() {
  std::string out = "{\n";
  out += "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n";
  out += "  \"title\": \"scpparse grammar file\",\n";
  out += object_schema(grammar_file_table(), "  ");
  out += ",\n  \"$defs\": {\n";
  for (const ObjectTable* table : all_object_tables()) {
    if (table == &grammar_file_table()) continue;
    out += "    \"" + definition_name(*table) + "\": {\n" + object_schema(*table, "      ") +
           "\n    },\n";
  }
  out += "    \"fields\": {\n      \"description\": \"Fields and their values.\",\n";
  out += "      \"type\": \"object\",\n      \"additionalProperties\": {\"type\": \"string\"},\n";
  out += "      \"propertyNames\": {\"enum\": " + json_list(field_names()) + "}\n    }\n";
  return out + "  }\n}\n";
}

std::string grammar_reference() {
  std::string out =
      "# Reference of grammar files\n\n"
      "Generated from the tables that the loader itself uses; a test holds this page to them. How\n"
      "to write a grammar is told in [grammars/README.md](../grammars/README.md).\n";
  for (const ObjectTable* table : all_object_tables()) {
    out += "\n## " + definition_name(*table) + "\n\n" + std::string(table->about) + "\n\n";
    out += "| key | value | needed | meaning |\n| --- | --- | --- | --- |\n";
    for (const FieldRow& row : table->fields) out += table_row(row);
  }
  out += "\n## Rule sets\n\n" + vocabulary_list<RuleSet>(kRuleSetCount);
  out += "\n## Lexicons\n\n" + vocabulary_list<LexiconId>(kLexiconCount);
  out += "\n## Fields\n\nNamed groups of patterns, and keys of `values` and `gives`:\n\n";
  for (const std::string_view name : field_names()) out += "- `" + std::string(name) + "`\n";
  out +=
      "\n## Values\n\nWhat readers know, for the fields of `values` that have a closed list; `a*` "
      "is\n"
      "any text that begins with `a`. Anything else in these fields is a problem.\n\n"
      "| rule set | field | needed | values |\n| --- | --- | --- | --- |\n";
  append_choices<RuleSet>(rule_choices(), out);
  out += "\n| lexicon | field | needed | values |\n| --- | --- | --- | --- |\n";
  append_choices<LexiconId>(entry_choices(), out);
  return out;
}

}  // namespace scp
