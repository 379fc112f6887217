#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include "check/rules/rules.h"

namespace scp::rules {
namespace {

// An attachment line and the instrument of the file that it must agree with.
struct Attachment {
  const Citation* cited = nullptr;
  Range line;
  std::uint32_t promulgator = 0;
};

// The instruments of a file by kind, to find the one that an attachment line means.
class Promulgators {
 public:
  explicit Promulgators(const Document& document) : document_(document) {
    for (std::uint32_t i = 0; i < document.instruments.size(); ++i) {
      const Instrument& instrument = document.instruments[i];
      if (instrument.kind.empty()) continue;
      if (instrument.number.data() == nullptr && !instrument.issued_on.known()) continue;
      by_kind_[instrument.kind].push_back(i);
    }
  }

  // The instrument before `from` that has the cited number; the nearest one of the cited kind
  // where none has.
  std::optional<std::uint32_t> find(const Citation& cited, std::uint32_t from) const {
    const auto list = by_kind_.find(cited.kind);
    if (list == by_kind_.end()) return std::nullopt;
    std::optional<std::uint32_t> nearest;
    std::size_t looked = 0;
    const auto end = std::lower_bound(list->second.begin(), list->second.end(), from);
    for (auto at = end; at != list->second.begin() && looked++ < kMostInstruments;) {
      const std::uint32_t index = *--at;
      if (!nearest.has_value()) nearest = index;
      if (document_.instruments[index].number == cited.number) return index;
    }
    return nearest;
  }

 private:
  static constexpr std::size_t kMostInstruments = 64;  // keeps hostile input linear
  const Document& document_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_kind_;
};

std::vector<const Citation*> attached_citations(const Document& document) {
  std::vector<const Citation*> found;
  for (const Citation& citation : document.citations) {
    if (citation.role == CitationRole::kAttachedTo) found.push_back(&citation);
  }
  std::sort(found.begin(), found.end(), [](const Citation* a, const Citation* b) {
    return a->at.first.begin < b->at.first.begin;
  });
  return found;
}

// The first instrument that a line of the text names.
const Citation* first_in(const std::vector<const Citation*>& citations, const Place& line) {
  const auto found =
      std::lower_bound(citations.begin(), citations.end(), line.first.begin,
                       [](const Citation* c, std::uint32_t at) { return c->at.first.begin < at; });
  if (found == citations.end()) return nullptr;
  const std::uint32_t end = line.more.empty() ? line.first.end : line.more.back().end;
  return (*found)->at.first.begin < end ? *found : nullptr;
}

std::vector<Attachment> attachments(const CheckContext& context) {
  const std::vector<const Citation*> citations = attached_citations(context.document);
  const Promulgators promulgators(context.document);
  std::vector<Attachment> result;
  for (std::uint32_t i = 0; i < context.outline.instruments.size(); ++i) {
    for (const Component& component : context.outline.instruments[i].components) {
      if (component.kind != ComponentKind::kAttachment) continue;
      const Range line = context.layout.blocks[component.block].range;
      const Citation* cited = first_in(citations, context.at(line));
      if (cited == nullptr) continue;
      // A line in the body of the instrument itself may name that instrument.
      const auto promulgator = promulgators.find(*cited, i + 1);
      if (promulgator.has_value()) result.push_back({cited, line, *promulgator});
    }
  }
  return result;
}

Range captured(const Block* block, Field field) {
  if (block == nullptr) return {};
  const RuleMatch& match = block->match();
  if (!match.has(field)) return block->range;
  return {match[field].begin, match[field].end};
}

// Where an instrument's own number or date stands; its kind line where it has no such line.
Place own_place(const CheckContext& context, std::uint32_t instrument, ComponentKind kind) {
  const Field field = kind == ComponentKind::kNumber ? Field::kNumber : Field::kText;
  const Block* block = context.component(instrument, kind);
  if (block != nullptr) return context.at(captured(block, field));
  return context.document.instruments[instrument].at;
}

Place cited_number(const CheckContext& context, const Attachment& attachment) {
  const Range number = context.find_squeezed(attachment.line, attachment.cited->number);
  return number.empty() ? attachment.cited->at : context.at(number);
}

// The words from the number to the year.
Place cited_date(const CheckContext& context, const Attachment& attachment) {
  const Citation& cited = *attachment.cited;
  const bool blank = cited.number.data() == nullptr;
  const std::string anchor = blank ? "/" + std::string(cited.symbol) : std::string(cited.number);
  const Range number = context.find_squeezed(attachment.line, anchor);
  const std::string year = std::to_string(cited.issued_on.year);
  const std::size_t at = context.flow.text().substr(0, attachment.line.end).find(year, number.end);
  if (number.empty() || at == std::string_view::npos) return cited.at;
  return context.at({number.end, static_cast<std::uint32_t>(at + year.size())});
}

bool part_differs(int a, int b) {
  return a != 0 && b != 0 && a != b;
}

// 07/KH-UBND is 7/KH-UBND.
bool same_number(std::string_view a, std::string_view b) {
  const auto bare = [](std::string_view number) {
    return number.substr(std::min(number.find_first_not_of('0'), number.size()));
  };
  return bare(a) == bare(b);
}

// Blank parts are no difference.
bool differ(Date a, Date b) {
  return part_differs(a.year, b.year) || part_differs(a.month, b.month) ||
         part_differs(a.day, b.day);
}

bool complete(Date date) {
  return date.year != 0 && date.month != 0 && date.day != 0;
}

// An instrument that stands on its own and so must have a number and a date of its own.
std::optional<std::uint32_t> standing_alone(const CheckContext& context) {
  const Identity& identity = context.document.identity;
  if (!identity.instrument.has_value() || identity.attached_to.has_value()) return std::nullopt;
  const Entry& kind = context.outline.instruments[*identity.instrument].kind;
  if (kind.valid() && kind.value(Field::kIdPrefix).data() != nullptr) return std::nullopt;
  return identity.instrument;
}

// The attachment line that names the main instrument itself, as appendices do.
std::optional<Attachment> own_attachment(const CheckContext& context) {
  const std::vector<const Citation*> citations = attached_citations(context.document);
  for (const InstrumentPart& part : context.outline.instruments) {
    for (const Component& component : part.components) {
      if (component.kind != ComponentKind::kAttachment) continue;
      const Range line = context.layout.blocks[component.block].range;
      const Citation* cited = first_in(citations, context.at(line));
      if (cited == nullptr || cited->kind != context.document.identity.kind) continue;
      return Attachment{cited, line, 0};
    }
  }
  return std::nullopt;
}

// The symbol that stands behind a blank number.
Place blank_number(const CheckContext& context, const Attachment& attachment) {
  const std::string symbol = "/" + std::string(attachment.cited->symbol);
  const Range blank = context.find_squeezed(attachment.line, symbol);
  return blank.empty() ? attachment.cited->at : context.at(blank);
}

}  // namespace

void number_mismatch(const CheckContext& context, FindingSink& sink) {
  for (const Attachment& attachment : attachments(context)) {
    const Instrument& own = context.document.instruments[attachment.promulgator];
    const std::string_view found = attachment.cited->number;
    if (found.data() == nullptr || own.number.data() == nullptr || same_number(found, own.number))
      continue;
    // Without a header line the number came from such a line itself.
    if (context.component(attachment.promulgator, ComponentKind::kNumber) == nullptr) continue;
    sink.add(cited_number(context, attachment), MessageId::kRuleNumberMismatchMessage,
             {kind_arg("kind", context.grammar, own.kind_name),
              {"found", found},
              {"expected", own.number}})
        .related(own_place(context, attachment.promulgator, ComponentKind::kNumber),
                 MessageId::kRuleNumberMismatchRelated, {{"expected", own.number}});
  }
}

void date_mismatch(const CheckContext& context, FindingSink& sink) {
  for (const Attachment& attachment : attachments(context)) {
    const Instrument& own = context.document.instruments[attachment.promulgator];
    const Date found = attachment.cited->issued_on;
    if (!differ(found, own.issued_on)) continue;
    const MessageArg expected = date_arg("expected", own.issued_on);
    sink.add(cited_date(context, attachment), MessageId::kRuleDateMismatchMessage,
             {kind_arg("kind", context.grammar, own.kind_name), date_arg("found", found), expected})
        .related(own_place(context, attachment.promulgator, ComponentKind::kPlaceDate),
                 MessageId::kRuleDateMismatchRelated, {expected});
  }
}

void missing_number(const CheckContext& context, FindingSink& sink) {
  const auto main = standing_alone(context);
  if (!main.has_value() || context.document.identity.number.data() != nullptr) return;
  const Instrument& instrument = context.document.instruments[*main];
  const Block* line = context.component(*main, ComponentKind::kNumber);
  if (line != nullptr) {
    sink.add(context.at(line->range), MessageId::kRuleMissingNumberMessage);
  } else if (const auto attachment = own_attachment(context)) {
    sink.add(blank_number(context, *attachment), MessageId::kRuleMissingNumberMessage);
  } else {
    sink.add(instrument.at, MessageId::kRuleMissingNumberMessageNoLine);
  }
}

void missing_date(const CheckContext& context, FindingSink& sink) {
  const auto main = standing_alone(context);
  const Date date = context.document.identity.issued_on;
  if (!main.has_value() || complete(date)) return;
  const Instrument& instrument = context.document.instruments[*main];
  const Block* line = context.component(*main, ComponentKind::kPlaceDate);
  if (line != nullptr && line->match().has(Field::kDay)) return;  // an impossible day
  if (line != nullptr) {
    sink.add(context.at(line->range), MessageId::kRuleMissingDateMessage);
  } else if (const auto attachment = own_attachment(context)) {
    sink.add(cited_date(context, *attachment), MessageId::kRuleMissingDateMessage);
  } else {
    sink.add(instrument.at, MessageId::kRuleMissingDateMessageNoLine);
  }
}

}  // namespace scp::rules
