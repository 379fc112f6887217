#include <algorithm>

#include "facts/targets.h"

namespace scp {

// What is said after a quantity: of what it is the share, to its comparison or the next mark.
Range TargetReader::subject_after(std::uint32_t from, Range statement) const {
  const std::string_view flow = context_.flow.text().substr(0, statement.end);
  std::size_t end = std::min<std::size_t>(flow.find_first_of(";.(\n", from), statement.end);
  Range range{time_end(from, static_cast<std::uint32_t>(end)), static_cast<std::uint32_t>(end)};
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
  LexiconMatch verb;  // "… và giảm 10% …": of the next quantity
  const bool next = last > first + 2 && words_[last - 2].connector &&
                    context_.grammar.lexicon(LexiconId::kDirections)
                        .longest_at(words_.first(last), last - 1, verb) &&
                    tells_direction(verb.entry);
  if (next) last -= 2;
  if (last > first && range.end + 2 >= statement.end) last = without_verbs(first, last, true);
  if (last == first) return {};
  range.end = std::min(range.end, words_[last - 1].end);
  const std::size_t untimed = without_time(first, last, true);
  if (untimed > first && untimed < last) range.end = words_[untimed - 1].end;
  return range;
}

// The limit that stands at a word: "trước 31/12/2025"; a period as well where it is not `limit`.
std::optional<Deadline> TargetReader::time_at(std::size_t word, std::uint32_t end,
                                              bool limit) const {
  if (word >= words_.size() || words_[word].begin >= end) return std::nullopt;
  RuleMatch time;
  const Rule* rule = context_.match(RuleSet::kDeadline, {words_[word].begin, end}, time);
  if (rule == nullptr) return std::nullopt;
  const std::string_view kind = rule->value(Field::kKind);
  if (kind != "by" && (limit || kind != "period")) return std::nullopt;
  return deadlines_.heading({time.begin, time.end});
}

// When a quantity is to be reached, where its own clause says so: before it ("…, đến năm 2030 đạt
// 95%") or behind what it is of ("100% hồ sơ được số hóa trước 31/12/2025").
void TargetReader::set_time(std::size_t from, std::size_t first, Range after, Range behind,
                            Target& target) const {
  std::optional<Deadline> time;
  std::size_t begin = clause_begin(from, first);
  if (from != 0 || begin != 0) {  // at the beginning it is the time of the goal
    const bool own = begin > from;
    while (begin < first && (words_[begin].connector || words_[begin].stop)) ++begin;
    if (own && begin < first) time = time_at(begin, words_[first - 1].end, false);
  }
  if (!time.has_value() && !after.empty()) time = time_at(word_from(after.begin), after.end, true);
  RuleMatch match;  // "100% hộ có nước sạch vào năm 2028"
  if (!time.has_value() && !after.empty() &&
      context_.match_role(RuleSet::kTarget, context_.flow.trimmed(after), "reached-in", match) !=
          nullptr)
    time = deadlines_.heading({match.begin, match.end});
  // "dưới 6% vào năm 2025"
  if (!time.has_value() && !behind.empty() && target.baseline.data() == nullptr &&
      context_.match_role(RuleSet::kTarget, context_.flow.trimmed(behind), "at-time", match) !=
          nullptr)
    time = deadlines_.heading({match.begin, match.end});
  if (!time.has_value() || time->period.data() == nullptr) return;
  target.period = time->period;
  target.start_on = time->start_on;
  target.due_on = time->due_on;
}

// "giảm" and "đạt" say no more than where a target goes; "xây dựng" says what is done.
bool TargetReader::tells_direction(const Entry& verb) {
  return verb.value(Field::kDirection) != "reach" || verb.value(Field::kRole) == "link" ||
         verb.value(Field::kRole) == "share";
}

// The role or the direction of a verb of direction that ends right before a word; null without one.
std::string_view TargetReader::verb_right_before(std::size_t word) const {
  constexpr std::size_t kLongest = 4;  // words
  LexiconMatch match;
  const std::span<const Word> head = words_.first(word);
  for (std::size_t at = word > kLongest ? word - kLongest : 0; at < word; ++at) {
    const Lexicon& directions = context_.grammar.lexicon(LexiconId::kDirections);
    const bool verb = directions.longest_at(head, at, match) && match.end_word == word;
    if (verb && tells_direction(match.entry)) {
      const std::string_view role = match.entry.value(Field::kRole);
      return role.data() != nullptr ? role : match.entry.value(Field::kDirection);
    }
    const Lexicon& bounds = context_.grammar.lexicon(LexiconId::kBounds);
    if (bounds.longest_at(head, at, match) && match.end_word == word &&
        match.entry.value(Field::kRole) == "to") {
      return match.entry.value(Field::kRole);
    }
  }
  return {};
}

// The end without words that tell direction or bound: "Tỷ lệ hộ nghèo giảm còn dưới". At the end of
// a statement a bound belongs to what stands before: "60% diện tích trở lên".
std::size_t TargetReader::without_verbs(std::size_t begin, std::size_t end, bool at_end) const {
  constexpr std::size_t kLongest = 4;  // words
  const Lexicon& directions = context_.grammar.lexicon(LexiconId::kDirections);
  const Lexicon& bounds = context_.grammar.lexicon(LexiconId::kBounds);
  LexiconMatch match;
  bool verb = false;
  const auto strips = [&](std::size_t at) {
    const std::span<const Word> head = words_.first(end);
    if (bounds.longest_at(head, at, match) && match.end_word == end) {
      const std::string_view role = match.entry.value(Field::kRole);
      if (at_end) return role == "after" || role == "filler" || role == "rate";
      if (role == "filler" && verb) return false;  // "Thu nhập bình quân đạt"
      return role.substr(0, 4) != "skip" && role != "noun";
    }
    if (at_end || !directions.longest_at(head, at, match) || match.end_word != end) return false;
    verb = tells_direction(match.entry);
    return verb;
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

// Where the clause before a word begins, but not before `from`.
std::size_t TargetReader::clause_begin(std::size_t from, std::size_t first) const {
  std::size_t begin = first;
  while (begin > from && !ends_clause(words_[begin - 1])) --begin;
  return begin;
}

// The begin without words that open a clause: "trong đó", "mỗi năm", "đến năm 2025".
std::size_t TargetReader::without_opening(std::size_t begin, std::size_t end) const {
  const Lexicon& bounds = context_.grammar.lexicon(LexiconId::kBounds);
  LexiconMatch match;
  RuleMatch time;
  for (bool moved = true; moved && begin < end;) {
    moved = true;
    if (words_[begin].connector || words_[begin].stop) {
      ++begin;
      continue;
    }
    if (bounds.longest_at(words_.first(end), begin, match)) {
      const std::string_view role = match.entry.value(Field::kRole);
      if (role == "rate" || role == "opening") {
        begin = match.end_word;
        continue;
      }
    }
    const Range rest{words_[begin].begin, words_[end - 1].end};
    const Rule* rule = context_.match(RuleSet::kDeadline, rest, time);
    moved = false;
    if (rule == nullptr || time.end <= rest.begin) continue;
    const std::string_view kind = rule->value(Field::kKind);
    if (kind != "period" && kind != "by") continue;
    begin = word_from(time.end);
    moved = true;
  }
  return begin;
}

// The end without a time: "Thu ngân sách đến năm 2025"; only a limit where it asks for that.
std::size_t TargetReader::without_time(std::size_t begin, std::size_t end, bool limit) const {
  constexpr std::size_t kLongest = 8;  // words
  RuleMatch time;
  for (std::size_t at = end > begin + kLongest ? end - kLongest : begin; at < end; ++at) {
    const Range rest{words_[at].begin, words_[end - 1].end};
    const Rule* rule = context_.match(RuleSet::kDeadline, rest, time);
    if (rule == nullptr || time.end != rest.end) continue;
    const std::string_view kind = rule->value(Field::kKind);
    if (kind != "by" && (limit || kind != "period")) continue;
    end = at;
    const Lexicon& open = context_.grammar.lexicon(LexiconId::kOpenWords);
    while (end > begin &&  // "… vào"
           (words_[end - 1].connector ||
            open.find(context_.text({words_[end - 1].begin, words_[end - 1].end})).valid())) {
      --end;
    }
    return end;
  }
  return end;
}

// "Tỷ lệ", "Phấn đấu tỷ lệ": what is measured begins here. `after`: the word after its first words.
bool TargetReader::measure_at(std::size_t begin, std::size_t end, std::size_t* after) const {
  const Lexicon& measures = context_.grammar.lexicon(LexiconId::kMeasures);
  const Lexicon& directions = context_.grammar.lexicon(LexiconId::kDirections);
  LexiconMatch match;
  const std::span<const Word> head = words_.first(end);
  if (begin < end && directions.longest_at(head, begin, match)) {
    LexiconMatch whole;  // "Số hộ" is longer than no verb, "Thu hút" than "Thu"
    const bool measure = measures.longest_at(head, begin, whole) && whole.end_word > match.end_word;
    if (!measure) begin = match.end_word;
  }
  if (begin >= end || !measures.longest_at(head, begin, match)) return false;
  if (after != nullptr) *after = match.end_word;
  return true;
}

bool TargetReader::verb_inside(std::size_t begin, std::size_t end) const {
  const Lexicon& directions = context_.grammar.lexicon(LexiconId::kDirections);
  LexiconMatch match;
  for (std::size_t at = begin; at < end; ++at) {
    if (directions.longest_at(words_.first(end), at, match) && tells_direction(match.entry)) {
      return true;
    }
  }
  return false;
}

// Where what is measured holds commas ("Tỷ lệ thu gom, xử lý chất thải đạt …"), it begins before
// the last of them.
std::size_t TargetReader::wider_begin(std::size_t from, std::size_t begin,
                                      std::size_t first) const {
  constexpr std::size_t kMost = 8;  // parts
  const Lexicon& bounds = context_.grammar.lexicon(LexiconId::kBounds);
  std::size_t at = begin;
  LexiconMatch match;
  for (std::size_t part = 0; part < kMost; ++part) {
    const std::size_t open = without_opening(at, first);
    if (measure_at(open, first)) return at;
    const bool opened = at < first && bounds.longest_at(words_, at, match) &&
                        match.entry.value(Field::kRole) == "opening";
    if (opened) return at;
    if (at <= from || !words_[at - 1].comma) return begin;
    const std::size_t before = clause_begin(from, at - 1);
    if (before == from && from != 0) return begin;  // said of the quantity before
    std::size_t after = before;
    const std::size_t inner = without_opening(before, at - 1);
    // A part with a verb of its own is said of something else.
    const std::size_t verbs =
        measure_at(inner, at - 1, &after) ? std::min(after + 2, at - 1) : before;
    if (verb_inside(verbs, at - 1)) return begin;
    at = before;
  }
  return begin;
}

// Nothing but "có", and perhaps a bound, stands there.
bool TargetReader::only_has(std::size_t begin, std::size_t end) const {
  LexiconMatch match;
  const std::size_t last = without_verbs(begin, end, false);
  return last == begin + 1 &&
         context_.grammar.lexicon(LexiconId::kDirections)
             .longest_at(words_.first(last), begin, match) &&
         match.entry.value(Field::kRole) == "has";
}

// What is said before it: "Tỷ lệ hộ nghèo giảm còn 1,5%" is of "Tỷ lệ hộ nghèo". `from`: the word
// after the quantity before. Empty where only a direction is said.
Range TargetReader::subject_before(std::size_t from, std::size_t first) const {
  const Lexicon& directions = context_.grammar.lexicon(LexiconId::kDirections);
  std::size_t begin = wider_begin(from, clause_begin(from, first), first);
  begin = without_opening(begin, first);
  std::size_t end = without_verbs(begin, first, false);
  for (std::size_t before = end + 1; before != end;) {
    before = end;
    end = without_verbs(begin, without_time(begin, end), false);
  }
  if (end <= begin || only_has(begin, end)) return {};
  LexiconMatch match;
  const Lexicon& measures = context_.grammar.lexicon(LexiconId::kMeasures);
  const std::size_t measured =  // "Tăng trưởng GRDP"
      measures.longest_at(words_.first(end), begin, match) ? match.end_word : begin;
  for (std::size_t k = begin + 1; k < end && k <= begin + 3; ++k) {  // the shortest verb
    if (k < measured) continue;
    const bool verb = directions.longest_at(words_.first(k), begin, match);
    if (!verb || (!tells_direction(match.entry) && !measure_after(begin, match.end_word, end))) {
      continue;
    }
    begin = match.end_word;
    break;
  }
  return {words_[begin].begin, words_[end - 1].end};
}

// "Duy trì tỷ lệ che phủ rừng": any verb before what is measured says no more than the direction.
bool TargetReader::measure_after(std::size_t verb, std::size_t after, std::size_t end) const {
  const Lexicon& measures = context_.grammar.lexicon(LexiconId::kMeasures);
  LexiconMatch match;
  return after > verb && after < end && measures.longest_at(words_.first(end), after, match);
}

bool TargetReader::names_measure(Range subject) const {
  return !subject.empty() && measure_at(word_from(subject.begin), word_from(subject.end));
}

// "đạt 2% GDP": what the share is of, and not what it is the share of.
bool TargetReader::is_base(Range subject) const {
  LexiconMatch match;
  return !subject.empty() &&
         context_.grammar.lexicon(LexiconId::kMeasures)
             .longest_at(words_, word_from(subject.begin), match) &&
         match.entry.value(Field::kRole) == "base";
}

// The words before a quantity that tell what is done: better than nothing.
Range TargetReader::verb_before(std::size_t from, std::size_t first) const {
  const std::size_t begin = without_opening(clause_begin(from, first), first);
  if (begin >= first || figure_in(begin, first)) return {};
  LexiconMatch verb;  // "Tăng", "đạt", "có" alone say of nothing
  const Lexicon& directions = context_.grammar.lexicon(LexiconId::kDirections);
  const bool only = directions.longest_at(words_.first(first), begin, verb) &&
                    verb.end_word == first &&
                    (tells_direction(verb.entry) || verb.entry.value(Field::kRole) == "has");
  if (only) return {};
  return {words_[begin].begin, words_[first - 1].end};
}

}  // namespace scp
