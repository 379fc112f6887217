#include "cli/render.h"

#include <algorithm>

#include "cli/width.h"
#include "source/line_index.h"
#include "text/utf8.h"

namespace scp::cli {
namespace {

constexpr std::size_t kExcerptWidth = 100;
constexpr std::size_t kExcerptBefore = 40;  // columns kept before the caret of a long line
constexpr std::string_view kEllipsis = "…";

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kRed = "\x1b[1;31m";
constexpr std::string_view kYellow = "\x1b[1;33m";
constexpr std::string_view kCyan = "\x1b[1;36m";
constexpr std::string_view kReset = "\x1b[0m";

std::string painted(std::string_view text, std::string_view paint, const RenderStyle& style) {
  if (!style.color) return std::string(text);
  return std::string(paint) + std::string(text) + std::string(kReset);
}

struct Label {
  MessageId word;
  std::string_view paint;
};

Label label_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return {MessageId::kLabelError, kRed};
    case Severity::kWarning:
      return {MessageId::kLabelWarning, kYellow};
    case Severity::kInfo:
      break;
  }
  return {MessageId::kLabelInfo, kCyan};
}

std::string label(Label what, const RenderStyle& style) {
  return painted(message(style.lang, what.word) + ":", what.paint, style);
}

// What may not reach a terminal: control characters, and those that turn the writing direction.
bool is_harmful(char32_t c) {
  return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

void append_safely(std::string& out, char32_t c) {
  append(out, is_harmful(c) ? 0xFFFD : c);
}

std::string safe(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    append_safely(out, c.value);
    at += c.length;
  }
  return out;
}

std::size_t shown_width(char32_t c) {
  return is_harmful(c) ? 1 : width_of(c);
}

// Goes back from `at` over at most `columns` columns of `line`.
std::size_t step_back(std::string_view line, std::size_t at, std::size_t columns) {
  while (at > 0) {
    std::size_t before = at - 1;
    while (before > 0 && at - before < 4 &&
           (static_cast<unsigned char>(line[before]) & 0xC0) == 0x80) {
      --before;
    }
    const std::size_t width = shown_width(decode(line, before).value);
    if (width > columns) break;
    columns -= width;
    at = before;
  }
  return at;
}

bool fits(std::string_view line) {
  return line.size() <= kExcerptWidth ||
         (line.size() <= 4 * kExcerptWidth && width_of(line) <= kExcerptWidth);
}

std::string place_name(const Document& document, Span span) {
  const auto name = document.source.path.data() == nullptr ? "<stdin>" : document.source.path;
  std::string out = safe(name);
  if (document.lines == nullptr) return out + ":";
  const LineColumn at = document.lines->locate(span.begin);
  return out + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ":";
}

std::string excerpt_at(const Document& document, Span span) {
  if (document.lines == nullptr) return {};
  const LineIndex& lines = *document.lines;
  const std::string_view line = lines.line_text(lines.locate(span.begin).line);
  const std::uint32_t begin = lines.to_utf8(span.begin);
  const std::uint32_t end = lines.to_utf8(span.end);
  const std::uint32_t start = lines.line_start(lines.locate(span.begin).line);
  return excerpt(line, begin - start, end - start);
}

// What an edit makes of the line it is in; where it goes over several lines, where it ends.
std::string corrected(const Edit& edit, const Document& document, Lang lang) {
  const LineIndex& lines = *document.lines;
  const Span span = edit.at.first;
  const LineColumn from = lines.locate(span.begin);
  const LineColumn to = lines.locate(span.end);
  if (from.line != to.line) {
    const MessageId id =
        edit.text.empty() ? MessageId::kRenderHintDeleteLines : MessageId::kRenderHintReplaceLines;
    return message(lang, id,
                   {{"line", to.line}, {"column", to.column}, {"text", safe(edit.text)}}) +
           "\n";
  }
  const std::string_view before = lines.line_text(from.line);
  const std::uint32_t start = lines.line_start(from.line);
  const std::size_t begin = std::min<std::size_t>(lines.to_utf8(span.begin) - start, before.size());
  const std::size_t end =
      std::clamp<std::size_t>(lines.to_utf8(span.end) - start, begin, before.size());
  std::string after(before.substr(0, begin));
  after += edit.text;
  after += before.substr(end);
  after.erase(after.find_last_not_of(" \t\r") + 1);
  if (after.empty()) return message(lang, MessageId::kRenderHintDeleteLine) + "\n";
  const std::string shown = excerpt(after, begin, begin);
  return message(lang, MessageId::kRenderHintLine) + "\n" + shown.substr(0, shown.find('\n') + 1);
}

std::string hint(const Fix& fix, const Document& document, const RenderStyle& style) {
  std::string out;
  for (const Edit& edit : fix.edits) {
    if (document.lines == nullptr) continue;
    out += label({MessageId::kLabelHint, kBold}, style) + " " +
           place_name(document, edit.at.first) + " " + corrected(edit, document, style.lang);
  }
  return out;
}

}  // namespace

std::string excerpt(std::string_view line, std::size_t begin, std::size_t end) {
  begin = std::min(begin, line.size());
  end = std::clamp(end, begin, line.size());
  const bool whole = fits(line);
  const std::size_t from = whole ? 0 : step_back(line, begin, kExcerptBefore);
  std::string shown = from > 0 ? std::string(kEllipsis) : std::string();
  std::string below = from > 0 ? " " : "";
  std::size_t used = below.size();
  bool pointed = false;
  std::size_t at = from;
  while (at < line.size()) {
    const CodePoint c = decode(line, at);
    const std::size_t width = shown_width(c.value);
    if (!whole && used + width > kExcerptWidth) break;
    append_safely(shown, c.value);
    used += width;
    if (at < begin) {
      below += c.value == '\t' ? std::string("\t") : std::string(width, ' ');
    } else if (!pointed) {
      below += '^' + std::string(width > 0 ? width - 1 : 0, '~');
      pointed = true;
    } else if (at < end) {
      below += std::string(width, '~');
    }
    at += c.length;
  }
  if (at < line.size()) shown += kEllipsis;
  if (!pointed) below += '^';
  return shown + "\n" + below + "\n";
}

std::string render(const Finding& finding, const Document& document, const RenderStyle& style) {
  const bool vi = style.lang == Lang::kVi;
  const auto pick = [&](std::string_view en, std::string_view in_vi) {
    return safe(vi && !in_vi.empty() ? in_vi : en);
  };
  std::string out = painted(place_name(document, finding.at.first), kBold, style) + " " +
                    label(label_of(finding.severity), style) + " " +
                    pick(finding.message, finding.message_vi) + " [" + std::string(finding.code) +
                    " " + std::string(finding.rule) + "]\n";
  if (!finding.at.nowhere()) out += excerpt_at(document, finding.at.first);
  for (const RelatedPlace& related : finding.related) {
    out += label({MessageId::kLabelNote, kBold}, style) + " " +
           place_name(document, related.at.first) + " " +
           pick(related.message, related.message_vi) + "\n";
    if (!related.at.nowhere()) out += excerpt_at(document, related.at.first);
  }
  if (finding.fix) out += hint(*finding.fix, document, style);
  return out;
}

std::string render(const Problem& problem, const RenderStyle& style, Severity severity) {
  std::string where = problem.file.empty() ? "scpparse" : safe(problem.file);
  if (problem.line > 0) where += ":" + std::to_string(problem.line);
  if (problem.line > 0 && problem.column > 0) where += ":" + std::to_string(problem.column);
  const bool vi = style.lang == Lang::kVi && !problem.message_vi.empty();
  std::string out = painted(where + ":", kBold, style) + " " + label(label_of(severity), style) +
                    " " + safe(vi ? problem.message_vi : problem.message);
  if (problem.code != "usage") out += " [" + problem.code + "]";
  out += "\n";
  if (problem.excerpt.empty()) return out;
  return out + problem.excerpt + (problem.excerpt.ends_with('\n') ? "" : "\n");
}

}  // namespace scp::cli
