// Grammar files as plain data, after YAML and before compilation.
//
// Holds: everything in it had the right shape; what had not is in the log and left out. The nodes
// point into the trees, which a GrammarSource owns.
#ifndef SCPPARSE_GRAMMAR_GRAMMAR_SOURCE_H_
#define SCPPARSE_GRAMMAR_GRAMMAR_SOURCE_H_

#include <memory>
#include <vector>

#include "grammar/field_table.h"
#include "grammar/problem_log.h"
#include "grammar/vocabulary.h"
#include "grammar/yaml_tree.h"

namespace scp {

struct FieldSource {
  Field field{};
  const YamlNode* value = nullptr;
};

struct ExampleSource {
  const YamlNode* text = nullptr;
  bool reject = false;
  std::vector<FieldSource> gives;        // of rules
  const YamlNode* gives_name = nullptr;  // of lexicons
};

// `override_builtin` is what `override: true` says: it takes the place of what has its name.
struct DefinitionSource {
  const YamlNode* name = nullptr;
  const YamlNode* pattern = nullptr;
  bool override_builtin = false;
};

struct RuleSource {
  const YamlNode* id = nullptr;
  RuleSet set{};
  bool set_known = false;
  const YamlNode* about = nullptr;
  const YamlNode* pattern = nullptr;
  bool caseless = true;
  std::vector<FieldSource> values;
  std::vector<ExampleSource> examples;
  bool override_builtin = false;
};

struct EntrySource {
  const YamlNode* name = nullptr;
  const YamlNode* id = nullptr;
  std::vector<const YamlNode*> variants;
  std::vector<FieldSource> values;
  bool override_builtin = false;
};

struct LexiconSource {
  const YamlNode* node = nullptr;
  LexiconId id{};
  const YamlNode* about = nullptr;
  std::vector<EntrySource> entries;
  std::vector<ExampleSource> examples;
  bool override_builtin = false;
};

struct GrammarSource {
  std::vector<std::unique_ptr<YamlNode>> trees;
  std::vector<DefinitionSource> definitions;
  std::vector<RuleSource> rules;
  std::vector<LexiconSource> lexicons;
};

// Reads all files, one after the other; problems go to `log`.
GrammarSource read_grammar_source(std::size_t file_count, ProblemLog& log);

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_GRAMMAR_SOURCE_H_
