// Whether a file is a result of this program, in whatever form: documents, a table, tokens in
// NDJSON, a schema.
#ifndef SCPPARSE_PIPELINE_RESULTS_H_
#define SCPPARSE_PIPELINE_RESULTS_H_

#include <string>
#include <string_view>

namespace scp {

// By the first bytes of a file.
bool is_result_text(std::string_view beginning);
// Reads them; false where that cannot be done.
bool was_written_here(const std::string& path);

}  // namespace scp

#endif  // SCPPARSE_PIPELINE_RESULTS_H_
