#include "outline/tree.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "layout/lines.h"
#include "layout/title_lines.h"
#include "text/utf8.h"

namespace scp {
namespace {

struct SchemeName {
  std::string_view name;
  Scheme scheme;
};
constexpr std::array kSchemeNames = {
    SchemeName{"part", Scheme::kPart},       SchemeName{"chapter", Scheme::kChapter},
    SchemeName{"section", Scheme::kSection}, SchemeName{"subsection", Scheme::kSubsection},
    SchemeName{"article", Scheme::kArticle}, SchemeName{"clause", Scheme::kNumber},
};

Scheme scheme_named(std::string_view name) {
  for (const SchemeName& entry : kSchemeNames) {
    if (entry.name == name) return entry.scheme;
  }
  return Scheme::kNone;
}

// No heading is longer, whatever it looks like: facts below a heading repeat it.
constexpr std::size_t kLongestTitle = 2000;  // bytes

bool ends_with_any(std::string_view text, std::string_view marks) {
  return !text.empty() && marks.find(text.back()) != std::string_view::npos;
}

}  // namespace

void TreeBuilder::begin_instrument() {
  open_.clear();
  floor_ = 0;
  quotation_end_ = quotation_ = 0;
}

// What is quoted is a list of its own below those open around it.
void TreeBuilder::begin_quotation(std::uint32_t block, bool after_colon) {
  const auto mark = quotations_.opening_in(layout_.blocks[block], after_colon);
  if (!mark.has_value()) return;
  quotation_end_ = quotations_.end_of(block, *mark, open_, outline_.nodes);
  if (quotation_end_ == 0) return;
  quotation_ = ++quotation_count_;
  floor_ = open_.size();
}

void TreeBuilder::end_quotation() {
  if (quotation_end_ != 0) open_.resize(floor_);
  floor_ = 0;
  quotation_end_ = quotation_ = 0;
}

bool TreeBuilder::quotes_at_once(std::uint32_t block) const {
  if (outline_.nodes.empty()) return false;
  const Range said = outline_.nodes.back().whole();
  if (!ends_with_any(layout_.flow.text(said), ":")) return false;
  const auto mark = quotations_.opening_in(layout_.blocks[block], true);
  return mark.has_value() && *mark == layout_.blocks[block].range.begin;
}

TreeBuilder::Label TreeBuilder::read_label(const Block& block) const {
  const Flow& flow = layout_.flow;
  constexpr std::size_t kLongestNumber = 40;  // bytes; the ids of all below begin with it
  RuleMatch match;
  const Rule* rule =
      first_match(*layout_.grammar, RuleSet::kEnumerator, flow.text(), block.range, match);
  if (rule != nullptr && match.text(Field::kNumber).size() <= kLongestNumber) {
    Label label;
    label.enumerator.scheme = scheme_named(rule->value(Field::kScheme));
    std::string_view number = match.text(Field::kNumber);
    const std::string_view fixed = rule->value(Field::kNumber);
    if (fixed.data() != nullptr) number = fixed;
    const Enumerator inner = read_enumerator(number, 0);
    label.enumerator.value = inner.value.empty() ? std::string(number) : inner.value;
    label.enumerator.ordinal = inner.ordinal;
    label.body = flow.trimmed({match.end, block.range.end});
    return label;
  }
  if (block.enumerator.empty()) return {{}, block.range};
  char after = 0;
  for (const std::uint32_t open : open_) {
    const Node& node = outline_.nodes[open];
    if (node.scheme == Scheme::kCapital && node.enumerator.size() == 1) after = node.enumerator[0];
  }
  const Enumerator enumerator = read_enumerator(flow.text(block.enumerator), after);
  Label label = point_of_number(block, enumerator);
  return label.body.empty() ? Label{settled(enumerator), block.body} : label;
}

// "2.1.a." is point a below 2.1 where that is open, else one more number. An empty body where the
// label is no such.
TreeBuilder::Label TreeBuilder::point_of_number(const Block& block,
                                                const Enumerator& enumerator) const {
  const bool number = enumerator.scheme >= Scheme::kNumber && enumerator.scheme <= Scheme::kDotted3;
  const std::string_view flow = layout_.flow.text().substr(0, block.range.end);
  const std::uint32_t at = block.enumerator.end;
  if (!number || block.body.begin != at || at >= flow.size() || flow[at - 1] != '.') return {};
  const CodePoint letter = decode(flow, at);
  const std::size_t mark = at + letter.length;
  if (!is_letter(letter.value) || !is_lower(letter.value) || mark + 1 >= flow.size()) return {};
  if ((flow[mark] != '.' && flow[mark] != ')') || flow[mark + 1] != ' ') return {};
  const std::string point(flow.substr(at, letter.length));
  const Range body = layout_.flow.trimmed({static_cast<std::uint32_t>(mark) + 1, block.range.end});
  const bool below = std::any_of(open_.begin(), open_.end(), [&](std::uint32_t open) {
    return outline_.nodes[open].enumerator == enumerator.value;
  });
  if (below) return {{Scheme::kLetter, point, point_ordinal(point)}, body};
  return {{enumerator.scheme, enumerator.value + "." + point, 0}, body};
}

bool TreeBuilder::is_heading(const Block& block, Scheme scheme, Range body) const {
  constexpr std::size_t kLongestHeading = 400;  // bytes
  if (body.size() > kLongestTitle) return false;
  if (scheme == Scheme::kNone || body.empty()) return false;
  const std::string_view text = layout_.flow.text(body);
  if (block.capitals || block.heading) return true;
  if (text.size() > kLongestHeading) return false;
  if (ends_with_any(text, ":")) return text.size() < kLongestHeading / 2;
  constexpr std::size_t kLongestBold = 150;  // bytes, of what ends like a sentence
  if (block.bold && (text.size() <= kLongestBold || !ends_with_any(text, ".;/"))) return true;
  constexpr std::size_t kLongestPlain = 300;  // bytes, of what nothing marks as a heading
  return text.size() <= kLongestPlain && !ends_with_any(text, ".;,/");
}

bool TreeBuilder::is_closing(Range text) const {
  const std::span<const Word> words = layout_.words_in(text);
  LexiconMatch match;
  return !words.empty() &&
         layout_.grammar->lexicon(LexiconId::kClosing).longest_at(words, 0, match);
}

bool TreeBuilder::begins_with_verb(Range heading) const {
  RuleMatch match;
  const Rule* rule =
      first_match(*layout_.grammar, RuleSet::kAssignment, layout_.flow.text(), heading, match);
  if (rule == nullptr) return false;
  const std::string_view role = rule->value(Field::kRole);
  return role == "verb" || role == "act";
}

// "Tổ chức triển khai ứng dụng các tiến bộ khoa học": what is carried out is no document.
bool TreeBuilder::does_more(Range heading, std::span<const Word> words, std::size_t at) const {
  constexpr std::size_t kFewWords = 2;
  if (at + kFewWords >= words.size() || words[at].connector || words[at].stop) return false;
  if (all_capitals(layout_.flow.text(heading)) || !begins_with_verb(heading)) return false;
  LexiconMatch match;
  return !layout_.grammar->lexicon(LexiconId::kDocumentKinds).longest_at(words, at, match);
}

bool TreeBuilder::orders(Range heading) const {
  RuleMatch match;
  const Rule* rule =
      first_match(*layout_.grammar, RuleSet::kAssignment, layout_.flow.text(), heading, match);
  if (rule == nullptr || rule->value(Field::kRole) != "order") return false;
  const std::span<const Word> words = layout_.words_in({match.end, heading.end});
  LexiconMatch body;
  return !words.empty() &&
         (layout_.grammar->lexicon(LexiconId::kAgencies).longest_at(words, 0, body) ||
          stem_at(*layout_.grammar, words, 0, body));
}

std::string_view TreeBuilder::section_role(Range heading) const {
  const Lexicon& roles = layout_.grammar->lexicon(LexiconId::kSectionRoles);
  const std::span<const Word> words = layout_.words_in(heading);
  LexiconMatch match;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at > 4) break;  // a role named late in a heading is not what the section is about
    if (!roles.longest_at(words, at, match)) continue;
    const std::string_view role = match.entry.value(Field::kRole);
    // "Thông số (chỉ tiêu), tần suất": another word for what stands before it.
    const std::string_view before = layout_.flow.text(Range{heading.begin, words[at].begin});
    if (before.ends_with('(')) continue;
    // "Hoàn thành mục tiêu …" says what to do, not what to reach.
    const bool aims = role.starts_with("goals") || role == "purpose";
    if (at > 0 && aims && begins_with_verb(heading)) return {};
    if (at == 0 && role == "purpose" && orders(heading)) return {};  // "Yêu cầu Sở A:"
    return role == "organisation" && does_more(heading, words, match.end_word) ? std::string_view{}
                                                                               : role;
  }
  return {};
}

void TreeBuilder::add(std::uint32_t block_index) {
  if (block_index >= quotation_end_) end_quotation();
  if (quotation_end_ == 0 && quotes_at_once(block_index)) begin_quotation(block_index, true);
  add_block(block_index);
  if (quotation_end_ == 0) begin_quotation(block_index, false);
}

void TreeBuilder::add_block(std::uint32_t block_index) {
  const Block& block = layout_.blocks[block_index];
  const auto instrument = static_cast<std::uint32_t>(outline_.instruments.size() - 1);
  outline_.instrument_of[block_index] = instrument;
  if (block.kind == BlockKind::kTable) {
    outline_.node_of[block_index] = open_.empty() ? kNoNode : open_.back();
    return;
  }
  Label label = block.note ? Label{{}, block.range} : read_label(block);
  Node node;
  node.form = block.note;
  node.block = block_index;
  node.instrument = instrument;
  node.quotation = quotation_;
  node.scheme = label.enumerator.scheme;
  node.kind = node_kind(node.scheme);
  node.enumerator = label.enumerator.value;
  node.ordinal = label.enumerator.ordinal;
  if (is_heading(block, node.scheme, label.body)) {
    node.heading = label.body;
    node.role = section_role(label.body);
  } else {
    node.text = label.body;
  }
  if (block.note) return add_paragraph(std::move(node));
  // The heading of Chương I may stand in the next paragraph.
  if (node.scheme == Scheme::kNone && !open_.empty()) {
    Node& above = outline_.nodes[open_.back()];
    const bool bare = above.scheme != Scheme::kNone && above.heading.empty() &&
                      above.text.empty() && above.children.empty() &&
                      label.body.size() <= kLongestTitle;
    const bool article = above.scheme == Scheme::kArticle;
    if (bare && (above.scheme <= Scheme::kSubsection || article)) {
      // An article may have its sentence there as well.
      const bool sentence = article && ends_with_any(layout_.flow.text(label.body), ".;,");
      (sentence ? above.text : above.heading) = label.body;
      if (!sentence) above.role = section_role(label.body);
      outline_.node_of[block_index] = open_.back();
      return;
    }
  }
  if (node.scheme == Scheme::kNone && stands_as_heading(block)) {
    node.heading = label.body;
    node.text = {};
    node.role = section_role(label.body);
    label.enumerator.scheme = node.scheme = heading_scheme(node.role);
    node.kind = node_kind(node.scheme);
    if (node.scheme == Scheme::kHeading && block.capitals) close_capitals(node.role);
  }
  node.scheme == Scheme::kNone ? add_paragraph(std::move(node))
                               : place(label.enumerator, std::move(node));
}

std::uint32_t TreeBuilder::push(Node node, std::uint32_t parent) {
  const auto index = static_cast<std::uint32_t>(outline_.nodes.size());
  node.parent = parent;
  outline_.node_of[node.block] = index;
  if (parent == kNoNode) {
    outline_.instruments[node.instrument].roots.push_back(index);
  } else {
    outline_.nodes[parent].children.push_back(index);
  }
  outline_.nodes.push_back(std::move(node));
  return index;
}

// b1) stands below b) where that announces a list, as the items after it do; anywhere else it was
// put in after b).
Enumerator TreeBuilder::below_its_letter(const Enumerator& enumerator) const {
  const Enumerator item = as_sub_letter(enumerator);
  if (item.scheme == enumerator.scheme) return enumerator;
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    const Node& node = outline_.nodes[*open];
    if (node.enumerator.empty()) continue;
    const bool same = node.enumerator.front() == item.value.front();
    if (node.scheme == Scheme::kSubLetter) return same ? item : enumerator;
    if (node.scheme != Scheme::kLetter) continue;
    const bool announced = ends_with_any(layout_.flow.text(node.whole()), ":");
    return announced && same ? item : enumerator;
  }
  return enumerator;
}

// (1) after a) begins a list below it, unless such numbers stand around it.
Enumerator TreeBuilder::in_parens(Enumerator enumerator) const {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    const Node& node = outline_.nodes[*open];
    if (node.scheme == Scheme::kInParens) break;
    const bool goes_on = node.scheme == Scheme::kInnerParens;
    if (!goes_on && (node.scheme != Scheme::kLetter || enumerator.ordinal != 1)) continue;
    enumerator.scheme = Scheme::kInnerParens;
    break;
  }
  return enumerator;
}

// i) after h) is a letter, anywhere else the first of a list i) ii) iii); so are v) and x) after
// the numerals before them.
Enumerator TreeBuilder::settled(Enumerator enumerator) const {
  if (enumerator.scheme == Scheme::kInParens) return in_parens(std::move(enumerator));
  const Enumerator numeral = as_small_roman(enumerator);
  if (numeral.scheme == enumerator.scheme) return below_its_letter(enumerator);
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    const Node& node = outline_.nodes[*open];
    if (node.scheme == Scheme::kSmallRoman && node.ordinal + 1 == numeral.ordinal) return numeral;
    if (node.scheme != Scheme::kLetter) continue;
    return node.ordinal + 1 == enumerator.ordinal || numeral.ordinal != 1 ? enumerator : numeral;
  }
  return numeral.ordinal == 1 ? numeral : enumerator;
}

// A heading without a number: it stands out by its style, or it names what a section holds.
bool TreeBuilder::stands_as_heading(const Block& block) const {
  constexpr std::size_t kLongestHeading = 200;  // bytes
  if (block.role.data() != nullptr || block.range.size() > kLongestHeading) return false;
  const std::string_view text = layout_.flow.text(block.range);
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos && colon + 1 != text.size()) return false;
  if (ends_with_any(text, ".;,/") || is_closing(block.range)) return false;
  if (somebody_speaks(*layout_.grammar, text)) return false;
  if (block.bold || block.heading) return true;
  return block.capitals && section_role(block.range).data() != nullptr;
}

// Among numbered sections a heading without a number is part of one of them; where there are none,
// it opens a section if it names what that holds.
Scheme TreeBuilder::heading_scheme(std::string_view role) const {
  if (role.data() == nullptr) return Scheme::kHeading;
  const Scheme outer = open_.empty() ? Scheme::kNone : outline_.nodes[open_.front()].scheme;
  return outer <= Scheme::kTitled || outer == Scheme::kHeading ? Scheme::kTitled : Scheme::kHeading;
}

// A heading in capitals that names what its section holds stands beside the last heading in
// capitals, not somewhere below it.
void TreeBuilder::close_capitals(std::string_view role) {
  if (role.data() == nullptr) return;
  const auto around = open_.rend() - static_cast<std::ptrdiff_t>(floor_);
  const auto last = std::find_if(open_.rbegin(), around, [&](std::uint32_t open) {
    const Node& node = outline_.nodes[open];
    return !node.heading.empty() && layout_.blocks[node.block].capitals;
  });
  if (last != around) open_.erase(std::prev(last.base()), open_.end());
}

// Where a numbered node goes among the open ones; those that it closes are closed.
void TreeBuilder::make_room(const Enumerator& enumerator) {
  const Scheme scheme = enumerator.scheme;
  const auto around = open_.rend() - static_cast<std::ptrdiff_t>(floor_);
  const auto node_at = [&](std::uint32_t open) -> const Node& { return outline_.nodes[open]; };
  // 1.1 belongs to 1, however that is written.
  if (scheme == Scheme::kDotted2 || scheme == Scheme::kDotted3) {
    const std::string_view prefix =
        std::string_view(enumerator.value).substr(0, enumerator.value.rfind('.'));
    const auto above = std::find_if(open_.rbegin(), around, [&](std::uint32_t open) {
      return node_at(open).enumerator == prefix && node_at(open).scheme >= Scheme::kNumber;
    });
    if (above != around) {
      open_.erase(above.base(), open_.end());
      return;
    }
  }
  const auto same_scheme = [&](std::uint32_t open) { return node_at(open).scheme == scheme; };
  // A list that begins after a colon stands below what announces it: "• Giai đoạn 2021-2025:" above
  // items with a plus, where no list of those is open.
  const bool begins =
      enumerator.ordinal == 1 ||
      (scheme >= Scheme::kDash && std::none_of(open_.rbegin(), around, same_scheme));
  if (begins && scheme >= Scheme::kNumber && !open_.empty()) {
    const Scheme last = node_at(open_.back()).scheme;
    const Range said = outline_.nodes.back().whole();
    const bool announced = ends_with_any(layout_.flow.text(said), ":");
    if (last != scheme && last > scheme && last != Scheme::kHeading && announced) return;
  }
  auto same = std::find_if(open_.rbegin(), around, [&](std::uint32_t open) {
    return same_scheme(open) && node_at(open).ordinal + 1 == enumerator.ordinal;
  });
  if (same == around) same = std::find_if(open_.rbegin(), around, same_scheme);
  if (same != around) {
    open_.erase(std::next(same).base(), open_.end());
    return;
  }
  while (open_.size() > floor_ && node_at(open_.back()).scheme > scheme) {
    // Numbered items begin anew below a heading without a number.
    if (node_at(open_.back()).scheme == Scheme::kHeading && scheme >= Scheme::kNumber) break;
    open_.pop_back();
  }
}

void TreeBuilder::place(const Enumerator& enumerator, Node node) {
  make_room(enumerator);
  const std::uint32_t parent = open_.empty() ? kNoNode : open_.back();
  open_.push_back(push(std::move(node), parent));
}

// A paragraph without a number belongs to the nearest open node that is more than a list item; a
// closing clause belongs to the outermost section.
void TreeBuilder::add_paragraph(Node node) {
  while (open_.size() > floor_ && outline_.nodes[open_.back()].kind == NodeKind::kBullet &&
         outline_.nodes[open_.back()].heading.empty()) {
    open_.pop_back();
  }
  if (is_closing(node.text)) {
    while (open_.size() > std::max<std::size_t>(floor_, 1)) open_.pop_back();
  }
  push(std::move(node), open_.empty() ? kNoNode : open_.back());
}

std::string TreeBuilder::path_of(const Node& node, std::uint32_t position) const {
  std::string own = node.enumerator;
  if (node.kind == NodeKind::kBullet) own = "-" + std::to_string(position);
  if (node.kind == NodeKind::kParagraph) own = "p" + std::to_string(position);
  if (node.scheme == Scheme::kHeading || node.scheme == Scheme::kTitled)
    own = "h" + std::to_string(position);
  if (node.scheme == Scheme::kDotted2 || node.scheme == Scheme::kDotted3) {
    // 2.1 under 2 adds only its own last number.
    const Node* parent = node.parent == kNoNode ? nullptr : &outline_.nodes[node.parent];
    const std::string prefix = parent == nullptr ? "" : parent->enumerator + ".";
    if (parent != nullptr && own.compare(0, prefix.size(), prefix) == 0)
      own = own.substr(prefix.size());
  }
  if (node.parent != kNoNode) return outline_.nodes[node.parent].id + "." + own;
  return own;
}

void TreeBuilder::give_ids() {
  std::unordered_map<std::string, std::uint32_t> used;
  std::unordered_map<std::string_view, std::uint32_t> appendices;
  std::vector<std::string> prefixes;
  for (const InstrumentPart& part : outline_.instruments) {
    const std::string_view prefix =
        part.kind.valid() ? part.kind.value(Field::kIdPrefix) : std::string_view{};
    std::string text(prefix);
    const std::uint32_t count = prefix.empty() ? 0 : ++appendices[prefix];
    if (count > 1) text += std::to_string(count);
    prefixes.push_back(text.empty() ? "" : text + ".");
  }
  std::unordered_map<std::uint64_t, std::uint32_t> counters;  // (parent, kind) → position
  for (std::uint32_t i = 0; i < outline_.nodes.size(); ++i) {
    Node& node = outline_.nodes[i];
    const std::uint64_t place =
        node.parent == kNoNode ? 0x80000000ULL + node.instrument : node.parent;
    const std::uint32_t position = ++counters[(place << 8) | static_cast<std::uint64_t>(node.kind)];
    node.id = path_of(node, position);
    if (node.parent == kNoNode) node.id = prefixes[node.instrument] + node.id;
    const std::uint32_t times = ++used[node.id];
    if (times > 1) node.id += "~" + std::to_string(times);
  }
}

// "5. Văn phòng Ủy ban nhân dân tỉnh." above its points: the name of a body, and nothing else.
bool TreeBuilder::names_body(Range text) const {
  constexpr std::size_t kLongest = 160;  // bytes
  if (text.empty() || text.size() > kLongest) return false;
  const std::span<const Word> words = layout_.words_in(text);
  LexiconMatch match;
  if (words.empty() || !layout_.grammar->lexicon(LexiconId::kAgencies).longest_at(words, 0, match))
    return false;
  const Range rest{words[match.end_word - 1].end, text.end};
  return layout_.flow.text(rest).find_first_not_of(" .:;,") == std::string_view::npos;
}

void TreeBuilder::finish() {
  for (Node& node : outline_.nodes) {
    if (node.heading.empty() && node.scheme >= Scheme::kNumber && !node.children.empty() &&
        names_body(node.text)) {
      std::swap(node.heading, node.text);
    }
    const Block& block = layout_.blocks[node.block];
    const bool bare = node.scheme == Scheme::kHeading && node.children.empty();
    if (bare && node.role.data() == nullptr) {  // nothing stands below it
      node.scheme = Scheme::kNone;
      node.kind = NodeKind::kParagraph;
      node.text = node.heading;
      node.heading = {};
    }
    const bool item = node.scheme >= Scheme::kNumber && node.children.empty() && !block.capitals;
    if (item && !node.heading.empty() && node.role.data() == nullptr) {
      node.text = node.heading;
      node.heading = {};
    }
  }
  give_ids();
}

}  // namespace scp
