#include "facts/assignments.h"

#include <algorithm>

#include "facts/details.h"
#include "facts/reports.h"
#include "text/utf8.h"

namespace scp {
namespace {

// Whether all of `some` are in `all`, and not all that is there.
bool among(const std::vector<AgencyRef>& some, const std::vector<AgencyRef>& all) {
  return some.size() < all.size() &&
         std::all_of(
             some.begin(), some.end(),
             [&](const AgencyRef& one) {
               return std::any_of(all.begin(), all.end(),
                                  [&](const AgencyRef& other) { return other.name == one.name; });
             });
}

bool none_of_them(const std::vector<AgencyRef>& some, const std::vector<AgencyRef>& all) {
  return std::none_of(some.begin(), some.end(), [&](const AgencyRef& one) {
    return std::any_of(all.begin(), all.end(),
                       [&](const AgencyRef& other) { return other.name == one.name; });
  });
}

}  // namespace

void AssignmentReader::run() {
  DetailReader details(context_, agencies_, deadlines_);
  details.run();
  assigned_ = details.used();
  const std::vector<bool> told = assigned_;
  assigned_.resize(context_.outline.nodes.size(), false);
  find_announcements();
  for (const auto& [task, index] : details.unled())
    lead_from_above(index, context_.document.tasks[task]);
  for (std::uint32_t i = 0; i < context_.outline.nodes.size(); ++i) {
    if (!context_.node(i).form && (told.empty() || !told[i])) node(i);
  }
  for (std::uint32_t i = static_cast<std::uint32_t>(assigned_.size()); i-- > 0;) {
    const std::uint32_t parent = context_.node(i).parent;
    if (assigned_[i] && parent != kNoNode) assigned_[parent] = true;
  }
  for (std::uint32_t i = 0; i < context_.outline.nodes.size(); ++i) {
    if (measure_node(i)) measure(i);
  }
  requests_without_items();
  sort_by_place(context_.document.tasks);
}

// "Điều 4. … chịu trách nhiệm thi hành Quyết định này" names addressees, it gives no task.
bool AssignmentReader::is_closing_article(Range text) const {
  RuleMatch match;
  return context_.search(RuleSet::kAssignment, text, match, "closing") != nullptr;
}

// What follows the names says that they have something to do.
bool AssignmentReader::has_duty(Range after) const {
  RuleMatch match;
  after = context_.flow.trimmed(after);
  // The duty may come after a circumstance, in the same clause.
  constexpr std::size_t kFar = 200;  // bytes
  const std::string_view text = context_.text(after).substr(0, kFar);
  const std::size_t clause = std::min(text.find_first_of(";.:("), text.size());
  after.end = after.begin + static_cast<std::uint32_t>(clause);
  return context_.search(RuleSet::kAssignment, after, match, "duty") != nullptr;
}

// Under a heading an item may name who does it all the same. What one body asks of another is its
// own work, unless it is one of several, or the heading names nobody.
bool AssignmentReader::names_another(const Found& own, Range text,
                                     const std::vector<AgencyRef>& headed) const {
  if (!own.gives || own.inside || begins_by_directing(text)) return false;
  if (among(own.subject.agencies, headed)) return true;
  if (!own.subject.by.empty() && none_of_them(own.subject.by, headed)) return true;
  if (own.subject.ordered && begins_with_gift(text)) return true;
  if (!own.subject.ordered) {
    RuleMatch match;
    bool ordered = false;
    const Range after = context_.flow.trimmed({own.subject.end, text.end});
    if (own.subject.begin != context_.after_orders(text, ordered).begin) return false;
    return acts(after) ||
           context_.match_role(RuleSet::kAssignment, after, "duty", match) != nullptr;
  }
  return std::none_of(headed.begin(), headed.end(), [](const AgencyRef& agency) {
    return agency.kind == AgencyKind::kNamed || agency.kind == AgencyKind::kPerson;
  });
}

void AssignmentReader::assignment(std::uint32_t index, Range range, std::vector<AgencyRef> leads,
                                  Range lead_range) {
  Task task = start_task(context_, index, TaskOrigin::kAssignment);
  task.content = context_.keep(range);
  task.lead_agencies = std::move(leads);
  task.lead_text = context_.keep_or_null(lead_range);
  tell(index, range, lead_range, task);
  if (!task.deadline.has_value()) task.deadline = due_above(index);
  context_.document.tasks.push_back(std::move(task));
  assigned_[index] = true;
  last_ = index;
}

// With whom, by when and with what result the work is done that the range tells of.
void AssignmentReader::tell(std::uint32_t index, Range range, Range lead_range, Task& task) {
  const Range own = before_others({std::max(range.begin, lead_range.end), range.end});
  // What a title before the names is about has times and partners of its own.
  Range work = range;
  if (begins_with_title(range) && !lead_range.empty()) {
    const std::size_t colon = context_.text({range.begin, lead_range.begin}).find(':');
    if (colon != std::string_view::npos) {
      work.begin += static_cast<std::uint32_t>(colon) + 1;
      range.begin = lead_range.begin;
    }
  }
  coordinating(index, work, own.end, task);
  task.deadline = due({range.begin, own.end});
  if (!task.deadline.has_value() && own.end < range.end) task.deadline = due(range);
  add_keyed(own, task);
}

// What stands in these nodes belongs to the content of a task.
void AssignmentReader::add_text(std::span<const std::uint32_t> nodes, Task& task) {
  std::string content(task.content);
  for (const std::uint32_t index : nodes) {
    const Node& n = context_.node(index);
    if (n.form) continue;
    content += "\n";
    content += context_.text(n.whole());
    const Range range = context_.range_of(n);
    context_.claim(range);
    add_place(task.at, context_.at(range));
  }
  task.content = context_.keep(content);
}

// Up to the first clause that others begin: what they do is theirs.
Range AssignmentReader::before_others(Range range) {
  const std::string_view flow = context_.flow.text();
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (flow[i] != ';') continue;
    const Range clause = after_number(context_.flow.trimmed({i + 1, range.end}));
    if (!subject_of(clause).agencies.empty()) return {range.begin, i};
  }
  return range;
}

// "…; thời hạn hoàn thành: 15/3/2025; sản phẩm: Báo cáo".
void AssignmentReader::add_keyed(Range range, Task& task) {
  if (context_.text(range).find(':') == std::string_view::npos) return;
  const bool timed = task.deadline.has_value();
  DetailReader reader(context_, agencies_, deadlines_);
  std::vector<Detail> details = reader.read(range);
  std::erase_if(details,
                [](const Detail& d) { return d.role != "deadline" && d.role != "product"; });
  reader.fill(details, task);
  if (!timed && task.deadline.has_value() && task.deadline->kind == DeadlineKind::kUnknown)
    task.deadline.reset();
}

// "Giao Văn phòng …": whoever the heading names, this is another's.
bool AssignmentReader::begins_with_gift(Range text) const {
  RuleMatch match;
  const Rule* rule = context_.match_role(RuleSet::kAssignment, text, "order", match);
  return rule != nullptr && rule->value(Field::kKind) == "given";
}

void AssignmentReader::node(std::uint32_t index) {
  const Node& n = context_.node(index);
  const std::string_view role = context_.outline.role_above(index);
  const bool organisation = role == "organisation" || role == "reporting";
  if (tells_of_items(index, organisation || ordered_.count(index) != 0)) return;
  const bool excluded = role == "purpose" || role.substr(0, 5) == "goals";
  if (n.text.empty()) {
    if (!excluded && n.role.data() == nullptr && !n.heading.empty()) stem(index);
    return;
  }
  if (excluded || context_.in_preamble(n) || is_closing_article(n.text)) return;
  if (set_aside_.count(index) != 0 || set_aside_.count(n.parent) != 0) return;
  if (n.scheme == Scheme::kNone && is_note(n.text)) return;
  if (announcing_.count(index) != 0 || below_names(index) || tells_time(index)) return;
  const Announced told = announced(index);
  const Headed headed = heading_agencies(index, organisation || told.agencies != nullptr);
  const bool told_nearer = told.agencies != nullptr && told.item > headed.by;
  if (!headed.agencies.empty() && !told_nearer) {
    const bool introduces = !n.children.empty() && context_.text(n.text).ends_with(':');
    if (introduces || (n.children.empty() && agencies_.only_agencies(n.text))) return;
    Found own = found_in(index, context_.sentences.of(n.text).front(), false);
    const Range after = context_.flow.trimmed({own.subject.end, n.text.end});
    if (!own.gives && !own.subject.agencies.empty()) own.gives = acts(after);
    if (n.scheme == Scheme::kNone && !own.subject.agencies.empty() && only_complies(after)) return;
    if (!own.subject.agencies.empty() && partners_begin_items(n.parent))
      return with_partners(index, headed.agencies, own.subject);
    if (names_another(own, n.text, headed.agencies)) {
      const Range names{own.subject.begin, own.subject.end};
      assignment(index, n.text, own.subject.agencies, names);
      return orders_behind(index, own.subject.agencies, names);
    }
    if (n.scheme == Scheme::kNone && (is_scrap(n.text) || takes_effect(n.text) || closes(n.text)))
      return;
    assignment(index, n.text, headed.agencies, {});
    return orders_behind(index, headed.agencies, {});
  }
  const bool introduces = !n.children.empty() && context_.text(n.text).ends_with(':');
  if (introduces && !agencies_of_node(index, false).empty()) return stem(index);
  const bool paragraph = n.scheme == Scheme::kNone;
  const bool listed =
      (organisation && !(paragraph && role == "reporting")) || lists_bodies(index) ||
      (paragraph && (role == "tasks" || below_order(index)) && begins_with_body(n.text)) ||
      (paragraph && below_order(index) && comes_to_body(n.text));
  if (const std::vector<AgencyRef>* above = superiors(index, told)) {
    return assignment(index, n.text, *above, {});
  }
  const bool shares = organisation || told.agencies != nullptr || ordered_.count(index) != 0 ||
                      begins_with_title(n.text);
  const std::size_t made = in_sentences(index, listed, shares);
  if (made == 0 && n.scheme != Scheme::kNone && !below_task(index)) told_before(index);
}

// In a list of orders, however deep.
bool AssignmentReader::below_order(std::uint32_t index) const {
  RuleMatch match;
  for (std::uint32_t n = index; n != kNoNode; n = context_.node(n).parent) {
    if (context_.node(n).role.data() != nullptr) return false;
    const Range heading = context_.node(n).heading;
    if (context_.match_role(RuleSet::kAssignment, heading, "account", match) != nullptr)
      return false;
    if (ordered_.count(n) != 0) return true;
  }
  return false;
}

// Whether items below a sentence say what else is to be done.
bool AssignmentReader::goes_on_below(const Node& node) {
  return !node.children.empty() && !context_.text(node.text).ends_with(':') &&
         std::all_of(node.children.begin(), node.children.end(), [&](std::uint32_t child) {
           const Range text = context_.flow.trimmed(context_.node(child).whole());
           RuleMatch match;
           return acts(text) || !subject_of(text).agencies.empty() ||
                  context_.match_role(RuleSet::kAssignment, text, "duty", match) != nullptr;
         });
}

// Below a task that has a sentence of its own, more that the same bodies are to do.
bool AssignmentReader::below_task(std::uint32_t index) {
  std::uint32_t parent = context_.node(index).parent;
  // "a) Xây dựng kế hoạch:" between them.
  while (parent != kNoNode && leads_of_.count(parent) == 0 &&
         !context_.node(parent).whole().empty() &&
         context_.text(context_.node(parent).whole()).ends_with(':')) {
    parent = context_.node(parent).parent;
  }
  if (parent == kNoNode) return false;
  const auto leads = leads_of_.find(parent);
  if (leads == leads_of_.end()) return false;
  const Range text = context_.node(index).text;
  Subject own = subject_of(text);
  const bool another = !own.agencies.empty();
  assignment(index, text, another ? std::move(own.agencies) : leads->second,
             another ? Range{own.begin, own.end} : Range{});
  return true;
}

// "Sở Văn hóa và Thể thao tổ chức …", and no list below.
bool AssignmentReader::begins_with_body(Range text) {
  if (context_.text(text).ends_with(':') || is_lower(decode(context_.text(text), 0).value))
    return false;
  return !agencies_.leading(text).empty();
}

// "Sau khi được phê duyệt, Sở A …", "Về kinh phí: Các địa phương phải …", in a list of orders.
bool AssignmentReader::comes_to_body(Range text) {
  if (context_.text(text).ends_with(':')) return false;
  const Range sentence = context_.sentences.of(text).front();
  return !subject_after_grounds(sentence).agencies.empty() ||
         !subject_behind_colon(sentence, true, true).agencies.empty();
}

// An item that names nobody, in a list that the paragraph before it tells somebody to do.
void AssignmentReader::told_before(std::uint32_t index) {
  const Node& n = context_.node(index);
  const Announced told = announced(index);
  if (told.agencies == nullptr || below_state(index)) return;
  const bool introduces = !n.children.empty() && context_.text(n.text).ends_with(':');
  RuleMatch match;  // "Báo cáo quý: trước ngày 20 …" is a report and nothing more
  if (introduces || (context_.outline.role_above(index) == "reporting" &&
                     context_.match_role(RuleSet::kReport, n.text, "timed", match) != nullptr))
    return;
  // Who is named first is meant, though it is not said in a known way what they do.
  const Range sentence = context_.sentences.of(n.text).front();
  const bool directs = begins_by_directing(sentence);
  Subject own = directs ? Subject{} : subject_of(sentence);
  if (own.agencies.empty() && !directs) own = subject_after_grounds(sentence);
  if (own.agencies.empty() && !directs) own = subject_behind_colon(sentence, true);
  if (own.agencies.empty() && !directs) own = unlisted_subject(sentence);
  if (own.agencies.empty()) {
    // A list below an item may be of anything.
    const bool below = index != told.item && n.kind == NodeKind::kBullet;
    if (narrates(sentence)) return;
    const Range text = context_.flow.trimmed(n.text);
    if (below && !acts(text) &&
        context_.match_role(RuleSet::kAssignment, text, "duty", match) == nullptr)
      return;
    return assignment(index, n.text, *told.agencies, {});
  }
  assignment(index, n.text, own.agencies, {own.begin, own.end});
}

// In a duty list any sentence about an agency gives it something to do; elsewhere only one that
// says so, or a numbered item that begins with the agency and what it does.
AssignmentReader::Found AssignmentReader::found_in(std::uint32_t index, Range sentence,
                                                   bool listed) {
  const Node& node = context_.node(index);
  const bool numbered = node.scheme != Scheme::kNone;
  // A paragraph of a letter or a directive asks somebody for something.
  const bool asks = !numbered && node.parent == kNoNode && context_.gives_orders(node);
  Found found;
  found.subject = subject_of(sentence);
  const bool in_tasks = !numbered && context_.outline.role_above(index) == "tasks";
  if (found.subject.agencies.empty() && (numbered || listed || asks || in_tasks)) {
    found.subject = subject_after_grounds(sentence);
  }
  const bool work =
      numbered && (context_.outline.role_above(index) == "tasks" || below_order(index));
  if (found.subject.agencies.empty() && (numbered || below_order(index)))
    found.subject = subject_behind_colon(sentence, listed || work, context_.gives_orders(node));
  if (found.subject.agencies.empty() && numbered && listed) {
    found.subject = unlisted_subject(sentence);
  }
  const Range after = context_.flow.trimmed({found.subject.end, sentence.end});
  if (!found.subject.agencies.empty() && !after.empty()) {
    RuleMatch past_match;  // "đã chỉ đạo các đơn vị …"
    const bool past = !found.subject.ordered && context_.match_role(RuleSet::kAssignment, after,
                                                                    "past", past_match) != nullptr;
    found.gives =
        !past &&
        (has_duty(after) || begins_by_directing(after) || found.subject.ordered ||
         (listed && numbered) ||
         ((numbered || (listed && !found.subject.in_course && !is_issuer(found.subject))) &&
          acts(after)) ||
         (work && sentence.begin == node.text.begin && works(found.subject, sentence)));
  }
  if (!found.gives && (numbered || asks) && !listed) inner_order(sentence, found);
  return found;
}

// What the issuer does it tells of.
bool AssignmentReader::is_issuer(const Subject& subject) const {
  const std::string_view issuer = context_.document.identity.issuer;
  return subject.agencies.size() == 1 && issuer.starts_with(subject.agencies.front().name);
}

// "Yêu cầu các cơ quan nghiêm túc thực hiện./." says nothing that the items do not say.
bool AssignmentReader::only_complies(Range after) const {
  RuleMatch match;
  return context_.match_role(RuleSet::kAssignment, after, "complies", match) != nullptr;
}

// A word or a number by itself, which a converter left of a table.
bool AssignmentReader::is_scrap(Range text) const {
  constexpr std::size_t kFewWords = 3;
  return context_.layout.words_in(text).size() <= kFewWords && !acts(text) && !has_duty(text);
}

// What follows the names says at once what they do: "tổ chức …", or a colon.
bool AssignmentReader::acts(Range after) const {
  constexpr int kMostQualifiers = 3;
  RuleMatch match;
  for (int i = 0; i <= kMostQualifiers; ++i) {
    if (context_.match_role(RuleSet::kAssignment, after, "act", match) != nullptr) return true;
    if (context_.match_role(RuleSet::kAssignment, after, "qualifier", match) == nullptr) break;
    after.begin = match.end;
  }
  return false;
}

// An order in the middle of a sentence: "…, giao Sở A chủ trì", "do Sở A chủ trì".
void AssignmentReader::inner_order(Range sentence, Found& found) {
  RuleMatch match;
  Range rest = sentence;
  // "Về đề nghị Chính phủ …: giao Sở A …": those before the colon are not the ones charged.
  const std::size_t colon = context_.text(sentence).find(':');
  if (colon != std::string_view::npos &&
      context_.match_role(RuleSet::kAssignment, sentence, "topic", match) != nullptr)
    rest.begin += static_cast<std::uint32_t>(colon) + 1;
  while (const Rule* rule = context_.search(RuleSet::kAssignment, rest, match, "inner-order")) {
    rest.begin = match.end;
    AgencyList list = agencies_.leading(rest);
    if (list.empty()) continue;
    Range after = context_.flow.trimmed({list.end, sentence.end});
    // "giao Sở A theo chức năng được giao, nghiên cứu …": such words are a part of the names.
    if (context_.text(after).starts_with(',') && !acts(after))
      after = context_.flow.trimmed({after.begin + 1, after.end});
    const std::string_view kind = rule->value(Field::kKind);
    // "…, giao Sở A." says all of it.
    const std::string_view before = context_.text({sentence.begin, match.begin});
    const std::size_t last = before.find_last_not_of(' ');
    const bool all = kind == "given" && last != before.npos &&
                     std::string_view(",;(").find(before[last]) != std::string_view::npos &&
                     context_.text(after).find_first_not_of(".;/)") == std::string_view::npos;
    // "Danh mục do Sở A ban hành" tells whose it is.
    const bool gives = all || (kind == "by" ? context_.match_role(RuleSet::kAssignment, after,
                                                                  "duty", match) != nullptr
                                            : has_duty(after) || acts(after));
    if (!gives) continue;
    found.subject = {std::move(list.agencies), rest.begin, list.end, true};
    found.gives = found.inside = true;
    return;
  }
}

// An item that says what to do, in a section of no known kind whose other items are assignments. An
// article lays down rules.
bool AssignmentReader::beside_assignments(const Node& n) const {
  if (n.scheme == Scheme::kNone || !context_.outline.role_above(n.parent).empty()) return false;
  const std::uint32_t above = context_.node(n.parent).parent;
  const bool near = assigned_[n.parent] || (above != kNoNode && assigned_[above]);
  const Range text = context_.flow.trimmed(n.whole());
  if (!near || !acts(text) || !agencies_.describes(text).empty()) return false;
  RuleMatch match;
  if (context_.match_role(RuleSet::kAssignment, text, "past", match) != nullptr) return false;
  for (const Node* node = &n;; node = &context_.node(node->parent)) {
    if (node->scheme == Scheme::kArticle ||
        context_.match_role(RuleSet::kAssignment, node->whole(), "account", match) != nullptr)
      return false;
    if (node->parent == kNoNode) return true;
  }
}

// A paragraph that says what to do, in a list whose other items have kept their marks; the
// paragraph above the first of those introduces it, but above bullets it is one of several.
bool AssignmentReader::beside_items(std::uint32_t index, bool opens) {
  const Node& n = context_.node(index);
  if (n.text.empty() || context_.text(n.text).ends_with(':') || !acts(n.text)) return false;
  if (listed_parent_ != n.parent) {
    listed_parent_ = n.parent;
    const std::vector<std::uint32_t>& all = context_.node(n.parent).children;
    const auto first = std::find_if(all.begin(), all.end(), [&](std::uint32_t child) {
      return context_.node(child).scheme != Scheme::kNone;
    });
    first_listed_ = first == all.end() ? kNoNode : *first;
  }
  if (first_listed_ == kNoNode) return false;
  return first_listed_ < index ||
         (!opens && context_.node(first_listed_).kind == NodeKind::kBullet);
}

// "…, phối hợp với Sở B; Sở C lập đề án": the mark stands inside of a list of partners.
bool AssignmentReader::in_partners(Range range, std::uint32_t mark) {
  constexpr std::uint32_t kLongestList = 1500;  // bytes
  RuleMatch match;
  Range rest{std::max(range.begin, mark - std::min(mark, kLongestList)), mark};
  for (; !rest.empty(); rest.begin = match.end) {
    const Rule* rule = context_.search(RuleSet::kAssignment, rest, match, "coordinate");
    if (rule == nullptr || match.end >= mark) return false;
    const AgencyList list = agencies_.leading(context_.flow.trimmed({match.end, range.end}));
    if (!list.empty() && list.end > mark) return true;
  }
  return false;
}

// "1. Nhóm nhiệm vụ về giống" above a table with the tasks themselves.
bool AssignmentReader::heads_table(const Node& n) const {
  constexpr std::size_t kLongestTitle = 200;  // bytes, of one that does not look like a heading
  const std::uint32_t below = n.block + 1;
  if (below >= context_.layout.blocks.size()) return false;
  const std::string_view text = context_.text(n.text);
  const bool title = n.heading.empty() && text.size() <= kLongestTitle && !text.ends_with('.');
  if (n.heading.empty() ? !title : !n.text.empty()) return false;
  const Block& block = context_.block(below);
  if (block.kind != BlockKind::kTable) return false;
  const TableBlock& table = context_.layout.tables[block.table];
  return table.column_with("content").has_value() && table.column_with("lead").has_value();
}

// "… cần thực hiện các nhiệm vụ sau:" and below it an item that names nobody.
bool AssignmentReader::in_ordered_list(std::uint32_t index) {
  const Node& n = context_.node(index);
  if (ordered_.count(index) == 0 || ordered_once_.count(index) != 0 || n.role.data() != nullptr ||
      n.scheme == Scheme::kArticle)
    return false;
  const Range text = context_.flow.trimmed(n.whole());
  const bool plain = std::all_of(n.children.begin(), n.children.end(), [&](std::uint32_t child) {
    return context_.node(child).scheme == Scheme::kNone;
  });
  return plain && acts(text) && !tells_past(text) && agencies_.describes(text).empty();
}

// "Ghi nhận …", "Đã tổ chức …"
bool AssignmentReader::tells_past(Range text) const {
  RuleMatch match;
  return context_.match_role(RuleSet::kAssignment, text, "account", match) != nullptr ||
         context_.match_role(RuleSet::kAssignment, text, "past", match) != nullptr;
}

// "2. Rà soát tiêu chí …" in a conclusion without sections, beside "3. Giao Sở A …".
bool AssignmentReader::beside_roots(const Node& n) {
  if (n.scheme != Scheme::kNumber || n.role.data() != nullptr || !n.children.empty()) return false;
  if (roots_of_ != n.instrument) {
    roots_of_ = n.instrument;
    const std::vector<std::uint32_t>& roots = context_.outline.instruments[n.instrument].roots;
    root_assigned_ = std::any_of(roots.begin(), roots.end(), [&](std::uint32_t root) {
      return context_.node(root).scheme == Scheme::kNumber && assigned_[root];
    });
  }
  const Range text = context_.flow.trimmed(n.whole());
  return root_assigned_ && acts(text) && !tells_past(text) && agencies_.describes(text).empty() &&
         !context_.in_preamble(n) && !is_closing_article(text);
}

// One per lowest numbered or bulleted node of a section of tasks.
bool AssignmentReader::measure_node(std::uint32_t index) {
  const Node& n = context_.node(index);
  if (assigned_[index] || n.form || heads_table(n) || set_aside_.count(index) != 0) return false;
  if (in_ordered_list(index)) return true;
  if (n.parent == kNoNode) return beside_roots(n);
  const std::uint32_t section = context_.outline.ancestor_with(n.parent, "tasks");
  if (section == kNoNode && !beside_assignments(n)) return false;
  // "6. Chỉ tiêu chủ yếu" among tasks holds goals.
  const std::string_view role = context_.outline.role_above(index);
  if (role == "purpose" || role.starts_with("goals")) return false;
  const bool lowest =
      n.scheme == Scheme::kNone
          ? beside_items(index, section == n.parent)
          : std::all_of(n.children.begin(), n.children.end(), [&](std::uint32_t child) {
              return context_.node(child).scheme == Scheme::kNone;
            });
  RuleMatch match;  // "2. Thời gian thực hiện: Từ tháng 10/2025 đến …" is of what stands beside it
  return lowest && !describes(n) && !below_state(index) &&
         context_.match_role(RuleSet::kAssignment, n.whole(), "only-time", match) == nullptr;
}

void AssignmentReader::measure(std::uint32_t index) {
  const Node& n = context_.node(index);
  Task task = start_task(context_, index, TaskOrigin::kMeasure);
  task.content = context_.keep(n.whole());
  add_text(n.children, task);
  task.deadline = deadlines_.in_text(n.whole());
  for (auto child = n.children.begin(); child != n.children.end() && !task.deadline; ++child)
    task.deadline = deadlines_.in_text(context_.node(*child).whole());
  context_.document.tasks.push_back(std::move(task));
}

}  // namespace scp
