#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/fold.h"
#include "check/rules/rules.h"
#include "check/sequence.h"
#include "layout/lines.h"

namespace scp::rules {
namespace {

// The tasks of one table that stand under one group row (or before the first).
struct Group {
  std::uint32_t table = 0;
  const TaskGroup* row = nullptr;
  std::vector<const Task*> tasks;
};

std::vector<Group> groups_of(const Document& document) {
  std::vector<Group> groups;
  std::uint32_t table = 0;
  for (const Task& task : document.tasks) {
    if (task.origin != TaskOrigin::kTable) continue;
    const std::uint32_t begin = task.at.first.begin;
    while (table + 1 < document.tables.size() &&
           document.tables[table + 1].at.first.begin <= begin) {
      ++table;
    }
    const TaskGroup* row = task.task_group.has_value() ? &*task.task_group : nullptr;
    const bool same = !groups.empty() && groups.back().table == table &&
                      (row == nullptr) == (groups.back().row == nullptr) &&
                      (row == nullptr || row->at.first == groups.back().row->at.first);
    if (!same) groups.push_back({table, row, {}});
    groups.back().tasks.push_back(&task);
  }
  return groups;
}

// The number of a row and the prefix it is counted under: 3, or 2.3 under 2.
struct RowNumber {
  std::string prefix;
  std::uint32_t ordinal = 0;
};

std::optional<RowNumber> row_number(std::string_view number) {
  constexpr std::size_t kMostDigits = 6;
  const std::size_t dot = number.rfind('.');
  const std::string_view last = dot == std::string_view::npos ? number : number.substr(dot + 1);
  const bool digits = !last.empty() && last.size() <= kMostDigits &&
                      last.find_first_not_of("0123456789") == std::string_view::npos;
  if (!digits) return std::nullopt;
  RowNumber result;
  if (dot != std::string_view::npos) result.prefix = number.substr(0, dot);
  for (const char c : last) result.ordinal = result.ordinal * 10 + static_cast<unsigned>(c - '0');
  return result;
}

std::uint32_t value_of(std::string_view number) {
  return std::max(roman_value(number), row_number(number).value_or(RowNumber{}).ordinal);
}

// 2 of a group "2", 0 of one with any other number.
std::uint32_t plain_number(std::string_view number) {
  const RowNumber plain = row_number(number).value_or(RowNumber{});
  return plain.prefix.empty() ? plain.ordinal : 0;
}

struct RowBreak {
  bool gap = false;
  const Task* task = nullptr;
  const Task* previous = nullptr;  // null when nothing stands before it
};

class RowReader {
 public:
  explicit RowReader(const Document& document) : document_(document) {}

  std::vector<RowBreak> run() {
    const std::vector<Group> groups = groups_of(document_);
    for (std::size_t begin = 0; begin < groups.size();) {
      std::size_t end = begin + 1;
      while (end < groups.size() && groups[end].table == groups[begin].table) ++end;
      table(std::span(groups).subspan(begin, end - begin));
      begin = end;
    }
    return std::move(breaks_);
  }

 private:
  struct List {
    std::vector<Numbered> items;
    std::vector<const Task*> tasks;
    std::vector<std::uint32_t> blank;  // how many rows without a number stand right before each
  };
  using Lists = std::map<std::string, List>;  // by prefix

  // Numbers either begin with 1 in each group or go on through the table, and perhaps from the
  // table before.
  void table(std::span<const Group> groups) {
    bool begins_anew = false;
    for (const Group& group : groups.subspan(1)) {
      const Lists lists = lists_of(group);
      const auto plain = lists.find("");
      begins_anew = begins_anew || (plain != lists.end() && plain->second.items[0].ordinal == 1);
    }
    bool first = true;
    const TaskGroup* above = nullptr;
    std::set<std::uint32_t> seen;  // where groups begin
    for (const Group& group : groups) {
      const bool resumed =
          !seen.insert(group.row == nullptr ? 0 : group.row->at.first.begin).second;
      const std::uint32_t own = group.row == nullptr ? 0 : plain_number(group.row->number);
      if (own == last_ + 1) last_ = own;  // the title of a group may stand among the rows
      for (const auto& [prefix, list] : lists_of(group)) {
        if (prefix.empty() && numbered_like(group, list)) {
          last_ = list.items.front().ordinal;
          continue;
        }
        const bool may_go_on = first || resumed || !begins_anew || beside(group.row, above);
        check(list, prefix.empty(), may_go_on);
      }
      above = group.row;
      first = false;
    }
  }

  // Groups inside of one: III.1 and III.2, through which the rows may be numbered on.
  static bool beside(const TaskGroup* group, const TaskGroup* above) {
    if (group == nullptr || above == nullptr) return false;
    const std::size_t dot = group->number.find('.');
    return dot != std::string_view::npos &&
           group->number.substr(0, dot + 1) == above->number.substr(0, dot + 1);
  }

  static Lists lists_of(const Group& group) {
    Lists lists;
    std::uint32_t unnumbered = 0;
    for (const Task* task : group.tasks) {
      const auto number = row_number(task->number);
      if (!number.has_value()) {
        ++unnumbered;
        continue;
      }
      List& list = lists[number->prefix];
      list.items.push_back({number->ordinal, unnumbered > 0});
      list.tasks.push_back(task);
      list.blank.push_back(unnumbered);
      unnumbered = 0;
    }
    return lists;
  }

  // The only row of group III has the number 3, beside groups whose rows are 2.1 and 4.1.
  static bool numbered_like(const Group& group, const List& list) {
    return group.row != nullptr && list.items.size() == 1 &&
           list.items.front().ordinal == value_of(group.row->number);
  }

  void check(const List& list, bool plain, bool may_go_on) {
    const bool goes_on = may_go_on && list.items.front().ordinal == last_ + 1;
    const auto first = plain && !goes_on ? FirstOrdinal::kOne : FirstOrdinal::kAny;
    for (const SequenceBreak& found : sequence_breaks(list.items, first)) {
      const Task* previous = found.previous == found.at ? nullptr : list.tasks[found.previous];
      const std::uint32_t before = previous == nullptr ? 0 : list.items[found.previous].ordinal;
      // The rows are there; only their numbers are not.
      if (found.gap && before + list.blank[found.at] + 1 >= list.items[found.at].ordinal) continue;
      breaks_.push_back({found.gap, list.tasks[found.at], previous});
    }
    if (plain) last_ = list.items.back().ordinal;
  }

  const Document& document_;
  std::vector<RowBreak> breaks_;
  std::uint32_t last_ = 0;
};

// Finds the cell that holds a row's number; reads the tables once, and only when it is asked.
class NumberCells {
 public:
  explicit NumberCells(const CheckContext& context) : context_(context) {}

  Place of(const Task& task) {
    if (cells_.empty()) read();
    const auto found = cells_.find(task.at.first.begin);
    if (found != cells_.end()) return found->second;
    Place row;
    row.first = task.at.first;
    return row;
  }

 private:
  void read() {
    for (const TableBlock& table : context_.layout.tables) {
      const auto column = table.column_with("number");
      if (!column.has_value()) continue;
      for (const Row& row : table.rows) {
        if (*column >= row.cells.size() || row.cells[*column].empty()) continue;
        cells_.emplace(context_.at(row.range).first.begin, context_.at(row.cells[*column]));
      }
    }
  }

  const CheckContext& context_;
  std::unordered_map<std::uint32_t, Place> cells_;
};

// Group rows with Roman numerals that skip, repeat or go back.
class GroupReader {
 public:
  struct Break {
    bool gap = false;
    Range row;
    Range previous;  // number cells, in the flow; empty where the first of the table is missing
  };

  explicit GroupReader(const CheckContext& context) : context_(context) {}

  std::vector<Break> run() {
    for (const TableBlock* table : context_.task_tables()) rows(*table);
    return std::move(breaks_);
  }

 private:
  // The numeral that a row begins with; `number` is what it stands in: the column for numbers, or
  // the text of a row with a mark behind the numeral or with nothing beside it.
  std::uint32_t numeral(const TableBlock& table, const Row& row, Range& number) const {
    const auto filled = [](Range cell) { return !cell.empty(); };
    auto first = std::find_if(row.cells.begin(), row.cells.end(), filled);
    if (first == row.cells.end()) return 0;
    // The column for numbers may stand anywhere.
    const std::optional<std::size_t> column = table.column_with("number");
    if (column.has_value() && *column < row.cells.size() && filled(row.cells[*column]))
      first = row.cells.begin() + static_cast<std::ptrdiff_t>(*column);
    const std::string_view text = context_.flow.text(*first);
    const std::size_t end = std::min(text.find_first_of(". )"), text.size());
    number = {first->begin, first->begin + static_cast<std::uint32_t>(end)};
    const bool nested =
        end + 1 < text.size() && text[end] == '.' && text[end + 1] >= '0' && text[end + 1] <= '9';
    if (nested) return 0;  // III.1 is a part of III
    const bool numbered = column == static_cast<std::size_t>(first - row.cells.begin());
    const bool marked = end < text.size() && text[end] != ' ';
    const bool alone = std::count_if(row.cells.begin(), row.cells.end(), filled) == 1;
    return numbered || marked || alone ? roman_value(text.substr(0, end)) : 0;
  }

  static bool is_letter_number(std::string_view text) {
    return text.size() == 1 && text.front() >= 'A' && text.front() <= 'Z';
  }

  void rows(const TableBlock& table) {
    constexpr std::uint32_t kMost = 50;  // groups; C and D are letters
    std::vector<Numbered> items;
    std::vector<Range> places;
    bool other = false;  // what stands above may begin a list anew
    for (const Row& row : table.rows) {
      Range number;
      const std::uint32_t value = numeral(table, row, number);
      const std::string_view text = context_.flow.text(number);
      if (value == 0 && is_letter_number(text)) return;  // groups of two levels
      if (value == 0 || value > kMost) {
        const bool digits = text.find_first_of("0123456789") != std::string_view::npos;
        other = !digits;
        continue;
      }
      items.push_back({value, other});
      places.push_back(number);
      other = false;
    }
    // A table may go on with the groups of the one before.
    const bool goes_on = !items.empty() && items.front().ordinal == last_ + 1;
    if (!items.empty()) last_ = items.back().ordinal;
    if (items.size() < 2) return;
    const FirstOrdinal begins = goes_on ? FirstOrdinal::kAny : FirstOrdinal::kOne;
    for (const SequenceBreak& found : sequence_breaks(items, begins)) {
      const bool first = found.previous == found.at;
      breaks_.push_back({found.gap, places[found.at], first ? Range{} : places[found.previous]});
    }
  }

  const CheckContext& context_;
  std::vector<Break> breaks_;
  std::uint32_t last_ = 0;  // the last group of the table before
};

Place group_place(const TaskGroup& group) {
  Place place;
  place.first = group.at.first;
  return place;
}

// The sentences of the body that announce how many tasks a section has.
class Announcements {
 public:
  struct Announced {
    std::uint32_t ordinal = 0;  // of the section
    std::string_view number;
    std::string_view heading;
    std::uint32_t count = 0;
    Place place;
  };

  explicit Announcements(const CheckContext& context) : context_(context) {}

  const std::vector<Announced>& all() {
    if (!read_) read();
    return all_;
  }

  Place find(std::string_view section, std::uint32_t count) {
    if (!read_) read();
    const auto found = places_.find({value_of(section), count});
    return found == places_.end() ? Place{} : found->second;
  }

 private:
  void read() {
    read_ = true;
    for (std::uint32_t i = 0; i < context_.outline.nodes.size(); ++i) {
      const Range text = context_.outline.nodes[i].text;
      const Range tokens = context_.flow.tokens_in(text);
      for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
        if ((context_.layout.token_rules[t] & bit_of(RuleSet::kDeclaredCount)) == 0) continue;
        RuleMatch match;
        const Range rest{context_.flow.tokens()[t].begin, text.end};
        if (first_match(context_.grammar, RuleSet::kDeclaredCount, context_.flow.text(), rest,
                        match) != nullptr &&
            match.says(Field::kCount)) {
          note(i, match);
        }
      }
    }
  }

  void note(std::uint32_t index, const RuleMatch& match) {
    const auto count = row_number(match.text(Field::kCount));
    if (!count.has_value()) return;
    for (std::uint32_t n = index; n != kNoNode; n = context_.outline.nodes[n].parent) {
      const Node& node = context_.outline.nodes[n];
      if (node.ordinal == 0 || node.heading.empty()) continue;
      const Place place = context_.at({match.begin, match.end});
      places_.try_emplace({node.ordinal, count->ordinal}, place);
      const std::string_view heading = context_.flow.text(context_.flow.trimmed(node.heading));
      const bool again = !all_.empty() && all_.back().heading.data() == heading.data() &&
                         all_.back().count == count->ordinal;
      if (again || heading.size() > kLongestHeading) return;
      all_.push_back({node.ordinal, node.enumerator, heading, count->ordinal, place});
      return;
    }
  }

  static constexpr std::size_t kLongestHeading = 2000;  // bytes; each is compared with all groups

  const CheckContext& context_;
  bool read_ = false;
  std::vector<Announced> all_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Place> places_;  // by section and count
};

// The groups of a table, in order, each with its number.
std::map<std::uint32_t, std::vector<const TaskGroup*>> group_rows(const Document& document) {
  std::map<std::uint32_t, std::vector<const TaskGroup*>> tables;
  for (const Group& group : groups_of(document)) {
    if (group.row != nullptr) tables[group.table].push_back(group.row);
  }
  return tables;
}

// Headings of the numbered parts of the sections that hold tasks, by how many there are.
using Headings = std::map<std::size_t, std::vector<Range>>;

Headings section_headings(const CheckContext& context) {
  Headings sections;
  for (const Node& section : context.outline.nodes) {
    if (section.role.data() == nullptr || section.role != "tasks") continue;
    std::vector<Range> headings;
    for (const std::uint32_t child : section.children) {
      const Node& node = context.outline.nodes[child];
      if (node.ordinal == headings.size() + 1 && !node.heading.empty()) {
        headings.push_back(node.heading);
      }
    }
    if (!headings.empty()) sections.try_emplace(headings.size(), std::move(headings));
  }
  return sections;
}

bool numbered_from_one(const std::vector<const TaskGroup*>& groups) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (value_of(groups[i]->number) != i + 1) return false;
  }
  return true;
}

}  // namespace

void row_gap(const CheckContext& context, FindingSink& sink) {
  NumberCells cells(context);
  for (const RowBreak& found : RowReader(context.document).run()) {
    if (!found.gap) continue;
    const std::string_view here = found.task->number;
    if (found.previous == nullptr) {
      sink.add(cells.of(*found.task), MessageId::kRuleRowGapMessageFirst, {{"found", here}});
      continue;
    }
    sink.add(cells.of(*found.task), MessageId::kRuleRowGapMessage,
             {{"found", here}, {"previous", found.previous->number}})
        .related(cells.of(*found.previous), MessageId::kRuleRowGapRelated,
                 {{"previous", found.previous->number}});
  }
  for (const GroupReader::Break& found : GroupReader(context).run()) {
    if (!found.gap) continue;
    if (found.previous.empty()) {
      sink.add(context.at(found.row), MessageId::kRuleRowGapMessageFirst,
               {{"found", context.flow.text(found.row)}});
      continue;
    }
    const std::string_view before = context.flow.text(found.previous);
    sink.add(context.at(found.row), MessageId::kRuleRowGapMessage,
             {{"found", context.flow.text(found.row)}, {"previous", before}})
        .related(context.at(found.previous), MessageId::kRuleRowGapRelated, {{"previous", before}});
  }
}

void row_order(const CheckContext& context, FindingSink& sink) {
  NumberCells cells(context);
  for (const RowBreak& found : RowReader(context.document).run()) {
    if (found.gap || found.previous == nullptr) continue;
    const std::string_view here = found.task->number;
    const std::string_view before = found.previous->number;
    const MessageId id =
        here == before ? MessageId::kRuleRowOrderMessageRepeated : MessageId::kRuleRowOrderMessage;
    sink.add(cells.of(*found.task), id, {{"found", here}, {"previous", before}})
        .related(cells.of(*found.previous), MessageId::kRuleRowOrderRelated,
                 {{"previous", before}});
  }
  for (const GroupReader::Break& found : GroupReader(context).run()) {
    if (found.gap || found.previous.empty()) continue;
    const std::string_view here = context.flow.text(found.row);
    const std::string_view before = context.flow.text(found.previous);
    const MessageId id =
        here == before ? MessageId::kRuleRowOrderMessageRepeated : MessageId::kRuleRowOrderMessage;
    sink.add(context.at(found.row), id, {{"found", here}, {"previous", before}})
        .related(context.at(found.previous), MessageId::kRuleRowOrderRelated,
                 {{"previous", before}});
  }
}

namespace {

// Groups that the text announces beside others of its section, and that no table has. Their number
// or their name must be missing everywhere.
void absent_groups(const CheckContext& context, const std::vector<Group>& groups,
                   Announcements& announcements, FindingSink& sink) {
  constexpr double kSameSubject = 0.35;  // share of words in common
  constexpr std::size_t kFewest = 2;     // groups, to know that the tables are divided so
  constexpr std::size_t kMost = 2000;    // comparisons
  std::vector<FoldedText> titles;
  std::vector<std::uint32_t> numbers;
  for (const Group& group : groups) {
    if (group.row == nullptr) continue;
    titles.push_back(fold_text(context.grammar, group.row->title));
    numbers.push_back(value_of(group.row->number));
  }
  if (titles.size() < kFewest) return;
  const std::vector<Announcements::Announced>& all = announcements.all();
  if (all.size() > kMost / titles.size()) return;
  std::vector<const Announcements::Announced*> absent;
  std::size_t known = 0;
  for (const Announcements::Announced& announced : all) {
    const FoldedText heading = fold_text(context.grammar, announced.heading);
    const bool named = std::any_of(titles.begin(), titles.end(), [&](const FoldedText& title) {
      return likeness(title, heading) >= kSameSubject;
    });
    const bool there =
        std::find(numbers.begin(), numbers.end(), announced.ordinal) != numbers.end();
    known += named;
    if (!named && !there) absent.push_back(&announced);
  }
  if (known < kFewest) return;
  for (const Announcements::Announced* announced : absent) {
    sink.add(announced->place, MessageId::kRuleDeclaredCountMismatchMessage,
             {{"group", announced->number}, {"found", 0}, {"expected", announced->count}});
  }
}

}  // namespace

void declared_count_mismatch(const CheckContext& context, FindingSink& sink) {
  const std::vector<Group> groups = groups_of(context.document);
  Announcements announcements(context);
  // Two groups of one number (in two appendices) cannot both be the announced one.
  std::unordered_map<std::string_view, std::size_t> times;
  for (const Group& group : groups) {
    if (group.row != nullptr) ++times[group.row->number];
  }
  for (const Group& group : groups) {
    if (group.row == nullptr || times[group.row->number] != 1) continue;
    const auto& announced = group.tasks.front()->task_group;
    if (!announced.has_value() || !announced->declared_tasks.has_value()) continue;
    const std::uint32_t declared = *announced->declared_tasks;
    if (declared == group.tasks.size()) continue;
    sink.add(group_place(*group.row), MessageId::kRuleDeclaredCountMismatchMessage,
             {{"group", group.row->number}, {"found", group.tasks.size()}, {"expected", declared}})
        .related(announcements.find(group.row->number, declared),
                 MessageId::kRuleDeclaredCountMismatchRelated);
  }
  absent_groups(context, groups, announcements, sink);
}

void group_title_mismatch(const CheckContext& context, FindingSink& sink) {
  constexpr double kSameSubject = 0.35;  // share of words in common
  const auto tables = group_rows(context.document);
  if (tables.empty()) return;
  const Headings sections = section_headings(context);
  for (const auto& [table, groups] : tables) {
    const auto section = sections.find(groups.size());
    if (section == sections.end() || !numbered_from_one(groups)) continue;
    const std::vector<Range>& headings = section->second;
    std::vector<std::size_t> different;
    std::size_t akin = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const FoldedText title = fold_text(context.grammar, groups[i]->title);
      const FoldedText heading = fold_text(context.grammar, context.flow.text(headings[i]));
      if (likeness(title, heading) >= kSameSubject) ++akin;
      if (title != heading) different.push_back(i);
    }
    // A table that is divided in another way has nothing to compare.
    if (akin * 2 < groups.size()) continue;
    for (const std::size_t i : different) {
      const std::string_view heading = context.flow.text(context.flow.trimmed(headings[i]));
      sink.add(group_place(*groups[i]), MessageId::kRuleGroupTitleMismatchMessage,
               {{"group", groups[i]->number}, {"found", groups[i]->title}, {"expected", heading}})
          .related(context.at(headings[i]), MessageId::kRuleGroupTitleMismatchRelated);
    }
  }
}

}  // namespace scp::rules
