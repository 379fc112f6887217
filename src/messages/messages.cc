#include "messages/messages.h"

#include <algorithm>
#include <iterator>

namespace scp {
namespace {

struct Row {
  std::string_view key;
  std::string_view en;
  std::string_view vi;
};

constexpr Row kTable[] = {
#include "messages/message_table.inc"
};

std::string_view value_in(Lang lang, const MessageArg& arg) {
  return lang == Lang::kVi && arg.value_vi ? *arg.value_vi : arg.value;
}

const MessageArg* find(std::initializer_list<MessageArg> args, std::string_view name) {
  const auto it =
      std::find_if(args.begin(), args.end(), [&](const MessageArg& a) { return a.name == name; });
  return it == args.end() ? nullptr : it;
}

}  // namespace

std::string_view message_text(Lang lang, MessageId id) {
  const Row& row = kTable[static_cast<std::size_t>(id)];
  return lang == Lang::kVi ? row.vi : row.en;
}

std::string message(Lang lang, MessageId id, std::initializer_list<MessageArg> args) {
  const std::string_view text = message_text(lang, id);
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t brace = std::min(text.find('{', at), text.size());
    out += text.substr(at, brace - at);
    if (brace == text.size()) break;
    if (text[brace + 1] == '{') {
      out += '{';
      at = brace + 2;
      continue;
    }
    const std::size_t close = text.find('}', brace);
    const MessageArg* arg = find(args, text.substr(brace + 1, close - brace - 1));
    out += arg != nullptr ? value_in(lang, *arg) : text.substr(brace, close + 1 - brace);
    at = close + 1;
  }
  return out;
}

std::optional<MessageId> message_named(std::string_view key) {
  const auto* const row =
      std::lower_bound(std::begin(kTable), std::end(kTable), key,
                       [](const Row& r, std::string_view k) { return r.key < k; });
  if (row == std::end(kTable) || row->key != key) return std::nullopt;
  return static_cast<MessageId>(row - std::begin(kTable));
}

std::string_view message_key(MessageId id) {
  return kTable[static_cast<std::size_t>(id)].key;
}

}  // namespace scp
