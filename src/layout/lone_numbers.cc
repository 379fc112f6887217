#include "layout/lone_numbers.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "lex/token.h"
#include "text/utf8.h"

namespace scp {

bool numbers_row(std::string_view text) {
  constexpr std::size_t kLongest = 12;
  if (text.size() > 2 && text.front() == '(' && text.back() == ')')
    text = text.substr(1, text.size() - 2);
  while (!text.empty() && (text.back() == '.' || text.back() == ')')) text.remove_suffix(1);
  if (text.empty() || text.size() > kLongest) return false;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t dot = std::min(text.find('.', at), text.size());
    const std::string_view part = text.substr(at, dot - at);
    const std::size_t end = std::min(part.find_first_not_of("0123456789"), part.size());
    const bool suffix = end > 0 && end + 1 == part.size() && part[end] >= 'a' && part[end] <= 'z';
    const bool digits = !part.empty() && (end == part.size() || suffix);
    const bool letter = part.size() == 1 && is_letter(decode(part, 0).value);
    if (!digits && !letter && roman_value(part) == 0) return false;
    at = dot + 1;
  }
  return true;
}

namespace {

using Day = std::pair<int, int>;  // of a month

// 31/3, 15/12
std::optional<Day> read_day(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == 0 || slash > 2 || slash + 1 >= text.size() || text.size() > 5) return std::nullopt;
  Day day;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), text.data() + slash, day.first);
  const auto second = std::from_chars(text.data() + slash + 1, end, day.second);
  const bool whole = first.ptr == text.data() + slash && second.ptr == end;
  if (!whole || day.first < 1 || day.first > 31 || day.second < 1 || day.second > 12)
    return std::nullopt;
  return day;
}

}  // namespace

bool ColumnNumbers::take(std::string_view cell) {
  const std::string_view sum = cell.substr(0, cell.find('='));  // (5)=(3)+(4)
  if (sum.size() < cell.size()) cell = sum.substr(0, sum.find_last_not_of(' ') + 1);
  const bool framed = cell.size() > 2 && ((cell.front() == '(' && cell.back() == ')') ||
                                          (cell.front() == '[' && cell.back() == ']'));
  if (framed) cell = cell.substr(1, cell.size() - 2);
  if (number_ == 0 && cell.size() == 1 && static_cast<std::uint32_t>(cell[0] - 'A') == letters_) {
    ++letters_;
    return true;
  }
  if (cell != std::to_string(number_ + 1)) return false;
  ++number_;
  return true;
}

void LoneNumbers::find() {
  if (known_) return;
  known_ = true;
  std::vector<std::pair<Day, Range>> days;
  std::set<Day> found;
  for (const Furniture& part : furniture_) {
    const Range range = part.content;
    const std::string_view text = content_.substr(range.begin, range.size());
    const bool number = numbers_row(text);
    if (number) numbers_.push_back(range);
    const auto day = number ? std::nullopt : read_day(text);
    if (number) days_.push_back(range);
    if (day.has_value()) days.emplace_back(*day, range);
    if (day.has_value()) found.insert(*day);
  }
  // 2/5 beside 1/5 or 3/5 is a page.
  for (const auto& [day, range] : days) {
    const bool page = day.first <= day.second && (found.count({day.first - 1, day.second}) != 0 ||
                                                  found.count({day.first + 1, day.second}) != 0);
    if (!page) days_.push_back(range);
  }
  const auto before = [](Range a, Range b) { return a.begin < b.begin; };
  std::sort(numbers_.begin(), numbers_.end(), before);
  std::sort(days_.begin(), days_.end(), before);
}

std::span<const Range> LoneNumbers::in(const std::vector<Range>& all, std::uint32_t from,
                                       std::uint32_t to) {
  const auto less = [](Range r, std::uint32_t at) { return r.begin < at; };
  const auto first = std::lower_bound(all.begin(), all.end(), from, less);
  return {first, std::lower_bound(first, all.end(), to, less)};
}

std::span<const Range> LoneNumbers::between(std::uint32_t from, std::uint32_t to) {
  find();
  return in(numbers_, from, to);
}

std::span<const Range> LoneNumbers::with_days(std::uint32_t from, std::uint32_t to) {
  find();
  return in(days_, from, to);
}

void LoneNumbers::finish() {
  if (taken_.empty()) return;
  std::sort(taken_.begin(), taken_.end());
  std::erase_if(furniture_, [&](const Furniture& part) {
    return std::binary_search(taken_.begin(), taken_.end(), part.content.begin);
  });
}

}  // namespace scp
