// What the words of a line say of it.
#include <algorithm>

#include "grammar/words.h"
#include "layout/lines.h"
#include "text/utf8.h"

namespace scp {

bool all_capitals(std::string_view text) {
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t upper = 0;
    std::size_t lower = 0;
    bool first_lower = false;
    CodePoint c = decode(text, i);
    for (; is_letter(c.value); c = decode(text, i)) {
      if (is_lower(c.value)) {
        first_lower = first_lower || upper + lower == 0;
        ++lower;
      } else {
        ++upper;
      }
      i += c.length;
      if (i >= text.size()) break;
    }
    if (lower == 0) capitals += upper;
    if (lower > 0 && (first_lower || upper <= lower)) return false;
    if (i < text.size()) i += c.length;
  }
  return capitals >= 2;
}

bool stem_at(const Grammar& grammar, std::span<const Word> words, std::size_t at,
             LexiconMatch& match) {
  return grammar.lexicon(LexiconId::kAgencyStems).longest_at(words, at, match) &&
         match.entry.value(Field::kKind).data() == nullptr;
}

Wanted wanted_after(const Grammar& grammar, std::string_view text) {
  const std::size_t blank = text.rfind(' ');
  const std::string_view last = text.substr(blank == std::string_view::npos ? 0 : blank + 1);
  if (grammar.lexicon(LexiconId::kConnectors).find(last).valid()) return Wanted::kAnything;
  const Lexicon& open = grammar.lexicon(LexiconId::kOpenWords);
  const Entry entry = open.find(last);
  if (!entry.valid()) {  // "… DỰ ÁN ĐÃ ĐƯỢC"
    const bool one = blank == std::string_view::npos || blank == 0;
    const std::size_t two = one ? std::string_view::npos : text.rfind(' ', blank - 1);
    return !one && open.find(text.substr(two == std::string_view::npos ? 0 : two + 1)).valid()
               ? Wanted::kAnything
               : Wanted::kNothing;
  }
  // "CÁC NĂM TIẾP THEO": the end of a word that needs nothing.
  const std::size_t before =
      blank == std::string_view::npos || blank == 0 ? blank : text.rfind(' ', blank - 1);
  const bool compound = blank != std::string_view::npos && blank > 0 &&
                        grammar.lexicon(LexiconId::kCompounds)
                            .find(text.substr(before == std::string_view::npos ? 0 : before + 1))
                            .valid();
  if (compound) return Wanted::kNothing;
  const bool number = entry.value(Field::kKind).data() != nullptr;
  return number ? Wanted::kNumber : Wanted::kAnything;
}

bool begins_with_key(const Grammar& grammar, std::string_view text) {
  constexpr std::size_t kLongestKey = 80;  // bytes
  const std::size_t colon = text.substr(0, kLongestKey).find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view key = text.substr(0, colon);
  if (grammar.lexicon(LexiconId::kDetailKeys).find(key).valid()) return true;
  const Entry column = grammar.lexicon(LexiconId::kColumns).find(key);
  if (!column.valid()) return false;
  const std::string_view role = column.value(Field::kRole);
  return role == "lead" || role == "coordinating" || role == "deadline" || role == "product";
}

bool ends_in_key(const Grammar& grammar, std::string_view text) {
  if (!text.ends_with(':')) return false;
  const std::size_t stop = text.find_last_of(".;", text.size() - 2);
  return stop != std::string_view::npos && stop + 2 < text.size() && text[stop + 1] == ' ' &&
         begins_with_key(grammar, text.substr(stop + 2));
}

bool is_keyed(const Grammar& grammar, std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of("-+* "), text.size());
  return begins_with_key(grammar, text.substr(begin));
}

bool begins_open(const Grammar& grammar, std::string_view text) {
  std::vector<Word> words;
  split_words(grammar, text, words);
  return !words.empty() && grammar.lexicon(LexiconId::kOpenWords)
                               .find(text.substr(words[0].begin, words[0].end - words[0].begin))
                               .valid();
}

bool open_end(std::string_view text) {
  const bool bracket =
      std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
  return bracket || std::string_view(".;:!?)").find(text.back()) == std::string_view::npos;
}

bool begins_with_authority(const Grammar& grammar, std::string_view text) {
  std::vector<Word> words;
  split_words(grammar, text, words);
  LexiconMatch match;
  return grammar.lexicon(LexiconId::kAgencies).longest_at(words, 0, match) ||
         grammar.lexicon(LexiconId::kAgencyHeads).longest_at(words, 0, match);
}

bool ends_with_head(const Grammar& grammar, std::string_view text) {
  constexpr int kMostWords = 3;
  std::size_t at = text.size();
  for (int i = 0; i < kMostWords && at != std::string_view::npos && at > 0; ++i) {
    at = text.rfind(' ', at - 1);
    const std::string_view last = text.substr(at == std::string_view::npos ? 0 : at + 1);
    if (grammar.lexicon(LexiconId::kAgencyHeads).find(last).valid()) return true;
  }
  return false;
}

}  // namespace scp
