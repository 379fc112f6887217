#include "generator/options.h"

#include "generator/random.h"

namespace scp::testing {

std::string_view name_of(Layout layout) {
  static const std::vector<std::string_view> kNames{
      "tsv",         "pipes", "padded pipes",  "joined",    "wrapped pipes", "ascii box",
      "unicode box", "html",  "fixed columns", "flattened", "framed cells",  "keys in items",
      "inline keys", "prose", "duty lists",    "directive"};
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
      {"header of two rows", &Options::header_rows, false},
      {"merged cells", &Options::merged, false},
      {"numbers in the text", &Options::in_cell, false},
      {"form of groups", &Options::group_form, false},
      {"many groups", &Options::many, false},
      {"several tables", &Options::tables, false},
      {"notes below", &Options::notes, false},
      {"text after the table", &Options::after, false},
      {"hard wraps", &Options::hard_wrap, false},
      {"close or centred rows", &Options::close_rows, false},
      {"gaps between cells", &Options::cell_gaps, false},
      {"table of indicators", &Options::indicators, false},
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
      {"legacy encoding", &Options::legacy, true},
      {"look-alike letters", &Options::lookalikes, true},
      {"entities", &Options::entities, true},
      {"misread encoding", &Options::misread, true},
      {"UTF-16", &Options::utf16, true}};
  return kTable;
}

namespace {

// What changes tables, and a layout that has none or cannot show it.
void settle_table(Options& o) {
  const bool table = o.layout < kKeys;
  const bool drawn = o.layout == kAsciiBox || o.layout == kUnicodeBox;
  if (!table) {
    o.appendix = o.column_order = o.capitals = o.more_columns = o.figures_row = o.row_numbers = 0;
    o.page_break_row = o.repeated_header = o.header_rows = o.in_cell = o.group_form = 0;
    o.tables = o.notes = o.after = o.merged = 0;
  }
  if (o.tables) o.groups = o.many = 0;
  if (o.in_cell && o.row_numbers == 5) o.row_numbers = 0;
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
  const bool cells_seen = !below && o.layout != kFixed && o.layout != kWrapped;
  if (!o.groups || (!cells_seen && (o.group_form == 1 || o.group_form == 2))) o.group_form = 0;
  // What a merged cell leaves in each cell is the same to the letter.
  const bool letters = o.tones || o.nbsp || o.soft_hyphens || o.lookalikes || o.entities || o.stars;
  if (letters && (o.group_form == 1 || o.group_form == 2)) o.group_form = 0;
  // Where nothing is drawn, an empty cell is not merged, and a line without a number goes on.
  if (!drawn && o.layout != kHtml) o.merged &= 2;
  if (!cells_seen && o.layout != kFramed) o.merged = 0;
  if (o.layout != kFixed) o.close_rows = 0;
  if (o.close_rows == 1 && o.row_numbers == 5) o.row_numbers = 0;  // rows would have no begin
  if (o.layout != kFlattened) o.cell_gaps = 0;
  if (o.appendix) o.after = 0;
}

}  // namespace

void settle(Options& o) {
  if (o.many) o.groups = 1;
  settle_table(o);
  if (o.layout >= kInline) o.groups = o.many = 0;
  if (o.layout >= kProse) o.synonyms = 0;
  if (o.layout == kFixed) o.hard_wrap = 0;
  if (o.layout == kDirective) o.indicators = 0;
  if (o.layout == kDirective && o.numbering < 9) o.numbering = 0;
  if (o.layout == kFixed && o.numbering > 8) o.numbering = 0;
  // A list of cells without frames would begin among the goals.
  if (o.layout >= kKeys || o.layout == kFlattened || o.layout == kWrapped) o.indicators = 0;
  if (o.layout == kUnicodeBox) o.legacy = 0;
  if (o.legacy) {  // they lack these characters
    o.nfd = o.bom = o.nbsp = o.soft_hyphens = o.lookalikes = o.utf16 = 0;
    o.indicators = 0;  // "≥ 30"
    if (o.bullets == 2 || o.bullets == 4) o.bullets = 0;
  }
  if (o.misread) o.utf16 = o.bom = 0;
  if (o.utf16) o.bom = 0;
}

namespace {

void more_options(std::uint64_t seed, Options& o) {
  Random random(seed, "more options");
  const auto sometimes = [&](int chance, int high) {
    const int value = random.number(1, high);
    return random.percent(chance) ? value : 0;
  };
  o.header_rows = sometimes(25, 2);
  o.merged = sometimes(25, 3);
  o.in_cell = sometimes(10, 1);
  o.group_form = sometimes(40, 4);
  o.many = sometimes(4, 1);
  o.tables = sometimes(10, 1);
  o.notes = sometimes(20, 2);
  o.after = sometimes(20, 1);
  o.hard_wrap = sometimes(15, 1);
  o.close_rows = sometimes(50, 2);
  o.cell_gaps = sometimes(30, 1);
  o.indicators = sometimes(12, 1);
  o.lookalikes = sometimes(8, 1);
  o.entities = sometimes(8, 1);
  o.misread = sometimes(5, 2);
  o.utf16 = sometimes(6, 2);
  const int marked = sometimes(12, 2);
  if (marked) o.numbering = 8 + marked;
}

}  // namespace

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
  more_options(seed, o);
  settle(o);
  return o;
}

}  // namespace scp::testing
