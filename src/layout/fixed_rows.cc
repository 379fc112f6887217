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
    std::vector<bool> titles(lines_.size(), false);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (numbered(i)) numbers.push_back(i);
      const bool below = i > 0 && lines_[i - 1]->spanning && !lines_[i]->gap;
      titles[i] = lines_[i]->spanning && !begins_small(cell(i, text_)) && !below;
      if (lines_[i]->total) starts_[i] = true;
    }
    if (!lines_.empty()) starts_[0] = true;
    const bool arabic = std::any_of(numbers.begin(), numbers.end(), [&](std::size_t line) {
      return cell(line, number_).find_first_of("0123456789") != std::string_view::npos;
    });
    for (const std::size_t line : numbers) {
      if (!arabic) starts_[line] = true;
    }
    const bool top = !arabic || at_the_top(numbers);
    for (std::size_t i = 0; top && i < lines_.size(); ++i) {
      if (titles[i]) starts_[i] = true;
    }
    if (!arabic) return unnumbered();
    if (top) {
      for (std::size_t n = 0; n < numbers.size(); ++n) {
        const std::size_t first = n == 0 ? 0 : numbers[n - 1] + 1;
        starts_[n == 0 ? numbers[n] : begin_of_tall_cells(first, numbers[n])] = true;
      }
    } else {
      begin_around(numbers);
    }
    separate_unnumbered(numbers);
    if (top) separate_items();
  }

  // "2 Truyền thông" with nothing beside it, and below it items that each say who does what: rows.
  void separate_items() {
    for (std::size_t from = 0; from < lines_.size();) {
      std::size_t end = from + 1;
      while (end < lines_.size() && !starts_[end]) ++end;
      if (numbered(from)) separate_items(from, end);
      from = end;
    }
  }

  void separate_items(std::size_t from, std::size_t end) {
    std::vector<std::size_t> items;
    for (std::size_t i = from; i < end; ++i) {
      const bool item = i > from && is_bullet(cell(i, text_));
      if (item && !lines_[i]->anew) return;
      if (item) items.push_back(i);
      for (std::size_t c = 0; items.empty() && c < lines_[i]->cells.size(); ++c) {
        if (c != number_ && c != text_ && !cell(i, c).empty()) return;
      }
    }
    if (items.size() < 2) return;
    for (const std::size_t item : items) starts_[item] = true;
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

  // Rows whose numbers stand in the middle of them begin where it costs least between two numbers.
  // Titles over the columns are rows of their own.
  void begin_around(const std::vector<std::size_t>& numbers) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = end_of_title(i);
      const bool title = end > i;
      if (!title) {
        for (++end; end < lines_.size() && !lines_[end]->total && end_of_title(end) == end;) ++end;
      }
      starts_[i] = true;
      std::vector<std::size_t> own;
      for (; n < numbers.size() && numbers[n] < end; ++n) own.push_back(numbers[n]);
      if (!title) part_rows(i, end, own);
      i = end;
    }
  }

  // The line after the title without a number that begins with line `from`; `from` when there is
  // none.
  std::size_t end_of_title(std::size_t from) const {
    if (!lines_[from]->spanning || begins_small(cell(from, text_))) return from;
    if (from > 0 && numbered(from - 1) && only_cell(from - 1) == number_) return from;
    constexpr std::size_t kLongest = 16;  // lines
    std::size_t end = from;
    for (; end < lines_.size() && (end == from || !lines_[end]->gap); ++end) {
      if (numbered(end) || end == from + kLongest) return from;
      if (lines_[end]->spanning) continue;
      if (only_cell(end) != text_ || !begins_small(cell(end, text_))) break;
    }
    return end < lines_.size() && numbered(end) && only_cell(end) == number_ ? from : end;
  }

  // The lines [from, to) hold a row for each of `numbers`.
  void part_rows(std::size_t from, std::size_t to, const std::vector<std::size_t>& numbers) {
    constexpr std::size_t kMost = 48;  // lines looked at above a number
    struct Step {
      std::size_t begin;
      int cost;
      std::size_t before;  // index among those of the number above
    };
    std::vector<std::vector<Step>> steps(numbers.size());
    for (std::size_t n = 0; n < numbers.size(); ++n) {
      if (n == 0) {
        steps[n].push_back({from, 0, 0});
        continue;
      }
      const std::size_t first =
          std::max(numbers[n - 1] + 1, numbers[n] - std::min(numbers[n], kMost));
      for (std::size_t begin = first; begin <= numbers[n]; ++begin) {
        Step best{begin, 1 << 28, 0};
        for (std::size_t b = 0; b < steps[n - 1].size(); ++b) {
          const Step& before = steps[n - 1][b];
          const int cost = before.cost + off_middle(before.begin, begin, numbers[n - 1]);
          if (cost < best.cost) best = {begin, cost, b};
        }
        best.cost += beginning(begin, numbers[n]);
        steps[n].push_back(best);
      }
    }
    if (numbers.empty()) return;
    std::size_t at = 0;
    int least = 1 << 28;
    for (std::size_t b = 0; b < steps.back().size(); ++b) {
      const int cost = steps.back()[b].cost + off_middle(steps.back()[b].begin, to, numbers.back());
      if (cost < least) {
        least = cost;
        at = b;
      }
    }
    for (std::size_t n = numbers.size(); n-- > 0;) {
      starts_[steps[n][at].begin] = true;
      at = steps[n][at].before;
    }
  }

  // How far the cells of the row [from, to) stand from having their middle beside the number.
  int off_middle(std::size_t from, std::size_t to, std::size_t number) const {
    constexpr std::size_t kMost = 64;
    std::size_t begin = from;
    std::size_t end = std::min(to, number + kMost);
    bool broken = false;
    for (std::size_t i = from + 1; i < end; ++i) {
      if (!lines_[i]->page_start) continue;
      broken = true;
      (i <= number ? begin : end) = i;
    }
    int cost = 0;
    for (std::size_t c = 0; c < lines_[number]->cells.size(); ++c) {
      if (c == number_) continue;
      std::size_t first = begin;
      while (first < end && cell(first, c).empty()) ++first;
      if (first == end) {
        if (c == text_ && !broken) cost += 24;
        continue;
      }
      std::size_t last = end - 1;
      while (cell(last, c).empty()) --last;
      const int off = std::abs(static_cast<int>(first + last) - 2 * static_cast<int>(number));
      cost += std::min(off > 1 ? 2 * off : off, 12) / (broken ? 2 : 1);
    }
    return cost;
  }

  // What speaks against a row that begins with the line `begin`.
  int beginning(std::size_t begin, std::size_t number) const {
    constexpr std::size_t kFar = 24;
    int cost = lines_[begin]->gap ? (lines_[begin]->page_start ? -2 : -16) : 0;
    for (std::size_t c = 0; c < lines_[number]->cells.size(); ++c) {
      if (c == number_) continue;
      std::size_t first = begin;
      while (first < lines_.size() && first < begin + kFar && cell(first, c).empty()) ++first;
      std::size_t last = begin;
      while (last > 0 && last + kFar > begin && cell(last - 1, c).empty()) --last;
      if (first == lines_.size() || first == begin + kFar || last == 0 || last + kFar == begin)
        continue;
      const std::string_view next = cell(first, c);
      const std::string_view before = cell(--last, c);
      const bool small = begins_small(next);
      if (small) cost += c == text_ ? 16 : 8;
      if (before.back() == ',' || before.back() == '-') cost += 8;
      if (c == text_) cost -= !ends_sentence(before) ? 0 : before.back() == ';' ? 2 : 4;
      if (!small && had_room(last, next, c)) cost -= 2;
    }
    return cost;
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
      const bool own = cell(i, text_).empty() || (filled >= 2 && ends_sentence(last_text(i))) ||
                       (filled >= 3 && lines_[i]->anew);
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
      const std::size_t only = only_cell(i);
      if (only == lines_[i]->cells.size() || (only == number_ && numbered(i))) return false;
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

}  // namespace

std::vector<DraftRow> group_rows(std::string_view content, std::vector<GridPage>& pages,
                                 std::size_t number, std::size_t text) {
  return RowGrouper(content, pages, number, text).run();
}

}  // namespace scp
