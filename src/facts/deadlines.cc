#include "facts/deadlines.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "facts/dates.h"

namespace scp {
namespace {

struct KindName {
  std::string_view name;
  DeadlineKind kind;
};
constexpr std::array kKinds = {
    KindName{"period", DeadlineKind::kPeriod},
    KindName{"by", DeadlineKind::kBy},
    KindName{"recurring", DeadlineKind::kRecurring},
    KindName{"continuous", DeadlineKind::kContinuous},
    KindName{"on_demand", DeadlineKind::kOnDemand},
    KindName{"after_event", DeadlineKind::kAfterEvent},
    KindName{"reference", DeadlineKind::kReference},
};

DeadlineKind kind_named(std::string_view name) {
  for (const KindName& entry : kKinds) {
    if (entry.name == name) return entry.kind;
  }
  return DeadlineKind::kUnknown;
}

// Quarters come as I to IV or 1 to 4.
std::uint32_t quarter_number(std::string_view text) {
  const std::uint32_t roman = roman_value(text);
  const std::uint32_t value = roman != 0 ? roman : small_number(text);
  return value <= 4 ? value : 0;
}

struct Ends {
  Date from;
  Date to;
};

// What one side of a period says: a quarter, a half, a day, a month or a year.
Ends side(const RuleMatch& m, Field year, Field month, Field day, Field quarter,
          std::int16_t default_year) {
  Date date;
  date.year = static_cast<std::int16_t>(small_number(m.text(year)));
  if (date.year == 0) date.year = default_year;
  if (date.year < 100 && date.year > 0) date.year += 2000;  // 30/6/24
  const std::uint32_t q = quarter_number(m.text(quarter));
  if (q != 0) {
    Date from = date;
    Date to = date;
    from.month = static_cast<std::uint8_t>(3 * q - 2);
    to.month = static_cast<std::uint8_t>(3 * q);
    return {from, to};
  }
  date.month = static_cast<std::uint8_t>(small_number(m.text(month)));
  date.day = date.month == 0 ? 0 : static_cast<std::uint8_t>(small_number(m.text(day)));
  return {date, date};
}

std::string two_digits(std::uint32_t value) {
  std::string text = std::to_string(value);
  return text.size() < 2 ? "0" + text : text;
}

// "3, 6 và 9" → "3,6,9"; the months of a quarter; empty where neither is said.
std::string months_of(const RuleMatch& m) {
  std::string months;
  const auto add = [&](std::uint32_t month) {
    if (month < 1 || month > 12) return;
    months += (months.empty() ? "" : ",") + std::to_string(month);
  };
  const std::uint32_t quarter = quarter_number(m.text(Field::kQuarter));
  for (std::uint32_t k = 1; quarter != 0 && k <= 3; ++k) add(3 * (quarter - 1) + k);
  const std::string_view list = m.text(Field::kMonths);
  for (std::size_t at = 0; (at = list.find_first_of("0123456789", at)) != std::string_view::npos;) {
    const std::size_t end = std::min(list.find_first_not_of("0123456789", at), list.size());
    add(small_number(list.substr(at, end - at)));
    at = end;
  }
  return months;
}

// Whether a day of a month comes in some year; true where none is said.
bool is_day_of_year(const RuleMatch& m, Field month, Field day) {
  constexpr std::uint32_t kLeapYear = 2000;
  const std::uint32_t number = small_number(m.text(month));
  return number == 0 || small_number(m.text(day)) <= days_in_month(kLeapYear, number);
}

// "31/11/2024" is no day; only the words are certain.
Deadline unread(const Deadline& deadline) {
  Deadline result;
  result.text = deadline.text;
  result.at = deadline.at;
  result.kind = DeadlineKind::kUnknown;
  return result;
}

bool is_before(Date a, Date b) {
  return std::tie(a.year, a.month, a.day) < std::tie(b.year, b.month, b.day);
}

Date month_before(Date date) {
  if (date.month > 1) {
    --date.month;
  } else {
    date.month = 12;
    --date.year;
  }
  date.day = 0;
  return date;
}

}  // namespace

void DeadlineReader::set_period(Date from, Date to, bool open_start, bool open_end,
                                Deadline& deadline) {
  std::string text;
  if (open_start) {
    text = "../" + iso(to);
  } else if (open_end) {
    text = iso(from) + "/..";
  } else if (from == to) {
    text = iso(from);
  } else {
    text = iso(from) + "/" + iso(to);
  }
  deadline.period = context_.keep(text);
  if (!open_start) deadline.start_on = first_day(from);
  if (!open_end) deadline.due_on = last_day(to);
}

void DeadlineReader::make_period(const Rule& rule, const RuleMatch& m, Deadline& deadline) {
  const std::int16_t to_year = static_cast<std::int16_t>(
      small_number(m.text(m.says(Field::kToYear) ? Field::kToYear : Field::kYear)));
  const bool two_sided = m.says(Field::kFromYear) || m.says(Field::kFromMonth) ||
                         m.says(Field::kFromQuarter) || m.says(Field::kFromDay);
  const std::int16_t fallback = to_year != 0 ? to_year : plan_year_;
  Ends from;
  Ends to;
  if (two_sided) {
    from = side(m, Field::kFromYear, Field::kFromMonth, Field::kFromDay, Field::kFromQuarter,
                fallback);
    to = side(m, Field::kToYear, Field::kToMonth, Field::kToDay, Field::kToQuarter, fallback);
    // A day that reaches "to the end of the year" ends on its last day.
    if (from.from.day != 0 && to.to.month == 0) to.to = last_day(to.to);
  } else {
    from = side(m, Field::kYear, Field::kMonth, Field::kDay, Field::kQuarter, fallback);
    to = from;
  }
  if (!from.from.known()) {
    deadline.kind = DeadlineKind::kUnknown;
    return;
  }
  const bool open_end = rule.value(Field::kOpenEnd).data() != nullptr;
  set_period(from.from, to.to, false, open_end, deadline);
}

void DeadlineReader::make_limit(const Rule& rule, const RuleMatch& m, Deadline& deadline) {
  Ends limit = side(m, Field::kYear, Field::kMonth, Field::kDay, Field::kQuarter, plan_year_);
  if (!limit.to.known()) {
    deadline.kind = DeadlineKind::kUnknown;
    return;
  }
  const bool before = rule.value(Field::kBound) == "before";
  if (before && limit.to.day == 0) {
    if (limit.from.month != 0)
      limit.to = month_before(limit.from);
    else
      --limit.to.year;
  }
  set_period(limit.to, limit.to, true, false, deadline);
}

void DeadlineReader::make_recurrence(const Rule& rule, const RuleMatch& m, Deadline& deadline) {
  const std::string_view frequency = rule.value(Field::kFrequency);
  std::string base = "FREQ=" + std::string(frequency);
  const std::uint32_t interval = small_number(m.text(Field::kInterval));
  if (interval > 1) base += ";INTERVAL=" + std::to_string(interval);
  const auto add = [&](const std::string& rule_text) {
    deadline.rrules.push_back(context_.keep(rule_text));
  };
  const std::uint32_t day = small_number(m.text(Field::kDay));
  const std::uint32_t month = small_number(m.text(Field::kMonth));
  const std::uint32_t day2 = small_number(m.text(Field::kToDay));
  const std::uint32_t month2 = small_number(m.text(Field::kToMonth));
  const std::string_view weekday = rule.value(Field::kWeekday);
  const auto due = [&](std::uint32_t mm, std::uint32_t dd) {
    deadline.due_days.push_back(context_.keep(two_digits(mm) + "-" + two_digits(dd)));
  };
  if (weekday.data() != nullptr) {
    std::string days;
    for (const Field week : {Field::kWeek, Field::kToWeek}) {
      if (!m.says(week)) continue;
      days += (days.empty() ? "" : ",") + std::to_string(small_number(m.text(week))) +
              std::string(weekday);
    }
    return add(base + ";BYDAY=" + (days.empty() ? std::string(weekday) : days));
  }
  const std::string months = months_of(m);
  if (!months.empty()) return add(base + ";BYMONTH=" + months);
  const auto by = [&](std::uint32_t mm, std::uint32_t dd) {
    std::string text = base;
    if (mm != 0) text += ";BYMONTH=" + std::to_string(mm);
    if (dd != 0) text += ";BYMONTHDAY=" + std::to_string(dd);
    return text;
  };
  if (month != 0 && day != 0) due(month, day);
  if (month2 != 0 && day2 != 0) {
    due(month2, day2);
    if (day == day2) {  // one rule for both months
      return add(base + ";BYMONTH=" + std::to_string(month) + "," + std::to_string(month2) +
                 ";BYMONTHDAY=" + std::to_string(day));
    }
    add(by(month, day));
    return add(by(month2, day2));
  }
  add(by(month, day));
  // "6 tháng, hằng năm"
  const std::string_view also = rule.value(Field::kAlso);
  if (also.data() != nullptr) add("FREQ=" + std::string(also));
}

void DeadlineReader::make_duration(const Rule& rule, const RuleMatch& m, Deadline& deadline) {
  const std::string_view unit = rule.value(Field::kDurationUnit);
  if (unit.data() == nullptr || !m.says(Field::kDuration)) return;
  deadline.duration = context_.keep("P" + std::to_string(small_number(m.text(Field::kDuration))) +
                                    std::string(unit));
}

Deadline DeadlineReader::make(const Rule& rule, const RuleMatch& m, Range range) {
  Deadline deadline;
  deadline.text = context_.keep(range);
  deadline.at = context_.at(range);
  deadline.kind = kind_named(rule.value(Field::kKind));
  deadline.note = rule.value(Field::kNote);
  if (m.has(Field::kNote)) {
    std::string note(m.text(Field::kNote));
    if (m.has(Field::kText)) note += " \xE2\x80\xA6 " + std::string(m.text(Field::kText));  // …
    const std::size_t last = note.find_last_not_of(' ');
    deadline.note = context_.keep(note.substr(0, last + 1));
  }
  switch (deadline.kind) {
    case DeadlineKind::kPeriod:
      make_period(rule, m, deadline);
      break;
    case DeadlineKind::kBy:
      make_limit(rule, m, deadline);
      break;
    case DeadlineKind::kRecurring:
      make_recurrence(rule, m, deadline);
      if (!is_day_of_year(m, Field::kMonth, Field::kDay) ||
          !is_day_of_year(m, Field::kToMonth, Field::kToDay)) {
        return unread(deadline);
      }
      break;
    default:
      make_duration(rule, m, deadline);
      break;
  }
  const bool open_year = !m.says(Field::kYear) && !m.says(Field::kFromYear) &&
                         !m.says(Field::kToYear) && plan_year_ == not_before_.year;
  if (open_year && not_before_.day != 0 && deadline.due_on.known() &&
      is_before(deadline.due_on, not_before_)) {
    ++plan_year_;
    deadline = make(rule, m, range);
    --plan_year_;
    return deadline;
  }
  const auto impossible = [](Date date) { return date.known() && !is_calendar_date(date); };
  const bool possible = !impossible(deadline.start_on) && !impossible(deadline.due_on);
  return possible ? deadline : unread(deadline);
}

std::optional<Deadline> DeadlineReader::match_whole(Range range) {
  RuleMatch match;
  const Rule* rule = context_.match(RuleSet::kDeadline, range, match, true);
  if (rule == nullptr) return std::nullopt;
  return make(*rule, match, range);
}

std::optional<Deadline> DeadlineReader::cell(Range range) {
  range = context_.flow.trimmed(range);
  if (range.empty()) return std::nullopt;
  if (auto times = several_regular(range)) return times;
  if (auto time = only_time(range)) return time;
  Deadline deadline = inside_cell(range);
  deadline.text = context_.keep(range);
  deadline.at = context_.at(range);
  return deadline;
}

// "6 tháng và hằng năm", "hằng tháng (trước ngày 25 hằng tháng), hằng quý": several times that come
// again, with nothing between them but marks and conjunctions.
std::optional<Deadline> DeadlineReader::several_regular(Range range) {
  constexpr std::uint32_t kLongest = 300;  // bytes
  if (range.size() > kLongest) return std::nullopt;
  Deadline all;
  std::size_t count = 0;
  std::uint32_t done = range.begin;
  for (const Word& word : context_.layout.words_in(range)) {
    if (word.begin < done || word.stop || word.connector || word.comma) continue;
    RuleMatch match;
    const Rule* rule = context_.match(RuleSet::kDeadline, {word.begin, range.end}, match);
    if (rule == nullptr || match.end <= word.begin) return std::nullopt;
    const Deadline one = make(*rule, match, {match.begin, match.end});
    if (one.rrules.empty()) return std::nullopt;
    all.rrules.insert(all.rrules.end(), one.rrules.begin(), one.rrules.end());
    all.due_days.insert(all.due_days.end(), one.due_days.begin(), one.due_days.end());
    done = match.end;
    ++count;
  }
  if (count < 2) return std::nullopt;
  all.kind = DeadlineKind::kRecurring;
  all.text = context_.keep(range);
  all.at = context_.at(range);
  return all;
}

std::optional<Deadline> DeadlineReader::only_time(Range range) {
  range = context_.flow.trimmed(range);
  Range inner = range;
  const std::string_view flow = context_.flow.text();
  while (inner.end > inner.begin &&
         std::string_view(".;,").find(flow[inner.end - 1]) != std::string_view::npos) {
    --inner.end;
  }
  if (inner.empty()) return std::nullopt;
  if (auto whole = match_whole(inner)) {
    whole->text = context_.keep(range);
    whole->at = context_.at(range);
    return whole;
  }
  // A remark in brackets at the end becomes the note.
  const std::size_t open = context_.text(inner).rfind('(');
  if (open != std::string_view::npos && open > 0 && flow[inner.end - 1] == ')') {
    const Range head =
        context_.flow.trimmed({inner.begin, inner.begin + static_cast<std::uint32_t>(open)});
    if (auto whole = match_whole(head)) {
      whole->text = context_.keep(range);
      whole->at = context_.at(range);
      whole->note = context_.keep_or_null(
          {inner.begin + static_cast<std::uint32_t>(open) + 1, inner.end - 1});
      return whole;
    }
  }
  return std::nullopt;
}

// "Trình dự thảo trong quý I, ban hành trong quý II/2025": of times among other words the last; the
// words before the first, or the other times, are a remark.
Deadline DeadlineReader::inside_cell(Range range) {
  constexpr std::uint32_t kLongest = 300;  // bytes
  // "thời hạn tại Kế hoạch số 5/KH-UBND ngày …" is the day of that plan.
  const Range tokens = context_.flow.tokens_in(range);
  const std::span<const Token> all_tokens = context_.flow.tokens();
  const bool cites = std::any_of(all_tokens.begin() + tokens.begin, all_tokens.begin() + tokens.end,
                                 [](const Token& t) { return t.kind == TokenKind::kSymbol; });
  if (range.size() > kLongest || cites) return {};
  std::vector<Deadline> times = all_in_text(range);
  if (times.size() > 1) {  // the first may be of the year that the second names
    const Date not_before = std::exchange(not_before_, Date{});
    times = all_in_text(range);
    not_before_ = not_before;
  }
  const Deadline* main = main_time(times);
  if (main == nullptr) return {};
  Deadline result = *main;
  std::string note;
  for (const Deadline& time : times) {
    if (&time == main) continue;
    if (!note.empty()) note += "; ";
    note += time.text;
  }
  const std::size_t before = context_.text(range).find(times.front().text);
  if (note.empty() && before > 0 && before != std::string_view::npos)
    note = context_.text(
        context_.flow.trimmed({range.begin, range.begin + static_cast<std::uint32_t>(before)}));
  if (result.note.data() == nullptr && !note.empty()) result.note = context_.keep(note);
  return result;
}

// Of several times the last with an end; where none has one, the one with a beginning; where all go
// on or come again ("thực hiện thường xuyên, hằng năm"), the one that says how often. What depends
// on something else is a remark beside a date, and leaves nothing certain without one.
const Deadline* DeadlineReader::main_time(const std::vector<Deadline>& times) {
  constexpr int kDated = 3;
  const auto rank = [](const Deadline& time) {
    const bool dated = time.kind == DeadlineKind::kBy || time.kind == DeadlineKind::kPeriod;
    if (dated && time.due_on.known()) return kDated + 1;
    if (dated && time.start_on.known()) return kDated;
    if (time.kind == DeadlineKind::kRecurring) return 2;
    return time.kind == DeadlineKind::kContinuous ? 1 : 0;
  };
  const Deadline* best = nullptr;
  bool depends = false;
  for (const Deadline& time : times) {
    const int own = rank(time);
    const int most = best == nullptr ? 0 : rank(*best);
    // "quý I" of a year said later is unknown, and a remark to the other one.
    depends |= own == 0 && time.kind != DeadlineKind::kUnknown;
    const bool later = own == most && own >= kDated && is_before(best->due_on, time.due_on);
    if (own > most || later) best = &time;
  }
  return best != nullptr && depends && rank(*best) < kDated ? nullptr : best;
}

std::optional<Deadline> DeadlineReader::heading(Range range) {
  range = context_.flow.trimmed(range);
  const std::string_view flow = context_.flow.text();
  while (range.end > range.begin &&
         std::string_view(":.;,").find(flow[range.end - 1]) != std::string_view::npos) {
    --range.end;
  }
  if (auto whole = match_whole(range)) {
    if (whole->period.data() != nullptr) return whole;
  }
  RuleMatch match;
  const Range tokens = context_.flow.tokens_in(range);
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Range rest{context_.flow.tokens()[i].begin, range.end};
    const Rule* rule = context_.match(RuleSet::kDeadline, rest, match);
    if (rule == nullptr) continue;
    const DeadlineKind kind = kind_named(rule->value(Field::kKind));
    if (kind != DeadlineKind::kPeriod && kind != DeadlineKind::kBy) continue;
    return make(*rule, match, {match.begin, match.end});
  }
  return std::nullopt;
}

std::vector<Deadline> DeadlineReader::all_in_text(Range range) {
  std::vector<Deadline> result;
  RuleMatch match;
  std::uint32_t done = range.begin;
  for (const RulePlaces::Place& place : context_.rule_places.in(RuleSet::kDeadline, range)) {
    if (place.begin < done) continue;
    const Rule* rule = context_.match(RuleSet::kDeadline, {place.begin, range.end}, match);
    if (rule == nullptr || match.end <= place.begin) continue;
    result.push_back(make(*rule, match, {match.begin, match.end}));
    done = match.end;
  }
  return result;
}

std::optional<Deadline> DeadlineReader::in_text(Range range) {
  std::vector<Deadline> found;
  due_in_text(range, true, found);
  return last_of(found);
}

void DeadlineReader::due_in_text(Range range, bool first, std::vector<Deadline>& found) {
  const std::int16_t plan_year = plan_year_;
  RuleMatch match;
  if (!found.empty() && found.back().due_on.known()) plan_year_ = found.back().due_on.year;
  if (first) {
    if (auto opening = opening_time(range)) {
      found.push_back(*std::move(opening));
      return;
    }
  }
  for (Range rest = range; !rest.empty(); rest.begin = match.end) {
    const Rule* rule = context_.search(RuleSet::kDeadline, rest, match, "due");
    if (rule == nullptr || match.end <= rest.begin) break;
    if (found.empty() || ends_segment({match.end, range.end})) {
      found.push_back(make(*rule, match, {match.begin, match.end}));
    }
    if (found.front().kind != DeadlineKind::kBy) break;
    // "trước 15/11/2025; … trước 30/11": a day without a year is of the year last named.
    if (found.back().due_on.known()) plan_year_ = found.back().due_on.year;
  }
  if (found.empty()) {
    if (auto closing = closing_time(range)) found.push_back(*std::move(closing));
  }
  plan_year_ = plan_year;
}

// "Quý I/2024, Sở A kiểm tra …": a time and a comma at the beginning.
std::optional<Deadline> DeadlineReader::opening_time(Range range) {
  constexpr std::size_t kLongest = 60;  // bytes
  RuleMatch match;
  range = context_.flow.trimmed(range);
  const std::size_t comma = context_.text(range).substr(0, kLongest).find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  range.end = range.begin + static_cast<std::uint32_t>(comma);
  const Rule* rule = context_.match(RuleSet::kDeadline, range, match, true);
  if (rule == nullptr || rule->value(Field::kRole) == "due") return std::nullopt;
  const DeadlineKind kind = kind_named(rule->value(Field::kKind));
  const bool times = kind == DeadlineKind::kPeriod || kind == DeadlineKind::kBy ||
                     kind == DeadlineKind::kRecurring;
  // On a day something happened, by a day it is to be done.
  if (!times || (kind == DeadlineKind::kPeriod && match.says(Field::kDay) &&
                 rule->value(Field::kOpenEnd).data() == nullptr)) {
    return std::nullopt;
  }
  return make(*rule, match, range);
}

// "Tổng kết giai đoạn (Quý IV/2023)": all of the brackets at the end is a time finer than years.
std::optional<Deadline> DeadlineReader::closing_time(Range range) {
  range = context_.flow.trimmed(range);
  const std::string_view text = context_.text(range);
  const std::size_t close = text.find_last_not_of(".;,/ ");
  const std::size_t open = close == text.npos || text[close] != ')' ? text.npos : text.rfind('(');
  if (open == text.npos || open > close) return std::nullopt;
  const auto at = [&](std::size_t offset) {
    return range.begin + static_cast<std::uint32_t>(offset);
  };
  const Range inner = context_.flow.trimmed({at(open + 1), at(close)});
  auto time = inner.empty() ? std::nullopt : match_whole(inner);
  if (!time.has_value() || time->period.data() == nullptr) return std::nullopt;
  const bool years = time->start_on.month == 1 && time->start_on.day == 1 &&
                     (time->due_on.month == 12 || !time->due_on.known());
  const bool one_day = time->start_on == time->due_on;  // of something that happened
  const bool fine = time->kind == DeadlineKind::kBy ||
                    (time->kind == DeadlineKind::kPeriod && !years && !one_day);
  return fine ? time : std::nullopt;
}

// Nothing but a mark or the end follows.
bool DeadlineReader::ends_segment(Range after) const {
  after = context_.flow.trimmed(after);
  return after.empty() ||
         std::string_view(";,.)").find(context_.text(after).front()) != std::string_view::npos;
}

std::optional<Deadline> DeadlineReader::last_of(const std::vector<Deadline>& times) {
  if (times.empty()) return std::nullopt;
  const auto bounded = [](const Deadline& time) {
    return time.kind == DeadlineKind::kBy && time.due_on.known();
  };
  const Deadline* last = &times.front();
  if (!bounded(*last)) return *last;
  for (const Deadline& time : times) {
    if (bounded(time) && is_before(last->due_on, time.due_on)) last = &time;
  }
  std::string others;
  for (const Deadline& time : times) {
    if (!bounded(time) || time.due_on == last->due_on) continue;
    if (!others.empty()) others += "; ";
    others += time.text;
  }
  Deadline result = *last;
  if (!others.empty() && result.note.data() == nullptr) result.note = context_.keep(others);
  return result;
}

}  // namespace scp
