#include "emit/writer.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace scp::emitting {
namespace {

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(text, out);
  return out;
}
std::string yaml_string(std::string_view text) {
  std::string out;
  append_yaml_string(text, out);
  return out;
}
std::string decimal(double value) {
  std::string out;
  append_number(value, out);
  return out;
}

// One of everything, as deep as it goes.
void write_all(Writer& writer) {
  writer.begin_object(Layout::kBlock);
  writer.key("text");
  writer.string("Sở Y tế");
  writer.key("none");
  writer.begin_array(Layout::kBlock);
  writer.end_array();
  writer.key("list");
  writer.begin_array(Layout::kBlock);
  writer.begin_object(Layout::kBlock);
  writer.key("on");
  writer.null();
  writer.key("yes");
  writer.boolean(true);
  writer.end_object();
  writer.begin_array(Layout::kBlock);
  writer.integer(1);
  writer.begin_array(Layout::kBlock);
  writer.end_array();
  writer.end_array();
  writer.begin_array(Layout::kLine);
  writer.string("a");
  writer.begin_object(Layout::kBlock);
  writer.key("b");
  writer.number(1.5);
  writer.key("c");
  writer.boolean(false);
  writer.end_object();
  writer.end_array();
  writer.begin_object(Layout::kBlock);
  writer.end_object();
  writer.end_array();
  writer.key("at");
  writer.begin_object(Layout::kLine);
  writer.key("line");
  writer.integer(62);
  writer.key("column");
  writer.integer(16);
  writer.end_object();
  writer.end_object();
}

TEST_CASE("compact JSON holds nothing but the values", "[writer]") {
  std::string out;
  JsonWriter writer(out, false);
  write_all(writer);
  CHECK(out ==
        R"({"text":"Sở Y tế","none":[],"list":[{"on":null,"yes":true},[1,[]],["a",{"b":1.5,"c":fal)"
        R"(se}],{}],"at":{"line":62,"column":16}})");
}

TEST_CASE("pretty JSON keeps in one line what belongs there", "[writer]") {
  std::string out;
  JsonWriter writer(out, true);
  write_all(writer);
  CHECK(out == R"({
  "text": "Sở Y tế",
  "none": [],
  "list": [
    {
      "on": null,
      "yes": true
    },
    [
      1,
      []
    ],
    ["a", {"b": 1.5, "c": false}],
    {}
  ],
  "at": {"line": 62, "column": 16}
})");
}

TEST_CASE("YAML is written in blocks, and in one line what belongs there", "[writer]") {
  std::string out;
  YamlWriter writer(out);
  write_all(writer);
  CHECK(out == R"(text: Sở Y tế
none: []
list:
  - "on": null
    "yes": true
  - - 1
    - []
  - ["a", {b: 1.5, c: false}]
  - {}
at: {line: 62, column: 16})");
}

TEST_CASE("writers append", "[writer]") {
  std::string out = "---\n";
  YamlWriter writer(out);
  writer.begin_object(Layout::kBlock);
  writer.key("a");
  writer.integer(1);
  writer.end_object();
  CHECK(out == "---\na: 1");
}

TEST_CASE("a record that holds nothing is still a record", "[writer]") {
  std::string json;
  JsonWriter json_writer(json, true);
  json_writer.begin_object(Layout::kBlock);
  json_writer.end_object();
  CHECK(json == "{}");
  std::string yaml;
  YamlWriter yaml_writer(yaml);
  yaml_writer.begin_object(Layout::kBlock);
  yaml_writer.end_object();
  CHECK(yaml == "{}");
}

TEST_CASE("quotes, backslashes and control characters are escaped", "[writer]") {
  CHECK(json_string("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(json_string("\b\f\n\r\t") == R"("\b\f\n\r\t")");
  CHECK(json_string(std::string_view("\0\x1F", 2)) == R"("\u0000\u001f")");
  CHECK(yaml_string("a\nb\x7F") == R"("a\nb\u007f")");
  CHECK(json_string("").size() == 2);
  CHECK(json_string(std::string_view()).size() == 2);
}

TEST_CASE("characters beyond ASCII stay as they are", "[writer]") {
  CHECK(json_string("Ủy ban – 😀 \u00A0") == "\"Ủy ban – 😀 \u00A0\"");
  CHECK(yaml_string("Ủy ban – 😀 \u00A0") == "\"Ủy ban – 😀 \u00A0\"");
}

TEST_CASE("what YAML takes for a line end or drops is escaped there", "[writer]") {
  CHECK(yaml_string("a\u0085b\u2028c\u2029d\uFEFFe\u009F") ==
        R"("a\u0085b\u2028c\u2029d\ufeffe\u009f")");
  CHECK(json_string("a\u2028b") == "\"a\u2028b\"");
}

TEST_CASE("bytes that are no UTF-8 come out as replacement characters", "[writer]") {
  const std::string bad = "\xEF\xBF\xBD";
  CHECK(json_string("a\xFFz") == "\"a" + bad + "z\"");
  CHECK(json_string("\x80") == "\"" + bad + "\"");
  CHECK(json_string("\xC0\xAF") == "\"" + bad + bad + "\"");            // overlong
  CHECK(json_string("\xE0\x80\x80") == "\"" + bad + bad + bad + "\"");  // overlong
  CHECK(json_string("\xED\xA0\x80") == "\"" + bad + bad + bad + "\"");  // a surrogate
  CHECK(json_string("\xF0\x80\x80\x80") == "\"" + bad + bad + bad + bad + "\"");
  CHECK(json_string("\xF4\x90\x80\x80") == "\"" + bad + bad + bad + bad + "\"");
  CHECK(json_string("\xE1\xBA") == "\"" + bad + bad + "\"");  // cut short at the end
  CHECK(json_string("\xE1\xBAx") == "\"" + bad + bad + "x\"");
  CHECK(yaml_string("a\xFF") == "\"a" + bad + "\"");
  CHECK_FALSE(is_plain_yaml("a\xFF"));
}

TEST_CASE("numbers are written as briefly as they can be read back", "[writer]") {
  CHECK(decimal(5) == "5");
  CHECK(decimal(1.5) == "1.5");
  CHECK(decimal(0.1) == "0.1");
  CHECK(decimal(100000) == "100000");
  CHECK(decimal(1234567.89) == "1234567.89");
  CHECK(decimal(-0.25) == "-0.25");
  CHECK(decimal(1e22) == "10000000000000000000000");
  CHECK(decimal(1e-7) == "0.0000001");
  CHECK(std::stod(decimal(std::numeric_limits<double>::max())) ==
        std::numeric_limits<double>::max());
  CHECK(decimal(std::numeric_limits<double>::infinity()) == "null");
  CHECK(decimal(std::numeric_limits<double>::quiet_NaN()) == "null");
  std::string out;
  append_integer(std::numeric_limits<std::uint64_t>::max(), out);
  CHECK(out == "18446744073709551615");
}

TEST_CASE("plain YAML is what no reader takes for anything else", "[writer]") {
  for (const char* text : {"Kế hoạch", "đ", "a:b", "a#b", "Sở A, Sở B (mảng [1])", "nothing",
                           "onto", "V.2", "FREQ=YEARLY;BYMONTH=6,12", "Điều \"4\"", "a\\b", "I"}) {
    CAPTURE(text);
    CHECK(is_plain_yaml(text));
  }
}

TEST_CASE("whatever could be taken for something else is quoted in YAML", "[writer]") {
  for (const char* text :
       {"",     "2960", "05",    "1.5",     "1e3",      "0x1F",    "2020-08-13", "12:30",
        "+1",   "-",    "-1",    ".5",      ".inf",     "~",       "null",       "Null",
        "NULL", "true", "False", "yes",     "No",       "ON",      "off",        "y",
        "N",    "a: b", "a:",    "a #b",    " a",       "a ",      "a\tb",       "a\nb",
        "#a",   "&a",   "*a",    "!a",      "|",        ">",       "'a'",        "\"a\"",
        "%a",   "@a",   "`a",    "[a]",     "{a}",      ",a",      "? a",        "=",
        "<<",   "---",  "...",   "2960/KH", "a\u2028b", "\uFEFFa", "a\u0085",    "a\x7F"}) {
    CAPTURE(text);
    CHECK_FALSE(is_plain_yaml(text));
  }
}

}  // namespace
}  // namespace scp::emitting
