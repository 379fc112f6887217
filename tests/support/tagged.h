// Tagged fragments: texts in which places are marked, so that no offset is counted by hand.
//
//     Tagged t("Số: «number:**2960**»/QĐ");
//     t.text                   Số: **2960**/QĐ
//     t.parts[0]               tag "number", begin and end of "**2960**" in t.text
//
// A tag ends at the first colon; a fragment without one («2960») has an empty tag, and so has one
// that begins with a colon («:a:b»). Fragments do not nest. Everything is kept by value.
#ifndef SCPPARSE_TESTS_SUPPORT_TAGGED_H_
#define SCPPARSE_TESTS_SUPPORT_TAGGED_H_

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "scpparse/span.h"

namespace scp::testing {

struct TaggedPart {
  std::string tag;
  Span span;  // in Tagged::text
};

struct Tagged {
  explicit Tagged(std::string_view source) {
    constexpr std::string_view kOpen = "\xC2\xAB";   // «
    constexpr std::string_view kClose = "\xC2\xBB";  // »
    std::size_t at = 0;
    while (true) {
      const std::size_t open = source.find(kOpen, at);
      text += source.substr(at, open == std::string_view::npos ? open : open - at);
      if (open == std::string_view::npos) return;
      const std::size_t close = source.find(kClose, open);
      if (close == std::string_view::npos) throw std::logic_error("fragment without end");
      add(source.substr(open + kOpen.size(), close - open - kOpen.size()));
      at = close + kClose.size();
    }
  }

  std::string text;
  std::vector<TaggedPart> parts;

 private:
  void add(std::string_view inner) {
    const std::size_t colon = inner.find(':');
    TaggedPart part;
    if (colon != std::string_view::npos) {
      part.tag = inner.substr(0, colon);
      inner.remove_prefix(colon + 1);
    }
    part.span.begin = static_cast<std::uint32_t>(text.size());
    text += inner;
    part.span.end = static_cast<std::uint32_t>(text.size());
    parts.push_back(part);
  }
};

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_SUPPORT_TAGGED_H_
