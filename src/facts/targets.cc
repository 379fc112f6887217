#include "facts/targets.h"

#include <algorithm>

namespace scp {
namespace {

Bound bound_named(std::string_view name, bool two) {
  if (name == "at_least") return Bound::kAtLeast;
  if (name == "at_most") return Bound::kAtMost;
  if (name == "approximately") return Bound::kApproximately;
  return two ? Bound::kRange : Bound::kExact;
}

}  // namespace

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

// Where that ends which is said of a quantity before the next one: at the joint right before the
// words for the bound of the next ("100% sở, ngành và ít nhất 50% xã"), or at the first comma.
std::uint32_t TargetReader::own_end(std::uint32_t from, std::uint32_t next) const {
  const std::size_t begin = word_from(from);
  const std::size_t after = word_from(next);
  std::size_t last = without_verbs(begin, after, false);
  const std::size_t clause = clause_begin(begin, last);
  if (clause > begin && without_opening(clause, last) >= last)  // "…, trong đó năm 2025, ít nhất …"
    for (last = clause; last > begin && words_[last - 1].connector;) --last;
  if (last > begin && ends_clause(words_[last - 1])) --last;
  const bool joint = last > begin && last < after && (words_[last].connector || words_[last].stop);
  if (joint) return words_[last - 1].end;
  const std::size_t comma = context_.flow.text().substr(0, next).find(',', from);
  return std::max(from, static_cast<std::uint32_t>(std::min<std::size_t>(comma, next)));
}

Target TargetReader::make(const Quantity& q, Range statement, std::uint32_t next,
                          std::size_t from) {
  Target target;
  std::size_t first = q.first_word;
  std::string_view bound = bound_before(q, first);
  std::uint32_t end = q.range.end;
  if (bound.data() == nullptr) bound = bound_after(q, end);
  const bool starts = q.from.data() != nullptr;
  target.direction = q.direction.value_or(direction(q, starts ? q.from_first : first));
  if (starts && target.direction == Direction::kReach) target.direction = direction(q, first);
  target.bound = bound_named(bound, q.range_of_two);
  target.min = q.min;
  target.max = q.max;
  if (!q.range_of_two && target.bound == Bound::kAtLeast) target.max.reset();
  if (!q.range_of_two && target.bound == Bound::kAtMost) target.min.reset();
  if (!q.unit.empty()) target.unit = context_.keep(q.unit);
  // What is said of the next quantity is not said of this one.
  Range own = statement;
  if (next != 0) {
    own.end = next;
    target.baseline = baseline(q, own);
    own.end = own_end(end, next);
  } else {
    target.baseline = baseline(q, statement);
  }
  if (target.baseline.data() == nullptr) target.baseline = q.from;
  if (target.baseline.data() == nullptr) target.baseline = q.was;
  const std::size_t begins = starts ? q.from_first : first;
  const Range said_before = subject_before(from, begins);
  // What stands between two quantities without a mark is said of the first.
  const bool own_clause = from == 0 || clause_begin(from, begins) > from;
  const std::string_view verb = verb_right_before(begins);
  const bool linked = verb.data() != nullptr || bound.data() != nullptr;
  const Range said_after = subject_after(end, own);
  const bool measured = own_clause && linked &&
                        (names_measure(said_before) || verb == "share" || is_base(said_after));
  Range subject = starts || measured ? said_before : said_after;
  if (subject.empty()) subject = starts || measured ? said_after : said_before;
  if (subject.empty() && from == 0 && !in_cell_) subject = verb_before(from, first);
  target.subject = context_.keep_or_null(subject);
  const bool behind = !subject.empty() && subject.begin >= end;
  const Range after = behind ? Range{subject.end, own.end} : Range{};
  const bool share = measured && is_base(said_after);  // "đạt 2% GDP vào năm 2030"
  if (!in_cell_) set_time(from, begins, after, {share ? said_after.end : end, own.end}, target);
  const std::uint32_t sign = sign_begin(q.range.begin);
  const Range range{first < q.first_word ? words_[first].begin : sign, end};
  target.text = context_.keep(range);
  target.at = context_.at(range);
  return target;
}

std::vector<Target> TargetReader::read(Range statement) {
  std::vector<Target> targets;
  words_ = context_.layout.words_in(statement);
  const std::vector<Quantity> found = quantities(statement);
  std::size_t before = 0;   // the word after the quantity before
  std::string_view spoken;  // what was said before the last quantity that had a subject
  std::vector<std::size_t> unnamed;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Quantity& q = found[i];
    const std::size_t first = q.from.data() != nullptr ? q.from_first : q.first;
    const std::uint32_t next = i + 1 < found.size() ? found[i + 1].range.begin : 0;
    Target target = make(q, statement, next, before);
    // "…, tăng 12%", "02 cầu và 05 trạm bơm": of what the quantity before was of.
    if (target.subject.empty() && !in_cell_) {
      const std::uint32_t end = i == 0 ? statement.begin : found[i - 1].range.end;
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
    const std::size_t clause = without_opening(clause_begin(before, first), first);
    const bool has = only_has(clause, first);
    const bool named =
        (without_verbs(clause, first, false) > clause && !has) || (target.subject.empty() && !has);
    const bool weak = !named && (target.subject.empty() ||
                                 target.subject == context_.text(verb_before(before, first)));
    if (weak) {
      unnamed.push_back(targets.size());
    } else {
      // "Đến năm 2025 đạt 50%, đến năm 2030 đạt 80% hộ dân": both are of what follows.
      for (const std::size_t k : unnamed) {
        if (targets[k].unit == target.unit) targets[k].subject = target.subject;
      }
      unnamed.clear();
    }
    before = q.end_word;
    targets.push_back(std::move(target));
  }
  if (!in_cell_) name_by_label(statement, targets);
  return targets;
}

// "Điện thương phẩm: Năm 2025 khoảng 335 tỷ kWh; năm 2030 …": what stands before the colon.
void TargetReader::name_by_label(Range statement, std::vector<Target>& targets) {
  constexpr std::size_t kLongestLabel = 100;  // bytes
  const std::string_view text = context_.text(statement).substr(0, kLongestLabel);
  const std::size_t colon = text.find(':');
  if (colon == text.npos || text.substr(0, colon).find_first_of("0123456789;,") != text.npos)
    return;
  const auto named = [](const Target& target) { return !target.subject.empty(); };
  if (std::any_of(targets.begin(), targets.end(), named)) return;
  const Range label{statement.begin, statement.begin + static_cast<std::uint32_t>(colon)};
  LexiconMatch match;
  const std::span<const Word> words = context_.layout.words_in(label);
  const auto begins = [&](LexiconId id) {
    return !words.empty() && context_.grammar.lexicon(id).longest_at(words, 0, match) &&
           match.end_word == words.size();
  };
  if (begins(LexiconId::kSectionRoles) || begins(LexiconId::kDirections)) return;
  for (Target& target : targets) target.subject = context_.keep(label);
}

std::vector<Target> TargetReader::read_cell(Range cell, Range name, std::string_view unit) {
  cell_unit_ = unit;
  in_cell_ = true;
  std::vector<Target> targets = read(cell);
  in_cell_ = false;
  cell_unit_ = {};
  words_ = context_.layout.words_in(name);
  // "Giảm tỷ lệ hộ nghèo": the verb that begins the name is the direction.
  Range subject = name;
  std::optional<Direction> direction;
  LexiconMatch verb;
  const Lexicon& directions = context_.grammar.lexicon(LexiconId::kDirections);
  if (!words_.empty() && directions.longest_at(words_, 0, verb)) {
    const std::string_view named = verb.entry.value(Field::kDirection);
    if (named == "increase") direction = Direction::kIncrease;
    if (named == "decrease") direction = Direction::kDecrease;
    if (measure_after(0, verb.end_word, words_.size())) subject.begin = words_[verb.end_word].begin;
  }
  const std::string_view written = context_.text(cell);
  const bool negative =
      written.size() > 1 && written[0] == '-' && written[1] >= '0' && written[1] <= '9';
  for (Target& target : targets) {
    if (target.subject.empty()) target.subject = context_.keep(subject);
    if (direction.has_value() && target.direction == Direction::kReach) {
      target.direction = *direction;
    }
    if (negative && targets.size() == 1 && target.min == target.max) {
      target.min = target.max = -*target.min;
    }
  }
  return targets;
}

}  // namespace scp
