// Reads time expressions: the rules of the set `deadline` say what stands where, this code makes
// EDTF periods, plain days and RFC 5545 recurrences of it.
#ifndef SCPPARSE_FACTS_DEADLINES_H_
#define SCPPARSE_FACTS_DEADLINES_H_

#include <optional>

#include "facts/context.h"

namespace scp {

// The year of days and months that name none; 0 when the plan has none.
struct PlanYear {
  std::int16_t year = 0;
  // The day of issue, where the year is no more than that of this day: what would have been due
  // before it is due a year later.
  Date not_before;
};

class DeadlineReader {
 public:
  explicit DeadlineReader(FactContext& context) : context_(context) {}

  void set_plan(PlanYear plan) {
    plan_year_ = plan.year;
    not_before_ = plan.not_before;
  }
  PlanYear plan() const { return {plan_year_, not_before_}; }

  // All of a cell. Unknown words give a deadline of kind unknown; an empty cell gives none.
  std::optional<Deadline> cell(Range range);
  // The same where all of it is a known time, apart from a final mark and a remark in brackets.
  std::optional<Deadline> several_regular(Range range);
  std::optional<Deadline> only_time(Range range);
  // The period that a heading such as "Giai đoạn 2021 - 2025" names.
  std::optional<Deadline> heading(Range range);
  // The first time expression in running text that says by when something is to be done; one that
  // only tells a time ("kinh phí hàng năm") does not. Of several days the last, the others in the
  // note.
  std::optional<Deadline> in_text(Range range);
  // Adds those times to `found`, for last_of() when all are there: the first, and after a day those
  // that end a part of the sentence. `first`: a time may open the range ("Hằng năm, Sở A …").
  void due_in_text(Range range, bool first, std::vector<Deadline>& found);
  // A time and a comma at the beginning: "Quý I/2024, Sở A kiểm tra …".
  std::optional<Deadline> opening_time(Range range);
  std::optional<Deadline> last_of(const std::vector<Deadline>& times);
  // Every time expression in a range of running text, in order.
  std::vector<Deadline> all_in_text(Range range);

 private:
  Deadline inside_cell(Range range);
  static const Deadline* main_time(const std::vector<Deadline>& times);
  std::optional<Deadline> match_whole(Range range);
  std::optional<Deadline> closing_time(Range range);
  bool ends_segment(Range after) const;
  Deadline make(const Rule& rule, const RuleMatch& match, Range range);
  void make_period(const Rule& rule, const RuleMatch& match, Deadline& deadline);
  void make_limit(const Rule& rule, const RuleMatch& match, Deadline& deadline);
  void make_recurrence(const Rule& rule, const RuleMatch& match, Deadline& deadline);
  void make_duration(const Rule& rule, const RuleMatch& match, Deadline& deadline);
  void set_period(Date from, Date to, bool open_start, bool open_end, Deadline& deadline);

  FactContext& context_;
  std::int16_t plan_year_ = 0;
  Date not_before_;
};

}  // namespace scp

#endif  // SCPPARSE_FACTS_DEADLINES_H_
