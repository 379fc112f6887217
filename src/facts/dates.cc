#include "facts/dates.h"

#include <array>
#include <cstdio>

namespace scp {

std::uint32_t small_number(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) {
    if (c >= '0' && c <= '9' && value < 100000000)
      value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

Date date_of(const RuleMatch& match) {
  Date date;
  date.year = static_cast<std::int16_t>(small_number(match.text(Field::kYear)));
  date.month = static_cast<std::uint8_t>(small_number(match.text(Field::kMonth)));
  date.day = static_cast<std::uint8_t>(small_number(match.text(Field::kDay)));
  if (date.month == 0) date.day = 0;
  return is_calendar_date(date) ? date : Date{};  // 31/02 is no date, whatever was meant
}

std::uint8_t days_in_month(std::uint32_t year, std::uint32_t month) {
  static constexpr std::array<std::uint8_t, 13> kDays = {0,  31, 28, 31, 30, 31, 30,
                                                         31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month];
}

bool is_calendar_date(Date date) {
  if (!date.known()) return false;
  if (date.month == 0) return date.day == 0;
  if (date.month > 12) return false;
  return date.day <= days_in_month(static_cast<std::uint32_t>(date.year), date.month);
}

std::string iso(Date date) {
  if (!date.known()) return {};
  std::array<char, 16> buffer{};
  const int year = date.year;
  const unsigned month = date.month;
  const unsigned day = date.day;
  int size = 0;
  if (date.month == 0) {
    size = std::snprintf(buffer.data(), buffer.size(), "%04d", year);
  } else if (date.day == 0) {
    size = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u", year, month);
  } else {
    size = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", year, month, day);
  }
  return {buffer.data(), static_cast<std::size_t>(size)};
}

Date first_day(Date date) {
  if (!date.known()) return date;
  if (date.month == 0) date.month = 1;
  if (date.day == 0) date.day = 1;
  return date;
}

Date last_day(Date date) {
  if (!date.known()) return date;
  if (date.month == 0) date.month = 12;
  if (date.day == 0) date.day = days_in_month(static_cast<std::uint32_t>(date.year), date.month);
  return date;
}

}  // namespace scp
