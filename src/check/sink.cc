#include "check/sink.h"

#include <string>
#include <utility>

namespace scp {
namespace {

// A sentence of one line, though what it quotes may come from several cells.
std::string sentence(Lang lang, MessageId id, MessageArgs args) {
  std::string text = message(lang, id, args);
  constexpr std::string_view kBetween = " \xE2\x80\x93 ";  // –
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) {
    text.replace(at, 1, kBetween);
  }
  return text;
}

}  // namespace

FindingBuilder& FindingBuilder::related(const Place& at, MessageId id, MessageArgs args) {
  if (at.nowhere()) return *this;
  RelatedPlace place;
  place.message = arena_.put(sentence(Lang::kEn, id, args));
  place.message_vi = arena_.put(sentence(Lang::kVi, id, args));
  place.at = at;
  finding_.related.push_back(std::move(place));
  return *this;
}

FindingBuilder& FindingBuilder::fix(Span at, std::string_view text, bool safe) {
  Edit edit;
  edit.at.first = at;
  edit.text = arena_.put(text);
  if (!finding_.fix.has_value()) finding_.fix.emplace();
  finding_.fix->edits.push_back(std::move(edit));
  finding_.fix->safe = safe;
  return *this;
}

FindingBuilder FindingSink::add(const Place& at, MessageId id, MessageArgs args) {
  Finding finding;
  finding.rule = rule_.name;
  finding.code = rule_.code;
  finding.severity = rule_.severity;
  finding.message = arena_.put(sentence(Lang::kEn, id, args));
  finding.message_vi = arena_.put(sentence(Lang::kVi, id, args));
  finding.at = at;
  findings_.push_back(std::move(finding));
  return {arena_, findings_.back()};
}

}  // namespace scp
