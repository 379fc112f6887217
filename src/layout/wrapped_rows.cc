// Rows whose cells go on over several lines, with nothing drawn between the rows:
//
//     |STT |Nhiệm vụ         |Chủ trì    |
//     |1   |Xây dựng kế      |Sở Nội vụ, |
//     |    |hoạch            |Sở Y tế    |
//     |2   |Rà soát          |Sở Tư pháp |
#include <algorithm>

#include "layout/cells.h"
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

// Whether the lines without a number hold what did not fit into the column above. The pipes of all
// lines stand below each other.
bool TableFinder::is_wrapped(const DraftTable& table) const {
  constexpr std::size_t kFewest = 2;  // lines without a number
  const bool numbered = !table.roles.empty() && table.roles.front() == "number";
  if (table.boxed || !numbered || table.header_line == kNoLine) return false;
  const Line& header = lines_[table.header_line];
  const std::vector<std::size_t> bars = bar_columns(content_, header.range);
  if (bars.size() != header.cells.size() + 1) return false;
  std::size_t lines = 0;
  std::size_t small = 0;
  std::size_t cells = 0;
  std::size_t full = 0;
  for (std::size_t i = table.header_line + 1; i < table.end_line; ++i) {
    const Line& line = lines_[i];
    if (!is_row(i)) return false;
    const std::vector<std::size_t> own = bar_columns(content_, line.range);
    if (!std::includes(bars.begin(), bars.end(), own.begin(), own.end())) return false;
    if (!line.cells.front().empty()) continue;
    if (own.size() != bars.size()) return false;
    ++lines;
    bool goes_on = false;
    for (std::size_t c = 1; c < line.cells.size(); ++c) {
      if (line.cells[c].empty()) continue;
      if (c >= lines_[i - 1].cells.size() || lines_[i - 1].cells[c].empty()) return false;
      const std::string_view text = content_.substr(line.cells[c].begin, line.cells[c].size());
      const Range& above = lines_[i - 1].cells[c];
      const std::size_t used = characters(content_.substr(above.begin, above.size()));
      const std::size_t word = characters(text.substr(0, text.find(' ')));
      ++cells;
      full += used + word + 2 >= bars[c + 1] - bars[c] - 1;  // a blank at its end
      goes_on = goes_on || !is_upper(decode(text, 0).value);
    }
    small += goes_on;
  }
  return lines >= kFewest && full * 4 >= cells * 3 && small * 2 >= lines;
}

}  // namespace scp
