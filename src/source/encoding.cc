#include "source/encoding.h"

#include <algorithm>

#include "source/encoding_tables.h"

namespace scp {
namespace {

constexpr char kLoneSurrogate = '\xC0';
constexpr char kHalfUnit = '\x80';

bool is_high(char32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(char32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// Characters U+0080 to U+00FF that are rare in Vietnamese texts: neither letters of it nor usual
// signs.
constexpr tables::ByteSet kOdd = [] {
  tables::ByteSet odd{};
  const auto add = [&odd](unsigned from, unsigned to) {
    for (unsigned c = from; c <= to; ++c) odd.words[c >> 6] |= std::uint64_t{1} << (c & 63);
  };
  add(0x80, 0x9F);
  add(0xA1, 0xA6);
  add(0xA8, 0xAA);
  add(0xAC, 0xAC);
  add(0xAE, 0xAF);
  add(0xB4, 0xB6);
  add(0xB8, 0xBA);
  add(0xBF, 0xBF);
  for (const unsigned shift : {0x00U, 0x20U}) {  // capitals and small letters
    add(0xC4 + shift, 0xC7 + shift);
    add(0xCB + shift, 0xCB + shift);
    add(0xCE + shift, 0xD1 + shift);
    add(0xD6 + shift, 0xD6 + shift);
    add(0xD8 + shift, 0xD8 + shift);
    add(0xDB + shift, 0xDC + shift);
    add(0xDE + shift, 0xDF + shift);
  }
  return odd;
}();

}  // namespace

std::size_t character_length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U;
  };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return tail(1) ? 2 : 0;
  if (lead < 0xF0) {
    const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = lead == 0xED && byte(1) >= 0xA0;
    return tail(1) && tail(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead > 0xF4) return 0;
  const bool overlong = lead == 0xF0 && byte(1) < 0x90;
  const bool too_high = lead == 0xF4 && byte(1) >= 0x90;
  return tail(1) && tail(2) && tail(3) && !overlong && !too_high ? 4 : 0;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

Encoding detect_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return Encoding::kUtf8Bom;
  if (bytes.starts_with("\xFF\xFE")) return Encoding::kUtf16Le;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::kUtf16Be;
  return Encoding::kUtf8;
}

std::string_view name_of(Encoding encoding) {
  constexpr std::size_t kMarked = 1;  // the one that has no name to ask for it
  const auto index = static_cast<std::size_t>(encoding);
  if (encoding == Encoding::kUtf8Bom) return "utf-8-bom";
  return tables::encoding_list()[encoding == Encoding::kUtf8 ? index : index - kMarked];
}

std::optional<Encoding> find_encoding(std::string_view name) {
  std::string folded;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') folded += static_cast<char>(c + 32);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) folded += c;
  }
  const auto names = tables::encoding_names();
  const auto found = std::find_if(names.begin(), names.end(), [&](const tables::EncodingName& n) {
    return n.folded == folded;
  });
  return found == names.end() ? std::nullopt : std::optional(found->encoding);
}

std::size_t byte_order_mark_size(Encoding encoding) {
  if (encoding == Encoding::kUtf8Bom) return 3;
  return encoding == Encoding::kUtf16Le || encoding == Encoding::kUtf16Be ? 2 : 0;
}

std::string utf16_to_utf8(std::string_view bytes, bool big_endian) {
  const auto unit_at = [&](std::size_t i) -> char32_t {
    const char32_t first = static_cast<unsigned char>(bytes[i]);
    const char32_t second = static_cast<unsigned char>(bytes[i + 1]);
    return big_endian ? first << 8 | second : second << 8 | first;
  };
  std::string out;
  out.reserve(bytes.size());
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    const char32_t unit = unit_at(i);
    if (!is_high(unit) && !is_low(unit)) {
      append_utf8(out, unit);
    } else if (is_high(unit) && i + 3 < bytes.size() && is_low(unit_at(i + 2))) {
      append_utf8(out, 0x10000 + ((unit - 0xD800) << 10) + (unit_at(i + 2) - 0xDC00));
      i += 2;
    } else {
      out += kLoneSurrogate;
    }
  }
  if (i < bytes.size()) out += kHalfUnit;
  return out;
}

Utf8Quality utf8_quality(std::string_view bytes) {
  Utf8Quality result;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const std::size_t size = bytes.size();
  std::size_t at = 0;
  while (at < size) {
    const unsigned lead = byte(at);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    // Most other characters of a Vietnamese text: letters with tones, and ă, đ, ơ, ư.
    if (lead == 0xE1 && at + 2 < size && tail(at + 1) && tail(at + 2)) {
      result.non_ascii += 3;
      at += 3;
      continue;
    }
    const bool two = lead >= 0xC4 && lead <= 0xC6 && at + 1 < size && tail(at + 1);
    const std::size_t length = two ? 2 : character_length(bytes, at);
    if (length == 0) {
      ++result.invalid;
      ++result.non_ascii;
      ++at;
      continue;
    }
    result.non_ascii += length;
    if (lead <= 0xC3) {
      result.odd += kOdd.has((lead & 3U) << 6 | (byte(at + 1) & 0x3FU)) ? 1 : 0;
    } else if (lead >= 0xCD && lead <= 0xD4) {
      ++result.foreign;
    }
    at += length;
  }
  return result;
}

}  // namespace scp
