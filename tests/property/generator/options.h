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
  kLayouts
};
std::string_view name_of(Layout layout);

struct Options {
  int layout = kTsv;
  // Writing
  int header = 0;        // 1: issuer and state side by side, 2: state first
  int numbering = 0;     // of sections: see sections.cc
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
