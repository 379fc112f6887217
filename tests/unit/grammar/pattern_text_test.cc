#include "grammar/pattern_text.h"

#include <catch2/catch.hpp>

#include "unit/grammar/grammar_test_support.h"

namespace scp {
namespace {

using testing::grammar_of;
using testing::grammar_with;
using testing::header;
using testing::matched;
using testing::rule_file;

PatternText plain_text(const YamlNode& scalar) {
  PatternText text;
  text.append(scalar.text, {&scalar, 0}, true);
  return text;
}

std::string rewritten(const std::string& pattern) {
  YamlNode scalar;
  scalar.text = pattern;
  return allow_both_tone_placements(plain_text(scalar)).text;
}

// The written-out form of `pattern` with definitions of a name and a pattern each.
std::string expanded(const std::string& pattern,
                     const std::vector<std::pair<std::string, std::string>>& definitions) {
  std::vector<YamlNode> nodes(2 * definitions.size());
  std::vector<DefinitionSource> sources;
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    nodes[2 * i].text = definitions[i].first;
    nodes[2 * i + 1].text = definitions[i].second;
    sources.push_back({&nodes[2 * i], &nodes[2 * i + 1]});
  }
  const std::vector<GrammarFile> files = {{"a.yaml", "a.yaml", pattern}};
  ProblemLog log(files);
  PatternExpander expander(sources, log);
  YamlNode scalar;
  scalar.text = pattern;
  PatternText text;
  return expander.expand(scalar, text) ? text.text : "failed";
}

TEST_CASE("a reference stands for the definition, in a group of its own") {
  CHECK(expanded("năm {year}?", {{"year", "\\d+|nay"}}) == "năm (?:\\d+|nay)?");
  CHECK(expanded("{a}{a}", {{"a", "x"}}) == "(?:x)(?:x)");
  CHECK(expanded("{a}", {{"a", "x{b}"}, {"b", "y"}}) == "(?:x(?:y))");
}

TEST_CASE("a prefix renames the captures of the definition, at every level") {
  CHECK(expanded("{to_=year}", {{"year", "(?<year>\\d+)"}}) == "(?:(?<to_year>\\d+))");
  CHECK(expanded("{to_=date}", {{"date", "{day}/(?<month>x)"}, {"day", "(?<day>\\d)"}}) ==
        "(?:(?:(?<to_day>\\d))/(?<to_month>x))");
  CHECK(expanded("{b_=a}", {{"a", "(?P<x>y)(?'z'y)\\k<x>\\k{x}(?P=x)(?(<x>)a|b)"}}) ==
        "(?:(?P<b_x>y)(?'b_z'y)\\k<b_x>\\k{b_x}(?P=b_x)(?(<b_x>)a|b))");
  CHECK(expanded("{b_=a}", {{"a", "(?<=x)(?<!y)(?:z)"}}) == "(?:(?<=x)(?<!y)(?:z))");
}

TEST_CASE("braces that are no reference stay") {
  for (const char* pattern : {"a{2,4}", "a{3}", "a{2,}", "\\x{1EA1}", "\\p{Lu}", "[{a}]", "\\{a}",
                              "\\Q{a}\\E", "(?#{a})", "[^]{a}]", "[[:alpha:]{a}]"}) {
    CHECK(expanded(pattern, {{"a", "b"}}) == pattern);
  }
}

TEST_CASE("every byte of a written-out pattern knows where it came from") {
  const std::vector<GrammarFile> files = {{"a.yaml", "a.yaml", ""}};
  ProblemLog log(files);
  YamlNode name, inner, outer;
  name.text = "d";
  inner.text = "xy";
  outer.text = "a{d}b";
  PatternExpander expander({{&name, &inner}}, log);
  PatternText text;
  REQUIRE(expander.expand(outer, text));
  REQUIRE(text.text == "a(?:xy)b");
  REQUIRE(text.origins.size() == text.text.size());
  CHECK((text.origins[0].scalar == &outer && text.origins[0].offset == 0));
  CHECK((text.origins[1].scalar == &outer && text.origins[1].offset == 1));
  CHECK((text.origins[4].scalar == &inner && text.origins[4].offset == 0));
  CHECK((text.origins[5].scalar == &inner && text.origins[5].offset == 1));
  CHECK((text.origins[7].scalar == &outer && text.origins[7].offset == 4));
}

TEST_CASE("a rime with its tone on either vowel is allowed in both spellings") {
  CHECK(rewritten("xoá") == "x(?:oá|óa)");
  CHECK(rewritten("xóa") == "x(?:óa|oá)");
  CHECK(rewritten("khoẻ") == "kh(?:oẻ|ỏe)");
  CHECK(rewritten("thuỷ lợi") == "th(?:uỷ|ủy) lợi");
  CHECK(rewritten("Uỷ ban") == "(?:Uỷ|Ủy) ban");
  CHECK(rewritten("ỦY BAN") == "(?:ỦY|UỶ) BAN");
  CHECK(rewritten("XOÁ, HÒA") == "X(?:OÁ|ÓA), H(?:ÒA|OÀ)");
  for (const char* rime :
       {"oà", "oả", "oã", "oạ", "oè", "oé", "oẽ", "oẹ", "uỳ", "uý", "uỹ", "uỵ"}) {
    CHECK(rewritten(std::string("h") + rime).find("|") != std::string::npos);
  }
}

TEST_CASE("other vowels, closed syllables and q keep their spelling") {
  for (const char* same : {"quý", "QUÝ", "hoàn", "toán", "khoẻn", "huýt", "hoa", "oa", "hoắc",
                           "hiá", "óá", "oá?", "oá*", "oá{2}", "uý+"}) {
    CHECK(rewritten(same) == same);
  }
}

TEST_CASE("classes, escapes and names are not rewritten") {
  for (const char* same : {"[oá]", "[^oá]", "\\Qoá\\E", "(?#oá)", "o[á]", "\\oá", "o\\á"}) {
    CHECK(rewritten(same) == same);
  }
  CHECK(rewritten("(?<day>oá)") == "(?<day>(?:oá|óa))");
}

TEST_CASE("both spellings match whatever the pattern writes, exact case too") {
  for (const char* pattern : {"'xoá bỏ'", "'xóa bỏ'"}) {
    const auto folding = grammar_with(pattern);
    CHECK(matched(*folding, "Xóa bỏ") == "Xóa bỏ");
    CHECK(matched(*folding, "XOÁ BỎ") == "XOÁ BỎ");
    const auto exact = grammar_with(pattern, "    case: exact\n");
    CHECK(matched(*exact, "xóa bỏ") == "xóa bỏ");
    CHECK(matched(*exact, "xoá bỏ") == "xoá bỏ");
    CHECK(matched(*exact, "Xoá bỏ") == "-");
  }
}

TEST_CASE("definitions are known in every file") {
  const std::string rule = rule_file("'{kind} số'");
  const std::string definition = header() + "definitions: [{name: kind, pattern: kế hoạch}]\n";
  const auto image = compile({{"a.yaml", "a.yaml", rule}, {"b.yaml", "b.yaml", definition}},
                             {.run_examples = false});
  REQUIRE(image);
  CHECK(matched(*Grammar::from_image(*image), "Kế hoạch số 1") == "Kế hoạch số");
}

}  // namespace
}  // namespace scp
