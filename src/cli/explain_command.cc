#include <sys/stat.h>

#include <algorithm>
#include <string>
#include <vector>

#include "check/check_rule.h"
#include "cli/commands.h"
#include "cli/explain_at.h"
#include "cli/width.h"
#include "scpparse/grammar.h"
#include "source/source_file.h"
#include "support/suggest.h"
#include "text/utf8.h"

namespace scp::cli {
namespace {

// The known names and codes, folded like the word they are held against.
std::string lowered(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return out;
}

std::string_view nearest_rule(std::string_view word) {
  std::vector<std::string> codes;
  std::vector<std::string_view> known;
  for (const CheckRule& rule : check_rules()) codes.push_back(lowered(rule.code));
  for (const CheckRule& rule : check_rules()) known.push_back(rule.name);
  known.insert(known.end(), codes.begin(), codes.end());
  const CheckRule* rule = find_check_rule(nearest(lowered(word), known));
  if (rule == nullptr) return {};
  const bool by_code = lowered(word).starts_with("scp");
  return by_code ? rule->code : rule->name;
}

Problem unknown_rule(std::string_view word) {
  const std::string_view near = nearest_rule(word);
  const auto say = [&](Lang lang) {
    std::string text = message(lang, MessageId::kUsageUnknownRule, {{"word", word}});
    if (!near.empty()) text += message(lang, MessageId::kUsageDidYouMean, {{"word", near}});
    return text;
  };
  return {.code = "usage", .message = say(Lang::kEn), .message_vi = say(Lang::kVi)};
}

bool is_file(const std::string& word) {
  struct stat info = {};
  return stat(word.c_str(), &info) == 0;
}

Problem about_file(std::string_view word) {
  const auto say = [&](Lang lang) {
    return message(lang, MessageId::kUsageAtForFile, {{"word", word}});
  };
  return {.code = "usage", .message = say(Lang::kEn), .message_vi = say(Lang::kVi)};
}

void append_cell(std::string_view text, std::size_t width, std::string& out) {
  out += text;
  out += std::string(width - std::min(width - 2, width_of(text)), ' ');
}

std::string all_rules(Lang lang) {
  std::size_t names = 0;
  std::size_t severities = 0;
  for (const CheckRule& rule : check_rules()) {
    names = std::max(names, width_of(rule.name) + 2);
    severities = std::max(severities, width_of(severity_word(rule.severity, lang)) + 2);
  }
  std::string out;
  for (const CheckRule& rule : check_rules()) {
    append_cell(rule.code, 8, out);
    append_cell(rule.name, names, out);
    append_cell(severity_word(rule.severity, lang), severities, out);
    out += text_of(rule, RuleText::kSummary, lang);
    out += '\n';
  }
  return out;
}

Exit explain_place(const Session& session) {
  const CommandLine& line = session.line;
  GrammarPtr grammar = builtin_grammar();
  if (!line.grammar.empty()) {
    auto loaded = load_grammars(line.grammar);
    if (!loaded) return fail(loaded.problems(), session.style, Exit::kUsage);
    grammar = *loaded;
  }
  const auto source = read_source(
      line.inputs.front(), {.max_bytes = line.max_bytes, .encoding = find_encoding(line.encoding)});
  if (!source) return fail(source.problems(), session.style, Exit::kUnreadable);
  const std::string text = explain_at(**source, *grammar, line.at_line, line.at_column, line.lang);
  if (!text.empty()) return write_result(session, text);
  const LineIndex& lines = *(*source)->lines;
  const bool no_line = line.at_line > lines.line_count();
  const std::string_view shown = no_line ? std::string_view() : lines.line_text(line.at_line);
  const auto columns =
      std::count_if(shown.begin(), shown.end(), [](char c) { return !is_trail(c); });
  const auto count = no_line ? lines.line_count() : static_cast<std::uint32_t>(columns);
  const MessageId id = no_line ? MessageId::kUsageNoPlace : MessageId::kUsageNoColumn;
  const auto say = [&](Lang lang) {
    return message(lang, id,
                   {{"line", line.at_line}, {"column", line.at_column}, {"count", count}});
  };
  return fail({{.code = "usage",
                .message = say(Lang::kEn),
                .message_vi = say(Lang::kVi),
                .file = line.inputs.front()}},
              session.style, Exit::kUsage);
}

}  // namespace

Exit run_explain(const Session& session) {
  if (session.line.at_line > 0) return explain_place(session);
  if (session.line.inputs.empty()) return write_result(session, all_rules(session.line.lang));
  Problems problems;
  std::string out;
  for (const std::string& word : session.line.inputs) {
    const CheckRule* rule = find_check_rule(word);
    if (rule == nullptr) rule = find_check_rule("SCP" + word);
    if (rule == nullptr) {
      problems.push_back(is_file(word) ? about_file(word) : unknown_rule(word));
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
