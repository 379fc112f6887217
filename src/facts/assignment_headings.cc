// What headings, and sentences that introduce a list, say of who does what stands below them.
#include <algorithm>

#include "facts/assignments.h"
#include "facts/capitals.h"
#include "facts/details.h"
#include "text/utf8.h"

namespace scp {
namespace {

constexpr std::uint32_t kLongestHeading = 400;  // bytes, of one that names bodies

}  // namespace

Range from_names(const FactContext& context, Range range) {
  RuleMatch match;
  bool ordered = false;
  if (context.match_role(RuleSet::kAssignment, range, "heading", match) != nullptr) {
    range.begin = match.end;
  }
  return context.after_orders(range, ordered);
}

namespace {

// Past commas, blanks and words that join.
Range after_joints(const FactContext& context, Range rest) {
  const std::span<const Word> words = context.layout.words_in(rest);
  std::size_t at = 0;
  while (at < words.size() && words[at].connector) ++at;
  if (at == words.size()) return words.empty() ? rest : Range{words.back().end, rest.end};
  return {words[at].begin, rest.end};
}

// Whether nothing but the names of partners stands between here and the colon at the end.
bool only_partners(const FactContext& context, Range rest) {
  if (!context.text(rest).ends_with(':')) return false;
  RuleMatch match;
  while (context.search(RuleSet::kAssignment, rest, match, "act") != nullptr) {
    const std::uint32_t end = match.end;
    const Range act{match.begin, rest.end};
    if (context.text(act).front() == ':') return true;
    if (context.match_role(RuleSet::kAssignment, act, "coordinate", match) == nullptr) return false;
    rest.begin = std::max(end, match.end);
  }
  return true;
}

// What may stand between the names and the colon of a heading: duties, partners, and words that say
// no more than that a list follows. Where they end.
std::uint32_t after_introduction(const FactContext& context, AgencyReader& agencies, Range rest) {
  constexpr int kMost = 6;
  RuleMatch match;
  const bool colon = context.text(rest).ends_with(':');
  if (!colon) {  // "chủ trì, phối hợp thực hiện"
    for (int i = 0; i < kMost; ++i) {
      const Range duty = i == 0 ? rest : after_joints(context, rest);
      if (context.match_role(RuleSet::kAssignment, duty, "duty", match) == nullptr) break;
      rest.begin = match.end;
    }
    return rest.begin;
  }
  for (int i = 0; i < kMost && rest.size() > 1; ++i) {
    rest = after_joints(context, rest);
    if (context.match_role(RuleSet::kAssignment, rest, "introduces", match) != nullptr) {
      return match.end;
    }
    if (context.match_role(RuleSet::kAssignment, rest, "coordinate", match) != nullptr) {
      rest.begin = std::max(match.end, agencies.leading({match.end, rest.end}).end);
      // Partners may be bodies that no list knows.
      if (context.search(RuleSet::kAssignment, rest, match, "introduces") != nullptr) {
        return match.end;
      }
      if (only_partners(context, rest)) return rest.end;
    } else if (context.match_role(RuleSet::kAssignment, rest, "duty", match) != nullptr) {
      rest.begin = match.end;
    } else {
      break;
    }
  }
  return rest.begin;
}

}  // namespace

AgencyList agencies_of_heading(const FactContext& context, AgencyReader& agencies, Range heading,
                               bool organisation) {
  RuleMatch match;
  const bool explicit_words =
      context.match_role(RuleSet::kAssignment, heading, "heading", match) != nullptr;
  AgencyList list = agencies.leading(from_names(context, heading));
  if (list.empty()) return {};
  Range rest = context.flow.trimmed({list.end, heading.end});
  const std::uint32_t said = after_introduction(context, agencies, rest);
  const bool duty = said > rest.begin;
  rest.begin = said;
  const bool names_only = context.text(rest).find_first_not_of(" :.;,") == std::string_view::npos;
  return names_only && (organisation || explicit_words || duty) ? list : AgencyList{};
}

// "Các đơn vị cấp nước sạch có trách nhiệm": who it is that has them.
Range AssignmentReader::without_duty_at_end(Range heading) const {
  RuleMatch match;
  const bool ends = context_.search(RuleSet::kAssignment, heading, match, "duty") != nullptr &&
                    context_.text(Range{match.end, heading.end}).find_first_not_of(" :") ==
                        std::string_view::npos;
  return ends ? context_.flow.trimmed({heading.begin, match.begin}) : heading;
}

// "Thủ trưởng các đơn vị được giao nhiệm vụ" stands for them.
Range AssignmentReader::without_title(Range heading) const {
  LexiconMatch title;
  const std::span<const Word> words = context_.layout.words_in(heading);
  const bool headed =
      context_.grammar.lexicon(LexiconId::kAgencyHeads).longest_at(words, 0, title) &&
      title.end_word < words.size();
  if (!headed) return heading;
  // The title may hold the first word of the name: "Thủ trưởng các".
  const std::size_t last = title.end_word - 1;
  const bool many =
      title.end_word > 1 && context_.grammar.lexicon(LexiconId::kOpenWords)
                                .find(context_.text({words[last].begin, words[last].end}))
                                .valid();
  return {words[many ? last : title.end_word].begin, heading.end};
}

// "Các tổ chức, cá nhân khai thác nước dưới đất": what no name covers is said of them all.
void AssignmentReader::whole_group(Range heading, AgencyList& list) {
  const std::string_view text = context_.text(heading);
  if (list.empty() || !list.agencies.back().note.empty() ||
      text.find(';') != std::string_view::npos)
    return;
  const auto named = [](const AgencyRef& agency) { return agency.kind == AgencyKind::kNamed; };
  const bool group = !named(list.agencies.front()) &&
                     list.agencies.back().at.first.end < context_.at(heading).first.end;
  // "người đứng đầu cơ quan, tổ chức": described, and no name behind it.
  const bool described = named(list.agencies.front()) && is_lower(decode(text, 0).value) &&
                         std::none_of(list.agencies.begin() + 1, list.agencies.end(), named);
  if (!group && !described) return;
  heading = without_title(heading);
  list.agencies.resize(1);
  AgencyRef& whole = list.agencies.front();
  whole.name = context_.keep(capitalised(context_.text(heading)));
  whole.text = context_.keep(heading);
  whole.at = context_.at(heading);
}

// Names that the lexicon does not know to their end ("Các doanh nghiệp viễn thông", "Cục Kinh tế
// xây dựng"): all of a short heading that begins like a name.
AgencyList AssignmentReader::unlisted_names(const Node& node) {
  constexpr std::size_t kMostWords = 40;
  RuleMatch said;  // "Trách nhiệm của cơ quan thuế"
  const bool explicit_words =
      context_.match_role(RuleSet::kAssignment, node.heading, "heading", said) != nullptr;
  Range heading = from_names(context_, node.heading);
  const std::string_view text = context_.text(heading);
  // "(gồm các Sở: A, B)", "(theo danh sách)" say more of them.
  const bool remark = text.ends_with(')') || text.ends_with("):");
  const std::size_t mark = remark ? text.rfind('(') : text.find(':');
  heading.end = heading.begin + static_cast<std::uint32_t>(std::min(mark, text.size()));
  heading = without_duty_at_end(context_.flow.trimmed(heading));
  const std::span<const Word> words = context_.layout.words_in(heading);
  LexiconMatch match;
  if (words.empty() || words.size() > kMostWords || has_duty(heading)) return {};
  if (context_.sentences.of(heading).size() > 1) return {};
  const bool like_name = explicit_words || !agencies_.leading(heading).empty() ||
                         stem_at(context_.grammar, words, 0, match) ||
                         (agencies_.describes(heading).end > heading.begin && items_act(node));
  if (!like_name) return {};
  AgencyList list{agencies_.whole_or_one(heading), heading.end};
  whole_group(heading, list);
  const bool one =
      std::none_of(words.begin(), words.end(), [](const Word& w) { return w.comma || w.stop; });
  if (list.agencies.size() == 1 && one) {
    AgencyRef& only = list.agencies.front();
    if (only.text.size() < heading.size()) {
      const bool group = only.kind == AgencyKind::kCollective;
      if (group) heading = without_title(heading);
      only.text = context_.keep(heading);
      only.name = group ? context_.keep(capitalised(only.text)) : only.text;
      only.at = context_.at(heading);
    }
  }
  return list;
}

// Whether the first item below begins with what somebody does.
bool AssignmentReader::items_act(const Node& node) const {
  if (node.children.empty()) return false;
  const Range item = context_.flow.trimmed(context_.node(node.children.front()).whole());
  RuleMatch match;
  return !item.empty() &&
         (acts(item) || context_.match_role(RuleSet::kAssignment, item, "duty", match) != nullptr);
}

// Whether an item below begins like "Chủ trì, phối hợp với …".
bool AssignmentReader::items_lead(const Node& node) const {
  RuleMatch match;
  return std::any_of(node.children.begin(), node.children.end(), [&](std::uint32_t child) {
    const Range item = context_.flow.trimmed(context_.node(child).whole());
    return !item.empty() &&
           context_.match_role(RuleSet::kAssignment, item, "duty", match) != nullptr;
  });
}

// Whether items below tell what was done, or was not.
bool AssignmentReader::tells_past(const Node& node) const {
  RuleMatch match;
  return std::any_of(node.children.begin(), node.children.end(), [&](std::uint32_t child) {
    const Range item = context_.node(child).whole();
    return context_.match_role(RuleSet::kAssignment, item, "past", match) != nullptr;
  });
}

bool AssignmentReader::names_one(const AgencyList& list) {
  return list.agencies.size() == 1 && list.agencies.front().kind == AgencyKind::kNamed;
}

// Whether items near it have one body each for a heading: then this list shares out the work.
bool AssignmentReader::beside_bodies(std::uint32_t index) {
  constexpr std::ptrdiff_t kNear = 3;
  const Node& node = context_.node(index);
  const std::vector<std::uint32_t>& items =
      node.parent == kNoNode ? context_.outline.instruments[node.instrument].roots
                             : context_.node(node.parent).children;
  const auto here = std::lower_bound(items.begin(), items.end(), index);
  const auto first = here - std::min(kNear, here - items.begin());
  const auto last = here + std::min(kNear + 1, items.end() - here);
  return std::any_of(first, last, [&](std::uint32_t item) {
    const Range heading = context_.node(item).heading;
    return item != index && !heading.empty() && heading.size() <= kLongestHeading &&
           names_one(agencies_of_heading(context_, agencies_, heading, true));
  });
}

// Outside of a section that shares out the work only a heading that says so does: "Điều 3. Trách
// nhiệm của Sở Công Thương".
AssignmentReader::Headed AssignmentReader::heading_agencies(std::uint32_t index,
                                                            bool organisation) {
  for (std::uint32_t n = context_.node(index).parent; n != kNoNode; n = context_.node(n).parent) {
    const Node& above = context_.node(n);
    if (headline(above).empty()) continue;
    const auto [found, fresh] = of_heading_.try_emplace({n, organisation});
    if (fresh) found->second = agencies_of_node(n, organisation);
    if (!found->second.empty()) return {found->second, n};
    if (above.role.data() != nullptr) return {};
  }
  return {};
}

// Keys may tell when and what only, below a heading that names who does all of it.
void AssignmentReader::lead_from_above(std::uint32_t index, Task& task) {
  const Node& n = context_.node(index);
  const std::string_view role = context_.outline.role_above(index);
  const Announced told = announced(index);
  const Headed headed = heading_agencies(index, role == "organisation" || told.agencies != nullptr);
  if (!headed.agencies.empty()) {
    task.lead_agencies = headed.agencies;
  } else if (told.agencies != nullptr) {
    task.lead_agencies = *told.agencies;
  }
  if (task.lead_agencies.empty()) return;
  task.origin = TaskOrigin::kAssignment;
  if (task.coordinating_agencies.empty()) coordinating(index, n.whole(), n.whole().end, task);
}

// What stands above the items of a node: its heading, or a sentence that ends with a colon.
Range AssignmentReader::headline(const Node& node) const {
  constexpr std::uint32_t kLongestIntroduction = 1500;  // bytes
  if (!node.heading.empty()) return node.heading.size() <= kLongestHeading ? node.heading : Range{};
  const bool introduces = !node.text.empty() && !node.children.empty() &&
                          node.text.size() <= kLongestIntroduction &&
                          context_.text(node.text).ends_with(':');
  return introduces ? node.text : Range{};
}

// Those whom the heading of one node gives what stands below it.
std::vector<AgencyRef> AssignmentReader::agencies_of_node(std::uint32_t index, bool organisation) {
  const Node& node = context_.node(index);
  const Range heading = headline(node);
  AgencyList list = agencies_of_heading(context_, agencies_, heading, true);
  // Nothing but the name of one body above numbered items is a duty list anywhere; those of
  // several or of a group are one where they head an article, end with a colon, or an item says
  // that they lead; and above what is to be done where nothing but orders is given.
  const bool announces = context_.text(heading).ends_with(':');
  const bool one_body = node.scheme != Scheme::kNone && !list.empty() &&
                        (announces || node.scheme == Scheme::kArticle || names_one(list) ||
                         ordered_.count(index) != 0 || below_order(index) || beside_bodies(index) ||
                         items_lead(node) || (context_.gives_orders(node) && items_act(node)));
  if (!organisation && !one_body) {
    list = agencies_of_heading(context_, agencies_, heading, false);
  }
  const bool ordered = ordered_.count(index) != 0;
  if (ordered && tells_past(node)) return {};
  const bool shares = organisation || ordered;
  const bool orders = announces && node.scheme != Scheme::kNone && items_act(node);
  // "Chủ tịch UBND các tỉnh từ A đến B, trong đó trọng tâm là C:" above what they are to do.
  if (list.empty() && ordered && orders) list.agencies = subject_of(heading).agencies;
  // "Để thúc đẩy …, các bộ, ngành cần tập trung triển khai các nhiệm vụ sau:"
  if (list.empty() && ordered && orders) {
    list.agencies = subject_after_grounds(context_.sentences.of(heading).back()).agencies;
  }
  if (list.empty()) list.agencies = in_remark_above(heading);
  // "1.2. Hỗ trợ nhà ở", and below it "Ủy ban nhân dân các tỉnh, thành phố:"
  if (list.empty() && !node.heading.empty() && !node.children.empty() &&
      context_.text(node.text).ends_with(':'))
    list.agencies = heads_item(node.text, node.children.front());
  if (list.empty() && shares && !node.heading.empty()) list.agencies = at_work_above(node);
  if (list.empty() && !node.heading.empty() && node.role.data() == nullptr) {
    // "1.5. Trách nhiệm của đối tượng kiểm kê", or between other bodies
    if (shares || says_whose(index)) list = unlisted_names(node);
  }
  if (list.empty() && orders) {  // "Giao Sở A hoàn thiện hồ sơ, bảo đảm các yêu cầu sau:"
    Subject own = subject_of(heading);
    if (organisation || own.ordered) list.agencies = std::move(own.agencies);
  }
  if (list.empty() && orders && context_.gives_orders(node)) {
    const Range last = context_.sentences.of(heading).back();
    list.agencies = subject_after_grounds(last).agencies;
  }
  return std::move(list.agencies);
}

// A heading in small letters above nothing but work that says whose it is, or begins like the names
// of those whose headings stand beside it.
bool AssignmentReader::says_whose(std::uint32_t index) {
  const Node& node = context_.node(index);
  const bool item = node.scheme >= Scheme::kNumber && node.kind != NodeKind::kBullet;
  const auto work = [&](std::uint32_t child) {
    const Range text = context_.flow.trimmed(context_.node(child).whole());
    return context_.node(child).scheme == Scheme::kNone || (!text.empty() && acts(text));
  };
  if (!item || node.children.empty()) return false;
  RuleMatch said;
  const bool says =
      context_.match_role(RuleSet::kAssignment, node.heading, "heading", said) != nullptr;
  if (!says && agencies_.leading(node.heading).empty()) return false;
  return std::all_of(node.children.begin(), node.children.end(), work) &&
         (says || beside_bodies(index));
}

// Those of "Xúc tiến thương mại (Sở A chủ trì)".
std::vector<AgencyRef> AssignmentReader::in_remark_above(Range heading) {
  if (!context_.text(heading).ends_with(')')) return {};
  DetailReader reader(context_, agencies_, deadlines_);
  for (const Detail& detail : reader.read(heading)) {
    if (detail.role == "lead") return agencies_.whole(detail.value);
  }
  return {};
}

// Those of "Sở A chủ trì rà soát hồ sơ" above the parts of that work.
std::vector<AgencyRef> AssignmentReader::at_work_above(const Node& node) {
  Subject own = subject_of(node.heading);
  if (own.agencies.empty()) return {};
  const Range after = context_.flow.trimmed({own.end, node.heading.end});
  const bool named = std::all_of(own.agencies.begin(), own.agencies.end(),
                                 [](const AgencyRef& a) { return a.kind == AgencyKind::kNamed; });
  RuleMatch match;
  // Work on something: "Cục Kinh tế xây dựng" is a name to its end.
  const bool works =
      (context_.match_role(RuleSet::kAssignment, after, "duty", match) != nullptr ||
       (named && context_.match_role(RuleSet::kAssignment, after, "act", match) != nullptr)) &&
      match.end < after.end;
  // Items with a key, or a body of their own, are no parts of it.
  const bool parts = std::none_of(node.children.begin(), node.children.end(), [&](auto child) {
    const Range item = context_.node(child).whole();
    return context_.text(item).find(':') != std::string_view::npos ||
           !subject_of(item).agencies.empty();
  });
  return works && parts ? std::move(own.agencies) : std::vector<AgencyRef>{};
}

// "Các cơ quan sau đây chịu trách nhiệm …:" above the item.
bool AssignmentReader::lists_bodies(std::uint32_t index) {
  const std::uint32_t parent = context_.node(index).parent;
  if (parent == kNoNode) return false;
  const Range heading = context_.node(parent).heading;
  if (!context_.text(heading).ends_with(':')) return false;
  const Subject subject = subject_of(heading);
  if (subject.agencies.empty()) return false;
  RuleMatch match;
  const Range after = context_.flow.trimmed({subject.end, heading.end});
  return context_.match_role(RuleSet::kAssignment, after, "lists-bodies", match) != nullptr;
}

}  // namespace scp
