#include "pipeline/validate.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace scp {
namespace {

bool digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return false;
  return text.substr(at, count).find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_month_or_day(std::string_view text, std::size_t at, int most) {
  if (!digits_at(text, at, 2)) return false;
  const int value = (text[at] - '0') * 10 + (text[at + 1] - '0');
  return value >= 1 && value <= most;
}

// 2020, 2020-08, 2020-08-13
bool is_date(std::string_view text) {
  if (!digits_at(text, 0, 4)) return false;
  if (text.size() == 4) return true;
  if (text[4] != '-' || !is_month_or_day(text, 5, 12)) return false;
  if (text.size() == 7) return true;
  return text.size() == 10 && text[7] == '-' && is_month_or_day(text, 8, 31);
}

// A date, or an interval of which one end may be open.
bool is_period(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return is_date(text);
  const std::string_view from = text.substr(0, slash);
  const std::string_view to = text.substr(slash + 1);
  if (from == "..") return is_date(to);
  return is_date(from) && (to == ".." || is_date(to));
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (text == word) return true;
  }
  return false;
}

bool is_list_of_numbers(std::string_view text, int most) {
  int value = 0;
  bool any = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || text[i] == ',') {
      if (!any || value < 1 || value > most) return false;
      value = 0;
      any = false;
      continue;
    }
    if (text[i] < '0' || text[i] > '9' || value > most) return false;
    value = value * 10 + (text[i] - '0');
    any = true;
  }
  return true;
}

bool is_list_of_weekdays(std::string_view text) {
  while (true) {
    if (!text.empty() && text[0] >= '1' && text[0] <= '5') text.remove_prefix(1);
    if (!is_one_of(text.substr(0, 2), {"MO", "TU", "WE", "TH", "FR", "SA", "SU"})) return false;
    text.remove_prefix(2);
    if (text.empty()) return true;
    if (text[0] != ',') return false;
    text.remove_prefix(1);
  }
}

bool is_recurrence_part(std::string_view key, std::string_view value) {
  if (key == "INTERVAL") return is_list_of_numbers(value, 999);
  if (key == "BYMONTH") return is_list_of_numbers(value, 12);
  if (key == "BYMONTHDAY") return value == "-1" || is_list_of_numbers(value, 31);
  return key == "BYDAY" && is_list_of_weekdays(value);
}

// FREQ first, then other parts, each once.
bool is_recurrence(std::string_view text) {
  std::vector<std::string_view> keys;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    const std::string_view part = text.substr(at, end - at);
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) return false;
    const std::string_view key = part.substr(0, equals);
    const std::string_view value = part.substr(equals + 1);
    for (const std::string_view seen : keys) {
      if (seen == key) return false;
    }
    const bool good =
        keys.empty() ? key == "FREQ" && is_one_of(value, {"YEARLY", "MONTHLY", "WEEKLY", "DAILY"})
                     : is_recurrence_part(key, value);
    if (!good) return false;
    keys.push_back(key);
    at = end + 1;
  }
  return true;
}

bool is_duration(std::string_view text) {
  if (text.size() < 3 || text[0] != 'P') return false;
  return is_one_of(text.substr(text.size() - 1), {"D", "W", "M", "Y"}) &&
         digits_at(text, 1, text.size() - 2);
}

bool is_day_of_year(std::string_view text) {
  return text.size() == 5 && text[2] == '-' && is_month_or_day(text, 0, 12) &&
         is_month_or_day(text, 3, 31);
}

class Validator {
 public:
  Validator(const Document& document, std::string_view input)
      : document_(document), input_(input) {}

  std::vector<std::string> run() {
    outline(document_.outline);
    identity();
    goals();
    tasks();
    reports();
    tables_and_citations();
    agencies_and_findings();
    coverage();
    return std::move(broken_);
  }

 private:
  using Ids = std::unordered_set<std::string_view>;

  void expect(bool holds, std::string_view what, std::string_view where) {
    if (holds || broken_.size() >= kMost) return;
    broken_.push_back(std::string(what) + ": " + std::string(where));
  }

  void id(Ids& ids, std::string_view id, std::string_view list) {
    expect(!id.empty(), "an id is empty", list);
    expect(ids.insert(id).second, "an id is used twice", id);
  }

  void place(const Place& place, std::string_view where) {
    std::uint32_t from = 0;
    const auto piece = [&](Span span) {
      expect(span.begin <= span.end, "a span is reversed", where);
      expect(span.end <= document_.source.bytes, "a span leaves the input", where);
      expect(span.begin >= from, "the pieces of a place are out of order", where);
      from = span.end;
    };
    expect(!place.nowhere(), "a fact has no place", where);
    piece(place.first);
    for (const Span& span : place.more) piece(span);
  }

  void instrument(std::uint32_t index, std::string_view where) {
    expect(index < document_.instruments.size(), "an instrument does not exist", where);
  }

  void section(std::string_view id, std::string_view where) {
    expect(id.data() == nullptr || sections_.count(id) != 0, "a section does not exist", where);
  }

  void date(Date date, std::string_view where) {
    const bool whole = date.day == 0 || date.month != 0;
    expect(date.month <= 12 && date.day <= 31 && whole, "a date is impossible", where);
  }

  void period(std::string_view text, Date start, Date due, std::string_view where) {
    date(start, where);
    date(due, where);
    if (text.data() == nullptr) {
      expect(!start.known() && !due.known(), "there are days without a period", where);
      return;
    }
    expect(is_period(text), "a period has no EDTF form", where);
    expect(start.known() == (text.substr(0, 3) != "../"), "a first day is wrong", where);
    const bool open = text.size() > 3 && text.substr(text.size() - 3) == "/..";
    expect(due.known() != open, "a last day is wrong", where);
  }

  void deadline(const Deadline& deadline, std::string_view where) {
    period(deadline.period, deadline.start_on, deadline.due_on, where);
    for (const std::string_view rule : deadline.rrules) {
      expect(is_recurrence(rule), "a recurrence has no RRULE form", where);
    }
    for (const std::string_view day : deadline.due_days) {
      expect(is_day_of_year(day), "a due day has no MM-DD form", where);
    }
    expect(deadline.duration.data() == nullptr || is_duration(deadline.duration),
           "a duration has no ISO 8601 form", where);
    const bool recurs = deadline.kind == DeadlineKind::kRecurring;
    expect(recurs == !deadline.rrules.empty(), "a recurrence and its kind disagree", where);
    const bool dated = deadline.kind == DeadlineKind::kPeriod || deadline.kind == DeadlineKind::kBy;
    expect(dated == (deadline.period.data() != nullptr), "a period and its kind disagree", where);
    expect(!deadline.text.empty(), "a deadline has no words", where);
    place(deadline.at, where);
  }

  void agencies(const std::vector<AgencyRef>& list, std::string_view where) {
    for (const AgencyRef& agency : list) {
      expect(!agency.name.empty(), "an agency has no name", where);
      place(agency.at, where);
    }
  }

  void outline(const std::vector<OutlineNode>& nodes) {
    for (const OutlineNode& node : nodes) {
      id(sections_, node.id, "outline");
      place(node.at, node.id);
      outline(node.children);
    }
  }

  void identity() {
    const Identity& identity = document_.identity;
    date(identity.issued_on, "document");
    if (identity.instrument.has_value()) instrument(*identity.instrument, "document");
    expect(identity.instrument.has_value() || document_.instruments.empty(),
           "the main instrument is not named", "document");
    for (const Signer& signer : identity.signers) place(signer.at, "signers");
    for (const Recipient& recipient : identity.recipients) place(recipient.at, "recipients");
    if (identity.effective.has_value()) place(identity.effective->at, "effective");
    for (const Instrument& instrument : document_.instruments) {
      place(instrument.at, "instruments");
      date(instrument.issued_on, "instruments");
    }
  }

  void goals() {
    Ids ids;
    for (const Goal& goal : document_.goals) {
      id(ids, goal.id, "goals");
      instrument(goal.instrument, goal.id);
      section(goal.section, goal.id);
      place(goal.at, goal.id);
      period(goal.period, goal.start_on, goal.due_on, goal.id);
      for (const Target& target : goal.targets) {
        place(target.at, goal.id);
        expect(target.unit.data() == nullptr || !target.unit.empty(), "a target's unit is empty",
               goal.id);
        period(target.period, target.start_on, target.due_on, goal.id);
        expect(target.min.has_value() || target.max.has_value(), "a target has no number", goal.id);
      }
    }
  }

  void tasks() {
    Ids ids;
    for (const Task& task : document_.tasks) {
      id(ids, task.id, "tasks");
      instrument(task.instrument, task.id);
      section(task.section, task.id);
      place(task.at, task.id);
      agencies(task.lead_agencies, task.id);
      agencies(task.coordinating_agencies, task.id);
      if (task.deadline.has_value()) deadline(*task.deadline, task.id);
      if (!task.task_group.has_value()) continue;
      place(task.task_group->at, task.id);
      if (task.task_group->deadline.has_value()) deadline(*task.task_group->deadline, task.id);
    }
  }

  void reports() {
    Ids ids;
    for (const Report& report : document_.reports) {
      id(ids, report.id, "reports");
      instrument(report.instrument, report.id);
      place(report.at, report.id);
      agencies(report.reporters, report.id);
      agencies(report.forwarded_to, report.id);
      date(report.due_on, report.id);
      for (const std::string_view rule : report.rrules) {
        expect(is_recurrence(rule), "a recurrence has no RRULE form", report.id);
      }
      for (const std::string_view day : report.due_days) {
        expect(is_day_of_year(day), "a due day has no MM-DD form", report.id);
      }
    }
  }

  void tables_and_citations() {
    Ids ids;
    for (const Table& table : document_.tables) {
      id(ids, table.id, "tables");
      instrument(table.instrument, table.id);
      place(table.at, table.id);
      expect(table.cells.empty() || table.cells.size() == table.rows,
             "a table has another number of rows", table.id);
    }
    ids.clear();
    for (const Citation& citation : document_.citations) {
      id(ids, citation.id, "citations");
      instrument(citation.instrument, citation.id);
      section(citation.target, citation.id);
      place(citation.at, citation.id);
      date(citation.issued_on, citation.id);
    }
  }

  void agencies_and_findings() {
    Ids names;
    for (const Agency& agency : document_.agencies) {
      id(names, agency.name, "agencies");
      place(agency.at, agency.name);
      expect(!agency.variants.empty(), "an agency is written in no way", agency.name);
    }
    Ids ids;
    for (const Finding& finding : document_.findings) {
      id(ids, finding.id, "findings");
      expect(finding.at.first.end <= document_.source.bytes, "a span leaves the input", finding.id);
      for (const RelatedPlace& related : finding.related) place(related.at, finding.id);
    }
  }

  // The bytes of a span that are no blanks.
  std::uint32_t solid(Span span) const {
    if (span.end > input_.size() || span.begin > span.end) return 0;
    const bool wide = document_.source.encoding.substr(0, 6) == "utf-16";
    const bool little = document_.source.encoding == "utf-16le";
    std::uint32_t count = 0;
    for (std::uint32_t i = span.begin; i < span.end;) {
      const std::size_t blank = wide ? wide_blank_at(i, little) : blank_at(i);
      count += blank == 0 ? 1 : 0;
      i += blank == 0 ? 1 : static_cast<std::uint32_t>(blank);
    }
    return count;
  }

  std::size_t blank_at(std::size_t at) const {
    const std::string_view rest = input_.substr(at, 3);
    if (std::string_view(" \t\r\n").find(rest[0]) != std::string_view::npos) return 1;
    if (rest.substr(0, 2) == "\xC2\xA0") return 2;
    return rest == "\xEF\xBB\xBF" ? 3 : 0;
  }

  std::size_t wide_blank_at(std::size_t at, bool little) const {
    if (at % 2 != 0 || at + 1 >= input_.size()) return 0;
    const auto low = static_cast<unsigned char>(input_[little ? at : at + 1]);
    const auto high = static_cast<unsigned char>(input_[little ? at + 1 : at]);
    const unsigned unit = low | (static_cast<unsigned>(high) << 8);
    const bool blank = unit == ' ' || unit == '\t' || unit == '\r' || unit == '\n' ||
                       unit == 0xA0 || unit == 0xFEFF;
    return blank ? 2 : 0;
  }

  void coverage() {
    const Coverage& c = document_.coverage;
    std::uint64_t sum = std::uint64_t{c.blank} + c.in_facts + c.in_outline_only;
    const auto add = [&](const Place& where) {
      place(where, "coverage");
      sum += solid(where.first);
      for (const Span& span : where.more) sum += solid(span);
    };
    for (const Ignored& ignored : c.ignored) add(ignored.at);
    for (const Place& where : c.unclaimed) add(where);
    expect(c.bytes == document_.source.bytes, "coverage counts another input", "coverage");
    // Blanks inside of places are counted as blank, so these may be longer than what they add.
    const bool adds_up = sum >= c.bytes && sum - c.bytes <= c.blank;
    expect(adds_up, "coverage does not add up to the input", std::to_string(sum));
  }

  static constexpr std::size_t kMost = 50;
  const Document& document_;
  std::string_view input_;
  Ids sections_;
  std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> validate(const Document& document, std::string_view input) {
  return Validator(document, input).run();
}

}  // namespace scp
