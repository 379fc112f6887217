#include <catch2/catch.hpp>

#include "unit/grammar/grammar_test_support.h"

namespace scp {
namespace {

using testing::grammar_file;
using testing::header;
using testing::problems_of;
using testing::render;
using testing::rule_file;
using testing::structural_problems_of;

TEST_CASE("an unknown key is named with the key that was meant") {
  const std::string text = header() +
                           "rules:\n"
                           "  - id: r\n"
                           "    set: date\n"
                           "    about: A rule\n"
                           "    patern: x\n"
                           "    pattern: x\n"
                           "    match: [{text: x}]\n"
                           "    reject: [y]\n";
  CHECK(problems_of(text) ==
        "a.yaml:7:5: unknown key 'patern' in a rule, did you mean 'pattern'? "
        "[grammar-unknown-key]\n"
        "    patern: x\n"
        "    ^\n");
}

TEST_CASE("an unknown key far from all keys gets no suggestion") {
  CHECK(problems_of(header() + "colour: red\n") ==
        "a.yaml:3:1: unknown key 'colour' in a file [grammar-unknown-key]\n"
        "colour: red\n"
        "^\n");
}

TEST_CASE("unknown keys are found in the smallest objects") {
  CHECK(structural_problems_of(header() + "lexicons:\n"
                                          "  - id: units\n"
                                          "    about: x\n"
                                          "    entries: [{name: ha, varants: [hecta]}]\n"
                                          "    match: [{text: ha, gives: ha, give: ha}]\n"
                                          "    reject: [y]\n") ==
        "a.yaml:6:26: unknown key 'varants' in an entry, did you mean 'variants'? "
        "[grammar-unknown-key]\n"
        "    entries: [{name: ha, varants: [hecta]}]\n"
        "                         ^\n"
        "a.yaml:7:35: unknown key 'give' in a lexicon example, did you mean 'gives'? "
        "[grammar-unknown-key]\n"
        "    match: [{text: ha, gives: ha, give: ha}]\n"
        "                                  ^\n");
}

TEST_CASE("a key given twice is shown with both places") {
  CHECK(problems_of("grammar: 1\nabout: One\nabout: Two\n") ==
        "a.yaml:3:1: key 'about' is given twice; first at a.yaml:2:1 [grammar-duplicate-key]\n"
        "about: Two\n"
        "^\n");
}

TEST_CASE("missing keys are named at the object that lacks them") {
  CHECK(structural_problems_of(header() + "rules:\n  - id: r\n    set: date\n    pattern: x\n") ==
        "a.yaml:4:5: a rule needs the key 'about' [grammar-missing-key]\n"
        "  - id: r\n"
        "    ^\n"
        "a.yaml:4:5: a rule needs the key 'match' [grammar-missing-key]\n"
        "  - id: r\n"
        "    ^\n"
        "a.yaml:4:5: a rule needs the key 'reject' [grammar-missing-key]\n"
        "  - id: r\n"
        "    ^\n");
}

TEST_CASE("a rule without examples is refused") {
  const std::string text = header() +
                           "rules:\n"
                           "  - id: r\n"
                           "    set: date\n"
                           "    about: A rule\n"
                           "    pattern: x\n"
                           "    match: []\n"
                           "    reject: []\n";
  CHECK(problems_of(text) ==
        "a.yaml:8:12: 'match' needs at least one item [grammar-missing-key]\n"
        "    match: []\n"
        "           ^\n"
        "a.yaml:9:13: 'reject' needs at least one item [grammar-missing-key]\n"
        "    reject: []\n"
        "            ^\n");
}

TEST_CASE("unquoted words that YAML reads as something else need quotes") {
  const auto problem = [](const std::string& value) {
    return structural_problems_of(rule_file("x", "    values: { unit: " + value + " }\n"));
  };
  CHECK(problem("no") ==
        "a.yaml:8:21: the value of 'unit' must be a string, but no reads as a boolean: write 'no' "
        "[grammar-wrong-type]\n"
        "    values: { unit: no }\n"
        "                    ^\n");
  CHECK(problem("010") ==
        "a.yaml:8:21: the value of 'unit' must be a string, but 010 reads as a number: write '010' "
        "[grammar-wrong-type]\n"
        "    values: { unit: 010 }\n"
        "                    ^\n");
  for (const char* other : {"On", "TRUE", "1.5", "-3", "0x1F", "1e6", ".5", "12:30", "~", "null"}) {
    CHECK(problem(other) != "");
  }
  for (const char* good : {"'no'", "\"010\"", "1.2.3", "2021 - 2025", "năm", "3a", "nope", "e6"}) {
    CHECK(problem(good) == "");
  }
}

TEST_CASE("a value of the wrong shape is refused") {
  CHECK(structural_problems_of(rule_file("[x, y]")) ==
        "a.yaml:7:14: 'pattern' must be a string, not a list [grammar-wrong-type]\n"
        "    pattern: [x, y]\n"
        "             ^\n");
  CHECK(structural_problems_of(header() + "rules: all\n") ==
        "a.yaml:3:8: 'rules' must be a list, not a string [grammar-wrong-type]\n"
        "rules: all\n"
        "       ^\n");
  CHECK(structural_problems_of(header() + "rules:\n  - x\n") ==
        "a.yaml:4:5: a rule must be a map with keys, not a string [grammar-wrong-type]\n"
        "  - x\n"
        "    ^\n");
}

TEST_CASE("a key without a value is shown at the key, not on the next line") {
  CHECK(structural_problems_of("grammar: 1\nabout:\nrules: []\n") ==
        "a.yaml:2:1: 'about' must be a string, not nothing [grammar-wrong-type]\n"
        "about:\n"
        "^\n");
}

TEST_CASE("the format version must be 1") {
  CHECK(problems_of("grammar: 2\nabout: x\n") ==
        "a.yaml:1:10: 'grammar' must be 1, the version of this format [grammar-wrong-type]\n"
        "grammar: 2\n"
        "         ^\n");
}

TEST_CASE("an id has few letters") {
  CHECK(structural_problems_of(header() + "definitions: [{name: Năm, pattern: x}]\n") ==
        "a.yaml:3:22: 'name' may hold a-z, 0-9, '.', '-' and '_', and begins with a letter or "
        "digit [grammar-wrong-type]\n"
        "definitions: [{name: Năm, pattern: x}]\n"
        "                     ^\n");
}

TEST_CASE("undefined sets, lexicons, cases and fields are named") {
  CHECK(
      structural_problems_of(header() + "rules:\n"
                                        "  - id: r\n"
                                        "    set: dat\n"
                                        "    about: A rule\n"
                                        "    pattern: x\n"
                                        "    case: ignore\n"
                                        "    values: { yeer: x }\n"
                                        "    match: [{text: x}]\n"
                                        "    reject: [y]\n"
                                        "lexicons: [{id: unit, about: x, entries: [{name: a}], "
                                        "match: [{text: a, gives: a}], reject: [b]}]\n") ==
      "a.yaml:5:10: 'dat' is no set; it is one of: line furniture enumerator date citation "
      "internal "
      "deadline target assignment report signature declared-count form issue, did you mean 'date'? "
      "[grammar-unknown-name]\n"
      "    set: dat\n"
      "         ^\n"
      "a.yaml:8:11: 'ignore' is no case; it is one of: fold exact [grammar-unknown-name]\n"
      "    case: ignore\n"
      "          ^\n"
      "a.yaml:9:15: unknown field 'yeer', did you mean 'year'? [grammar-unknown-name]\n"
      "    values: { yeer: x }\n"
      "              ^\n"
      "a.yaml:12:17: 'unit' is no id; it is one of: connectors agencies agency-heads agency-stems "
      "agency-groups agency-tails abbreviations provinces unit-words document-kinds issuers "
      "columns target-columns detail-keys section-roles no-acts closing directions bounds measures "
      "units "
      "dash-pairs open-words compounds reduplicated, did you mean 'units'? [grammar-unknown-name]\n"
      "lexicons: [{id: unit, about: x, entries: [{name: a}], ma...\n"
      "                ^\n");
}

TEST_CASE("values that no reader knows are named, with those that are known") {
  const auto rule_with = [](const std::string& set, const std::string& values) {
    return header() + "rules:\n  - id: r\n    set: " + set +
           "\n    about: A rule\n    pattern: x\n    values: { " + values +
           " }\n    match: [{text: x}]\n    reject: [y]\n";
  };
  CHECK(structural_problems_of(rule_with("deadline", "kind: perod")) ==
        "a.yaml:8:21: 'perod' is no kind of 'deadline'; it is one of: period by recurring "
        "continuous on_demand after_event reference unknown, did you mean 'period'? "
        "[grammar-unknown-name]\n    values: { kind: perod }\n                    ^\n");
  CHECK(structural_problems_of(rule_with("deadline", "note: x")) ==
        "a.yaml:4:9: a rule of 'deadline' needs a kind among its 'values', one of: period by "
        "recurring continuous on_demand after_event reference unknown [grammar-missing-key]\n"
        "  - id: r\n        ^\n");
  CHECK(structural_problems_of(rule_with("target", "role: baseline-after-ha")).empty());
  CHECK(structural_problems_of(rule_with("citation", "role: law, kind: foo"))
            .find("'foo' is no kind of 'citation'; it is one of: scpparse grammar list "
                  "document-kinds") != std::string::npos);
  const auto columns = [](const std::string& entry) {
    return header() + "lexicons: [{id: columns, about: x, entries: [" + entry +
           "], match: [{text: a, gives: a}], reject: [b]}]\n";
  };
  CHECK(
      structural_problems_of(columns("{name: a, values: {role: leads}}"))
          .find(
              "'leads' is no role of 'columns'; it is one of: number content lead "
              "coordinating deadline product funding remark approver monitor indicator unit start "
              "decoy, did you mean 'lead'?") != std::string::npos);
  CHECK(structural_problems_of(columns("{name: a}"))
            .find("an entry of 'columns' needs a role among its 'values'") != std::string::npos);
}

TEST_CASE("an entry without its value that is spelled like a known one is told so") {
  CHECK(
      structural_problems_of(
          header() +
          "lexicons: [{id: columns, about: x, entries: [{name: Thời hạn, values: {role: deadline}},"
          " {name: Thoi han}], match: [{text: a, gives: a}], reject: [b]}]\n")
          .find("did you mean 'Thời hạn'?") != std::string::npos);
}

TEST_CASE("problems are told in both languages") {
  const auto image = compile({grammar_file("a.yaml", header() + "rulez: []\n")});
  REQUIRE_FALSE(image);
  CHECK(image.problems().front().message == "unknown key 'rulez' in a file, did you mean 'rules'?");
  CHECK(image.problems().front().message_vi ==
        "không có khóa 'rulez' trong tệp, có phải ý bạn là 'rules'?");
}

TEST_CASE("names that are given twice are shown with both places, over all files") {
  const std::string first = header() + "definitions: [{name: d, pattern: x}]\n";
  const std::string second = header() + "definitions: [{name: d, pattern: y}]\n";
  const auto image = compile({grammar_file("a.yaml", first), grammar_file("b.yaml", second)});
  REQUIRE_FALSE(image);
  CHECK(render(image.problems()) ==
        "b.yaml:3:22: definition 'd' is there already, at a.yaml:3:22 [grammar-duplicate-id]\n"
        "definitions: [{name: d, pattern: y}]\n"
        "                     ^\n");
}

TEST_CASE("rules and entries have ids of their own") {
  const std::string rule =
      "  - {id: r, set: date, about: x, pattern: x, match: [{text: x}], reject: [y]}\n";
  CHECK(problems_of(header() + "rules:\n" + rule + rule) ==
        "a.yaml:5:10: rule 'r' is there already, at a.yaml:4:10 [grammar-duplicate-id]\n"
        "  - {id: r, set: date, about: x, pattern: x, matc...\n"
        "         ^\n");
  CHECK(problems_of(header() + "lexicons:\n"
                               "  - id: units\n"
                               "    about: x\n"
                               "    entries:\n"
                               "      - {name: a, id: one}\n"
                               "      - {name: b, id: one}\n"
                               "    match: [{text: a, gives: a}]\n"
                               "    reject: [c]\n") ==
        "a.yaml:8:23: entry id 'one' is there already, at a.yaml:7:23 [grammar-duplicate-id]\n"
        "      - {name: b, id: one}\n"
        "                      ^\n");
}

TEST_CASE("a lexicon is written in one place") {
  const std::string lexicon =
      "  - {id: units, about: x, entries: [{name: a}], match: [{text: a, gives: a}], reject: "
      "[b]}\n";
  CHECK(problems_of(header() + "lexicons:\n" + lexicon + lexicon) ==
        "a.yaml:5:10: lexicon 'units' is there already, at a.yaml:4:10 [grammar-duplicate-id]\n"
        "  - {id: units, about: x, entries: [{name: a}], m...\n"
        "         ^\n");
}

TEST_CASE("a pattern that PCRE2 refuses has the caret inside") {
  CHECK(structural_problems_of(rule_file("'ngày (?<day>\\d{1,2'")) ==
        "a.yaml:7:29: '{' without '}'; a brace itself is \\{ [grammar-pattern]\n"
        "    pattern: 'ngày (?<day>\\d{1,2'\n"
        "                            ^\n");
  CHECK(structural_problems_of(rule_file("'ngày (\\d+'")) ==
        "a.yaml:7:24: missing closing parenthesis [grammar-pattern]\n"
        "    pattern: 'ngày (\\d+'\n"
        "                       ^\n");
  CHECK(structural_problems_of(rule_file("ngày [đ-a]")) ==
        "a.yaml:7:22: range out of order in character class [grammar-pattern]\n"
        "    pattern: ngày [đ-a]\n"
        "                     ^\n");
}

TEST_CASE("the caret finds its place through quotes, escapes and folded lines") {
  CHECK(structural_problems_of(rule_file("'it''s (\\d+'")) ==
        "a.yaml:7:25: missing closing parenthesis [grammar-pattern]\n"
        "    pattern: 'it''s (\\d+'\n"
        "                        ^\n");
  CHECK(structural_problems_of(rule_file("\"n\\u0103m *+?*\"")) ==
        "a.yaml:7:26: quantifier does not follow a repeatable item [grammar-pattern]\n"
        "    pattern: \"n\\u0103m *+?*\"\n"
        "                         ^\n");
  CHECK(structural_problems_of(rule_file("'ngày\n      tháng (x'")) ==
        "a.yaml:8:15: missing closing parenthesis [grammar-pattern]\n"
        "      tháng (x'\n"
        "              ^\n");
  CHECK(structural_problems_of(rule_file(">-\n      ngày\n      tháng (x")) ==
        "a.yaml:9:15: missing closing parenthesis [grammar-pattern]\n"
        "      tháng (x\n"
        "              ^\n");
}

TEST_CASE("an error inside a definition is shown there, and once") {
  const std::string text = header() +
                           "definitions:\n"
                           "  - {name: date, pattern: '{day}/(?<month>\\d\\d)'}\n"
                           "  - {name: day, pattern: '(?<day>\\d\\d'}\n"
                           "rules:\n"
                           "  - {id: a, set: date, about: x, pattern: 'ngày {day}', "
                           "match: [{text: x}], reject: [y]}\n"
                           "  - {id: b, set: date, about: x, pattern: '{date}', "
                           "match: [{text: x}], reject: [y]}\n";
  CHECK(structural_problems_of(text) ==
        "a.yaml:5:38: missing closing parenthesis [grammar-pattern]\n"
        "  - {name: day, pattern: '(?<day>\\d\\d'}\n"
        "                                     ^\n");
}

TEST_CASE("an error that a definition only makes in a rule is shown in it, with that rule") {
  const std::string text = header() +
                           "definitions: [{name: y, pattern: '(?<yeer>\\d+)'}]\n"
                           "rules:\n"
                           "  - {id: a, set: date, about: x, pattern: 'năm {y}', "
                           "match: [{text: x}], reject: [y]}\n";
  CHECK(structural_problems_of(text) ==
        "a.yaml:3:38: no field is named 'yeer', did you mean 'year'? (in definition 'y', used by "
        "rule 'a' at a.yaml:5:10) [grammar-unknown-name]\n"
        "definitions: [{name: y, pattern: '(?<yeer>\\d+)'}]\n"
        "                                     ^\n");
}

TEST_CASE("an unknown field in a pattern is shown at the group") {
  CHECK(structural_problems_of(rule_file("'(?<yeer>\\d+) năm'")) ==
        "a.yaml:7:18: no field is named 'yeer', did you mean 'year'? [grammar-unknown-name]\n"
        "    pattern: '(?<yeer>\\d+) năm'\n"
        "                 ^\n");
}

TEST_CASE("an unknown definition is shown at the braces") {
  CHECK(structural_problems_of(header() + "definitions: [{name: year, pattern: x}]\n" +
                               rule_file("'năm {from_=yaer}'").substr(header().size())) ==
        "a.yaml:8:19: no definition is named 'yaer', did you mean 'year'? "
        "[grammar-unknown-name]\n"
        "    pattern: 'năm {from_=yaer}'\n"
        "                  ^\n");
  CHECK(structural_problems_of(rule_file("'{}x'")) ==
        "a.yaml:7:15: no definition is named ''; a brace itself is \\{ [grammar-unknown-name]\n"
        "    pattern: '{}x'\n"
        "              ^\n");
}

TEST_CASE("definitions that need each other are a problem, not an endless loop") {
  CHECK(structural_problems_of(header() +
                               "definitions:\n"
                               "  - {name: a, pattern: 'x{b}'}\n"
                               "  - {name: b, pattern: 'y{a}'}\n" +
                               rule_file("'{a}'").substr(header().size())) ==
        "a.yaml:4:26: definitions go round in a circle: b -> a -> b [grammar-cycle]\n"
        "  - {name: a, pattern: 'x{b}'}\n"
        "                         ^\n");
}

TEST_CASE("a pattern that can match nothing is refused") {
  CHECK(structural_problems_of(rule_file("'\\d*'")) ==
        "a.yaml:7:14: the pattern can match an empty text [grammar-empty-match]\n"
        "    pattern: '\\d*'\n"
        "             ^\n");
}

TEST_CASE("a match whose start is reset is refused") {
  CHECK(structural_problems_of(rule_file("'a\\Kb'")) ==
        "a.yaml:7:16: \\K is not allowed: a match begins where it is tried [grammar-pattern]\n"
        "    pattern: 'a\\Kb'\n"
        "               ^\n");
}

TEST_CASE("a definition that no rule uses is still looked at") {
  CHECK(structural_problems_of(header() + "definitions: [{name: d, pattern: '(x'}]\n") ==
        "a.yaml:3:37: missing closing parenthesis [grammar-pattern]\n"
        "definitions: [{name: d, pattern: '(x'}]\n"
        "                                    ^\n");
}

TEST_CASE("examples that do not hold are named by their outcome") {
  const std::string text = header() +
                           "rules:\n"
                           "  - id: r\n"
                           "    set: date\n"
                           "    about: A rule\n"
                           "    pattern: 'năm (?<year>\\d{4})(?:/(?<month>\\d+))?'\n"
                           "    match:\n"
                           "      - { text: Năm 2020, gives: { year: '2021' } }\n"
                           "      - { text: Năm 2020, gives: { month: '08' } }\n"
                           "      - { text: tháng 8 }\n"
                           "    reject: [năm nay, năm 2020]\n";
  CHECK(problems_of(text) ==
        "a.yaml:9:17: wrong field: rule 'r' matches 'Năm 2020', but year is '2020', not '2021' "
        "[grammar-example]\n"
        "      - { text: Năm 2020, gives: { year: '2021' } }\n"
        "                ^\n"
        "a.yaml:10:17: wrong field: rule 'r' matches 'Năm 2020', but month is not there, not '08' "
        "[grammar-example]\n"
        "      - { text: Năm 2020, gives: { month: '08' } }\n"
        "                ^\n"
        "a.yaml:11:17: missing: rule 'r' does not match at the beginning of 'tháng 8' "
        "[grammar-example]\n"
        "      - { text: tháng 8 }\n"
        "                ^\n"
        "a.yaml:12:23: noisy: rule 'r' must not match, but it matches 'năm 2020' "
        "[grammar-example]\n"
        "    reject: [năm nay, năm 2020]\n"
        "                      ^\n");
}

TEST_CASE("examples may name constant fields and fields that must be empty") {
  CHECK(problems_of(header() +
                    "rules:\n"
                    "  - id: r\n"
                    "    set: date\n"
                    "    about: A rule\n"
                    "    pattern: 'năm (?<year>\\d{4})(?:/(?<month>\\d+))?'\n"
                    "    values: { kind: period }\n"
                    "    match: [{ text: Năm 2020, gives: { kind: period, month: '' } }]\n"
                    "    reject: [năm nay]\n") == "");
}

TEST_CASE("examples of lexicons that do not hold are named by their outcome") {
  CHECK(problems_of(header() + "lexicons:\n"
                               "  - id: units\n"
                               "    about: x\n"
                               "    entries: [{name: ha, variants: [héc ta]}, {name: km}]\n"
                               "    match:\n"
                               "      - { text: héc ta rừng, gives: km }\n"
                               "      - { text: rừng, gives: ha }\n"
                               "    reject: [rừng, km đường]\n") ==
        "a.yaml:8:17: wrong field: lexicon 'units' finds 'ha' in 'héc ta rừng', not 'km' "
        "[grammar-example]\n"
        "      - { text: héc ta rừng, gives: km }\n"
        "                ^\n"
        "a.yaml:9:17: missing: lexicon 'units' finds nothing at the beginning of 'rừng', not "
        "'ha' [grammar-example]\n"
        "      - { text: rừng, gives: ha }\n"
        "                ^\n"
        "a.yaml:10:20: noisy: lexicon 'units' finds 'km' in 'km đường' [grammar-example]\n"
        "    reject: [rừng, km đường]\n"
        "                   ^\n");
}

TEST_CASE("two entries with the same words are shown with both places") {
  CHECK(structural_problems_of(header() + "lexicons:\n"
                                          "  - id: agencies\n"
                                          "    about: x\n"
                                          "    entries:\n"
                                          "      - name: Sở Văn hoá\n"
                                          "      - name: Sở khác\n"
                                          "        variants: [SỞ VĂN HÓA]\n"
                                          "    match: [{text: Sở khác, gives: Sở khác}]\n"
                                          "    reject: [b]\n") ==
        "a.yaml:9:20: another entry has the same words: 'Sở Văn hoá' at a.yaml:7:15 "
        "[grammar-duplicate-phrase]\n"
        "        variants: [SỞ VĂN HÓA]\n"
        "                   ^\n");
}

TEST_CASE("a phrase must be one that a text can hold") {
  CHECK(structural_problems_of(header() + "lexicons:\n"
                                          "  - id: units\n"
                                          "    about: x\n"
                                          "    entries: [{name: 'cái; con'}, {name: '---'}]\n"
                                          "    match: [{text: a, gives: a}]\n"
                                          "    reject: [b]\n"
                                          "  - id: connectors\n"
                                          "    about: x\n"
                                          "    entries: [{name: '&'}]\n"
                                          "    match: [{text: a, gives: a}]\n"
                                          "    reject: [b]\n") ==
        "a.yaml:6:26: ';' ends a phrase in every text: leave it out, or split the phrase "
        "[grammar-phrase]\n"
        "    entries: [{name: 'cái; con'}, {name: '---'}]\n"
        "                         ^\n"
        "a.yaml:6:43: the phrase has no words [grammar-phrase]\n"
        "    entries: [{name: 'cái; con'}, {name: '---'}]\n"
        "                                          ^\n"
        "a.yaml:11:22: a connector is one word; marks like & and - are connectors anyway "
        "[grammar-phrase]\n"
        "    entries: [{name: '&'}]\n"
        "                     ^\n");
}

TEST_CASE("problems of all files come together, by file and line") {
  const auto image =
      compile({grammar_file("a.yaml", "grammar: 1\nabot: x\nabout: y\nrules: 3\n"),
               grammar_file("b.yaml", "grammar: [\n"), grammar_file("c.yaml", "about: z\n")});
  REQUIRE_FALSE(image);
  CHECK(render(image.problems()) ==
        "a.yaml:2:1: unknown key 'abot' in a file, did you mean 'about'? [grammar-unknown-key]\n"
        "abot: x\n"
        "^\n"
        "a.yaml:4:8: 'rules' must be a list, not a string [grammar-wrong-type]\n"
        "rules: 3\n"
        "       ^\n"
        "b.yaml:2:1: not YAML: end of sequence flow not found [grammar-yaml]\n"
        "\n"
        "^\n"
        "c.yaml:1:1: a file needs the key 'grammar' [grammar-missing-key]\n"
        "about: z\n"
        "^\n");
}

TEST_CASE("long lines are cut around the caret") {
  const std::string text = header() + "# " + std::string(300, 'x') + "\n" +
                           rule_file("'" + std::string(100, 'a') + "(b' # " + std::string(80, 'c'))
                               .substr(header().size());
  CHECK(structural_problems_of(text) ==
        "a.yaml:8:117: missing closing parenthesis [grammar-pattern]\n..." + std::string(68, 'a') +
            "(b' # " + std::string(36, 'c') + "...\n" + std::string(73, ' ') + "^\n");
}

}  // namespace
}  // namespace scp
