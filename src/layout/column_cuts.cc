#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>

#include "layout/cell_evidence.h"
#include "layout/column_places.h"
#include "layout/fixed_tables.h"
#include "layout/lines.h"
#include "layout/open_names.h"
#include "text/utf8.h"

namespace scp {
namespace {

std::string_view text_of(std::string_view content, Range range) {
  return content.substr(range.begin, range.size());
}

// A Roman numeral or a letter, beside which the title of a group stands.
bool numbers_group(std::string_view text) {
  return numbers_row(text) && text.find_first_of("0123456789") == std::string_view::npos;
}

// A piece of a line that no cut divides.
struct Atom {
  Segment text;
  int blanks = 0;       // before it
  bool agency = false;  // the name of a body begins with it
  bool time = false;
  bool capital = false;  // begins with a capital letter
  bool small = false;    // begins with a small one
  bool leads = false;    // a name where a column of bodies begins about; nothing asks for it
};

// Deals the texts of a line to the columns. Blanks between two columns may be a single one where
// the text of the first is long, and all that stands right of it is pushed away:
//
//     nghề nghiệp đẩy mạnh tuyên và Đào tạo;   Các trường
//     truyền về lối sống tiêu dùng bền Sở Lao động    phổ thông
//
// so no place across the page parts them. Of all ways to cut a line, the one that fits best the
// places of the columns and of the cells above and below is taken.
class LineCutter {
 public:
  LineCutter(std::string_view content, const Grammar& grammar, GridPage& page)
      : content_(content), grammar_(grammar), page_(page) {}

  // For the first cut: lines with as many texts as there are columns; how many there are.
  std::size_t begin_full(Cells& all) {
    cells_.assign(page_.columns.size(), {});
    for (const GridLine& line : page_.lines) {
      if (line.segments.size() != cells_.size()) continue;
      const bool number = page_.columns.front().role == "number";
      if (number && !numbers_row(text_of(content_, line.segments.front().range))) continue;
      for (std::size_t c = 0; c < cells_.size(); ++c) {
        cells_[c].push_back(edge_of(line.segments[c]));
      }
    }
    add_to(all);
    return cells_.front().size();
  }

  // Where there are none: the segments that stand in one column for certain by the header.
  void begin(Cells& all) {
    cells_.assign(page_.columns.size(), {});
    for (const GridLine& line : page_.lines) {
      if (!page_.headed) break;
      for (const Segment& s : line.segments) {
        const std::size_t c = only_column(s);
        if (c < cells_.size()) cells_[c].push_back(edge_of(s));
      }
    }
    add_to(all);
  }

  // Another, by the cells of the cut before.
  void measure(Cells& all) {
    cells_.assign(page_.columns.size(), {});
    for (const GridLine& line : page_.lines) {
      if (line.spanning) continue;
      for (std::size_t c = 0; c < cells_.size(); ++c) {
        if (!line.cells[c].range.empty()) cells_[c].push_back(edge_of(line.cells[c]));
      }
    }
    add_to(all);
  }

  // Cuts all lines; `all` has the cells of all pages.
  void cut_lines(const Cells& all, const std::vector<Extent>& of_all, bool again,
                 int more_for_single) {
    single_ = kSingleBlank + more_for_single;
    set_extents(all, of_all);
    if (!again && !page_.headed) follow();
    for (std::size_t i = 0; i < page_.lines.size(); ++i) cut(i, again);
  }

 private:
  static constexpr int kUnit = 4;
  static constexpr int kSingleBlank = 2 * kUnit;  // what a cut at one blank costs
  static constexpr int kPushed = 8;               // characters; a whole row may stand so far aside
  static constexpr int kNever = 1000 * kUnit;

  struct Cut {
    int cost = kNever * 10;
    std::size_t from = 0;  // first atom of the last cell
    std::size_t column = 0;
    std::size_t last_column = 0;
  };

  struct Look {
    bool agency = false;
    bool time = false;
  };

  // What stands above and below a cell.
  struct Around {
    int above = 0;  // how far from the place of the column
    int below = 0;
    bool empty_above = false;
  };

  void add_to(Cells& all) const {
    all.resize(cells_.size());
    for (std::size_t c = 0; c < cells_.size(); ++c) {
      all[c].insert(all[c].end(), cells_[c].begin(), cells_[c].end());
    }
  }

  // A page without a header may stand further left or right than the others.
  void follow() {
    constexpr int kFarthest = 12;
    std::size_t most = 0;
    int best = 0;
    for (int step = 0; step <= 2 * kFarthest; ++step) {
      const int by = step % 2 == 0 ? step / 2 : -(step + 1) / 2;
      std::size_t count = 0;
      for (const GridLine& line : page_.lines) {
        for (const Segment& s : line.segments) {
          count += static_cast<std::size_t>(std::count_if(
              extents_.begin(), extents_.end(),
              [&](const Extent& e) { return e.flush && e.left + by == static_cast<int>(s.x); }));
        }
      }
      if (count <= most) continue;
      most = count;
      best = by;
    }
    for (Extent& extent : extents_) {
      extent.left += best;
      extent.right += best;
    }
  }

  static Edge edge_of(const Segment& s) {
    return {static_cast<int>(s.x), static_cast<int>(s.x_end)};
  }

  // All pages have the same columns; where these stand differs a little.
  void set_extents(const Cells& all, const std::vector<Extent>& of_all) {
    constexpr std::size_t kFew = 6;
    extents_.resize(page_.columns.size());
    for (std::size_t c = 0; c < extents_.size(); ++c) {
      const int x = static_cast<int>(page_.columns[c].x);
      const int x_end = static_cast<int>(page_.columns[c].x_end);
      extents_[c] = all[c].empty() ? Extent{x, x_end, false} : of_all[c];
      if (cells_[c].size() < kFew || cells_[c].size() == all[c].size()) continue;
      const Extent own = extent_of(cells_[c]);
      const int by = extents_[c].flush && own.flush
                         ? own.left - extents_[c].left
                         : (own.left + own.right - extents_[c].left - extents_[c].right) / 2;
      extents_[c].left += by;
      extents_[c].right += by;
    }
  }

  // The only column whose header a text stands below, or between whose gutters it stands; past
  // the last where there is none.
  std::size_t only_column(const Segment& s) const {
    const std::size_t count = page_.columns.size();
    std::size_t below = count;
    std::size_t headers = 0;
    for (std::size_t c = 0; c < count; ++c) {
      if (s.x_end <= page_.columns[c].x || s.x >= page_.columns[c].x_end) continue;
      below = c;
      ++headers;
    }
    if (headers == 1) return below;
    const std::size_t c = zone(s.x);
    return headers == 0 && c == zone(s.x_end - 1) ? c : count;
  }

  std::size_t zone(std::uint32_t x) const {
    std::size_t column = 0;
    while (column < page_.gutters.size() && x >= page_.gutters[column].begin) ++column;
    return column;
  }

  // Pieces between blanks where a cut is possible.
  std::vector<Atom> atoms_of(const GridLine& line) {
    constexpr std::size_t kMost = 48;
    constexpr int kNear = 14;
    std::vector<Atom> atoms;
    std::uint32_t end = 0;
    for (const Segment& s : line.segments) {
      atoms.push_back({s, atoms.empty() ? 100 : static_cast<int>(s.x - end)});
      end = s.x_end;
      std::uint32_t x = s.x;
      for (std::uint32_t i = s.range.begin; i < s.range.end; ++x) {
        const std::uint32_t length = decode(content_, i).length;
        if (content_[i] == ' ' && atoms.size() < kMost && near_edge(static_cast<int>(x), kNear)) {
          Segment& left = atoms.back().text;
          const Segment right{{i + length, left.range.end}, x + 1, left.x_end};
          left.range.end = i;
          left.x_end = x;
          atoms.push_back({right, 1});
        }
        i += length;
      }
    }
    std::size_t looked = 0;
    for (std::size_t i = 0; i < atoms.size(); ++i) look_at(i, looked, atoms);
    for (std::size_t i = 0; i < atoms.size(); ++i) atoms[i].leads = leads(i, atoms);
    return atoms;
  }

  void look_at(std::size_t i, std::size_t& looked, std::vector<Atom>& atoms) {
    constexpr std::size_t kMostLooks = 16;  // in a line
    Atom& atom = atoms[i];
    const CodePoint first = decode(content_, atom.text.range.begin);
    atom.small = is_letter(first.value) && is_lower(first.value);
    atom.capital = is_letter(first.value) && !atom.small;
    if (atom.small || ++looked > kMostLooks) return;
    const auto [known, fresh] = looks_.try_emplace(atom.text.range.begin);
    Look& look = known->second;
    if (fresh) {
      std::size_t last = i;
      while (last + 1 < atoms.size() && atoms[last + 1].blanks == 1) ++last;
      const Range text{atom.text.range.begin, atoms[last].text.range.end};
      const CellEvidence evidence = cell_evidence(grammar_, content_, text);
      RuleMatch match;
      look.agency = evidence.agency;
      look.time = evidence.time ||
                  first_match(grammar_, RuleSet::kDeadline, content_, text, match) != nullptr;
    }
    atom.agency = look.agency;
    atom.time = look.time;
  }

  // The name of a body where a column of bodies begins about, which is no part of the text
  // before: nothing there asks for it, or the line begins a row, "1 Rà soát các Sở Công".
  bool leads(std::size_t i, const std::vector<Atom>& atoms) const {
    if (i == 0 || !atoms[i].agency || !near_bodies(static_cast<int>(atoms[i].text.x))) return false;
    if (!asked_for(atoms[i - 1])) return true;
    return i + 1 < atoms.size() && atoms[i + 1].blanks == 1 && !atoms[i + 1].agency &&
           atoms[1].capital && numbers_row(text_of(content_, atoms[0].text.range));
  }

  bool near_bodies(int x) const {
    constexpr int kNear = 8;
    for (std::size_t c = 1; c < extents_.size(); ++c) {
      if (of_bodies(c) && std::abs(x - extents_[c].left) <= kNear) return true;
    }
    return false;
  }

  // Whether more must come after a text.
  bool asked_for(const Atom& before) const {
    const std::string_view text = text_of(content_, before.text.range);
    return text.back() == ',' || wanted_after(grammar_, text) != Wanted::kNothing;
  }

  bool of_bodies(std::size_t c) const {
    const std::string_view role = page_.columns[c].role;
    return role == "lead" || role == "coordinating";
  }

  bool near_edge(int x, int far) const {
    for (std::size_t c = 1; c < extents_.size(); ++c) {
      if (x >= extents_[c].left - far && x <= extents_[c].left + far) return true;
    }
    return false;
  }

  void cut(std::size_t at, bool again) {
    constexpr std::size_t kMostAtoms = 48;
    constexpr std::size_t kMostColumns = 16;
    GridLine& line = page_.lines[at];
    const std::vector<Atom> atoms = atoms_of(line);
    line.cells.assign(extents_.size(), Segment{});
    line.spanning = false;
    if (atoms.size() > kMostAtoms || extents_.size() > kMostColumns) return put_by_zone(line);
    prepare(at, atoms, again);
    const std::size_t count = extents_.size();
    const std::size_t n = atoms.size();
    // best[i][c]: the first i atoms dealt to columns before c.
    best_.assign((n + 1) * (count + 1), Cut{});
    for (std::size_t c = 0; c <= count; ++c) best_[c].cost = 0;
    for (std::size_t j = 1; j <= n; ++j) {
      for (std::size_t i = j; i-- > 0;) take_cells(at, atoms, i, j);
      for (std::size_t c = 1; c <= count; ++c) {
        const Cut& fewer = best_[j * (count + 1) + c - 1];
        Cut& cut = best_[j * (count + 1) + c];
        if (fewer.cost < cut.cost) cut = fewer;
      }
    }
    if (best_.back().cost >= kNever) return put_by_zone(line);
    for (std::size_t j = n, c = count; j > 0;) {
      const Cut& cut = best_[j * (count + 1) + c];
      Segment& cell = line.cells[cut.column];
      cell = atoms[cut.from].text;
      cell.range.end = atoms[j - 1].text.range.end;
      cell.x_end = atoms[j - 1].text.x_end;
      line.spanning = line.spanning || cut.last_column > cut.column;
      c = cut.column;
      j = cut.from;
    }
  }

  // Cells of atoms [i, j) in any column, after the best cut of those before.
  void take_cells(std::size_t at, const std::vector<Atom>& atoms, std::size_t i, std::size_t j) {
    const std::size_t count = extents_.size();
    const int x = static_cast<int>(atoms[i].text.x);
    const bool first = i == 0 || (i == 1 && numbered_);
    for (std::size_t c = 0; c < count; ++c) {
      const Cut& before = best_[i * (count + 1) + c];
      if (before.cost >= kNever || far_from(c, x)) continue;
      int cost = before.cost + wide_[j - 1] - wide_[i];
      if (i > 0 && atoms[i].blanks == 1) cost += single_blank(atoms, i, c) + leap(before, c);
      keep({cost + cell_cost(atoms, i, j, c), i, c, c}, j);
      for (std::size_t last = c + 1; first && last < count; ++last) {
        if (!may_span(atoms, i, j, c, last)) break;
        keep({cost + span_cost(at, i) + span_edges(atoms, i, j, c, last), i, c, last}, j);
      }
    }
  }

  void keep(const Cut& made, std::size_t j) {
    Cut& cut = best_[j * (extents_.size() + 1) + made.last_column + 1];
    if (made.cost < cut.cost) cut = made;
  }

  // Text that begins there cannot be of column `c`.
  bool far_from(std::size_t c, int x) const {
    constexpr int kFar = 24;
    const bool right = c + 1 < extents_.size() && x > extents_[c].right + kFar;
    return right || (c > 1 && x < extents_[c].left - kFar);
  }

  // Each text to the column in whose place it begins.
  void put_by_zone(GridLine& line) const {
    for (const Segment& s : line.segments) {
      Segment& cell = line.cells[zone(s.x)];
      if (cell.range.empty()) {
        cell = s;
      } else {
        cell.range.end = s.range.end;
        cell.x_end = s.x_end;
      }
    }
  }

  // What the costs of a line are made from.
  void prepare(std::size_t at, const std::vector<Atom>& atoms, bool again) {
    const std::size_t count = extents_.size();
    numbered_ = numbers_row(text_of(content_, atoms[0].text.range));
    group_ = numbers_group(text_of(content_, atoms[0].text.range));
    wide_.assign(atoms.size(), 0);
    times_.assign(atoms.size(), 0);
    names_.assign(atoms.size(), 0);
    leads_.assign(atoms.size(), 0);
    capitals_.assign(atoms.size(), 0);
    for (std::size_t i = 1; i < atoms.size(); ++i) {
      const Atom& atom = atoms[i];
      const int blanks = atom.blanks > 1 ? kUnit * std::min(atom.blanks, 4) : 0;
      wide_[i] = wide_[i - 1] + blanks;
      times_[i] = times_[i - 1] + (atom.time ? 1 : 0);
      names_[i] = names_[i - 1] + (atom.agency ? 1 : 0);
      leads_[i] = leads_[i - 1] + (atom.leads ? 1 : 0);
      capitals_[i] = capitals_[i - 1] + (atom.capital ? 1 : 0);
    }
    around_.assign(count, Around{});
    for (std::size_t c = 0; c < count; ++c) {
      around_[c].empty_above = empty_above(at, c);
      if (!again) continue;
      around_[c].above = shift(at, -1, c);
      around_[c].below = shift(at, 1, c);
    }
    goes_on_.assign(count * atoms.size(), false);
    for (std::size_t c = 0; c < count; ++c) {
      if (!of_bodies(c)) continue;
      const std::string name = open_name(grammar_, text_above(content_, page_, at, c));
      if (name.empty()) continue;
      for (std::size_t i = 0; i < atoms.size(); ++i) {
        if (far_from(c, static_cast<int>(atoms[i].text.x))) continue;
        Range text = atoms[i].text.range;
        bool goes_on = goes_on_with(grammar_, name, text_of(content_, text));
        if (!goes_on && i + 1 < atoms.size() && atoms[i + 1].blanks == 1) {  // "và Môi"
          text.end = atoms[i + 1].text.range.end;
          goes_on = goes_on_with(grammar_, name, text_of(content_, text));
        }
        goes_on_[c * atoms.size() + i] = goes_on;
      }
    }
  }

  // A column in between is empty where wide blanks stand.
  static int leap(const Cut& before, std::size_t c) {
    return c > before.last_column + 1 ? 3 * kUnit : 0;
  }

  int single_blank(const std::vector<Atom>& atoms, std::size_t i, std::size_t column) const {
    if (column == 1 && page_.columns.front().role == "number" && i == 1 && numbered_) return 0;
    const bool time = atoms[i].time && page_.columns[column].role == "deadline";
    if (!group_ && (time || (atoms[i].agency && of_bodies(column)))) return kUnit;
    const int inside_name = atoms[i - 1].agency ? 3 * kUnit : 0;  // "Sở" before "Công Thương"
    return single_ + inside_name + (atoms[i].small ? kUnit / 2 : -kUnit);
  }

  // How far a text stands out of its columns.
  static int edges(const Extent& extent, int x, int x_end) {
    int cost = 0;
    if (x < extent.left) {
      const int off = extent.left - x;
      cost += off <= 2 ? kUnit * off : 2 * kUnit + (off - 2) * kUnit / 4;
      if (off > kPushed) cost += (off - kPushed) * kUnit / 2;
    }
    if (x_end > extent.right) cost += kUnit * 3 / 4 * (x_end - extent.right);
    if (x > extent.right) cost += kUnit * 2 * (x - extent.right);
    return cost;
  }

  // And how far from where most texts of the column stand.
  static int place(const Extent& extent, int x, int x_end) {
    const int off = extent.flush ? std::max(x - extent.left, 0)
                                 : std::abs(x + x_end - extent.left - extent.right) / 4;
    return edges(extent, x, x_end) + std::min(off, 6) * kUnit / 2;
  }

  int cell_cost(const std::vector<Atom>& atoms, std::size_t i, std::size_t j, std::size_t c) const {
    const int x = static_cast<int>(atoms[i].text.x);
    const int x_end = static_cast<int>(atoms[j - 1].text.x_end);
    const Extent& extent = extents_[c];
    int cost = place(extent, x, x_end);
    const std::string_view role = page_.columns[c].role;
    if (c == 0 && role == "number") {
      const bool number = i == 0 && j == 1 && numbered_;
      return number ? edges(extent, x, x_end) / 4 : cost + 8 * kUnit;
    }
    const Around& around = around_[c];
    for (const int by : {around.above, around.below}) {
      if (by == 0) continue;
      const Extent moved{extent.left + by, extent.right + by, extent.flush};
      cost = std::min(cost, place(moved, x, x_end) + kUnit);
    }
    if (role == "deadline") {
      cost += 3 * kUnit * (names_[j - 1] - names_[i]);
      cost += kUnit * 3 / 2 * (capitals_[j - 1] - capitals_[i]);
      cost += atoms[i].time ? -3 * kUnit : 0;
      cost += atoms[i].agency ? 3 * kUnit : 0;
    } else {
      cost += 3 * kUnit * (times_[j - 1] - times_[i]);
    }
    if (role == "content") cost += 3 * kUnit * (leads_[j - 1] - leads_[i]);
    if (of_bodies(c)) {
      cost += atoms[i].time ? 3 * kUnit : 0;
      cost += atoms[i].agency ? -2 * kUnit : 0;
    }
    if (i > 0 && atoms[i].small && around.empty_above) {
      cost += atoms[i].blanks == 1 ? 5 * kUnit : kUnit;
    }
    if (goes_on_[c * atoms.size() + i]) cost -= 6 * kUnit;
    return cost;
  }

  // How far the cell above or below stands from where its column does: a whole row may be pushed
  // aside.
  int shift(std::size_t at, int step, std::size_t c) const {
    constexpr int kFarthest = 16;
    if (step < 0 ? at == 0 : at + 1 >= page_.lines.size()) return 0;
    const GridLine& other = page_.lines[step < 0 ? at - 1 : at + 1];
    if (other.spanning || other.cells[c].range.empty()) return 0;
    const int left = static_cast<int>(other.cells[c].x);
    const int right = static_cast<int>(other.cells[c].x_end);
    const Extent& extent = extents_[c];
    const int by =
        extent.flush ? left - extent.left : (left + right - extent.left - extent.right) / 2;
    return std::clamp(by, -kFarthest, kFarthest);
  }

  bool may_span(const std::vector<Atom>& atoms, std::size_t i, std::size_t j, std::size_t c,
                std::size_t last) const {
    return atoms[i].text.x < static_cast<std::uint32_t>(std::max(0, extents_[c].right)) &&
           static_cast<int>(atoms[j - 1].text.x_end) > extents_[last].left + 1;
  }

  int span_edges(const std::vector<Atom>& atoms, std::size_t i, std::size_t j, std::size_t c,
                 std::size_t last) const {
    const Extent over{extents_[c].left, extents_[last].right, true};
    const bool title = group_ && i > 0 && wide_.back() == wide_[1];  // no cell stands apart
    const int cells = title ? 0 : times_[j - 1] - times_[i] + names_[j - 1] - names_[i];
    return 2 * kUnit * cells + edges(over, static_cast<int>(atoms[i].text.x),
                                     static_cast<int>(atoms[j - 1].text.x_end));
  }

  // What a text over several columns costs: little beside the number of a group, or below
  // another.
  int span_cost(std::size_t at, std::size_t i) const {
    if (i == 1) {
      const bool alone = page_.lines[at].segments.size() == 2;  // no other cell stands apart
      return group_ ? kUnit : (alone ? 4 : 10) * kUnit;
    }
    return goes_on_below(at) ? 2 * kUnit : 4 * kUnit;
  }

  // Whether a text over several columns stands above, perhaps with its number in between.
  bool goes_on_below(std::size_t at) const {
    if (at == 0 || page_.lines[at].gap) return false;
    const GridLine& above = page_.lines[at - 1];
    if (above.spanning) return true;
    return at > 1 && page_.lines[at - 2].spanning && above.segments.size() == 1 &&
           numbers_row(text_of(content_, above.segments.front().range));
  }

  // Whether column `c` is empty in the lines above, so that no text there can go on.
  bool empty_above(std::size_t at, std::size_t c) const {
    if (at < 2) return false;
    for (std::size_t i = at - 2; i < at; ++i) {
      if (!page_.lines[i].spanning && !page_.lines[i].cells[c].range.empty()) return false;
    }
    return true;
  }

  std::string_view content_;
  const Grammar& grammar_;
  GridPage& page_;
  Cells cells_;  // of this page
  std::vector<Extent> extents_;
  std::unordered_map<std::uint32_t, Look> looks_;  // by the place in the text
  int single_ = kSingleBlank;
  // Of the line at hand:
  bool numbered_ = false;
  bool group_ = false;
  std::vector<int> wide_;  // sums over the atoms up to each: wide blanks, times, names …
  std::vector<int> times_;
  std::vector<int> names_;
  std::vector<int> leads_;
  std::vector<int> capitals_;
  std::vector<Around> around_;  // by column
  std::vector<bool> goes_on_;   // by column and atom: with a name begun above
  std::vector<Cut> best_;
};

// What the cells of each column span, over all pages.
std::vector<Extent> extents_of(const Cells& all) {
  std::vector<Extent> extents;
  for (const std::vector<Edge>& cells : all) {
    extents.push_back(cells.empty() ? Extent{} : extent_of(cells));
  }
  return extents;
}

}  // namespace

void cut_pages(std::string_view content, const Grammar& grammar, std::span<GridPage> pages) {
  constexpr int kCuts = 3;
  constexpr std::size_t kFewest = 3;   // lines with all columns
  constexpr std::size_t kSeldom = 30;  // one in so many
  constexpr int kApart = 8;            // what a cut at a single blank costs more then
  std::vector<LineCutter> cutters;
  for (GridPage& page : pages) {
    page.gutters = find_gutters(content, page);
    cutters.emplace_back(content, grammar, page);
  }
  Cells all;
  std::size_t full = 0;
  for (LineCutter& cutter : cutters) full += cutter.begin_full(all);
  if (full < kFewest) {
    all.clear();
    for (LineCutter& cutter : cutters) cutter.begin(all);
  }
  std::vector<Extent> extents = extents_of(all);
  for (LineCutter& cutter : cutters) cutter.cut_lines(all, extents, false, 0);
  for (int cut = 1; cut < kCuts; ++cut) {
    all.clear();
    for (LineCutter& cutter : cutters) cutter.measure(all);
    // Where columns stand well apart, a single blank hardly ever parts two.
    std::size_t single = 0;
    std::size_t cuts = 0;
    for (const GridPage& page : pages) count_cuts(page, single, cuts);
    const int more = single * kSeldom < cuts ? kApart : 0;
    extents = extents_of(all);
    for (LineCutter& cutter : cutters) cutter.cut_lines(all, extents, true, more);
  }
  for (GridPage& page : pages) bound_page(page);
}

}  // namespace scp
