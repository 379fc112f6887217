#include "emit/csv_cells.h"

#include <algorithm>

#include "emit/writer.h"
#include "text/utf8.h"

namespace scp::csv {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// A number below zero that is shown as it is written: "-5", "-0.25".
bool is_negative_number(std::string_view text) {
  if (!text.starts_with('-')) return false;
  text.remove_prefix(1);
  const std::size_t dot = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, dot);
  const std::string_view rest = text.substr(std::min(dot + 1, text.size()));
  const auto digits = [](std::string_view part) {
    return std::all_of(part.begin(), part.end(), is_digit);
  };
  if (whole.empty() || !digits(whole) || (whole.size() > 1 && whole.front() == '0')) return false;
  if (text.size() > 15) return false;
  return dot == text.size() || (!rest.empty() && digits(rest) && rest.back() != '0');
}

// What a spreadsheet would take for a formula, or for one once it has dropped the blank.
bool is_dangerous(std::string_view text) {
  constexpr std::string_view kFirst = "=+-@\t\r";
  const std::size_t first = text.find_first_not_of(' ');
  if (is_negative_number(text)) return false;
  return first != text.npos && kFirst.find(text[first]) != kFirst.npos;
}

// Digits with marks between them: "12-10", "3/4", "1.10".
std::vector<std::string_view> numbers_in(std::string_view text, char mark) {
  std::vector<std::string_view> numbers;
  while (true) {
    const std::size_t end = std::min(text.find(mark), text.size());
    const std::string_view number = text.substr(0, end);
    const bool digits = number.find_first_not_of("0123456789") == number.npos;
    if (number.empty() || number.size() > 4 || !digits) return {};
    numbers.push_back(number);
    if (end == text.size()) return numbers;
    text.remove_prefix(end + 1);
  }
}

bool may_be_month(std::string_view number) {
  return number.size() <= 2 && number.compare(number.size() == 1 ? "9" : "12") <= 0;
}

// 'M' for a month, 'P' for a half of the day, 'E' for an exponent; 'x' for any other word.
char kind_of(std::string_view word) {
  constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                          "may",       "june",     "july",     "august",
                                          "september", "october",  "november", "december"};
  std::string lower(word);
  for (char& c : lower) c = static_cast<char>(c | 0x20);
  if (lower == "e") return 'E';
  if (lower == "am" || lower == "pm" || lower == "a" || lower == "p") return 'P';
  for (const std::string_view month : kMonths) {
    if (lower == month || lower == month.substr(0, 3)) return 'M';
  }
  return 'x';
}

// The text with '9' for each run of digits and a letter for each word: "Mar-5" is "M-9".
std::string shape_of(std::string_view text) {
  std::string shape;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (is_digit(text[at])) {
      while (end < text.size() && is_digit(text[end])) ++end;
      shape += '9';
    } else if (is_letter(text[at])) {
      while (end < text.size() && is_letter(text[end])) ++end;
      shape += kind_of(text.substr(at, end - at));
    } else {
      shape += text[at];
    }
    at = end;
  }
  return shape;
}

// Times, shares, powers of ten, days of months with a name.
bool has_other_shape(std::string_view text) {
  constexpr std::string_view kShapes[] = {
      "9E9",  "9E+9",  "9E-9", "9.9E9", "9.9E+9", "9.9E-9",  "9,9E9",  "9,9E+9", "9,9E-9",
      "9:9",  "9:9:9", "9:9P", "9:9 P", "9:9:9P", "9:9:9 P", "9 P",    "9%",     "9 %",
      "9.9%", "9.9 %", "9,9%", "9,9 %", "M9",     "M-9",     "M 9",    "M/9",    "9M",
      "9-M",  "9 M",   "9/M",  "9-M-9", "9 M 9",  "9/M/9",   "M 9, 9", "M-9-9",  "M/9/9",
  };
  constexpr std::size_t kLongest = 24;
  if (text.size() > kLongest) return false;
  const std::string shape = shape_of(text);
  return std::find(std::begin(kShapes), std::end(kShapes), shape) != std::end(kShapes);
}

// "0012" loses its noughts, a number of more than 15 figures its last ones, and "true" becomes a
// value of truth.
bool loses_figures(std::string_view text) {
  constexpr std::size_t kMostFigures = 15;
  if (text.size() == 4 || text.size() == 5) {
    std::string lower(text);
    for (char& c : lower) c = static_cast<char>(c | 0x20);
    if (lower == "true" || lower == "false") return true;
  }
  const bool figures = !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
  return figures && text.size() > 1 && (text.front() == '0' || text.size() > kMostFigures);
}

// What a spreadsheet would show as another value: "12-10" as a date, "1.10" as 1.1. Whole dates
// are to be dates.
bool would_change(std::string_view text) {
  if (has_other_shape(text) || loses_figures(text)) return true;
  if (text.empty() || text.size() > 10 || text.front() < '0' || text.front() > '9') return false;
  for (const char mark : {'-', '/', '.'}) {
    const std::vector<std::string_view> numbers = numbers_in(text, mark);
    if (numbers.size() < 2 || numbers.size() > 3) continue;
    if (mark == '-' && numbers.size() == 3 && numbers.front().size() == 4) return false;
    if (mark == '.' && numbers.size() == 2) return text.back() == '0';
    return may_be_month(numbers[0]) || may_be_month(numbers[1]);
  }
  return false;
}

}  // namespace

std::string cell(std::string_view text) {
  return std::string(text);
}
std::string cell(std::uint32_t number) {
  return std::to_string(number);
}

std::string cell(Date date) {
  if (!date.known()) return {};
  const auto two = [](unsigned part) { return (part < 10 ? "-0" : "-") + std::to_string(part); };
  std::string out = std::to_string(date.year);
  out.insert(0, out.size() < 4 ? 4 - out.size() : 0, '0');
  if (date.month != 0) out += two(date.month);
  if (date.month != 0 && date.day != 0) out += two(date.day);
  return out;
}

std::string cell(const std::vector<std::string_view>& words) {
  return list(words, [](std::string_view word) { return word; });
}
std::string cell(const std::vector<AgencyRef>& agencies) {
  return list(agencies, [](const AgencyRef& agency) {
    std::string name(agency.name);
    return agency.note.empty() ? name : name + " (" + std::string(agency.note) + ")";
  });
}

std::string cell(const std::optional<double>& number) {
  std::string out;
  if (number) emitting::append_number(*number, out);
  return out;
}

void append_cell(std::string_view text, std::string& out) {
  constexpr std::string_view kQuotedFor = ",\"\r\n";
  const bool blank_at_end = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  const bool quoted = blank_at_end || text.find_first_of(kQuotedFor) != text.npos;
  if (quoted) out += '"';
  if (is_dangerous(text) || would_change(text)) out += '\'';
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (c.value == '"') out += '"';
    append(out, c.value);
    at += c.length;
  }
  if (quoted) out += '"';
}

}  // namespace scp::csv
