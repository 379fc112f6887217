// Finds quickly where text stops being usual: printable ASCII and the letters of Vietnamese.
//
// Sixteen bytes at a time, without branches on what they are: in Vietnamese nothing foretells where
// the next tone stands. Knows nothing of other characters; who asks goes on from there by himself.
#ifndef SCPPARSE_SUPPORT_USUAL_TEXT_H_
#define SCPPARSE_SUPPORT_USUAL_TEXT_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace scp {

// What is usual besides letters: every printable ASCII character, or all but " and \.
enum class Usual : std::uint8_t { kPrintable, kUnquoted };

namespace usual_text {

// GCC and Clang have vectors everywhere.
typedef std::uint8_t Bytes __attribute__((vector_size(16)));
typedef std::uint64_t Halves __attribute__((vector_size(16)));

inline Bytes is_between(Bytes bytes, std::uint8_t low, std::uint8_t high) {
  return static_cast<Bytes>(bytes - low <= static_cast<std::uint8_t>(high - low));
}

// The bytes that stand `kBack` before each of `now`; `before` stand before all of them.
template <int kBack>
Bytes moved(Bytes before, Bytes now) {
  const Halves halves = reinterpret_cast<Halves>(now);
#if defined(__clang__)
  const Halves last = __builtin_shufflevector(reinterpret_cast<Halves>(before), halves, 1, 2);
#else
  const Halves last = __builtin_shuffle(reinterpret_cast<Halves>(before), halves, Halves{1, 2});
#endif
  if constexpr (std::endian::native == std::endian::little) {
    return reinterpret_cast<Bytes>(halves << 8 * kBack | last >> (64 - 8 * kBack));
  } else {
    return reinterpret_cast<Bytes>(halves >> 8 * kBack | last << (64 - 8 * kBack));
  }
}

// 0xFF for each byte that is not usual where it stands. Letters are C3 to C6 with one byte, and E1
// B8 to E1 BB with one more.
template <Usual kUsual>
[[gnu::always_inline]] inline Bytes find_unusual(Bytes before, Bytes now) {
  const Bytes last = moved<1>(before, now);
  const Bytes second_of_three = static_cast<Bytes>(last == 0xE1);
  const Bytes third_of_three = static_cast<Bytes>(moved<2>(before, now) == 0xE1);
  const Bytes wanted_tail = is_between(last, 0xC3, 0xC6) | second_of_three | third_of_three;
  const Bytes tail = is_between(now, 0x80, 0xBF);
  const Bytes lead = is_between(now, 0xC3, 0xC6) | static_cast<Bytes>(now == 0xE1);
  Bytes plain = is_between(now, 0x20, 0x7E);
  if constexpr (kUsual == Usual::kUnquoted) {
    plain &= ~(static_cast<Bytes>(now == '"') | static_cast<Bytes>(now == '\\'));
  }
  const Bytes known = plain | lead | tail;
  return ~known | (tail ^ wanted_tail) | (second_of_three & ~is_between(now, 0xB8, 0xBB));
}

// The index of the first byte that is not 0, or 16.
inline std::size_t first_set(Bytes bytes) {
  const Halves halves = reinterpret_cast<Halves>(bytes);
  const auto zeros = [](std::uint64_t half) {
    const bool little = std::endian::native == std::endian::little;
    return static_cast<std::size_t>(little ? std::countr_zero(half) : std::countl_zero(half));
  };
  return (halves[0] != 0 ? zeros(halves[0]) : 64 + zeros(halves[1])) / 8;
}

// The first 16 of `left` bytes; blanks stand behind the last.
inline Bytes load(const char* at, std::size_t left) {
  Bytes bytes;
  if (left >= sizeof bytes) {
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
  }
  char some[sizeof bytes];
  std::memset(some, ' ', sizeof some);
  std::memcpy(some, at, left);
  std::memcpy(&bytes, some, sizeof bytes);
  return bytes;
}

}  // namespace usual_text

// The end of the usual characters from `from`, where a character begins; text.size() when all are.
template <Usual kUsual>
std::size_t usual_end(std::string_view text, std::size_t from) {
  using usual_text::Bytes;
  Bytes before{};
  std::size_t at = from;
  std::size_t found = sizeof(Bytes);
  while (at < text.size() && found == sizeof(Bytes)) {
    const Bytes now = usual_text::load(text.data() + at, text.size() - at);
    found = usual_text::first_set(usual_text::find_unusual<kUsual>(before, now));
    before = now;
    at += found;
  }
  at = at < text.size() ? at : text.size();
  const auto is = [&](std::size_t back, std::uint8_t low, std::uint8_t high) {
    if (at < from + back) return false;
    const auto byte = static_cast<std::uint8_t>(text[at - back]);
    return byte >= low && byte <= high;
  };
  if (is(1, 0xC3, 0xC6) || is(1, 0xE1, 0xE1)) return at - 1;  // a letter that has not ended
  return is(2, 0xE1, 0xE1) ? at - 2 : at;
}

}  // namespace scp

#endif  // SCPPARSE_SUPPORT_USUAL_TEXT_H_
