// Values as the cells of a table, and cells as CSV.
//
// A cell that a spreadsheet would run as a formula, or show as another value (12-10 or Mar-5 as a
// date, 1E5 as 100000, 12:30 as a part of a day), is written with an apostrophe before it; whole
// dates and plain numbers are not. Pure functions.
#ifndef SCPPARSE_EMIT_CSV_CELLS_H_
#define SCPPARSE_EMIT_CSV_CELLS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scpparse/document.h"

namespace scp::csv {

template <typename T, typename Text>
std::string list(const std::vector<T>& items, Text&& text) {
  std::string out;
  for (const T& item : items) {
    if (&item != &items.front()) out += "; ";
    out += text(item);
  }
  return out;
}

std::string cell(std::string_view text);
std::string cell(std::uint32_t number);
std::string cell(const std::optional<double>& number);
std::string cell(Date date);
std::string cell(const std::vector<std::string_view>& words);
std::string cell(const std::vector<AgencyRef>& agencies);

// Quotes what needs quotes.
void append_cell(std::string_view text, std::string& out);

}  // namespace scp::csv

#endif  // SCPPARSE_EMIT_CSV_CELLS_H_
