#include "facts/context.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/utf8.h"

namespace scp {

const Rule* FactContext::match_role(RuleSet set, Range range, std::string_view role,
                                    RuleMatch& out) const {
  if (range.empty() || !layout.may_match(set, range.begin)) return nullptr;
  const std::string_view subject = flow.text().substr(0, range.end);
  Candidates candidates;
  grammar.candidates(set, subject, range.begin, candidates);
  for (const Rule* rule : candidates) {
    if (role.data() != nullptr && rule->value(Field::kRole) != role) continue;
    if (rule->match_at(subject, range.begin, out) == MatchResult::kYes) return rule;
  }
  return nullptr;
}

Range FactContext::after_orders(Range sentence, bool& ordered) const {
  constexpr int kMost = 3;
  RuleMatch match;
  sentence = flow.trimmed(sentence);
  for (int i = 0; i < kMost; ++i) {
    const bool order = match_role(RuleSet::kAssignment, sentence, "order", match) != nullptr;
    if (!order && match_role(RuleSet::kAssignment, sentence, "opening", match) == nullptr) break;
    ordered = ordered || order;
    sentence = flow.trimmed({match.end, sentence.end});
  }
  return sentence;
}

const Rule* FactContext::search(RuleSet set, Range range, RuleMatch& out,
                                std::string_view role) const {
  const std::string_view subject = flow.text().substr(0, range.end);
  for (RulePlaces::Place& place : rule_places.in(set, range)) {
    for (const Rule* const* rule = rule_places.rules_at(set, place); *rule != nullptr; ++rule) {
      if (role.data() != nullptr && (*rule)->value(Field::kRole) != role) continue;
      if ((*rule)->match_at(subject, place.begin, out) == MatchResult::kYes) return *rule;
    }
  }
  return nullptr;
}

std::span<RulePlaces::Place> RulePlaces::in(RuleSet set, Range range) {
  Places& places = places_[static_cast<std::size_t>(set)];
  if ((listed_ & bit_of(set)) == 0) list(set, places);
  const auto begin_of = [&](std::size_t i) { return places.all[i].begin; };
  const std::uint32_t first = places.index.first_from(range.begin, begin_of);
  const std::uint32_t last = std::max(first, places.index.first_from(range.end, begin_of));
  return std::span(places.all).subspan(first, last - first);
}

void RulePlaces::list(RuleSet set, Places& places) {
  listed_ |= bit_of(set);
  // Four tokens at a time: most of them begin nothing.
  constexpr std::size_t kAtOnce = sizeof(std::uint64_t) / sizeof(RuleSets);
  constexpr std::uint64_t kEach = 0x0001000100010001ULL;
  const std::uint64_t wanted = kEach * bit_of(set);
  const std::vector<RuleSets>& sets = layout_.token_rules;
  const Token* const tokens = layout_.flow.tokens().data();
  std::size_t next = 0;
  const auto list_until = [&](std::size_t end) {
    for (; next < end; ++next) {
      if ((sets[next] & bit_of(set)) != 0) places.all.push_back({tokens[next].begin});
    }
  };
  while (next + kAtOnce <= sets.size()) {
    std::uint64_t some = 0;
    std::memcpy(&some, &sets[next], sizeof some);
    if ((some & wanted) == 0) {
      next += kAtOnce;
    } else {
      list_until(next + kAtOnce);
    }
  }
  list_until(sets.size());
  places.index.cover(places.all.size(), [&](std::size_t i) { return places.all[i].begin; });
}

const Rule* const* RulePlaces::rules_at(RuleSet set, Place& place) {
  if (place.rules == kUnknown) {
    place.rules = static_cast<std::uint32_t>(rules_.size());
    Candidates candidates;
    layout_.grammar->candidates(set, layout_.flow.text(), place.begin, candidates);
    rules_.insert(rules_.end(), candidates.begin(), candidates.end());
    rules_.push_back(nullptr);
  }
  return rules_.data() + place.rules;
}

void add_place(Place& at, const Place& more) {
  const Span& end = at.more.empty() ? at.first : at.more.back();
  if (more.first.begin >= end.end) {  // in order, as nearly always
    at.more.push_back(more.first);
    at.more.insert(at.more.end(), more.more.begin(), more.more.end());
    return;
  }
  std::vector<Span> spans = {at.first, more.first};
  spans.insert(spans.end(), at.more.begin(), at.more.end());
  spans.insert(spans.end(), more.more.begin(), more.more.end());
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
  at.first = spans.front();
  at.more.clear();
  for (std::size_t i = 1; i < spans.size(); ++i) {
    Span& last = at.more.empty() ? at.first : at.more.back();
    if (spans[i].begin < last.end) {
      last.end = std::max(last.end, spans[i].end);
    } else {
      at.more.push_back(spans[i]);
    }
  }
}

std::string UniqueIds::operator()(std::string id) {
  std::uint32_t& times = times_[id];
  if (++times == 1) return id;
  std::string unique = id + "~" + std::to_string(times);
  while (!times_.try_emplace(unique, 1).second) {
    unique = id + "~" + std::to_string(++times_[id]);
  }
  return unique;
}

namespace {

// What may end a sentence.
constexpr std::array<bool, 256> kEndMarks = [] {
  std::array<bool, 256> marks{};
  for (const unsigned char mark : {'.', '!', '?', '\n'}) marks[mark] = true;
  return marks;
}();

}  // namespace

const std::vector<Range>& Sentences::of(Range range) {
  const std::uint64_t key = std::uint64_t{range.begin} << 32 | range.end;
  const auto [place, fresh] = known_.try_emplace(key);
  std::vector<Range>& result = place->second;
  if (!fresh) return result;
  const std::string_view flow = flow_.text().substr(0, range.end);
  std::uint32_t begin = range.begin;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (!kEndMarks[static_cast<unsigned char>(flow[i])]) continue;
    const bool line = flow[i] == '\n';
    if (!line && (i + 1 >= range.end || flow[i + 1] != ' ')) continue;
    std::uint32_t next = i + 1;
    while (next < range.end && flow[next] == ' ') ++next;
    const char32_t first = next < range.end ? decode(flow, next).value : U'\0';
    if (!line && !(is_letter(first) && is_upper(first))) continue;
    result.push_back({begin, i + 1});
    begin = next;
  }
  if (begin < range.end) result.push_back({begin, range.end});
  return result;
}

}  // namespace scp
