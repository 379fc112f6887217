// Finds mentions of legal instruments, and references into the document itself.
#ifndef SCPPARSE_FACTS_CITATIONS_H_
#define SCPPARSE_FACTS_CITATIONS_H_

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/agencies.h"
#include "facts/context.h"

namespace scp {

// The parts of a document number, written without blanks.
struct NumberParts {
  std::string number;  // 2960/QĐ-UBND; empty when the serial is blank
  std::string symbol;  // QĐ-UBND
  std::string serial;  // 2960
};
NumberParts read_number(std::string_view written);
// The kind abbreviation in a symbol (QĐ in QĐ-UBND, NQ in NQ/TW); null when it has none.
Entry kind_in_symbol(const Grammar& grammar, std::string_view symbol);
// kind as the schema names it: the abbreviation, or the name where there is none.
std::string_view kind_code(const Entry& kind);

class CitationReader {
 public:
  CitationReader(FactContext& context, AgencyReader& agencies)
      : context_(context), agencies_(agencies) {}

  // All citations of the document, in order, into Document::citations.
  void run();
  struct Mention {
    Citation citation;
    Range range;  // in the flow
  };
  // The first instrument that is named in a range.
  std::optional<Mention> first_in(Range range);
  // The instrument that an attachment line names.
  std::optional<Citation> in_attachment(Range range);

 private:
  void scan(Range range, std::uint32_t instrument, CitationRole role);
  CitationRole role_of_block(std::uint32_t block) const;
  bool at_kind(std::span<const Word> words, std::size_t word, Range range, Citation& citation,
               std::uint32_t& end);
  bool ends_compound(std::span<const Word> words, std::size_t word) const;
  std::string_view issuer_before(std::span<const Word> words, std::size_t word, std::uint32_t at);
  bool belongs_elsewhere(Range after, bool own_clause) const;
  bool bare_symbol(const Token& token, Range range, Citation& citation, std::uint32_t& end);
  static std::string target_key(NodeKind kind, std::uint32_t instrument, std::string_view number);
  void prepare();
  Range below_label(std::uint32_t block) const;
  std::uint32_t end_of_issuers(std::uint32_t from, const AgencyList& issuers,
                               std::string_view kind) const;
  static bool is_joint(std::string_view kind);
  std::string_view issuer_name(Range range, const AgencyRef& agency);
  void fill_number(std::string_view written, Citation& citation);
  std::uint32_t issuer_and_title(std::uint32_t at, Range range, Citation& citation);
  std::string_view target_of(const Rule& rule, const RuleMatch& match,
                             std::uint32_t instrument) const;
  void finish(Citation& citation, Range range, std::uint32_t instrument, CitationRole role);

  FactContext& context_;
  AgencyReader& agencies_;
  std::unordered_map<std::string, std::uint32_t> targets_;  // what may be referred to → node
  std::vector<bool> is_title_;                              // by block
};

}  // namespace scp

#endif  // SCPPARSE_FACTS_CITATIONS_H_
