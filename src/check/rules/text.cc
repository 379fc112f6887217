#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "check/recognised.h"
#include "check/rules/repeats.h"
#include "check/rules/rules.h"
#include "layout/lines.h"
#include "source/line_index.h"
#include "text/utf8.h"

namespace scp::rules {
namespace {

Place place_of(Span span) {
  Place place;
  place.first = span;
  return place;
}

// The original bytes from the end of one place to the end of the next, when nothing but a blank
// stands between them; otherwise an empty span.
Span deletion(const CheckContext& context, const Place& kept, const Place& repeated) {
  if (!kept.more.empty() || !repeated.more.empty()) return {};
  const std::uint32_t gap = repeated.first.begin - kept.first.end;
  const bool wide = context.document.source.encoding.substr(0, 6) == "utf-16";
  if (repeated.first.begin < kept.first.end || gap != (wide ? 2U : 1U)) return {};
  return {kept.first.end, repeated.first.end};
}

MessageId message_for(std::string_view reason) {
  if (reason == "file-path") return MessageId::kRuleStrayTextMessagePath;
  if (reason == "tick") return MessageId::kRuleStrayTextMessageTick;
  return MessageId::kRuleStrayTextMessageStamp;
}

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\xC2\xA0") == std::string_view::npos;
}

// The first line that holds anything; nowhere in a text of blanks.
Place first_line(const CheckContext& context) {
  const std::string_view content = context.text.content;
  std::size_t begin = 0;
  while (begin < content.size()) {
    const std::size_t end = std::min(content.find('\n', begin), content.size());
    if (!blank(content.substr(begin, end - begin))) {
      const auto to = static_cast<std::uint32_t>(end);
      return place_of(context.text.source(static_cast<std::uint32_t>(begin), to));
    }
    begin = end + 1;
  }
  return {};
}

// Merges places that stand on one line or on lines with nothing but empty ones between them.
std::vector<Place> runs_of_lines(const CheckContext& context, const std::vector<Place>& places) {
  std::vector<Place> runs;
  std::uint32_t last_line = 0;
  for (const Place& place : places) {
    const std::uint32_t line = context.line_of(place.first.begin);
    bool joins = !runs.empty() && line >= last_line;
    for (std::uint32_t l = last_line + 1; joins && l < line; ++l) {
      joins = blank(context.document.lines->line_text(l));
    }
    if (joins) {
      runs.back().first.end = place.first.end;
    } else {
      runs.push_back(place_of(place.first));
    }
    last_line = context.line_of(place.first.end);
  }
  return runs;
}

// Items of the organisation section that became no fact.
class UnreadItems {
 public:
  explicit UnreadItems(const CheckContext& context) : context_(context) {
    for (const Task& task : context.document.tasks) facts_.push_back(task.at.first);
    for (const Report& report : context.document.reports) facts_.push_back(report.at.first);
    std::sort(facts_.begin(), facts_.end(), [](Span a, Span b) { return a.begin < b.begin; });
    for (const Citation& citation : context.document.citations) {
      const bool internal = citation.role == CitationRole::kInternal;
      (internal ? internal_ : cited_).push_back(citation.at.first.begin);
    }
    std::sort(internal_.begin(), internal_.end());
    std::sort(cited_.begin(), cited_.end());
  }

  std::vector<Place> run() {
    std::vector<Place> places;
    const std::vector<Node>& nodes = context_.outline.nodes;
    std::vector<bool> read(nodes.size(), false);  // it, or something below it, is a fact
    for (std::size_t i = nodes.size(); i-- > 0;) {
      read[i] = read[i] || holds_fact(context_.at(nodes[i].whole()));
      if (read[i] && nodes[i].parent != kNoNode) read[nodes[i].parent] = true;
    }
    count_siblings(read);
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
      if (!read[i] && suspicious(i)) places.push_back(context_.at(nodes[i].whole()));
    }
    return places;
  }

 private:
  bool holds_fact(const Place& place) const {
    const auto found = std::lower_bound(facts_.begin(), facts_.end(), place.first.begin,
                                        [](Span s, std::uint32_t at) { return s.begin < at; });
    if (found != facts_.end() && found->begin < place.first.end) return true;
    return found != facts_.begin() && std::prev(found)->end > place.first.begin;
  }

  // By list: how many of its numbered items there are, and how many of them are facts.
  void count_siblings(const std::vector<bool>& read) {
    const std::vector<Node>& nodes = context_.outline.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].scheme < Scheme::kNumber || nodes[i].kind == NodeKind::kBullet) continue;
      Siblings& list = siblings_[list_of(nodes[i])];
      ++list.items;
      if (read[i]) ++list.facts;
    }
  }

  static std::uint64_t list_of(const Node& node) {
    const auto scheme = static_cast<std::uint64_t>(node.scheme);
    return std::uint64_t{node.instrument} << 40 | scheme << 32 | node.parent;
  }

  // In a letter, a notice or a directive, in a list half of whose items are orders or more.
  bool among_orders(std::uint32_t index) const {
    const Node& node = context_.outline.nodes[index];
    const Entry kind = context_.outline.instruments[node.instrument].kind;
    const std::string_view role = kind.valid() ? kind.value(Field::kRole) : std::string_view{};
    if ((role != "letter" && role != "orders") || node.kind == NodeKind::kBullet) return false;
    const auto list = siblings_.find(list_of(node));
    if (list == siblings_.end() || list->second.facts * 2 < list->second.items) return false;
    if (!context_.outline.role_above(index).empty()) return false;
    return !tells_of_past(context_.flow.trimmed(node.text));
  }

  // "Ghi nhận, biểu dương …", "Đã hoàn thành …"
  bool tells_of_past(Range text) const {
    const std::string_view subject = context_.flow.text().substr(0, text.end);
    Candidates candidates;
    context_.grammar.candidates(RuleSet::kAssignment, subject, text.begin, candidates);
    RuleMatch match;
    return std::any_of(candidates.begin(), candidates.end(), [&](const Rule* rule) {
      const std::string_view role = rule->value(Field::kRole);
      return (role == "past" || role == "account") &&
             rule->match_at(subject, text.begin, match) == MatchResult::kYes;
    });
  }

  bool refers_inside(const Place& place) const {
    const auto found = std::lower_bound(internal_.begin(), internal_.end(), place.first.begin);
    return found != internal_.end() && *found < place.first.end;
  }

  bool suspicious(std::uint32_t index) const {
    const Node& node = context_.outline.nodes[index];
    if (node.scheme < Scheme::kNumber || node.form || node.text.empty() || !node.heading.empty())
      return false;
    const bool shared_out =
        node.children.empty() && context_.outline.role_above(index) == "organisation";
    if (!shared_out && !among_orders(index)) return false;
    const std::string_view text = context_.flow.text(context_.flow.trimmed(node.text));
    if (letters(text) <= kShortText || text.back() == ':' || closing(text)) return false;
    const Place place = context_.at(node.text);
    return !refers_inside(place) && !names_instrument(place) && !settles(node.text);
  }

  // An item of a list of instruments: "c) Nghị định số …".
  bool names_instrument(const Place& place) const {
    return std::binary_search(cited_.begin(), cited_.end(), place.first.begin);
  }

  // From when documents hold, what they replace, who has to carry them out: nobody's task.
  bool settles(Range text) const {
    constexpr RuleSets kSets = bit_of(RuleSet::kIssue) | bit_of(RuleSet::kAssignment);
    const Range tokens = context_.flow.tokens_in(text);
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if ((context_.layout.token_rules[i] & kSets) == 0) continue;
      const Range rest{context_.flow.tokens()[i].begin, text.end};
      RuleMatch match;
      const Rule* rule =
          first_match(context_.grammar, RuleSet::kIssue, context_.flow.text(), rest, match);
      if (rule != nullptr && settles(rule->value(Field::kRole), rest.begin == text.begin))
        return true;
      rule = first_match(context_.grammar, RuleSet::kAssignment, context_.flow.text(), rest, match);
      if (rule != nullptr && rule->value(Field::kRole) == "closing") return true;
    }
    return false;
  }

  // `first`: the phrase opens the item.
  static bool settles(std::string_view role, bool first) {
    return role == "effective" || role == "transition" || role == "adopted" ||
           (first && role == "clause");
  }

  static std::size_t letters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size() && count <= kShortText; i += decode(text, i).length) {
      ++count;
    }
    return count;
  }

  bool closing(std::string_view text) const {
    constexpr std::size_t kOpening = 120;  // bytes
    std::vector<Word> words;
    split_words(context_.grammar, text.substr(0, kOpening), words);
    LexiconMatch match;
    return !words.empty() &&
           context_.grammar.lexicon(LexiconId::kClosing).longest_at(words, 0, match);
  }

  static constexpr std::size_t kShortText = 40;
  const CheckContext& context_;
  std::vector<Span> facts_;
  std::vector<std::uint32_t> internal_;
  std::vector<std::uint32_t> cited_;
  struct Siblings {
    std::uint32_t items = 0;
    std::uint32_t facts = 0;
  };
  std::unordered_map<std::uint64_t, Siblings> siblings_;
};

}  // namespace

void repeated_words(const CheckContext& context, FindingSink& sink) {
  for (const Repeat& repeat : find_repeats(context)) {
    const Place kept = context.at(repeat.kept);
    const Place repeated = context.at(repeat.repeated);
    const std::string_view words = context.flow.text(repeat.repeated);
    FindingBuilder finding =
        sink.add(repeated, MessageId::kRuleRepeatedWordsMessage, {{"words", words}});
    finding.related(kept, MessageId::kRuleRepeatedWordsRelated);
    const Span cut = deletion(context, kept, repeated);
    if (!cut.empty()) finding.fix(cut, "", false);
  }
}

void stray_text(const CheckContext& context, FindingSink& sink) {
  for (const Furniture& part : context.layout.furniture) {
    const bool stray =
        part.reason == "file-path" || part.reason == "stamp" || part.reason == "tick";
    if (!stray) continue;
    const Span span = context.text.source(part.content.begin, part.content.end);
    const std::string_view text =
        std::string_view(context.text.content).substr(part.content.begin, part.content.size());
    sink.add(place_of(span), message_for(part.reason), {{"text", text}})
        .fix(span, "", part.reason != "stamp");
  }
  for (const Mark& mark : context.text.marks) {
    if (mark.kind != MarkKind::kStray) continue;
    sink.add(place_of(mark.source), MessageId::kRuleStrayTextMessageMarkup)
        .fix(mark.source, "", true);
  }
}

namespace {

// The letters and figures of a text, without case.
std::string squeezed(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) || is_digit(c)) append(result, lower(c));
  }
  return result;
}

// Columns of tables of tasks whose headers nothing knows, so that their cells are in no fact; each
// header once. A header that is a time, "2026", has marks below it.
std::vector<Range> unknown_columns(const CheckContext& context) {
  std::vector<Range> headers;
  std::unordered_set<std::string> seen;
  for (const TableBlock* table : context.task_tables()) {
    for (std::size_t i = 0; i < table->columns.size(); ++i) {
      const TableColumnInfo& column = table->columns[i];
      const Range header = context.flow.trimmed(column.header);
      if (column.role.data() != nullptr || header.empty()) continue;
      RuleMatch match;
      if (first_match(context.grammar, RuleSet::kDeadline, context.flow.text(), header, match,
                      true) != nullptr) {
        continue;
      }
      // Strokes, dots and marks (x) tell nothing by themselves.
      const bool filled = std::any_of(table->rows.begin(), table->rows.end(), [&](const Row& row) {
        return i < row.cells.size() && squeezed(context.flow.text(row.cells[i])).size() > 1;
      });
      const std::string name = squeezed(context.flow.text(header));
      const bool said = name.find_first_not_of("0123456789") != std::string::npos;
      if (filled && said && seen.insert(name).second) headers.push_back(header);
    }
  }
  return headers;
}

}  // namespace

void unclaimed_text(const CheckContext& context, FindingSink& sink) {
  if (!is_recognised(context.document)) {
    const Place first = first_line(context);
    sink.add(first, first.nowhere() ? MessageId::kRuleUnclaimedTextMessageEmpty
                                    : MessageId::kRuleUnclaimedTextMessageDocument);
    return;
  }
  for (const Place& run : runs_of_lines(context, context.document.coverage.unclaimed)) {
    sink.add(run, MessageId::kRuleUnclaimedTextMessage);
  }
  for (const Place& item : UnreadItems(context).run()) {
    sink.add(item, MessageId::kRuleUnclaimedTextMessageItem);
  }
  for (const Range& header : unknown_columns(context)) {
    sink.add(context.at(header), MessageId::kRuleUnclaimedTextMessageColumn,
             {{"found", context.flow.text(header)}});
  }
}

}  // namespace scp::rules
