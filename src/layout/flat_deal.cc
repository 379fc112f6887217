#include <algorithm>
#include <limits>

#include "layout/flat_tables.h"
#include "text/utf8.h"

namespace scp {
namespace {

constexpr int kNever = std::numeric_limits<int>::min() / 4;

// The best way to read a list of items as rows of cells, found item by item: for each column the
// best reading in which the last item stands there. Costs items × columns.
class Dealer {
 public:
  Dealer(const std::vector<FlatItem>& items, const std::vector<std::string_view>& roles)
      : items_(items), roles_(roles), columns_(roles.size()) {
    const auto number = std::find(roles.begin(), roles.end(), "number");
    if (number != roles.end()) number_ = static_cast<std::size_t>(number - roles.begin());
    first_ = number_ == 0 ? 1 : 0;
    numbered_ =
        std::any_of(items.begin(), items.end(), [](const FlatItem& i) { return i.row_number; });
    for (std::size_t c = 0; c < columns_; ++c) empty_.push_back(empty_.back() + left_empty(c));
  }

  std::vector<std::size_t> run() {
    const std::size_t states = columns_ + 1;  // the last one is a title
    std::vector<int> score(states, kNever);
    std::vector<std::uint8_t> from(items_.size() * states, 0);
    int best = 0;
    std::size_t best_end = 0;
    std::size_t best_state = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      score = i == 0 ? first_scores() : next_scores(i, score, &from[i * states]);
      for (std::size_t s = 0; s < states; ++s) {
        if (s == number_ || s == columns_ || score[s] == kNever) continue;
        const int whole = score[s] - skipped(s + 1, columns_);
        if (whole < best) continue;
        best = whole;
        best_end = i + 1;
        best_state = s;
      }
    }
    std::vector<std::size_t> columns(best_end);
    for (std::size_t i = best_end; i-- > 0;) {
      columns[i] = best_state == columns_ ? kTitle : best_state;
      best_state = from[i * states + best_state];
    }
    while (!columns.empty() && goes_on(columns.size())) columns.push_back(columns.back());
    return columns;
  }

 private:
  // Whether an item behind the table is the rest of its last cell.
  bool goes_on(std::size_t i) const {
    if (i >= items_.size() || !items_[i].evidence.small || items_[i].opens) return false;
    return items_[i].line == items_[i - 1].end_line && !items_[i - 1].evidence.ended;
  }

  int emission(std::size_t i, std::size_t state) const {
    const FlatItem& item = items_[i];
    if (item.row_number) return state == number_ ? 4 : kNever;
    if (state == number_) return kNever;
    const bool below_group = i > 0 && items_[i - 1].row_number && items_[i - 1].group;
    if (state == columns_) {  // a title
      if (item.evidence.agency || item.evidence.time || item.evidence.small) return kNever;
      return below_group || item.heads ? 5 : item.evidence.ended ? -4 : -1;
    }
    int score = fits_role(item.evidence, roles_[state]);
    const bool below_number = i > 0 && items_[i - 1].row_number;
    if (item.opens && !below_number) score -= 6;
    if (below_group) score -= 2;
    return score;
  }

  std::vector<int> first_scores() const {
    std::vector<int> scores(columns_ + 1, kNever);
    for (std::size_t to = 0; to <= columns_; ++to) {
      const int here = emission(0, to);
      if (here != kNever) scores[to] = here + begin_row(0, to);
    }
    return scores;
  }

  // A state before the item, and the score of the reading that goes on from it.
  struct Way {
    int score = kNever;
    std::size_t old = 0;
    // Of equal ways the first is taken.
    void consider(int other, std::size_t state) {
      if (other > score || (other == score && state < old)) *this = {other, state};
    }
  };

  std::vector<int> next_scores(std::size_t i, const std::vector<int>& score,
                               std::uint8_t* from) const {
    std::vector<int> next(columns_ + 1, kNever);
    // The ways that lead to every column alike: from columns before it, from those after it.
    std::vector<Way> above(columns_ + 1);
    std::vector<Way> below(columns_ + 1);
    for (std::size_t c = 0; c < columns_; ++c) {
      above[c + 1] = above[c];
      if (c != number_ && score[c] != kNever) above[c + 1].consider(score[c] + empty_[c + 1], c);
    }
    for (std::size_t c = columns_; c-- > 0;) {
      below[c] = below[c + 1];
      if (c != number_ && score[c] != kNever) below[c].consider(score[c] + end_row(c), c);
    }
    for (std::size_t to = 0; to <= columns_; ++to) {
      const int here = emission(i, to);
      if (here == kNever) continue;
      Way best;
      const auto go = [&](const Way& way, int step) {
        if (way.score != kNever) best.consider(way.score + step, way.old);
      };
      const Way title{score[columns_], columns_};
      const Way number{number_ < columns_ ? score[number_] : kNever, number_};
      if (to == number_) {
        go(below[0], here);
        go(title, here);
      } else if (to == columns_) {
        go(number, here + begin_row(i, to));
        if (!numbered_ || items_[i].heads) go(below[0], here);
      } else {
        const bool goes_on = items_[i].evidence.small;
        go(above[to], here - empty_[to]);
        go({score[to], to}, same_cell(i) + (goes_on ? std::max(here, 0) : here));
        go(below[to + 1], here + begin_row(i, to) - (numbered_ ? 8 : 0));
        go(number, here + begin_row(i, to));
        if (!numbered_) go(title, here + begin_row(i, to));
      }
      next[to] = best.score;
      from[to] = static_cast<std::uint8_t>(best.old);
    }
    return next;
  }

  int same_cell(std::size_t i) const {
    const CellEvidence& item = items_[i].evidence;
    return item.small ? -1 : item.bullet ? -2 : items_[i - 1].evidence.ended || numbered_ ? -4 : -7;
  }

  int begin_row(std::size_t i, std::size_t to) const {
    if (to == columns_ || to == number_) return 0;
    const bool after_number = i > 0 && items_[i - 1].row_number;
    const int missing = after_number || !numbered_ ? 0 : 6;
    return -2 * skipped(first_, to) - missing;
  }
  int end_row(std::size_t old) const {
    return old == columns_ ? 0 : old == number_ ? kNever : -skipped(old + 1, columns_);
  }

  // What it costs to leave a column empty; some mostly are.
  int left_empty(std::size_t column) const {
    if (column == number_) return 0;
    const std::string_view role = roles_[column];
    if (role == "content") return 4;
    return role == "lead" || role == "deadline" ? 2 : role == "remark" ? 0 : 1;
  }
  int skipped(std::size_t from, std::size_t to) const {
    return from < to ? empty_[to] - empty_[from] : 0;
  }

  const std::vector<FlatItem>& items_;
  const std::vector<std::string_view>& roles_;
  std::size_t columns_;
  std::size_t number_ = std::numeric_limits<std::size_t>::max();  // when there is none
  std::size_t first_;
  bool numbered_;
  std::vector<int> empty_{0};  // by column: what it costs to leave all before it empty
};

}  // namespace

std::vector<std::size_t> deal_items(const std::vector<FlatItem>& items,
                                    const std::vector<std::string_view>& roles) {
  return Dealer(items, roles).run();
}

// "1." in "1. Rà soát …", "II." in "II. Đất đai": its size; 0 where none stands there.
std::size_t FlatTableFinder::number_before_text(Range line) const {
  const std::string_view text = content_.substr(line.begin, line.size());
  const std::size_t end = text.find(' ');
  if (end == std::string_view::npos || end + 1 == text.size() || text[end - 1] != '.') return 0;
  return numbers_row(text.substr(0, end)) ? end : 0;
}

// "1 · Truyền thông · 1 · In tờ rơi · Sở Y tế": a number and a title, and right below them a row 1:
// the title of a group, like one with a Roman numeral. Figures may stand in other columns.
void FlatTableFinder::mark_counted_groups(std::vector<FlatItem>& items,
                                          const std::vector<std::string_view>& roles) const {
  const auto figures = [](std::string_view role) {
    return role.data() == nullptr || role == "funding" || role == "unit" || role == "decoy";
  };
  if (roles.front() != "number" || std::any_of(roles.begin(), roles.end(), figures)) return;
  const auto text = [](const FlatItem& item) {
    return item.number == 0 && !item.group && !item.evidence.agency && !item.evidence.time;
  };
  std::uint32_t last = 0;
  for (std::size_t i = 0; i + 3 < items.size(); ++i) {
    FlatItem& item = items[i];
    const bool plain = item.number == last + 1 && !item.nested && !item.lettered;
    const bool below = items[i + 2].number != 0 && !items[i + 2].nested;
    const bool anew = below && items[i + 2].number == 1;
    const bool levels = item.nested && !is_digit(decode(content_, item.parts.front().begin).value);
    const bool heads = (plain && anew) || (levels && below);  // or "III.1" above any number
    if (!heads || !text(items[i + 1]) || !text(items[i + 3])) continue;
    item.group = true;
    if (plain) last = item.number;
  }
}

// Whether a row begins here, with its number on a line of its own or before its text.
bool FlatTableFinder::rows_follow(std::size_t line) const {
  return begins_rows(line) || (line < lines_.size() && number_before_text(lines_[line].range) != 0);
}

}  // namespace scp
