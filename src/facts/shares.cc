#include "facts/shares.h"

#include <algorithm>

namespace scp {
namespace {

class ShareReader {
 public:
  ShareReader(const FactContext& context, AgencyReader& agencies, Range cell)
      : context_(context), agencies_(agencies), cell_(cell), from_(cell.begin) {}

  Shares run() {
    constexpr std::size_t kMost = 16;         // marks in a cell
    constexpr std::uint32_t kLongest = 1000;  // bytes; more is no list of names
    RuleMatch match;
    if (cell_.size() > kLongest) return {};
    if (!next("coordinate", match) && !next("share-partner", match)) return {};
    for (std::size_t i = 0; i < kMost && mark(match); ++i) {
      const std::string_view role = match.rule->value(Field::kRole);
      const bool label = role != "coordinate" && ends_label(match.end);
      const Range before{from_, match.begin};
      if (label) {
        // "Sở A; đơn vị phối hợp: …": a label belongs to what comes after it.
        const std::uint32_t end = last_clause(before);
        add({from_, end}, part_);
      } else {
        close(before, role);
      }
      part_ = role == "share-lead" ? Part::kLead : Part::kPartner;
      open_ = label || role == "coordinate";
      led_ = led_ || role == "share-lead";
      from_ = match.end;
    }
    add({from_, cell_.end}, open_ ? part_ : Part::kLead);
    if (shares_.leads.empty()) shares_ = {};
    return std::move(shares_);
  }

 private:
  enum class Part : std::uint8_t { kLead, kPartner };

  bool next(std::string_view role, RuleMatch& match) const {
    return context_.search(RuleSet::kAssignment, {from_, cell_.end}, match, role) != nullptr;
  }

  // The nearest mark.
  bool mark(RuleMatch& best) const {
    bool found = false;
    for (const std::string_view role : {"coordinate", "share-lead", "share-partner"}) {
      RuleMatch match;
      if (!next(role, match) || (found && match.begin >= best.begin)) continue;
      best = match;
      found = true;
    }
    return found;
  }

  bool ends_label(std::uint32_t at) const {
    const std::string_view rest = context_.flow.text().substr(at, cell_.end - at);
    const std::size_t first = rest.find_first_not_of(' ');
    return first != std::string_view::npos && rest[first] == ':';
  }

  // Where the last clause of a range begins.
  std::uint32_t last_clause(Range range) const {
    const std::size_t mark = context_.text(range).find_last_of(";\n");
    return mark == std::string_view::npos ? range.begin
                                          : range.begin + static_cast<std::uint32_t>(mark) + 1;
  }

  // What stands before a mark that says what its names do.
  void close(Range before, std::string_view role) {
    if (open_ && part_ == Part::kPartner && role != "coordinate") {
      // "… phối hợp với Sở B; Sở C chủ trì": the names after the last mark only.
      const std::uint32_t clause = last_clause(before);
      if (clause > before.begin) {
        add({before.begin, clause}, part_);
        before.begin = clause;
      }
    } else if (open_ && role == "coordinate") {
      return add(before, part_);
    }
    if (role != "share-partner") return add(before, Part::kLead);
    const std::uint32_t clause = last_clause(before);
    if (!led_ && clause == before.begin) return add(before, Part::kLead);
    add({before.begin, clause}, Part::kLead);
    add({clause, before.end}, Part::kPartner);
  }

  void add(Range names, Part part) {
    std::string_view text = context_.text(names);
    const std::size_t close = text.find(')');
    if (!text.empty() && text.find_first_not_of(' ') == text.find('(') && close < text.size()) {
      names.begin += static_cast<std::uint32_t>(close) + 1;  // what they lead: "chủ trì (đô thị)"
      text = context_.text(names);
    }
    const auto skipped = text.find_first_not_of(" ,;:.()\n-");
    if (skipped == std::string_view::npos) return;
    names.begin += static_cast<std::uint32_t>(skipped);
    const std::size_t last = text.find_last_not_of(" ,;:.(\n-");
    names.end -= static_cast<std::uint32_t>(text.size() - 1 - last);
    if (agencies_.whole(names).empty()) return;
    (part == Part::kLead ? shares_.leads : shares_.partners).push_back(names);
  }

  const FactContext& context_;
  AgencyReader& agencies_;
  Range cell_;
  std::uint32_t from_;       // after the last mark
  Part part_ = Part::kLead;  // of the names after the last mark
  bool open_ = false;        // that mark stands before its names
  bool led_ = false;         // somebody is said to lead
  Shares shares_;
};

}  // namespace

Shares read_shares(const FactContext& context, AgencyReader& agencies, Range cell) {
  return ShareReader(context, agencies, cell).run();
}

bool split_lead(FactContext& context, AgencyReader& agencies, Range cell, Task& task) {
  const Shares shares = read_shares(context, agencies, cell);
  if (shares.partners.empty()) return false;
  const auto take = [&](const std::vector<Range>& ranges, std::string_view& text,
                        std::vector<AgencyRef>& list) {
    text = context.keep(Range{ranges.front().begin, ranges.back().end});
    DistinctAgencies distinct(list);
    for (const Range range : ranges) {
      for (AgencyRef& agency : agencies.whole(range)) distinct.add(std::move(agency));
    }
  };
  take(shares.leads, task.lead_text, task.lead_agencies);
  take(shares.partners, task.coordinating_text, task.coordinating_agencies);
  return true;
}

}  // namespace scp
