// Reads who reports to whom and when: "định kỳ báo cáo kết quả về Sở A trước ngày 15/12 hàng năm".
#ifndef SCPPARSE_FACTS_REPORTS_H_
#define SCPPARSE_FACTS_REPORTS_H_

#include <optional>
#include <vector>

#include "facts/agencies.h"
#include "facts/context.h"
#include "facts/deadlines.h"

namespace scp {

// Fills Document::reports.
void read_reports(FactContext& context, AgencyReader& agencies, DeadlineReader& deadlines);

// What a clause says of a report; offsets are in the flow.
struct SaidReport {
  AgencyList recipients;
  std::uint32_t begin = 0;         // of the words that order it
  std::uint32_t names = 0;         // where the recipients begin
  bool regular = false;            // it comes regularly
  std::uint32_t regular_from = 0;  // where that is said, in the input
};

// A time that comes once and has an end.
bool is_once(const Deadline& time);

// The parts of a sentence between its semicolons.
std::vector<Range> clauses(const FactContext& context, Range sentence);

// The report that a clause orders. One without a word such as "về" before its recipient ("báo cáo
// Ủy ban nhân dân tỉnh") is a duty of its own only where it names its time.
std::optional<SaidReport> report_in(const FactContext& context, AgencyReader& agencies,
                                    Range clause);

}  // namespace scp

#endif  // SCPPARSE_FACTS_REPORTS_H_
