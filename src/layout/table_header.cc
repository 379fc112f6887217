// What the header of a table says of its columns.
#include <algorithm>
#include <string>

#include "layout/cells.h"
#include "layout/lone_numbers.h"
#include "layout/tables.h"

namespace scp {
namespace {

constexpr std::size_t kLongestLowerCell = 80;  // bytes

bool names_year(std::string_view text) {
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const bool century = text.substr(i, 2) == "19" || text.substr(i, 2) == "20";
    const bool alone = i == 0 || text[i - 1] < '0' || text[i - 1] > '9';
    const std::size_t end = std::min(text.find_first_not_of("0123456789", i), text.size());
    if (century && alone && end == i + 4) return true;
  }
  return false;
}

}  // namespace

std::string_view column_role(const Grammar& grammar, std::string_view header) {
  if (header.empty()) return {};
  const Lexicon& columns = grammar.lexicon(LexiconId::kColumns);
  Entry entry = columns.find(header);
  const std::size_t bracket = header.rfind('(');
  const bool remark = bracket != std::string_view::npos && header.back() == ')';
  // A remark after the words ("(Năm 2026)", "(triệu đồng)") does not change what the column holds.
  if (!entry.valid() && remark) entry = columns.find(header.substr(0, bracket));
  return entry.valid() ? entry.value(Field::kRole) : std::string_view{};
}

std::string_view column_role_by_words(const Grammar& grammar, std::string_view header) {
  constexpr std::size_t kMostWords = 14;
  constexpr std::size_t kLongestHeader = 160;  // bytes
  constexpr std::uint32_t kFewestWords = 2;    // of the phrase
  const std::string_view listed = column_role(grammar, header);
  if (listed.data() != nullptr || header.size() > kLongestHeader) return listed;
  std::vector<Word> words;
  split_words(grammar, header, words);
  if (words.empty() || words.size() > kMostWords) return {};
  const Lexicon& columns = grammar.lexicon(LexiconId::kColumns);
  const auto says = [](std::string_view role) {  // "Đơn vị", "TT" say it only when they stand alone
    return role.data() != nullptr && role != "unit" && role != "number" && role != "remark";
  };
  LexiconMatch match;
  if (columns.longest_at(words, 0, match) && match.end_word >= kFewestWords) {
    const std::string_view role = match.entry.value(Field::kRole);
    if (says(role)) return role;
  }
  for (std::size_t i = 1; i + kFewestWords <= words.size(); ++i) {
    if (!columns.longest_at(words, i, match) || match.end_word < words.size()) continue;
    const std::string_view role = match.entry.value(Field::kRole);
    if (says(role) && role != "decoy") return role;
  }
  return {};
}

std::string_view column_role_misread(const Grammar& grammar, std::string_view header) {
  constexpr std::size_t kShortest = 14;  // bytes without marks, for another letter
  constexpr std::size_t kLongest = 80;   // bytes
  if (header.size() > kLongest || header.find(' ') == std::string_view::npos) return {};
  if (header.back() == ')') header = header.substr(0, header.rfind('('));
  const Lexicon& columns = grammar.lexicon(LexiconId::kColumns);
  Entry entry = columns.find_bare(header);
  if (!entry.valid()) entry = columns.find_near(header, kShortest);
  return entry.valid() ? entry.value(Field::kRole) : std::string_view{};
}

std::size_t TableFinder::recognised(const Line& line) const {
  std::size_t count = 0;
  for (const Range& cell : line.cells) {
    if (role_of(content_.substr(cell.begin, cell.size())).data() != nullptr) ++count;
  }
  return count;
}

// Whether a line is a header of which most cells were misread.
bool TableFinder::recognised_misread(const Line& line) const {
  constexpr std::size_t kFewest = 3;  // cells
  if (line.cells.size() < kFewest || recognised(line) == 0) return false;
  const auto known = [&](const Range& cell) {
    const std::string_view text = content_.substr(cell.begin, cell.size());
    return !text.empty() && (role_of(text).data() != nullptr ||
                             column_role_misread(grammar_, text).data() != nullptr);
  };
  const auto count = std::count_if(line.cells.begin(), line.cells.end(), known);
  return static_cast<std::size_t>(count) >= kFewest;
}

// Whether a line is the header of another table than that of `header`: of other columns, or of the
// same in another order.
bool TableFinder::other_header(std::size_t at, std::size_t header) const {
  const Line& line = lines_[at];
  const Line& first = lines_[header];
  if (recognised(line) < 3) return false;
  if (line.cells.size() != first.cells.size()) return true;
  std::size_t above = at - 1;
  while (above > header && lines_[above].rule) --above;
  if (recognised(lines_[above]) >= 2) return false;  // the second line of one header
  bool content = false;
  bool other = false;
  for (std::size_t c = 0; c < line.cells.size(); ++c) {
    const Range& cell = line.cells[c];
    const Range& same = first.cells[c];
    const std::string_view role = role_of(content_.substr(cell.begin, cell.size()));
    const std::string_view old = role_of(content_.substr(same.begin, same.size()));
    content = content || role == "content";
    other = other || (role.data() != nullptr && old.data() != nullptr && role != old);
  }
  return content && other;
}

void TableFinder::read_header(DraftTable& table) {
  std::size_t seen = 0;
  for (std::size_t i = table.first_line; i < table.end_line && seen < 3; ++i) {
    const Line& line = lines_[i];
    if (!is_row(i)) continue;
    ++seen;
    const bool header = recognised(line) >= 2 || recognised_misread(line) ||
                        (i == table.first_line && recognised(line) == 1 && line.cells.size() <= 2);
    if (!header) continue;
    std::size_t top = i;  // of the lines between two rules
    while (table.boxed && top > table.first_line && is_row(top - 1)) --top;
    set_header(top, table);
    return;
  }
  // Too few words are known: a first row without numbers, all of its cells filled, still is a
  // header.
  std::size_t top = table.first_line;
  while (top + 1 < table.end_line && !is_row(top)) ++top;
  const Line& first = lines_[top];
  const bool filled =
      table.end_line - table.first_line >= 2 &&
      std::all_of(first.cells.begin(), first.cells.end(), [&](const Range& cell) {
        const std::string_view text = content_.substr(cell.begin, cell.size());
        return !text.empty() && text.size() < 120 && !digits_only(text) && roman_value(text) == 0;
      });
  if (filled) set_header(top, table);
}

// A header without a cell over the row numbers: its rows have one more than it.
void TableFinder::add_number_column(DraftTable& table) const {
  constexpr std::size_t kLooked = 40;  // lines
  if (table.header_line == kNoLine || table.lower_line != kNoLine) return;
  const auto has = [&](std::string_view role) {
    return std::find(table.roles.begin(), table.roles.end(), role) != table.roles.end();
  };
  if (has("number") || !(has("content") || has("indicator"))) return;
  std::size_t rows = 0;
  std::size_t numbered = 0;
  const std::size_t end = std::min(table.end_line, table.header_line + kLooked);
  for (std::size_t i = table.header_line + 1; i < end; ++i) {
    if (!is_row(i) || lines_[i].cells.size() < 2) continue;
    const Range& first = lines_[i].cells.front();
    const bool number = first.empty() || numbers_row(content_.substr(first.begin, first.size()));
    ++rows;
    numbered += number && lines_[i].cells.size() == table.header.size() + 1;
  }
  if (numbered * 2 <= rows) return;
  table.header.insert(table.header.begin(), std::vector<Part>{});
  table.roles.insert(table.roles.begin(), "number");
}

void TableFinder::set_header(std::size_t line, DraftTable& table) const {
  table.header_line = line;
  for (const Range& cell : lines_[line].cells) {
    table.header.push_back({Part(cell)});
    table.roles.push_back(column_role_by_words(grammar_, content_.substr(cell.begin, cell.size())));
  }
  // "Chỉ tiêu năm 2026" beside "Tên chỉ tiêu" is what is to be reached in that year.
  bool named = false;
  for (std::string_view& role : table.roles) {
    if (role != "indicator") continue;
    if (named) role = {};
    named = true;
  }
  name_misread(line, table);
}

// Cells that were misread ("Cơ quan chủ tri") head their columns where the other cells show what
// kind of table it is.
void TableFinder::name_misread(std::size_t line, DraftTable& table) const {
  constexpr std::size_t kFewest = 3;  // columns of a table of tasks
  std::vector<std::string_view> roles = table.roles;
  std::size_t known = 0;
  bool tasks = false;
  for (std::size_t c = 0; c < roles.size(); ++c) {
    const Range& cell = lines_[line].cells[c];
    if (roles[c] == "indicator" || roles[c] == "decoy") return;
    if (roles[c].data() == nullptr && !cell.empty())
      roles[c] = column_role_misread(grammar_, content_.substr(cell.begin, cell.size()));
    known += roles[c].data() != nullptr;
    tasks = tasks || roles[c] == "content" || roles[c] == "lead";
  }
  if (known >= kFewest && tasks) table.roles = std::move(roles);
}

// "Năm 2025", "Phấn đấu": over a column of values in a table of targets.
bool TableFinder::heads_values(std::string_view text) const {
  constexpr std::size_t kLongest = 40;  // bytes
  if (text.size() > kLongest) return false;
  if (names_year(text)) return true;
  std::vector<Word> words;
  split_words(grammar_, text, words);
  LexiconMatch match;
  return !words.empty() && grammar_.lexicon(LexiconId::kTargetColumns).longest_at(words, 0, match);
}

// A second line of the header names the columns under a cell that stands over several: "Chủ trì"
// and "Phối hợp" under "Cơ quan thực hiện".
void TableFinder::read_lower_header(DraftTable& table) {
  if (table.header_line == kNoLine) return;
  std::size_t at = table.header_line + 1;
  if (table.boxed && at < table.end_line && !lines_[at].rule) return;  // one cell on several lines
  while (at < table.end_line && lines_[at].rule) ++at;
  if (at >= table.end_line || !is_row(at)) return;
  if (table.boxed && at + 1 < table.end_line && !lines_[at + 1].rule) return;
  if (widen_header(at, table)) {
    table.lower_line = at;
    return;
  }
  const std::vector<Range>& cells = lines_[at].cells;
  if (cells.size() > table.header.size() || !completes_header(cells, table)) return;
  table.lower_line = at;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (cells[c].empty()) continue;
    if (repeats(cells[c], table.header[c])) {
      furniture_.push_back({cells[c], "repeated-header"});
      continue;
    }
    const std::string_view role = lower_role(cells[c], table.header[c]);
    if (role.data() != nullptr) table.roles[c] = role;
    table.header[c].emplace_back(cells[c]);
  }
}

bool TableFinder::repeats(Range lower, const std::vector<Part>& upper) const {
  return !upper.empty() && cell_key(lower) == cell_key(upper.front());
}

// The role of a column whose header stands in two lines: "Phối hợp" under "Cơ quan thực hiện",
// "chủ trì" under "Cơ quan". Null where the lower words add nothing.
std::string_view TableFinder::lower_role(Range lower, const std::vector<Part>& upper) const {
  const std::string_view text = content_.substr(lower.begin, lower.size());
  const std::string_view own = role_of(text);
  if (own.data() != nullptr || upper.empty()) return own;
  std::string whole;
  for (const Part& part : upper)
    whole += std::string(content_.substr(part.begin, part.size())) + ' ';
  return text.front() == '(' ? std::string_view{} : role_of(whole + std::string(text));
}

// Whether a line goes on with the header above it: known words, or remarks in brackets ("(triệu
// đồng)"). What stands under a cell over several columns may be anything.
bool TableFinder::completes_header(const std::vector<Range>& cells, const DraftTable& table) const {
  const auto blank = [&](std::size_t c) {
    return c < table.header.size() && (table.header[c].empty() || table.header[c].front().empty());
  };
  const auto merged = [&](std::size_t c) {  // its header cell reaches over others
    return blank(c) || (blank(c + 1) && c + 1 < cells.size() && !cells[c + 1].empty());
  };
  const auto has = [&](std::string_view role) {
    return std::find(table.roles.begin(), table.roles.end(), role) != table.roles.end();
  };
  const bool targets = has("indicator") || has("unit");
  const auto timed = [&](std::size_t c) {  // below "Thời gian thực hiện", or a part of it
    while (c > 0 && blank(c)) --c;
    return table.roles[c] == "deadline";
  };
  std::size_t known = 0;
  std::size_t unknown = 0;
  std::size_t remarks = 0;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (cells[c].empty() || repeats(cells[c], table.header[c])) continue;
    const std::string_view text = content_.substr(cells[c].begin, cells[c].size());
    if (table.roles[c] == "number" || text.size() > kLongestLowerCell) return false;
    if (targets && (table.roles[c] == "indicator" || table.roles[c] == "unit")) return false;
    if (lower_role(cells[c], table.header[c]).data() != nullptr ||
        (targets && heads_values(text)) || (timed(c) && names_year(text))) {
      ++known;
    } else if (text.front() == '(' && text.back() == ')') {
      ++remarks;
    } else if (!merged(c)) {
      ++unknown;
    }
  }
  return known > 0 ? unknown < known : remarks > 0 && unknown == 0;
}

// Where merged cells left no empty ones behind, the lower line is short and the rows are wider than
// the header by what it adds.
bool TableFinder::widen_header(std::size_t at, DraftTable& table) const {
  const std::vector<Range>& lower = lines_[at].cells;
  std::size_t row = at + 1;
  while (row < table.end_line && !is_row(row)) ++row;
  if (row >= table.end_line || lower.size() < 2) return false;
  if (lines_[row].cells.size() != table.header.size() + lower.size() - 1) return false;
  if (recognised(lines_[at]) != lower.size()) return false;
  const std::string_view first = role_of(content_.substr(lower[0].begin, lower[0].size()));
  const auto over = std::find(table.roles.begin(), table.roles.end(), first);
  if (over == table.roles.end()) return false;
  const auto column = static_cast<std::size_t>(over - table.roles.begin());
  for (std::size_t k = 0; k < lower.size(); ++k) {
    const auto place = static_cast<std::ptrdiff_t>(column + k);
    const std::string_view role = role_of(content_.substr(lower[k].begin, lower[k].size()));
    if (k == 0) {
      table.header[column].emplace_back(lower[0]);
      continue;
    }
    table.header.insert(table.header.begin() + place, {Part(lower[k])});
    table.roles.insert(table.roles.begin() + place, role);
  }
  return true;
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
  if (line.cells.size() == table.roles.size() && recognised(line) >= 2) {  // in other words
    const auto same_role = [&](const Range& cell, std::string_view role) {
      const std::string_view text = content_.substr(cell.begin, cell.size());
      const std::string_view own = role_of(text);
      return own == role || (own.empty() && column_role_misread(grammar_, text) == role);
    };
    if (std::equal(line.cells.begin(), line.cells.end(), table.roles.begin(), same_role))
      return true;
  }
  filled = static_cast<std::size_t>(std::count_if(line.cells.begin(), line.cells.end(),
                                                  [](const Range& cell) { return !cell.empty(); }));
  // (1) (2) (3) under the header
  const bool all = filled == line.cells.size() && filled == table.header.size() && filled > 3;
  return ((table.rows.empty() || below_header_ || all) && numbers_columns(line)) ||
         (filled >= 3 && std::all_of(line.cells.begin(), line.cells.end(), [&](const Range& cell) {
            return cell.empty() || (content_[cell.begin] == '(' && digits_only(cell_key(cell)));
          }));
}

// A B 1 2 3 under the header; a row with nothing but numbers may look so in other places.
bool TableFinder::numbers_columns(const Line& line) const {
  ColumnNumbers numbers;
  return std::all_of(line.cells.begin(), line.cells.end(),
                     [&](const Range& cell) {
                       return cell.empty() ||
                              numbers.take(content_.substr(cell.begin, cell.size()));
                     }) &&
         numbers.enough();
}

}  // namespace scp
