#include "text/utf8.h"

#include <cstring>

namespace scp {
namespace {

bool is_continuation(unsigned char c) {
  return (c & 0xC0) == 0x80;
}

// Length of the valid sequence at `at`, 0 when there is none.
inline std::uint32_t valid_length(std::string_view t, std::size_t at) {
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

bool between(char32_t c, char32_t low, char32_t high) {
  return low <= c && c <= high;
}

}  // namespace

CodePoint decode_wide(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const std::uint32_t length = valid_length(text, at);
  if (length == 2) return {((byte(0) & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (length == 3) {
    return {((byte(0) & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  }
  if (length == 4) {
    return {((byte(0) & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) |
                (byte(3) & 0x3F),
            4};
  }
  return length == 1 ? CodePoint{byte(0), 1} : CodePoint{0xFFFD, 1};
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

bool is_foreign_letter(char32_t c) {
  if (c < 0x2B0) return true;
  if (between(c, 0x300, 0x36F)) return true;  // marks that have no composed letter
  if (between(c, 0x370, 0x1FFF)) return true;
  return between(c, 0x2C00, 0x2DFF) || between(c, 0x3040, 0xD7FF) || between(c, 0xF900, 0xFAFF) ||
         between(c, 0x20000, 0x3FFFF);
}

char32_t lower_foreign(char32_t c) {
  if (between(c, 0x391, 0x3A9) || between(c, 0x410, 0x42F)) return c + 32;
  return between(c, 0x400, 0x40F) ? c + 80 : c;
}

char32_t upper(char32_t c) {
  for (const char32_t distance : {0x20, 1}) {  // à À; ă Ă, ạ Ạ
    if (c > distance && lower(c - distance) == c) return c - distance;
  }
  return c;
}

bool is_lower(char32_t c) {
  return is_letter(c) && !is_upper(c) && !between(c, 0x300, 0x36F);
}

char32_t bare(char32_t c) {
  const char32_t small = lower(c);
  const char32_t base = latin::without_diacritics(small);
  if (base == small) return c;
  return small != c ? latin::upper_case(base) : base;
}

}  // namespace scp
