// How far the name of a body goes that no lexicon knows.
#include <algorithm>

#include "facts/agencies.h"
#include "facts/capitals.h"
#include "grammar/words.h"
#include "lex/scan.h"

namespace scp {

// The next name of a list begins here, or the title of its head. What is a matter as well as a
// body, such as statistics, is a body only where its name goes on.
bool AgencyReader::begins_body(std::span<const Word> words, std::size_t at) const {
  LexiconMatch match;
  if (context_.grammar.lexicon(LexiconId::kAgencies).longest_at(words, at, match)) return true;
  const bool headed =
      capital_at(words[at]) &&
      context_.grammar.lexicon(LexiconId::kAgencyHeads).longest_at(words, at, match);
  if (headed && match.entry.value(Field::kKind) != "person") return true;
  if (!stem_at(context_.grammar, words, at, match)) return false;
  if (match.entry.value(Field::kRole) != "matter") return true;
  const std::size_t rest = match.end_word;
  return rest < words.size() &&
         (capital_at(words[rest]) ||
          context_.grammar.lexicon(LexiconId::kUnitWords).longest_at(words, rest, match));
}

// Whether a word that gives somebody something to do begins here: "chủ trì".
bool AgencyReader::gives_at(std::span<const Word> words, std::size_t at) const {
  if (at >= words.size()) return false;
  RuleMatch match;
  const Range rest{words[at].begin, words.back().end};
  return context_.match_role(RuleSet::kAssignment, rest, "duty", match) != nullptr;
}

// The same, or what somebody does.
bool AgencyReader::works_at(std::span<const Word> words, std::size_t at) const {
  if (at >= words.size() || words[at].stop || words[at].connector) return false;
  return begins_work(words[at]) || gives_at(words, at);
}

// "Trung tâm phát triển quỹ đất tỉnh tổ chức …", "Trung tâm điều phối nông thôn mới và Sở A": a
// name in small letters goes on to what the body does, or to the next name. Its first word, and the
// one after a conjunction, may be one for work itself.
bool AgencyReader::by_small_words(std::span<const Word> words, std::size_t at, std::size_t from,
                                  Item& item) {
  constexpr std::size_t kLongestName = 16;  // words
  const Lexicon& tails = context_.grammar.lexicon(LexiconId::kAgencyTails);
  const Lexicon& stems = context_.grammar.lexicon(LexiconId::kAgencyStems);
  LexiconMatch match;
  std::size_t end = from;
  bool ends = false;
  if (from >= words.size()) return false;
  if (gives_at(words, from)) return take_name(words, at, from, item);  // "Ban Chỉ đạo chủ trì …"
  const bool verb = begins_duty(words[from]);  // "Hội đồng thẩm định giá đất tỉnh chủ trì …"
  std::size_t units = from;                    // where words for units ended
  for (bool free = true; !ends && end < words.size() && end - at < kLongestName; free = false) {
    if (at == 0 && end > from && is_colon(words, end)) {  // "Trung tâm y tế huyện: …"
      LexiconMatch unit;
      ends = units == end || works_at(words, end + 1) ||
             context_.grammar.lexicon(LexiconId::kUnitWords).longest_at(words, end - 1, unit);
      break;
    }
    if (words[end].stop) return false;
    units = units_end(words, end);  // "… các huyện, thành phố: …"
    if (units > end && is_colon(words, units)) {
      end = units;
      continue;
    }
    if (words[end].connector) {
      ends =
          end > from && end + 1 < words.size() &&
          (begins_body(words, end + 1) || (!verb && words[end].comma && works_at(words, end + 1)));
      if (ends) break;
      if (end + 1 >= words.size() || words[end + 1].connector || words[end + 1].stop ||
          capital_at(words[end + 1]))
        return false;
      end += 2;
      continue;
    }
    if (stems.longest_at(words, end, match) && match.entry.value(Field::kKind) == "word") {
      end = match.end_word;  // "phòng, chống"
      continue;
    }
    ends = !free && ((verb ? gives_at(words, end) : works_at(words, end)) ||
                     (tails.longest_at(words, end, match) && works_at(words, match.end_word)));
    if (!ends) ++end;
  }
  if (!ends) return false;
  take_name(words, at, end, item);
  skip_tails(words, item);
  return true;
}

// A word of a proper name: with a capital and no abbreviation, or the number of a unit.
bool AgencyReader::proper_name(const Word& word) const {
  const std::string_view written = context_.text({word.begin, word.end});
  if (scan::number(written, 0) == written.size() || roman_value(written) > 0) return true;
  return capital_at(word) && !has_words_in_capitals(written);
}

// "báo cáo Ban Chỉ đạo trước ngày …": a board that the text calls by its kind alone.
bool AgencyReader::whole_body(std::span<const Word> words, std::size_t at, std::size_t end,
                              Item& item) const {
  constexpr std::size_t kWholeName = 3;  // words
  if (end - at < kWholeName || !capital_at(words[at + 1])) return false;
  const bool ends = end == words.size() || words[end].stop || words[end].comma ||
                    words[end].connector || begins_duty(words[end]);
  return ends && take_name(words, at, end, item);
}

// Where a name ends that begins with a stem, up to `stem_end`, and has gone on to `end`.
std::size_t AgencyReader::end_of_stem_name(std::span<const Word> words, std::size_t at,
                                           std::size_t stem_end, std::size_t end) const {
  constexpr std::size_t kLongestName = 14;  // words
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  LexiconMatch unit;
  while (end < words.size() && end - at < kLongestName && !words[end].stop && !words[end].comma) {
    const std::size_t next = words[end].connector ? end + 1 : end;
    if (next >= words.size() || words[next].stop || words[next].connector) break;
    // "Văn phòng Ban chỉ đạo …": a body inside the name, though its next word may begin a duty.
    LexiconMatch inner;
    if (next == end && capital_at(words[next]) && stem_at(context_.grammar, words, next, inner) &&
        inner.end_word > next + 1) {
      end = inner.end_word;
      continue;
    }
    // A capital inside a name makes a part of it even of a word for a duty.
    if (!capital_at(words[next]) && begins_duty(words[next])) break;
    // "Trung tâm Y tế dự phòng tỉnh tổng hợp …", "Công ty Điện lực Trà Vinh đầu tư …": behind the
    // unit or a name in capitals nothing but work goes on.
    const bool complete = next == end && end > stem_end && !capital_at(words[next]) &&
                          (units.longest_at(words, next - 1, unit) || proper_name(words[next - 1]));
    if (complete && works_at(words, next)) break;
    if (const std::size_t all = units_end(words, next); next == end && all > next) {
      end = all;
      break;
    }
    LexiconMatch word;  // of everyday
    const Lexicon& stems = context_.grammar.lexicon(LexiconId::kAgencyStems);
    // "… Phòng chống thiên tai và tìm kiếm cứu nạn"
    const bool matter = next > end && stems.longest_at(words, next, word) &&
                        word.entry.value(Field::kKind) == "word" &&
                        word.entry.value(Field::kRole) == "matter";
    if (matter) {
      end = word.end_word;
      continue;
    }
    if (next > end && (!capital_at(words[next]) || begins_body(words, next))) break;
    const bool phrase = next == end && stems.longest_at(words, next, word) &&
                        word.entry.value(Field::kKind) == "word";
    const std::size_t phrase_end = phrase ? word.end_word : next;
    const bool with_comma = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(next),
                                        words.begin() + static_cast<std::ptrdiff_t>(phrase_end),
                                        [](const Word& w) { return w.comma; });
    if (with_comma) {  // "Cục Phòng, chống …"
      end = phrase_end;
      continue;
    }
    if (next > end && stems.longest_at(words, next, word) &&
        word.entry.value(Field::kKind) == "word") {
      end = word.end_word;
      continue;
    }
    LexiconMatch place;
    if (capital_at(words[next]) &&
        context_.grammar.lexicon(LexiconId::kProvinces).longest_at(words, next, place)) {
      end = place.end_word;
      break;
    }
    end = next + 1;
  }
  return end;
}

// A name that begins like an agency but is not in the lexicon: "UBND huyện Phú Quốc", "Đài Khí
// tượng thủy văn tỉnh". It goes on to the next separator or to a word that begins a duty.
// `titled`: behind "Trưởng", which has the capital.
bool AgencyReader::by_stem(std::span<const Word> words, std::size_t at, Item& item, bool titled) {
  LexiconMatch match;
  if ((!titled && !capital_at(words[at])) || !stem_at(context_.grammar, words, at, match))
    return false;
  std::size_t end = match.end_word;
  const bool named = end < words.size() && !words[end].stop && !words[end].connector;
  LexiconMatch unit;
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  if (named && units.longest_at(words, end, unit)) end = unit.end_word;
  // "UBND xã": the unit at hand, without its name.
  if (named && end == match.end_word && of_many(words, at, match.end_word, item)) return true;
  const bool bare_unit = end > match.end_word && unit.entry.value(Field::kLevel) != "province";
  if (bare_unit && numbered_unit(words, end)) ++end;
  const bool proper = end < words.size() && capital_at(words[end]);
  if (titled && !proper && !capital_at(words[at])) return false;
  if (!proper && !bare_unit) {
    // "Bệnh viện Đa khoa tỉnh tổ chức …"
    const bool of_province =
        end > match.end_word && match.end_word > at + 1 &&
        (end == words.size() || words[end].stop || words[end].connector || works_at(words, end));
    if (of_province) return take_name(words, at, end, item);
    return match.entry.value(Field::kRole) == "described" &&
           (by_small_words(words, at, end, item) || whole_body(words, at, end, item));
  }
  if (proper) end = end_of_stem_name(words, at, match.end_word, end);
  item.first_word = static_cast<std::uint32_t>(at);
  item.end_word = static_cast<std::uint32_t>(end);
  item.open = proper && !bare_unit;
  item.name = capitalised(written_out({words[at].begin, words[end - 1].end}));
  skip_tails(words, item);
  return true;
}

// The words [at, end) are a name as they stand.
bool AgencyReader::take_name(std::span<const Word> words, std::size_t at, std::size_t end,
                             Item& item) const {
  item.first_word = static_cast<std::uint32_t>(at);
  item.end_word = static_cast<std::uint32_t>(end);
  item.name = written_out({words[at].begin, words[end - 1].end});
  return true;
}

// "Phòng Kinh tế các huyện, thành phố …": where the words for units of many end that close a name;
// `at` where none stand there, or the names of the units follow.
std::size_t AgencyReader::units_end(std::span<const Word> words, std::size_t at) const {
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
  const Lexicon& open = context_.grammar.lexicon(LexiconId::kOpenWords);
  LexiconMatch unit;
  if (at + 1 >= words.size() || capital_at(words[at]) ||
      !open.find(context_.text({words[at].begin, words[at].end})).valid() ||
      !units.longest_at(words, at + 1, unit))
    return at;
  std::size_t end = unit.end_word;
  while (end + 1 < words.size() && words[end].connector && units.longest_at(words, end + 1, unit)) {
    end = unit.end_word;
  }
  return end < words.size() && capital_at(words[end]) ? at : end;
}

// "Hiệp hội Doanh nghiệp dịch vụ Logistics Việt Nam": behind a name of the lexicon a few small
// words, none of them work, and then a capital are the rest of a longer name.
bool AgencyReader::longer_name(std::span<const Word> words, std::size_t at,
                               const LexiconMatch& match, Item& item) {
  constexpr std::size_t kFewSmall = 3;  // words
  const auto lexicon = [&](LexiconId id) -> const Lexicon& { return context_.grammar.lexicon(id); };
  LexiconMatch other;
  std::size_t next = match.end_word;
  const auto in_name = [&] {
    return next < words.size() && !words[next].stop && !words[next].connector;
  };
  if (!in_name() || capital_at(words[next]) || !stem_at(context_.grammar, words, at, other) ||
      other.entry.value(Field::kRole) != "described" ||
      unit_at_end(words.subspan(at, next - at)).valid())
    return false;
  if (units_end(words, next) > next) return false;  // "Cục Thuế các tỉnh"
  for (; in_name() && !capital_at(words[next]); ++next) {
    const bool unit = next > match.end_word && next - match.end_word <= kFewSmall &&
                      lexicon(LexiconId::kUnitWords).longest_at(words, next, other);
    const std::size_t end = unit ? other.end_word : next;
    if (unit &&
        (end == words.size() || words[end].stop || words[end].connector || works_at(words, end)))
      return take_name(words, at, end, item);  // "Hiệp hội Doanh nghiệp trẻ tỉnh"
    const bool ends = next - match.end_word == kFewSmall || works_at(words, next) ||
                      lexicon(LexiconId::kAgencyTails).longest_at(words, next, other) ||
                      lexicon(LexiconId::kUnitWords).longest_at(words, next, other);
    if (ends) return false;
  }
  const bool longer = in_name() && !begins_body(words, next) &&
                      !lexicon(LexiconId::kProvinces).longest_at(words, next, other) &&
                      by_stem(words, at, item) && item.end_word > next;
  if (longer && match.entry.value(Field::kRole) == "proper") {  // "BQL KKT cửa khẩu Đồng Đăng"
    const Range more{words[match.end_word].begin, words[item.end_word - 1].end};
    item.name = std::string(match.entry.name()) + " " + written_out(more);
  }
  return longer;
}

Range AgencyReader::describes(Range range) const {
  const std::span<const Word> words = context_.layout.words_in(range);
  LexiconMatch match;
  const bool found =
      !words.empty() &&
      context_.grammar.lexicon(LexiconId::kAgencyStems).longest_at(words, 0, match) &&
      match.entry.value(Field::kKind) == "description";
  return {range.begin, found ? words[match.end_word - 1].end : range.begin};
}

std::vector<AgencyRef> AgencyReader::whole_or_one(Range range) {
  range = context_.flow.trimmed(range);
  std::vector<AgencyRef> names = whole(range);
  if (names.size() < 2 || !guessed_) return names;
  AgencyRef one = names.front();
  one.name = context_.keep(capitalised(context_.text(range)));
  one.text = context_.keep(range);
  one.note = {};
  one.at = context_.at(range);
  return {one};
}

// "Các doanh nghiệp sản xuất, chế biến và xuất khẩu nông sản": words in small letters behind a
// comma that are no name.
void AgencyReader::more_of_group(std::span<const Word> words, Item& item) {
  constexpr std::size_t kLongest = 10;  // words
  Item next;
  for (std::size_t at = item.end_word; at + 1 < words.size() && words[at].comma;
       at = item.end_word) {
    const std::size_t begin = at + 1;
    if (words[begin].stop || words[begin].connector || capital_at(words[begin]) ||
        known(words, begin, next) || begins_work(words[begin]) ||
        !describes({words[begin].begin, words.back().end}).empty())
      return;
    const Item part = unknown(words, begin);
    if (part.end_word - begin > kLongest || is_colon(words, part.end_word)) return;
    item.end_word = part.end_word;
  }
}

// "Các đơn vị thuộc, trực thuộc Sở Y tế", "Các vụ, cục, đơn vị thuộc Bộ".
void AgencyReader::add_owner(std::span<const Word> words, Item& item) {
  owned_ = true;
  Item owner;
  LexiconMatch stem;
  const std::size_t at = item.end_word;
  // "Các vụ, cục thuộc Bộ xây dựng …": what follows in small letters is work.
  const bool works = at < words.size() && stem_at(context_.grammar, words, at, stem) &&
                     stem.end_word < words.size() && !capital_at(words[stem.end_word]) &&
                     works_at(words, stem.end_word);
  if (!works && known(words, at, owner)) {
    item.name += " " + owner.name;
    item.end_word = owner.end_word;
  } else if (item.end_word < words.size() && capital_at(words[item.end_word]) &&
             stem_at(context_.grammar, words, item.end_word, stem)) {
    item.name += " " + std::string(stem.entry.name());
    item.end_word = stem.end_word;
  }
  owned_ = false;
}

// "Bí thư tỉnh ủy và Chủ tịch UBND các tỉnh: Hà Tĩnh, Nghệ An": the committees are theirs as well.
void AgencyReader::spread_over_places(std::span<const Word> words, const std::vector<Item>& items,
                                      std::vector<AgencyRef>& before) const {
  const Lexicon& provinces = context_.grammar.lexicon(LexiconId::kProvinces);
  if (items.size() < 2 || before.empty() || before.back().kind != AgencyKind::kNamed ||
      context_.document.identity.jurisdiction.has_value())
    return;  // in a province its bodies are its own
  const Entry body = context_.grammar.lexicon(LexiconId::kAgencies).find(before.back().name);
  if (!body.valid() || body.name() != before.back().name ||
      body.value(Field::kLevel) != "province" || unit_of(body.name()).valid())
    return;
  std::vector<Word> title;
  split_words(context_.grammar, before.back().text, title);
  LexiconMatch head;
  if (!context_.grammar.lexicon(LexiconId::kAgencyHeads).longest_at(title, 0, head)) return;
  std::vector<AgencyRef> each;
  for (const Item& item : items) {
    const Entry place =
        provinces.find(context_.text({words[item.first_word].begin, words[item.end_word - 1].end}));
    if (!place.valid()) return;
    each.push_back(before.back());
    each.back().name = context_.keep(std::string(body.name()) + " " + std::string(place.name()));
  }
  before.pop_back();
  before.insert(before.end(), each.begin(), each.end());
}

// "UBND phường 5": a number is the name of a unit where nothing is counted by it.
bool AgencyReader::numbered_unit(std::span<const Word> words, std::size_t at) const {
  if (at >= words.size()) return false;
  const std::string_view written = context_.text({words[at].begin, words[at].end});
  if (written.size() > 2 || scan::number(written, 0) != written.size()) return false;
  if (at + 1 >= words.size()) return true;
  const Word& after = words[at + 1];
  return after.stop || after.comma || after.connector || begins_duty(after);
}

// The document is known to come from a district, a commune or a body of the state.
bool AgencyReader::issuer_below_or_above() const {
  const std::string_view issuer = context_.document.identity.issuer;
  if (issuer.empty()) return false;
  const Entry body = context_.grammar.lexicon(LexiconId::kAgencies).find(issuer);
  if (body.valid()) return body.value(Field::kLevel) == "central";
  std::vector<Word> words;
  split_words(context_.grammar, issuer, words);
  const Lexicon& provinces = context_.grammar.lexicon(LexiconId::kProvinces);
  LexiconMatch board;  // "Ban Chỉ đạo quốc gia về …"
  const bool national =
      context_.grammar.lexicon(LexiconId::kAgencies).longest_at(words, 0, board) &&
      board.entry.value(Field::kLevel) == "central" &&
      !context_.document.identity.jurisdiction.has_value();
  if (national) return true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    LexiconMatch unit;
    LexiconMatch place;
    if (!context_.grammar.lexicon(LexiconId::kUnitWords).longest_at(words, i, unit)) continue;
    return unit.entry.value(Field::kLevel) != "province" &&
           !provinces.longest_at(words, unit.end_word, place);
  }
  return false;
}

// A lexicon names the body of a province; where another level speaks, the unit is not made up.
void AgencyReader::drop_unit(Item& item) const {
  const Entry unit = unit_of(item.name);
  if (!unit.valid() || unit.value(Field::kLevel) != "province") return;  // "Hợp tác xã" ends so too
  if (issuer_below_or_above()) item.name.resize(item.name.size() - unit.name().size() - 1);
}

// "Vụ Khoa học, Công nghệ và Môi trường": in a list of bodies the parts up to the conjunction
// belong to the name before them, as long as none of them begins like a body.
void AgencyReader::join_parts(std::span<const Word> words, Item& item) {
  constexpr std::size_t kLongestPart = 6;  // words
  if (!item.open) return;
  std::size_t at = item.end_word;
  bool last = false;
  while (!last) {
    if (at + 1 >= words.size() || !words[at].connector || words[at].stop) return;
    last = !words[at].comma;
    const std::size_t part = at + 1;
    Item other;
    if (!capital_at(words[part]) || known(words, part, other)) return;
    at = part;
    while (at < words.size() && !words[at].stop && !words[at].connector) ++at;
    if (at > part + kLongestPart) return;
  }
  item.end_word = static_cast<std::uint32_t>(at);
  item.name = written_out({words[item.first_word].begin, words[at - 1].end});
}

}  // namespace scp
