// What the columns of a table of tasks hold, and the cells of several columns that say one thing.
#include <algorithm>

#include "facts/details.h"
#include "facts/tables.h"

namespace scp {

// "TT | Chỉ tiêu | Chủ trì": each target is told to somebody, with its value in the words.
bool TableReader::assigns_targets(const TableBlock& table) const {
  const auto has = [&](std::string_view role) { return table.column_with(role).has_value(); };
  if (!has("indicator") || !has("lead") || has("content") || has("unit") || has("decoy"))
    return false;
  return !target_tables_.has_values(table) && !to_be_filled_in(table);
}

TableReader::Columns TableReader::columns_of(const TableBlock& source) const {
  Columns c;
  c.number = source.column_with("number");
  c.content = source.column_with(assigns_targets(source) ? "indicator" : "content");
  c.lead = source.column_with("lead");
  c.coordinating = source.column_with("coordinating");
  c.deadline = source.column_with("deadline");
  c.product = source.column_with("product");
  c.funding = source.column_with("funding");
  c.remark = source.column_with("remark");
  c.approver = source.column_with("approver");
  c.monitor = source.column_with("monitor");
  find_group_column(source, c);
  for (std::size_t i = 0; i < source.columns.size(); ++i) {
    const std::string_view role = source.columns[i].role;
    if (role == "content" && i != c.content && i != c.group) c.contents.push_back(i);
    if (role == "remark" && i != c.remark) c.remarks.push_back(i);
    const bool other =
        (role == "lead" && i != c.lead) || (role == "coordinating" && i != c.coordinating) ||
        (role == "deadline" && i != c.deadline) || (role == "product" && i != c.product) ||
        (role == "funding" && i != c.funding) || (role == "approver" && i != c.approver) ||
        (role == "monitor" && i != c.monitor) ||
        (role == "indicator" && i != c.content && !c.product.has_value());
    if (other) c.others.push_back(i);
  }
  return c;
}

// "Nhóm nhiệm vụ", "Nội dung cụ thể": of two columns of contents the one whose cells reach over
// several rows has the titles of groups.
void TableReader::find_group_column(const TableBlock& table, Columns& c) const {
  if (!c.content.has_value()) return;
  std::size_t second = *c.content + 1;
  while (second < table.columns.size() && table.columns[second].role != "content") ++second;
  if (second >= table.columns.size()) return;
  std::size_t titles = 0;
  std::size_t contents = 0;
  bool numbered = false;  // rows that have no title of their own
  for (const Row& row : table.rows) {
    const bool title = !cell(row, c.content).empty();
    titles += title;
    contents += !cell(row, second).empty();
    numbered = numbered || (!title && !cell(row, c.number).empty());
  }
  if (titles == 0 || titles >= contents) return;
  c.group = c.content;
  c.content = second;
  if (!numbered) std::swap(c.group_number, c.number);
}

// The name of a task and what it is to do may stand side by side.
std::string_view TableReader::content_of(const Row& row, const Columns& c, Range first) {
  std::string all(context_.text(first));
  bool more = false;
  for (const std::size_t column : c.contents) {
    const std::string_view text = context_.text(cell(row, column));
    if (text.empty() || text == all) continue;
    if (!all.empty()) all += '\n';
    all += text;
    more = true;
  }
  return more ? context_.keep(all) : context_.keep(first);
}

std::string_view TableReader::remark_of(const Row& row, const Columns& c) {
  std::string all(context_.text(cell(row, c.remark)));
  bool more = false;
  for (const std::size_t column : c.remarks) {
    const std::string_view text = context_.text(cell(row, column));
    if (text.empty()) continue;
    if (!all.empty()) all += all.ends_with(';') ? " " : "; ";
    all += text;
    more = true;
  }
  return more ? context_.keep(all) : context_.keep_or_null(cell(row, c.remark));
}

// "- Sản phẩm: …" at the end of what is to be done, in a table without a column for it.
std::string_view TableReader::product_told(const Row& row, const Columns& c) {
  for (const std::size_t column : c.contents) {
    const Range text = cell(row, column);
    if (context_.text(text).find(':') == std::string_view::npos) continue;
    const std::vector<Detail> details = DetailReader(context_, agencies_, deadlines_).read(text);
    if (details.empty() || details.back().role != "product") continue;
    return context_.keep_or_null(details.back().value);
  }
  return {};
}

void TableReader::add_other(std::string_view& field, std::string_view text) {
  if (text.empty() || text == field) return;
  if (field.empty()) {
    field = context_.keep(std::string(text));
    return;
  }
  field =
      context_.keep(std::string(field) + (field.ends_with(';') ? " " : "; ") + std::string(text));
}

// What stands in further columns of a kind: who drafts beside who submits, private money beside
// that of the state.
void TableReader::read_others(const TableBlock& source, const Row& row, const Columns& c,
                              Task& task) {
  for (const std::size_t column : c.others) {
    const Range range = value(row, column);
    const std::string_view text = context_.text(range);
    if (is_blank(range) || is_ditto(text)) continue;
    const std::string_view role = source.columns[column].role;
    const bool lead = role == "lead";
    if (lead || role == "coordinating") {
      DistinctAgencies list(lead ? task.lead_agencies : task.coordinating_agencies);
      for (AgencyRef& agency : agencies_.whole(range)) list.add(std::move(agency));
      add_other(lead ? task.lead_text : task.coordinating_text, text);
    } else if (role == "deadline") {
      const bool own = task.deadline.has_value() && !task.deadline->inherited;
      if (!own && !times_->is_year(column)) task.deadline = deadlines_.cell(range);
    } else if (role == "product" || role == "indicator") {
      add_other(task.product, text);
    } else if (role == "approver" || role == "monitor") {
      add_other(role == "monitor" ? task.monitor : task.approver, text);
    } else {
      const std::string_view amount = funding_of(range);
      const bool bare = text.find_first_not_of("0123456789., ") == std::string_view::npos;
      std::string_view header = context_.text(source.columns[column].header);
      const std::size_t unit = header.rfind(") ");  // of the words over several columns
      if (unit != std::string_view::npos) header.remove_prefix(unit + 2);
      add_other(task.funding,
                bare ? std::string(header) + ": " + std::string(amount) : std::string(amount));
    }
  }
}

}  // namespace scp
