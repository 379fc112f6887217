#include "facts/tables.h"

#include <algorithm>

#include "facts/dates.h"
#include "facts/details.h"
#include "facts/shares.h"
#include "layout/cell_evidence.h"
#include "layout/lone_numbers.h"
#include "lex/scan.h"
#include "outline/enumerator.h"
#include "text/utf8.h"

namespace scp {

namespace {

// The year in a header such as "Thời gian (Năm 2026)"; 0 when it has none.
std::int16_t year_in(std::string_view header) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::size_t end = scan::number(header, i);
    if (end == i) continue;
    const std::uint32_t value = end - i == 4 ? small_number(header.substr(i, 4)) : 0;
    if (value >= 1900 && value < 2200) return static_cast<std::int16_t>(value);
    i = end;
  }
  return 0;
}

bool stands_alone(const Row& row) {
  return std::count_if(row.cells.begin(), row.cells.end(), [](Range r) { return !r.empty(); }) == 1;
}

}  // namespace

std::string normal_number(std::string_view written) {
  const Enumerator e = read_enumerator(written, 0);
  const bool bullet = e.scheme >= Scheme::kDash || e.scheme == Scheme::kNone;
  return bullet ? std::string(written) : e.value;
}

Range TableReader::cell(const Row& row, std::optional<std::size_t> column) const {
  if (!column.has_value() || *column >= row.cells.size()) return {};
  return row.cells[*column];
}

// What a row has in a column: its own cell, or the cell of a row above that reaches down over it.
Range TableReader::value(const Row& row, std::optional<std::size_t> column) const {
  constexpr std::uint32_t kLongest = 2000;  // bytes; each row repeats them
  const Range own = cell(row, column);
  if (!own.empty() || !column.has_value() || *column >= row.merged.size()) return own;
  return row.merged[*column].size() <= kLongest ? row.merged[*column] : own;
}

// Whether a cell of this row is merged with those below it.
bool TableReader::reaches_down(const TableBlock& source, const Row& row,
                               std::optional<std::size_t> column) const {
  const std::size_t next = static_cast<std::size_t>(&row - source.rows.data()) + 1;
  if (!column.has_value() || next >= source.rows.size()) return false;
  const std::vector<Range>& merged = source.rows[next].merged;
  return *column < merged.size() && !merged[*column].empty();
}

// A cell that only says that it is as the one above: "nt", "như trên".
bool TableReader::is_ditto(std::string_view text) const {
  constexpr std::size_t kLongest = 40;  // bytes
  if (text.empty() || text.size() > kLongest) return false;
  Candidates candidates;
  context_.grammar.candidates(RuleSet::kAssignment, text, 0, candidates);
  RuleMatch match;
  return std::any_of(candidates.begin(), candidates.end(), [&](const Rule* rule) {
    return rule->value(Field::kRole) == "ditto" &&
           rule->match_at(text, 0, match) == MatchResult::kYes;
  });
}

// A task table names who leads, or says what is done by when; the columns of other tables
// (targets, forms for reports, schedules of inspections) give them away.
std::string_view TableReader::role_of(const TableBlock& table) const {
  const auto has = [&](std::string_view role) { return table.column_with(role).has_value(); };
  const bool assigns = has("lead") && has("content");  // and tells what is to be reached by it
  if (has("indicator") && !assigns) {
    if (assigns_targets(table)) return "tasks";
    const bool other = has("decoy") || target_tables_.is_form(table);
    return other || target_tables_.allots(table) ? std::string_view{} : "targets";
  }
  if (has("decoy") && !has("lead")) return {};
  // The steps of a procedure, the members of a team: what stands first the table is about.
  if (has("decoy") && table.column_with("decoy") < table.column_with("content")) return {};
  if (has("unit") && !has("lead")) {
    const bool other = names_bodies(table) || target_tables_.is_form(table);
    return other || target_tables_.allots(table) ? std::string_view{} : "targets";
  }
  if (!has("content")) return {};
  const bool who = has("lead") || has("coordinating");
  const bool when = (has("deadline") || has("start")) && (has("product") || has("number"));
  const bool other = to_be_filled_in(table) || times_of_day(table);
  return (who || when) && !other ? "tasks" : std::string_view{};
}

// "Đơn vị" is a unit of measure, or whoever it is about.
bool TableReader::names_bodies(const TableBlock& table) const {
  const std::optional<std::size_t> column = table.column_with("unit");
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
    const Range unit = cell(row, column);
    return !unit.empty() && cell_evidence(context_.grammar, context_.flow.text(), unit).agency;
  });
}

// A form: nothing but numbers and dots stands in its rows.
bool TableReader::to_be_filled_in(const TableBlock& table) const {
  const std::optional<std::size_t> number = table.column_with("number");
  const auto says = [&](const Row& row) {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (c != number && !is_blank(row.cells[c])) return true;
    }
    return false;
  };
  return std::none_of(table.rows.begin(), table.rows.end(), says);
}

// The programme of a meeting: "8h00 - 8h15", "14:30" stand under the time.
bool TableReader::times_of_day(const TableBlock& table) const {
  const std::optional<std::size_t> column = table.column_with("deadline");
  std::size_t filled = 0;
  std::size_t hours = 0;
  for (const Row& row : table.rows) {
    const std::string_view text = context_.text(cell(row, column));
    if (text.empty()) continue;
    ++filled;
    const std::size_t end = scan::digits(text, 0);
    const bool mark = end < text.size() && std::string_view("hH:").find(text[end]) != text.npos;
    hours += end > 0 && end <= 2 && mark && scan::digits(text, end + 1) > end + 1;
  }
  return hours > 1 && hours * 2 > filled;
}

// Dots where something is to be written.
bool TableReader::is_blank(Range cell) const {
  return context_.text(cell).find_first_not_of("._- \xE2\x80\xA6") == std::string_view::npos;
}

// A number with nothing beside it: a line of a form.
bool TableReader::blank_row(const Row& row, const Columns& c) const {
  if (cell(row, c.number).empty() || !is_blank(cell(row, c.content))) return false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i != c.number && !is_blank(row.cells[i])) return false;
  }
  return numbers_row(context_.text(cell(row, c.number)));
}

void TableReader::run() {
  for (std::uint32_t i = 0; i < context_.layout.blocks.size(); ++i) {
    const Block& block = context_.block(i);
    if (block.kind != BlockKind::kTable || context_.outline.instrument_of[i] == kNoNode) continue;
    table(context_.layout.tables[block.table], i);
  }
}

void TableReader::table(const TableBlock& source, std::uint32_t block) {
  Table made;
  made.id = context_.keep("T" + std::to_string(context_.document.tables.size() + 1));
  made.instrument = context_.outline.instrument_of[block];
  made.role = role_of(source);
  for (const TableColumnInfo& column : source.columns) {
    const bool aim = made.role == "targets" && target_tables_.is_aim(column);
    made.columns.push_back(
        {context_.keep_or_null(column.header), aim ? std::string_view{} : column.role});
  }
  made.rows = static_cast<std::uint32_t>(source.rows.size());
  made.at = context_.at(source.range);
  context_.claim(source.range);
  if (made.role != "tasks") {
    for (const Row& row : source.rows) {
      TableRow cells;
      for (const Range& part : row.cells) cells.cells.push_back(context_.keep(part));
      made.cells.push_back(std::move(cells));
    }
  }
  const std::string_view role = made.role;
  context_.document.tables.push_back(std::move(made));
  begin(block);
  if (role == "tasks") tasks(source);
  const bool both = role == "tasks" && assigns_targets(source);
  if (role == "targets" || both) target_tables_.read(source, block, prefix_, section_);
}

void TableReader::begin(std::uint32_t block) {
  instrument_ = context_.outline.instrument_of[block];
  const std::uint32_t node = context_.outline.node_of[block];
  section_ = node == kNoNode ? std::string_view{} : context_.keep(context_.node(node).id);
  section_group_.reset();
  for (std::uint32_t n = node; n != kNoNode && !section_group_.has_value();) {
    section_group_ = group_of_section(context_, context_.node(n));
    n = context_.node(n).parent;
  }
  prefix_ = std::string(section_);
  if (prefix_.empty()) prefix_ = appendix_prefix();
}

void TableReader::tasks(const TableBlock& source) {
  const Columns c = columns_of(source);
  group_.reset();
  outer_.clear();
  plain_rows_ = false;
  group_range_ = group_lead_ = {};
  above_ = {};
  row_in_group_ = 0;
  const PlanYear plan = deadlines_.plan();
  if (c.deadline.has_value()) {
    const std::int16_t year = year_in(context_.text(source.columns[*c.deadline].header));
    if (year != 0) deadlines_.set_plan({year, {}});
  }
  times_.emplace(context_, deadlines_, source);
  funding_unit_ = {};
  if (c.funding.has_value()) funding_unit_ = unit_in(source.columns[*c.funding].header);
  for (const Row& row : source.rows) {
    const bool nothing = row.range.empty() || blank_row(row, c);
    if (nothing || total_row(row, c) || group_row(source, row, c)) continue;
    leave_group(row, c);
    begin_group(row, c);
    if (!merge_into_last(row, c)) task_row(source, row, c);
  }
  close_task();
  deadlines_.set_plan(plan);
}

// PL for the first appendix, PL2 for the second.
std::string TableReader::appendix_prefix() {
  const auto prefix_of = [&](std::uint32_t instrument) {
    const Entry& kind = context_.outline.instruments[instrument].kind;
    return kind.valid() ? kind.value(Field::kIdPrefix) : std::string_view{};
  };
  const std::string_view own = prefix_of(instrument_);
  if (own.empty()) return {};
  for (; counted_ <= instrument_; ++counted_) ++appendices_[prefix_of(counted_)];
  const std::uint32_t count = appendices_[own];
  return std::string(own) + (count > 1 ? std::to_string(count) : "");
}

// "IV Phát triển hệ thống …" in one cell.
bool TableReader::number_and_title(Range range, std::string& number, Range& title) const {
  const std::string_view text = context_.text(range);
  std::size_t end = scan::enumerator(text, 0);
  if (end == 0) {
    end = scan::letters(text, 0);
    if (roman_value(text.substr(0, end)) == 0 || end >= text.size() || text[end] != ' ')
      return false;
  }
  number = normal_number(text.substr(0, end));
  title = context_.flow.trimmed({range.begin + static_cast<std::uint32_t>(end), range.end});
  return !title.empty();
}

// What stands beside the number where it is one text without figures: a title that begins under
// another column than that of the contents.
Range TableReader::only_other_cell(const Row& row, const Columns& c) const {
  Range only;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i == c.number || row.cells[i].empty()) continue;
    if (!only.empty()) return {};
    only = row.cells[i];
  }
  const bool figures = context_.text(only).find_first_of("0123456789") != std::string_view::npos;
  return figures ? Range{} : only;
}

// Sums are no tasks, nor does a row without a number go on above them.
bool TableReader::total_row(const Row& row, const Columns& c) {
  for (const Range words : {cell(row, c.content), cell(row, c.number)}) {
    RuleMatch match;
    if (context_.match_role(RuleSet::kAssignment, words, "total", match) == nullptr) continue;
    close_task();
    return true;
  }
  return false;
}

// The cell of a group stands beside the first of its rows.
void TableReader::begin_group(const Row& row, const Columns& c) {
  constexpr std::uint32_t kLongestTitle = 2000;  // bytes
  const Range title = cell(row, c.group);
  if (title.empty() || title.size() > kLongestTitle || cell(row, c.content).empty()) return;
  TaskGroup group;
  const Range number = cell(row, c.group_number);
  if (!number.empty()) {
    group.number = context_.keep(normal_number(context_.text(number)));
    row_in_group_ = 0;
  }
  group.title = context_.keep(title);
  group.at = context_.at(title);
  close_task();
  group_ = group;
  group_range_ = title;
}

// A group row has a Roman numeral or a letter for a number, or is a title alone across the table.
bool TableReader::group_row(const TableBlock& source, const Row& row, const Columns& c) {
  // Each task of a group repeats its title and time.
  constexpr std::uint32_t kLongestTitle = 2000;  // bytes
  if (row.range.size() > kLongestTitle) return false;
  const Range number_cell = cell(row, c.number);
  Range title = cell(row, c.content);
  std::string number;
  if (title.empty() && !number_cell.empty()) title = only_other_cell(row, c);
  const bool moved = cell(row, c.content).empty() && !title.empty();
  const auto own = [&](std::optional<std::size_t> column) {
    return !cell(row, column).empty() && !reaches_down(source, row, column);
  };
  const bool led = own(c.lead) || own(c.coordinating);
  const bool leads = led && !moved && leads_group(source, row, c);
  if (led && !moved && !leads) return false;
  if (!number_cell.empty()) {
    const std::string_view written = context_.text(number_cell);
    const Enumerator e = read_enumerator(written, 0);
    // "I.1" may number a row, too, where the next has such a number as well.
    const bool levels = written.find_first_of("0123456789") != std::string_view::npos;
    const bool letter_or_roman = e.scheme == Scheme::kRoman || e.scheme == Scheme::kCapital;
    const bool heads = letter_or_roman && (!levels || plain_number_below(source, row, c))
                           ? written.size() <= 8
                           : leads || heads_next(source, row, c) || heads_counted(source, row, c);
    if (!title.empty() && heads) {
      number = normal_number(written);
    } else if (title.empty() && number_and_title(number_cell, number, title)) {
      // both stand in the first cell
    } else if (title.empty() && stands_alone(row) && is_upper(decode(written, 0).value)) {
      title = number_cell;  // a line across the table
    } else {
      return false;
    }
  } else {
    if (!stands_alone(row) || title.empty() || source.rows.size() < 2) return false;
    const std::string_view text = context_.text(title);
    const char32_t first = decode(text, 0).value;
    const bool counted =
        is_digit(first) && (begins_anew(source, row, c) || heads_next(source, row, c));
    if (!(is_upper(first) || counted) || text.back() == ';' || text.back() == '.') return false;
    if (!number_and_title(title, number, title)) number.clear();
  }
  TaskGroup group;
  group.number = number.empty() ? std::string_view{} : context_.keep(number);
  group.title = context_.keep(title);
  if (!moved) group.deadline = deadline(row, c);
  if (!group.deadline.has_value()) group.deadline = time_of_title(title, c);
  group.at = context_.at(row.range);
  close_task();
  remember_outer(group.number);
  group_ = group;
  group_range_ = row.range;
  group_lead_ = leads ? cell(row, c.lead) : Range{};
  // "I | SỞ Y TẾ" in a table that has no column for who leads.
  if (!c.lead.has_value() && agencies_.only_agencies(title)) group_lead_ = title;
  row_in_group_ = 0;
  if (group_->deadline.has_value()) above_.deadline = kNoTask;
  return true;
}

// "II | Lĩnh vực môi trường | Sở Xây dựng": after a group I the next one, with rows from 1 on below
// it, of which the first names nobody. So may "1" with a row 1 below it, which alone has a time.
bool TableReader::leads_group(const TableBlock& source, const Row& row, const Columns& c) const {
  const std::size_t next = static_cast<std::size_t>(&row - source.rows.data()) + 1;
  if (next >= source.rows.size() || cell(row, c.lead).empty()) return false;
  if (!begins_anew(source, row, c) || !value(source.rows[next], c.lead).empty()) return false;
  const Enumerator own = read_enumerator(context_.text(cell(row, c.number)), 0);
  const bool after = group_.has_value() && group_->number.data() != nullptr;
  const Enumerator above = after ? read_enumerator(group_->number, 0) : Enumerator{};
  const bool follows = above.scheme == own.scheme && above.ordinal + 1 == own.ordinal;
  if (own.scheme == Scheme::kRoman) return follows;
  const bool first = !after && own.ordinal == 1;
  return own.scheme == Scheme::kNumber && (follows || first) && value(row, c.deadline).empty() &&
         !value(source.rows[next], c.deadline).empty();
}

// "THÁNG 01", "Quý II/2026": a title that is nothing but a time.
std::optional<Deadline> TableReader::time_of_title(Range title, const Columns& c) const {
  constexpr std::uint32_t kLongest = 60;  // bytes
  if (c.deadline.has_value() || title.size() > kLongest) return std::nullopt;
  if (!cell_evidence(context_.grammar, context_.flow.text(), title).time) return std::nullopt;
  return deadlines_.cell(title);
}

std::string TableReader::task_id(std::string_view number) const {
  std::string id = prefix_;
  const auto add = [&](std::string_view part) {
    if (!id.empty()) id += '.';
    id += part;
  };
  const bool grouped = group_.has_value() && group_->number.data() != nullptr;
  // "1.2" in group 1 already says its group.
  const std::string inside = grouped ? std::string(group_->number) + "." : std::string();
  if (grouped && number.substr(0, inside.size()) != inside) add(group_->number);
  const bool dash = number == "-" || number == "+";  // nothing is counted
  add(number.empty() ? "r" + std::to_string(row_in_group_)
                     : std::string(number) + (dash ? std::to_string(row_in_group_) : ""));
  return id;
}

void TableReader::task_row(const TableBlock& source, const Row& row, const Columns& c) {
  close_task();
  Task task;
  ++row_in_group_;
  Range content = cell(row, c.content);
  if (content.empty()) content = cell(row, c.group);
  std::string number;
  const Range number_cell = cell(row, c.number);
  if (!number_cell.empty()) {
    number = normal_number(context_.text(number_cell));
    Range title;
    if (content.empty() && number_and_title(number_cell, number, title)) content = title;
  } else if (!c.number.has_value()) {
    number_in_text(content, number);
  }
  task.origin = TaskOrigin::kTable;
  task.instrument = instrument_;
  task.section = section_;
  task.task_group = group_.has_value() ? group_ : section_group_;
  if (!number.empty()) task.number = context_.keep(number);
  task.id = context_.keep(context_.task_ids(task_id(number)));
  task.content = content_of(row, c, content);
  read_cells(row, c, task);
  read_others(source, row, c, task);
  task.at = context_.at(row.range);
  context_.document.tasks.push_back(std::move(task));
  task_open_ = true;
}

void TableReader::read_cells(const Row& row, const Columns& c, Task& task) {
  const std::vector<Task>& tasks = context_.document.tasks;
  const auto above = [&](std::size_t index, std::vector<AgencyRef> Task::* list) {
    return index == kNoTask ? nullptr : &(tasks[index].*list);
  };
  const Range own = value(row, c.lead);
  const Range lead = own.empty() ? group_lead_ : own;
  const Range coordinating = value(row, c.coordinating);
  task.coordinating_text = context_.keep_or_null(coordinating);
  task.coordinating_agencies =
      agencies(coordinating, above(above_.coordinating, &Task::coordinating_agencies));
  if (!coordinating.empty() || !split_lead(context_, agencies_, lead, task)) {
    task.lead_text = context_.keep_or_null(lead);
    task.lead_agencies = agencies(lead, above(above_.lead, &Task::lead_agencies));
  }
  task.deadline = deadline(row, c);
  task.product = product(value(row, c.product));
  if (!c.product.has_value()) task.product = product_told(row, c);
  if (!task.lead_agencies.empty()) above_.lead = tasks.size();
  if (!task.coordinating_agencies.empty()) above_.coordinating = tasks.size();
  if (task.deadline.has_value()) above_.deadline = tasks.size();
  if (task.product.data() != nullptr) above_.product = tasks.size();
  if (!task.deadline.has_value() && group_.has_value() && group_->deadline.has_value()) {
    task.deadline = group_->deadline;
    task.deadline->inherited = true;
  }
  task.funding = funding_of(value(row, c.funding));
  task.remark = remark_of(row, c);
  task.approver = context_.keep_or_null(value(row, c.approver));
  task.monitor = context_.keep_or_null(value(row, c.monitor));
}

// The agencies of a cell. Where it refers to the cell above, those named there, also among others.
std::vector<AgencyRef> TableReader::agencies(Range range, const std::vector<AgencyRef>* above) {
  constexpr std::size_t kMost = 64;  // so many are repeated row by row
  const bool known = above != nullptr && !above->empty() && above->size() <= kMost;
  if (known && is_ditto(range)) return *above;
  std::vector<AgencyRef> read = agencies_.whole(range);
  const auto refers = [&](const AgencyRef& agency) {
    return agency.kind == AgencyKind::kReference && is_ditto(agency.text);
  };
  const auto reference = std::find_if(read.begin(), read.end(), refers);
  if (!known || reference == read.end()) return read;
  std::vector<AgencyRef> all(read.begin(), reference);
  DistinctAgencies distinct(all);
  for (const AgencyRef& agency : *above) distinct.add(agency);
  std::for_each(reference + 1, read.end(), [&](const AgencyRef& a) { distinct.add(a); });
  return all;
}

// The time of a row, which may stand in several columns.
std::optional<Deadline> TableReader::deadline(const Row& row, const Columns& c) const {
  const bool beside = !times_->is_year(c.deadline) && !is_blank(value(row, c.deadline));
  if (!beside) {
    if (std::optional<Deadline> marked = times_->marked(row)) return marked;
  }
  return times_->whole(row, end(row, c));
}

// When a row has to be done; the cell of a group's row that reaches down is the group's.
std::optional<Deadline> TableReader::end(const Row& row, const Columns& c) const {
  const Range range = value(row, c.deadline);
  const bool of_group = range.begin >= group_range_.begin && range.end <= group_range_.end;
  if (cell(row, c.deadline).empty() && of_group) return std::nullopt;
  if (!is_ditto(range)) return deadlines_.cell(range);
  std::optional<Deadline> above;
  if (above_.deadline != kNoTask) above = context_.document.tasks[above_.deadline].deadline;
  if (above_.deadline == kNoTask && group_.has_value()) above = group_->deadline;
  if (!above.has_value()) return deadlines_.cell(range);
  above->text = context_.keep(range);
  add_place(above->at, context_.at(range));
  return above;
}

std::string_view TableReader::product(Range range) {
  constexpr std::size_t kLongest = 2000;  // bytes
  if (above_.product != kNoTask && is_ditto(range)) {
    const std::string_view above = context_.document.tasks[above_.product].product;
    if (above.size() <= kLongest) return above;
  }
  return context_.keep_or_null(range);
}

// The unit in the brackets of a header.
std::string_view TableReader::unit_in(Range header) const {
  const std::string_view text = context_.text(header);
  const std::size_t open = text.rfind('(');
  const std::size_t close = text.find(')', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) return {};
  const std::string_view inside = text.substr(open + 1, close - open - 1);
  const Entry unit = context_.grammar.lexicon(LexiconId::kUnits).find(inside);
  return unit.valid() ? unit.name() : std::string_view{};
}

// A bare amount takes its unit from the header: "Kinh phí (triệu đồng)".
std::string_view TableReader::funding_of(Range amount) {
  const std::string_view text = context_.text(amount);
  const bool bare = text.find_first_not_of("0123456789.,") == std::string_view::npos;
  if (text.empty() || !bare || funding_unit_.empty()) return context_.keep_or_null(amount);
  return context_.keep(std::string(text) + " " + std::string(funding_unit_));
}

void TableReader::add_text(std::string_view& field, Range range, std::string_view between) {
  range = context_.flow.trimmed(range);
  if (range.empty()) return;
  if (field.empty()) {
    field = context_.keep(range);
    return;
  }
  auto joined = std::find_if(joined_.begin(), joined_.end(),
                             [&](const Joined& j) { return j.field == &field; });
  if (joined == joined_.end()) joined = joined_.insert(joined_.end(), {&field, std::string(field)});
  const bool ended = between == "; " && joined->text.ends_with(';');
  joined->text += ended ? " " : between;
  joined->text += context_.text(range);
}

// Texts are joined row by row and kept once, when the task is whole.
void TableReader::close_task() {
  for (const Joined& joined : joined_) *joined.field = context_.keep(joined.text);
  joined_.clear();
  leads_.reset();
  partners_.reset();
  task_open_ = false;
}

// A row with neither number nor content: merged cells of the task above.
bool TableReader::merge_into_last(const Row& row, const Columns& c) {
  if (!task_open_ || !cell(row, c.number).empty() || !cell(row, c.content).empty() ||
      !cell(row, c.group).empty())
    return false;
  Task& task = context_.document.tasks.back();
  if (!leads_) leads_.emplace(task.lead_agencies);
  if (!partners_) partners_.emplace(task.coordinating_agencies);
  const auto add_agencies = [&](DistinctAgencies& list, Range range) {
    for (AgencyRef& agency : agencies_.whole(range)) list.add(std::move(agency));
  };
  const auto said = [&](std::optional<std::size_t> column) {  // "as above" adds nothing
    return is_ditto(cell(row, column)) ? Range{} : cell(row, column);
  };
  add_agencies(*leads_, said(c.lead));
  add_text(task.lead_text, said(c.lead));
  add_agencies(*partners_, said(c.coordinating));
  add_text(task.coordinating_text, said(c.coordinating));
  add_text(task.product, said(c.product));
  add_text(task.funding, cell(row, c.funding));
  add_text(task.remark, cell(row, c.remark));
  for (const std::size_t column : c.remarks) add_text(task.remark, cell(row, column));
  const Range time = said(c.deadline);
  if (!time.empty()) {
    if (!task.deadline.has_value() || task.deadline->inherited) {
      task.deadline = deadlines_.cell(time);
    } else {
      add_text(task.deadline->text, time);
    }
  }
  for (const std::size_t column : c.contents) add_text(task.content, cell(row, column), "\n");
  add_place(task.at, context_.at(row.range));
  return true;
}

}  // namespace scp
