#include <string>
#include <tuple>

#include "check/rules/rules.h"
#include "facts/dates.h"
#include "layout/lines.h"

namespace scp::rules {
namespace {

// The day and month, and the year where one is named, of a match that no calendar has; empty where
// there is such a day.
std::string impossible_day(const RuleMatch& match) {
  const std::uint32_t day = small_number(match.text(Field::kDay));
  const std::uint32_t month = small_number(match.text(Field::kMonth));
  const std::uint32_t year = small_number(match.text(Field::kYear));
  constexpr std::uint32_t kLeapYear = 2000;  // 29/02 of every year may be meant
  if (day == 0 || month == 0 || day <= days_in_month(year == 0 ? kLeapYear : year, month))
    return {};
  const std::string text = std::to_string(day) + "/" + std::to_string(month);
  return year == 0 ? text : text + "/" + std::to_string(year);
}

// Only the days that some months lack are worth a look.
bool late_in_month(std::string_view number) {
  return number.starts_with("29") || number.starts_with("3");
}

void complete_dates(const CheckContext& context, FindingSink& sink) {
  const Flow& flow = context.flow;
  RuleMatch match;
  std::uint32_t done = 0;
  for (std::size_t i = 0; i < flow.tokens().size(); ++i) {
    if ((context.layout.token_rules[i] & bit_of(RuleSet::kDate)) == 0) continue;
    const std::uint32_t at = flow.tokens()[i].begin;
    if (at < done || !late_in_month(flow.text(flow.tokens()[i]))) continue;
    const Range rest{at, static_cast<std::uint32_t>(flow.text().size())};
    if (first_match(context.grammar, RuleSet::kDate, flow.text(), rest, match) == nullptr) continue;
    done = match.end;
    const std::string found = impossible_day(match);
    if (found.empty()) continue;
    sink.add(context.at({match.begin, match.end}), MessageId::kRuleInvalidDateMessage,
             {{"found", found}});
  }
}

// Days of every year, and of the year of the plan.
void days_without_year(const CheckContext& context, const Deadline& deadline, FindingSink& sink) {
  if (deadline.kind != DeadlineKind::kUnknown || deadline.inherited) return;
  RuleMatch match;
  const auto size = static_cast<std::uint32_t>(deadline.text.size());
  const Rule* rule =
      first_match(context.grammar, RuleSet::kDeadline, deadline.text, {0, size}, match);
  if (rule == nullptr || match.says(Field::kYear)) return;
  const std::string found = impossible_day(match);
  if (found.empty()) return;
  sink.add(deadline.at, MessageId::kRuleInvalidDateMessage, {{"found", found}});
}

void period_of(const Deadline& deadline, FindingSink& sink) {
  const Date from = deadline.start_on;
  const Date to = deadline.due_on;
  if (!from.known() || !to.known() || deadline.inherited) return;
  if (std::tie(from.year, from.month, from.day) <= std::tie(to.year, to.month, to.day)) return;
  sink.add(deadline.at, MessageId::kRulePeriodReversedMessage, {{"found", deadline.text}});
}

}  // namespace

void invalid_date(const CheckContext& context, FindingSink& sink) {
  complete_dates(context, sink);
  for (const Task& task : context.document.tasks) {
    if (task.deadline.has_value()) days_without_year(context, *task.deadline, sink);
  }
}

void period_reversed(const CheckContext& context, FindingSink& sink) {
  for (const Task& task : context.document.tasks) {
    if (task.deadline.has_value()) period_of(*task.deadline, sink);
  }
}

}  // namespace scp::rules
