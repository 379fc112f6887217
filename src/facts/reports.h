// Reads who reports to whom and when: "định kỳ báo cáo kết quả về Sở A trước ngày 15/12 hàng năm".
#ifndef SCPPARSE_FACTS_REPORTS_H_
#define SCPPARSE_FACTS_REPORTS_H_

#include "facts/agencies.h"
#include "facts/context.h"
#include "facts/deadlines.h"

namespace scp {

// Fills Document::reports.
void read_reports(FactContext& context, AgencyReader& agencies, DeadlineReader& deadlines);

}  // namespace scp

#endif  // SCPPARSE_FACTS_REPORTS_H_
