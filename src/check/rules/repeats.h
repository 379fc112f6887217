// Words that stand twice running: "các sản phẩm các sản phẩm".
//
// Looks within one paragraph or cell, never over a mark of punctuation or a line end. Leaves alone
// what may be written twice: reduplicated words, and two compounds that meet ("hệ thống thống
// nhất"), as far as the rest of the document shows that they are such. Linear in the text.
#ifndef SCPPARSE_CHECK_RULES_REPEATS_H_
#define SCPPARSE_CHECK_RULES_REPEATS_H_

#include <vector>

#include "check/context.h"

namespace scp::rules {

struct Repeat {
  Range kept;      // in the flow
  Range repeated;  // right after it
};

std::vector<Repeat> find_repeats(const CheckContext& context);

}  // namespace scp::rules

#endif  // SCPPARSE_CHECK_RULES_REPEATS_H_
