// Lines that hold nothing but the kind of an instrument.
#include <algorithm>

#include "layout/blocks.h"
#include "text/utf8.h"

namespace scp {

KindLine read_kind_line(const Grammar& grammar, std::string_view text, Range range,
                        bool emphasised) {
  constexpr std::size_t kLongest = 80;  // bytes
  KindLine result;
  std::string_view line = text.substr(range.begin, range.size());
  if (line.size() > kLongest) return result;
  while (!line.empty() && (line.back() == ':' || line.back() == '.' || line.back() == ' ')) {
    line.remove_suffix(1);
  }
  const Lexicon& kinds = grammar.lexicon(LexiconId::kDocumentKinds);
  std::vector<Word> words;
  split_words(grammar, line, words);
  if (words.empty()) return result;
  LexiconMatch match;
  if (kinds.longest_at(words, 0, match)) {
    result.kind = match.entry;
  } else {  // text that lost its diacritics: PHU LỤC
    for (std::size_t count = std::min<std::size_t>(words.size(), 3); count >= 2; --count) {
      result.kind = kinds.find_bare(line.substr(0, words[count - 1].end));
      match.end_word = static_cast<std::uint32_t>(count);
      if (result.kind.valid()) break;
    }
    if (!result.kind.valid() || !emphasised) return {};
  }
  const bool numbered = result.kind.value(Field::kIdPrefix).data() != nullptr;
  const std::uint32_t kind_end = words[match.end_word - 1].end;
  if (match.end_word == words.size()) return emphasised || numbered ? result : KindLine{};
  // Appendices are numbered: Phụ lục II, Phụ lục số 01, Phụ lục 2A.
  std::size_t label = line.find_first_not_of(' ', kind_end);
  if (!numbered || label == std::string_view::npos || words.size() - match.end_word > 2) return {};
  const std::string_view last = line.substr(words.back().begin);
  const bool number = is_digit(decode(last, 0).value) || roman_value(last) != 0 ||
                      (last.size() == 1 && is_upper(decode(last, 0).value));
  if (!number) return {};
  result.label = {range.begin + words.back().begin,
                  range.begin + static_cast<std::uint32_t>(line.size())};
  return result;
}

}  // namespace scp
