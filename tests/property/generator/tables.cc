#include "generator/tables.h"

#include <algorithm>

#include "generator/letters.h"

namespace scp::testing {
namespace {

using Cells = std::vector<std::string>;

// The cells of lead and partners below one name.
void add_upper_row(TableHead& head, const Options& options, const Vocabulary& vocabulary,
                   Random& random) {
  const std::size_t columns = head.roles.size();
  const auto pair =
      static_cast<std::size_t>(std::find_if(head.roles.begin(), head.roles.end(),
                                            [](const std::string& role) {
                                              return role == "lead" || role == "coordinating";
                                            }) -
                               head.roles.begin());
  Row lower{Row::kHeader, Cells(columns), std::vector<bool>(columns, options.header_rows == 1), {}};
  Row& upper_row = head.rows[0];
  upper_row.left.assign(columns, false);
  upper_row.left[pair + 1] = true;
  const bool plain = random.percent(50);
  for (const std::size_t i : {pair, pair + 1}) {
    lower.up[i] = false;
    const std::string& role = head.roles[i];
    const std::string& name = vocabulary.word(role + (plain ? "_below" : "_key"));
    lower.cells[i] = options.capitals ? upper(name) : name;
    upper_row.cells[i].clear();
  }
  const std::string& over = random.pick(vocabulary.list("header_over"));
  upper_row.cells[pair] = options.capitals ? upper(over) : over;
  head.rows.push_back(std::move(lower));
}

Row group_row(const TableHead& head, const std::string& number, const std::string& title,
              const Options& options) {
  Row row{Row::kGroup, Cells(head.roles.size()), {}, {}};
  const std::string both = number + ". " + title;
  const auto content = static_cast<std::size_t>(
      std::find(head.roles.begin(), head.roles.end(), "content") - head.roles.begin());
  const bool one_cell = options.in_cell || options.group_form > 1;
  switch (options.group_form) {
    case 1:
    case 2:
      row.cells.assign(row.cells.size(), one_cell ? both : title);
      if (!one_cell) row.cells[0] = number;
      break;
    case 3: {
      row.cells[0] = both;
      const bool drawn = options.layout == kAsciiBox || options.layout == kUnicodeBox;
      if (drawn || options.spans) row.left.assign(row.cells.size(), true);
      break;
    }
    case 4:
      row.cells[0] = options.in_cell ? both : number;
      if (!options.in_cell) row.cells[1] = title;
      break;
    default:
      row.cells[content] = options.in_cell ? both : title;
      if (!options.in_cell) row.cells[0] = number;
  }
  return row;
}

std::string with_mark(std::string number, const Options& options) {
  return number + (options.row_numbers == 1 ? " " : ". ");
}

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
  const std::string numeral = roman(group + 1);
  if (task < 0) return options.row_numbers == 3 ? std::to_string(group + 1) : numeral;
  const std::string number = std::to_string(options.groups ? task + 1 : running);
  switch (options.row_numbers) {
    case 1:
      return number + ".";
    case 2:
      return number.size() < 2 ? "0" + number : number;
    case 3:
      return std::to_string(group + 1) + "." + number;
    case 4:
      return numeral + "." + number;
    case 5:
      return "";
    default:
      return number;
  }
}

TableHead make_head(const Options& options, const Vocabulary& vocabulary, Random& random) {
  TableHead head;
  Cells& roles = head.roles;
  roles = {"content", "lead", "deadline", "product"};
  if (!options.header_rows) roles.insert(roles.begin() + 2, "coordinating");
  if (options.more_columns > 0) roles.push_back("funding");
  if (options.more_columns > 1) roles.push_back("remark");
  if (options.column_order) random.shuffle(roles);
  if (options.header_rows) {
    roles.insert(std::find(roles.begin(), roles.end(), "lead") + 1, "coordinating");
  }
  if (options.in_cell) {  // the number of a row stands first
    roles.erase(std::find(roles.begin(), roles.end(), "content"));
    roles.insert(roles.begin(), "content");
  } else {
    roles.insert(roles.begin(), "number");
  }
  head.rows.resize(1);
  head.rows[0].kind = Row::kHeader;
  for (const std::string& role : roles) {
    const Cells& names = vocabulary.headers.at(role);
    const std::string& name = random.pick(names);
    const std::string header = options.synonyms ? name : names[0];
    head.rows[0].cells.push_back(options.capitals ? upper(header) : header);
  }
  if (options.header_rows) add_upper_row(head, options, vocabulary, random);
  if (options.figures_row) {
    head.rows.push_back({Row::kFigures, {}, {}, {}});
    for (std::size_t i = 1; i <= roles.size(); ++i) {
      head.rows.back().cells.push_back("(" + std::to_string(i) + ")");
    }
  }
  return head;
}

std::vector<Row> make_rows(const TableHead& head, const Plan& plan, std::size_t first,
                           std::size_t last, int& running, const Options& options,
                           const Vocabulary& vocabulary) {
  std::vector<Row> rows = head.rows;
  const std::size_t columns = head.roles.size();
  for (std::size_t g = first; g < last; ++g) {
    const int group = static_cast<int>(g);
    if (options.groups) {
      rows.push_back(
          group_row(head, row_number(options, group, -1, 0), plan.groups[g].title, options));
    }
    for (std::size_t t = 0; t < plan.groups[g].tasks.size(); ++t) {
      const PlannedTask& task = plan.groups[g].tasks[t];
      const std::string number = row_number(options, group, static_cast<int>(t), ++running);
      Fields cells{{"number", number},
                   {"content", (options.in_cell ? with_mark(number, options) : "") + task.content},
                   {"lead", list_of(task.leads, options, vocabulary)},
                   {"coordinating", list_of(task.coordinating, options, vocabulary)},
                   {"deadline", task.deadline.text},
                   {"product", task.product},
                   {"funding", task.funding},
                   {"remark", task.remark}};
      Row row{Row::kTask, {}, std::vector<bool>(columns), {}};
      for (std::size_t i = 0; i < columns; ++i) {
        const std::string& role = head.roles[i];
        row.up[i] = role == "lead" && task.same_lead;
        row.cells.push_back(row.up[i] ? "" : cells[role]);
      }
      rows.push_back(std::move(row));
      if (!task.more) continue;
      Row more{Row::kMore, Cells(columns), std::vector<bool>(columns, true), {}};
      for (std::size_t i = 0; i < columns; ++i) {
        const std::string& role = head.roles[i];
        if (role != "deadline" && role != "product") continue;
        more.up[i] = false;
        more.cells[i] = role == "deadline" ? task.more_deadline.text : task.more_product;
      }
      rows.push_back(std::move(more));
    }
  }
  return rows;
}

}  // namespace scp::testing
