#include <algorithm>
#include <charconv>
#include <cstring>

#include "emit/writer.h"

namespace scp::emitting {

// Small writes are gathered: most are shorter than what it takes to make a string longer.
char* JsonWriter::room(std::size_t size) {
  if (used_ + size > held_.size()) flush();
  return held_.data() + used_;
}

void JsonWriter::put(std::string_view text) {
  if (text.size() > held_.size()) {
    flush();
    out_ += text;
    return;
  }
  std::memcpy(room(text.size()), text.data(), text.size());
  used_ += text.size();
}

void JsonWriter::put(char byte) {
  *room(1) = byte;
  ++used_;
}

void JsonWriter::flush() {
  out_.append(held_.data(), used_);
  used_ = 0;
  if (take_ == nullptr || out_.size() < kPiece) return;
  (*take_)(out_);
  out_.clear();
}

void JsonWriter::break_line() {
  if (!pretty_ || line_depth_ > 0) return;
  put('\n');
  for (std::uint32_t i = 0; i < depth_; ++i) put("  ");
}

// Between two entries, and before the first one.
void JsonWriter::separate() {
  if (!first_) {
    put(',');
    if (pretty_ && line_depth_ > 0) put(' ');
  }
  first_ = false;
  if (depth_ > 0) break_line();
}

void JsonWriter::before_value() {
  if (!after_key_) separate();
  after_key_ = false;
}

// The outermost value is complete as soon as it is written.
void JsonWriter::after_value() {
  if (depth_ == 0) flush();
}

void JsonWriter::begin(char bracket, Layout layout) {
  before_value();
  put(bracket);
  ++depth_;
  if (line_depth_ > 0 || layout == Layout::kLine) ++line_depth_;
  first_ = true;
}

void JsonWriter::end(char bracket) {
  --depth_;
  if (!first_) break_line();
  if (line_depth_ > 0) --line_depth_;
  put(bracket);
  first_ = false;
  after_value();
}

// Keys are a third of all that is written: comma and quotes go in with the name at once.
void JsonWriter::key(std::string_view name) {
  constexpr std::size_t kMarks = 4;
  after_key_ = true;
  if (pretty_ || name.size() + kMarks > held_.size()) {
    separate();
    put('"');
    put(name);
    put(pretty_ ? "\": " : "\":");
    return;
  }
  char* const begin = room(name.size() + kMarks);
  char* to = begin;
  if (!first_) *to++ = ',';
  first_ = false;
  *to++ = '"';
  to = std::copy(name.begin(), name.end(), to);
  *to++ = '"';
  *to++ = ':';
  used_ += static_cast<std::size_t>(to - begin);
}

void JsonWriter::string(std::string_view text) {
  before_value();
  constexpr std::size_t kMarks = 2;
  if (text.size() + kMarks > held_.size() || !is_plain_json(text)) {
    flush();
    append_json_string(text, out_);
  } else {
    char* const to = room(text.size() + kMarks);
    to[0] = '"';
    std::memcpy(to + 1, text.data(), text.size());
    to[text.size() + 1] = '"';
    used_ += text.size() + kMarks;
  }
  after_value();
}

void JsonWriter::integer(std::uint64_t value) {
  before_value();
  constexpr std::size_t kLongest = 20;
  char* const to = room(kLongest);
  used_ += static_cast<std::size_t>(std::to_chars(to, to + kLongest, value).ptr - to);
  after_value();
}

void JsonWriter::number(double value) {
  before_value();
  flush();
  append_number(value, out_);
}

void JsonWriter::boolean(bool value) {
  before_value();
  put(value ? "true" : "false");
  after_value();
}

void JsonWriter::numbers(std::span<const NamedNumber> members) {
  constexpr std::size_t kLongest = 10 + 6;  // digits and marks beside a name
  std::size_t most = 2;
  for (const NamedNumber& member : members) most += member.name.size() + kLongest;
  if (members.empty() || most > held_.size()) {
    Writer::numbers(members);
    return;
  }
  before_value();
  char* const begin = room(most);
  char* to = begin;
  char before = '{';
  for (const NamedNumber& member : members) {
    *to++ = before;
    if (pretty_ && before == ',') *to++ = ' ';
    before = ',';
    *to++ = '"';
    to = std::copy(member.name.begin(), member.name.end(), to);
    to = std::copy_n("\": ", pretty_ ? 3 : 2, to);
    to = std::to_chars(to, begin + most, member.value).ptr;
  }
  *to++ = '}';
  used_ += static_cast<std::size_t>(to - begin);
  first_ = false;
  after_value();
}

void JsonWriter::null() {
  before_value();
  put("null");
  after_value();
}

}  // namespace scp::emitting
