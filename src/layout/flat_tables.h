// Finds tables that have been flattened to one cell per line, and makes rows of cells of them.
//
//     STT · Nội dung · Chủ trì · Thời gian · 1 · Tuần tra · Sở Y tế · 2026 · 2 · …
//
// (· is a line end.) The header says how many columns there are and what they hold, the running
// numbers where rows begin, and the words of each cell which columns were left empty. Cells of
// several lines are known where empty lines part the cells.
#ifndef SCPPARSE_LAYOUT_FLAT_TABLES_H_
#define SCPPARSE_LAYOUT_FLAT_TABLES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "layout/cell_evidence.h"
#include "layout/lone_numbers.h"
#include "layout/tables.h"

namespace scp {

struct FlatHeader {
  std::vector<std::vector<Part>> cells;
  std::vector<std::string_view> roles;
  std::size_t first_line = 0;
  std::size_t end_line = 0;
  bool parted = false;  // empty lines stand between its cells
};

// What stands between two cells' ends: one cell, or a part of one.
struct FlatItem {
  std::vector<Part> parts;
  CellEvidence evidence;
  std::uint32_t number = 0;       // of a line that is nothing but a number: the last one in it
  bool nested = false;            // of several: 11.8
  bool lettered = false;          // a letter stands behind it: 1b
  bool group = false;             // nothing but a Roman numeral or a letter
  bool row_number = false;        // it begins a row
  bool lone_number = false;       // it looked like the number of a page
  bool day = false;               // so did this: 31/3
  bool value = false;             // a number alone that is the cell of a row
  bool opens = false;             // an enumerated line: may open another part of the document
  bool heads = false;             // one after which rows begin anew: the title of a group
  std::vector<Range> lone_parts;  // parts that looked so: "năm", "2026"
  std::size_t line = 0;           // index of its first line
  std::size_t end_line = 0;
};

// Deals the items of a table out to columns: for each item the column, in order; kTitle for the
// title of a group. Items that no longer belong to the table get none, so the result may be
// shorter.
inline constexpr std::size_t kTitle = 1000;
std::vector<std::size_t> deal_items(const std::vector<FlatItem>& items,
                                    const std::vector<std::string_view>& roles);

class FlatTableFinder {
 public:
  FlatTableFinder(const Text& text, const Grammar& grammar, const std::vector<Line>& lines,
                  std::vector<Furniture>& furniture, LoneNumbers& numbers)
      : content_(text.content),
        grammar_(grammar),
        lines_(lines),
        furniture_(furniture),
        numbers_(numbers) {}

  // The table that begins at line `at`; false when none begins there.
  bool read(std::size_t at, DraftTable& table);
  // Whether the line begins the header of such a table, with a column for numbers: a cheap look.
  bool heads_numbers(std::size_t at) const;

 private:
  bool goes_on(std::size_t line, const FlatHeader& header) const;
  std::size_t number_before_text(Range line) const;
  bool rows_follow(std::size_t line) const;
  void split_unknown(std::size_t line, FlatHeader& header) const;
  bool header(std::size_t at, FlatHeader& header) const;
  std::size_t split_lead(std::size_t line, FlatHeader& header) const;
  std::size_t known_cell(std::size_t line, bool misread, std::string_view& role) const;
  std::size_t unknown_cells(std::size_t line, const FlatHeader& header, std::size_t known) const;
  bool begins_rows(std::size_t line) const;
  std::size_t first_row_size(std::size_t line) const;
  std::size_t column_numbers(std::size_t line, std::size_t columns) const;
  bool titles_next(std::size_t line, const FlatHeader& header) const;
  std::string_view role_at(std::size_t line, std::size_t count, bool misread = false) const;
  bool usable(std::size_t line) const;
  bool begins_small(std::size_t line) const;
  bool ends_table(const Line& line) const;
  std::vector<FlatItem> items(const FlatHeader& header, std::size_t most,
                              std::vector<Furniture>& repeated) const;
  std::vector<std::size_t> deal(FlatHeader& header, std::vector<FlatItem>& items,
                                std::vector<Furniture>& repeated) const;
  std::size_t repeated_header(std::size_t line, const FlatHeader& header) const;
  void add_numbers(std::uint32_t from, std::uint32_t to, std::vector<FlatItem>& items) const;
  void mark_rows(std::vector<FlatItem>& items, std::size_t columns) const;
  void mark_counted_groups(std::vector<FlatItem>& items,
                           const std::vector<std::string_view>& roles) const;
  void mark_values(std::vector<FlatItem>& items, const std::vector<std::string_view>& roles) const;
  bool heads_rows(const std::vector<FlatItem>& items, std::size_t at, std::size_t width) const;
  void mark_titles(std::vector<FlatItem>& items, std::size_t width) const;
  std::size_t open_cell(const DraftRow& row, std::size_t otherwise) const;
  void write_rows(const std::vector<FlatItem>& items, const std::vector<std::size_t>& columns,
                  DraftTable& table) const;
  FlatItem item(Range range, std::size_t line) const;
  bool cut_before(const std::vector<FlatItem>& items, const FlatItem& next) const;
  void join(FlatItem& above, FlatItem&& next) const;

  std::string_view content_;
  const Grammar& grammar_;
  const std::vector<Line>& lines_;
  std::vector<Furniture>& furniture_;
  LoneNumbers& numbers_;
};

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_FLAT_TABLES_H_
