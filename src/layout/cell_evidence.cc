#include "layout/cell_evidence.h"

#include <algorithm>
#include <vector>

#include "layout/lines.h"
#include "text/utf8.h"

namespace scp {
namespace {

constexpr std::uint32_t kLong = 100;  // bytes; names and times are mostly shorter

bool names_body(const Grammar& grammar, std::string_view text) {
  constexpr std::size_t kEnough = 120;  // bytes of the beginning
  std::vector<Word> words;
  split_words(grammar, text.substr(0, kEnough), words);
  std::size_t first = 0;
  while (first < words.size() && (words[first].connector || words[first].stop)) ++first;
  if (first >= words.size()) return false;
  LexiconMatch match;
  if (grammar.lexicon(LexiconId::kAgencies).longest_at(words, first, match)) return true;
  if (!stem_at(grammar, words, first, match)) return false;
  // "Hội Nông dân" and "UBND huyện Sa Pa" are bodies, "Hội nghị" is not.
  const std::size_t next = match.end_word;
  if (next >= words.size()) return false;
  return is_upper(decode(text, words[next].begin).value) ||
         grammar.lexicon(LexiconId::kUnitWords).longest_at(words, next, match);
}

}  // namespace

CellEvidence cell_evidence(const Grammar& grammar, std::string_view content, Range cell) {
  CellEvidence made;
  const std::string_view text = content.substr(cell.begin, cell.size());
  made.size = cell.size();
  const CodePoint first = decode(text, 0);
  made.small = is_letter(first.value) && is_lower(first.value);
  made.bullet = text.size() > 2 &&
                std::string_view("-+*").find(text[0]) != std::string_view::npos && text[1] == ' ';
  made.ended = std::string_view(".;:!?").find(text.back()) != std::string_view::npos;
  made.agency = names_body(grammar, text);
  RuleMatch match;
  made.time = !made.agency &&
              first_match(grammar, RuleSet::kDeadline, content, cell, match) != nullptr &&
              (match.end - match.begin) * 2 >= cell.size();
  made.several = text.find_first_of(",;") != std::string_view::npos;
  return made;
}

int fits_role(const CellEvidence& cell, std::string_view role) {
  if (role == "lead" || role == "coordinating" || role == "approver" || role == "monitor") {
    if (cell.time) return -6;
    if (!cell.agency) return cell.size > kLong ? -5 : -2;
    const bool many = role == "coordinating" && cell.several;
    return role == "lead" ? 5 : role == "coordinating" ? 4 + (many ? 1 : 0) : 3;
  }
  if (role == "deadline" || role == "start") {
    if (cell.time) return 6;
    return cell.agency ? -6 : cell.small || cell.size > kLong ? -5 : -2;
  }
  if (role == "content" || role == "indicator") {
    if (cell.time) return -4;
    return (cell.agency ? -2 : 2) + (cell.size > kLong / 2 ? 2 : 0) - (cell.small ? 2 : 0);
  }
  if (role == "product") {
    return cell.time || cell.agency || cell.small ? -3 : cell.size > kLong * 2 ? -1 : 2;
  }
  return cell.time || cell.agency ? -2 : cell.size > kLong * 2 ? -1 : 1;
}

}  // namespace scp
