// What every check reads: the text, its layout and outline, and the document made of them.
//
// Read only; refers to its parts, which must outlive it. The helpers find in the flow what a fact
// only knows by value. One context belongs to one parse.
#ifndef SCPPARSE_CHECK_CONTEXT_H_
#define SCPPARSE_CHECK_CONTEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "layout/blocks.h"
#include "messages/messages.h"
#include "outline/outline.h"
#include "scpparse/document.h"
#include "text/text.h"

namespace scp {

class CheckContext {
 public:
  CheckContext(const Text& text_in, const Layout& layout_in, const Outline& outline_in,
               const Document& document_in)
      : text(text_in),
        layout(layout_in),
        flow(layout_in.flow),
        outline(outline_in),
        document(document_in),
        grammar(*layout_in.grammar) {}

  const Text& text;
  const Layout& layout;
  const Flow& flow;
  const Outline& outline;
  const Document& document;
  const Grammar& grammar;

  Place at(Range range) const { return flow.place(range); }
  const Block& block_of(const Node& node) const { return layout.blocks[node.block]; }
  // The enumerator of a node as written ("3.", "Điều 4."); all of it when that cannot be told.
  Range label(const Node& node) const;
  // The first tokens in `range` that are `value` when blanks are left out; empty when none are.
  Range find_squeezed(Range range, std::string_view value) const;
  // The first component of its kind of an instrument; null when it has none.
  const Block* component(std::uint32_t instrument, ComponentKind kind) const;
  std::uint32_t line_of(std::uint32_t offset) const;
  // The tables that tasks were read from.
  std::vector<const TableBlock*> task_tables() const;
};

// A date as each language writes it: 2020-08-13 and 13/8/2020, as far as it is known.
MessageArg date_arg(std::string_view placeholder, Date date);
// The kind of an instrument: its English name from the grammar where it has one, and its own.
MessageArg kind_arg(std::string_view placeholder, const Grammar& grammar,
                    std::string_view kind_name);

}  // namespace scp

#endif  // SCPPARSE_CHECK_CONTEXT_H_
