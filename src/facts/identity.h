// Instruments and the identity of the file's main one, read from the components of the outline.
#ifndef SCPPARSE_FACTS_IDENTITY_H_
#define SCPPARSE_FACTS_IDENTITY_H_

#include "facts/agencies.h"
#include "facts/citations.h"
#include "facts/context.h"

namespace scp {

class IdentityReader {
 public:
  IdentityReader(FactContext& context, AgencyReader& agencies, CitationReader& citations)
      : context_(context), agencies_(agencies), citations_(citations) {}

  // Fills Document::instruments and Document::identity.
  void run();

 private:
  Instrument read_instrument(const InstrumentPart& part);
  std::optional<CitationReader::Mention> named_by_kind_line(const InstrumentPart& part);
  void own_number(const InstrumentPart& part, Identity& identity);
  void own_date(const InstrumentPart& part, Identity& identity);
  Range of_issuer(Range range);
  Range behind_issuer(Range range);
  std::string misread_body(Range range);
  bool keeps_capitals(Range line, const std::string& name) const;
  bool has_proper_name(const std::string& body) const;
  bool holds_unit(const std::string& body) const;
  void drop_unit_of(std::string& place) const;
  bool has_unit(const std::string& body) const;
  std::string lower_place(const std::string& name) const;
  bool local_jurisdiction();
  std::string of_who_signs(const InstrumentPart& part);
  void title(const InstrumentPart& part, std::string_view& out);
  Entry called_this(std::uint32_t instrument, std::string_view code) const;
  std::uint32_t main_instrument() const;
  void from_appendices(std::uint32_t main);
  void issuer(const InstrumentPart& part, std::uint32_t index);
  bool issuer_in_components(const InstrumentPart& part);
  std::vector<std::string> levels_in(Range range);
  std::string issuer_as_written(Range range);
  std::string head_of(Range line, const std::string& name) const;
  bool issuer_in_text(std::uint32_t index);
  bool is_central(std::string_view name) const;
  void jurisdiction();
  void complete_issuer(Entry province);
  static bool is_misread(const std::string& read, const std::string& meant);
  void recipients(const InstrumentPart& part);
  void add_recipient(Range range);
  void effective(std::uint32_t index);
  bool speaks_of_itself(Range before) const;
  bool speaks_of_another(Range before) const;
  void adopted(std::uint32_t index);
  bool says_day(std::uint32_t index) const;
  Range of_signing_body(const InstrumentPart& part);
  bool of_the_state(const std::string& body) const;
  bool ends_with_unit(Range line) const;
  void drop_unit(std::string& body) const;
  std::string office_of(const std::string& higher, const std::string& own) const;
  std::string issuer_with_place(const std::string& higher, const std::string& own) const;

  FactContext& context_;
  AgencyReader& agencies_;
  bool of_state_ = false;  // issued by a body below one of the whole country
  bool in_header_ = false;  // the line at hand names the issuer, not who enacts
  int misread_ = 0;        // lines that were held against all names
  CitationReader& citations_;
};

}  // namespace scp

#endif  // SCPPARSE_FACTS_IDENTITY_H_
