#include "scpparse/emit.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "scpparse/version.h"
#include "support/document_builder.h"
#include "support/sample_document.h"

namespace scp {
namespace {

using testing::DocumentBuilder;

std::string written(const Document& document, const EmitOptions& options) {
  std::string out;
  emit(document, options, out);
  return out;
}

EmitOptions only(std::vector<std::string> keys, Format format = Format::kJson, bool pretty = true) {
  EmitOptions options;
  options.format = format;
  options.pretty = pretty;
  options.only = std::move(keys);
  return options;
}

// Replaces what differs from release to release.
std::string without_version(std::string text) {
  const std::string version = SCPPARSE_VERSION;
  const std::size_t at = text.find(version);
  if (at != std::string::npos) text.replace(at, version.size(), "VERSION");
  return text;
}

// What stands behind the source, which every output begins with.
std::string behind_source(const std::string& text) {
  const std::size_t at = text.find("repairs");
  return at == std::string::npos ? text : text.substr(text.find("[]", at) + 2);
}

DocumentBuilder short_plan() {
  DocumentBuilder build("Số: 135/KH-UBND\n😀 giảm 05 - 08%\ntừ nay\n");
  build.document.source.path = "plan.txt";
  Target target;
  target.direction = Direction::kDecrease;
  target.min = 5;
  target.max = 8.5;
  target.unit = "%";
  target.bound = Bound::kRange;
  target.text = "giảm 05 - 08%";
  target.at = build.at("giảm 05 - 08%");
  Goal goal;
  goal.id = "G1";
  goal.period = "../2030";
  goal.due_on = {2030, 12, 31};
  goal.text = "Giảm:\n\"05\"";
  goal.targets = {target};
  goal.at = build.at({"giảm", "từ nay"});
  build.document.goals = {goal};
  return build;
}

TEST_CASE("a document that says nothing has every key all the same", "[emit]") {
  const DocumentBuilder build = testing::empty_document();
  CHECK(without_version(written(build.document, {})) ==
        R"({"schema":"scpparse/1","producer":{"version":"VERSION","grammar":"1.2"},)"
        R"("source":{"path":null,"sha256":"00ff","bytes":0,"lines":0,"encoding":"utf-8",)"
        R"("repairs":[]},)"
        R"("document":{"instrument":null,"kind":null,"kind_name":null,"number":null,)"
        R"("symbol":null,"serial":null,"issued_on":null,"place":null,"issuer":null,)"
        R"("title":null,"jurisdiction":null,"attached_to":null,"signers":[],"recipients":[],)"
        R"("effective":null},)"
        R"("instruments":[],"outline":[],"goals":[],"tasks":[],"reports":[],"tables":[],)"
        R"("citations":[],"agencies":[],"findings":[],)"
        R"("coverage":{"bytes":0,"blank":0,"in_facts":0,"in_outline_only":0,"ignored":[],)"
        R"("unclaimed":[]}})");
}

TEST_CASE("pretty JSON", "[emit]") {
  const DocumentBuilder build = short_plan();
  CHECK(without_version(written(build.document, only({"goals"}))) == R"({
  "schema": "scpparse/1",
  "producer": {
    "version": "VERSION",
    "grammar": "1.2"
  },
  "source": {
    "path": "plan.txt",
    "sha256": "00ff",
    "bytes": 48,
    "lines": 3,
    "encoding": "utf-8",
    "repairs": []
  },
  "goals": [
    {
      "id": "G1",
      "instrument": 0,
      "section": null,
      "kind": "specific",
      "period": "../2030",
      "period_text": null,
      "start_on": null,
      "due_on": "2030-12-31",
      "text": "Giảm:\n\"05\"",
      "targets": [
        {
          "direction": "decrease",
          "min": 5,
          "max": 8.5,
          "unit": "%",
          "bound": "range",
          "subject": null,
          "baseline": null,
          "period": null,
          "start_on": null,
          "due_on": null,
          "text": "giảm 05 - 08%",
          "at": {"line": 2, "column": 3, "end_line": 2, "end_column": 16, "offset": 23, "length": 15}
        }
      ],
      "at": {"line": 2, "column": 3, "end_line": 2, "end_column": 7, "offset": 23, "length": 6},
      "more_at": [
        {"line": 3, "column": 1, "end_line": 3, "end_column": 7, "offset": 39, "length": 8}
      ]
    }
  ]
})");
}

TEST_CASE("YAML", "[emit]") {
  const DocumentBuilder build = short_plan();
  CHECK(without_version(written(build.document, only({"goals"}, Format::kYaml))) ==
        R"(schema: scpparse/1
producer:
  version: "VERSION"
  grammar: "1.2"
source:
  path: plan.txt
  sha256: "00ff"
  bytes: 48
  lines: 3
  encoding: utf-8
  repairs: []
goals:
  - id: G1
    instrument: 0
    section: null
    kind: specific
    period: "../2030"
    period_text: null
    start_on: null
    due_on: "2030-12-31"
    text: "Giảm:\n\"05\""
    targets:
      - direction: decrease
        min: 5
        max: 8.5
        unit: "%"
        bound: range
        subject: null
        baseline: null
        period: null
        start_on: null
        due_on: null
        text: giảm 05 - 08%
        at: {line: 2, column: 3, end_line: 2, end_column: 16, offset: 23, length: 15}
    at: {line: 2, column: 3, end_line: 2, end_column: 7, offset: 23, length: 6}
    more_at:
      - {line: 3, column: 1, end_line: 3, end_column: 7, offset: 39, length: 8})");
}

TEST_CASE("NDJSON is the compact document in one line, pretty or not", "[emit]") {
  const DocumentBuilder build = testing::full_document();
  EmitOptions options;
  const std::string compact = written(build.document, options);
  options.format = Format::kNdjson;
  CHECK(written(build.document, options) == compact);
  options.pretty = true;
  CHECK(written(build.document, options) == compact);
  CHECK(compact.find('\n') == std::string::npos);
}

TEST_CASE("columns can be counted for browsers", "[emit]") {
  const DocumentBuilder build = short_plan();
  EmitOptions options = only({"goals"}, Format::kJson, false);
  options.utf16_columns = true;
  const std::string out = written(build.document, options);
  CHECK(out.find(R"("at":{"line":2,"column":4,"end_line":2,"end_column":17,"offset":23,)"
                 R"("length":15})") != std::string::npos);
}

TEST_CASE("without spans there is no place at all", "[emit]") {
  const DocumentBuilder build = testing::full_document();
  for (const Format format : {Format::kJson, Format::kYaml}) {
    EmitOptions options;
    options.format = format;
    const std::string with = written(build.document, options);
    options.spans = false;
    const std::string without = written(build.document, options);
    for (const char* word : {"end_column", "more_at", "unclaimed"}) {
      CAPTURE(word);
      CHECK(with.find(word) != std::string::npos);
      CHECK(without.find(word) == std::string::npos);
    }
    CHECK(without.find("\"at\"") == std::string::npos);
    CHECK(without.find("at: ") == std::string::npos);
    CHECK(without.find("stamp") != std::string::npos);
  }
}

TEST_CASE("a value that stands nowhere has null as its place", "[emit]") {
  DocumentBuilder build = testing::empty_document();
  build.document.instruments.emplace_back();
  CHECK(behind_source(written(build.document, only({"instruments"}, Format::kJson, false))) ==
        R"(},"instruments":[{"kind":null,"kind_name":null,"number":null,"issued_on":null,)"
        R"("title":null,"attached_to":null,"at":null}]})");
}

TEST_CASE("only the keys asked for are printed, in the usual order", "[emit]") {
  const DocumentBuilder build = testing::empty_document();
  const std::string out =
      behind_source(written(build.document, only({"tasks", "goals"}, Format::kJson, false)));
  CHECK(out == R"(},"goals":[],"tasks":[]})");
  const std::string source =
      behind_source(written(build.document, only({"source"}, Format::kJson, false)));
  CHECK(source == "}}");
}

TEST_CASE("the keys that can be asked for are those that are printed", "[emit]") {
  CHECK(output_keys() == std::vector<std::string_view>{
                             "document", "instruments", "outline", "goals", "tasks", "reports",
                             "tables", "citations", "agencies", "findings", "coverage"});
}

TEST_CASE("dates are as exact as the text", "[emit]") {
  DocumentBuilder build = testing::empty_document();
  build.document.instruments.resize(4);
  build.document.instruments[0].issued_on = {2020, 8, 13};
  build.document.instruments[1].issued_on = {2020, 8, 0};
  build.document.instruments[2].issued_on = {2020, 0, 0};
  build.document.instruments[3].issued_on = {945, 9, 2};
  const std::string out = written(build.document, only({"instruments"}, Format::kJson, false));
  for (const char* date : {R"("2020-08-13")", R"("2020-08")", R"("2020")", R"("0945-09-02")"}) {
    CAPTURE(date);
    CHECK(out.find(std::string("\"issued_on\":") + date) != std::string::npos);
  }
}

TEST_CASE("an empty string is not null", "[emit]") {
  DocumentBuilder build = testing::empty_document();
  build.document.tables = {{"B1", 0, "", {}, 1, {{{"", {}}}}, {}}};
  const EmitOptions options = only({"tables"}, Format::kJson, false);
  CHECK(behind_source(written(build.document, options)) ==
        R"(},"tables":[{"id":"B1","instrument":0,"role":"","columns":[],"rows":1,)"
        R"("cells":[["",null]],"at":null}]})");
}

TEST_CASE("a finding shows its other places and its fix", "[emit]") {
  DocumentBuilder build("135 136\n");
  Finding finding;
  finding.id = "F1";
  finding.rule = "number-mismatch";
  finding.code = "SCP101";
  finding.severity = Severity::kError;
  finding.message = "135 is not 136";
  finding.message_vi = "135 không phải 136";
  finding.at = build.at("135");
  finding.related = {{"here", "ở đây", build.at("136")}};
  finding.fix = Fix{{{build.at("135"), "136"}}, true};
  build.document.findings = {finding};
  EmitOptions options = only({"findings"}, Format::kYaml);
  CHECK(behind_source(written(build.document, options)) == R"(
findings:
  - id: F1
    rule: number-mismatch
    code: SCP101
    severity: error
    message: "135 is not 136"
    message_vi: "135 không phải 136"
    at: {line: 1, column: 1, end_line: 1, end_column: 4, offset: 0, length: 3}
    related:
      - message: here
        message_vi: ở đây
        at: {line: 1, column: 5, end_line: 1, end_column: 8, offset: 4, length: 3}
    fix:
      edits:
        - at: {line: 1, column: 1, end_line: 1, end_column: 4, offset: 0, length: 3}
          text: "136"
      safe: true)");
}

TEST_CASE("the outline nests", "[emit]") {
  DocumentBuilder build = testing::empty_document();
  OutlineNode node{"I", NodeKind::kPart, "I", "A", {}, {}, {}};
  node.children = {{"I.1", NodeKind::kClause, "1", {}, "b", {}, {}}};
  build.document.outline = {node};
  EmitOptions options = only({"outline"}, Format::kJson, false);
  options.spans = false;
  CHECK(behind_source(written(build.document, options)) ==
        R"(},"outline":[{"id":"I","kind":"part","enumerator":"I","heading":"A","text":null,)"
        R"("children":[{"id":"I.1","kind":"clause","enumerator":"1","heading":null,)"
        R"("text":"b","children":[]}]}]})");
}

TEST_CASE("an input that could not be read leaves a record", "[emit]") {
  Problem problem;
  problem.code = "not-found";
  problem.message = "there is no such file";
  problem.message_vi = "không có tệp này";
  SourceInfo source;
  source.path = "a.txt";
  std::string out;
  emit_error(problem, source, {}, out);
  CHECK(without_version(out) ==
        R"({"schema":"scpparse/1","producer":{"version":"VERSION","grammar":null},)"
        R"("source":{"path":"a.txt","sha256":null,"bytes":null,"lines":null,"encoding":null,)"
        R"("repairs":[]},"error":{"code":"not-found","message":"there is no such file",)"
        R"("message_vi":"không có tệp này"}})");
}

TEST_CASE("an error record keeps what is known of the input", "[emit]") {
  SourceInfo source;
  source.sha256 = "00ff";
  source.bytes = 0;
  EmitOptions options;
  options.format = Format::kYaml;
  std::string out;
  emit_error({"binary", "a", "b", {}, 0, 0, {}}, source, options, out);
  CHECK(without_version(out) == R"(schema: scpparse/1
producer:
  version: "VERSION"
  grammar: null
source:
  path: null
  sha256: "00ff"
  bytes: 0
  lines: null
  encoding: null
  repairs: []
error:
  code: binary
  message: a
  message_vi: b)");
  source.sha256 = {};
  source.bytes = 70000000;
  out.clear();
  emit_error({"too-large", "a", "b", {}, 0, 0, {}}, source, {}, out);
  CHECK(out.find(R"("sha256":null,"bytes":70000000,"lines":null)") != std::string::npos);
}

TEST_CASE("output is appended, and ends without a line end", "[emit]") {
  const DocumentBuilder build = testing::empty_document();
  for (const Format format : {Format::kJson, Format::kYaml, Format::kNdjson}) {
    EmitOptions options;
    options.format = format;
    std::string out = "before\n";
    emit(build.document, options, out);
    CHECK(out.substr(0, 7) == "before\n");
    CHECK(out.substr(7) == written(build.document, options));
    CHECK(out.back() != '\n');
  }
}

TEST_CASE("pieces make the same text, and none is large", "[emit]") {
  constexpr std::size_t kTimes = 400;
  DocumentBuilder build = short_plan();
  const Goal goal = build.document.goals.front();
  build.document.goals.assign(kTimes, goal);
  for (const Format format : {Format::kJson, Format::kYaml, Format::kNdjson}) {
    EmitOptions options;
    options.format = format;
    options.pretty = true;
    std::string joined;
    std::string rest;
    std::size_t pieces = 0;
    std::size_t largest = 0;
    emit(build.document, options, rest, [&](std::string_view piece) {
      joined += piece;
      ++pieces;
      largest = std::max(largest, piece.size());
    });
    CHECK(joined + rest == written(build.document, options));
    CHECK((pieces > 2) == (format != Format::kYaml));
    CHECK(largest < std::size_t{32} << 10);
  }
}

}  // namespace
}  // namespace scp
