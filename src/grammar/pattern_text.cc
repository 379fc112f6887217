#include "grammar/pattern_text.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace scp {
namespace {

using Kind = PatternToken::Kind;

std::size_t end_of(std::string_view pattern, std::string_view closing, std::size_t from) {
  const std::size_t at = pattern.find(closing, from);
  return at == std::string_view::npos ? pattern.size() : at + closing.size();
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

// A name from `from` up to one of the closing marks.
PatternToken named(std::size_t begin, std::string_view pattern, std::size_t from, char closing) {
  PatternToken token{Kind::kName, begin, from, from, from};
  while (token.name_end < pattern.size() && is_name_byte(pattern[token.name_end])) {
    ++token.name_end;
  }
  token.end = token.name_end;
  if (token.end < pattern.size() && pattern[token.end] == closing) {
    ++token.end;
  } else {
    token.kind = Kind::kOther;
  }
  return token;
}

char closing_of(char opening) {
  if (opening == '<') return '>';
  return opening == '{' ? '}' : opening;
}

PatternToken escape(std::string_view pattern, std::size_t at) {
  PatternToken token{Kind::kEscape, at, std::min(at + 2, pattern.size()), 0, 0};
  if (at + 1 >= pattern.size()) return token;
  const char kind = pattern[at + 1];
  const char opening = at + 2 < pattern.size() ? pattern[at + 2] : ' ';
  if (kind == 'Q') {
    token.end = end_of(pattern, "\\E", at + 2);
  } else if (kind == 'k' && (opening == '<' || opening == '{' || opening == '\'')) {
    return named(at, pattern, at + 3, closing_of(opening));
  } else if (opening == '{' && std::string_view("pPxoNg").find(kind) != std::string_view::npos) {
    token.end = end_of(pattern, "}", at + 2);
  } else {
    std::size_t after = at + 1;
    next_code_point(pattern, after);
    token.end = after;
  }
  return token;
}

PatternToken character_class(std::string_view pattern, std::size_t at) {
  std::size_t end = at + 1;
  if (end < pattern.size() && pattern[end] == '^') ++end;
  if (end < pattern.size() && pattern[end] == ']') ++end;
  while (end < pattern.size() && pattern[end] != ']') {
    if (pattern[end] == '\\') {
      end = escape(pattern, end).end;
    } else if (pattern.substr(end, 2) == "[:") {
      end = end_of(pattern, ":]", end);
    } else {
      ++end;
    }
  }
  return {Kind::kClass, at, std::min(end + 1, pattern.size()), 0, 0};
}

PatternToken group(std::string_view pattern, std::size_t at) {
  const std::string_view rest = pattern.substr(at);
  const auto is_name_start = [&](std::size_t i) {
    return i < rest.size() && is_name_byte(rest[i]) && rest[i] != '-';
  };
  if (rest.starts_with("(?#")) return {Kind::kOther, at, end_of(pattern, ")", at), 0, 0};
  if (rest.starts_with("(?P<")) return named(at, pattern, at + 4, '>');
  if (rest.starts_with("(?P=")) return named(at, pattern, at + 4, ')');
  if (rest.starts_with("(?<") && is_name_start(3)) return named(at, pattern, at + 3, '>');
  if (rest.starts_with("(?'")) return named(at, pattern, at + 3, '\'');
  if (rest.starts_with("(?(<")) return named(at, pattern, at + 4, '>');
  if (rest.starts_with("(?:")) return {Kind::kOther, at, at + 3, 0, 0};
  return {Kind::kOther, at, at + (rest.starts_with("(?") ? 2U : 1U), 0, 0};
}

bool is_quantifier(std::string_view braces) {
  return braces.size() > 2 && braces.ends_with('}') &&
         braces.find_first_not_of("0123456789,{}") == std::string_view::npos;
}

}  // namespace

PatternToken next_token(std::string_view pattern, std::size_t at) {
  switch (pattern[at]) {
    case '\\':
      return escape(pattern, at);
    case '[':
      return character_class(pattern, at);
    case '(':
      return group(pattern, at);
    case '{':
      return {Kind::kBrace, at, end_of(pattern, "}", at), 0, 0};
    default:
      break;
  }
  std::size_t end = at;
  next_code_point(pattern, end);
  return {Kind::kLiteral, at, end, 0, 0};
}

void PatternText::append(std::string_view bytes, Origin origin, bool advancing) {
  text += bytes;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    origins.push_back(origin);
    if (advancing) ++origin.offset;
  }
}

PatternExpander::PatternExpander(const std::vector<DefinitionSource>& definitions, ProblemLog& log)
    : log_(log) {
  for (const DefinitionSource& definition : definitions) {
    definitions_.emplace(definition.name->text, definition.pattern);
  }
}

bool PatternExpander::fail(const Frame& frame, std::size_t offset, std::string code, MessageId id,
                           std::initializer_list<MessageArg> args) {
  if (reported_.emplace(std::pair(frame.scalar, offset), true).second) {
    const Spot spot = frame.scalar->spot;
    log_.add(std::move(code), spot_inside(log_.file(spot.file).text, *frame.scalar, offset), id,
             args);
  }
  return false;
}

bool PatternExpander::expand(const YamlNode& pattern, PatternText& out) {
  out = {};
  return expand_into({&pattern, "", {}}, out);
}

bool PatternExpander::expand_into(const Frame& frame, PatternText& out) {
  const std::string& pattern = frame.scalar->text;
  if (pattern.size() > kMaxPatternBytes) {
    return fail(frame, 0, "grammar-limit", MessageId::kGrammarErrorPatternSize);
  }
  for (std::size_t at = 0; at < pattern.size();) {
    const PatternToken token = next_token(pattern, at);
    const std::string_view bytes = std::string_view(pattern).substr(at, token.end - at);
    const PatternText::Origin origin{frame.scalar, static_cast<std::uint32_t>(at)};
    if (token.kind == Kind::kBrace && !is_quantifier(bytes)) {
      if (!expand_reference(frame, token, out)) return false;
    } else if (token.kind == Kind::kName && !frame.prefix.empty()) {
      const std::size_t head = token.name_begin - at;
      out.append(bytes.substr(0, head), origin, true);
      const auto name = static_cast<std::uint32_t>(token.name_begin);
      out.append(frame.prefix, {frame.scalar, name}, false);
      out.append(bytes.substr(head), {frame.scalar, name}, true);
    } else {
      out.append(bytes, origin, true);
    }
    if (out.text.size() > kMaxExpandedBytes) {
      return fail(frame, at, "grammar-limit", MessageId::kGrammarErrorExpandedSize);
    }
    at = token.end;
  }
  return true;
}

bool PatternExpander::expand_reference(const Frame& frame, const PatternToken& token,
                                       PatternText& out) {
  const std::string_view pattern = frame.scalar->text;
  std::string_view name = pattern.substr(token.begin + 1, token.end - token.begin - 1);
  if (!name.ends_with('}')) {
    return fail(frame, token.begin, "grammar-pattern", MessageId::kGrammarErrorOpenBrace);
  }
  name.remove_suffix(1);
  std::string prefix;
  if (const std::size_t equals = name.find('='); equals != std::string_view::npos) {
    prefix = name.substr(0, equals);
    name.remove_prefix(equals + 1);
  }
  const auto definition = definitions_.find(name);
  if (definition == definitions_.end()) {
    std::vector<std::string_view> known;
    for (const auto& [key, value] : definitions_) known.push_back(key);
    MessageArg hint = suggestion(name, known);
    if (hint.value.empty()) hint = word_for("hint", MessageId::kGrammarErrorBrace);
    return fail(frame, token.begin, "grammar-unknown-name",
                MessageId::kGrammarErrorUnknownDefinition, {{"name", name}, hint});
  }
  if (std::find(frame.open.begin(), frame.open.end(), name) != frame.open.end()) {
    for (const std::string_view step : frame.open) {
      if (!circular_.emplace(step).second) return false;
    }
    std::string circle;
    for (const std::string_view step : frame.open) circle += std::string(step) + " -> ";
    return fail(frame, token.begin, "grammar-cycle", MessageId::kGrammarErrorCircle,
                {{"circle", circle + std::string(name)}});
  }
  Frame inner{definition->second, frame.prefix + prefix, frame.open};
  inner.open.push_back(definition->first);
  const PatternText::Origin origin{frame.scalar, static_cast<std::uint32_t>(token.begin)};
  out.append("(?:", origin, false);
  if (!expand_into(inner, out)) return false;
  out.append(")", origin, false);
  return true;
}

namespace {

// One vowel of a pattern, with its case.
struct PatternVowel {
  latin::Vowel vowel;
  bool capital = false;
};

PatternVowel vowel_at(std::string_view pattern, const PatternToken& token) {
  if (token.kind != Kind::kLiteral) return {};
  std::size_t at = token.begin;
  const char32_t c = next_code_point(pattern, at);
  return {latin::take_apart(latin::lower_case(c)), latin::lower_case(c) != c};
}

void append_vowel(std::string& out, PatternVowel vowel) {
  const char32_t letter = latin::put_together(vowel.vowel);
  append(out, vowel.capital ? latin::upper_case(letter) : letter);
}

bool ends_rime(std::string_view pattern, std::size_t at) {
  if (at >= pattern.size()) return true;
  if (std::string_view("?*+{").find(pattern[at]) != std::string_view::npos) return false;
  std::size_t after = at;
  return !latin::is_word_character(next_code_point(pattern, after));
}

// The other spelling of the rime made of two tokens; empty when they are no such rime.
std::string other_spelling(std::string_view pattern, const PatternToken& first,
                           const PatternToken& second) {
  PatternVowel a = vowel_at(pattern, first);
  PatternVowel b = vowel_at(pattern, second);
  if (!latin::is_open_rime(a.vowel.base, b.vowel.base)) return {};
  if ((a.vowel.tone == latin::Tone::kNone) == (b.vowel.tone == latin::Tone::kNone)) return {};
  const char before = first.begin > 0 ? pattern[first.begin - 1] : ' ';
  if (before == 'q' || before == 'Q') return {};
  if (!ends_rime(pattern, second.end)) return {};
  std::swap(a.vowel.tone, b.vowel.tone);
  std::string other;
  append_vowel(other, a);
  append_vowel(other, b);
  return other;
}

}  // namespace

PatternText only_ascii_digits(const PatternText& pattern) {
  PatternText result;
  const std::string_view text = pattern.text;
  for (std::size_t at = 0; at < text.size();) {
    const PatternToken token = next_token(text, at);
    const bool in_class = token.kind == Kind::kClass;
    for (; at < token.end; ++at) {
      const bool digit = text.substr(at, 2) == "\\d" && (in_class || at == token.begin);
      if (digit) {
        result.append(in_class ? "0-9" : "[0-9]", pattern.origins[at++], false);
        continue;
      }
      result.append(text.substr(at, 1), pattern.origins[at], false);
      if (in_class && text[at] == '\\' && at + 1 < token.end) {
        ++at;
        result.append(text.substr(at, 1), pattern.origins[at], false);
      }
    }
  }
  return result;
}

PatternText allow_both_tone_placements(const PatternText& pattern) {
  PatternText result;
  const std::string_view text = pattern.text;
  for (std::size_t at = 0; at < text.size();) {
    const PatternToken token = next_token(text, at);
    std::string other;
    PatternToken next;
    if (token.kind == Kind::kLiteral && token.end < text.size()) {
      next = next_token(text, token.end);
      if (next.kind == Kind::kLiteral) other = other_spelling(text, token, next);
    }
    const std::size_t end = other.empty() ? token.end : next.end;
    const PatternText::Origin origin = pattern.origins[at];
    if (!other.empty()) result.append("(?:", origin, false);
    result.text += text.substr(at, end - at);
    result.origins.insert(result.origins.end(), pattern.origins.begin() + at,
                          pattern.origins.begin() + end);
    if (!other.empty()) result.append("|" + other + ")", origin, false);
    at = end;
  }
  return result;
}

}  // namespace scp
