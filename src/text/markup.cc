#include "text/markup.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/html_tags.h"
#include "text/utf8.h"

namespace scp {
namespace {

struct Delimiter {
  std::uint32_t at;
  std::uint32_t size;
  char letter;
  bool opens;
  bool closes;
};

bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// A carriage return alone ends a line too.
bool ends_line(char c) {
  return c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool word_byte(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 0x80 || (u >= '0' && u <= '9') || ((u | 0x20) >= 'a' && (u | 0x20) <= 'z');
}

std::uint8_t style_of(std::uint32_t size) {
  if (size == 1) return static_cast<std::uint8_t>(Style::kItalic);
  if (size == 2) return static_cast<std::uint8_t>(Style::kBold);
  return static_cast<std::uint8_t>(Style::kItalic) | static_cast<std::uint8_t>(Style::kBold);
}

// Finds the next of two marks; each is looked for once over the text.
class TwoMarks {
 public:
  TwoMarks(std::string_view text, char first, char second)
      : text_(text),
        first_(first),
        second_(second),
        at_first_(text.find(first)),
        at_second_(text.find(second)) {}

  // Places asked for may only grow.
  std::size_t find(std::size_t from) {
    if (at_first_ < from) at_first_ = text_.find(first_, from);
    if (at_second_ < from) at_second_ = text_.find(second_, from);
    return std::min(at_first_, at_second_);
  }

 private:
  std::string_view text_;
  char first_;
  char second_;
  std::size_t at_first_;
  std::size_t at_second_;
};

// Emphasis may go over line ends but not over an empty line, so delimiters are paired per block.
class EmphasisFinder {
 public:
  // `tags` are those of the text, in order: what stands in them is theirs.
  EmphasisFinder(std::string_view text, const std::vector<MarkupItem>& tags,
                 std::vector<MarkupItem>& out)
      : text_(text), tags_(tags), out_(out), marks_(text, '*', '_'), line_ends_(text, '\n', '\r') {}

  void run() {
    std::size_t at = marks_.find(0);
    std::size_t block_end = 0;
    while (at != std::string_view::npos) {
      if (at >= block_end) {
        flush();
        block_end = end_of_block(at);
      }
      std::size_t end = at;
      while (end < text_.size() && text_[end] == text_[at]) ++end;
      if (!in_tag(at)) add(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end - at));
      at = marks_.find(end);
    }
    flush();
  }

 private:
  std::size_t end_of_block(std::size_t from) {
    std::size_t at = line_ends_.find(from);
    while (at != std::string_view::npos) {
      std::size_t next = text_.compare(at, 2, "\r\n") == 0 ? at + 2 : at + 1;
      while (next < text_.size() && text_[next] == ' ') ++next;
      if (next >= text_.size() || ends_line(text_[next])) return at;
      at = line_ends_.find(next);
    }
    return text_.size();
  }

  bool in_tag(std::size_t at) {
    while (tag_ < tags_.size() && tags_[tag_].end <= at) ++tag_;
    return tag_ < tags_.size() && tags_[tag_].begin < at;
  }

  void add(std::uint32_t at, std::uint32_t size) {
    const auto word_at = [&](std::size_t i) { return i < text_.size() && word_byte(text_[i]); };
    const auto digit_at = [&](std::size_t i) {
      return i < text_.size() && text_[i] >= '0' && text_[i] <= '9';
    };
    // Beside a word, four stars end a bold part and begin another: "ph****ươ****ng". Beside digits
    // they stand for some: "0912****89".
    const bool hides = digit_at(at + 4) || (at > 0 && digit_at(at - 1));
    const bool in_word = word_at(at + 4) || (at > 0 && (word_at(at - 1) || text_[at - 1] == ':'));
    if (size == 4 && text_[at] == '*' && in_word && !hides) {
      add(at, 2);
      add(at + 2, 2);
      return;
    }
    if (size == 4 && text_[at] == '*' && parts_number(at)) {
      add(at, 2);
      out_.push_back({at + 2, at + 4, MarkKind::kStray, false, 0, 0, 0});
      return;
    }
    if (size > 3) return;  // a blank to fill in, or a rule
    const char before = at == 0 ? '\n' : text_[at - 1];
    const char after = at + size < text_.size() ? text_[at + size] : '\n';
    const bool line_start = ends_line(before) || before == '\t';
    const bool aside = line_start && text_[at] == '*' && is_aside(at, size);
    if (size == 1 && line_start && blank(after) && !aside) return;  // a bullet
    const char letter = text_[at];
    if (letter == '_' && word_byte(before) && word_byte(after)) return;
    const bool opens = aside || (!blank(after) && (size > 1 || !word_byte(before)));
    const bool closes = !blank(before) && (size > 1 || !word_byte(after));
    delimiters_.push_back({at, size, letter, opens, closes});
  }

  // "* (Kèm theo Công văn số 25/SNV ngày 18/11/2025)*": a paragraph of nothing but a bracket, with
  // a blank behind the mark that begins it.
  bool is_aside(std::uint32_t at, std::uint32_t size) const {
    constexpr std::size_t kLongest = 400;  // bytes
    if (text_.substr(at + size, 2) != " (") return false;
    const std::string_view rest = text_.substr(at + size, kLongest);
    const std::string end = ")" + std::string(size, '*');
    const std::size_t close = rest.find(end);
    const std::size_t next = close == std::string_view::npos ? 0 : close + end.size();
    return next != 0 && rest.find("\n\n") > close &&
           (at + size + next == text_.size() || ends_line(text_[at + size + next]));
  }

  // "**1.****" at the end of a line, and "**Rà soát …" on the next: the bold part was cut in two.
  bool parts_number(std::uint32_t at) const {
    std::size_t next = at + 4;
    while (next < text_.size() && (ends_line(text_[next]) || text_[next] == ' ')) ++next;
    const bool line_end = at + 4 < text_.size() && ends_line(text_[at + 4]);
    return line_end && at > 0 && (text_[at - 1] == '.' || text_[at - 1] == ')') &&
           text_.compare(next, 2, "**") == 0;
  }

  // "*- Trái cây**: *Tổng": between single marks, two end one part and begin another; so do three
  // in "**1. ***Giảm số vụ: *".
  void split_runs() {
    const auto marks = [&](std::size_t i, std::uint32_t size) {
      return i < delimiters_.size() && delimiters_[i].letter == '*' && delimiters_[i].size == size;
    };
    std::vector<Delimiter> split;
    for (std::size_t i = 0; i < delimiters_.size(); ++i) {
      const Delimiter& d = delimiters_[i];
      const std::uint32_t above = d.size - 1;  // of the part that it ends
      const bool ends = i > 0 && marks(i - 1, above) && delimiters_[i - 1].opens;
      const bool begins = d.opens && marks(i + 1, 1);
      if (d.letter == '*' && (d.size == 3 || (d.size == 2 && d.closes)) && ends && begins) {
        split.push_back({d.at, above, d.letter, false, true});
        split.push_back({d.at + above, 1, d.letter, true, false});
      } else {
        split.push_back(d);
      }
    }
    delimiters_ = std::move(split);
  }

  void flush() {
    split_runs();
    // Four stars with nothing that they could end or begin hide letters: "Nguyễn Văn A****".
    if (delimiters_.size() == 2 && delimiters_[0].letter == '*' &&
        delimiters_[0].at + 2 == delimiters_[1].at)
      delimiters_.clear();
    std::vector<std::size_t> open;
    std::vector<bool> used(delimiters_.size(), false);
    for (std::size_t i = 0; i < delimiters_.size(); ++i) {
      const Delimiter& d = delimiters_[i];
      const auto partner = std::find_if(open.rbegin(), open.rend(), [&](std::size_t o) {
        return delimiters_[o].letter == d.letter && delimiters_[o].size == d.size;
      });
      if (i + 1 < delimiters_.size() && !used[i] &&
          holds_nothing(d, delimiters_[i + 1], partner == open.rend())) {
        pair_up(d, delimiters_[i + 1]);
        used[i] = used[i + 1] = true;
        continue;
      }
      const bool closes = d.closes || (partner != open.rend() && closes_late(i));
      if (!used[i] && closes && partner != open.rend() && holds_words(delimiters_[*partner], d)) {
        pair_up(delimiters_[*partner], d);
        used[*partner] = used[i] = true;
        open.erase(std::next(partner).base(), open.end());
      } else if (!used[i] && d.opens && open.size() < kMaxOpen) {
        open.push_back(i);
      }
    }
    for (std::size_t i = 0; i < delimiters_.size(); ++i) {
      const Delimiter& d = delimiters_[i];
      if (!used[i] && d.letter == '*' && d.size > 1) {
        out_.push_back({d.at, d.at + d.size, MarkKind::kStray, false, 0, 0, 0});
      }
    }
    delimiters_.clear();
  }

  // "**Điều 1. **Ban hành", "**NHÂN DÂN **": converters leave a blank before what closes. It stands
  // where something is open, unless the next one closes what would begin here.
  bool closes_late(std::size_t i) const {
    constexpr std::size_t kFar = 4;  // delimiters
    const Delimiter& d = delimiters_[i];
    const std::size_t end = d.at + d.size;
    if (d.letter != '*' && d.size != 2) return false;
    if (d.letter != '*') return end >= text_.size() || ends_line(text_[end]);
    if (d.size == 1) {
      if (end >= text_.size() || ends_line(text_[end]) || behind_number(d.at)) return true;
      if (std::string_view(").,;:").find(text_[end]) != std::string_view::npos) return true;
      return d.at > 1 && blank(text_[d.at - 1]) &&  // "*Chủ trì: *Sở A", "*(lúa, ngô) *đạt"
             (text_[d.at - 2] == ':' || (text_[d.at - 2] == ')' && behind_bracket(d.at)));
    }
    if (!d.opens) return true;
    if (d.at == 0 || ends_line(text_[d.at - 1])) return false;
    for (std::size_t k = i + 1; k < delimiters_.size() && k <= i + kFar; ++k) {
      const Delimiter& next = delimiters_[k];
      if (next.letter == d.letter && next.size == d.size) return !next.closes || next.opens;
    }
    return true;
  }

  // The part that would end at `at` begins with a bracket.
  bool behind_bracket(std::uint32_t at) const {
    const std::size_t open = text_.rfind('*', at - 1);
    return open != std::string_view::npos && open + 1 < at && text_[open + 1] == '(';
  }

  // "*a) *Tổ chức"
  bool behind_number(std::uint32_t at) const {
    constexpr std::uint32_t kLongestNumber = 12;  // bytes
    const std::size_t begin = at - std::min(at, kLongestNumber);
    const std::string_view before = text_.substr(begin, at - begin);
    const std::size_t star = before.rfind('*');
    if (star == std::string_view::npos || before.size() < star + 4 || before.back() != ' ')
      return false;
    const bool line_start = begin + star == 0 || ends_line(text_[begin + star - 1]);
    const char mark = before[before.size() - 2];
    return line_start && (mark == ')' || mark == '.') &&
           before.find(' ', star) == before.size() - 1;
  }

  // "** **"; also behind a part that has ended, as in "**5. Sở A:**** **Lập …" (`nothing_open`).
  bool holds_nothing(const Delimiter& a, const Delimiter& b, bool nothing_open) const {
    if (a.opens || a.size != b.size || a.letter != b.letter) return false;
    const bool behind = nothing_open && a.at > 0 && text_[a.at - 1] == '*';
    if (!behind && (a.closes || b.opens || b.closes)) return false;
    const std::string_view inner = text_.substr(a.at + a.size, b.at - a.at - a.size);
    return a.letter == '*' && a.size > 1 && inner.find_first_not_of(' ') == inner.npos;
  }

  // "__/__/2020" is a date to be filled in, not an emphasised slash.
  bool holds_words(const Delimiter& open, const Delimiter& close) const {
    const std::string_view inner =
        text_.substr(open.at + open.size, close.at - open.at - open.size);
    return open.letter == '*' || std::any_of(inner.begin(), inner.end(), word_byte);
  }

  void pair_up(const Delimiter& open, const Delimiter& close) {
    const std::uint8_t style = style_of(open.size);
    out_.push_back({open.at, open.at + open.size, MarkKind::kEmphasis, false, 0, style, 0});
    out_.push_back({close.at, close.at + close.size, MarkKind::kEmphasis, false, 0, 0, style});
  }

  static constexpr std::size_t kMaxOpen = 32;  // keeps pairing linear on hostile input
  std::string_view text_;
  const std::vector<MarkupItem>& tags_;
  std::size_t tag_ = 0;
  std::vector<MarkupItem>& out_;
  TwoMarks marks_;
  TwoMarks line_ends_;
  std::vector<Delimiter> delimiters_;
};

struct EntityName {
  std::string_view name;
  char32_t value;
};
constexpr std::array kEntities = {
    EntityName{"amp", '&'},      EntityName{"lt", '<'},       EntityName{"gt", '>'},
    EntityName{"quot", '"'},     EntityName{"apos", '\''},    EntityName{"nbsp", ' '},
    EntityName{"ndash", 0x2013}, EntityName{"mdash", 0x2014}, EntityName{"hellip", 0x2026},
    EntityName{"ldquo", 0x201C}, EntityName{"rdquo", 0x201D}, EntityName{"lsquo", 0x2018},
    EntityName{"rsquo", 0x2019}, EntityName{"bull", 0x2022},  EntityName{"iexcl", 0xA1},
    EntityName{"cent", 0xA2},    EntityName{"pound", 0xA3},   EntityName{"curren", 0xA4},
    EntityName{"yen", 0xA5},     EntityName{"brvbar", 0xA6},  EntityName{"sect", 0xA7},
    EntityName{"uml", 0xA8},     EntityName{"copy", 0xA9},    EntityName{"ordf", 0xAA},
    EntityName{"laquo", 0xAB},   EntityName{"not", 0xAC},     EntityName{"reg", 0xAE},
    EntityName{"macr", 0xAF},    EntityName{"deg", 0xB0},     EntityName{"plusmn", 0xB1},
    EntityName{"sup2", 0xB2},    EntityName{"sup3", 0xB3},    EntityName{"acute", 0xB4},
    EntityName{"micro", 0xB5},   EntityName{"para", 0xB6},    EntityName{"middot", 0xB7},
    EntityName{"cedil", 0xB8},   EntityName{"sup1", 0xB9},    EntityName{"ordm", 0xBA},
    EntityName{"raquo", 0xBB},   EntityName{"frac14", 0xBC},  EntityName{"frac12", 0xBD},
    EntityName{"frac34", 0xBE},  EntityName{"iquest", 0xBF},  EntityName{"Agrave", 0xC0},
    EntityName{"Aacute", 0xC1},  EntityName{"Acirc", 0xC2},   EntityName{"Atilde", 0xC3},
    EntityName{"Auml", 0xC4},    EntityName{"Aring", 0xC5},   EntityName{"AElig", 0xC6},
    EntityName{"Ccedil", 0xC7},  EntityName{"Egrave", 0xC8},  EntityName{"Eacute", 0xC9},
    EntityName{"Ecirc", 0xCA},   EntityName{"Euml", 0xCB},    EntityName{"Igrave", 0xCC},
    EntityName{"Iacute", 0xCD},  EntityName{"Icirc", 0xCE},   EntityName{"Iuml", 0xCF},
    EntityName{"ETH", 0xD0},     EntityName{"Ntilde", 0xD1},  EntityName{"Ograve", 0xD2},
    EntityName{"Oacute", 0xD3},  EntityName{"Ocirc", 0xD4},   EntityName{"Otilde", 0xD5},
    EntityName{"Ouml", 0xD6},    EntityName{"times", 0xD7},   EntityName{"Oslash", 0xD8},
    EntityName{"Ugrave", 0xD9},  EntityName{"Uacute", 0xDA},  EntityName{"Ucirc", 0xDB},
    EntityName{"Uuml", 0xDC},    EntityName{"Yacute", 0xDD},  EntityName{"THORN", 0xDE},
    EntityName{"szlig", 0xDF},   EntityName{"agrave", 0xE0},  EntityName{"aacute", 0xE1},
    EntityName{"acirc", 0xE2},   EntityName{"atilde", 0xE3},  EntityName{"auml", 0xE4},
    EntityName{"aring", 0xE5},   EntityName{"aelig", 0xE6},   EntityName{"ccedil", 0xE7},
    EntityName{"egrave", 0xE8},  EntityName{"eacute", 0xE9},  EntityName{"ecirc", 0xEA},
    EntityName{"euml", 0xEB},    EntityName{"igrave", 0xEC},  EntityName{"iacute", 0xED},
    EntityName{"icirc", 0xEE},   EntityName{"iuml", 0xEF},    EntityName{"eth", 0xF0},
    EntityName{"ntilde", 0xF1},  EntityName{"ograve", 0xF2},  EntityName{"oacute", 0xF3},
    EntityName{"ocirc", 0xF4},   EntityName{"otilde", 0xF5},  EntityName{"ouml", 0xF6},
    EntityName{"divide", 0xF7},  EntityName{"oslash", 0xF8},  EntityName{"ugrave", 0xF9},
    EntityName{"uacute", 0xFA},  EntityName{"ucirc", 0xFB},   EntityName{"uuml", 0xFC},
    EntityName{"yacute", 0xFD},  EntityName{"thorn", 0xFE},   EntityName{"yuml", 0xFF},
    EntityName{"abreve", 0x103}, EntityName{"Abreve", 0x102}, EntityName{"dstrok", 0x111},
    EntityName{"Dstrok", 0x110}, EntityName{"itilde", 0x129}, EntityName{"Itilde", 0x128},
    EntityName{"utilde", 0x169}, EntityName{"Utilde", 0x168},
};

char32_t entity_value(std::string_view name) {
  if (!name.empty() && name[0] == '#') {
    const bool hex = name.size() > 1 && (name[1] | 0x20) == 'x';
    const char* first = name.data() + (hex ? 2 : 1);
    std::uint32_t value = 0;
    const auto [last, error] =
        std::from_chars(first, name.data() + name.size(), value, hex ? 16 : 10);
    const bool whole = error == std::errc() && last == name.data() + name.size();
    const bool scalar = value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
    return whole && scalar && value >= 32 ? (value == 0xA0 ? U' ' : value) : 0;
  }
  for (const EntityName& entity : kEntities) {
    if (entity.name == name) return entity.value;
  }
  return 0;
}

void find_entities(std::string_view text, std::vector<MarkupItem>& out) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::size_t end = text.substr(0, at + 12).find(';', at);
    if (end == std::string_view::npos) continue;
    const char32_t value = entity_value(text.substr(at + 1, end - at - 1));
    if (value == 0) continue;
    out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 1),
                   MarkKind::kEntity, false, value, 0, 0});
  }
}

// "\\-", "1\\.": what writers of Markdown put before marks that are to be marks only. A pipe stays
// as it is, for it would draw a table.
void find_escapes(std::string_view text, std::vector<MarkupItem>& out) {
  constexpr std::string_view kEscaped = "-.*_#+()[]!~><=`&";
  for (std::size_t at = text.find('\\'); at != std::string_view::npos;
       at = text.find('\\', at + 2)) {
    if (at + 1 == text.size()) return;
    if (kEscaped.find(text[at + 1]) == std::string_view::npos) continue;
    const auto mark = static_cast<char32_t>(text[at + 1]);
    out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 2),
                   MarkKind::kEntity, false, mark, 0, 0});
  }
}

void find_headings(std::string_view text, std::vector<MarkupItem>& out) {
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at)) {
    std::size_t end = at;
    while (end < text.size() && text[end] == '#') ++end;
    const bool line_start = at == 0 || ends_line(text[at - 1]);
    if (line_start && end - at <= 6 && end < text.size() && text[end] == ' ') {
      out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end),
                     MarkKind::kHeading, false, 0, static_cast<std::uint8_t>(Style::kHeading), 0});
    }
    at = end;
  }
}

}  // namespace

std::vector<MarkupItem> find_markup(std::string_view text) {
  std::vector<MarkupItem> tags;
  find_tags(text, tags);
  const auto first_escape = static_cast<std::ptrdiff_t>(tags.size());
  find_escapes(text, tags);
  std::inplace_merge(tags.begin(), tags.begin() + first_escape, tags.end(),
                     [](const MarkupItem& a, const MarkupItem& b) { return a.begin < b.begin; });
  std::vector<MarkupItem> items = tags;
  EmphasisFinder(text, tags, items).run();
  find_entities(text, items);
  find_headings(text, items);
  std::sort(items.begin(), items.end(),
            [](const MarkupItem& a, const MarkupItem& b) { return a.begin < b.begin; });
  std::vector<MarkupItem> apart;  // an entity inside a tag is the tag's
  for (const MarkupItem& item : items) {
    if (apart.empty() || item.begin >= apart.back().end) apart.push_back(item);
  }
  return apart;
}

}  // namespace scp
