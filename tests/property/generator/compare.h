// Parsed facts held against those that a document was made from, field by field.
#ifndef SCPPARSE_TESTS_PROPERTY_GENERATOR_COMPARE_H_
#define SCPPARSE_TESTS_PROPERTY_GENERATOR_COMPARE_H_

#include <string>
#include <vector>

#include "generator/render.h"

namespace scp::testing {

struct Miss {
  std::string kind;   // "task.leads", "goal.min", "task missing" …
  std::string where;  // words of the fact
  std::string expected;
  std::string parsed;
};
struct Score {
  int fields = 0;
  std::vector<Miss> misses;
  int right() const { return fields - static_cast<int>(misses.size()); }
};

// Parses the bytes with the built-in grammar. A fact that was not found misses all its fields, one
// that is not in the document misses one.
Score compare(const Rendered& rendered, const Vocabulary& vocabulary);

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_PROPERTY_GENERATOR_COMPARE_H_
