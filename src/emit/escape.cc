#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>

#include "emit/writer.h"
#include "support/usual_text.h"

namespace scp::emitting {
namespace {

enum Kind : std::uint8_t { kCopy, kEscape, kMultiByte };

constexpr std::array<Kind, 256> make_kinds() {
  std::array<Kind, 256> kinds{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const bool escape = byte < 0x20 || byte == '"' || byte == '\\' || byte == 0x7F;
    kinds[byte] = byte >= 0x80 ? kMultiByte : escape ? kEscape : kCopy;
  }
  return kinds;
}
constexpr std::array<Kind, 256> kKinds = make_kinds();
constexpr char kHex[] = "0123456789abcdef";
constexpr std::string_view kNamedCharacters = "\"\\\n\r\t\b\f";
constexpr std::string_view kTheirNames = "\"\\nrtbf";

Kind kind_of(char byte) {
  return kKinds[static_cast<unsigned char>(byte)];
}

bool continues(const char* at, const char* end) {
  return at < end && (static_cast<unsigned char>(*at) & 0xC0U) == 0x80U;
}

// Length of the well-formed UTF-8 sequence at `at`, 0 where there is none.
std::size_t sequence_length(const char* at, const char* end) {
  const auto lead = static_cast<unsigned char>(*at);
  if (lead < 0xC2 || lead > 0xF4 || !continues(at + 1, end)) return 0;
  if (lead < 0xE0) return 2;
  const auto second = static_cast<unsigned char>(at[1]);
  if (!continues(at + 2, end)) return 0;
  if (lead < 0xF0) {
    const bool overlong = lead == 0xE0 && second < 0xA0;
    const bool surrogate = lead == 0xED && second >= 0xA0;
    return overlong || surrogate ? 0 : 3;
  }
  if (!continues(at + 3, end)) return 0;
  const bool overlong = lead == 0xF0 && second < 0x90;
  const bool too_large = lead == 0xF4 && second >= 0x90;
  return overlong || too_large ? 0 : 4;
}

const char* skip_usual(std::string_view text, const char* at) {
  const auto from = static_cast<std::size_t>(at - text.data());
  return text.data() + usual_end<Usual::kUnquoted>(text, from);
}

// Characters that YAML takes for a line end, drops, or does not allow in the open.
bool is_special_in_yaml(const char* at, std::size_t length) {
  const std::string_view bytes(at, length);
  if (length == 2) return bytes[0] == '\xC2' && static_cast<unsigned char>(bytes[1]) < 0xA0;
  return bytes == "\xE2\x80\xA8" || bytes == "\xE2\x80\xA9" || bytes == "\xEF\xBB\xBF" ||
         bytes == "\xEF\xBF\xBE" || bytes == "\xEF\xBF\xBF";
}

void append_unicode_escape(std::uint32_t code, std::string& out) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[(code >> shift) & 0xFU];
}

// Of two or three bytes, as is_special_in_yaml() picks them.
void append_special(const char* at, std::size_t length, std::string& out) {
  std::uint32_t code = static_cast<unsigned char>(*at) & (length == 2 ? 0x1FU : 0x0FU);
  for (std::size_t i = 1; i < length; ++i) {
    code = code << 6 | (static_cast<unsigned char>(at[i]) & 0x3FU);
  }
  append_unicode_escape(code, out);
}

void append_escaped_ascii(char byte, std::string& out) {
  const std::size_t named = kNamedCharacters.find(byte);
  if (named == std::string_view::npos) {
    append_unicode_escape(static_cast<unsigned char>(byte), out);
  } else {
    out += '\\';
    out += kTheirNames[named];
  }
}

template <bool kYaml>
void append_quoted(std::string_view text, std::string& out) {
  out += '"';
  const char* at = text.data();
  const char* const end = at + text.size();
  const char* run = at;
  while ((at = skip_usual(text, at)) != end) {
    const Kind kind = kind_of(*at);
    std::size_t length = 1;
    if (kind == kMultiByte) {
      length = sequence_length(at, end);
      if (length != 0 && !(kYaml && is_special_in_yaml(at, length))) {
        at += length;
        continue;
      }
    }
    out.append(run, at);
    if (length == 0) {
      out += "\xEF\xBF\xBD";
      length = 1;
    } else if (kind == kMultiByte) {
      append_special(at, length, out);
    } else {
      append_escaped_ascii(*at, out);
    }
    at += length;
    run = at;
  }
  out.append(run, end);
  out += '"';
}

char lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
}

bool equals_folded(std::string_view text, std::string_view lower_word) {
  if (text.size() != lower_word.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (lower(text[i]) != lower_word[i]) return false;
  }
  return true;
}

bool is_yaml_word(std::string_view text) {
  for (std::string_view word : {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}) {
    if (equals_folded(text, word)) return true;
  }
  return false;
}

bool starts_plain(char byte) {
  return (lower(byte) >= 'a' && lower(byte) <= 'z') || kind_of(byte) == kMultiByte;
}

}  // namespace

void Writer::numbers(std::span<const NamedNumber> members) {
  begin_object(Layout::kLine);
  for (const NamedNumber& member : members) {
    key(member.name);
    integer(member.value);
  }
  end_object();
}

void append_integer(std::uint64_t value, std::string& out) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, end);
}

void append_number(double value, std::string& out) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  // An exponent without a point is no number to YAML 1.1, so large values are written out.
  char digits[400];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
  out.append(digits, end.ptr);
}

void append_json_string(std::string_view text, std::string& out) {
  append_quoted<false>(text, out);
}

bool is_plain_json(std::string_view text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while ((at = skip_usual(text, at)) != end) {
    const std::size_t length = kind_of(*at) == kMultiByte ? sequence_length(at, end) : 0;
    if (length == 0) return false;
    at += length;
  }
  return true;
}

void append_yaml_string(std::string_view text, std::string& out) {
  append_quoted<true>(text, out);
}

bool is_plain_yaml(std::string_view text) {
  if (text.empty() || !starts_plain(text.front()) || text.back() == ' ' || text.back() == ':') {
    return false;
  }
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    const Kind kind = kind_of(*at);
    if (kind == kEscape && *at != '"' && *at != '\\') return false;
    if (kind == kMultiByte) {
      const std::size_t length = sequence_length(at, end);
      if (length == 0 || is_special_in_yaml(at, length)) return false;
      at += length;
      continue;
    }
    if (*at == ' ' && at + 1 < end && at[1] == '#') return false;
    if (*at == ':' && at + 1 < end && at[1] == ' ') return false;
    ++at;
  }
  return text.size() > 5 || !is_yaml_word(text);
}

}  // namespace scp::emitting
