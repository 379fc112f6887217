// Lists that a paragraph or an item before them makes orders, or the contents of one task.
#include <algorithm>

#include "facts/assignments.h"

namespace scp {
namespace {

constexpr std::size_t kLongestNames = 300;    // bytes
constexpr std::size_t kLongestAddress = 120;  // bytes

}  // namespace

// "… Bộ Nội vụ đề nghị các bộ, ngành thực hiện một số nội dung sau:" is told of every item below.
void AssignmentReader::find_announcements() {
  for (const InstrumentPart& part : context_.outline.instruments) announcements_in(part.roots);
  for (const Node& node : context_.outline.nodes) announcements_in(node.children);
}

void AssignmentReader::announcements_in(const std::vector<std::uint32_t>& siblings) {
  std::shared_ptr<const std::vector<AgencyRef>> told;
  std::uint32_t by = kNoNode;
  bool orders = false;
  bool past = false;                 // they were given some time ago
  bool aside = false;                // the items are those whom a telegram is sent to, or of a note
  std::uint32_t partners = kNoNode;  // the paragraph that names them
  std::shared_ptr<const std::vector<AgencyRef>> above;  // names alone on their line
  for (std::size_t i = 0; i < siblings.size(); ++i) {
    const std::uint32_t index = siblings[i];
    if (std::vector<AgencyRef> names = names_alone(index); !names.empty()) {
      above = std::make_shared<const std::vector<AgencyRef>>(std::move(names));
      names_above_.emplace(index, nullptr);
      continue;
    }
    if (above != nullptr) names_above_.emplace(index, above);
    if (orders && context_.node(index).scheme != Scheme::kNone) {
      ordered_.insert(index);
      if (past) ordered_once_.insert(index);
    }
    if (context_.node(index).scheme == Scheme::kNone) {
      const Range text = context_.node(index).text;
      const bool tells = context_.text(text).ends_with(':') && begins_with_partners(text);
      partners = tells ? index : kNoNode;
      RuleMatch match;
      aside = context_.text(text).ends_with(':') && text.size() <= kLongestAddress &&
              (is_note(text) ||
               context_.search(RuleSet::kAssignment, text, match, "addresses") != nullptr);
      orders = orders_below(index);
      past = orders && ordered_before(index);
      const std::uint32_t next = i + 1 < siblings.size() ? siblings[i + 1] : kNoNode;
      std::vector<AgencyRef> agencies = announced_to(index, next);
      told.reset();
      by = index;
      if (!agencies.empty()) {
        told = std::make_shared<const std::vector<AgencyRef>>(std::move(agencies));
      }
    } else if (aside) {
      set_aside_.insert(index);
    } else if (partners != kNoNode) {
      partners_above_.emplace(index, partners);
      announcing_.insert(partners);
    } else if (told != nullptr) {
      announced_.emplace(index, told);
      announced_by_.emplace(index, by);
      announcing_.insert(by);
    }
  }
}

// "Sở Nội vụ" on a line of its own, in a section that shares out the work: a heading whose number
// was lost. Nothing where the paragraph is none.
std::vector<AgencyRef> AssignmentReader::names_alone(std::uint32_t index) {
  const Node& n = context_.node(index);
  const std::string_view text = context_.text(n.text);
  if (n.scheme != Scheme::kNone || text.empty() || text.size() > kLongestNames ||
      text.ends_with('.') || text.ends_with(';') || !n.children.empty() || n.parent == kNoNode ||
      context_.outline.role_above(n.parent) != "organisation" || !agencies_.only_agencies(n.text))
    return {};
  return agencies_.whole(n.text);
}

// "Trên đây là Kế hoạch …", "Kế hoạch này thay thế …": of the text itself.
bool AssignmentReader::closes(Range text) const {
  LexiconMatch match;
  RuleMatch rule;
  return context_.grammar.lexicon(LexiconId::kClosing)
             .longest_at(context_.layout.words_in(text), 0, match) ||
         context_.search(RuleSet::kIssue, text, rule, "transition") != nullptr;
}

// "Chỉ thị này có hiệu lực kể từ ngày ký." and nothing else.
bool AssignmentReader::takes_effect(Range text) const {
  RuleMatch rule;
  return context_.sentences.of(text).size() == 1 &&
         context_.search(RuleSet::kIssue, text, rule, "effective") != nullptr;
}

// What stands below names alone on their line: a task of theirs, unless it names others.
bool AssignmentReader::below_names(std::uint32_t index) {
  const auto found = names_above_.find(index);
  if (found == names_above_.end()) return false;
  if (found->second == nullptr) {  // the names themselves
    context_.claim(context_.range_of(context_.node(index)));
    return true;
  }
  const Node& n = context_.node(index);
  const Found own = found_in(index, context_.sentences.of(n.text).front(), false);
  const Range after = context_.flow.trimmed({own.subject.end, n.text.end});
  const bool others = !own.subject.agencies.empty() && (own.gives || acts(after));
  RuleMatch match;  // "Trong quá trình thực hiện, nếu …" is for everybody
  const Rule* rule = context_.match_role(RuleSet::kAssignment, n.text, "circumstance", match);
  const bool course = rule != nullptr && rule->value(Field::kKind) == "course";
  if (others || course || closes(n.text) || is_scrap(n.text) ||
      context_.text(n.text).ends_with(':'))
    return false;
  assignment(index, n.text, *found->second, {});
  return true;
}

// "[3] Cụ thể:", a note at the foot.
bool AssignmentReader::is_note(Range text) const {
  const std::string_view begin = context_.text(text);
  const std::size_t end = begin.starts_with('[') ? begin.find_first_not_of("0123456789", 1) : 0;
  return end > 1 && end < begin.size() && begin[end] == ']';
}

// "Thủ tướng Chính phủ yêu cầu:" before the list.
bool AssignmentReader::orders_below(std::uint32_t paragraph) const {
  const Range text = context_.node(paragraph).whole();
  if (!context_.text(text).ends_with(':')) return false;
  RuleMatch match;
  const Range last = context_.sentences.of(text).back();
  return context_.search(RuleSet::kAssignment, last, match, "orders-below") != nullptr;
}

// "Sở Y tế đã tập trung chỉ đạo thực hiện các nhiệm vụ sau:"
bool AssignmentReader::ordered_before(std::uint32_t paragraph) const {
  constexpr std::uint32_t kNear = 40;  // bytes
  const Range last = context_.sentences.of(context_.node(paragraph).whole()).back();
  RuleMatch order;
  if (context_.search(RuleSet::kAssignment, last, order, "orders-below") == nullptr) return false;
  Range before{std::max(last.begin, order.begin - std::min(order.begin, kNear)), order.begin};
  RuleMatch match;
  return context_.search(RuleSet::kAssignment, before, match, "past") != nullptr;
}

// "Ủy ban nhân dân các tỉnh, thành phố:", "Bộ A chỉ đạo đơn vị B:" and nothing else, before an
// item that says what they do.
std::vector<AgencyRef> AssignmentReader::heads_item(Range text, std::uint32_t item) {
  if (text.size() > kLongestNames || context_.node(item).scheme == Scheme::kNone) return {};
  const std::string_view role = context_.outline.role_above(item);
  const Range work = context_.flow.trimmed(context_.node(item).whole());
  if ((role != "tasks" && role != "organisation") || work.empty() || !acts(work)) return {};
  Subject subject = subject_of(text);
  if (subject.agencies.empty()) return {};
  const Range after = context_.flow.trimmed({subject.end, text.end});
  const bool alone = context_.text(after).find_first_not_of(" :") == std::string_view::npos;
  return alone || begins_by_directing(after) ? std::move(subject.agencies)
                                             : std::vector<AgencyRef>{};
}

std::vector<AgencyRef> AssignmentReader::announced_to(std::uint32_t paragraph, std::uint32_t next) {
  const Range text = context_.node(paragraph).whole();
  if (!context_.text(text).ends_with(':')) return {};
  const Range last = context_.sentences.of(text).back();
  AgencyList subject = agencies_of_heading(context_, agencies_, last, false);
  if (!subject.empty()) return std::move(subject.agencies);
  if (next != kNoNode) {
    std::vector<AgencyRef> names = heads_item(text, next);
    if (!names.empty()) return names;
  }
  RuleMatch match;
  Range rest = last;
  while (context_.search(RuleSet::kAssignment, rest, match, "inner-order") != nullptr) {
    rest.begin = match.end;
    AgencyList list = agencies_.leading(rest);
    if (!list.empty()) return std::move(list.agencies);
  }
  if (context_.search(RuleSet::kAssignment, last, match, "request") == nullptr) return {};
  return addressees(context_.node(paragraph).instrument);
}

// Those whom a letter is addressed to.
std::vector<AgencyRef> AssignmentReader::addressees(std::uint32_t instrument) {
  std::vector<AgencyRef> result;
  for (const Component& c : context_.outline.instruments[instrument].components) {
    if (c.kind != ComponentKind::kAddressee) continue;
    Range range = context_.block(c.block).range;
    const std::size_t colon = context_.text(range).find(':');
    if (colon != std::string_view::npos) {  // "Kính gửi:", but not "Các Sở: Tài chính, Xây dựng"
      const std::uint32_t behind = range.begin + static_cast<std::uint32_t>(colon) + 1;
      const AgencyList list = agencies_.leading(context_.flow.trimmed(range));
      if (list.empty() || list.end <= behind) range.begin = behind;
    }
    range = context_.flow.trimmed(range);
    if (range.empty()) continue;
    std::vector<AgencyRef> names = agencies_.whole(range);
    result.insert(result.end(), names.begin(), names.end());
  }
  return result;
}

// "… đề nghị Sở A định hướng thông tin, cụ thể như sau:" above what only explains it: the request
// itself is the task.
void AssignmentReader::requests_without_items() {
  std::vector<std::uint32_t> paragraphs(announcing_.begin(), announcing_.end());
  std::sort(paragraphs.begin(), paragraphs.end());
  std::unordered_set<std::uint32_t> followed;
  for (const auto& [item, paragraph] : announced_by_) {
    if (assigned_[item]) followed.insert(paragraph);
  }
  for (const std::uint32_t index : paragraphs) {
    const Range text = context_.node(index).text;
    if (followed.count(index) != 0 || text.empty() || context_.in_preamble(context_.node(index)))
      continue;
    const std::size_t below = context_.node(index).block + std::size_t{1};
    if (below < context_.layout.blocks.size() &&
        context_.layout.blocks[below].kind == BlockKind::kTable)
      continue;  // its rows are the work
    const Range last = context_.sentences.of(text).back();
    Subject subject = subject_of(last);
    RuleMatch match;
    const Range after = context_.flow.trimmed({subject.end, last.end});
    constexpr std::uint32_t kLeast = 60;  // bytes: more than that a list follows
    if (!subject.ordered || subject.agencies.empty() || after.size() < kLeast ||
        context_.match_role(RuleSet::kAssignment, after, "introduces", match) != nullptr)
      continue;
    assignment(index, last, std::move(subject.agencies), {subject.begin, subject.end});
  }
}

// The nearest list that holds the item; a section of a role of its own is none.
AssignmentReader::Announced AssignmentReader::announced(std::uint32_t index) const {
  for (std::uint32_t n = index; n != kNoNode; n = context_.node(n).parent) {
    if (context_.node(n).role.data() != nullptr) break;
    const auto found = announced_.find(n);
    if (found != announced_.end()) return {found->second.get(), n};
  }
  return {};
}

// A bullet with nothing below it.
bool AssignmentReader::is_plain(std::uint32_t index) const {
  const Node& n = context_.node(index);
  return n.kind == NodeKind::kBullet && n.heading.empty() && n.children.empty();
}

// "Sở A thống kê, báo cáo về các nội dung sau:" and below what the report is to hold; "… lưu ý các
// dấu hiệu sau:" and below what nobody does: one task.
bool AssignmentReader::tells_of_items(std::uint32_t index, bool shares) {
  const Node& n = context_.node(index);
  if (n.parent != kNoNode && told_of_.count(n.parent) != 0) {
    told_of_.insert(index);
    assigned_[index] = true;
    return true;
  }
  const Range text = n.whole();
  RuleMatch match;
  if (!shares || n.scheme == Scheme::kNone || !context_.text(text).ends_with(':') ||
      n.children.empty() || items_act(n)) {
    return false;
  }
  const bool contents =
      context_.search(RuleSet::kAssignment, text, match, "report-contents") != nullptr;
  const bool order = std::any_of(n.children.begin(), n.children.end(), [&](std::uint32_t child) {
    const Range item = context_.node(child).whole();
    if (contents) return !subject_of(item).agencies.empty() || due(item).has_value();
    return item.empty() || acts(item) || found_in(child, item, false).gives || !is_plain(child);
  });
  if (order) return false;
  if (!contents && !agencies_of_heading(context_, agencies_, text, true).empty()) return false;
  Found found = found_in(index, text, true);
  if (!found.gives) return false;
  assignment(index, text, std::move(found.subject.agencies),
             {found.subject.begin, found.subject.end});
  std::vector<std::uint32_t> items;
  for (std::uint32_t i = index + 1; i < context_.outline.nodes.size(); ++i) {
    const std::uint32_t parent = context_.node(i).parent;
    if (parent == kNoNode || parent < index) break;
    items.push_back(i);
  }
  add_text(items, context_.document.tasks.back());
  told_of_.insert(index);
  return true;
}

}  // namespace scp
