#include "grammar/field_table.h"

#include <algorithm>
#include <array>
#include <string>

namespace scp {
namespace {

using enum FieldType;

constexpr std::array<FieldRow, 4> kDefinitionFields = {{
    {"name", kId, true, "What patterns call it, in braces: {name}."},
    {"about", kText, false, "What it stands for, in one sentence."},
    {"pattern", kPattern, true, "The piece of pattern that the name stands for."},
    {"override", kFlag, false, "true: it takes the place of the built-in one with its name."},
}};
constexpr ObjectTable kDefinition = {
    "definition", MessageId::kGrammarObjectDefinition,
    "A named piece of a pattern, known in every file of the grammar.", kDefinitionFields};

constexpr std::array<FieldRow, 2> kRuleExampleFields = {{
    {"text", kText, true, "A text at whose beginning the rule matches."},
    {"gives", kFieldValues, false,
     "Fields that must come out with these values; an empty value means that the field is not "
     "there or empty."},
}};
constexpr ObjectTable kRuleExample = {"rule example", MessageId::kGrammarObjectRuleExample,
                                      "A text and what the rule reads in it.", kRuleExampleFields};

constexpr std::array<FieldRow, 9> kRuleFields = {{
    {"id", kId, true, "The name of the rule, unique in the grammar: file.what-it-reads."},
    {"set", FieldType::kRuleSet, true, "Which part of the reader tries the rule."},
    {"about", kText, true, "What the rule reads, in one sentence."},
    {"pattern", kPattern, true,
     "What is matched, from the beginning of a place in the text. Named groups fill fields."},
    {"case", kCase, false, "fold (the rule without it): capitals do not matter; exact: they do."},
    {"values", kFieldValues, false, "Fields that always have the same value in this rule."},
    {"match", kObjects, true, "Texts that the rule must read.", &kRuleExample, 1},
    {"reject", kTexts, true, "Texts at whose beginning the rule must not match.", nullptr, 1},
    {"override", kFlag, false, "true: it takes the place of the built-in rule with its id."},
}};
constexpr ObjectTable kRule = {"rule", MessageId::kGrammarObjectRule,
                               "A pattern with a name, a purpose and examples.", kRuleFields};

constexpr std::array<FieldRow, 5> kEntryFields = {{
    {"name", kText, true, "The phrase as results show it."},
    {"id", kId, false, "A name for other programs, unique in the lexicon."},
    {"variants", kTexts, false,
     "Other ways to write it. Case, tone placement and connectors need none."},
    {"values", kFieldValues, false, "What is known about it."},
    {"override", kFlag, false,
     "true: it takes the place of the built-in entry with its name; without, it adds to it."},
}};
constexpr ObjectTable kEntry = {"entry", MessageId::kGrammarObjectEntry, "One phrase of a lexicon.",
                                kEntryFields};

constexpr std::array<FieldRow, 2> kLexiconExampleFields = {{
    {"text", kText, true, "A text that begins with a phrase of the lexicon."},
    {"gives", kText, true, "The name of the entry that must be found."},
}};
constexpr ObjectTable kLexiconExample = {"lexicon example", MessageId::kGrammarObjectLexiconExample,
                                         "A text and the entry found at its beginning.",
                                         kLexiconExampleFields};

constexpr std::array<FieldRow, 6> kLexiconFields = {{
    {"id", FieldType::kLexicon, true, "Which lexicon it is; each is written once in a grammar."},
    {"about", kText, true, "What its phrases are, in one sentence."},
    {"entries", kObjects, true, "The phrases.", &kEntry, 1},
    {"match", kObjects, true, "Texts that begin with a phrase.", &kLexiconExample, 1},
    {"reject", kTexts, true, "Texts that begin with none.", nullptr, 1},
    {"override", kFlag, false,
     "true: it takes the place of the built-in lexicon; without, its entries are added."},
}};
constexpr ObjectTable kLexiconTable = {"lexicon", MessageId::kGrammarObjectLexicon,
                                       "A list of phrases that the reader knows.", kLexiconFields};

constexpr std::array<FieldRow, 5> kFileFields = {{
    {"grammar", kFormat, true, "The version of this format: 1."},
    {"about", kText, true, "What the file is about, in one sentence."},
    {"definitions", kObjects, false, "Named pieces of patterns.", &kDefinition},
    {"rules", kObjects, false, "Patterns.", &kRule},
    {"lexicons", kObjects, false, "Lists of phrases.", &kLexiconTable},
}};
constexpr ObjectTable kFile = {"file", MessageId::kGrammarObjectFile, "A grammar file.",
                               kFileFields};

template <typename Enum>
std::vector<std::string_view> names_of(std::size_t count) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < count; ++i) names.push_back(name_of(static_cast<Enum>(i)));
  return names;
}

std::string quoted(std::string_view text) {
  return "'" + std::string(text) + "'";
}

// What a message is about: a key in quotes, or words around a name.
struct What {
  What(std::string_view key) : arg("what", quoted(key)) {}  // NOLINT(google-explicit-constructor)
  What(MessageId id, std::string_view name) : arg(word_for("what", id, {{"name", name}})) {}
  explicit What(MessageId id) : arg(word_for("what", id)) {}
  MessageArg arg;
};

std::size_t count_digits(std::string_view text) {
  const std::size_t end = text.find_first_not_of("0123456789_:");
  return end == std::string_view::npos ? text.size() : end;
}

bool looks_like_number(std::string_view text) {
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) text.remove_prefix(1);
  if (text == ".inf" || text == ".nan") return true;
  if (text.starts_with("0x") || text.starts_with("0o")) {
    return text.size() > 2 && text.find_first_not_of("0123456789abcdefABCDEF_", 2) == text.npos;
  }
  std::size_t digits = count_digits(text);
  if (text.starts_with("_") || text.starts_with(":")) return false;
  text.remove_prefix(digits);
  if (text.starts_with(".")) {
    const std::size_t fraction = count_digits(text.substr(1));
    digits += fraction;
    text.remove_prefix(1 + fraction);
  }
  if (digits > 0 && (text.starts_with("e") || text.starts_with("E"))) {
    text.remove_prefix(1);
    if (text.starts_with("+") || text.starts_with("-")) text.remove_prefix(1);
    const std::size_t exponent = count_digits(text);
    if (exponent == 0) return false;
    text.remove_prefix(exponent);
  }
  return digits > 0 && text.empty();
}

// How YAML programs read an unquoted scalar; none when as a string.
std::optional<MessageId> other_reading(std::string_view text) {
  std::string lower(text.substr(0, 8));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; });
  for (const std::string_view word : {"true", "false", "yes", "no", "on", "off"}) {
    if (lower == word && text.size() == word.size()) return MessageId::kGrammarWordBoolean;
  }
  if (text.empty() || text == "~" || (lower == "null" && text.size() == 4)) {
    return MessageId::kGrammarWordNothing;
  }
  if (looks_like_number(text)) return MessageId::kGrammarWordNumber;
  return std::nullopt;
}

MessageId kind_name(YamlNode::Kind kind) {
  switch (kind) {
    case YamlNode::Kind::kScalar:
      return MessageId::kGrammarWordString;
    case YamlNode::Kind::kList:
      return MessageId::kGrammarWordList;
    case YamlNode::Kind::kMap:
      return MessageId::kGrammarWordMap;
    case YamlNode::Kind::kNull:
      break;
  }
  return MessageId::kGrammarWordNothing;
}

void wrong_type(const YamlNode& node, const What& what, MessageId wanted, ProblemLog& log) {
  log.add("grammar-wrong-type", node.spot, MessageId::kGrammarErrorWrongType,
          {what.arg, word_for("wanted", wanted), word_for("seen", kind_name(node.kind))});
}

bool check_string(const YamlNode& node, const What& what, bool may_be_empty, ProblemLog& log) {
  if (node.kind != YamlNode::Kind::kScalar) {
    wrong_type(node, what, MessageId::kGrammarWordString, log);
    return false;
  }
  const std::optional<MessageId> other = node.plain ? other_reading(node.text) : std::nullopt;
  if (other) {
    log.add("grammar-wrong-type", node.spot, MessageId::kGrammarErrorReadsAs,
            {what.arg, {"text", node.text}, word_for("other", *other)});
    return false;
  }
  if (node.text.empty() && !may_be_empty) {
    log.add("grammar-wrong-type", node.spot, MessageId::kGrammarErrorEmpty, {what.arg});
    return false;
  }
  return true;
}

bool is_id(std::string_view text) {
  const auto small = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (text.empty() || !small(text[0])) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return small(c) || c == '.' || c == '-' || c == '_'; });
}

void check_choice(const YamlNode& node, std::string_view what, FieldType type, ProblemLog& log) {
  const std::vector<std::string_view> choices = choices_of(type);
  if (std::find(choices.begin(), choices.end(), node.text) != choices.end()) return;
  log.add("grammar-unknown-name", node.spot, MessageId::kGrammarErrorUnknownChoice,
          {{"value", node.text},
           {"what", what},
           {"choices", joined(choices)},
           suggestion(node.text, choices)});
}

void check_field_values(const YamlNode& node, std::string_view key, ProblemLog& log) {
  if (node.kind != YamlNode::Kind::kMap) {
    return wrong_type(node, key, MessageId::kGrammarWordFields, log);
  }
  const std::vector<std::string_view> names = field_names();
  for (const YamlPair& pair : node.pairs) {
    if (!field_named(pair.key)) {
      log.add("grammar-unknown-name", pair.key_spot, MessageId::kGrammarErrorUnknownField,
              {{"name", pair.key}, suggestion_or_all(pair.key, names)});
    }
    check_string(pair.value, {MessageId::kGrammarWordValueOf, pair.key}, true, log);
  }
}

void check_list(const YamlNode& node, const FieldRow& row, ProblemLog& log) {
  const What what(row.name);
  if (node.kind != YamlNode::Kind::kList) {
    const bool texts = row.type == kTexts;
    return wrong_type(node, what,
                      texts ? MessageId::kGrammarWordTexts : MessageId::kGrammarWordList, log);
  }
  if (node.items.size() < row.at_least) {
    log.add("grammar-missing-key", node.spot, MessageId::kGrammarErrorNoItems, {what.arg});
  }
  for (const YamlNode& item : node.items) {
    if (row.type == kObjects) {
      check_shape(item, *row.element, log);
    } else {
      check_string(item, {MessageId::kGrammarWordItemOf, row.name}, false, log);
    }
  }
}

void check_field(const YamlNode& node, const FieldRow& row, ProblemLog& log) {
  const What what(row.name);
  switch (row.type) {
    case kFormat:
      if (node.kind == YamlNode::Kind::kScalar && node.plain && node.text == "1") return;
      log.add("grammar-wrong-type", node.spot, MessageId::kGrammarErrorFormat, {what.arg});
      return;
    case kFlag:
      if (node.kind == YamlNode::Kind::kScalar && node.plain &&
          (node.text == "true" || node.text == "false")) {
        return;
      }
      log.add("grammar-wrong-type", node.spot, MessageId::kGrammarErrorFlag, {what.arg});
      return;
    case kText:
    case kPattern:
      check_string(node, what, false, log);
      return;
    case kId:
      if (check_string(node, what, false, log) && !is_id(node.text)) {
        log.add("grammar-wrong-type", node.spot, MessageId::kGrammarErrorId, {what.arg});
      }
      return;
    case kCase:
    case FieldType::kRuleSet:
    case FieldType::kLexicon:
      if (check_string(node, what, false, log)) check_choice(node, row.name, row.type, log);
      return;
    case kTexts:
    case kObjects:
      check_list(node, row, log);
      return;
    case kFieldValues:
      check_field_values(node, row.name, log);
      return;
  }
}

}  // namespace

const ObjectTable& grammar_file_table() {
  return kFile;
}

const std::vector<const ObjectTable*>& all_object_tables() {
  static const std::vector<const ObjectTable*> tables = {
      &kFile, &kDefinition, &kRule, &kRuleExample, &kLexiconTable, &kEntry, &kLexiconExample};
  return tables;
}

std::vector<std::string_view> choices_of(FieldType type) {
  if (type == kCase) return {"fold", "exact"};
  if (type == FieldType::kRuleSet) return names_of<RuleSet>(kRuleSetCount);
  if (type == FieldType::kLexicon) return names_of<LexiconId>(kLexiconCount);
  return {};
}

std::vector<std::string_view> field_names() {
  return names_of<Field>(kFieldCount);
}

void check_shape(const YamlNode& node, const ObjectTable& table, ProblemLog& log) {
  if (node.kind != YamlNode::Kind::kMap) {
    return wrong_type(node, What(table.called), MessageId::kGrammarWordKeys, log);
  }
  const MessageArg object = word_for("object", table.called);
  std::vector<std::string_view> names;
  for (const FieldRow& row : table.fields) names.push_back(row.name);
  for (const YamlPair& pair : node.pairs) {
    const auto row = std::find(names.begin(), names.end(), pair.key);
    if (row == names.end()) {
      log.add("grammar-unknown-key", pair.key_spot, MessageId::kGrammarErrorUnknownKey,
              {{"key", pair.key}, object, suggestion(pair.key, names)});
      continue;
    }
    check_field(pair.value, table.fields[static_cast<std::size_t>(row - names.begin())], log);
  }
  for (const FieldRow& row : table.fields) {
    if (!row.required || node.find(row.name) != nullptr) continue;
    log.add("grammar-missing-key", node.spot, MessageId::kGrammarErrorMissingKey,
            {object, {"key", row.name}});
  }
}

bool is_string(const YamlNode& node) {
  return node.kind == YamlNode::Kind::kScalar && !(node.plain && other_reading(node.text));
}

const YamlNode* get_scalar(const YamlNode& object, std::string_view key) {
  const YamlNode* node = object.find(key);
  return node != nullptr && is_string(*node) ? node : nullptr;
}

const YamlNode* get_list(const YamlNode& object, std::string_view key) {
  const YamlNode* node = object.find(key);
  return node != nullptr && node->kind == YamlNode::Kind::kList ? node : nullptr;
}

const YamlNode* get_map(const YamlNode& object, std::string_view key) {
  const YamlNode* node = object.find(key);
  return node != nullptr && node->kind == YamlNode::Kind::kMap ? node : nullptr;
}

}  // namespace scp
