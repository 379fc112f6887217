#include "scpparse/emit.h"

#include <algorithm>

#include "emit/fields_document.h"
#include "emit/fields_envelope.h"
#include "emit/fields_identity.h"
#include "emit/fields_tasks.h"
#include "emit/walker.h"
#include "scpparse/version.h"

namespace scp {
namespace {

using emitting::JsonWriter;
using emitting::Layout;
using emitting::Walker;
using emitting::Writer;
using emitting::YamlWriter;

constexpr std::string_view kSourceKey = "source";

template <typename Write>
void with_writer(const EmitOptions& options, std::string& out, const JsonWriter::Take* take,
                 Write&& write) {
  if (options.format == Format::kYaml) {
    YamlWriter writer(out);
    write(writer);
  } else {
    JsonWriter writer(out, options.pretty && options.format == Format::kJson, take);
    write(writer);
  }
}

void write_head(Writer& writer, Walker& walker, std::string_view grammar_version) {
  writer.key("schema");
  writer.string(emitting::kSchemaVersion);
  walker.member("producer", emitting::Producer{SCPPARSE_VERSION, grammar_version});
}

bool is_kept(std::string_view key, const EmitOptions& options) {
  return key == kSourceKey || options.only.empty() ||
         std::find(options.only.begin(), options.only.end(), key) != options.only.end();
}

// Null rather than a zero that nobody counted.
std::optional<std::uint32_t> unless_unknown(std::uint32_t value, std::string_view witness) {
  if (value == 0 && witness.data() == nullptr) return std::nullopt;
  return value;
}

emitting::UnreadSource unread(const SourceInfo& source) {
  return {source.path,
          source.sha256,
          unless_unknown(source.bytes, source.sha256),
          unless_unknown(source.lines, source.encoding),
          source.encoding,
          source.repairs};
}

void write_document(const Document& document, const EmitOptions& options, std::string& out,
                    const JsonWriter::Take* take) {
  static const LineIndex no_lines{std::string_view()};
  const LineIndex& lines = document.lines ? *document.lines : no_lines;
  const auto unit = options.utf16_columns ? ColumnUnit::kUtf16 : ColumnUnit::kCodePoint;
  with_writer(options, out, take, [&](Writer& writer) {
    Walker walker(writer, lines, options.spans, unit);
    writer.begin_object(Layout::kBlock);
    write_head(writer, walker, document.grammar_version);
    emitting::for_each_field<Document>([&](const auto& field) {
      if (is_kept(field.key, options)) walker.member(field.key, document.*field.member);
    });
    writer.end_object();
  });
}

}  // namespace

void emit(const Document& document, const EmitOptions& options, std::string& out) {
  constexpr std::size_t kUsualGrowth = 10;  // bytes of output for a byte of input
  if (options.only.empty()) out.reserve(out.size() + kUsualGrowth * document.source.bytes);
  write_document(document, options, out, nullptr);
}

void emit(const Document& document, const EmitOptions& options, std::string& out,
          const std::function<void(std::string_view)>& take) {
  write_document(document, options, out, &take);
}

void emit_error(const Problem& problem, const SourceInfo& source, const EmitOptions& options,
                std::string& out) {
  with_writer(options, out, nullptr, [&](Writer& writer) {
    const LineIndex no_lines{std::string_view()};
    Walker walker(writer, no_lines, false, ColumnUnit::kCodePoint);
    writer.begin_object(Layout::kBlock);
    write_head(writer, walker, {});
    walker.member(kSourceKey, unread(source));
    walker.member("error", emitting::ErrorInfo{problem.code, problem.message, problem.message_vi});
    writer.end_object();
  });
}

std::vector<std::string_view> output_keys() {
  std::vector<std::string_view> keys;
  emitting::for_each_field<Document>([&](const auto& field) {
    if (field.key != kSourceKey) keys.push_back(field.key);
  });
  return keys;
}

}  // namespace scp
