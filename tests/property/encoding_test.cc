// A plan says the same in every encoding, and its places are those of the bytes as they came.
#include <catch2/catch.hpp>
#include <string>

#include "pipeline/validate.h"
#include "scpparse/parse.h"
#include "support/cases.h"
#include "support/facts/describe.h"
#include "support/transcode.h"

namespace scp::testing {
namespace {

Document parsed(const std::string& bytes) {
  auto result = parse_bytes(bytes);
  REQUIRE(result);
  CHECK(validate(*result, bytes).empty());
  return std::move(*result);
}

// Where capitals with tones are lost a sentence may seem to go on, so there less is compared.
std::string facts(const Document& document, const std::string& bytes, bool all) {
  std::string out;
  if (all) {
    for (const char* list : {"document", "goals", "tasks"}) out += describe(document, bytes, list);
    return out;
  }
  out +=
      describe(document, bytes, "document", {"number", "issued_on", "issuer", "title", "signers"});
  out += describe(document, bytes, "goals", {"text", "targets"});
  out += describe(document, bytes, "tasks", {"content", "lead_agencies", "coordinating_agencies"});
  return in_small_letters(out);
}

TEST_CASE("a plan in a legacy encoding gives the facts of the plan in Unicode") {
  const std::string text =
      read_whole(std::string(SCPPARSE_SAMPLES_DIR) + "/01-decision-plan-appendix/input.txt");
  const Document plain = parsed(text);
  REQUIRE(plain.tasks.size() > 3);
  for (const Encoding encoding : kLegacyEncodings) {
    const Encoder encode(encoding);
    const std::string bytes = encode(text);
    INFO(name_of(encoding));
    const Document document = parsed(bytes);
    const bool all = has_case(encoding);
    CHECK(facts(document, bytes, all) == facts(plain, text, all));
    REQUIRE(document.tasks.size() == plain.tasks.size());
    for (std::size_t i = 0; i < plain.tasks.size(); ++i) {
      const Span there = plain.tasks[i].at.first;
      const Span here = document.tasks[i].at.first;
      CHECK(bytes.substr(here.begin, here.length()) ==
            encode(std::string_view(text).substr(there.begin, there.length())));
    }
    const std::string wrong = misread(bytes, false);
    CHECK(facts(parsed(wrong), wrong, all) == facts(plain, text, all));
  }
}

}  // namespace
}  // namespace scp::testing
