#include "grammar/known_patterns.h"

#include <string>

#include "grammar/grammar_impl.h"

namespace scp {

KnownPatterns::KnownPatterns(const Grammar* grammar) : grammar_(grammar) {
  if (grammar == nullptr) return;
  const image::ImageView& view = Grammar::Impl::of(*grammar).view;
  const auto rules = view.section<image::Rule>(image::kRules);
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    rules_.emplace(std::pair(view.text(rules[i].pattern), rules[i].caseless != 0), i);
  }
  beginnings_.resize(rules.size());
  Beginning path;
  walk(0, path);
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as a beginning is long
void KnownPatterns::walk(std::uint32_t node, Beginning& path) {
  const image::ImageView& view = Grammar::Impl::of(*grammar_).view;
  const image::PrefixNode& here = view.section<image::PrefixNode>(image::kPrefixNodes)[node];
  const auto label = view.part<std::uint32_t>(image::kPrefixSymbols, here.label);
  path.insert(path.end(), label.begin(), label.end());
  for (const std::uint32_t rule : view.part<std::uint32_t>(image::kPrefixRules, here.rules)) {
    beginnings_[rule].push_back(path);
  }
  for (const image::Edge& edge : view.part<image::Edge>(image::kPrefixEdges, here.edges)) {
    walk(edge.node, path);
  }
  path.resize(path.size() - label.size());
}

bool KnownPatterns::has(std::string_view pattern, bool caseless) const {
  return rules_.count({pattern, caseless}) != 0;
}

KnownPattern KnownPatterns::get(std::string_view pattern, bool caseless) const {
  const std::uint32_t index = rules_.at({pattern, caseless});
  const image::ImageView& view = Grammar::Impl::of(*grammar_).view;
  const image::Rule& rule = view.section<image::Rule>(image::kRules)[index];
  KnownPattern known;
  known.beginnings = beginnings_[index];
  known.compiled.ok = true;
  known.compiled.first_bytes = rule.first_bytes;
  const auto code = view.part<std::uint8_t>(image::kCodes, rule.code);
  known.compiled.code.assign(code.begin(), code.end());
  for (const image::Capture& capture : view.part<image::Capture>(image::kCaptures, rule.captures)) {
    const std::string_view name = name_of(static_cast<Field>(capture.field));
    known.compiled.groups.push_back({std::string(name), capture.group});
  }
  return known;
}

}  // namespace scp
