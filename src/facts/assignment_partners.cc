// With whom somebody does what a sentence, or what stands above it, tells.
#include <algorithm>
#include <string>

#include "facts/assignments.h"

namespace scp {

// "Chủ trì, phối hợp với Sở B và Sở C" at the beginning: words above a list that say with whom all
// of it is done.
bool AssignmentReader::begins_with_partners(Range text) const {
  constexpr std::uint32_t kFar = 60;        // bytes
  constexpr std::uint32_t kLongest = 1500;  // bytes
  RuleMatch match;
  if (text.empty() || text.size() > kLongest ||
      (context_.match_role(RuleSet::kAssignment, text, "duty", match) == nullptr &&
       context_.match_role(RuleSet::kAssignment, text, "coordinate", match) == nullptr))
    return false;
  return context_.search(RuleSet::kAssignment, text, match, "coordinate") != nullptr &&
         match.begin - text.begin <= kFar;
}

// "b) Chủ trì, phối hợp" above items that begin with the partners.
bool AssignmentReader::partners_begin_items(std::uint32_t parent) const {
  RuleMatch match;
  return parent != kNoNode &&
         context_.match_role(RuleSet::kAssignment, context_.node(parent).whole(), "partners-below",
                             match) != nullptr;
}

// The work of those above, with the partners that the item begins with.
void AssignmentReader::with_partners(std::uint32_t index, std::vector<AgencyRef> leads,
                                     const Subject& partners) {
  assignment(index, context_.node(index).text, std::move(leads), {});
  Task& task = context_.document.tasks.back();
  task.coordinating_agencies = partners.agencies;
  task.coordinating_text = context_.keep_or_null({partners.begin, partners.end});
}

// Partners named in the statement before what others do, or in a heading below that of the agency.
void AssignmentReader::coordinating(std::uint32_t index, Range range, std::uint32_t own_end,
                                    Task& task) {
  RuleMatch match;
  const Rule* rule =
      context_.search(RuleSet::kAssignment, {range.begin, own_end}, match, "coordinate");
  const bool own = rule != nullptr;
  for (std::uint32_t n = context_.node(index).parent; rule == nullptr && n != kNoNode;
       n = context_.node(n).parent) {
    const Node& above = context_.node(n);
    const bool introduces =
        context_.text(above.heading).ends_with(':') || begins_with_partners(above.heading);
    if (!introduces) break;
    range = above.heading;
    rule = context_.search(RuleSet::kAssignment, range, match, "coordinate");
  }
  // "Sở A chủ trì, phối hợp với Sở B thực hiện các nhiệm vụ sau:", a paragraph before the items.
  const Announced told = rule == nullptr ? announced(index) : Announced{};
  if (told.agencies != nullptr && !told.agencies->empty() && !task.lead_agencies.empty() &&
      told.agencies->front().name == task.lead_agencies.front().name) {
    range = context_.node(announced_by_.at(told.item)).whole();
    rule = context_.search(RuleSet::kAssignment, range, match, "coordinate");
  }
  if (const auto above = partners_above_.find(index);
      rule == nullptr && above != partners_above_.end()) {
    range = context_.node(above->second).whole();
    rule = context_.search(RuleSet::kAssignment, range, match, "coordinate");
  }
  AgencyList list;
  while (rule != nullptr && list.empty()) {
    const Range after{match.end, range.end};
    list = agencies_.leading(context_.flow.trimmed(after));
    if (list.empty()) rule = context_.search(RuleSet::kAssignment, after, match, "coordinate");
  }
  if (!own) {  // one of the partners may be told something by itself
    std::erase_if(list.agencies, [&](const AgencyRef& partner) {
      return std::any_of(task.lead_agencies.begin(), task.lead_agencies.end(),
                         [&](const AgencyRef& lead) { return lead.name == partner.name; });
    });
  }
  if (list.empty()) return;
  task.coordinating_agencies = list.agencies;
  task.coordinating_text = context_.keep_or_null({match.end, list.end});
  if (own) more_partners({list.end, own_end}, task);
}

// A sentence or clause with a subject of its own begins in the range.
bool AssignmentReader::others_begin(Range range, std::uint32_t end) {
  const std::string_view flow = context_.flow.text().substr(0, range.end);
  for (std::size_t at = flow.find_first_of(".;", range.begin); at != flow.npos;
       at = flow.find_first_of(".;", at + 1)) {
    const Range clause = context_.flow.trimmed({static_cast<std::uint32_t>(at) + 1, end});
    if (clause.begin < range.end && !subject_of(clause).agencies.empty()) return true;
  }
  return false;
}

// "…. Phối hợp với Sở B …": partners in a later sentence or clause of the same body.
void AssignmentReader::more_partners(Range range, Task& task) {
  RuleMatch match;
  DistinctAgencies distinct(task.coordinating_agencies);
  std::string text(task.coordinating_text);
  for (Range rest = range; !rest.empty(); rest.begin = match.end) {
    if (context_.search(RuleSet::kAssignment, rest, match, "coordinate") == nullptr ||
        others_begin({rest.begin, match.begin}, range.end))
      break;
    const std::string_view before = context_.text({range.begin, match.begin});
    const std::size_t last = before.find_last_not_of(' ');
    const bool begins = last != before.npos && (before[last] == '.' || before[last] == ';');
    if (!begins) continue;
    const AgencyList list = agencies_.leading(context_.flow.trimmed({match.end, range.end}));
    for (const AgencyRef& agency : list.agencies) distinct.add(agency);
    if (!list.empty()) text.append("; ").append(context_.text({match.end, list.end}));
  }
  if (text.size() > task.coordinating_text.size()) task.coordinating_text = context_.keep(text);
}

}  // namespace scp
