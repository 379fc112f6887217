#include "facts/capitals.h"

#include "lex/token.h"
#include "text/utf8.h"

namespace scp {
namespace {

std::string small(std::string_view text, bool capital_first) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    append(out, capital_first && at == 0 ? c.value : lower(c.value));
    at += c.length;
  }
  return out;
}

// The end of the same letters at `at`, whatever their case; 0 when others stand there.
std::size_t same_letters(std::string_view text, std::size_t at, std::string_view wanted) {
  std::size_t k = 0;
  while (k < wanted.size()) {
    if (at >= text.size()) return 0;
    const CodePoint a = decode(text, at);
    const CodePoint b = decode(wanted, k);
    if (lower(a.value) != lower(b.value)) return 0;
    at += a.length;
    k += b.length;
  }
  return at;
}

std::string_view written_elsewhere(const FactContext& context, std::string_view name) {
  const std::string_view flow = context.flow.text();
  for (const Token& token : context.flow.tokens()) {
    const std::size_t end = same_letters(flow, token.begin, name);
    if (end == 0) continue;
    const std::string_view found = flow.substr(token.begin, end - token.begin);
    if (!has_words_in_capitals(found) && is_upper(decode(found, 0).value)) return found;
  }
  return {};
}

}  // namespace

std::string capitalised(std::string_view text) {
  std::string out;
  if (text.empty()) return out;
  const CodePoint first = decode(text, 0);
  append(out, upper(first.value));
  return out += text.substr(first.length);
}

bool has_words_in_capitals(std::string_view text) {
  std::size_t run = 0;
  std::size_t words = 0;
  bool all = true;
  for (std::size_t at = 0; at <= text.size();) {
    const CodePoint c = at < text.size() ? decode(text, at) : CodePoint{U' ', 1};
    if (is_letter(c.value)) {
      ++run;
      all = all && is_upper(c.value);
    } else {
      if (run >= 2 && all) ++words;
      run = 0;
      all = true;
    }
    at += c.length;
  }
  return words >= 2;
}

std::string in_sentence_case(const FactContext& context, Range range) {
  const std::string_view text = context.text(range);
  if (const std::string_view found = written_elsewhere(context, text); !found.empty()) {
    return std::string(found);
  }
  const std::span<const Word> words = context.layout.words_in(range);
  const auto lexicon = [&](LexiconId id) -> const Lexicon& { return context.grammar.lexicon(id); };
  std::string out;
  std::uint32_t at = range.begin;
  bool place = false;
  bool region = false;
  std::size_t first = 1;  // the word after the first ones, which begins the name proper
  for (std::size_t i = 0; i < words.size();) {
    LexiconMatch match;
    std::string name;
    std::size_t next = i + 1;
    if (i == 0 && lexicon(LexiconId::kAgencyStems).longest_at(words, i, match)) {
      name = match.entry.name();
      next = first = match.end_word;
      place = match.entry.value(Field::kRole) == "proper";
    } else if (i == 0 && lexicon(LexiconId::kAgencyHeads).longest_at(words, i, match) &&
               match.end_word < words.size()) {  // "CHỦ TỊCH ỦY BAN NHÂN DÂN …"
      next = first = match.end_word;
      name = small(context.text({words[i].begin, words[next - 1].end}), true);
    } else if (i > 0 && lexicon(LexiconId::kUnitWords).longest_at(words, i, match)) {
      name = match.entry.name();
      next = match.end_word;
      place = true;
      region = match.entry.value(Field::kLevel) == "region";
    } else if (lexicon(LexiconId::kProvinces).longest_at(words, i, match)) {
      name = match.entry.name();
      next = match.end_word;
    } else if (!place && i > 0 && lexicon(LexiconId::kAbbreviations).longest_at(words, i, match)) {
      name = i == first ? capitalised(match.entry.name()) : std::string(match.entry.name());
      next = match.end_word;
    } else if (region && roman_value(context.text({words[i].begin, words[i].end})) != 0) {
      name = context.text({words[i].begin, words[i].end});  // "khu vực XIV"
    } else {
      name = small(context.text({words[i].begin, words[i].end}), place || i == 0 || i == first);
    }
    out += context.text({at, words[i].begin});
    out += name;
    at = words[next - 1].end;
    i = next;
  }
  out += context.text({at, range.end});
  return out;
}

}  // namespace scp
