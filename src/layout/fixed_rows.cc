#include <algorithm>
#include <string>

#include "layout/fixed_tables.h"
#include "text/utf8.h"

namespace scp {
namespace {

std::string_view text_of(std::string_view content, Range range) {
  return content.substr(range.begin, range.size());
}

bool begins_small(std::string_view text) {
  const CodePoint c = text.empty() ? CodePoint{} : decode(text, 0);
  return is_letter(c.value) && is_lower(c.value);
}

bool ends_sentence(std::string_view text) {
  return !text.empty() && std::string_view(".;:!?").find(text.back()) != std::string_view::npos;
}

bool is_bullet(std::string_view text) {
  return text.size() > 2 && std::string_view("-+*").find(text[0]) != std::string_view::npos &&
         text[1] == ' ';
}

// Finds the gutter between each two columns: where the fewest lines have text between the end of
// one header cell and the beginning of the next. A blank inside a text counts half.
class GutterFinder {
 public:
  GutterFinder(std::string_view content, const GridPage& page) : content_(content), page_(page) {}

  std::vector<Gutter> run() {
    std::vector<Gutter> gutters;
    for (std::size_t c = 0; c + 1 < page_.columns.size(); ++c) {
      gutters.push_back(between(page_.columns[c].x_end, page_.columns[c + 1].x));
    }
    return gutters;
  }

 private:
  bool title(const GridLine& line) const {
    if (line.segments.size() > 2) return false;
    const Segment& last = line.segments.back();
    for (std::size_t c = 0; c + 1 < page_.columns.size(); ++c) {
      if (last.x < page_.columns[c].x_end && last.x_end > page_.columns[c + 1].x) return true;
    }
    return false;
  }

  Gutter between(std::uint32_t from, std::uint32_t to) const {
    if (to <= from) return {from, from + 1};
    std::vector<std::uint32_t> filled(to - from, 0);
    for (const GridLine& line : page_.lines) {
      if (title(line)) continue;
      for (const Segment& s : line.segments) fill(s, from, filled);
    }
    const std::uint32_t least = *std::min_element(filled.begin(), filled.end());
    Gutter best;
    for (std::uint32_t i = 0; i < filled.size();) {
      std::uint32_t end = i;
      while (end < filled.size() && filled[end] == least) ++end;
      if (end - i > best.end - best.begin) best = {from + i, from + end};
      i = std::max(end, i + 1);
    }
    return best;
  }

  void fill(const Segment& s, std::uint32_t from, std::vector<std::uint32_t>& filled) const {
    if (s.x_end <= from) return;
    std::uint32_t x = s.x;
    for (std::uint32_t i = s.range.begin; i < s.range.end && x < from + filled.size(); ++x) {
      if (x >= from) filled[x - from] += content_[i] == ' ' ? 1 : 2;
      i += decode(content_, i).length;
    }
  }

  std::string_view content_;
  const GridPage& page_;
};

// Puts text into the cell of its column; what stands in one cell and line is one range.
void put(GridLine& line, std::size_t column, const Segment& part) {
  Segment& cell = line.cells[column];
  if (cell.range.empty()) {
    cell = part;
    return;
  }
  cell.range.end = part.range.end;
  cell.x_end = part.x_end;
}

// Columns set apart by a single blank are cut at that blank.
bool cut_at_blank(std::string_view content, const Gutter& gutter, Segment& left, Segment& right) {
  if (gutter.end - gutter.begin > 1) return false;
  std::uint32_t x = left.x;
  for (std::uint32_t i = left.range.begin; i < left.range.end; ++x) {
    const std::uint32_t length = decode(content, i).length;
    if (content[i] == ' ' && x == gutter.begin) {
      right = {{i + length, left.range.end}, x + 1, left.x_end};
      left.range.end = i;
      left.x_end = x;
      return true;
    }
    i += length;
  }
  return false;
}

// How well the text of a page stands in the columns of the page above, moved by `shift`: text that
// begins where a column begins speaks for it, text in a gutter against it.
int fits(const GridPage& page, const GridPage& above, int shift) {
  int score = 0;
  for (const GridLine& line : page.lines) {
    for (const Segment& s : line.segments) {
      const int x = static_cast<int>(s.x) - shift;
      const int x_end = static_cast<int>(s.x_end) - shift;
      for (const std::uint32_t left : above.lefts) {
        if (x == static_cast<int>(left)) score += 2;
      }
      for (const Gutter& gutter : above.gutters) {
        if (x < static_cast<int>(gutter.end) && x_end > static_cast<int>(gutter.begin)) --score;
      }
    }
  }
  return score;
}

class RowGrouper {
 public:
  RowGrouper(std::string_view content, std::vector<GridPage>& pages, std::size_t number,
             std::size_t text)
      : content_(content), number_(number), text_(text) {
    for (GridPage& page : pages) {
      for (GridLine& line : page.lines) {
        lines_.push_back(&line);
        widths_.push_back(&page.widths);
      }
    }
  }

  std::vector<DraftRow> run() {
    mark_starts();
    std::vector<DraftRow> rows;
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = i + 1;
      while (end < lines_.size() && !starts_[end]) ++end;
      rows.push_back(row(i, end));
      i = end;
    }
    return rows;
  }

 private:
  std::string_view cell(std::size_t line, std::size_t column) const {
    if (column >= lines_[line]->cells.size()) return {};
    return text_of(content_, lines_[line]->cells[column].range);
  }
  bool numbered(std::size_t line) const { return !cell(line, number_).empty(); }

  void mark_starts() {
    starts_.assign(lines_.size(), false);
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (numbered(i)) numbers.push_back(i);
      const bool title = lines_[i]->spanning &&
                         !(i > 0 && lines_[i - 1]->spanning && !numbered(i) && !lines_[i]->gap);
      if (title || lines_[i]->total) starts_[i] = true;
    }
    if (!lines_.empty()) starts_[0] = true;
    const bool arabic = std::any_of(numbers.begin(), numbers.end(), [&](std::size_t line) {
      return cell(line, number_).find_first_of("0123456789") != std::string_view::npos;
    });
    for (const std::size_t line : numbers) {
      if (!arabic) starts_[line] = true;
    }
    if (!arabic) return unnumbered();
    const bool top = at_the_top(numbers);
    std::size_t expected = 0;  // where the row begins if the number above stands in its middle
    for (std::size_t n = 0; n < numbers.size(); ++n) {
      const std::size_t first = n == 0 ? 0 : numbers[n - 1] + 1;
      std::size_t begin = top ? numbers[n] : begin_of_row(first, numbers[n], expected);
      if (n > 0 && begin == numbers[n]) begin = begin_of_tall_cells(first, begin);
      starts_[begin] = true;
      expected = 2 * numbers[n] - begin + 1;
    }
    separate_unnumbered(numbers);
  }

  // Whether numbers stand in the first line of their rows rather than in the middle.
  bool at_the_top(const std::vector<std::size_t>& numbers) const {
    if (numbers.front() != 0 && !lines_[numbers.front() - 1]->spanning) return false;
    std::size_t small = 0;
    for (std::size_t i = 1; i < numbers.size(); ++i) {
      if (numbers[i] == numbers[i - 1] + 1) continue;  // nothing of its row can stand above it
      if (lines_[numbers[i]]->spanning) continue;      // a title
      const std::string_view text = cell(numbers[i], text_);
      if (text.empty() || begins_small(text)) ++small;
    }
    const std::string_view first = cell(numbers.front(), text_);
    const bool title = lines_[numbers.front()]->spanning;
    if (!title && (first.empty() || begins_small(first))) ++small;
    return small * 10 <= numbers.size();
  }

  // The line in [first, number] that begins the row whose number stands in the middle of it.
  std::size_t begin_of_row(std::size_t first, std::size_t number, std::size_t expected) const {
    if (first == 0) return 0;
    std::size_t best = number;
    int most = -1000;
    for (std::size_t i = first; i <= number; ++i) {
      if (lines_[i]->spanning || lines_[i]->total) {
        best = i + 1;
        most = -1000;
        continue;
      }
      int score = lines_[i]->gap ? (lines_[i]->page_start ? 2 : 6) : 0;
      if (i == expected || i == expected + 1) score += 3;
      const std::string_view text = cell(i, text_);
      if (begins_small(text)) score -= 8;
      if (text.empty()) score -= 3;
      if (ends_sentence(cell(i - 1, text_)) || cell(i - 1, text_).empty()) score += 3;
      if (!cell(i - 1, text_).empty() && had_room(i - 1, text, text_)) score += 2;
      for (std::size_t c = 0; c < lines_[i]->cells.size(); ++c) {
        if (c != text_ && begins_small(cell(i, c)) && !cell(i - 1, c).empty()) score -= 2;
      }
      if (score > most) {
        most = score;
        best = i;
      }
    }
    return std::min(best, number);
  }

  // Where cells stand in the middle of their rows, one with more lines than the text begins above
  // the number:
  //
  //     I    Phát triển sản phẩm
  //                                   Sở Nông nghiệp
  //     1    Khảo sát 08 điểm du      và Môi trường;
  //          lịch cộng đồng           Công an tỉnh
  //
  // The first line of the row; `number` itself where the lines above it end the row above.
  std::size_t begin_of_tall_cells(std::size_t first, std::size_t number) const {
    constexpr int kEnough = 3;
    std::size_t begin = number;
    while (begin > first && cell(begin - 1, text_).empty() && !lines_[begin - 1]->spanning &&
           !lines_[begin - 1]->total && !lines_[begin]->gap && !starts_[begin - 1])
      --begin;
    if (begin == number || begin == 0) return number;
    std::size_t best = number;
    int most = kEnough - 1;
    for (std::size_t i = begin; i < number; ++i) {
      const int score = above_number(i, number);
      if (score <= most) continue;
      most = score;
      best = i;
    }
    return best;
  }

  // What speaks for it that the lines from `begin` on belong to the row of `number`.
  int above_number(std::size_t begin, std::size_t number) const {
    constexpr int kNever = -1000;
    int score = 0;
    bool goes_on = false;  // a text into the line of the number
    for (std::size_t c = 0; c < lines_[number]->cells.size(); ++c) {
      const std::string_view last = cell(number - 1, c);
      const std::string_view next = cell(number, c);
      if (!last.empty()) {
        if (next.empty()) return kNever;  // a cell in the middle stands beside its number, too
        const bool open = last.back() == ',' || begins_small(next);
        goes_on = goes_on || open;
        score += open ? 2 : ends_sentence(last) ? -1 : 0;
      }
      const std::string_view top = cell(begin, c);
      if (top.empty()) continue;
      const std::string_view above = cell(begin - 1, c);
      if (above.empty()) {
        score += 3;
      } else if (begins_small(top) || above.back() == ',') {
        score -= 3;
      } else if (had_room(begin - 1, top, c)) {
        ++score;
      }
    }
    return goes_on ? score : kNever;
  }

  // In a table with empty lines between its rows, what begins after one without a number is a row
  // of merged cells, or one whose number was lost.
  void separate_unnumbered(const std::vector<std::size_t>& numbers) {
    std::size_t apart = 0;
    for (std::size_t n = 1; n < numbers.size(); ++n) {
      std::size_t begin = numbers[n];
      while (begin > 0 && !starts_[begin]) --begin;
      if (lines_[begin]->gap || lines_[begin]->page_start) ++apart;
    }
    if (numbers.size() < 2 || apart * 10 < (numbers.size() - 1) * 9) return;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (starts_[i] || !lines_[i]->gap || lines_[i]->page_start || numbered(i)) continue;
      std::size_t filled = 0;
      bool capital = true;
      for (std::size_t c = 0; c < lines_[i]->cells.size(); ++c) {
        if (cell(i, c).empty()) continue;
        ++filled;
        capital = capital && !begins_small(cell(i, c)) && !is_bullet(cell(i, c));
      }
      const bool own = cell(i, text_).empty() || (filled >= 2 && ends_sentence(last_text(i)));
      const bool heads_number = i + 1 < lines_.size() && !starts_[i + 1] && numbered(i + 1);
      if (capital && own && !heads_number) starts_[i] = true;
    }
  }

  std::string_view last_text(std::size_t line) const {
    constexpr std::size_t kFar = 64;
    for (std::size_t looked = 0; line > 0 && looked < kFar; ++looked) {
      --line;
      if (!cell(line, text_).empty()) return cell(line, text_);
    }
    return {};
  }

  // Rows without numbers begin after empty lines; without these, where the text begins anew beside
  // another cell that does.
  void unnumbered() {
    bool gaps = false;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      gaps = gaps || (lines_[i]->gap && !lines_[i]->page_start);
    }
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const std::string_view text = gaps ? text_of_block(i) : cell(i, text_);
      if (starts_[i] || text.empty() || begins_small(text) || is_bullet(text)) continue;
      if (gaps) {
        const bool whole = !lines_[i]->page_start || numbers_text(text) || nearly_full(i);
        if (lines_[i]->gap && (whole || ends_sentence(last_text(i)))) starts_[i] = true;
        continue;
      }
      bool beside = false;
      bool alone = true;  // the line above has nothing beside its text
      for (std::size_t c = 0; c < lines_[i]->cells.size(); ++c) {
        if (c == text_) continue;
        beside = beside || (!cell(i, c).empty() && !begins_small(cell(i, c)));
        alone = alone && cell(i - 1, c).empty();
      }
      const bool ended = ends_sentence(last_text(i)) || lines_[i - 1]->spanning;
      if (beside && (ended || alone || lines_[i]->anew)) starts_[i] = true;
    }
  }

  // The text of a line, or of the lines up to the next empty one: it may stand in the middle.
  std::string_view text_of_block(std::size_t line) const {
    std::string_view text = cell(line, text_);
    for (std::size_t i = line + 1; text.empty() && lines_[line]->gap && i < lines_.size(); ++i) {
      if (lines_[i]->gap) break;
      text = cell(i, text_);
    }
    return text;
  }

  // The first line of a row has text in nearly all columns but that of the numbers.
  bool nearly_full(std::size_t line) const {
    std::size_t filled = 0;
    for (std::size_t c = 0; c < lines_[line]->cells.size(); ++c) {
      filled += c != number_ && !cell(line, c).empty();
    }
    return filled + 2 >= lines_[line]->cells.size();
  }

  // "2. Rà soát …"
  static bool numbers_text(std::string_view text) {
    const std::string_view first = text.substr(0, text.find(' '));
    return first.size() < text.size() && first.back() == '.' && numbers_row(first);
  }

  DraftRow row(std::size_t from, std::size_t to) const {
    DraftRow made;
    made.after_gap = lines_[from]->gap;
    made.cells.resize(lines_[from]->cells.size());
    if (is_title(from, to)) {
      const std::size_t own = only_cell(from);
      for (std::size_t i = from; i < to; ++i)
        made.cells[own].emplace_back(lines_[i]->cells[only_cell(i)].range, ' ');
      return made;
    }
    for (std::size_t c = 0; c < made.cells.size(); ++c) {
      std::size_t last = from;
      for (std::size_t i = from; i < to; ++i) {
        if (cell(i, c).empty()) continue;
        const char joint = made.cells[c].empty() ? ' ' : joint_between(last, i, c);
        made.cells[c].emplace_back(lines_[i]->cells[c].range, joint);
        last = i;
      }
    }
    return made;
  }

  // The cell of a line that has no other; one after the last where there are several or none.
  std::size_t only_cell(std::size_t line) const {
    const std::size_t width = lines_[line]->cells.size();
    std::size_t only = width;
    for (std::size_t c = 0; c < width; ++c) {
      if (cell(line, c).empty()) continue;
      if (only != width) return width;
      only = c;
    }
    return only;
  }

  // A text across the columns, and lines that go on with it wherever they begin.
  bool is_title(std::size_t from, std::size_t to) const {
    if (!lines_[from]->spanning) return false;
    for (std::size_t i = from; i < to; ++i) {
      if (only_cell(i) == lines_[i]->cells.size()) return false;
    }
    return true;
  }

  char joint_between(std::size_t above, std::size_t below, std::size_t column) const {
    const std::string_view before = cell(above, column);
    const std::string_view after = cell(below, column);
    const char last = before.back();
    const bool inside_word = before.size() > 1 && before[before.size() - 2] != ' ';
    if ((last == '-' || last == '/') && inside_word) return '\0';  // 2021-|2030
    if (!ends_sentence(before) || begins_small(after) || lines_[below]->page_start) return ' ';
    const std::uint32_t width = (*widths_[above])[column];
    const std::uint32_t slack = is_bullet(after) ? 0 : (width - lines_[above]->cells[column].x) / 5;
    return had_room(above, after, column, slack) ? '\n' : ' ';
  }

  // A line that had room for the next word was ended by its author.
  bool had_room(std::size_t line, std::string_view after, std::size_t column,
                std::uint32_t slack = 0) const {
    const std::string_view word = after.substr(0, after.find(' '));
    const auto letters =
        static_cast<std::uint32_t>(std::count_if(word.begin(), word.end(), [](char c) {
          return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        }));
    return lines_[line]->cells[column].x_end + 1 + letters + slack <= (*widths_[line])[column];
  }

  std::string_view content_;
  std::size_t number_;
  std::size_t text_;
  std::vector<GridLine*> lines_;
  std::vector<const std::vector<std::uint32_t>*> widths_;
  std::vector<bool> starts_;
};

// A Roman numeral or a letter, beside which the title of a group stands.
bool numbers_group(std::string_view content, const Segment& segment) {
  const std::string_view text = text_of(content, segment.range);
  return numbers_row(text) && text.find_first_of("0123456789") == std::string_view::npos;
}

}  // namespace

void cut_page(std::string_view content, GridPage& page) {
  page.gutters = GutterFinder(content, page).run();
  const std::vector<Gutter>& gutters = page.gutters;
  const auto column_at = [&](std::uint32_t x) {
    std::size_t column = 0;
    while (column < gutters.size() && x >= gutters[column].begin) ++column;
    return column;
  };
  page.widths.assign(page.columns.size(), 0);
  page.lefts.assign(page.columns.size(), 0);
  for (GridLine& line : page.lines) {
    line.cells.assign(page.columns.size(), Segment{});
    const bool group = line.segments.size() == 2 && numbers_group(content, line.segments.front());
    for (Segment part : line.segments) {
      const Segment whole = part;
      std::vector<std::pair<std::size_t, Segment>> parts;  // with their columns
      bool all = true;
      for (std::size_t c = column_at(part.x); c < gutters.size() && part.x_end > gutters[c].end;
           ++c) {
        Segment right;
        const bool cut = cut_at_blank(content, gutters[c], part, right);
        if (!cut || (group && begins_small(text_of(content, right.range)))) {
          if (cut) part = {{part.range.begin, right.range.end}, part.x, right.x_end};
          all = false;
          continue;
        }
        parts.emplace_back(c, part);
        part = right;
      }
      parts.emplace_back(column_at(part.x), part);
      line.spanning = line.spanning || !all;
      // The blanks of a title stand where they happen to.
      if (!all && line.segments.size() <= 2) parts = {{column_at(whole.x), whole}};
      for (const auto& [column, text] : parts) put(line, column, text);
    }
    if (line.spanning) continue;
    for (std::size_t c = 0; c < line.cells.size(); ++c) {
      if (line.cells[c].range.empty()) continue;
      const bool first = page.widths[c] == 0;
      page.lefts[c] = first ? line.cells[c].x : std::min(page.lefts[c], line.cells[c].x);
      page.widths[c] = std::max(page.widths[c], line.cells[c].x_end);
    }
  }
}

void follow_page(GridPage& page, const GridPage& above) {
  constexpr int kFarthest = 12;
  constexpr int kDoubt = 4;  // so much better must another place be
  int most = 0;
  int best = 0;
  for (int step = 0; step <= 2 * kFarthest; ++step) {
    const int shift = step % 2 == 0 ? step / 2 : -(step + 1) / 2;
    const int score = fits(page, above, shift);
    if (step != 0 && score <= most) continue;
    most = step == 0 ? score + kDoubt : score;
    best = shift;
  }
  for (HeaderColumn& column : page.columns) {
    const auto moved = [&](std::uint32_t x) {
      return static_cast<std::uint32_t>(std::max(0, static_cast<int>(x) + best));
    };
    column.x = moved(column.x);
    column.x_end = moved(column.x_end);
  }
}

std::vector<DraftRow> group_rows(std::string_view content, std::vector<GridPage>& pages,
                                 std::size_t number, std::size_t text) {
  return RowGrouper(content, pages, number, text).run();
}

}  // namespace scp
