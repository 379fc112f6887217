#include <algorithm>
#include <cmath>

#include "facts/dates.h"
#include "facts/targets.h"
#include "lex/scan.h"
#include "text/utf8.h"

namespace scp {
namespace {

constexpr std::string_view kOnlyBefore = "bound";  // role of a direction
constexpr std::string_view kAtLeast = "\xE2\x89\xA5";
constexpr std::string_view kAtMost = "\xE2\x89\xA4";

bool blank(std::string_view text) {
  return text.find_first_not_of(' ') == std::string_view::npos;
}

bool looks_like_year(double value) {
  return value >= 1900 && value < 2200;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Direction direction_named(std::string_view name) {
  if (name == "increase") return Direction::kIncrease;
  if (name == "decrease") return Direction::kDecrease;
  return Direction::kReach;
}

}  // namespace

std::size_t TargetReader::word_from(std::uint32_t at) const {
  const auto word =
      std::lower_bound(words_.begin(), words_.end(), at,
                       [](const Word& w, std::uint32_t value) { return w.begin < value; });
  return static_cast<std::size_t>(word - words_.begin());
}

// "/năm", "trên 1 vạn dân", several of them: triệu đồng/người/năm
void TargetReader::rates_after(Quantity& q) {
  constexpr int kMostRates = 3;
  const std::uint32_t last = words_.empty() ? q.range.end : words_.back().end;
  const std::string_view flow = context_.flow.text().substr(0, std::max(last, q.range.end));
  RuleMatch match;
  for (int i = 0; i < kMostRates && q.range.end < flow.size(); ++i) {
    const Rule* per = nullptr;
    for (const Rule& rule : context_.grammar.rules(RuleSet::kTarget)) {
      if (rule.value(Field::kRole) != "per") continue;
      if (rule.match_at(flow, q.range.end, match) == MatchResult::kYes) per = &rule;
    }
    if (per == nullptr) return;
    q.unit += flow.substr(match.begin, match.end - match.begin);
    q.range.end = match.end;
  }
}

// "25/30 chỉ tiêu": what is counted is said of the whole.
bool TargetReader::part_of_whole(Quantity& q) const {
  const std::string_view flow = context_.flow.text();
  if (q.range.end >= flow.size() || flow[q.range.end] != '/') return false;
  const std::size_t end = scan::digits(flow, q.range.end + 1);
  const std::string_view whole = flow.substr(q.range.end + 1, end - q.range.end - 1);
  if (whole.empty() || whole.size() > 5 || small_number(whole) < q.max) return false;
  q.range.end = static_cast<std::uint32_t>(end);
  return true;
}

// "10m2", "120lít": a unit without a blank before it is no word of its own.
bool TargetReader::glued_unit(Quantity& q) {
  constexpr std::uint32_t kLongestUnit = 40;  // bytes
  const std::uint32_t last = words_.empty() ? 0 : words_.back().end;
  if (q.range.end >= last) return false;
  const std::string_view rest =
      context_.flow.text().substr(q.range.end, std::min(kLongestUnit, last - q.range.end));
  if (!is_letter(decode(rest, 0).value)) return false;
  std::vector<Word> words;
  split_words(context_.grammar, rest, words);
  LexiconMatch unit;
  if (!context_.grammar.lexicon(LexiconId::kUnits).longest_at(words, 0, unit)) return false;
  const std::uint32_t end = q.range.end + words[unit.end_word - 1].end;
  q.unit = std::string(context_.text({q.range.end, end}));
  q.range.end = end;
  rates_after(q);
  return true;
}

bool TargetReader::unit_after(Quantity& q) {
  const std::string_view flow = context_.flow.text();
  if (flow[q.range.end - 1] == '%') {
    q.unit = "%";
    rates_after(q);
    return true;
  }
  rates_after(q);  // 45/100.000 trẻ đẻ sống
  if (!q.unit.empty()) return true;
  const Quantity bare = q;
  part_of_whole(q);
  const std::size_t at = word_from(q.range.end);
  LexiconMatch unit;
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnits);
  if (glued_unit(q)) return true;
  // The unit stands right after the number.
  const bool found = at < words_.size() &&
                     blank(flow.substr(q.range.end, words_[at].begin - q.range.end)) &&
                     units.longest_at(words_, at, unit);
  if (!found) {
    q = bare;
    return false;
  }
  LexiconMatch counted;  // triệu + lượt khách
  if (unit.entry.value(Field::kRole) == "scale" &&
      units.longest_at(words_, unit.end_word, counted)) {
    unit = counted;
  }
  q.range.end = words_[unit.end_word - 1].end;
  q.unit = std::string(context_.text({words_[at].begin, q.range.end}));
  rates_after(q);
  return true;
}

// A number, a range, or a number whose thousands stand apart: 1 200. `token` becomes its last one.
bool TargetReader::number_at(std::uint32_t& index, Quantity& q) const {
  const Token& token = context_.flow.tokens()[index];
  std::string_view text = context_.flow.text(token);
  q.range = {token.begin, token.end};
  if (token.kind == TokenKind::kDate) {  // 7/10 chỉ tiêu
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || text.find('/', slash + 1) != std::string_view::npos) {
      return false;
    }
    text = text.substr(0, slash);
    q.range.end = token.begin + static_cast<std::uint32_t>(slash);
    Quantity whole = q;
    whole.max = small_number(text);
    if (!part_of_whole(whole)) return false;
  } else if (token.kind != TokenKind::kNumber && token.kind != TokenKind::kPercent &&
             token.kind != TokenKind::kRange) {
    return false;
  }
  const std::size_t first = scan::number(text, 0);
  q.min = number_value(text.substr(0, first));
  q.max = q.min;
  if (token.kind == TokenKind::kRange) {
    std::size_t second = first;
    while (second < text.size() && (text[second] < '0' || text[second] > '9')) ++second;
    q.max = number_value(text.substr(second, scan::number(text, second) - second));
    q.range_of_two = true;
  }
  const std::vector<Token>& tokens = context_.flow.tokens();
  const bool open =
      token.kind == TokenKind::kNumber && text.size() <= 3 && all_digits(text) && text[0] != '0';
  while (open && index + 1 < tokens.size() && q.range.end + 1 == tokens[index + 1].begin) {
    const Token& next = tokens[index + 1];
    const std::string_view group = context_.flow.text(next);
    const bool joins = (next.kind == TokenKind::kNumber || next.kind == TokenKind::kPercent) &&
                       group.size() >= 3 && all_digits(group.substr(0, 3)) &&
                       (group.size() == 3 || group[3] == ',' || group[3] == '%') &&
                       context_.flow.text()[q.range.end] == ' ';
    if (!joins) break;
    const std::size_t size = scan::number(group, 0);
    const double low = number_value(group.substr(0, size));
    q.min = q.max = q.min * 1000 + low;
    q.range.end = next.end;
    ++index;
  }
  return !std::isnan(q.min) && !std::isnan(q.max);
}

// The 2 of "10m2".
bool TargetReader::ends_unit(std::uint32_t index) const {
  const std::vector<Token>& tokens = context_.flow.tokens();
  if (index == 0 || !tokens[index].glued || tokens[index - 1].kind == TokenKind::kPunctuation)
    return false;
  const std::string_view both = context_.text({tokens[index - 1].begin, tokens[index].end});
  return context_.grammar.lexicon(LexiconId::kUnits).find(both).valid();
}

// `index` becomes the last token that belongs to the number.
bool TargetReader::quantity(std::uint32_t& index, Range statement, Quantity& q) {
  if (multiple(context_.flow.tokens()[index], statement, q)) return true;
  if (!number_at(index, q)) return false;
  const bool part = index > 0 && context_.flow.tokens()[index].glued && q.range.begin > 0 &&
                    context_.flow.text()[q.range.begin - 1] == '/';
  if (part || ends_unit(index)) return false;  // of a fraction or a number of something
  q.first_word = word_from(q.range.begin);
  if (!unit_after(q)) {
    q.end_word = word_from(q.range.end);
    q.unit = std::string(cell_unit_);
    if (!in_cell_ && !index_value(q)) return false;
  }
  q.end_word = word_from(q.range.end);
  return true;
}

// "gấp đôi": a number in words.
bool TargetReader::multiple(const Token& token, Range statement, Quantity& q) {
  if (token.kind != TokenKind::kWord) return false;
  RuleMatch match;
  const Rule* rule =
      context_.match_role(RuleSet::kTarget, {token.begin, statement.end}, "multiple", match);
  if (rule == nullptr) return false;
  q.min = q.max = number_value(rule->value(Field::kMin));
  q.unit = std::string(rule->value(Field::kUnit));
  q.direction = direction_named(rule->value(Field::kDirection));
  q.range = {match.begin, match.end};
  q.first_word = word_from(q.range.begin);
  q.end_word = word_from(q.range.end);
  return true;
}

// "Chỉ số phát triển con người (HDI) đạt trên 0,7": the value of an index has no unit.
bool TargetReader::index_value(const Quantity& q) const {
  const std::string_view number = context_.text(q.range);
  if (number.find(',') == std::string_view::npos) return false;
  const std::size_t after = q.end_word;
  const bool last = after >= words_.size() || words_[after].stop || words_[after].comma;
  if (!last) return false;
  const std::size_t begin = without_opening(clause_begin(0, q.first_word), q.first_word);
  LexiconMatch match;
  return context_.grammar.lexicon(LexiconId::kMeasures).longest_at(words_, begin, match) &&
         match.entry.value(Field::kRole) == "index";
}

// Where the sign (≥ < …) before a number begins, else the number.
std::uint32_t TargetReader::sign_begin(std::uint32_t at) const {
  const std::string_view flow = context_.flow.text();
  std::uint32_t from = at;
  while (from > 0 && flow[from - 1] == ' ') --from;
  if (from >= 3 && (flow.substr(from - 3, 3) == kAtLeast || flow.substr(from - 3, 3) == kAtMost)) {
    return from - 3;
  }
  return from >= 1 && (flow[from - 1] == '>' || flow[from - 1] == '<') ? from - 1 : at;
}

std::string_view TargetReader::sign_before(std::uint32_t at) const {
  const std::uint32_t begin = sign_begin(at);
  if (begin == at) return {};
  const std::string_view sign = context_.flow.text().substr(begin, 3);
  return sign[0] == '>' || sign == kAtLeast ? "at_least" : "at_most";
}

// The bound word right before a quantity; fillers ("từ") may stand between. `first` is the word at
// which the quantity with its bound begins.
std::string_view TargetReader::bound_before(const Quantity& q, std::size_t& first) const {
  const Lexicon& bounds = context_.grammar.lexicon(LexiconId::kBounds);
  first = q.first_word;
  std::string_view found;
  for (int step = 0; step < 4; ++step) {
    bool moved = false;
    for (std::size_t size = 4; size >= 1 && !moved; --size) {
      if (size > first) continue;
      LexiconMatch match;
      if (!bounds.longest_at(words_, first - size, match) || match.end_word != first) continue;
      const std::string_view role = match.entry.value(Field::kRole);
      const std::string_view bound = match.entry.value(Field::kBound);
      if (role.substr(0, 4) == "skip") {
        const bool year = role == "skip-year" && looks_like_year(q.min);
        const Entry unit = context_.grammar.lexicon(LexiconId::kUnits).find(q.unit);
        const bool span = role == "skip-span" && unit.valid() && unit.value(Field::kRole) == "span";
        if (found.data() == nullptr && (role == "skip" || year || span)) return "skip";
        if (role == "skip") break;
        continue;
      }
      if (role != "filler" && role != "rate" && (role == "after" || bound.data() == nullptr)) break;
      if (bound.data() != nullptr && found.data() == nullptr) found = bound;
      first -= size;
      moved = true;
    }
    if (!moved) break;
  }
  const std::string_view sign = sign_before(q.range.begin);
  return sign.data() != nullptr ? sign : found;
}

// "10% trở lên"; what is counted may stand between: "10% GRDP trở lên".
std::string_view TargetReader::bound_after(const Quantity& q, std::uint32_t& end) const {
  constexpr std::size_t kBetween = 3;  // words
  const Lexicon& bounds = context_.grammar.lexicon(LexiconId::kBounds);
  const std::string_view flow = context_.flow.text();
  const std::size_t last = std::min(q.end_word + kBetween + 1, words_.size());
  for (std::size_t at = q.end_word; at < last; ++at) {
    const Word& word = words_[at];
    LexiconMatch match;
    if (bounds.longest_at(words_, at, match)) {
      if (match.entry.value(Field::kRole) != "after") return {};
      if (at == q.end_word) end = words_[match.end_word - 1].end;
      return match.entry.value(Field::kBound);
    }
    const bool digit = flow[word.begin] >= '0' && flow[word.begin] <= '9';
    if (word.stop || word.comma || word.connector || digit) return {};
  }
  return {};
}

bool TargetReader::figure_in(std::size_t begin, std::size_t end) const {
  const std::string_view flow = context_.flow.text();
  for (std::size_t k = begin; k < end; ++k) {
    const char c = flow[words_[k].begin];
    if (c >= '0' && c <= '9') return true;
  }
  return false;
}

bool TargetReader::clause_start(std::size_t word) const {
  return word == 0 || words_[word - 1].stop || words_[word - 1].comma;
}

// "lên" of "trở lên", which says where another quantity ends.
bool TargetReader::ends_bound(std::size_t at, std::size_t end) const {
  LexiconMatch longer;
  return at > 0 &&
         context_.grammar.lexicon(LexiconId::kBounds).longest_at(words_, at - 1, longer) &&
         longer.end_word == end;
}

// The direction word that governs a quantity: it begins the clause, or stands close before the
// number without a conjunction between.
Direction TargetReader::direction(const Quantity& q, std::size_t first) const {
  constexpr std::size_t kClose = 3;
  constexpr std::size_t kFar = 200;  // words; a clause is shorter
  constexpr double kAll = 100;
  const Lexicon& directions = context_.grammar.lexicon(LexiconId::kDirections);
  LexiconMatch own;  // "xuống dưới 5%", "lên tối thiểu 80%": inside the bound
  for (std::size_t at = q.first_word; at-- > first;) {
    if (!directions.longest_at(words_.first(q.first_word), at, own)) continue;
    if (ends_bound(at, own.end_word)) continue;  // "từ cấp xã trở lên 100%"
    const Direction said = direction_named(own.entry.value(Field::kDirection));
    if (said != Direction::kReach) return said;
  }
  bool conjunction = false;
  const std::size_t last = first > kFar ? first - kFar : 0;
  for (std::size_t at = first; at-- > last;) {
    const Word& word = words_[at];
    if (word.stop) {
      const std::string_view mark = context_.text({word.begin, word.end});
      if (mark == ";" || mark == ".") break;
    }
    if (word.connector) conjunction = true;
    LexiconMatch match;
    if (word.connector || !directions.longest_at(words_.first(q.first_word), at, match)) continue;
    // "Lên kế hoạch 05 lớp": not right before the figure the word says nothing of it.
    const bool before = match.end_word == first && !ends_bound(at, match.end_word);
    if (match.entry.value(Field::kRole) == kOnlyBefore && !before) continue;
    // "giảm bình quân 2%": the direction may hold the word that begins the quantity.
    const std::size_t apart = first > match.end_word ? first - match.end_word : 0;
    const bool close = !conjunction && apart <= kClose;
    // "Nâng cao chất lượng, 80% hộ …" does not raise the share.
    const bool list = first > 0 && words_[first - 1].comma && !figure_in(match.end_word, first);
    // "Giảm 30% thời gian, 100% hồ sơ đúng hạn": all of something is where it goes.
    const bool all = !close && q.unit == "%" && q.min == kAll && words_[first - 1].comma;
    if (match.end_word <= q.first_word && !list && !all && (close || clause_start(at))) {
      return direction_named(match.entry.value(Field::kDirection));
    }
  }
  return Direction::kReach;
}

// Where a time that stands right after a value ends: "5,2% năm 2023", "70% hiện nay".
std::uint32_t TargetReader::time_end(std::uint32_t at, std::uint32_t end) const {
  const std::string_view flow = context_.flow.text();
  std::uint32_t from = at;
  while (from < end && flow[from] == ' ') ++from;
  RuleMatch match;
  const Rule* rule = context_.match_role(RuleSet::kTarget, {from, end}, "at-time", match);
  return rule != nullptr ? match.end : at;
}

// From the word after one value on, a word such as "lên" or "đến" leads to the next.
bool TargetReader::leads_to(std::size_t word, const Quantity& high, std::string_view role) const {
  if (word >= high.first_word) return false;
  LexiconMatch match;
  if (!context_.grammar.lexicon(LexiconId::kBounds).longest_at(words_, word, match)) return false;
  if (match.entry.value(Field::kRole) != role) return false;
  // "xuống dưới" is the bound of the next as well.
  return match.end_word >= high.first && match.end_word <= high.first_word;
}

// "05" at the end of a line and "- 08%" on the next.
bool TargetReader::dash_between(const Quantity& low, const Quantity& high) const {
  constexpr std::size_t kLongest = 5;  // bytes
  if (low.range.end >= high.range.begin || high.range.begin - low.range.end > kLongest)
    return false;
  const std::string_view between =
      context_.text(context_.flow.trimmed({low.range.end, high.range.begin}));
  return between == "-" || between == "\xE2\x80\x93";
}

// "từ 95% đến 100%" is one quantity.
void TargetReader::join_ranges(std::vector<Quantity>& found) const {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (kept != i) found[kept] = std::move(found[i]);
    Quantity& low = found[kept++];
    if (i + 1 >= found.size()) break;
    const Quantity& high = found[i + 1];
    const bool rate = high.unit.size() > low.unit.size() && high.unit[low.unit.size()] == '/' &&
                      high.unit.compare(0, low.unit.size(), low.unit) == 0;
    const bool one = (low.unit == high.unit || rate || low.unit.empty()) && low.min <= high.max &&
                     !low.range_of_two && !high.range_of_two &&
                     (leads_to(low.end_word, high, "range-to") || dash_between(low, high));
    if (!one) continue;
    low.unit = high.unit;
    low.max = high.max;
    low.range_of_two = true;
    low.range.end = high.range.end;
    low.end_word = high.end_word;
    ++i;
  }
  found.resize(kept);
}

// "từ 40% năm 2020 lên 60%": the first number is where the target starts from.
void TargetReader::join_starts(std::vector<Quantity>& found) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (kept != 0 && i != 0) {
      Quantity& start = found[kept - 1];
      Quantity& goal = found[i];
      const std::uint32_t end = time_end(start.range.end, goal.range.begin);
      const std::size_t word = word_from(end);
      std::size_t first = 0;
      const bool said = start.first != start.first_word && start.from.data() == nullptr &&
                        bound_before(start, first).data() == nullptr;
      const bool timed = end != start.range.end;
      if (said && (leads_to(word, goal, "to") || (timed && leads_to(word, goal, "range-to")))) {
        goal.from = context_.keep(Range{start.range.begin, end});
        goal.from_first = start.first;
        found[kept - 1] = std::move(goal);
        continue;
      }
    }
    if (kept != i) found[kept] = std::move(found[i]);
    ++kept;
  }
  found.resize(kept);
}

// "trẻ em từ 06 tháng đến 36 tháng tuổi": the first of two ages.
bool TargetReader::ends_at_age(const Quantity& q, const Quantity& next) const {
  if (q.unit == "%" || !leads_to(q.end_word, next, "range-to")) return false;
  LexiconMatch match;
  const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnits);
  for (std::size_t at = next.first_word + 1; at <= next.end_word && at < words_.size(); ++at) {
    if (units.longest_at(words_, at, match) && match.entry.value(Field::kRole) == "age")
      return true;
  }
  return false;
}

// "Tỷ lệ trẻ em dưới 5 tuổi … giảm còn 17%": an amount inside of what another is of.
bool TargetReader::qualifies(const Quantity& q, const Quantity* next, std::size_t from) const {
  const std::string_view verb = verb_right_before(q.first);
  LexiconMatch match;
  std::size_t unit_word = word_from(q.range.begin) + 1;
  if (q.range_of_two) {  // "trẻ từ 3 - 5 tuổi"
    while (unit_word + 1 < q.end_word) ++unit_word;
  }
  const bool age =
      context_.grammar.lexicon(LexiconId::kUnits).longest_at(words_, unit_word, match) &&
      match.entry.value(Field::kRole) == "age";
  if (next != nullptr && !age && ends_at_age(q, *next)) return true;
  const std::size_t begin = without_opening(clause_begin(from, q.first), q.first);
  const bool measured = measure_at(begin, q.first);
  if (age && verb.data() == nullptr) {
    const bool alone = next == nullptr && measured;
    if (!alone) return true;
  }
  if (next == nullptr || q.unit == "%" || !measured || verb.data() != nullptr) return false;
  for (std::size_t k = q.end_word; k < next->first; ++k) {
    if (words_[k].stop || words_[k].comma) return false;
  }
  return verb_right_before(next->first).data() != nullptr;
}

void TargetReader::drop_qualifiers(std::vector<Quantity>& found) const {
  std::size_t kept = 0;
  std::size_t from = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Quantity* next = i + 1 < found.size() ? &found[i + 1] : nullptr;
    if (!in_cell_ && qualifies(found[i], next, from)) continue;
    from = found[i].end_word;
    if (kept != i) found[kept] = std::move(found[i]);
    ++kept;
  }
  found.resize(kept);
}

// "70% (năm 2025: 62,5%)": the value of a year that is over is where the one before starts from;
// others may follow in the brackets, each behind the one `before`.
bool TargetReader::tells_start(const Quantity& goal, const Quantity& before,
                               const Quantity& q) const {
  const std::string_view flow = context_.flow.text();
  std::uint32_t at = before.range.end;
  while (at < q.range.begin && flow[at] == ' ') ++at;
  RuleMatch match;
  const Rule* rule = context_.match_role(RuleSet::kTarget, {at, q.range.begin}, "was", match);
  if (rule == nullptr || match.end != words_[q.first].begin) return false;
  const bool opens = flow[at] == '(';
  if (opens != (&before == &goal)) return false;
  return before.unit == q.unit &&
         small_number(match.text(Field::kYear)) <=
             static_cast<std::uint32_t>(std::max<std::int16_t>(deadlines_.plan().year, 0));
}

void TargetReader::join_brackets(std::vector<Quantity>& found) {
  std::size_t kept = 0;
  Quantity last;  // of those in the brackets
  bool inside = false;
  for (std::size_t i = 0; i < found.size(); ++i) {
    Quantity* goal = kept != 0 ? &found[kept - 1] : nullptr;
    if (goal != nullptr && tells_start(*goal, inside ? last : *goal, found[i])) {
      if (goal->was.data() == nullptr) goal->was = context_.keep(found[i].range);
      last = found[i];
      inside = true;
      continue;
    }
    inside = false;
    if (kept != i) found[kept] = std::move(found[i]);
    ++kept;
  }
  found.resize(kept);
}

// "Ngành có tỷ lệ nữ dưới 30% có thể điều chỉnh": no aim, but a condition.
bool TargetReader::is_condition(const Quantity& q, Range statement) const {
  if (q.first == q.first_word || q.end_word >= words_.size()) return false;
  RuleMatch match;
  const Range after{words_[q.end_word].begin, statement.end};
  if (after.empty() || verb_right_before(q.first).data() != nullptr) return false;
  if (context_.match_role(RuleSet::kTarget, after, "condition", match) != nullptr) return true;
  std::size_t first = 0;
  return bound_before(q, first) == "at_most" &&
         context_.match_role(RuleSet::kTarget, after, "condition-below", match) != nullptr;
}

std::vector<TargetReader::Quantity> TargetReader::quantities(Range statement) {
  std::vector<Quantity> found;
  const Range tokens = context_.flow.tokens_in(statement);
  RuleMatch match;
  Range counted;
  if (context_.search(RuleSet::kDeclaredCount, statement, match) != nullptr) {
    counted = {match.begin, match.end};
  }
  std::optional<Quantity> low;  // a number without a unit, perhaps the lower end of a range
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = context_.flow.tokens()[i];
    if (token.begin >= counted.begin && token.begin < counted.end) continue;
    if (!found.empty() && token.begin < found.back().range.end) continue;  // m2, /10.000 dân
    const bool bracket = in_cell_ && context_.flow.text(token) == "(" && !found.empty();
    if (bracket) break;  // a remark after the value
    Quantity q;
    const bool number = token.kind == TokenKind::kNumber;
    if (!quantity(i, statement, q)) {
      if (number && !looks_like_year(q.min) && q.range.end == token.end && !q.range_of_two) {
        q.unit.clear();
        if (bound_before(q, q.first) != "skip") low = q;
      }
      continue;
    }
    if (bound_before(q, q.first) == "skip" || is_condition(q, statement)) continue;
    if (low.has_value() && low->range.end < q.range.begin &&
        (leads_to(low->end_word, q, "range-to") || dash_between(*low, q))) {
      found.push_back(*low);
    }
    low.reset();
    found.push_back(std::move(q));
  }
  join_ranges(found);
  join_starts(found);
  join_brackets(found);
  drop_qualifiers(found);
  return found;
}

}  // namespace scp
