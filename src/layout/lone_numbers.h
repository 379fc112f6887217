// Numbers alone on their lines, which the line splitter takes for numbers of pages or registers: in
// a table they may number a row or be a year.
#ifndef SCPPARSE_LAYOUT_LONE_NUMBERS_H_
#define SCPPARSE_LAYOUT_LONE_NUMBERS_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "layout/blocks.h"

namespace scp {

// True for what numbers a row: 1  1.  01  (1)  1.1  11.10  1a  I.1  IV  B
bool numbers_row(std::string_view text);

// Reads the cells of a line that numbers the columns of a table, from left to right: (1) (2) (3),
// 1 2 3, A B 1 2, (4)=(2)+(3). Cells that are not the next one in turn are none.
class ColumnNumbers {
 public:
  bool take(std::string_view cell);
  // So many were taken that the line cannot be a row.
  bool enough() const { return letters_ + number_ >= 3; }

 private:
  std::uint32_t letters_ = 0;
  std::uint32_t number_ = 0;
};

class LoneNumbers {
 public:
  // Keeps a reference to `furniture`, in which split_lines() has put the numbers.
  LoneNumbers(std::string_view content, std::vector<Furniture>& furniture)
      : content_(content), furniture_(furniture) {}

  // Those in [from, to) of the text, in order.
  std::span<const Range> between(std::uint32_t from, std::uint32_t to);
  // The same and what may be a day: 31/3, which stands for page 31 of 3 elsewhere.
  std::span<const Range> with_days(std::uint32_t from, std::uint32_t to);
  // This one stands in a table.
  void take(Range number) { taken_.push_back(number.begin); }
  // Takes from the furniture what was taken.
  void finish();

 private:
  std::string_view content_;
  std::vector<Furniture>& furniture_;
  void find();
  static std::span<const Range> in(const std::vector<Range>& all, std::uint32_t from,
                                   std::uint32_t to);
  std::vector<Range> numbers_;  // found when first asked for
  std::vector<Range> days_;     // with the numbers
  std::vector<std::uint32_t> taken_;
  bool known_ = false;
};

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_LONE_NUMBERS_H_
