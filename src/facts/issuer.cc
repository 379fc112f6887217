// Who issued the document, and where that body governs.
#include <algorithm>
#include <array>

#include "facts/capitals.h"
#include "facts/identity.h"
#include "grammar/words.h"
#include "layout/lines.h"
#include "lex/token.h"
#include "support/suggest.h"
#include "text/utf8.h"

namespace scp {
namespace {

constexpr std::size_t kMostMisread = 8;    // words
constexpr std::size_t kMostLetters = 100;  // bytes of a line that is compared
constexpr std::size_t kMostMarks = 12;     // bytes that marks may add to a name

// Without marks and blanks, in small letters.
std::string bare_letters(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = std::min(text.find(' ', at), text.size());
    std::string word;
    fold_word_bare(text.substr(at, blank - at), word);
    result += word;
    at = blank + 1;
  }
  return result;
}

std::string joined_names(const AgencyList& list) {
  std::string names;
  for (const AgencyRef& agency : list.agencies) {
    if (!names.empty()) names += " - ";
    names += agency.name;
  }
  return names;
}

}  // namespace

// A line of the header: one name, several issuers at once ("BỘ A - BỘ B"), or two levels that stand
// in one line.
std::vector<std::string> IdentityReader::levels_in(Range range) {
  constexpr std::string_view kBetween = " \n-\xE2\x80\x93";  // blanks and dashes
  const std::string_view flow = context_.flow.text();
  const Range whole = context_.flow.trimmed(range);
  std::vector<std::string> levels;
  bool joint = false;
  bool any_joint = false;
  for (Range rest = whole; !rest.empty();) {
    const AgencyList list = agencies_.leading(rest);
    if (list.empty()) {
      const std::string misread = levels.empty() ? std::string{} : misread_body(rest);
      if (misread.empty()) return {issuer_as_written(whole)};
      levels.push_back(misread);
      return levels;
    }
    std::string name = agencies_.canonical({rest.begin, list.end});
    if (list.agencies.size() > 1) {
      name = joined_names(list);
      any_joint = true;
    }
    if (joint) {
      levels.back() += " - " + name;
      any_joint = true;
    } else {
      levels.push_back(name);
    }
    const std::size_t next =
        std::min<std::size_t>(flow.find_first_not_of(kBetween, list.end), whole.end);
    joint =
        flow.substr(list.end, next - list.end).find_first_not_of(" \n") != std::string_view::npos;
    rest = {static_cast<std::uint32_t>(next), whole.end};
  }
  return levels.size() == 1 && !any_joint ? std::vector{issuer_as_written(whole)} : levels;
}

std::string IdentityReader::issuer_as_written(Range range) {
  constexpr std::array<std::string_view, 6> kStrokes = {
      " ", "*", "-", "_", "\xE2\x80\x93", "\xE2\x80\x94"};  // and dashes
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view stroke : kStrokes) {
      if (!context_.text(range).ends_with(stroke)) continue;
      range.end -= static_cast<std::uint32_t>(stroke.size());
      found = true;
    }
  }
  if (const std::string misread = misread_body(range); !misread.empty()) return misread;
  std::string name = agencies_.canonical(range);
  const std::string head = in_header_ ? head_of(range, name) : std::string();
  if (!head.empty()) return head + " " + name;
  if (has_words_in_capitals(name) || keeps_capitals(range, name))
    return in_sentence_case(context_, range);
  // The name of the place at its end: "THÀNH PHỐ HUẾ", "tỉnh nghệ an".
  std::vector<Word> words;
  split_words(context_.grammar, name, words);
  LexiconMatch place;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool found = context_.grammar.lexicon(LexiconId::kProvinces).longest_at(words, i, place);
    if (!found || place.end_word != words.size()) continue;
    const std::string_view proper = place.entry.name();
    if (name.size() - words[i].begin != proper.size()) continue;  // with its unit, or shorter
    name.replace(words[i].begin, std::string::npos, proper);
    break;
  }
  return name;
}

// "Chủ tịch" of "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ NAM", for whom the name of the body alone stands.
// Empty where the place is still to be found.
std::string IdentityReader::head_of(Range line, const std::string& name) const {
  const std::span<const Word> words = context_.layout.words_in(line);
  LexiconMatch head;
  if (words.empty() ||
      !context_.grammar.lexicon(LexiconId::kAgencyHeads).longest_at(words, 0, head) ||
      head.end_word == words.size() || has_words_in_capitals(name))
    return {};
  std::vector<Word> own;
  split_words(context_.grammar, name, own);
  LexiconMatch kept;
  if (context_.grammar.lexicon(LexiconId::kAgencyHeads).longest_at(own, 0, kept)) return {};
  const Lexicon& provinces = context_.grammar.lexicon(LexiconId::kProvinces);
  bool placed = false;
  for (std::size_t i = 1; i < own.size() && !placed; ++i)
    placed = provinces.longest_at(own, i, kept);
  if (!placed) return {};
  std::string text;
  for (std::size_t at = line.begin; at < words[head.end_word - 1].end;) {
    const CodePoint c = decode(context_.flow.text(), at);
    append(text, text.empty() ? upper(c.value) : lower(c.value));
    at += c.length;
  }
  return text;
}

// "PHÒNG Giáo dục và Đào tạo", "Ủy ban nhân dân QUẬN 1": of a line in capitals a word in capitals
// is left in the name.
bool IdentityReader::keeps_capitals(Range line, const std::string& name) const {
  if (!has_words_in_capitals(context_.text(line))) return false;
  std::vector<Word> words;
  split_words(context_.grammar, name, words);
  for (const Word& word : words) {
    const std::string written = name.substr(word.begin, word.end - word.begin);
    const std::string twice = written + " " + written;
    const bool number = &word == &words.back() && roman_value(written) != 0;  // "khu vực XIV"
    if (!number && has_words_in_capitals(twice) &&
        context_.text(line).find(written) != std::string::npos)
      return true;
  }
  return false;
}

// "SỞ Y TE", "SƠ Y TẾ": the letters of a known body, some without their marks. Empty where the name
// is known as it stands, or none is like it.
std::string IdentityReader::misread_body(Range range) {
  constexpr int kMostTries = 16;  // of a document
  const std::string_view text = context_.text(range);
  const Lexicon& bodies = context_.grammar.lexicon(LexiconId::kAgencies);
  const std::span<const Word> words = context_.layout.words_in(range);
  LexiconMatch match;
  if (words.size() < 2 || words.size() > kMostMisread || text.find('\n') != text.npos ||
      bodies.longest_at(words, 0, match) || ++misread_ > kMostTries)
    return {};
  const std::string wanted = bare_letters(text);
  for (const Entry& entry : bodies.entries()) {
    const std::string_view name = entry.name();
    if (entry.value(Field::kKind) != "named" || name.size() > text.size() + kMostMarks ||
        name.size() + kMostMarks < text.size())
      continue;
    if (bare_letters(name) == wanted) return std::string(name);
  }
  return {};
}

bool IdentityReader::issuer_in_components(const InstrumentPart& part) {
  // The header has one or two levels: "UBND TỈNH LÀO CAI" over "SỞ CÔNG THƯƠNG".
  std::string higher;
  std::string own;
  Range last;
  constexpr std::ptrdiff_t kMostLevels = 8;
  const auto names_issuer = [](const Component& component) {
    return component.kind == ComponentKind::kIssuer || component.kind == ComponentKind::kAuthority;
  };
  const auto closes = [](const Component& component) {
    return component.kind == ComponentKind::kSignature ||
           component.kind == ComponentKind::kRecipientsHead;
  };
  const auto tail = std::find_if(part.components.begin(), part.components.end(), closes);
  auto more = std::count_if(part.components.begin(), part.components.end(), names_issuer);
  for (const Component& component : part.components) {
    if (!names_issuer(component)) continue;
    const Range range = context_.block(component.block).range;
    context_.claim(range);
    if (more-- > kMostLevels) continue;  // a header has no more
    // "BỘ TRƯỞNG BỘ QUỐC PHÒNG" on two lines: for whom somebody signs.
    const bool below = tail != part.components.end() && component.block > tail->block;
    if (below && !own.empty()) continue;
    if (component.kind == ComponentKind::kAuthority && !own.empty()) {
      // The header left out the place, the line above the legal bases has it.
      const std::string name = agencies_.canonical(range);
      if (name.size() > own.size() && name.compare(0, own.size(), own) == 0) own = name;
      continue;
    }
    last = range;
    in_header_ = component.kind == ComponentKind::kIssuer;
    for (const std::string& level : levels_in(range)) {
      if (!own.empty()) higher = own;
      own = level;
    }
  }
  in_header_ = false;
  if (own.empty()) return false;
  of_state_ = of_the_state(higher) && !ends_with_unit(last);
  if (of_state_) drop_unit(own);
  std::string issuer = office_of(higher, own);
  if (issuer.empty()) issuer = issuer_with_place(higher, own);
  std::replace(issuer.begin(), issuer.end(), '\n', ' ');  // a name of two lines
  const std::string signing = of_who_signs(part);         // which may leave out the place
  if (!signing.empty() && !issuer.starts_with(signing)) issuer = signing;
  context_.document.identity.issuer = context_.keep(issuer);
  return true;
}

// "NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ", signed "T/M BỘ CHÍNH TRỊ", below a header that names another body.
std::string IdentityReader::of_who_signs(const InstrumentPart& part) {
  Range named = of_issuer(part.title);
  const Component* title = part.first(ComponentKind::kTitle);
  if (named.empty() && title != nullptr) named = of_issuer(context_.block(title->block).range);
  if (named.empty()) {
    named = of_signing_body(part);
    return named.empty() ? std::string{} : agencies_.canonical(named);
  }
  const std::string_view name = context_.text(named);
  bool is_signed = false;
  for (const Component& component : part.components) {
    if (component.kind != ComponentKind::kSignature) continue;
    is_signed = true;
    if (context_.text(context_.block(component.block).range).ends_with(name))
      return agencies_.canonical(named);
  }
  return is_signed ? std::string{} : agencies_.canonical(named);
}

// "của Bộ Chính trị về phát triển kinh tế", signed "T/M BỘ CHÍNH TRỊ": the body in the title. Empty
// where the title names none so, or another signs.
Range IdentityReader::of_signing_body(const InstrumentPart& part) {
  const Component* title = part.first(ComponentKind::kTitle);
  if (title == nullptr) return {};
  RuleMatch match;
  const Range range = context_.flow.trimmed(context_.block(title->block).range);
  if (range.empty() || context_.match_role(RuleSet::kIssue, range, "of", match) == nullptr)
    return {};
  const AgencyList list = agencies_.leading({match.end, range.end});
  const Range rest = context_.flow.trimmed({std::min(list.end, range.end), range.end});
  Range name{match.end, std::min(list.end, range.end)};
  // "CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ": the first of two signs for both.
  const std::size_t comma = context_.text(name).find(',');
  const bool both = list.agencies.size() == 2 && comma != std::string_view::npos;
  if (both) name.end = name.begin + static_cast<std::uint32_t>(comma);
  if ((list.agencies.size() != 1 && !both) || rest.empty() ||
      context_.match_role(RuleSet::kIssue, rest, "subject", match) == nullptr)
    return {};
  const std::string wanted = bare_letters(context_.text(name));
  for (const Component& component : part.components) {
    if (component.kind != ComponentKind::kSignature) continue;
    const std::string_view line = context_.text(context_.block(component.block).range);
    if (line.size() < 2 * kMostLetters && bare_letters(line).ends_with(wanted)) return name;
  }
  return {};
}

bool IdentityReader::of_the_state(const std::string& body) const {
  if (body.empty()) return false;
  const Entry entry = context_.grammar.lexicon(LexiconId::kAgencies).find(body);
  return entry.valid() && entry.value(Field::kLevel) == "central";
}

// "CÔNG AN TỈNH", where the name of the province is left out.
bool IdentityReader::ends_with_unit(Range line) const {
  const std::span<const Word> words = context_.layout.words_in(context_.flow.trimmed(line));
  if (words.empty()) return false;
  const std::string_view last = context_.text({words.back().begin, words.back().end});
  return context_.grammar.lexicon(LexiconId::kUnitWords).find(last).valid();
}

// "BỘ TÀI CHÍNH" over "CỤC THUẾ": the lexicon knows the one of a province, which has the word for
// its unit.
void IdentityReader::drop_unit(std::string& body) const {
  const Entry entry = context_.grammar.lexicon(LexiconId::kAgencies).find(body);
  const std::size_t last = body.rfind(' ');
  if (!entry.valid() || entry.value(Field::kLevel) != "province" || last == std::string::npos)
    return;
  const std::string_view unit = std::string_view(body).substr(last + 1);
  if (context_.grammar.lexicon(LexiconId::kUnitWords).find(unit).valid()) body.resize(last);
}

// "UBND THÀNH PHỐ HẢI PHÒNG" over "VĂN PHÒNG": an office is named by the body that it serves. Empty
// where the lower name stands for itself.
std::string IdentityReader::office_of(const std::string& higher, const std::string& own) const {
  if (higher.empty()) return {};
  const auto lexicon = [&](LexiconId id) -> const Lexicon& { return context_.grammar.lexicon(id); };
  const std::string joined = own + " " + higher;
  std::vector<Word> words;
  split_words(context_.grammar, own, words);
  const std::size_t own_words = words.size();
  const Entry stem = lexicon(LexiconId::kAgencyStems).find(own);
  const bool serves = stem.valid() && (stem.value(Field::kRole) == "office" ||
                                       stem.value(Field::kRole) == "matter");
  // "HUYỆN ỦY MƯỜNG LA" over "BAN DÂN VẬN": one of the offices of a body with a name of its own.
  const bool of_proper = has_proper_name(higher) && !has_unit(own);
  words.clear();
  split_words(context_.grammar, joined, words);
  LexiconMatch match;
  const bool known =
      lexicon(LexiconId::kAgencies).longest_at(words, 0, match) && match.end_word > own_words;
  if (known && match.end_word == words.size()) return std::string(match.entry.name());
  return known || serves || of_proper ? joined : std::string{};
}

// "Huyện ủy Mường La", "Trường Đại học Hồng Đức".
bool IdentityReader::has_proper_name(const std::string& body) const {
  std::vector<Word> words;
  split_words(context_.grammar, body, words);
  LexiconMatch stem;
  return stem_at(context_.grammar, words, 0, stem) && stem.end_word < words.size() &&
         stem.entry.value(Field::kRole) == "proper";
}

// The name says of what unit the body is.
bool IdentityReader::has_unit(const std::string& body) const {
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  const Lexicon& provinces = context_.grammar.lexicon(LexiconId::kProvinces);
  std::vector<Word> words;
  split_words(context_.grammar, body, words);
  LexiconMatch match;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (units.longest_at(words, i, match) || provinces.longest_at(words, i, match)) return true;
  }
  return false;
}

// "huyện Cẩm Khê" at the end of a name: below the province a unit is known by the word before it.
std::string IdentityReader::lower_place(const std::string& name) const {
  constexpr std::ptrdiff_t kLongestPlace = 4;  // words
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  std::vector<Word> words;
  split_words(context_.grammar, name, words);
  LexiconMatch unit;
  LexiconMatch stem;
  std::size_t behind_stem = 0;
  for (std::size_t i = 0; i < words.size();) {
    if (stem_at(context_.grammar, words, i, stem)) {  // "Hợp tác xã" is no unit
      behind_stem = i = stem.end_word;
      continue;
    }
    const bool found = units.longest_at(words, i, unit) && unit.end_word < words.size();
    const std::string_view level = found ? unit.entry.value(Field::kLevel) : std::string_view{};
    const bool word = i == behind_stem || is_lower(decode(name, words[i].begin).value);
    if (word && (level == "district" || level == "commune")) {
      const char32_t first = decode(name, words[unit.end_word].begin).value;
      const auto rest = std::span(words).subspan(unit.end_word);
      const auto lower = std::find_if(rest.begin(), rest.end(), [&](const Word& part) {
        return is_lower(decode(name, part.begin).value);
      });
      const auto length =
          std::count_if(rest.begin(), lower, [](const Word& part) { return !part.connector; });
      if ((is_upper(first) || is_digit(first)) && length <= kLongestPlace)
        return " " + name.substr(words[i].begin);
    }
    ++i;
  }
  return {};
}

// "Tỉnh ủy": a body that only a name of its own can follow.
bool IdentityReader::holds_unit(const std::string& body) const {
  std::vector<Word> words;
  split_words(context_.grammar, body, words);
  LexiconMatch stem;
  return stem_at(context_.grammar, words, 0, stem) && stem.end_word == words.size() &&
         stem.entry.value(Field::kRole) == "proper";
}

// " tỉnh Tây Ninh" becomes " Tây Ninh".
void IdentityReader::drop_unit_of(std::string& place) const {
  std::vector<Word> words;
  split_words(context_.grammar, place, words);
  LexiconMatch unit;
  if (!words.empty() &&
      context_.grammar.lexicon(LexiconId::kUnitWords).longest_at(words, 0, unit) &&
      unit.end_word < words.size())
    place.erase(1, words[unit.end_word].begin - 1);
}

// A lower body without a place takes that of the body above it.
std::string IdentityReader::issuer_with_place(const std::string& higher,
                                              const std::string& own) const {
  if (higher.empty()) return own;
  const Lexicon& provinces = context_.grammar.lexicon(LexiconId::kProvinces);
  const auto place_in = [&](const std::string& name) -> std::string {
    std::vector<Word> words;
    split_words(context_.grammar, name, words);
    LexiconMatch match;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!provinces.longest_at(words, i, match) || match.end_word != words.size()) continue;
      std::string unit_name;
      for (std::size_t before = i > 2 ? i - 2 : 0; before < i && unit_name.empty(); ++before) {
        LexiconMatch unit;
        const bool has_unit =
            context_.grammar.lexicon(LexiconId::kUnitWords).longest_at(words, before, unit) &&
            unit.end_word == i;
        if (!has_unit) continue;
        unit_name = name.substr(words[before].begin, words[i].begin - words[before].begin);
      }
      LexiconMatch inside;  // "Thành phố Hồ Chí Minh" holds the word for its unit
      const bool whole =
          context_.grammar.lexicon(LexiconId::kUnitWords).longest_at(words, i, inside);
      if (whole) return " " + name.substr(words[i].begin);
      return " " + unit_name + std::string(match.entry.name());
    }
    return {};
  };
  if (!place_in(own).empty()) return own;
  std::string place = place_in(higher);
  if (place.empty() && lower_place(own).empty()) place = lower_place(higher);
  if (holds_unit(own)) drop_unit_of(place);
  // "Thanh tra tỉnh" has the word for the unit already.
  const std::size_t unit = own.rfind(' ');
  const bool said = unit != std::string::npos &&
                    place.compare(0, own.size() - unit + 1, own.substr(unit) + " ") == 0;
  return said ? own + place.substr(own.size() - unit) : own + place;
}

// "UBND tỉnh Thanh Hóa ban hành Kế hoạch …" in the opening paragraphs.
bool IdentityReader::issuer_in_text(std::uint32_t index) {
  const InstrumentPart& part = context_.outline.instruments[index];
  for (const std::uint32_t root : part.roots) {
    const Node& node = context_.node(root);
    if (node.scheme != Scheme::kNone) break;
    const Range tokens = context_.flow.tokens_in(node.text);
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const Range rest{context_.flow.tokens()[i].begin, node.text.end};
      const AgencyList list = agencies_.leading(rest);
      if (list.empty()) continue;
      RuleMatch match;
      const Range after = context_.flow.trimmed({list.end, node.text.end});
      if (context_.match_role(RuleSet::kIssue, after, "issuer", match) != nullptr) {
        context_.document.identity.issuer = list.agencies.back().name;
      }
    }
  }
  return context_.document.identity.issuer.data() != nullptr;
}

void IdentityReader::issuer(const InstrumentPart& part, std::uint32_t index) {
  if (issuer_in_components(part)) return;
  if (const auto named = named_by_kind_line(part); named && named->citation.issuer.data()) {
    context_.document.identity.issuer = named->citation.issuer;
    return;
  }
  if (issuer_in_text(index)) return;
  // Who promulgates an instrument without a header stands in an attachment line only.
  for (std::size_t i = index; i < context_.outline.instruments.size(); ++i) {
    const Component* line = context_.outline.instruments[i].first(ComponentKind::kAttachment);
    if (line == nullptr) continue;
    const auto cited = citations_.in_attachment(context_.block(line->block).range);
    if (!cited.has_value() || cited->issuer.data() == nullptr) continue;
    context_.document.identity.issuer = cited->issuer;
    return;
  }
}

// The name begins with that of a body of the whole country and names no province.
bool IdentityReader::is_central(std::string_view name) const {
  std::vector<Word> words;
  split_words(context_.grammar, name, words);
  LexiconMatch match;
  const Lexicon& bodies = context_.grammar.lexicon(LexiconId::kAgencies);
  const Lexicon& heads = context_.grammar.lexicon(LexiconId::kAgencyHeads);
  const bool headed = !bodies.longest_at(words, 0, match) && heads.longest_at(words, 0, match);
  std::size_t at = headed ? match.end_word : 0;
  if (!bodies.longest_at(words, at, match) || match.entry.value(Field::kLevel) != "central")
    return false;
  const Lexicon& provinces = context_.grammar.lexicon(LexiconId::kProvinces);
  for (at = match.end_word; at < words.size(); ++at) {
    if (provinces.longest_at(words, at, match)) return false;
  }
  return true;
}

void IdentityReader::jurisdiction() {
  Identity& identity = context_.document.identity;
  const std::string_view source = identity.issuer;
  const bool of_all = is_central(source) || (of_state_ && !has_unit(std::string(source)));
  if (of_all || local_jurisdiction()) return;  // the former governs no single place
  const Lexicon& provinces = context_.grammar.lexicon(LexiconId::kProvinces);
  Entry found;
  for (const std::string_view text : {source, identity.place, identity.title}) {
    std::vector<Word> words;
    split_words(context_.grammar, text, words);
    LexiconMatch match;
    for (std::size_t i = 0; i < words.size() && !found.valid(); ++i) {
      if (provinces.longest_at(words, i, match)) found = match.entry;
    }
    if (found.valid()) break;
  }
  if (!found.valid()) return;
  Jurisdiction result;
  result.name = found.name();
  result.level = found.value(Field::kLevel);
  if (result.level.data() == nullptr) result.level = "province";
  result.gso_code = found.value(Field::kGsoCode);
  result.iso_code = found.value(Field::kIsoCode);
  result.successor = found.value(Field::kSuccessor);
  identity.jurisdiction = result;
  complete_issuer(found);
}

// "Ủy ban nhân dân xã Tam Nông": a unit below the province, known by the word before its name.
bool IdentityReader::local_jurisdiction() {
  Identity& identity = context_.document.identity;
  if (identity.issuer.find(" - ") != std::string_view::npos) return false;
  const std::string issuer(identity.issuer);
  const std::string place = lower_place(issuer);
  std::vector<Word> words;
  split_words(context_.grammar, place, words);
  LexiconMatch unit;
  LexiconMatch city;
  const Lexicon& provinces = context_.grammar.lexicon(LexiconId::kProvinces);
  if (words.empty() ||
      !context_.grammar.lexicon(LexiconId::kUnitWords).longest_at(words, 0, unit) ||
      provinces.longest_at(words, 0, city))
    return false;
  std::size_t end = unit.end_word;
  if (unit.entry.value(Field::kLevel) == "district" && provinces.longest_at(words, end, city))
    return false;  // "thành phố Huế"
  while (end < words.size() && !words[end].connector && !words[end].stop &&
         !is_lower(decode(place, words[end].begin).value)) {
    ++end;
  }
  Jurisdiction result;
  result.name = context_.keep(
      place.substr(words[unit.end_word].begin, words[end - 1].end - words[unit.end_word].begin));
  result.level = unit.entry.value(Field::kLevel);
  identity.jurisdiction = result;
  return true;
}

// "Ủy ban nhân dân tỉnh xây dựng kế hoạch …", issued in Kon Tum, is that of Kon Tum; so is "ỦY BAN
// NHÂN DÂN" without its second line, or with one that was misread.
void IdentityReader::complete_issuer(Entry province) {
  Identity& identity = context_.document.identity;
  const bool joint = identity.issuer.find(" - ") != std::string_view::npos;
  if (identity.issuer.empty() || joint || identity.place != province.name()) return;
  std::vector<Word> words;
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  LexiconMatch match;
  const std::string_view full = province.value(Field::kFullName);
  split_words(context_.grammar, full, words);
  if (words.empty() || !units.longest_at(words, 0, match)) return;
  const std::string_view unit = match.entry.name();
  std::string place(province.name());
  if (!place.starts_with(full.substr(0, words[match.end_word - 1].end))) {
    place = std::string(unit) + " " + place;
  }
  const std::string issuer(identity.issuer);
  words.clear();
  split_words(context_.grammar, issuer, words);
  if (!stem_at(context_.grammar, words, 0, match)) return;
  const std::string body = issuer.substr(0, words[match.end_word - 1].end);
  const Lexicon& bodies = context_.grammar.lexicon(LexiconId::kAgencies);
  bool of_units = false;  // "Sở" is none that the word for a unit completes
  for (const Entry unit_word : units.entries()) {
    of_units = of_units || bodies.find(body + " " + std::string(unit_word.name())).valid();
  }
  if (!of_units) return;
  const std::string rest = issuer.substr(std::min(body.size() + 1, issuer.size()));
  const bool missing = rest.empty() || units.find(rest).valid();
  if (missing ? rest.empty() || rest == unit : is_misread(rest, place))
    identity.issuer = context_.keep(body + " " + place);
}

// Whether a text is another but for its marks and some letters.
bool IdentityReader::is_misread(const std::string& read, const std::string& meant) {
  constexpr std::size_t kLettersPerError = 6;
  const std::string wanted = bare_letters(meant);
  return edit_distance(bare_letters(read), wanted) <= wanted.size() / kLettersPerError;
}

}  // namespace scp
