// Reads tables of targets: one goal per indicator, with one target per column of values.
#ifndef SCPPARSE_FACTS_TARGET_TABLES_H_
#define SCPPARSE_FACTS_TARGET_TABLES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/context.h"
#include "facts/deadlines.h"
#include "facts/targets.h"

namespace scp {

class TargetTableReader {
 public:
  TargetTableReader(FactContext& context, DeadlineReader& deadlines, TargetReader& targets)
      : context_(context), deadlines_(deadlines), targets_(targets) {}

  // Whether columns for values stay empty in every row: a form to be filled in.
  bool is_form(const TableBlock& table) const;
  // Whether it allots figures to places or bodies rather than say what is to be reached.
  bool allots(const TableBlock& table) const;
  // Whether a column that is known from tables of tasks holds values here.
  bool is_aim(const TableColumnInfo& column) const;
  // Whether it has columns for values.
  bool has_values(const TableBlock& table) const { return !columns_of(table).values.empty(); }
  // Adds the goals of a table of targets to Document::goals; `prefix` begins their ids.
  void read(const TableBlock& table, std::uint32_t block, std::string_view prefix,
            std::string_view section);

 private:
  struct ValueColumn {
    std::size_t index = 0;
    bool baseline = false;  // what has been reached so far
    bool named = false;     // by its words, not only by a year
    std::optional<Deadline> period;
    std::string_view unit;
  };
  struct Columns {
    std::optional<std::size_t> number, name, unit, deadline;
    std::vector<ValueColumn> values;
  };
  Columns columns_of(const TableBlock& table) const;
  bool value_column(const TableColumnInfo& column, ValueColumn& value) const;
  void find_figures(const TableBlock& table, Columns& columns) const;
  void read_periods(const TableBlock& table, Columns& columns);
  Range cell(const Row& row, std::size_t column) const;
  Range cell(const Row& row, std::optional<std::size_t> column) const;
  bool says_something(Range cell) const;
  std::string_view unit_in_brackets(Range& text) const;
  Range without_enumerator(Range name, std::string& number, bool& item) const;
  void begin_group(const std::string& number, Range title);
  void row(const Row& row, const Columns& columns);
  void add_targets(const Row& row, const Columns& columns, Range name, std::string_view unit,
                   Goal& goal);
  void name_head(Goal& goal);
  void set_period(const Row& row, const Columns& columns, Goal& goal);
  std::optional<Deadline> period_of_document(std::uint32_t block);
  std::string goal_id(const std::string& number);

  FactContext& context_;
  DeadlineReader& deadlines_;
  TargetReader& targets_;
  std::string_view prefix_;
  std::string_view section_;
  std::uint32_t instrument_ = 0;
  std::uint32_t unnumbered_ = 0;
  std::string group_;
  std::string_view group_unit_;  // of the rows below a row that has a unit and no values
  Range head_;                   // of a numbered row without values, above its items
  std::optional<Deadline> group_period_;
  std::string period_group_;        // the number of the group whose title gives it
  std::optional<Deadline> period_;  // of the document
};

}  // namespace scp

#endif  // SCPPARSE_FACTS_TARGET_TABLES_H_
