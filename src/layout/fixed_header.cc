#include "layout/fixed_header.h"

#include <algorithm>
#include <string>

#include "layout/cells.h"
#include "layout/lone_numbers.h"
#include "layout/tables.h"
#include "text/utf8.h"

namespace scp {
namespace {

constexpr std::size_t kMostHeaderLines = 9;
constexpr std::size_t kGutter = 2;  // blanks

struct Cell {
  std::vector<Segment> segments;  // line by line
  std::uint32_t x = 0;
  std::uint32_t x_end = 0;
};

std::string_view text_of(std::string_view content, Range range) {
  return content.substr(range.begin, range.size());
}

std::string joined(std::string_view content, const Cell& cell) {
  std::string text;
  for (const Segment& segment : cell.segments) {
    if (!text.empty()) text += ' ';
    text += text_of(content, segment.range);
  }
  return text;
}

// Two cells on different lines may stand a character over one another.
bool stand_apart(const Cell& cell, const Segment& segment) {
  constexpr std::uint32_t kShort = 6;
  const std::uint32_t from = std::max(cell.x, segment.x);
  const std::uint32_t to = std::min(cell.x_end, segment.x_end);
  if (to <= from) return true;
  const std::uint32_t shorter = std::min(cell.x_end - cell.x, segment.x_end - segment.x);
  return to - from == 1 && shorter >= kShort;
}

// What stands above one another is one cell.
std::vector<Cell> cells_of(const std::vector<std::vector<Segment>>& rows, std::size_t from) {
  std::vector<Cell> cells;
  for (std::size_t row = from; row < rows.size(); ++row) {
    for (const Segment& segment : rows[row]) {
      Cell made{{}, segment.x, segment.x_end};
      std::vector<Cell> apart;
      for (Cell& cell : cells) {
        if (stand_apart(cell, segment)) {
          apart.push_back(std::move(cell));
          continue;
        }
        made.x = std::min(made.x, cell.x);
        made.x_end = std::max(made.x_end, cell.x_end);
        made.segments.insert(made.segments.end(), cell.segments.begin(), cell.segments.end());
      }
      made.segments.push_back(segment);
      apart.push_back(std::move(made));
      cells = std::move(apart);
    }
  }
  for (Cell& cell : cells) {
    std::sort(cell.segments.begin(), cell.segments.end(),
              [](const Segment& a, const Segment& b) { return a.range.begin < b.range.begin; });
  }
  std::sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.x < b.x; });
  return cells;
}

class HeaderReader {
 public:
  HeaderReader(std::string_view content, const Grammar& grammar)
      : content_(content), grammar_(grammar) {}

  void columns(const std::vector<std::vector<Segment>>& rows, FixedHeader& header) const {
    std::vector<Cell> cells = cells_of(rows, 0);
    part_run_together(rows, cells);
    take_headings(cells, header);
    for (const Cell& cell : cells) add(cell, rows, header);
    name_first_year(header);
    if (header.columns.front().role != "number" || header.known == header.columns.size()) return;
    for (HeaderColumn& column : header.columns) {
      if (column.role.data() != nullptr) continue;
      column.role = misread(column);
      if (column.role.data() != nullptr) ++header.known;
    }
  }

 private:
  std::string_view misread(const HeaderColumn& column) const {
    std::string text;
    for (const Part& piece : column.pieces) {
      if (!text.empty()) text += ' ';
      text += text_of(content_, piece);
    }
    return column_role_misread(grammar_, text);
  }

  void add(const Cell& cell, const std::vector<std::vector<Segment>>& rows,
           FixedHeader& header) const {
    std::string_view role = column_role(grammar_, joined(content_, cell));
    const bool only = role.data() != nullptr;
    if (!only && split(cell, rows, header)) return;
    HeaderColumn column{cell.x, cell.x_end, {}, role};
    for (const Segment& segment : cell.segments) column.pieces.emplace_back(segment.range);
    if (only) ++header.known;
    header.columns.push_back(std::move(column));
  }

  bool has_role(const Cell& cell) const {
    return column_role(grammar_, joined(content_, cell)).data() != nullptr;
  }

  // Cells with a single blank between them in some lines: "Đơn vị chủ Đơn vị phối" over "trì" and
  // "hợp".
  void part_run_together(const std::vector<std::vector<Segment>>& rows,
                         std::vector<Cell>& cells) const {
    std::vector<bool> known;
    for (const Cell& cell : cells) known.push_back(has_role(cell));
    if (std::find(known.begin(), known.end(), true) == known.end()) return;
    FixedHeader parts;
    for (std::size_t c = 0; c < cells.size(); ++c)
      known[c] = known[c] || split(cells[c], rows, parts);
    std::vector<Cell> made;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      Cell rest = std::move(cells[c]);
      Cell left;
      Cell right;
      while (!known[c] && made.size() < kMostColumns && part(rest, left, right)) {
        made.push_back(std::move(left));
        rest = std::move(right);
        left = right = {};
        if (has_role(rest)) break;
      }
      made.push_back(std::move(rest));
    }
    cells = std::move(made);
  }

  // Cuts `cell` at a blank of its longest line into one with a role and the rest.
  bool part(const Cell& cell, Cell& left, Cell& right) const {
    if (cell.segments.empty()) return false;
    const Segment& longest = *std::max_element(
        cell.segments.begin(), cell.segments.end(),
        [](const Segment& a, const Segment& b) { return a.x_end - a.x < b.x_end - b.x; });
    std::uint32_t x = longest.x;
    for (std::uint32_t i = longest.range.begin; i < longest.range.end; ++x) {
      const bool begins =
          content_[i] == ' ' && content_[i - 1] != ',' && is_upper(decode(content_, i + 1).value);
      if (begins && cut_at(cell, x, left, right) && has_role(left) &&
          (has_role(right) || right.x_end - right.x > left.x_end - left.x))
        return true;
      i += decode(content_, i).length;
    }
    return false;
  }

  // What stands left and right of place `x`; false where a word stands there.
  bool cut_at(const Cell& cell, std::uint32_t at, Cell& left, Cell& right) const {
    left = right = {};
    for (const Segment& s : cell.segments) {
      if (s.x_end <= at) {
        add_to(left, s);
      } else if (s.x > at) {
        add_to(right, s);
      } else if (!cut_segment(s, at, left, right)) {
        return false;
      }
    }
    return !left.segments.empty() && !right.segments.empty();
  }

  bool cut_segment(const Segment& s, std::uint32_t at, Cell& left, Cell& right) const {
    std::uint32_t x = s.x;
    for (std::uint32_t i = s.range.begin; i < s.range.end && x <= at; ++x) {
      const std::uint32_t length = decode(content_, i).length;
      if (x == at && content_[i] == ' ') {
        add_to(left, {{s.range.begin, i}, s.x, x});
        add_to(right, {{i + length, s.range.end}, x + 1, s.x_end});
        return true;
      }
      i += length;
    }
    return false;
  }

  static void add_to(Cell& cell, const Segment& s) {
    cell.x = cell.segments.empty() ? s.x : std::min(cell.x, s.x);
    cell.x_end = std::max(cell.x_end, s.x_end);
    cell.segments.push_back(s);
  }

  bool of_bodies(const Cell& cell) const {
    const std::string_view role = column_role(grammar_, joined(content_, cell));
    return role == "lead" || role == "coordinating";
  }

  // "Phân công" above two columns that begin below it, over neither of which it stands.
  void take_headings(std::vector<Cell>& cells, FixedHeader& header) const {
    for (std::size_t c = 1; c + 1 < cells.size(); ++c) {
      const std::uint32_t end = cells[c].segments.back().range.end;
      const Cell& next = cells[c + 1];
      Cell& before = cells[c - 1];
      if (before.segments.front().range.begin < end || next.segments.front().range.begin < end)
        continue;
      const bool years =
          is_year_or_number(joined(content_, before)) && is_year_or_number(joined(content_, next));
      if (!years && (!of_bodies(before) || !of_bodies(next))) continue;
      for (const Segment& s : cells[c].segments) header.headings.emplace_back(s.range);
      cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(c));
    }
  }

  // A cell over several others: "Cơ quan thực hiện" over "Chủ trì" and "Phối hợp"; or over one
  // of them only, where the blanks put it.
  bool split(const Cell& cell, const std::vector<std::vector<Segment>>& rows,
             FixedHeader& header) const {
    for (std::size_t from = 1; from < rows.size(); ++from) {
      std::vector<std::vector<Segment>> below(rows.begin() + static_cast<std::ptrdiff_t>(from),
                                              rows.end());
      for (auto& row : below) {
        std::erase_if(row,
                      [&](const Segment& s) { return s.x_end <= cell.x || s.x >= cell.x_end; });
      }
      const std::vector<Cell> parts = cells_of(below, 0);
      if (parts.empty()) continue;
      std::vector<HeaderColumn> columns;
      for (const Cell& part : parts) {
        const std::string text = joined(content_, part);
        HeaderColumn column{part.x, part.x_end, {}, column_role(grammar_, text)};
        const bool year = parts.size() > 1 && is_year_or_number(text);
        if (column.role.data() == nullptr && !year) break;
        for (const Segment& segment : part.segments) column.pieces.emplace_back(segment.range);
        columns.push_back(std::move(column));
      }
      if (columns.size() < parts.size()) continue;
      std::vector<Part> above;
      for (const Segment& segment : cell.segments) {
        if (segment.range.begin < parts_begin(parts)) above.emplace_back(segment.range);
      }
      if (above.empty()) continue;
      std::vector<Part>& first = columns.front().pieces;
      first.insert(first.begin(), above.begin(), above.end());
      for (HeaderColumn& column : columns) {
        if (column.role.data() != nullptr) ++header.known;
        header.columns.push_back(std::move(column));
      }
      return true;
    }
    return false;
  }

  // "Kế hoạch" in the middle above the years 2026 to 2030 belongs to the first of them.
  void name_first_year(FixedHeader& header) const {
    std::vector<HeaderColumn>& columns = header.columns;
    for (std::size_t c = 1; c < columns.size(); ++c) {
      std::vector<Part>& own = columns[c].pieces;
      if (own.size() < 2 || !is_year_or_number(text_of(content_, own.back()))) continue;
      std::size_t first = c;
      while (first > 0 && columns[first - 1].pieces.size() == 1 &&
             columns[first - 1].pieces.front().begin > own[own.size() - 2].end &&
             is_year_or_number(text_of(content_, columns[first - 1].pieces.front())))
        --first;
      if (first == c) continue;
      std::vector<Part>& moved = columns[first].pieces;
      moved.insert(moved.begin(), own.begin(), own.end() - 1);
      own.erase(own.begin(), own.end() - 1);
    }
  }

 public:
  static bool is_year_or_number(std::string_view text) {
    const std::size_t digit = text.find_first_of("0123456789");
    return digit != std::string_view::npos && text.size() - digit == 4;
  }

 private:
  static std::uint32_t parts_begin(const std::vector<Cell>& parts) {
    std::uint32_t begin = parts.front().segments.front().range.begin;
    for (const Cell& part : parts) begin = std::min(begin, part.segments.front().range.begin);
    return begin;
  }

  std::string_view content_;
  const Grammar& grammar_;
};

bool plain(const Line& line) {
  return !line.rule && (!line.tabbed() || line.side_by_side);
}

// A line of prose that was spread to the margin: its words stand apart one by one, all alike.
bool spread(std::string_view content, const std::vector<Segment>& segments) {
  constexpr std::size_t kFewest = 6;
  constexpr std::uint32_t kWidestGap = 3;
  if (segments.size() < kFewest) return false;
  std::size_t words = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const bool near = i == 0 || segments[i].x - segments[i - 1].x_end <= kWidestGap;
    if (!near) return false;
    if (text_of(content, segments[i].range).find(' ') == std::string_view::npos) ++words;
  }
  return words * 5 >= segments.size() * 4;
}

}  // namespace

std::vector<Segment> segments_of(std::string_view content, const Line& line) {
  std::vector<Segment> segments;
  std::uint32_t x = line.indent;
  std::uint32_t blanks = 2;
  for (std::uint32_t i = line.range.begin; i < line.range.end;) {
    const std::uint32_t length = decode(content, i).length;
    if (content[i] == ' ') {
      ++blanks;
    } else {
      const bool begins = blanks >= kGutter && segments.size() < kMostColumns;
      if (begins) segments.push_back({{i, i}, x, x});
      segments.back().range.end = i + length;
      segments.back().x_end = x + 1;
      blanks = 0;
    }
    ++x;
    i += length;
  }
  return segments;
}

bool numbers_columns(std::string_view content, const std::vector<Segment>& segments) {
  ColumnNumbers numbers;
  return std::all_of(segments.begin(), segments.end(),
                     [&](const Segment& segment) {
                       return numbers.take(text_of(content, segment.range));
                     }) &&
         numbers.enough();
}

bool may_begin_header(std::string_view content, const std::vector<Line>& lines, std::size_t at) {
  constexpr std::uint32_t kFarIn = 8;  // blanks before a cell that stands above the others
  const auto gutter = [&](std::size_t line) {
    return line < lines.size() && plain(lines[line]) &&
           find_blanks(text_of(content, lines[line].range), kGutter) != std::string_view::npos;
  };
  if (!plain(lines[at])) return false;
  if (gutter(at)) return true;
  if (lines[at].indent < kFarIn) return false;
  return gutter(at + 1) || gutter(at + 2) || gutter(at + 3);
}

namespace {

// Columns under all that stands in the lines from `at` on; gives how many of these lines hold one
// text alone before the first that holds several, kNoLine where no header stands there.
std::size_t read_columns(std::string_view content, const Grammar& grammar,
                         const std::vector<Line>& lines, std::size_t at, FixedHeader& header) {
  if (!may_begin_header(content, lines, at)) return kNoLine;
  constexpr std::uint32_t kLongestCell = 60;  // characters
  const HeaderReader reader(content, grammar);
  std::vector<std::vector<Segment>> rows;
  header = {};
  for (std::size_t i = at; i < lines.size() && i < at + kMostHeaderLines; ++i) {
    if (!plain(lines[i])) break;
    std::vector<Segment> segments = segments_of(content, lines[i]);
    const bool long_one = std::any_of(segments.begin(), segments.end(), [](const Segment& s) {
      return s.x_end - s.x > kLongestCell;
    });
    if (long_one || numbers_columns(content, segments) || spread(content, segments)) break;
    const bool again = !rows.empty() && text_of(content, segments.front().range) ==
                                            text_of(content, rows.front().front().range);
    if (again) break;
    const bool years = segments.size() > 1 && !rows.empty() && !lines[i].gap_before &&
                       std::all_of(segments.begin(), segments.end(), [&](const Segment& s) {
                         return HeaderReader::is_year_or_number(text_of(content, s.range));
                       });
    rows.push_back(std::move(segments));
    FixedHeader made;
    made.end_line = i + 1;
    reader.columns(rows, made);
    const bool more = made.known > header.known;
    const bool same = made.known == header.known && !lines[i].gap_before &&
                      made.columns.size() <= header.columns.size();
    if (made.known + 2 <= header.known) break;  // what follows are rows
    if (more || (same && i > at) || (years && made.known + 1 >= header.known))
      header = std::move(made);
  }
  constexpr std::uint32_t kWidest = 1000;  // characters
  if (header.columns.size() > kMostColumns || header.columns.empty()) return kNoLine;
  if (header.columns.back().x_end > kWidest) return kNoLine;
  const bool enough = header.known >= 3 || (header.known >= 2 && header.columns.size() >= 3);
  if (!enough) return kNoLine;
  const auto several = [](const std::vector<Segment>& row) { return row.size() > 1; };
  return static_cast<std::size_t>(std::find_if(rows.begin(), rows.end(), several) - rows.begin());
}

}  // namespace

bool read_fixed_header(std::string_view content, const Grammar& grammar,
                       const std::vector<Line>& lines, std::size_t at, FixedHeader& header) {
  const std::size_t alone = read_columns(content, grammar, lines, at, header);
  if (alone == kNoLine) return false;
  // A line alone above the header belongs to it only where it completes a cell; one that an empty
  // line sets apart, or capitals set off, only where the header is none without it.
  bool apart = false;
  const std::size_t first = std::min(at + alone, lines.size() - 1);
  const bool set_off = lines[at].capitals && !lines[first].capitals;
  if (alone > 0 && lines[at].kind_line) return false;
  for (std::size_t i = at + 1; i <= at + alone && i < lines.size(); ++i) {
    apart = apart || lines[i].gap_before;
    FixedHeader without;
    if (read_columns(content, grammar, lines, i, without) == kNoLine) continue;
    if (without.known > header.known) return false;
    const bool same = without.known == header.known;
    if (same && (apart || set_off || without.columns.size() != header.columns.size())) return false;
  }
  return true;
}

}  // namespace scp
