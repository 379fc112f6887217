// Tests of checks: a composed text in which [[ and ]] mark where a rule must speak.
//
//     CHECK_MARKED("row-gap", "1\tA\tSở Y tế\n[[3]]\tB\tSở Y tế\n");
//
// The text is read without the marks; the marks are put back around the places of the rule's
// findings, and the two must be the same. So a finding too many, too few or elsewhere shows.
#ifndef SCPPARSE_TESTS_UNIT_CHECK_CHECK_TEST_SUPPORT_H_
#define SCPPARSE_TESTS_UNIT_CHECK_CHECK_TEST_SUPPORT_H_

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "scpparse/parse.h"

namespace scp::testing {

inline Document read(std::string text) {
  Result<Document> result = parse_bytes(std::move(text));
  REQUIRE(result.ok());
  return std::move(*result);
}

inline std::string unmarked(std::string_view marked) {
  std::string text;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const std::string_view two = marked.substr(i, 2);
    if (two == "[[" || two == "]]") {
      ++i;
    } else {
      text += marked[i];
    }
  }
  return text;
}

inline std::vector<Finding> findings_of(const Document& document, std::string_view rule) {
  std::vector<Finding> found;
  for (const Finding& finding : document.findings) {
    if (finding.rule == rule) found.push_back(finding);
  }
  return found;
}

inline std::string marked(std::string_view rule, const std::string& text) {
  const Document document = read(text);
  std::vector<std::pair<std::uint32_t, std::string_view>> marks;
  for (const Finding& finding : findings_of(document, rule)) {
    std::vector<Span> spans = finding.at.more;
    spans.insert(spans.begin(), finding.at.first);
    for (const Span span : spans) {
      marks.emplace_back(span.begin, "[[");
      marks.emplace_back(span.end, "]]");
    }
  }
  std::stable_sort(marks.begin(), marks.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string out = text;
  for (const auto& [at, mark] : marks) out.insert(at, mark);
  return out;
}

// The one finding of a rule; fails when there are more or none.
inline Finding the_finding(const Document& document, std::string_view rule) {
  const std::vector<Finding> found = findings_of(document, rule);
  REQUIRE(found.size() == 1);
  return found.front();
}

inline std::string text_at(const std::string& text, Span span) {
  return text.substr(span.begin, span.length());
}

}  // namespace scp::testing

#define CHECK_MARKED(rule, text) \
  CHECK(scp::testing::marked(rule, scp::testing::unmarked(text)) == std::string(text))

#endif  // SCPPARSE_TESTS_UNIT_CHECK_CHECK_TEST_SUPPORT_H_
