// Who leads and who works with them where one cell names both:
//
//     Sở A chủ trì, phối hợp với Sở B      Sở A chủ trì; Sở B phối hợp      Sở A (chủ trì), Sở B
//     ~~~~                       ~~~~      ~~~~          ~~~~
//
// The ranges hold names and nothing that tells of their part; in the order of the text.
#ifndef SCPPARSE_FACTS_SHARES_H_
#define SCPPARSE_FACTS_SHARES_H_

#include <string_view>
#include <vector>

#include "facts/agencies.h"
#include "facts/context.h"

namespace scp {

struct Shares {
  std::vector<Range> leads;
  std::vector<Range> partners;  // empty where the cell tells of none
};

Shares read_shares(const FactContext& context, AgencyReader& agencies, Range cell);

// Fills who leads a task and who works with them; false where the cell tells of no partners.
bool split_lead(FactContext& context, AgencyReader& agencies, Range cell, Task& task);

}  // namespace scp

#endif  // SCPPARSE_FACTS_SHARES_H_
