// Tasks that stand in the text: assignments ("Giao Sở A chủ trì, phối hợp với …", duties under the
// heading of an agency) and measures (the lowest items of the sections of tasks and solutions).
#ifndef SCPPARSE_FACTS_ASSIGNMENTS_H_
#define SCPPARSE_FACTS_ASSIGNMENTS_H_

#include <map>
#include <memory>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "facts/agencies.h"
#include "facts/context.h"
#include "facts/deadlines.h"
#include "facts/reports.h"

namespace scp {

class AssignmentReader {
 public:
  AssignmentReader(FactContext& context, AgencyReader& agencies, DeadlineReader& deadlines)
      : context_(context), agencies_(agencies), deadlines_(deadlines) {}

  // Adds tasks of origin assignment and measure to Document::tasks.
  void run();

 private:
  struct Subject {
    std::vector<AgencyRef> agencies;
    std::uint32_t begin = 0;  // of the first name
    std::uint32_t end = 0;
    bool ordered = false;       // "Giao", "Đề nghị", "Yêu cầu" stands before it
    std::vector<AgencyRef> by;  // who tells them, where that is said
    bool in_course = false;     // behind a clause that says in what course of events
  };
  struct Found {
    Subject subject;
    bool gives = false;   // the sentence gives it something to do
    bool inside = false;  // the order stands in the middle
  };
  void node(std::uint32_t index);
  void told_before(std::uint32_t index);
  void add_text(std::span<const std::uint32_t> nodes, Task& task);
  bool goes_on_below(const Node& node);
  bool below_order(std::uint32_t index) const;
  bool below_task(std::uint32_t index);
  bool tells_time(std::uint32_t index);
  Found found_in(std::uint32_t index, Range sentence, bool listed);
  bool is_issuer(const Subject& subject) const;
  bool is_scrap(Range text) const;
  bool acts(Range after) const;
  bool works(const Subject& subject, Range sentence) const;
  bool begins_with_body(Range text);
  bool comes_to_body(Range text);
  bool only_complies(Range after) const;
  void inner_order(Range sentence, Found& found);
  std::size_t in_sentences(std::uint32_t index, bool listed, bool shares);
  std::size_t later_clauses(std::uint32_t index, Range rest);
  void end_at(std::uint32_t end, std::uint32_t index, Range names, Task& task);
  void stem(std::uint32_t index);
  bool leads_to_items(const Node& node) const;
  bool below_state(std::uint32_t index);
  bool describes(const Node& node) const;
  void orders_behind(std::uint32_t index, const std::vector<AgencyRef>& headed, Range names);
  void requests_without_items();
  std::vector<AgencyRef> heads_item(Range text, std::uint32_t item);
  Subject subject_of(Range sentence);
  Subject subject_after_grounds(Range sentence);
  Subject subject_behind_colon(Range sentence, bool told = false, bool orders = false);
  bool begins_with_gift(Range text) const;
  bool begins_by_directing(Range text) const;
  bool begins_with_title(Range text) const;
  bool narrates(Range sentence) const;
  void give_time(Range text, std::size_t tasks);
  bool has_duty(Range after) const;
  bool is_closing_article(Range text) const;
  struct Headed {
    std::vector<AgencyRef> agencies;
    std::uint32_t by = kNoNode;  // the node of the heading
  };
  Range headline(const Node& node) const;
  Headed heading_agencies(std::uint32_t index, bool organisation);
  std::vector<AgencyRef> in_remark_above(Range heading);
  bool lists_bodies(std::uint32_t index);
  bool names_another(const Found& own, Range text, const std::vector<AgencyRef>& headed) const;
  std::vector<AgencyRef> at_work_above(const Node& node);
  std::vector<AgencyRef> agencies_of_node(std::uint32_t index, bool organisation);
  Range without_title(Range heading) const;
  bool says_whose(std::uint32_t index);
  void whole_group(Range heading, AgencyList& list);
  AgencyList unlisted_names(const Node& node);
  Range without_duty_at_end(Range heading) const;
  bool items_act(const Node& node) const;
  bool items_lead(const Node& node) const;
  bool tells_past(const Node& node) const;
  Range before_others(Range range);
  Range after_number(Range clause) const;
  std::uint32_t end_of_groups(std::uint32_t begin, const AgencyList& list) const;
  std::uint32_t work_begin(Range range) const;
  Subject unlisted_subject(Range sentence);
  static bool names_one(const AgencyList& list);
  bool beside_bodies(std::uint32_t index);
  void find_announcements();
  bool closes(Range text) const;
  bool takes_effect(Range text) const;
  bool is_note(Range text) const;
  bool orders_below(std::uint32_t paragraph) const;
  bool ordered_before(std::uint32_t paragraph) const;
  std::vector<AgencyRef> names_alone(std::uint32_t index);
  bool below_names(std::uint32_t index);
  bool is_plain(std::uint32_t index) const;
  bool tells_of_items(std::uint32_t index, bool shares);
  void announcements_in(const std::vector<std::uint32_t>& siblings);
  std::vector<AgencyRef> announced_to(std::uint32_t paragraph, std::uint32_t next);
  std::vector<AgencyRef> addressees(std::uint32_t instrument);
  struct Announced {
    const std::vector<AgencyRef>* agencies = nullptr;
    std::uint32_t item = 0;  // of the list that is announced
  };
  Announced announced(std::uint32_t index) const;
  const std::vector<AgencyRef>* superiors(std::uint32_t index, const Announced& told) const;
  void assignment(std::uint32_t index, Range range, std::vector<AgencyRef> leads, Range lead_range);
  void tell(std::uint32_t index, Range range, Range lead_range, Task& task);
  std::optional<Deadline> due(Range range);
  std::optional<Deadline> due_above(std::uint32_t index);
  void add_keyed(Range range, Task& task);
  std::optional<Deadline> due_before(Range clause, const SaidReport& said);
  std::optional<Deadline> due_with_report(Range clause, const SaidReport& said);
  void coordinating(std::uint32_t index, Range range, std::uint32_t own_end, Task& task);
  bool in_partners(Range range, std::uint32_t mark);
  bool begins_with_partners(Range text) const;
  bool partners_begin_items(std::uint32_t parent) const;
  void with_partners(std::uint32_t index, std::vector<AgencyRef> leads, const Subject& partners);
  bool others_begin(Range range, std::uint32_t end);
  void lead_from_above(std::uint32_t index, Task& task);
  void more_partners(Range range, Task& task);
  bool beside_assignments(const Node& n) const;
  bool beside_roots(const Node& n);
  bool in_ordered_list(std::uint32_t index);
  bool tells_past(Range text) const;
  bool beside_items(std::uint32_t index, bool opens);
  bool heads_table(const Node& node) const;
  bool measure_node(std::uint32_t index);
  void measure(std::uint32_t index);

  FactContext& context_;
  AgencyReader& agencies_;
  DeadlineReader& deadlines_;
  // By node and whether the section shares out the work: what its heading names.
  std::map<std::pair<std::uint32_t, bool>, std::vector<AgencyRef>> of_heading_;
  std::vector<bool> assigned_;  // by node: it or a node below it is an assignment
  // By node: those whom the paragraph before its list tells to do what the list holds.
  std::unordered_map<std::uint32_t, std::shared_ptr<const std::vector<AgencyRef>>> announced_;
  // By node: names alone on a line above it; null for the line itself.
  std::unordered_map<std::uint32_t, std::shared_ptr<const std::vector<AgencyRef>>> names_above_;
  std::unordered_map<std::uint32_t, std::uint32_t> announced_by_;  // the paragraph before the item
  std::unordered_map<std::uint32_t, std::uint32_t> partners_above_;  // by item: who names them
  std::unordered_set<std::uint32_t> announcing_;                     // those paragraphs
  std::unordered_set<std::uint32_t> set_aside_;     // items of addressees, or of notes
  std::unordered_set<std::uint32_t> ordered_;       // items of lists that an order stands before
  std::unordered_set<std::uint32_t> ordered_once_;  // those of them whose order is past
  // By node: who a task with items below it was given to.
  std::unordered_map<std::uint32_t, std::vector<AgencyRef>> leads_of_;
  std::uint32_t last_ = kNoNode;      // the node of the last task
  std::uint32_t roots_of_ = kNoNode;  // the instrument that the next is of
  bool root_assigned_ = false;        // one of its numbered roots is an assignment
  std::uint32_t listed_parent_ = kNoNode;
  std::uint32_t first_listed_ = kNoNode;  // of the children of that node with marks
  std::uint32_t state_parent_ = kNoNode;  // of the item last asked for
  bool below_state_ = false;
  std::uint32_t due_parent_ = kNoNode;  // the same
  std::optional<Deadline> due_above_;
  std::unordered_set<std::uint32_t> told_of_;  // nodes whose items belong to one task
};

// The range without words such as "Giao" or "Trách nhiệm của" before the names.
Range from_names(const FactContext& context, Range range);
// The agencies that a heading is about. Outside of sections that share out the work it must say
// that they have duties: "Trách nhiệm của Sở Công Thương", "Sở Công Thương có trách nhiệm:".
AgencyList agencies_of_heading(const FactContext& context, AgencyReader& agencies, Range heading,
                               bool organisation);

}  // namespace scp

#endif  // SCPPARSE_FACTS_ASSIGNMENTS_H_
