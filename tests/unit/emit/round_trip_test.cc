// What the writers print, read back by parsers of other people.
#include <yaml-cpp/yaml.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "scpparse/emit.h"
#include "support/document_builder.h"
#include "support/sample_document.h"
#include "support/temporary_file.h"

namespace scp {
namespace {

using nlohmann::ordered_json;
using testing::DocumentBuilder;
using testing::TemporaryFile;

std::string written(const Document& document, Format format, bool pretty = false) {
  EmitOptions options;
  options.format = format;
  options.pretty = pretty;
  std::string out;
  emit(document, options, out);
  return out;
}

// Reads a YAML node as the JSON value that it means in the core schema.
ordered_json as_json(const YAML::Node& node) {
  if (node.IsSequence()) {
    ordered_json list = ordered_json::array();
    for (const auto& item : node) list.push_back(as_json(item));
    return list;
  }
  if (node.IsMap()) {
    ordered_json object = ordered_json::object();
    for (const auto& entry : node) object[entry.first.as<std::string>()] = as_json(entry.second);
    return object;
  }
  if (node.IsNull()) return nullptr;
  const std::string text = node.as<std::string>();
  if (node.Tag() == "!") return text;  // it was quoted
  if (text == "true" || text == "false") return text == "true";
  const ordered_json number = ordered_json::parse(text, nullptr, false);
  return number.is_number() ? number : ordered_json(text);
}

// Strings that readers of YAML or JSON have been known to take for something else.
std::vector<std::string> awkward_strings() {
  return {"",         " ",        "a ",      " a",         "~",
          "null",     "Null",     "true",    "yes",        "No",
          "on",       "OFF",      "y",       "n",          "1",
          "01",       "0o7",      "1_000",   "1e3",        "1.0",
          ".5",       "-1",       "+1",      "12:30:45",   "0x1F",
          ".inf",     ".nan",     "2020",    "2020-08-13", "2020-08",
          "-",        "- a",      "a: b",    "a:",         ":a",
          "a #b",     "#a",       "[a]",     "{a: b}",     "a, b",
          "'a'",      "\"a\"",    "a\\b",    "\\n",        "a\nb",
          "a\n\nb",   "\n",       "a\r\nb",  "a\tb",       "\ta",
          "&a",       "*a",       "!a",      "%a",         "@a",
          "`a",       "|",        ">",       "? a",        "=",
          "<<",       "---",      "...",     "--- a",      "đ",
          "Ủy ban",   "😀",        "a\u00A0", "\u00A0a",    "a\u0085b",
          "a\u2028b", "\uFEFFa",  "a\uFEFF", "\u200Ba",    "a\x7F",
          "a\x01",    "\u2013 a", "“a”: b",  "http://a#b", "a  b",
          "a :b",     "key: [",   "}",       "a\u0301",    std::string("a\0b", 3)};
}

// One string in each kind of place that a string can have.
DocumentBuilder document_of(const std::vector<std::string>& strings) {
  DocumentBuilder build = testing::empty_document();
  for (const std::string& string : strings) {
    const std::string_view text = build.keep(string);
    OutlineNode node;
    node.id = text;
    node.text = text;
    build.document.outline.push_back(node);
    Table table;
    table.id = text;
    table.cells = {{{text, "x", text}}};
    build.document.tables.push_back(table);
  }
  return build;
}

// Any characters at all, the dangerous ones more often.
std::vector<std::string> random_strings(std::size_t count) {
  static const std::vector<std::string> kPieces = {
      "a", "B", "7", " ",  ":", "#", "-", "\n", "\"", "'", "\\", ",", "[", "]", "{", "}", "%",
      "đ", "Ủ", "–", "\t", "?", "!", "&", "*",  ".",  "0", "e",  "+", "~", "|", ">", "@", "😀"};
  std::mt19937 random(20201);
  std::vector<std::string> strings;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (std::size_t left = random() % 8; left > 0; --left) text += kPieces[random() % 34];
    strings.push_back(text);
  }
  return strings;
}

TEST_CASE("pretty and compact JSON hold the same values in the same order", "[round-trip]") {
  const DocumentBuilder build = testing::full_document();
  const auto compact = ordered_json::parse(written(build.document, Format::kJson));
  const auto pretty = ordered_json::parse(written(build.document, Format::kJson, true));
  CHECK(compact.dump() == pretty.dump());
  CHECK(compact.dump() == written(build.document, Format::kJson));
  CHECK(compact["tasks"][0]["content"] == "Rà soát\nđánh giá");
  CHECK(compact["coverage"]["unclaimed"].size() == 3);
}

TEST_CASE("YAML reads back as the same value with yaml-cpp", "[round-trip]") {
  const std::vector<DocumentBuilder> builds = {testing::full_document(), testing::empty_document(),
                                               document_of(awkward_strings()),
                                               document_of(random_strings(2000))};
  for (const DocumentBuilder& build : builds) {
    const auto json = ordered_json::parse(written(build.document, Format::kJson));
    const auto yaml = as_json(YAML::Load(written(build.document, Format::kYaml)));
    const ordered_json difference = ordered_json::diff(json, yaml);
    CHECK(difference.dump() == "[]");
    CHECK((yaml.dump() == json.dump()));  // the same order too
  }
}

TEST_CASE("awkward strings survive JSON", "[round-trip]") {
  const std::vector<std::string> strings = awkward_strings();
  const DocumentBuilder build = document_of(strings);
  const auto json = ordered_json::parse(written(build.document, Format::kJson));
  for (std::size_t i = 0; i < strings.size(); ++i) {
    CHECK(json["outline"][i]["text"] == strings[i]);
    CHECK(json["tables"][i]["cells"][0][2] == strings[i]);
  }
}

TEST_CASE("YAML reads back as the same value with PyYAML", "[round-trip]") {
  const std::vector<DocumentBuilder> builds = {
      testing::full_document(), document_of(awkward_strings()), document_of(random_strings(500))};
  for (const DocumentBuilder& build : builds) {
    const TemporaryFile json(written(build.document, Format::kJson));
    const TemporaryFile yaml("---\n" + written(build.document, Format::kYaml) + "\n");
    const std::string answer = testing::output_of(
        "/usr/bin/python3 -c 'import json, sys, yaml; "
        "same = yaml.safe_load(open(sys.argv[1], encoding=\"utf-8\")) == "
        "json.load(open(sys.argv[2], encoding=\"utf-8\")); "
        "print(\"same\" if same else \"different\")' " +
        yaml.path() + " " + json.path());
    CHECK(answer == "same\n");
  }
}

}  // namespace
}  // namespace scp
