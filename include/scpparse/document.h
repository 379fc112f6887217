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
#include <string_view>
#include <vector>

#include "scpparse/facts.h"
#include "scpparse/finding.h"
#include "scpparse/identity.h"
#include "scpparse/span.h"

namespace scp {

class Arena;
class Grammar;
class LineIndex;

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

struct Ignored {
  std::string_view reason;
  Place at;
};

// Where every byte of the input went. Blanks are counted as blank wherever they stand; blank +
// in_facts + in_outline_only + the other bytes of the ignored and unclaimed places
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
