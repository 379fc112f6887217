#include "layout/flat_tables.h"

#include <algorithm>
#include <string>

#include "layout/cells.h"
#include "text/utf8.h"

namespace scp {
namespace {

constexpr std::uint32_t kLongestHeaderCell = 80;  // bytes
constexpr std::size_t kMostCellLines = 4;         // of a header cell

std::string_view text_of(std::string_view content, Range range) {
  return content.substr(range.begin, range.size());
}

// Whether a number is the next one on another level: 1.1 after 1, 2 after 1.4.
bool other_level(std::string_view last, std::string_view next) {
  const auto bare = [](std::string_view text) {
    const std::size_t end = text.find_last_not_of(".) ");
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
  };
  last = bare(last);
  next = bare(next);
  if (last.empty()) return false;
  if (next.size() == last.size() + 2 && next.substr(0, last.size()) == last)
    return next.substr(last.size()) == ".1";
  const std::size_t dot = next.rfind('.');
  const std::size_t own = dot == std::string_view::npos ? 0 : dot + 1;
  const std::size_t end = std::min(last.find('.', own), last.size());
  if (end == last.size() || last.substr(0, own) != next.substr(0, own)) return false;
  const auto value = [](std::string_view digits) -> std::uint32_t {
    const bool number = !digits.empty() && digits.size() < 4 &&
                        digits.find_first_not_of("0123456789") == std::string_view::npos;
    return number ? static_cast<std::uint32_t>(std::stoul(std::string(digits))) : 0;
  };
  const std::uint32_t above = value(last.substr(own, end - own));
  return above != 0 && value(next.substr(own)) == above + 1;
}

}  // namespace

bool FlatTableFinder::usable(std::size_t line) const {
  if (line >= lines_.size()) return false;
  const Line& l = lines_[line];
  // "(Kèm theo Quyết định số …)" is no remark on the title above it.
  const bool attaches = l.form != nullptr && l.form->value(Field::kRole) == "attachment";
  return !l.tabbed() && !l.rule && !attaches && l.range.size() <= kLongestHeaderCell;
}

bool FlatTableFinder::begins_small(std::size_t line) const {
  const char32_t first = decode(content_, lines_[line].range.begin).value;
  return is_letter(first) && is_lower(first);
}

// The role of a header cell of so many lines; null when it is none.
std::string_view FlatTableFinder::role_at(std::size_t line, std::size_t count, bool misread) const {
  std::string text;
  for (std::size_t i = line; i < line + count; ++i) {
    if (!usable(i)) return {};
    if (i > line) text += ' ';
    text += text_of(content_, lines_[i].range);
  }
  const std::string_view role = column_role(grammar_, text);
  return role.data() != nullptr || !misread ? role : column_role_misread(grammar_, text);
}

// How many lines the header cell takes that begins here: as many as its words are known by
// together, unless one of them alone is another cell. 0 when no known cell begins here.
std::size_t FlatTableFinder::known_cell(std::size_t line, bool misread,
                                        std::string_view& role) const {
  constexpr std::uint32_t kLongestPiece = 40;  // bytes
  role = role_at(line, 1, misread);
  if (!usable(line) || lines_[line].range.size() > kLongestPiece) return role.data() != nullptr;
  std::size_t most = 1;
  while (most < kMostCellLines && usable(line + most) && !begins_rows(line + most)) ++most;
  for (std::size_t count = most; count > 1; --count) {
    const std::string_view whole = role_at(line, count, misread);
    if (whole.data() == nullptr || (role.data() != nullptr && role != whole)) continue;
    bool apart = false;
    for (std::size_t k = 1; k < count; ++k) {
      const std::string_view rest = role_at(line + k, count - k, misread);
      apart = apart || (rest.data() != nullptr && rest != whole);
    }
    if (apart) continue;
    role = whole;
    return count;
  }
  return role.data() != nullptr;
}

// Whether a row number stands at the beginning of a line, or alone between it and the one above.
bool FlatTableFinder::begins_rows(std::size_t line) const {
  if (line >= lines_.size()) return false;
  const std::uint32_t above = line == 0 ? 0 : lines_[line - 1].range.end;
  return numbers_row(text_of(content_, lines_[line].range)) ||
         !numbers_.between(above, lines_[line].range.begin).empty();
}

// How many cells the row has whose number stands at or before this line.
std::size_t FlatTableFinder::first_row_size(std::size_t line) const {
  std::size_t end = line;
  if (numbers_row(text_of(content_, lines_[line].range))) ++end;
  const std::size_t first = end;
  while (end < lines_.size() && end < first + kMostColumns && !lines_[end].rule &&
         !lines_[end].tabbed() && (end == line || !begins_rows(end)))
    ++end;
  return end - first + 1;
}

// How many lines from here are header cells that no one knows: one or several before a known one;
// those before the first row, where they are several or its rows have cells for them.
std::size_t FlatTableFinder::unknown_cells(std::size_t line, const FlatHeader& header,
                                           std::size_t known) const {
  constexpr std::size_t kMost = 24;
  const bool numbered = header.roles.front() == "number";
  std::string_view role;
  for (std::size_t count = 1; count <= kMost && usable(line + count - 1); ++count) {
    const std::size_t next = line + count;
    if (begins_rows(next)) {
      const bool last = numbered && known >= 3;
      const std::size_t columns = header.cells.size() + count;
      return last && (count > 1 || first_row_size(next) >= columns) ? count : 0;
    }
    if (count > 1 && known < 3) return 0;
    if (!usable(next)) return 0;
    if (known_cell(next, numbered, role) != 0) return count;
  }
  return 0;
}

// Whether a line in small letters belongs to the header cell above: both together are known, or the
// header goes on behind it, or its first row begins there.
bool FlatTableFinder::goes_on(std::size_t line, const FlatHeader& header) const {
  const std::size_t above = header.cells.back().size();
  if (above >= kMostCellLines || !begins_small(line) || !usable(line) || begins_rows(line))
    return false;
  if (role_at(line - above, above + 1).data() != nullptr) return true;
  const bool numbered = header.roles.front() == "number";
  std::string_view role;
  for (std::size_t next = line + 1; next - line + above <= kMostCellLines; ++next) {
    if (numbered && begins_rows(next)) return true;
    if (!usable(next)) return false;
    if (known_cell(next, numbered, role) != 0) return true;
    if (!begins_small(next)) return false;
  }
  return false;
}

// "Cơ quan thực hiện" and, behind the other cells, "Chủ trì" and "Phối hợp" below it: two columns.
// How many lines that takes.
std::size_t FlatTableFinder::split_lead(std::size_t line, FlatHeader& header) const {
  const auto lead = std::find(header.roles.begin(), header.roles.end(), "lead");
  const bool one = lead != header.roles.end() && std::find(header.roles.begin(), header.roles.end(),
                                                           "coordinating") == header.roles.end();
  if (!one || !usable(line) || !usable(line + 1) || !rows_follow(line + 2) ||
      role_at(line, 1) != "lead" || role_at(line + 1, 1) != "coordinating")
    return 0;
  const auto at = lead - header.roles.begin();
  header.cells[static_cast<std::size_t>(at)].emplace_back(lines_[line].range);
  header.cells.insert(header.cells.begin() + at + 1, std::vector<Part>{lines_[line + 1].range});
  header.roles.insert(lead + 1, "coordinating");
  return 2;
}

// The same where the cell over both is known by these alone ("Cơ quan" and "Chủ trì" make "Cơ quan
// chủ trì"), or the first row has no value for it: the last two cells stand below it.
void FlatTableFinder::split_unknown(std::size_t line, FlatHeader& header) const {
  constexpr std::size_t kFewest = 5;  // cells
  const std::size_t size = header.cells.size();
  if (size < kFewest || header.roles[size - 2] != "lead" ||
      header.roles[size - 1] != "coordinating" || !rows_follow(line))
    return;
  const auto end = header.roles.end() - 3;
  const auto over = std::find_if(header.roles.begin(), end,
                                 [](std::string_view role) { return role.data() == nullptr; });
  if (over == end) return;
  const auto at = over - header.roles.begin();
  const auto first = static_cast<std::size_t>(at);
  const Range lead = header.cells[size - 2].front();
  if (header.cells[first].size() > 1) return;
  const std::string whole = std::string(text_of(content_, header.cells[first].front())) + ' ' +
                            std::string(text_of(content_, lead));
  if (column_role(grammar_, whole) != "lead" && first_row_size(line) + 1 != size) return;
  std::vector<Part> partners = std::move(header.cells.back());
  const std::vector<Part> leads = std::move(header.cells[size - 2]);
  header.cells[first].insert(header.cells[first].end(), leads.begin(), leads.end());
  header.cells.resize(size - 2);
  header.roles.resize(size - 2);
  header.roles[first] = "lead";
  header.cells.insert(header.cells.begin() + at + 1, std::move(partners));
  header.roles.insert(header.roles.begin() + at + 1, "coordinating");
}

bool FlatTableFinder::header(std::size_t at, FlatHeader& header) const {
  if (!usable(at) || !usable(at + 1) || !usable(at + 2)) return false;
  std::size_t known = 0;
  std::size_t line = at;
  std::size_t gaps = 0;
  const auto has = [&](std::string_view role) {
    return std::find(header.roles.begin(), header.roles.end(), role) != header.roles.end();
  };
  const bool capitals = !begins_small(at);
  while (header.cells.size() < kMostColumns && line < lines_.size()) {
    if (line > at && capitals && goes_on(line, header)) {
      header.cells.back().emplace_back(lines_[line].range);
      ++line;
      continue;
    }
    std::string_view role;
    const bool below_number = !header.roles.empty() && header.roles.front() == "number";
    std::size_t count = known_cell(line, below_number, role);
    const bool once = role == "number" || role == "content" || role == "lead";
    if (count != 0 && once && has(role)) break;
    std::size_t unknown = 0;
    if (count == 0) {
      if (known == 0 || begins_rows(line)) break;
      unknown = unknown_cells(line, header, known);
      if (unknown == 0 || header.cells.size() + unknown > kMostColumns) break;
      count = 1;
    } else {
      ++known;
    }
    do {
      if (line > at && lines_[line].gap_before) ++gaps;
      header.cells.emplace_back();
      for (std::size_t i = line; i < line + count; ++i)
        header.cells.back().emplace_back(lines_[i].range);
      header.roles.push_back(
          unknown == 0 ? role
                       : column_role_by_words(grammar_, text_of(content_, lines_[line].range)));
      line += count;
    } while (unknown > 0 && --unknown > 0);
  }
  header.parted = !header.cells.empty() && gaps + 1 == header.cells.size();
  const std::size_t below = split_lead(line, header);
  split_unknown(line, header);
  for (std::size_t i = line; i < line + below; ++i)
    header.parted = header.parted && lines_[i].gap_before;
  header.first_line = at;
  header.end_line = line + below;
  return known >= 3 && (has("content") || has("indicator") || has("decoy"));
}

bool FlatTableFinder::heads_numbers(std::size_t at) const {
  if (!usable(at) || role_at(at, 1) != "number") return false;
  FlatHeader made;
  return header(at, made);
}

// How many lines from here number the columns; numbers alone on their lines belong to the page
// already.
std::size_t FlatTableFinder::column_numbers(std::size_t line, std::size_t columns) const {
  ColumnNumbers numbers;
  std::uint32_t above = line == 0 ? 0 : lines_[line - 1].range.end;
  std::size_t taken = 0;
  std::size_t end = line;
  for (; end < lines_.size() && taken < columns; ++end) {
    for (const Range& lone : numbers_.between(above, lines_[end].range.begin)) {
      if (taken < columns && numbers.take(text_of(content_, lone))) ++taken;
    }
    if (taken >= columns || !numbers.take(text_of(content_, lines_[end].range))) break;
    above = lines_[end].range.end;
    ++taken;
  }
  return numbers.enough() && taken + 1 >= columns ? end - line : 0;
}

// A line by itself, or with a number, before a header is the title of the next table.
bool FlatTableFinder::titles_next(std::size_t line, const FlatHeader& header) const {
  const bool apart = lines_[line].gap_before && !header.parted;
  const bool numbered =
      lines_[line].enumerated && !numbers_row(text_of(content_, lines_[line].range));
  return (apart || numbered) && repeated_header(line + 1, header) != 0;
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
    made.nested = !made.group && text.find('.') < last;
    made.lettered = !made.group && last + 1 < text.size() && text[last + 1] >= 'a';
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
  for (const Range& part : numbers_.with_days(from, to)) {
    FlatItem number = item(part, items.empty() ? 0 : items.back().end_line);
    number.lone_number = true;
    number.day = text_of(content_, part).find('/') != std::string_view::npos;
    if (cut_before(items, number)) {
      items.back().lone_parts.push_back(part);
      join(items.back(), std::move(number));
      continue;
    }
    items.push_back(std::move(number));
  }
}

// How many lines from here repeat the header; 0 when they do not.
std::size_t FlatTableFinder::repeated_header(std::size_t line, const FlatHeader& header) const {
  const std::size_t size = header.end_line - header.first_line;
  for (std::size_t i = 0; i < size; ++i) {
    if (line + i >= lines_.size() || text_of(content_, lines_[line + i].range) !=
                                         text_of(content_, lines_[header.first_line + i].range))
      return 0;
  }
  return size;
}

std::vector<FlatItem> FlatTableFinder::items(const FlatHeader& header, std::size_t most,
                                             std::vector<Furniture>& repeated) const {
  std::vector<FlatItem> items;
  std::size_t first = header.end_line;
  std::uint32_t before = lines_[first - 1].range.end;
  const auto skip_numbers = [&](std::size_t& last) {  // after the last line of a header
    const std::size_t count = column_numbers(last + 1, header.cells.size());
    if (count == 0) return;
    for (std::size_t k = last + 1; k <= last + count; ++k)
      repeated.push_back({lines_[k].range, "repeated-header"});
    last += count;
    before = lines_[last].range.end;
  };
  skip_numbers(--first);
  // Where no column is for them, the numbers stand before the text.
  const bool in_text = header.roles.front() == "content" && first + 1 < lines_.size() &&
                       number_before_text(lines_[first + 1].range) != 0;
  for (std::size_t i = first + 1; i < lines_.size(); ++i) {
    const Line& line = lines_[i];
    if (items.size() + repeated.size() >= most) return items;
    add_numbers(before, line.range.begin, items);
    if (const std::size_t again = repeated_header(i, header); again != 0) {
      for (std::size_t k = i; k < i + again; ++k)
        repeated.push_back({lines_[k].range, "repeated-header"});
      i += again - 1;
      before = lines_[i].range.end;
      skip_numbers(i);
      continue;
    }
    if (ends_table(line) || titles_next(i, header)) break;
    before = line.range.end;
    if (const std::size_t size = in_text ? number_before_text(line.range) : 0; size != 0) {
      const std::uint32_t end = line.range.begin + static_cast<std::uint32_t>(size);
      items.push_back(item({line.range.begin, end}, i));
      items.push_back(item({end + 1, line.range.end}, i));
      items.back().end_line = i + 1;
      continue;
    }
    FlatItem made = item(line.range, i);
    made.end_line = i + 1;
    made.opens = line.enumerated && !made.evidence.bullet && made.number == 0 && !made.group;
    const bool same_cell = header.parted && !line.gap_before && !items.empty() &&
                           made.number == 0 && !made.group && items.back().number == 0 &&
                           !items.back().group;
    const bool cut = !header.parted && !line.gap_before && !made.opens && cut_before(items, made);
    if (same_cell || cut) {
      join(items.back(), std::move(made));
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
  std::uint32_t above = 0;      // the last number before the group
  std::size_t since = columns;  // items since the last row began
  std::string_view numeral;     // of that row
  for (std::size_t i = 0; i < items.size(); ++i, ++since) {
    FlatItem& item = items[i];
    const bool text_follows =
        i + 1 < items.size() && items[i + 1].number == 0 && !items[i + 1].group;
    if (!text_follows || (since < 2 && last != 0)) continue;
    if (item.group) {
      item.row_number = true;
      if (last != 0) above = last;
      last = 0;
      since = 0;
    } else if (item.number != 0) {
      const bool runs_on = last == 0 && item.number > above && item.number <= above + 1 + kSkipped;
      const bool next = (item.number > last && item.number <= last + 1 + kSkipped) || runs_on ||
                        (item.lettered && item.number == last) || (item.nested && last == 0) ||
                        other_level(numeral, text_of(content_, item.parts.front()));
      const bool anew = item.number == 1 && since + 1 >= columns;
      if (!next && !anew) continue;
      item.row_number = true;
      last = item.number;
      numeral = text_of(content_, item.parts.front());
      since = 0;
    }
  }
}

// In a row with an item for each column, numbers alone where an amount, a value or a day is due.
void FlatTableFinder::mark_values(std::vector<FlatItem>& items,
                                  const std::vector<std::string_view>& roles) const {
  if (roles.front() != "number") return;
  const std::size_t width = roles.size();
  for (std::size_t first = 0; first < items.size();) {
    std::size_t next = first + 1;
    while (next < items.size() && !items[next].row_number) ++next;
    const bool last = next == items.size();
    const std::size_t cells = next - first - 1;
    const bool complete = last ? cells + 1 >= width : cells + 1 == width;
    for (std::size_t k = 1; items[first].row_number && complete && k < width; ++k) {
      FlatItem& item = items[first + k];
      const std::string_view role = roles[k];
      const bool amount = role.data() == nullptr || role == "funding" || role == "remark";
      item.value = item.lone_number && (item.day ? role == "deadline" : amount);
    }
    first = next;
  }
}

// "NHIỆM VỤ DÀI HẠN" behind a row that has all its cells: one item more than there are columns.
bool FlatTableFinder::heads_rows(const std::vector<FlatItem>& items, std::size_t at,
                                 std::size_t width) const {
  const FlatItem& item = items[at];
  const std::string_view text = text_of(content_, item.parts.front());
  if (!all_capitals(text) || text.find(' ') == text.npos || item.row_number ||
      item.evidence.agency || item.evidence.time || item.evidence.small || item.evidence.bullet ||
      item.evidence.ended || item.lone_number)
    return false;
  std::size_t first = at;
  while (first > 0 && at - first <= width && !items[first].row_number) --first;
  return items[first].row_number && !items[first].group && at - first == width;
}

// "II. Các nhiệm vụ về …" on one line, or "2. …" before a row 1.
void FlatTableFinder::mark_titles(std::vector<FlatItem>& items, std::size_t width) const {
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    const FlatItem& next = items[i + 1];
    if (next.row_number && !next.group && heads_rows(items, i, width)) items[i].heads = true;
    if (!items[i].opens || !next.row_number || next.group) continue;
    const std::string_view text = text_of(content_, items[i].parts.front());
    const std::string_view number = text.substr(0, text.find('.'));
    const bool letter = number.size() == 1 && number[0] >= 'A' && number[0] <= 'Z';
    const bool digit = !number.empty() && number[0] >= '0' && number[0] <= '9';
    items[i].heads = letter || roman_value(number) != 0 || (digit && next.number == 1);
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
    // A page may have ended in between; the last cell goes on where nothing stands there.
    const bool at_once = i > 0 && items[i].line == items[i - 1].end_line &&
                         (items[i].line == lines_.size() || !lines_[items[i].line].gap_before);
    const bool complete = (column + 1 == width && !at_once) || table.roles[column] == "deadline";
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
    mark_counted_groups(items, header.roles);
    mark_rows(items, header.roles.size());
    mark_values(items, header.roles);
    // A number alone that neither begins a row nor is a year or a value belongs to the page.
    std::erase_if(items, [](const FlatItem& item) {
      return item.lone_number && !item.row_number && !item.value &&
             (!item.evidence.time || item.day);
    });
    mark_titles(items, header.roles.size());
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
    for (const Range& lone : items[i].lone_parts) numbers_.take(lone);
  }
  for (const Furniture& part : repeated) {
    if (part.content.begin < end_at) furniture_.push_back(part);
  }
  return true;
}

}  // namespace scp
