// When what somebody is told to do is due.
#include <algorithm>

#include "facts/assignments.h"
#include "facts/reports.h"

namespace scp {

// "Thời hạn hoàn thành trước ngày 30/6/2026." in a paragraph below the task that it is of.
bool AssignmentReader::tells_time(std::uint32_t index) {
  const Node& n = context_.node(index);
  if (n.scheme != Scheme::kNone || last_ == kNoNode) return false;
  const bool below = n.parent == last_ || context_.node(last_).parent == n.parent;
  std::vector<Task>& tasks = context_.document.tasks;  // those of one node stand together
  if (!below || tasks.empty() || tasks.back().deadline.has_value()) return false;
  RuleMatch match;
  const std::vector<Range> sentences = context_.sentences.of(n.text);
  if (sentences.size() > 1 ||
      context_.match_role(RuleSet::kAssignment, n.text, "only-time", match) == nullptr)
    return false;
  std::optional<Deadline> time = due(n.text);
  if (!time.has_value()) {  // "Thời gian thực hiện: Tháng 12/2025."
    Task keyed;
    add_keyed(n.text, keyed);
    time = keyed.deadline;
  }
  if (!time.has_value()) return false;
  tasks.back().deadline = time;
  add_text({&index, 1}, tasks.back());
  time->inherited = true;  // by the tasks of the clauses before the last
  for (auto task = tasks.rbegin() + 1; task != tasks.rend(); ++task) {
    if (task->section != tasks.back().section) break;
    if (!task->deadline.has_value()) task->deadline = time;
  }
  assigned_[index] = true;
  return true;
}

// "…. Thời hạn hoàn thành: trước ngày 30/11/2025." at the end of an item is of all its tasks.
void AssignmentReader::give_time(Range text, std::size_t tasks) {
  RuleMatch match;
  const Range last = context_.sentences.of(text).back();
  if (context_.match_role(RuleSet::kAssignment, last, "only-time", match) == nullptr) return;
  const std::optional<Deadline> time = due(last);
  if (!time.has_value()) return;
  std::vector<Task>& all = context_.document.tasks;
  for (auto task = all.rbegin(); task != all.rend() && tasks > 0; ++task, --tasks) {
    if (!task->deadline.has_value()) task->deadline = time;
  }
}

// "Các Bộ khắc phục bất cập, hoàn thành trong tháng 11 năm 2025, cụ thể:" above the item.
std::optional<Deadline> AssignmentReader::due_above(std::uint32_t index) {
  constexpr std::uint32_t kNear = 160;  // bytes
  const std::uint32_t parent = context_.node(index).parent;
  if (parent == due_parent_) return due_above_;  // as that of the item before
  due_parent_ = parent;
  due_above_.reset();
  if (parent == kNoNode) return due_above_;
  Range text = context_.flow.trimmed(context_.node(parent).whole());
  if (text.empty() || !context_.text(text).ends_with(':')) return due_above_;
  if (text.size() > kNear) {  // what is said far before is an aim of something else
    const std::string_view flow = context_.flow.text().substr(0, text.end);
    const std::size_t blank = std::min(flow.find(' ', text.end - kNear), flow.size());
    text = context_.flow.trimmed({static_cast<std::uint32_t>(blank), text.end});
  }
  RuleMatch match;
  if (text.empty() || context_.search(RuleSet::kDeadline, text, match, "due") == nullptr)
    return due_above_;
  due_above_ = due(text);
  if (due_above_.has_value() && !is_once(*due_above_)) due_above_.reset();
  if (due_above_.has_value()) due_above_->inherited = true;
  return due_above_;
}

// When the task is due; the days on which something is to be reported regularly, or besides the
// work, are the report's.
std::optional<Deadline> AssignmentReader::due(Range range) {
  std::vector<Deadline> found;
  for (const Range& sentence : context_.sentences.of(range)) {
    for (const Range& clause : clauses(context_, sentence)) {
      if (const auto said = report_in(context_, agencies_, clause)) {
        auto deadline = due_before(clause, *said);
        if (!deadline && clause.begin == range.begin) deadline = due_with_report(clause, *said);
        if (deadline) found.push_back(*std::move(deadline));
      } else {
        deadlines_.due_in_text(clause, clause.begin == range.begin, found);
      }
      if (!found.empty() && found.front().kind != DeadlineKind::kBy) return found.front();
    }
  }
  return deadlines_.last_of(found);
}

// "Trước ngày 31/12/2025, xây dựng, ban hành kế hoạch …, gửi Bộ A để tổng hợp": the day of the work
// that stands far before the report on it.
std::optional<Deadline> AssignmentReader::due_before(Range clause, const SaidReport& said) {
  constexpr std::uint32_t kFar = 80;  // bytes
  if (said.regular) return std::nullopt;
  RuleMatch match;
  const Range work{clause.begin, said.begin};
  const Rule* rule = context_.search(RuleSet::kDeadline, work, match, "due");
  if (rule == nullptr || rule->value(Field::kKind) == "recurring") return std::nullopt;
  // "xây dựng kế hoạch trong quý IV/2020 và báo cáo … trước ngày 05/12 hàng năm": each has its own.
  const bool near = said.begin - match.end < kFar;
  const bool of_report = context_.flow.trimmed({match.end, said.begin}).empty() ||
                         deadlines_.all_in_text({said.begin, clause.end}).empty();
  if (near && of_report) return std::nullopt;
  return deadlines_.in_text(work);
}

// "xây dựng Đề án, báo cáo Sở A trước ngày 15/3/2026": the work ends with its report.
std::optional<Deadline> AssignmentReader::due_with_report(Range clause, const SaidReport& said) {
  if (said.regular) return std::nullopt;
  auto deadline = deadlines_.in_text({said.recipients.end, clause.end});
  return deadline && is_once(*deadline) ? std::move(deadline) : std::nullopt;
}

}  // namespace scp
