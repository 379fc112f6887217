#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

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

// Keys are a third of all that is written: comma and quotes go in with the name at once.
void JsonWriter::key(std::string_view name) {
  constexpr std::size_t kMarks = 4;
  std::array<char, 64> bytes;
  after_key_ = true;
  if (pretty_ || name.size() + kMarks > bytes.size()) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += pretty_ ? "\": " : "\":";
    return;
  }
  bytes[0] = ',';
  bytes[1] = '"';
  std::memcpy(bytes.data() + 2, name.data(), name.size());
  std::memcpy(bytes.data() + 2 + name.size(), "\":", 2);
  const std::size_t comma = first_ ? 1 : 0;
  first_ = false;
  out_.append(bytes.data() + comma, name.size() + kMarks - comma);
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

void JsonWriter::numbers(std::span<const NamedNumber> members) {
  std::array<char, 256> bytes;
  constexpr std::size_t kLongest = 10 + 5;  // digits and marks beside a name
  std::size_t most = 2;
  for (const NamedNumber& member : members) most += member.name.size() + kLongest;
  if (members.empty() || most > bytes.size()) {
    Writer::numbers(members);
    return;
  }
  before_value();
  char* to = bytes.data();
  char before = '{';
  for (const NamedNumber& member : members) {
    *to++ = before;
    if (pretty_ && before == ',') *to++ = ' ';
    before = ',';
    *to++ = '"';
    to = std::copy(member.name.begin(), member.name.end(), to);
    to = std::copy_n("\": ", pretty_ ? 3 : 2, to);
    to = std::to_chars(to, bytes.data() + bytes.size(), member.value).ptr;
  }
  *to++ = '}';
  out_.append(bytes.data(), to);
  first_ = false;
}

void JsonWriter::null() {
  before_value();
  out_ += "null";
}

}  // namespace scp::emitting
