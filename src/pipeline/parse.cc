#include "scpparse/parse.h"

#include <cassert>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "check/check.h"
#include "facts/extract.h"
#include "layout/run_in.h"
#include "lex/token.h"
#include "messages/messages.h"
#include "outline/outline.h"
#include "pipeline/validate.h"
#include "source/encoding_tables.h"
#include "source/source_file.h"
#include "support/arena.h"
#include "support/sha256.h"
#include "text/text.h"

namespace scp {
namespace {

void describe_source(const SourceFile& source, const Text& text, Arena& arena, Document& document) {
  if (source.path) document.source.path = arena.put(*source.path);
  document.source.sha256 = arena.put(sha256_hex(source.bytes));
  document.source.bytes = static_cast<std::uint32_t>(source.bytes.size());
  document.source.lines = source.lines->line_count();
  document.source.encoding = name_of(source.encoding);
  document.source.repairs = text.repairs;
}

Result<SourceOptions> source_options(const ParseOptions& options) {
  SourceOptions how{.max_bytes = options.max_bytes, .encoding = std::nullopt};
  if (options.encoding.empty()) return how;
  how.encoding = find_encoding(options.encoding);
  if (how.encoding) return how;
  const auto say = [&](Lang lang) {
    return message(lang, MessageId::kSourceUnknownEncoding, {{"name", options.encoding}});
  };
  return Problem{
      .code = "unknown-encoding", .message = say(Lang::kEn), .message_vi = say(Lang::kVi)};
}

#ifndef NDEBUG
bool keeps_promises(const Document& document, std::string_view input) {
  const std::vector<std::string> broken = validate(document, input);
  for (const std::string& promise : broken) std::fprintf(stderr, "scpparse: %s\n", promise.c_str());
  return broken.empty();
}
#endif

// The order of the stages; each reads those before it.
Document document_of(std::unique_ptr<SourceFile> read, const ParseOptions& options) {
  const std::shared_ptr<const SourceFile> source = std::move(read);
  auto arena = std::make_shared<Arena>();
  Document document;
  document.grammar = options.grammar != nullptr ? options.grammar : builtin_grammar();
  document.lines = {source, source->lines.get()};
  const Grammar& grammar = *document.grammar;
  document.grammar_version = grammar.version();

  const Text text = read_text(*source, grammar);
  describe_source(*source, text, *arena, document);
  const Layout layout = recover_layout(text, tokenize(text), grammar);
  const Outline outline = build_outline(layout);
  extract_facts(outline, source->bytes, *arena, document);
  run_checks(text, layout, outline, *arena, document);
  document.arena = std::move(arena);
  assert(keeps_promises(document, source->bytes));
  return document;
}

}  // namespace

std::vector<std::string_view> encoding_names() {
  const auto list = tables::encoding_list();
  return {list.begin(), list.end()};
}

Result<Document> parse_file(const std::string& path, const ParseOptions& options) {
  const auto how = source_options(options);
  if (!how) return how.problems();
  auto source = read_source(path, *how);
  if (!source) return source.problems();
  return document_of(std::move(*source), options);
}

Result<Document> parse_bytes(std::string bytes, std::optional<std::string> path,
                             const ParseOptions& options) {
  const auto how = source_options(options);
  if (!how) return how.problems();
  auto source = source_from_bytes(std::move(bytes), std::move(path), *how);
  if (!source) return source.problems();
  return document_of(std::move(*source), options);
}

}  // namespace scp
