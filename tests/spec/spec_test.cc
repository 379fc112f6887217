// Runs the examples of the specification: the facts must be those that it shows, the document must
// keep every promise, and a second reading must give the same bytes.
#include <catch2/catch.hpp>
#include <string>

#include "pipeline/validate.h"
#include "scpparse/emit.h"
#include "scpparse/parse.h"
#include "support/facts/describe.h"
#include "support/spec_example.h"

namespace scp::testing {
namespace {

std::string printed(const Document& document) {
  std::string out;
  emit(document, {.pretty = true}, out);
  return out;
}

TEST_CASE("the specification holds") {
  const auto examples = read_all_examples(SCPPARSE_SPEC_DIR);
  REQUIRE(examples.size() >= 60);
  for (const SpecExample& example : examples) {
    DYNAMIC_SECTION(example.name) {
      REQUIRE(!example.expected.empty());
      const auto document = parse_bytes(example.input);
      REQUIRE(document);
      for (const SpecExpectation& wanted : example.expected) {
        CAPTURE(wanted.list);
        CHECK(describe(*document, example.input, wanted.list, wanted.fields) == wanted.text);
      }
      CHECK(validate(*document, example.input) == std::vector<std::string>());
      const auto again = parse_bytes(example.input);
      REQUIRE(again);
      CHECK(printed(*document) == printed(*again));
    }
  }
}

}  // namespace
}  // namespace scp::testing
