// What a document orders: goals, tasks, reports, tables, citations, agencies. Part of Document,
// whose header says what holds for the strings. Plain data.
#ifndef SCPPARSE_FACTS_H_
#define SCPPARSE_FACTS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "scpparse/identity.h"
#include "scpparse/span.h"

namespace scp {

enum class GoalKind : std::uint8_t { kGeneral, kSpecific };
enum class Direction : std::uint8_t { kIncrease, kDecrease, kReach };
enum class Bound : std::uint8_t { kExact, kRange, kAtLeast, kAtMost, kApproximately };

struct Target {
  Direction direction = Direction::kReach;
  std::optional<double> min;
  std::optional<double> max;
  std::string_view unit;
  Bound bound = Bound::kExact;
  std::string_view subject;
  std::string_view baseline;
  std::string_view period;  // EDTF; null where that of the goal holds
  Date start_on;
  Date due_on;
  std::string_view text;
  Place at;
};

struct Goal {
  std::string_view id;
  std::uint32_t instrument = 0;
  std::string_view section;  // outline id
  GoalKind kind = GoalKind::kSpecific;
  std::string_view period;  // EDTF interval
  std::string_view period_text;
  Date start_on;
  Date due_on;
  std::string_view text;
  std::vector<Target> targets;
  Place at;
};

enum class AgencyKind : std::uint8_t { kNamed, kCollective, kPerson, kReference };

// One mention of an agency in a fact.
struct AgencyRef {
  std::string_view name;  // canonical
  std::string_view text;  // as written
  std::string_view note;  // a bracketed remark
  AgencyKind kind = AgencyKind::kNamed;
  Place at;
};

enum class DeadlineKind : std::uint8_t {
  kPeriod,
  kBy,
  kRecurring,
  kContinuous,
  kOnDemand,
  kAfterEvent,
  kReference,
  kUnknown,
};

struct Deadline {
  std::string_view text;
  DeadlineKind kind = DeadlineKind::kUnknown;
  std::string_view period;  // EDTF date or interval
  Date start_on;
  Date due_on;
  std::vector<std::string_view> rrules;    // RFC 5545
  std::vector<std::string_view> due_days;  // MM-DD
  std::string_view duration;               // ISO 8601
  std::string_view note;
  bool inherited = false;
  Place at;
};

struct TaskGroup {
  std::string_view number;
  std::string_view title;
  std::optional<Deadline> deadline;
  std::optional<std::uint32_t> declared_tasks;
  Place at;
};

enum class TaskOrigin : std::uint8_t { kTable, kAssignment, kMeasure };

struct Task {
  std::string_view id;
  std::uint32_t instrument = 0;
  std::string_view section;
  TaskOrigin origin = TaskOrigin::kTable;
  std::optional<TaskGroup> task_group;
  std::string_view number;
  std::string_view content;
  std::vector<AgencyRef> lead_agencies;
  std::string_view lead_text;
  std::vector<AgencyRef> coordinating_agencies;
  std::string_view coordinating_text;
  std::optional<Deadline> deadline;
  std::string_view product;
  std::string_view funding;
  std::string_view remark;
  std::string_view approver;
  std::string_view monitor;
  Place at;
};

struct Report {
  std::string_view id;
  std::uint32_t instrument = 0;
  std::vector<AgencyRef> reporters;
  std::optional<AgencyRef> recipient;
  std::vector<AgencyRef> forwarded_to;
  std::vector<std::string_view> rrules;
  std::vector<std::string_view> due_days;
  Date due_on;
  std::string_view text;
  Place at;
};

struct TableColumn {
  std::string_view header;
  std::string_view role;  // number, content, lead …; null where the words name none
};
struct TableRow {
  std::vector<std::string_view> cells;
};

struct Table {
  std::string_view id;
  std::uint32_t instrument = 0;
  std::string_view role;  // tasks, targets; null
  std::vector<TableColumn> columns;
  std::uint32_t rows = 0;
  std::vector<TableRow> cells;  // filled only where role is null
  Place at;
};

enum class CitationRole : std::uint8_t {
  kLegalBasis,
  kImplements,
  kAttachedTo,
  kRefersTo,
  kInternal,
};

struct Citation {
  std::string_view id;
  std::uint32_t instrument = 0;
  std::string_view kind;
  std::string_view number;
  std::string_view symbol;
  Date issued_on;
  std::string_view issuer;
  std::string_view title;
  CitationRole role = CitationRole::kRefersTo;
  std::string_view target;  // outline id, for references into the document itself
  std::string_view text;
  Place at;
};

// One per canonical name.
struct Agency {
  std::string_view name;
  AgencyKind kind = AgencyKind::kNamed;
  std::vector<std::string_view> variants;
  std::uint32_t leads = 0;
  std::uint32_t coordinates = 0;
  std::uint32_t reports = 0;
  std::string_view successor;
  Place at;
};

}  // namespace scp

#endif  // SCPPARSE_FACTS_H_
