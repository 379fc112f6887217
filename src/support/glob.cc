#include "support/glob.h"

#include <cstddef>

namespace scp {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// The length of the character at `at`; a byte that begins none counts as one.
std::size_t length_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return at + length <= text.size() ? length : 1;
}

std::string_view character_at(std::string_view text, std::size_t at) {
  return text.substr(at, length_at(text, at));
}

// Where the set that begins at `open` ends; kNone where no bracket closes it. A bracket that comes
// first is one of the set.
std::size_t closing(std::string_view pattern, std::size_t open) {
  std::size_t first = open + 1;
  if (first < pattern.size() && pattern[first] == '!') ++first;
  return pattern.find(']', first + 1);
}

// UTF-8 sorts like the code points it stands for, so ranges compare bytes.
bool in_set(std::string_view set, std::string_view character) {
  for (std::size_t at = 0; at < set.size();) {
    const std::string_view from = character_at(set, at);
    at += from.size();
    std::string_view to = from;
    if (at + 1 < set.size() && set[at] == '-') {
      to = character_at(set, at + 1);
      at += 1 + to.size();
    }
    if (from <= character && character <= to) return true;
  }
  return false;
}

// Matches one character against the pattern at `p`; the length of that piece, 0 for no match.
std::size_t piece(std::string_view pattern, std::size_t p, std::string_view character) {
  if (pattern[p] == '?') return 1;
  const std::size_t end = pattern[p] == '[' ? closing(pattern, p) : kNone;
  if (end != kNone) {
    const bool negated = pattern[p + 1] == '!';
    const std::size_t begin = p + (negated ? 2 : 1);
    return in_set(pattern.substr(begin, end - begin), character) != negated ? end + 1 - p : 0;
  }
  const std::size_t escape = pattern[p] == '\\' && p + 1 < pattern.size() ? 1 : 0;
  const std::string_view wanted = character_at(pattern, p + escape);
  return wanted == character ? escape + wanted.size() : 0;
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = kNone;  // behind the last *, and where its text may end at the earliest
  std::size_t resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      resume = t;
      continue;
    }
    const std::string_view character = character_at(text, t);
    const std::size_t step = p < pattern.size() ? piece(pattern, p, character) : 0;
    if (step > 0) {
      p += step;
      t += character.size();
    } else if (star != kNone) {
      p = star;
      resume += length_at(text, resume);
      t = resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace scp
