// Builds documents for tests over a text of their own, so that places are found by the words that
// stand there and no offset is counted by hand.
//
//     DocumentBuilder build("So: 135/KH-UBND\n");
//     build.document.identity.number = "135/KH-UBND";
//     build.document.goals.push_back({.id = "G1", .at = build.at("135")});
//
// The builder and its documents share the text. Strings put into a document must outlive it, as
// literals do; keep() makes others last as long. All of it belongs to one test.
#ifndef SCPPARSE_TESTS_SUPPORT_DOCUMENT_BUILDER_H_
#define SCPPARSE_TESTS_SUPPORT_DOCUMENT_BUILDER_H_

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "scpparse/document.h"
#include "source/line_index.h"
#include "support/arena.h"

namespace scp::testing {

class DocumentBuilder {
 public:
  explicit DocumentBuilder(std::string text) : input_(std::make_shared<Input>(std::move(text))) {
    document.arena = arena_;
    document.lines = std::shared_ptr<const LineIndex>(input_, &input_->lines);
    document.grammar_version = "1.2";
    document.source.sha256 = "00ff";
    document.source.encoding = "utf-8";
    document.source.bytes = static_cast<std::uint32_t>(input_->text.size());
    document.source.lines = document.lines->line_count();
    document.coverage.bytes = document.source.bytes;
  }

  // The first place where the words stand at or after byte `from`.
  Span span(std::string_view words, std::size_t from = 0) const {
    const std::size_t begin = input_->text.find(words, from);
    if (begin == std::string::npos) throw std::logic_error("no such words: " + std::string(words));
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
  }
  // A value read from several pieces, each looked for behind the one before.
  Place at(std::initializer_list<std::string_view> pieces) const {
    Place place;
    std::size_t from = 0;
    for (std::string_view words : pieces) {
      const Span found = span(words, from);
      from = found.end;
      if (place.first.empty()) {
        place.first = found;
      } else {
        place.more.push_back(found);
      }
    }
    return place;
  }
  Place at(std::string_view words) const { return at({words}); }
  std::string_view keep(std::string_view text) { return arena_->put(text); }

  Document document;

 private:
  struct Input {
    explicit Input(std::string bytes) : text(std::move(bytes)), lines(text) {}
    std::string text;
    LineIndex lines;
  };
  std::shared_ptr<const Input> input_;
  std::shared_ptr<Arena> arena_ = std::make_shared<Arena>();
};

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_SUPPORT_DOCUMENT_BUILDER_H_
