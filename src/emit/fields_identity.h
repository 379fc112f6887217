// Field tables of what identifies a document: its source, instruments, signers, sections.
// The order of the lists is the order of the output.
#ifndef SCPPARSE_EMIT_FIELDS_IDENTITY_H_
#define SCPPARSE_EMIT_FIELDS_IDENTITY_H_

#include "emit/fields.h"

namespace scp::emitting {

template <>
struct Names<NodeKind> {
  static constexpr std::string_view kList[] = {"part",   "chapter", "section", "article",
                                               "clause", "point",   "bullet",  "paragraph"};
};

template <>
struct Fields<Repair> {
  static constexpr std::string_view kName = "repair";
  static constexpr std::string_view kAbout = "One kind of damage that was mended in order to read.";
  static constexpr auto kList = std::tuple(
      given("kind", &Repair::kind, "What was mended, such as invalid_utf8 or zero_width."),
      field("count", &Repair::count, "How many times."));
};

template <>
struct Fields<SourceInfo> {
  static constexpr std::string_view kName = "source";
  static constexpr std::string_view kAbout = "The input that was read.";
  static constexpr auto kList = std::tuple(
      field("path", &SourceInfo::path, "The path as given; null for standard input."),
      given("sha256", &SourceInfo::sha256, "SHA-256 of the input's bytes, in hexadecimal digits."),
      field("bytes", &SourceInfo::bytes, "Size of the input in bytes."),
      field("lines", &SourceInfo::lines, "Number of lines; a last line without line end counts."),
      given("encoding", &SourceInfo::encoding, "How the input is encoded, such as utf-8."),
      field("repairs", &SourceInfo::repairs, "What had to be mended in order to read the input."));
};

template <>
struct Fields<InstrumentRef> {
  static constexpr std::string_view kName = "instrument_reference";
  static constexpr std::string_view kAbout = "An instrument named by kind, number and date.";
  static constexpr auto kList =
      std::tuple(field("kind", &InstrumentRef::kind,
                       "Abbreviation of its kind, such as KH; the kind's name where it has none."),
                 field("number", &InstrumentRef::number, "Its full number, such as 135/KH-UBND."),
                 field("issued_on", &InstrumentRef::issued_on, "When it was issued."));
};

template <>
struct Fields<Jurisdiction> {
  static constexpr std::string_view kName = "jurisdiction";
  static constexpr std::string_view kAbout = "The territory that the issuer governs.";
  static constexpr auto kList = std::tuple(
      given("name", &Jurisdiction::name, "Name of the place, without the word for its level."),
      field("level", &Jurisdiction::level, "central, province, district or commune."),
      field("gso_code", &Jurisdiction::gso_code, "Code of the General Statistics Office."),
      field("iso_code", &Jurisdiction::iso_code, "ISO 3166-2 code."),
      field("successor", &Jurisdiction::successor,
            "The place that took over its territory in a later merger."));
};

template <>
struct Fields<Signer> {
  static constexpr std::string_view kName = "signer";
  static constexpr std::string_view kAbout = "One person who signed.";
  static constexpr auto kList =
      std::tuple(field("name", &Signer::name, "Name of the person."),
                 field("position", &Signer::position, "Office of the person who signed."),
                 field("capacity", &Signer::capacity,
                       "On whose behalf, as written, one line each (TM., KT., TL., TUQ.)."),
                 field("at", &Signer::at, "Where the signature block was read."));
};

template <>
struct Fields<Recipient> {
  static constexpr std::string_view kName = "recipient";
  static constexpr std::string_view kAbout = "One line of the list of recipients.";
  static constexpr auto kList =
      std::tuple(given("text", &Recipient::text, "The line, without its dash and end mark."),
                 field("note", &Recipient::note, "A bracketed remark in the line."),
                 field("at", &Recipient::at, "Where the line stands."));
};

template <>
struct Fields<Effective> {
  static constexpr std::string_view kName = "effective";
  static constexpr std::string_view kAbout = "The statement of when the instrument takes effect.";
  static constexpr auto kList = std::tuple(
      given("text", &Effective::text, "The statement as written."),
      field("on", &Effective::on, "The day it takes effect; null where only an event is named."),
      field("at", &Effective::at, "Where the statement stands."));
};

template <>
struct Fields<Identity> {
  static constexpr std::string_view kName = "identity";
  static constexpr std::string_view kAbout = "What identifies the main instrument of the file.";
  static constexpr auto kList = std::tuple(
      field("instrument", &Identity::instrument,
            "Index of the main instrument in `instruments`; null where the file holds none."),
      field("kind", &Identity::kind,
            "Abbreviation of its kind, such as KH; the kind's name where it has none."),
      field("kind_name", &Identity::kind_name, "Its kind written out."),
      field("number", &Identity::number, "Its full number, such as 135/KH-UBND, without blanks."),
      field("symbol", &Identity::symbol, "The number without its serial, such as KH-UBND."),
      field("serial", &Identity::serial, "The serial number, as written, such as 135."),
      field("issued_on", &Identity::issued_on, "When it was issued, as far as that is filled in."),
      field("place", &Identity::place, "The place in the line of place and date."),
      field("issuer", &Identity::issuer, "The body that issued it, written out."),
      field("title", &Identity::title, "What it is about, its lines joined."),
      field("jurisdiction", &Identity::jurisdiction, "The territory that the issuer governs."),
      field("attached_to", &Identity::attached_to,
            "The instrument that promulgates this one, where only an attachment line names it."),
      field("signers", &Identity::signers, "Who signed."),
      field("recipients", &Identity::recipients, "Who receives a copy, one per line."),
      field("effective", &Identity::effective, "When it takes effect, where that is said."));
};

template <>
struct Fields<Instrument> {
  static constexpr std::string_view kName = "instrument";
  static constexpr std::string_view kAbout =
      "One instrument in the file: a decision, the plan attached to it, an appendix.";
  static constexpr auto kList =
      std::tuple(field("kind", &Instrument::kind,
                       "Abbreviation of its kind, such as KH; the kind's name where it has none."),
                 field("kind_name", &Instrument::kind_name, "Its kind written out."),
                 field("number", &Instrument::number, "Its full number, such as 135/KH-UBND."),
                 field("issued_on", &Instrument::issued_on, "When it was issued."),
                 field("title", &Instrument::title, "What it is about, its lines joined."),
                 field("attached_to", &Instrument::attached_to,
                       "The instrument that its own attachment line names."),
                 field("at", &Instrument::at, "The line of its kind word."));
};

template <>
struct Fields<OutlineNode> {
  static constexpr std::string_view kName = "section";
  static constexpr std::string_view kAbout = "One node of the outline, with the nodes below it.";
  static constexpr auto kList = std::tuple(
      given("id", &OutlineNode::id, "Stable name: the path of enumerators, such as III.3.a."),
      field("kind", &OutlineNode::kind, "What kind of node it is."),
      field("enumerator", &OutlineNode::enumerator,
            "Its own number, letter or mark, normalised, such as III, 2.1, a or -."),
      field("heading", &OutlineNode::heading, "Its heading; null where it has none."),
      field("text", &OutlineNode::text, "Its own text, without that of the nodes below it."),
      field("at", &OutlineNode::at, "Where it stands."),
      field("children", &OutlineNode::children, "The nodes below it, in order."));
};

}  // namespace scp::emitting

#endif  // SCPPARSE_EMIT_FIELDS_IDENTITY_H_
