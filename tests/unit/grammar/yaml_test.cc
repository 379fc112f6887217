#include <catch2/catch.hpp>

#include "grammar/yaml_tree.h"
#include "unit/grammar/grammar_test_support.h"

namespace scp {
namespace {

using testing::header;
using testing::problems_of;
using testing::structural_problems_of;

TEST_CASE("what is no YAML is shown where it breaks") {
  CHECK(problems_of("grammar: 1\nabout: 'open\n") ==
        "a.yaml:2:8: this quote is never closed [grammar-yaml]\n"
        "about: 'open\n"
        "       ^\n");
  CHECK(problems_of("grammar: 1\n\tabout: x\n") != "");
  CHECK(problems_of("") == "a.yaml: the file is empty [grammar-yaml]\n");
}

TEST_CASE("anchors, aliases and tags are refused") {
  CHECK(problems_of("grammar: 1\nabout: &a x\n") ==
        "a.yaml:2:8: anchors are not allowed in a grammar [grammar-yaml]\n"
        "about: &a x\n"
        "       ^\n");
  CHECK(problems_of("grammar: 1\nabout: *a\n") != "");
  CHECK(problems_of("grammar: 1\nabout: !!str x\n") ==
        "a.yaml:2:8: tags are not allowed in a grammar [grammar-yaml]\n"
        "about: !!str x\n"
        "       ^\n");
}

TEST_CASE("an alias bomb stops at its first anchor") {
  std::string text = "grammar: 1\nabout: x\na0: &a0 [x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    text +=
        "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + "," + before + "]\n";
  }
  CHECK(problems_of(text) ==
        "a.yaml:3:5: anchors are not allowed in a grammar [grammar-yaml]\n"
        "a0: &a0 [x]\n"
        "    ^\n");
}

TEST_CASE("nesting is limited") {
  const std::string deep = std::string(20, '[') + std::string(20, ']');
  CHECK(problems_of("grammar: 1\nrules: " + deep + "\n") ==
        "a.yaml:2:23: nested more than 16 levels deep [grammar-limit]\n"
        "rules: " +
            deep + "\n" + "                      ^\n");
  CHECK(problems_of(std::string(500'000, '[')) != "");
}

TEST_CASE("the number of values is limited") {
  std::string text = "grammar: 1\nabout: x\nrules: [";
  for (std::size_t i = 0; i < kMaxYamlNodes; ++i) text += "a,";
  const std::string problems = problems_of(text + "]\n");
  CHECK(problems.find("a grammar file may have 100000 values at most [grammar-limit]") !=
        std::string::npos);
}

TEST_CASE("the size of a file is limited") {
  CHECK(problems_of(header() + "#" + std::string(kMaxGrammarFileBytes, 'x') + "\n") ==
        "a.yaml: a grammar file may have 1 MiB at most [grammar-limit]\n");
}

TEST_CASE("the size of a pattern is limited, before and after definitions are written out") {
  using testing::rule_file;
  CHECK(structural_problems_of(rule_file("'" + std::string(9000, 'a') + "'"))
            .find("a pattern may have 8 KiB at most [grammar-limit]") != std::string::npos);
  std::string definitions = header() + "definitions:\n  - {name: d0, pattern: 'aaaaaaaa'}\n";
  for (int i = 1; i < 20; ++i) {
    const std::string inner = "{d" + std::to_string(i - 1) + "}";
    definitions += "  - {name: d" + std::to_string(i) + ", pattern: '" + inner + inner + inner +
                   inner + "'}\n";
  }
  const std::string text = definitions + rule_file("'{d19}'").substr(header().size());
  CHECK(structural_problems_of(text).find(
            "the pattern has more than 48 KiB once its definitions are written out") !=
        std::string::npos);
}

TEST_CASE("one file is one document") {
  CHECK(problems_of(header() + "---\ngrammar: 1\n")
            .find("a grammar file holds one YAML document [grammar-yaml]") != std::string::npos);
}

TEST_CASE("bytes that would never match are refused") {
  CHECK(problems_of("grammar: 1\nabout: n\x80m\n")
            .find("a.yaml:2:9: this byte is not UTF-8 [grammar-yaml]") == 0);
  CHECK(problems_of("grammar: 1\nabout: na\xCC\x86m\n") ==
        "a.yaml:2:10: a combining mark: write composed letters (NFC), or \\x{...} in a pattern "
        "[grammar-yaml]\n"
        "about: na\xCC\x86m\n"
        "         ^\n");
  CHECK(problems_of(std::string("grammar: 1\nabout: a\0b\n", 22))
            .find("a.yaml:2:9: a control character [grammar-yaml]") == 0);
}

TEST_CASE("Windows line ends and a byte order mark do no harm") {
  CHECK(problems_of("\xEF\xBB\xBFgrammar: 1\r\nabout: x\r\n") == "");
  CHECK(problems_of("grammar: 1\r\nabout: x\r\ncolour: y\r\n") ==
        "a.yaml:3:1: unknown key 'colour' in a file [grammar-unknown-key]\n"
        "colour: y\n"
        "^\n");
}

}  // namespace
}  // namespace scp
