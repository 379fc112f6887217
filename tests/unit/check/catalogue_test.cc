#include "check/check_rule.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <tuple>

#include "unit/check/check_test_support.h"

namespace scp {
namespace {

using testing::findings_of;
using testing::read;

std::string example(const CheckRule& rule, RuleText part) {
  return std::string(text_of(rule, part, Lang::kEn));
}

TEST_CASE("rules stand in the order of their codes, and codes and names are unique") {
  std::set<std::string_view> names;
  std::string_view last;
  for (const CheckRule& rule : check_rules()) {
    CAPTURE(rule.name);
    CHECK(last < rule.code);
    CHECK(names.insert(rule.name).second);
    CHECK(rule.run != nullptr);
    last = rule.code;
  }
}

TEST_CASE("a rule is found by its code and by its name") {
  REQUIRE(find_check_rule("SCP101") != nullptr);
  CHECK(find_check_rule("SCP101")->name == "number-mismatch");
  CHECK(find_check_rule("number-mismatch") == find_check_rule("SCP101"));
  CHECK(find_check_rule("scp101") == find_check_rule("SCP101"));
  CHECK(find_check_rule("Number-Mismatch") == find_check_rule("SCP101"));
  CHECK(find_check_rule("SCP999") == nullptr);
  CHECK(find_check_rule("") == nullptr);
}

TEST_CASE("every rule is explained in both languages") {
  for (const CheckRule& rule : check_rules()) {
    CAPTURE(rule.name);
    for (const RuleText part : {RuleText::kSummary, RuleText::kExplanation, RuleText::kExample,
                                RuleText::kCounterexample}) {
      CHECK_FALSE(text_of(rule, part, Lang::kEn).empty());
      CHECK_FALSE(text_of(rule, part, Lang::kVi).empty());
    }
  }
}

TEST_CASE("every rule is found in its example and not in its counterexample") {
  for (const CheckRule& rule : check_rules()) {
    CAPTURE(rule.name);
    CHECK(findings_of(read(example(rule, RuleText::kExample)), rule.name).size() == 1);
    CHECK(findings_of(read(example(rule, RuleText::kCounterexample)), rule.name).empty());
  }
}

TEST_CASE("findings carry code, severity and both languages, without a placeholder left open") {
  for (const CheckRule& rule : check_rules()) {
    const Document document = read(example(rule, RuleText::kExample));
    for (const Finding& finding : findings_of(document, rule.name)) {
      CAPTURE(rule.name, finding.message, finding.message_vi);
      CHECK(finding.code == rule.code);
      CHECK(finding.severity == rule.severity);
      CHECK_FALSE(finding.at.nowhere());
      CHECK(finding.message != finding.message_vi);
      for (const std::string_view text : {finding.message, finding.message_vi}) {
        CHECK_FALSE(text.empty());
        CHECK(text.find('{') == std::string_view::npos);
      }
      for (const RelatedPlace& other : finding.related) {
        CHECK_FALSE(other.at.nowhere());
        CHECK(other.message.find('{') == std::string_view::npos);
        CHECK(other.message_vi.find('{') == std::string_view::npos);
      }
    }
  }
}

TEST_CASE("findings are ordered by place, then code, and numbered, and none hides another") {
  std::string all;
  for (const CheckRule& rule : check_rules()) all += example(rule, RuleText::kExample) + "\n";
  const Document document = read(all);
  REQUIRE(document.findings.size() >= 10);
  for (std::size_t i = 0; i < document.findings.size(); ++i) {
    CHECK(document.findings[i].id == "F" + std::to_string(i + 1));
    if (i == 0) continue;
    const Finding& a = document.findings[i - 1];
    const Finding& b = document.findings[i];
    CHECK(std::tuple(a.at.first.begin, a.at.first.end, a.code, a.message) <=
          std::tuple(b.at.first.begin, b.at.first.end, b.code, b.message));
  }
}

TEST_CASE("two rules may speak at one place") {
  const Document document = read("KẾ HOẠCH\nTrồng rừng\nI. MỤC TIÊU\n1. Trồng rừng.\n");
  REQUIRE(document.findings.size() == 2);
  CHECK(document.findings[0].rule == "missing-number");
  CHECK(document.findings[1].rule == "missing-date");
  CHECK(document.findings[0].at.first == document.findings[1].at.first);
}

TEST_CASE("an explanation has heading, text and both examples") {
  const std::string text = explain(*find_check_rule("row-gap"), Lang::kEn);
  CHECK(text.substr(0, 23) == "SCP303 row-gap (error)\n");
  CHECK(text.find("\nFound in:\n\n    Phụ lục\n") != std::string::npos);
  CHECK(text.find("\nNot found in:\n\n    Phụ lục\n") != std::string::npos);
  CHECK(explain(*find_check_rule("row-gap"), Lang::kVi).find("lỗi") != std::string::npos);
}

std::string page_path() {
  return std::string(SCPPARSE_SOURCE_DIR) + "/docs/rules.md";
}

TEST_CASE("docs/rules.md is what the catalogue says (write it anew with test_check [write])") {
  std::ifstream in(page_path(), std::ios::binary);
  std::ostringstream page;
  page << in.rdbuf();
  CHECK(page.str() == rules_page());
}

TEST_CASE("write docs/rules.md", "[.][write]") {
  std::ofstream(page_path(), std::ios::binary) << rules_page();
}

}  // namespace
}  // namespace scp
