#include "facts/reports.h"

#include <algorithm>
#include <unordered_map>

#include "facts/assignments.h"
#include "facts/dates.h"

namespace scp {
namespace {

class ReportReader {
 public:
  ReportReader(FactContext& context, AgencyReader& agencies, DeadlineReader& deadlines)
      : context_(context), agencies_(agencies), deadlines_(deadlines) {}

  void run() {
    for (std::uint32_t i = 0; i < context_.outline.nodes.size(); ++i) {
      const Node& node = context_.node(i);
      const std::string_view role = context_.outline.role_above(i);
      const bool elsewhere = role == "purpose" || role.starts_with("goals");
      if (node.form || node.text.empty() || context_.in_preamble(node) || elsewhere) continue;
      constexpr std::uint32_t kLongest = 4000;  // bytes; of what is longer, each clause is a text
      for (const Range& sentence : context_.sentences.of(node.text)) {
        for (const Range& clause : clauses(context_, sentence)) {
          read(i, sentence.size() > kLongest ? clause : sentence, clause);
        }
      }
    }
    name_leaders();
  }

 private:
  void read(std::uint32_t index, Range sentence, Range clause) {
    auto said = report_in(context_, agencies_, clause);
    if (!said) said = report_without_recipient(index, clause);
    if (!said) return;
    context_.claim(context_.range_of(context_.node(index)));
    if (!only_in_case(sentence, clause, *said)) add(index, sentence, clause, *said);
  }

  // "Báo cáo quý: gửi trước ngày 20 của tháng cuối quý", in a section about reports: who receives
  // it may stand in what introduces the list.
  std::optional<SaidReport> report_without_recipient(std::uint32_t index, Range clause) {
    RuleMatch match;
    if (context_.match_role(RuleSet::kReport, clause, "timed", match) == nullptr ||
        context_.outline.role_above(index) != "reporting" || deadlines_.all_in_text(clause).empty())
      return std::nullopt;
    SaidReport said;
    for (std::uint32_t n = context_.node(index).parent; n != kNoNode; n = context_.node(n).parent) {
      const Range heading = context_.node(n).heading;
      const auto above = heading.empty() ? std::nullopt : report_in(context_, agencies_, heading);
      if (above) said.recipients.agencies = above->recipients.agencies;
      if (!said.recipients.agencies.empty()) break;
    }
    const Range before = said.recipients.agencies.empty() ? introduction(index) : Range{};
    const auto told = before.empty() ? std::nullopt : report_in(context_, agencies_, before);
    if (told) said.recipients.agencies = told->recipients.agencies;
    said.begin = clause.begin;
    said.names = said.recipients.end = match.end;
    return said;
  }

  // Items without end may stand in one block, each with a report.
  const Place& place_of(std::uint32_t index) {
    if (placed_ != index) place_ = context_.at(context_.range_of(context_.node(index)));
    placed_ = index;
    return place_;
  }

  // "Nếu có vướng mắc, … báo cáo về Sở A để tổng hợp": no report that anybody waits for.
  bool only_in_case(Range sentence, Range clause, const SaidReport& said) {
    RuleMatch match;
    const Range before{sentence.begin, said.begin};
    return context_.search(RuleSet::kReport, before, match, "condition") != nullptr &&
           context_.search(RuleSet::kDeadline, clause, match) == nullptr;
  }

  // The shortest task that holds the sentence of the report; the first where none does.
  static const Task* who_tells(const std::vector<const Task*>& tasks, std::string_view sentence) {
    const Task* best = tasks.front();
    if (tasks.size() == 1) return best;
    for (const Task* task : tasks) {
      if (task->content.size() < best->content.size() &&
          task->content.find(sentence) != std::string_view::npos)
        best = task;
    }
    return best;
  }

  // A report that names nobody is for those who lead the task that it stands in, or whom the
  // paragraph before the list names.
  void name_leaders() {
    constexpr std::size_t kMost = 40;  // tasks of one item that are looked at
    std::unordered_map<std::uint32_t, std::vector<const Task*>> tasks;  // by where they begin
    for (const Task& task : context_.document.tasks) {
      std::vector<const Task*>& own = tasks[task.at.first.begin];
      if (own.size() < kMost) own.push_back(&task);
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      Report& report = context_.document.reports[i];
      if (!report.reporters.empty()) continue;
      // The first task of an item holds all of it, the others their sentence.
      const Task* leads = nullptr;
      const auto own = tasks.find(report.at.first.begin);
      if (own != tasks.end()) leads = who_tells(own->second, report.text);
      report.reporters = leads != nullptr ? leads->lead_agencies : introduced(nodes_[i]).agencies;
    }
  }

  // Each recipient has a report of its own.
  void add(std::uint32_t index, Range sentence, Range clause, const SaidReport& said) {
    const Node& node = context_.node(index);
    Report report;
    report.instrument = node.instrument;
    report.reporters = reporters(index, sentence, clause, said);
    RuleMatch match;
    const Range after{said.recipients.end, clause.end};
    if (context_.search(RuleSet::kReport, after, match, "forward") != nullptr) {
      report.forwarded_to = agencies_.leading({match.end, clause.end}).agencies;
    }
    due(clause, said, report);
    if (report.rrules.empty() && !report.due_on.known()) due_behind(node.text, sentence, report);
    const std::string_view through = passed_through(said, clause);
    const bool timed = !report.rrules.empty() || report.due_on.known();
    if (!timed && node.parent == kNoNode && node.scheme == Scheme::kNone) return;  // it only tells
    report.text = context_.keep(sentence);
    report.at = place_of(index);
    if (said.recipients.agencies.empty()) {
      push(index, report);
    }
    for (const AgencyRef& recipient : said.recipients.agencies) {
      report.recipient = recipient;
      if (timed) report.recipient->note = {};  // a remark in brackets that is the time
      if (through.data() != nullptr) report.recipient->note = through;
      push(index, report);
    }
  }

  void push(std::uint32_t index, Report& report) {
    report.id = context_.keep(unique_(context_.node(index).id));
    context_.document.reports.push_back(report);
    nodes_.push_back(index);
  }

  // "(qua Sở Tư pháp)", "thông qua Sở Tư pháp": who takes the report to its recipient. Null where
  // nobody does.
  std::string_view passed_through(const SaidReport& said, Range clause) {
    RuleMatch match;
    const Range tail{said.names, clause.end};
    if (context_.search(RuleSet::kReport, tail, match, "through") == nullptr) return {};
    // Right behind the recipients, or in brackets: other things go through somebody, too.
    const std::string_view before =
        context_.text({std::min(said.recipients.end, match.begin), match.begin});
    if (before.find_first_not_of(" ,(") != before.npos && !before.ends_with('(')) return {};
    const AgencyList list = agencies_.leading({match.end, clause.end});
    return list.empty() ? std::string_view{} : context_.keep({match.begin, list.end});
  }

  // Days say more than how often something comes. A day without a year comes every year in what is
  // due regularly.
  void due(Range clause, const SaidReport& said, Report& report) {
    RuleMatch forward;  // "… trước ngày 10/6 để tổng hợp, báo cáo Sở B trước ngày 15/6": the first
    const Range rest{said.recipients.end, clause.end};
    if (context_.search(RuleSet::kReport, rest, forward, "forward") != nullptr &&
        !deadlines_.all_in_text({clause.begin, forward.begin}).empty())
      clause.end = forward.begin;
    bool regular = said.regular;
    const std::vector<Deadline> times = times_in(clause, regular);
    std::vector<const Deadline*> exact;
    std::vector<const Deadline*> often;
    for (const Deadline& time : times) {
      const bool bare_day = time.kind == DeadlineKind::kBy && time.due_on.day != 0 &&
                            time.text.find(std::to_string(time.due_on.year)) == time.text.npos;
      if (is_exact(time) || (regular && bare_day)) {
        exact.push_back(&time);
      } else if (has_rules(time)) {
        const bool behind = time.at.first.begin >= said.regular_from;
        if (said.regular ? behind : often.empty()) often.push_back(&time);
      } else if (time.kind == DeadlineKind::kBy && time.due_on.day != 0 && !report.due_on.known()) {
        report.due_on = time.due_on;
      }
    }
    for (const Deadline* time : exact.empty() ? often : exact) add_rules(*time, report);
    join_months(report);
    if (!exact.empty()) report.due_on = {};
    if (report.due_on.known() || !report.rrules.empty() || said.regular) return;
    // "báo cáo Sở A trong tháng 3/2026": by its last day.
    const auto once = deadlines_.in_text({said.recipients.end, clause.end});
    if (once && is_once(*once)) report.due_on = once->due_on;
  }

  // "…, gửi Sở A. Thời gian hoàn thành: trước ngày 31/5/2026.": the sentence behind the report.
  void due_behind(Range text, Range sentence, Report& report) {
    const std::vector<Range>& all = context_.sentences.of(text);
    const auto here = std::find_if(all.begin(), all.end(),
                                   [&](Range other) { return other.begin == sentence.begin; });
    if (here == all.end() || here + 1 == all.end()) return;
    RuleMatch match;
    const Range next = *(here + 1);
    if (context_.match_role(RuleSet::kAssignment, next, "only-time", match) == nullptr) return;
    const auto once = deadlines_.in_text(next);
    if (once && is_once(*once)) report.due_on = once->due_on;
  }

  static bool has_rules(const Deadline& time) { return !time.rrules.empty(); }

  // The times of a clause, which may say that something comes regularly. The days of that are the
  // same in any year, so that they are read where the document names none.
  std::vector<Deadline> times_in(Range clause, bool& regular) {
    constexpr std::int16_t kAnyYear = 2000;  // with a 29th of February
    std::vector<Deadline> times = deadlines_.all_in_text(clause);
    regular = regular || std::any_of(times.begin(), times.end(), has_rules);
    const PlanYear plan = deadlines_.plan();
    if (!regular || plan.year != 0) return times;
    deadlines_.set_plan({kAnyYear, {}});
    times = deadlines_.all_in_text(clause);
    deadlines_.set_plan(plan);
    return times;
  }

  static bool is_exact(const Deadline& time) {
    return !time.due_days.empty() ||
           std::any_of(time.rrules.begin(), time.rrules.end(), [](std::string_view rule) {
             return rule.find("BYMONTHDAY") != rule.npos || rule.find("BYDAY") != rule.npos;
           });
  }

  void add_rules(const Deadline& time, Report& report) {
    if (!has_rules(time)) {
      const Date day = time.due_on;
      const std::string date = iso(day);  // 2026-06-15
      report.due_days.push_back(context_.keep(date.substr(date.find('-') + 1)));
      report.rrules.push_back(context_.keep("FREQ=YEARLY;BYMONTH=" + std::to_string(day.month) +
                                            ";BYMONTHDAY=" + std::to_string(day.day)));
      return;
    }
    const auto add = [](std::vector<std::string_view>& list, std::string_view one) {
      if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
    };
    for (const std::string_view rule : time.rrules) add(report.rrules, rule);
    for (const std::string_view day : time.due_days) add(report.due_days, day);
  }

  // The same day of several months is one rule.
  void join_months(Report& report) {
    constexpr std::string_view kBegin = "FREQ=YEARLY;BYMONTH=";
    constexpr std::string_view kDay = ";BYMONTHDAY=";
    if (report.rrules.size() < 2) return;
    std::string months;
    std::string_view day;
    for (const std::string_view rule : report.rrules) {
      const std::size_t end = rule.find(kDay);
      if (!rule.starts_with(kBegin) || end == rule.npos) return;
      const std::string_view own = rule.substr(end + kDay.size());
      if (!months.empty() && own != day) return;
      day = own;
      std::string_view more = rule.substr(kBegin.size(), end - kBegin.size());
      while (!more.empty()) {  // a month may be said with its quarter and alone
        const std::size_t comma = std::min(more.find(','), more.size());
        const std::string month(more.substr(0, comma));
        if (("," + months + ",").find("," + month + ",") == std::string::npos) {
          if (!months.empty()) months += ',';
          months += month;
        }
        more.remove_prefix(std::min(comma + 1, more.size()));
      }
    }
    report.rrules = {
        context_.keep(std::string(kBegin) + months + std::string(kDay) + std::string(day))};
  }

  std::vector<AgencyRef> reporters(std::uint32_t index, Range sentence, Range clause,
                                   const SaidReport& said) {
    AgencyList all = told(sentence, said);
    // "Các sở; UBND các huyện … báo cáo": the list goes on over the mark between clauses.
    const bool goes_on = sentence.begin < clause.begin && all.end > clause.begin;
    if (AgencyList list = told(clause, said); !list.empty() && !goes_on) {
      return std::move(list.agencies);
    }
    if (AgencyList list = at_work_before(sentence, clause); !list.empty() && !goes_on)
      return std::move(list.agencies);
    if (!all.empty()) return std::move(all.agencies);
    const AgencyList paragraph = agencies_.leading(from_names(context_, context_.node(index).text));
    if (!paragraph.empty()) return paragraph.agencies;
    if (AgencyList list = asked_before(index, sentence); !list.empty()) {
      return std::move(list.agencies);
    }
    for (std::uint32_t n = context_.node(index).parent; n != kNoNode; n = context_.node(n).parent) {
      const Range heading = context_.node(n).heading;
      if (heading.empty()) continue;
      AgencyList list = agencies_of_heading(context_, agencies_, heading, true);
      if (!list.empty()) return std::move(list.agencies);
    }
    return {};
  }

  // "Sở A …; Sở B rà soát hồ sơ; gửi kết quả về Sở C": who acts in the nearest clause before.
  AgencyList at_work_before(Range sentence, Range clause) {
    const std::vector<Range> all = clauses(context_, sentence);
    auto here = std::find_if(all.begin(), all.end(),
                             [&](Range other) { return other.begin == clause.begin; });
    if (here == all.end() || context_.text(clause).starts_with('(')) return {};
    while (here != all.begin()) {
      --here;
      const Range before = behind_number(*here);
      AgencyList list = agencies_.leading(from_names(context_, before));
      if (list.empty() && before.begin == here->begin) continue;
      RuleMatch match;
      const Range work = context_.flow.trimmed({list.end, before.end});
      const bool acts =  // "Các sở; các huyện xây dựng …": one list
          !list.empty() && here != all.begin() && !agencies_.only_agencies(*std::prev(here)) &&
          context_.match_role(RuleSet::kAssignment, work, "act", match) != nullptr &&
          context_.match_role(RuleSet::kAssignment, work, "coordinate", match) == nullptr &&
          context_.match_role(RuleSet::kAssignment, work, "share-partner", match) == nullptr;
      return acts ? std::move(list) : AgencyList{};
    }
    return {};
  }

  // Past "(1)" at the beginning of a clause.
  Range behind_number(Range clause) const {
    const std::string_view text = context_.text(clause);
    const std::size_t end = text.starts_with('(') ? text.find_first_not_of("0123456789", 1) : 0;
    if (end < 2 || end == text.npos || text[end] != ')') return clause;
    return context_.flow.trimmed({clause.begin + static_cast<std::uint32_t>(end) + 1, clause.end});
  }

  // "Đề nghị các sở triển khai thực hiện. Định kỳ hằng năm báo cáo kết quả về Sở A": whom the
  // nearest sentence before asks for something.
  AgencyList asked_before(std::uint32_t index, Range sentence) {
    constexpr std::uint32_t kFar = 1000;  // bytes
    AgencyList result;
    Range near = context_.node(index).text;
    near.begin = std::max(near.begin, sentence.begin - std::min(sentence.begin, kFar));
    near.end = sentence.begin;
    // A sentence cut at its beginning asks nobody.
    const std::string_view flow = context_.flow.text();
    while (near.begin < near.end && (static_cast<unsigned char>(flow[near.begin]) & 0xC0) == 0x80) {
      ++near.begin;
    }
    if (near.empty()) return result;
    for (const Range& before : context_.sentences.of(near)) {
      bool ordered = false;
      const Range names = context_.after_orders(before, ordered);
      if (!ordered) continue;
      if (AgencyList list = agencies_.leading(names); !list.empty()) result = std::move(list);
    }
    return result;
  }

  // "Các sở thực hiện chế độ báo cáo như sau:", a paragraph before the items; empty where none is.
  Range introduction(std::uint32_t index) const {
    const std::uint32_t parent = context_.node(index).parent;
    if (parent == kNoNode || context_.node(index).scheme == Scheme::kNone) return {};
    const std::vector<std::uint32_t>& items = context_.node(parent).children;
    constexpr std::ptrdiff_t kFar = 20;  // items
    const auto here = std::lower_bound(items.begin(), items.end(), index);
    const auto first = std::make_reverse_iterator(here);
    const auto last = first + std::min(kFar, here - items.begin());
    const auto before = std::find_if(
        first, last, [&](std::uint32_t n) { return context_.node(n).scheme == Scheme::kNone; });
    if (before == last) return {};
    const Range text = context_.node(*before).text;
    return context_.text(text).ends_with(':') ? text : Range{};
  }

  AgencyList introduced(std::uint32_t index) {
    return agencies_.leading(from_names(context_, introduction(index)));
  }

  // Past the colon of "Chế độ báo cáo: …".
  Range behind_label(Range range) const {
    constexpr std::size_t kLongestLabel = 60;  // bytes
    const std::size_t colon = context_.text(range).substr(0, kLongestLabel).find(':');
    if (colon == std::string_view::npos) return range;
    return context_.flow.trimmed({range.begin + static_cast<std::uint32_t>(colon) + 1, range.end});
  }

  // Who stands before the report: at the beginning, behind those who ask ("UBND tỉnh yêu cầu các
  // sở …"), or after a circumstance and its comma.
  AgencyList told(Range range, const SaidReport& said) {
    AgencyList list = agencies_.leading(from_names(context_, range));
    if (list.empty()) {
      range = behind_label(range);
      list = agencies_.leading(from_names(context_, range));
    }
    RuleMatch match;
    const Range after = context_.flow.trimmed({list.end, range.end});
    const bool asks = !list.empty() &&
                      context_.match_role(RuleSet::kAssignment, after, "order", match) != nullptr;
    if (asks) {
      AgencyList others = agencies_.leading({match.end, range.end});
      if (!others.empty()) return others;
    }
    if (!list.empty() || !begins_with_circumstance(range)) return list;
    const Rule* time = context_.match(RuleSet::kDeadline, range, match);
    if (time != nullptr && time->value(Field::kKind) == "recurring") {
      // "Hằng năm (trước ngày 05/12) các sở …": no comma behind the time.
      const std::string_view rest = context_.text({match.end, range.end});
      std::size_t skipped = std::min(rest.find_first_not_of(" ),"), rest.size());
      if (rest.substr(skipped).starts_with('('))
        skipped = std::min(rest.find_first_not_of(" ),", rest.find(')')), rest.size());
      list = agencies_.leading({match.end + static_cast<std::uint32_t>(skipped), range.end});
      if (!list.empty() && list.end <= said.begin) return list;
    }
    const std::string_view flow = context_.flow.text();
    std::size_t from = range.begin;
    for (std::size_t comma = flow.substr(0, said.begin).find(',', from);
         comma != std::string_view::npos; comma = flow.substr(0, said.begin).find(',', from)) {
      from = comma + 1;
      const Range rest = context_.flow.trimmed({static_cast<std::uint32_t>(comma) + 1, range.end});
      bool ordered = false;
      list = agencies_.leading(context_.after_orders(rest, ordered));
      if (list.empty() || list.end > said.begin) continue;
      from = std::max<std::size_t>(from, list.end);
      const Range between = context_.flow.trimmed({list.end, said.begin});
      const bool right_before = context_.text(between).find(',') == std::string_view::npos;
      if (right_before && between.size() <= kNear) return list;
    }
    return {};
  }

  bool begins_with_circumstance(Range range) const {
    RuleMatch match;
    return context_.match(RuleSet::kDeadline, range, match) != nullptr ||
           context_.match_role(RuleSet::kReport, range, "periodic", match) != nullptr ||
           context_.match_role(RuleSet::kReport, range, "condition", match) != nullptr ||
           context_.match_role(RuleSet::kAssignment, range, "circumstance", match) != nullptr;
  }

  static constexpr std::size_t kNear = 60;  // bytes
  FactContext& context_;
  AgencyReader& agencies_;
  DeadlineReader& deadlines_;
  UniqueIds unique_;
  std::vector<std::uint32_t> nodes_;  // of the reports
  std::uint32_t placed_ = kNoNode;
  Place place_;  // of that node
};

// What follows ", đồng gửi Sở A"; all of it where nobody else is sent the same.
Range behind_copies(const FactContext& context, AgencyReader& agencies, Range after) {
  const std::string_view text = context.text(after);
  const std::size_t skipped = text.find_first_not_of(" ,");
  if (skipped == text.npos) return after;
  const Range rest{after.begin + static_cast<std::uint32_t>(skipped), after.end};
  RuleMatch match;
  if (context.match_role(RuleSet::kReport, rest, "forward", match) == nullptr) return after;
  const AgencyList list = agencies.leading({match.end, after.end});
  return list.empty() ? after : context.flow.trimmed({list.end, after.end});
}

// "báo cáo Ủy ban nhân dân tỉnh", without a word such as "về" before the recipient.
std::optional<SaidReport> direct_report(const FactContext& context, AgencyReader& agencies,
                                        Range clause) {
  RuleMatch match;
  RuleMatch forward;
  const bool forwards = context.search(RuleSet::kReport, clause, forward, "forward") != nullptr;
  const bool regular = context.search(RuleSet::kReport, clause, match, "regular") != nullptr;
  // Who puts together and reports passes on what others have sent, unless nobody sends anything.
  const bool own =
      forwards && (!forward.says(Field::kNote) || (regular && match.end == forward.end));
  if (forwards && !own) {  // "… báo cáo Bộ A trước ngày 15/12 để tổng hợp, báo cáo Chính phủ"
    if (regular) return std::nullopt;
    clause.end = forward.begin;
  }
  if (!regular && context.search(RuleSet::kReport, clause, match, "direct") == nullptr) {
    return std::nullopt;
  }
  SaidReport said;
  said.begin = match.begin;
  said.names = match.end;
  said.recipients = agencies.leading({match.end, clause.end});
  if (said.recipients.empty()) return std::nullopt;
  RuleMatch period;
  const Range before{clause.begin, match.end};
  said.regular = context.search(RuleSet::kReport, before, period, "periodic") != nullptr;
  if (said.regular) said.regular_from = context.at({period.begin, period.end}).first.begin;
  const Range names{match.end, said.recipients.end};
  if (regular || said.regular ||
      context.search(RuleSet::kDeadline, names, match, "due") != nullptr) {
    return said;
  }
  Range after = context.flow.trimmed({said.recipients.end, clause.end});
  if (!after.empty() && context.match_role(RuleSet::kReport, after, "matter", match) != nullptr) {
    after = context.flow.trimmed({match.end, clause.end});  // what is reported
  }
  after = behind_copies(context, agencies, after);
  // "Hằng quý, Sở A tổng hợp, báo cáo Bộ B.": how often stands at the beginning.
  const std::string_view rest = context.text(after);
  if (rest.find_first_not_of(" .;/") == std::string_view::npos) {
    const Rule* opening = context.match(RuleSet::kDeadline, clause, match);
    if (opening == nullptr || opening->value(Field::kKind) != "recurring") return std::nullopt;
    return said;
  }
  if (context.match_role(RuleSet::kDeadline, after, "due", match) != nullptr) return said;
  const Rule* time = context.match(RuleSet::kDeadline, after, match);
  if (time != nullptr && time->value(Field::kKind) == "recurring") return said;
  // "Trước ngày 15/12 hằng năm tổng hợp, báo cáo Bộ A …": the day of every year stands before.
  const Range start{clause.begin, said.begin};
  time = context.search(RuleSet::kDeadline, start, match, "due");
  if (time != nullptr && time->value(Field::kKind) == "recurring") return said;
  return std::nullopt;
}

}  // namespace

bool is_once(const Deadline& time) {
  const bool once = time.kind == DeadlineKind::kBy || time.kind == DeadlineKind::kPeriod;
  return once && time.rrules.empty() && time.due_on.known();
}

std::vector<Range> clauses(const FactContext& context, Range sentence) {
  std::vector<Range> result;
  const std::string_view flow = context.flow.text();
  std::uint32_t begin = sentence.begin;
  if (context.text(sentence).find(';') == std::string_view::npos) {
    const Range only = context.flow.trimmed(sentence);
    if (!only.empty()) result.push_back(only);
    return result;
  }
  int depth = 0;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (flow[i] == '(') ++depth;
    if (flow[i] == ')' && depth > 0) --depth;
    if (flow[i] != ';' || depth > 0) continue;
    result.push_back(context.flow.trimmed({begin, i}));
    begin = i + 1;
  }
  if (begin < sentence.end) result.push_back(context.flow.trimmed({begin, sentence.end}));
  std::erase_if(result, [](Range clause) { return clause.empty(); });
  return result;
}

std::optional<SaidReport> report_in(const FactContext& context, AgencyReader& agencies,
                                    Range clause) {
  const Range tokens = context.flow.tokens_in(clause);
  RuleMatch match;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if ((context.layout.token_rules[i] & bit_of(RuleSet::kReport)) == 0) continue;
    const Range rest{context.flow.tokens()[i].begin, clause.end};
    if (context.match_role(RuleSet::kReport, rest, "report", match) == nullptr) continue;
    SaidReport said;
    said.begin = match.begin;
    said.names = match.end;
    said.recipients = agencies.leading({match.end, clause.end});
    if (said.recipients.empty()) continue;
    RuleMatch period;
    said.regular =
        context.search(RuleSet::kReport, {clause.begin, match.end}, period, "periodic") != nullptr;
    if (said.regular) said.regular_from = context.at({period.begin, period.end}).first.begin;
    return said;
  }
  return direct_report(context, agencies, clause);
}

void read_reports(FactContext& context, AgencyReader& agencies, DeadlineReader& deadlines) {
  ReportReader(context, agencies, deadlines).run();
}

}  // namespace scp
