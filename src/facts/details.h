// Tasks told in keys and values: "- Đơn vị chủ trì: Sở A", or at the end of the item itself.
//
// A key is an entry of the lexicon `detail-keys` or `columns` right before a colon, at the
// beginning of a clause. What the key stands for is the entry's role, as for the columns of a
// table. A label that is in neither is a key where its words and its value say so.
#ifndef SCPPARSE_FACTS_DETAILS_H_
#define SCPPARSE_FACTS_DETAILS_H_

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "facts/agencies.h"
#include "facts/context.h"
#include "facts/deadlines.h"

namespace scp {

struct Detail {
  std::string_view role;    // lead, coordinating, deadline, product …
  std::uint32_t begin = 0;  // in the flow, of its key
  Range value;              // in the flow; empty where the items below it hold the value
};

class DetailReader {
 public:
  DetailReader(FactContext& context, AgencyReader& agencies, DeadlineReader& deadlines)
      : context_(context), agencies_(agencies), deadlines_(deadlines) {}

  // Adds the tasks told by keys to Document::tasks.
  void run();
  // By node, after run(): all of it was read into such a task. Empty when there is none.
  const std::vector<bool>& used() const { return used_; }
  // The node of each task that run() added and that names no leader, by the task's index.
  const std::vector<std::pair<std::size_t, std::uint32_t>>& unled() const { return unled_; }

  // The details in one paragraph, in order.
  std::vector<Detail> read(Range range);
  // Fills the fields of a task that are still empty.
  void fill(const std::vector<Detail>& details, Task& task);

 private:
  enum class Form : std::uint8_t {
    kPlain,  // no details
    kOwn,    // an item that ends with its details
    kLoose,  // nothing but details of another item
  };
  struct Item {
    Form form = Form::kPlain;
    std::vector<Detail> details;
    bool key_alone = false;  // nothing but a key, without a colon
  };
  struct Run {  // loose items in a row, and what stands before them
    std::optional<std::size_t> before;
    std::size_t first = 0;
    std::size_t end = 0;
  };
  bool excluded(std::uint32_t node) const;
  bool told_enough(std::uint32_t node, const std::vector<Detail>& details) const;
  Item item_of(std::uint32_t node);
  void siblings(std::uint32_t parent, const std::vector<std::uint32_t>& nodes);
  std::optional<Deadline> time_alone(const std::vector<Item>& items, const Run& run);
  void inherit_time(std::uint32_t owner, Task& task) const;
  void join_labels(const std::vector<std::uint32_t>& nodes, std::vector<Item>& items) const;
  static std::vector<Run> runs_in(const std::vector<Item>& items);
  bool by_item(std::uint32_t parent, const std::vector<Item>& items,
               const std::vector<Run>& runs) const;
  void make(std::uint32_t owner, Item* own, const std::vector<std::uint32_t>& nodes,
            std::vector<Item>& items, Run run, std::size_t first_plain);
  std::optional<Detail> key_alone(std::uint32_t node) const;
  std::optional<std::uint32_t> list_of_contents(const std::vector<std::uint32_t>& nodes,
                                                const std::vector<Item>& items,
                                                const Run& run) const;
  std::vector<Detail> details_of(const std::vector<std::uint32_t>& nodes,
                                 const std::vector<Item>& items, const Run& run);
  void make_each(std::uint32_t owner, std::uint32_t list, const std::vector<std::uint32_t>& nodes,
                 const std::vector<Item>& items, const Run& run);
  std::optional<Detail> time_only(std::uint32_t node) const;
  std::uint32_t end_of(std::uint32_t node) const;
  bool heads_section(std::uint32_t node) const;
  void add_asides(const std::vector<Item>& items, const Run& run, std::string& content) const;
  std::vector<Detail> details_below(const Detail& detail, std::uint32_t node);
  void lead_before(Range said, Task& task);
  void add_subtree(std::uint32_t node, std::string& text, Task& task);
  void take(std::uint32_t node, Task* task);
  void add_task(std::uint32_t node, Task task);
  bool behind_duty(std::span<const Word> words, std::size_t at) const;
  bool key_before(std::span<const Word> words, std::size_t end, std::size_t from, Detail& detail,
                  std::size_t& first) const;
  bool key_by_words(std::span<const Word> label, Detail& detail);
  bool names_somebody(Range value);
  std::vector<Detail> in_brackets(Range range);
  std::vector<Detail> behind_mark(Range range, std::size_t mark, std::size_t length);
  std::vector<Detail> remarks(Range range);
  bool only_work(Range range, std::vector<Detail>& details) const;
  std::vector<Detail> told_alone(Range range);
  std::vector<Range> add_others(Range rest, std::vector<Detail>& details);
  std::vector<Range> partners_after(Range rest, std::vector<Detail>& details);
  void cut_times(std::vector<Detail>& details);
  Range value_of(const Detail& detail, std::uint32_t node) const;

  FactContext& context_;
  AgencyReader& agencies_;
  DeadlineReader& deadlines_;
  std::vector<bool> used_;
  std::vector<std::pair<std::size_t, std::uint32_t>> unled_;
  std::unordered_map<std::uint32_t, Deadline> times_;  // by node: of all items below it
};

// What a task below a section belongs to; none where the section has no heading.
std::optional<TaskGroup> group_of_section(FactContext& context, const Node& section);

// A task of a node, without content: its id, number, section, group and place.
Task start_task(FactContext& context, std::uint32_t node, TaskOrigin origin);

}  // namespace scp

#endif  // SCPPARSE_FACTS_DETAILS_H_
