#include "emit/csv_cells.h"

#include <algorithm>

#include "emit/writer.h"
#include "text/utf8.h"

namespace scp::csv {
namespace {

// What a spreadsheet would take for a formula, or for one once it has dropped the blank.
bool is_dangerous(std::string_view text) {
  constexpr std::string_view kFirst = "=+-@\t\r";
  const std::size_t first = text.find_first_not_of(' ');
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

// What a spreadsheet would show as another value: "12-10" as a date, "1.10" as 1.1. Whole dates
// are to be dates.
bool would_change(std::string_view text) {
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
