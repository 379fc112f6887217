// The files of a user over those of the built-in grammar.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "grammar/compile.h"
#include "grammar/grammar.h"
#include "grammar/tooling.h"
#include "unit/grammar/grammar_test_support.h"

namespace scp {
namespace {

using testing::header;
using testing::render;

const std::string kBase =
    header() +
    "definitions:\n  - {name: y, pattern: '(?<year>\\d{4})'}\n"
    "rules:\n"
    "  - {id: d.year, set: date, about: A year, pattern: 'năm {y}', match: [{text: năm 2021, "
    "gives: {year: '2021'}}], reject: [tháng]}\n"
    "  - {id: d.any, set: date, about: Anything, pattern: 'quý \\S+', match: [{text: quý I}], "
    "reject: [năm]}\n"
    "lexicons:\n  - id: units\n    about: Units\n    entries:\n"
    "      - {name: ha, variants: [héc ta], values: {kind: area}}\n      - {name: km}\n"
    "    match: [{text: héc ta, gives: ha}]\n    reject: [cây]\n";

Result<std::vector<std::uint8_t>> overlaid(const std::string& own, bool run_examples = true) {
  return compile({{"built-in:base.yaml", "base.yaml", kBase, true}, {"own.yaml", "own.yaml", own}},
                 {.run_examples = run_examples});
}

std::unique_ptr<Grammar> grammar_over(const std::string& own) {
  auto image = overlaid(own);
  if (!image) FAIL(render(image.problems()));
  return Grammar::from_image(std::move(*image));
}

std::string problems_over(const std::string& own) {
  const auto image = overlaid(own);
  return image ? "" : render(image.problems());
}

std::string rule(const std::string& id, const std::string& pattern, const std::string& more = "") {
  return header() + "rules:\n  - id: " + id + "\n    set: date\n    about: Ours\n    pattern: '" +
         pattern + "'\n" + more + "    match: [{text: quý I}]\n    reject: [x]\n";
}

std::string lexicon(const std::string& entries, const std::string& more = "") {
  return header() + "lexicons:\n  - id: units\n    about: Ours\n" + more + "    entries:\n" +
         entries + "    match: [{text: sào, gives: sào}]\n    reject: [cây]\n";
}

TEST_CASE("a rule of the user is added, and tried before the built-in ones of its set") {
  const auto grammar = grammar_over(rule("own.quarter", "quý I"));
  Candidates found;
  grammar->candidates(RuleSet::kDate, "quý I", 0, found);
  std::vector<std::string> ids;
  for (const Rule* candidate : found) ids.emplace_back(candidate->id());
  CHECK(ids == std::vector<std::string>{"own.quarter", "d.any"});
  CHECK(grammar->rule("d.any") != nullptr);
}

TEST_CASE("it takes the place of the built-in rule with its id where it says so") {
  const auto grammar = grammar_over(rule("d.any", "quý I", "    override: true\n"));
  CHECK(grammar->rule("d.any")->about() == "Ours");
  CHECK(grammar->rule("d.any")->file() == "own.yaml");
}

TEST_CASE("an id that is taken needs override, and override needs an id that is taken") {
  CHECK(problems_over(rule("d.any", "quý I")) ==
        "own.yaml:4:9: rule 'd.any' is there already, at "
        "built-in:base.yaml:7:10; write 'override: true' beside it to replace that one, or take "
        "another name [grammar-duplicate-id]\n  - id: d.any\n        ^\n");
  CHECK(problems_over(rule("d.ani", "quý I", "    override: true\n")) ==
        "own.yaml:4:9: there is no rule 'd.ani' to replace, did you mean 'd.any'? "
        "[grammar-override]\n  - id: d.ani\n        ^\n");
  CHECK(problems_over(rule("d.any", "quý I", "    override: yes\n"))
            .find("'override' must be true or false") != std::string::npos);
  CHECK(testing::problems_of(testing::rule_file("x", "    override: true\n"))
            .find("there is no rule 'r' to replace") != std::string::npos);
}

TEST_CASE("two rules of the user with one id are a problem as ever") {
  const std::string own = rule("own.a", "quý I");
  const std::string twice = own + own.substr(own.find("  - id"));
  CHECK(problems_over(twice).find("rule 'own.a' is there already, at own.yaml:4:9") !=
        std::string::npos);
}

TEST_CASE("each layer is laid over all before it") {
  const auto compiled = [](const std::string& first, const std::string& second) {
    return compile({{"built-in:base.yaml", "base.yaml", kBase, true},
                    {"a.yaml", "a.yaml", first, false, 0},
                    {"b.yaml", "b.yaml", second, false, 1}},
                   {.run_examples = false});
  };
  const std::string own = rule("own.a", "quý I");
  const auto image = compiled(own, rule("own.a", "quý I", "    override: true\n"));
  REQUIRE(image);
  CHECK(Grammar::from_image(*image)->rule("own.a")->file() == "b.yaml");
  const auto twice = compiled(own, own);
  REQUIRE_FALSE(twice);
  CHECK(testing::render(twice.problems())
            .find("b.yaml:4:9: rule 'own.a' is there already, at "
                  "a.yaml:4:9") != std::string::npos);
  const auto words = compiled(lexicon("      - {name: sào}\n"),
                              lexicon("      - {name: sào, variants: [mẫu ta]}\n"));
  REQUIRE(words);
  CHECK(Grammar::from_image(*words)->lexicon(LexiconId::kUnits).find("mẫu ta").name() == "sào");
}

TEST_CASE("definitions are shared, and replaced like rules") {
  CHECK(grammar_over(rule("own.a", "quý I(?: {y})?"))->rule("own.a") != nullptr);
  const std::string taken = header() + "definitions:\n  - {name: y, pattern: '(?<year>\\d\\d)'}\n";
  CHECK(problems_over(taken).find("definition 'y' is there already, at built-in:base.yaml") !=
        std::string::npos);
  const std::string replaced = header() +
                               "definitions:\n  - {name: y, override: true, pattern: "
                               "'(?<year>\\d{4}|nay)'}\n";
  CHECK(grammar_over(replaced)->rule("d.year") != nullptr);
}

TEST_CASE("entries are added to a lexicon, and one with a known name adds to that") {
  const auto grammar =
      grammar_over(lexicon("      - {name: sào}\n      - {name: ha, variants: [mẫu tây]}\n"));
  const Lexicon& units = grammar->lexicon(LexiconId::kUnits);
  CHECK(units.find("sào").valid());
  CHECK(units.find("km").valid());
  CHECK(units.find("mẫu tây").name() == "ha");
  CHECK(units.find("héc ta").name() == "ha");
  CHECK(units.find("mẫu tây").value(Field::kKind) == "area");
}

TEST_CASE("an entry that is known under another spelling adds to that one") {
  const auto grammar =
      grammar_over(lexicon("      - {name: sào}\n      - {name: héc ta, variants: [mẫu tây]}\n"));
  CHECK(grammar->lexicon(LexiconId::kUnits).find("mẫu tây").name() == "ha");
}

TEST_CASE("an entry changes what is known only where it says so") {
  const std::string other = "      - {name: sào}\n      - {name: ha, values: {kind: length}";
  CHECK(problems_over(lexicon(other + "}\n")) ==
        "own.yaml:8:35: 'ha' has another 'kind' already, 'area' at "
        "built-in:base.yaml:12:55; write 'override: true' in the entry to replace it "
        "[grammar-duplicate-id]\n      - {name: ha, values: {kind: length}}\n"
        "                                  ^\n");
  const auto grammar = grammar_over(lexicon(other + ", override: true}\n"));
  CHECK(grammar->lexicon(LexiconId::kUnits).find("ha").value(Field::kKind) == "length");
  CHECK_FALSE(grammar->lexicon(LexiconId::kUnits).find("héc ta").valid());
}

TEST_CASE("a lexicon takes the place of the built-in one where it says so") {
  const auto grammar = grammar_over(lexicon("      - {name: sào}\n", "    override: true\n"));
  CHECK(grammar->lexicon(LexiconId::kUnits).find("sào").valid());
  CHECK_FALSE(grammar->lexicon(LexiconId::kUnits).find("km").valid());
}

TEST_CASE("a phrase of another built-in entry is shown with its place") {
  const std::string found =
      problems_over(lexicon("      - {name: sào}\n      - {name: mẫu, variants: [héc ta]}\n"));
  CHECK(found.find("another entry has the same words: 'héc ta' at built-in:base.yaml:") !=
        std::string::npos);
}

TEST_CASE("examples of the user are run on loading, built-in ones only by a test of the grammar") {
  CHECK(problems_over(rule("own.a", "tháng")).find("own.yaml:8:20: missing") != std::string::npos);
  const auto image = overlaid(rule("own.a", "(?:quý I|năm)"), false);
  REQUIRE(image);
  const ExampleReport report = run_examples(*Grammar::from_image(*image));
  CHECK(report.examples == 8);
  CHECK(report.failures.empty());
}

TEST_CASE("where an overlay lies does not change the version, what it says does") {
  const auto version = [](const std::string& path, const std::string& own) {
    const auto image =
        compile({{"built-in:base.yaml", "base.yaml", kBase, true}, {path, path, own}});
    return std::string(Grammar::from_image(*image)->version());
  };
  const std::string own = rule("own.a", "quý I");
  CHECK(version("a/b.yaml", own) == version("c.yaml", own));
  CHECK(version("c.yaml", own) != version("c.yaml", rule("own.b", "quý I")));
}

}  // namespace
}  // namespace scp
