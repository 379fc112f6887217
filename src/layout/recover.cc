#include <algorithm>
#include <string>

#include "layout/blocks.h"
#include "layout/column_names.h"
#include "layout/ended_cells.h"
#include "layout/fixed_tables.h"
#include "layout/flat_tables.h"
#include "layout/lines.h"
#include "layout/note_marks.h"
#include "layout/tables.h"
#include "layout/title_lines.h"
#include "text/utf8.h"

namespace scp {
namespace {

class BlockBuilder {
 public:
  BlockBuilder(const Text& text, const std::vector<Token>& tokens, const Grammar& grammar)
      : layout_(text, tokens, grammar),
        content_(text.content),
        tokens_(tokens),
        grammar_(grammar),
        lines_(split_lines(text, tokens, grammar, layout_.furniture)),
        finder_(text, grammar, lines_, layout_.furniture),
        numbers_(content_, layout_.furniture),
        fixed_(text, grammar, lines_, layout_.furniture, numbers_),
        flat_(text, grammar, lines_, layout_.furniture, numbers_),
        ended_(text, grammar, lines_, layout_.furniture, numbers_) {}

  Layout run() {
    std::vector<Range> marks;
    for (const Furniture& part : layout_.furniture) {
      if (part.reason == kNoteMark) marks.push_back(part.content);
    }
    layout_.flow.leave_out(std::move(marks));
    unmark_headings();
    mark_title();
    parted_ = items_are_parted();
    std::size_t at = 0;
    while (at < lines_.size()) {
      DraftTable table;
      if (ended_.read_framed(at, table) || finder_.read(at, table) || fixed_.read(at, table) ||
          flat_.read(at, table) || ended_.read(at, table)) {
        for (std::size_t i = at; i < table.end_line; ++i) {
          const Line& line = lines_[i];
          layout_.drawing.push_back(line.drawn.empty() ? line.range : line.drawn);
        }
        write_table(table);
        at = table.end_line;
      } else if (lines_[at].rule) {
        layout_.furniture.push_back({lines_[at].range, "rule"});
        ++at;
      } else if (lines_[at].tabbed()) {
        at = separate_columns(at);
      } else {
        at = write_paragraph(at);
      }
    }
    layout_.flow.finish();
    numbers_.finish();
    const std::string_view flow = layout_.flow.text();
    layout_.words.reserve(flow.size() / 4);
    split_words(grammar_, flow, layout_.flow.tokens(), layout_.words);
    layout_.word_index.cover(layout_.words.size(),
                             [&](std::size_t i) { return layout_.words[i].begin; });
    layout_.token_rules.reserve(layout_.flow.tokens().size());
    RuleSetReader sets(grammar_, flow);
    for (const Token& token : layout_.flow.tokens()) {
      layout_.token_rules.push_back(sets.at(token.begin, token.end));
    }
    return std::move(layout_);
  }

 private:
  std::string_view text_of(const Line& line) const {
    return content_.substr(line.range.begin, line.range.size());
  }

  // Below "Chương I", "QUY ĐỊNH" is the beginning of the heading that "CHUNG" on the next line
  // ends.
  void unmark_headings() {
    RuleMatch match;
    for (std::size_t i = 1; i + 1 < lines_.size(); ++i) {
      const Line& next = lines_[i + 1];
      if (!lines_[i].kind_line || !next.capitals || next.gap_before) continue;
      if (first_match(grammar_, RuleSet::kEnumerator, content_, lines_[i - 1].range, match, true))
        lines_[i].kind_line = false;
    }
  }

  // "Chỉ thị về việc …": the first words of a text, apart from those of its header.
  void mark_title() {
    for (Line& line : lines_) {
      if (line.form != nullptr || line.agency || line.rule) continue;
      if (line.tabbed() || line.kind_line || line.enumerated) return;
      std::vector<Word> words;
      split_words(grammar_, text_of(line), words);
      LexiconMatch kind;
      line.titled = grammar_.lexicon(LexiconId::kDocumentKinds).longest_at(words, 0, kind);
      return;
    }
  }

  // Nearly all items begin behind an empty line: what stands below one without is more of it.
  bool items_are_parted() const {
    constexpr std::ptrdiff_t kFewest = 4;
    constexpr std::ptrdiff_t kNearlyAll = 10;  // of so many all but one
    const auto items = std::count_if(lines_.begin(), lines_.end(),
                                     [](const Line& line) { return line.enumerated; });
    const auto parted = std::count_if(lines_.begin(), lines_.end(), [](const Line& line) {
      return line.enumerated && line.gap_before;
    });
    return items >= kFewest && (items - parted) * kNearlyAll <= items;
  }

  bool wraps(const Line& last, const Line& next) const {
    return !next.gap_before && !last.heading && !last.kind_line && !next.kind_line &&
           next.form == nullptr && !next.capitals && !last.capitals &&
           text_of(last).size() >= kFullLine && !text_of(last).ends_with(':') &&
           !begins_with_key(grammar_, text_of(next));
  }

  static bool alone(const Line& line) {
    return line.form != nullptr && line.form->value(Field::kScheme) == kAloneScheme;
  }

  // Whether `next` goes on with the paragraph whose last line is `last` and first line is `first`.
  bool goes_on(const Line& first, const Line& last, const Line& next) const {
    if (last.joins_next) return true;
    if (next.note) return false;
    if (!next.gap_before && (dash_goes_on(content_, grammar_, last, next) ||
                             dash_inside(content_, first, last, next, parted_)))
      return true;
    if (next.enumerated || next.tabbed() || next.heading || next.rule) return false;
    if (next.form != nullptr && !is_middle(last, next)) return false;
    if (!next.gap_before && !last.heading &&
        (name_over_lines(content_, grammar_, last, next) ||
         order_over_lines(content_, grammar_, last, next)))
      return true;
    if (parted_ && first.enumerated && wraps(last, next)) return true;
    if (!next.gap_before &&
        (mark_over_lines(content_, last) || names_over_colon(content_, grammar_, last, next) ||
         bodies_over_lines(content_, grammar_, last, next) ||
         (last.capitals && years_over_lines(content_, last, next))))
      return true;
    // An empty line may part the mark from its text.
    const bool heads = next.kind_line || next.capitals;
    if (only_enumerator(last) && !(next.gap_before && heads)) return true;
    if (alone(last) || last.heading || last.kind_line || next.kind_line) return false;
    if (first.agency && next.agency) {  // two levels of a header
      const bool below_another = &first != lines_.data() && (&first)[-1].agency;
      return !below_another && name_in_header(content_, grammar_, last, next);
    }
    if (first.titled && ends_title(last, next)) return false;
    if (first.form != nullptr && last.capitals != next.capitals && !next.gap_before) {
      return !last.capitals && open_end(text_of(last));
    }
    const std::string_view above = text_of(last);
    const CodePoint c = decode(content_, next.range.begin);
    const bool small = is_letter(c.value) && is_lower(c.value);
    if (next.gap_before) {
      const bool open =
          open_end(above) || ends_in_key(grammar_, above) ||
          (above.ends_with(';') && (first.enumerated || is_keyed(grammar_, text_of(first))));
      return (small && open && !last.capitals) || number_over_page(above, next) ||
             names_unit(last, last, next) || name_over_gap(content_, grammar_, last, next);
    }
    if (next.at_width && !last.capitals) return true;
    if (!next.capitals && ends_in_body(above, next)) return true;
    const bool number = begins_with_number(next) && ends_open(above, next);
    // The last word of a sentence may be an abbreviation.
    const bool word = !last.capitals && above.size() >= kFullLine && open_end(above) &&
                      text_of(next).find(' ') == std::string_view::npos;
    if ((last.capitals || next.capitals) && !number && !word)
      return last.capitals && next.capitals &&
             (last.bold == next.bold || ends_open(above, next) ||
              begins_open(grammar_, text_of(next)) || names_unit(first, last, next));
    if (small || (is_basis(first) && basis_goes_on(above, next))) return true;
    if (begins_with_key(grammar_, text_of(next))) return false;
    if (next.wrapped && (open_end(above) || ends_full(above))) return true;
    const bool same_style = last.bold && next.bold;
    return open_end(above) && (same_style || above.size() >= kFullLine || above.back() == ',' ||
                               ends_open(above, next));
  }

  // Below a title in small letters stands a paragraph that no page cuts into lines.
  bool ends_title(const Line& last, const Line& next) const {
    constexpr std::size_t kPageLine = 200;  // bytes
    const std::string_view text = text_of(next);
    const bool open = text_of(last).back() == ',' || ends_open(text_of(last), next);
    return text.size() > kPageLine && is_upper(decode(text, 0).value) && !open;
  }

  // "ỦY BAN NHÂN DÂN", an empty line, "TỈNH ĐỒNG NAI": a name that is none without its unit. The
  // name may take two lines.
  bool names_unit(const Line& first, const Line& last, const Line& unit) const {
    if (!last.capitals || !unit.capitals) return false;
    std::string body(text_of(first));
    if (&first != &last) body.append(" ").append(text_of(last));
    std::vector<Word> words;
    split_words(grammar_, body, words);
    LexiconMatch match;
    const bool head = grammar_.lexicon(LexiconId::kAgencyHeads).longest_at(words, 0, match);
    const std::size_t stem = head && match.end_word < words.size() ? match.end_word : 0;
    const bool bare = stem_at(grammar_, words, stem, match) && match.end_word == words.size();
    words.clear();
    split_words(grammar_, text_of(unit), words);
    return bare && grammar_.lexicon(LexiconId::kUnitWords).longest_at(words, 0, match);
  }

  // "… tham mưu Ủy ban nhân dân", "Thành phố …": the same in the middle of a sentence.
  bool ends_in_body(std::string_view above, const Line& unit) const {
    constexpr std::size_t kLongestName = 60;  // bytes
    std::vector<Word> words;
    LexiconMatch match;
    split_words(grammar_, text_of(unit), words);
    if (!grammar_.lexicon(LexiconId::kUnitWords).longest_at(words, 0, match)) return false;
    // "Xã hội hóa", "Tỉnh lộ", "Huyện ủy" are other words.
    const bool other = match.end_word == 1 && words.size() > 1;
    if (other && is_lower(decode(text_of(unit), words[match.end_word].begin).value)) return false;
    std::size_t at = above.size() - std::min(above.size(), kLongestName);
    if (at > 0) at = std::min(above.find(' ', at), above.size());
    words.clear();
    split_words(grammar_, above.substr(at), words);
    for (std::size_t i = at == 0 ? 1 : 0; i < words.size(); ++i) {  // not all of the line
      if (stem_at(grammar_, words, i, match) && match.end_word == words.size()) return true;
    }
    return false;
  }

  // A number that a converter parted from what it numbers.
  bool only_enumerator(const Line& line) const {
    if (!line.enumerated) return false;
    const auto token =
        std::lower_bound(tokens_.begin(), tokens_.end(), line.range.begin,
                         [](const Token& t, std::uint32_t at) { return t.begin < at; });
    return token != tokens_.end() && token->end >= line.range.end;
  }

  // "thực hiện Quyết định số …" with a small letter: no opening, but a sentence that a line cut.
  bool is_middle(const Line& last, const Line& line) const {
    const std::string_view role = line.form->value(Field::kRole);
    const bool cited = role == "subject" && last.form == nullptr && !last.kind_line &&
                       !last.capitals && line.form->value(Field::kKind).data() != nullptr;
    if (line.gap_before || (role != "implements" && !cited && !is_basis(line))) return false;
    return is_lower(decode(content_, line.range.begin).value);
  }

  static bool is_basis(const Line& line) {
    if (line.form == nullptr) return false;
    const std::string_view role = line.form->value(Field::kRole);
    return role == "legal-basis" || role == "proposal";
  }

  // A legal basis ends with a mark. Where that was left out, a body that acts begins what follows,
  // unless the line above has come to the title of its head.
  bool basis_goes_on(std::string_view above, const Line& next) const {
    if (!open_end(above)) return false;
    if (!begins_with_authority(grammar_, text_of(next)) || above.back() == ',') return true;
    return ends_open(above, next) || ends_with_head(grammar_, above);
  }

  // 2026, II/2026
  bool begins_with_number(const Line& line) const {
    const std::string_view text = text_of(line);
    if (is_digit(decode(text, 0).value)) return true;
    const std::size_t end = std::min(text.find_first_not_of("IVX"), text.size());
    const bool word = end == text.size() || !is_letter(decode(text, end).value);
    return end > 0 && word && roman_value(text.substr(0, end)) != 0;
  }

  // "… có diện tích trên", the end of a page, "100 ha và …".
  bool number_over_page(std::string_view above, const Line& next) const {
    return next.after_page && !next.capitals && is_digit(decode(text_of(next), 0).value) &&
           above.size() >= kFullLine && open_end(above);
  }

  // The last word of the line above cannot stand there without what comes next.
  bool ends_open(std::string_view above, const Line& next) const {
    const Wanted wanted = wanted_after(grammar_, above);
    if (wanted == Wanted::kNumber) return begins_with_number(next);
    return wanted == Wanted::kAnything;
  }

  // The authority that issues stands between the title and the legal bases, in capitals or small
  // letters like the title: no part of it, unless the title asks for a name.
  bool opens_preamble(const Line& title, std::size_t at) const {
    if (!(lines_[at].capitals || title.titled) || lines_[at].gap_before) return false;
    std::size_t next = at + 1;
    const auto more = [&] { return next < lines_.size() && lines_[next].form == nullptr; };
    if (more() && lines_[next].capitals) ++next;  // the name may take two lines
    if (next >= lines_.size() || lines_[next].form == nullptr) return false;
    const std::string_view role = lines_[next].form->value(Field::kRole);
    if (role != "legal-basis" && role != "implements" && role != "session") return false;
    std::string name(text_of(lines_[at]));
    if (lines_[at].joins_next) name.append(" ").append(text_of(lines_[at + 1]));
    return begins_with_authority(grammar_, name) && !ends_open(text_of(lines_[at - 1]), lines_[at]);
  }

  // A sentence may end where its line does.
  static bool ends_full(std::string_view text) {
    return text.size() >= kFullLine && std::string_view(".);").find(text.back()) != text.npos;
  }

  // A line of one cell between lines of two boxes belongs to the left or the right box.
  bool columns_go_on(std::size_t first, std::size_t at) const {
    constexpr std::size_t kFar = 4;  // lines
    if (!lines_[first].side_by_side) return false;
    for (std::size_t next = at; next < lines_.size() && next < at + kFar; ++next) {
      if (lines_[next].side_by_side) return true;
    }
    return false;
  }

  static Range cell_of(const Line& line, std::size_t column) {
    constexpr std::uint32_t kRightBox = 25;  // blanks before a line that stands on the right
    if (line.tabbed()) return column < line.cells.size() ? line.cells[column] : Range{};
    return (column == 1) == (line.indent >= kRightBox) && column < 2 ? line.range : Range{};
  }

  // "(Đã ký)" in the column of the signature.
  bool is_signed_mark(Range cell) {
    constexpr std::string_view kSigned = "signed";
    RuleMatch match;
    const Rule* rule = first_match(grammar_, RuleSet::kFurniture, content_, cell, match, true);
    if (rule == nullptr || rule->value(Field::kReason) != kSigned) return false;
    layout_.furniture.push_back({cell, rule->value(Field::kReason)});
    return true;
  }

  // Lines with two or more cells that are no table stand in columns side by side (agency | name of
  // the state): each column is read from top to bottom, as lines of its own.
  std::size_t separate_columns(std::size_t at) {
    std::size_t end = at;
    std::size_t width = 0;
    while (end < lines_.size() && !lines_[end].rule &&
           !(end > at && begins_address(content_, grammar_, lines_[end])) &&
           (lines_[end].tabbed() || columns_go_on(at, end))) {
      width = std::max(width, lines_[end].cells.size());
      ++end;
    }
    std::vector<Line> columns;
    for (std::size_t column = 0; column < width; ++column) {
      bool first = true;
      for (std::size_t i = at; i < end; ++i) {
        bool above = first || lines_[i].gap_before;
        for (const Range& own : lines_of_cell(content_, grammar_, cell_of(lines_[i], column))) {
          if (is_signed_mark(own)) continue;
          Line line;
          line.range = own;
          line.cells = {line.range};
          line.gap_before = above;
          line.form = line_form(grammar_, content_, line.range);
          describe_line(*layout_.text, tokens_, grammar_, line);
          columns.push_back(std::move(line));
          above = first = false;
        }
      }
    }
    for (std::size_t i = at; i < end; ++i) layout_.drawing.push_back(lines_[i].range);
    return write_columns(std::move(columns), end);
  }

  // The lines before `end` have been read; the columns take their places, so that a paragraph can
  // go on from the last of them into the line after.
  std::size_t write_columns(std::vector<Line> columns, std::size_t end) {
    if (columns.size() > end) {
      const std::size_t more = columns.size() - end;
      lines_.insert(lines_.begin(), more, Line{});
      finder_.lines_moved(more);
      end += more;
    }
    std::size_t at = end - columns.size();
    std::move(columns.begin(), columns.end(), lines_.begin() + static_cast<std::ptrdiff_t>(at));
    while (at < end) at = write_paragraph(at);
    return at;
  }

  std::size_t write_paragraph(std::size_t at) {
    const Line& first = lines_[at];
    std::vector<Part> pieces = {first.range};
    std::size_t end = at + 1;
    const std::size_t title_end = title_lines_end(content_, grammar_, lines_, at);
    while (end < lines_.size() && !starts_table(end) && !heads_columns(at, end)) {
      const bool name = name_in_title(content_, grammar_, lines_, at, end);
      const bool more = name || (!opens_preamble(first, end) &&
                                 !opens_text(content_, grammar_, lines_, at, end) &&
                                 (end < title_end || fills_cell(at, end) ||
                                  goes_on(first, lines_[end - 1], lines_[end])));
      if (!more || flat_.heads_numbers(end)) break;
      if (name) lines_[end].form = nullptr;  // "CHÍNH PHỦ" is no line of the header there
      pieces.emplace_back(lines_[end].range);
      ++end;
    }
    for (std::size_t i = at; i < end; ++i) {
      if (!lines_[i].drawn.empty()) layout_.drawing.push_back(lines_[i].drawn);
    }
    Block block;
    block.range = layout_.flow.append(pieces);
    block.capitals = first.capitals;
    block.bold = std::all_of(lines_.begin() + at, lines_.begin() + end,
                             [](const Line& line) { return line.bold; });
    block.heading = first.heading;
    block.after_gap = first.gap_before;
    block.note = first.note || below_table(at);
    // What one line alone is, its description says already.
    const bool several = end - at > 1;
    finish(block, several || first.form != nullptr, several || first.kind_line);
    layout_.blocks.push_back(block);
    if (block.note && notes_open_) notes_end_ = end;
    notes_open_ = false;
    return end;
  }

  // "Ghi chú: …" right below a table, and the items that follow it without a gap.
  bool below_table(std::size_t at) {
    const Line& line = lines_[at];
    const bool first = !layout_.blocks.empty() && layout_.blocks.back().kind == BlockKind::kTable;
    const char item = item_mark(text_of(line));
    const bool same = notes_item_ == item || (notes_item_ == '\0' && item != '1') ||
                      (notes_item_ == ':' && item != '\0');
    const bool listed = notes_end_ == at && !line.gap_before && line.form == nullptr &&
                        !line.kind_line && !line.heading && item != '\0' && same;
    if (!listed && !(first && heads_notes(text_of(line)))) return false;
    notes_item_ = listed ? item : text_of(line).back() == ':' ? ':' : '\0';
    notes_open_ = true;
    return true;
  }

  // What an item begins with, '1' for any figure; '\0' where the line is none.
  static char item_mark(std::string_view text) {
    const char first = text.front();
    if (first >= '0' && first <= '9') return '1';
    return std::string_view("-+*(").find(first) != std::string_view::npos ? first : '\0';
  }

  // The words over a column of remarks, with a colon.
  bool heads_notes(std::string_view text) const {
    constexpr std::size_t kLongest = 40;  // bytes
    const std::size_t begin = text.find_first_not_of("*-( ");
    const std::size_t colon = text.substr(0, kLongest).find(':');
    if (begin >= text.size() || colon == std::string_view::npos || colon <= begin) return false;
    const Entry column =
        grammar_.lexicon(LexiconId::kColumns).find(text.substr(begin, colon - begin));
    return column.valid() && column.value(Field::kRole) == "remark";
  }

  // "V/v …" over several lines, between the lone pipes that a converter leaves around a cell.
  bool fills_cell(std::size_t first, std::size_t at) const {
    constexpr std::size_t kFar = 6;  // lines
    const Rule* form = lines_[first].form;
    if (form == nullptr || form->value(Field::kRole) != "subject") return false;
    for (std::size_t i = at; i < lines_.size() && i <= first + kFar; ++i) {
      const Line& line = lines_[i];
      if (line.rule) return i > at && line.range.size() == 1;
      if (line.form != nullptr || line.tabbed() || line.gap_before || line.enumerated) return false;
    }
    return false;
  }

  bool starts_table(std::size_t at) const { return lines_[at].tabbed(); }

  // Below a title, the header of a table whose columns are set apart by blanks.
  bool heads_columns(std::size_t title, std::size_t at) const {
    constexpr std::size_t kMostLines = 5;
    FixedHeader header;
    return lines_[title].capitals && at - title <= kMostLines &&
           read_fixed_header(content_, grammar_, lines_, at, header);
  }

  void finish(Block& block, bool may_have_form, bool may_be_kind) {
    const std::string_view flow = layout_.flow.text();
    block.body = block.range;
    RuleMatch match;
    if (may_have_form) block.form = first_match(grammar_, RuleSet::kLine, flow, block.range, match);
    if (block.form != nullptr) {
      match.subject = {};  // the flow grows and moves
      block.matched = std::make_shared<const RuleMatch>(match);
      block.role = block.form->value(Field::kRole);
    }
    if (block.form == nullptr && may_be_kind) {
      const bool stands_out = block.capitals || block.bold || block.heading;
      block.kind_line = read_kind_line(grammar_, flow, block.range, stands_out);
    }
    const Range tokens = layout_.flow.tokens_in(block.range);
    if (!tokens.empty() && block.form == nullptr) {
      const Token& token = layout_.flow.tokens()[tokens.begin];
      if (token.kind == TokenKind::kEnumerator) {
        block.enumerator = {token.begin, token.end};
        block.body = layout_.flow.trimmed({token.end, block.range.end});
      }
    }
  }

  // Each row of the draft is given up when it is written: large tables are not held twice.
  void write_table(DraftTable& draft) {
    TableBlock table;
    std::size_t width = draft.header.size();
    for (const DraftRow& row : draft.rows) width = std::max(width, row.cells.size());
    for (std::size_t i = 0; i < width; ++i) {
      TableColumnInfo column;
      if (i < draft.header.size()) {
        column.header = layout_.flow.append(draft.header[i]);
        column.role = draft.roles[i];
        table.header_cells.push_back(column.header);
      }
      table.columns.push_back(column);
    }
    std::vector<Range> above(width);  // by column: what a covered cell below goes on with
    for (DraftRow& row : draft.rows) {
      Row made;
      made.after_gap = row.after_gap;
      for (std::size_t i = 0; i < width; ++i) {
        made.cells.push_back(i < row.cells.size() ? layout_.flow.append(row.cells[i]) : Range{});
      }
      for (const Range& cell : made.cells) {
        if (cell.empty()) continue;
        if (made.range.empty()) made.range = cell;
        made.range.end = cell.end;
      }
      std::vector<Range> here = made.cells;
      if (!row.covered.empty()) {
        made.merged.resize(*std::max_element(row.covered.begin(), row.covered.end()) + 1);
      }
      for (const std::size_t column : row.covered)
        made.merged[column] = here[column] = above[column];
      above = std::move(here);
      table.rows.push_back(std::move(made));
      row = {};
    }
    name_columns(grammar_, layout_.flow, table);
    Block block;
    block.kind = BlockKind::kTable;
    block.range = whole(table);
    block.body = block.range;
    table.range = block.range;
    block.table = static_cast<std::uint32_t>(layout_.tables.size());
    layout_.tables.push_back(std::move(table));
    layout_.blocks.push_back(block);
  }

  static Range whole(const TableBlock& table) {
    Range range;
    const auto cover = [&](Range part) {
      if (part.empty()) return;
      if (range.empty()) range = part;
      range.begin = std::min(range.begin, part.begin);
      range.end = std::max(range.end, part.end);
    };
    for (const Range& cell : table.header_cells) cover(cell);
    for (const Row& row : table.rows) cover(row.range);
    return range;
  }

  static constexpr std::size_t kFullLine = 60;  // bytes; shorter lines end where their author ended
  Layout layout_;
  std::string_view content_;
  const std::vector<Token>& tokens_;
  const Grammar& grammar_;
  std::vector<Line> lines_;
  TableFinder finder_;
  std::size_t notes_end_ = kNoLine;  // the line after a note below a table
  bool notes_open_ = false;          // the paragraph at hand is one
  char notes_item_ = '\0';           // with what their items begin; ':' where any may follow
  LoneNumbers numbers_;
  bool parted_ = false;  // empty lines stand between the items
  FixedTableFinder fixed_;
  FlatTableFinder flat_;
  EndedCellFinder ended_;
};

}  // namespace

const RuleMatch& Block::match() const {
  static const RuleMatch kNone;
  return matched != nullptr ? *matched : kNone;
}

std::span<const Word> Layout::words_in(Range range) const {
  const auto begin_of = [&](std::size_t i) { return words[i].begin; };
  const std::uint32_t first = word_index.first_from(range.begin, begin_of);
  std::uint32_t last = std::max(first, word_index.first_from(range.end, begin_of));
  while (last > first && words[last - 1].end > range.end) --last;
  return std::span(words).subspan(first, last - first);
}

std::optional<std::size_t> TableBlock::column_with(std::string_view role) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].role == role && columns[i].role.data() != nullptr) return i;
  }
  return std::nullopt;
}

Layout recover_layout(const Text& text, const std::vector<Token>& tokens, const Grammar& grammar) {
  return BlockBuilder(text, tokens, grammar).run();
}

}  // namespace scp
