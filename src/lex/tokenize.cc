#include <array>
#include <cmath>
#include <string>

#include "lex/scan.h"
#include "lex/token.h"
#include "text/utf8.h"

namespace scp {
namespace {

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    tokens_.reserve(text_.size() / 5);
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\n' || c == '\t') {
        line_start_ = true;
        if (c == '\n') line_begin_ = at_ + 1;
        ++at_;
      } else if (c == ' ') {
        ++at_;
      } else if (c == kSoftBreak[0] && text_.compare(at_, kSoftBreak.size(), kSoftBreak) == 0) {
        line_start_ = true;
        at_ += kSoftBreak.size();
      } else {
        next_token();
      }
    }
    return std::move(tokens_);
  }

 private:
  void add(TokenKind kind, std::size_t end) {
    const bool glued = !tokens_.empty() && tokens_.back().end == at_;
    tokens_.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end), kind,
                       line_start_, glued});
    line_start_ = false;
    at_ = end;
  }

  bool take(TokenKind kind, std::size_t end) {
    if (end == at_) return false;
    add(kind, end);
    return true;
  }

  void next_token() {
    if (line_start_ && take(TokenKind::kEnumerator, scan::enumerator(text_, at_))) return;
    const char c = text_[at_];
    if (c >= '0' && c <= '9') return number();
    if (is_letter(decode(text_, at_).value)) return word();
    const bool end_mark = c == '.' && text_.compare(at_, 3, "./.") == 0;
    add(TokenKind::kPunctuation, at_ + (end_mark ? 3 : decode(text_, at_).length));
    if (c == '|') line_start_ = true;  // a cell begins
  }

  void number() {
    if (take(TokenKind::kSymbol, scan::symbol(text_, at_))) return;
    const std::size_t date = scan::date(text_, at_);
    if (date != at_ && scan::letters(text_, date) == date) return add(TokenKind::kDate, date);
    const std::size_t end = scan::number(text_, at_);
    const std::size_t range = range_end(end);
    if (range != end) return add(TokenKind::kRange, percent_end(range));
    const std::size_t percent = percent_end(end);
    add(percent != end ? TokenKind::kPercent : TokenKind::kNumber, percent);
  }

  std::size_t skip_blanks(std::size_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    return at;
  }

  std::size_t percent_end(std::size_t end) const {
    const std::size_t sign = skip_blanks(end);
    return sign < text_.size() && text_[sign] == '%' && sign <= end + 1 ? sign + 1 : end;
  }

  // After a number: "- 08", "–2030", "% - 8": the end of the second number.
  std::size_t range_end(std::size_t end) const {
    std::size_t at = skip_blanks(percent_end(end));
    if (at >= text_.size()) return end;
    const CodePoint dash = decode(text_, at);
    if (dash.value != '-' && dash.value != 0x2013 && dash.value != 0x2014) return end;
    at = skip_blanks(at + dash.length);
    const std::size_t last = scan::number(text_, at);
    if (last == at || scan::symbol(text_, at) != at || scan::date(text_, at) != at) return end;
    return last;
  }

  void word() {
    const std::size_t letters = scan::letters(text_, at_);
    const bool capital = is_upper(decode(text_, at_).value);
    const std::size_t short_form = capital ? scan::abbreviation(text_, at_) : at_;
    const bool roman_letter = text_[at_] == 'I' || text_[at_] == 'V' || text_[at_] == 'X';
    if (roman_letter && short_form <= letters &&
        roman_value(text_.substr(at_, letters - at_)) != 0) {
      return add(TokenKind::kRoman, letters);
    }
    if (short_form > letters || (short_form == letters && is_abbreviation(letters))) {
      return add(TokenKind::kAbbreviation, short_form);
    }
    add(TokenKind::kWord, letters);
  }

  // In a line of capitals, what could be a syllable is one: BAN, DÂN; elsewhere it is short for
  // something.
  bool is_abbreviation(std::size_t end) {
    return !scan::syllable_shape(text_.substr(at_, end - at_)) || !line_in_capitals();
  }

  bool line_in_capitals() {
    if (checked_line_ == line_begin_) return capitals_;
    checked_line_ = line_begin_;
    std::size_t small = 0;
    for (std::size_t i = line_begin_; i < text_.size() && text_[i] != '\n' && small < 2;) {
      const CodePoint c = decode(text_, i);
      if (is_letter(c.value) && is_lower(c.value)) ++small;
      i += c.length;
    }
    return capitals_ = small < 2;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  std::size_t checked_line_ = std::string_view::npos;
  bool capitals_ = false;
  bool line_start_ = true;
};

}  // namespace

std::vector<Token> tokenize(std::string_view content) {
  return Tokenizer(content).run();
}
std::vector<Token> tokenize(const Text& text) {
  return tokenize(std::string_view(text.content));
}

std::string_view name_of(TokenKind kind) {
  static constexpr std::array<std::string_view, 10> kNames = {
      "word",   "abbreviation", "number",  "roman", "enumerator",
      "symbol", "date",         "percent", "range", "punctuation"};
  return kNames[static_cast<std::size_t>(kind)];
}

double number_value(std::string_view digits) {
  std::size_t dots = 0;
  std::size_t commas = 0;
  for (const char c : digits) {
    if (c == '.') ++dots;
    if (c == ',') ++commas;
    if (c != '.' && c != ',' && (c < '0' || c > '9')) return std::nan("");
  }
  if (digits.empty()) return std::nan("");
  const std::size_t dot = digits.find('.');
  const bool dot_groups = dots > 0 && (dots > 1 || digits.size() - dot - 1 == 3 || commas == 1) &&
                          !(dots == 1 && dot == 1 && digits[0] == '0');
  double value = 0;
  double scale = 0;
  for (const char c : digits) {
    const bool decimal = (c == ',' && commas == 1) || (c == '.' && !dot_groups);
    if (c == '.' || c == ',') {
      if (decimal) scale = 1;
      continue;
    }
    value = value * 10 + (c - '0');
    scale *= 10;
  }
  return scale > 0 ? value / scale : value;
}

std::uint32_t roman_value(std::string_view letters) {
  constexpr std::size_t kLongest = 15;  // MMMDCCCLXXXVIII
  struct Digit {
    std::string_view letters;
    std::uint32_t value;
  };
  static constexpr std::array<Digit, 13> kDigits = {{{"M", 1000},
                                                     {"CM", 900},
                                                     {"D", 500},
                                                     {"CD", 400},
                                                     {"C", 100},
                                                     {"XC", 90},
                                                     {"L", 50},
                                                     {"XL", 40},
                                                     {"X", 10},
                                                     {"IX", 9},
                                                     {"V", 5},
                                                     {"IV", 4},
                                                     {"I", 1}}};
  if (letters.size() > kLongest) return 0;
  std::uint32_t value = 0;
  std::size_t at = 0;
  for (const Digit& digit : kDigits) {
    while (!letters.empty() && letters.substr(at, digit.letters.size()) == digit.letters) {
      value += digit.value;
      at += digit.letters.size();
    }
  }
  if (at != letters.size() || value > 3999) return 0;
  std::string usual;  // IIII, IVI and XCL are read above but not written so
  std::uint32_t rest = value;
  for (const Digit& digit : kDigits) {
    for (; rest >= digit.value; rest -= digit.value) usual += digit.letters;
  }
  return usual == letters ? value : 0;
}

}  // namespace scp
