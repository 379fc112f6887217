// Facts as tables for spreadsheets: RFC 4180, one header row, CRLF, lists joined by "; ".
//
// The names of the columns are those of the output schema, flattened (deadline_due_on), or
// Vietnamese ones from messages/. Cells are written as csv_cells.h says. Bytes that are no UTF-8
// come out as U+FFFD. Pure; any number of threads.
#ifndef SCPPARSE_EMIT_CSV_H_
#define SCPPARSE_EMIT_CSV_H_

#include <cstdint>
#include <string>

#include "messages/messages.h"
#include "scpparse/document.h"
#include "scpparse/result.h"

namespace scp {

enum class CsvTable : std::uint8_t {
  kTasks,
  kGoals,
  kAgencies,
  kCitations,
  kReports,
  kFindings,
};

struct CsvOptions {
  CsvTable table = CsvTable::kTasks;
  Lang lang = Lang::kEn;  // of the header, and of the sentences of findings
};

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The names that every table begins with, commas between them.
void append_csv_beginning(Lang lang, std::string& out);
void append_csv_header(const CsvOptions& options, std::string& out);
// One row for each fact of the table; the first cell is the path of the document.
void append_csv(const Document& document, const CsvOptions& options, std::string& out);
// An input that could not be read is a row of the table of findings; the other tables have none.
void append_csv_error(const Problem& problem, std::string_view path, const CsvOptions& options,
                      std::string& out);

}  // namespace scp

#endif  // SCPPARSE_EMIT_CSV_H_
