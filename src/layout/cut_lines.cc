#include "layout/cut_lines.h"

#include <string>

#include "layout/title_lines.h"

namespace scp {
namespace {

constexpr std::size_t kLongestPiece = 60;  // bytes
constexpr std::size_t kMostPieces = 3;
constexpr std::size_t kLongestOpening = 30;  // bytes

class CutLineJoiner {
 public:
  CutLineJoiner(const Text& text, const Grammar& grammar, std::vector<Line>& lines)
      : text_(text), content_(text.content), grammar_(grammar), lines_(lines) {}

  void run() {
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      join_label(lines_[i], lines_[i + 1]);
      join_heading(lines_[i], lines_[i + 1]);
      join_speaker(lines_[i], lines_[i + 1]);
      join_capacity(lines_[i], lines_[i + 1]);
      join_body(lines_[i], lines_[i + 1]);
      if (lines_[i].form != nullptr || !may_be_piece(lines_[i])) continue;
      const std::size_t joined = join_from(i);
      if (joined == 0) join_opening(i);
      i += joined;
    }
  }

 private:
  static bool may_be_piece(const Line& line) {
    return !line.tabbed() && !line.rule && line.range.size() <= kLongestPiece;
  }

  std::string_view text_of(const Line& line) const {
    return content_.substr(line.range.begin, line.range.size());
  }

  // How many lines after `first` were joined to it.
  std::size_t join_from(std::size_t first) {
    std::string joined(text_of(lines_[first]));
    for (std::size_t more = 1; more < kMostPieces && first + more < lines_.size(); ++more) {
      Line& next = lines_[first + more];
      // Number and day may have been put on the finished page.
      const bool stamped = may_be_stamp(lines_[first], next, first);
      if ((next.gap_before && !stamped) || !may_be_piece(next)) return 0;
      joined += ' ';
      joined += text_of(next);
      RuleMatch match;
      const Rule* form = whole_form(joined, match);
      if (stamped && form != nullptr && !is_stamp(form)) return 0;
      if (form != nullptr && (next.form == nullptr || stamped || better(match, next) ||
                              fills_cell(first, first + more))) {
        for (std::size_t i = first; i < first + more; ++i) {
          lines_[i].joins_next = true;
          lines_[i].form = form;
        }
        next.form = form;
        return more;
      }
      if (next.form != nullptr) return 0;
    }
    return 0;
  }

  static bool is_stamp(const Rule* form) {
    const std::string_view role = form->value(Field::kRole);
    return role == "number" || role == "place-date";
  }

  // Short lines of a header, an empty one between: "Số: 779" and "/QĐ-UBND", "Huế, ngày" and "23
  // tháng".
  bool may_be_stamp(const Line& first, const Line& next, std::size_t at) const {
    constexpr std::size_t kHeader = 30;        // lines
    constexpr std::size_t kLongestStamp = 30;  // bytes
    const std::string_view text = text_of(next);
    return at < kHeader && text.size() <= kLongestStamp && text_of(first).size() <= kLongestPiece &&
           (text.front() == '/' || (text.front() >= '0' && text.front() <= '9')) &&
           (next.form == nullptr || is_stamp(next.form));
  }

  // "Căn" above "cứ Luật …": the words by which a form is known were cut; the rest of its lines are
  // joined like those of any paragraph.
  void join_opening(std::size_t first) {
    Line& line = lines_[first];
    Line& next = lines_[first + 1];
    const std::string_view opening = text_of(line);
    const bool free = next.form == nullptr && !next.gap_before && !next.tabbed() && !next.rule;
    if (!free || opening.size() > kLongestOpening || line.capitals != next.capitals) return;
    std::string joined(opening);
    joined += ' ';
    joined += text_of(next);
    RuleMatch match;
    const auto size = static_cast<std::uint32_t>(joined.size());
    const Rule* form = first_match(grammar_, RuleSet::kLine, joined, {0, size}, match);
    if (form == nullptr || form->value(Field::kScheme) == kAloneScheme) return;
    if (match.end <= opening.size()) return;
    line.joins_next = true;
    line.form = form;
  }

  // Both lie between the lone pipes that a converter leaves around a cell.
  bool fills_cell(std::size_t first, std::size_t last) const {
    const bool opens = first > 0 && lines_[first - 1].rule;
    return opens && last + 1 < lines_.size() && lines_[last + 1].rule;
  }

  // "Điều" above "1. Phạm vi điều chỉnh": a converter parted the word from its number.
  void join_label(Line& label, const Line& next) const {
    constexpr std::size_t kLongestLabel = 20;  // bytes
    const bool may_be = may_be_piece(label) && label.range.size() <= kLongestLabel &&
                        !label.enumerated && !next.gap_before && !next.tabbed() && !next.rule;
    if (!may_be) return;
    std::string joined(text_of(label));
    joined += ' ';
    joined += text_of(next);
    RuleMatch match;
    const auto size = static_cast<std::uint32_t>(joined.size());
    const Rule* form = first_match(grammar_, RuleSet::kEnumerator, joined, {0, size}, match);
    if (form == nullptr || match.end <= label.range.size()) return;
    if (form->value(Field::kScheme) == "clause") return;  // "Nội dung" above a list
    label.joins_next = label.enumerated = true;
  }

  // "**II. CHẾ ĐỘ" above "BÁO CÁO**": one pair of marks, or capitals, hold both lines of a heading,
  // and the second one is not the kind of another instrument.
  void join_heading(Line& line, Line& next) const {
    constexpr std::size_t kLongest = 160;  // bytes
    if (!line.enumerated) return;
    const bool open = line.form == nullptr && !line.tabbed() && !line.rule &&
                      line.range.size() <= kLongest &&
                      std::string_view(".;:!?)").find(text_of(line).back()) == std::string::npos;
    const bool free = next.form == nullptr && !next.gap_before && !next.tabbed() && !next.rule &&
                      !next.enumerated && next.capitals == line.capitals;
    if (!open || !free) return;
    const bool together = one_style(line, next);
    if (!together && !(next.kind_line && line.capitals && !heads_appendix(next))) return;
    line.joins_next = true;
    next.kind_line = false;
  }

  // "THỦ" above "TƯỚNG CHÍNH PHỦ điện:".
  void join_speaker(Line& line, const Line& next) const {
    const bool free = line.capitals && line.form == nullptr && next.form == nullptr &&
                      !next.gap_before && !next.enumerated && !line.enumerated;
    if (!free || line.range.size() > kLongestOpening || !may_be_piece(line) || !may_be_piece(next))
      return;
    const std::string_view below = text_of(next);
    if (!below.ends_with(':')) return;
    const std::string joined = std::string(text_of(line)) + ' ' + std::string(below);
    if (somebody_speaks(grammar_, joined) && !somebody_speaks(grammar_, below))
      line.joins_next = true;
  }

  // "ỦY" above "BAN NHÂN DÂN TỈNH AN GIANG": a converter parted the first word of a paragraph.
  void join_body(Line& line, const Line& next) const {
    const bool word = line.capitals && line.form == nullptr && !line.agency && !line.enumerated &&
                      may_be_piece(line) && text_of(line).find(' ') == std::string_view::npos;
    if (!word || !next.capitals || next.gap_before || next.form != nullptr) return;
    std::vector<Word> words;
    const std::string joined = std::string(text_of(line)) + ' ' + std::string(text_of(next));
    split_words(grammar_, joined, words);
    LexiconMatch name;
    const bool body = grammar_.lexicon(LexiconId::kAgencies).longest_at(words, 0, name) ||
                      stem_at(grammar_, words, 0, name);
    if (body && name.end_word > 2) line.joins_next = line.agency = true;
  }

  // The bold part that the line begins in goes on into the next.
  bool one_style(const Line& line, const Line& next) const {
    return text_.has_style(line.range.begin, next.range.begin + 1, Style::kBold);
  }

  // "PHỤ LỤC I"
  bool heads_appendix(const Line& line) const {
    const KindLine kind = read_kind_line(grammar_, content_, line.range, true);
    return kind.kind.valid() && kind.kind.value(Field::kIdPrefix).data() != nullptr;
  }

  // "TM. ỦY BAN" above "NHÂN DÂN": the name of the body in whose name somebody signs was cut, or
  // that of a head.
  void join_capacity(Line& line, Line& next) const {
    const auto signing = [](const Line& one) {
      return one.form != nullptr && one.form->value(Field::kRole) == "signature";
    };
    const bool signs = signing(line);
    const bool list = signs && text_of(line).ends_with(',');  // "KT. BỘ TRƯỞNG," "CHỦ NHIỆM"
    const bool free =
        (next.form == nullptr || (list && signing(next))) && next.capitals && !next.gap_before;
    if (!signs || !free || !may_be_piece(line) || !may_be_piece(next)) return;
    std::string joined(text_of(line));
    const std::size_t cut = joined.size();
    joined.append(" ").append(text_of(next));
    RuleMatch match;
    const Rule* form = whole_form(joined, match);
    if (form != line.form) return;
    std::vector<Word> words;
    split_words(grammar_, joined, words);
    LexiconMatch name;
    const auto spans = [&](std::size_t i) {
      const bool known = grammar_.lexicon(LexiconId::kAgencies).longest_at(words, i, name) ||
                         stem_at(grammar_, words, i, name) ||
                         grammar_.lexicon(LexiconId::kAgencyHeads).longest_at(words, i, name);
      return known && words[name.end_word - 1].end > cut;
    };
    bool joins = list;
    for (std::size_t i = 0; !joins && i < words.size() && words[i].begin < cut; ++i)
      joins = spans(i);
    if (!joins) return;
    line.joins_next = true;
    next.form = form;
  }

  const Rule* whole_form(std::string_view text, RuleMatch& match) const {
    const auto size = static_cast<std::uint32_t>(text.size());
    const Rule* form = first_match(grammar_, RuleSet::kLine, text, {0, size}, match, true);
    return form != nullptr && form->value(Field::kScheme) == kAloneScheme ? form : nullptr;
  }

  // The next line has a form too, of the same kind; only its place is cut: Thừa | Thiên Huế, ngày …
  bool better(const RuleMatch& joined, const Line& next) const {
    RuleMatch alone;
    const Rule* form = first_match(grammar_, RuleSet::kLine, content_, next.range, alone);
    if (form == nullptr || !joined.has(Field::kPlace) || !alone.has(Field::kPlace)) return false;
    const Lexicon& provinces = grammar_.lexicon(LexiconId::kProvinces);
    return provinces.find(joined.text(Field::kPlace)).valid() &&
           !provinces.find(alone.text(Field::kPlace)).valid();
  }

  const Text& text_;
  std::string_view content_;
  const Grammar& grammar_;
  std::vector<Line>& lines_;
};

}  // namespace

void join_cut_lines(const Text& text, const Grammar& grammar, std::vector<Line>& lines) {
  CutLineJoiner(text, grammar, lines).run();
}

}  // namespace scp
