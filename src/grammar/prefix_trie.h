// Makes the trie on which rules are dispatched by how their matches can begin.
//
// add() takes the rules one by one; finish() fills the sections of the image. The trie is
// compressed: a node stands only where beginnings part or end.
#ifndef SCPPARSE_GRAMMAR_PREFIX_TRIE_H_
#define SCPPARSE_GRAMMAR_PREFIX_TRIE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/image.h"
#include "grammar/prefix.h"

namespace scp {

class PrefixTrie {
 public:
  void add(std::uint32_t rule, std::uint32_t set, std::vector<Beginning> beginnings);
  void finish();

  // Sections of the image; empty before finish().
  std::vector<image::PrefixNode> nodes;
  std::vector<image::Edge> edges;
  std::vector<std::uint32_t> rules;
  std::vector<std::uint32_t> symbols;
  std::vector<std::uint16_t> direct = std::vector<std::uint16_t>(kDirectSymbols);

 private:
  struct Record {
    Beginning beginning;
    std::uint32_t rule;
    std::uint32_t set;
  };
  // Records of one range share their first `depth` symbols.
  void build(std::uint32_t node, std::size_t first, std::size_t last, std::size_t depth);

  std::vector<Record> records_;
};

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_PREFIX_TRIE_H_
