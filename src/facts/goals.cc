#include "facts/goals.h"

#include <unordered_map>

#include "layout/lines.h"

namespace scp {
namespace {

class GoalsReader {
 public:
  GoalsReader(FactContext& context, DeadlineReader& deadlines, TargetReader& targets)
      : context_(context), deadlines_(deadlines), targets_(targets) {}

  void run() {
    for (std::uint32_t i = 0; i < context_.outline.nodes.size(); ++i) {
      const Node& node = context_.node(i);
      if (node.form || node.text.empty() || !in_goals(i)) continue;
      const std::string_view text = context_.text(node.text);
      Entry heading;
      const bool key = begins_with_key(context_.grammar, text);  // "Thời gian thực hiện: …"
      if (key && heading_inside(node.text, heading).empty()) continue;
      if (text.back() == ':' && introduces(i)) {
        if (node.children.empty()) leads_in_[node.parent] = i;
        continue;
      }
      add(i);
    }
  }

 private:
  static bool is_goal_role(std::string_view role) { return role.substr(0, 5) == "goals"; }

  // The nearest section with a role must be one of goals, and the statement must stand below it.
  bool in_goals(std::uint32_t index) const {
    const std::uint32_t parent = context_.node(index).parent;
    return parent != kNoNode && is_goal_role(context_.outline.role_above(parent));
  }

  // "Chỉ tiêu chủ yếu như sau:" above a list or a table says nothing by itself.
  bool introduces(std::uint32_t index) {
    const Node& node = context_.node(index);
    if (!node.children.empty()) return true;
    const std::vector<Block>& blocks = context_.layout.blocks;
    const bool last = node.block + 1 >= blocks.size();
    if (last || !targets_.read(node.text).empty()) return false;
    if (blocks[node.block + 1].kind == BlockKind::kTable) return true;
    const std::size_t next = std::size_t{index} + 1;  // nodes come in the order of the text
    if (next >= context_.outline.nodes.size()) return false;
    const Node& below = context_.outline.nodes[next];
    return below.parent == node.parent && below.kind != node.kind;
  }

  GoalKind kind_of(std::uint32_t index) const {
    for (std::uint32_t n = index; n != kNoNode; n = context_.node(n).parent) {
      const std::string_view role = context_.node(n).role;
      if (role == "goals-general") return GoalKind::kGeneral;
      if (role.data() != nullptr) return GoalKind::kSpecific;
    }
    return GoalKind::kSpecific;
  }

  // "Mục tiêu tổng quát: …": the words before a colon that are the heading of a section of goals.
  // Empty where there are none.
  Range heading_inside(Range text, Entry& entry) const {
    const Range label = label_of(text);
    LexiconMatch match;
    const std::span<const Word> words = context_.layout.words_in(label);
    const bool whole =
        !words.empty() &&
        context_.grammar.lexicon(LexiconId::kSectionRoles).longest_at(words, 0, match) &&
        match.end_word == words.size() && is_goal_role(match.entry.value(Field::kRole));
    if (!whole) return {};
    entry = match.entry;
    return label;
  }

  // The words before a colon near the beginning; empty where none is.
  Range label_of(Range text) const {
    constexpr std::size_t kLongestLabel = 60;  // bytes
    const std::size_t colon = context_.text(text).substr(0, kLongestLabel).find(':');
    if (colon == std::string_view::npos || colon == 0) return {};
    return {text.begin, text.begin + static_cast<std::uint32_t>(colon)};
  }

  // Past "Chỉ tiêu 1: ".
  Range behind_label(Range text) const {
    constexpr std::size_t kLongestLabel = 30;  // bytes
    const std::string_view label = context_.text(text).substr(0, kLongestLabel);
    const std::size_t colon = label.find(':');
    const bool numbered =
        colon != label.npos && colon > 0 && label[colon - 1] >= '0' && label[colon - 1] <= '9';
    if (!numbered) return text;
    return context_.flow.trimmed({text.begin + static_cast<std::uint32_t>(colon) + 1, text.end});
  }

  std::optional<Deadline> period_of(std::uint32_t index) {
    const Node& node = context_.node(index);
    RuleMatch match;
    Range text = node.text;
    if (context_.match_role(RuleSet::kTarget, text, "aims", match) != nullptr)
      text.begin = match.end;
    if (const Range label = label_of(text); !label.empty()) {
      if (auto period = deadlines_.heading(label)) return period;
    }
    text = behind_label(text);
    if (context_.match(RuleSet::kDeadline, text, match) != nullptr) {
      if (auto period = deadlines_.heading({match.begin, match.end})) return period;
    }
    const auto lead_in = leads_in_.find(node.parent);
    if (lead_in != leads_in_.end()) {
      const Range said = context_.node(lead_in->second).text;
      if (context_.match(RuleSet::kDeadline, said, match) != nullptr) {
        if (auto period = deadlines_.heading({match.begin, match.end})) return period;
      }
    }
    for (std::uint32_t n = node.parent; n != kNoNode; n = context_.node(n).parent) {
      const Node& above = context_.node(n);
      const Range heading = above.heading.empty() ? above.text : above.heading;
      if (!heading.empty() && heading.size() < 300) {
        if (auto period = deadlines_.heading(heading)) return period;
      }
      // "2. Các chỉ tiêu chủ yếu" below "I. MỤC TIÊU NĂM 2026" is of that year.
      if (above.role == "goals" &&
          (above.parent == kNoNode || !is_goal_role(context_.outline.role_above(above.parent))))
        break;
    }
    return std::nullopt;
  }

  void add(std::uint32_t index) {
    const Node& node = context_.node(index);
    Goal goal;
    goal.id = context_.keep(context_.goal_ids(node.id));
    goal.instrument = node.instrument;
    goal.section = context_.keep(context_.node(node.parent).id);
    goal.kind = kind_of(index);
    if (const auto period = period_of(index)) {
      goal.period = period->period;
      goal.period_text = period->text;
      goal.start_on = period->start_on;
      goal.due_on = period->due_on;
    }
    Range text = node.text;
    Entry entry;
    if (const Range label = heading_inside(text, entry); !label.empty()) {
      const bool general = entry.value(Field::kRole) == "goals-general";
      goal.kind = general ? GoalKind::kGeneral : GoalKind::kSpecific;
      text = context_.flow.trimmed({label.end + 1, text.end});
      if (text.empty()) text = node.text;
    }
    goal.text = context_.keep(text);
    goal.targets = targets_.read(text);
    for (Target& target : goal.targets) {
      if (target.period != goal.period) continue;
      target.period = {};
      target.start_on = target.due_on = {};
    }
    goal.at = context_.at(text);
    context_.claim(context_.range_of(node));
    context_.document.goals.push_back(std::move(goal));
  }

  FactContext& context_;
  DeadlineReader& deadlines_;
  TargetReader& targets_;
  std::unordered_map<std::uint32_t, std::uint32_t> leads_in_;  // by parent: the last that did
};

}  // namespace

void read_goals(FactContext& context, DeadlineReader& deadlines, TargetReader& targets) {
  GoalsReader(context, deadlines, targets).run();
}

}  // namespace scp
