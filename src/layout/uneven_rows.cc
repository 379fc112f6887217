#include <algorithm>

#include "layout/cell_evidence.h"
#include "layout/fixed_tables.h"
#include "layout/flat_tables.h"

namespace scp {
namespace {

// Rows on one line each whose cells are set apart by blanks and stand under no column:
//
//     TT  Nội dung  Cơ quan chủ trì  Thời gian
//     1  Rà soát quy hoạch mạng lưới chợ  Sở Công Thương  Quý II/2026
class UnevenRows {
 public:
  UnevenRows(std::string_view content, const Grammar& grammar, const std::vector<GridPage>& pages,
             const std::vector<std::string_view>& roles)
      : content_(content), grammar_(grammar), pages_(pages), roles_(roles) {}

  // Most lines have as many texts as there are columns, none has more, none goes on with another,
  // and the places of the columns would put two into one cell.
  bool found() const {
    std::size_t full = 0;
    std::size_t fewer = 0;
    std::size_t mixed = 0;
    for (const GridPage& page : pages_) {
      for (const GridLine& line : page.lines) {
        const std::size_t size = line.segments.size();
        if (size > roles_.size() || line.lone_number) return false;
        if (is_title(line)) continue;
        if (size < 3) return false;
        ++(size == roles_.size() ? full : fewer);
        if (mixes_cells(line)) ++mixed;
      }
    }
    return mixed > 0 && full >= fewer;
  }

  std::vector<DraftRow> rows() const {
    std::vector<DraftRow> made;
    for (const GridPage& page : pages_) {
      for (const GridLine& line : page.lines) made.push_back(row(line));
    }
    return made;
  }

 private:
  std::string_view text_of(const Segment& segment) const {
    return content_.substr(segment.range.begin, segment.range.size());
  }
  bool numbered(const GridLine& line) const {
    return roles_.front() == "number" && numbers_row(text_of(line.segments.front()));
  }
  bool is_title(const GridLine& line) const {
    return line.segments.size() == (numbered(line) ? 2U : 1U);
  }

  bool mixes_cells(const GridLine& line) const {
    if (line.spanning) return true;
    return std::any_of(line.cells.begin(), line.cells.end(), [&](const Segment& cell) {
      return text_of(cell).find("  ") != std::string_view::npos;
    });
  }

  DraftRow row(const GridLine& line) const {
    DraftRow made;
    made.after_gap = line.gap;
    made.cells.resize(roles_.size());
    std::vector<FlatItem> items;
    for (const Segment& segment : line.segments) {
      FlatItem item;
      item.parts.emplace_back(segment.range);
      item.evidence = cell_evidence(grammar_, content_, segment.range);
      item.row_number = items.empty() && numbered(line);
      items.push_back(std::move(item));
    }
    std::vector<std::size_t> columns(items.size());
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = i;
    if (!is_title(line) && items.size() < roles_.size()) {
      const std::vector<std::size_t> dealt = deal_items(items, roles_);
      if (dealt.size() == items.size()) columns = dealt;
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
      std::vector<Part>& cell = made.cells[columns[i] == kTitle ? 0 : columns[i]];
      cell.insert(cell.end(), items[i].parts.begin(), items[i].parts.end());
    }
    return made;
  }

  std::string_view content_;
  const Grammar& grammar_;
  const std::vector<GridPage>& pages_;
  const std::vector<std::string_view>& roles_;
};

}  // namespace

bool read_uneven_rows(std::string_view content, const Grammar& grammar,
                      const std::vector<GridPage>& pages,
                      const std::vector<std::string_view>& roles, std::vector<DraftRow>& rows) {
  const UnevenRows reader(content, grammar, pages, roles);
  if (!reader.found()) return false;
  rows = reader.rows();
  return true;
}

}  // namespace scp
