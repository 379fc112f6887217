// Reads tables: which are task tables, their groups, and one task per row.
#ifndef SCPPARSE_FACTS_TABLES_H_
#define SCPPARSE_FACTS_TABLES_H_

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "facts/agencies.h"
#include "facts/context.h"
#include "facts/deadlines.h"
#include "facts/target_tables.h"
#include "facts/time_columns.h"
#include "outline/enumerator.h"

namespace scp {

class TableReader {
 public:
  TableReader(FactContext& context, AgencyReader& agencies, DeadlineReader& deadlines,
              TargetTableReader& target_tables)
      : context_(context),
        agencies_(agencies),
        deadlines_(deadlines),
        target_tables_(target_tables) {}

  // Fills Document::tables, adds the tasks of task tables to Document::tasks and the goals of
  // tables of targets to Document::goals.
  void run();

 private:
  struct Columns {
    std::optional<std::size_t> number, content, lead, coordinating, deadline, product, funding,
        remark, approver, monitor;
    std::optional<std::size_t> group;         // titles of groups, beside the contents
    std::optional<std::size_t> group_number;  // where the numbers are those of the groups
    std::vector<std::size_t> contents;        // beside the first one
    std::vector<std::size_t> remarks;
    std::vector<std::size_t> others;  // a second one that leads, pays …
  };
  void table(const TableBlock& table, std::uint32_t block);
  std::string_view role_of(const TableBlock& table) const;
  bool assigns_targets(const TableBlock& table) const;
  bool names_bodies(const TableBlock& table) const;
  bool to_be_filled_in(const TableBlock& table) const;
  bool times_of_day(const TableBlock& table) const;
  bool is_blank(Range cell) const;
  bool blank_row(const Row& row, const Columns& columns) const;
  void begin(std::uint32_t block);
  void tasks(const TableBlock& table);
  bool total_row(const Row& row, const Columns& columns);
  Columns columns_of(const TableBlock& table) const;
  std::string_view content_of(const Row& row, const Columns& columns, Range first);
  std::string_view remark_of(const Row& row, const Columns& columns);
  std::string_view product_told(const Row& row, const Columns& columns);
  void read_others(const TableBlock& table, const Row& row, const Columns& columns, Task& task);
  void add_other(std::string_view& field, std::string_view text);
  void find_group_column(const TableBlock& table, Columns& columns) const;
  void begin_group(const Row& row, const Columns& columns);
  bool group_row(const TableBlock& table, const Row& row, const Columns& columns);
  Range only_other_cell(const Row& row, const Columns& columns) const;
  std::string number_of(const Row& row, const Columns& c) const;
  bool plain_number_below(const TableBlock& table, const Row& row, const Columns& columns) const;
  bool heads_next(const TableBlock& table, const Row& row, const Columns& columns) const;
  bool begins_anew(const TableBlock& table, const Row& row, const Columns& columns) const;
  bool heads_counted(const TableBlock& table, const Row& row, const Columns& columns) const;
  bool counts_below(const Row& row, const Enumerator& above, const Columns& columns) const;
  bool says_more(const Row& row, const Columns& columns) const;
  void remember_outer(std::string_view number);
  void leave_group(const Row& row, const Columns& columns);
  void number_in_text(Range& content, std::string& number) const;
  bool number_and_title(Range cell, std::string& number, Range& title) const;
  void task_row(const TableBlock& table, const Row& row, const Columns& columns);
  bool merge_into_last(const Row& row, const Columns& columns);
  std::string_view unit_in(Range header) const;
  std::string_view funding_of(Range amount);
  void add_text(std::string_view& field, Range cell, std::string_view between = "; ");
  void close_task();
  std::string appendix_prefix();
  Range cell(const Row& row, std::optional<std::size_t> column) const;
  Range value(const Row& row, std::optional<std::size_t> column) const;
  bool reaches_down(const TableBlock& table, const Row& row,
                    std::optional<std::size_t> column) const;
  bool is_ditto(std::string_view cell) const;
  bool is_ditto(Range cell) const { return is_ditto(context_.text(cell)); }
  std::vector<AgencyRef> agencies(Range cell, const std::vector<AgencyRef>* above);
  std::optional<Deadline> deadline(const Row& row, const Columns& columns) const;
  std::optional<Deadline> end(const Row& row, const Columns& columns) const;
  std::string_view product(Range cell);
  void read_cells(const Row& row, const Columns& columns, Task& task);
  bool leads_group(const TableBlock& table, const Row& row, const Columns& columns) const;
  std::optional<Deadline> time_of_title(Range title, const Columns& columns) const;
  std::string task_id(std::string_view number) const;

  FactContext& context_;
  AgencyReader& agencies_;
  DeadlineReader& deadlines_;
  TargetTableReader& target_tables_;
  std::optional<TimeColumns> times_;  // of the table at hand
  std::optional<TaskGroup> group_;
  std::optional<TaskGroup> section_group_;  // of rows above the first row of a group
  std::string prefix_;                      // of the ids of this table's tasks
  std::string_view section_;
  std::string_view funding_unit_;  // of bare amounts, from the header
  std::uint32_t instrument_ = 0;
  std::uint32_t row_in_group_ = 0;
  std::vector<TaskGroup> outer_;  // the groups that group_ stands in
  bool plain_rows_ = false;       // a row of group_ has a number like that of group_
  Range group_range_;             // of the row of group_
  Range group_lead_;              // who leads what stands below that row
  bool task_open_ = false;        // the last task is of this table

  // The last tasks of the table that have these, for cells that only say "as above".
  static constexpr std::size_t kNoTask = static_cast<std::size_t>(-1);
  struct Above {
    std::size_t lead = kNoTask;
    std::size_t coordinating = kNoTask;
    std::size_t deadline = kNoTask;  // kNoTask where the row of the group has it
    std::size_t product = kNoTask;
  };
  Above above_;

  // Of the open task: what rows with merged cells add to it.
  struct Joined {
    std::string_view* field;
    std::string text;
  };
  std::vector<Joined> joined_;
  std::optional<DistinctAgencies> leads_;
  std::optional<DistinctAgencies> partners_;

  std::unordered_map<std::string_view, std::uint32_t> appendices_;  // by prefix of their ids
  std::uint32_t counted_ = 0;  // instruments counted in appendices_
};

// The number of a row or group without zeros, marks and brackets: "01." → "1", "II." → "II".
std::string normal_number(std::string_view written);

}  // namespace scp

#endif  // SCPPARSE_FACTS_TABLES_H_
