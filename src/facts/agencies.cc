#include "facts/agencies.h"

#include <algorithm>

#include "facts/capitals.h"
#include "text/utf8.h"

namespace scp {
namespace {

AgencyKind kind_named(std::string_view name) {
  if (name == "collective") return AgencyKind::kCollective;
  if (name == "person") return AgencyKind::kPerson;
  if (name == "reference") return AgencyKind::kReference;
  return AgencyKind::kNamed;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

void DistinctAgencies::add(AgencyRef agency) {
  constexpr std::size_t kFew = 16;
  if (list_.size() < kFew) {
    const bool there = std::any_of(list_.begin(), list_.end(),
                                   [&](const AgencyRef& a) { return a.name == agency.name; });
    if (!there) list_.push_back(std::move(agency));
    return;
  }
  for (; known_ < list_.size(); ++known_) names_.insert(list_[known_].name);
  if (names_.insert(agency.name).second) list_.push_back(std::move(agency));
}

bool AgencyReader::capital_at(const Word& word) const {
  const char32_t c = decode(context_.flow.text(), word.begin).value;
  return is_letter(c) && is_upper(c);
}

// Words after a name that say nothing: "có liên quan", "trên địa bàn tỉnh".
void AgencyReader::skip_tails(std::span<const Word> words, Item& item) {
  const Lexicon& tails = context_.grammar.lexicon(LexiconId::kAgencyTails);
  LexiconMatch match;
  for (int i = 0; i < 3 && item.end_word < words.size(); ++i) {
    // "Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo"
    const Word& next = words[item.end_word];
    const std::size_t dash = context_.text({next.begin, next.end}) == "-" ? 1 : 0;
    if (item.end_word + dash >= words.size() ||
        !tails.longest_at(words, item.end_word + dash, match) ||
        (match.entry.value(Field::kRole) == "post") != (dash == 1))
      return;
    item.end_word = match.end_word;
    if (dash == 1) item.end_word = static_cast<std::uint32_t>(board_end(words, match));
  }
}

// "tỉnh Lào Cai" or "Lào Cai" right after a name belongs to it.
void AgencyReader::add_place(std::span<const Word> words, Item& item, bool bare_unit_in_name) {
  const Lexicon& provinces = context_.grammar.lexicon(LexiconId::kProvinces);
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  LexiconMatch unit;
  LexiconMatch place;
  std::size_t at = item.end_word;
  const bool has_unit = at < words.size() && units.longest_at(words, at, unit);
  if (has_unit) at = unit.end_word;
  if (at >= words.size()) return;
  if (provinces.longest_at(words, at, place) && capital_at(words[at])) {
    if (has_unit && !bare_unit_in_name) item.name += " " + std::string(unit.entry.name());
    item.name += " " + std::string(place.entry.name());
    item.end_word = place.end_word;
  }
}

// "đơn vị có liên quan": whether the name that takes the words [at, end) ends with such words.
bool AgencyReader::has_tail(std::span<const Word> words, std::size_t at, std::size_t end) const {
  const Lexicon& tails = context_.grammar.lexicon(LexiconId::kAgencyTails);
  LexiconMatch tail;
  for (std::size_t i = at + 1; i < end; ++i) {
    if (tails.longest_at(words, i, tail) && tail.end_word == end) return true;
  }
  return false;
}

// "Các sở, ban ngành, đơn vị có liên quan": the longest name would take the first word of the next
// one. The grammar marks names that stand for themselves wherever they begin.
LexiconMatch AgencyReader::shortened(std::span<const Word> words, std::size_t at,
                                     const LexiconMatch& match) const {
  const Lexicon& agencies = context_.grammar.lexicon(LexiconId::kAgencies);
  for (std::size_t next = at + 1; next < match.end_word; ++next) {
    if (!words[next - 1].connector || words[next].connector) continue;
    LexiconMatch second;
    if (!agencies.longest_at(words, next, second) || second.end_word < match.end_word) continue;
    const std::string_view role = second.entry.value(Field::kRole);
    const bool own = role == "own-item" ||
                     (role == "own-item-with-tail" && has_tail(words, next, second.end_word));
    if (!own) continue;
    if (second.entry.name() == match.entry.name()) continue;  // "các cơ quan, đơn vị liên quan"
    std::size_t end = next;
    while (end > at && words[end - 1].connector) --end;
    LexiconMatch first;
    const std::span<const Word> head = words.first(end);
    if (agencies.longest_at(head, at, first) && first.end_word == end) return first;
  }
  return match;
}

// The word for a unit ("tỉnh", "thành phố") that a name as written ends with.
Entry AgencyReader::unit_at_end(std::span<const Word> words) const {
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  for (const std::size_t count : {2, 1}) {
    if (words.size() <= count) continue;
    const Word& first = words[words.size() - count];
    const Entry unit = units.find(context_.text({first.begin, words.back().end}));
    if (unit.valid()) return unit;
  }
  return {};
}

std::string_view AgencyReader::unit_after(std::span<const Word> words, std::size_t at) const {
  LexiconMatch unit;
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  return at < words.size() && units.longest_at(words, at, unit) ? unit.entry.name()
                                                                : std::string_view{};
}

// The same of a name of the lexicon.
Entry AgencyReader::unit_of(std::string_view name) const {
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  const std::size_t last = name.rfind(' ');
  if (last == std::string_view::npos) return {};
  const std::size_t before = last == 0 ? std::string_view::npos : name.rfind(' ', last - 1);
  for (const std::size_t blank : {before, last}) {  // two words, or one
    if (blank == std::string_view::npos) continue;
    const std::string_view end = name.substr(blank + 1);
    const Entry unit = units.find(end);
    if (unit.valid() && unit.name() == end) return unit;
  }
  return {};
}

// "Ban Quản lý Khu kinh tế Đông Nam": the lexicon says that a name of its own may follow.
bool AgencyReader::proper_name_follows(std::span<const Word> words,
                                       const LexiconMatch& match) const {
  const std::size_t next = match.end_word;
  if (match.entry.value(Field::kRole) != "proper" || next >= words.size()) return false;
  const bool part = !words[next].stop && !words[next].connector && !words[next].comma;
  if (!part || !capital_at(words[next])) return false;
  LexiconMatch place;
  return !begins_duty(words[next]) && !begins_body(words, next) &&
         !context_.grammar.lexicon(LexiconId::kProvinces).longest_at(words, next, place);
}

// In a city the offices are those of the city, though the lexicon names them by the province.
void AgencyReader::name_own_unit(Item& item, Entry written) const {
  const auto& jurisdiction = context_.document.identity.jurisdiction;
  if (!jurisdiction.has_value()) return;
  const Entry last = unit_of(item.name);
  if (!last.valid() || last.value(Field::kLevel) != "province") return;
  if (written.valid() && written.name() == last.name()) return;
  const Entry place = context_.grammar.lexicon(LexiconId::kProvinces).find(jurisdiction->name);
  const std::string_view unit = unit_of_place(place);
  if (unit.empty()) return;
  item.name.replace(item.name.size() - last.name().size(), last.name().size(), unit);
}

// "thành phố" of "Thành phố Hải Phòng"; empty where that cannot be told.
std::string_view AgencyReader::unit_of_place(Entry place) const {
  if (!place.valid()) return {};
  std::vector<Word> words;
  split_words(context_.grammar, place.value(Field::kFullName), words);
  return words.empty() ? std::string_view{} : unit_after(words, 0);
}

bool AgencyReader::by_lexicon(std::span<const Word> words, std::size_t at, Item& item) {
  LexiconMatch match;
  if (!context_.grammar.lexicon(LexiconId::kAgencies).longest_at(words, at, match)) return false;
  match = shortened(words, at, match);
  // "Trường Cao đẳng nghề Đông Hải": a name of its own, which begins like one for many.
  const bool name_goes_on = match.end_word < words.size() && at + 1 < match.end_word &&
                            match.entry.value(Field::kKind) == "collective" &&
                            capital_at(words[at]) && capital_at(words[at + 1]) &&
                            !words[match.end_word].connector && !words[match.end_word].stop &&
                            !begins_duty(words[match.end_word]);
  if (name_goes_on && by_stem(words, at, item)) return true;
  if (longer_name(words, at, match, item)) return true;
  if (proper_name_follows(words, match) && by_stem(words, at, item)) {
    const Range more{words[match.end_word].begin, words[item.end_word - 1].end};
    item.name = std::string(match.entry.name()) + " " + std::string(context_.text(more));
    return true;
  }
  item.name = std::string(match.entry.name());
  item.kind = kind_named(match.entry.value(Field::kKind));
  item.first_word = static_cast<std::uint32_t>(at);
  item.end_word = match.end_word;
  if (item.kind == AgencyKind::kNamed) {
    // A name such as "Ủy ban nhân dân tỉnh" ends with the word for the unit already.
    const Entry unit_word = unit_at_end(words.subspan(at, match.end_word - at));
    const bool unit_in_name = unit_word.valid() && ends_with(item.name, unit_word.name());
    const Entry of_lexicon = unit_in_name ? Entry{} : unit_of(item.name);
    add_place(words, item, unit_in_name || (unit_word.valid() && of_lexicon.valid()));
    // "Công an thành phố Đà Nẵng", where the lexicon has "Công an tỉnh" for both.
    const std::string_view own =
        unit_word.valid() ? unit_word.name() : unit_after(words, match.end_word);
    LexiconMatch place;
    const bool bare =
        own.empty() && item.end_word > match.end_word &&
        context_.grammar.lexicon(LexiconId::kProvinces).longest_at(words, match.end_word, place);
    const std::string_view of_place = bare ? unit_of_place(place.entry) : std::string_view{};
    if (of_lexicon.valid() && !of_place.empty()) {
      item.name.replace(match.entry.name().size() - of_lexicon.name().size(),
                        of_lexicon.name().size(), of_place);
    }
    if (of_lexicon.valid() && item.end_word > match.end_word && !own.empty()) {
      const std::size_t unit = match.entry.name().size() - of_lexicon.name().size();
      const std::size_t more = unit_word.valid() ? 0 : own.size() + 1;  // add_place() wrote it, too
      item.name.replace(unit, of_lexicon.name().size() + more, own);
    }
    const bool of_province = match.entry.value(Field::kLevel) == "province";
    if (of_province || regional(words, match.end_word)) lower_unit(words, item);
    if (of_province && item.end_word == match.end_word) {
      if (!unit_word.valid()) drop_unit(item);
      name_own_unit(item, unit_word);
    }
    const std::string_view level = match.entry.value(Field::kLevel);
    if (level == "district" || level == "commune") town_after(words, item);
  }
  if (match.entry.value(Field::kRole) == "of-body" && !owned_) add_owner(words, item);
  skip_tails(words, item);
  return true;
}

bool AgencyReader::begins_duty(const Word& word) const {
  RuleMatch match;
  const Range rest{word.begin, static_cast<std::uint32_t>(context_.flow.text().size())};
  return context_.match_role(RuleSet::kAssignment, rest, "verb", match) != nullptr;
}

// A title and the body that it stands for. The title may hold the first word of the name: "Chánh
// Văn phòng Ủy ban nhân dân tỉnh".
bool AgencyReader::headed(std::span<const Word> words, std::size_t at, Item& item) {
  LexiconMatch head;
  if (!context_.grammar.lexicon(LexiconId::kAgencyHeads).longest_at(words, at, head)) return false;
  last_title(words, head);
  bool found = false;
  if (head.end_word < words.size()) {
    const bool is_person = head.entry.value(Field::kKind) == "person";
    if (is_person && person(words, at, head.end_word, item)) return true;
    found = by_lexicon(words, head.end_word, item) || by_stem(words, head.end_word, item) ||
            (is_person && headed(words, head.end_word, item));
  }
  for (std::size_t inner = head.first_word + 1; inner < head.end_word; ++inner) {
    Item longer;
    const bool last = inner + 1 == head.end_word;
    const bool named = by_lexicon(words, inner, longer) || by_stem(words, inner, longer, last) ||
                       by_kinds(words, inner, longer);
    if (!named || longer.end_word <= head.end_word) continue;
    // "Giám đốc các Sở xây dựng …" are all of them, at work.
    const bool at_work = longer.kind == AgencyKind::kCollective && longer.end_word < words.size() &&
                         works_at(words, longer.end_word) && !capital_at(words[longer.end_word]);
    if (found && longer.end_word < item.end_word && !at_work) continue;
    // "Phó Thủ tướng Thường trực Chính phủ Trần Văn A": a name, not of a body.
    Item whom;
    const std::size_t name = head.end_word;
    const auto like_name = [&](const Word& word) {
      const std::string_view first = context_.text({word.begin, word.end});
      const std::size_t letter = decode(first, 0).length;
      return letter < first.size() && is_lower(decode(first, letter).value);
    };
    if (name < words.size() && like_name(words[name]) && !begins_body(words, name) &&
        person(words, at, name, whom) && whom.end_word >= longer.end_word)
      longer = whom;
    item = longer;
    found = true;
    break;
  }
  if (found) holder(words, at, item);
  // "Phó Thủ tướng Trần Hồng Hà": a post and the name of who holds it.
  if (!found) found = person(words, at, head.end_word, item);
  item.first_word = static_cast<std::uint32_t>(at);
  return found;
}

// A name of the lexicon that is the first words of other names: "Hội đồng nhân dân".
bool AgencyReader::names_no_unit(std::string_view name) const {
  const Entry stem = context_.grammar.lexicon(LexiconId::kAgencyStems).find(name);
  return stem.valid() && stem.value(Field::kKind).data() == nullptr &&
         stem.value(Field::kRole).data() == nullptr;
}

// "HĐND, UBND tỉnh": the unit that the next name ends with is that of both.
void AgencyReader::share_unit(std::span<const Word> words, Item& item) {
  const std::size_t joint = item.end_word;
  LexiconMatch stem;
  if (joint + 1 >= words.size() || !words[joint].connector ||
      !stem_at(context_.grammar, words, joint + 1, stem) || !names_no_unit(stem.entry.name()))
    return;
  Item next;
  const bool named = by_lexicon(words, joint + 1, next) || by_stem(words, joint + 1, next);
  const std::string_view name = stem.entry.name();
  if (!named || next.kind != AgencyKind::kNamed || next.name.size() <= name.size() ||
      !next.name.starts_with(name))
    return;
  const std::string_view unit = std::string_view(next.name).substr(name.size());
  std::vector<Word> rest;
  split_words(context_.grammar, unit, rest);
  LexiconMatch match;  // "Tỉnh đoàn, Sở Y tế" share nothing
  if (!rest.empty() && context_.grammar.lexicon(LexiconId::kUnitWords).longest_at(rest, 0, match)) {
    item.name += unit;
  }
}

bool AgencyReader::known(std::span<const Word> words, std::size_t at, Item& item) {
  if (at >= words.size()) return false;
  Item direct;
  bool found = by_lexicon(words, at, direct);
  Item other;
  // "Trường Đại học Hồng Đức" is one of the group that its first words name.
  if (found && direct.kind == AgencyKind::kCollective && by_stem(words, at, other) &&
      other.end_word > direct.end_word) {
    direct = other;
  }
  if (found && names_no_unit(direct.name)) {
    if (by_stem(words, at, other) && other.end_word > direct.end_word) {
      direct = other;
    } else {
      share_unit(words, direct);
    }
  }
  if (!found) found = by_kinds(words, at, direct);
  if (headed(words, at, other) && (!found || other.end_word > direct.end_word)) {
    direct = other;
    found = true;
  }
  if (!found && !by_stem(words, at, direct)) return false;
  item = std::move(direct);
  reference(words, item);
  return true;
}

// The name that begins at words[at]; or several, where one word stands for all of them. `items`
// holds those of the name before it in a list, if any.
bool AgencyReader::next_items(std::span<const Word> words, std::size_t at,
                              std::vector<Item>& items) {
  const std::string before = items.empty() ? std::string() : std::move(items.back().name);
  items.clear();
  if (group(words, at, items) || of_units(words, at, items)) return true;
  Item item;
  if (!known(words, at, item)) return same_bodies(before, words, at, items);
  second_post(words, item);
  items.push_back(std::move(item));
  return true;
}

// "Hợp tác xã", whose short form is HTX, is as it is to be but for its capital, and so is "Khoa học
// công nghệ" without the conjunction, which other names have.
bool AgencyReader::is_written_out(std::span<const Word> words, std::string_view full) const {
  const std::string_view text = context_.text({words.front().begin, words.back().end});
  const auto blanks = static_cast<std::size_t>(std::count(full.begin(), full.end(), ' '));
  const bool no_short_form = std::none_of(words.begin(), words.end(), [&](const Word& word) {
    const CodePoint letter = decode(context_.flow.text(), word.begin);
    const std::uint32_t next = word.begin + letter.length;
    return next < word.end && is_upper(decode(context_.flow.text(), next).value);
  });
  if (words.size() > 1 && words.size() <= blanks && no_short_form) return true;
  const CodePoint first = decode(text, 0);
  const CodePoint wanted = decode(full, 0);
  return lower(first.value) == lower(wanted.value) &&
         text.substr(first.length) == full.substr(wanted.length);
}

std::string AgencyReader::written_out(Range range) const {
  const std::span<const Word> words = context_.layout.words_in(range);
  const Lexicon& short_forms = context_.grammar.lexicon(LexiconId::kAbbreviations);
  std::string result;
  std::uint32_t at = range.begin;
  for (std::size_t i = 0; i < words.size();) {
    LexiconMatch match;
    const bool found = capital_at(words[i]) && short_forms.longest_at(words, i, match);
    if (!found || is_written_out(words.subspan(i, match.end_word - i), match.entry.name())) {
      i = found ? match.end_word : i + 1;
      continue;
    }
    result += context_.text({at, words[i].begin});
    result += match.entry.name();
    at = words[match.end_word - 1].end;
    i = match.end_word;
  }
  result += context_.text({at, range.end});
  return result;
}

std::string AgencyReader::canonical(Range range) {
  const Range inner = context_.flow.trimmed(range);
  const std::span<const Word> words = context_.layout.words_in(inner);
  Item item;
  if (!words.empty() && known(words, 0, item) && item.end_word == words.size()) return item.name;
  return written_out(inner);
}

AgencyRef AgencyReader::make(std::span<const Word> words, const Item& item) {
  const Range range{words[item.first_word].begin, words[item.end_word - 1].end};
  AgencyRef agency;
  agency.name = context_.keep(item.name);
  agency.text = context_.keep(range);
  agency.kind = item.kind;
  agency.note = context_.keep_or_null(item.note);
  agency.at = context_.at(range);
  return agency;
}

// A remark in brackets right after a name.
std::uint32_t AgencyReader::read_note(std::uint32_t at, std::uint32_t end, AgencyRef& agency) {
  const std::string_view flow = context_.flow.text();
  std::uint32_t open = at;
  while (open < end && flow[open] == ' ') ++open;
  if (open >= end || flow[open] != '(') return at;
  constexpr std::uint32_t kLongestNote = 1000;  // bytes
  const std::size_t close = flow.substr(0, std::min(end, open + kLongestNote)).find(')', open);
  if (close == std::string_view::npos) return at;
  agency.note = context_.keep_or_null({open + 1, static_cast<std::uint32_t>(close)});
  return static_cast<std::uint32_t>(close) + 1;
}

// The word behind a remark that ends at `after`, and behind "tỉnh" in "Trung tâm A (CDC) tỉnh".
std::size_t AgencyReader::behind_note(std::span<const Word> words, std::size_t at,
                                      std::uint32_t after) const {
  const std::size_t name = at;
  while (at < words.size() && words[at].begin < after) ++at;
  LexiconMatch tail;
  const bool found =
      at > name && at < words.size() &&
      context_.grammar.lexicon(LexiconId::kAgencyTails).longest_at(words, at, tail) &&
      (tail.end_word == words.size() || !capital_at(words[tail.end_word]));
  return found ? tail.end_word : at;
}

// Everything up to the mark that separates names: what the lexicon does not know.
AgencyReader::Item AgencyReader::unknown(std::span<const Word> words, std::size_t at) {
  Item item;
  item.first_word = static_cast<std::uint32_t>(at);
  LexiconMatch head;
  const bool headed = context_.grammar.lexicon(LexiconId::kAgencyHeads).longest_at(words, at, head);
  if (headed) item.kind = kind_named(head.entry.value(Field::kKind));
  item.end_word = static_cast<std::uint32_t>(unknown_end(words, at));
  const Range range{words[at].begin, words[item.end_word - 1].end};
  item.name = written_out(range);
  RuleMatch match;  // "Cơ quan chủ trì nhiệm vụ tại Phụ lục I"
  if (item.kind == AgencyKind::kNamed && !describes(range).empty() &&
      context_.search(RuleSet::kAssignment, range, match, "reference") != nullptr)
    item.kind = AgencyKind::kReference;
  return item;
}

std::vector<AgencyRef> AgencyReader::whole(Range range) {
  std::vector<AgencyRef> result;
  DistinctAgencies distinct(result);
  range = context_.flow.trimmed(range);
  while (!range.empty()) {  // each line of a cell is a list of its own
    const std::size_t end = context_.flow.text().substr(0, range.end).find('\n', range.begin);
    const std::uint32_t line_end =
        end == std::string_view::npos ? range.end : static_cast<std::uint32_t>(end);
    add_line({range.begin, line_end}, distinct);
    range.begin = std::min(line_end + 1, range.end);
  }
  return result;
}

void AgencyReader::add_line(Range range, DistinctAgencies& result) {
  constexpr std::size_t kLongestSmall = 8;  // words of an unknown name that begins small
  const std::span<const Word> words = context_.layout.words_in(range);
  std::vector<Item> items;
  std::size_t at = 0;
  bool tells = false;    // the line also says what they do
  bool at_work = false;  // and so does what stands before
  line_names_ = 0;
  guessed_ = false;
  while (at < words.size()) {
    if (words[at].connector || words[at].stop) {
      ++at;
      continue;
    }
    const bool known_name = next_items(words, at, items);
    if (!known_name) {
      Item item = unknown(words, at);
      RuleMatch opening;  // "…. Đồng thời, các sở …"
      const Range rest{words[at].begin, range.end};
      if (tells && context_.match_role(RuleSet::kAssignment, rest, "opening", opening)) {
        at = item.end_word;
        continue;
      }
      const bool small = !capital_at(words[at]);
      if (small && (tells || begins_duty(words[at]) || item.end_word - at > kLongestSmall)) {
        at = item.end_word;
        tells = true;
        continue;
      }
      // "Chủ trì: Sở A": a label; "(1) Sở A": a number.
      const bool label = is_colon(words, item.end_word);
      if (label || !has_letters(words.subspan(at, item.end_word - at))) {
        at = item.end_word;
        continue;
      }
      items.push_back(std::move(item));
    }
    // "Sở A hướng dẫn các đơn vị, địa phương …": more of those whom the work is about.
    const bool object = known_name && at_work && !capital_at(words[at]) && items.size() == 1 &&
                        items.front().kind == AgencyKind::kCollective &&
                        !context_.grammar.lexicon(LexiconId::kOpenWords)
                             .find(context_.text({words[at].begin, words[at].end}))
                             .valid();
    if (object) {
      at = items.front().end_word;
      continue;
    }
    if (line_names_++ == 0) first_unknown_ = !known_name;
    if (!known_name && first_unknown_ && line_names_ > 1) {
      guessed_ = guessed_ || describes({words[at].begin, range.end}).empty();
    }
    if (items.size() == 1) join_parts(words, items.front());
    at_work = known_name && described(words, items.back());
    tells = tells || at_work;
    std::uint32_t after = 0;
    for (const Item& item : items) {
      AgencyRef agency = make(words, item);
      after = read_note(words[item.end_word - 1].end, range.end, agency);
      result.add(std::move(agency));
    }
    at = behind_note(words, std::max(items.back().end_word, items.back().skipped), after);
    if (is_colon(words, at)) break;  // "Sở A: kiểm tra …"
  }
}

bool AgencyReader::is_colon(std::span<const Word> words, std::size_t at) const {
  return at < words.size() && context_.text({words[at].begin, words[at].end}) == ":";
}

bool AgencyReader::has_letters(std::span<const Word> words) const {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return is_letter(decode(context_.flow.text(), word.begin).value);
  });
}

AgencyList AgencyReader::leading(Range range) {
  AgencyList list;
  DistinctAgencies distinct(list.agencies);
  list.end = range.begin;
  // A list of names is short; a paragraph need not be cut into words to its end.
  constexpr std::uint32_t kLongestList = 1500;
  range.end = std::min(range.end, range.begin + kLongestList);
  const std::span<const Word> words = context_.layout.words_in(range);
  std::vector<Item> items;
  std::size_t at = 0;
  while (at < words.size()) {
    if (!next_items(words, at, items)) break;
    spread_over_places(words, items, list.agencies);
    extend_in_list(words, items.back());
    join_in_list(words, items.back());
    std::uint32_t after = 0;
    for (const Item& item : items) {
      AgencyRef agency = make(words, item);
      after = read_note(words[item.end_word - 1].end, range.end, agency);
      list.end = std::max(after, words[item.end_word - 1].end);
      distinct.add(std::move(agency));
    }
    at = behind_note(words, items.back().end_word, after);
    list.end = std::max(list.end, words[at - 1].end);
    const std::size_t joint = at;
    while (at < words.size() &&
           (words[at].connector ||
            (words[at].stop && context_.text({words[at].begin, words[at].end}) == ";"))) {
      ++at;
    }
    if (at == joint) break;
  }
  return list;
}

bool AgencyReader::only_agencies(Range range) {
  range = context_.flow.trimmed(range);
  const AgencyList list = leading(range);
  if (list.empty()) return false;
  const std::string_view rest = context_.text({list.end, range.end});
  return rest.find_first_not_of(" :.;,") == std::string_view::npos;
}

}  // namespace scp
