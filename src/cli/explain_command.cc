#include "cli/commands.h"

namespace scp::cli {
namespace {

std::string key_of(std::string_view rule, std::string_view part) {
  return "rule." + std::string(rule) + "." + std::string(part);
}

}  // namespace

Exit run_explain(const Session& session) {
  Problems problems;
  std::string out;
  for (const std::string& rule : session.line.inputs) {
    const auto explanation = message_named(key_of(rule, "explanation"));
    if (!explanation) {
      const auto say = [&](Lang lang) {
        return message(lang, MessageId::kUsageUnknownRule, {{"word", std::string_view(rule)}});
      };
      problems.push_back(
          {.code = "usage", .message = say(Lang::kEn), .message_vi = say(Lang::kVi)});
      continue;
    }
    out += message(session.line.lang, *explanation) + "\n";
  }
  if (!problems.empty()) return fail(problems, session.style, Exit::kUsage);
  return write_result(session, out);
}

}  // namespace scp::cli
