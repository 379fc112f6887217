#include "facts/identity.h"

#include <algorithm>
#include <unordered_set>

#include "facts/capitals.h"
#include "facts/dates.h"
#include "facts/signature.h"

namespace scp {
// "Quyết định số 12/QĐ-UBND ngày … của Ủy ban nhân dân tỉnh A về việc …": the line of the kind says
// it all.
std::optional<CitationReader::Mention> IdentityReader::named_by_kind_line(
    const InstrumentPart& part) {
  const Component* line = part.first(ComponentKind::kKindLine);
  if (part.title.empty() || line == nullptr) return std::nullopt;
  const Range range = context_.block(line->block).range;
  auto named = citations_.first_in(range);
  if (named.has_value() && named->range.begin != range.begin) named.reset();
  return named;
}

// "CỦA BỘ CHÍNH TRỊ" on the line of the kind, or the first one below: whose text it is, and no part
// of its title.
Range IdentityReader::of_issuer(Range range) {
  RuleMatch match;
  range = context_.flow.trimmed(range);
  if (range.empty() || context_.match_role(RuleSet::kIssue, range, "of", match) == nullptr)
    return {};
  const std::size_t line = context_.text(range).find('\n');
  const std::uint32_t end =
      line == std::string_view::npos ? range.end : range.begin + static_cast<std::uint32_t>(line);
  const Range name = context_.flow.trimmed({match.end, end});
  return agencies_.only_agencies(name) ? name : Range{};
}

Range IdentityReader::behind_issuer(Range range) {
  const Range issuer = of_issuer(range);
  if (!issuer.empty()) return context_.flow.trimmed({issuer.end, range.end});
  RuleMatch match;  // "CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ VỀ …" in one line
  range = context_.flow.trimmed(range);
  if (range.empty() || context_.match_role(RuleSet::kIssue, range, "of", match) == nullptr)
    return range;
  const AgencyList list = agencies_.leading({match.end, range.end});
  const Range rest = context_.flow.trimmed({std::min(list.end, range.end), range.end});
  const bool more = !list.empty() && !rest.empty() &&
                    context_.match_role(RuleSet::kIssue, rest, "subject", match) != nullptr;
  return more ? rest : range;
}

void IdentityReader::title(const InstrumentPart& part, std::string_view& out) {
  Range first = part.title;  // where it begins behind the kind
  if (const auto named = named_by_kind_line(part)) first.begin = named->range.end;
  first = behind_issuer(first);
  std::string whole(context_.flow.text(context_.flow.trimmed(first)));
  for (const Component& component : part.components) {
    if (component.kind != ComponentKind::kTitle) continue;
    Range range = context_.block(component.block).range;
    context_.claim(range);
    if (whole.empty()) range = behind_issuer(range);
    if (!whole.empty() && !range.empty()) whole += ' ';
    whole += context_.text(context_.flow.trimmed(range));
  }
  const Component* subject = part.first(ComponentKind::kSubject);
  if (whole.empty() && subject != nullptr) {
    const Block& block = context_.block(subject->block);
    Range range = block.range;
    if (block.match().has(Field::kTitle)) {
      const auto& capture = block.match()[Field::kTitle];
      range = {capture.begin, capture.end};
    } else if (RuleMatch match; context_.match_role(RuleSet::kIssue, range, "subject", match)) {
      range.begin = match.end;
    }
    whole = context_.text(context_.flow.trimmed(range));
    context_.claim(block.range);
  }
  if (!whole.empty()) out = context_.keep(whole);
}

void IdentityReader::own_number(const InstrumentPart& part, Identity& identity) {
  const Component* component = part.first(ComponentKind::kNumber);
  if (component == nullptr) {
    const auto named = named_by_kind_line(part);
    if (!named.has_value()) return;
    identity.number = named->citation.number;
    identity.symbol = named->citation.symbol;
    if (identity.number.data() != nullptr)
      identity.serial = context_.keep(read_number(identity.number).serial);
    return;
  }
  const Block& block = context_.block(component->block);
  context_.claim(block.range);
  const RuleMatch& match = block.match();
  if (match.has(Field::kNumber)) {
    const NumberParts parts = read_number(context_.captured(block, Field::kNumber));
    if (!parts.number.empty()) identity.number = context_.keep(parts.number);
    if (!parts.symbol.empty()) identity.symbol = context_.keep(parts.symbol);
    if (!parts.serial.empty()) identity.serial = context_.keep(parts.serial);
  } else if (match.has(Field::kSymbol)) {
    const NumberParts parts = read_number(context_.captured(block, Field::kSymbol));
    identity.symbol = context_.keep(parts.symbol);
  }
}

void IdentityReader::own_date(const InstrumentPart& part, Identity& identity) {
  const Component* component = part.first(ComponentKind::kPlaceDate);
  // The date may stand behind the number, on its line.
  if (component == nullptr) component = part.first(ComponentKind::kNumber);
  if (component == nullptr) {
    if (const auto named = named_by_kind_line(part)) identity.issued_on = named->citation.issued_on;
    return;
  }
  const Block& block = context_.block(component->block);
  context_.claim(block.range);
  RuleMatch match = block.match();
  match.subject = context_.flow.text();
  identity.issued_on = date_of(match);
  if (match.says(Field::kPlace)) identity.place = context_.keep(match.text(Field::kPlace));
}

// The header names a day, even where the calendar has no such one.
bool IdentityReader::says_day(std::uint32_t index) const {
  const Component* line = context_.outline.instruments[index].first(ComponentKind::kPlaceDate);
  return line != nullptr && context_.block(line->block).match().has(Field::kDay);
}

Instrument IdentityReader::read_instrument(const InstrumentPart& part) {
  Instrument instrument;
  instrument.kind = kind_code(part.kind);
  if (part.kind.valid()) instrument.kind_name = part.kind.name();
  title(part, instrument.title);
  Identity own;
  own_number(part, own);
  own_date(part, own);
  instrument.number = own.number;
  instrument.issued_on = own.issued_on;
  if (own.symbol.data() != nullptr) {
    // The number tells a kind whose line was lost, and that the line repeats what is consolidated.
    const Entry kind = kind_in_symbol(context_.grammar, own.symbol);
    const bool consolidated = kind.valid() && kind.value(Field::kRole) == "consolidated";
    if (!part.kind.valid() || consolidated) {
      instrument.kind = kind_code(kind);
      if (kind.valid()) instrument.kind_name = kind.name();
    }
  }
  if (const Component* line = part.first(ComponentKind::kAttachment)) {
    const Range range = context_.block(line->block).range;
    context_.claim(range);
    if (const auto cited = citations_.in_attachment(range)) {
      instrument.attached_to = InstrumentRef{cited->kind, cited->number, cited->issued_on};
    }
  }
  const Component* line = part.first(ComponentKind::kKindLine);
  if (line == nullptr && !part.components.empty()) line = &part.components.front();
  if (line != nullptr) {
    instrument.at = context_.at(context_.block(line->block).range);
    context_.claim(context_.block(line->block).range);
  } else if (!part.roots.empty()) {
    instrument.at = context_.at(context_.block(context_.node(part.roots.front()).block).range);
  } else {  // nothing but a table
    const auto& owners = context_.outline.instrument_of;
    const auto number = static_cast<std::uint32_t>(&part - context_.outline.instruments.data());
    const auto first = std::find(owners.begin(), owners.end(), number);
    if (first != owners.end()) {
      const auto block = static_cast<std::uint32_t>(first - owners.begin());
      instrument.at = context_.at(context_.block(block).range);
    }
  }
  return instrument;
}

// "Quyết định này quy định về …": the kind, where the text calls itself one of that code. Invalid
// where it does not.
Entry IdentityReader::called_this(std::uint32_t instrument, std::string_view code) const {
  constexpr std::size_t kFar = 60;  // nodes
  const Lexicon& kinds = context_.grammar.lexicon(LexiconId::kDocumentKinds);
  LexiconMatch match;
  RuleMatch rule;
  std::size_t seen = 0;
  for (const Node& node : context_.outline.nodes) {
    if (node.instrument != instrument || ++seen > kFar) continue;
    const std::span<const Word> words = context_.layout.words_in(node.whole());
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!kinds.longest_at(words, i, match) || kind_code(match.entry) != code) continue;
      const Range after = context_.flow.trimmed({words[match.end_word - 1].end, node.whole().end});
      if (!after.empty() && context_.match_role(RuleSet::kIssue, after, "this", rule) != nullptr)
        return match.entry;
    }
  }
  return {};
}

// An instrument without a header of its own may be named by the attachment line of its appendix:
// as itself (same kind), or by the instrument that promulgates both.
void IdentityReader::from_appendices(std::uint32_t main) {
  Document& document = context_.document;
  Identity& identity = document.identity;
  Instrument& own = document.instruments[main];
  std::unordered_set<std::string_view> kinds;
  for (const Instrument& any : document.instruments) kinds.insert(any.kind);
  for (std::uint32_t i = main + 1; i < document.instruments.size(); ++i) {
    const InstrumentPart& part = context_.outline.instruments[i];
    const Component* line = part.first(ComponentKind::kAttachment);
    if (line == nullptr) continue;
    const auto cited = citations_.in_attachment(context_.block(line->block).range);
    if (!cited.has_value()) continue;
    if (const Entry kind = own.kind.empty() ? called_this(main, cited->kind) : Entry{};
        kind.valid()) {
      own.kind = identity.kind = kind_code(kind);
      own.kind_name = identity.kind_name = kind.name();
    }
    if (cited->kind == own.kind) {
      if (identity.symbol.data() == nullptr) {
        identity.number = cited->number;
        identity.symbol = cited->symbol;
        if (cited->number.data() != nullptr) {
          identity.serial = context_.keep(read_number(cited->number).serial);
        }
        own.number = cited->number;
      }
      if (!identity.issued_on.known() && !says_day(main))
        own.issued_on = identity.issued_on = cited->issued_on;
      return;
    }
    const bool another_file = kinds.count(cited->kind) == 0;
    if (another_file && identity.symbol.data() == nullptr && !identity.attached_to.has_value()) {
      identity.attached_to = InstrumentRef{cited->kind, cited->number, cited->issued_on};
    }
  }
}

void IdentityReader::recipients(const InstrumentPart& part) {
  for (const Component& component : part.components) {
    const Block& block = context_.block(component.block);
    if (component.kind == ComponentKind::kRecipientsHead) context_.claim(block.range);
    if (component.kind != ComponentKind::kRecipient) continue;
    context_.claim(block.range);
    for (Range rest = block.body; !rest.empty();) {
      // Several in one line: "- Như trên; - Lưu: VT."
      const std::size_t next = context_.flow.text().substr(0, rest.end).find("; -", rest.begin);
      const bool last = next == std::string_view::npos;
      add_recipient({rest.begin, last ? rest.end : static_cast<std::uint32_t>(next)});
      rest.begin = last ? rest.end : static_cast<std::uint32_t>(next) + 1;
    }
  }
}

void IdentityReader::add_recipient(Range range) {
  const std::string_view flow = context_.flow.text();
  const auto drop = [&](std::uint32_t at, std::string_view marks) {
    return marks.find(flow[at]) != std::string_view::npos;
  };
  while (range.end > range.begin && drop(range.end - 1, ";., ")) --range.end;
  while (range.end > range.begin && drop(range.begin, "- ")) ++range.begin;
  if (range.empty()) return;
  Recipient recipient;
  recipient.text = context_.keep(range);
  recipient.at = context_.at(range);
  const std::size_t open = context_.text(range).rfind('(');
  if (open != std::string_view::npos && flow[range.end - 1] == ')') {
    const std::uint32_t begin = range.begin + static_cast<std::uint32_t>(open);
    recipient.note = context_.keep_or_null({begin + 1, range.end - 1});
  }
  context_.document.identity.recipients.push_back(recipient);
}

void IdentityReader::effective(std::uint32_t index) {
  RuleMatch match;
  for (const Node& node : context_.outline.nodes) {
    if (node.instrument != index || node.text.empty()) continue;
    if (context_.search(RuleSet::kIssue, node.text, match, "effective") == nullptr) continue;
    for (const Range& sentence : context_.sentences.of(node.text)) {
      if (context_.search(RuleSet::kIssue, sentence, match, "effective") == nullptr) continue;
      const Range range{match.begin, match.end};
      const Date day = date_of(match);
      if (!speaks_of_itself({sentence.begin, match.begin})) continue;
      Effective effective;
      effective.text = context_.keep(range);
      effective.on = day;
      effective.at = context_.at(range);
      context_.claim(range);
      context_.document.identity.effective = effective;
      return;
    }
  }
}

// "Quyết định này" or, right before what is said of it, "Quyết định", in a document that is one.
bool IdentityReader::speaks_of_itself(Range before) const {
  const std::vector<InstrumentPart>& own = context_.outline.instruments;
  const Lexicon& kinds = context_.grammar.lexicon(LexiconId::kDocumentKinds);
  const std::span<const Word> words = context_.layout.words_in(before);
  LexiconMatch match;
  RuleMatch rule;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!kinds.longest_at(words, i, match)) continue;
    // Of a joint resolution the first words are enough.
    const bool possible = std::any_of(own.begin(), own.end(), [&](const InstrumentPart& one) {
      return !one.kind.valid() || one.kind.name().starts_with(match.entry.name()) ||
             one.kind.value(Field::kAbbreviation) == match.entry.value(Field::kAbbreviation);
    });
    if (!possible) continue;
    const Range after = context_.flow.trimmed({words[match.end_word - 1].end, before.end});
    if (after.empty() || context_.match_role(RuleSet::kIssue, after, "this", rule) != nullptr)
      return true;
  }
  return false;
}

// "Luật Trồng trọt được Quốc hội thông qua …": of something else.
bool IdentityReader::speaks_of_another(Range before) const {
  const Lexicon& kinds = context_.grammar.lexicon(LexiconId::kDocumentKinds);
  const std::span<const Word> words = context_.layout.words_in(before);
  LexiconMatch match;
  const auto named = [&](std::size_t i) { return kinds.longest_at(words, i, match); };
  for (std::size_t i = words.size(); i-- > 0;) {
    if (named(i)) return !speaks_of_itself({words[i].begin, words[match.end_word - 1].end});
  }
  return false;
}

// Resolutions of assemblies carry no date line; the day of adoption stands in their last sentence.
void IdentityReader::adopted(std::uint32_t index) {
  Identity& identity = context_.document.identity;
  if (identity.issued_on.known() || says_day(index)) return;
  RuleMatch match;
  for (auto node = context_.outline.nodes.rbegin(); node != context_.outline.nodes.rend(); ++node) {
    if (node->instrument != index || node->text.empty()) continue;
    if (context_.search(RuleSet::kIssue, node->text, match, "adopted") == nullptr) continue;
    const std::vector<Range>& sentences = context_.sentences.of(node->text);
    for (auto sentence = sentences.rbegin(); sentence != sentences.rend(); ++sentence) {
      if (context_.search(RuleSet::kIssue, *sentence, match, "adopted") == nullptr) continue;
      if (speaks_of_another({sentence->begin, match.begin})) continue;
      identity.issued_on = date_of(match);
      context_.document.instruments[index].issued_on = identity.issued_on;
      context_.claim({match.begin, match.end});
      return;
    }
  }
}

// The first that is no appendix; one with a header of its own comes before a text without any.
std::uint32_t IdentityReader::main_instrument() const {
  std::optional<std::uint32_t> headless;
  for (std::uint32_t i = 0; i < context_.outline.instruments.size(); ++i) {
    const InstrumentPart& part = context_.outline.instruments[i];
    if (part.kind.valid() && part.kind.value(Field::kIdPrefix).data() != nullptr) continue;
    const bool attached = part.first(ComponentKind::kAttachment) != nullptr;
    if (!part.components.empty() && (!attached || !headless.has_value())) return i;
    if (!headless.has_value()) headless = i;
  }
  return headless.value_or(0);
}

void IdentityReader::run() {
  Document& document = context_.document;
  for (const InstrumentPart& part : context_.outline.instruments) {
    document.instruments.push_back(read_instrument(part));
  }
  if (document.instruments.empty()) return;
  const std::uint32_t main = main_instrument();
  const InstrumentPart& part = context_.outline.instruments[main];
  Instrument& own = document.instruments[main];
  // A consolidated text is named by what it consolidates, whose header follows its own.
  const bool wraps = part.kind.valid() && part.kind.value(Field::kRole) == "consolidated";
  if (wraps && own.title.data() == nullptr && main + 1 < document.instruments.size()) {
    own.title = document.instruments[main + 1].title;
  }
  Identity& identity = document.identity;
  identity.instrument = main;
  identity.kind = own.kind;
  identity.kind_name = own.kind_name;
  identity.title = own.title;
  own_number(part, identity);
  own_date(part, identity);
  // The Party abbreviates some kinds in its own way: Quy định is QĐ in 399-QĐ/TW.
  const std::string_view of_party =
      part.kind.valid() ? part.kind.value(Field::kSymbol) : std::string_view{};
  if (of_party.data() != nullptr && identity.symbol.find('/') != std::string_view::npos) {
    identity.kind = document.instruments[main].kind = of_party;
  }
  identity.attached_to = own.attached_to;
  for (const InstrumentPart& any : context_.outline.instruments) {
    for (const Component& component : any.components) {
      if (component.kind == ComponentKind::kNationalHeader ||
          component.kind == ComponentKind::kOther) {
        context_.claim(context_.block(component.block).range);
      }
    }
  }
  from_appendices(main);
  issuer(part, main);
  jurisdiction();
  bool appended = false;
  for (const InstrumentPart& any : context_.outline.instruments) {
    appended = appended || (any.kind.valid() && any.kind.value(Field::kIdPrefix).data() != nullptr);
    read_signers(context_, any, appended);
    recipients(any);
  }
  effective(main);
  adopted(main);
}

}  // namespace scp
