#include <algorithm>
#include <vector>

#include "check/rules/rules.h"

namespace scp::rules {
namespace {

bool same(const Misread& a, const Misread& b) {
  return a.kind == b.kind && a.encoding == b.encoding;
}

MessageId message_for(Stretch::Kind kind) {
  if (kind == Stretch::Kind::kDouble) return MessageId::kRuleMixedEncodingMessageDouble;
  if (kind == Stretch::Kind::kUnsettled) return MessageId::kRuleMixedEncodingMessageUnsettled;
  return MessageId::kRuleMixedEncodingMessage;
}

Place place_of(Span span) {
  Place place;
  place.first = span;
  return place;
}

}  // namespace

// All parts in one encoding are one finding: they were one mistake.
void mixed_encoding(const CheckContext& context, FindingSink& sink) {
  const Text& text = context.text;
  std::vector<Misread> told;
  for (const Misread& part : text.misread) {
    const bool known = std::any_of(told.begin(), told.end(),
                                   [&](const Misread& other) { return same(part, other); });
    if (known) continue;
    told.push_back(part);
    Place place = place_of(part.source);
    for (const Misread& other : text.misread) {
      const bool behind = other.source.begin > part.source.begin;
      if (behind && same(part, other)) place.more.push_back(other.source);
    }
    sink.add(place, message_for(part.kind), {{"encoding", name_of(part.encoding)}});
  }
  if (!text.first_invalid.empty()) {
    sink.add(place_of(text.first_invalid), MessageId::kRuleMixedEncodingMessageInvalid);
  }
  if (!text.first_decomposed.empty()) {
    sink.add(place_of(text.first_decomposed), MessageId::kRuleMixedEncodingMessageDecomposed);
  }
}

}  // namespace scp::rules
