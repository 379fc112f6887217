// Field tables: what is printed of each struct of the document, under which key, in which order.
//
// Fields<T> names one struct for the schema, says what it is, and lists its fields. The walker and
// the schema are both made from these tables, so a field that is added here appears in every format
// and in docs/output.schema.json. Names<E> lists the printed words of an enum, in the order of its
// enumerators. Everything here is constant; no memory, no threads to think of.
#ifndef SCPPARSE_EMIT_FIELDS_H_
#define SCPPARSE_EMIT_FIELDS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "scpparse/document.h"

namespace scp::emitting {

// Whether a string may be null. Only strings need to be told: other types say it themselves.
enum class Presence : std::uint8_t { kGiven, kNullable };
// What a string looks like, for the schema.
enum class Form : std::uint8_t { kFree, kPeriod, kDayOfYear, kTableRole };

template <typename Owner, typename Value>
struct Field {
  std::string_view key;
  Value Owner::*member;
  std::string_view about;
  Presence presence = Presence::kNullable;
  Form form = Form::kFree;
};

// A value that may be missing, or a type that says itself whether it may.
template <typename Owner, typename Value>
constexpr Field<Owner, Value> field(std::string_view key, Value Owner::*member,
                                    std::string_view about, Form form = Form::kFree) {
  return {key, member, about, Presence::kNullable, form};
}
// A string that is always there.
template <typename Owner>
constexpr Field<Owner, std::string_view> given(std::string_view key,
                                               std::string_view Owner::*member,
                                               std::string_view about) {
  return {key, member, about, Presence::kGiven, Form::kFree};
}

template <typename T>
struct Fields;  // kName, kAbout, kList; see the headers fields_*.h

template <typename E>
struct Names;  // kList

template <typename E, std::size_t kCount>
constexpr std::string_view name_in(const std::string_view (&names)[kCount], E value) {
  const auto index = static_cast<std::size_t>(value);
  return index < kCount ? names[index] : std::string_view();
}
template <typename E>
constexpr std::string_view name_of_value(E value) {
  return name_in(Names<E>::kList, value);
}

template <typename T>
concept Record = requires {
  Fields<T>::kList;
};
template <typename E>
concept Enumeration = requires {
  Names<E>::kList;
};

template <typename T>
struct IsVector : std::false_type {};
template <typename T>
struct IsVector<std::vector<T>> : std::true_type {};
template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};

// Calls visit(field) for each field of T, in printing order.
template <Record T, typename Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](const auto&... fields) { (visit(fields), ...); }, Fields<T>::kList);
}

}  // namespace scp::emitting

#endif  // SCPPARSE_EMIT_FIELDS_H_
