#include "generator/draw.h"

#include <algorithm>

#include "generator/letters.h"

namespace scp::testing {
namespace {

using Cells = std::vector<std::string>;

std::string escaped(const std::string& text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '&')
      out += "&amp;";
    else
      out += letter;
  }
  return out;
}

struct Drawer {
  const std::vector<Row>& rows;
  const Options& options;
  Random& random;
  std::vector<std::size_t> widths;
  std::vector<std::string> lines;
  int page = 2;

  bool box() const { return options.layout == kAsciiBox || options.layout == kUnicodeBox; }
  std::size_t head_rows() const { return rows[1].kind == Row::kHeader ? 2 : 1; }

  // One after the last cell that is one with cell `i`.
  std::size_t end_of_span(const Row& row, std::size_t i) const {
    do ++i;
    while (i < row.cells.size() && row.is_left(i));
    return i;
  }
  std::size_t span_width(std::size_t from, std::size_t to, std::size_t between) const {
    std::size_t sum = widths[from];
    for (std::size_t i = from + 1; i < to; ++i) sum += widths[i] + between;
    return sum;
  }

  void measure() {
    widths.assign(rows[0].cells.size(), 3);
    const bool fold = options.layout == kFixed || options.layout == kWrapped || options.wrapped;
    for (const Row& row : rows) {
      if (row.kind == Row::kGroup && options.layout == kFixed) continue;
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (end_of_span(row, i) == i + 1) widths[i] = std::max(widths[i], width(row.cells[i]));
      }
    }
    for (std::size_t i = options.in_cell ? 0 : 1; fold && i < widths.size(); ++i) {
      widths[i] = std::min<std::size_t>(widths[i], widths[i] > 40 ? 34 : 18);
    }
    for (const Row& row : rows) {
      for (std::size_t i = 0; !fold && i < row.cells.size(); i = end_of_span(row, i)) {
        const std::size_t end = end_of_span(row, i);
        const std::size_t have = span_width(i, end, 3);
        if (have < width(row.cells[i])) widths[end - 1] += width(row.cells[i]) - have;
      }
    }
  }

  void page_end() {
    if (options.layout != kFixed) lines.push_back("");
    if (options.page_numbers) {
      const std::string number = std::to_string(page++);
      lines.push_back(options.layout == kFixed ? std::string(50, ' ') + number : number);
      lines.push_back("");
    }
  }

  // The corner where lines meet that go up, down, left and right.
  std::string corner(bool up, bool down, bool left, bool right) const {
    static const std::vector<std::string> kCorners{" ", "╶", "╴", "─", "╷", "┌", "┐", "┬",
                                                   "╵", "└", "┘", "┴", "│", "├", "┤", "┼"};
    if (options.layout == kUnicodeBox)
      return kCorners[up * 8U + down * 4U + left * 2U + right * 1U];
    if (!left && !right) return up || down ? "|" : " ";
    return up || down ? "+" : "-";
  }

  void box_rule(const Row* above, const Row* below) {
    const std::size_t columns = widths.size();
    const auto line = [&](std::size_t i) { return !below || !below->is_up(i); };
    const auto bar = [&](const Row* row, std::size_t i) {
      return row && (i == 0 || i == columns || !row->is_left(i));
    };
    std::string out;
    for (std::size_t i = 0; i <= columns; ++i) {
      out += corner(bar(above, i), bar(below, i), i > 0 && line(i - 1), i < columns && line(i));
      for (std::size_t n = i < columns ? widths[i] + 2 : 0; n > 0; --n) {
        out += !line(i) ? " " : options.layout == kAsciiBox ? "-" : "─";
      }
    }
    lines.push_back(out);
  }

  // A cell that reaches over several columns stands in the first of them.
  std::vector<Cells> folded(const Row& row, std::size_t between) {
    std::vector<Cells> out;
    for (std::size_t i = 0; i < row.cells.size(); i = end_of_span(row, i)) {
      const Cells parts = wrapped(row.cells[i], span_width(i, end_of_span(row, i), between));
      for (std::size_t k = 0; k < parts.size(); ++k) {
        if (out.size() <= k) out.emplace_back(row.cells.size());
        out[k][i] = parts[k];
      }
    }
    return out;
  }

  void fixed_line(const Row& row, const Cells& cells) {
    std::string line;
    for (std::size_t i = 0; i < widths.size(); i = end_of_span(row, i)) {
      line += padded(cells[i], span_width(i, end_of_span(row, i), 2) + 2);
    }
    lines.push_back(line.substr(0, line.find_last_not_of(' ') + 1));
  }

  // The lower names stand right below the upper one, beside the other cells.
  void fixed_head() {
    std::vector<Cells> upper = folded(rows[0], 2);
    const std::vector<Cells> lower = folded(rows[1], 2);
    std::size_t pair = 0;
    while (!rows[0].is_left(pair + 1)) ++pair;
    std::size_t over = 0;
    while (over < upper.size() && !upper[over][pair].empty()) ++over;
    upper.resize(std::max(upper.size(), over + lower.size()), Cells(widths.size()));
    for (std::size_t k = 0; k < lower.size(); ++k) {
      for (const std::size_t i : {pair, pair + 1}) upper[over + k][i] = lower[k][i];
    }
    for (std::size_t k = 0; options.header_rows == 2 && k < over; ++k)
      upper[k][pair] = centred(upper[k][pair], span_width(pair, pair + 2, 2));
    for (std::size_t k = 0; k < upper.size(); ++k)
      fixed_line(k < over ? rows[0] : rows[1], upper[k]);
    lines.push_back("");
  }

  void end_fixed_row() {
    if (options.close_rows != 1) lines.push_back("");
  }

  void fixed(const Row& row, bool cut) {
    if (row.kind == Row::kGroup) {
      lines.push_back(padded(row.cells[0], widths[0] + 2) +
                      joined(Cells(row.cells.begin() + 1, row.cells.end()), ""));
      return end_fixed_row();
    }
    std::vector<Cells> all = folded(row, 2);
    if (options.close_rows == 2) centre(all);
    for (std::size_t k = 0; k < all.size(); ++k) {
      if (cut && k == all.size() / 2 && k > 0) break_page();
      fixed_line(row, all[k]);
    }
    end_fixed_row();
  }

  static void centre(std::vector<Cells>& all) {
    for (std::size_t i = 0; i < all[0].size(); ++i) {
      std::size_t used = 0;
      while (used < all.size() && !all[used][i].empty()) ++used;
      const std::size_t down = (all.size() - used) / 2;
      for (std::size_t k = used; down > 0 && k-- > 0;) std::swap(all[k + down][i], all[k][i]);
    }
  }

  void break_page() {
    lines.push_back("");
    page_end();
    if (options.repeated_header) head();
  }

  void boxed(const Row& row) {
    const std::string bar = options.layout == kAsciiBox ? "|" : "│";
    for (const Cells& cells : folded(row, 3)) {
      std::string line = bar;
      for (std::size_t i = 0; i < cells.size(); i = end_of_span(row, i)) {
        line += " " + padded(cells[i], span_width(i, end_of_span(row, i), 3)) + " " + bar;
      }
      lines.push_back(line);
    }
  }

  void piped(const Row& row) {
    for (const Cells& cells : folded({row.kind, row.cells, {}, {}}, 2)) {
      std::string line = "|";
      for (std::size_t i = 0; i < cells.size(); ++i) line += padded(cells[i], widths[i]) + " |";
      lines.push_back(line);
    }
  }

  void html_cell(const std::string& tag, const std::string& text, std::size_t down,
                 std::size_t across) {
    std::string open = tag;
    if (down > 1) open += " rowspan=\"" + std::to_string(down) + "\"";
    if (across > 1) open += " colspan=\"" + std::to_string(across) + "\"";
    lines.push_back("<" + open + ">" + escaped(text) + "</" + tag + ">");
  }

  void html(const Row& row) {
    const auto index = static_cast<std::size_t>(&row - rows.data());
    const std::string tag = row.kind == Row::kHeader ? "th" : "td";
    lines.push_back("<tr>");
    const bool one_title = options.group_form == 0 || options.group_form == 4;
    if (row.kind == Row::kGroup && options.spans && one_title && !options.in_cell) {
      const Cells rest(row.cells.begin() + 1, row.cells.end());
      lines.push_back("<td>" + row.cells[0] + "</td><td colspan=\"" + std::to_string(rest.size()) +
                      "\">" + escaped(joined(rest, "")) + "</td>");
    } else {
      for (std::size_t i = 0; i < row.cells.size(); i = end_of_span(row, i)) {
        if (row.is_up(i)) continue;
        std::size_t below = index + 1;
        while (below < rows.size() && rows[below].is_up(i)) ++below;
        html_cell(tag, row.cells[i], below - index, end_of_span(row, i) - i);
      }
    }
    lines.push_back("</tr>");
  }

  // The pipe that ends a row stands before the one that begins the next. A title takes two cells.
  void framed(const Row& row) {
    constexpr std::size_t kNarrow = 45;
    lines.push_back("|");
    Cells cells = row.cells;
    if (row.kind == Row::kGroup) {
      const std::string title = joined(Cells(row.cells.begin() + 1, row.cells.end()), "");
      cells = title.empty() ? Cells{row.cells[0]} : Cells{row.cells[0], title};
      if (cells[0].empty()) cells.erase(cells.begin());
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (row.kind == Row::kHeader && (row.is_up(i) || row.is_left(i))) continue;
      if (options.wrapped && !cells[i].empty()) {
        for (const std::string& part : wrapped(cells[i], kNarrow)) lines.push_back(part);
      } else if (!cells[i].empty()) {
        lines.push_back(cells[i]);
      }
      lines.push_back("|");
    }
  }

  void plain(const Cells& cells) {
    switch (options.layout) {
      case kTsv:
        lines.push_back(joined(cells, "\t"));
        break;
      case kPipes:
        lines.push_back("| " + joined(cells, " | ") + " |");
        break;
      case kPaddedPipes: {
        std::string line = "|";
        for (std::size_t i = 0; i < cells.size(); ++i)
          line += " " + padded(cells[i], widths[i]) + " |";
        lines.push_back(line);
        break;
      }
      case kJoined:
        lines.push_back(joined(cells, " | "));
        lines.push_back("");
        break;
      default:
        for (std::size_t i = 0; i < cells.size(); ++i) {
          if (cells[i].empty()) continue;
          const std::size_t columns = options.wrapped ? widths[i] : cells[i].size();
          for (const std::string& part : wrapped(cells[i], columns)) lines.push_back(part);
          if (options.cell_gaps) lines.push_back("");
        }
    }
  }

  void one(const Row& row, bool cut) {
    if (options.layout == kFixed) return fixed(row, cut);
    if (options.layout == kHtml) return html(row);
    if (options.layout == kFramed) return framed(row);
    if (options.layout == kWrapped) return piped(row);
    if (box()) return boxed(row);
    if (!cut) return plain(row.cells);
    Cells first = row.cells;
    Cells second(row.cells.size());
    for (std::size_t i = options.in_cell ? 0 : 1; i < first.size(); ++i) {
      const std::size_t at = middle_blank(first[i]);
      if (at == std::string::npos) continue;
      second[i] = first[i].substr(at + 1);
      first[i].resize(at);
    }
    plain(first);
    break_page();
    plain(second);
  }

  void head() {
    if (options.layout == kFixed && head_rows() == 2) return fixed_head();
    for (std::size_t i = 0; i < head_rows(); ++i) {
      if (i > 0 && box()) box_rule(&rows[0], &rows[1]);
      one(rows[i], false);
    }
  }

  void dashes() {
    Cells cells;
    for (const std::size_t columns : widths) {
      cells.push_back(std::string(options.layout == kPipes ? 3 : columns, '-'));
    }
    plain(cells);
  }

  void header_again(const Row& next) {
    if (options.layout == kFramed) return head();
    if (!box()) return break_page();
    head();
    box_rule(&rows[head_rows() - 1], &next);
  }

  void all() {
    measure();
    if (options.layout == kHtml) lines.push_back("<table>");
    if (box()) box_rule(nullptr, &rows[0]);
    const auto tasks = std::count_if(rows.begin(), rows.end(),
                                     [](const Row& row) { return row.kind == Row::kTask; });
    const int cut = options.page_break_row ? random.number(1, static_cast<int>(tasks)) : 0;
    int again = random.number(2, std::max(2, static_cast<int>(tasks)));
    int count = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool task = rows[i].kind == Row::kTask;
      count += task;
      if (task && !cut && options.repeated_header && count == again) {
        const bool merged = std::count(rows[i].up.begin(), rows[i].up.end(), true) > 0;
        if (merged)
          ++again;  // a header would cut its cell
        else
          header_again(rows[i]);
      }
      if (i == 0 && options.layout == kFixed)
        head();
      else if (options.layout != kFixed || i >= head_rows())
        one(rows[i], task && count == cut);
      if (i == 0 && (options.layout == kPipes || options.layout == kPaddedPipes)) dashes();
      if (box()) box_rule(&rows[i], i + 1 < rows.size() ? &rows[i + 1] : nullptr);
    }
    if (options.layout == kHtml) lines.push_back("</table>");
  }
};

}  // namespace

std::vector<std::string> draw(const std::vector<Row>& rows, const Options& options,
                              Random& random) {
  Drawer drawer{rows, options, random, {}, {}};
  drawer.all();
  return std::move(drawer.lines);
}

}  // namespace scp::testing
