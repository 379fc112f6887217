// A YAML file as a tree in which every node knows its place.
//
// Stands between the YAML library and everything else. Holds: duplicate keys, anchors, aliases,
// tags and second documents are problems; depth, nodes and size are limited, whatever the file.
#ifndef SCPPARSE_GRAMMAR_YAML_TREE_H_
#define SCPPARSE_GRAMMAR_YAML_TREE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "grammar/problem_log.h"

namespace scp {

struct YamlPair;

struct YamlNode {
  enum class Kind : std::uint8_t { kNull, kScalar, kList, kMap };
  Kind kind = Kind::kNull;
  Spot spot;
  bool plain = false;  // a scalar without quotes
  std::string text;
  std::vector<YamlNode> items;
  std::vector<YamlPair> pairs;

  const YamlNode* find(std::string_view key) const;
};

struct YamlPair {
  std::string key;
  Spot key_spot;
  YamlNode value;
};

inline constexpr std::size_t kMaxGrammarFileBytes = std::size_t{1} << 20;
inline constexpr std::size_t kMaxYamlDepth = 16;
inline constexpr std::size_t kMaxYamlNodes = 100'000;

// The tree of files[file]; nothing when it could not be read, with the reason in `log`.
std::optional<YamlNode> read_yaml(std::uint32_t file, ProblemLog& log);

// Where byte `value_offset` of a scalar's value stands in the file.
Spot spot_inside(const std::string& file_text, const YamlNode& scalar, std::size_t value_offset);

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_YAML_TREE_H_
