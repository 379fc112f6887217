// Rows of cells written down in one of the layouts.
#ifndef SCPPARSE_TESTS_PROPERTY_GENERATOR_DRAW_H_
#define SCPPARSE_TESTS_PROPERTY_GENERATOR_DRAW_H_

#include <string>
#include <vector>

#include "generator/tables.h"

namespace scp::testing {

// The lines of the table, with what the options do to it between its rows. The rows begin with
// those of the header.
std::vector<std::string> draw(const std::vector<Row>& rows, const Options& options, Random& random);

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_PROPERTY_GENERATOR_DRAW_H_
