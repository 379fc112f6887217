// What every extractor works with: the stages before it, and the document it fills.
//
// Strings given out by keep() live in the document's arena. claim() notes that a range of the flow
// was read into a fact, for the count of what was read. One context belongs to one parse.
#ifndef SCPPARSE_FACTS_CONTEXT_H_
#define SCPPARSE_FACTS_CONTEXT_H_

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/grammar.h"
#include "layout/blocks.h"
#include "layout/lines.h"
#include "outline/outline.h"
#include "scpparse/document.h"
#include "support/arena.h"

namespace scp {

// Makes ids unique within one list: the second "V.2" becomes "V.2~2".
class UniqueIds {
 public:
  std::string operator()(std::string id);

 private:
  std::unordered_map<std::string, std::uint32_t> times_;  // how often each was asked for
};

// Where in the flow rules of a set may match, and which: the same words are searched for one thing
// after another, so the places are listed once, and the rules of each worked out when asked for.
class RulePlaces {
 public:
  explicit RulePlaces(const Layout& layout) : layout_(layout) {}
  struct Place {
    std::uint32_t begin = 0;  // of a token of the flow
    std::uint32_t rules = kUnknown;
  };
  // Those that begin in `range`.
  std::span<Place> in(RuleSet set, Range range);
  // The rules of the set that may begin there; after the last one stands null. Valid until the
  // next call.
  const Rule* const* rules_at(RuleSet set, Place& place);

 private:
  static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;
  struct Places {
    std::vector<Place> all;
    PlaceIndex index;
  };
  void list(RuleSet set, Places& places);

  const Layout& layout_;
  RuleSets listed_ = 0;
  std::array<Places, kRuleSetCount> places_;
  std::vector<const Rule*> rules_;
};

// Texts cut into sentences, each once.
class Sentences {
 public:
  explicit Sentences(const Flow& flow) : flow_(flow) {}
  const std::vector<Range>& of(Range range);

 private:
  const Flow& flow_;
  std::unordered_map<std::uint64_t, std::vector<Range>> known_;  // by begin and end
};

// Brings facts into the order of the text; those of one place stay as they are.
template <class Fact>
void sort_by_place(std::vector<Fact>& facts) {
  const auto before = [](const Fact& a, const Fact& b) {
    return a.at.first.begin < b.at.first.begin;
  };
  if (std::is_sorted(facts.begin(), facts.end(), before)) return;  // as nearly always
  std::stable_sort(facts.begin(), facts.end(), before);
}

struct FactContext {
  FactContext(const Outline& outline_in, Arena& arena_in, Document& document_in)
      : outline(outline_in),
        layout(*outline_in.layout),
        flow(layout.flow),
        grammar(*layout.grammar),
        arena(arena_in),
        document(document_in),
        rule_places(layout),
        sentences(flow) {}

  const Outline& outline;
  const Layout& layout;
  const Flow& flow;
  const Grammar& grammar;
  Arena& arena;
  Document& document;
  std::vector<Range> claimed;  // ranges of the flow that were read into facts
  mutable RulePlaces rule_places;
  mutable Sentences sentences;
  UniqueIds task_ids;  // rows of tables and nodes may have the same path
  UniqueIds goal_ids;

  std::string_view text(Range range) const { return flow.text(range); }
  std::string_view keep(std::string_view text) { return arena.put(text); }
  std::string_view keep(Range range) { return arena.put(flow.text(flow.trimmed(range))); }
  // Null for an empty range.
  std::string_view keep_or_null(Range range) {
    const Range inner = flow.trimmed(range);
    return inner.empty() ? std::string_view{} : arena.put(flow.text(inner));
  }
  Place at(Range range) const { return flow.place(range); }
  void claim(Range range) { claimed.push_back(range); }
  // What the line rule of a block captured; null where the field took no part.
  std::string_view captured(const Block& block, Field field) const {
    const RuleMatch::Capture& c = block.match()[field];
    return c.set ? flow.text(Range{c.begin, c.end}) : std::string_view{};
  }
  const Block& block(std::uint32_t index) const { return layout.blocks[index]; }
  const Node& node(std::uint32_t index) const { return outline.nodes[index]; }
  // Paragraphs without a number before any section: the preamble, but in what is nothing but orders
  // (letters, directives, notices) the text itself.
  bool in_preamble(const Node& node) const {
    if (node.parent != kNoNode || node.scheme != Scheme::kNone) return false;
    return !block(node.block).role.empty() || !gives_orders(node);
  }
  bool gives_orders(const Node& node) const {
    const Entry kind = outline.instruments[node.instrument].kind;
    const std::string_view role = kind.valid() ? kind.value(Field::kRole) : std::string_view{};
    return role == "letter" || role == "orders";
  }
  // All of a node, whose text may stand in the paragraph after its number.
  Range range_of(const Node& node) const {
    const Range first = block(node.block).range;
    return {first.begin, std::max(first.end, node.text.end)};
  }

  // The first rule of the set that matches at `range.begin`, within `range`.
  const Rule* match(RuleSet set, Range range, RuleMatch& out, bool whole = false) const {
    if (!layout.may_match(set, range.begin)) return nullptr;
    return first_match(grammar, set, flow.text(), range, out, whole);
  }
  // The same for the rules of one role only; a null role takes any.
  const Rule* match_role(RuleSet set, Range range, std::string_view role, RuleMatch& out) const;
  // What follows the words that give or open an order ("Giao", "Đồng thời,"); `ordered` is set
  // where one gives it.
  Range after_orders(Range sentence, bool& ordered) const;
  // The first place in `range`, at the beginning of a token, where a rule of the set with this
  // role matches; a null role takes any. Null when there is none.
  const Rule* search(RuleSet set, Range range, RuleMatch& out, std::string_view role = {}) const;
};

// Makes `at` reach over `more` too; its pieces stay in the order of the text and apart.
void add_place(Place& at, const Place& more);

}  // namespace scp

#endif  // SCPPARSE_FACTS_CONTEXT_H_
