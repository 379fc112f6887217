#include "facts/targets.h"

#include <algorithm>
#include <cmath>

#include "facts/dates.h"
#include "lex/scan.h"

namespace scp {
namespace {

constexpr std::size_t kNotFound = static_cast<std::size_t>(-1);

Bound bound_named(std::string_view name, bool two) {
  if (name == "at_least") return Bound::kAtLeast;
  if (name == "at_most") return Bound::kAtMost;
  if (name == "approximately") return Bound::kApproximately;
  return two ? Bound::kRange : Bound::kExact;
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

bool TargetReader::unit_after(const Token& token, Quantity& q) {
  const std::string_view flow = context_.flow.text();
  RuleMatch match;
  if (flow[token.end - 1] == '%') {
    q.unit = "%";
  } else {
    const std::size_t at = word_from(token.end);
    LexiconMatch unit;
    if (at >= words_.size()) return false;
    // The unit stands right after the number.
    const std::string_view gap = flow.substr(token.end, words_[at].begin - token.end);
    if (gap.find_first_not_of(' ') != std::string_view::npos) return false;
    if (!context_.grammar.lexicon(LexiconId::kUnits).longest_at(words_, at, unit)) return false;
    LexiconMatch counted;  // triệu + lượt khách
    if (unit.entry.value(Field::kRole) == "scale" &&
        context_.grammar.lexicon(LexiconId::kUnits).longest_at(words_, unit.end_word, counted)) {
      unit = counted;
    }
    q.range.end = words_[unit.end_word - 1].end;
    q.unit = std::string(context_.text({words_[at].begin, q.range.end}));
  }
  constexpr int kMostRates = 3;  // triệu đồng/người/năm
  for (int i = 0; i < kMostRates && q.range.end < flow.size(); ++i) {
    const Rule* per = nullptr;
    for (const Rule& rule : context_.grammar.rules(RuleSet::kTarget)) {
      if (rule.value(Field::kRole) != "per") continue;
      if (rule.match_at(flow, q.range.end, match) == MatchResult::kYes) per = &rule;
    }
    if (per == nullptr) break;
    q.unit += flow.substr(match.begin, match.end - match.begin);
    q.range.end = match.end;
  }
  return true;
}

bool TargetReader::quantity(const Token& token, Quantity& q) {
  const bool number = token.kind == TokenKind::kNumber || token.kind == TokenKind::kPercent ||
                      token.kind == TokenKind::kRange;
  if (!number) return false;
  const std::string_view text = context_.flow.text(token);
  const std::size_t first = scan::number(text, 0);
  q.min = number_value(text.substr(0, first));
  q.max = q.min;
  if (token.kind == TokenKind::kRange) {
    std::size_t second = first;
    while (second < text.size() && (text[second] < '0' || text[second] > '9')) ++second;
    q.max = number_value(text.substr(second, scan::number(text, second) - second));
    q.range_of_two = true;
  }
  if (std::isnan(q.min) || std::isnan(q.max)) return false;
  q.range = {token.begin, token.end};
  if (!unit_after(token, q)) return false;
  q.first_word = word_from(token.begin);
  q.end_word = word_from(q.range.end);
  return true;
}

// The bound word right before a quantity; fillers ("từ") may stand between. `first` is the word at
// which the quantity with its bound begins.
std::string_view TargetReader::bound_before(const Quantity& q, std::size_t& first) const {
  const Lexicon& bounds = context_.grammar.lexicon(LexiconId::kBounds);
  first = q.first_word;
  std::string_view found;
  for (int step = 0; step < 3; ++step) {
    bool moved = false;
    for (std::size_t size = 4; size >= 1 && !moved; --size) {
      if (size > first) continue;
      LexiconMatch match;
      if (!bounds.longest_at(words_, first - size, match) || match.end_word != first) continue;
      const std::string_view role = match.entry.value(Field::kRole);
      const bool counts = role == "before" || role == "filler" || role.substr(0, 4) == "skip";
      if (!counts) continue;
      const bool year = role == "skip-year" && q.min >= 1900 && q.min < 2200;
      if (role == "skip" || year) return "skip";
      if (role == "before" && found.data() == nullptr) found = match.entry.value(Field::kBound);
      if (role == "skip-year") continue;
      first -= size;
      moved = true;
    }
    if (!moved) break;
  }
  const std::string_view flow = context_.flow.text();
  std::uint32_t sign = q.range.begin;
  while (sign > 0 && flow[sign - 1] == ' ') --sign;
  if (sign >= 3 && flow.substr(sign - 3, 3) == "\xE2\x89\xA5") return "at_least";
  if (sign >= 3 && flow.substr(sign - 3, 3) == "\xE2\x89\xA4") return "at_most";
  if (sign >= 1 && flow[sign - 1] == '>') return "at_least";
  if (sign >= 1 && flow[sign - 1] == '<') return "at_most";
  return found;
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

bool TargetReader::clause_start(std::size_t word) const {
  return word == 0 || words_[word - 1].stop || words_[word - 1].comma;
}

// The direction word that governs a quantity: it begins the clause, or stands close before the
// number without a conjunction between.
Direction TargetReader::direction(const Quantity& q, std::size_t first) const {
  constexpr std::size_t kClose = 3;
  constexpr std::size_t kFar = 200;  // words; a clause is shorter
  const Lexicon& directions = context_.grammar.lexicon(LexiconId::kDirections);
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
    if (word.connector || !directions.longest_at(words_, at, match)) continue;
    // "giảm bình quân 2%": the direction may hold the word that begins the quantity.
    const std::size_t apart = first > match.end_word ? first - match.end_word : 0;
    const bool close = !conjunction && apart <= kClose;
    if (match.end_word <= q.first_word && (close || clause_start(at))) {
      return direction_named(match.entry.value(Field::kDirection));
    }
  }
  return Direction::kReach;
}

std::string_view TargetReader::baseline(const Quantity& q, Range statement) const {
  constexpr std::uint32_t kReach = 1000;  // bytes; what is said further on is not about this one
  RuleMatch match;
  statement.end = std::min(statement.end, q.range.end + kReach);
  const std::string_view flow = context_.flow.text().substr(0, statement.end);
  const std::size_t clause = std::min<std::size_t>(flow.find(';', q.range.end), statement.end);
  const Range rest{q.range.end, static_cast<std::uint32_t>(clause)};
  const Rule* rule = context_.search(RuleSet::kTarget, rest, match, "baseline");
  if (rule == nullptr && q.end_word < words_.size()) {
    const Range after{words_[q.end_word].begin, rest.end};
    for (const Rule& candidate : context_.grammar.rules(RuleSet::kTarget)) {
      if (candidate.value(Field::kRole) != "baseline-after-" + q.unit || after.empty()) continue;
      if (candidate.match_at(flow, after.begin, match) == MatchResult::kYes) rule = &candidate;
    }
  }
  if (rule == nullptr || !match.has(Field::kBaseline)) return {};
  const auto& capture = match[Field::kBaseline];
  return context_.arena.put(context_.text(context_.flow.trimmed({capture.begin, capture.end})));
}

// What is said after a quantity: of what it is the share, to its comparison or the next mark.
Range TargetReader::subject_after(std::uint32_t from, Range statement) const {
  const std::string_view flow = context_.flow.text().substr(0, statement.end);
  std::size_t end = std::min<std::size_t>(flow.find_first_of(";.(\n", from), statement.end);
  Range range{from, static_cast<std::uint32_t>(end)};
  RuleMatch match;
  if (context_.search(RuleSet::kTarget, range, match, "compared") != nullptr) {
    range.end = match.begin;
  }
  range = context_.flow.trimmed(range);
  const bool none =
      !range.empty() && std::string_view(",:)/").find(flow[range.begin]) != std::string_view::npos;
  if (none) return {};
  const std::size_t first = word_from(range.begin);
  std::size_t last = word_from(range.end);
  while (last > first && words_[last - 1].connector) --last;
  if (last > first && range.end + 2 >= statement.end) last = without_verbs(first, last, true);
  if (last == first) return {};
  range.end = std::min(range.end, words_[last - 1].end);
  return range;
}

// "giảm" and "đạt" say no more than where a target goes; "xây dựng" says what is done.
bool TargetReader::tells_direction(const Entry& verb) {
  return direction_named(verb.value(Field::kDirection)) != Direction::kReach ||
         verb.value(Field::kRole) == "link";
}

// The end without words that tell direction or bound: "Tỷ lệ hộ nghèo giảm còn dưới".
std::size_t TargetReader::without_verbs(std::size_t begin, std::size_t end,
                                        bool bounds_only) const {
  constexpr std::size_t kLongest = 4;  // words
  const Lexicon& directions = context_.grammar.lexicon(LexiconId::kDirections);
  const Lexicon& bounds = context_.grammar.lexicon(LexiconId::kBounds);
  LexiconMatch match;
  const auto strips = [&](std::size_t at) {
    const std::span<const Word> head = words_.first(end);
    if (bounds.longest_at(head, at, match) && match.end_word == end) {
      return match.entry.value(Field::kRole).substr(0, 4) != "skip";
    }
    return !bounds_only && directions.longest_at(head, at, match) && match.end_word == end &&
           tells_direction(match.entry);
  };
  for (bool moved = true; moved;) {
    moved = false;
    for (std::size_t at = end > begin + kLongest ? end - kLongest : begin; at < end; ++at) {
      if (!strips(at)) continue;
      end = at;
      moved = true;
      break;
    }
  }
  while (end > begin && words_[end - 1].connector) --end;
  return end;
}

// A mark that ends a clause; the one inside of 1.000 does not.
bool TargetReader::ends_clause(const Word& word) const {
  if (!word.stop && !word.comma) return false;
  const std::string_view flow = context_.flow.text();
  if (flow[word.begin] == '(' || flow[word.begin] == ')') return false;
  return word.end >= flow.size() || flow[word.end] < '0' || flow[word.end] > '9';
}

// What is said before it: "Tỷ lệ hộ nghèo giảm còn 1,5%" is of "Tỷ lệ hộ nghèo". `from`: the word
// after the quantity before. Empty where only a direction is said.
Range TargetReader::subject_before(std::size_t from, std::size_t first) const {
  const Lexicon& directions = context_.grammar.lexicon(LexiconId::kDirections);
  std::size_t begin = first;
  while (begin > from && !ends_clause(words_[begin - 1])) --begin;
  while (begin < first && (words_[begin].connector || words_[begin].stop)) ++begin;
  const std::size_t end = without_verbs(begin, first, false);
  if (end <= begin) return {};
  LexiconMatch match;
  for (std::size_t k = begin + 1; k < end && k <= begin + 3; ++k) {  // the shortest verb
    const bool verb = directions.longest_at(words_.first(k), begin, match);
    if (!verb || !tells_direction(match.entry)) continue;
    begin = match.end_word;
    break;
  }
  return {words_[begin].begin, words_[end - 1].end};
}

// The words before a quantity that tell nothing but its direction: better than nothing.
Range TargetReader::verb_before(std::size_t from, std::size_t first) const {
  std::size_t begin = first;
  while (begin > from && !ends_clause(words_[begin - 1])) --begin;
  while (begin < first && (words_[begin].connector || words_[begin].stop)) ++begin;
  return begin < first ? Range{words_[begin].begin, words_[first - 1].end} : Range{};
}

// "từ 40% lên 60%": the first number is where the target starts from.
bool TargetReader::starting_value(const Quantity& q, std::size_t first, std::uint32_t next,
                                  std::string_view role) const {
  if (first == q.first_word || q.end_word >= words_.size()) return false;
  LexiconMatch match;
  if (!context_.grammar.lexicon(LexiconId::kBounds).longest_at(words_, q.end_word, match))
    return false;
  if (match.entry.value(Field::kRole) != role) return false;
  const std::uint32_t after = words_[match.end_word - 1].end;
  return next >= after &&
         context_.text({after, next}).find_first_not_of(' ') == std::string_view::npos;
}

Target TargetReader::make(Quantity& q, Range statement, std::uint32_t next, std::size_t from) {
  Target target;
  std::size_t first = q.first_word;
  std::string_view bound = bound_before(q, first);
  std::uint32_t end = q.range.end;
  if (bound.data() == nullptr) bound = bound_after(q, end);
  target.direction = direction(q, first);
  target.bound = bound_named(bound, q.range_of_two);
  target.min = q.min;
  target.max = q.max;
  if (!q.range_of_two && target.bound == Bound::kAtLeast) target.max.reset();
  if (!q.range_of_two && target.bound == Bound::kAtMost) target.min.reset();
  target.unit = context_.keep(q.unit);
  // What is said of the next quantity is not said of this one.
  Range own = statement;
  if (next != 0) {
    own.end = next;
    target.baseline = baseline(q, own);
    const std::size_t comma = context_.flow.text().substr(0, next).find(',', end);
    own.end = std::max(end, static_cast<std::uint32_t>(std::min<std::size_t>(comma, next)));
  } else {
    target.baseline = baseline(q, statement);
  }
  Range subject = subject_after(end, own);
  if (subject.empty()) subject = subject_before(from, first);
  if (subject.empty() && from == 0) subject = verb_before(from, first);
  target.subject = context_.keep_or_null(subject);
  std::uint32_t begin = first < q.first_word ? words_[first].begin : q.range.begin;
  const Range range{begin, end};
  target.text = context_.keep(range);
  target.at = context_.at(range);
  return target;
}

std::vector<Target> TargetReader::read(Range statement) {
  std::vector<Target> targets;
  words_ = context_.layout.words_in(statement);
  const Range tokens = context_.flow.tokens_in(statement);
  RuleMatch match;
  Range counted;
  if (context_.search(RuleSet::kDeclaredCount, statement, match) != nullptr) {
    counted = {match.begin, match.end};
  }
  std::string_view from;
  std::vector<std::pair<Quantity, std::size_t>> found;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = context_.flow.tokens()[i];
    if (token.begin >= counted.begin && token.begin < counted.end) continue;
    Quantity q;
    std::size_t first = kNotFound;
    if (!quantity(token, q) || bound_before(q, first) == "skip") continue;
    found.emplace_back(q, first);
  }
  join_ranges(found);
  std::size_t before = 0;   // the word after the quantity before
  std::string_view spoken;  // what was said before the last quantity that had a subject
  for (std::size_t i = 0; i < found.size(); ++i) {
    auto& [q, first] = found[i];
    const std::uint32_t next = i + 1 < found.size() ? found[i + 1].first.range.begin : 0;
    if (next != 0 && starting_value(q, first, next, "to")) {
      from = context_.keep(q.range);
      continue;
    }
    Target target = make(q, statement, next, before);
    if (from.data() != nullptr) {
      if (target.baseline.data() == nullptr) target.baseline = from;
      target.direction = direction(found[i - 1].first, found[i - 1].second);
      const Range subject = subject_before(before, found[i - 1].second);
      if (!subject.empty()) target.subject = context_.keep(subject);
    }
    from = {};
    // "…, tăng 12%", "02 cầu và 05 trạm bơm": of what the quantity before was of.
    if (target.subject.empty()) {
      const std::uint32_t end = i == 0 ? statement.begin : found[i - 1].first.range.end;
      const std::string_view between = context_.text({end, std::max(end, q.range.begin)});
      const bool one_clause = between.find(';') == std::string_view::npos;
      if (one_clause && !targets.empty()) {
        target.subject = spoken;
      } else {
        target.subject = context_.keep_or_null(verb_before(before, first));
      }
    }
    Range own = subject_before(before, first);
    if (own.empty() && i == 0) own = verb_before(before, first);
    if (!own.empty()) spoken = context_.keep(own);
    before = q.end_word;
    targets.push_back(std::move(target));
  }
  return targets;
}

// "từ 95% đến 100%" is one quantity.
void TargetReader::join_ranges(std::vector<std::pair<Quantity, std::size_t>>& found) const {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (kept != i) found[kept] = std::move(found[i]);
    auto& [low, first] = found[kept++];
    if (i + 1 >= found.size()) break;
    const Quantity& high = found[i + 1].first;
    const bool one = low.unit == high.unit && low.min <= high.max && !low.range_of_two &&
                     !high.range_of_two && starting_value(low, first, high.range.begin, "range-to");
    if (!one) continue;
    low.max = high.max;
    low.range_of_two = true;
    low.range.end = high.range.end;
    low.end_word = high.end_word;
    ++i;
  }
  found.resize(kept);
}

}  // namespace scp
