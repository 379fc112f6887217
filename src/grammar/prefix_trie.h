// Makes the trie on which rules are dispatched by how their matches can begin.
//
// add() takes the rules one by one; finish() fills the sections of the image. The trie is
// compressed: a node stands only where beginnings part or end, and what is the same below two
// nodes is there once ("a day" after "before", "until" and "no later than").
#ifndef SCPPARSE_GRAMMAR_PREFIX_TRIE_H_
#define SCPPARSE_GRAMMAR_PREFIX_TRIE_H_

#include <compare>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
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
  // A node as it is told from others.
  struct Content {
    std::vector<std::uint32_t> label;
    std::vector<std::uint32_t> rules;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;  // symbol, node
    auto operator<=>(const Content&) const = default;
  };
  // Records of one range share their first `depth` symbols, of which the label of their node begins
  // at `label_begin`.
  Content build(std::size_t first, std::size_t last, std::size_t label_begin, std::size_t depth);
  std::uint32_t place(Content content);
  image::PrefixNode laid_out(const Content& content);
  image::Range put(std::vector<std::uint32_t>& section, const std::vector<std::uint32_t>& list);

  std::vector<Record> records_;
  std::map<Content, std::uint32_t> placed_;
  using List = std::pair<const std::vector<std::uint32_t>*, std::vector<std::uint32_t>>;
  std::map<List, std::uint32_t> lists_;          // where each list of a section begins
  std::map<std::uint32_t, std::uint32_t> sets_;  // of each rule
};

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_PREFIX_TRIE_H_
