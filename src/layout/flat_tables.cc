#include "layout/flat_tables.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"

namespace scp {
namespace {

constexpr std::uint32_t kLongestHeaderCell = 80;  // bytes
constexpr std::size_t kMostFlatColumns = 16;

std::string_view text_of(std::string_view content, Range range) {
  return content.substr(range.begin, range.size());
}

}  // namespace

bool FlatTableFinder::usable(std::size_t line) const {
  return line < lines_.size() && !lines_[line].tabbed() && !lines_[line].rule &&
         lines_[line].range.size() <= kLongestHeaderCell;
}

// The role of a header cell of so many lines; null when it is none.
std::string_view FlatTableFinder::role_at(std::size_t line, std::size_t count) const {
  std::string text;
  for (std::size_t i = line; i < line + count; ++i) {
    if (!usable(i)) return {};
    if (i > line) text += ' ';
    text += text_of(content_, lines_[i].range);
  }
  return column_role(grammar_, text);
}

bool FlatTableFinder::header(std::size_t at, FlatHeader& header) const {
  if (!usable(at) || !usable(at + 1) || !usable(at + 2)) return false;
  std::size_t known = 0;
  std::size_t line = at;
  std::size_t gaps = 0;
  while (header.cells.size() < kMostFlatColumns) {
    std::size_t count = 1;
    std::string_view role = role_at(line, 1);
    const std::string_view longer = role_at(line, 2);
    const bool numbers = usable(line + 1) && numbers_row(text_of(content_, lines_[line + 1].range));
    if (longer.data() != nullptr && !numbers && role_at(line + 1, 1).data() == nullptr) {
      role = longer;
      count = 2;
    }
    if (role.data() == nullptr) {  // an unknown cell between known ones
      const bool between = known >= 2 && usable(line) && role_at(line + 1, 1).data() != nullptr;
      if (!between) break;
    }
    const bool again = role.data() != nullptr && std::find(header.roles.begin(), header.roles.end(),
                                                           role) != header.roles.end();
    if (again && (role == "number" || role == "content" || role == "lead")) break;
    if (line > at && lines_[line].gap_before) ++gaps;
    header.cells.emplace_back();
    for (std::size_t i = line; i < line + count; ++i)
      header.cells.back().emplace_back(lines_[i].range);
    if (role.data() == nullptr) {
      role = column_role_by_words(grammar_, text_of(content_, lines_[line].range));
    } else {
      ++known;
    }
    header.roles.push_back(role);
    line += count;
    if (known == 0 || line >= lines_.size()) break;
  }
  header.end_line = line;
  header.parted = !header.cells.empty() && gaps + 1 == header.cells.size();
  const auto has = [&](std::string_view role) {
    return std::find(header.roles.begin(), header.roles.end(), role) != header.roles.end();
  };
  return known >= 3 && (has("content") || has("indicator"));
}

bool FlatTableFinder::ends_table(const Line& line) const {
  if (line.rule || line.heading || line.kind_line || line.tabbed()) return true;
  if (line.form == nullptr || line.form->value(Field::kScheme).data() == nullptr) return false;
  const std::string_view role = line.form->value(Field::kRole);
  return role != "number" && role != "place-date";
}

FlatItem FlatTableFinder::item(Range range, std::size_t line) const {
  FlatItem made;
  made.parts.emplace_back(range);
  made.line = line;
  made.end_line = line;
  const std::string_view text = text_of(content_, range);
  if (numbers_row(text)) {
    const std::size_t digit = text.find_first_of("0123456789");
    made.group = digit == std::string_view::npos;
    const std::size_t last = text.find_last_of("0123456789");
    const std::size_t dot = made.group ? 0 : text.find_last_not_of("0123456789", last);
    const std::size_t first = made.group || dot == std::string_view::npos ? digit : dot + 1;
    if (!made.group && last - first < 4) {
      made.number =
          static_cast<std::uint32_t>(std::stoul(std::string(text.substr(first, last + 1 - first))));
    }
  }
  made.evidence = cell_evidence(grammar_, content_, range);
  return made;
}

// Row numbers alone on their lines have been taken for numbers of pages.
void FlatTableFinder::add_numbers(std::uint32_t from, std::uint32_t to,
                                  std::vector<FlatItem>& items) const {
  for (const Range& part : numbers_.between(from, to)) {
    FlatItem number = item(part, items.empty() ? 0 : items.back().end_line);
    number.lone_number = true;
    items.push_back(std::move(number));
  }
}

// How many lines from here repeat the header; 0 when they do not.
std::size_t FlatTableFinder::repeated_header(std::size_t line, const FlatHeader& header) const {
  std::size_t at = line;
  for (std::size_t c = 0; c < header.cells.size(); ++c) {
    for (const Part& part : header.cells[c]) {
      if (at >= lines_.size() || text_of(content_, lines_[at].range) != text_of(content_, part))
        return 0;
      ++at;
    }
  }
  return at - line;
}

std::vector<FlatItem> FlatTableFinder::items(const FlatHeader& header, std::size_t most,
                                             std::vector<Furniture>& repeated) const {
  std::vector<FlatItem> items;
  std::uint32_t before = lines_[header.end_line - 1].range.end;
  for (std::size_t i = header.end_line; i < lines_.size(); ++i) {
    const Line& line = lines_[i];
    if (items.size() + repeated.size() >= most) return items;
    add_numbers(before, line.range.begin, items);
    if (const std::size_t again = repeated_header(i, header); again != 0) {
      for (std::size_t k = i; k < i + again; ++k)
        repeated.push_back({lines_[k].range, "repeated-header"});
      i += again - 1;
      before = lines_[i].range.end;
      continue;
    }
    if (ends_table(line)) break;
    before = line.range.end;
    const std::string_view text = text_of(content_, line.range);
    const bool column_number =
        text.size() > 2 && text.front() == '(' && text.back() == ')' && numbers_row(text);
    if (column_number && (items.empty() || !repeated.empty())) {
      repeated.push_back({line.range, "repeated-header"});
      continue;
    }
    FlatItem made = item(line.range, i);
    made.end_line = i + 1;
    made.opens = line.enumerated && !made.evidence.bullet && made.number == 0 && !made.group;
    const bool same_cell = header.parted && !line.gap_before && !items.empty() &&
                           made.number == 0 && !made.group && items.back().number == 0 &&
                           !items.back().group;
    if (same_cell) {
      items.back().parts.insert(items.back().parts.end(), made.parts.begin(), made.parts.end());
      items.back().end_line = i + 1;
      items.back().evidence.size += made.evidence.size;
      continue;
    }
    items.push_back(std::move(made));
  }
  const bool to_the_end = before >= lines_.back().range.end;
  if (to_the_end) add_numbers(before, static_cast<std::uint32_t>(content_.size()), items);
  return items;
}

// The running numbers begin rows: each is the next after the one before, or begins anew.
void FlatTableFinder::mark_rows(std::vector<FlatItem>& items, std::size_t columns) const {
  constexpr std::uint32_t kSkipped = 2;  // numbers that may be missing
  std::uint32_t last = 0;
  std::size_t since = columns;  // items since the last row began
  for (std::size_t i = 0; i < items.size(); ++i, ++since) {
    FlatItem& item = items[i];
    const bool text_follows =
        i + 1 < items.size() && items[i + 1].number == 0 && !items[i + 1].group;
    if (!text_follows || (since < 2 && last != 0)) continue;
    if (item.group) {
      item.row_number = true;
      last = 0;
      since = 0;
    } else if (item.number != 0) {
      const bool next = item.number > last && item.number <= last + 1 + kSkipped;
      const bool anew = item.number == 1 && since + 1 >= columns;
      if (!next && !anew) continue;
      item.row_number = true;
      last = item.number;
      since = 0;
    }
  }
}

// The cell of a row that what a page break had cut goes on with: one that has not come to an end.
std::size_t FlatTableFinder::open_cell(const DraftRow& row, std::size_t otherwise) const {
  std::size_t best = otherwise;
  std::uint32_t longest = 0;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    if (row.cells[c].empty()) continue;
    const std::string_view last = text_of(content_, row.cells[c].back());
    if (std::string_view(".;:!?").find(last.back()) != std::string_view::npos) continue;
    // The last parts tell enough; a cell of very many would be added up again and again.
    constexpr std::ptrdiff_t kLastParts = 16;
    const auto end = row.cells[c].end();
    const auto begin = end - std::min(kLastParts, end - row.cells[c].begin());
    std::uint32_t size = last.back() == ',' ? 1000 : 0;
    for (auto part = begin; part != end; ++part) size += part->size();
    if (size > longest) {
      longest = size;
      best = c;
    }
  }
  return best;
}

void FlatTableFinder::write_rows(const std::vector<FlatItem>& items,
                                 const std::vector<std::size_t>& columns, DraftTable& table) const {
  const std::size_t width = table.roles.size();
  const bool number_first = !table.roles.empty() && table.roles.front() == "number" && width > 1;
  std::size_t last = width;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool title = columns[i] == kTitle;
    std::size_t column = title ? (number_first ? 1 : 0) : columns[i];
    const bool below_number = i > 0 && items[i - 1].row_number;
    const bool goes_on = !below_number && !title && column == last && items[i].evidence.small;
    const bool back = !below_number && !title && column < last;
    if (items[i].row_number || last == width || (title && !below_number) || back) {
      table.rows.emplace_back();
      table.rows.back().cells.resize(width);
    }
    const bool complete = column + 1 == width || table.roles[column] == "deadline";
    if (goes_on && complete) column = open_cell(table.rows.back(), column);
    std::vector<Part>& cell = table.rows.back().cells[column];
    const bool paragraph = !cell.empty() && !items[i].evidence.small;
    for (const Part& part : items[i].parts) {
      cell.push_back(part);
      if (paragraph && &part == &items[i].parts.front()) cell.back().joint = '\n';
    }
    if (!goes_on) last = title ? width - 1 : column;
  }
}

// Deals out as many items as the table has: it reads on as long as the table reaches nearly as far
// as what was read.
std::vector<std::size_t> FlatTableFinder::deal(FlatHeader& header, std::vector<FlatItem>& items,
                                               std::vector<Furniture>& repeated) const {
  constexpr std::size_t kFirst = 48;
  constexpr std::size_t kAhead = 32;
  FlatHeader plain = header;
  const bool numbered =
      std::find(header.roles.begin(), header.roles.end(), "number") != header.roles.end();
  for (std::size_t most = kFirst;; most *= 2) {
    repeated.clear();
    items = this->items(plain, most, repeated);
    const bool all = items.size() + repeated.size() < most;
    const bool unheaded = !numbered && header.roles.size() == plain.roles.size() &&
                          !items.empty() && (items.front().number == 1 || items.front().group);
    if (unheaded) {  // an empty cell that left no line
      header.cells.insert(header.cells.begin(), std::vector<Part>{});
      header.roles.insert(header.roles.begin(), "number");
    }
    mark_rows(items, header.roles.size());
    // A number alone that neither begins a row nor is a year belongs to the page.
    std::erase_if(items, [](const FlatItem& item) {
      return item.lone_number && !item.row_number && !item.evidence.time;
    });
    std::vector<std::size_t> columns = deal_items(items, header.roles);
    if (all || columns.size() + kAhead <= items.size() || columns.empty()) return columns;
  }
}

bool FlatTableFinder::read(std::size_t at, DraftTable& table) {
  FlatHeader header;
  if (!this->header(at, header)) return false;
  std::vector<Furniture> repeated;
  std::vector<FlatItem> items;
  const std::vector<std::size_t> columns = deal(header, items, repeated);
  if (columns.empty()) return false;
  table.header = header.cells;
  table.roles = header.roles;
  table.first_line = at;
  write_rows(items, columns, table);
  const FlatItem& end = items[columns.size() - 1];
  table.end_line = end.end_line;
  const std::uint32_t end_at = end.parts.back().end;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (items[i].lone_number) numbers_.take(items[i].parts.front());
  }
  for (const Furniture& part : repeated) {
    if (part.content.begin < end_at) furniture_.push_back(part);
  }
  return true;
}

}  // namespace scp
