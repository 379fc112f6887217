#include "facts/coverage.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "facts/dates.h"

namespace scp {
namespace {

enum class Where : std::uint8_t { kUnclaimed, kBlank, kOutline, kFact, kIgnored };

// By byte: 1 for a blank, kMayBeBlank for what begins one of several bytes.
constexpr std::uint64_t kMayBeBlank = std::uint64_t{1} << 32;
constexpr std::array<std::uint64_t, 256> kBlanks = [] {
  std::array<std::uint64_t, 256> blanks{};
  for (const unsigned char blank : {' ', '\t', '\f', '\r', '\n'}) blanks[blank] = 1;
  blanks[0xC2] = blanks[0xEF] = kMayBeBlank;
  return blanks;
}();

class Counter {
 public:
  Counter(FactContext& context, std::string_view input)
      : context_(context), input_(input), where_(input.size(), Where::kUnclaimed) {}

  void run() {
    for (std::uint32_t i = 0; i < context_.layout.blocks.size(); ++i) {
      if (context_.outline.instrument_of[i] != kNoNode)
        paint(context_.block(i).range, Where::kOutline);
    }
    for (const Range& drawn : context_.layout.drawing) {
      paint(context_.layout.text->source(drawn.begin, drawn.end), Where::kOutline);
    }
    for (const Range& range : merged(context_.claimed)) paint(range, Where::kFact);
    Coverage& coverage = context_.document.coverage;
    for (const Furniture& part : context_.layout.furniture) {
      const Span span = context_.layout.text->source(part.content.begin, part.content.end);
      paint(span, Where::kIgnored);
      Ignored ignored;
      ignored.reason = part.reason;
      ignored.at.first = span;
      coverage.ignored.push_back(ignored);
    }
    paint_marks();
    const std::string_view encoding = context_.document.source.encoding;
    if (encoding.substr(0, 6) == "utf-16") paint_blanks16();
    tally(coverage);
  }

 private:
  // A paragraph is claimed by each fact that is read from it; it is painted once.
  static std::vector<Range> merged(std::vector<Range> ranges) {
    std::sort(ranges.begin(), ranges.end(), [](Range a, Range b) { return a.begin < b.begin; });
    std::vector<Range> result;
    for (const Range& range : ranges) {
      if (!result.empty() && range.begin < result.back().end) {
        result.back().end = std::max(result.back().end, range.end);
      } else {
        result.push_back(range);
      }
    }
    return result;
  }

  void paint(Span span, Where where) {
    const auto end = std::min<std::size_t>(span.end, where_.size());
    if (span.begin < end) std::fill(where_.begin() + span.begin, where_.begin() + end, where);
  }

  void paint(Range range, Where where) {
    for (const Span& span : context_.flow.loose_spans(range)) paint(span, where);
  }

  // Markup that stands alone on its line belongs to nothing: it is set aside as markup.
  void paint_marks() {
    for (const Mark& mark : context_.layout.text->marks) {
      if (mark.source.empty() || where_[mark.source.begin] != Where::kUnclaimed) continue;
      if (mark.kind == MarkKind::kTag) {  // tags draw tables and paragraphs
        paint(mark.source, Where::kOutline);
        continue;
      }
      paint(mark.source, Where::kIgnored);
      Ignored ignored;
      ignored.reason = mark.kind == MarkKind::kPagePart ? "page-part" : "markup";
      ignored.at.first = mark.source;
      context_.document.coverage.ignored.push_back(ignored);
    }
  }

  std::size_t blank_at(std::size_t i) const {
    switch (input_[i]) {
      case ' ':
      case '\t':
      case '\f':
      case '\r':
      case '\n':
        return 1;
      case '\xC2':
        return input_.compare(i, 2, "\xC2\xA0") == 0 ? 2 : 0;
      case '\xEF':
        return input_.compare(i, 3, "\xEF\xBB\xBF") == 0 ? 3 : 0;
      default:
        return 0;
    }
  }

  // UTF-16 input has blanks of two bytes.
  void paint_blanks16() {
    const bool little = context_.document.source.encoding == "utf-16le";
    for (std::size_t i = 0; i + 1 < input_.size(); i += 2) {
      const auto low = static_cast<unsigned char>(input_[little ? i : i + 1]);
      const auto high = static_cast<unsigned char>(input_[little ? i + 1 : i]);
      const unsigned unit = low | (static_cast<unsigned>(high) << 8);
      const bool blank = unit == ' ' || unit == '\t' || unit == '\r' || unit == '\n' ||
                         unit == 0xA0 || unit == 0xFEFF;
      if (blank) where_[i] = where_[i + 1] = Where::kBlank;
    }
  }

  // The blanks among bytes of one kind that follow each other, where some are unclaimed or blanks
  // of several bytes; moves `i` behind them.
  std::uint32_t blanks_one_by_one(std::size_t& i, Coverage& coverage) const {
    std::uint32_t blanks = 0;
    const Where where = where_[i];
    while (i < where_.size() && where_[i] == where) {
      const std::size_t size = blank_at(i);
      blanks += static_cast<std::uint32_t>(size);
      if (size == 0 && where == Where::kUnclaimed) unclaimed(i, coverage);
      i += std::max<std::size_t>(size, 1);
    }
    return blanks;
  }

  // A blank counts as blank wherever it stands, also inside a place that is ignored or unclaimed:
  // of those places only the other bytes count.
  void tally(Coverage& coverage) {
    coverage.bytes = static_cast<std::uint32_t>(input_.size());
    std::array<std::uint32_t, 5> counts{};
    std::uint32_t blank = 0;
    const std::span<const Where> all(where_);
    const std::string_view input = input_;
    for (std::size_t i = 0; i < all.size();) {
      const Where where = all[i];
      const std::size_t begin = i;
      std::uint64_t marks = 0;  // blanks, and kMayBeBlank for each byte that may begin one
      for (; i < all.size() && all[i] == where; ++i) {
        marks += kBlanks[static_cast<unsigned char>(input[i])];
      }
      auto blanks = static_cast<std::uint32_t>(marks);
      if (marks >= kMayBeBlank || where == Where::kUnclaimed) {
        i = begin;
        blanks = blanks_one_by_one(i, coverage);
      }
      blank += blanks;
      counts[static_cast<std::size_t>(where)] += static_cast<std::uint32_t>(i - begin) - blanks;
    }
    coverage.blank = blank + counts[static_cast<std::size_t>(Where::kBlank)];
    coverage.in_facts = counts[static_cast<std::size_t>(Where::kFact)];
    coverage.in_outline_only = counts[static_cast<std::size_t>(Where::kOutline)];
  }

  // Bytes next to each other, or with blanks but no line end between them, are one place.
  void unclaimed(std::size_t i, Coverage& coverage) const {
    const auto at = static_cast<std::uint32_t>(i);
    if (!coverage.unclaimed.empty()) {
      Span& last = coverage.unclaimed.back().first;
      const std::string_view gap = input_.substr(last.end, at - last.end);
      if (gap.find_first_not_of(" \t\xC2\xA0") == std::string_view::npos) {
        last.end = at + 1;
        return;
      }
    }
    Place place;
    place.first = {at, at + 1};
    coverage.unclaimed.push_back(place);
  }

  FactContext& context_;
  std::string_view input_;
  std::vector<Where> where_;
};

OutlineNode make_node(FactContext& context, std::uint32_t index) {
  const Node& node = context.node(index);
  OutlineNode made;
  made.id = context.keep(node.id);
  made.kind = node.kind;
  if (!node.enumerator.empty()) made.enumerator = context.keep(node.enumerator);
  made.heading = context.keep_or_null(node.heading);
  made.text = context.keep_or_null(node.text);
  made.at = context.at(context.range_of(node));
  for (const std::uint32_t child : node.children)
    made.children.push_back(make_node(context, child));
  return made;
}

}  // namespace

void count_coverage(FactContext& context, std::string_view input) {
  Counter(context, input).run();
}

void write_outline(FactContext& context) {
  for (const InstrumentPart& part : context.outline.instruments) {
    for (const std::uint32_t root : part.roots) {
      context.document.outline.push_back(make_node(context, root));
    }
  }
}

void list_agencies(FactContext& context) {
  Document& document = context.document;
  std::unordered_map<std::string_view, std::size_t> index;
  std::vector<std::unordered_set<std::string_view>> written;  // by agency
  const auto entry = [&](const AgencyRef& mention) -> Agency& {
    const auto [place, fresh] = index.try_emplace(mention.name, document.agencies.size());
    if (fresh) {
      Agency agency;
      agency.name = mention.name;
      agency.kind = mention.kind;
      agency.at = mention.at;
      const Entry known = context.grammar.lexicon(LexiconId::kAgencies).find(mention.name);
      if (known.valid() && known.name() == mention.name)
        agency.successor = known.value(Field::kSuccessor);
      document.agencies.push_back(agency);
      written.emplace_back();
    }
    Agency& agency = document.agencies[place->second];
    if (written[place->second].insert(mention.text).second) agency.variants.push_back(mention.text);
    return agency;
  };
  for (const Task& task : document.tasks) {
    for (const AgencyRef& lead : task.lead_agencies) ++entry(lead).leads;
    for (const AgencyRef& partner : task.coordinating_agencies) ++entry(partner).coordinates;
  }
  for (const Report& report : document.reports) {
    for (const AgencyRef& reporter : report.reporters) ++entry(reporter).reports;
    if (report.recipient.has_value()) entry(*report.recipient);
    for (const AgencyRef& next : report.forwarded_to) entry(next);
  }
  sort_by_place(document.agencies);
}

namespace {

// How many tasks a text says that its section has: of a table that it names, or at the beginning of
// a sentence.
std::optional<std::uint32_t> declared_count(const FactContext& context, Range text) {
  RuleMatch match;
  if (context.search(RuleSet::kDeclaredCount, text, match, "count") == nullptr) return std::nullopt;
  for (const Range& sentence : context.sentences.of(text)) {
    if (context.search(RuleSet::kDeclaredCount, sentence, match, "count") == nullptr) continue;
    const std::uint32_t count = small_number(match.text(Field::kCount));
    const Range after{match.end, sentence.end};
    if (match.begin == sentence.begin ||
        context.search(RuleSet::kDeclaredCount, after, match, "table") != nullptr) {
      return count;
    }
  }
  return std::nullopt;
}

// A row of a table, and not the heading of the section above it.
bool in_table(const FactContext& context, const Place& place) {
  const std::vector<Table>& tables = context.document.tables;
  const auto next = std::upper_bound(
      tables.begin(), tables.end(), place.first.begin,
      [](std::uint32_t begin, const Table& table) { return begin < table.at.first.begin; });
  if (next == tables.begin()) return false;
  const Place& table = std::prev(next)->at;
  const std::uint32_t end = table.more.empty() ? table.first.end : table.more.back().end;
  return place.first.begin < end;
}

}  // namespace

void read_declared_counts(FactContext& context) {
  std::unordered_map<std::uint32_t, std::uint32_t> declared;  // ordinal of the section → count
  for (std::uint32_t i = 0; i < context.outline.nodes.size(); ++i) {
    const Node& node = context.node(i);
    if (node.text.empty()) continue;
    const std::optional<std::uint32_t> count = declared_count(context, node.text);
    if (!count.has_value()) continue;
    for (std::uint32_t n = i; n != kNoNode; n = context.node(n).parent) {
      if (context.node(n).ordinal == 0 || context.node(n).heading.empty()) continue;
      declared.emplace(context.node(n).ordinal, *count);
      break;
    }
  }
  for (Task& task : context.document.tasks) {
    if (task.origin != TaskOrigin::kTable || !task.task_group.has_value()) continue;
    const std::string_view number = task.task_group->number;
    if (number.data() == nullptr || !in_table(context, task.task_group->at)) continue;
    const std::uint32_t roman = roman_value(number);
    const auto found = declared.find(roman != 0 ? roman : small_number(number));
    if (found != declared.end()) task.task_group->declared_tasks = found->second;
  }
}

}  // namespace scp
