// What the validator has to say about a document.
//
// A Finding names one rule of the catalogue (docs/rules.md), shows the place, the other places it
// is about, and where one edit is clearly right, that edit. Messages are complete sentences in
// English and Vietnamese. Strings belong to the document's arena or to static storage.
#ifndef SCPPARSE_FINDING_H_
#define SCPPARSE_FINDING_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "scpparse/span.h"

namespace scp {

enum class Severity : std::uint8_t { kInfo, kWarning, kError };

struct RelatedPlace {
  std::string_view message;
  std::string_view message_vi;
  Place at;
};

struct Edit {
  Place at;
  std::string_view text;  // replaces the bytes at `at`
};

struct Fix {
  std::vector<Edit> edits;
  bool safe = false;  // true when the edit cannot change the meaning
};

struct Finding {
  std::string_view id;    // F1, F2 … in document order
  std::string_view rule;  // number-mismatch
  std::string_view code;  // SCP101
  Severity severity = Severity::kWarning;
  std::string_view message;
  std::string_view message_vi;
  Place at;
  std::vector<RelatedPlace> related;
  std::optional<Fix> fix;
};

}  // namespace scp

#endif  // SCPPARSE_FINDING_H_
