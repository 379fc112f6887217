#include "layout/page_heads.h"

#include <unordered_map>
#include <utility>

#include "layout/cell_evidence.h"
#include "layout/cells.h"
#include "layout/fixed_header.h"
#include "layout/tables.h"

namespace scp {
namespace {

constexpr std::uint32_t kShortest = 16;  // bytes
constexpr std::uint32_t kLongest = 200;

struct Seen {
  std::size_t heads = 0;   // right below the number of a page
  std::size_t others = 0;  // elsewhere
};

std::string_view text_of(std::string_view content, const Line& line) {
  return content.substr(line.range.begin, line.range.size());
}

// A body or a time with nothing more may stand below the number of each row of a table.
bool may_be_cell(std::string_view content, const Grammar& grammar, const Line& line) {
  const CellEvidence evidence = cell_evidence(grammar, content, line.range);
  const bool more = text_of(content, line).find(" - ") != std::string_view::npos;
  return evidence.time || (evidence.agency && !more);
}

// A title may stand once where it is no head; the rows and the header of a table are none.
bool may_be_head(std::string_view content, const Grammar& grammar, const Line& line) {
  if (!line.after_page || line.tabbed() || line.rule || line.enumerated || line.form != nullptr)
    return false;
  const std::string_view text = text_of(content, line);
  return text.size() >= kShortest && text.size() <= kLongest &&
         find_blanks(text, 3) == std::string_view::npos &&
         column_role(grammar, text).data() == nullptr && !may_be_cell(content, grammar, line);
}

}  // namespace

void set_page_heads_aside(std::string_view content, const Grammar& grammar,
                          std::vector<Line>& lines, std::vector<Furniture>& furniture) {
  std::unordered_map<std::string_view, Seen> seen;
  std::size_t pages = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    pages += line.after_page;
    FixedHeader header;  // of a table, whose first line holds a single cell
    if (may_be_head(content, grammar, line) &&
        !read_fixed_header(content, grammar, lines, i, header))
      ++seen[text_of(content, line)].heads;
  }
  if (seen.empty()) return;
  for (const Line& line : lines) {
    const auto found = seen.find(text_of(content, line));
    if (found != seen.end()) ++found->second.others;
  }
  const auto is_head = [&](const Line& line) {
    if (!may_be_head(content, grammar, line)) return false;
    const auto found = seen.find(text_of(content, line));
    if (found == seen.end()) return false;
    const Seen& s = found->second;
    return s.heads >= 2 && s.heads * 3 >= pages * 2 && s.others <= s.heads + 1;
  };
  std::vector<Line> kept;
  kept.reserve(lines.size());
  bool below = false;
  bool gap = false;
  for (Line& line : lines) {
    if (is_head(line)) {
      furniture.push_back({line.range, "page-head"});
      gap = line.gap_before;
      below = true;
      continue;
    }
    if (below) {
      line.after_page = true;
      line.gap_before = line.gap_before || gap;
    }
    below = false;
    kept.push_back(std::move(line));
  }
  lines = std::move(kept);
}

}  // namespace scp
