// Details without keys: who leads, who helps and when, in brackets or behind a colon at the end of
// an item.
#include <algorithm>

#include "facts/details.h"
#include "text/utf8.h"

namespace scp {
namespace {

bool has_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) || is_digit(c)) return true;
  }
  return false;
}

// The length of a dash between blanks, with them, whose last byte stands at `at`; 0 where none
// does.
std::size_t blank_dash(std::string_view text, std::size_t at) {
  const char last = text[at];
  if (last != '-' && last != '\x93' && last != '\x94') return 0;  // of a hyphen or a dash
  const std::size_t size = last == '-' ? 1 : 3;
  if (at + 1 >= text.size() || text[at + 1] != ' ' || at < size || text[at - size] != ' ') return 0;
  if (size == 3 && text.substr(at - 2, 2) != "\xE2\x80") return 0;
  return size + 2;
}

}  // namespace

// "… (Sở A chủ trì, phối hợp với Sở B; hoàn thành trong quý II/2025)" at the end of an item.
std::vector<Detail> DetailReader::in_brackets(Range range) {
  std::vector<Detail> details;
  const std::string_view flow = context_.flow.text();
  while (!range.empty() &&
         std::string_view(".; /").find(flow[range.end - 1]) != std::string_view::npos) {
    --range.end;
  }
  if (range.empty() || (flow[range.end - 1] != ')' && flow[range.end - 1] != ']')) return details;
  const std::size_t open = context_.text(range).rfind(flow[range.end - 1] == ')' ? '(' : '[');
  if (open == std::string_view::npos || open == 0) return details;
  Range inner{range.begin + static_cast<std::uint32_t>(open) + 1, range.end - 1};
  RuleMatch match;
  bool ordered = false;
  inner = context_.after_orders(inner, ordered);
  const AgencyList list = agencies_.leading(inner);
  if (list.empty()) return details;
  const Range rest = context_.flow.trimmed({list.end, inner.end});
  const bool leads =
      context_.match_role(RuleSet::kAssignment, rest, "remark-lead", match) != nullptr;
  if (!leads && !(ordered && rest.empty())) return details;
  details.push_back(
      {"lead", range.begin + static_cast<std::uint32_t>(open), {inner.begin, list.end}});
  const std::uint32_t after = leads ? match.end : rest.begin;
  std::uint32_t last = after;
  for (const Range& told : add_others(rest, details)) last = std::max(last, told.end);
  const bool timed = std::any_of(details.begin(), details.end(),
                                 [](const Detail& d) { return d.role == "deadline"; });
  if (!timed) only_work({last, rest.end}, details);
  return details;
}

// True where nothing but words for work, and a time at their end, stands in `range`: "thực hiện
// thường xuyên". The time is one more detail.
bool DetailReader::only_work(Range range, std::vector<Detail>& details) const {
  constexpr int kMostWords = 4;
  const auto marks = [&] {
    range = context_.flow.trimmed(range);
    while (!range.empty() && std::string_view(",;.").find(context_.flow.text()[range.begin]) !=
                                 std::string_view::npos) {
      range = context_.flow.trimmed({range.begin + 1, range.end});
    }
    while (!range.empty() && std::string_view(",;. /").find(context_.flow.text()[range.end - 1]) !=
                                 std::string_view::npos) {
      --range.end;
    }
  };
  marks();
  RuleMatch match;
  for (int i = 0; i < kMostWords && !range.empty(); ++i) {
    if (context_.match(RuleSet::kDeadline, range, match) != nullptr && match.end == range.end) {
      details.push_back({"deadline", range.begin, range});
      return true;
    }
    if (context_.match_role(RuleSet::kAssignment, range, "act", match) == nullptr) return false;
    range.begin = match.end;
    marks();
  }
  return range.empty();
}

// "Giao Sở A chủ trì, phối hợp với Sở B thực hiện hằng năm." in a paragraph of its own below what
// is to be done, and nothing else.
std::vector<Detail> DetailReader::told_alone(Range range) {
  constexpr std::uint32_t kLongest = 500;  // bytes
  std::vector<Detail> details;
  if (range.size() > kLongest) return details;
  bool ordered = false;
  const Range inner = context_.after_orders(range, ordered);
  const AgencyList list = agencies_.leading(inner);
  if (list.empty()) return details;
  const Range rest = context_.flow.trimmed({list.end, range.end});
  RuleMatch match;
  if (context_.match_role(RuleSet::kAssignment, rest, "duty", match) == nullptr) return details;
  details.push_back({"lead", range.begin, {inner.begin, list.end}});
  std::vector<Range> told = add_others(rest, details);
  std::sort(told.begin(), told.end(), [](Range a, Range b) { return a.begin < b.begin; });
  std::uint32_t at = match.end;
  for (const Range& part : told) {
    if (part.begin > at && !only_work({at, part.begin}, details)) return {};
    at = std::max(at, part.end);
  }
  if (!only_work({at, std::max(at, rest.end)}, details)) return {};
  return details;
}

// Without keys: who leads, who helps and when, at the end of what is to be done.
std::vector<Detail> DetailReader::remarks(Range range) {
  constexpr std::size_t kMostDashes = 4;  // tried, from the last
  constexpr std::size_t kFar = 400;       // bytes from the end
  std::vector<Detail> details = in_brackets(range);
  if (!details.empty()) return details;
  const std::string_view text = context_.text(range);
  if (const std::size_t colon = text.rfind(':'); colon != text.npos && colon > 0) {
    details = behind_mark(range, colon, 1);
  }
  std::size_t tried = 0;
  const std::size_t begin = text.size() - std::min(text.size(), kFar);
  const std::string_view tail = text.substr(begin);
  if (tail.find('-') == tail.npos && tail.find('\xE2') == tail.npos) return details;
  for (std::size_t at = text.size(); at-- > begin && tried < kMostDashes && details.empty();) {
    const std::size_t length = blank_dash(text, at);
    if (length == 0) continue;
    ++tried;
    details = behind_mark(range, at + 2 - length, length);  // from the blank before the dash
  }
  return details;
}

// "Số hóa hồ sơ hộ tịch: Sở A chủ trì, Sở B phối hợp; hoàn thành trong quý II/2025": the same
// behind the colon or the dash that ends what is to be done.
std::vector<Detail> DetailReader::behind_mark(Range range, std::size_t mark, std::size_t length) {
  std::vector<Detail> details;
  const std::uint32_t begin = range.begin + static_cast<std::uint32_t>(mark);
  const std::string_view before = context_.text(Range{range.begin, begin});
  RuleMatch match;
  const bool told_before =
      context_.search(RuleSet::kAssignment, {range.begin, begin}, match, "share-lead") != nullptr;
  if (told_before || before.rfind('(') != std::string_view::npos) return details;
  const Range inner =
      context_.flow.trimmed({begin + static_cast<std::uint32_t>(length), range.end});
  const AgencyList list = agencies_.leading(inner);
  if (list.empty()) return details;
  const Range rest = context_.flow.trimmed({list.end, inner.end});
  if (context_.match_role(RuleSet::kAssignment, rest, "share-lead", match) == nullptr)
    return details;
  details.push_back({"lead", begin, {inner.begin, list.end}});
  std::vector<Range> told = {{rest.begin, match.end}};
  for (const Range& more : add_others(rest, details)) told.push_back(more);
  std::sort(told.begin(), told.end(), [](Range a, Range b) { return a.begin < b.begin; });
  // "…: Sở A chủ trì, phối hợp với Sở B xây dựng đề án" tells what is to be done.
  std::uint32_t at = rest.begin;
  for (const Range& part : told) {
    if (has_letters(context_.text(Range{at, std::max(at, part.begin)}))) return {};
    at = std::max(at, part.end);
  }
  if (has_letters(context_.text(Range{at, std::max(at, rest.end)}))) return {};
  return details;
}

// What stands behind the leaders of a remark: the partners and the time. Gives all that tells them.
std::vector<Range> DetailReader::add_others(Range rest, std::vector<Detail>& details) {
  std::vector<Range> told;
  RuleMatch match;
  if (context_.search(RuleSet::kAssignment, rest, match, "coordinate") != nullptr) {
    const Range names = context_.flow.trimmed({match.end, rest.end});
    const AgencyList list = agencies_.leading(names);
    if (!list.empty()) {
      details.push_back({"coordinating", names.begin, {names.begin, list.end}});
      told.push_back({match.begin, list.end});
    }
  } else {
    told = partners_after(rest, details);
  }
  if (context_.search(RuleSet::kDeadline, rest, match, "due") != nullptr) {
    details.push_back({"deadline", match.begin, {match.begin, match.end}});
    told.push_back({match.begin, match.end});
  }
  return told;
}

// "…; Sở Nội vụ phối hợp; Sở Tài chính phối hợp". Gives the clauses as far as they were read; the
// names of all are one detail.
std::vector<Range> DetailReader::partners_after(Range rest, std::vector<Detail>& details) {
  std::vector<Range> told;
  const std::string_view flow = context_.flow.text().substr(0, rest.end);
  RuleMatch match;
  for (std::size_t mark = flow.find_first_of(";,", rest.begin); mark != std::string_view::npos;
       mark = flow.find_first_of(";,", mark + 1)) {
    const Range clause = context_.flow.trimmed({static_cast<std::uint32_t>(mark) + 1, rest.end});
    const AgencyList list = agencies_.leading(clause);
    if (list.empty()) continue;
    const Range after = context_.flow.trimmed({list.end, rest.end});
    if (context_.match_role(RuleSet::kAssignment, after, "remark-partner", match) == nullptr)
      continue;
    if (!told.empty()) break;
    details.push_back({"coordinating", clause.begin, {clause.begin, list.end}});
    told.push_back({clause.begin, match.end});
  }
  return told;
}

}  // namespace scp
