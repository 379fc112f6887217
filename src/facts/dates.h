// Dates: from captures of rules to calendar values, and their written forms.
#ifndef SCPPARSE_FACTS_DATES_H_
#define SCPPARSE_FACTS_DATES_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "grammar/grammar.h"
#include "scpparse/document.h"

namespace scp {

// The value of a short run of digits; 0 where there are none.
std::uint32_t small_number(std::string_view digits);

// The date in the fields year, month and day; parts that are blank stay 0.
Date date_of(const RuleMatch& match);

std::uint8_t days_in_month(std::uint32_t year, std::uint32_t month);
// A date that the calendar has, as far as it is given.
bool is_calendar_date(Date date);

std::string iso(Date date);
Date first_day(Date date);  // 2020 → 2020-01-01
Date last_day(Date date);   // 2020-02 → 2020-02-29

}  // namespace scp

#endif  // SCPPARSE_FACTS_DATES_H_
