// Names that only their surroundings complete: "các Sở: Tài chính, Xây dựng", persons with their
// post, bodies that are named elsewhere.
#include <algorithm>

#include "facts/agencies.h"
#include "facts/capitals.h"
#include "grammar/words.h"
#include "text/utf8.h"

namespace scp {

// One name of a list whose first word was said for all: Xây dựng for Sở Xây dựng.
bool AgencyReader::by_shared_stem(std::string_view stem, std::span<const Word> words,
                                  std::size_t at, Item& item) {
  constexpr std::size_t kLongestName = 14;  // words
  std::vector<Word> joined;
  split_words(context_.grammar, stem, joined);
  const std::size_t own = joined.size();
  const std::span<const Word> rest = words.subspan(at, std::min(kLongestName, words.size() - at));
  joined.insert(joined.end(), rest.begin(), rest.end());
  LexiconMatch match;
  if (!context_.grammar.lexicon(LexiconId::kAgencies).longest_at(joined, 0, match)) return false;
  if (match.end_word <= own) return false;
  item.name = std::string(match.entry.name());
  item.kind = AgencyKind::kNamed;
  item.first_word = static_cast<std::uint32_t>(at);
  item.end_word = static_cast<std::uint32_t>(at + match.end_word - own);
  skip_tails(words, item);
  return true;
}

// The same with the first words of any bodies: a Vụ may be named like a Sở.
bool AgencyReader::by_any_stem(std::span<const Word> words, std::size_t at, Item& item) {
  bool found = false;
  Item other;
  for (const Entry& stem : context_.grammar.lexicon(LexiconId::kAgencyGroups).entries()) {
    if (!by_shared_stem(stem.name(), words, at, other)) continue;
    if (!found || other.end_word > item.end_word) item = other;
    found = true;
  }
  return found;
}

// Where the name ends that begins at words[at], in a list of names that the lexicon does not know:
// at a mark, at a duty, or at a conjunction after which no more names come.
std::size_t AgencyReader::listed_name_end(std::span<const Word> words, std::size_t at) {
  constexpr std::size_t kLongestName = 8;  // words
  Item item;
  std::size_t end = by_any_stem(words, at, item) ? item.end_word : at + 1;
  while (end < words.size() && end - at < kLongestName && !words[end].stop) {
    // "Kế hoạch - Tài chính" is one name.
    const bool joined = words[end].connector && end + 1 < words.size() &&
                        context_.text({words[end].begin, words[end].end}) == "-";
    if (words[end].connector && !joined) break;
    if (!joined && !capital_at(words[end]) && begins_work(words[end])) break;
    ++end;
  }
  return end;
}

// A name after a colon that the lexicon does not know. Places have a capital in every word.
bool AgencyReader::by_capitals(Entry stem, std::span<const Word> words, std::size_t at,
                               Item& item) {
  if (!capital_at(words[at]) || words[at].stop || words[at].connector) return false;
  RuleMatch circumstance;  // "Các sở: Theo chức năng, nhiệm vụ …"
  const Range rest{words[at].begin, words.back().end};
  if (context_.match_role(RuleSet::kAssignment, rest, "circumstance", circumstance)) return false;
  const std::size_t end = listed_name_end(words, at);
  const bool place = stem.value(Field::kRole) == "proper";
  const bool all_capitals = std::all_of(words.begin() + static_cast<std::ptrdiff_t>(at),
                                        words.begin() + static_cast<std::ptrdiff_t>(end),
                                        [&](const Word& word) { return capital_at(word); });
  if (place && !all_capitals) return false;
  item.first_word = static_cast<std::uint32_t>(at);
  item.end_word = static_cast<std::uint32_t>(end);
  std::string name = written_out({words[at].begin, words[end - 1].end});
  // "UBND các tỉnh, thành phố: Hà Tĩnh, Huế": each with its own unit.
  const Entry province = context_.grammar.lexicon(LexiconId::kProvinces).find(name);
  if (place && province.valid() && names_no_unit(stem.name())) {
    const std::string_view full = province.value(Field::kFullName);
    const CodePoint first = decode(full, 0);
    name.clear();
    append(name, lower(first.value));
    name += full.substr(first.length);
  }
  item.name = std::string(stem.name()) + " " + name;
  return true;
}

bool AgencyReader::begins_work(const Word& word) const {
  RuleMatch match;
  const Range rest{word.begin, static_cast<std::uint32_t>(context_.flow.text().size())};
  return begins_duty(word) ||
         context_.match_role(RuleSet::kAssignment, rest, "act", match) != nullptr;
}

// "Các Sở Tài chính", with a capital whatever the text has.
std::string AgencyReader::plural_of(const Word& word, const std::string& name) const {
  const std::string all = capitalised(context_.text({word.begin, word.end})) + " ";
  return name.starts_with(all) ? name : all + name;
}

// "Công an các huyện Yên Sơn, Hàm Yên": the bodies of several units of one level.
bool AgencyReader::of_units(std::span<const Word> words, std::size_t at, std::vector<Item>& items) {
  constexpr std::size_t kFar = 10;  // words
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  const Lexicon& open = context_.grammar.lexicon(LexiconId::kOpenWords);
  if (!capital_at(words[at]) || !begins_body(words, at)) return false;
  LexiconMatch unit;
  std::size_t all = at + 1;
  const auto names_units = [&] {
    return !capital_at(words[all]) && units.longest_at(words, all + 1, unit) &&
           open.find(context_.text({words[all].begin, words[all].end})).valid();
  };
  while (all + 2 < words.size() && all < at + kFar && !words[all].stop && !words[all].comma &&
         !names_units()) {
    ++all;
  }
  if (all + 2 >= words.size() || words[all].connector || words[all].stop || !names_units() ||
      unit.entry.value(Field::kLevel) == "province")
    return false;
  const std::string body = written_out({words[at].begin, words[all - 1].end});
  for (std::size_t name = unit.end_word; name < words.size();) {
    std::size_t end = name;
    while (end < words.size() && end - name < 4 && !words[end].stop && !words[end].connector &&
           capital_at(words[end])) {
      ++end;
    }
    if (end == name || begins_body(words, name)) break;
    Item item;
    item.name = body + " " + std::string(unit.entry.name()) + " " +
                std::string(context_.text({words[name].begin, words[end - 1].end}));
    item.first_word = static_cast<std::uint32_t>(items.empty() ? at : name);
    item.end_word = static_cast<std::uint32_t>(end);
    items.push_back(std::move(item));
    if (end + 1 >= words.size() || !words[end].connector) break;
    name = end + 1;
  }
  if (items.size() < 2) items.clear();
  return !items.empty();
}

bool AgencyReader::group(std::span<const Word> words, std::size_t at, std::vector<Item>& items) {
  constexpr std::size_t kMostOthers = 8;  // names that need no first word
  const Lexicon& groups = context_.grammar.lexicon(LexiconId::kAgencyGroups);
  LexiconMatch match;
  LexiconMatch head;
  bool found = groups.longest_at(words, at, match);
  // "Bộ trưởng các Bộ: …" begins with a group word that is only part of a title.
  if (context_.grammar.lexicon(LexiconId::kAgencyHeads).longest_at(words, at, head) &&
      (!found || head.end_word > match.end_word)) {
    found = (head.end_word < words.size() && groups.longest_at(words, head.end_word, match)) ||
            (head.end_word - 1 > at && groups.longest_at(words, head.end_word - 1, match));
  }
  if (!found) return false;
  std::size_t next = match.end_word;
  if (next >= words.size()) return false;
  const bool colon = context_.text({words[next].begin, words[next].end}) == ":";
  if (colon) ++next;
  const std::string_view stem = match.entry.name();
  const bool plural = match.end_word == match.first_word + 2;
  const bool places =  // "UBND các huyện Yên Sơn, Hàm Yên"
      !colon && match.entry.value(Field::kRole) == "proper" && unit_of(stem).valid();
  const bool of_head = match.first_word > at;  // "Chánh Văn phòng Bộ: Giúp Bộ trưởng …"
  std::size_t shared = 0;                      // so many names need the first word
  while (next < words.size() && capital_at(words[next])) {
    Item item;
    Item own;  // "Công an các xã", "Công an tỉnh" are not Bộ Công an
    const bool needs_stem =
        by_shared_stem(stem, words, next, item) &&
        !(known(words, next, own) && own.end_word + (own.open ? 0 : 1) > item.end_word);
    const bool listed =
        needs_stem || (!places && known(words, next, item)) ||
        (places && !begins_body(words, next) && by_capitals(match.entry, words, next, item)) ||
        (colon && (plural || !of_head || match.entry.value(Field::kRole) == "proper") &&
         by_capitals(match.entry, words, next, item));
    if (!listed) break;
    if (needs_stem) ++shared;
    next = item.end_word;
    items.push_back(std::move(item));
    const bool others = !colon && !plural && shared < 2 && items.size() > kMostOthers;
    // "các Bộ: Tài chính; Xây dựng; Y tế"
    Item after_mark;
    const bool marked =
        colon && needs_stem && next + 1 < words.size() &&
        context_.text({words[next].begin, words[next].end}) == ";" && capital_at(words[next + 1]) &&
        by_shared_stem(stem, words, next + 1, after_mark) && !begins_body(words, next + 1);
    if (marked) {
      ++next;
      continue;
    }
    if (others || next >= words.size() || !words[next].connector) break;
    while (next < words.size() && words[next].connector) ++next;
  }
  // "Sở Tài chính, Sở Tư pháp": two names, each with its own first word.
  if (!colon && !plural && !places && shared < 2) items.clear();
  const std::size_t fewest = colon ? 1 : 2;
  if (items.size() >= fewest) {
    if (!colon) items.front().first_word = match.first_word;
    return true;
  }
  // "các Sở Giáo dục và Đào tạo": all the bodies of one name.
  const Word& last = words[match.end_word - 1];
  if (!items.empty() && plural && !colon) {
    Item& only = items.front();
    Item single;
    const bool whole = by_lexicon(words, match.end_word - 1, single) &&
                       single.end_word >= only.end_word && capital_at(last);
    if (whole) {
      only.name = plural_of(words[match.first_word], only.name);
      only.kind = AgencyKind::kCollective;
      only.first_word = match.first_word;
      return true;
    }
  }
  items.clear();
  return false;
}

// "đồng chí Trần Văn Lâm, Phó Chủ tịch Ủy ban nhân dân tỉnh": the post is a remark.
bool AgencyReader::person(std::span<const Word> words, std::size_t at, std::size_t name,
                          Item& item) {
  constexpr std::size_t kMostNames = 5;
  std::size_t end = name;
  while (end < words.size() && end - name < kMostNames && !words[end].stop &&
         !words[end].connector && capital_at(words[end])) {
    ++end;
  }
  if (end < name + 2) return false;
  item.first_word = static_cast<std::uint32_t>(at);
  item.end_word = static_cast<std::uint32_t>(end);
  item.kind = AgencyKind::kPerson;
  item.name = std::string(context_.text({words[at].begin, words[end - 1].end}));
  if (end + 1 >= words.size() || !words[end].connector || words[end].key == kGapAnd) return true;
  LexiconMatch post;
  if (!context_.grammar.lexicon(LexiconId::kAgencyHeads).longest_at(words, end + 1, post))
    return true;
  if (post.entry.value(Field::kKind) == "person") return true;
  const auto end_of_post = [&](std::size_t begin) {
    Item body;
    const bool named = known(words, begin, body);
    return named ? body.end_word : static_cast<std::uint32_t>(post_end(words, post.end_word));
  };
  item.end_word = end_of_post(end + 1);
  // "Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo": one who has a second post.
  const std::size_t joint = item.end_word;
  const bool second =
      post.entry.value(Field::kRole) == "beside" && joint + 1 < words.size() &&
      words[joint].connector && words[joint].key != kGapAnd &&
      context_.grammar.lexicon(LexiconId::kAgencyHeads).longest_at(words, joint + 1, post) &&
      post.entry.value(Field::kKind) != "person";
  if (second) item.end_word = end_of_post(joint + 1);
  item.note = {words[end + 1].begin, words[item.end_word - 1].end};
  return true;
}

// "Trưởng phòng Tổ chức - Hành chính", "Phó Giám đốc Sở": where a post ends whose body has no name
// that is known.
std::size_t AgencyReader::post_end(std::span<const Word> words, std::size_t at) const {
  constexpr std::size_t kLongest = 8;  // words
  const Lexicon& heads = context_.grammar.lexicon(LexiconId::kAgencyHeads);
  if (at >= words.size() || words[at].stop || words[at].connector || !capital_at(words[at]))
    return at;
  std::size_t end = at + 1;
  LexiconMatch other;
  while (end < words.size() && end - at < kLongest && !words[end].stop && !words[end].comma) {
    const std::size_t next = words[end].connector ? end + 1 : end;
    if (next >= words.size() ||
        (!capital_at(words[next]) && (next > end || begins_work(words[next]))))
      break;
    if (next > end && (begins_body(words, next) || heads.longest_at(words, next, other))) break;
    end = next + 1;
  }
  return end;
}

// "Phó Chủ tịch UBND tỉnh Nguyễn Văn B": behind the title and the body the name of who is meant.
void AgencyReader::holder(std::span<const Word> words, std::size_t at, Item& item) const {
  constexpr std::size_t kMostNames = 5;
  const std::size_t name = item.end_word;
  if (item.kind != AgencyKind::kNamed || item.open || name >= words.size()) return;
  std::size_t end = name;
  while (end < words.size() && end - name <= kMostNames && !words[end].stop &&
         !words[end].connector && capital_at(words[end])) {
    ++end;
  }
  const std::string_view first = context_.text({words[name].begin, words[name].end});
  const std::size_t letter = decode(first, 0).length;
  const bool like_name = end >= name + 2 && end - name <= kMostNames && letter < first.size() &&
                         is_lower(decode(first, letter).value);
  if (!like_name || begins_body(words, name) || begins_work(words[name])) return;
  item.kind = AgencyKind::kPerson;
  item.end_word = static_cast<std::uint32_t>(end);
  item.name = std::string(context_.text({words[at].begin, words[end - 1].end}));
}

// "Các doanh nghiệp Nhà nước thuộc tỉnh, các trường đại học …": what stands between the name of a
// group and the next of the list, where nobody does anything there, is more of the name.
void AgencyReader::extend_in_list(std::span<const Word> words, Item& item) {
  constexpr std::size_t kFar = 7;  // words
  if (item.kind != AgencyKind::kCollective) return;
  std::size_t end = item.end_word;
  while (end < words.size() && end - item.end_word < kFar && !words[end].connector) {
    const bool joined = end == 0 || context_.text({words[end - 1].end, words[end].begin}) == " ";
    if (words[end].stop || !joined || begins_work(words[end])) return;
    ++end;
  }
  if (end == item.end_word || end + 1 >= words.size() || !words[end].connector) return;
  Item next;
  if (!known(words, end + 1, next) || begins_work(words[end + 1])) return;
  item.end_word = static_cast<std::uint32_t>(end);
  const Range whole{words[item.first_word].begin, words[end - 1].end};
  item.name = capitalised(written_out(whole));
}

// "Giám đốc, Thủ trưởng các sở": titles of those who are named once, behind the last of them.
void AgencyReader::last_title(std::span<const Word> words, LexiconMatch& head) const {
  constexpr int kMostTitles = 4;
  const Lexicon& heads = context_.grammar.lexicon(LexiconId::kAgencyHeads);
  LexiconMatch next;
  LexiconMatch body;  // "Các Bộ trưởng, Chủ tịch …" are themselves meant
  if (context_.grammar.lexicon(LexiconId::kAgencies).longest_at(words, head.first_word, body) &&
      body.end_word == head.end_word)
    return;
  for (int i = 1; i < kMostTitles && head.entry.value(Field::kKind) != "person"; ++i) {
    const std::size_t joint = head.end_word;
    const bool another = joint + 1 < words.size() && words[joint].connector &&
                         capital_at(words[joint + 1]) && heads.longest_at(words, joint + 1, next) &&
                         next.entry.value(Field::kKind) != "person";
    if (!another) return;
    head = next;
  }
}

// "Bộ trưởng Bộ Tài chính - Phó Trưởng ban Thường trực Ban Chỉ đạo": another post of the head who
// is named is a remark. A comma may also begin the next of a list.
void AgencyReader::second_post(std::span<const Word> words, Item& item) {
  const Lexicon& heads = context_.grammar.lexicon(LexiconId::kAgencyHeads);
  const std::size_t joint = item.end_word;
  LexiconMatch first;
  LexiconMatch second;
  if (joint + 1 >= words.size() || !item.note.empty() || !words[joint].connector ||
      words[joint].key == kGapAnd || !heads.longest_at(words, item.first_word, first) ||
      !heads.longest_at(words, joint + 1, second))
    return;
  const bool dash = context_.text({words[joint].begin, words[joint].end}) == "-";
  if (second.entry.value(Field::kRole) != "beside" && !dash) return;
  Item body;
  const bool named = known(words, joint + 1, body) && body.end_word > second.end_word;
  item.end_word = named ? body.end_word : second.end_word;
  item.note = {words[joint + 1].begin, words[item.end_word - 1].end};
}

// "Kho bạc Nhà nước khu vực III": a region of several provinces follows.
bool AgencyReader::regional(std::span<const Word> words, std::size_t at) const {
  LexiconMatch unit;
  return at < words.size() &&
         context_.grammar.lexicon(LexiconId::kUnitWords).longest_at(words, at, unit) &&
         unit.entry.value(Field::kLevel) == "region";
}

// "các huyện, thành phố Tân An": the name of the last one of them.
void AgencyReader::town_after(std::span<const Word> words, Item& item) const {
  constexpr std::size_t kLongestName = 4;  // words
  const std::size_t last = item.end_word - 1;
  LexiconMatch match;
  if (!context_.grammar.lexicon(LexiconId::kUnitWords).longest_at(words, last, match) &&
      (last == 0 ||
       !context_.grammar.lexicon(LexiconId::kUnitWords).longest_at(words, last - 1, match)))
    return;
  if (match.end_word != item.end_word) return;
  std::size_t end = item.end_word;
  while (end < words.size() && end - item.end_word < kLongestName && !words[end].stop &&
         !words[end].connector && capital_at(words[end])) {
    ++end;
  }
  const bool body = end > item.end_word && begins_body(words, item.end_word);
  if (!body) item.end_word = static_cast<std::uint32_t>(end);
}

// "Ban Chỉ đạo các tỉnh, thành phố": those of several units.
bool AgencyReader::of_many(std::span<const Word> words, std::size_t at, std::size_t end,
                           Item& item) {
  LexiconMatch match;
  if (!context_.grammar.lexicon(LexiconId::kAgencies).longest_at(words, end, match)) return false;
  const bool units =
      match.end_word > end + 1 &&
      context_.grammar.lexicon(LexiconId::kUnitWords).longest_at(words, end + 1, match);
  if (!units || capital_at(words[end])) return false;
  context_.grammar.lexicon(LexiconId::kAgencies).longest_at(words, end, match);
  item.first_word = static_cast<std::uint32_t>(at);
  item.end_word = match.end_word;
  item.kind = AgencyKind::kCollective;
  item.name = capitalised(written_out({words[at].begin, words[match.end_word - 1].end}));
  skip_tails(words, item);
  return true;
}

// "Hội Phụ nữ xã Tân An": the body of a lower unit, though the lexicon knows that of the province.
void AgencyReader::lower_unit(std::span<const Word> words, Item& item) const {
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  LexiconMatch unit;
  if (item.end_word >= words.size() || !units.longest_at(words, item.end_word, unit)) return;
  const bool lower = unit.entry.value(Field::kLevel) != "province";
  if (!lower || unit.end_word == item.end_word) return;
  std::size_t end = unit.end_word;
  while (end < words.size() && end - unit.end_word < 4 && !words[end].stop &&
         !words[end].connector &&
         (capital_at(words[end]) || (end == unit.end_word && numbered_unit(words, end)))) {
    ++end;
  }
  if (end == unit.end_word && regional(words, item.end_word)) return;  // "khu vực nông thôn"
  LexiconMatch tail;  // "thành phố" alone is the same level as the province
  const Lexicon& tails = context_.grammar.lexicon(LexiconId::kAgencyTails);
  if (end == unit.end_word && tails.longest_at(words, item.end_word, tail)) return;
  for (const Entry& own : units.entries()) {  // the unit in the name of the lexicon
    const std::string last = " " + std::string(own.name());
    if (item.name.size() > last.size() && item.name.ends_with(last)) {
      item.name.resize(item.name.size() - last.size());
      break;
    }
  }
  item.name += " " + std::string(unit.entry.name());
  LexiconMatch other;  // "quận - huyện"
  const bool pair = end == unit.end_word && end + 1 < words.size() && words[end].connector &&
                    context_.text({words[end].begin, words[end].end}) == "-" &&
                    units.longest_at(words, end + 1, other);
  if (pair) {
    item.name += " - " + std::string(other.entry.name());
    end = other.end_word;
  } else if (end > unit.end_word) {
    item.name += " " + std::string(context_.text({words[unit.end_word].begin, words[end - 1].end}));
  }
  item.end_word = static_cast<std::uint32_t>(end);
}

// Of the name of the body of one unit, what stands before the word for its unit; empty where it is
// none, or behind a comma that of another level.
std::string_view AgencyReader::stem_of_unit(std::string_view body, std::string_view level,
                                            bool comma) const {
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  std::string_view stem;
  for (const Entry& own : units.entries()) {
    const std::string inside = " " + std::string(own.name()) + " ";
    const std::size_t place = body.find(inside);
    const std::size_t name = place + inside.size();
    if (place == std::string_view::npos || place == 0 || name >= body.size()) continue;
    const char32_t first = decode(body, name).value;
    if (!is_upper(first) && !is_digit(first)) continue;
    // "UBND xã Nam Tuấn, huyện Hòa An": behind a comma what is above stands as well.
    if (comma && own.value(Field::kLevel) != level) continue;
    if (stem.empty() || place < stem.size()) stem = body.substr(0, place);
  }
  if (!stem.empty() || comma) return stem;
  // "UBND các quận, huyện và thành phố Thủ Đức"
  const Entry all = context_.grammar.lexicon(LexiconId::kAgencies).find(body);
  if (!all.valid() || all.value(Field::kLevel) != level) return {};
  std::vector<Word> words;
  split_words(context_.grammar, body, words);
  LexiconMatch match;
  const bool found = stem_at(context_.grammar, words, 0, match) && match.end_word < words.size();
  return found ? body.substr(0, words[match.end_word - 1].end) : std::string_view{};
}

// "UBND xã Xuân Trường và xã Giao Thủy": after the body of one unit the name of another unit stands
// for the same body there; "và các huyện: Nghi Lộc, Diễn Châu" for several.
bool AgencyReader::same_bodies(std::string_view before, std::span<const Word> words, std::size_t at,
                               std::vector<Item>& items) const {
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  LexiconMatch unit;
  if (before.empty() || at == 0 || at + 1 >= words.size() || !words[at - 1].connector) return false;
  const bool single = units.longest_at(words, at, unit);
  if (single && same_province_bodies(before, words, at, items)) return true;
  if (capital_at(words[at])) return false;
  if (!single && (words[at].connector || !units.longest_at(words, at + 1, unit))) return false;
  const std::string_view level = unit.entry.value(Field::kLevel);
  if (level == "province") return false;
  const std::string_view stem = stem_of_unit(before, level, single && words[at - 1].comma);
  if (stem.empty()) return false;
  std::size_t name = unit.end_word;
  if (!single && is_colon(words, name)) ++name;
  for (std::size_t first = at; name < words.size();) {
    std::size_t end = name;
    while (end < words.size() && end - name < 4 && !words[end].stop && !words[end].connector &&
           (capital_at(words[end]) || (end == name && numbered_unit(words, end)))) {
      ++end;
    }
    if (end == name || (!items.empty() && begins_body(words, name))) break;
    Item item;
    item.name = std::string(stem) + " " + std::string(unit.entry.name()) + " " +
                std::string(context_.text({words[name].begin, words[end - 1].end}));
    item.first_word = static_cast<std::uint32_t>(first);
    item.end_word = static_cast<std::uint32_t>(end);
    items.push_back(std::move(item));
    const bool more = !single && end + 1 < words.size() && words[end].connector;
    if (!more) break;
    first = name = end + 1;
  }
  return !items.empty();
}

// "UBND thành phố Hà Nội, Thành phố Hồ Chí Minh", "UBND tỉnh Lào Cai và tỉnh Sơn La": the same for
// a province that is known.
bool AgencyReader::same_province_bodies(std::string_view before, std::span<const Word> words,
                                        std::size_t at, std::vector<Item>& items) const {
  const Lexicon& provinces = context_.grammar.lexicon(LexiconId::kProvinces);
  LexiconMatch unit;
  LexiconMatch place;
  context_.grammar.lexicon(LexiconId::kUnitWords).longest_at(words, at, unit);
  const bool whole = provinces.longest_at(words, at, place);  // with the word for its unit
  if (!whole && (unit.end_word >= words.size() || !capital_at(words[unit.end_word]) ||
                 !provinces.longest_at(words, unit.end_word, place)))
    return false;
  std::string_view stem =
      stem_of_unit(before, unit.entry.value(Field::kLevel), words[at - 1].comma);
  if (stem.empty())
    stem = before.substr(0, before.find(" " + capitalised(unit.entry.name()) + " "));
  if (stem.empty() || stem == before) return false;
  Item item;
  item.name = std::string(stem) + " ";
  item.name += capital_at(words[at])
                   ? std::string(place.entry.value(Field::kFullName))
                   : std::string(unit.entry.name()) + " " + std::string(place.entry.name());
  item.first_word = static_cast<std::uint32_t>(at);
  item.end_word = static_cast<std::uint32_t>(place.end_word);
  items.push_back(std::move(item));
  return true;
}

// "các cơ quan nêu tại Mục III": who is meant stands elsewhere.
void AgencyReader::reference(std::span<const Word> words, Item& item) const {
  if (item.kind != AgencyKind::kCollective || item.end_word >= words.size()) return;
  const std::uint32_t begin = words[item.end_word].begin;
  const Range rest{begin, words.back().end};
  RuleMatch match;
  if (context_.match_role(RuleSet::kAssignment, rest, "reference", match) == nullptr) return;
  while (item.end_word < words.size() && words[item.end_word].begin < match.end) ++item.end_word;
  item.kind = AgencyKind::kReference;
  item.name =
      std::string(context_.text({words[item.first_word].begin, words[item.end_word - 1].end}));
}

// "Thành phố Hà Nội và các tỉnh Bắc Ninh, Gia Lai": provinces that are told to do something. Each
// has the word for its unit in its name.
AgencyList AgencyReader::leading_provinces(Range range) {
  constexpr std::uint32_t kLongestList = 1500;  // bytes
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  const Lexicon& provinces = context_.grammar.lexicon(LexiconId::kProvinces);
  range.end = std::min(range.end, range.begin + kLongestList);
  const std::span<const Word> words = context_.layout.words_in(range);
  AgencyList list;
  list.end = range.begin;
  LexiconMatch unit;
  std::string said;  // the last word for a unit
  for (std::size_t at = 0; at < words.size();) {
    std::size_t first = at;
    const bool plural = at + 1 < words.size() && !units.longest_at(words, at, unit) &&
                        !words[at + 1].connector && units.longest_at(words, at + 1, unit);
    if (plural) ++at;  // "các"
    while (at < words.size() && units.longest_at(words, at, unit)) {
      said = capitalised(unit.entry.name());
      at = unit.end_word;
      while (at < words.size() && (words[at].connector || is_colon(words, at))) ++at;
    }
    LexiconMatch place;
    const bool named = !said.empty() && at < words.size() && capital_at(words[at]) &&
                       provinces.longest_at(words, at, place);
    if (!named) break;
    Item item;
    item.first_word = static_cast<std::uint32_t>(plural ? at : first);
    item.end_word = place.end_word;
    item.name = said + " " + std::string(place.entry.name());
    list.agencies.push_back(make(words, item));
    list.end = words[place.end_word - 1].end;
    at = place.end_word;
    while (at < words.size() && words[at].connector) ++at;
  }
  return list;
}

}  // namespace scp
