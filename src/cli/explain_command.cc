#include <vector>

#include "check/check_rule.h"
#include "cli/commands.h"
#include "support/suggest.h"

namespace scp::cli {
namespace {

Problem unknown_rule(std::string_view word) {
  std::vector<std::string_view> known;
  for (const CheckRule& rule : check_rules()) known.push_back(rule.name);
  for (const CheckRule& rule : check_rules()) known.push_back(rule.code);
  const std::string_view near = nearest(word, known);
  const auto say = [&](Lang lang) {
    std::string text = message(lang, MessageId::kUsageUnknownRule, {{"word", word}});
    if (!near.empty()) text += message(lang, MessageId::kUsageDidYouMean, {{"word", near}});
    return text;
  };
  return {.code = "usage", .message = say(Lang::kEn), .message_vi = say(Lang::kVi)};
}

}  // namespace

Exit run_explain(const Session& session) {
  Problems problems;
  std::string out;
  for (const std::string& word : session.line.inputs) {
    const CheckRule* rule = find_check_rule(word);
    if (rule == nullptr) {
      problems.push_back(unknown_rule(word));
      continue;
    }
    if (!out.empty()) out += "\n";
    out += explain(*rule, session.line.lang);
    if (!out.ends_with('\n')) out += '\n';
  }
  if (!problems.empty()) return fail(problems, session.style, Exit::kUsage);
  return write_result(session, out);
}

}  // namespace scp::cli
