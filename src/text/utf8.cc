#include "text/utf8.h"

#include <cstring>

namespace scp {
namespace {

bool is_continuation(unsigned char c) { return (c & 0xC0) == 0x80; }

// Length of the valid sequence at `at`, 0 when there is none.
std::uint32_t valid_length(std::string_view t, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(t[at + i]); };
  const unsigned char c = byte(0);
  if (c < 0x80) return 1;
  const std::size_t left = t.size() - at;
  if (c >= 0xC2 && c <= 0xDF) return left >= 2 && is_continuation(byte(1)) ? 2 : 0;
  if ((c & 0xF0) == 0xE0) {
    if (left < 3 || !is_continuation(byte(1)) || !is_continuation(byte(2))) return 0;
    if (c == 0xE0 && byte(1) < 0xA0) return 0;
    if (c == 0xED && byte(1) > 0x9F) return 0;
    return 3;
  }
  if (c >= 0xF0 && c <= 0xF4) {
    if (left < 4) return 0;
    for (std::size_t i = 1; i < 4; ++i) {
      if (!is_continuation(byte(i))) return 0;
    }
    if ((c == 0xF0 && byte(1) < 0x90) || (c == 0xF4 && byte(1) > 0x8F)) return 0;
    return 4;
  }
  return 0;
}

bool between(char32_t c, char32_t low, char32_t high) { return low <= c && c <= high; }

// The capital without marks of a letter in the block of Vietnamese letters, U+1EA0 to U+1EF9.
char32_t bare_additional(char32_t c) {
  if (c <= 0x1EB7) return 'A';
  if (c <= 0x1EC7) return 'E';
  if (c <= 0x1ECB) return 'I';
  if (c <= 0x1EE3) return 'O';
  if (c <= 0x1EF1) return 'U';
  return 'Y';
}

char32_t bare_latin1(char32_t c) {  // c is a capital, U+00C0 to U+00DD
  if (c <= 0xC5) return 'A';
  if (c == 0xC7) return 'C';
  if (between(c, 0xC8, 0xCB)) return 'E';
  if (between(c, 0xCC, 0xCF)) return 'I';
  if (c == 0xD1) return 'N';
  if (between(c, 0xD2, 0xD6)) return 'O';
  if (between(c, 0xD9, 0xDC)) return 'U';
  if (c == 0xDD) return 'Y';
  return c;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const char32_t c = byte(0);
  if (c < 0x80) return {c, 1};
  switch (valid_length(text, at)) {
    case 2:
      return {((c & 0x1F) << 6) | (byte(1) & 0x3F), 2};
    case 3:
      return {((c & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
    case 4:
      return {((c & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) |
                  (byte(3) & 0x3F),
              4};
    default:
      return {0xFFFD, 1};
  }
}

void append(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::size_t first_invalid(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size()) {
    if (at + 8 <= text.size()) {
      std::uint64_t word;
      std::memcpy(&word, text.data() + at, 8);
      if ((word & 0x8080808080808080ULL) == 0) {
        at += 8;
        continue;
      }
    }
    const std::uint32_t length = valid_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return text.size();
}

bool is_letter(char32_t c) {
  if (c < 0x80) return between(c | 0x20, 'a', 'z');
  if (c < 0x2B0) return c >= 0xC0 ? c != 0xD7 && c != 0xF7 : c == 0xAA || c == 0xB5 || c == 0xBA;
  if (between(c, 0x300, 0x36F)) return true;  // marks that have no composed letter
  if (between(c, 0x370, 0x1FFF)) return true;
  return between(c, 0x2C00, 0x2DFF) || between(c, 0x3040, 0xD7FF) || between(c, 0xF900, 0xFAFF) ||
         between(c, 0x20000, 0x3FFFF);
}

char32_t lower(char32_t c) {
  if (c < 0x80) return between(c, 'A', 'Z') ? c + 32 : c;
  if (between(c, 0xC0, 0xDE)) return c == 0xD7 ? c : c + 32;
  if (between(c, 0x100, 0x17F)) {
    if (between(c, 0x139, 0x148) || between(c, 0x179, 0x17E)) return (c & 1) != 0 ? c + 1 : c;
    if (c == 0x178) return 0xFF;
    return c != 0x130 && c != 0x138 && c != 0x149 && c != 0x17F && (c & 1) == 0 ? c + 1 : c;
  }
  if (c == 0x1A0 || c == 0x1AF) return c + 1;
  if (between(c, 0x391, 0x3A9) || between(c, 0x410, 0x42F)) return c + 32;
  if (between(c, 0x400, 0x40F)) return c + 80;
  if (between(c, 0x1E00, 0x1EFF)) {
    return between(c, 0x1E96, 0x1E9F) || (c & 1) != 0 ? c : c + 1;
  }
  return c;
}

bool is_upper(char32_t c) { return lower(c) != c; }

bool is_lower(char32_t c) { return is_letter(c) && !is_upper(c) && !between(c, 0x300, 0x36F); }

char32_t bare(char32_t c) {
  if (c < 0x80) return c;
  const char32_t small = lower(c);
  const bool capital = small != c;
  char32_t base = 0;
  if (between(small, 0xE0, 0xFD)) base = bare_latin1(small - 32);
  if (small == 0x103) base = 'A';
  if (small == 0x111) base = 'D';
  if (small == 0x129) base = 'I';
  if (small == 0x169 || small == 0x1B0) base = 'U';
  if (small == 0x1A1) base = 'O';
  if (between(small, 0x1EA0, 0x1EF9)) base = bare_additional(small);
  if (base < 'A' || base > 'Z') return c;
  return capital ? base : base + 32;
}

}  // namespace scp
