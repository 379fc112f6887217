#include "outline/enumerator.h"

#include <algorithm>
#include <array>

#include "lex/token.h"
#include "text/utf8.h"

namespace scp {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string without_zeros(std::string_view digits) {
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  return std::string(digits.substr(first));
}

std::uint32_t small_value(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits.substr(0, 6)) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

Enumerator numbers(std::string_view core, Scheme single) {
  Enumerator result;
  std::size_t at = 0;
  std::size_t depth = 0;
  while (at <= core.size()) {
    const std::size_t end = std::min(core.find('.', at), core.size());
    const std::string_view part = core.substr(at, end - at);
    if (!all_digits(part)) return {};
    if (depth++ > 0) result.value += '.';
    result.value += without_zeros(part);
    result.ordinal = small_value(part);
    at = end + 1;
  }
  result.scheme = depth == 1 ? single : depth == 2 ? Scheme::kDotted2 : Scheme::kDotted3;
  return result;
}

// 1a stands between 1 and 2, and has no place of its own.
Enumerator inserted(std::string_view core) {
  const std::size_t end = core.find_first_not_of("0123456789");
  if (end == 0 || end == std::string_view::npos) return {};
  return {Scheme::kNumber, without_zeros(core.substr(0, end)) + std::string(core.substr(end)), 0};
}

// ii, iv; i, v and x alone are letters unless what stands before says otherwise.
std::uint32_t small_roman(std::string_view core) {
  std::string capitals;
  for (const char c : core) {
    if (c != 'i' && c != 'v' && c != 'x') return 0;
    capitals += static_cast<char>(c - 'a' + 'A');
  }
  return roman_value(capitals);
}

Enumerator bullet(std::string_view token) {
  const char32_t c = decode(token, 0).value;
  if (c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212) return {Scheme::kDash, "-", 0};
  if (c == '+') return {Scheme::kPlus, "+", 0};
  return {Scheme::kBullet, std::string(token), 0};
}

}  // namespace

std::uint32_t point_ordinal(std::string_view letter) {
  // a b c d đ e g h i k l m n o p q r s t u v x y
  static constexpr std::array<char32_t, 23> kOrder = {'a', 'b', 'c', 'd', 0x111, 'e', 'g', 'h',
                                                      'i', 'k', 'l', 'm', 'n',   'o', 'p', 'q',
                                                      'r', 's', 't', 'u', 'v',   'x', 'y'};
  if (letter.empty()) return 0;
  const CodePoint c = decode(letter, 0);
  if (c.length != letter.size()) return 0;
  const auto found = std::find(kOrder.begin(), kOrder.end(), c.value);
  return found == kOrder.end() ? 0 : static_cast<std::uint32_t>(found - kOrder.begin()) + 1;
}

Enumerator read_enumerator(std::string_view token, char after_capital) {
  if (token.empty()) return {};
  std::string_view core = token;
  const bool opened = core.front() == '(';
  const Scheme single = core.back() != ')' ? Scheme::kNumber
                        : opened           ? Scheme::kInParens
                                           : Scheme::kParenNumber;
  if (opened) core.remove_prefix(1);
  while (!core.empty() && std::string_view(".)/-: ").find(core.back()) != std::string_view::npos) {
    core.remove_suffix(1);
  }
  if (token == "o") return bullet(token);  // Word's hollow bullet
  if (core.empty() || !(is_letter(decode(core, 0).value) || is_digit(decode(core, 0).value))) {
    return bullet(token);
  }
  if (is_digit(decode(core, 0).value)) {
    const Enumerator number = numbers(core, single);
    return number.scheme == Scheme::kNone ? inserted(core) : number;
  }
  const CodePoint first = decode(core, 0);
  const bool capital = is_upper(first.value);
  const bool next_capital = after_capital != 0 && core.size() == 1 && core[0] == after_capital + 1;
  const std::uint32_t roman = roman_value(core);
  const bool usual =
      core.size() > 1 || std::string_view("IVX").find(core[0]) != std::string_view::npos;
  if (capital && roman != 0 && usual && !next_capital) {
    return {Scheme::kRoman, std::string(core), roman};
  }
  if (capital) {
    return {Scheme::kCapital, std::string(core),
            core.size() == 1 ? static_cast<std::uint32_t>(core[0] - 'A') + 1 : 0};
  }
  const std::uint32_t numeral = core.size() > 1 ? small_roman(core) : 0;
  if (numeral != 0) return {Scheme::kSmallRoman, std::string(core), numeral};
  return {Scheme::kLetter, std::string(core), point_ordinal(core)};
}

Enumerator as_small_roman(const Enumerator& letter) {
  const std::uint32_t numeral = letter.scheme == Scheme::kLetter ? small_roman(letter.value) : 0;
  return numeral == 0 ? letter : Enumerator{Scheme::kSmallRoman, letter.value, numeral};
}

Enumerator as_sub_letter(const Enumerator& letter) {
  if (letter.scheme != Scheme::kLetter) return letter;
  const std::size_t digit = letter.value.find_first_of("0123456789");
  if (digit == std::string::npos || !all_digits(std::string_view(letter.value).substr(digit)))
    return letter;
  return {Scheme::kSubLetter, letter.value,
          small_value(std::string_view(letter.value).substr(digit))};
}

NodeKind node_kind(Scheme scheme) {
  switch (scheme) {
    case Scheme::kPart:
      return NodeKind::kPart;
    case Scheme::kChapter:
      return NodeKind::kChapter;
    case Scheme::kSection:
    case Scheme::kSubsection:
    case Scheme::kCapital:
    case Scheme::kRoman:
      return NodeKind::kSection;
    case Scheme::kArticle:
      return NodeKind::kArticle;
    case Scheme::kNumber:
    case Scheme::kDotted2:
    case Scheme::kDotted3:
    case Scheme::kParenNumber:
    case Scheme::kInParens:
    case Scheme::kInnerParens:
      return NodeKind::kClause;
    case Scheme::kLetter:
    case Scheme::kSubLetter:
    case Scheme::kSmallRoman:
      return NodeKind::kPoint;
    case Scheme::kTitled:
    case Scheme::kHeading:
      return NodeKind::kSection;
    case Scheme::kDash:
    case Scheme::kPlus:
    case Scheme::kBullet:
      return NodeKind::kBullet;
    case Scheme::kNone:
      break;
  }
  return NodeKind::kParagraph;
}

}  // namespace scp
