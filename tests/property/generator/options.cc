#include "generator/options.h"

#include "generator/random.h"

namespace scp::testing {

std::string_view name_of(Layout layout) {
  static const std::vector<std::string_view> kNames{
      "tsv",          "pipes",         "padded pipes", "joined",        "wrapped pipes",
      "ascii box",    "unicode box",   "html",         "fixed columns", "flattened",
      "framed cells", "keys in items", "inline keys",  "prose"};
  return kNames[layout];
}

const std::vector<OptionInfo>& option_table() {
  static const std::vector<OptionInfo> kTable{
      {"header", &Options::header, false},
      {"numbering", &Options::numbering, false},
      {"bullets", &Options::bullets, false},
      {"appendix", &Options::appendix, false},
      {"column order", &Options::column_order, false},
      {"synonyms", &Options::synonyms, false},
      {"capitals", &Options::capitals, false},
      {"more columns", &Options::more_columns, false},
      {"groups", &Options::groups, false},
      {"figures row", &Options::figures_row, false},
      {"row numbers", &Options::row_numbers, false},
      {"joiner", &Options::joiner, false},
      {"wrapped cells", &Options::wrapped, false},
      {"spans", &Options::spans, false},
      {"no blank lines", &Options::tight, false},
      {"page break in a paragraph", &Options::page_break_text, true},
      {"page break in a row", &Options::page_break_row, true},
      {"repeated header", &Options::repeated_header, true},
      {"page numbers", &Options::page_numbers, true},
      {"stray stars", &Options::stars, true},
      {"blanks at slashes", &Options::slash_blanks, true},
      {"mixed tones", &Options::tones, true},
      {"decomposed letters", &Options::nfd, true},
      {"CRLF", &Options::crlf, true},
      {"byte order mark", &Options::bom, true},
      {"no-break spaces", &Options::nbsp, true},
      {"soft hyphens", &Options::soft_hyphens, true},
      {"legacy encoding", &Options::legacy, true}};
  return kTable;
}

void settle(Options& o) {
  const bool table = o.layout < kKeys;
  const bool drawn = o.layout == kAsciiBox || o.layout == kUnicodeBox;
  if (!table) {
    o.appendix = o.column_order = o.capitals = o.more_columns = o.figures_row = o.row_numbers = 0;
    o.page_break_row = o.repeated_header = 0;
  }
  if (o.layout >= kInline) o.groups = 0;
  if (o.layout == kProse) o.synonyms = 0;
  if (!o.groups && o.row_numbers >= 3 && o.row_numbers <= 4) o.row_numbers = 0;
  const bool begins = o.layout == kFlattened || o.layout == kWrapped;
  if (begins && o.row_numbers == 5) o.row_numbers = 0;  // rows would have no begin
  if (!drawn && o.layout != kFramed && o.layout != kFlattened) o.wrapped = 0;
  if (o.layout != kHtml) o.spans = 0;
  if (o.layout == kFixed || o.layout == kPipes || o.layout == kPaddedPipes) o.tight = 0;
  // A row is cut where both halves are rows of the drawing.
  const bool below = o.layout == kFlattened || o.layout == kFramed;
  if (o.layout == kHtml || o.layout == kWrapped || below || drawn) o.page_break_row = 0;
  if (o.layout == kHtml || o.layout == kFlattened || o.layout == kWrapped) o.repeated_header = 0;
  if (o.layout == kFixed || o.layout == kWrapped) o.stars = 0;
  if (o.layout == kUnicodeBox) o.legacy = 0;
  if (o.legacy) {  // they lack these characters
    o.nfd = o.bom = o.nbsp = o.soft_hyphens = 0;
    if (o.bullets == 2 || o.bullets == 4) o.bullets = 0;
  }
}

Options make_options(std::uint64_t seed) {
  Random random(seed, "options");
  Options o;
  const auto sometimes = [&](int chance, int high) {
    const int value = random.number(1, high);
    return random.percent(chance) ? value : 0;
  };
  o.layout = random.number(0, kLayouts - 1);
  o.header = sometimes(50, 2);
  o.numbering = sometimes(70, 8);
  o.bullets = sometimes(60, 5);
  o.appendix = sometimes(50, 1);
  o.column_order = sometimes(40, 1);
  o.synonyms = sometimes(60, 1);
  o.capitals = sometimes(25, 1);
  o.more_columns = sometimes(35, 2);
  o.groups = sometimes(50, 1);
  o.figures_row = sometimes(25, 1);
  o.row_numbers = sometimes(60, 5);
  o.joiner = sometimes(66, 2);
  o.wrapped = sometimes(50, 1);
  o.spans = sometimes(50, 1);
  o.tight = sometimes(30, 1);
  o.page_break_text = sometimes(25, 1);
  o.page_break_row = sometimes(25, 1);
  o.repeated_header = sometimes(25, 1);
  o.page_numbers = sometimes(25, 1);
  o.stars = sometimes(15, 1);
  o.slash_blanks = sometimes(20, 1);
  o.tones = sometimes(20, 1);
  o.nfd = sometimes(15, 1);
  o.crlf = sometimes(15, 1);
  o.bom = sometimes(10, 1);
  o.nbsp = sometimes(15, 1);
  o.soft_hyphens = sometimes(10, 1);
  o.legacy = sometimes(12, 6);
  settle(o);
  return o;
}

}  // namespace scp::testing
