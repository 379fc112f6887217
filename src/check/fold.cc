#include "check/fold.h"

#include <algorithm>
#include <iterator>

#include "grammar/words.h"
#include "text/utf8.h"

namespace scp {
namespace {

std::string_view slice(std::string_view text, const Word& word) {
  return text.substr(word.begin, word.end - word.begin);
}

void add_word(std::string_view text, const Word& word, FoldedText& out) {
  if (word.stop) return;
  if (word.connector) {
    if ((word.key & kGapAnd) != 0) out.emplace_back("&");
    return;
  }
  std::string folded;
  if (!fold_word(slice(text, word), folded)) folded = slice(text, word);
  out.push_back(std::move(folded));
}

// Two capitals or more, and nothing else.
bool is_short_form(std::string_view word) {
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = decode(word, i);
    if (!is_letter(c.value) || !is_upper(c.value)) return false;
    ++capitals;
    i += c.length;
  }
  return capitals >= 2;
}

// The lexicon finds names as well that are written out but for a connector; those are left alone.
bool short_form_at(const Lexicon& lexicon, std::string_view text, const std::vector<Word>& words,
                   std::size_t at, LexiconMatch& match) {
  if (!lexicon.longest_at(words, at, match)) return false;
  return std::any_of(words.begin() + at, words.begin() + match.end_word, [&](const Word& word) {
    return !word.connector && is_short_form(slice(text, word));
  });
}

}  // namespace

FoldedText fold_text(const Grammar& grammar, std::string_view text) {
  std::vector<Word> words;
  split_words(grammar, text, words);
  FoldedText out;
  for (const Word& word : words) add_word(text, word, out);
  return out;
}

WrittenOut fold_written_out(const Grammar& grammar, std::string_view text) {
  const Lexicon& short_forms = grammar.lexicon(LexiconId::kAbbreviations);
  std::vector<Word> words;
  split_words(grammar, text, words);
  WrittenOut out;
  for (std::size_t i = 0; i < words.size();) {
    const Word& word = words[i];
    const bool plain = !word.connector && !word.stop;
    LexiconMatch match;
    if (plain && short_form_at(short_forms, text, words, i, match)) {
      const FoldedText full = fold_text(grammar, match.entry.name());
      out.words.insert(out.words.end(), full.begin(), full.end());
      i = match.end_word;
      continue;
    }
    if (plain && is_short_form(slice(text, word))) out.complete = false;
    add_word(text, word, out.words);
    ++i;
  }
  return out;
}

std::string joined(const FoldedText& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

bool contains(const FoldedText& whole, const FoldedText& part) {
  return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end() ||
         part.empty();
}

bool begins_with(const FoldedText& whole, const FoldedText& part) {
  return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

double likeness(const FoldedText& a, const FoldedText& b) {
  if (a.empty() || b.empty()) return 0;
  FoldedText x = a;
  FoldedText y = b;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  FoldedText common;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(common));
  const std::size_t all = x.size() + y.size() - common.size();
  return static_cast<double>(common.size()) / static_cast<double>(all);
}

}  // namespace scp
