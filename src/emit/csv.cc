#include "emit/csv.h"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "emit/csv_cells.h"
#include "emit/fields_document.h"
#include "emit/fields_identity.h"
#include "emit/fields_tasks.h"
#include "source/line_index.h"

namespace scp {
namespace {

using csv::append_cell;
using csv::cell;
using csv::list;
using emitting::name_of_value;

constexpr std::string_view kLineEnd = "\r\n";

// One column that shows a member of the fact.
#define SCP_MEMBER(name, member)                                           \
  {                                                                        \
    MessageId::name, [](const auto& row) { return cell(row.fact.member); } \
  }
#define SCP_VALUE(name, expression)                                                  \
  {                                                                                  \
    MessageId::name, [](const auto& row) -> std::string { return cell(expression); } \
  }

#define SCP_WORD(name, group, expression)                                                   \
  {                                                                                         \
    MessageId::name,                                                                        \
        [](const auto& row) -> std::string { return word_of(group, expression, row.lang); } \
  }
#define SCP_TARGETS(name, expression)                                                     \
  {                                                                                       \
    MessageId::name, [](const Row<Goal>& row) {                                           \
      return of_targets(row.fact,                                                         \
                        [&](const Target& target) -> std::string { return expression; }); \
    }                                                                                     \
  }
// What tells the document, in every table.
#define SCP_DOCUMENT(T)                                                                         \
  {Id::kCsvSource, source_of<T>}, SCP_VALUE(kCsvDocumentKind, row.document.identity.kind_name), \
      SCP_VALUE(kCsvDocumentNumber, row.document.identity.number),                              \
      SCP_VALUE(kCsvDocumentIssuedOn, row.document.identity.issued_on)

// What the cells of a row are read from.
template <typename T>
struct Row {
  const Document& document;
  const T& fact;
  Lang lang;
};

template <typename T>
struct Column {
  MessageId name;
  std::string (*read)(const Row<T>&);
};

template <typename T>
std::string source_of(const Row<T>& row) {
  return cell(row.document.source.path);
}

template <typename T>
std::string line_of(const Row<T>& row) {
  if (row.document.lines == nullptr || row.fact.at.nowhere()) return {};
  return cell(row.document.lines->locate(row.fact.at.first.begin).line);
}

// A word of the output; people who read Vietnamese tables get it in Vietnamese.
template <typename E>
std::string word_of(std::string_view group, E value, Lang lang) {
  const std::string_view word = name_of_value(value);
  if (lang == Lang::kEn) return cell(word);
  std::string key = "csv.value." + std::string(group) + "-" + std::string(word);
  std::replace(key.begin(), key.end(), '_', '-');
  const std::optional<MessageId> id = message_named(key);
  return cell(id ? message_text(lang, *id) : word);
}

// One cell for all targets of a goal, in their order; blank where one has no such value.
template <typename Text>
std::string of_targets(const Goal& goal, Text&& text) {
  std::string out = list(goal.targets, text);
  return out.find_first_not_of("; ") == out.npos ? "" : out;
}

using Id = MessageId;

constexpr Column<Task> kTaskColumns[] = {
    SCP_DOCUMENT(Task),
    SCP_MEMBER(kCsvId, id),
    SCP_MEMBER(kCsvSection, section),
    SCP_WORD(kCsvOrigin, "origin", row.fact.origin),
    SCP_VALUE(kCsvTaskGroupNumber, row.fact.task_group ? row.fact.task_group->number : ""),
    SCP_VALUE(kCsvTaskGroupTitle, row.fact.task_group ? row.fact.task_group->title : ""),
    SCP_MEMBER(kCsvNumber, number),
    SCP_MEMBER(kCsvContent, content),
    SCP_MEMBER(kCsvLeadAgencies, lead_agencies),
    SCP_MEMBER(kCsvCoordinatingAgencies, coordinating_agencies),
    SCP_VALUE(kCsvDeadlineText, row.fact.deadline ? row.fact.deadline->text : ""),
    {Id::kCsvDeadlineKind,
     [](const Row<Task>& row) {
       return row.fact.deadline ? word_of("deadline", row.fact.deadline->kind, row.lang) : "";
     }},
    SCP_VALUE(kCsvDeadlineStartOn, row.fact.deadline ? row.fact.deadline->start_on : Date{}),
    SCP_VALUE(kCsvDeadlineDueOn, row.fact.deadline ? row.fact.deadline->due_on : Date{}),
    {Id::kCsvDeadlineRrules,
     [](const Row<Task>& row) { return row.fact.deadline ? cell(row.fact.deadline->rrules) : ""; }},
    {Id::kCsvDeadlineDueDays,
     [](const Row<Task>& row) {
       return row.fact.deadline ? cell(row.fact.deadline->due_days) : "";
     }},
    SCP_VALUE(kCsvDeadlineDuration, row.fact.deadline ? row.fact.deadline->duration : ""),
    SCP_VALUE(kCsvDeadlineNote, row.fact.deadline ? row.fact.deadline->note : ""),
    SCP_MEMBER(kCsvProduct, product),
    SCP_MEMBER(kCsvFunding, funding),
    SCP_MEMBER(kCsvRemark, remark),
    SCP_MEMBER(kCsvApprover, approver),
    SCP_MEMBER(kCsvMonitor, monitor),
    {Id::kCsvLine, line_of<Task>},
};

constexpr Column<Goal> kGoalColumns[] = {
    SCP_DOCUMENT(Goal),
    SCP_MEMBER(kCsvId, id),
    SCP_MEMBER(kCsvSection, section),
    SCP_WORD(kCsvKind, "goal", row.fact.kind),
    SCP_MEMBER(kCsvPeriod, period),
    SCP_MEMBER(kCsvPeriodText, period_text),
    SCP_MEMBER(kCsvStartOn, start_on),
    SCP_MEMBER(kCsvDueOn, due_on),
    SCP_MEMBER(kCsvText, text),
    SCP_TARGETS(kCsvTargets, cell(target.text)),
    SCP_TARGETS(kCsvDirection, word_of("direction", target.direction, row.lang)),
    SCP_TARGETS(kCsvBound, word_of("bound", target.bound, row.lang)),
    SCP_TARGETS(kCsvMin, csv::cell(target.min)),
    SCP_TARGETS(kCsvMax, csv::cell(target.max)),
    SCP_TARGETS(kCsvUnit, cell(target.unit)),
    SCP_TARGETS(kCsvSubject, cell(target.subject)),
    SCP_TARGETS(kCsvBaseline, cell(target.baseline)),
    {Id::kCsvLine, line_of<Goal>},
};

constexpr Column<Agency> kAgencyColumns[] = {
    SCP_DOCUMENT(Agency),
    SCP_MEMBER(kCsvName, name),
    SCP_WORD(kCsvKind, "agency", row.fact.kind),
    SCP_MEMBER(kCsvVariants, variants),
    SCP_MEMBER(kCsvLeads, leads),
    SCP_MEMBER(kCsvCoordinates, coordinates),
    SCP_MEMBER(kCsvReports, reports),
    SCP_MEMBER(kCsvSuccessor, successor),
    {Id::kCsvLine, line_of<Agency>},
};

constexpr Column<Citation> kCitationColumns[] = {
    SCP_DOCUMENT(Citation),
    SCP_MEMBER(kCsvId, id),
    SCP_MEMBER(kCsvKind, kind),
    SCP_MEMBER(kCsvNumber, number),
    SCP_MEMBER(kCsvSymbol, symbol),
    SCP_MEMBER(kCsvIssuedOn, issued_on),
    SCP_MEMBER(kCsvIssuer, issuer),
    SCP_MEMBER(kCsvTitle, title),
    SCP_WORD(kCsvRole, "role", row.fact.role),
    SCP_MEMBER(kCsvTarget, target),
    SCP_MEMBER(kCsvText, text),
    {Id::kCsvLine, line_of<Citation>},
};

constexpr Column<Report> kReportColumns[] = {
    SCP_DOCUMENT(Report),
    SCP_MEMBER(kCsvId, id),
    SCP_MEMBER(kCsvReporters, reporters),
    SCP_VALUE(kCsvRecipient, row.fact.recipient ? row.fact.recipient->name : ""),
    SCP_MEMBER(kCsvForwardedTo, forwarded_to),
    SCP_MEMBER(kCsvRrules, rrules),
    SCP_MEMBER(kCsvDueDays, due_days),
    SCP_MEMBER(kCsvDueOn, due_on),
    SCP_MEMBER(kCsvText, text),
    {Id::kCsvLine, line_of<Report>},
};

constexpr Column<Finding> kFindingColumns[] = {
    SCP_DOCUMENT(Finding),
    SCP_MEMBER(kCsvId, id),
    SCP_MEMBER(kCsvCode, code),
    SCP_MEMBER(kCsvRule, rule),
    SCP_WORD(kCsvSeverity, "severity", row.fact.severity),
    SCP_VALUE(kCsvMessage, row.lang == Lang::kVi ? row.fact.message_vi : row.fact.message),
    {Id::kCsvLine, line_of<Finding>},
};

#undef SCP_MEMBER
#undef SCP_VALUE
#undef SCP_WORD
#undef SCP_TARGETS
#undef SCP_DOCUMENT

// Calls visit(columns, the facts of a document) for the table that is asked for.
template <typename Visit>
void with_table(CsvTable table, Visit&& visit) {
  switch (table) {
    case CsvTable::kTasks:
      return visit(std::span(kTaskColumns), &Document::tasks);
    case CsvTable::kGoals:
      return visit(std::span(kGoalColumns), &Document::goals);
    case CsvTable::kAgencies:
      return visit(std::span(kAgencyColumns), &Document::agencies);
    case CsvTable::kCitations:
      return visit(std::span(kCitationColumns), &Document::citations);
    case CsvTable::kReports:
      return visit(std::span(kReportColumns), &Document::reports);
    case CsvTable::kFindings:
      return visit(std::span(kFindingColumns), &Document::findings);
  }
}

}  // namespace

void append_csv_beginning(Lang lang, std::string& out) {
  for (const Id name :
       {Id::kCsvSource, Id::kCsvDocumentKind, Id::kCsvDocumentNumber, Id::kCsvDocumentIssuedOn}) {
    if (name != Id::kCsvSource) out += ',';
    append_cell(message_text(lang, name), out);
  }
}

void append_csv_header(const CsvOptions& options, std::string& out) {
  with_table(options.table, [&](auto columns, auto) {
    for (const auto& column : columns) {
      if (&column != &columns.front()) out += ',';
      append_cell(message_text(options.lang, column.name), out);
    }
  });
  out += kLineEnd;
}

void append_csv(const Document& document, const CsvOptions& options, std::string& out) {
  with_table(options.table, [&]<typename T>(auto columns, std::vector<T> Document::*facts) {
    for (const T& fact : document.*facts) {
      const Row<T> row{document, fact, options.lang};
      for (const auto& column : columns) {
        if (&column != &columns.front()) out += ',';
        append_cell(column.read(row), out);
      }
      out += kLineEnd;
    }
  });
}

void append_csv_error(const Problem& problem, std::string_view path, const CsvOptions& options,
                      std::string& out) {
  if (options.table != CsvTable::kFindings) return;
  Document unread;
  unread.source.path = path;
  Finding finding;
  finding.rule = problem.code;
  finding.severity = Severity::kError;
  finding.message = problem.message;
  finding.message_vi = problem.message_vi;
  unread.findings.push_back(finding);
  append_csv(unread, options, out);
}

}  // namespace scp
