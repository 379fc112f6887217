#include "facts/target_tables.h"

#include <algorithm>
#include <tuple>

#include "facts/dates.h"
#include "facts/tables.h"
#include "lex/scan.h"
#include "outline/enumerator.h"

namespace scp {
namespace {

// How many years a header names.
int years_in(std::string_view header) {
  int years = 0;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::size_t end = scan::digits(header, i);
    if (end == i) continue;
    const std::uint32_t value = end - i == 4 ? small_number(header.substr(i, 4)) : 0;
    if (value >= 1900 && value < 2200) ++years;
    i = end;
  }
  return years;
}

// Where the words of a column begin below those over several: behind "Giai đoạn 2026 - 2030" before
// "Năm 2027". 0 where there are none.
std::size_t behind_span(std::string_view header) {
  if (years_in(header) != 3) return 0;
  const std::size_t last = header.find_last_not_of("0123456789");
  if (last == std::string_view::npos) return 0;
  const std::size_t span = header.find_last_of("0123456789", last);
  return span == std::string_view::npos ? 0 : span + 1;
}

bool has_letter_or_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
  });
}

bool begins_with_figure(std::string_view text) {
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

// What is not known is open, before or after all others.
bool earlier(Date a, Date b) {
  if (!a.known() || !b.known()) return !a.known() && b.known();
  return std::tuple(a.year, a.month, a.day) < std::tuple(b.year, b.month, b.day);
}

std::string interval(Date from, Date to) {
  const bool years = (!from.known() || from == first_day(Date{from.year})) &&
                     (!to.known() || to == last_day(Date{to.year}));
  const auto written = [&](Date date) {
    return !date.known() ? std::string("..") : iso(years ? Date{date.year} : date);
  };
  return written(from) == written(to) ? written(from) : written(from) + "/" + written(to);
}

}  // namespace

Range TargetTableReader::cell(const Row& row, std::size_t column) const {
  return column < row.cells.size() ? context_.flow.trimmed(row.cells[column]) : Range{};
}

Range TargetTableReader::cell(const Row& row, std::optional<std::size_t> column) const {
  return column.has_value() ? cell(row, *column) : Range{};
}

// A dash, dots or a cross stand for nothing.
bool TargetTableReader::says_something(Range cell) const {
  constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
  constexpr std::string_view kEnDash = "\xE2\x80\x93";
  const std::string_view text = context_.text(cell);
  if (!has_letter_or_digit(text)) return false;
  return text.substr(0, 3) != kEllipsis && text != kEnDash;
}

// A column is known by the words that begin its header, else by a year in it.
bool TargetTableReader::value_column(const TableColumnInfo& column, ValueColumn& value) const {
  const std::string_view role = column.role;
  const bool open = role.data() == nullptr || role == "product" || role == "deadline";
  if (!open || column.header.empty()) return false;
  const std::span<const Word> words = context_.layout.words_in(column.header);
  const Lexicon& known = context_.grammar.lexicon(LexiconId::kTargetColumns);
  const std::string_view header = context_.text(column.header);
  const int years = years_in(header);
  LexiconMatch match;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!known.longest_at(words, at, match)) continue;
    const std::string_view kind = match.entry.value(Field::kRole);
    if (kind == "compared") return false;
    if (at != 0 || value.named) continue;
    value.named = true;
    value.baseline = kind == "baseline";
  }
  if (years > 1 && header.find('/') != std::string_view::npos) return false;
  if (role.data() != nullptr)
    return years > 0 || (role == "product" && value.named && !value.baseline);
  return value.named || years > 0;
}

// Where no header tells, the columns of figures do.
void TargetTableReader::find_figures(const TableBlock& table, Columns& columns) const {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].role.data() != nullptr) continue;
    std::size_t filled = 0;
    std::size_t figures = 0;
    for (const Row& row : table.rows) {
      const Range value = cell(row, i);
      if (value.empty()) continue;
      ++filled;
      if (begins_with_figure(context_.text(value))) ++figures;
    }
    if (figures > 0 && figures * 2 >= filled) columns.values.push_back({.index = i});
  }
}

TargetTableReader::Columns TargetTableReader::columns_of(const TableBlock& table) const {
  Columns columns;
  columns.number = table.column_with("number");
  columns.name = table.column_with("indicator");
  if (!columns.name.has_value()) columns.name = table.column_with("content");
  columns.unit = table.column_with("unit");
  columns.deadline = table.column_with("deadline");
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    ValueColumn value;
    value.index = i;
    if (!value_column(table.columns[i], value)) continue;
    if (columns.deadline == i) columns.deadline.reset();
    columns.values.push_back(std::move(value));
  }
  // The words over several columns stand in the first of them.
  const auto plan = std::find_if(columns.values.rbegin(), columns.values.rend(),
                                 [](const ValueColumn& v) { return v.named && !v.baseline; });
  for (auto v = columns.values.begin(); v != columns.values.end(); ++v) {
    const bool after = v != columns.values.begin() && !v->named && (v - 1)->index + 1 == v->index;
    if (after && plan != columns.values.rend() && plan->index > v->index) {
      v->baseline = (v - 1)->baseline;
    }
  }
  // Results beside a column of units are what is to be reached.
  const std::optional<std::size_t> result = table.column_with("product");
  if (columns.values.empty() && columns.unit.has_value() && result.has_value()) {
    columns.values.push_back({.index = *result});
  }
  if (columns.values.empty()) find_figures(table, columns);
  return columns;
}

bool TargetTableReader::is_form(const TableBlock& table) const {
  const Columns columns = columns_of(table);
  const auto plans = [](const ValueColumn& value) { return !value.baseline; };
  if (std::none_of(columns.values.begin(), columns.values.end(), plans)) return false;
  return std::none_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
    return std::any_of(columns.values.begin(), columns.values.end(), [&](const ValueColumn& value) {
      return !value.baseline && says_something(cell(row, value.index));
    });
  });
}

// "Mục tiêu năm 2030", which in a table of tasks is what comes out of them.
bool TargetTableReader::is_aim(const TableColumnInfo& column) const {
  ValueColumn value;
  return column.role == "product" && value_column(column, value) && value.named && !value.baseline;
}

// "Xã | Chỉ tiêu giao (ha)": figures stand where the names of targets would.
bool TargetTableReader::allots(const TableBlock& table) const {
  const std::optional<std::size_t> name = columns_of(table).name;
  if (!name.has_value()) return false;
  std::size_t filled = 0;
  std::size_t figures = 0;
  for (const Row& row : table.rows) {
    const std::string_view text = context_.text(cell(row, *name));
    filled += !text.empty();
    figures += !text.empty() && text.find_first_not_of("0123456789., %") == std::string_view::npos;
  }
  return figures * 2 > filled;
}

void TargetTableReader::read_periods(const TableBlock& table, Columns& columns) {
  for (ValueColumn& value : columns.values) {
    Range header = table.columns[value.index].header;
    value.unit = unit_in_brackets(header);
    header.begin += static_cast<std::uint32_t>(behind_span(context_.text(header)));
    header = context_.flow.trimmed(header);
    if (!header.empty() && years_in(context_.text(header)) > 0) {
      value.period = deadlines_.heading(header);
      if (value.period.has_value() && value.period->period.data() == nullptr) value.period.reset();
    }
  }
}

// The unit in the brackets that end a text, which is then without them.
std::string_view TargetTableReader::unit_in_brackets(Range& range) const {
  const std::string_view text = context_.text(range);
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || open == 0 || text.back() != ')') return {};
  const Range inside =
      context_.flow.trimmed({range.begin + static_cast<std::uint32_t>(open) + 1, range.end - 1});
  const std::string_view unit = context_.text(inside);
  const std::span<const Word> words = context_.layout.words_in(inside);
  LexiconMatch match;
  const bool known =
      unit == "%" ||
      (!words.empty() && context_.grammar.lexicon(LexiconId::kUnits).longest_at(words, 0, match));
  if (!known) return {};
  range = context_.flow.trimmed({range.begin, range.begin + static_cast<std::uint32_t>(open)});
  return unit;
}

// "- Công nghiệp", "1.2. Dân số": the words alone. `item`: a bullet stood before them.
Range TargetTableReader::without_enumerator(Range name, std::string& number, bool& item) const {
  const std::string_view text = context_.text(name);
  std::size_t end = scan::enumerator(text, 0);
  if (end == 0) {
    end = text.find_first_not_of("-+*");
    if (end == 0 || end == std::string_view::npos) return name;
    item = true;
  } else {
    const Enumerator e = read_enumerator(text.substr(0, end), 0);
    item = e.scheme >= Scheme::kDash;
    if (!item) number = e.value;
  }
  return context_.flow.trimmed({name.begin + static_cast<std::uint32_t>(end), name.end});
}

void TargetTableReader::begin_group(const std::string& number, Range title) {
  group_ = number;
  group_unit_ = {};
  head_ = {};
  unnumbered_ = 0;
  std::optional<Deadline> period = deadlines_.heading(title);
  const std::string outer = period_group_ + ".";  // "I | Giai đoạn 2026 - 2030" above "I.1"
  if (!period.has_value() && outer.size() > 1 && number.starts_with(outer)) return;
  period_group_ = period.has_value() ? number : std::string();
  group_period_ = std::move(period);
}

std::string TargetTableReader::goal_id(const std::string& number) {
  std::string id(prefix_);
  const auto add = [&](std::string_view part) {
    if (!id.empty()) id += '.';
    id += part;
  };
  // "1.2" in group 1 already says its group.
  const bool inside =
      group_.empty() || number == group_ || number.compare(0, group_.size() + 1, group_ + ".") == 0;
  if (!inside) add(group_);
  if (number.empty()) {
    if (inside && !group_.empty()) add(group_);
    add("r" + std::to_string(++unnumbered_));
  } else {
    add(number);
  }
  return context_.goal_ids(std::move(id));
}

std::optional<Deadline> TargetTableReader::period_of_document(std::uint32_t block) {
  const std::uint32_t node = context_.outline.node_of[block];
  for (std::uint32_t n = node; n != kNoNode; n = context_.node(n).parent) {
    const Range heading = context_.node(n).heading;
    if (heading.empty()) continue;
    if (auto period = deadlines_.heading(heading)) return period;
  }
  const auto title_of = [&](std::uint32_t instrument) -> std::optional<Deadline> {
    const Component* title = context_.outline.instruments[instrument].first(ComponentKind::kTitle);
    return title != nullptr ? deadlines_.heading(context_.block(title->block).range) : std::nullopt;
  };
  if (auto period = title_of(context_.outline.instrument_of[block])) return period;
  const auto& main = context_.document.identity.instrument;
  return main.has_value() ? title_of(*main) : std::nullopt;
}

void TargetTableReader::read(const TableBlock& table, std::uint32_t block, std::string_view prefix,
                             std::string_view section) {
  Columns columns = columns_of(table);
  read_periods(table, columns);
  prefix_ = prefix;
  section_ = section;
  instrument_ = context_.outline.instrument_of[block];
  begin_group({}, {});
  period_ = period_of_document(block);
  for (const Row& r : table.rows) {
    if (!r.range.empty()) row(r, columns);
  }
}

// A row without values is the title of those below it.
void TargetTableReader::row(const Row& row, const Columns& columns) {
  constexpr std::uint32_t kLongestTitle = 2000;  // bytes
  constexpr std::uint32_t kLongestHead = 150;    // bytes; stands before each target below
  const Range number_cell = cell(row, columns.number);
  std::string number;
  if (!number_cell.empty()) number = normal_number(context_.text(number_cell));
  Range name = cell(row, columns.name);
  bool item = false;
  bool heads = false;  // "II. Xã hội số" alone where the words of a row have its value
  if (!name.empty()) {
    std::string own;
    const Scheme scheme = read_enumerator(context_.text(name), 0).scheme;
    heads = columns.values.empty() && name.size() == row.range.size() &&
            (scheme == Scheme::kRoman || scheme == Scheme::kCapital);
    name = without_enumerator(name, own, item);
    if (number.empty()) number = own;
  }
  if (heads) return begin_group(number, name);
  const Enumerator e = read_enumerator(context_.text(number_cell), 0);
  if (e.scheme >= Scheme::kDash) number.clear();
  const bool any = std::any_of(
      columns.values.begin(), columns.values.end(),
      [&](const ValueColumn& v) { return !v.baseline && says_something(cell(row, v.index)); });
  const std::string_view unit = context_.text(cell(row, columns.unit));
  if (columns.values.empty() ? number_cell.empty() && name.empty() : !any) {
    if (row.range.size() > kLongestTitle) return;
    const bool outer = e.scheme == Scheme::kRoman || e.scheme == Scheme::kCapital || group_.empty();
    const Range title = name.empty() ? number_cell : name;
    if (name.empty()) {
      const std::size_t end = scan::enumerator(context_.text(number_cell), 0);
      number = end == 0 ? std::string() : normal_number(context_.text(number_cell).substr(0, end));
    }
    const bool bullet = item || e.scheme >= Scheme::kDash;
    if (!item && (outer || number.empty())) begin_group(number, title);
    const bool named = !number.empty() && number != group_ && name.size() <= kLongestHead;
    if (!bullet) head_ = named ? name : Range{};
    group_unit_ = unit;
    return;
  }
  if (name.empty()) return;
  if (!item && e.scheme < Scheme::kDash) head_ = {};
  Goal goal;
  if (e.scheme == Scheme::kRoman || e.scheme == Scheme::kCapital) begin_group(number, {});
  goal.id = context_.keep(goal_id(number));
  goal.instrument = instrument_;
  goal.section = section_;
  Range subject = name;
  std::string_view own_unit = unit_in_brackets(subject);
  goal.text = context_.keep(name);
  add_targets(row, columns, subject,
              !unit.empty()       ? unit
              : !own_unit.empty() ? own_unit
                                  : group_unit_,
              goal);
  name_head(goal);
  set_period(row, columns, goal);
  for (Target& target : goal.targets) {
    if (target.period != goal.period) continue;
    target.period = {};
    target.start_on = target.due_on = {};
  }
  goal.at = context_.at(row.range);
  context_.document.goals.push_back(std::move(goal));
}

// "- Diện tích" below "2 | Chè", which has no values: "Chè: Diện tích".
void TargetTableReader::name_head(Goal& goal) {
  if (head_.empty()) return;
  const std::string head = std::string(context_.text(head_)) + ": ";
  for (Target& target : goal.targets) {
    target.subject = context_.keep(head + std::string(target.subject));
  }
}

void TargetTableReader::add_targets(const Row& row, const Columns& columns, Range name,
                                    std::string_view unit, Goal& goal) {
  if (columns.values.empty()) {
    goal.targets = targets_.read(name);
    return;
  }
  std::string_view baseline;
  for (const ValueColumn& value : columns.values) {
    const Range reached = cell(row, value.index);
    if (!value.baseline || !says_something(reached)) continue;
    baseline = context_.keep(reached);
  }
  std::string words;
  for (const ValueColumn& value : columns.values) {
    const Range range = cell(row, value.index);
    if (value.baseline || !says_something(range)) continue;
    std::vector<Target> found =
        targets_.read_cell(range, name, value.unit.empty() ? unit : value.unit);
    if (found.empty()) words += (words.empty() ? "" : "; ") + std::string(context_.text(range));
    for (Target& target : found) {
      if (target.baseline.data() == nullptr) target.baseline = baseline;
      if (value.period.has_value()) {
        target.period = value.period->period;
        target.start_on = value.period->start_on;
        target.due_on = value.period->due_on;
      }
      goal.targets.push_back(std::move(target));
    }
  }
  // "Đạt", "Hoàn thành": what is no number would be lost.
  if (!words.empty()) goal.text = context_.keep(std::string(goal.text) + ": " + words);
}

// From the first to the last of its columns, else what the row, its group or the document says.
void TargetTableReader::set_period(const Row& row, const Columns& columns, Goal& goal) {
  std::optional<Deadline> period;
  std::size_t periods = 0;
  for (const ValueColumn& value : columns.values) {
    const bool counts = !value.baseline && value.period.has_value() &&
                        value.period->period.data() != nullptr &&
                        says_something(cell(row, value.index));
    if (!counts) continue;
    ++periods;
    if (!period.has_value()) {
      period = value.period;
      continue;
    }
    if (earlier(value.period->start_on, period->start_on)) {
      period->start_on = value.period->start_on;
    }
    if (earlier(period->due_on, value.period->due_on)) period->due_on = value.period->due_on;
  }
  if (periods > 1) {
    period->period = context_.keep(interval(period->start_on, period->due_on));
    period->text = {};
  }
  const Range time = cell(row, columns.deadline);
  if (!period.has_value() && !time.empty()) period = deadlines_.cell(time);
  if (!period.has_value()) period = group_period_;
  if (!period.has_value()) period = period_;
  if (!period.has_value()) return;
  goal.period = period->period;
  goal.period_text = period->text;
  goal.start_on = period->start_on;
  goal.due_on = period->due_on;
}

}  // namespace scp
