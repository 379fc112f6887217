// Tables of tasks, drawn in one of the layouts.
#ifndef SCPPARSE_TESTS_PROPERTY_GENERATOR_TABLES_H_
#define SCPPARSE_TESTS_PROPERTY_GENERATOR_TABLES_H_

#include <string>
#include <vector>

#include "generator/options.h"
#include "generator/plan.h"
#include "generator/random.h"

namespace scp::testing {

struct Row {
  enum Kind { kHeader, kFigures, kGroup, kTask };
  Kind kind = kTask;
  std::vector<std::string> cells;
};

// Names as one text, in the way that the options ask for.
std::string list_of(const std::vector<AgencyName>& names, const Options& options,
                    const Vocabulary& vocabulary);
// What stands in the number cell of a task (or, with task -1, of a group).
std::string row_number(const Options& options, int group, int task, int running);

std::vector<Row> make_rows(const Plan& plan, const Options& options, const Vocabulary& vocabulary,
                           Random& random);
// The lines of the table, with what the options do to it between its rows.
std::vector<std::string> draw(const std::vector<Row>& rows, const Options& options, Random& random);

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_PROPERTY_GENERATOR_TABLES_H_
