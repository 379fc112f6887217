#include "outline/task_sections.h"

#include <algorithm>

namespace scp {
namespace {

class SectionMarker {
 public:
  explicit SectionMarker(Outline& outline) : outline_(outline), layout_(*outline.layout) {}

  void run() {
    for (const InstrumentPart& part : outline_.instruments) {
      const auto role = [&](std::uint32_t root) { return outline_.nodes[root].role; };
      // Where the numbering begins with II, what stands before it was left out.
      const auto first = std::find_if(part.roots.begin(), part.roots.end(), [&](auto root) {
        return role(root) == "purpose" || role(root).starts_with("goals") ||
               (root == part.roots.front() && outline_.nodes[root].ordinal > 1);
      });
      const auto last = std::find_if(part.roots.rbegin(), part.roots.rend(), [&](auto root) {
        return role(root) == "organisation" || role(root) == "funding" || role(root) == "reporting";
      });
      for (auto root = first; root < last.base(); ++root) {
        if (may_hold_tasks(outline_.nodes[*root]) && acts(*root)) mark(*root);
      }
    }
  }

 private:
  static constexpr std::string_view kTasks = "tasks";

  struct Items {
    std::size_t all = 0;
    std::size_t acting = 0;
  };

  // A rule of the role matches where the text begins.
  bool says(Range text, std::string_view role) const {
    const std::string_view subject = layout_.flow.text().substr(0, text.end);
    if (text.empty()) return false;
    Candidates candidates;
    RuleMatch match;
    layout_.grammar->candidates(RuleSet::kAssignment, subject, text.begin, candidates);
    return std::any_of(candidates.begin(), candidates.end(), [&](const Rule* rule) {
      return rule->value(Field::kRole) == role &&
             rule->match_at(subject, text.begin, match) == MatchResult::kYes;
    });
  }

  bool may_hold_tasks(const Node& node) const {
    const bool section = node.scheme == Scheme::kRoman || node.scheme == Scheme::kCapital ||
                         node.scheme == Scheme::kPart || node.scheme == Scheme::kTitled;
    return section && node.role.data() == nullptr && !node.heading.empty() &&
           !says(node.heading, "account");
  }

  bool acts(std::uint32_t section) const {
    constexpr std::size_t kFewest = 2;
    const Items items = items_below(section);
    return items.acting >= kFewest && items.acting * 2 >= items.all;
  }

  // All of a section, or those of its parts that say what is to be done where others never do.
  void mark(std::uint32_t section) {
    const std::vector<std::uint32_t>& parts = outline_.nodes[section].children;
    std::vector<std::uint32_t> acting;
    bool others = false;
    bool items_of_section = false;  // right below it
    for (const std::uint32_t part : parts) {
      const Items items = items_below(part);
      if (outline_.nodes[part].role.data() != nullptr) continue;
      if (items.all == 0) {
        items_of_section = items_of_section || outline_.nodes[part].scheme != Scheme::kNone;
        continue;
      }
      if (items.acting > 0) {
        acting.push_back(part);
      } else {
        others = true;
      }
    }
    if (!others || items_of_section) acting = {section};
    for (const std::uint32_t part : acting) outline_.nodes[part].role = kTasks;
  }

  // The lowest numbered or bulleted nodes of a section, but for its parts that have a role of their
  // own. Nodes follow each other in the order of the text.
  Items items_below(std::uint32_t section) const {
    Items items;
    const std::vector<Node>& nodes = outline_.nodes;
    std::vector<bool> inside{true};  // by node from the section on
    for (std::uint32_t i = section + 1; i < nodes.size(); ++i) {
      const Node& node = nodes[i];
      if (node.parent == kNoNode || node.parent < section) break;
      inside.push_back(inside[node.parent - section] && node.role.data() == nullptr &&
                       node.scheme != Scheme::kArticle);
      if (!inside.back() || node.scheme == Scheme::kNone) continue;
      const bool lowest = std::all_of(node.children.begin(), node.children.end(), [&](auto child) {
        return nodes[child].scheme == Scheme::kNone;
      });
      if (!lowest) continue;
      ++items.all;
      if (says(layout_.flow.trimmed(node.whole()), "act")) ++items.acting;
    }
    return items;
  }

  Outline& outline_;
  const Layout& layout_;
};

}  // namespace

void mark_task_sections(Outline& outline) {
  SectionMarker(outline).run();
}

}  // namespace scp
