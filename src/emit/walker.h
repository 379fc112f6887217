// Walks over records by their field tables and tells a Writer what stands there.
//
// The one place that knows what null, dates and places look like in the output; the writers know
// only the syntax. Borrows everything it is given; one walker serves one document.
#ifndef SCPPARSE_EMIT_WALKER_H_
#define SCPPARSE_EMIT_WALKER_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "emit/fields.h"
#include "emit/writer.h"
#include "source/line_index.h"

namespace scp::emitting {

class Walker {
 public:
  Walker(Writer& writer, const LineIndex& lines, bool spans, ColumnUnit unit)
      : writer_(writer), lines_(lines), spans_(spans), unit_(unit) {}

  template <typename Value>
  void member(std::string_view key, const Value& value) {
    writer_.key(key);
    this->value(value);
  }
  void member(std::string_view key, const Place& place);
  // A list of places is nothing but places, so it goes with them.
  void member(std::string_view key, const std::vector<Place>& places);

  template <Record T>
  void value(const T& record) {
    writer_.begin_object(Layout::kBlock);
    for_each_field<T>([&](const auto& field) { member(field.key, record.*field.member); });
    writer_.end_object();
  }
  template <Enumeration E>
  void value(E value) {
    writer_.string(name_of_value(value));
  }
  template <typename T>
  void value(const std::vector<T>& list) {
    writer_.begin_array(Layout::kBlock);
    for (const T& item : list) value(item);
    writer_.end_array();
  }
  template <typename T>
  void value(const std::optional<T>& optional) {
    if (optional) {
      value(*optional);
    } else {
      writer_.null();
    }
  }
  void value(std::string_view text);
  void value(Date date);
  void value(double number) { writer_.number(number); }
  void value(std::uint32_t number) { writer_.integer(number); }
  void value(bool truth) { writer_.boolean(truth); }
  void value(const std::vector<std::string_view>& words);
  void value(const TableRow& row) { value(row.cells); }

 private:
  void span(Span span);

  Writer& writer_;
  const LineIndex& lines_;
  bool spans_;
  ColumnUnit unit_;
};

}  // namespace scp::emitting

#endif  // SCPPARSE_EMIT_WALKER_H_
