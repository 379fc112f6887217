#include "layout/short_rows.h"

#include <algorithm>
#include <map>

#include "layout/cell_evidence.h"
#include "layout/flat_tables.h"

namespace scp {
namespace {

constexpr int kMisfit = -5;  // a time where a body is wanted, or the other way round

bool misfits(const FlatItem& item, std::string_view role) {
  if (role == "number") return !item.row_number;
  return fits_role(item.evidence, role) <= kMisfit;
}

// Where the cells of a row without a number stand when those left out are merged with cells above:
// one beside the other under the columns that they fit, rather to the right than to the left. The
// index of the first; 0 where they fit nowhere.
std::size_t beside_merged(const std::vector<FlatItem>& items,
                          const std::vector<std::string_view>& roles) {
  std::size_t best = 0;
  int most = 0;
  for (std::size_t first = 1; first + items.size() <= roles.size(); ++first) {
    int fit = 0;
    bool fits = true;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const int here = fits_role(items[i].evidence, roles[first + i]);
      fits = fits && here >= 0;
      fit += here;
    }
    if (!fits || fit < most) continue;
    best = first;
    most = fit;
  }
  return best;
}

// Whether no body stands under a time and no time under bodies.
bool may_stand(std::string_view content, const Grammar& grammar, const DraftTable& table,
               const DraftRow& row, const ShortRow& from, const std::vector<std::size_t>& to) {
  for (std::size_t i = 0; i < to.size(); ++i) {
    const CellEvidence evidence =
        cell_evidence(grammar, content, row.cells[from.columns[i]].front());
    const std::string_view role = table.roles[to[i]];
    const bool bodies = role == "lead" || role == "coordinating";
    if ((evidence.agency && role == "deadline") || (evidence.time && bodies)) return false;
  }
  return true;
}

}  // namespace

void align_short_rows(std::string_view content, const Grammar& grammar,
                      const std::vector<ShortRow>& shorts, DraftTable& table) {
  constexpr std::size_t kFewest = 3;  // rows that agree against one that has its place
  std::map<std::vector<std::size_t>, std::size_t> counts;
  std::map<std::size_t, std::size_t> all;  // by number of cells
  for (const ShortRow& row : shorts) {
    if (row.columns.front() == 0) continue;  // where nothing but a number can stand
    ++counts[row.columns];
    ++all[row.columns.size()];
  }
  for (const ShortRow& moved : shorts) {
    const std::size_t size = moved.columns.size();
    const std::vector<std::size_t>* usual = nullptr;
    std::size_t most = 0;
    for (const auto& [columns, count] : counts) {
      if (columns.size() != size || count <= most) continue;
      usual = &columns;
      most = count;
    }
    const bool lost = moved.columns.front() == 0;
    if (usual == nullptr || *usual == moved.columns || most * 3 < all[size] * 2) continue;
    if (!lost && most < kFewest) continue;
    DraftRow& row = table.rows[moved.row];
    if (!may_stand(content, grammar, table, row, moved, *usual)) continue;
    std::vector<std::vector<Part>> cells(table.roles.size());
    for (std::size_t i = 0; i < size; ++i) {
      cells[(*usual)[i]] = std::move(row.cells[moved.columns[i]]);
    }
    row.cells = std::move(cells);
    row.covered.clear();
    for (std::size_t c = 1; c < row.cells.size(); ++c) {
      if (row.cells[c].empty()) row.covered.push_back(static_cast<std::uint16_t>(c));
    }
  }
}

void deal_short_row(std::string_view content, const Grammar& grammar,
                    const std::vector<std::string_view>& roles, DraftRow& row) {
  const std::size_t size = row.cells.size();
  if (size < 2 || size >= roles.size()) return;
  const bool filled = std::none_of(row.cells.begin(), row.cells.end(),
                                   [](const std::vector<Part>& cell) { return cell.empty(); });
  if (!filled) return;
  std::vector<FlatItem> items;
  bool misfit = false;
  for (std::size_t c = 0; c < size; ++c) {
    const Range range = row.cells[c].front();
    const std::string_view text = content.substr(range.begin, range.size());
    FlatItem item;
    item.parts = row.cells[c];
    item.evidence = cell_evidence(grammar, content, range);
    item.row_number = c == 0 && roles.front() == "number" && numbers_row(text);
    misfit = misfit || misfits(item, roles[c]);
    items.push_back(std::move(item));
  }
  if (!misfit || (size == 2 && items.front().row_number)) return;
  const bool lost = roles.front() == "number" && !items.front().row_number;
  const std::size_t first = lost ? beside_merged(items, roles) : 0;
  if (first > 0) {
    row.cells.insert(row.cells.begin(), first, std::vector<Part>{});
    return;
  }
  const std::vector<std::size_t> columns = deal_items(items, roles);
  if (columns.size() < size || columns.back() == kTitle) return;
  for (std::size_t i = 0; i + 1 < size; ++i) {
    if (columns[i] >= columns[i + 1]) return;
  }
  std::vector<std::vector<Part>> cells(roles.size());
  for (std::size_t i = 0; i < size; ++i) cells[columns[i]] = std::move(row.cells[i]);
  row.cells = std::move(cells);
}

}  // namespace scp
