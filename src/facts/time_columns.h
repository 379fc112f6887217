// Times that stand in several columns of a table: when a task begins beside when it ends, or marks
// under years.
//
//     Từ ngày   | Đến ngày             Năm 2026 | Năm 2027 | Năm 2028
//     01/3/2026 | 30/6/2026               x     |    x     |
#ifndef SCPPARSE_FACTS_TIME_COLUMNS_H_
#define SCPPARSE_FACTS_TIME_COLUMNS_H_

#include <optional>
#include <vector>

#include "facts/context.h"
#include "facts/deadlines.h"
#include "layout/blocks.h"

namespace scp {

class TimeColumns {
 public:
  TimeColumns(FactContext& context, DeadlineReader& deadlines, const TableBlock& table);

  // The period from the beginning in its own column, if there is one, to `end`.
  std::optional<Deadline> whole(const Row& row, std::optional<Deadline> end) const;
  // The period that the marks of a row stand for; none where it has no marks.
  std::optional<Deadline> marked(const Row& row) const;
  // Whether marks stand in a column.
  bool is_year(std::optional<std::size_t> column) const;

 private:
  struct Year {
    std::size_t column = 0;
    Deadline time;
  };
  void read_years(const TableBlock& table);
  Deadline joined(const Deadline& from, const Deadline& to) const;

  FactContext& context_;
  DeadlineReader& deadlines_;
  std::optional<std::size_t> start_;
  std::vector<Year> years_;  // by year; empty or several
};

}  // namespace scp

#endif  // SCPPARSE_FACTS_TIME_COLUMNS_H_
