// Reads who reports to whom and when: "định kỳ báo cáo kết quả về Sở A trước ngày 15/12 hàng năm".
#ifndef SCPPARSE_FACTS_REPORTS_H_
#define SCPPARSE_FACTS_REPORTS_H_

#include "facts/agencies.h"
#include "facts/context.h"
#include "facts/deadlines.h"

namespace scp {

// Fills Document::reports.
void read_reports(FactContext& context, AgencyReader& agencies, DeadlineReader& deadlines);

// The recipient of a report that a sentence orders without a word such as "về" before it: "báo cáo
// Ủy ban nhân dân tỉnh trước ngày 30/6/2026". Only one that names its time is a duty of its own.
std::optional<AgencyList> direct_report(const FactContext& context, AgencyReader& agencies,
                                        Range sentence);

}  // namespace scp

#endif  // SCPPARSE_FACTS_REPORTS_H_
