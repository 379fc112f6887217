// Lists the tasks of plans as a table: last day, who leads, what is to be done.
//
//     list_tasks FILE...
//
// Fields are parted by tabs, so that `sort`, `cut` and spreadsheets can go on from here.
#include <scpparse/scpparse.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>

namespace {

std::string day(scp::Date date) {
  if (!date.known()) return "-";
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", date.year, unsigned{date.month},
                unsigned{date.day});
  return text;
}

std::string leads(const scp::Task& task) {
  std::string names;
  for (const scp::AgencyRef& agency : task.lead_agencies) {
    if (!names.empty()) names += "; ";
    names += agency.name;
  }
  return names.empty() ? "-" : names;
}

// A cell may hold several lines; a table row here is one.
std::string in_one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

bool list(const std::string& path) {
  const scp::Result<scp::Document> result = scp::parse_file(path);
  if (!result) {
    for (const scp::Problem& problem : result.problems()) {
      std::cerr << path << ": " << problem.message << '\n';
    }
    return false;
  }
  for (const scp::Task& task : result->tasks) {
    const scp::Date due = task.deadline ? task.deadline->due_on : scp::Date{};
    std::cout << day(due) << '\t' << leads(task) << '\t' << in_one_line(task.content) << '\n';
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: list_tasks FILE...\n";
    return 2;
  }
  bool all_read = true;
  for (int i = 1; i < argc; ++i) all_read = list(argv[i]) && all_read;
  return all_read ? 0 : 3;
}
