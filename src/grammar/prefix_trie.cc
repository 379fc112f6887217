#include "grammar/prefix_trie.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace scp {
namespace {

std::uint32_t size_of(const auto& list) {
  return static_cast<std::uint32_t>(list.size());
}

}  // namespace

void PrefixTrie::add(std::uint32_t rule, std::uint32_t set, std::vector<Beginning> beginnings) {
  for (Beginning& beginning : beginnings) {
    records_.push_back({std::move(beginning), rule, set});
  }
}

void PrefixTrie::finish() {
  std::sort(records_.begin(), records_.end(), [](const Record& a, const Record& b) {
    return std::tie(a.beginning, a.rule) < std::tie(b.beginning, b.rule);
  });
  nodes.emplace_back();
  build(0, 0, records_.size(), 0);
  for (std::uint32_t i = 0; i < nodes[0].edges.count; ++i) {
    const image::Edge& edge = edges[nodes[0].edges.begin + i];
    const std::size_t place = direct_place(edge.word);
    if (place < kDirectSymbols) direct[place] = static_cast<std::uint16_t>(edge.node);
  }
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as a beginning is long
void PrefixTrie::build(std::uint32_t node, std::size_t first, std::size_t last, std::size_t depth) {
  image::Range own{size_of(rules), 0};
  std::uint16_t sets = 0;
  for (; first < last && records_[first].beginning.size() == depth; ++first) {
    rules.push_back(records_[first].rule);
    sets = static_cast<std::uint16_t>(sets | 1U << records_[first].set);
    ++own.count;
  }
  nodes[node].rules = own;
  nodes[node].sets = sets;
  nodes[node].below = sets;

  struct Child {
    std::size_t first, last;
  };
  std::vector<Child> children;
  for (std::size_t at = first; at < last;) {
    std::size_t end = at;
    const PrefixSymbol symbol = records_[at].beginning[depth];
    while (end < last && records_[end].beginning[depth] == symbol) ++end;
    children.push_back({at, end});
    at = end;
  }
  nodes[node].edges = {size_of(edges), size_of(children)};
  for (const Child& child : children) {
    const PrefixSymbol symbol = records_[child.first].beginning[depth];
    edges.push_back({symbol, size_of(nodes)});
    nodes[node].first |= bit_of_symbol(symbol);
    nodes.emplace_back();
  }
  for (std::size_t i = 0; i < children.size(); ++i) {
    const Child& child = children[i];
    const Beginning& low = records_[child.first].beginning;
    const Beginning& high = records_[child.last - 1].beginning;
    // Sorted, so what the first and the last share, all share.
    std::size_t end = depth + 1;
    while (end < low.size() && end < high.size() && low[end] == high[end]) ++end;
    const std::uint32_t number = edges[nodes[node].edges.begin + i].node;
    nodes[number].label = {size_of(symbols), static_cast<std::uint32_t>(end - depth)};
    symbols.insert(symbols.end(), low.begin() + static_cast<std::ptrdiff_t>(depth),
                   low.begin() + static_cast<std::ptrdiff_t>(end));
    build(number, child.first, child.last, end);
    nodes[node].below = static_cast<std::uint16_t>(nodes[node].below | nodes[number].below);
  }
}

}  // namespace scp
