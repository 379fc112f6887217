#include "generator/tables.h"

#include <algorithm>

#include "generator/letters.h"

namespace scp::testing {
namespace {

const std::vector<std::string> kRomans{"I", "II", "III", "IV"};

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

  void measure() {
    widths.assign(rows[0].cells.size(), 3);
    const bool fold = options.layout == kFixed || options.layout == kWrapped || options.wrapped;
    for (const Row& row : rows) {
      if (row.kind == Row::kGroup && options.layout == kFixed) continue;
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        widths[i] = std::max(widths[i], width(row.cells[i]));
      }
    }
    for (std::size_t i = 1; fold && i < widths.size(); ++i) {
      widths[i] = std::min<std::size_t>(widths[i], widths[i] > 40 ? 34 : 18);
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

  void rule(const std::string& left, const std::string& line, const std::string& cross,
            const std::string& right) {
    std::string out = left;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      for (std::size_t n = widths[i] + 2; n > 0; --n) out += line;
      out += i + 1 < widths.size() ? cross : right;
    }
    lines.push_back(out);
  }

  void box_rule(bool top, bool bottom) {
    if (options.layout == kAsciiBox) return rule("+", "-", "+", "+");
    if (top) return rule("┌", "─", "┬", "┐");
    if (bottom) return rule("└", "─", "┴", "┘");
    rule("├", "─", "┼", "┤");
  }

  std::vector<Cells> folded(const Cells& cells) {
    std::vector<Cells> out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Cells parts = wrapped(cells[i], widths[i]);
      for (std::size_t k = 0; k < parts.size(); ++k) {
        if (out.size() <= k) out.emplace_back(cells.size());
        out[k][i] = parts[k];
      }
    }
    return out;
  }

  void fixed(const Row& row, bool cut) {
    if (row.kind == Row::kGroup) {
      lines.push_back(padded(row.cells[0], widths[0] + 2) +
                      joined(Cells(row.cells.begin() + 1, row.cells.end()), ""));
      lines.push_back("");
      return;
    }
    const std::vector<Cells> all = folded(row.cells);
    for (std::size_t k = 0; k < all.size(); ++k) {
      if (cut && k == all.size() / 2 && k > 0) break_page();
      std::string line;
      for (std::size_t i = 0; i < widths.size(); ++i) line += padded(all[k][i], widths[i] + 2);
      lines.push_back(line.substr(0, line.find_last_not_of(' ') + 1));
    }
    lines.push_back("");
  }

  void break_page() {
    lines.push_back("");
    page_end();
    if (options.repeated_header) one(rows[0], false);
  }

  void boxed(const Row& row) {
    const std::string bar = options.layout == kAsciiBox ? "|" : "│";
    for (const Cells& cells : folded(row.cells)) {
      std::string line = bar;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        line += " " + padded(cells[i], widths[i]) + " " + bar;
      }
      lines.push_back(line);
    }
  }

  void piped(const Row& row) {
    for (const Cells& cells : folded(row.cells)) {
      std::string line = "|";
      for (std::size_t i = 0; i < cells.size(); ++i) line += padded(cells[i], widths[i]) + " |";
      lines.push_back(line);
    }
  }

  void html(const Row& row) {
    lines.push_back("<tr>");
    if (row.kind == Row::kGroup && options.spans) {
      lines.push_back("<td>" + row.cells[0] + "</td><td colspan=\"" +
                      std::to_string(row.cells.size() - 1) + "\">" +
                      escaped(joined(Cells(row.cells.begin() + 1, row.cells.end()), "")) + "</td>");
    } else {
      const std::string tag = row.kind == Row::kHeader ? "th" : "td";
      for (const std::string& cell : row.cells) {
        lines.push_back("<" + tag + ">" + escaped(cell) + "</" + tag + ">");
      }
    }
    lines.push_back("</tr>");
  }

  // The pipe that ends a row stands before the one that begins the next. A title takes two cells.
  void framed(const Row& row) {
    constexpr std::size_t kNarrow = 45;
    lines.push_back("|");
    const std::string title = joined(Cells(row.cells.begin() + 1, row.cells.end()), "");
    const Cells cells = row.kind == Row::kGroup ? Cells{row.cells[0], title} : row.cells;
    for (const std::string& cell : cells) {
      if (options.wrapped && !cell.empty()) {
        for (const std::string& part : wrapped(cell, kNarrow)) lines.push_back(part);
      } else if (!cell.empty()) {
        lines.push_back(cell);
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
        }
    }
  }

  void one(const Row& row, bool cut) {
    if (options.layout == kFixed) return fixed(row, cut);
    if (options.layout == kHtml) return html(row);
    if (options.layout == kFramed) return framed(row);
    if (options.layout == kWrapped) return piped(row);
    if (options.layout == kAsciiBox || options.layout == kUnicodeBox) return boxed(row);
    if (!cut) return plain(row.cells);
    Cells first = row.cells;
    Cells second(row.cells.size());
    for (std::size_t i = 1; i < first.size(); ++i) {
      const std::size_t at = middle_blank(first[i]);
      if (at == std::string::npos) continue;
      second[i] = first[i].substr(at + 1);
      first[i].resize(at);
    }
    plain(first);
    break_page();
    plain(second);
  }

  void all() {
    measure();
    const bool box = options.layout == kAsciiBox || options.layout == kUnicodeBox;
    const bool pipes = options.layout == kPipes || options.layout == kPaddedPipes;
    if (options.layout == kHtml) lines.push_back("<table>");
    if (box) box_rule(true, false);
    const auto tasks = std::count_if(rows.begin(), rows.end(),
                                     [](const Row& row) { return row.kind == Row::kTask; });
    const int cut = options.page_break_row ? random.number(1, static_cast<int>(tasks)) : 0;
    const int again = random.number(2, static_cast<int>(tasks));
    int count = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      count += rows[i].kind == Row::kTask;
      const bool task = rows[i].kind == Row::kTask;
      if (task && !cut && options.repeated_header && count == again) {
        if (options.layout == kFramed)
          one(rows[0], false);
        else if (!box)
          break_page();
        else
          one(rows[0], false), box_rule(false, false);
      }
      one(rows[i], task && count == cut);
      if (i == 0 && pipes) {
        Cells dashes;
        for (const std::size_t columns : widths) {
          dashes.push_back(std::string(options.layout == kPipes ? 3 : columns, '-'));
        }
        plain(dashes);
      }
      if (box) box_rule(false, i + 1 == rows.size());
    }
    if (options.layout == kHtml) lines.push_back("</table>");
  }
};

}  // namespace

std::string list_of(const std::vector<AgencyName>& names, const Options& options,
                    const Vocabulary& vocabulary) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) {
      const bool last = i + 1 == names.size();
      out += options.joiner == 0           ? "; "
             : options.joiner == 2 && last ? vocabulary.word("and")
                                           : ", ";
    }
    out += names[i].written;
  }
  return out;
}

std::string row_number(const Options& options, int group, int task, int running) {
  const std::string roman = kRomans[static_cast<std::size_t>(group)];
  if (task < 0) return options.row_numbers == 3 ? std::to_string(group + 1) : roman;
  const std::string number = std::to_string(options.groups ? task + 1 : running);
  switch (options.row_numbers) {
    case 1:
      return number + ".";
    case 2:
      return number.size() < 2 ? "0" + number : number;
    case 3:
      return std::to_string(group + 1) + "." + number;
    case 4:
      return roman + "." + number;
    case 5:
      return "";
    default:
      return number;
  }
}

std::vector<Row> make_rows(const Plan& plan, const Options& options, const Vocabulary& vocabulary,
                           Random& random) {
  Cells roles{"content", "lead", "coordinating", "deadline", "product"};
  if (options.more_columns > 0) roles.push_back("funding");
  if (options.more_columns > 1) roles.push_back("remark");
  if (options.column_order) random.shuffle(roles);
  roles.insert(roles.begin(), "number");
  std::vector<Row> rows(1);
  rows[0].kind = Row::kHeader;
  for (const std::string& role : roles) {
    const Cells& names = vocabulary.headers.at(role);
    const std::string& name = random.pick(names);
    const std::string header = options.synonyms ? name : names[0];
    rows[0].cells.push_back(options.capitals ? upper(header) : header);
  }
  if (options.figures_row) {
    rows.push_back({Row::kFigures, {}});
    for (std::size_t i = 1; i <= roles.size(); ++i) {
      rows.back().cells.push_back("(" + std::to_string(i) + ")");
    }
  }
  int running = 0;
  for (std::size_t g = 0; g < plan.groups.size(); ++g) {
    const int group = static_cast<int>(g);
    if (options.groups) {
      Row row{Row::kGroup, Cells(roles.size())};
      row.cells[0] = row_number(options, group, -1, 0);
      const auto at = std::find(roles.begin(), roles.end(), "content") - roles.begin();
      row.cells[static_cast<std::size_t>(at)] = plan.groups[g].title;
      rows.push_back(std::move(row));
    }
    for (std::size_t t = 0; t < plan.groups[g].tasks.size(); ++t) {
      const PlannedTask& task = plan.groups[g].tasks[t];
      Fields cells{{"number", row_number(options, group, static_cast<int>(t), ++running)},
                   {"content", task.content},
                   {"lead", list_of(task.leads, options, vocabulary)},
                   {"coordinating", list_of(task.coordinating, options, vocabulary)},
                   {"deadline", task.deadline.text},
                   {"product", task.product},
                   {"funding", task.funding},
                   {"remark", task.remark}};
      Row row;
      for (const std::string& role : roles) row.cells.push_back(cells[role]);
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

std::vector<std::string> draw(const std::vector<Row>& rows, const Options& options,
                              Random& random) {
  Drawer drawer{rows, options, random, {}, {}};
  drawer.all();
  return std::move(drawer.lines);
}

}  // namespace scp::testing
