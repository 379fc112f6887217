#include "lex/scan.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace scp::scan {
namespace {

bool digit_at(std::string_view t, std::size_t at) {
  return at < t.size() && t[at] >= '0' && t[at] <= '9';
}

char char_at(std::string_view t, std::size_t at) {
  return at < t.size() ? t[at] : '\0';
}

char32_t point_at(std::string_view t, std::size_t at) {
  return at < t.size() ? decode(t, at).value : U'\0';
}

bool blank_or_end(std::string_view t, std::size_t at) {
  const char c = char_at(t, at);
  return c == '\0' || c == ' ' || c == '\t' || c == '\n' || t.substr(at, 3) == "\xE2\x80\xA8";
}

int small_number(std::string_view t, std::size_t begin, std::size_t end) {
  int value = 0;
  for (std::size_t i = begin; i < end && value < 100000; ++i) value = value * 10 + (t[i] - '0');
  return value;
}

// Short forms and symbols end somewhere: what goes on and on is read once only, as words.
constexpr std::size_t kLongestShort = 60;  // bytes

// Capitals and digits that may stand in one group of a document symbol.
std::size_t symbol_group(std::string_view t, std::size_t at) {
  const char32_t first = point_at(t, at);
  if (!is_letter(first) || !is_upper(first)) return at;
  std::size_t end = at;
  while (end < t.size() && end - at <= kLongestShort) {
    const CodePoint c = decode(t, end);
    const bool inner = c.value == '&' && is_letter(point_at(t, end + 1));
    if (!is_letter(c.value) && !is_digit(c.value) && !inner) break;
    end += c.length;
  }
  return end;
}

// Groups joined by hyphens: QĐ-UBND, BKHCN-BTTTT-VP.
std::size_t symbol_groups(std::string_view t, std::size_t at) {
  std::size_t end = symbol_group(t, at);
  while (end > at && end - at <= kLongestShort && char_at(t, end) == '-') {
    const std::size_t next = symbol_group(t, end + 1);
    if (next == end + 1) break;
    end = next;
  }
  return end;
}

bool is_bullet(char32_t c) {
  constexpr std::array<char32_t, 28> kBullets = {
      '-',    '+',    '*',    0x2013, 0x2014, 0x2022, 0x25AA, 0x25CF, 0x25CB, 0x25A0,
      0x25E6, 0x2023, 0xB7,   0x2756, 0x27A2, 0x2043, 0x2212, 0x25B6, 0x25BA, 0x2011,
      0x2015, 0x25C6, 0x25C7, 0x2666, 0x27A4, 0x2794, 0x2192, 0xA7};
  return std::find(kBullets.begin(), kBullets.end(), c) != kBullets.end() ||
         (c >= 0xF020 && c <= 0xF0FF);  // bullets of symbol fonts, in the private-use area
}

std::size_t bullet(std::string_view t, std::size_t at) {
  const CodePoint c = decode(t, at);
  // What Word writes for its hollow bullet.
  if (c.value == 'o' && char_at(t, at + 1) == ' ' && is_upper(point_at(t, at + 2))) return at + 1;
  if (!is_bullet(c.value)) return at;
  const std::size_t end = at + c.length;
  if (blank_or_end(t, end)) return end;
  return c.value != '*' && is_letter(point_at(t, end)) ? end : at;
}

bool may_follow_enumerator(std::string_view t, std::size_t at) {
  return blank_or_end(t, at) || is_letter(point_at(t, at)) || char_at(t, at) == '(' ||
         char_at(t, at) == '"';
}

// "1 ) Rà soát", "đ ) Ưu tiên": a blank before the mark, a capital after it. The end, or `end`.
std::size_t mark_apart(std::string_view t, std::size_t end, std::string_view marks) {
  const bool marked =
      char_at(t, end) == ' ' && marks.find(char_at(t, end + 1)) != std::string_view::npos;
  return marked && char_at(t, end + 2) == ' ' && is_upper(point_at(t, end + 3)) ? end + 2 : end;
}

std::size_t dotted_number(std::string_view t, std::size_t at) {
  std::size_t end = digits(t, at);
  if (end == at || end - at > 3) return at;
  bool dotted = false;
  bool grouped = false;
  constexpr std::size_t kDeepest = 40;  // bytes; what is longer is no number of a section
  while (char_at(t, end) == '.' && digit_at(t, end + 1)) {
    const std::size_t next = digits(t, end + 1);
    if (next - end - 1 > 3 || next - at > kDeepest) return at;
    grouped = grouped || next - end - 1 == 3;
    end = next;
    dotted = true;
  }
  if (grouped) return at;  // 1.500 is a number
  const char mark = char_at(t, end);
  if (mark == '.' || mark == ')' || mark == '/') {
    const bool slash_text = mark == '/' && !blank_or_end(t, end + 1);
    return !slash_text && may_follow_enumerator(t, end + 1) ? end + 1 : at;
  }
  const std::size_t apart = mark_apart(t, end, ").");
  if (apart > end) return apart;
  const bool capital_next = is_upper(point_at(t, end + 1));
  if (mark == ' ') return dotted && capital_next ? end : at;
  if (mark == '-')
    return char_at(t, end + 1) == ' ' && is_upper(point_at(t, end + 2)) ? end + 1 : at;
  // Inserted between two others: 1a.
  const CodePoint letter = end < t.size() ? decode(t, end) : CodePoint{};
  const bool inserted = !dotted && is_letter(letter.value) && is_lower(letter.value) &&
                        char_at(t, end + letter.length) == '.' &&
                        blank_or_end(t, end + letter.length + 1);
  return inserted ? end + letter.length + 1 : at;
}

// ii, iv, viii
std::size_t small_numeral(std::string_view t, std::size_t at) {
  std::size_t end = at;
  while (end < t.size() && end - at < 5 &&
         std::string_view("ivx").find(t[end]) != std::string_view::npos)
    ++end;
  return end;
}

std::size_t lettered(std::string_view t, std::size_t at) {
  const CodePoint c = decode(t, at);
  if (!is_letter(c.value)) return at;
  std::size_t end = at + c.length;
  if (is_lower(c.value)) end = std::min(digits(t, end), end + 3);
  const std::size_t numeral = small_numeral(t, at);
  if (numeral > end && char_at(t, numeral) == ')') end = numeral;
  const char mark = char_at(t, end);
  if (mark == ')') return may_follow_enumerator(t, end + 1) ? end + 1 : at;
  const std::size_t apart = mark_apart(t, end, ")");
  if (apart > end) return apart;
  return mark == '.' && blank_or_end(t, end + 1) ? end + 1 : at;
}

// A word of nothing but Roman digits: I - III is a range.
bool numeral_at(std::string_view t, std::size_t at) {
  const std::size_t end = letters(t, at);
  return t.substr(at, end - at).find_first_not_of("IVXL") == std::string_view::npos;
}

std::size_t roman(std::string_view t, std::size_t at) {
  std::size_t end = at;
  while (end < t.size() && std::string_view("IVXL").find(t[end]) != std::string_view::npos) ++end;
  if (end == at || end - at > 7) return at;
  std::size_t mark = end;
  if (char_at(t, mark) == ' ' && char_at(t, mark + 1) == '.') ++mark;
  const char c = char_at(t, mark);
  if (c == '.' || c == '/' || c == ')') return may_follow_enumerator(t, mark + 1) ? mark + 1 : at;
  if ((c == '-' || c == ':') && blank_or_end(t, mark + 1)) return mark + 1;
  const bool dash = c == ' ' && char_at(t, mark + 1) == '-' && char_at(t, mark + 2) == ' ';
  return dash && is_letter(point_at(t, mark + 3)) && !numeral_at(t, mark + 3) ? mark + 2 : at;
}

std::size_t bracketed(std::string_view t, std::size_t at) {
  if (char_at(t, at) != '(') return at;
  std::size_t end = digits(t, at + 1);
  if (end == at + 1) {
    const CodePoint c = at + 1 < t.size() ? decode(t, at + 1) : CodePoint{};
    if (!is_letter(c.value) || !is_lower(c.value)) return at;
    end = std::max(at + 1 + c.length, small_numeral(t, at + 1));
  }
  if (end - at > 5 || char_at(t, end) != ')') return at;
  return char_at(t, end + 1) == ' ' ? end + 1 : at;
}

}  // namespace

std::size_t digits(std::string_view t, std::size_t at) {
  while (digit_at(t, at)) ++at;
  return at;
}

std::size_t letters(std::string_view t, std::size_t at) {
  while (at < t.size()) {
    const auto byte = static_cast<unsigned char>(t[at]);
    if (byte < 0x80) {
      const unsigned letter = (byte | 0x20U) - 'a';
      if (letter > 'z' - 'a') break;
      ++at;
      continue;
    }
    const CodePoint c = decode(t, at);
    if (!is_letter(c.value)) break;
    at += c.length;
  }
  return at;
}

std::size_t number(std::string_view t, std::size_t at) {
  std::size_t end = digits(t, at);
  if (end == at) return at;
  while ((char_at(t, end) == '.' || char_at(t, end) == ',') && digit_at(t, end + 1)) {
    end = digits(t, end + 1);
  }
  return end;
}

std::size_t symbol(std::string_view t, std::size_t at) {
  std::size_t end = digits(t, at);
  if (end == at) return at;
  if (char_at(t, end) == '.' && digit_at(t, end + 1)) end = digits(t, end + 1);  // 66.25/2026/NQ-CP
  if (is_lower(point_at(t, end)) && is_letter(point_at(t, end))) {               // 12a/QĐ-UBND
    end += decode(t, end).length;
  }
  if (char_at(t, end) == '-') {  // of the Party: 57-NQ/TW
    const std::size_t kind = symbol_groups(t, end + 1);
    if (kind == end + 1 || char_at(t, kind) != '/') return at;
    const std::size_t body = symbol_groups(t, kind + 1);
    return body == kind + 1 ? at : body;
  }
  if (char_at(t, end) != '/') return at;
  std::size_t groups = end + 1;
  const std::size_t year = digits(t, groups);
  if (year - groups == 4 && char_at(t, year) == '/') groups = year + 1;
  const std::size_t last = symbol_groups(t, groups);
  return last == groups ? at : last;
}

std::size_t date(std::string_view t, std::size_t at) {
  const std::size_t first = digits(t, at);
  if (first == at || first - at > 2) return at;
  const char separator = char_at(t, first);
  if (separator != '/' && separator != '-' && separator != '.') return at;
  const std::size_t second = digits(t, first + 1);
  const std::size_t second_size = second - first - 1;
  const int a = small_number(t, at, first);
  const int b = small_number(t, first + 1, second);
  const bool goes_on = char_at(t, second) == separator && digit_at(t, second + 1);
  if (second_size >= 1 && second_size <= 2 && goes_on) {
    const std::size_t third = digits(t, second + 1);
    const bool year = third - second - 1 == 4;
    return year && a >= 1 && a <= 31 && b >= 1 && b <= 12 ? third : at;
  }
  if (separator != '/' || goes_on) return at;
  if (second_size == 4 && a >= 1 && a <= 12 && b >= 1900 && b < 2200) return second;
  return second_size >= 1 && second_size <= 2 && a >= 1 && a <= 31 && b >= 1 && b <= 12 ? second
                                                                                        : at;
}

std::size_t enumerator(std::string_view t, std::size_t at) {
  if (at >= t.size()) return at;
  for (const auto shape : {roman, dotted_number, lettered, bracketed, bullet}) {
    const std::size_t end = shape(t, at);
    if (end != at) return end;
  }
  return at;
}

std::size_t abbreviation(std::string_view t, std::size_t at) {
  std::size_t end = at;
  std::size_t capitals = 0;
  std::size_t others = 0;
  while (end < t.size()) {
    if (end - at > kLongestShort || others > 1) return at;
    const CodePoint c = decode(t, end);
    if (is_letter(c.value)) {
      ++(is_upper(c.value) ? capitals : others);
    } else if (is_digit(c.value)) {
      if (end == at) return at;
    } else if ((c.value == '&' || c.value == '-') && end > at && is_upper(point_at(t, end + 1))) {
      // joins two groups: NN&PTNT, KT-XH
    } else {
      break;
    }
    end += c.length;
  }
  return capitals >= 2 && others <= 1 ? end : at;
}

bool syllable_shape(std::string_view word) {
  static constexpr std::array<std::string_view, 29> kOnsets = {
      "NGH", "NG", "NH", "GH", "GI", "KH", "PH", "QU", "TH", "TR", "CH", "B", "C", "D", "G",
      "H",   "K",  "L",  "M",  "N",  "P",  "R",  "S",  "T",  "V",  "X",  "Q", "Y", ""};
  static constexpr std::array<std::string_view, 9> kCodas = {"NG", "NH", "CH", "C", "M",
                                                             "N",  "P",  "T",  ""};
  std::string plain;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = decode(word, i);
    const char32_t base = bare(c.value);
    if (base >= 0x80) return false;
    plain.push_back(static_cast<char>(base >= 'a' ? base - 32 : base));
    i += c.length;
  }
  const auto vowel = [](char c) {
    return std::string_view("AEIOUY").find(c) != std::string_view::npos;
  };
  for (const std::string_view onset : kOnsets) {
    if (plain.compare(0, onset.size(), onset) != 0) continue;
    std::size_t end = onset.size();
    while (end < plain.size() && vowel(plain[end])) ++end;
    const std::string_view coda = std::string_view(plain).substr(end);
    const bool vowels =
        end > onset.size() ? end - onset.size() <= 3 : onset == "GI" || onset == "Y";
    const bool known = std::find(kCodas.begin(), kCodas.end(), coda) != kCodas.end();
    if (vowels && known) return true;
  }
  return false;
}

}  // namespace scp::scan
