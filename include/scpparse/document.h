// The document that a parse gives back: plain data, in the order in which it is printed.
//
// Holds after parse(): every string_view points into the document's own arena or into its grammar,
// so both must outlive it; a string_view whose data() is null means "the document does not say"
// (JSON null), an empty list means "there are none"; every extracted item has the place where it
// was read. Strings are UTF-8, NFC, without markup or page-break damage. Never changed after the
// parse, so it may be read from any number of threads.
#ifndef SCPPARSE_DOCUMENT_H_
#define SCPPARSE_DOCUMENT_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "scpparse/finding.h"
#include "scpparse/span.h"

namespace scp {

class Arena;
class Grammar;
class LineIndex;

// A calendar date as far as the text gives it: 2020-08-13, 2020-08 (day 0), 2020 (month 0).
// year 0 is "no date".
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;

  bool known() const { return year != 0; }
  friend bool operator==(Date a, Date b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
  }
};

// How the input came, and what had to be repaired to read it.
struct Repair {
  std::string_view kind;  // invalid_utf8, control_character, zero_width, not_nfc …
  std::uint32_t count = 0;
};
struct SourceInfo {
  std::string_view path;  // as given; null for standard input
  std::string_view sha256;
  std::uint32_t bytes = 0;
  std::uint32_t lines = 0;
  std::string_view encoding;  // utf-8, utf-8-bom, utf-16le, utf-16be
  std::vector<Repair> repairs;
};

struct InstrumentRef {
  std::string_view kind;
  std::string_view number;
  Date issued_on;
};

struct Jurisdiction {
  std::string_view name;
  std::string_view level;  // central, province, district, commune
  std::string_view gso_code;
  std::string_view iso_code;
  std::string_view successor;
};

struct Signer {
  std::string_view name;
  std::string_view position;
  std::vector<std::string_view> capacity;
  Place at;
};

struct Recipient {
  std::string_view text;
  std::string_view note;
  Place at;
};

struct Effective {
  std::string_view text;
  Date on;
  Place at;
};

// Identity of the file's main instrument.
struct Identity {
  std::optional<std::uint32_t> instrument;  // index into Document::instruments
  std::string_view kind;
  std::string_view kind_name;
  std::string_view number;
  std::string_view symbol;
  std::string_view serial;
  Date issued_on;
  std::string_view place;
  std::string_view issuer;
  std::string_view title;
  std::optional<Jurisdiction> jurisdiction;
  std::optional<InstrumentRef> attached_to;
  std::vector<Signer> signers;
  std::vector<Recipient> recipients;
  std::optional<Effective> effective;
};

struct Instrument {
  std::string_view kind;
  std::string_view kind_name;
  std::string_view number;
  Date issued_on;
  std::string_view title;
  std::optional<InstrumentRef> attached_to;
  Place at;  // the line of the kind word
};

enum class NodeKind : std::uint8_t {
  kPart,
  kChapter,
  kSection,
  kArticle,
  kClause,
  kPoint,
  kBullet,
  kParagraph,
};

struct OutlineNode {
  std::string_view id;
  NodeKind kind = NodeKind::kParagraph;
  std::string_view enumerator;
  std::string_view heading;
  std::string_view text;
  Place at;
  std::vector<OutlineNode> children;
};

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

struct Ignored {
  std::string_view reason;
  Place at;
};

// Where every byte of the input went; blank + in_facts + in_outline_only + ignored + unclaimed
// add up to bytes.
struct Coverage {
  std::uint32_t bytes = 0;
  std::uint32_t blank = 0;
  std::uint32_t in_facts = 0;
  std::uint32_t in_outline_only = 0;
  std::vector<Ignored> ignored;
  std::vector<Place> unclaimed;
};

struct Document {
  std::string_view grammar_version;  // of the grammar it was read with; printed under "producer"
  SourceInfo source;
  Identity identity;  // printed as "document"
  std::vector<Instrument> instruments;
  std::vector<OutlineNode> outline;
  std::vector<Goal> goals;
  std::vector<Task> tasks;
  std::vector<Report> reports;
  std::vector<Table> tables;
  std::vector<Citation> citations;
  std::vector<Agency> agencies;
  std::vector<Finding> findings;
  Coverage coverage;

  std::shared_ptr<const Grammar> grammar;  // what it was read with; owns some of the strings
  std::shared_ptr<const Arena> arena;      // owns the other strings
  std::shared_ptr<const LineIndex> lines;  // turns offsets into lines and columns
};

}  // namespace scp

#endif  // SCPPARSE_DOCUMENT_H_
