#include "grammar/grammar_source.h"

#include <map>
#include <string>
#include <utility>

#include "grammar/overlay.h"
#include "grammar/value_check.h"

namespace scp {
namespace {

std::vector<FieldSource> read_fields(const YamlNode* map) {
  std::vector<FieldSource> fields;
  if (map == nullptr) return fields;
  for (const YamlPair& pair : map->pairs) {
    const std::optional<Field> field = field_named(pair.key);
    if (field && is_string(pair.value)) fields.push_back({*field, &pair.value});
  }
  return fields;
}

template <typename Function>
void each_map(const YamlNode& object, std::string_view key, Function function) {
  const YamlNode* list = get_list(object, key);
  if (list == nullptr) return;
  for (const YamlNode& item : list->items) {
    if (item.kind == YamlNode::Kind::kMap) function(item);
  }
}

template <typename Function>
void each_string(const YamlNode& object, std::string_view key, Function function) {
  const YamlNode* list = get_list(object, key);
  if (list == nullptr) return;
  for (const YamlNode& item : list->items) {
    if (is_string(item)) function(item);
  }
}

std::vector<ExampleSource> read_examples(const YamlNode& owner) {
  std::vector<ExampleSource> examples;
  each_map(owner, "match", [&](const YamlNode& item) {
    ExampleSource example;
    example.text = get_scalar(item, "text");
    example.gives = read_fields(get_map(item, "gives"));
    example.gives_name = get_scalar(item, "gives");
    if (example.text != nullptr) examples.push_back(std::move(example));
  });
  each_string(owner, "reject", [&](const YamlNode& item) {
    ExampleSource example;
    example.text = &item;
    example.reject = true;
    examples.push_back(std::move(example));
  });
  return examples;
}

bool overrides(const YamlNode& node) {
  const YamlNode* flag = node.find("override");
  return flag != nullptr && flag->text == "true";
}

DefinitionSource read_definition(const YamlNode& node) {
  return {get_scalar(node, "name"), get_scalar(node, "pattern"), overrides(node)};
}

std::optional<RuleSource> read_rule(const YamlNode& node) {
  RuleSource rule;
  rule.id = get_scalar(node, "id");
  rule.about = get_scalar(node, "about");
  rule.pattern = get_scalar(node, "pattern");
  const YamlNode* set = get_scalar(node, "set");
  const YamlNode* letters = get_scalar(node, "case");
  rule.caseless = letters == nullptr || letters->text != "exact";
  rule.values = read_fields(get_map(node, "values"));
  rule.examples = read_examples(node);
  rule.override_builtin = overrides(node);
  const std::optional<RuleSet> named = set ? rule_set_named(set->text) : std::nullopt;
  if (rule.id == nullptr || rule.pattern == nullptr) return std::nullopt;
  rule.set = named.value_or(RuleSet{});
  rule.set_known = named.has_value();
  return rule;
}

std::optional<LexiconSource> read_lexicon(const YamlNode& node) {
  LexiconSource lexicon;
  lexicon.node = &node;
  lexicon.about = get_scalar(node, "about");
  const YamlNode* id = get_scalar(node, "id");
  const std::optional<LexiconId> named = id ? lexicon_named(id->text) : std::nullopt;
  if (!named) return std::nullopt;
  lexicon.id = *named;
  each_map(node, "entries", [&](const YamlNode& item) {
    EntrySource entry;
    entry.name = get_scalar(item, "name");
    entry.id = get_scalar(item, "id");
    entry.values = read_fields(get_map(item, "values"));
    entry.override_builtin = overrides(item);
    each_string(item, "variants", [&](const YamlNode& text) { entry.variants.push_back(&text); });
    if (entry.name != nullptr) lexicon.entries.push_back(std::move(entry));
  });
  lexicon.examples = read_examples(node);
  lexicon.override_builtin = overrides(node);
  return lexicon;
}

// Reports the second of two things with one name.
class Names {
 public:
  Names(MessageId what, ProblemLog& log) : what_(what), log_(log) {}

  bool add(std::string_view name, Spot spot) {
    const auto [at, fresh] = spots_.emplace(name, spot);
    if (fresh) return true;
    log_.add("grammar-duplicate-id", spot, MessageId::kGrammarErrorTwice,
             {word_for("what", what_), {"name", name}, {"place", log_.where(at->second)}});
    return false;
  }

 private:
  MessageId what_;
  ProblemLog& log_;
  std::map<std::string, Spot, std::less<>> spots_;
};

void check_names(const GrammarSource& source, ProblemLog& log) {
  Names definitions(MessageId::kGrammarWordDefinition, log);
  for (const DefinitionSource& definition : source.definitions) {
    definitions.add(definition.name->text, definition.name->spot);
  }
  Names rules(MessageId::kGrammarWordRule, log);
  for (const RuleSource& rule : source.rules) rules.add(rule.id->text, rule.id->spot);
  Names lexicons(MessageId::kGrammarWordLexicon, log);
  for (const LexiconSource& lexicon : source.lexicons) {
    lexicons.add(name_of(lexicon.id), lexicon.node->find("id")->spot);
    Names entries(MessageId::kGrammarWordEntryId, log);
    for (const EntrySource& entry : lexicon.entries) {
      if (entry.id != nullptr) entries.add(entry.id->text, entry.id->spot);
    }
  }
}

void read_file(const YamlNode& root, GrammarSource& source) {
  each_map(root, "definitions", [&](const YamlNode& item) {
    const DefinitionSource definition = read_definition(item);
    if (definition.name != nullptr && definition.pattern != nullptr) {
      source.definitions.push_back(definition);
    }
  });
  each_map(root, "rules", [&](const YamlNode& item) {
    if (std::optional<RuleSource> rule = read_rule(item)) source.rules.push_back(std::move(*rule));
  });
  each_map(root, "lexicons", [&](const YamlNode& item) {
    if (std::optional<LexiconSource> lexicon = read_lexicon(item)) {
      source.lexicons.push_back(std::move(*lexicon));
    }
  });
}

}  // namespace

GrammarSource read_grammar_source(std::size_t file_count, ProblemLog& log) {
  GrammarSource source;
  for (std::size_t i = 0; i < file_count; ++i) {
    std::optional<YamlNode> root = read_yaml(static_cast<std::uint32_t>(i), log);
    if (!root) continue;
    source.trees.push_back(std::make_unique<YamlNode>(std::move(*root)));
    check_shape(*source.trees.back(), grammar_file_table(), log);
    if (source.trees.back()->kind == YamlNode::Kind::kMap) {
      read_file(*source.trees.back(), source);
    }
  }
  apply_overlay(source, log);
  check_names(source, log);
  check_values(source, log);
  return source;
}

}  // namespace scp
