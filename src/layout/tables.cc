#include "layout/tables.h"

#include <algorithm>
#include <string>

#include "layout/cells.h"
#include "layout/lone_numbers.h"
#include "layout/short_rows.h"
#include "text/utf8.h"

namespace scp {
namespace {

bool begins_small(std::string_view text) {
  const CodePoint c = text.empty() ? CodePoint{} : decode(text, 0);
  return is_letter(c.value) && is_lower(c.value);
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

// A line without tabs stands inside a table when rows go on right after it; an empty line on
// either side, or a line that opens another part of the document, ends the table.
bool TableFinder::ends_at(std::size_t at) const {
  const Line& line = lines_[at];
  if (line.page_header) return true;
  if (line.rule || is_row(at)) return false;
  const bool rows_go_on = at + 1 < lines_.size() && is_row(at + 1);
  if (!rows_go_on || line.form != nullptr || line.kind_line) return true;
  const bool announces = content_[line.range.end - 1] == ':' && recognised(lines_[at + 1]) >= 3;
  if (line.gap_before && announces) return true;
  // The title of the next table, whose header follows.
  const bool title = line.enumerated && recognised(lines_[at + 1]) >= 3;
  return title || (line.gap_before && lines_[at + 1].gap_before);
}

bool TableFinder::is_row(std::size_t at) const {
  const Line& line = lines_[at];
  return line.tabbed() && !line.rule && !line.side_by_side && !line.page_header;
}

bool TableFinder::region(std::size_t at, DraftTable& table) {
  if (!is_row(at) && !lines_[at].rule) return false;
  std::size_t end = at;
  std::size_t rows = 0;
  std::size_t widest = 0;
  std::size_t first = lines_[at].rule ? std::max(at, rules_end_) : at;
  while (first + 1 < lines_.size() && lines_[first].rule) ++first;
  rules_end_ = first;
  const std::size_t known = is_row(first) ? recognised(lines_[first]) : 0;
  if (at < barren_end_ && known < 2) return false;  // what was too little is not more now
  std::size_t groups = 0;                           // rows between drawn rules
  while (end < lines_.size() && !ends_at(end)) {
    const Line& line = lines_[end];
    if (end > first && known >= 3 && is_row(end) && other_header(end, first)) break;
    if (is_row(end)) {
      ++rows;
      widest = std::max(widest, line.cells.size());
      // The rule under a header that comes again stands after no row.
      const bool below_header =
          end > first + 2 && lines_[end - 1].rule && recognised(lines_[end - 2]) >= 3;
      // A pipe alone between rows that have pipes of their own is left over from one of them.
      const bool left_over = end > at && line.piped && lines_[end - 1].range.size() == 1;
      if (end == at || (lines_[end - 1].rule && !below_header && !left_over)) ++groups;
    }
    ++end;
  }
  table.first_line = at;
  table.end_line = end;
  table.boxed = groups >= 3 && !has_rows_between_rules(first, end);
  const bool found = (rows >= 2 && widest >= 3) || known >= 2;
  if (!found) barren_end_ = end;
  return found;
}

// Whether a box has rules around groups of rows only: two of them with a number stand between two
// rules.
bool TableFinder::has_rows_between_rules(std::size_t first, std::size_t end) const {
  std::size_t numbered = 0;  // since the last rule
  for (std::size_t i = first; i < end; ++i) {
    if (lines_[i].rule) numbered = 0;
    if (!is_row(i)) continue;
    const Range cell = lines_[i].cells.front();
    if (cell.empty() || !is_digit(decode(content_, cell.begin).value)) continue;
    if (digits_only(content_.substr(cell.begin, cell.size())) && ++numbered > 1) return true;
  }
  return false;
}

// Behind a page, an item of the list that the content of the row above is, with nothing beside it.
bool TableFinder::list_goes_on(const Line& line, const DraftTable& table) const {
  const DraftRow& above = table.rows.back();
  const auto content = std::find(table.roles.begin(), table.roles.end(), "content");
  const auto c = static_cast<std::size_t>(content - table.roles.begin());
  if (!(line.gap_before || below_header_) || c >= line.cells.size() || c >= above.cells.size() ||
      line.cells[c].empty() || above.cells[c].empty())
    return false;
  const auto filled = [](const Range& cell) { return !cell.empty(); };
  const char mark = content_[line.cells[c].begin];
  return std::count_if(line.cells.begin(), line.cells.end(), filled) == 1 &&
         (mark == '-' || mark == '+') && content_[above.cells[c].front().begin] == mark;
}

// A row without a number whose text goes on in the middle of a sentence belongs to the row above.
bool TableFinder::continues_row(const Line& line, const DraftTable& table) const {
  const std::size_t number = number_column(table);
  if (table.rows.empty() || !line.tabbed() || number >= line.cells.size()) return false;
  // The text of a row begins with its number; one in small letters is the rest of another.
  const bool in_text = number == 0 && !table.roles.empty() && table.roles.front() == "content";
  if (!line.cells[number].empty() && !(in_text && content_goes_on(line, table))) return false;
  if (list_goes_on(line, table)) return true;
  const DraftRow& above = table.rows.back();
  // Where an empty line stands above each row, it tells of no page.
  const bool usual = above.after_gap;
  const bool gap = line.gap_before || below_header_;
  const bool page = (line.gap_before && !usual) || below_header_;
  const bool text_goes_on = content_goes_on(line, table);
  bool any = false;
  bool fills = false;  // a cell that is empty above
  bool sure = false;   // the words of a cell say so
  std::size_t filled = 0;
  bool begins_anew = false;
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    const std::string_view cell = content_.substr(line.cells[i].begin, line.cells[i].size());
    if (cell.empty()) continue;  // the number is
    ++filled;
    if (i >= above.cells.size() || above.cells[i].empty()) {
      fills = true;
      continue;
    }
    const Range last = above.cells[i].back();
    const std::string_view text = content_.substr(last.begin, last.size());
    const bool open = !ends_sentence(text);
    const bool small = begins_small(cell);
    const bool wanted = gap && !small && open && wants_more(text);
    const bool listed = text_goes_on && (text.back() == ';' || text.back() == ',');
    if (!listed && (small ? !(open || line.gap_before) : !(open && (page || wanted)))) return false;
    sure = sure || wanted || (small && open);
    any = true;
    if (i < table.roles.size() && table.roles[i] == "content") begins_anew = !small && !wanted;
  }
  if (!sure && (fills || !line.gap_before)) return false;
  if (fills && !has_number(above, number)) return false;  // below the title of a group
  // A new beginning with all that a row has is a row whose number was lost.
  constexpr std::size_t kFewest = 4;  // cells
  return any && !(begins_anew && filled >= kFewest && filled + 2 >= line.cells.size());
}

// Whether the content of a line is the rest of a sentence that the row above has begun. Beside it
// a list of bodies goes on behind a semicolon.
bool TableFinder::content_goes_on(const Line& line, const DraftTable& table) const {
  const DraftRow& above = table.rows.back();
  const auto content = std::find(table.roles.begin(), table.roles.end(), "content");
  const auto c = static_cast<std::size_t>(content - table.roles.begin());
  if (c >= line.cells.size() || c >= above.cells.size() || above.cells[c].empty()) return false;
  const Range last = above.cells[c].back();
  return begins_small(content_.substr(line.cells[c].begin, line.cells[c].size())) &&
         !ends_sentence(content_.substr(last.begin, last.size()));
}

// The first where no header says so.
std::size_t TableFinder::number_column(const DraftTable& table) {
  const auto found = std::find(table.roles.begin(), table.roles.end(), "number");
  return found == table.roles.end() ? 0 : static_cast<std::size_t>(found - table.roles.begin());
}

bool TableFinder::has_number(const DraftRow& row, std::size_t column) const {
  if (column >= row.cells.size() || row.cells[column].empty()) return false;
  const Range number = row.cells[column].front();
  return content_.substr(number.begin, number.size()).find_first_of("0123456789") !=
         std::string_view::npos;
}

// A cell that cannot end where it does: "Sở Khoa học và".
bool TableFinder::wants_more(std::string_view text) const {
  return text.ends_with(',') || wanted_after(grammar_, text) == Wanted::kAnything;
}

void TableFinder::join_row(const Line& line, DraftTable& table) const {
  DraftRow& above = table.rows.back();
  if (above.cells.size() < line.cells.size()) above.cells.resize(line.cells.size());
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    if (!line.cells[i].empty()) above.cells[i].emplace_back(line.cells[i]);
  }
}

std::vector<std::uint16_t> TableFinder::covered_cells(const Line& line) const {
  std::vector<std::uint16_t> columns;
  if (covered_.empty()) return columns;
  for (std::size_t c = 0; c < line.cells.size(); ++c) {
    const Range& cell = line.cells[c];
    if (cell.empty() && std::binary_search(covered_.begin(), covered_.end(), cell.begin))
      columns.push_back(static_cast<std::uint16_t>(c));
  }
  return columns;
}

// The first cell of a title that stands in every cell it was merged from; npos where each cell has
// words of its own. A number may stand before it.
std::size_t TableFinder::title_in_each(const Line& line) const {
  constexpr std::size_t kFewest = 3;     // cells
  constexpr std::size_t kShortest = 6;   // bytes
  constexpr std::size_t kLongest = 300;  // bytes
  for (std::size_t first = 0; first < 2 && first + kFewest <= line.cells.size(); ++first) {
    const Range& title = line.cells[first];
    if (title.size() > kLongest) return kNoLine - 1;
    const std::string_view text = content_.substr(title.begin, title.size());
    const bool all = text.size() >= kShortest && !digits_only(text) &&
                     std::all_of(line.cells.begin() + static_cast<std::ptrdiff_t>(first),
                                 line.cells.end(), [&](const Range& cell) {
                                   return content_.substr(cell.begin, cell.size()) == text;
                                 });
    if (all) return first;
  }
  return kNoLine - 1;
}

// Behind an empty cell the number stands under the content, and all of the row one column too far.
bool TableFinder::number_moved(const Line& line, const DraftTable& table) const {
  if (table.roles.size() < 3 || line.cells.size() < 3) return false;
  if (table.roles[0] != "number" || table.roles[1] != "content") return false;
  const auto cell = [&](std::size_t i) {
    return content_.substr(line.cells[i].begin, line.cells[i].size());
  };
  return cell(0).empty() && digits_only(cell(1)) && !cell(2).empty() && !digits_only(cell(2));
}

// A text under the number, and nothing in the last column: the empty first cell stands there.
bool TableFinder::number_left_out(const Line& line, const DraftTable& table) const {
  constexpr std::size_t kFewest = 3;  // cells with text
  constexpr std::size_t kText = 30;   // bytes
  const std::size_t size = line.cells.size();
  if (table.roles.empty() || table.roles.front() != "number" || size != table.header.size() ||
      size <= kFewest || !line.cells.back().empty() || line.cells.front().size() < kText)
    return false;
  const std::string_view first =
      content_.substr(line.cells.front().begin, line.cells.front().size());
  const auto filled = [](const Range& cell) { return !cell.empty(); };
  return static_cast<std::size_t>(std::count_if(line.cells.begin(), line.cells.end(), filled)) >=
             kFewest &&
         !numbers_row(first);
}

void TableFinder::add_row(const Line& line, DraftTable& table) {
  const bool empty = std::all_of(line.cells.begin(), line.cells.end(),
                                 [](const Range& cell) { return cell.empty(); });
  if (empty) return;
  if (repeats_header(line, table)) {
    furniture_.push_back({line.range, "repeated-header"});
    below_header_ = true;
    return;
  }
  DraftRow row;
  row.covered = covered_cells(line);
  const bool goes_on = row.covered.empty() && continues_row(line, table);
  below_header_ = false;
  if (goes_on) return join_row(line, table);
  row.after_gap = line.gap_before;
  const std::size_t title = title_in_each(line);
  for (const Range& cell : line.cells) {
    row.cells.emplace_back();
    const bool again = row.cells.size() > title + 1;
    if (again && !cell.empty()) furniture_.push_back({cell, "repeated-title"});
    if (!again && !cell.empty()) row.cells.back().emplace_back(cell);
  }
  // A row whose empty first cell was lost begins with the content.
  const std::string_view first = content_.substr(line.cells[0].begin, line.cells[0].size());
  const bool shifted = !table.roles.empty() && table.roles.front() == "number" &&
                       row.cells.size() + 1 == table.header.size() && line.tabbed() &&
                       !first.empty() && !line.enumerated && !numbers_row(first);
  if (shifted) row.cells.insert(row.cells.begin(), std::vector<Part>{});
  if (row.covered.empty() && number_left_out(line, table)) {
    row.cells.insert(row.cells.begin(), std::vector<Part>{});
    row.cells.pop_back();
  }
  if (row.covered.empty() && number_moved(line, table)) row.cells.erase(row.cells.begin());
  if (row.covered.empty() && !shifted) deal_short_row(content_, grammar_, table.roles, row);
  table.rows.push_back(std::move(row));
}

// In a box with a rule after every row, the lines between two rules are one row.
void TableFinder::add_boxed(std::size_t from, std::size_t to, DraftTable& table) {
  const std::size_t before = table.rows.size();
  const std::size_t title = to > from + 1 ? title_in_box(from, to) : kNoLine - 1;
  add_row(lines_[from], table);
  if (table.rows.size() == before) return;  // a repeated header
  DraftRow& row = table.rows.back();
  for (std::size_t i = from + 1; i < to; ++i) {
    for (std::size_t c = 0; c < lines_[i].cells.size(); ++c) {
      if (row.cells.size() <= c) row.cells.emplace_back();
      if (!lines_[i].cells[c].empty()) row.cells[c].emplace_back(lines_[i].cells[c]);
    }
  }
  for (std::size_t c = title + 1; c < row.cells.size(); ++c) {
    for (const Part& part : row.cells[c]) furniture_.push_back({part, "repeated-title"});
    row.cells[c].clear();
  }
  if (from > 0 && lines_[from - 1].rule && before > 0) cover_boxed(from, table);
}

// The same as title_in_each where the cells stand on several lines, broken in any places.
std::size_t TableFinder::title_in_box(std::size_t from, std::size_t to) const {
  constexpr std::size_t kFewest = 3;     // cells
  constexpr std::size_t kShortest = 6;   // bytes
  constexpr std::size_t kLongest = 300;  // bytes
  std::vector<std::string> cells(lines_[from].cells.size());
  for (std::size_t i = from; i < to; ++i) {
    for (std::size_t c = 0; c < std::min(cells.size(), lines_[i].cells.size()); ++c) {
      const Range& cell = lines_[i].cells[c];
      if (cell.empty() || cells[c].size() > kLongest) continue;
      if (!cells[c].empty()) cells[c] += ' ';
      cells[c] += content_.substr(cell.begin, cell.size());
    }
  }
  for (std::size_t first = 0; first < 2 && first + kFewest <= cells.size(); ++first) {
    if (cells[first].size() < kShortest || cells[first].size() > kLongest) continue;
    const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(first);
    if (std::equal(begin + 1, cells.end(), begin)) return first;
  }
  return kNoLine - 1;
}

// The cells of the last row that are open above belong to the row above it, with what stands in
// them.
void TableFinder::cover_boxed(std::size_t line, DraftTable& table) const {
  DraftRow& row = table.rows.back();
  DraftRow& above = *(table.rows.end() - 2);
  for (const std::size_t c : open_columns(content_, lines_[line - 1].range, lines_[line].range)) {
    if (c >= row.cells.size() || c >= above.cells.size()) break;
    above.cells[c].insert(above.cells[c].end(), row.cells[c].begin(), row.cells[c].end());
    row.cells[c].clear();
    row.covered.push_back(static_cast<std::uint16_t>(c));
  }
}

// The role of a header cell on several lines; "Chủ trì" may stand below "Cơ quan thực hiện".
std::string_view TableFinder::role_of_lines(const std::vector<Part>& lines) const {
  constexpr std::size_t kMostLines = 8;
  std::string whole;
  for (std::size_t first = 0; first < std::min(lines.size(), kMostLines); ++first) {
    std::string below;
    for (std::size_t i = first; i < lines.size(); ++i) {
      below += (below.empty() ? "" : " ") +
               std::string(content_.substr(lines[i].begin, lines[i].size()));
    }
    const std::string_view role = role_of(below);
    if (role.data() != nullptr) return role;
    if (first == 0) whole = std::move(below);
  }
  return column_role_by_words(grammar_, whole);
}

// The header of a box may stand on several lines, too.
void TableFinder::add_boxed_header(std::size_t from, std::size_t to, DraftTable& table) const {
  for (std::size_t i = from + 1; i < to; ++i) {
    for (std::size_t c = 0; c < lines_[i].cells.size() && c < table.header.size(); ++c) {
      if (!lines_[i].cells[c].empty()) table.header[c].emplace_back(lines_[i].cells[c]);
    }
  }
  for (std::size_t c = 0; c < table.header.size(); ++c) {
    const std::string_view role = role_of_lines(table.header[c]);
    if (role.data() != nullptr || table.lower_line == kNoLine) table.roles[c] = role;
  }
}

// A second box below that of the header names the columns under a cell that stands over several;
// the line after it, or `line` where it is none.
std::size_t TableFinder::add_lower_box(std::size_t line, DraftTable& table) const {
  constexpr std::size_t kMostLines = 4;
  constexpr std::uint32_t kLongestCell = 80;  // bytes
  std::size_t from = line;
  while (from < table.end_line && lines_[from].rule) ++from;
  const std::size_t to = from < table.end_line ? row_end(from, table) : from;
  if (from == to || to - from > kMostLines) return line;
  const auto merged = [&](std::size_t c) {
    return c < table.header.size() &&
           (blank_header(c, table) || (c + 1 < table.header.size() && blank_header(c + 1, table)));
  };
  std::vector<std::vector<Part>> header = table.header;
  bool known = false;
  for (std::size_t i = from; i < to; ++i) {
    for (std::size_t c = 0; c < lines_[i].cells.size(); ++c) {
      const Range& cell = lines_[i].cells[c];
      if (cell.empty()) continue;
      if (c == 0 || !merged(c) || cell.size() > kLongestCell) return line;
      header[c].emplace_back(cell);
    }
  }
  for (std::size_t c = 0; c < header.size(); ++c) {
    if (header[c].size() == table.header[c].size()) continue;
    const std::string_view role = role_of_lines(header[c]);
    known = known || (role.data() != nullptr && blank_header(c, table));
  }
  if (!known) return line;
  for (std::size_t c = 0; c < header.size(); ++c) {
    if (header[c].size() > table.header[c].size()) table.roles[c] = role_of_lines(header[c]);
  }
  table.header = std::move(header);
  return to;
}

bool TableFinder::blank_header(std::size_t column, const DraftTable& table) {
  return std::all_of(table.header[column].begin(), table.header[column].end(),
                     [](const Part& part) { return part.empty(); });
}

// The line after the last one of the row that begins here.
std::size_t TableFinder::row_end(std::size_t line, const DraftTable& table) const {
  std::size_t end = line + 1;
  const auto goes_on = [&] {
    if (table.boxed) return !lines_[end].rule;
    return table.wrapped && is_row(end) && !begins_wrapped(lines_[end], table);
  };
  while (end < table.end_line && goes_on()) ++end;
  return end;
}

bool TableFinder::read(std::size_t at, DraftTable& table) {
  if (!region(at, table)) return false;
  below_header_ = false;
  read_header(table);
  table.wrapped = is_wrapped(table);
  if (!table.wrapped) read_lower_header(table);
  add_number_column(table);
  for (const auto& cell : table.header) {
    for (const Part& part : cell) table.header_keys.push_back(cell_key(part));
  }
  const bool several = table.boxed || table.wrapped;  // lines in a row
  for (std::size_t i = table.first_line; i < table.end_line; ++i) {
    if (lines_[i].rule) continue;
    std::size_t next = row_end(i, table);
    if (i == table.lower_line) continue;
    if (i == table.header_line) {
      if (several) add_boxed_header(i, next, table);
      if (table.boxed && table.lower_line == kNoLine) next = add_lower_box(next, table);
    } else if (several) {
      add_boxed(i, next, table);
    } else {
      add_row(lines_[i], table);
    }
    i = next - 1;
  }
  return true;
}

}  // namespace scp
