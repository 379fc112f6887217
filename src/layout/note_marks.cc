#include "layout/note_marks.h"

#include <map>
#include <optional>
#include <set>

#include "text/utf8.h"

namespace scp {
namespace {

enum class Form : std::uint8_t { kSquare, kRound, kRaised, kBare };

struct Mark {
  Form form = Form::kBare;
  int number = 0;
  std::uint32_t end = 0;  // in the text it was read from
  auto operator<=>(const Mark& other) const {
    return std::pair(form, number) <=> std::pair(other.form, other.number);
  }
};

int raised_digit(char32_t c) {
  if (c == 0xB9) return 1;
  if (c == 0xB2) return 2;
  if (c == 0xB3) return 3;
  return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? static_cast<int>(c - 0x2070) : -1;
}

// [1], (1), ¹ or 1 at `at`.
std::optional<Mark> read_mark(std::string_view text, std::size_t at) {
  constexpr int kMost = 999;
  Mark mark;
  const char open = text[at];
  if (open == '[' || open == '(') ++at;
  mark.form = open == '[' ? Form::kSquare : open == '(' ? Form::kRound : Form::kBare;
  const std::size_t begin = at;
  if (mark.form == Form::kBare && static_cast<unsigned char>(open) >= 0x80) {
    mark.form = Form::kRaised;
    while (at < text.size()) {
      const CodePoint c = decode(text, at);
      const int digit = raised_digit(c.value);
      if (digit < 0 || mark.number > kMost / 10) break;
      mark.number = mark.number * 10 + digit;
      at += c.length;
    }
  } else {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9' && mark.number <= kMost / 10)
      mark.number = mark.number * 10 + (text[at++] - '0');
  }
  if (at == begin || mark.number == 0) return std::nullopt;
  if (open == '[' || open == '(') {
    if (at >= text.size() || text[at] != (open == '[' ? ']' : ')')) return std::nullopt;
    ++at;
  }
  mark.end = static_cast<std::uint32_t>(at);
  return mark;
}

class NoteMarker {
 public:
  NoteMarker(std::string_view content, std::vector<Line>& lines, std::vector<Furniture>& furniture)
      : content_(content), lines_(lines), furniture_(furniture) {}

  void run() {
    bool any = false;
    for (const Line& line : lines_) any = any || begins_note(line).has_value();
    if (!any) return;
    find_references();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (opens_notes(i)) i = mark_from(i);
    }
    if (noted_.empty()) return;
    for (const Reference& reference : all_) {
      const bool figure = reference.mark.form == Form::kBare ||
                          (reference.mark.form == Form::kRaised && !ends_word(reference.begin));
      if (figure || noted_.count(reference.mark) == 0) continue;
      const bool apart = content_[reference.begin - 1] == ' ';
      furniture_.push_back({{reference.begin - (apart ? 1 : 0), reference.mark.end}, kNoteMark});
    }
  }

 private:
  struct Reference {
    Mark mark;
    std::uint32_t begin = 0;
  };

  // The mark at the beginning of a line, before a text.
  std::optional<Mark> begins_note(const Line& line) const {
    if (line.tabbed() || line.rule || line.range.size() < 4) return std::nullopt;
    const std::string_view text = content_.substr(line.range.begin, line.range.size());
    const auto first = static_cast<unsigned char>(text[0]);
    const bool may_be = text[0] == '[' || text[0] == '(' || (first >= '1' && first <= '9') ||
                        raised_digit(decode(text, 0).value) > 0;
    if (!may_be) return std::nullopt;
    std::optional<Mark> mark = read_mark(text, 0);
    if (!mark.has_value()) return std::nullopt;
    std::size_t at = mark->end;
    while (at < text.size() && text[at] == ' ') ++at;
    if (at >= text.size()) return std::nullopt;
    const bool apart = at > mark->end;
    if (mark->form == Form::kRound && !apart) return std::nullopt;
    if (mark->form == Form::kBare && !(apart && is_upper(decode(text, at).value)))
      return std::nullopt;
    return mark;
  }

  // Where the words stand that have a mark: nothing but a blank may part a round one from its word.
  void find_references() {
    for (std::size_t i = 1; i < content_.size(); ++i) {
      const char c = content_[i];
      const bool digit = c >= '1' && c <= '9';
      const bool raised = c == '\xC2' || c == '\xE2';
      if (c != '[' && c != '(' && !digit && !raised) continue;
      if (raised && raised_digit(decode(content_, i).value) <= 0) continue;
      if (digit && !ends_word(i)) continue;
      const std::optional<Mark> mark = read_mark(content_, i);
      if (!mark.has_value() || !belongs_to_word(*mark, i)) continue;
      references_.emplace(*mark, static_cast<std::uint32_t>(i));
      all_.push_back({*mark, static_cast<std::uint32_t>(i)});
      i = mark->end - 1;
    }
  }

  static bool is_break(char c) { return c == '\n' || c == '\t' || c == '|'; }

  // Letters of a word right before a bare figure: not those of CO2, km2 or H5N1.
  bool ends_word(std::size_t at) const {
    if (static_cast<unsigned char>(content_[at - 1]) >= 0x80) return true;
    constexpr std::size_t kFewest = 3;
    std::size_t letters = 0;
    while (letters < at && content_[at - letters - 1] >= 'a' && content_[at - letters - 1] <= 'z')
      ++letters;
    return letters >= kFewest || (letters > 0 && letters < at &&
                                  static_cast<unsigned char>(content_[at - letters - 1]) >= 0x80);
  }

  bool belongs_to_word(const Mark& mark, std::size_t at) const {
    const char before = content_[at - 1];
    const char after = mark.end < content_.size() ? content_[mark.end] : '\n';
    if (mark.form == Form::kSquare || mark.form == Form::kRaised)
      return before != ' ' && !is_break(before);
    if (mark.form == Form::kBare) {
      return is_letter_before(at) &&
             std::string_view(" .,;:)").find(after) != std::string_view::npos;
    }
    const std::size_t word = before == ' ' ? at - 1 : at;
    if (!is_letter_before(word)) return false;
    std::size_t next = mark.end;
    while (next < content_.size() && content_[next] == ' ') ++next;
    return next >= content_.size() || is_break(content_[next]) ||
           std::string_view(".,;").find(content_[next]) != std::string_view::npos;
  }

  bool is_letter_before(std::size_t at) const {
    if (at == 0) return false;
    std::size_t begin = at - 1;
    while (begin > 0 && (static_cast<unsigned char>(content_[begin]) & 0xC0) == 0x80) --begin;
    return is_letter(decode(content_, begin).value);
  }

  bool referenced(std::size_t i, const Mark& mark) const {
    const auto found = references_.find(mark);
    return found != references_.end() && found->second < lines_[i].range.begin;
  }

  bool opens_notes(std::size_t i) const {
    if (i == 0) return false;
    const std::optional<Mark> mark = begins_note(lines_[i]);
    const Line& above = lines_[i - 1];
    const bool apart = lines_[i].gap_before || lines_[i].after_stroke || lines_[i].after_page ||
                       above.tabbed() || above.rule;
    return mark.has_value() && apart && referenced(i, *mark);
  }

  // [1] and ¹ number nothing but notes.
  static bool own_form(Form form) { return form == Form::kSquare || form == Form::kRaised; }

  // Marks the notes that begin here as far as every one of them has its word; the last line of
  // them. A list goes on with items that no word refers to.
  std::size_t mark_from(std::size_t first) {
    constexpr std::size_t kMostLines = 60;
    const Form form = begins_note(lines_[first])->form;
    int number = begins_note(lines_[first])->number;
    std::size_t end = first + 1;
    bool list = false;
    for (; end < lines_.size() && end < first + kMostLines; ++end) {
      const Line& line = lines_[end];
      const std::optional<Mark> mark = begins_note(line);
      const bool next = mark.has_value() && mark->form == form && mark->number == number + 1;
      if (next) ++number;
      if (mark.has_value() && (referenced(end, *mark) || (next && own_form(form)))) continue;
      const bool breaks = line.gap_before || line.after_page || line.tabbed() || line.rule;
      list = mark.has_value() && mark->form == form && !own_form(form);
      if (breaks) break;
      if (line.enumerated || line.form != nullptr || line.kind_line || line.capitals) {
        list = list || !own_form(form);
        break;
      }
    }
    if (list) return first;
    for (std::size_t i = first; i < end; ++i) {
      const std::optional<Mark> mark = begins_note(lines_[i]);
      lines_[i].note = mark.has_value();
      if (mark.has_value()) noted_.insert(*mark);
    }
    return end - 1;
  }

  std::string_view content_;
  std::vector<Line>& lines_;
  std::vector<Furniture>& furniture_;
  std::map<Mark, std::uint32_t> references_;  // where each mark stands first
  std::vector<Reference> all_;
  std::set<Mark> noted_;
};

}  // namespace

void mark_notes(std::string_view content, std::vector<Line>& lines,
                std::vector<Furniture>& furniture) {
  NoteMarker(content, lines, furniture).run();
}

}  // namespace scp
