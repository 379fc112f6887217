// Quotations that hold numbered text of another document: "Điều 4 được sửa đổi như sau: “Điều 4.
// …”".
//
// A quotation begins after a colon, or in the paragraph after one, and ends with the paragraph that
// closes it. Where nothing closes it, it ends before the paragraph in which the list outside goes
// on with the next amendment; where no such paragraph comes, there is no quotation. Every paragraph
// is looked through a fixed number of times, whatever the text.
#ifndef SCPPARSE_OUTLINE_QUOTATIONS_H_
#define SCPPARSE_OUTLINE_QUOTATIONS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "outline/outline.h"

namespace scp {

class Quotations {
 public:
  explicit Quotations(const Layout& layout) : layout_(layout) {}

  // Where a quotation begins that is still open at the end of the paragraph. `after_colon`: the
  // text before the paragraph announces something.
  std::optional<std::uint32_t> opening_in(const Block& block, bool after_colon) const;
  // The first block behind the quotation that begins at `mark` in the block `first`; 0 where it has
  // no end. `outside` are the open nodes around it.
  std::uint32_t end_of(std::uint32_t first, std::uint32_t mark,
                       const std::vector<std::uint32_t>& outside, const std::vector<Node>& nodes);

 private:
  int depth_after(std::string_view text, int depth) const;
  bool goes_on_outside(const Block& block, const std::vector<std::uint32_t>& outside,
                       const std::vector<Node>& nodes) const;

  const Layout& layout_;
  std::uint32_t searched_ = 0;  // up to here no quotation ends
};

}  // namespace scp

#endif  // SCPPARSE_OUTLINE_QUOTATIONS_H_
