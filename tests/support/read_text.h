// The stages up to the text, over bytes of a test.
#ifndef SCPPARSE_TESTS_SUPPORT_READ_TEXT_H_
#define SCPPARSE_TESTS_SUPPORT_READ_TEXT_H_

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "source/source_file.h"
#include "text/text.h"

namespace scp::testing {

struct ReadText {
  explicit ReadText(std::string bytes) {
    auto result = source_from_bytes(std::move(bytes), std::nullopt, {});
    if (!result) throw std::runtime_error(result.problems().front().code);
    source = std::move(*result);
    text = normalize(*source);
  }
  // The original bytes that the first place with these words was made from.
  std::string original(std::string_view words) const {
    const std::size_t at = text.content.find(words);
    if (at == std::string::npos) throw std::logic_error("no such words: " + std::string(words));
    const auto begin = static_cast<std::uint32_t>(at);
    const Span span = text.source(begin, begin + static_cast<std::uint32_t>(words.size()));
    return source->bytes.substr(span.begin, span.length());
  }

  std::unique_ptr<SourceFile> source;
  Text text;
};

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_SUPPORT_READ_TEXT_H_
