#include "layout/fixed_tables.h"

#include <algorithm>
#include <string>

#include "layout/cell_evidence.h"
#include "lex/token.h"
#include "text/utf8.h"

namespace scp {
namespace {

constexpr std::size_t kMostIdlePages = 2;  // pages with a header and nothing else
constexpr std::size_t kMostLoose = 12;     // lines between rows that are no rows themselves
constexpr std::size_t kMostInside = 48;    // when all of them begin where text of the table does

std::string_view text_of(std::string_view content, Range range) {
  return content.substr(range.begin, range.size());
}

// The next row of `page` that a lone number can begin.
std::uint32_t last_number(std::string_view content, const GridPage& page) {
  for (auto line = page.lines.rbegin(); line != page.lines.rend(); ++line) {
    if (line->segments.empty()) continue;
    const std::string_view text = text_of(content, line->segments.front().range);
    if (!numbers_row(text)) continue;
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    return end == 0 || end > 4
               ? 0
               : static_cast<std::uint32_t>(std::stoul(std::string(text.substr(0, end))));
  }
  return 0;
}

}  // namespace

GridLine FixedTableFinder::grid_line(const Line& line) const {
  GridLine made;
  made.line = line;
  made.segments = segments_of(content_, line);
  made.gap = line.gap_before;
  return made;
}

// Lines that open another part of a document end a table.
bool FixedTableFinder::ends_table(const Line& line) const {
  if (line.rule || line.heading || (line.tabbed() && !line.side_by_side)) return true;
  const auto opens = [](const Rule* form) {
    if (form == nullptr || form->value(Field::kScheme).data() == nullptr) return false;
    const std::string_view role = form->value(Field::kRole);
    return role != "number" && role != "place-date";  // these end lines of cells, too
  };
  if (opens(line.form)) return true;
  if (line.side_by_side) {
    RuleMatch match;
    for (const Range& cell : line.cells) {
      const Rule* form = first_match(grammar_, RuleSet::kLine, content_, cell, match);
      // "… Đảng Cộng sản Việt Nam" is the end of a name in a cell.
      const bool name = form != nullptr && form->value(Field::kRole) == "national-header" &&
                        !all_capitals(text_of(content_, cell));
      if (!name && opens(form)) return true;
    }
  }
  return line.kind_line && text_of(content_, line.range).find("  ") == std::string_view::npos;
}

FixedTableFinder::Kind FixedTableFinder::kind_of(const GridLine& line, const GridPage& page) const {
  if (ends_table(line.line)) return Kind::kEnd;
  const auto& columns = page.columns;
  const auto& segments = line.segments;
  for (std::size_t s = 0; s + 1 < segments.size(); ++s) {
    for (std::size_t c = 0; c + 1 < columns.size(); ++c) {
      if (segments[s].x_end <= columns[c + 1].x && segments[s + 1].x >= columns[c].x_end) {
        return Kind::kRow;
      }
    }
  }
  const Segment& only = segments.front();
  for (std::size_t c = 0; c + 1 < columns.size(); ++c) {
    if (only.x < columns[c].x_end && segments.back().x_end > columns[c + 1].x) return Kind::kAcross;
  }
  const bool number = columns.front().role == "number" && only.x_end <= columns[1].x &&
                      numbers_row(text_of(content_, only.range));
  if (number) return Kind::kRow;
  // Left of everything that stands in the columns is text of the document.
  return only.x < columns.front().x && columns.front().role == "number" ? Kind::kAcross
                                                                        : Kind::kLoose;
}

// Where the text of the rows begins: `left` where that is not known yet.
std::uint32_t FixedTableFinder::left_of_text(const GridLine& line, const GridPage& page,
                                             std::uint32_t left) const {
  const Segment* first = &line.segments.front();
  const bool number = numbers_row(text_of(content_, first->range));
  if (page.columns.front().role == "number" && number) {
    if (line.segments.size() < 2) return left;
    ++first;
  }
  if (first->x >= page.columns[page.columns.size() / 2].x) return left;
  return left == 0 ? first->x : std::min(left, first->x);
}

// Whether a line stands where lines of the table do: its text begins no further left, and it does
// not run over all columns. A number may stand before it.
bool FixedTableFinder::stands_inside(const GridLine& line, const GridPage& page,
                                     std::uint32_t left) const {
  constexpr std::uint32_t kMoved = 3;  // so far may a page stand to the left
  const Segment& first = line.segments.front();
  const std::string_view text = text_of(content_, first.range);
  const std::size_t blank = text.find(' ');
  if (page.columns.front().role == "number" && numbers_row(text.substr(0, blank))) return true;
  if (left == 0 || first.x + kMoved < left) return false;
  return line.segments.size() > 1 || first.x_end <= page.columns.back().x_end;
}

// A header that a page repeats, perhaps in other places.
bool FixedTableFinder::same_header(const GridLine& line, std::size_t at, const GridPage& page,
                                   FixedHeader& again) const {
  std::size_t known = 0;
  for (const Segment& segment : line.segments) {
    const std::string_view text = text_of(content_, segment.range);
    const auto same = [&](const Part& piece) { return text_of(content_, piece) == text; };
    const bool seen =
        std::any_of(page.headings.begin(), page.headings.end(), same) ||
        std::any_of(page.columns.begin(), page.columns.end(), [&](const HeaderColumn& column) {
          return std::any_of(column.pieces.begin(), column.pieces.end(), same);
        });
    known += seen ? 1 : 0;
  }
  if (known == 0 || known < line.segments.size()) return false;
  return read_fixed_header(content_, grammar_, lines_, at, again);
}

// An empty header cell over row numbers is the number column.
void FixedTableFinder::add_number_column(std::size_t from, FixedHeader& header) const {
  for (const HeaderColumn& column : header.columns) {
    if (column.role == "number") return;
  }
  constexpr std::size_t kLooked = 40;  // lines
  HeaderColumn numbers;
  std::size_t count = 0;
  for (std::size_t i = from; i < lines_.size() && i < from + kLooked && !ends_table(lines_[i]);
       ++i) {
    const std::vector<Segment> segments = segments_of(content_, lines_[i]);
    const Segment& first = segments.front();
    if (segments.size() < 2 || !numbers_row(text_of(content_, first.range))) continue;
    if (first.x_end > header.columns.front().x) continue;
    numbers.x = count == 0 ? first.x : std::min(numbers.x, first.x);
    numbers.x_end = std::max(numbers.x_end, first.x_end);
    ++count;
  }
  if (count == 0) return;
  numbers.role = "number";
  header.columns.insert(header.columns.begin(), numbers);
}

// A number alone on its line, which was taken for one of a page or a register.
bool FixedTableFinder::number_line(std::uint32_t from, std::uint32_t to, GridLine& line) {
  const std::span<const Range> numbers = numbers_.between(from, to);
  if (numbers.empty()) return false;
  const Range number = numbers.front();
  const std::size_t start = content_.rfind('\n', number.begin) + 1;
  line.line.range = number;
  line.line.indent = number.begin - static_cast<std::uint32_t>(start);
  line.segments = segments_of(content_, line.line);
  line.lone_number = true;
  return true;
}

// Takes a header that stands again at line `at`; false where it is that of another table.
bool FixedTableFinder::take_header(std::size_t at, FixedHeader& again,
                                   std::vector<GridPage>& pages) {
  const GridPage& page = pages.back();
  const auto known =
      std::count_if(page.columns.begin(), page.columns.end(), [](const HeaderColumn& column) {
        return column.role.data() != nullptr && !column.pieces.empty();
      });
  const bool idle = page.lines.empty() && pages.size() > kMostIdlePages;
  if (again.known != static_cast<std::size_t>(known) || idle) return false;
  add_number_column(again.end_line, again);
  if (again.columns.size() + 1 == page.columns.size() && page.columns.front().pieces.empty()) {
    HeaderColumn numbers = page.columns.front();  // no row of this page has a number
    numbers.x_end = std::min(numbers.x_end, again.columns.front().x);
    again.columns.insert(again.columns.begin(), std::move(numbers));
  }
  if (again.columns.size() != page.columns.size()) return false;
  set_aside(at, again.end_line);
  pages.push_back({std::move(again.columns), {}, {}, {}, {}, std::move(again.headings)});
  return true;
}

// A number alone on its line above line `at`: of a row, or of a page.
FixedTableFinder::Alone FixedTableFinder::number_above(std::size_t at, const GridPage& page,
                                                       GridLine& number) {
  const std::uint32_t before = at == 0 ? 0 : lines_[at - 1].range.end;
  if (page.columns.front().role != "number" || !number_line(before, lines_[at].range.begin, number))
    return Alone::kNone;
  const bool right = number.segments.front().x > page.columns[1].x;
  if (right && number.line.range.size() == 4) return Alone::kOfRow;  // a year
  const bool next =
      text_of(content_, number.line.range) == std::to_string(last_number(content_, page) + 1);
  return right || !next ? Alone::kOfPage : Alone::kOfRow;
}

// Whether the line itself has the names of columns, not only those below it.
bool FixedTableFinder::names_columns(const GridLine& line) const {
  constexpr std::ptrdiff_t kFewest = 2;
  return std::count_if(line.segments.begin(), line.segments.end(), [&](const Segment& segment) {
           return column_role(grammar_, text_of(content_, segment.range)).data() != nullptr;
         }) >= kFewest;
}

// Takes lines as long as rows follow; the index after the last line that belongs to a row.
std::size_t FixedTableFinder::collect(std::size_t from, std::vector<GridPage>& pages) {
  std::size_t end = from;
  std::size_t kept = 0;  // lines of the last page that belong to rows
  std::size_t loose = 0;
  bool across = false;     // one of these runs over the columns
  bool outside = false;    // one of these begins left of the text
  std::uint32_t left = 0;  // where the text begins
  for (std::size_t i = from; i < lines_.size() && loose < (outside ? kMostLoose : kMostInside);
       ++i) {
    GridLine line = grid_line(lines_[i]);
    FixedHeader again;
    if (same_header(line, i, pages.back(), again)) {
      if (across || !take_header(i, again, pages)) break;
      end = again.end_line;
      kept = 0;
      loose = 0;
      i = end - 1;
      continue;
    }
    // Another header below a title is that of the next table.
    if (across && names_columns(line) && read_fixed_header(content_, grammar_, lines_, i, again)) {
      break;
    }
    if (numbers_columns(content_, line.segments)) {
      set_aside(i, i + 1);
      if (i == end) end = i + 1;
      continue;
    }
    const GridPage& page = pages.back();
    GridLine number;
    const Alone alone = number_above(i, page, number);
    line.page_start = page.lines.empty() || alone == Alone::kOfPage;
    if (alone == Alone::kOfPage && !page.lines.empty() && loose == 0) {
      pages.push_back({page.columns, {}, {}, {}, {}, page.headings, false});
      kept = 0;
    }
    GridPage& own = pages.back();
    Kind kind = kind_of(line, own);
    if (kind == Kind::kEnd) break;
    // The last word of a paragraph ("… năm" / "2024.") is no number of a row.
    if (kind == Kind::kRow && across && !line.gap && line.segments.size() == 1) kind = Kind::kLoose;
    const bool inside = stands_inside(line, own, left);
    if (kind == Kind::kRow) left = left_of_text(line, own, left);
    if (alone == Alone::kOfRow) own.lines.push_back(std::move(number));
    const bool tail = loose == 0 && goes_on(line, own, end == i) &&
                      (kind == Kind::kLoose || (kind == Kind::kAcross && inside));
    own.lines.push_back(std::move(line));
    loose = kind == Kind::kRow || tail ? 0 : loose + 1;
    outside = loose > 0 && ((loose > 1 && outside) || !inside);
    across = loose > 0 && (across || kind == Kind::kAcross);
    if (loose > 0) continue;
    end = i + 1;
    kept = own.lines.size();
  }
  pages.back().lines.resize(std::min(kept, pages.back().lines.size()));
  return end;
}

// Whether a line goes on with the row above, which may have begun on the page before.
bool FixedTableFinder::goes_on(const GridLine& line, const GridPage& page, bool below_last) const {
  if (page.lines.empty() && below_last) return true;  // right below a header that stands again
  if (!line.page_start) return !line.gap && !page.lines.empty();
  const CodePoint first = decode(content_, line.line.range.begin);
  return is_letter(first.value) && is_lower(first.value);
}

void FixedTableFinder::set_aside(std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    furniture_.push_back({lines_[i].range, "repeated-header"});
  }
}

std::string_view FixedTableFinder::role_by_words(const HeaderColumn& column) const {
  std::string text;
  for (const Part& part : column.pieces) {
    if (!text.empty()) text += ' ';
    text += text_of(content_, part);
  }
  return column_role_by_words(grammar_, text);
}

// What the words of the lines say about where rows begin.
void FixedTableFinder::describe(const DraftTable& table, std::size_t text,
                                std::vector<GridPage>& pages) const {
  const GridLine* above = nullptr;
  for (GridPage& page : pages) {
    for (GridLine& line : page.lines) {
      RuleMatch match;
      const Rule* rule = nullptr;
      for (std::size_t c = 0; c <= text && rule == nullptr; ++c) {
        rule = first_match(grammar_, RuleSet::kAssignment, content_, line.cells[c].range, match);
      }
      line.total = rule != nullptr && rule->value(Field::kRole) == "total";
      line.anew = begins_anew(line, above, table, text);
      above = &line;
    }
  }
}

// A text with a number, or with a body or a time in each of two other columns, where nothing goes
// on from the line above.
bool FixedTableFinder::begins_anew(const GridLine& line, const GridLine* above,
                                   const DraftTable& table, std::size_t text) const {
  const std::string_view own = text_of(content_, line.cells[text].range);
  const std::size_t digits = own.find_first_not_of("0123456789");
  if (digits > 0 && digits < 4 && (own[digits] == '.' || own[digits] == ')')) return true;
  std::size_t fitting = 0;
  for (std::size_t c = 0; c < line.cells.size(); ++c) {
    const Range cell = line.cells[c].range;
    if (c == text || cell.empty()) continue;
    const CellEvidence evidence = cell_evidence(grammar_, content_, cell);
    if (evidence.small || evidence.bullet) return false;
    if ((evidence.agency || evidence.time) && fits_role(evidence, table.roles[c]) > 0) ++fitting;
    if (above == nullptr || above->cells[c].range.empty()) continue;
    const std::string_view before = text_of(content_, above->cells[c].range);
    const bool open = before.back() == ',' || before.back() == ';' || before.back() == '-';
    if (open || wanted_after(grammar_, before) != Wanted::kNothing) return false;
  }
  return fitting >= 2;
}

bool FixedTableFinder::read(std::size_t at, DraftTable& table) {
  FixedHeader header;
  if (!read_fixed_header(content_, grammar_, lines_, at, header)) return false;
  add_number_column(header.end_line, header);
  std::vector<GridPage> pages;
  pages.push_back({header.columns, {}, {}, {}, {}, header.headings});
  const std::size_t furniture = furniture_.size();
  const std::size_t end = collect(header.end_line, pages);
  const bool any = std::any_of(pages.begin(), pages.end(),
                               [](const GridPage& page) { return !page.lines.empty(); });
  if (!any) {
    furniture_.resize(furniture);
    return false;
  }
  std::size_t number = header.columns.size();
  std::size_t text = header.columns.size();
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    const std::string_view role = header.columns[c].role;
    if (role == "number") number = std::min(number, c);
    if (role == "content" || role == "indicator") text = std::min(text, c);
    table.header.push_back(header.columns[c].pieces);
    table.roles.push_back(role.data() != nullptr ? role : role_by_words(header.columns[c]));
  }
  if (text == header.columns.size()) text = number == 0 ? 1 : 0;
  cut_pages(content_, grammar_, pages);
  for (const GridPage& page : pages) {
    for (const GridLine& line : page.lines) {
      if (line.lone_number) numbers_.take(line.line.range);
    }
  }
  if (!read_uneven_rows(content_, grammar_, pages, table.roles, table.rows)) {
    describe(table, text, pages);
    table.rows = group_rows(content_, pages, number, text);
  }
  table.first_line = at;
  table.end_line = end;
  return true;
}

}  // namespace scp
