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

void check_coverage(const scp::Coverage& coverage) {
  std::uint64_t sum = std::uint64_t{coverage.blank} + coverage.in_facts + coverage.in_outline_only;
  const auto add = [&sum](const scp::Place& place) {
    sum += place.first.length();
    for (const scp::Span span : place.more) sum += span.length();
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
  check_coverage(document->coverage);
  const auto again = scp::parse_bytes(bytes, "input.txt");
  for (const auto format : {scp::Format::kJson, scp::Format::kYaml, scp::Format::kNdjson}) {
    require(printed(*document, format) == printed(*again, format), "the same bytes twice");
  }
  return 0;
}
