#include "outline/quotations.h"

#include <algorithm>

#include "layout/lines.h"

namespace scp {
namespace {

constexpr std::string_view kOpening = "\xE2\x80\x9C";  // “
constexpr std::string_view kClosing = "\xE2\x80\x9D";  // ”

// Where the first quotation mark stands, and whether it opens; a plain one does before a word.
struct QuoteMark {
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
  bool opens = false;
};

QuoteMark mark_at(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find_first_of("\"\xE2", from); at != std::string_view::npos;
       at = text.find_first_of("\"\xE2", at + 1)) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with(kOpening)) return {at, kOpening.size(), true};
    if (rest.starts_with(kClosing)) return {at, kClosing.size(), false};
    if (rest.front() != '"') continue;
    const bool after_space =
        at == 0 || std::string_view(" \n(:").find(text[at - 1]) != std::string_view::npos;
    return {at, 1, after_space && rest.size() > 1 && rest[1] != ' '};
  }
  return {};
}

}  // namespace

int Quotations::depth_after(std::string_view text, int depth) const {
  for (QuoteMark mark = mark_at(text, 0); mark.size != 0;
       mark = mark_at(text, mark.at + mark.size)) {
    if (mark.opens) {
      ++depth;
    } else if (depth > 0 && --depth == 0) {
      return 0;
    }
  }
  return depth;
}

std::optional<std::uint32_t> Quotations::opening_in(const Block& block, bool after_colon) const {
  const std::string_view text = layout_.flow.text(block.range);
  if (text.find('"') == text.npos && text.find(kOpening) == text.npos) return std::nullopt;
  std::optional<std::uint32_t> opening;
  int depth = 0;
  for (QuoteMark mark = mark_at(text, 0); mark.size != 0;
       mark = mark_at(text, mark.at + mark.size)) {
    if (!mark.opens) {
      depth = std::max(depth - 1, 0);
      continue;
    }
    if (depth++ > 0) continue;
    const std::size_t before = text.find_last_not_of(' ', mark.at - 1);
    const bool first = mark.at == 0 || before == std::string_view::npos;
    const bool announced = first ? after_colon : text[before] == ':';
    opening.reset();
    if (announced) opening = block.range.begin + static_cast<std::uint32_t>(mark.at);
  }
  return depth > 0 ? opening : std::nullopt;
}

bool Quotations::goes_on_outside(const Block& block, const std::vector<std::uint32_t>& outside,
                                 const std::vector<Node>& nodes) const {
  RuleMatch match;
  if (block.enumerator.empty()) return false;
  const std::string_view flow = layout_.flow.text();
  const Rule* rule = first_match(*layout_.grammar, RuleSet::kIssue, flow, block.body, match);
  if (rule == nullptr) return false;
  const std::string_view role = rule->value(Field::kRole);
  if (role != "amends" && role != "transition") return false;
  const Enumerator own = read_enumerator(layout_.flow.text(block.enumerator), 0);
  return std::any_of(outside.begin(), outside.end(), [&](std::uint32_t open) {
    return nodes[open].scheme == own.scheme && nodes[open].ordinal + 1 == own.ordinal;
  });
}

std::uint32_t Quotations::end_of(std::uint32_t first, std::uint32_t mark,
                                 const std::vector<std::uint32_t>& outside,
                                 const std::vector<Node>& nodes) {
  constexpr std::uint32_t kLongest = 400;  // blocks
  if (first < searched_) return 0;
  const auto count = static_cast<std::uint32_t>(layout_.blocks.size());
  const std::uint32_t last = std::min(count, first + kLongest);
  int depth = depth_after(layout_.flow.text(Range{mark, layout_.blocks[first].range.end}), 0);
  for (std::uint32_t i = first + 1; i < last; ++i) {
    const Block& block = layout_.blocks[i];
    if (goes_on_outside(block, outside, nodes)) return i;
    depth = depth_after(layout_.flow.text(block.range), depth);
    if (depth == 0) return i + 1;
  }
  searched_ = last;
  return 0;
}

}  // namespace scp
