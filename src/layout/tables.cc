#include "layout/tables.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"

namespace scp {
namespace {

bool begins_small(std::string_view text) {
  const CodePoint c = text.empty() ? CodePoint{} : decode(text, 0);
  return is_letter(c.value) && is_lower(c.value);
}

bool digits_only(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

// Ends in a way that a sentence or an item ends.
bool ends_sentence(std::string_view text) {
  return !text.empty() && std::string_view(".;:!?").find(text.back()) != std::string_view::npos;
}

}  // namespace

std::string TableFinder::cell_key(Range range) const {
  std::string key;
  for (std::size_t i = range.begin; i < range.end;) {
    const CodePoint c = decode(content_, i);
    if (is_letter(c.value) || is_digit(c.value)) append(key, lower(c.value));
    i += c.length;
  }
  return key;
}

std::string_view TableFinder::role_of(std::string_view header) const {
  const Entry entry = grammar_.lexicon(LexiconId::kColumns).find(header);
  return entry.valid() ? entry.value(Field::kRole) : std::string_view{};
}

std::size_t TableFinder::recognised(const Line& line) const {
  std::size_t count = 0;
  for (const Range& cell : line.cells) {
    if (role_of(content_.substr(cell.begin, cell.size())).data() != nullptr) ++count;
  }
  return count;
}

// A line without tabs stands inside a table when rows go on right after it; an empty line on
// either side, or a line that opens another part of the document, ends the table.
bool TableFinder::ends_at(std::size_t at) const {
  const Line& line = lines_[at];
  if (line.tabbed()) return false;
  const bool rows_go_on = at + 1 < lines_.size() && lines_[at + 1].tabbed();
  if (!rows_go_on || line.form != nullptr) return true;
  return line.gap_before && lines_[at + 1].gap_before;
}

bool TableFinder::region(std::size_t at, DraftTable& table) const {
  if (!lines_[at].tabbed()) return false;
  std::size_t end = at;
  std::size_t rows = 0;
  std::size_t widest = 0;
  while (end < lines_.size() && !ends_at(end)) {
    const Line& line = lines_[end];
    const bool other_header = end > at && recognised(line) >= 3 && recognised(lines_[at]) >= 3 &&
                              line.cells.size() != lines_[at].cells.size();
    if (other_header) break;
    if (line.tabbed()) ++rows;
    widest = std::max(widest, line.cells.size());
    ++end;
  }
  table.first_line = at;
  table.end_line = end;
  return (rows >= 2 && widest >= 3) || recognised(lines_[at]) >= 2;
}

void TableFinder::read_header(DraftTable& table) {
  for (std::size_t i = table.first_line; i < std::min(table.first_line + 3, table.end_line); ++i) {
    const Line& line = lines_[i];
    const bool header = recognised(line) >= 2 || (i == table.first_line && recognised(line) == 1 &&
                                                  line.cells.size() <= 2);
    if (!header) continue;
    for (const Range& cell : line.cells) {
      table.header.push_back({cell});
      table.roles.push_back(role_of(content_.substr(cell.begin, cell.size())));
    }
    return;
  }
  // No word is known: a first row without numbers, all of its cells filled, still is a header.
  const Line& first = lines_[table.first_line];
  const bool filled = table.end_line - table.first_line >= 2 &&
                      std::all_of(first.cells.begin(), first.cells.end(), [&](const Range& cell) {
                        const std::string_view text = content_.substr(cell.begin, cell.size());
                        return !text.empty() && text.size() < 120 && !digits_only(text) &&
                               roman_value(text) == 0;
                      });
  if (!filled) return;
  for (const Range& cell : first.cells) {
    table.header.push_back({cell});
    table.roles.emplace_back();
  }
}

bool TableFinder::repeats_header(const Line& line, const DraftTable& table) const {
  if (table.header.empty()) return false;
  std::size_t filled = 0;
  bool repeats = true;
  for (const Range& cell : line.cells) {
    if (cell.empty()) continue;
    ++filled;
    const auto& keys = table.header_keys;
    repeats = std::find(keys.begin(), keys.end(), cell_key(cell)) != keys.end();
    if (!repeats) break;
  }
  if (filled >= 2 && repeats) return true;
  filled = static_cast<std::size_t>(std::count_if(line.cells.begin(), line.cells.end(),
                                                  [](const Range& cell) { return !cell.empty(); }));
  // (1) (2) (3) under the header
  return filled >= 3 && std::all_of(line.cells.begin(), line.cells.end(), [&](const Range& cell) {
                  return cell.empty() || (content_[cell.begin] == '(' && digits_only(cell_key(cell)));
         });
}

// A row without a number whose text goes on in the middle of a sentence belongs to the row above.
bool TableFinder::continues_row(const Line& line, const DraftTable& table) const {
  if (table.rows.empty() || !line.tabbed() || !line.cells.front().empty()) return false;
  const DraftRow& above = table.rows.back();
  bool any = false;
  for (std::size_t i = 1; i < line.cells.size(); ++i) {
    const std::string_view cell = content_.substr(line.cells[i].begin, line.cells[i].size());
    if (cell.empty()) continue;
    if (i >= above.cells.size() || above.cells[i].empty()) return false;
    const Range last = above.cells[i].back();
    const bool open = !ends_sentence(content_.substr(last.begin, last.size()));
    if (begins_small(cell) ? !(open || line.gap_before) : !(open && line.gap_before)) return false;
    any = true;
  }
  return any;
}

void TableFinder::join_row(const Line& line, DraftTable& table) const {
  DraftRow& above = table.rows.back();
  for (std::size_t i = 0; i < line.cells.size() && i < above.cells.size(); ++i) {
    if (!line.cells[i].empty()) above.cells[i].push_back(line.cells[i]);
  }
}

void TableFinder::add_row(const Line& line, DraftTable& table) {
  if (repeats_header(line, table)) {
    furniture_.push_back({line.range, "repeated-header"});
    return;
  }
  if (continues_row(line, table)) return join_row(line, table);
  DraftRow row;
  row.after_gap = line.gap_before;
  for (const Range& cell : line.cells) {
    row.cells.emplace_back();
    if (!cell.empty()) row.cells.back().push_back(cell);
  }
  // A row whose empty first cell was lost begins with the content.
  const bool shifted = !table.roles.empty() && table.roles.front() == "number" &&
                       row.cells.size() + 1 == table.header.size() && line.tabbed() &&
                       !row.cells.front().empty() && !line.enumerated &&
                       !digits_only(content_.substr(line.cells[0].begin, line.cells[0].size())) &&
                       roman_value(content_.substr(line.cells[0].begin, line.cells[0].size())) == 0;
  if (shifted) row.cells.insert(row.cells.begin(), std::vector<Range>{});
  table.rows.push_back(std::move(row));
}

bool TableFinder::read(std::size_t at, DraftTable& table) {
  if (!region(at, table)) return false;
  read_header(table);
  for (const auto& cell : table.header) table.header_keys.push_back(cell_key(cell.front()));
  bool header_seen = table.header.empty();
  for (std::size_t i = table.first_line; i < table.end_line; ++i) {
    const bool is_header = !header_seen && lines_[i].cells.size() == table.header.size() &&
                           lines_[i].cells.front().begin == table.header.front().front().begin;
    if (is_header) {
      header_seen = true;
      continue;
    }
    add_row(lines_[i], table);
  }
  return true;
}

}  // namespace scp
