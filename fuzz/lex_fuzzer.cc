// Clean text to tokens: in order, none empty, nothing but blanks between them; and their values.
#include <cstdint>
#include <string>

#include "fuzz/require.h"
#include "lex/token.h"
#include "source/source_file.h"
#include "text/text.h"
#include "text/utf8.h"

namespace {

using fuzz::require;

bool is_gap(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = scp::decode(text, at).value;
    if (c != ' ' && c != '\t' && c != '\n' && c != 0x2028) return false;
    at += scp::decode(text, at).length;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto source = scp::source_from_bytes(std::string(reinterpret_cast<const char*>(data), size),
                                       "input.txt", {});
  if (!source) return 0;
  const scp::Text text = scp::normalize(**source);
  const std::string_view content = text.content;
  std::uint32_t at = 0;
  for (const scp::Token& token : scp::tokenize(text)) {
    require(token.begin >= at && token.end > token.begin && token.end <= content.size(),
            "tokens are in order and none is empty");
    require(is_gap(content.substr(at, token.begin - at)), "nothing but blanks is left out");
    const std::string_view word = content.substr(token.begin, token.end - token.begin);
    require(scp::first_invalid(word) == word.size(), "no character is cut");
    const bool glued = at != 0 && token.begin == at;
    require(token.glued == glued, "a token knows what it stands beside");
    scp::number_value(word);
    scp::roman_value(word);
    at = token.end;
  }
  require(is_gap(content.substr(at)), "nothing but blanks is left out at the end");
  return 0;
}
