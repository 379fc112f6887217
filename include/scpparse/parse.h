// One input to one Document.
//
//     auto result = scp::parse_file("plan.txt");
//     if (result) for (const scp::Task& task : result->tasks) …
//
// A parse never fails because of what a text says: problems inside the document are in
// Document::findings. It fails, with every Problem, when there is no text to read. Thread-safe:
// any number of parses may run at once with one grammar. An unknown encoding is a Problem too.
#ifndef SCPPARSE_PARSE_H_
#define SCPPARSE_PARSE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scpparse/document.h"
#include "scpparse/grammar.h"
#include "scpparse/result.h"

namespace scp {

struct ParseOptions {
  std::uint64_t max_bytes = std::uint64_t{64} << 20;  // larger inputs are refused
  GrammarPtr grammar;                                 // null: the built-in one
  std::string encoding;  // empty: by evidence; else one of encoding_names(), or an alias of one
};

// utf-8, tcvn3, vni-windows …; static.
std::vector<std::string_view> encoding_names();

// `path` "-" is standard input.
Result<Document> parse_file(const std::string& path, const ParseOptions& options = {});
// `path` is only a name for Document::source; none means standard input.
Result<Document> parse_bytes(std::string bytes, std::optional<std::string> path = std::nullopt,
                             const ParseOptions& options = {});

}  // namespace scp

#endif  // SCPPARSE_PARSE_H_
