#include "check/check_rule.h"

#include <algorithm>

namespace scp {
namespace {

MessageId label_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return MessageId::kLabelError;
    case Severity::kWarning:
      return MessageId::kLabelWarning;
    case Severity::kInfo:
      break;
  }
  return MessageId::kLabelInfo;
}

std::string indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    if (end > 1 || text.front() != '\n') out += "    ";
    out += text.substr(0, end);
    text.remove_prefix(end);
  }
  if (!out.empty() && out.back() != '\n') out += '\n';
  return out;
}

std::string with_line_end(std::string_view text) {
  std::string out(text);
  if (out.empty() || out.back() != '\n') out += '\n';
  return out;
}

std::string code_block(std::string_view text) {
  return "```text\n" + with_line_end(text) + "```\n";
}

void add_rule(const CheckRule& rule, std::string& page) {
  const auto part = [&](RuleText text) { return text_of(rule, text, Lang::kEn); };
  page += "\n## " + std::string(rule.code) + " " + std::string(rule.name) + "\n\n";
  page += "Severity: " + std::string(message_text(Lang::kEn, label_of(rule.severity))) + ".\n\n";
  page += with_line_end(part(RuleText::kExplanation));
  page += "\nFound in\n\n" + code_block(part(RuleText::kExample));
  page += "\nbut not in\n\n" + code_block(part(RuleText::kCounterexample));
}

}  // namespace

std::string_view severity_word(Severity severity, Lang lang) {
  return message_text(lang, label_of(severity));
}

std::string explain(const CheckRule& rule, Lang lang) {
  const auto part = [&](RuleText text) { return text_of(rule, text, lang); };
  std::string out = std::string(rule.code) + " " + std::string(rule.name) + " (";
  out += message_text(lang, label_of(rule.severity));
  out += ")\n\n" + with_line_end(part(RuleText::kExplanation)) + "\n";
  out += message(lang, MessageId::kExplainExample) + "\n\n" + indented(part(RuleText::kExample));
  out += "\n" + message(lang, MessageId::kExplainCounterexample) + "\n\n";
  out += indented(part(RuleText::kCounterexample));
  return out;
}

std::string rules_page() {
  std::string page =
      "# Rules of the validator\n\n"
      "Generated from the catalogue and its messages; a test holds this page to them. The same is\n"
      "told by `scpparse explain CODE`.\n\n"
      "An `error` means that the document contradicts itself or cannot be right, a `warning` that\n"
      "it is probably wrong or incomplete, an `info` that something is worth a look.\n\n"
      "| code | rule | severity | what it finds |\n| --- | --- | --- | --- |\n";
  for (const CheckRule& rule : check_rules()) {
    page += "| " + std::string(rule.code) + " | [" + std::string(rule.name) + "](#";
    for (const char c : rule.code) page += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
    page += "-" + std::string(rule.name) + ") | ";
    page += message_text(Lang::kEn, label_of(rule.severity));
    page += " | " + std::string(text_of(rule, RuleText::kSummary, Lang::kEn)) + " |\n";
  }
  for (const CheckRule& rule : check_rules()) add_rule(rule, page);
  return page;
}

}  // namespace scp
