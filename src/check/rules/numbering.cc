#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "check/rules/rules.h"
#include "check/sequence.h"
#include "text/utf8.h"

namespace scp::rules {
namespace {

constexpr std::uint32_t kBarredD = 5;  // d with a stroke, by its place in the order of points

struct NodeBreak {
  bool gap = false;
  std::uint32_t node = 0;
  std::uint32_t previous = 0;  // the node itself when nothing stands before it
};

// Articles and chapters are numbered through the whole instrument, whatever stands above them.
bool numbered_through(const Node& node) {
  return node.quotation == 0 &&
         (node.scheme == Scheme::kArticle || node.scheme == Scheme::kChapter);
}

// Schemes of the highest sections: a list of these that does not begin with the first is damaged.
bool begins_with_first(Scheme scheme) {
  return scheme == Scheme::kPart || scheme == Scheme::kChapter || scheme == Scheme::kArticle ||
         scheme == Scheme::kRoman;
}

class NumberingReader {
 public:
  explicit NumberingReader(const CheckContext& context) : context_(context) {}

  std::vector<NodeBreak> run() {
    const Outline& outline = context_.outline;
    for (const InstrumentPart& part : outline.instruments) siblings(part.roots, true);
    for (const Node& node : outline.nodes) siblings(node.children, false);
    through();
    return std::move(breaks_);
  }

 private:
  // 1.1 and 2.1 are lists of their own, and so are "Bước 1." and "1."
  struct Key {
    Scheme scheme = Scheme::kNone;
    std::string prefix;
    std::uint32_t quotation = 0;  // what is quoted is counted by itself
    auto operator<=>(const Key&) const = default;
  };

  Key key_of(const Node& node) const {
    if (node.scheme == Scheme::kNumber) {
      const std::string_view label = context_.flow.text(context_.label(node));
      return {node.scheme, std::string(label.substr(0, label.find_first_of("0123456789"))),
              node.quotation};
    }
    const bool dotted = node.scheme == Scheme::kDotted2 || node.scheme == Scheme::kDotted3;
    const std::size_t dot = dotted ? node.enumerator.rfind('.') : std::string::npos;
    return {node.scheme, dot == std::string::npos ? "" : node.enumerator.substr(0, dot),
            node.quotation};
  }

  // A year at the beginning of a line looks like a number of a section.
  bool counts(const Node& node) const {
    constexpr std::uint32_t kHighest = 999;
    return !names_blank(node) && node.scheme != Scheme::kNone && node.scheme < Scheme::kDash &&
           node.ordinal != 0 && node.ordinal <= kHighest;
  }

  // Forms number their blanks: "(1) đăng ký môi trường cho (2)" is a sentence about them.
  bool names_blank(const Node& node) const {
    const bool in_parens = node.scheme == Scheme::kInParens || node.scheme == Scheme::kInnerParens;
    if (!in_parens || node.text.empty()) return false;
    const std::string_view text = context_.flow.text(node.text);
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos || open + 2 >= text.size()) return false;
    const bool blank = text[open + 1] >= '0' && text[open + 1] <= '9' && text[open + 2] == ')';
    const CodePoint first = decode(text, 0);
    return blank && is_letter(first.value) && is_lower(first.value);
  }

  void siblings(const std::vector<std::uint32_t>& nodes, bool roots) {
    std::map<Key, std::vector<std::uint32_t>> lists;
    for (const std::uint32_t index : nodes) {
      const Node& node = context_.outline.nodes[index];
      if (counts(node) && !numbered_through(node)) lists[key_of(node)].push_back(index);
    }
    for (const auto& [key, list] : lists) {
      check(list, roots && key.quotation == 0 && begins_with_first(key.scheme)
                      ? FirstOrdinal::kOne
                      : FirstOrdinal::kAny);
    }
  }

  void through() {
    std::map<std::pair<std::uint32_t, Scheme>, std::vector<std::uint32_t>> lists;
    for (std::uint32_t i = 0; i < context_.outline.nodes.size(); ++i) {
      const Node& node = context_.outline.nodes[i];
      if (!counts(node) || !numbered_through(node)) continue;
      lists[{node.instrument, node.scheme}].push_back(i);
    }
    for (const auto& [key, list] : lists) check(list, FirstOrdinal::kOne);
  }

  void check(const std::vector<std::uint32_t>& list, FirstOrdinal first) {
    std::vector<Numbered> items;
    for (const std::uint32_t index : list) {
      const Node& node = context_.outline.nodes[index];
      items.push_back({node.ordinal, introduced(node)});
    }
    for (const SequenceBreak& found : sequence_breaks(items, first)) {
      if (found.gap && within_line(list[found.previous], list[found.at])) continue;
      // The items before it may stand in the table.
      if (!found.gap && behind_table(context_.outline.nodes[list[found.at]])) continue;
      breaks_.push_back({found.gap, list[found.at], list[found.previous]});
    }
  }

  // Forms set short items beside each other: "1. Họ và tên: … 2. Giới tính: …", and converters join
  // the lines of sections.
  bool within_line(std::uint32_t previous, std::uint32_t next) const {
    const Node& before = context_.outline.nodes[previous];
    const Node& after = context_.outline.nodes[next];
    const std::uint32_t from = previous == next ? 0 : before.ordinal;
    if (after.ordinal <= from + 1) return false;
    const std::size_t end = context_.label(after).begin;
    std::size_t at = context_.label(before).end;
    if (previous == next) at = end > kNear ? end - kNear : 0;
    const std::size_t dot = before.enumerator.rfind('.');
    const std::string prefix = dot == std::string::npos ? "" : before.enumerator.substr(0, dot + 1);
    for (std::uint32_t n = from + 1; n < after.ordinal; ++n) {
      const std::string number = written(before.scheme, n);
      if (number.empty()) return false;
      const std::string label = prefix + number + ".";
      at = label_at(label, at, end);
      if (at == std::string_view::npos) return false;
      at += label.size();
    }
    return true;
  }

  // Where the label stands, and not at the end of a longer number or word.
  std::size_t label_at(std::string_view label, std::size_t from, std::size_t end) const {
    const std::string_view text = context_.flow.text().substr(0, end);
    for (std::size_t at = text.find(label, from); at != std::string_view::npos;
         at = text.find(label, at + 1)) {
      const char before = at == 0 ? ' ' : text[at - 1];
      const bool letter = (before >= 'A' && before <= 'Z') || (before >= 'a' && before <= 'z');
      const bool inside = letter || (before >= '0' && before <= '9') || before == '.' ||
                          (static_cast<unsigned char>(before) & 0x80U) != 0;
      const std::size_t next = at + label.size();
      const bool more = next >= text.size() || (text[next] >= '0' && text[next] <= '9');
      if (!inside && !more) return at;
    }
    return std::string_view::npos;
  }

  static std::string written(Scheme scheme, std::uint32_t n) {
    static constexpr std::array<std::string_view, 20> kRoman = {
        "I",  "II",  "III",  "IV",  "V",  "VI",  "VII",  "VIII",  "IX",  "X",
        "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"};
    const bool digits =
        scheme == Scheme::kNumber || scheme == Scheme::kDotted2 || scheme == Scheme::kDotted3;
    if (digits) return std::to_string(n);
    const bool roman = (scheme == Scheme::kRoman || scheme == Scheme::kPart) && n <= kRoman.size();
    return roman ? std::string(kRoman[n - 1]) : std::string{};
  }

  bool behind_table(const Node& node) const {
    return node.block > 0 && context_.layout.blocks[node.block - 1].kind == BlockKind::kTable;
  }

  // A paragraph without a number that announces what follows begins a list of its own.
  bool introduced(const Node& node) const {
    if (node.block == 0) return true;
    const std::uint32_t above = context_.outline.node_of[node.block - 1];
    const Block& block = context_.layout.blocks[node.block - 1];
    if (block.kind == BlockKind::kTable || above == kNoNode) return true;
    if (context_.outline.nodes[above].scheme != Scheme::kNone) return false;
    const std::string_view text = context_.flow.text(block.range);
    return block.bold || block.heading || block.capitals ||
           (!text.empty() && text.back() != '.' && text.back() != ';');
  }

  static constexpr std::size_t kNear = 8192;  // bytes
  const CheckContext& context_;
  std::vector<NodeBreak> breaks_;
};

std::string_view enumerator_of(const CheckContext& context, std::uint32_t node) {
  return context.outline.nodes[node].enumerator;
}

Place label_of(const CheckContext& context, std::uint32_t node) {
  return context.at(context.label(context.outline.nodes[node]));
}

// Whether points are lettered a b c d e in all of the document, and none with a barred d.
bool skips_barred_d(const Outline& outline) {
  return std::none_of(outline.nodes.begin(), outline.nodes.end(), [](const Node& node) {
    return node.scheme == Scheme::kLetter && node.ordinal == kBarredD;
  });
}

// "e" right after "d".
bool follows_d(const Outline& outline, std::uint32_t previous, std::uint32_t node) {
  const Node& here = outline.nodes[node];
  return here.scheme == Scheme::kLetter && here.enumerator == "e" &&
         outline.nodes[previous].enumerator == "d";
}

// Whether the list of `node` goes on to f), which is told by itself.
bool goes_on_to_f(const Outline& outline, std::uint32_t node) {
  const Node& here = outline.nodes[node];
  const std::vector<std::uint32_t>& list = here.parent == kNoNode
                                               ? outline.instruments[here.instrument].roots
                                               : outline.nodes[here.parent].children;
  return std::any_of(std::lower_bound(list.begin(), list.end(), node), list.end(),
                     [&](std::uint32_t next) {
                       return outline.nodes[next].scheme == Scheme::kLetter &&
                              outline.nodes[next].enumerator == "f";
                     });
}

// Letters that the Vietnamese alphabet does not have.
bool foreign_letter(std::string_view letter) {
  constexpr std::string_view kForeign = "fjwz";
  return letter.size() == 1 && kForeign.find(letter[0]) != std::string_view::npos;
}

}  // namespace

void numbering_gap(const CheckContext& context, FindingSink& sink) {
  const bool latin = skips_barred_d(context.outline);
  for (const NodeBreak& found : NumberingReader(context).run()) {
    if (!found.gap) continue;
    if (follows_d(context.outline, found.previous, found.node) &&
        (latin || goes_on_to_f(context.outline, found.node))) {
      continue;
    }
    const Place at = label_of(context, found.node);
    const std::string_view here = enumerator_of(context, found.node);
    if (found.previous == found.node) {
      sink.add(at, MessageId::kRuleNumberingGapMessageFirst, {{"found", here}});
      continue;
    }
    const std::string_view before = enumerator_of(context, found.previous);
    sink.add(at, MessageId::kRuleNumberingGapMessage, {{"found", here}, {"previous", before}})
        .related(label_of(context, found.previous), MessageId::kRuleNumberingGapRelated,
                 {{"previous", before}});
  }
}

void numbering_order(const CheckContext& context, FindingSink& sink) {
  for (const NodeBreak& found : NumberingReader(context).run()) {
    if (found.gap) continue;
    const std::string_view here = enumerator_of(context, found.node);
    const std::string_view before = enumerator_of(context, found.previous);
    const MessageId id = here == before ? MessageId::kRuleNumberingOrderMessageRepeated
                                        : MessageId::kRuleNumberingOrderMessage;
    sink.add(label_of(context, found.node), id, {{"found", here}, {"previous", before}})
        .related(label_of(context, found.previous), MessageId::kRuleNumberingOrderRelated,
                 {{"previous", before}});
  }
}

void enumerator_not_vietnamese(const CheckContext& context, FindingSink& sink) {
  bool any = false;
  for (const Node& node : context.outline.nodes) {
    if (node.scheme != Scheme::kLetter || !foreign_letter(node.enumerator)) continue;
    sink.add(context.at(context.label(node)), MessageId::kRuleEnumeratorNotVietnameseMessage,
             {{"found", node.enumerator}});
    any = true;
  }
  // Where all lists run d e and none goes on to f, that is told once.
  if (any || !skips_barred_d(context.outline)) return;
  for (const NodeBreak& found : NumberingReader(context).run()) {
    if (!found.gap || !follows_d(context.outline, found.previous, found.node)) continue;
    sink.add(label_of(context, found.node), MessageId::kRuleEnumeratorNotVietnameseMessageSkipped)
        .related(label_of(context, found.previous), MessageId::kRuleNumberingGapRelated,
                 {{"previous", "d"}});
    return;
  }
}

}  // namespace scp::rules
