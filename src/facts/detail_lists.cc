// Keys that head lists: "a) Cơ quan chủ trì" above the names, "1. Nội dung" above several tasks.
#include <algorithm>

#include "facts/details.h"

namespace scp {

// A key that is all a node says, with its value below: "Cơ quan phối hợp". Nothing where it is
// none.
std::optional<Detail> DetailReader::key_alone(std::uint32_t node) const {
  const Node& n = context_.node(node);
  const Range text = context_.flow.trimmed(n.whole());
  if (text.empty() || n.children.empty() || n.kind == NodeKind::kSection) return std::nullopt;
  const std::span<const Word> words = context_.layout.words_in(text);
  Detail detail;
  std::size_t first = 0;
  if (key_before(words, words.size(), 0, detail, first) && first == 0) {
    detail.value = {text.end, text.end};
    return detail;
  }
  return std::nullopt;
}

// "- Hoàn thành trước ngày 30/6/2026." among keys: a time without its key.
std::optional<Detail> DetailReader::time_only(std::uint32_t node) const {
  const Node& n = context_.node(node);
  RuleMatch match;
  const bool item = n.kind == NodeKind::kBullet && n.children.empty() && n.heading.empty();
  if (!item || context_.sentences.of(n.text).size() > 1 ||
      context_.match_role(RuleSet::kAssignment, n.text, "only-time", match) == nullptr ||
      !deadlines_.in_text(n.text).has_value())
    return std::nullopt;
  return Detail{"deadline", n.text.begin, n.text};
}

// Where the text of a node and of all below it ends.
std::uint32_t DetailReader::end_of(std::uint32_t node) const {
  while (!context_.node(node).children.empty()) node = context_.node(node).children.back();
  return context_.range_of(context_.node(node)).end;
}

// The node that heads several tasks, in the item before a run of their details.
std::optional<std::uint32_t> DetailReader::list_of_contents(const std::vector<std::uint32_t>& nodes,
                                                            const std::vector<Item>& items,
                                                            const Run& run) const {
  if (run.first != 1 || items.front().details.size() != 1) return std::nullopt;
  const Detail& detail = items.front().details.front();
  const std::vector<std::uint32_t>& below = context_.node(nodes.front()).children;
  const bool list = std::all_of(below.begin(), below.end(), [&](std::uint32_t child) {
    return context_.node(child).scheme != Scheme::kNone;
  });
  if (detail.role != "content" || !detail.value.empty() || below.size() < 2 || !list)
    return std::nullopt;
  constexpr std::size_t kMost = std::size_t{1} << 20;  // bytes of details, over all tasks
  const Range told{context_.node(nodes[run.first]).whole().begin, end_of(nodes[run.end - 1])};
  if (told.size() * below.size() > kMost) return std::nullopt;
  return nodes.front();
}

// The details of a run, those of keys with nothing behind them from below.
std::vector<Detail> DetailReader::details_of(const std::vector<std::uint32_t>& nodes,
                                             const std::vector<Item>& items, const Run& run) {
  std::vector<Detail> details;
  for (std::size_t i = run.first; i < run.end; ++i) {
    for (Detail detail : items[i].details) {
      if (detail.role == "aside") continue;
      const std::vector<Detail> below = details_below(detail, nodes[i]);
      if (below.empty()) {
        detail.value = value_of(detail, nodes[i]);
        details.push_back(detail);
      }
      details.insert(details.end(), below.begin(), below.end());
    }
  }
  return details;
}

// "Địa điểm: …" stays with what is to be done.
void DetailReader::add_asides(const std::vector<Item>& items, const Run& run,
                              std::string& content) const {
  for (std::size_t i = run.first; i < run.end; ++i) {
    for (const Detail& detail : items[i].details) {
      if (detail.role != "aside") continue;
      content += '\n';
      content += context_.text({detail.begin, detail.value.end});
    }
  }
}

// "1. Nội dung, biện pháp: a) …; b) …", "2. Cơ quan chủ trì: …", "3. Thời gian: …": each item of
// the list is a task, and the details are those of all of them.
void DetailReader::make_each(std::uint32_t owner, std::uint32_t list,
                             const std::vector<std::uint32_t>& nodes,
                             const std::vector<Item>& items, const Run& run) {
  const std::vector<Detail> details = details_of(nodes, items, run);
  take(owner, nullptr);
  take(list, nullptr);
  std::vector<Place> told;  // where the details stand is one more place of each task
  for (std::size_t i = run.first; i < run.end; ++i) {
    Task only;
    only.at = context_.at(context_.range_of(context_.node(nodes[i])));
    std::string text;
    add_subtree(nodes[i], text, only);
    told.push_back(std::move(only.at));
  }
  const Node& above = context_.node(owner);
  for (const std::uint32_t child : context_.node(list).children) {
    Task task = start_task(context_, child, TaskOrigin::kMeasure);
    if (task.task_group.has_value() && !above.heading.empty()) {
      task.task_group->number =
          above.enumerator.empty() ? std::string_view{} : context_.keep(above.enumerator);
      task.task_group->title = context_.keep(above.heading);
      task.task_group->at = context_.at(context_.block(above.block).range);
    }
    std::string content(context_.text(context_.node(child).whole()));
    take(child, nullptr);
    for (const std::uint32_t below : context_.node(child).children)
      add_subtree(below, content, task);
    add_asides(items, run, content);
    for (const Place& place : told) add_place(task.at, place);
    task.content = context_.keep(content);
    fill(details, task);
    inherit_time(owner, task);
    add_task(child, std::move(task));
  }
}

}  // namespace scp
