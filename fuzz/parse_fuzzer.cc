// The whole program on any bytes: a parse always ends, gives the same document twice, keeps every
// place inside the input and accounts for every byte.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "scpparse/emit.h"
#include "scpparse/parse.h"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

bool inside(const scp::Place& place, std::uint32_t bytes) {
  const auto within = [bytes](scp::Span s) { return s.begin <= s.end && s.end <= bytes; };
  if (!within(place.first)) return false;
  for (const scp::Span span : place.more) {
    if (!within(span)) return false;
  }
  return true;
}

void check_nodes(const std::vector<scp::OutlineNode>& nodes, std::uint32_t bytes) {
  for (const scp::OutlineNode& node : nodes) {
    require(inside(node.at, bytes), "an outline node is inside the input");
    check_nodes(node.children, bytes);
  }
}

void check_places(const scp::Document& document) {
  const std::uint32_t bytes = document.source.bytes;
  check_nodes(document.outline, bytes);
  for (const auto& goal : document.goals) require(inside(goal.at, bytes), "a goal is inside");
  for (const auto& task : document.tasks) require(inside(task.at, bytes), "a task is inside");
  for (const auto& report : document.reports) require(inside(report.at, bytes), "a report is inside");
  for (const auto& table : document.tables) require(inside(table.at, bytes), "a table is inside");
  for (const auto& c : document.citations) require(inside(c.at, bytes), "a citation is inside");
  for (const auto& agency : document.agencies) require(inside(agency.at, bytes), "an agency is inside");
  for (const auto& f : document.findings) require(inside(f.at, bytes), "a finding is inside");
}

// The bytes of a place that are no blank; a blank counts as blank wherever it stands.
std::uint64_t solid(std::string_view input, scp::Span span, std::string_view encoding) {
  std::uint64_t count = 0;
  if (encoding.substr(0, 6) == "utf-16") {
    const bool little = encoding == "utf-16le";
    for (std::size_t i = span.begin; i < span.end; ++i) {
      const std::size_t unit = i & ~std::size_t{1};
      if (unit + 1 >= input.size()) {
        ++count;
        continue;
      }
      const auto low = static_cast<unsigned char>(input[little ? unit : unit + 1]);
      const auto high = static_cast<unsigned char>(input[little ? unit + 1 : unit]);
      const unsigned value = low | static_cast<unsigned>(high) << 8;
      const bool blank = value == ' ' || value == '\t' || value == '\r' || value == '\n' ||
                         value == 0xA0 || value == 0xFEFF;
      if (!blank) ++count;
    }
    return count;
  }
  for (std::size_t i = span.begin; i < span.end; ++i) {
    const auto stands = [&](std::string_view mark) {  // byte i is part of this mark
      for (std::size_t k = 0; k < mark.size() && k <= i; ++k) {
        if (input.compare(i - k, mark.size(), mark) == 0) return true;
      }
      return false;
    };
    const char c = input[i];
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n' || stands("\xC2\xA0") ||
                       stands("\xEF\xBB\xBF");
    if (!blank) ++count;
  }
  return count;
}

void check_coverage(const scp::Document& document, std::string_view input) {
  const scp::Coverage& coverage = document.coverage;
  std::uint64_t sum = std::uint64_t{coverage.blank} + coverage.in_facts + coverage.in_outline_only;
  const auto add = [&](const scp::Place& place) {
    sum += solid(input, place.first, document.source.encoding);
    for (const scp::Span span : place.more) sum += solid(input, span, document.source.encoding);
  };
  for (const scp::Ignored& ignored : coverage.ignored) add(ignored.at);
  for (const scp::Place& place : coverage.unclaimed) add(place);
  require(sum == coverage.bytes, "every byte is counted once");
}

std::string printed(const scp::Document& document, scp::Format format) {
  std::string out;
  scp::emit(document, {.format = format}, out);
  return out;
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
  check_places(*document);
  check_coverage(*document, bytes);
  const auto again = scp::parse_bytes(bytes, "input.txt");
  for (const auto format : {scp::Format::kJson, scp::Format::kYaml, scp::Format::kNdjson}) {
    require(printed(*document, format) == printed(*again, format), "the same bytes twice");
  }
  return 0;
}
