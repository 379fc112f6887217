#include "facts/details.h"

#include <algorithm>

#include "facts/shares.h"
#include "layout/tables.h"
#include "text/utf8.h"

namespace scp {
namespace {

bool any_role(const std::vector<Detail>& details, std::string_view a, std::string_view b = {}) {
  return std::any_of(details.begin(), details.end(),
                     [&](const Detail& d) { return d.role == a || d.role == b; });
}

bool is_agency_role(std::string_view role) {
  return role == "lead" || role == "coordinating";
}

bool is_detail_role(std::string_view role) {
  for (const std::string_view known :
       {"content", "aside", "deadline", "product", "funding", "remark", "approver", "monitor"}) {
    if (role == known) return true;
  }
  return is_agency_role(role);
}

}  // namespace

std::optional<TaskGroup> group_of_section(FactContext& context, const Node& section) {
  if (section.heading.empty()) return std::nullopt;
  TaskGroup group;
  if (!section.enumerator.empty()) group.number = context.keep(section.enumerator);
  group.title = context.keep(section.heading);
  group.at = context.at(context.block(section.block).range);
  return group;
}

Task start_task(FactContext& context, std::uint32_t index, TaskOrigin origin) {
  const Node& node = context.node(index);
  Task task;
  task.id = context.keep(context.task_ids(node.id));
  task.instrument = node.instrument;
  task.origin = origin;
  if (node.parent != kNoNode) {
    const Node& parent = context.node(node.parent);
    task.section = context.keep(parent.id);
    task.task_group = group_of_section(context, parent);
  } else {
    task.section = context.keep(node.id);
  }
  const bool bullet = node.kind == NodeKind::kBullet || node.kind == NodeKind::kParagraph;
  if (!bullet && !node.enumerator.empty()) task.number = context.keep(node.enumerator);
  task.at = context.at(context.range_of(node));
  context.claim(context.range_of(node));
  return task;
}

// A word that gives somebody something to do stands right before the mark before words[at].
bool DetailReader::behind_duty(std::span<const Word> words, std::size_t at) const {
  constexpr std::size_t kNear = 3;  // words
  RuleMatch match;
  for (std::size_t k = at - 1; k-- > 0 && at - k <= kNear + 1;) {
    const Range rest{words[k].begin, words[at - 1].begin};
    if (!rest.empty() && context_.match_role(RuleSet::kAssignment, rest, "duty", match) != nullptr)
      return true;
  }
  return false;
}

// The longest key that ends right before words[end], from the beginning of a clause.
bool DetailReader::key_before(std::span<const Word> words, std::size_t end, std::size_t from,
                              Detail& detail, std::size_t& first) const {
  constexpr std::size_t kLongestKey = 12;  // words
  const Lexicon& keys = context_.grammar.lexicon(LexiconId::kDetailKeys);
  const Lexicon& columns = context_.grammar.lexicon(LexiconId::kColumns);
  bool found = false;
  for (std::size_t k = end; k-- > from && end - k <= kLongestKey && !words[k].stop;) {
    if (words[k].connector) continue;
    const bool clause = k == from || words[k - 1].stop || words[k - 1].connector;
    // "Sở A chủ trì, phối hợp với: Sở B; Sở C lập …" is a sentence.
    const char32_t begin = decode(context_.flow.text(), words[k].begin).value;
    if (k > 0 && words[k - 1].comma && !is_upper(begin) && behind_duty(words, k)) continue;
    // Lines that ran together: a key of several words after another one, with a capital.
    const bool next_line = from > 0 && end - k >= 2 && is_letter(begin) && is_upper(begin);
    if (!clause && !next_line) continue;
    LexiconMatch match;
    const auto ends_here = [&](const Lexicon& lexicon) {
      return lexicon.longest_at(words.first(end), k, match) && match.end_word == end;
    };
    if (!ends_here(keys) && !ends_here(columns)) continue;
    if (!is_detail_role(match.entry.value(Field::kRole))) continue;
    detail.role = match.entry.value(Field::kRole);
    detail.begin = words[k].begin;
    first = k;
    found = true;
  }
  return found;
}

// A label that is not listed, at the beginning of an item, by its words like the header of a column
// ("Đơn vị chủ trì tham mưu thực hiện: …"); only where its value is of that kind.
bool DetailReader::key_by_words(std::span<const Word> label, Detail& detail) {
  constexpr std::size_t kLongestLabel = 10;  // words
  if (label.empty() || label.size() > kLongestLabel) return false;
  if (std::any_of(label.begin(), label.end() - 1, [](const Word& w) { return w.stop; }))
    return false;
  const Range words{label.front().begin, label.back().end};
  const std::string_view role = column_role_by_words(context_.grammar, context_.text(words));
  const Range value = context_.flow.trimmed(detail.value);
  RuleMatch match;
  const bool fits =
      is_agency_role(role)
          ? !agencies_.leading(value).empty()
          : role == "deadline" && context_.match(RuleSet::kDeadline, value, match) != nullptr;
  if (!fits) return false;
  detail.role = role;
  detail.begin = words.begin;
  return true;
}

bool DetailReader::names_somebody(Range value) {
  value = context_.flow.trimmed(value);
  const std::string_view text = context_.text(value);
  if (text.size() > 2 && text[0] == '-' && text[1] == ' ') value.begin += 2;  // a list in a line
  if (value.empty()) return true;                 // the items below name them
  constexpr std::uint32_t kLongestUnknown = 100;  // bytes
  const char32_t c = decode(context_.flow.text(), value.begin).value;
  const bool capital = is_letter(c) && is_upper(c) && value.size() <= kLongestUnknown;
  return capital || !agencies_.leading(value).empty();
}

std::vector<Detail> DetailReader::read(Range range) {
  std::vector<Detail> details;
  const std::string_view flow = context_.flow.text().substr(0, range.end);
  if (flow.find(':', range.begin) == std::string_view::npos) return remarks(range);
  const std::span<const Word> words = context_.layout.words_in(range);
  std::size_t from = 0;
  for (std::size_t at = flow.find(':', range.begin); at != std::string_view::npos;
       at = flow.find(':', at + 1)) {
    const auto after = std::lower_bound(words.begin(), words.end(), at,
                                        [](const Word& w, std::size_t v) { return w.begin < v; });
    const auto end = static_cast<std::size_t>(after - words.begin());
    Detail detail;
    std::size_t first = 0;
    detail.value = {static_cast<std::uint32_t>(at) + 1, range.end};
    const bool keyed = key_before(words, end, from, detail, first) ||
                       (from == 0 && key_by_words(words.first(end), detail));
    if (!keyed) continue;
    // Words before a first content key ("Nội dung: …") are part of what is to be done.
    const bool in_list = !details.empty() && details.front().begin == words.front().begin;
    if (detail.role == "content" && first != 0 && !in_list) continue;
    if (!details.empty()) details.back().value.end = detail.begin;
    details.push_back(detail);
    from = end;
  }
  for (Detail& detail : details) {
    const std::string_view text = context_.text(detail.value);
    std::size_t size = text.size();
    const bool open = text.find_first_of("([") != std::string_view::npos;
    while (size > 0 && std::string_view(" ;.,-([").find(text[size - 1]) != std::string_view::npos)
      --size;
    if (size > 0 && (text[size - 1] == ')' || text[size - 1] == ']') && !open)
      --size;  // closes the bracket of all details
    if (size >= 3 && text.substr(size - 3, 3) == "\xE2\x80\x93") size -= 3;  // –
    detail.value = context_.flow.trimmed(
        {detail.value.begin, detail.value.begin + static_cast<std::uint32_t>(size)});
  }
  std::erase_if(
      details, [&](const Detail& d) { return is_agency_role(d.role) && !names_somebody(d.value); });
  cut_times(details);
  if (details.empty()) return remarks(range);
  // "(Sở A chủ trì; thời gian: …)": the leader may be told without a key.
  if (!any_role(details, "lead") && details.front().begin != range.begin) {
    std::vector<Detail> more = in_brackets(range);
    if (more.empty()) more = remarks({range.begin, details.front().begin});
    for (const Detail& detail : more) {
      if (any_role(details, detail.role)) continue;
      details.insert(details.begin(), detail);
    }
    std::stable_sort(details.begin(), details.end(),
                     [](const Detail& a, const Detail& b) { return a.begin < b.begin; });
  }
  return details;
}

// "…; Đơn vị phối hợp: Sở B; hoàn thành trước ngày 30/9/2024": a time needs no key.
void DetailReader::cut_times(std::vector<Detail>& details) {
  if (details.empty() || any_role(details, "deadline")) return;
  Detail& last = details.back();
  if (!is_agency_role(last.role)) return;
  const std::string_view flow = context_.flow.text().substr(0, last.value.end);
  for (std::size_t mark = flow.find_first_of(";.,", last.value.begin);
       mark != std::string_view::npos; mark = flow.find_first_of(";.,", mark + 1)) {
    const Range rest =
        context_.flow.trimmed({static_cast<std::uint32_t>(mark) + 1, last.value.end});
    RuleMatch match;
    if (rest.empty() || context_.match_role(RuleSet::kDeadline, rest, "due", match) == nullptr) {
      continue;
    }
    last.value.end = static_cast<std::uint32_t>(mark);
    const Detail time{"deadline", rest.begin, {match.begin, match.end}};
    details.push_back(time);
    return;
  }
}

void DetailReader::fill(const std::vector<Detail>& details, Task& task) {
  for (const Detail& detail : details) {
    const Range value = detail.value;
    if (value.empty()) continue;
    const auto text = [&](std::string_view& field) {
      if (field.data() == nullptr) field = context_.keep(value);
    };
    if (detail.role == "lead" && task.lead_agencies.empty()) {
      const bool alone = !any_role(details, "coordinating");
      if (alone && split_lead(context_, agencies_, value, task)) continue;
      task.lead_agencies = agencies_.whole(value);
      task.lead_text = context_.keep(value);
    } else if (detail.role == "coordinating" && task.coordinating_agencies.empty()) {
      task.coordinating_agencies = agencies_.whole(value);
      task.coordinating_text = context_.keep(value);
    } else if (detail.role == "deadline" && !task.deadline.has_value()) {
      task.deadline = deadlines_.cell(value);
      if (task.deadline) add_place(task.at, task.deadline->at);  // over several items, perhaps
    } else if (detail.role == "product") {
      text(task.product);
    } else if (detail.role == "funding") {
      text(task.funding);
    } else if (detail.role == "remark") {
      text(task.remark);
    } else if (detail.role == "approver") {
      text(task.approver);
    } else if (detail.role == "monitor") {
      text(task.monitor);
    }
  }
}

// Sections that give nobody a task.
bool DetailReader::excluded(std::uint32_t node) const {
  const std::uint32_t parent = context_.node(node).parent;
  if (parent == kNoNode) return false;
  const std::string_view role = context_.outline.role_above(parent);
  if (role == "funding") {  // unless raising it is one of the tasks
    for (std::uint32_t above = parent; above != kNoNode; above = context_.node(above).parent) {
      if (context_.outline.role_above(above) == "tasks") return false;
    }
  }
  return role == "purpose" || role == "funding" || role == "reporting" ||
         role.substr(0, 5) == "goals";
}

// One key alone may be a remark of any kind; who does it is what makes it a task.
bool DetailReader::told_enough(std::uint32_t node, const std::vector<Detail>& details) const {
  if (any_role(details, "lead", "coordinating")) return true;
  if (node == kNoNode || !any_role(details, "deadline", "product")) return false;
  return context_.outline.role_above(node) == "tasks";
}

DetailReader::Item DetailReader::item_of(std::uint32_t node) {
  const Node& n = context_.node(node);
  Item item;
  const Range text = n.whole();
  if (text.empty() || excluded(node)) return item;
  item.details = read(text);
  const bool below = n.scheme == Scheme::kNone && n.children.empty() && n.parent != kNoNode;
  if (item.details.empty() && below && context_.outline.role_above(node) == "tasks")
    item.details = told_alone(text);
  if (item.details.empty()) {
    const std::optional<Detail> key = key_alone(node);
    const std::optional<Detail> time = key ? std::nullopt : time_only(node);
    if (!key && !time) return item;
    item.details.push_back(key ? *key : *time);
    item.key_alone = key.has_value();
  }
  const bool asides = std::all_of(item.details.begin(), item.details.end(),
                                  [](const Detail& d) { return d.role == "aside"; });
  // "(Đơn vị chủ trì: Sở A; thời gian: quý I)" below what is to be done.
  const bool bracket =
      n.scheme == Scheme::kNone &&
      std::string_view("([").find(context_.text(text).front()) != std::string_view::npos;
  const bool begins = item.details.front().begin == text.begin + (bracket ? 1 : 0);
  if (asides && !begins) return item;
  // "Chủ trì: Sở A. Nội dung: …" is an item of its own, whatever it begins with.
  const bool content = begins && any_role(item.details, "content");
  if (begins && !content) {
    item.form = Form::kLoose;
  } else if (item.details.size() > (content ? 1U : 0U) && n.heading.empty()) {
    item.form = told_enough(node, item.details) ? Form::kOwn : Form::kPlain;
  }
  return item;
}

std::vector<DetailReader::Run> DetailReader::runs_in(const std::vector<Item>& items) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].form != Form::kLoose) continue;
    Run run{std::nullopt, i, i};
    if (i > 0) run.before = i - 1;
    while (i < items.size() && items[i].form == Form::kLoose) ++i;
    run.end = i;
    runs.push_back(run);
  }
  return runs;
}

// A label that no key is known for ("- Đơn vị tham mưu: Sở A") between two lists of keys is one
// more detail when no key comes back after it; where one does, another item begins there.
void DetailReader::join_labels(const std::vector<std::uint32_t>& nodes,
                               std::vector<Item>& items) const {
  constexpr std::size_t kLongestLabel = 40;  // bytes
  for (std::size_t i = 1; i + 1 < items.size(); ++i) {
    if (items[i].form != Form::kPlain || items[i + 1].form != Form::kLoose) continue;
    if (items[i - 1].form != Form::kLoose) continue;
    const Node& node = context_.node(nodes[i]);
    if (node.kind != NodeKind::kBullet && node.kind != NodeKind::kParagraph) continue;
    const std::size_t colon = context_.text(node.whole()).find(':');
    if (colon > kLongestLabel || !node.children.empty()) continue;
    bool again = false;
    for (std::size_t k = i; k-- > 0 && items[k].form == Form::kLoose;) {
      for (std::size_t n = i + 1; n < items.size() && items[n].form == Form::kLoose; ++n) {
        again = again || any_role(items[n].details, items[k].details.front().role);
      }
    }
    if (again) continue;
    items[i].form = Form::kLoose;
    items[i].details = {{"aside", node.whole().begin, node.whole()}};
  }
}

// "II. NHIỆM VỤ", and not "1. Nhiệm vụ 1: …" below it.
bool DetailReader::heads_section(std::uint32_t node) const {
  const Node& n = context_.node(node);
  return n.role.data() != nullptr &&
         (n.parent == kNoNode || context_.outline.ancestor_with(n.parent, n.role) == kNoNode);
}

// Whether the details belong to the items before them, not to the item above all of them.
bool DetailReader::by_item(std::uint32_t parent, const std::vector<Item>& items,
                           const std::vector<Run>& runs) const {
  if (parent == kNoNode || heads_section(parent)) return true;
  if (runs.size() > 1 || runs.front().end < items.size()) return true;
  return std::any_of(items.begin(), items.end(),
                     [](const Item& item) { return item.form == Form::kOwn; });
}

void DetailReader::siblings(std::uint32_t parent, const std::vector<std::uint32_t>& nodes) {
  std::vector<Item> items;
  items.reserve(nodes.size());
  bool any = false;
  for (const std::uint32_t node : nodes) {
    items.push_back(!used_.empty() && used_[node] ? Item{} : item_of(node));
    any = any || items.back().form != Form::kPlain;
  }
  if (!any) return;
  join_labels(nodes, items);
  const std::vector<Run> runs = runs_in(items);
  const bool each = runs.empty() || by_item(parent, items, runs);
  std::vector<bool> made(items.size());
  for (const Run& run : runs) {
    const bool above = !run.before.has_value() || !each;
    if (!run.before.has_value() && each && run.end < items.size() && parent != kNoNode) {
      if (const std::optional<Deadline> time = time_alone(items, run)) {
        times_.emplace(parent, *time);
        for (std::size_t i = run.first; i < run.end; ++i) take(nodes[i], nullptr);
        continue;
      }
    }
    const auto first = items.begin() + static_cast<std::ptrdiff_t>(run.first);
    const auto end = items.begin() + static_cast<std::ptrdiff_t>(run.end);
    const bool headings =  // "2. Nhiệm vụ", "3. Thời gian thực hiện": sections side by side
        std::all_of(first, end, [](const Item& item) { return item.key_alone; });
    if (headings && !above) {
      for (std::size_t i = run.first; i < run.end; ++i) take(nodes[i], nullptr);
      continue;
    }
    if (above && parent == kNoNode) continue;
    if (above && heads_section(parent)) continue;
    const std::uint32_t owner = above ? parent : nodes[*run.before];
    std::vector<Detail> all;
    for (std::size_t i = run.first; i < run.end; ++i) {
      all.insert(all.end(), items[i].details.begin(), items[i].details.end());
    }
    if (!told_enough(owner, all)) continue;
    const bool section = above && context_.node(owner).kind == NodeKind::kSection;
    if (const auto list = section ? list_of_contents(nodes, items, run) : std::nullopt) {
      make_each(owner, *list, nodes, items, run);
      std::fill(made.begin(), made.begin() + static_cast<std::ptrdiff_t>(run.end), true);
    } else if (above) {
      make(owner, nullptr, nodes, items, run, 0);
      std::fill(made.begin(), made.begin() + static_cast<std::ptrdiff_t>(run.end), true);
    } else {
      make(owner, &items[*run.before], nodes, items, run, run.first);
      made[*run.before] = true;
    }
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].form != Form::kOwn || made[i]) continue;
    make(nodes[i], &items[i], nodes, items, Run{std::nullopt, 0, 0}, 0);
  }
}

// "Thời gian: 2021 - 2030" before all items of a section, and nothing else, is the time of each.
std::optional<Deadline> DetailReader::time_alone(const std::vector<Item>& items, const Run& run) {
  std::optional<Deadline> time;
  for (std::size_t i = run.first; i < run.end; ++i) {
    for (const Detail& detail : items[i].details) {
      if (detail.role != "deadline" || time.has_value()) return std::nullopt;
      time = deadlines_.cell(detail.value);
    }
  }
  return time;
}

void DetailReader::inherit_time(std::uint32_t owner, Task& task) const {
  const auto found = times_.find(context_.node(owner).parent);
  if (found == times_.end()) return;
  if (task.task_group.has_value()) task.task_group->deadline = found->second;
  if (task.deadline.has_value()) return;
  task.deadline = found->second;
  task.deadline->inherited = true;
}

// Notes that a node was read; its place is one more of the task's.
void DetailReader::take(std::uint32_t node, Task* task) {
  if (used_.empty()) used_.assign(context_.outline.nodes.size(), false);
  used_[node] = true;
  const Range range = context_.range_of(context_.node(node));
  context_.claim(range);
  if (task == nullptr) return;
  add_place(task->at, context_.at(range));
}

void DetailReader::add_subtree(std::uint32_t index, std::string& text, Task& task) {
  const Node& node = context_.node(index);
  if (!node.whole().empty()) {
    if (!text.empty()) text += '\n';
    text += context_.text(node.whole());
  }
  take(index, &task);
  for (const std::uint32_t child : node.children) add_subtree(child, text, task);
}

// The value of a key with nothing behind it is what stands below.
Range DetailReader::value_of(const Detail& detail, std::uint32_t node) const {
  const Node& n = context_.node(node);
  if (!detail.value.empty() || n.children.empty()) return detail.value;
  return {context_.node(n.children.front()).whole().begin,
          context_.node(n.children.back()).whole().end};
}

// "b) Cơ quan thực hiện:" above "- Đơn vị chủ trì: …" and "- Đơn vị phối hợp: …": what stands below
// has keys of its own.
std::vector<Detail> DetailReader::details_below(const Detail& detail, std::uint32_t node) {
  std::vector<Detail> all;
  if (!detail.value.empty()) return all;
  for (const std::uint32_t child : context_.node(node).children) {
    const Range text = context_.node(child).whole();
    if (text.empty()) return {};
    std::vector<Detail> own = read(text);
    if (const auto key = own.empty() ? key_alone(child) : std::nullopt) {
      own.push_back(*key);
      own.back().value = value_of(own.back(), child);
    }
    if (own.empty() || own.front().begin != text.begin) return {};
    all.insert(all.end(), own.begin(), own.end());
  }
  return all;
}

// "Sở A: kiểm tra; thời gian: …", "Sở A chủ trì, phối hợp với Sở B lập đề án." above its time: who
// leads needs no key where a colon, a duty or what they do follows the names.
void DetailReader::lead_before(Range said, Task& task) {
  bool ordered = false;
  said = context_.after_orders(said, ordered);
  AgencyList list = agencies_.leading(said);
  if (list.empty()) return;
  const Range after = context_.flow.trimmed({list.end, said.end});
  RuleMatch match;
  const bool leads = !after.empty() &&
                     (context_.text(after).front() == ':' ||
                      context_.match_role(RuleSet::kAssignment, after, "duty", match) != nullptr ||
                      context_.match_role(RuleSet::kAssignment, after, "act", match) != nullptr);
  if (!leads) return;
  task.lead_agencies = std::move(list.agencies);
  task.lead_text = context_.keep({said.begin, list.end});
  if (!task.coordinating_agencies.empty()) return;
  if (context_.search(RuleSet::kAssignment, after, match, "coordinate") == nullptr) return;
  list = agencies_.leading({match.end, said.end});
  if (list.empty()) return;
  task.coordinating_text = context_.keep({match.end, list.end});
  task.coordinating_agencies = std::move(list.agencies);
}

// One task of `owner`: what it says before its own details, the plain items from `first_plain` to
// the run, and the details of the run.
void DetailReader::make(std::uint32_t owner, Item* own, const std::vector<std::uint32_t>& nodes,
                        std::vector<Item>& items, Run run, std::size_t first_plain) {
  Task task = start_task(context_, owner, TaskOrigin::kMeasure);
  take(owner, nullptr);
  const Range whole = context_.node(owner).whole();
  Range said = whole;
  std::vector<Detail> details;
  if (own != nullptr && !own->details.empty()) {
    details = own->details;
    const auto keyed = std::find_if(details.begin(), details.end(),
                                    [](const Detail& d) { return d.role == "content"; });
    if (keyed != details.end() && details.front().begin == whole.begin) {
      said = keyed->value;
    } else {
      said.end = details.front().begin;
    }
  }
  std::string content(context_.text(said));
  constexpr std::string_view kDash = "\xE2\x80\x93";
  const auto drop_marks = [&content] {
    const std::size_t last = content.find_last_not_of(" :;,-([");
    content.resize(last == std::string::npos ? 0 : last + 1);
  };
  drop_marks();
  if (content.ends_with(kDash)) content.resize(content.size() - kDash.size());
  drop_marks();
  const bool uncut = said.begin == whole.begin && said.end == whole.end && own != nullptr;
  if (uncut) content = context_.text(whole);
  if (own != nullptr) {
    for (const std::uint32_t child : context_.node(owner).children)
      add_subtree(child, content, task);
  }
  for (std::size_t i = own == nullptr ? first_plain : run.first; i < run.first; ++i) {
    const bool keyed = !items[i].details.empty() && items[i].details.front().role == "content";
    if (keyed) {
      const Range value = items[i].details.front().value;
      if (!value.empty()) content += '\n';
      content += context_.text(value);
      take(nodes[i], &task);
      // "a) Nhiệm vụ:" above the items that say what is to be done.
      if (value.empty()) {
        for (const std::uint32_t child : context_.node(nodes[i]).children)
          add_subtree(child, content, task);
      }
    } else {
      add_subtree(nodes[i], content, task);
    }
  }
  const std::vector<Detail> of_run = details_of(nodes, items, run);
  details.insert(details.end(), of_run.begin(), of_run.end());
  add_asides(items, run, content);
  std::string below;
  for (std::size_t i = run.first; i < run.end; ++i) add_subtree(nodes[i], below, task);
  task.content = context_.keep(content);
  fill(details, task);
  if (own != nullptr && task.lead_agencies.empty()) lead_before(said, task);
  for (std::size_t i = first_plain; i < run.first && task.lead_agencies.empty(); ++i) {
    const Node& paragraph = context_.node(nodes[i]);
    if (own == nullptr && paragraph.scheme == Scheme::kNone) lead_before(paragraph.text, task);
  }
  inherit_time(owner, task);
  add_task(owner, std::move(task));
}

void DetailReader::add_task(std::uint32_t node, Task task) {
  if (task.lead_agencies.empty()) {
    unled_.emplace_back(context_.document.tasks.size(), node);
  } else {
    task.origin = TaskOrigin::kAssignment;
  }
  context_.document.tasks.push_back(std::move(task));
}

void DetailReader::run() {
  const std::vector<Node>& nodes = context_.outline.nodes;
  for (const InstrumentPart& part : context_.outline.instruments) {
    if (!part.roots.empty() && !nodes[part.roots.front()].form) siblings(kNoNode, part.roots);
  }
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (!nodes[i].form && !nodes[i].children.empty()) siblings(i, nodes[i].children);
  }
}

}  // namespace scp
