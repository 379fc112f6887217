#include <algorithm>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "cli/width.h"
#include "lex/token.h"
#include "source/source_file.h"
#include "text/text.h"

namespace scp::cli {
namespace {

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    } else {
      out += std::string("\\u00") + "01"[c >> 4 & 1] + "0123456789abcdef"[c & 15];
    }
  }
  return out + '"';
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t used = width_of(text);
  return std::string(text) + std::string(used < width ? width - used : 1, ' ');
}

void append_line(const Token& token, const Text& text, std::string& out) {
  const Span span = text.source(token.begin, token.end);
  const LineColumn at = text.lines->locate(span.begin);
  const std::string place = std::to_string(at.line) + ":" + std::to_string(at.column);
  const std::string bytes = std::to_string(span.begin) + "+" + std::to_string(span.length());
  out += padded(place, 10) + padded(bytes, 12) + padded(name_of(token.kind), 14);
  out += token.glued ? '+' : token.line_start ? '|' : ' ';
  out += ' ';
  out += std::string_view(text.content).substr(token.begin, token.end - token.begin);
  out += '\n';
}

void append_json(const Token& token, const Text& text, std::string& out) {
  const Span span = text.source(token.begin, token.end);
  const LineColumn at = text.lines->locate(span.begin);
  out += "{\"kind\":" + json_string(name_of(token.kind)) + ",\"text\":" +
         json_string(std::string_view(text.content).substr(token.begin, token.end - token.begin)) +
         ",\"line\":" + std::to_string(at.line) + ",\"column\":" + std::to_string(at.column) +
         ",\"offset\":" + std::to_string(span.begin) +
         ",\"length\":" + std::to_string(span.length()) +
         ",\"line_start\":" + (token.line_start ? "true" : "false") +
         ",\"glued\":" + (token.glued ? "true" : "false") + "}\n";
}

}  // namespace

Exit run_tokenize(const Session& session) {
  const CommandLine& line = session.line;
  auto output = Output::open(line.output);
  if (!output) return fail(output.problems(), session.style, Exit::kUsage);
  Exit status = Exit::kOk;
  for (const std::string& input : line.inputs) {
    const auto source =
        read_source(input, {.max_bytes = line.max_bytes, .encoding = find_encoding(line.encoding)});
    if (!source) {
      status = fail(source.problems(), session.style, Exit::kUnreadable);
      continue;
    }
    const Text text = normalize(**source);
    std::string out;
    for (const Token& token : tokenize(text)) {
      line.tokens_as_text ? append_line(token, text, out) : append_json(token, text, out);
      if (out.size() < (std::size_t{1} << 20)) continue;
      (*output)->write(out);
      out.clear();
    }
    (*output)->write(out);
  }
  const Problems problems = (*output)->finish();
  return problems.empty() ? status : fail(problems, session.style, Exit::kInternal);
}

}  // namespace scp::cli
