#include "layout/lines.h"

#include <algorithm>

#include "layout/boxes.h"
#include "layout/cells.h"
#include "layout/cut_lines.h"
#include "layout/foot_notes.h"
#include "layout/note_marks.h"
#include "layout/page_heads.h"
#include "layout/split_rows.h"
#include "layout/tables.h"
#include "layout/web_pages.h"
#include "layout/wrapped.h"
#include "lex/scan.h"
#include "text/utf8.h"

namespace scp {
namespace {

Range trim(std::string_view text, Range range) {
  const auto blank = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\t'; };
  while (range.begin < range.end && blank(range.begin)) ++range.begin;
  while (range.end > range.begin && blank(range.end - 1)) --range.end;
  return range;
}

// What follows in the line of a form that takes no more: the subject of a letter after its number.
Range after_form(std::string_view text, Range range, const Rule* form, const RuleMatch& match) {
  if (form == nullptr || form->value(Field::kScheme) != kAloneScheme) return {};
  return trim(text, {std::min(match.end, range.end), range.end});
}
Range after_form(std::string_view text, const Grammar& grammar, Range range) {
  RuleMatch match;
  const Rule* form = first_match(grammar, RuleSet::kLine, text, range, match);
  return after_form(text, range, form, match);
}

bool begins_with_agency(const Grammar& grammar, std::string_view text) {
  std::vector<Word> words;
  split_words(grammar, text, words);
  LexiconMatch match;
  return stem_at(grammar, words, 0, match) ||
         grammar.lexicon(LexiconId::kAgencies).longest_at(words, 0, match);
}

class LineSplitter {
 public:
  LineSplitter(const Text& text, const std::vector<Token>& tokens, const Grammar& grammar,
               std::vector<Furniture>& furniture)
      : text_(text),
        content_(text.content),
        tokens_(tokens),
        grammar_(grammar),
        furniture_(furniture) {}

  std::vector<Line> run() {
    std::size_t at = 0;
    while (at <= content_.size()) {
      std::size_t end = content_.find('\n', at);
      if (end == std::string_view::npos) end = content_.size();
      physical_line({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      at = end + 1;
    }
    set_web_page_aside(lines_, furniture_);
    join_broken_rows(content_, grammar_, lines_);
    settle_frames();
    align_boxes(content_, lines_);
    join_split_rows(content_, grammar_, lines_);
    set_page_heads_aside(content_, grammar_, lines_, furniture_);
    set_notes_aside(content_, lines_, furniture_);
    mark_notes(content_, lines_, furniture_);
    join_cut_lines(text_, grammar_, lines_);
    mark_wrapped(content_, lines_);
    return std::move(lines_);
  }

 private:
  // Rows that all begin with a pipe are framed there, and likewise at their ends; where one of them
  // does not, the pipe of the others stands beside an empty cell.
  void settle_frames() {
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = i;
      Frame frame;
      while (end < lines_.size() && lines_[end].piped) {
        const std::vector<Range> bare = cut_cells(content_, lines_[end].range, {false, false});
        frame.left = frame.left && bare.front().empty();
        frame.right = frame.right && bare.back().empty();
        ++end;
      }
      for (std::size_t k = i; !(frame.left && frame.right) && k < end; ++k) {
        lines_[k].cells = cut_cells(content_, lines_[k].range, frame);
      }
      i = std::max(end, i + 1);
    }
  }

  // Two boxes side by side, set apart by blanks: agency and name of the state, recipients and
  // signature. One of them must have a form of its own, or the line above must be such a line.
  void split_at_gap(Line& line) const {
    const std::string_view text = content_.substr(line.range.begin, line.range.size());
    const std::size_t gap = find_blanks(text, 3);
    if (gap == std::string_view::npos) return;
    const std::size_t right = text.find_first_not_of(' ', gap);
    if (find_blanks(text, 3, right) != std::string_view::npos) return;  // a table
    const Range left{line.range.begin, line.range.begin + static_cast<std::uint32_t>(gap)};
    const Range other{line.range.begin + static_cast<std::uint32_t>(right), line.range.end};
    RuleMatch match;
    // "Số:       /KH-UBND" is one line of one form.
    if (first_match(grammar_, RuleSet::kLine, content_, line.range, match, true) != nullptr) return;
    const bool above = !lines_.empty() && lines_.back().side_by_side && !gap_;
    const bool known = first_match(grammar_, RuleSet::kLine, content_, left, match) != nullptr ||
                       first_match(grammar_, RuleSet::kLine, content_, other, match) != nullptr;
    if (!known && !above && !below_boxes(right - gap)) return;
    line.cells = {left, other};
    line.side_by_side = true;
  }

  // The agency that issues beside the name of the state; the number beside place and day.
  bool heads_page(const Line& line) const {
    constexpr std::size_t kMostCells = 4;
    constexpr std::size_t kMostWithTitle = 8;  // the title and addressees may follow the day
    if (line.cells.size() > kMostWithTitle) return false;
    bool number = false;
    bool date = false;
    for (const Range& cell : line.cells) {
      const Rule* form = line_form(grammar_, content_, cell);
      if (form == nullptr) continue;
      const std::string_view role = form->value(Field::kRole);
      if (role == "national-header" && line.cells.size() <= kMostCells) return true;
      number = number || role == "number";
      date = date || role == "place-date";
    }
    const Range& first = line.cells.front();  // the number of a row?
    return number && date && (first.empty() || !is_digit(decode(content_, first.begin).value));
  }

  // Beside a long list of recipients the name of who signed stands some lines below the position.
  bool below_boxes(std::size_t blanks) const {
    constexpr std::size_t kWide = 10;  // blanks
    constexpr std::size_t kFar = 10;   // lines
    if (blanks < kWide) return false;
    for (std::size_t i = lines_.size(); i > 0 && i + kFar > lines_.size(); --i) {
      if (lines_[i - 1].side_by_side) return true;
    }
    return false;
  }

  // The same where a converter left one blank between the boxes: the right one is known by a form
  // that only headers and signatures have.
  void split_at_form(Line& line) const {
    constexpr std::size_t kLongest = 160;  // bytes
    if (line.range.size() > kLongest || !may_be_left_box(line.range)) return;
    RuleMatch match;
    for (std::uint32_t at = line.range.begin + 1; at < line.range.end; ++at) {
      if (content_[at - 1] != ' ' || !is_upper(decode(content_, at).value)) continue;
      const Range right{at, line.range.end};
      const Rule* form = first_match(grammar_, RuleSet::kLine, content_, right, match);
      if (form == nullptr || match.end != line.range.end) continue;
      const Range left = trim(content_, {line.range.begin, at});
      if (!stand_side_by_side(left, form->value(Field::kRole))) continue;
      line.cells = {left, right};
      line.side_by_side = true;
      return;
    }
  }

  // A name in capitals, a star, or a label: "Số: …", "Nơi nhận: …".
  bool may_be_left_box(Range line) const {
    constexpr std::size_t kLongestLabel = 20;  // bytes
    const std::string_view text = content_.substr(line.begin, line.size());
    const std::string_view first = text.substr(0, text.find(' '));
    return text.front() == '*' || text.front() == '-' || all_capitals(first) ||
           first.find('/') != std::string_view::npos ||
           text.substr(0, kLongestLabel).find(':') != std::string_view::npos;
  }

  bool stand_side_by_side(Range left, std::string_view right) const {
    const bool item = content_[left.begin] == '-';
    // "UBND xã, phường; Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam" is a list of bodies.
    const std::string_view before = content_.substr(left.begin, left.size());
    const bool list =
        before.find_first_of(all_capitals(before) ? ";" : ";,") != std::string_view::npos;
    if (right == "national-header" || right == "motto") return !item && !list && !below_kind();
    RuleMatch match;
    const Rule* form = first_match(grammar_, RuleSet::kLine, content_, left, match);
    const std::string_view role = form == nullptr ? std::string_view{} : form->value(Field::kRole);
    if (right == "place-date") return role == "number" || content_[left.begin] == '*';
    if (right != "signature") return false;
    const char last = left.empty() ? ' ' : content_[left.end - 1];
    const bool recipient = item && (last == ';' || last == ',' || last == '.');
    return (role == "recipients" && match.end == left.end) || (recipient && among_recipients());
  }

  // "QUY ĐỊNH", "VỀ", "PHÔNG LƯU TRỮ ĐẢNG CỘNG SẢN VIỆT NAM": a title, and no header.
  bool below_kind() const {
    constexpr std::size_t kNear = 3;  // lines
    const auto near = lines_.end() - static_cast<std::ptrdiff_t>(std::min(kNear, lines_.size()));
    return std::any_of(near, lines_.end(), [](const Line& line) { return line.kind_line; });
  }

  // Below "Nơi nhận:", with nothing but other recipients between.
  bool among_recipients() const {
    constexpr std::size_t kFar = 12;  // lines
    for (std::size_t i = lines_.size(); i > 0 && i + kFar > lines_.size(); --i) {
      const Line& above = lines_[i - 1];
      RuleMatch match;
      const Rule* form =
          first_match(grammar_, RuleSet::kLine, content_, above.cells.front(), match);
      if (form != nullptr && form->value(Field::kRole) == "recipients") return true;
      if (content_[above.range.begin] != '-' && !above.capitals) return false;
    }
    return false;
  }

  // "1.<tab>Sở Tài chính …": Word parts the mark of an item from its text by a tab. Below a row of
  // a table it is one more row, even where empty lines part the rows of a table with a header.
  void join_marker(Line& line) const {
    if (line.cells.size() != 2 || line.rule || line.piped ||
        content_.substr(line.range.begin, line.range.size()).find('\t') == std::string_view::npos)
      return;
    const bool below_row = !lines_.empty() && lines_.back().tabbed() && !lines_.back().page_header;
    if (below_row && (in_table_ || !line.gap_before)) return;
    const Range& mark = line.cells.front();
    if (mark.empty() || line.cells.back().empty()) return;
    const std::string_view text = content_.substr(mark.begin, mark.size());
    const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
    RuleMatch match;
    const bool marks =
        scan::enumerator(content_.substr(0, line.range.end), mark.begin) == mark.end ||
        first_match(grammar_, RuleSet::kEnumerator, content_, mark, match, true) != nullptr;
    if (digits || !marks) return;
    line.cells = {line.range};
  }

  // Two of its cells are headers of columns.
  bool heads_table(const Line& line) const {
    const auto names_column = [&](Range cell) {
      return column_role(grammar_, content_.substr(cell.begin, cell.size())).data() != nullptr;
    };
    return std::count_if(line.cells.begin(), line.cells.end(), names_column) >= 2;
  }

  // "ˆ UBND TỈNH KIÊN GIANG": what the reader of a scan made of a speck before a line of the
  // header.
  void set_speck_aside(Line& line) {
    constexpr std::u32string_view kSpeckMarks =
        U" `'.,_^~\u02C6\u00B4\u00A8\u00AC\u00B0\u2018\u2019";
    constexpr std::size_t kFirst = 8;    // lines
    constexpr std::size_t kSpecks = 12;  // bytes
    const std::string_view text = content_.substr(line.range.begin, line.range.size());
    if (lines_.size() >= kFirst || text.empty()) return;
    std::size_t at = 0;
    while (at < std::min(text.size(), kSpecks)) {
      const CodePoint c = decode(text, at);
      if (kSpeckMarks.find(c.value) == kSpeckMarks.npos) break;
      at += c.length;
    }
    if (at == 0 || at >= text.size() || text[at - 1] != ' ') return;
    const std::string_view rest = text.substr(at);
    if (!all_capitals(rest.substr(0, rest.find(' '))) || !begins_with_agency(grammar_, rest))
      return;
    const Range speck{line.range.begin, line.range.begin + static_cast<std::uint32_t>(at) - 1};
    furniture_.push_back({speck, "speck"});
    line.range.begin += static_cast<std::uint32_t>(at);
  }

  // Outside of cells a soft break ends a line like any other.
  void physical_line(Range range) {
    const std::string_view line = content_.substr(range.begin, range.size());
    if (line.find('\t') != std::string_view::npos) return add(range);
    const bool breaks = line.find(kSoftBreak) != std::string_view::npos;
    if (breaks && is_piped(content_, range)) return add(range);
    std::size_t at = 0;
    for (;;) {
      const std::size_t soft = line.find(kSoftBreak, at);
      const std::size_t end = soft == std::string_view::npos ? line.size() : soft;
      add({range.begin + static_cast<std::uint32_t>(at),
           range.begin + static_cast<std::uint32_t>(end)});
      if (soft == std::string_view::npos) return;
      at = soft + kSoftBreak.size();
    }
  }

  void add(Range range) {
    Line line;
    line.range = trim(content_, range);
    if (line.range.empty()) {
      gap_ = true;
      return;
    }
    set_speck_aside(line);
    line.rule = is_drawn_rule(content_.substr(line.range.begin, line.range.size()));
    if (!line.rule && is_furniture(line)) return;
    line.gap_before = gap_;
    line.after_stroke = stroke_;
    line.after_page = page_;
    gap_ = stroke_ = page_ = false;
    // A mark at the end of a line may have been set aside.
    const bool cut_short = line.range.end < trim(content_, range).end;
    const bool speckled = line.range.begin > trim(content_, range).begin;
    line.cells = cut_cells(content_, {speckled ? line.range.begin : range.begin,
                                      cut_short ? line.range.end : range.end});
    line.indent = line.range.begin - range.begin;
    const Range& only = line.cells.front();
    if (line.cells.size() == 1 && !only.empty() && only.size() < line.range.size()) {
      line.drawn = line.range;
      line.range = only;
    }
    join_marker(line);
    if (line.cells.size() == 1 && !line.rule) split_at_gap(line);
    if (line.cells.size() == 1 && !line.rule) split_at_form(line);
    line.piped = line.cells.size() > 1 && is_piped(content_, line.range);
    line.page_header = line.tabbed() && !line.rule && heads_page(line);
    if (!line.rule) in_table_ = line.tabbed() && (in_table_ || heads_table(line));
    Range rest;
    Range formed;  // what the form was looked for in
    if (!line.rule && !line.tabbed()) {
      RuleMatch match;
      formed = line.range;
      line.form = first_match(grammar_, RuleSet::kLine, content_, formed, match);
      rest = after_form(content_, formed, line.form, match);
      if (rest.empty()) rest = behind_title(line.range);
    }
    if (!rest.empty()) {
      line.range = trim(content_, {line.range.begin, rest.begin});
      line.cells = {line.range};
    }
    if (!line.rule) set_strokes_aside(line);
    const bool same = line.range.begin == formed.begin && line.range.end == formed.end;
    if (!line.rule && !same) line.form = line_form(grammar_, content_, line.range);
    if (!line.rule) describe_line(text_, tokens_, grammar_, line);
    lines_.push_back(std::move(line));
    if (!rest.empty()) add(rest);
  }

  // "BẢO VỆ RỪNG NĂM 2026 (Kèm theo Quyết định số …)": what promulgates a text, on the line of its
  // title.
  Range behind_title(Range line) const {
    const std::string_view text = content_.substr(line.begin, line.size());
    std::size_t bracket = text.find('(');
    while (bracket < text.size() && (bracket < 2 || text[bracket - 1] != ' ')) {
      bracket = text.find('(', bracket + 1);
    }
    if (bracket >= text.size() || !all_capitals(text.substr(0, bracket - 1))) return {};
    const Range right{line.begin + static_cast<std::uint32_t>(bracket), line.end};
    RuleMatch match;
    const Rule* form = first_match(grammar_, RuleSet::kLine, content_, right, match);
    return form != nullptr && form->value(Field::kRole) == "attachment" ? right : Range{};
  }

  // "ỦY BAN NHÂN DÂN TỈNH …  -------": a converter put the stroke below a header behind it.
  void set_strokes_aside(Line& line) {
    for (Range& cell : line.cells) {
      const Range stroke = stroke_at_end(cell);
      if (stroke.empty()) continue;
      furniture_.push_back({stroke, "rule"});
      const Range left = trim(content_, {cell.begin, stroke.begin});
      if (line.range.begin == cell.begin && line.range.end == cell.end) line.range = left;
      cell = left;
    }
  }

  Range stroke_at_end(Range cell) const {
    constexpr std::uint32_t kShortest = 5;
    if (cell.empty()) return {};
    const char mark = content_[cell.end - 1];
    if (mark != '-' && mark != '_' && mark != '*' && mark != '=') return {};
    std::uint32_t begin = cell.end;
    while (begin > cell.begin && content_[begin - 1] == mark) --begin;
    const bool apart = begin > cell.begin && content_[begin - 1] == ' ';
    return apart && cell.end - begin >= kShortest ? Range{begin, cell.end} : Range{};
  }

  // "… năm" above "2024": a number that the line before asks for is no stamp.
  bool is_wanted(const Line& line) const {
    if (gap_ || lines_.empty() || lines_.back().tabbed() || lines_.back().rule) return false;
    const Range above = lines_.back().range;
    return is_digit(decode(content_, line.range.begin).value) &&
           wanted_after(grammar_, content_.substr(above.begin, above.size())) == Wanted::kNumber &&
           !parts_page(line, lines_.back());
  }

  // "… trước ngày", the number of a page, "15/11/2025.": the number stands far to the right, or
  // what is wanted comes below it.
  bool parts_page(const Line& line, const Line& above) const {
    constexpr std::uint32_t kFar = 16;     // blanks more than before the line above
    constexpr std::uint32_t kLongest = 3;  // digits
    if (line.range.size() > kLongest) return false;
    const std::size_t start = content_.substr(0, line.range.begin).rfind('\n') + 1;
    if (line.range.begin - start >= above.indent + kFar) return true;
    std::size_t at = content_.find_first_not_of("\n \r", line.range.end);
    std::size_t digits = 0;
    for (; at < content_.size() && is_digit(decode(content_, at).value); ++at) ++digits;
    return digits > 0 && at + 1 < content_.size() && (content_[at] == '/' || content_[at] == '-') &&
           is_digit(decode(content_, at + 1).value);
  }

  // A tick that is a cell of a table by itself.
  bool begins_cell(std::uint32_t at) const {
    while (at > 0 && content_[at - 1] == ' ') --at;
    return at > 0 && (content_[at - 1] == '\t' || content_[at - 1] == '|');
  }

  // "- 4 -", or a number in the middle of its line or below an empty one; others may number rows.
  bool stands_apart(Range number) const {
    constexpr std::size_t kIndented = 8;   // blanks
    constexpr std::uint32_t kLongest = 3;  // digits
    const std::size_t start = content_.substr(0, number.begin).rfind('\n') + 1;
    return gap_ || number.size() > kLongest || number.begin - start >= kIndented;
  }

  bool is_furniture(Line& line) {
    if (is_wanted(line)) return false;
    RuleMatch match;
    const Rule* rule =
        first_match(grammar_, RuleSet::kFurniture, content_, line.range, match, true);
    if (rule != nullptr) {
      furniture_.push_back({line.range, rule->value(Field::kReason)});
      // A stroke ends what stands above it.
      if (furniture_.back().reason == "rule") stroke_ = gap_ = true;
      page_ = page_ || (furniture_.back().reason == "page-number" && stands_apart(line.range));
      return true;
    }
    // A tick or a stamp at the end of a line that is otherwise text.
    const auto after =
        std::lower_bound(tokens_.begin(), tokens_.end(), line.range.end,
                         [](const Token& t, std::uint32_t at) { return t.begin < at; });
    if (after == tokens_.begin()) return false;
    const Token& last = *(after - 1);
    if (last.kind != TokenKind::kPunctuation || last.begin <= line.range.begin) return false;
    if (begins_cell(last.begin)) return false;
    const Range mark{last.begin, last.end};
    rule = first_match(grammar_, RuleSet::kFurniture, content_, mark, match, true);
    if (rule == nullptr) return false;
    furniture_.push_back({mark, rule->value(Field::kReason)});
    line.range = trim(content_, {line.range.begin, mark.begin});
    return line.range.empty();
  }

  const Text& text_;
  std::string_view content_;
  const std::vector<Token>& tokens_;
  const Grammar& grammar_;
  std::vector<Furniture>& furniture_;
  std::vector<Line> lines_;
  bool gap_ = false;
  bool in_table_ = false;  // the last lines are rows below a header
  bool stroke_ = false;
  bool page_ = false;  // the number of a page was read since the last line
};

}  // namespace

bool begins_address(std::string_view text, const Grammar& grammar, const Line& line) {
  if (!line.gap_before || line.cells.empty() || line.cells.front().empty()) return false;
  const Rule* form = line_form(grammar, text, line.cells.front());
  return form != nullptr && form->value(Field::kRole) == "addressee";
}

std::vector<Range> lines_of_cell(std::string_view text, const Grammar& grammar, Range cell) {
  std::vector<Range> lines;
  while (!cell.empty()) {
    const std::size_t soft = text.substr(0, cell.end).find(kSoftBreak, cell.begin);
    const bool last = soft == std::string_view::npos;
    Range line = trim(text, {cell.begin, last ? cell.end : static_cast<std::uint32_t>(soft)});
    cell.begin = last ? cell.end : static_cast<std::uint32_t>(soft + kSoftBreak.size());
    while (!line.empty()) {
      const Range rest = after_form(text, grammar, line);
      lines.push_back(rest.empty() ? line : trim(text, {line.begin, rest.begin}));
      line = rest;
    }
  }
  return lines;
}

const Rule* first_match(const Grammar& grammar, RuleSet set, std::string_view text, Range range,
                        RuleMatch& match, bool whole) {
  if (range.empty()) return nullptr;
  const std::string_view subject = text.substr(0, range.end);
  Candidates candidates;
  grammar.candidates(set, subject, range.begin, candidates);
  for (const Rule* rule : candidates) {
    const MatchResult result = whole ? rule->match_all(subject, range.begin, match)
                                     : rule->match_at(subject, range.begin, match);
    if (result == MatchResult::kYes) return rule;
  }
  return nullptr;
}

const Rule* line_form(const Grammar& grammar, std::string_view text, Range range) {
  RuleMatch match;
  return first_match(grammar, RuleSet::kLine, text, range, match);
}

void describe_line(const Text& text, const std::vector<Token>& tokens, const Grammar& grammar,
                   Line& line) {
  const std::string_view content = text.content;
  const std::string_view own = content.substr(line.range.begin, line.range.size());
  RuleMatch match;
  const auto token =
      std::lower_bound(tokens.begin(), tokens.end(), line.range.begin,
                       [](const Token& t, std::uint32_t at) { return t.begin < at; });
  line.enumerated = (token != tokens.end() && token->begin < line.range.end &&
                     token->kind == TokenKind::kEnumerator) ||
                    first_match(grammar, RuleSet::kEnumerator, content, line.range, match);
  // "Ý", where a title was cut behind its first word.
  const bool one_letter = own.size() > 1 && decode(own, 0).length == own.size();
  line.capitals = all_capitals(own) || (one_letter && is_upper(decode(own, 0).value));
  line.bold = text.has_style(line.range.begin, line.range.end, Style::kBold);
  line.heading = text.has_style(line.range.begin, line.range.end, Style::kHeading);
  line.agency = line.capitals && begins_with_agency(grammar, own);
  const bool stands_out = line.capitals || line.bold || line.heading;
  const bool small = is_lower(decode(own, 0).value);  // the middle of a sentence
  line.kind_line = !line.tabbed() && line.form == nullptr && !small &&
                   read_kind_line(grammar, content, line.range, stands_out).kind.valid();
}

std::vector<Line> split_lines(const Text& text, const std::vector<Token>& tokens,
                              const Grammar& grammar, std::vector<Furniture>& furniture) {
  return LineSplitter(text, tokens, grammar, furniture).run();
}

}  // namespace scp
