// The sentences of the program, in English and Vietnamese.
//
// messages/*.yaml are compiled in: each key there is an enumerator of MessageId (`source.not-found`
// is kSourceNotFound), each sentence may hold {placeholders}, the same in both languages.
//
//     message(Lang::kEn, MessageId::kSourceTooLarge, {{"size", 70}, {"limit", 64}})
//
// A placeholder without an argument stays as it is. Thread-safe; the table is static.
#ifndef SCPPARSE_MESSAGES_MESSAGES_H_
#define SCPPARSE_MESSAGES_MESSAGES_H_

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "messages/message_id.h"

namespace scp {

enum class Lang : std::uint8_t { kEn, kVi };

// The value of one placeholder: a text or a whole number, or a text for each language.
struct MessageArg {
  MessageArg(std::string_view placeholder, std::string_view text)
      : name(placeholder), value(text) {}
  MessageArg(std::string_view placeholder, std::string_view en, std::string_view vi)
      : name(placeholder), value(en), value_vi(vi) {}
  MessageArg(std::string_view placeholder, std::integral auto number)
      : name(placeholder), value(std::to_string(number)) {}

  std::string_view name;
  std::string value;
  std::optional<std::string> value_vi;  // none: the same in every language
};

// The sentence as the catalogue has it, placeholders and all.
std::string_view message_text(Lang lang, MessageId id);
std::string message(Lang lang, MessageId id, std::initializer_list<MessageArg> args = {});

// Look-up by key, for keys made at run time ("rule." + name + ".explanation").
std::optional<MessageId> message_named(std::string_view key);
std::string_view message_key(MessageId id);

}  // namespace scp

#endif  // SCPPARSE_MESSAGES_MESSAGES_H_
