// Where the texts of columns stand that blanks set apart.
#ifndef SCPPARSE_LAYOUT_COLUMN_PLACES_H_
#define SCPPARSE_LAYOUT_COLUMN_PLACES_H_

#include <string>
#include <string_view>
#include <vector>

#include "layout/fixed_tables.h"

namespace scp {

// Where the text of a column stands.
struct Extent {
  int left = 0;
  int right = 0;
  bool flush = false;  // most cells begin at the left edge
};

struct Edge {
  int left = 0;
  int right = 0;
};

using Cells = std::vector<std::vector<Edge>>;  // by column

// Where most of the cells of a column, which are some, stand.
Extent extent_of(const std::vector<Edge>& cells);

// The places between each two columns that the fewest lines of the page fill.
std::vector<Gutter> find_gutters(std::string_view content, const GridPage& page);

// Sets where the texts of the columns begin and end.
void bound_page(GridPage& page);

// Adds how many cells stand right of another, and how many of these a single blank parts from it.
void count_cuts(const GridPage& page, std::size_t& single, std::size_t& cuts);

// The last lines of the cell of column `c` above line `at`.
std::string text_above(std::string_view content, const GridPage& page, std::size_t at,
                       std::size_t c);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_COLUMN_PLACES_H_
