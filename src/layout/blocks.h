// Blocks: paragraphs, tables and page furniture of a document.
//
// recover_layout() turns a Text with its tokens into a Layout. Afterwards:
//   1. every token of the text stands in exactly one paragraph, one cell or one piece of furniture;
//   2. a paragraph or cell that a page break or a narrow page had cut is whole again;
//   3. tables are rows of cells however they were drawn; repeated header rows are furniture;
//   4. furniture (page numbers, stamps, file paths) is set aside with its reason.
// The Layout refers to the Text and the Grammar, which must outlive it; the tokens need not.
#ifndef SCPPARSE_LAYOUT_BLOCKS_H_
#define SCPPARSE_LAYOUT_BLOCKS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "grammar/grammar.h"
#include "layout/flow.h"

namespace scp {

enum class BlockKind : std::uint8_t { kParagraph, kTable };

// A line that holds nothing but the kind of an instrument: KẾ HOẠCH, Phụ lục II:
struct KindLine {
  Entry kind;   // in the lexicon document-kinds; invalid when the line is no such line
  Range label;  // the number of an appendix
};

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  Range range;                               // in the flow
  Range enumerator;                          // in the flow; empty when there is none
  Range body;                                // the range after the enumerator
  const Rule* form = nullptr;                // the line rule that recognised it, if any
  std::shared_ptr<const RuleMatch> matched;  // of that rule; null without one
  std::string_view role;                     // the rule's role; null when there is no rule
  std::uint32_t table = 0;                   // index into Layout::tables
  KindLine kind_line;                        // valid when the paragraph is the line of a kind word
  bool capitals = false;                     // no small letter in it
  bool bold = false;
  bool heading = false;    // marked as a heading by markup
  bool after_gap = false;  // an empty line stands before it
  bool note = false;       // a note below the text or a table

  // Offsets are in the flow; `subject` is not kept.
  const RuleMatch& match() const;
};

struct Row {
  std::vector<Range> cells;  // in the flow
  // By column: the cell of a row above that reaches down over the empty one here. No elements where
  // there is none in the row.
  std::vector<Range> merged;
  Range range;             // from its first cell to its last
  bool after_gap = false;  // an empty line (a page break) stands before it
};

struct TableColumnInfo {
  Range header;           // in the flow; empty when the column has none
  std::string_view role;  // null when the words name none
};

struct TableBlock {
  std::vector<TableColumnInfo> columns;
  std::vector<Range> header_cells;  // as they stand, also those beyond the columns
  std::vector<Row> rows;            // without the header
  Range range;
  std::optional<std::size_t> column_with(std::string_view role) const;
};

struct Furniture {
  Range content;  // in Text::content
  std::string_view reason;
};

struct Layout {
  Layout(const Text& text_in, const std::vector<Token>& tokens, const Grammar& grammar_in)
      : text(&text_in), grammar(&grammar_in), flow(text_in, tokens) {}

  const Text* text;
  const Grammar* grammar;
  Flow flow;
  std::vector<Block> blocks;
  std::vector<TableBlock> tables;
  std::vector<Furniture> furniture;
  std::vector<Range> drawing;         // in Text::content: lines with what draws their table
  std::vector<Word> words;            // of the whole flow
  PlaceIndex word_index;              // by begin
  std::vector<RuleSets> token_rules;  // by token of the flow: the sets with a rule that may match

  // Whether a rule of the set may match at a place of the flow.
  bool may_match(RuleSet set, std::uint32_t at) const {
    const std::uint32_t token = flow.token_from(at);
    return token >= token_rules.size() || flow.tokens()[token].begin != at ||
           (token_rules[token] & bit_of(set)) != 0;
  }
  // The words that stand in a range of the flow.
  std::span<const Word> words_in(Range range) const;
};

// Reads a line as a kind line; `range` is in `text`. `emphasised`: the line stands out by style.
KindLine read_kind_line(const Grammar& grammar, std::string_view text, Range range,
                        bool emphasised);

Layout recover_layout(const Text& text, const std::vector<Token>& tokens, const Grammar& grammar);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_BLOCKS_H_
