#include "emit/writer.h"

namespace scp::emitting {

void JsonWriter::break_line() {
  if (!pretty_ || line_depth_ > 0) return;
  out_ += '\n';
  out_.append(std::size_t{2} * depth_, ' ');
}

// Between two entries, and before the first one.
void JsonWriter::separate() {
  if (!first_) {
    out_ += ',';
    if (pretty_ && line_depth_ > 0) out_ += ' ';
  }
  first_ = false;
  if (depth_ > 0) break_line();
}

void JsonWriter::before_value() {
  if (!after_key_) separate();
  after_key_ = false;
}

void JsonWriter::begin(char bracket, Layout layout) {
  before_value();
  out_ += bracket;
  ++depth_;
  if (line_depth_ > 0 || layout == Layout::kLine) ++line_depth_;
  first_ = true;
}

void JsonWriter::end(char bracket) {
  --depth_;
  if (!first_) break_line();
  if (line_depth_ > 0) --line_depth_;
  out_ += bracket;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += pretty_ ? "\": " : "\":";
  after_key_ = true;
}

void JsonWriter::string(std::string_view text) {
  before_value();
  append_json_string(text, out_);
}

void JsonWriter::integer(std::uint64_t value) {
  before_value();
  append_integer(value, out_);
}

void JsonWriter::number(double value) {
  before_value();
  append_number(value, out_);
}

void JsonWriter::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  before_value();
  out_ += "null";
}

}  // namespace scp::emitting
