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

// A header that a page repeats, perhaps in other places.
bool FixedTableFinder::same_header(const GridLine& line, std::size_t at, const GridPage& page,
                                   FixedHeader& again) const {
  std::size_t known = 0;
  for (const Segment& segment : line.segments) {
    const std::string_view text = text_of(content_, segment.range);
    for (const HeaderColumn& column : page.columns) {
      for (const Part& piece : column.pieces) {
        if (text_of(content_, piece) == text) {
          ++known;
          break;
        }
      }
    }
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

// A page that begins at line `at` without a header of its own.
GridPage FixedTableFinder::page_below(const GridPage& above, std::size_t at) const {
  constexpr std::size_t kLooked = 20;  // lines
  GridPage page{above.columns, {}, {}, {}, {}};
  for (std::size_t i = at; i < lines_.size() && i < at + kLooked; ++i) {
    page.lines.push_back(grid_line(lines_[i]));
  }
  follow_page(page, above);
  page.lines.clear();
  return page;
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
  bool across = false;  // one of these runs over the columns
  for (std::size_t i = from; i < lines_.size() && loose < kMostLoose; ++i) {
    GridPage& page = pages.back();
    GridLine line = grid_line(lines_[i]);
    FixedHeader again;
    if (same_header(line, i, page, again)) {
      const bool same =
          again.known == static_cast<std::size_t>(std::count_if(
                             page.columns.begin(), page.columns.end(), [](const HeaderColumn& c) {
                               return c.role.data() != nullptr && !c.pieces.empty();
                             }));
      const bool idle = page.lines.empty() && pages.size() > kMostIdlePages;
      if (!same || across || idle) break;
      add_number_column(again.end_line, again);
      if (again.columns.size() + 1 == page.columns.size() && page.columns.front().pieces.empty()) {
        HeaderColumn numbers = page.columns.front();  // no row of this page has a number
        numbers.x_end = std::min(numbers.x_end, again.columns.front().x);
        again.columns.insert(again.columns.begin(), std::move(numbers));
      }
      if (again.columns.size() != page.columns.size()) break;
      set_aside(i, again.end_line);
      end = again.end_line;
      pages.push_back({std::move(again.columns), {}, {}, {}, {}});
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
    GridLine number;
    const std::uint32_t before = i == 0 ? 0 : lines_[i - 1].range.end;
    const bool lone =
        page.columns.front().role == "number" && number_line(before, line.line.range.begin, number);
    const bool year =
        lone && number.line.range.size() == 4 && number.segments.front().x > page.columns[1].x;
    const bool page_number =
        lone && !year &&
        (number.segments.front().x > page.columns[1].x ||
         text_of(content_, number.line.range) != std::to_string(last_number(content_, page) + 1));
    line.page_start = page.lines.empty() || page_number;
    if (page_number && !page.lines.empty() && loose == 0) {  // columns may move with the page
      cut_page(content_, page);
      pages.push_back(page_below(page, i));
      kept = 0;
    }
    GridPage& own = pages.back();
    Kind kind = kind_of(line, own);
    if (kind == Kind::kEnd) break;
    // The last word of a paragraph ("… năm" / "2024.") is no number of a row.
    if (kind == Kind::kRow && across && !line.gap && line.segments.size() == 1) kind = Kind::kLoose;
    if (lone && !page_number) own.lines.push_back(std::move(number));
    const CodePoint first = decode(content_, line.line.range.begin);
    const bool goes_on = line.page_start ? is_letter(first.value) && is_lower(first.value)
                                         : !line.gap && !own.lines.empty();
    const bool tail = kind == Kind::kLoose && loose == 0 && goes_on;
    own.lines.push_back(std::move(line));
    loose = kind == Kind::kRow || tail ? 0 : loose + 1;
    across = loose > 0 && (across || kind == Kind::kAcross);
    if (loose > 0) continue;
    end = i + 1;
    kept = own.lines.size();
  }
  pages.back().lines.resize(std::min(kept, pages.back().lines.size()));
  return end;
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
  pages.push_back({header.columns, {}, {}, {}, {}});
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
  for (GridPage& page : pages) cut_page(content_, page);
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
