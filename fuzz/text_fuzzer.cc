// Bytes to clean text: valid UTF-8, marks and styles in order, and every place mapped back into the
// input, front to back.
#include <cstdint>
#include <string>

#include "fuzz/require.h"
#include "source/source_file.h"
#include "text/text.h"
#include "text/utf8.h"

namespace {

using fuzz::require;

void check_marks(const scp::Text& text, std::size_t bytes) {
  std::uint32_t at = 0;
  std::uint32_t end = 0;
  for (const scp::Mark& mark : text.marks) {
    require(mark.at >= at && mark.at <= text.content.size(), "marks stand in order");
    require(mark.source.begin >= end && mark.source.end >= mark.source.begin &&
                mark.source.end <= bytes,
            "marks come from the input, in order");
    at = mark.at;
    end = mark.source.begin;
  }
}

void check_styles(const scp::Text& text) {
  const scp::StyleRun* before = nullptr;
  for (const scp::StyleRun& run : text.styles) {
    require(run.begin <= run.end && run.end <= text.content.size(), "styles stand in the text");
    const bool next = before == nullptr || before->style < run.style ||
                      (before->style == run.style && before->end <= run.begin);
    require(next, "runs of a style stand apart, in order");
    require(text.has_style(run.begin, run.end, run.style), "a run has its style");
    before = &run;
  }
}

void check_places(const scp::Text& text, std::size_t bytes) {
  std::uint32_t last = 0;
  for (std::uint32_t at = 0; at < text.content.size();) {
    const std::uint32_t next = at + scp::decode(text.content, at).length;
    const scp::Span span = text.source(at, next);
    require(span.begin >= last && span.end >= span.begin && span.end <= bytes,
            "a character comes from the input, after those before it");
    const scp::Span loose = text.loose_source(at, next);
    require(loose.begin <= span.begin && span.end <= loose.end && loose.end <= bytes,
            "with its markup it is no smaller");
    last = span.begin;
    at = next;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto source = scp::source_from_bytes(std::string(reinterpret_cast<const char*>(data), size),
                                       "input.txt", {});
  if (!source) return 0;
  const scp::Text text = scp::normalize(**source);
  require(scp::first_invalid(text.content) == text.content.size(), "the text is UTF-8");
  check_marks(text, size);
  check_styles(text);
  check_places(text, size);
  return 0;
}
