// The header of a table whose rows are framed by lone pipes: its width, its second row, and where
// both come again.
#include <algorithm>
#include <string>
#include <string_view>

#include "layout/cells.h"
#include "layout/ended_cells.h"

namespace scp {
namespace {

constexpr std::size_t kFewestColumns = 3;
constexpr std::size_t kMostUpper = 3;  // header cells that stand over others

// The years that a text names, one behind the other.
std::string years_in(std::string_view text) {
  std::string years;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = text.find_first_of("0123456789", i);
    if (begin == std::string_view::npos) break;
    i = std::min(text.find_first_not_of("0123456789", begin), text.size());
    const std::string_view number = text.substr(begin, i - begin);
    if (number.size() == 4 && number.starts_with("20")) years += number;
  }
  return years;
}

// Whether both name one year, and not the same.
bool other_year(std::string_view text, std::string_view other) {
  const std::string year = years_in(text);
  return year.size() == 4 && years_in(other).size() == 4 && years_in(other) != year;
}

// "Mục tiêu" may stand over the values of several years.
bool heads_values(const Grammar& grammar, std::string_view header) {
  std::vector<Word> words;
  split_words(grammar, header, words);
  LexiconMatch match;
  return !words.empty() && grammar.lexicon(LexiconId::kTargetColumns).longest_at(words, 0, match);
}

// How many names come again and again under as many others: "Lượng", "Giá trị" below each year.
template <typename Cell>
std::size_t period_of(const std::vector<Cell>& cells, std::size_t from, std::size_t size) {
  for (std::size_t period = 2; period * 2 <= size; ++period) {
    if (size % period != 0) continue;
    const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(from);
    const bool same = std::equal(begin + static_cast<std::ptrdiff_t>(period),
                                 begin + static_cast<std::ptrdiff_t>(size), begin,
                                 [](const Cell& a, const Cell& b) { return a.text == b.text; });
    if (same) return period;
  }
  return 0;
}

}  // namespace

// Whether the rows below a header without known columns all have its width, but for titles: a table
// of something else than tasks.
bool EndedCellFinder::regular_rows(Framed& framed) const {
  constexpr std::size_t kLooked = 5;         // rows
  constexpr std::size_t kFewest = 3;         // of them as wide as the header
  constexpr std::size_t kLongestName = 100;  // bytes of a cell of the header
  const auto too_long = [](const std::string& name) { return name.size() > kLongestName; };
  if (std::any_of(framed.header.begin(), framed.header.end(), too_long)) return false;
  std::size_t whole = 0;
  std::size_t from = framed.next;
  for (std::size_t row = 0; row < kLooked && whole < kFewest; ++row) {
    const bool title =
        !empty_at(framed, from) && empty_at(framed, from + 1) && !empty_at(framed, from + 2);
    const std::size_t size = title ? 1 : framed.width;
    if (empty_at(framed, from) || !empty_at(framed, from + size)) return false;
    whole += !title;
    from += size + 1;
  }
  return whole >= kFewest;
}

// The cells up to the first two pipes are the header where it numbers its rows or names the columns
// of a table of tasks.
bool EndedCellFinder::framed_header(Framed& framed, DraftTable& table) const {
  const Cell* first = cell_at(framed, 0);
  if (first == nullptr || first->parts.empty()) return false;
  framed.numbered = role_of(*first) == "number";
  const std::size_t width = filled_from(framed, 0);
  if (width < kFewestColumns || !empty_at(framed, width)) return false;
  std::size_t known = 0;
  for (std::size_t i = 0; i < width; ++i) {
    table.header.push_back(framed.cells[i].parts);
    framed.header.push_back(framed.cells[i].text);
    std::string_view role = column_role_by_words(grammar_, framed.cells[i].text);
    if (role.data() == nullptr && i > 0) role = role_of(framed.cells[i], framed.numbered);
    table.roles.push_back(role);
    known += role.data() != nullptr;
  }
  framed.upper = framed.header;
  framed.width = width;
  framed.next = width + 1;
  const bool named = framed.numbered || (known >= kFewestColumns && known + 1 >= width);
  if (!named && !regular_rows(framed)) return false;
  const Cell* row = framed.numbered ? nullptr : cell_at(framed, framed.next);
  if (row != nullptr && counts_with(row->text, row->text.substr(0, row->text.find(' ')))) {
    framed.label = row->text.substr(0, row->text.find(' '));
    framed.numbered = true;
  }
  return true;
}

// A second row of the header names the columns under cells that stand over several; the rows show
// how many those are.
void EndedCellFinder::lower_header(Framed& framed, DraftTable& table) const {
  constexpr std::size_t kLooked = 8;      // rows
  constexpr std::size_t kMostCells = 64;  // from here
  const std::size_t from = framed.next;
  const std::size_t size = filled_from(framed, from);
  if (begins_row_at(framed, from)) return;
  if (size == 0) return blanks_below(framed, table);
  if (size < 2 || column_numbers(framed.cells, from, size) != 0) return;
  const auto keep = [&] {
    for (std::size_t i = from; i < from + size; ++i) framed.lower.push_back(framed.cells[i].text);
  };
  const std::size_t period = period_of(framed.cells, from, size);
  if (period != 0 && size / period < table.header.size()) {
    framed.width = table.header.size() + size - size / period;
    put_under(framed, from, size, table);
    framed.next = from + size + 1;
    return keep();
  }
  for (std::size_t upper = 1; upper <= kMostUpper && upper * 2 <= size; ++upper) {
    std::size_t column = 0;
    std::vector<std::size_t> shares(upper, 0);
    if (!share_by_roles(framed, from, size, table, column, shares)) continue;
    framed.width = table.header.size() + size - upper;
    put_under(framed, from, size, table);
    framed.next = from + size + 1;
    return keep();
  }
  std::size_t row = from + size + 1;
  for (std::size_t i = 0; framed.numbered && i < kLooked && row < from + kMostCells; ++i) {
    while (row < from + kMostCells && empty_at(framed, row)) ++row;  // of the title of a group
    const std::size_t width = filled_from(framed, row);
    const std::size_t both = table.header.size() + size;
    if (width < both && width + kMostUpper >= both && width > table.header.size()) {
      framed.width = width;
      put_under(framed, from, size, table);
      framed.next = from + size + 1;
      return keep();
    }
    row += width + 1;
  }
  bool known = size <= kMostUpper;
  for (std::size_t i = from; known && i < from + size; ++i) {
    known = role_of(framed.cells[i]).data() != nullptr;
  }
  if (!known) return;
  framed.width = table.header.size() + size - 1;
  put_under(framed, from, size, table);
  framed.next = from + size + 1;
  keep();
}

// How many cells repeat the second row of the header; 0 where they do not.
std::size_t EndedCellFinder::again_lower(Framed& framed) const {
  const std::size_t size = framed.lower.size();
  for (std::size_t i = 0; i < size; ++i) {
    const Cell* cell = cell_at(framed, framed.next + i);
    if (cell == nullptr || cell->text != framed.lower[i]) return 0;
  }
  return size > 0 && empty_at(framed, framed.next + size) ? size : 0;
}

// Where no column is for them, the numbers of the rows may stand before the contents.
void EndedCellFinder::numbers_in_text(Framed& framed) const {
  if (framed.numbered) return;
  std::size_t first = framed.next;
  if (cell_at(framed, first + framed.width) != nullptr &&
      column_numbers(framed.cells, first, framed.width) != 0)
    first += framed.width + 1;
  const Cell* row = cell_at(framed, first);
  if (row == nullptr || number_before(row->text).empty()) return;
  framed.in_text = true;
  framed.numbered = true;
}

// The same where empty cells stand below those of the header that have nothing under them. Names
// side by side belong to one.
void EndedCellFinder::blanks_below(Framed& framed, DraftTable& table) const {
  std::vector<std::size_t> above;  // the cell of the header over each
  std::size_t upper = 0;
  for (std::size_t i = framed.next; upper < table.header.size() || !empty_at(framed, i); ++i) {
    const Cell* cell = cell_at(framed, i);
    if (cell == nullptr || above.size() > table.header.size() + kMostUpper) return;
    const bool goes_on = !above.empty() && !empty_at(framed, i) && !empty_at(framed, i - 1);
    if (!cell->parts.empty() && role_of(*cell).data() == nullptr) return;
    if (!goes_on) ++upper;
    above.push_back(upper - 1);
  }
  const std::size_t from = framed.next;
  if (upper != table.header.size() || above.size() <= upper) return;
  framed.width = above.size();
  for (std::size_t i = from; i < from + framed.width; ++i) {
    framed.lower.push_back(framed.cells[i].text);
  }
  for (std::size_t column = 0; column < above.size(); ++column) {
    const bool fresh = column > 0 && above[column] == above[column - 1];
    put_cell(framed, framed.cells[from + column], column, fresh, table);
  }
  framed.next = from + framed.width + 1;
}

// Adds a cell to the header of a column, or makes a column of it.
void EndedCellFinder::put_cell(Framed& framed, const Cell& lower, std::size_t column, bool fresh,
                               DraftTable& table) const {
  if (fresh) {
    const auto at = static_cast<std::ptrdiff_t>(column);
    table.header.insert(table.header.begin() + at, std::vector<Part>{});
    table.roles.insert(table.roles.begin() + at, std::string_view{});
    framed.header.insert(framed.header.begin() + at, std::string{});
  }
  const std::string_view role = role_of(lower);
  if (role.data() != nullptr) table.roles[column] = role;
  std::vector<Part>& header = table.header[column];
  header.insert(header.end(), lower.parts.begin(), lower.parts.end());
}

// Puts `size` cells under those of the header that they belong to: one whose role they share, or
// the last ones.
void EndedCellFinder::put_under(Framed& framed, std::size_t from, std::size_t size,
                                DraftTable& table) const {
  const std::size_t upper = table.header.size() + size - framed.width;
  std::size_t column = table.header.size() - upper;
  if (upper == 1) {
    const std::string_view role = role_of(framed.cells[from]);
    const auto same = std::find(table.roles.begin() + 1, table.roles.end(), role);
    const bool all = std::none_of(table.roles.begin() + 2, table.roles.end(),
                                  [](std::string_view r) { return r.data() == nullptr; });
    auto unnamed = table.roles.begin() + 2;
    const auto own = [&] {  // "Thực hiện 2025" does not stand over "2026"
      const auto at = static_cast<std::size_t>(unnamed - table.roles.begin());
      const bool values = *unnamed == "product" && heads_values(grammar_, framed.header[at]);
      return (unnamed->data() != nullptr && !values) ||
             other_year(framed.header[at], framed.cells[from].text);
    };
    while (unnamed != table.roles.end() && own()) ++unnamed;
    const auto over = role.data() != nullptr && same != table.roles.end() ? same : unnamed;
    if (over != table.roles.end()) column = static_cast<std::size_t>(over - table.roles.begin());
    if (over == table.roles.end() && all && table.roles[1].data() == nullptr) column = 1;
  }
  std::vector<std::size_t> shares;
  for (std::size_t i = 0; i < upper; ++i) {
    shares.push_back(size / upper + (i < size % upper ? 1 : 0));
  }
  share_by_roles(framed, from, size, table, column, shares);
  std::size_t cell = from;
  for (const std::size_t share : shares) {
    const std::vector<Part> over = table.header[column];
    for (std::size_t k = 0; k < share; ++k, ++cell, ++column) {
      put_cell(framed, framed.cells[cell], column, k > 0, table);
      std::vector<Part>& header = table.header[column];
      if (k > 0 && upper > 1) header.insert(header.begin(), over.begin(), over.end());
    }
  }
}

// Which cells of the header, side by side, stand over the others, and over how many each, where the
// words of all of them tell: "Bắt đầu", "Kết thúc" below a time, "Ngân sách" below money.
bool EndedCellFinder::share_by_roles(const Framed& framed, std::size_t from, std::size_t size,
                                     const DraftTable& table, std::size_t& column,
                                     std::vector<std::size_t>& shares) const {
  const auto fits = [](std::string_view lower, std::string_view upper) {
    return lower == upper || (lower == "start" && upper == "deadline") ||
           (lower == "coordinating" && upper == "lead");
  };
  for (std::size_t first = 1; first + shares.size() <= table.header.size(); ++first) {
    std::vector<std::size_t> counted(shares.size(), 0);
    std::size_t over = 0;
    bool told = true;
    for (std::size_t i = from; told && i < from + size; ++i) {
      const std::string_view role = role_of(framed.cells[i]);
      told = role.data() != nullptr;
      const bool next = over + 1 < shares.size() && counted[over] > 0;
      if (told && !fits(role, table.roles[first + over]) && next) ++over;
      told = told && fits(role, table.roles[first + over]);
      ++counted[over];
    }
    if (!told || over + 1 != shares.size()) continue;
    column = first;
    shares = counted;
    return true;
  }
  return false;
}

bool EndedCellFinder::repeats_header(const Framed& framed, std::size_t end,
                                     const DraftTable& table) const {
  const std::size_t size = end - framed.next;
  if (size < kFewestColumns) return false;
  const std::size_t numbers = framed.cells[framed.next].parts.empty() ? 1 : 0;
  if (column_numbers(framed.cells, framed.next + numbers, size - numbers) != 0) return true;
  const auto cell = framed.cells.begin() + static_cast<std::ptrdiff_t>(framed.next);
  const bool same = std::equal(
      framed.upper.begin(), framed.upper.end(), cell, cell + static_cast<std::ptrdiff_t>(size),
      [](const std::string& name, const Cell& c) { return name == c.text; });
  if (same) return true;
  // The cell over the numbers is missing where one that reaches over two rows stands there.
  const std::size_t skipped = framed.width - std::min(framed.width, size);
  if (skipped > 1 || size > framed.width) return false;
  for (std::size_t i = 0; i < size; ++i) {
    const Cell& again = framed.cells[framed.next + i];
    const std::string_view role = table.roles[i + skipped];
    const bool repeated =
        role.data() != nullptr ? role_of(again) == role : again.text == framed.header[i + skipped];
    if (!repeated) return false;
  }
  return true;
}

}  // namespace scp
