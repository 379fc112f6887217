#include <algorithm>
#include <limits>

#include "layout/flat_tables.h"

namespace scp {
namespace {

constexpr int kNever = std::numeric_limits<int>::min() / 4;

// The best way to read a list of items as rows of cells, found item by item: for each column the
// best reading in which the last item stands there. Costs items × columns².
class Dealer {
 public:
  Dealer(const std::vector<FlatItem>& items, const std::vector<std::string_view>& roles)
      : items_(items), roles_(roles), columns_(roles.size()) {
    const auto number = std::find(roles.begin(), roles.end(), "number");
    if (number != roles.end()) number_ = static_cast<std::size_t>(number - roles.begin());
    first_ = number_ == 0 ? 1 : 0;
    numbered_ =
        std::any_of(items.begin(), items.end(), [](const FlatItem& i) { return i.row_number; });
  }

  std::vector<std::size_t> run() {
    const std::size_t states = columns_ + 1;  // the last one is a title
    std::vector<int> score(states, kNever);
    std::vector<std::vector<std::uint8_t>> from(items_.size(),
                                                std::vector<std::uint8_t>(states, 0));
    int best = 0;
    std::size_t best_end = 0;
    std::size_t best_state = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      std::vector<int> next(states, kNever);
      for (std::size_t to = 0; to < states; ++to) {
        const int here = emission(i, to);
        if (here == kNever) continue;
        if (i == 0) {
          next[to] = here + begin_row(i, to);
          continue;
        }
        for (std::size_t old = 0; old < states; ++old) {
          if (score[old] == kNever) continue;
          int step = transition(i, old, to);
          if (step == kNever) continue;
          step += to == old && items_[i].evidence.small ? std::max(here, 0) : here;
          if (score[old] + step <= next[to]) continue;
          next[to] = score[old] + step;
          from[i][to] = static_cast<std::uint8_t>(old);
        }
      }
      score = std::move(next);
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
      best_state = from[i][best_state];
    }
    return columns;
  }

 private:
  int emission(std::size_t i, std::size_t state) const {
    const FlatItem& item = items_[i];
    if (item.row_number) return state == number_ ? 4 : kNever;
    if (state == number_) return kNever;
    const bool below_group = i > 0 && items_[i - 1].row_number && items_[i - 1].group;
    if (state == columns_) {  // a title
      if (item.evidence.agency || item.evidence.time || item.evidence.small) return kNever;
      return below_group ? 5 : item.evidence.ended ? -4 : -1;
    }
    int score = fits_role(item.evidence, roles_[state]);
    const bool below_number = i > 0 && items_[i - 1].row_number;
    if (item.opens && !below_number) score -= 6;
    if (below_group) score -= 2;
    return score;
  }

  int transition(std::size_t i, std::size_t old, std::size_t to) const {
    if (to == number_) return end_row(old);
    if (old == number_) return begin_row(i, to);
    if (to == columns_) return old == columns_ || numbered_ ? kNever : end_row(old);
    if (old == columns_) return numbered_ ? kNever : begin_row(i, to);
    if (to > old) return -skipped(old + 1, to);
    const CellEvidence& item = items_[i].evidence;
    if (to == old) {
      return item.small                                  ? -1
             : item.bullet                               ? -2
             : items_[i - 1].evidence.ended || numbered_ ? -4
                                                         : -7;
    }
    return end_row(old) + begin_row(i, to) - (numbered_ ? 8 : 0);
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

  // What it costs to leave columns empty; some mostly are.
  int skipped(std::size_t from, std::size_t to) const {
    int cost = 0;
    for (std::size_t c = from; c < to; ++c) {
      const std::string_view role = roles_[c];
      const bool needed = role == "content" || role == "lead" || role == "deadline";
      if (c != number_) cost += role == "content" ? 4 : needed ? 2 : role == "remark" ? 0 : 1;
    }
    return cost;
  }

  const std::vector<FlatItem>& items_;
  const std::vector<std::string_view>& roles_;
  std::size_t columns_;
  std::size_t number_ = std::numeric_limits<std::size_t>::max();  // when there is none
  std::size_t first_;
  bool numbered_;
};

}  // namespace

std::vector<std::size_t> deal_items(const std::vector<FlatItem>& items,
                                    const std::vector<std::string_view>& roles) {
  return Dealer(items, roles).run();
}

}  // namespace scp
