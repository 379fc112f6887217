// Writes documents as JSON, YAML or NDJSON. One walk over the document drives all of them, so they
// hold the same values in the same order. Output is the same bytes for the same document, and valid
// whatever the strings hold: bytes that are no UTF-8 come out as U+FFFD. Nothing ends with a line
// end. Keeps no memory; any number of threads may write at once.
#ifndef SCPPARSE_EMIT_H_
#define SCPPARSE_EMIT_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "scpparse/document.h"
#include "scpparse/result.h"

namespace scp {

enum class Format : std::uint8_t { kJson, kYaml, kNdjson };

struct EmitOptions {
  Format format = Format::kJson;
  bool pretty = false;            // JSON only
  bool spans = true;              // false leaves `at` and `more_at` out
  bool utf16_columns = false;     // columns count UTF-16 units instead of code points
  std::vector<std::string> only;  // top-level keys to keep; empty keeps all
};

// Appends one document to `out`, without a separator before or after it.
void emit(const Document& document, const EmitOptions& options, std::string& out);
// The same for who writes it away as it comes: from time to time `take` is given what has gathered
// in `out`, must not keep it, and it is removed. What comes last is still in `out` at the end; YAML
// is there as a whole.
void emit(const Document& document, const EmitOptions& options, std::string& out,
          const std::function<void(std::string_view)>& take);
// Appends the error record of an input that could not be read. `sha256` and sizes may be unknown.
void emit_error(const Problem& problem, const SourceInfo& source, const EmitOptions& options,
                std::string& out);
// The top-level keys that EmitOptions::only may name, in the order in which they are printed.
// `schema`, `producer` and `source` are always printed.
std::vector<std::string_view> output_keys();
// The JSON Schema (2020-12) of the whole output, with a description for every field.
std::string output_schema();

}  // namespace scp

#endif  // SCPPARSE_EMIT_H_
