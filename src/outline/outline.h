// The outline: instruments of a file, their header and tail components, and one tree of sections.
//
// build_outline() turns a Layout into an Outline. Afterwards:
//   1. every block is a component of an instrument (header, title, signature …), a node of the
//      tree, or listed in `outside` (text that belongs to no instrument);
//   2. nodes stand in document order; children are numbered after their parent;
//   3. components are known by their form, never by their position.
// Refers to the Layout, which must outlive it.
#ifndef SCPPARSE_OUTLINE_OUTLINE_H_
#define SCPPARSE_OUTLINE_OUTLINE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/blocks.h"
#include "outline/enumerator.h"
#include "scpparse/document.h"

namespace scp {

enum class ComponentKind : std::uint8_t {
  kNationalHeader,
  kIssuer,
  kNumber,
  kPlaceDate,
  kKindLine,
  kTitle,
  kAuthority,   // the authority in capitals between title and legal bases
  kAttachment,  // (Kèm theo …)
  kSubject,     // V/v …
  kAddressee,
  kRecipientsHead,
  kRecipient,
  kSignature,  // TM. KT. TL. … and positions
  kSignerName,
  kOther,  // recognised by a line rule, without a use of its own
};

struct Component {
  ComponentKind kind = ComponentKind::kOther;
  std::uint32_t block = 0;
};

inline constexpr std::uint32_t kNoNode = 0xFFFFFFFF;

struct Node {
  NodeKind kind = NodeKind::kParagraph;
  Scheme scheme = Scheme::kNone;
  std::string enumerator;     // normalised; empty when it has none
  std::uint32_t ordinal = 0;  // its place in its scheme, 0 when unknown
  std::uint32_t block = 0;
  Range heading;          // in the flow; empty when it has none
  Range text;             // in the flow; empty when all of it is heading
  std::string_view role;  // of its own heading (goals, tasks …); null
  std::uint32_t parent = kNoNode;
  std::vector<std::uint32_t> children;
  std::uint32_t instrument = 0;
  std::uint32_t quotation = 0;  // the quotation that it stands in, counted from 1; 0 for none
  bool form = false;            // a note, or in a form that is to be filled in: nothing to do
  std::string id;
  Range whole() const {
    if (heading.empty()) return text;
    return text.empty() ? heading : Range{heading.begin, text.end};
  }
};

struct InstrumentPart {
  Entry kind;   // in the lexicon document-kinds; invalid when unknown
  Range label;  // the number of an appendix as written; empty
  Range title;  // where it begins on the line of the kind; empty
  std::vector<Component> components;
  std::vector<std::uint32_t> roots;  // top nodes
  const Component* first(ComponentKind kind) const;
};

struct Outline {
  const Layout* layout = nullptr;
  std::vector<InstrumentPart> instruments;
  std::vector<Node> nodes;
  std::vector<std::uint32_t> outside;        // blocks in no instrument
  std::vector<std::uint32_t> instrument_of;  // by block; kNoNode where outside
  std::vector<std::uint32_t> node_of;        // by block; kNoNode where it is no node

  // The nearest role of the node itself or of one above it; null when there is none.
  std::string_view role_above(std::uint32_t node) const;
  // The node on the way to the root (itself included) that has `role`; kNoNode when there is none.
  std::uint32_t ancestor_with(std::uint32_t node, std::string_view role) const;
};

Outline build_outline(const Layout& layout);

}  // namespace scp

#endif  // SCPPARSE_OUTLINE_OUTLINE_H_
