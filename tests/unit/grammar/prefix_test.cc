#include "grammar/prefix.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "grammar/grammar_impl.h"
#include "grammar/prefix_trie.h"
#include "unit/grammar/grammar_test_support.h"

namespace scp {
namespace {

// "tr0_|x": symbols of one beginning after another, blanks as _; "*" for the empty one.
std::string beginnings(std::string_view pattern) {
  std::string out;
  for (const Beginning& beginning : beginnings_of(pattern)) {
    if (!out.empty()) out += "|";
    if (beginning.empty()) out += "*";
    for (const PrefixSymbol symbol : beginning) append(out, symbol == ' ' ? U'_' : symbol);
  }
  return out;
}

TEST_CASE("literal text begins with itself, without case") {
  CHECK(beginnings("Quý") == "quý");
  CHECK(beginnings("trước ngày") == "trước_ngày");
}

TEST_CASE("runs of digits and of blanks are one symbol") {
  CHECK(beginnings("\\d{1,2}/\\d{4}") == "0/0");
  CHECK(beginnings("quý\\s+\\d+x") == "quý_0x");
}

TEST_CASE("what may be left out is left out too") {
  CHECK(beginnings("(?:vào\\s+)?ngày") == "ngày|vào_ngày");
  CHECK(beginnings("\\s*x") == "_x|x");
}

TEST_CASE("what is free ends the beginning") {
  CHECK(beginnings("ngày .x") == "ngày_");
  CHECK(beginnings("\\p{Lu}x") == "*");
  CHECK(beginnings("a(?=b)c") == "ac");
}

TEST_CASE("a long beginning is cut") {
  CHECK(beginnings("abcdefghijklmnopqrstuvw") == "abcdefghijklmnop");
}

TEST_CASE("the symbols of a text are those of the patterns") {
  SymbolReader reader("Quý  \t12/X", 0);
  std::string seen;
  for (int i = 0; i < 8; ++i) {
    const PrefixSymbol symbol = reader.next();
    append(seen, symbol == 0 ? U'$' : symbol);
  }
  CHECK(seen == "quý 0/x$");
}

TEST_CASE("what is the same below two nodes of the trie is there once") {
  const auto nodes_for = [](std::string_view pattern) {
    PrefixTrie trie;
    trie.add(0, 0, beginnings_of(pattern));
    trie.finish();
    return trie.nodes.size();
  };
  CHECK(nodes_for("(?:đến|vào) (?:quý|năm|tháng)") == 6);        // root, two words, three ends
  CHECK(nodes_for("(?:đến|vào|trong) (?:quý|năm|tháng)") == 7);  // one word more
  CHECK(nodes_for("(?:đến quý|vào (?:quý|năm))") == 5);          // other ends: not the same
}

bool holds(const Candidates& candidates, const Rule& rule) {
  return std::find(candidates.begin(), candidates.end(), &rule) != candidates.end();
}

std::size_t next_character(std::string_view text, std::size_t at) {
  next_code_point(text, at);
  return at;
}

// Every rule of the built-in grammar, at every place of every example: where it matches, it must be
// among the candidates, and the token's sets must say so.
TEST_CASE("dispatch never hides a rule that matches") {
  const Grammar& grammar = Grammar::builtin();
  const image::ImageView& view = Grammar::Impl::of(grammar).view;
  std::size_t matches = 0;
  for (const image::Example& example : view.section<image::Example>(image::kExamples)) {
    const std::string_view text = view.text(example.text);
    RuleSetReader sets(grammar, text);
    for (std::size_t at = 0; at < text.size(); at = next_character(text, at)) {
      const RuleSets here = sets.at(at, next_character(text, at));
      for (std::size_t i = 0; i < kRuleSetCount; ++i) {
        const auto set = static_cast<RuleSet>(i);
        Candidates candidates;
        grammar.candidates(set, text, at, candidates);
        for (const Rule& rule : grammar.rules(set)) {
          RuleMatch match;
          if (rule.match_at(text, at, match) != MatchResult::kYes) continue;
          ++matches;
          CAPTURE(text, at, rule.id());
          REQUIRE(holds(candidates, rule));
          REQUIRE((here & bit_of(set)) != 0);
        }
      }
    }
  }
  CHECK(matches > 1000);
}

}  // namespace
}  // namespace scp
