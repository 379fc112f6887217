// A plan written down, and what a reader should find in it.
#ifndef SCPPARSE_TESTS_PROPERTY_GENERATOR_RENDER_H_
#define SCPPARSE_TESTS_PROPERTY_GENERATOR_RENDER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "generator/options.h"
#include "generator/plan.h"

namespace scp::testing {

struct ExpectedTask {
  Fields values;  // by field; only these are compared
  bool in_table = false;
};

struct Rendered {
  std::string bytes;
  bool legacy = false;  // capitals and dashes are lost
  Fields identity;
  std::vector<PlannedGoal> goals;
  std::vector<ExpectedTask> tasks;
};

Rendered render(std::uint64_t seed, const Plan& plan, const Options& options,
                const Vocabulary& vocabulary);

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_PROPERTY_GENERATOR_RENDER_H_
