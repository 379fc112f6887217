// Finds the tables among the lines of a text and makes rows of cells of them.
#ifndef SCPPARSE_LAYOUT_TABLES_H_
#define SCPPARSE_LAYOUT_TABLES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/lines.h"

namespace scp {

// A table before it is written into the flow: cells as lists of pieces of Text::content.
struct DraftRow {
  std::vector<std::vector<Part>> cells;
  std::vector<std::uint16_t> covered;  // columns that a cell of a row above reaches down over
  bool after_gap = false;
};

inline constexpr std::size_t kNoLine = static_cast<std::size_t>(-1);

struct DraftTable {
  std::size_t first_line = 0;             // index of its first line
  std::size_t end_line = 0;               // index after its last line
  bool boxed = false;                     // a drawn rule stands after every row
  bool wrapped = false;                   // only the first line of a row has its number
  std::size_t header_line = kNoLine;      // index of the line of its header
  std::size_t lower_line = kNoLine;       // of the second line of a header of two
  std::vector<std::vector<Part>> header;  // cells of the header row; empty when it has none
  std::vector<std::string_view> roles;    // of the header cells
  std::vector<std::string> header_keys;   // their letters without case, for repeats
  std::vector<DraftRow> rows;
};

// The role of the column that a header cell heads; null when its words name none.
std::string_view column_role(const Grammar& grammar, std::string_view header);

// The same for a header that is known to be one but is not listed: by the phrase that it begins or
// ends with ("Sở, ngành, địa phương chủ trì").
std::string_view column_role_by_words(const Grammar& grammar, std::string_view header);

// The same for a header cell that was misread: other marks, or one letter of a long phrase. Only
// for a cell that stands among known ones.
std::string_view column_role_misread(const Grammar& grammar, std::string_view header);

class TableFinder {
 public:
  TableFinder(const Text& text, const Grammar& grammar, const std::vector<Line>& lines,
              std::vector<Furniture>& furniture)
      : content_(text.content),
        covered_(text.covered),
        grammar_(grammar),
        lines_(lines),
        furniture_(furniture) {}

  // The table that begins at line `at`; false when none begins there.
  bool read(std::size_t at, DraftTable& table);

  // So many lines were put in front of all others.
  void lines_moved(std::size_t by) {
    rules_end_ += by;
    barren_end_ += by;
  }

 private:
  std::string_view role_of(std::string_view header) const { return column_role(grammar_, header); }
  bool has_rows_between_rules(std::size_t first, std::size_t end) const;
  bool region(std::size_t at, DraftTable& table);
  bool is_row(std::size_t line) const;
  bool ends_at(std::size_t line) const;
  std::size_t recognised(const Line& line) const;
  bool other_header(std::size_t line, std::size_t header) const;
  bool recognised_misread(const Line& line) const;
  void read_header(DraftTable& table);
  void set_header(std::size_t line, DraftTable& table) const;
  void name_misread(std::size_t line, DraftTable& table) const;
  void add_number_column(DraftTable& table) const;
  void read_lower_header(DraftTable& table);
  bool completes_header(const std::vector<Range>& cells, const DraftTable& table) const;
  bool repeats(Range lower, const std::vector<Part>& upper) const;
  std::string_view lower_role(Range lower, const std::vector<Part>& upper) const;
  bool heads_values(std::string_view text) const;
  bool widen_header(std::size_t line, DraftTable& table) const;
  void add_row(const Line& line, DraftTable& table);
  std::size_t row_end(std::size_t line, const DraftTable& table) const;
  std::size_t add_lower_box(std::size_t line, DraftTable& table) const;
  static bool blank_header(std::size_t column, const DraftTable& table);
  bool begins_wrapped(const Line& line, const DraftTable& table) const;
  bool is_wrapped(const DraftTable& table) const;
  void add_boxed(std::size_t from, std::size_t to, DraftTable& table);
  void cover_boxed(std::size_t line, DraftTable& table) const;
  std::string_view role_of_lines(const std::vector<Part>& lines) const;
  void add_boxed_header(std::size_t from, std::size_t to, DraftTable& table) const;
  std::size_t title_in_each(const Line& line) const;
  std::size_t title_in_box(std::size_t from, std::size_t to) const;
  bool repeats_header(const Line& line, const DraftTable& table) const;
  bool numbers_columns(const Line& line) const;
  bool number_left_out(const Line& line, const DraftTable& table) const;
  bool number_moved(const Line& line, const DraftTable& table) const;
  bool list_goes_on(const Line& line, const DraftTable& table) const;
  bool continues_row(const Line& line, const DraftTable& table) const;
  bool content_goes_on(const Line& line, const DraftTable& table) const;
  static std::size_t number_column(const DraftTable& table);
  bool has_number(const DraftRow& row, std::size_t column) const;
  bool wants_more(std::string_view cell) const;
  void join_row(const Line& line, DraftTable& table) const;
  std::string cell_key(Range range) const;
  std::vector<std::uint16_t> covered_cells(const Line& line) const;

  std::string_view content_;
  const std::vector<std::uint32_t>& covered_;
  const Grammar& grammar_;
  const std::vector<Line>& lines_;
  std::vector<Furniture>& furniture_;
  std::size_t rules_end_ = 0;   // the line after the last drawn rules that were passed
  bool below_header_ = false;   // a repeated header stands right above
  std::size_t barren_end_ = 0;  // no table begins before this line but with a known header
};

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_TABLES_H_
