// How a plan is written down, and what is done to it afterwards. Every option is a number; 0 is
// the plain way, so that a failing document is shrunk by setting options to 0.
#ifndef SCPPARSE_TESTS_PROPERTY_GENERATOR_OPTIONS_H_
#define SCPPARSE_TESTS_PROPERTY_GENERATOR_OPTIONS_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace scp::testing {

enum Layout {
  kTsv,
  kPipes,        // Markdown, with frames and a row of dashes
  kPaddedPipes,  // the same with all columns of one width
  kJoined,       // cells joined by a bar, blank lines between rows
  kWrapped,      // pipes below each other, cells over several lines, nothing drawn between rows
  kAsciiBox,
  kUnicodeBox,
  kHtml,
  kFixed,      // columns of blanks, paragraphs wrapped, as from a PDF file
  kFlattened,  // one cell per line
  kFramed,     // one cell per line, with pipes on lines of their own around cells and rows
  kKeys,       // keys and values in items below each task
  kInline,     // keys and values at the end of each task
  kProse,      // sentences
  kDuties,     // items below headings that name who does them
  kDirective,  // the same in a directive, which has no goals and no other sections
  kLayouts
};
std::string_view name_of(Layout layout);

struct Options {
  int layout = kTsv;
  // Writing
  int header = 0;        // 1: issuer and state side by side, 2: state first
  int numbering = 0;     // of sections: see section_mark()
  int bullets = 0;       // marks of goals
  int appendix = 0;      // 1: the table stands in an appendix
  int column_order = 0;  // 1: any order
  int synonyms = 0;      // 1: headers by any of their names
  int capitals = 0;      // 1: headers in capitals
  int more_columns = 0;  // 1: funding, 2: and remark
  int groups = 0;        // 1: tasks in groups
  int figures_row = 0;   // 1: (1) (2) (3) under the header
  int row_numbers = 0;   // 1: "1.", 2: "01", 3: "1.1", 4: "I.1", 5: none
  int joiner = 0;        // of names: 1: commas, 2: the last one with a word
  int wrapped = 0;       // 1: cells of drawn tables over several lines
  int spans = 0;         // 1: HTML cells over several columns
  int tight = 0;         // 1: no blank lines between paragraphs
  int header_rows = 0;  // one name over lead and partners; 1: cells merged, 2: below it empty cells
  int merged = 0;       // 1: one lead for several rows, 2: several products of a task, 3: both
  int in_cell = 0;      // 1: no column of numbers, the number begins the text
  int group_form = 0;   // 1: title in every cell, 2: with the number, 3: both in the first cell,
                        // 4: title right after the number
  int many = 0;         // 1: eleven groups, more than nine tasks in one
  int tables = 0;       // 1: a table of its own for each group
  int notes = 0;        // 1: a note below the table, 2: notes in a list
  int after = 0;        // 1: a paragraph after the table
  int hard_wrap = 0;    // 1: paragraphs in lines of 70 to 90 characters
  int close_rows = 0;   // fixed columns; 1: no blank lines between rows, 2: cells centred in rows
  int cell_gaps = 0;    // 1: blank lines between the cells of a flattened table
  int indicators = 0;   // 1: a table of indicators among the goals
  // Damage
  int page_break_text = 0;
  int page_break_row = 0;
  int repeated_header = 0;
  int page_numbers = 0;
  int stars = 0;
  int slash_blanks = 0;
  int tones = 0;
  int nfd = 0;
  int crlf = 0;
  int bom = 0;
  int nbsp = 0;
  int soft_hyphens = 0;
  int legacy = 0;  // 1 and up: an encoding from before Unicode, see kLegacyEncodings
  int lookalikes = 0;
  int entities = 0;
  int misread = 0;  // the bytes taken for another encoding; 1: Latin-1, 2: windows-1252
  int utf16 = 0;    // 1: little end first, 2: big end first
};

struct OptionInfo {
  std::string_view name;
  int Options::* member;
  bool damage;
};
const std::vector<OptionInfo>& option_table();

Options make_options(std::uint64_t seed);
// Sets options to 0 that change nothing in this layout.
void settle(Options& options);

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_PROPERTY_GENERATOR_OPTIONS_H_
