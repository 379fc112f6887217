// Rows whose cells go on over several lines, with nothing drawn between the rows:
//
//     |STT |Nhiệm vụ         |Chủ trì    |
//     |1   |Xây dựng kế      |Sở Nội vụ, |
//     |    |hoạch            |Sở Y tế    |
//     |2   |Rà soát          |Sở Tư pháp |
#include <algorithm>

#include "layout/cells.h"
#include "layout/lone_numbers.h"
#include "layout/tables.h"
#include "text/utf8.h"

namespace scp {
namespace {

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace

// Whether a line of wrapped rows is the first of one: it has a number in its first cell, or begins
// that with one ("1. Xây dựng kế", "I. Đất đai").
bool TableFinder::begins_wrapped(const Line& line, const DraftTable& table) const {
  const Range& first = line.cells.front();
  if (first.empty() || table.roles.front() == "number") return !first.empty();
  const std::string_view text = content_.substr(first.begin, first.size());
  const std::string_view number = text.substr(0, text.find(' '));
  return numbers_row(number) && (number == text || number.back() == '.' || number.back() == ')');
}

// Whether the lines that begin no row hold what did not fit into the column above. The pipes of all
// lines stand below each other. Names of columns may stand below a cell over several of them.
bool TableFinder::is_wrapped(const DraftTable& table) const {
  constexpr std::size_t kFewest = 2;  // lines that begin no row
  if (table.boxed || table.roles.empty() || table.header_line == kNoLine) return false;
  const bool numbered = table.roles.front() == "number";
  if (!numbered && table.roles.front() != "content") return false;
  const Line& header = lines_[table.header_line];
  const std::vector<std::size_t> bars = bar_columns(content_, header.range);
  if (bars.size() != header.cells.size() + 1) return false;
  std::size_t rows = 0;
  std::size_t lines = 0;
  std::size_t small = 0;
  std::size_t cells = 0;
  std::size_t full = 0;
  for (std::size_t i = table.header_line + 1; i < table.end_line; ++i) {
    const Line& line = lines_[i];
    if (!is_row(i)) return false;
    const std::vector<std::size_t> own = bar_columns(content_, line.range);
    if (!std::includes(bars.begin(), bars.end(), own.begin(), own.end())) return false;
    if (begins_wrapped(line, table)) {
      ++rows;
      continue;
    }
    if (own.size() != bars.size()) return false;
    ++lines;
    bool goes_on = false;
    for (std::size_t c = numbered ? 1 : 0; c < line.cells.size(); ++c) {
      if (line.cells[c].empty()) continue;
      const std::string_view text = content_.substr(line.cells[c].begin, line.cells[c].size());
      if (rows == 0 && role_of(text).data() != nullptr) continue;
      if (c >= lines_[i - 1].cells.size() || lines_[i - 1].cells[c].empty()) return false;
      const Range& above = lines_[i - 1].cells[c];
      const std::size_t used = characters(content_.substr(above.begin, above.size()));
      const std::size_t word = characters(text.substr(0, text.find(' ')));
      ++cells;
      full += used + word + 2 >= bars[c + 1] - bars[c] - 1;  // a blank at its end
      goes_on = goes_on || !is_upper(decode(text, 0).value);
    }
    small += goes_on;
  }
  return rows > 0 && lines >= kFewest && full * 4 >= cells * 3 && small * 2 >= lines;
}

}  // namespace scp
