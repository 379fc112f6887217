// A rule file of any bytes: it is compiled or refused with a problem that says where; what is
// compiled can be listed, keeps its own examples and matches any text without harm.
#include <cstdint>
#include <string>

#include "fuzz/require.h"
#include "grammar/compile.h"
#include "grammar/grammar.h"
#include "grammar/tooling.h"

namespace {

using fuzz::require;

void match_everywhere(const scp::Grammar& grammar, std::string_view text) {
  scp::RuleMatch match;
  for (std::size_t set = 0; set < scp::kRuleSetCount; ++set) {
    for (const scp::Rule& rule : grammar.rules(static_cast<scp::RuleSet>(set))) {
      for (std::size_t at = 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
        if (rule.match_at(text, at, match) != scp::MatchResult::kYes) continue;
        require(match.begin == at && match.end >= at && match.end <= text.size(),
                "a match begins where it was asked for");
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto image = scp::compile({{"rules.yaml", "rules.yaml", text}});
  if (!image) {
    for (const scp::Problem& problem : image.problems()) {
      require(!problem.code.empty() && !problem.message.empty(), "a problem says what it is");
    }
    return 0;
  }
  require(*scp::compile({{"rules.yaml", "rules.yaml", text}}) == *image, "the same image twice");
  const auto grammar = scp::Grammar::from_image(*image);
  require(grammar != nullptr, "an image is a grammar");
  require(scp::run_examples(*grammar).failures.empty(), "what is compiled keeps its examples");
  scp::list_grammar(*grammar);
  match_everywhere(*grammar, "Điều 4. Sở A, ngày 13/8/2020 (5%)\n");
  return 0;
}
