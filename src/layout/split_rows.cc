#include "layout/split_rows.h"

#include <algorithm>
#include <utility>

#include "layout/cells.h"
#include "layout/lone_numbers.h"
#include "layout/tables.h"
#include "text/utf8.h"

namespace scp {
namespace {

//     STT→Nhiệm vụ→Cơ quan chủ trì→Thời gian
//     1→Tổ chức Tuần lễ học tập
//     - Lễ phát động
//     - Hội thảo→Sở Giáo dục và Đào tạo→Tháng 10/2026
class SplitRowJoiner {
 public:
  SplitRowJoiner(std::string_view content, const Grammar& grammar, std::vector<Line>& lines)
      : content_(content), grammar_(grammar), lines_(lines) {}

  void run() {
    std::vector<Line> kept;
    bool joined = false;
    std::size_t width = 0;  // of the header above; 0 for none
    for (std::size_t i = 0; i < lines_.size();) {
      const Line& line = lines_[i];
      if (is_row(line) && heads_numbered(line)) width = line.cells.size();
      if (!is_row(line) && line.gap_before) width = 0;
      const std::size_t end = width == 0 ? i : end_of_row(i, width);
      if (end > i && !joined) {
        kept.assign(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(i));
        joined = true;
      }
      if (end > i) {
        kept.push_back(join(i, end));
        i = end;
        continue;
      }
      if (joined) kept.push_back(line);
      ++i;
    }
    if (joined) lines_ = std::move(kept);
  }

 private:
  static bool is_row(const Line& line) {
    return line.tabbed() && !line.rule && !line.piped && !line.side_by_side && !line.page_header;
  }
  std::string_view text_of(Range range) const { return content_.substr(range.begin, range.size()); }

  bool heads_numbered(const Line& line) const {
    constexpr std::size_t kFewest = 3;  // cells
    if (line.cells.size() < kFewest || column_role(grammar_, text_of(line.cells[0])) != "number")
      return false;
    return std::count_if(line.cells.begin() + 1, line.cells.end(), [&](const Range& cell) {
             return column_role(grammar_, text_of(cell)).data() != nullptr;
           }) >= 2;
  }

  bool begins_row(const Line& line) const {
    return line.cells.front().empty() || numbers_row(text_of(line.cells.front()));
  }

  // A row that has lost its number, below the title of its group.
  bool is_other_row(const Line& line, std::size_t width) const {
    const CodePoint c = decode(content_, line.range.begin);
    return line.cells.size() + 1 == width && is_letter(c.value) && is_upper(c.value);
  }

  // The line after the last one of the row that begins here; `first` where it is no such row.
  std::size_t end_of_row(std::size_t first, std::size_t width) const {
    constexpr std::size_t kMostLines = 24;
    const Line& line = lines_[first];
    if (!is_row(line) || line.cells.size() >= width || line.cells.front().empty() ||
        !begins_row(line) || !is_digit(decode(content_, line.range.begin).value))
      return first;
    std::size_t cells = line.cells.size();
    for (std::size_t i = first + 1; i < lines_.size() && i < first + kMostLines; ++i) {
      const Line& next = lines_[i];
      const bool row = is_row(next);
      const bool apart =  // something was set aside between the lines
          content_.find_first_not_of(" \n", lines_[i - 1].range.end) != next.range.begin;
      if (next.gap_before || next.rule || next.piped || next.kind_line || apart ||
          (next.tabbed() && !row) || (row && begins_row(next)))
        return first;
      cells += next.cells.size() - 1;
      if (cells == width) return i == first + 1 && is_other_row(next, width) ? first : i + 1;
      if (cells > width) return first;
    }
    return first;
  }

  Line join(std::size_t first, std::size_t end) const {
    Line row = lines_[first];
    for (std::size_t i = first + 1; i < end; ++i) {
      const std::vector<Range>& more = lines_[i].cells;
      row.cells.back().end = std::max(row.cells.back().end, more.front().end);
      row.cells.insert(row.cells.end(), more.begin() + 1, more.end());
      row.range.end = lines_[i].range.end;
    }
    return row;
  }

  std::string_view content_;
  const Grammar& grammar_;
  std::vector<Line>& lines_;
};

//     | TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |
//     | 1 | Rà soát chợ | Sở A
//     | Sở B; Sở C
//     | 2026 |
//     | 2 | Sửa chữa
//     mái chợ | Sở A | Sở B | 2027 |
class BrokenRowJoiner {
 public:
  BrokenRowJoiner(std::string_view content, const Grammar& grammar, std::vector<Line>& lines)
      : content_(content), grammar_(grammar), lines_(lines) {}

  void run() {
    std::size_t wanted = 0;  // pipes in a row of the table at hand; 0 outside of one
    std::size_t kept = 0;
    for (std::size_t i = 0; i < lines_.size(); ++kept) {
      if (!framed_left(i)) wanted = 0;
      const std::size_t below = wanted == 0 ? rule_below(i) : 0;
      std::size_t end = below == 0 ? i + 1 : end_of_row(i, below);
      if (end == i + 1 && framed_left(i) && heads_numbered(lines_[i])) wanted = pipes(i);
      if (end == i + 1 && wanted != 0) end = end_of_row(i, wanted);
      if (end > i + 1) {
        lines_[i].range.end = drawn(end - 1).end;
        lines_[i].cells = cut_cells(content_, lines_[i].range);
        lines_[i].rule = false;
        lines_[i].piped = true;
        if (heads_numbered(lines_[i])) wanted = pipes(i);
      }
      if (kept < i) lines_[kept] = std::move(lines_[i]);
      i = end;
    }
    lines_.resize(kept);
  }

 private:
  std::string_view text_of(Range range) const { return content_.substr(range.begin, range.size()); }
  Range drawn(std::size_t i) const {
    return lines_[i].drawn.empty() ? lines_[i].range : lines_[i].drawn;
  }
  std::size_t pipes(std::size_t i) const {
    const std::string_view text = text_of(drawn(i));
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '|'));
  }
  bool framed_left(std::size_t i) const { return content_[drawn(i).begin] == '|'; }
  bool framed_right(std::size_t i) const { return content_[drawn(i).end - 1] == '|'; }

  bool heads_numbered(const Line& line) const {
    constexpr std::size_t kFewest = 4;  // cells
    if (line.cells.size() < kFewest || column_role(grammar_, text_of(line.cells[0])) != "number")
      return false;
    return std::count_if(line.cells.begin() + 1, line.cells.end(), [&](const Range& cell) {
             return column_role(grammar_, text_of(cell)).data() != nullptr;
           }) >= 2;
  }

  // The pipes of the rule a few lines below one that has fewer of them; 0 where none stands there.
  std::size_t rule_below(std::size_t i) const {
    constexpr std::size_t kMostLines = 8;
    if (!framed_left(i) || lines_[i].rule) return 0;
    for (std::size_t k = i + 1; k < lines_.size() && k < i + kMostLines; ++k) {
      if (lines_[k].gap_before) return 0;
      if (lines_[k].rule && framed_left(k)) return pipes(k) > pipes(i) ? pipes(k) : 0;
    }
    return 0;
  }

  // The line after the last one of a row whose cells go on below; `first + 1` where it is whole. A
  // line without a pipe in front goes on with the cell above it.
  std::size_t end_of_row(std::size_t first, std::size_t wanted) const {
    constexpr std::size_t kMostLines = 24;
    std::size_t found = pipes(first);
    for (std::size_t i = first; found < wanted && i < first + kMostLines; ++i) {
      const std::size_t next = i + 1;
      if (next >= lines_.size() || (framed_right(i) && lines_[next].gap_before)) break;
      if (framed_left(next) && (framed_right(i) || lines_[next].gap_before)) break;
      if (!framed_left(next) && (lines_[next].kind_line || lines_[next].rule)) break;
      found += pipes(next);
      if (found == wanted && framed_right(next)) return next + 1;
    }
    return first + 1;
  }

  std::string_view content_;
  const Grammar& grammar_;
  std::vector<Line>& lines_;
};

}  // namespace

void join_broken_rows(std::string_view content, const Grammar& grammar, std::vector<Line>& lines) {
  BrokenRowJoiner(content, grammar, lines).run();
}

void join_split_rows(std::string_view content, const Grammar& grammar, std::vector<Line>& lines) {
  SplitRowJoiner(content, grammar, lines).run();
}

}  // namespace scp
