#include "emit/writer.h"

namespace scp::emitting {

// Moves to where the next entry of the innermost level stands.
void YamlWriter::before_entry() {
  Level& level = levels_.back();
  if (level.line) {
    if (!level.empty) out_ += ", ";
  } else {
    if (!level.empty || !level.on_dash) {
      out_ += '\n';
      out_.append(level.indent, ' ');
    }
    if (level.array) out_ += "- ";
  }
  level.empty = false;
}

void YamlWriter::before_scalar() {
  if (levels_.empty()) return;
  if (levels_.back().array) {
    before_entry();
  } else {
    out_ += ' ';
  }
}

// A block is not written before its first entry, because an empty one is written differently.
void YamlWriter::begin(bool array, Layout layout) {
  Level level{.array = array, .line = layout == Layout::kLine, .on_dash = true};
  if (!levels_.empty()) {
    const Level above = levels_.back();
    level.line = level.line || above.line;
    level.on_dash = above.array;
    level.indent = above.indent + 2;
    if (level.line) {
      before_scalar();
    } else if (above.array) {
      before_entry();
    }
  }
  if (level.line) out_ += array ? '[' : '{';
  levels_.push_back(level);
}

void YamlWriter::end() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (level.line) {
    out_ += level.array ? ']' : '}';
  } else if (level.empty) {
    if (!level.on_dash) out_ += ' ';
    out_ += level.array ? "[]" : "{}";
  }
}

void YamlWriter::key(std::string_view name) {
  before_entry();
  // `on` is a word of YAML 1.1 for true, also as a key.
  if (is_plain_yaml(name)) {
    out_ += name;
  } else {
    append_yaml_string(name, out_);
  }
  out_ += ':';
}

void YamlWriter::string(std::string_view text) {
  before_scalar();
  const bool in_line = !levels_.empty() && levels_.back().line;
  if (!in_line && is_plain_yaml(text)) {
    out_ += text;
  } else {
    append_yaml_string(text, out_);
  }
}

void YamlWriter::integer(std::uint64_t value) {
  before_scalar();
  append_integer(value, out_);
}

void YamlWriter::number(double value) {
  before_scalar();
  append_number(value, out_);
}

void YamlWriter::boolean(bool value) {
  before_scalar();
  out_ += value ? "true" : "false";
}

void YamlWriter::null() {
  before_scalar();
  out_ += "null";
}

}  // namespace scp::emitting
