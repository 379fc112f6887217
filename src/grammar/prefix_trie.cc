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
  for (const Record& record : records_) sets_[record.rule] = record.set;
  nodes.emplace_back();
  nodes[0] = laid_out(build(0, records_.size(), 0, 0));
  for (std::uint32_t i = 0; i < nodes[0].edges.count; ++i) {
    const image::Edge& edge = edges[nodes[0].edges.begin + i];
    const std::size_t place = direct_place(edge.word);
    if (place < kDirectSymbols) direct[place] = static_cast<std::uint16_t>(edge.node);
  }
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as a beginning is long
PrefixTrie::Content PrefixTrie::build(std::size_t first, std::size_t last, std::size_t label_begin,
                                      std::size_t depth) {
  Content content;
  if (first < last) {
    const Beginning& any = records_[first].beginning;
    content.label.assign(any.begin() + static_cast<std::ptrdiff_t>(label_begin),
                         any.begin() + static_cast<std::ptrdiff_t>(depth));
  }
  for (; first < last && records_[first].beginning.size() == depth; ++first) {
    content.rules.push_back(records_[first].rule);
  }
  while (first < last) {
    const Beginning& low = records_[first].beginning;
    std::size_t end = first + 1;
    while (end < last && records_[end].beginning[depth] == low[depth]) ++end;
    const Beginning& high = records_[end - 1].beginning;
    // Sorted, so what the first and the last share, all share.
    std::size_t shared = depth + 1;
    while (shared < low.size() && shared < high.size() && low[shared] == high[shared]) ++shared;
    content.edges.emplace_back(low[depth], place(build(first, end, depth, shared)));
    first = end;
  }
  return content;
}

std::uint32_t PrefixTrie::place(Content content) {
  const auto found = placed_.find(content);
  if (found != placed_.end()) return found->second;
  const std::uint32_t number = size_of(nodes);
  nodes.push_back(laid_out(content));
  placed_.emplace(std::move(content), number);
  return number;
}

image::PrefixNode PrefixTrie::laid_out(const Content& content) {
  image::PrefixNode node;
  node.label = put(symbols, content.label);
  node.rules = put(rules, content.rules);
  for (const std::uint32_t rule : content.rules) {
    node.sets = static_cast<std::uint16_t>(node.sets | 1U << sets_.at(rule));
  }
  node.below = node.sets;
  node.edges = {size_of(edges), size_of(content.edges)};
  for (const auto& [symbol, child] : content.edges) {
    edges.push_back({symbol, child});
    node.first |= bit_of_symbol(symbol);
    node.below = static_cast<std::uint16_t>(node.below | nodes[child].below);
  }
  return node;
}

// Appends a list to a section, unless it stands there already.
image::Range PrefixTrie::put(std::vector<std::uint32_t>& section,
                             const std::vector<std::uint32_t>& list) {
  const auto [known, fresh] = lists_.try_emplace({&section, list}, size_of(section));
  if (fresh) section.insert(section.end(), list.begin(), list.end());
  return {known->second, size_of(list)};
}

}  // namespace scp
