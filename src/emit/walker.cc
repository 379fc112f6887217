#include "emit/walker.h"

#include <array>

namespace scp::emitting {
namespace {

// Writes `value` with at least `width` digits before `end`; returns where it begins.
char* write_digits(unsigned value, int width, char* end) {
  for (; width > 0 || value > 0; --width, value /= 10) {
    *--end = static_cast<char>('0' + value % 10);
  }
  return end;
}

}  // namespace

void Walker::value(std::string_view text) {
  if (text.data() == nullptr) {
    writer_.null();
  } else {
    writer_.string(text);
  }
}

void Walker::value(Date date) {
  if (!date.known()) {
    writer_.null();
    return;
  }
  char text[16];
  char* const end = text + sizeof text;
  char* begin = end;
  if (date.month != 0 && date.day != 0) {
    begin = write_digits(date.day, 2, begin);
    *--begin = '-';
  }
  if (date.month != 0) {
    begin = write_digits(date.month, 2, begin);
    *--begin = '-';
  }
  begin = write_digits(static_cast<unsigned>(date.year), 4, begin);
  writer_.string({begin, static_cast<std::size_t>(end - begin)});
}

void Walker::value(const std::vector<std::string_view>& words) {
  writer_.begin_array(Layout::kLine);
  for (std::string_view word : words) value(word);
  writer_.end_array();
}

void Walker::member(std::string_view key, const Place& place) {
  if (!spans_) return;
  writer_.key(key);
  if (place.nowhere()) {
    writer_.null();
    return;
  }
  span(place.first);
  if (place.more.empty()) return;
  writer_.key("more_at");
  writer_.begin_array(Layout::kBlock);
  for (Span more : place.more) span(more);
  writer_.end_array();
}

void Walker::member(std::string_view key, const std::vector<Place>& places) {
  if (!spans_) return;
  writer_.key(key);
  writer_.begin_array(Layout::kBlock);
  for (const Place& place : places) {
    span(place.first);
    for (Span more : place.more) span(more);
  }
  writer_.end_array();
}

void Walker::span(Span span) {
  const LineColumn from = lines_.locate(span.begin, unit_);
  const LineColumn to = lines_.locate(span.end, unit_);
  const std::array<NamedNumber, 6> members = {{{"line", from.line},
                                               {"column", from.column},
                                               {"end_line", to.line},
                                               {"end_column", to.column},
                                               {"offset", span.begin},
                                               {"length", span.length()}}};
  writer_.numbers(members);
}

}  // namespace scp::emitting
