#include "layout/title_lines.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"

namespace scp {
namespace {

constexpr std::size_t kHalfLine = 30;  // bytes

std::string_view text_of(std::string_view content, const Line& line) {
  return content.substr(line.range.begin, line.range.size());
}

bool ends_with_one_of(std::string_view text, std::string_view marks) {
  return !text.empty() && marks.find(text.back()) != std::string_view::npos;
}

// Whether a rule of the role matches where the line begins.
bool begins_with(std::string_view content, const Grammar& grammar, RuleSet set, const Line& line,
                 std::string_view role) {
  const std::string_view subject = content.substr(0, line.range.end);
  Candidates candidates;
  RuleMatch match;
  grammar.candidates(set, subject, line.range.begin, candidates);
  for (const Rule* rule : candidates) {
    if (rule->value(Field::kRole) == role &&
        rule->match_at(subject, line.range.begin, match) == MatchResult::kYes)
      return true;
  }
  return false;
}

}  // namespace

std::size_t title_lines_end(std::string_view content, const Grammar& grammar,
                            const std::vector<Line>& lines, std::size_t at) {
  constexpr std::size_t kMostLines = 5;
  constexpr std::size_t kLongestLine = 120;  // bytes
  const Line& first = lines[at];
  const bool subject = first.form != nullptr && first.form->value(Field::kRole) == "subject";
  const bool below_kind = at > 0 && lines[at - 1].kind_line && !first.gap_before &&
                          first.form == nullptr && !first.enumerated && !first.capitals;
  if (!subject && !below_kind) return at;
  std::size_t end = at + 1;
  for (; end < lines.size() && end < at + kMostLines; ++end) {
    const Line& line = lines[end];
    if (line.gap_before || line.form != nullptr || line.tabbed() || line.rule || line.kind_line ||
        line.capitals != first.capitals)
      break;
    const std::string_view text = text_of(content, line);
    const bool fits = !line.enumerated && text.size() <= kLongestLine &&
                      !ends_with_one_of(text_of(content, lines[end - 1]), ".:;") &&
                      !begins_with_key(grammar, text);
    if (!fits) return at;
  }
  const bool ended = ends_with_one_of(text_of(content, lines[end - 1]), ".:;");
  return ended || end == at + kMostLines ? at : end;
}

bool opens_text(std::string_view content, const Grammar& grammar, const std::vector<Line>& lines,
                std::size_t title, std::size_t at) {
  const Line& first = lines[title];
  const bool below_kind = title > 0 && lines[title - 1].kind_line && !first.gap_before;
  return below_kind && !first.capitals && first.form == nullptr &&
         is_upper(decode(content, lines[at].range.begin).value) &&
         begins_with(content, grammar, RuleSet::kAssignment, lines[at], "circumstance");
}

bool name_over_gap(std::string_view content, const Grammar& grammar, const Line& last,
                   const Line& next) {
  constexpr std::size_t kNear = 40;  // bytes
  const std::string_view above = text_of(content, last);
  const std::string_view below = text_of(content, next);
  if (last.capitals || next.capitals || above.size() < kHalfLine ||
      ends_with_one_of(above, ".;:!?)"))
    return false;
  std::size_t from = above.size() - std::min(above.size(), kNear);
  if (from > 0) from = std::min(above.find(' ', from), above.size());
  std::string joined(above.substr(from));
  const std::size_t cut = joined.size();
  joined.append(" ").append(below.substr(0, below.find(' ', kNear)));
  std::vector<Word> words;
  split_words(grammar, joined, words);
  LexiconMatch name;
  for (std::size_t i = 0; i < words.size() && words[i].begin < cut; ++i) {
    if (grammar.lexicon(LexiconId::kAgencies).longest_at(words, i, name) &&
        words[name.end_word - 1].end > cut)
      return true;
  }
  return false;
}

}  // namespace scp
