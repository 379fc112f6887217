// Field tables of tables, citations, agencies, findings, coverage, and of the document as a whole.
// The order of the lists is the order of the output.
#ifndef SCPPARSE_EMIT_FIELDS_DOCUMENT_H_
#define SCPPARSE_EMIT_FIELDS_DOCUMENT_H_

#include "emit/fields.h"

namespace scp::emitting {

template <>
struct Names<CitationRole> {
  static constexpr std::string_view kList[] = {"legal_basis", "implements", "attached_to", "refers",
                                               "internal"};
};
template <>
struct Names<Severity> {
  static constexpr std::string_view kList[] = {"info", "warning", "error"};
};

template <>
struct Fields<TableColumn> {
  static constexpr std::string_view kName = "column";
  static constexpr std::string_view kAbout = "One column of a table.";
  static constexpr auto kList =
      std::tuple(field("header", &TableColumn::header, "Its header cell."),
                 field("role", &TableColumn::role,
                       "What it holds, such as number, content or lead; null where unknown."));
};

template <>
struct Fields<Table> {
  static constexpr std::string_view kName = "table";
  static constexpr std::string_view kAbout = "One table of the document.";
  static constexpr auto kList = std::tuple(
      given("id", &Table::id, "Stable name, unique in the document."),
      field("instrument", &Table::instrument, "Index of its instrument in `instruments`."),
      field("role", &Table::role, "What its rows were read as; null where they were not.",
            Form::kTableRole),
      field("columns", &Table::columns, "Its columns, from left to right."),
      field("rows", &Table::rows, "Number of its rows."),
      field("cells", &Table::cells, "Its rows as lists of cells; filled only where role is null."),
      field("at", &Table::at, "Where it stands."));
};

template <>
struct Fields<Citation> {
  static constexpr std::string_view kName = "citation";
  static constexpr std::string_view kAbout =
      "One mention of a legal instrument or of a part of the document itself.";
  static constexpr auto kList = std::tuple(
      given("id", &Citation::id, "Stable name, unique in the document."),
      field("instrument", &Citation::instrument, "Index of its instrument in `instruments`."),
      field("kind", &Citation::kind, "Kind of the cited instrument, abbreviated where possible."),
      field("number", &Citation::number, "Its full number, without blanks."),
      field("symbol", &Citation::symbol, "Its number without serial and year."),
      field("issued_on", &Citation::issued_on, "When it was issued."),
      field("issuer", &Citation::issuer, "The body that issued it, abbreviations written out."),
      field("title", &Citation::title, "What it is about."),
      field("role", &Citation::role, "What it is cited for."),
      field("target", &Citation::target,
            "Id of the outline node that an internal reference points to; null where none fits."),
      given("text", &Citation::text, "The mention as written."),
      field("at", &Citation::at, "Where it stands."));
};

template <>
struct Fields<Agency> {
  static constexpr std::string_view kName = "agency";
  static constexpr std::string_view kAbout = "One agency of the document, with what it has to do.";
  static constexpr auto kList = std::tuple(
      given("name", &Agency::name, "Its canonical name."),
      field("kind", &Agency::kind, "What sort of name it is."),
      field("variants", &Agency::variants, "Every way in which its name is written."),
      field("leads", &Agency::leads, "Number of tasks that it leads."),
      field("coordinates", &Agency::coordinates, "Number of tasks that it takes part in."),
      field("reports", &Agency::reports, "Number of reports that it owes."),
      field("successor", &Agency::successor, "The agency that took over its duties later."),
      field("at", &Agency::at, "Its first mention in a fact."));
};

template <>
struct Fields<RelatedPlace> {
  static constexpr std::string_view kName = "related_place";
  static constexpr std::string_view kAbout = "Another place that a finding is about.";
  static constexpr auto kList = std::tuple(
      given("message", &RelatedPlace::message, "What stands there, in English."),
      given("message_vi", &RelatedPlace::message_vi, "What stands there, in Vietnamese."),
      field("at", &RelatedPlace::at, "The place."));
};

template <>
struct Fields<Edit> {
  static constexpr std::string_view kName = "edit";
  static constexpr std::string_view kAbout = "One change to the input.";
  static constexpr auto kList = std::tuple(field("at", &Edit::at, "What is replaced."),
                                           given("text", &Edit::text, "What replaces it."));
};

template <>
struct Fields<Fix> {
  static constexpr std::string_view kName = "fix";
  static constexpr std::string_view kAbout = "Changes that settle a finding.";
  static constexpr auto kList =
      std::tuple(field("edits", &Fix::edits, "The changes; they do not overlap."),
                 field("safe", &Fix::safe, "Whether they cannot change the meaning."));
};

template <>
struct Fields<Finding> {
  static constexpr std::string_view kName = "finding";
  static constexpr std::string_view kAbout = "One thing that the validator has to say.";
  static constexpr auto kList = std::tuple(
      given("id", &Finding::id, "Stable name, unique in the document."),
      given("rule", &Finding::rule, "Name of the rule, such as number-mismatch."),
      given("code", &Finding::code, "Code of the rule, such as SCP101."),
      field("severity", &Finding::severity, "How much it matters."),
      given("message", &Finding::message, "What is wrong, in English."),
      given("message_vi", &Finding::message_vi, "What is wrong, in Vietnamese."),
      field("at", &Finding::at, "The place."),
      field("related", &Finding::related, "Other places that it is about."),
      field("fix", &Finding::fix, "A change that settles it, where one is clearly right."));
};

template <>
struct Fields<Ignored> {
  static constexpr std::string_view kName = "ignored";
  static constexpr std::string_view kAbout = "A piece of the input that was set aside.";
  static constexpr auto kList =
      std::tuple(given("reason", &Ignored::reason, "Why it is no part of the document."),
                 field("at", &Ignored::at, "Where it stands."));
};

template <>
struct Fields<Coverage> {
  static constexpr std::string_view kName = "coverage";
  static constexpr std::string_view kAbout =
      "Where every byte of the input went; the parts add up to the whole.";
  static constexpr auto kList = std::tuple(
      field("bytes", &Coverage::bytes, "Size of the input in bytes."),
      field("blank", &Coverage::blank, "Bytes of blanks and line ends."),
      field("in_facts", &Coverage::in_facts, "Bytes that were read into a fact."),
      field("in_outline_only", &Coverage::in_outline_only,
            "Bytes that stand in the outline and in no fact."),
      field("ignored", &Coverage::ignored, "Pieces that were set aside, with the reason."),
      field("unclaimed", &Coverage::unclaimed, "Pieces that went nowhere."));
};

// `schema` and `producer`, which stand before these, are not members of the document.
template <>
struct Fields<Document> {
  static constexpr std::string_view kName = "result";
  static constexpr std::string_view kAbout = "What was read from one input.";
  static constexpr auto kList = std::tuple(
      field("source", &Document::source, "The input that was read."),
      field("document", &Document::identity, "Identity of the main instrument of the file."),
      field("instruments", &Document::instruments, "Every instrument in the file, in order."),
      field("outline", &Document::outline, "The document as a tree of sections."),
      field("goals", &Document::goals, "What is to be reached."),
      field("tasks", &Document::tasks, "Who does what by when."),
      field("reports", &Document::reports, "Who reports to whom, and when."),
      field("tables", &Document::tables, "Every table, with what its columns hold."),
      field("citations", &Document::citations, "Every mention of a legal instrument."),
      field("agencies", &Document::agencies, "Every agency, with what it has to do."),
      field("findings", &Document::findings, "What the validator has to say."),
      field("coverage", &Document::coverage, "Where every byte of the input went."));
};

}  // namespace scp::emitting

#endif  // SCPPARSE_EMIT_FIELDS_DOCUMENT_H_
