// The whole program on any bytes: a parse always ends, keeps every promise about its document,
// gives the same bytes twice and in every format, and prints JSON that reads back.
#include <cstdint>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "fuzz/require.h"
#include "pipeline/validate.h"
#include "scpparse/emit.h"
#include "scpparse/parse.h"

namespace {

using fuzz::require;

std::string printed(const scp::Document& document, const scp::EmitOptions& options) {
  std::string out;
  scp::emit(document, options, out);
  return out;
}

void check_promises(const scp::Document& document, const std::string& bytes) {
  const auto broken = scp::validate(document, bytes);
  for (const std::string& promise : broken) std::fprintf(stderr, "%s\n", promise.c_str());
  require(broken.empty(), "the document is valid");
}

void check_json(const std::string& json, const scp::Document& document) {
  const nlohmann::json read = nlohmann::json::parse(json, nullptr, false);
  require(!read.is_discarded(), "JSON reads back");
  require(read["source"]["bytes"] == document.source.bytes, "the size reads back");
  require(read["tasks"].size() == document.tasks.size(), "every task is printed");
  require(read["findings"].size() == document.findings.size(), "every finding is printed");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto document = scp::parse_bytes(bytes, "input.txt");
  if (!document) {
    require(!document.problems().front().message.empty(), "a problem says what it is");
    return 0;
  }
  require(document->source.bytes == size, "the size is known");
  check_promises(*document, bytes);
  const std::string json = printed(*document, {.format = scp::Format::kJson});
  check_json(json, *document);
  const std::string line = printed(*document, {.format = scp::Format::kNdjson});
  require(line.find('\n') == std::string::npos, "NDJSON is one line");
  printed(*document, {.format = scp::Format::kJson, .pretty = true, .utf16_columns = true});
  const auto again = scp::parse_bytes(bytes, "input.txt");
  require(printed(*again, {.format = scp::Format::kJson}) == json, "the same JSON twice");
  const scp::EmitOptions yaml{.format = scp::Format::kYaml};
  require(printed(*again, yaml) == printed(*document, yaml), "the same YAML twice");
  return 0;
}
