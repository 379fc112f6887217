// What surrounds a document in the output: who wrote it, and the record that stands in the place of
// an input that could not be read. These structs exist only while they are printed; their strings
// belong to others.
#ifndef SCPPARSE_EMIT_FIELDS_ENVELOPE_H_
#define SCPPARSE_EMIT_FIELDS_ENVELOPE_H_

#include "emit/fields.h"

namespace scp::emitting {

inline constexpr std::string_view kSchemaVersion = "scpparse/1";

struct Producer {
  std::string_view version;
  std::string_view grammar;
};

// A source of which less is known than of one that was read.
struct UnreadSource {
  std::string_view path;
  std::string_view sha256;
  std::optional<std::uint32_t> bytes;
  std::optional<std::uint32_t> lines;
  std::string_view encoding;
  std::vector<Repair> repairs;
};

struct ErrorInfo {
  std::string_view code;
  std::string_view message;
  std::string_view message_vi;
};

template <>
struct Fields<Producer> {
  static constexpr std::string_view kName = "producer";
  static constexpr std::string_view kAbout = "The program that wrote this.";
  static constexpr auto kList = std::tuple(
      given("version", &Producer::version, "Version of the program."),
      field("grammar", &Producer::grammar, "Version of the grammar; null where none was used."));
};

template <>
struct Fields<UnreadSource> {
  static constexpr std::string_view kName = "unread_source";
  static constexpr std::string_view kAbout = "An input that could not be read.";
  static constexpr auto kList = std::tuple(
      field("path", &UnreadSource::path, "The path as given; null for standard input."),
      field("sha256", &UnreadSource::sha256, "SHA-256 of its bytes, if they are known."),
      field("bytes", &UnreadSource::bytes, "Size in bytes, if it is known."),
      field("lines", &UnreadSource::lines, "Number of lines, if it is known."),
      field("encoding", &UnreadSource::encoding, "How it is encoded, if that is known."),
      field("repairs", &UnreadSource::repairs, "What was mended before reading stopped."));
};

template <>
struct Fields<ErrorInfo> {
  static constexpr std::string_view kName = "error";
  static constexpr std::string_view kAbout = "Why an input could not be read.";
  static constexpr auto kList =
      std::tuple(given("code", &ErrorInfo::code, "Stable word for the reason, such as not-found."),
                 given("message", &ErrorInfo::message, "The reason, and what to do, in English."),
                 given("message_vi", &ErrorInfo::message_vi, "The same in Vietnamese."));
};

}  // namespace scp::emitting

#endif  // SCPPARSE_EMIT_FIELDS_ENVELOPE_H_
