#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstring>
#include <thread>

#include "grammar/pattern_code.h"
#include "unit/grammar/grammar_test_support.h"

namespace scp {
namespace {

using testing::grammar_of;
using testing::grammar_with;
using testing::header;
using testing::matched;

TEST_CASE("a rule matches where it is tried and nowhere else") {
  const auto grammar = grammar_with("'ngày (?<day>\\d+)'");
  CHECK(matched(*grammar, "ngày 12 tháng 8") == "ngày 12");
  CHECK(matched(*grammar, "từ ngày 12") == "-");
  CHECK(matched(*grammar, "từ ngày 12", std::string("từ ").size()) == "ngày 12");
  CHECK(matched(*grammar, "ngày 12", 100) == "-");
  CHECK(matched(*grammar, "") == "-");
}

TEST_CASE("what stands before the place can be looked at") {
  const auto grammar = grammar_with("'(?<!\\p{L})ngày'");
  CHECK(matched(*grammar, "x ngày", 2) == "ngày");
  CHECK(matched(*grammar, "xngày", 1) == "-");
}

TEST_CASE("captures come out by field, with offsets into the subject") {
  const auto grammar = grammar_with("'(?<day>\\d+)/(?<month>\\d+)(?:/(?<year>\\d+))?'");
  const std::string text = "ngày 12/08 và";
  const std::size_t at = text.find("12");
  RuleMatch match;
  REQUIRE(grammar->rule("r")->match_at(text, at, match) == MatchResult::kYes);
  CHECK(match.begin == at);
  CHECK(match.end == at + 5);
  CHECK(match.text(Field::kDay) == "12");
  CHECK(match[Field::kDay].begin == at);
  CHECK(match.text(Field::kMonth) == "08");
  CHECK(match.has(Field::kMonth));
  CHECK_FALSE(match.has(Field::kYear));
  CHECK(match.text(Field::kYear).data() == nullptr);
  CHECK(match.text(Field::kQuarter).data() == nullptr);
}

TEST_CASE("alternatives may name the same field") {
  const auto grammar = grammar_with("'năm (?<year>\\d+)|(?<year>\\d+) năm'");
  RuleMatch match;
  REQUIRE(grammar->rule("r")->match_at("năm 2020", 0, match) == MatchResult::kYes);
  CHECK(match.text(Field::kYear) == "2020");
  REQUIRE(grammar->rule("r")->match_at("5 năm", 0, match) == MatchResult::kYes);
  CHECK(match.text(Field::kYear) == "5");
}

TEST_CASE("an old match leaves nothing behind") {
  const auto grammar = grammar_with("'a(?<day>\\d)?'");
  RuleMatch match;
  REQUIRE(grammar->rule("r")->match_at("a1", 0, match) == MatchResult::kYes);
  CHECK(match.has(Field::kDay));
  REQUIRE(grammar->rule("r")->match_at("ab", 0, match) == MatchResult::kYes);
  CHECK_FALSE(match.has(Field::kDay));
}

TEST_CASE("case folds in all of Vietnamese unless the rule is exact") {
  const auto folding = grammar_with("'đồng bằng'");
  CHECK(matched(*folding, "ĐỒNG BẰNG") == "ĐỒNG BẰNG");
  const auto exact = grammar_with("'đồng bằng'", "    case: exact\n");
  CHECK(matched(*exact, "Đồng bằng") == "-");
  CHECK(matched(*exact, "đồng bằng") == "đồng bằng");
}

TEST_CASE("a digit is 0-9, in classes too") {
  const auto grammar = grammar_with("'\\d[\\d./]+'");
  CHECK(matched(*grammar, "1.2/3 x") == "1.2/3");
  CHECK(matched(*grammar, "1\xD9\xA1") == "-");
  CHECK(matched(*grammar, "\xD9\xA1.1") == "-");
  const auto escaped = grammar_with("'[\\\\d]+x'");
  CHECK(matched(*escaped, "d\\x") == "d\\x");
  CHECK(matched(*escaped, "5x") == "-");
}

TEST_CASE("match_all must reach the end of the text") {
  const auto grammar = grammar_with("'\\d+(?:/\\d+)?'");
  RuleMatch match;
  CHECK(grammar->rule("r")->match_all("12/08", 0, match) == MatchResult::kYes);
  CHECK(match.end == 5);
  CHECK(grammar->rule("r")->match_all("12/08 ", 0, match) == MatchResult::kNo);
  CHECK(grammar->rule("r")->match_at("12/08 ", 0, match) == MatchResult::kYes);
}

TEST_CASE("the first bytes of a pattern are known, in both cases") {
  const auto digits = grammar_with("'\\d'");
  CHECK(digits->rule("r")->may_begin_with('5'));
  CHECK_FALSE(digits->rule("r")->may_begin_with('a'));
  const auto capital = grammar_with("'\\p{Lu}\\p{Ll}'", "    case: exact\n");
  CHECK(capital->rule("r")->may_begin_with('A'));
  CHECK(capital->rule("r")->may_begin_with(0xC4));
  CHECK(capital->rule("r")->may_begin_with(0xE1));
  CHECK_FALSE(capital->rule("r")->may_begin_with('a'));
  CHECK_FALSE(capital->rule("r")->may_begin_with('5'));
  const auto letter = grammar_with("'năm (?<year>\\d+)'");
  CHECK(letter->rule("r")->may_begin_with('n'));
  CHECK(letter->rule("r")->may_begin_with('N'));
  CHECK_FALSE(letter->rule("r")->may_begin_with('m'));
  const auto exact = grammar_with("'năm'", "    case: exact\n");
  CHECK_FALSE(exact->rule("r")->may_begin_with('M'));
}

TEST_CASE("a first byte that is refused never begins a match") {
  const char* patterns[] = {"'(?:đồng|ước|Ất)\\b'", "'[a-đ]+'",       "'kilo'",  "'s'",
                            "'(?!x)\\w+'",          "'(?<!a)ngày|B'", "'(?i)é'", "'\\p{Lu}|%'"};
  const char* texts[] = {"Đồng", "ƯỚC", "ất", "Đa", "\xE2\x84\xAAilo", "\xC5\xBF", "ngày", "b",
                         "É",    "yes", "%",  "Ất"};
  for (const char* pattern : patterns) {
    const auto grammar = grammar_with(pattern);
    const Rule& rule = *grammar->rule("r");
    const StoredPattern stored{
        std::string_view(pattern).substr(1, std::strlen(pattern) - 2), true, {}};
    PatternCode code;
    for (const std::string text : texts) {
      const PatternResult result = code.match(stored, text, 0, false);
      if (result.outcome != PatternResult::Outcome::kYes) continue;
      INFO(pattern << " on " << text);
      CHECK(rule.may_begin_with(static_cast<unsigned char>(text[0])));
      CHECK(matched(*grammar, text) == text.substr(0, result.group(0).end));
    }
  }
}

TEST_CASE("a pattern that runs away hits its limit") {
  const auto grammar = grammar_with("'(?:a+)+[bc]'");
  CHECK(matched(*grammar, std::string(2000, 'a')) == "limit");
  CHECK(matched(*grammar, "aaab") == "aaab");
  const auto deep = grammar_with("'(?<note>\\((?:[^()]|(?&note))*\\))'");
  CHECK(matched(*deep, "(a(b)c)") == "(a(b)c)");
  CHECK(matched(*deep, std::string(200'000, '(')) == "limit");
}

TEST_CASE("a rule gives the same answers after it was made fast") {
  const auto grammar = grammar_with("'(?<day>\\d+)/(?<month>\\d+)'");
  const Rule& rule = *grammar->rule("r");
  for (int i = 0; i < 5000; ++i) {
    RuleMatch match;
    const bool good = i % 2 == 0;
    const MatchResult result = rule.match_at(good ? "12/08" : "12-08", 0, match);
    if (result != (good ? MatchResult::kYes : MatchResult::kNo) ||
        (good && match.text(Field::kMonth) != "08")) {
      FAIL("try " << i);
    }
  }
}

TEST_CASE("one grammar serves many threads from the first match on") {
  const auto grammar = grammar_with("'ngày (?<day>\\d+)'");
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 3000; ++j) {
        RuleMatch match;
        const MatchResult result = grammar->rule("r")->match_at("Ngày 12 tháng 8", 0, match);
        if (result != MatchResult::kYes || match.text(Field::kDay) != "12") ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
}

TEST_CASE("the cost of a try does not grow with the subject") {
  const auto grammar = grammar_with("'ngày (?<day>\\d+) tháng'");
  std::string text(60'000'000, 'n');
  text.replace(30'000'000, 16, "ngày 12 tháng 8");
  const Rule& rule = *grammar->rule("r");
  RuleMatch match;
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < 20'000; ++i) rule.match_at(text, i, match);
  const auto took = std::chrono::steady_clock::now() - start;
  CHECK(rule.match_at(text, 30'000'000, match) == MatchResult::kYes);
  CHECK(took < std::chrono::seconds(2));
}

TEST_CASE("stored code that cannot be restored is compiled again") {
  PatternCode code;
  const std::vector<std::uint8_t> broken(64, 7);
  const PatternResult result = code.match({"\\d+", true, broken}, "12a", 0, false);
  REQUIRE(result.outcome == PatternResult::Outcome::kYes);
  CHECK(result.group(0).end == 2);
}

TEST_CASE("rules come by set in the order of the files, and by id") {
  const auto rule = [](const std::string& id, const std::string& set) {
    return "  - {id: " + id + ", set: " + set +
           ", about: A, pattern: x, match: [{text: x}], reject: [y]}\n";
  };
  const std::string first = header() + "rules:\n" + rule("z", "date") + rule("m", "signature");
  const std::string second = header() + "rules:\n" + rule("a", "date");
  const auto image = compile({{"dir/a.yaml", "a.yaml", first}, {"dir/b.yaml", "b.yaml", second}});
  REQUIRE(image);
  const auto grammar = Grammar::from_image(*image);
  REQUIRE(grammar->rules(RuleSet::kDate).size() == 2);
  CHECK(grammar->rules(RuleSet::kDate)[0].id() == "z");
  CHECK(grammar->rules(RuleSet::kDate)[1].id() == "a");
  CHECK(grammar->rules(RuleSet::kSignature).size() == 1);
  CHECK(grammar->rules(RuleSet::kReport).empty());
  REQUIRE(grammar->rule("a") != nullptr);
  CHECK(grammar->rule("a")->file() == "b.yaml");
  CHECK(grammar->rule("a")->line() == 4);
  CHECK(grammar->rule("a")->about() == "A");
  CHECK(grammar->rule("m")->id() == "m");
  CHECK(grammar->rule("b") == nullptr);
  CHECK(grammar->rule("") == nullptr);
}

TEST_CASE("constant values belong to the rule") {
  const auto grammar = grammar_with("x", "    values: { kind: period, note: '' }\n");
  CHECK(grammar->rule("r")->value(Field::kKind) == "period");
  CHECK(grammar->rule("r")->value(Field::kNote).data() != nullptr);
  CHECK(grammar->rule("r")->value(Field::kNote).empty());
  CHECK(grammar->rule("r")->value(Field::kYear).data() == nullptr);
}

}  // namespace
}  // namespace scp
