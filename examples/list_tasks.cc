// Lists the tasks of plans as a table: last day, who leads, what is to be done.
//
//     list_tasks [-g GRAMMAR]... FILE...
//
// Fields are parted by tabs, so that `sort`, `cut` and spreadsheets can go on from here.
#include <scpparse/scpparse.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

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

void tell(const std::string& path, const scp::Problems& problems) {
  for (const scp::Problem& problem : problems) {
    std::cerr << (problem.file.empty() ? path : problem.file) << ": " << problem.message << '\n';
  }
}

bool list(const std::string& path, const scp::ParseOptions& options) {
  const scp::Result<scp::Document> result = scp::parse_file(path, options);
  if (!result) {
    tell(path, result.problems());
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
  std::vector<std::string> grammars;
  int first = 1;
  for (; first + 1 < argc && argv[first] == std::string("-g"); first += 2) {
    grammars.emplace_back(argv[first + 1]);
  }
  if (first >= argc) {
    std::cerr << "usage: list_tasks [-g GRAMMAR]... FILE...\n";
    return 2;
  }
  scp::ParseOptions options;
  if (!grammars.empty()) {
    const scp::Result<scp::GrammarPtr> loaded = scp::load_grammars(grammars);
    if (!loaded) {
      tell(grammars.front(), loaded.problems());
      return 2;
    }
    options.grammar = *loaded;
  }
  bool all_read = true;
  for (int i = first; i < argc; ++i) all_read = list(argv[i], options) && all_read;
  return all_read ? 0 : 3;
}
