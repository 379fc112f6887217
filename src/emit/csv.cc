#include "emit/csv.h"

#include <span>
#include <vector>

#include "emit/fields_document.h"
#include "emit/fields_identity.h"
#include "emit/fields_tasks.h"
#include "source/line_index.h"
#include "text/utf8.h"

namespace scp {
namespace {

using emitting::name_of_value;

constexpr std::string_view kLineEnd = "\r\n";

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

template <typename T, typename Text>
std::string list(const std::vector<T>& items, Text&& text) {
  std::string out;
  for (const T& item : items) {
    if (&item != &items.front()) out += "; ";
    out += text(item);
  }
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

// One column that shows a member of the fact.
#define SCP_MEMBER(name, member)                                           \
  {                                                                        \
    MessageId::name, [](const auto& row) { return cell(row.fact.member); } \
  }
#define SCP_VALUE(name, expression)                                                  \
  {                                                                                  \
    MessageId::name, [](const auto& row) -> std::string { return cell(expression); } \
  }

using Id = MessageId;

constexpr Column<Task> kTaskColumns[] = {
    {Id::kCsvSource, source_of<Task>},
    SCP_VALUE(kCsvDocumentNumber, row.document.identity.number),
    SCP_VALUE(kCsvDocumentIssuedOn, row.document.identity.issued_on),
    SCP_MEMBER(kCsvId, id),
    SCP_MEMBER(kCsvSection, section),
    SCP_VALUE(kCsvOrigin, name_of_value(row.fact.origin)),
    SCP_VALUE(kCsvTaskGroupNumber, row.fact.task_group ? row.fact.task_group->number : ""),
    SCP_VALUE(kCsvTaskGroupTitle, row.fact.task_group ? row.fact.task_group->title : ""),
    SCP_MEMBER(kCsvNumber, number),
    SCP_MEMBER(kCsvContent, content),
    SCP_MEMBER(kCsvLeadAgencies, lead_agencies),
    SCP_MEMBER(kCsvCoordinatingAgencies, coordinating_agencies),
    SCP_VALUE(kCsvDeadlineText, row.fact.deadline ? row.fact.deadline->text : ""),
    SCP_VALUE(kCsvDeadlineKind, row.fact.deadline ? name_of_value(row.fact.deadline->kind) : ""),
    SCP_VALUE(kCsvDeadlineStartOn, row.fact.deadline ? row.fact.deadline->start_on : Date{}),
    SCP_VALUE(kCsvDeadlineDueOn, row.fact.deadline ? row.fact.deadline->due_on : Date{}),
    {Id::kCsvDeadlineRrules,
     [](const Row<Task>& row) { return row.fact.deadline ? cell(row.fact.deadline->rrules) : ""; }},
    SCP_MEMBER(kCsvProduct, product),
    SCP_MEMBER(kCsvFunding, funding),
    SCP_MEMBER(kCsvRemark, remark),
    SCP_MEMBER(kCsvApprover, approver),
    SCP_MEMBER(kCsvMonitor, monitor),
    {Id::kCsvLine, line_of<Task>},
};

constexpr Column<Goal> kGoalColumns[] = {
    {Id::kCsvSource, source_of<Goal>},
    SCP_MEMBER(kCsvId, id),
    SCP_MEMBER(kCsvSection, section),
    SCP_VALUE(kCsvKind, name_of_value(row.fact.kind)),
    SCP_MEMBER(kCsvPeriod, period),
    SCP_MEMBER(kCsvPeriodText, period_text),
    SCP_MEMBER(kCsvStartOn, start_on),
    SCP_MEMBER(kCsvDueOn, due_on),
    SCP_MEMBER(kCsvText, text),
    {Id::kCsvTargets,
     [](const Row<Goal>& row) {
       return list(row.fact.targets, [](const Target& target) { return target.text; });
     }},
    {Id::kCsvLine, line_of<Goal>},
};

constexpr Column<Agency> kAgencyColumns[] = {
    {Id::kCsvSource, source_of<Agency>},
    SCP_MEMBER(kCsvName, name),
    SCP_VALUE(kCsvKind, name_of_value(row.fact.kind)),
    SCP_MEMBER(kCsvVariants, variants),
    SCP_MEMBER(kCsvLeads, leads),
    SCP_MEMBER(kCsvCoordinates, coordinates),
    SCP_MEMBER(kCsvReports, reports),
    SCP_MEMBER(kCsvSuccessor, successor),
    {Id::kCsvLine, line_of<Agency>},
};

constexpr Column<Citation> kCitationColumns[] = {
    {Id::kCsvSource, source_of<Citation>},
    SCP_MEMBER(kCsvId, id),
    SCP_MEMBER(kCsvKind, kind),
    SCP_MEMBER(kCsvNumber, number),
    SCP_MEMBER(kCsvSymbol, symbol),
    SCP_MEMBER(kCsvIssuedOn, issued_on),
    SCP_MEMBER(kCsvIssuer, issuer),
    SCP_MEMBER(kCsvTitle, title),
    SCP_VALUE(kCsvRole, name_of_value(row.fact.role)),
    SCP_MEMBER(kCsvTarget, target),
    SCP_MEMBER(kCsvText, text),
    {Id::kCsvLine, line_of<Citation>},
};

constexpr Column<Report> kReportColumns[] = {
    {Id::kCsvSource, source_of<Report>},
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
    {Id::kCsvSource, source_of<Finding>},
    SCP_MEMBER(kCsvId, id),
    SCP_MEMBER(kCsvCode, code),
    SCP_MEMBER(kCsvRule, rule),
    SCP_VALUE(kCsvSeverity, name_of_value(row.fact.severity)),
    SCP_VALUE(kCsvMessage, row.lang == Lang::kVi ? row.fact.message_vi : row.fact.message),
    {Id::kCsvLine, line_of<Finding>},
};

#undef SCP_MEMBER
#undef SCP_VALUE

// What a spreadsheet would take for a formula, or for one once it has dropped the blank.
bool is_dangerous(std::string_view text) {
  constexpr std::string_view kFirst = "=+-@\t\r";
  const std::size_t first = text.find_first_not_of(' ');
  return first != text.npos && kFirst.find(text[first]) != kFirst.npos;
}

void append_cell(std::string_view text, std::string& out) {
  constexpr std::string_view kQuotedFor = ",\"\r\n";
  const bool blank_at_end = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  const bool quoted = blank_at_end || text.find_first_of(kQuotedFor) != text.npos;
  if (quoted) out += '"';
  if (is_dangerous(text)) out += '\'';
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (c.value == '"') out += '"';
    append(out, c.value);
    at += c.length;
  }
  if (quoted) out += '"';
}

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
