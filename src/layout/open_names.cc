#include "layout/open_names.h"

#include <algorithm>
#include <vector>

namespace scp {

std::string open_name(const Grammar& grammar, const std::string& text) {
  const Lexicon names = grammar.lexicon(LexiconId::kAgencies);
  std::vector<Word> words;
  split_words(grammar, text, words);
  for (const Word& word : words) {
    const auto at = static_cast<std::size_t>(&word - words.data());
    if (!word.connector && names.goes_on_after(words, at)) return text.substr(word.begin);
  }
  return {};
}

bool goes_on_with(const Grammar& grammar, const std::string& name, std::string_view text) {
  const Lexicon names = grammar.lexicon(LexiconId::kAgencies);
  std::vector<Word> words;
  split_words(grammar, name, words);
  const std::size_t before = words.size();
  const std::string joined = name + ' ' + std::string(text);
  split_words(grammar, joined, words);
  const bool more = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(before), words.end(),
                                [](const Word& word) { return !word.connector; });
  LexiconMatch match;
  if (!more) return false;
  return names.goes_on_after(words, 0) ||
         (names.longest_at(words, 0, match) && match.end_word > before);
}

}  // namespace scp
