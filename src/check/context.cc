#include "check/context.h"

#include "source/line_index.h"

namespace scp {

Range CheckContext::label(const Node& node) const {
  const Range block = block_of(node).range;
  const Range whole = node.whole();
  if (whole.empty()) return block;
  const Range before = flow.trimmed({block.begin, whole.begin});
  return before.empty() ? block : before;
}

Range CheckContext::find_squeezed(Range range, std::string_view value) const {
  if (value.empty()) return {};
  const std::string_view subject = flow.text();
  const Range tokens = flow.tokens_in(range);
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const std::uint32_t begin = flow.tokens()[i].begin;
    std::uint32_t at = begin;
    std::size_t same = 0;
    for (; at < range.end && same < value.size(); ++at) {
      if (subject[at] == ' ' || subject[at] == '\n') continue;
      if (subject[at] != value[same]) break;
      ++same;
    }
    if (same == value.size()) return {begin, at};
  }
  return {};
}

const Block* CheckContext::component(std::uint32_t instrument, ComponentKind kind) const {
  if (instrument >= outline.instruments.size()) return nullptr;
  const Component* found = outline.instruments[instrument].first(kind);
  return found == nullptr ? nullptr : &layout.blocks[found->block];
}

std::uint32_t CheckContext::line_of(std::uint32_t offset) const {
  return document.lines->locate(offset).line;
}

std::string written(Date date) {
  std::string text = std::to_string(date.year);
  if (date.month != 0) text.insert(0, std::to_string(date.month) + "/");
  if (date.month != 0 && date.day != 0) text.insert(0, std::to_string(date.day) + "/");
  return text;
}

}  // namespace scp
