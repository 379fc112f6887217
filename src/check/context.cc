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

std::vector<const TableBlock*> CheckContext::task_tables() const {
  std::vector<const TableBlock*> tables;
  std::size_t next = 0;  // tables of the document and of the layout come in one order
  for (const TableBlock& table : layout.tables) {
    const std::uint32_t begin = at(table.range).first.begin;
    while (next < document.tables.size() && document.tables[next].at.first.begin < begin) ++next;
    if (next == document.tables.size()) break;
    const Table& read = document.tables[next];
    if (read.at.first.begin == begin && read.role == "tasks") tables.push_back(&table);
  }
  return tables;
}

MessageArg date_arg(std::string_view placeholder, Date date) {
  std::string en = std::to_string(date.year);
  std::string vi = en;
  const auto prepend = [&](unsigned part) { vi = std::to_string(part) + "/" + vi; };
  const auto append = [&](unsigned part) { en += (part < 10 ? "-0" : "-") + std::to_string(part); };
  if (date.month != 0) prepend(date.month), append(date.month);
  if (date.month != 0 && date.day != 0) prepend(date.day), append(date.day);
  return {placeholder, en, vi};
}

MessageArg kind_arg(std::string_view placeholder, const Grammar& grammar,
                    std::string_view kind_name) {
  const Entry kind = grammar.lexicon(LexiconId::kDocumentKinds).find(kind_name);
  const std::string_view english = kind.valid() ? kind.value(Field::kEnglish) : std::string_view();
  return {placeholder, english.empty() ? kind_name : english, kind_name};
}

}  // namespace scp
