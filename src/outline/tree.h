// Puts the body blocks of instruments into one tree by their numbering.
#ifndef SCPPARSE_OUTLINE_TREE_H_
#define SCPPARSE_OUTLINE_TREE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "outline/outline.h"
#include "outline/quotations.h"

namespace scp {

// Keeps the open nodes, outermost first. A numbered block becomes the next sibling of the nearest
// open node of its own scheme; with none open it goes under the nearest node of an outer scheme.
class TreeBuilder {
 public:
  TreeBuilder(const Layout& layout, Outline& outline)
      : layout_(layout), outline_(outline), quotations_(layout) {}

  void begin_instrument();
  void add(std::uint32_t block);
  // What comes next stands below no section of before.
  void close() {
    if (quotation_end_ == 0) open_.clear();
  }
  // The number that the block begins with.
  Enumerator numbering(const Block& block) const { return read_label(block).enumerator; }
  // Settles headings and gives ids; call once, after the last block.
  void finish();

 private:
  struct Label {
    Enumerator enumerator;
    Range body;  // in the flow, after the label
  };
  void add_block(std::uint32_t block);
  bool quotes_at_once(std::uint32_t block) const;
  void begin_quotation(std::uint32_t block, bool after_colon);
  void end_quotation();
  Label read_label(const Block& block) const;
  Label point_of_number(const Block& block, const Enumerator& enumerator) const;
  Enumerator settled(Enumerator enumerator) const;
  Enumerator in_parens(Enumerator enumerator) const;
  Enumerator below_its_letter(const Enumerator& enumerator) const;
  bool stands_as_heading(const Block& block) const;
  Scheme heading_scheme(std::string_view role) const;
  void close_capitals(std::string_view role);
  void make_room(const Enumerator& enumerator);
  void place(const Enumerator& enumerator, Node node);
  void add_paragraph(Node node);
  std::uint32_t push(Node node, std::uint32_t parent);
  bool is_heading(const Block& block, Scheme scheme, Range body) const;
  bool is_closing(Range text) const;
  bool begins_with_verb(Range heading) const;
  bool orders(Range heading) const;
  bool names_body(Range text) const;
  bool does_more(Range heading, std::span<const Word> words, std::size_t at) const;
  std::string_view section_role(Range heading) const;
  void give_ids();
  std::string path_of(const Node& node, std::uint32_t position) const;

  const Layout& layout_;
  Outline& outline_;
  std::vector<std::uint32_t> open_;
  Quotations quotations_;
  // Inside of a quotation: the block behind it, how many nodes were open around it, its number.
  std::uint32_t quotation_end_ = 0;
  std::size_t floor_ = 0;
  std::uint32_t quotation_ = 0;
  std::uint32_t quotation_count_ = 0;
};

}  // namespace scp

#endif  // SCPPARSE_OUTLINE_TREE_H_
