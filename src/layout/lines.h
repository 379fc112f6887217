// The lines of a text, each with what its form says about it: the input of the block builder.
#ifndef SCPPARSE_LAYOUT_LINES_H_
#define SCPPARSE_LAYOUT_LINES_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/grammar.h"
#include "layout/blocks.h"
#include "layout/flow.h"

namespace scp {

// The value of `scheme` of a line rule whose line takes no more.
inline constexpr std::string_view kAloneScheme = "alone";

struct Line {
  Range range;               // in Text::content, without blanks at both ends
  Range drawn;               // the line with the frame around its only cell; empty without one
  std::vector<Range> cells;  // more than one where tabs stand in it
  const Rule* form = nullptr;
  bool gap_before = false;    // an empty line stands before it
  bool after_stroke = false;  // a line drawn over the page stands before it
  bool after_page = false;    // the number of a page stands before it
  bool note = false;          // a note below the text or a table begins here
  bool piped = false;         // its cells are cut by pipes
  bool side_by_side = false;  // two boxes set apart by blanks
  bool page_header = false;   // its cells are of a header: name of the state, number and day
  std::uint32_t indent = 0;   // blanks before it, in bytes
  bool rule = false;          // it only draws a line of a table
  bool enumerated = false;
  bool kind_line = false;  // nothing but the kind of an instrument
  bool titled = false;     // a kind and more begins the text here
  bool agency = false;     // in capitals, and begins with the name of an agency
  bool capitals = false;
  bool bold = false;
  bool heading = false;
  bool joins_next = false;  // a narrow cell cut it: the next line goes on with it
  bool wrapped = false;     // stands below another line of one paragraph
  bool at_width = false;    // its first word had no room in the line above
  bool tabbed() const { return cells.size() > 1; }
};

// Splits the text into its lines that are not empty; furniture goes to `furniture`.
std::vector<Line> split_lines(const Text& text, const std::vector<Token>& tokens,
                              const Grammar& grammar, std::vector<Furniture>& furniture);

// The form of a line; null where it has none.
const Rule* line_form(const Grammar& grammar, std::string_view text, Range range);
// "Kính gửi: | - Bộ Tài chính; …", below an empty line: no row of the boxes above.
bool begins_address(std::string_view text, const Grammar& grammar, const Line& line);

// Fills in what can be said of a line by itself; its range, cells and form are known.
void describe_line(const Text& text, const std::vector<Token>& tokens, const Grammar& grammar,
                   Line& line);

// The lines that stand in a cell of a page layout, as they would stand on a page of their own.
std::vector<Range> lines_of_cell(std::string_view text, const Grammar& grammar, Range cell);

// The first word of a body's name ("Sở"), where it is no word of everyday ("Sở hữu").
bool stem_at(const Grammar& grammar, std::span<const Word> words, std::size_t at,
             LexiconMatch& match);

// What the last word of a text asks for: whatever goes on ("of", "and"), only a number ("year"), or
// nothing.
enum class Wanted : std::uint8_t { kNothing, kNumber, kAnything };
Wanted wanted_after(const Grammar& grammar, std::string_view text);

// No small letter but in words like IoT, and at least two capitals beside those.
bool all_capitals(std::string_view text);

// "VÀ MÔI TRƯỜNG": a first word that begins no name.
bool begins_open(const Grammar& grammar, std::string_view text);

// A text that has not come to an end; a bracket still open counts as such.
bool open_end(std::string_view text);

// Whether a text begins with the known name of an agency or the title of its head.
bool begins_with_authority(const Grammar& grammar, std::string_view text);

// Whether the last words of a text are the title of a head ("Giám đốc"), which asks for a body.
bool ends_with_head(const Grammar& grammar, std::string_view text);

// Whether a line begins with a key of tasks and a colon ("Đơn vị chủ trì: …").
bool begins_with_key(const Grammar& grammar, std::string_view text);

// "… . Đơn vị chủ trì:": the key of a value that is still to come.
bool ends_in_key(const Grammar& grammar, std::string_view text);

// "- Đơn vị phối hợp: …"
bool is_keyed(const Grammar& grammar, std::string_view text);

// The first rule of the set whose match begins at `at`; `whole`: and reaches the end of `range`.
const Rule* first_match(const Grammar& grammar, RuleSet set, std::string_view text, Range range,
                        RuleMatch& match, bool whole = false);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_LINES_H_
