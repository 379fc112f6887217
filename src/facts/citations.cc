#include "facts/citations.h"

#include <algorithm>

#include "facts/dates.h"
#include "lex/scan.h"
#include "text/utf8.h"

namespace scp {
namespace {

bool blank(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

std::string squeezed(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (!blank(c)) result.push_back(c);
  }
  return result;
}

}  // namespace

NumberParts read_number(std::string_view written) {
  NumberParts parts;
  std::string number = squeezed(written);
  std::size_t end = scan::digits(number, 0);
  if (end < number.size() && number[end] == '.') end = scan::digits(number, end + 1);
  while (end < number.size() && is_lower(decode(number, end).value))
    end += decode(number, end).length;
  parts.serial = number.substr(0, end);
  // "123 KH/TĐTN": a blank for the dash.
  const bool dash = end > 0 && end + 2 <= std::min(number.find('/', end), number.size()) &&
                    number.find('/', end) != std::string::npos &&
                    written.find(' ') != std::string_view::npos &&
                    is_upper(decode(number, end).value);
  if (dash) number.insert(end, "-");
  std::size_t symbol = end;
  while (symbol < number.size() && (number[symbol] == '/' || number[symbol] == '-')) ++symbol;
  const std::size_t year = scan::digits(number, symbol);
  if (year - symbol == 4 && year < number.size() && number[year] == '/') symbol = year + 1;
  parts.symbol = number.substr(symbol);
  if (!parts.serial.empty()) parts.number = number;
  return parts;
}

Entry kind_in_symbol(const Grammar& grammar, std::string_view symbol) {
  std::size_t end = 0;
  while (end < symbol.size() && symbol[end] != '-' && symbol[end] != '/') ++end;
  const std::string_view first = symbol.substr(0, end);
  for (const Entry& entry : grammar.lexicon(LexiconId::kDocumentKinds).entries()) {
    if (entry.value(Field::kAbbreviation) == first && !first.empty()) return entry;
  }
  return {};
}

std::string_view kind_code(const Entry& kind) {
  if (!kind.valid()) return {};
  const std::string_view short_form = kind.value(Field::kAbbreviation);
  return short_form.data() != nullptr ? short_form : kind.name();
}

void CitationReader::fill_number(std::string_view written, Citation& citation) {
  const NumberParts parts = read_number(written);
  if (!parts.number.empty()) citation.number = context_.keep(parts.number);
  if (!parts.symbol.empty()) citation.symbol = context_.keep(parts.symbol);
}

// "của Thủ tướng Chính phủ", "phê duyệt Chương trình …" after the number and the date.
std::uint32_t CitationReader::issuer_and_title(std::uint32_t at, Range range, Citation& citation) {
  RuleMatch match;
  for (int i = 0; i < 2; ++i) {
    const Rule* rule = context_.match_role(RuleSet::kCitation, {at, range.end}, "issuer", match);
    if (rule == nullptr) {
      rule = context_.match_role(RuleSet::kCitation, {at, range.end}, "title", match);
    }
    if (rule == nullptr) return at;
    if (rule->value(Field::kRole) == "title") {
      const auto& title = match[Field::kTitle];
      citation.title = context_.keep(Range{title.begin, title.end});
      return at;  // the place of the citation ends before the title
    }
    if (citation.issuer.data() != nullptr) return at;
    const AgencyList issuers = agencies_.leading({match.end, range.end});
    if (issuers.empty()) return at;
    citation.issuer = issuer_name({match.end, range.end}, issuers.agencies.front());
    at = end_of_issuers(match.end, issuers, citation.kind);
  }
  return at;
}

// Only joint instruments have several issuers; after the issuer of another one stands the subject
// of the sentence: "… của Tỉnh ủy, Chủ tịch Ủy ban nhân dân tỉnh có ý kiến".
std::uint32_t CitationReader::end_of_issuers(std::uint32_t from, const AgencyList& issuers,
                                             std::string_view kind) const {
  if (issuers.agencies.size() == 1 || is_joint(kind)) return issuers.end;
  const std::string_view first = issuers.agencies.front().text;
  const std::size_t at = context_.flow.text().find(first, from);
  return at < issuers.end ? static_cast<std::uint32_t>(at + first.size()) : issuers.end;
}

// TTLT, NQLT: the abbreviation of a joint instrument ends so.
bool CitationReader::is_joint(std::string_view kind) {
  return kind.size() > 2 && kind.substr(kind.size() - 2) == "LT";
}

bool CitationReader::at_kind(std::span<const Word> words, std::size_t word, Range range,
                             Citation& citation, std::uint32_t& end) {
  LexiconMatch kind;
  if (!context_.grammar.lexicon(LexiconId::kDocumentKinds).longest_at(words, word, kind))
    return false;
  if (kind.end_word == word + 1 && ends_compound(words, word)) return false;
  const std::uint32_t kind_end = words[kind.end_word - 1].end;
  if (kind_end >= range.end) return false;
  RuleMatch match;
  const std::string_view subject = context_.flow.text().substr(0, range.end);
  Candidates candidates;
  context_.grammar.candidates(RuleSet::kCitation, subject, kind_end, candidates);
  for (const Rule* rule : candidates) {
    const std::string_view role = rule->value(Field::kRole);
    if (role != "number" && role != "law") continue;
    const std::string_view only = rule->value(Field::kKind);
    if (only.data() != nullptr && only != kind.entry.name()) continue;
    if (rule->match_at(subject, kind_end, match) != MatchResult::kYes) continue;
    citation.kind = kind_code(kind.entry);
    if (match.says(Field::kNumber)) fill_number(match.text(Field::kNumber), citation);
    if (match.says(Field::kSymbol))
      citation.symbol = context_.keep(read_number(match.text(Field::kSymbol)).symbol);
    if (match.says(Field::kYear)) citation.issued_on = date_of(match);
    if (match.has(Field::kTitle)) {
      const auto& title = match[Field::kTitle];
      citation.title = context_.keep(context_.text({words[word].begin, title.end}));
    }
    end = issuer_and_title(match.end, range, citation);
    return true;
  }
  return false;
}

// "luật" in "pháp luật" names no instrument.
bool CitationReader::ends_compound(std::span<const Word> words, std::size_t word) const {
  if (word == 0 || words[word - 1].end + 1 != words[word].begin) return false;
  const std::string_view both = context_.text({words[word - 1].begin, words[word].end});
  return context_.grammar.lexicon(LexiconId::kCompounds).find(both).valid();
}

// "… của Thủ tướng Chính phủ tại Công điện số 12/CĐ-TTg": the issuer stands before the instrument.
std::string_view CitationReader::issuer_before(std::span<const Word> words, std::size_t word,
                                               std::uint32_t at) {
  constexpr std::size_t kFar = 16;  // words
  RuleMatch match;
  for (std::size_t i = word; i-- > 0 && word - i <= kFar;) {
    const Range rest{words[i].begin, at};
    if (context_.match_role(RuleSet::kCitation, rest, "issuer", match) == nullptr) continue;
    const std::uint32_t from = match.end;
    const AgencyList issuers = agencies_.leading({from, at});
    if (issuers.empty() || issuers.end >= at) return {};
    // "chỉ đạo của Chính phủ, Thủ tướng Chính phủ tại Chỉ thị …": one of them has issued it.
    if (issuers.agencies.size() > 1) return {};
    const Range between{issuers.end, at};
    if (context_.match_role(RuleSet::kCitation, between, "within", match) == nullptr) return {};
    return issuer_name({from, at}, issuers.agencies.front());
  }
  return {};
}

bool CitationReader::bare_symbol(const Token& token, Range range, Citation& citation,
                                 std::uint32_t& end) {
  if (token.kind != TokenKind::kSymbol) return false;
  fill_number(context_.flow.text(token), citation);
  citation.kind = kind_code(kind_in_symbol(context_.grammar, citation.symbol));
  RuleMatch match;
  end = token.end;
  if (context_.match_role(RuleSet::kCitation, {end, range.end}, "date", match) != nullptr) {
    citation.issued_on = date_of(match);
    end = match.end;
  }
  end = issuer_and_title(end, range, citation);
  return true;
}

// "Điều 5, Điều 6 Luật Đất đai": the parts of the instrument that is named after them, unless that
// is one of the document's own. `own_clause`: the
// document has the clause; before "and" it is its own.
bool CitationReader::belongs_elsewhere(Range after, bool own_clause) const {
  RuleMatch match;
  if (context_.match_role(RuleSet::kCitation, after, "elsewhere", match) == nullptr) return false;
  if (own_clause && match.has(Field::kText)) return false;
  if (!match.has(Field::kNumber)) return true;
  const std::string number = read_number(match.text(Field::kNumber)).number;
  const std::vector<Instrument>& own = context_.document.instruments;
  return std::none_of(own.begin(), own.end(),
                      [&](const Instrument& one) { return one.number == number; });
}

std::string_view CitationReader::target_of(const Rule& rule, const RuleMatch& match,
                                           std::uint32_t instrument) const {
  const std::string_view scheme = rule.value(Field::kScheme);
  NodeKind kind = NodeKind::kParagraph;
  if (scheme == "article") kind = NodeKind::kArticle;
  if (scheme == "section") kind = NodeKind::kSection;
  if (scheme == "chapter") kind = NodeKind::kChapter;
  const auto found = targets_.find(target_key(kind, instrument, match.text(Field::kNumber)));
  if (found == targets_.end()) return {};
  // "điểm a khoản 2 Điều 4": as far down as the outline goes.
  std::uint32_t node = found->second;
  for (const Field part : {Field::kClause, Field::kPoint}) {
    if (!match.says(part)) continue;
    const std::vector<std::uint32_t>& children = context_.node(node).children;
    const auto child = std::find_if(children.begin(), children.end(), [&](std::uint32_t c) {
      return context_.node(c).enumerator == match.text(part);
    });
    if (child == children.end()) break;
    node = *child;
  }
  return context_.keep(context_.node(node).id);
}

std::string CitationReader::target_key(NodeKind kind, std::uint32_t instrument,
                                       std::string_view number) {
  return std::to_string(static_cast<unsigned>(kind)) + " " + std::to_string(instrument) + " " +
         std::string(number);
}

// What a reference into the document may mean, and which blocks are titles.
void CitationReader::prepare() {
  for (std::uint32_t i = 0; i < context_.outline.nodes.size(); ++i) {
    const Node& node = context_.node(i);
    const bool named = node.kind == NodeKind::kArticle || node.kind == NodeKind::kSection ||
                       node.kind == NodeKind::kChapter;
    if (named) targets_.try_emplace(target_key(node.kind, node.instrument, node.enumerator), i);
  }
  is_title_.assign(context_.layout.blocks.size(), false);
  for (const InstrumentPart& part : context_.outline.instruments) {
    for (const Component& c : part.components) {
      if (c.kind == ComponentKind::kTitle) is_title_[c.block] = true;
    }
  }
}

void CitationReader::finish(Citation& citation, Range range, std::uint32_t instrument,
                            CitationRole role) {
  citation.instrument = instrument;
  if (citation.role != CitationRole::kInternal) citation.role = role;
  citation.text = context_.keep(range);
  citation.at = context_.at(range);
  context_.claim(range);
}

void CitationReader::scan(Range range, std::uint32_t instrument, CitationRole role) {
  const std::span<const Word> words = context_.layout.words_in(range);
  const Range tokens = context_.flow.tokens_in(range);
  const Lexicon& kinds = context_.grammar.lexicon(LexiconId::kDocumentKinds);
  std::size_t word = 0;
  std::uint32_t done = range.begin;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = context_.flow.tokens()[i];
    if (token.begin < done) continue;
    while (word < words.size() && words[word].begin < token.begin) ++word;
    const bool at_word = word < words.size() && words[word].begin == token.begin;
    const bool kind = at_word && kinds.may_begin_with(words[word]);
    const bool internal = (context_.layout.token_rules[i] & bit_of(RuleSet::kInternal)) != 0;
    if (!kind && !internal && token.kind != TokenKind::kSymbol) continue;
    Citation citation;
    std::uint32_t end = token.begin;
    bool found = (kind && at_kind(words, word, range, citation, end)) ||
                 bare_symbol(token, range, citation, end);
    if (!found && internal) {
      RuleMatch match;
      const Rule* rule = context_.match(RuleSet::kInternal, {token.begin, range.end}, match);
      const std::string_view target =
          rule == nullptr ? std::string_view{} : target_of(*rule, match, instrument);
      const bool deep = match.has(Field::kClause) && !target.empty();
      const bool elsewhere = rule != nullptr && belongs_elsewhere({match.end, range.end}, deep);
      if (elsewhere) done = match.end;
      if (rule != nullptr && !elsewhere) {
        citation.role = CitationRole::kInternal;
        citation.target = target;
        end = match.end;
        found = true;
      }
    }
    if (!found) continue;
    if (citation.issuer.data() == nullptr && citation.number.data() != nullptr) {
      citation.issuer = issuer_before(words, word, token.begin);
    }
    finish(citation, {token.begin, end}, instrument, role);
    context_.document.citations.push_back(std::move(citation));
    done = end;
  }
}

CitationRole CitationReader::role_of_block(std::uint32_t index) const {
  const std::uint32_t node = context_.outline.node_of[index];
  const bool preamble = node != kNoNode && context_.node(node).parent == kNoNode &&
                        context_.node(node).scheme == Scheme::kNone;
  if (!preamble) return CitationRole::kRefersTo;
  const std::string_view role = context_.block(index).role;
  if (role == "legal-basis") return CitationRole::kLegalBasis;
  if (role == "implements") return CitationRole::kImplements;
  return CitationRole::kRefersTo;
}

std::optional<CitationReader::Mention> CitationReader::first_in(Range range) {
  const std::span<const Word> words = context_.layout.words_in(range);
  for (std::size_t i = 0; i < words.size(); ++i) {
    Citation citation;
    std::uint32_t end = 0;
    if (!words[i].connector && at_kind(words, i, range, citation, end)) {
      citation.at = context_.at({words[i].begin, end});
      return Mention{std::move(citation), {words[i].begin, end}};
    }
  }
  return std::nullopt;
}

std::optional<Citation> CitationReader::in_attachment(Range range) {
  std::optional<Mention> named = first_in(range);
  if (!named.has_value()) return std::nullopt;
  return std::move(named->citation);
}

void CitationReader::run() {
  prepare();
  for (std::uint32_t i = 0; i < context_.layout.blocks.size(); ++i) {
    const std::uint32_t instrument = context_.outline.instrument_of[i];
    if (instrument == kNoNode) continue;
    const Block& block = context_.block(i);
    if (block.kind == BlockKind::kTable) {
      for (const Row& row : context_.layout.tables[block.table].rows) {
        for (const Range& cell : row.cells) scan(cell, instrument, CitationRole::kRefersTo);
      }
      continue;
    }
    const bool own_number = block.role == "number" || block.role == "place-date";
    if (own_number || context_.block(i).kind_line.kind.valid()) continue;
    const bool tail = context_.outline.node_of[i] == kNoNode && block.role != "attachment" &&
                      block.role != "subject" && !is_title_[i];
    if (tail) continue;
    const CitationRole role =
        block.role == "attachment" ? CitationRole::kAttachedTo : role_of_block(i);
    scan(below_label(i), instrument, role);
  }
  UniqueIds unique;
  std::uint32_t number = 0;
  for (Citation& citation : context_.document.citations) {
    citation.id = context_.keep(unique("C" + std::to_string(++number)));
  }
}

// The block without the label of the section that begins there: "Điều 2." is no mention of it.
Range CitationReader::below_label(std::uint32_t index) const {
  const Range range = context_.block(index).range;
  const std::uint32_t number = context_.outline.node_of[index];
  if (number == kNoNode || context_.node(number).block != index) return range;
  const Node& node = context_.node(number);
  const NodeKind kind = node.kind;
  const bool labelled =
      node.scheme != Scheme::kNone && (kind == NodeKind::kPart || kind == NodeKind::kChapter ||
                                       kind == NodeKind::kSection || kind == NodeKind::kArticle);
  if (!labelled) return range;
  for (const Range& body : {node.heading, node.text}) {
    if (!body.empty() && body.begin >= range.begin && body.begin < range.end) {
      return {body.begin, range.end};
    }
  }
  return {range.end, range.end};
}

// Issuers keep a head before the agency ("Chủ tịch Ủy ban nhân dân tỉnh"): it is the chairman who
// issued, with the abbreviations written out.
std::string_view CitationReader::issuer_name(Range range, const AgencyRef& agency) {
  const std::span<const Word> words =
      context_.layout.words_in({range.begin, std::min(range.end, range.begin + 200)});
  LexiconMatch head;
  const bool headed = !words.empty() &&
                      context_.grammar.lexicon(LexiconId::kAgencyHeads).longest_at(words, 0, head);
  LexiconMatch whole;
  const bool known_head =
      headed && context_.grammar.lexicon(LexiconId::kAgencies).longest_at(words, 0, whole) &&
      whole.entry.name() == agency.name;
  if (!headed || (known_head && agency.kind == AgencyKind::kNamed && whole.exact))
    return agency.name;
  std::string name(head.entry.name());
  name += " " + std::string(agency.name);
  return context_.keep(name);
}

}  // namespace scp
