// The trie of beginnings as it lies in an image (see prefix.h and image.h), to be gone down symbol
// by symbol. Points into the image, owns nothing.
#ifndef SCPPARSE_GRAMMAR_PREFIX_WALK_H_
#define SCPPARSE_GRAMMAR_PREFIX_WALK_H_

#include <algorithm>
#include <cstdint>
#include <span>

#include "grammar/image.h"
#include "grammar/prefix.h"

namespace scp {

class PrefixWalk {
 public:
  explicit PrefixWalk(const image::ImageView& view)
      : nodes_(view.section<image::PrefixNode>(image::kPrefixNodes).data()),
        edges_(view.section<image::Edge>(image::kPrefixEdges).data()),
        rules_(view.section<std::uint32_t>(image::kPrefixRules).data()),
        symbols_(view.section<std::uint32_t>(image::kPrefixSymbols).data()),
        direct_(view.section<std::uint16_t>(image::kPrefixDirect).data()) {}

  const image::PrefixNode* root() const { return nodes_; }
  // The symbols that lead to a node; the first is the one that child() was asked for.
  const std::uint32_t* label(const image::PrefixNode& node) const {
    return symbols_ + node.label.begin;
  }
  std::span<const std::uint32_t> rules(const image::PrefixNode& node) const {
    return {rules_ + node.rules.begin, node.rules.count};
  }
  // The node below `node` whose label begins with `symbol`; null when there is none.
  const image::PrefixNode* child(const image::PrefixNode& node, PrefixSymbol symbol) const {
    if ((node.first & bit_of_symbol(symbol)) == 0) return nullptr;
    if (&node == nodes_) {
      const std::size_t place = direct_place(symbol);
      if (place < kDirectSymbols) return direct_[place] == 0 ? nullptr : nodes_ + direct_[place];
    }
    constexpr std::uint32_t kFew = 8;
    const image::Edge* edge = edges_ + node.edges.begin;
    const image::Edge* const end = edge + node.edges.count;
    if (node.edges.count > kFew) {
      edge = std::lower_bound(edge, end, symbol, [](const image::Edge& e, PrefixSymbol wanted) {
        return e.word < wanted;
      });
    } else {
      while (edge != end && edge->word != symbol) ++edge;
    }
    return edge == end || edge->word != symbol ? nullptr : nodes_ + edge->node;
  }

 private:
  const image::PrefixNode* nodes_;
  const image::Edge* edges_;
  const std::uint32_t* rules_;
  const std::uint32_t* symbols_;
  const std::uint16_t* direct_;
};

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_PREFIX_WALK_H_
