// The published schema: it is what the code says, it is complete, and what is printed keeps it.
#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "scpparse/emit.h"
#include "support/document_builder.h"
#include "support/sample_document.h"
#include "support/temporary_file.h"

namespace scp {
namespace {

using nlohmann::json;
using testing::DocumentBuilder;
using testing::TemporaryFile;

const std::string kSchemaPath = SCPPARSE_SOURCE_DIR "/docs/output.schema.json";

const json& schema() {
  static const json kSchema = json::parse(output_schema());
  return kSchema;
}
const json& definitions() {
  return schema()["$defs"];
}

// Empty for definitions that are no objects.
const json& properties_of(const json& definition) {
  static const json kNone = json::object();
  return definition.contains("properties") ? definition["properties"] : kNone;
}

json printed(const Document& document, EmitOptions options = {}) {
  std::string out;
  emit(document, options, out);
  return json::parse(out);
}

json printed_error() {
  std::string out;
  SourceInfo source;
  source.path = "a.txt";
  emit_error({"not-found", "a", "b", {}, 0, 0, {}}, source, {}, out);
  return json::parse(out);
}

// What Debian's python3-jsonschema finds wrong with each value, one line for each problem.
std::string problems_in(const std::vector<json>& values) {
  static const char* const kScript =
      "import json, sys\n"
      "from jsonschema import Draft202012Validator as Validator\n"
      "schema, values = (json.load(open(p, encoding='utf-8')) for p in sys.argv[1:])\n"
      "Validator.check_schema(schema)\n"
      "for index, value in enumerate(values):\n"
      "    for error in Validator(schema).iter_errors(value):\n"
      "        print(index, error.json_path)\n";
  const TemporaryFile script(kScript);
  const TemporaryFile instance(json(values).dump());
  const TemporaryFile schema_file(output_schema());
  return testing::output_of("/usr/bin/python3 " + script.path() + " " + schema_file.path() + " " +
                            instance.path());
}

void collect_references(const json& value, std::set<std::string>& references) {
  if (value.is_object() && value.contains("$ref")) references.insert(value["$ref"]);
  if (!value.is_structured()) return;
  for (const json& child : value) collect_references(child, references);
}

TEST_CASE("docs/output.schema.json is what the program prints", "[schema]") {
  std::ifstream file(kSchemaPath, std::ios::binary);
  const std::string committed{std::istreambuf_iterator<char>(file), {}};
  CHECK(committed == output_schema() + "\n");
}

TEST_CASE("the schema names its dialect and itself", "[schema]") {
  CHECK(schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  CHECK(schema()["$id"] == "urn:scpparse:output:1");
}

TEST_CASE("every definition is used and every reference is defined", "[schema]") {
  std::set<std::string> references;
  collect_references(schema(), references);
  std::set<std::string> names;
  for (const auto& entry : definitions().items()) names.insert("#/$defs/" + entry.key());
  CHECK(references == names);
  CHECK(names.size() > 30);
}

TEST_CASE("every definition and every field is described in a sentence", "[schema]") {
  for (const auto& [name, definition] : definitions().items()) {
    CAPTURE(name);
    CHECK(definition["description"].get<std::string>().back() == '.');
    for (const auto& [key, field] : properties_of(definition).items()) {
      CAPTURE(key);
      CHECK(field["description"].get<std::string>().back() == '.');
    }
  }
}

TEST_CASE("every object is closed, and only places may be missing", "[schema]") {
  const std::set<std::string> optional = {"at", "more_at", "unclaimed"};
  for (const auto& [name, definition] : definitions().items()) {
    if (!definition.contains("properties") || name == "result") continue;
    CAPTURE(name);
    CHECK(definition["additionalProperties"] == false);
    std::set<std::string> named(optional);
    for (const auto& key : definition["required"]) named.insert(key.get<std::string>());
    for (const auto& [key, field] : properties_of(definition).items()) {
      CAPTURE(key);
      CHECK(named.count(key) == 1);
    }
  }
}

TEST_CASE("what is printed keeps the schema", "[schema]") {
  const DocumentBuilder full = testing::full_document();
  const DocumentBuilder empty = testing::empty_document();
  EmitOptions no_spans;
  no_spans.spans = false;
  EmitOptions tasks;
  tasks.only = {"tasks"};
  const json all = {printed(full.document), printed(empty.document), printed_error()};
  CHECK(problems_in({printed(full.document), printed(empty.document),
                     printed(full.document, no_spans), printed(full.document, tasks),
                     printed_error(), all, json::array()}) == "");
}

TEST_CASE("the schema refuses what is not the contract", "[schema]") {
  const DocumentBuilder build = testing::full_document();
  const json good = printed(build.document);
  std::vector<json> bad(8, good);
  bad[0]["tasks"][0].erase("lead_text");
  bad[1]["tasks"][0]["leader"] = "x";
  bad[2]["tasks"][0]["origin"] = "guess";
  bad[3]["document"]["issued_on"] = "13/8/2020";
  bad[4]["goals"][0]["id"] = nullptr;
  bad[5]["goals"][0]["at"]["line"] = 0;
  bad[6].erase("schema");
  bad[7]["error"] = {{"code", "a"}, {"message", "b"}, {"message_vi", "c"}};
  bad.push_back(3);
  const std::string problems = problems_in(bad);
  for (std::size_t i = 0; i < bad.size(); ++i) {
    CAPTURE(i, problems);
    CHECK(("\n" + problems).find("\n" + std::to_string(i) + " ") != std::string::npos);
  }
}

// A field that the sample leaves empty would be a hole in the tests above.
TEST_CASE("the sample shows every field with a value", "[schema]") {
  const DocumentBuilder build = testing::full_document();
  std::set<std::string> seen;
  const std::function<void(const json&)> walk = [&](const json& value) {
    if (value.is_object()) {
      for (const auto& [key, child] : value.items()) {
        if (!child.is_null() && !(child.is_array() && child.empty())) seen.insert(key);
      }
    }
    if (!value.is_structured()) return;
    for (const json& child : value) walk(child);
  };
  walk(printed(build.document));
  for (const auto& [name, definition] : definitions().items()) {
    if (name == "failure" || name == "error" || name == "unread_source") continue;
    for (const auto& [key, field] : properties_of(definition).items()) {
      CAPTURE(name, key);
      CHECK(seen.count(key) == 1);
    }
  }
}

}  // namespace
}  // namespace scp
