// Field tables of what is to be done: goals, agencies, deadlines, tasks, reports.
// The order of the lists is the order of the output.
#ifndef SCPPARSE_EMIT_FIELDS_TASKS_H_
#define SCPPARSE_EMIT_FIELDS_TASKS_H_

#include "emit/fields.h"

namespace scp::emitting {

template <>
struct Names<GoalKind> {
  static constexpr std::string_view kList[] = {"general", "specific"};
};
template <>
struct Names<Direction> {
  static constexpr std::string_view kList[] = {"increase", "decrease", "reach"};
};
template <>
struct Names<Bound> {
  static constexpr std::string_view kList[] = {"exact", "range", "at_least", "at_most",
                                               "approximately"};
};
template <>
struct Names<AgencyKind> {
  static constexpr std::string_view kList[] = {"named", "collective", "person", "reference"};
};
template <>
struct Names<DeadlineKind> {
  static constexpr std::string_view kList[] = {"period",     "by",        "recurring",
                                               "continuous", "on_demand", "after_event",
                                               "reference",  "unknown"};
};
template <>
struct Names<TaskOrigin> {
  static constexpr std::string_view kList[] = {"table", "assignment", "measure"};
};

template <>
struct Fields<Target> {
  static constexpr std::string_view kName = "target";
  static constexpr std::string_view kAbout = "One quantity that a goal names.";
  static constexpr auto kList = std::tuple(
      field("direction", &Target::direction, "Whether the quantity rises, falls or is reached."),
      field("min", &Target::min, "The number as written, or the lower one of a range."),
      field("max", &Target::max, "The upper number; null where the quantity has no upper end."),
      field("unit", &Target::unit, "The unit or the thing counted, as written."),
      field("bound", &Target::bound, "How the numbers are meant."),
      field("subject", &Target::subject, "What is measured."),
      field("baseline", &Target::baseline, "What the quantity is compared with."),
      field("period", &Target::period,
            "The time that this quantity is meant for, where the goal names several.",
            Form::kPeriod),
      field("start_on", &Target::start_on, "First day of that time; null where it is open."),
      field("due_on", &Target::due_on, "Last day of that time; null where it is open."),
      given("text", &Target::text, "The words that it was read from."),
      field("at", &Target::at, "Where these words stand."));
};

template <>
struct Fields<Goal> {
  static constexpr std::string_view kName = "goal";
  static constexpr std::string_view kAbout = "One statement of what is to be reached.";
  static constexpr auto kList = std::tuple(
      given("id", &Goal::id, "Stable name, unique in the document."),
      field("instrument", &Goal::instrument, "Index of its instrument in `instruments`."),
      field("section", &Goal::section, "Id of the outline node that it stands in."),
      field("kind", &Goal::kind, "General or specific."),
      field("period", &Goal::period, "The time it is meant for, as an EDTF date or interval.",
            Form::kPeriod),
      field("period_text", &Goal::period_text, "The words that name this time."),
      field("start_on", &Goal::start_on, "First day of the period; null where it is open."),
      field("due_on", &Goal::due_on, "Last day of the period; null where it is open."),
      given("text", &Goal::text, "The statement, with its end mark."),
      field("targets", &Goal::targets, "Every quantity in the statement."),
      field("at", &Goal::at, "Where the statement stands."));
};

template <>
struct Fields<AgencyRef> {
  static constexpr std::string_view kName = "agency_mention";
  static constexpr std::string_view kAbout = "An agency as one fact names it.";
  static constexpr auto kList =
      std::tuple(given("name", &AgencyRef::name, "Its canonical name."),
                 given("text", &AgencyRef::text, "Its name as written."),
                 field("note", &AgencyRef::note, "A bracketed remark, such as a limited scope."),
                 field("kind", &AgencyRef::kind, "What sort of name it is."),
                 field("at", &AgencyRef::at, "Where it is named."));
};

template <>
struct Fields<Deadline> {
  static constexpr std::string_view kName = "deadline";
  static constexpr std::string_view kAbout = "When something is to be done.";
  static constexpr auto kList = std::tuple(
      given("text", &Deadline::text, "The time as written."),
      field("kind", &Deadline::kind, "What sort of time it is."),
      field("period", &Deadline::period, "The time as an EDTF date or interval.", Form::kPeriod),
      field("start_on", &Deadline::start_on, "First day; null where it is open."),
      field("due_on", &Deadline::due_on, "Last day; null where it is open."),
      field("rrules", &Deadline::rrules, "Recurrences as RFC 5545 rules."),
      field("due_days", &Deadline::due_days, "Days of the year on which something falls due.",
            Form::kDayOfYear),
      field("duration", &Deadline::duration, "Length of time as an ISO 8601 duration."),
      field("note", &Deadline::note, "A remark that goes with the time."),
      field("inherited", &Deadline::inherited,
            "Whether the time is that of the group because the row itself gives none."),
      field("at", &Deadline::at, "Where the time stands."));
};

template <>
struct Fields<TaskGroup> {
  static constexpr std::string_view kName = "task_group";
  static constexpr std::string_view kAbout = "The group row or section that holds a task.";
  static constexpr auto kList =
      std::tuple(field("number", &TaskGroup::number, "Number of the group, normalised."),
                 field("title", &TaskGroup::title, "Title of the group."),
                 field("deadline", &TaskGroup::deadline, "The time given for the whole group."),
                 field("declared_tasks", &TaskGroup::declared_tasks,
                       "How many tasks the text announces for the group."),
                 field("at", &TaskGroup::at, "Where the group begins."));
};

template <>
struct Fields<Task> {
  static constexpr std::string_view kName = "task";
  static constexpr std::string_view kAbout = "One task: who does what by when.";
  static constexpr auto kList = std::tuple(
      given("id", &Task::id, "Stable name, unique in the document."),
      field("instrument", &Task::instrument, "Index of its instrument in `instruments`."),
      field("section", &Task::section, "Id of the outline node that it stands in."),
      field("origin", &Task::origin,
            "Whether it is a row of a table, an assignment in the text, or a measure."),
      field("task_group", &Task::task_group, "The group that it belongs to."),
      field("number", &Task::number, "Its number in the group, normalised."),
      field("content", &Task::content, "What is to be done."),
      field("lead_agencies", &Task::lead_agencies, "Who leads."),
      field("lead_text", &Task::lead_text, "The words that name who leads."),
      field("coordinating_agencies", &Task::coordinating_agencies, "Who takes part."),
      field("coordinating_text", &Task::coordinating_text, "The words that name who takes part."),
      field("deadline", &Task::deadline, "By when; null where nothing is said."),
      field("product", &Task::product, "What is to come out of it."),
      field("funding", &Task::funding, "How it is paid for."),
      field("remark", &Task::remark, "A remark on the task."),
      field("approver", &Task::approver, "Who approves the result."),
      field("monitor", &Task::monitor, "Who watches over it."),
      field("at", &Task::at, "Where it stands."));
};

template <>
struct Fields<Report> {
  static constexpr std::string_view kName = "report";
  static constexpr std::string_view kAbout = "One duty to report: who, to whom, when.";
  static constexpr auto kList = std::tuple(
      given("id", &Report::id, "Stable name, unique in the document."),
      field("instrument", &Report::instrument, "Index of its instrument in `instruments`."),
      field("reporters", &Report::reporters, "Who reports."),
      field("recipient", &Report::recipient, "Who receives the report."),
      field("forwarded_to", &Report::forwarded_to, "Who receives it from the recipient."),
      field("rrules", &Report::rrules, "Recurrences as RFC 5545 rules."),
      field("due_days", &Report::due_days, "Days of the year on which it falls due.",
            Form::kDayOfYear),
      field("due_on", &Report::due_on, "The day it falls due, where there is a single one."),
      given("text", &Report::text, "The statement as written."),
      field("at", &Report::at, "Where the statement stands."));
};

}  // namespace scp::emitting

#endif  // SCPPARSE_EMIT_FIELDS_TASKS_H_
