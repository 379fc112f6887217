// Tables of tasks: which cells stand in which row. draw.h writes them down.
#ifndef SCPPARSE_TESTS_PROPERTY_GENERATOR_TABLES_H_
#define SCPPARSE_TESTS_PROPERTY_GENERATOR_TABLES_H_

#include <string>
#include <vector>

#include "generator/options.h"
#include "generator/plan.h"
#include "generator/random.h"

namespace scp::testing {

struct Row {
  enum Kind { kHeader, kFigures, kGroup, kTask, kMore };  // kMore: adds to the task above
  Kind kind = kTask;
  std::vector<std::string> cells;
  std::vector<bool> up;    // the cell is one with that above; empty: none is
  std::vector<bool> left;  // the same with the one before

  bool is_up(std::size_t i) const { return i < up.size() && up[i]; }
  bool is_left(std::size_t i) const { return i < left.size() && left[i]; }
};

// Names as one text, in the way that the options ask for.
std::string list_of(const std::vector<AgencyName>& names, const Options& options,
                    const Vocabulary& vocabulary);
// The number of a task as written (or, with task -1, of a group).
std::string row_number(const Options& options, int group, int task, int running);

// Header rows and what they stand over.
struct TableHead {
  std::vector<std::string> roles;
  std::vector<Row> rows;
};
TableHead make_head(const Options& options, const Vocabulary& vocabulary, Random& random);

// The rows of the groups from `first` to before `last`; `running` counts tasks.
std::vector<Row> make_rows(const TableHead& head, const Plan& plan, std::size_t first,
                           std::size_t last, int& running, const Options& options,
                           const Vocabulary& vocabulary);

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_PROPERTY_GENERATOR_TABLES_H_
