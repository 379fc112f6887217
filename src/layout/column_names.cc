#include "layout/column_names.h"

#include <algorithm>
#include <string>

#include "layout/cell_evidence.h"
#include "layout/tables.h"

namespace scp {
namespace {

bool mostly_numbers(const Flow& flow, const TableBlock& table) {
  std::size_t numbers = 0;
  std::size_t filled = 0;
  for (const Row& row : table.rows) {
    const std::string_view cell = flow.text(row.cells.front());
    if (cell.empty()) continue;
    ++filled;
    const std::string_view bare_cell = cell.substr(0, cell.find_first_of(".)"));
    const bool number = bare_cell.find_first_not_of("0123456789") == std::string_view::npos ||
                        roman_value(bare_cell) != 0;
    if (number) ++numbers;
  }
  return filled > 0 && numbers * 2 > filled;
}

// Whether nothing but running numbers stands in a column: 1, 2, 4; they may begin anew.
bool counts_rows(const Flow& flow, const TableBlock& table, std::size_t column) {
  constexpr std::uint32_t kSkipped = 2;  // numbers that may be missing
  std::uint32_t last = 0;
  for (const Row& row : table.rows) {
    const std::string_view cell = flow.text(row.cells[column]);
    if (cell.empty()) continue;
    const std::size_t end = std::min(cell.find_first_not_of("0123456789"), cell.size());
    if (roman_value(cell.substr(0, cell.find('.'))) != 0) continue;
    if (end == 0 || end > 4 || cell.size() > end + 1) return false;
    const auto number = static_cast<std::uint32_t>(std::stoul(std::string(cell.substr(0, end))));
    const bool next = number > last && number <= last + 1 + kSkipped;
    if (!next && number != 1) return false;
    last = number;
  }
  return last > 1;
}

// An empty header cell over row numbers is the number column.
void name_number_column(const Flow& flow, TableBlock& table) {
  if (table.column_with("number").has_value()) return;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (!table.columns[c].header.empty()) continue;
    if (c == 0 ? mostly_numbers(flow, table) : counts_rows(flow, table, c)) {
      table.columns[c].role = "number";
      return;
    }
  }
}

// "Đơn vị" behind the contents of tasks is who does them where bodies stand in its cells.
void name_unit_column(const Grammar& grammar, const Flow& flow, TableBlock& table) {
  const std::optional<std::size_t> unit = table.column_with("unit");
  const std::optional<std::size_t> content = table.column_with("content");
  const bool other =
      table.column_with("lead") || table.column_with("indicator") || table.column_with("decoy");
  if (!unit.has_value() || !content.has_value() || *content > *unit || other) return;
  std::size_t filled = 0;
  std::size_t bodies = 0;
  for (const Row& row : table.rows) {
    if (row.cells[*unit].empty()) continue;
    ++filled;
    bodies += cell_evidence(grammar, flow.text(), row.cells[*unit]).agency;
  }
  if (bodies > 0 && bodies * 2 > filled) table.columns[*unit].role = "lead";
}

// "Chỉ tiêu | Chỉ tiêu năm 2026": behind the names of the targets a column of figures has values.
void unname_values(const Flow& flow, TableBlock& table) {
  constexpr std::size_t kLongest = 30;  // bytes of a value
  const std::optional<std::size_t> names = table.column_with("indicator");
  for (std::size_t c = names.value_or(table.columns.size()) + 1; c < table.columns.size(); ++c) {
    if (table.columns[c].role != "indicator") continue;
    std::size_t filled = 0;
    std::size_t figures = 0;
    for (const Row& row : table.rows) {
      const std::string_view text = flow.text(row.cells[c]);
      filled += !text.empty();
      figures += text.size() <= kLongest && text.find_first_of("0123456789") != text.npos;
    }
    if (figures > 0 && figures * 2 > filled) table.columns[c].role = {};
  }
}

// "Cơ quan, đơn vị | Nhiệm vụ được giao | Thời hạn": bodies in the first column, before what is to
// be done and by when, are those who do it. The words over the contents must be listed: "Nội dung
// kiểm tra" stands beside those that are inspected.
void name_first_column(const Grammar& grammar, const Flow& flow, TableBlock& table) {
  const std::optional<std::size_t> content = table.column_with("content");
  const bool timed = table.column_with("deadline") && table.column_with("product");
  const bool other = table.column_with("lead") || table.column_with("indicator") ||
                     table.column_with("decoy") || table.column_with("coordinating");
  const std::size_t first = table.column_with("number") == std::size_t{0} ? 1 : 0;
  if (!timed || other || content != first + 1) return;
  if (column_role(grammar, flow.text(table.columns[*content].header)) != "content") return;
  const std::string_view role = table.columns[first].role;
  if (table.columns[first].header.empty() || (role.data() != nullptr && role != "unit")) return;
  std::size_t filled = 0;
  for (const Row& row : table.rows) {
    if (row.cells[first].empty()) continue;
    ++filled;
    if (!cell_evidence(grammar, flow.text(), row.cells[first]).agency) return;
  }
  if (filled > 0) table.columns[first].role = "lead";
}

bool tells_status(const Grammar& grammar, std::string_view header) {
  std::vector<Word> words;
  split_words(grammar, header, words);
  LexiconMatch match;
  const Lexicon& columns = grammar.lexicon(LexiconId::kColumns);
  return !words.empty() && columns.longest_at(words, 0, match) && match.end_word == words.size() &&
         match.entry.value(Field::kKind) == "status";
}

// "Tiến độ" beside another column of times, with no times in it, tells how far a task has come;
// "Kết quả thực hiện" beside it tells what has been done.
void set_status_aside(const Grammar& grammar, const Flow& flow, TableBlock& table) {
  const auto with = [&](const TableColumnInfo& column, std::string_view role, bool status) {
    return column.role == role && tells_status(grammar, flow.text(column.header)) == status;
  };
  const bool timed =
      std::any_of(table.columns.begin(), table.columns.end(),
                  [&](const auto& column) { return with(column, "deadline", false); });
  const auto progress =
      std::find_if(table.columns.begin(), table.columns.end(),
                   [&](const auto& c) { return timed && with(c, "deadline", true); });
  if (progress == table.columns.end()) return;
  const auto at = static_cast<std::size_t>(progress - table.columns.begin());
  const auto time = [&](const Row& row) {
    return !row.cells[at].empty() && cell_evidence(grammar, flow.text(), row.cells[at]).time;
  };
  if (std::any_of(table.rows.begin(), table.rows.end(), time)) return;
  progress->role = "decoy";
  for (TableColumnInfo& column : table.columns) {
    if (with(column, "product", true)) column.role = "decoy";
  }
}

}  // namespace

void name_columns(const Grammar& grammar, const Flow& flow, TableBlock& table) {
  name_number_column(flow, table);
  unname_values(flow, table);
  name_unit_column(grammar, flow, table);
  name_first_column(grammar, flow, table);
  set_status_aside(grammar, flow, table);
}

}  // namespace scp
