// The flow: the text of a document as its author wrote it, page by page damage undone.
//
// The layout stage writes every paragraph and every cell in one piece into the flow, in document
// order, each ended by a line feed; lines that a page break or a narrow page had cut apart are
// joined by one blank, breaks inside a cell are line feeds. Each piece knows where it stands in
// Text::content:
//
//     content   | - Giảm 5 - 8% mức      |   | tiêu hao nguyên liệu; |
//     flow      | - Giảm 5 - 8% mức tiêu hao nguyên liệu;\n            (two pieces)
//
// Tokens of the flow are those of the text, moved. Owns its text; immutable once built.
#ifndef SCPPARSE_LAYOUT_FLOW_H_
#define SCPPARSE_LAYOUT_FLOW_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lex/token.h"
#include "scpparse/span.h"
#include "support/place_index.h"
#include "text/text.h"

namespace scp {

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin >= end; }
  std::uint32_t size() const { return end - begin; }
};

// A range of content that becomes part of a paragraph or cell, and what joins it to the part
// before: a blank, a line feed, or nothing ('\0') where a word was cut.
struct Part : Range {
  Part(Range range, char joint_in = ' ') : Range(range), joint(joint_in) {}
  char joint;
};

class Flow {
 public:
  explicit Flow(const Text& text, const std::vector<Token>& tokens)
      : text_(&text), source_tokens_(&tokens) {
    flow_.reserve(text.content.size() + text.content.size() / 16);
    tokens_.reserve(tokens.size());
  }

  // Ranges of content, each inside of a line, that no piece takes over.
  void leave_out(std::vector<Range> ranges);
  // Building: pieces of content become one range of the flow; U+2028 inside a piece becomes a line
  // feed.
  Range append(std::span<const Part> pieces);
  // Ends the building: the tokens of the text are no longer needed.
  void finish() { source_tokens_ = nullptr; }

  std::string_view text() const { return flow_; }
  std::string_view text(Range range) const {
    return std::string_view(flow_).substr(range.begin, range.size());
  }
  const std::vector<Token>& tokens() const { return tokens_; }
  std::string_view text(const Token& token) const { return text(Range{token.begin, token.end}); }
  // The index of the first token that begins at a place or behind it.
  std::uint32_t token_from(std::uint32_t at) const {
    return token_index_.first_from(at, [&](std::size_t i) { return tokens_[i].begin; });
  }
  // Indices of the tokens that begin in a range.
  Range tokens_in(Range range) const;

  // Where a range of the flow stands in the original input.
  Place place(Range range) const;
  // All original bytes of a range, with the markup that touches it: for counting what was read.
  std::vector<Span> loose_spans(Range range) const;
  // The offset in Text::content of a place in the flow.
  std::uint32_t content_offset(std::uint32_t at) const;

  // The range without blanks at both ends.
  Range trimmed(Range range) const;

 private:
  struct Stretch {
    std::uint32_t flow;
    std::uint32_t content;
    std::uint32_t length;
  };
  void add_piece(Range content);
  void add_words(Range content);
  std::vector<Range>::const_iterator next_left_out(Range range) const;
  std::vector<Range> content_ranges(Range range) const;
  std::vector<Stretch>::const_iterator piece_at(std::uint32_t at) const;

  const Text* text_;
  const std::vector<Token>* source_tokens_;
  std::string flow_;
  std::vector<Stretch> pieces_;
  std::vector<Range> left_out_;  // in order
  std::vector<Token> tokens_;
  PlaceIndex token_index_;
};

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_FLOW_H_
