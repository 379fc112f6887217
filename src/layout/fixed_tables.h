// Finds tables whose columns are set apart by blanks only, as `pdftotext -layout` prints them, and
// makes rows of cells of them.
//
//     1    Rà soát quy hoạch    Sở Công     2026      a row of two lines: columns begin and end
//          mạng lưới chợ        Thương                where every page of the table has a gutter
//
// Afterwards each word between the header and the last row stands in one cell or is furniture.
#ifndef SCPPARSE_LAYOUT_FIXED_TABLES_H_
#define SCPPARSE_LAYOUT_FIXED_TABLES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "layout/fixed_header.h"
#include "layout/lone_numbers.h"
#include "layout/tables.h"

namespace scp {

// One line of such a table.
struct GridLine {
  Line line;
  std::vector<Segment> segments;
  std::vector<Segment> cells;  // by column; empty ranges where nothing stands
  bool gap = false;            // an empty line stands before it
  bool page_start = false;     // it is the first line of a page
  bool spanning = false;       // a title that runs over the columns
  bool lone_number = false;    // nothing but a row number, which looked like one of a page
  bool total = false;          // what it sums up is no part of the row above
  bool anew = false;           // its words begin anew in several columns
};

// Places that no text of the columns beside it covers.
struct Gutter {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A stretch of the table in which the columns stand still.
struct GridPage {
  std::vector<HeaderColumn> columns;
  std::vector<GridLine> lines;
  std::vector<std::uint32_t> lefts;   // where the text of each column begins at least
  std::vector<std::uint32_t> widths;  // where it ends at most
  std::vector<Gutter> gutters;        // after each column but the last
  std::vector<Part> headings;         // of the header, above several columns
  bool headed = true;                 // a header stands over it, and its columns below that
};

// Cuts the lines of pages of a table into the cells of its columns.
void cut_pages(std::string_view content, const Grammar& grammar, std::span<GridPage> pages);

// Reads rows that take a line each and whose cells stand under no column; false when these are
// none.
bool read_uneven_rows(std::string_view content, const Grammar& grammar,
                      const std::vector<GridPage>& pages,
                      const std::vector<std::string_view>& roles, std::vector<DraftRow>& rows);

// Groups the lines of all pages into rows. `number`: the number column; columns.size() when none.
std::vector<DraftRow> group_rows(std::string_view content, std::vector<GridPage>& pages,
                                 std::size_t number, std::size_t text);

class FixedTableFinder {
 public:
  FixedTableFinder(const Text& text, const Grammar& grammar, const std::vector<Line>& lines,
                   std::vector<Furniture>& furniture, LoneNumbers& numbers)
      : content_(text.content),
        grammar_(grammar),
        lines_(lines),
        furniture_(furniture),
        numbers_(numbers) {}

  // The table that begins at line `at`; false when none begins there.
  bool read(std::size_t at, DraftTable& table);

 private:
  enum class Kind : std::uint8_t { kRow, kLoose, kAcross, kEnd };
  enum class Alone : std::uint8_t { kNone, kOfRow, kOfPage };
  Kind kind_of(const GridLine& line, const GridPage& page) const;
  bool ends_table(const Line& line) const;
  std::uint32_t left_of_text(const GridLine& line, const GridPage& page, std::uint32_t left) const;
  bool stands_inside(const GridLine& line, const GridPage& page, std::uint32_t left) const;
  bool same_header(const GridLine& line, std::size_t at, const GridPage& page,
                   FixedHeader& again) const;
  void add_number_column(std::size_t from, FixedHeader& header) const;
  bool number_line(std::uint32_t from, std::uint32_t to, GridLine& line);
  bool names_columns(const GridLine& line) const;
  bool take_header(std::size_t at, FixedHeader& again, std::vector<GridPage>& pages);
  Alone number_above(std::size_t at, const GridPage& page, GridLine& number);
  bool goes_on(const GridLine& line, const GridPage& page, bool below_last) const;
  std::size_t collect(std::size_t from, std::vector<GridPage>& pages);
  std::string_view role_by_words(const HeaderColumn& column) const;
  void set_aside(std::size_t from, std::size_t to);
  void describe(const DraftTable& table, std::size_t text, std::vector<GridPage>& pages) const;
  bool begins_anew(const GridLine& line, const GridLine* above, const DraftTable& table,
                   std::size_t text) const;
  GridLine grid_line(const Line& line) const;

  std::string_view content_;
  const Grammar& grammar_;
  const std::vector<Line>& lines_;
  std::vector<Furniture>& furniture_;
  LoneNumbers& numbers_;
};

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_FIXED_TABLES_H_
