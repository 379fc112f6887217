// An item cut into sentences and clauses, each with those whom it tells to do something.
#include <algorithm>

#include "facts/assignments.h"

namespace scp {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool share_one(const std::vector<AgencyRef>& some, const std::vector<AgencyRef>& others) {
  return std::any_of(some.begin(), some.end(), [&](const AgencyRef& one) {
    return std::any_of(others.begin(), others.end(),
                       [&](const AgencyRef& other) { return other.name == one.name; });
  });
}

}  // namespace

// How many tasks the sentences of a node make. The first takes all of the text, later ones their
// sentence; among tasks the work may stand before who does it.
std::size_t AssignmentReader::in_sentences(std::uint32_t index, bool listed, bool shares) {
  const Node& n = context_.node(index);
  const bool paragraph = n.scheme == Scheme::kNone;
  const bool in_tasks = context_.outline.role_above(index) == "tasks";
  std::vector<Task>& tasks = context_.document.tasks;
  std::size_t first_task = kNone;  // it may go on with what others do
  Range first_names;
  std::size_t made = 0;
  std::optional<bool> leads;  // to what stands below; asked once
  for (const Range& sentence : context_.sentences.of(n.text)) {
    // "…. Chỉ đạo Sở B …": the first of them goes on.
    if (made > 0 && begins_by_directing(context_.flow.trimmed(sentence))) continue;
    const Found found = found_in(index, sentence, listed && (made == 0 || paragraph));
    if (!found.gives || (!found.subject.ordered && below_state(index))) continue;
    const Range names{found.subject.begin, found.subject.end};
    const Range after = context_.flow.trimmed({names.end, sentence.end});
    if (paragraph && only_complies(after)) continue;
    // "…. Trường hợp có vướng mắc, đề nghị …" is for everybody.
    if (paragraph && made > 0 && found.subject.in_course) continue;
    // "…. Sở A …", of the same body: its work goes on.
    if (paragraph && made > 0 && !found.subject.ordered && first_task != kNone &&
        share_one(found.subject.agencies, tasks[first_task].lead_agencies))
      continue;
    const bool whole = (shares && !paragraph) || sentence.begin == n.text.begin || found.inside ||
                       in_tasks || (!paragraph && context_.gives_orders(n) && acts(n.text));
    const bool first = made == 0 && whole;
    if (!leads.has_value()) leads = leads_to_items(n);
    if ((first && goes_on_below(n)) || *leads) leads_of_[index] = found.subject.agencies;
    if (first_task != kNone &&
        !share_one(found.subject.agencies, tasks[first_task].lead_agencies)) {
      end_at(sentence.begin, index, first_names, tasks[first_task]);
      first_task = kNone;
    }
    if (first) {
      first_task = tasks.size();
      first_names = names;
    }
    assignment(index, first ? n.text : sentence, found.subject.agencies, names);
    made += 1 + later_clauses(index, {names.end, sentence.end});
  }
  if (made > 1) give_time(n.text, made);
  return made;
}

// "Giao Sở A hoàn thiện hồ sơ, bảo đảm một số yêu cầu sau:" above what is to be done.
bool AssignmentReader::leads_to_items(const Node& node) const {
  return !node.children.empty() && context_.text(node.text).ends_with(':') &&
         std::all_of(node.children.begin(), node.children.end(), [&](std::uint32_t child) {
           return acts(context_.flow.trimmed(context_.node(child).whole()));
         });
}

// "1. Về đánh giá tình hình", "2. Đối tượng": below such a heading nobody is told to do anything,
// unless in so many words.
bool AssignmentReader::below_state(std::uint32_t index) {
  const std::uint32_t parent = context_.node(index).parent;
  if (parent == state_parent_) return below_state_;  // as that of the item before
  state_parent_ = parent;
  below_state_ = false;
  RuleMatch match;
  for (std::uint32_t n = parent; n != kNoNode && !below_state_; n = context_.node(n).parent) {
    const Node& above = context_.node(n);
    const Range said = above.heading.empty() ? above.text : above.heading;
    if (above.role.data() != nullptr || said.empty()) continue;
    const Rule* rule = context_.match_role(RuleSet::kAssignment, said, "account", match);
    below_state_ = rule != nullptr && rule->value(Field::kKind) == "state";
  }
  return below_state_;
}

// "Là di tích tiêu biểu", "Giá trị lịch sử: Là nguồn sử liệu": what something is.
bool AssignmentReader::describes(const Node& node) const {
  constexpr std::size_t kLongestTitle = 80;  // bytes
  Range text = context_.flow.trimmed(node.whole());
  const std::size_t colon = context_.text(text).substr(0, kLongestTitle).find(':');
  RuleMatch match;
  const auto states = [&] {
    const Rule* rule = context_.match_role(RuleSet::kAssignment, text, "account", match);
    return rule != nullptr && rule->value(Field::kKind) == "is";
  };
  if (text.empty() || states()) return !text.empty();
  if (colon == std::string_view::npos) return false;
  text = context_.flow.trimmed({text.begin + static_cast<std::uint32_t>(colon) + 1, text.end});
  return !text.empty() && states();
}

// Past the sentence that they are told something in, others may be given work in so many words:
// "…. Giao Sở B đôn đốc việc thực hiện."
void AssignmentReader::orders_behind(std::uint32_t index, const std::vector<AgencyRef>& headed,
                                     Range headed_names) {
  const Range text = context_.node(index).text;
  std::size_t own_task = context_.document.tasks.size() - 1;
  const std::vector<Range>& sentences = context_.sentences.of(text);
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    if (!begins_with_gift(context_.flow.trimmed(sentences[i]))) continue;
    Found own = found_in(index, sentences[i], false);
    if (!own.gives || own.inside || share_one(own.subject.agencies, headed)) continue;
    const Range names{own.subject.begin, own.subject.end};
    if (own_task != kNone)
      end_at(sentences[i].begin, index, headed_names, context_.document.tasks[own_task]);
    own_task = kNone;
    assignment(index, sentences[i], std::move(own.subject.agencies), names);
  }
}

// The content of a task goes on with what others do: partners, time and product stand before that.
void AssignmentReader::end_at(std::uint32_t end, std::uint32_t index, Range names, Task& task) {
  task.coordinating_agencies.clear();
  task.coordinating_text = {};
  task.deadline.reset();
  task.product = {};
  tell(index, {context_.node(index).text.begin, end}, names, task);
}

// "Sở A …; Sở B …": a clause that begins with other names is their task, with those behind it that
// name nobody: "…; hoàn thành trước ngày 25/11/2025".
std::size_t AssignmentReader::later_clauses(std::uint32_t index, Range rest) {
  struct Clause {
    Range text;
    Subject subject;
  };
  std::vector<Clause> own;
  bool goes_on = false;
  const std::string_view flow = context_.flow.text().substr(0, rest.end);
  for (std::size_t mark = flow.find(';', rest.begin); mark != std::string_view::npos;
       mark = flow.find(';', mark + 1)) {
    const std::size_t next = std::min(flow.find(';', mark + 1), flow.size());
    const Range whole = context_.flow.trimmed(
        {static_cast<std::uint32_t>(mark) + 1, static_cast<std::uint32_t>(next)});
    const Range clause = after_number(whole);
    Subject subject = subject_of(clause);
    const Range after = context_.flow.trimmed({subject.end, clause.end});
    const bool named = !subject.agencies.empty();
    bool gives = named && (has_duty(after) || acts(after));
    RuleMatch match;  // "…; Sở Nội vụ phối hợp": a partner of the first
    if (gives &&
        context_.match_role(RuleSet::kAssignment, after, "share-partner", match) != nullptr)
      gives = false;
    if (gives && !has_duty(after) &&
        in_partners({rest.begin, rest.end}, static_cast<std::uint32_t>(mark)))
      gives = false;
    if (gives) {
      own.push_back({clause, std::move(subject)});
    } else if (goes_on && !named && clause.begin == whole.begin) {
      own.back().text.end = whole.end;
      continue;
    }
    goes_on = gives;
  }
  for (Clause& clause : own) {
    const Range names{clause.subject.begin, clause.subject.end};
    assignment(index, clause.text, std::move(clause.subject.agencies), names);
  }
  return own.size();
}

// "Sở A tập trung khắc phục hậu quả, trong đó: …" has work of its own, before what the items say;
// so has "Giao Sở A hoàn thiện hồ sơ, bảo đảm các yêu cầu sau:".
void AssignmentReader::stem(std::uint32_t index) {
  const Range text = context_.flow.trimmed(context_.node(index).whole());
  if (text.empty() || !context_.text(text).ends_with(':')) return;
  RuleMatch match;
  const Range last = context_.sentences.of(text).back();
  const Rule* rule = context_.search(RuleSet::kAssignment, last, match, "complies");
  const bool within = rule != nullptr && rule->value(Field::kKind) == "within";
  const std::string_view flow = context_.flow.text();
  Range own = within ? context_.flow.trimmed({text.begin, match.begin}) : text;
  while (!own.empty() && (flow[own.end - 1] == ',' || flow[own.end - 1] == ';')) --own.end;
  Subject subject = subject_of(own);
  const Range after = context_.flow.trimmed({subject.end, own.end});
  const bool orders =
      subject.ordered && !begins_by_directing(text) && !begins_with_partners(after) &&
      context_.match_role(RuleSet::kAssignment, after, "introduces", match) == nullptr;
  if (subject.agencies.empty() || !(within || orders) || context_.text(after).starts_with(':') ||
      !(acts(after) || has_duty(after)))
    return;
  assignment(index, own, std::move(subject.agencies), {subject.begin, subject.end});
}

}  // namespace scp
