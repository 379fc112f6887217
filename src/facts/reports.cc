#include "facts/reports.h"

#include <algorithm>

#include "facts/assignments.h"

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
      const bool preamble = node.parent == kNoNode && node.scheme == Scheme::kNone;
      if (node.text.empty() || preamble || role == "purpose" || role.substr(0, 5) == "goals")
        continue;
      for (const Range& sentence : context_.sentences.of(node.text)) read(i, sentence);
    }
  }

 private:
  void read(std::uint32_t index, Range sentence) {
    RuleMatch match;
    for (const RulePlaces::Place& place : context_.rule_places.in(RuleSet::kReport, sentence)) {
      const Range rest{place.begin, sentence.end};
      if (context_.match_role(RuleSet::kReport, rest, "report", match) == nullptr) continue;
      const AgencyList recipient = agencies_.leading({match.end, sentence.end});
      if (recipient.empty()) continue;
      return add(index, sentence, recipient);
    }
    if (const auto recipient = direct_report(context_, agencies_, sentence)) {
      add(index, sentence, *recipient);
    }
  }

  void add(std::uint32_t index, Range sentence, const AgencyList& recipient) {
    const Node& node = context_.node(index);
    Report report;
    report.id = context_.keep(unique_(node.id));
    report.instrument = node.instrument;
    report.recipient = recipient.agencies.front();
    report.reporters = reporters(index, sentence);
    RuleMatch match;
    const Range after{recipient.end, sentence.end};
    if (context_.search(RuleSet::kReport, after, match, "forward") != nullptr) {
      report.forwarded_to = agencies_.leading({match.end, sentence.end}).agencies;
    }
    due(sentence, report);
    if (!report.rrules.empty() || report.due_on.known()) report.recipient->note = {};  // the time
    report.text = context_.keep(sentence);
    report.at = context_.at(context_.block(node.block).range);
    context_.claim(context_.block(node.block).range);
    context_.document.reports.push_back(std::move(report));
  }

  // The day on which the report is due says more than how often it comes.
  void due(Range sentence, Report& report) {
    const std::vector<Deadline> times = deadlines_.all_in_text(sentence);
    const auto best = std::find_if(times.begin(), times.end(), [](const Deadline& d) {
      return !d.due_days.empty() || d.kind == DeadlineKind::kBy;
    });
    const auto any = best != times.end()
                         ? best
                         : std::find_if(times.begin(), times.end(),
                                        [](const Deadline& d) { return !d.rrules.empty(); });
    if (any == times.end()) return;
    report.rrules = any->rrules;
    report.due_days = any->due_days;
    if (any->kind == DeadlineKind::kBy && any->due_on.day != 0) report.due_on = any->due_on;
  }

  std::vector<AgencyRef> reporters(std::uint32_t index, Range sentence) {
    const AgencyList own = agencies_.leading(from_names(context_, sentence));
    if (!own.empty()) return own.agencies;
    const AgencyList paragraph = agencies_.leading(from_names(context_, context_.node(index).text));
    if (!paragraph.empty()) return paragraph.agencies;
    for (std::uint32_t n = context_.node(index).parent; n != kNoNode; n = context_.node(n).parent) {
      const Range heading = context_.node(n).heading;
      if (heading.empty()) continue;
      AgencyList list = agencies_of_heading(context_, agencies_, heading, true);
      if (!list.empty()) return std::move(list.agencies);
    }
    return {};
  }

  FactContext& context_;
  AgencyReader& agencies_;
  DeadlineReader& deadlines_;
  UniqueIds unique_;
};

}  // namespace

std::optional<AgencyList> direct_report(const FactContext& context, AgencyReader& agencies,
                                        Range sentence) {
  RuleMatch match;
  RuleMatch forward;
  const bool forwards = context.search(RuleSet::kReport, sentence, forward, "forward") != nullptr;
  const bool regular = context.search(RuleSet::kReport, sentence, match, "regular") != nullptr;
  // Who begins with putting together, or does so every year, passes on nothing that it was sent.
  const bool own = forwards && (forward.begin == context.flow.trimmed(sentence).begin ||
                                (regular && match.end == forward.end));
  if (forwards && !own) return std::nullopt;
  if (!regular && context.search(RuleSet::kReport, sentence, match, "direct") == nullptr) {
    return std::nullopt;
  }
  AgencyList recipient = agencies.leading({match.end, sentence.end});
  if (recipient.empty()) return std::nullopt;
  const Range names{match.end, recipient.end};
  if (context.search(RuleSet::kDeadline, names, match, "due") != nullptr) {
    recipient.agencies.back().note = {};  // a remark in brackets that is the time
    return recipient;
  }
  Range after = context.flow.trimmed({recipient.end, sentence.end});
  if (!after.empty() && context.match_role(RuleSet::kReport, after, "matter", match) != nullptr) {
    after = context.flow.trimmed({match.end, sentence.end});  // what is reported
  }
  const bool timed =
      !after.empty() && context.match_role(RuleSet::kDeadline, after, "due", match) != nullptr;
  if (regular || timed) return recipient;
  return std::nullopt;
}

void read_reports(FactContext& context, AgencyReader& agencies, DeadlineReader& deadlines) {
  ReportReader(context, agencies, deadlines).run();
}

}  // namespace scp
