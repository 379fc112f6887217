#include "facts/time_columns.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace scp {
namespace {

// What stands for yes under a year.
constexpr std::array<std::string_view, 11> kMarks = {
    "x",
    "X",
    "+",
    "*",
    "\xC3\x97",      // ×
    "\xE2\x80\xA2",  // •
    "\xE2\x88\x9A",  // √
    "\xE2\x98\x91",  // ☑
    "\xE2\x98\x92",  // ☒
    "\xE2\x9C\x93",  // ✓
    "\xE2\x9C\x94",  // ✔
};

bool is_mark(std::string_view text) {
  return std::find(kMarks.begin(), kMarks.end(), text) != kMarks.end();
}

std::string_view first_of(std::string_view period) {
  return period.substr(0, period.find('/'));
}

std::string_view last_of(std::string_view period) {
  const std::size_t slash = period.find('/');
  return slash == std::string_view::npos ? period : period.substr(slash + 1);
}

// The year at the end of a header; empty where there is none.
Range year_at_end(std::string_view header, Range range) {
  constexpr std::size_t kDigits = 4;
  if (header.size() < kDigits) return {};
  const std::string_view year = header.substr(header.size() - kDigits);
  const bool century = year.substr(0, 2) == "20";
  const bool alone = header.size() == kDigits || header[header.size() - kDigits - 1] == ' ';
  if (!century || !alone || year.find_first_not_of("0123456789") != std::string_view::npos)
    return {};
  return {range.end - static_cast<std::uint32_t>(kDigits), range.end};
}

}  // namespace

TimeColumns::TimeColumns(FactContext& context, DeadlineReader& deadlines, const TableBlock& table)
    : context_(context), deadlines_(deadlines), start_(table.column_with("start")) {
  read_years(table);
}

// A header that says a year and nothing else, or ends with one below the words for a time.
void TimeColumns::read_years(const TableBlock& table) {
  constexpr std::size_t kYear = 4;  // figures
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const TableColumnInfo& column = table.columns[c];
    const bool timed = column.role.data() != nullptr;
    if (timed && column.role != "deadline") continue;
    const Range year =
        timed ? year_at_end(context_.text(column.header), column.header) : column.header;
    if (year.empty()) continue;
    std::optional<Deadline> time = deadlines_.only_time(year);
    if (!time.has_value() || time->kind != DeadlineKind::kPeriod || time->period.size() != kYear)
      continue;
    years_.push_back({c, std::move(*time)});
  }
  if (years_.size() < 2) years_.clear();
  std::stable_sort(years_.begin(), years_.end(), [](const Year& left, const Year& right) {
    return left.time.start_on.year < right.time.start_on.year;
  });
}

bool TimeColumns::is_year(std::optional<std::size_t> column) const {
  return column.has_value() && std::any_of(years_.begin(), years_.end(), [&](const Year& year) {
           return year.column == *column;
         });
}

Deadline TimeColumns::joined(const Deadline& from, const Deadline& to) const {
  Deadline made = to;
  const std::string_view first = first_of(from.period);
  const std::string_view last = last_of(to.period);
  made.kind = DeadlineKind::kPeriod;
  made.period = first == last ? first : context_.keep(std::string(first) + "/" + std::string(last));
  made.start_on = from.start_on;
  made.at = from.at;
  if (!(from.at.first == to.at.first)) add_place(made.at, to.at);
  return made;
}

std::optional<Deadline> TimeColumns::whole(const Row& row, std::optional<Deadline> end) const {
  if (!start_.has_value() || *start_ >= row.cells.size()) return end;
  const std::optional<Deadline> start = deadlines_.cell(row.cells[*start_]);
  const bool dated = start.has_value() && start->kind == DeadlineKind::kPeriod &&
                     !first_of(start->period).empty() && first_of(start->period) != "..";
  if (!dated) return end;
  if (!end.has_value()) {
    Deadline open = *start;
    open.period = context_.keep(std::string(first_of(start->period)) + "/..");
    open.due_on = {};
    return open;
  }
  if (end->start_on.year == 0 && end->due_on.year == 0) return end;  // "thường xuyên"
  Deadline made = joined(*start, *end);
  made.text = context_.keep(std::string(start->text) + "\n" + std::string(end->text));
  return made;
}

std::optional<Deadline> TimeColumns::marked(const Row& row) const {
  std::optional<Deadline> made;
  std::map<std::size_t, std::string_view> texts;  // by column: as the document has them
  bool whole = true;  // no year between the first and the last is left out
  for (const Year& year : years_) {
    if (year.column >= row.cells.size()) continue;
    const Range cell = row.cells[year.column];
    if (!is_mark(context_.text(cell))) continue;
    Deadline time = year.time;
    add_place(time.at, context_.at(cell));
    texts.emplace(year.column, time.text);
    whole = whole && (!made.has_value() || time.start_on.year <= made->due_on.year + 1);
    made = made.has_value() ? joined(*made, time) : time;
  }
  if (!made.has_value()) return made;
  if (!whole) {
    made->kind = DeadlineKind::kUnknown;
    made->period = {};
    made->start_on = {};
    made->due_on = {};
  }
  std::string text;
  for (const auto& [column, part] : texts) text += (text.empty() ? "" : "\n") + std::string(part);
  made->text = context_.keep(text);
  return made;
}

}  // namespace scp
