#include "facts/shares.h"

#include <algorithm>
#include <string>

namespace scp {
namespace {

// The names between two marks belong to the one before where it stands before its names ("phối hợp
// với …", "Chủ trì: …"), else to the one behind; clause by clause where both ask for some.
class ShareReader {
 public:
  ShareReader(const FactContext& context, AgencyReader& agencies, Range cell)
      : context_(context), agencies_(agencies), cell_(cell) {}

  Shares run() {
    constexpr std::uint32_t kLongest = 1000;  // bytes; more is no list of names
    if (cell_.size() > kLongest || !find_marks()) return {};
    std::uint32_t from = cell_.begin;
    const Mark* before = nullptr;
    for (const Mark& mark : marks_) {
      between(before, {from, mark.range.begin}, &mark);
      before = &mark;
      from = mark.range.end;
    }
    between(before, {from, cell_.end}, nullptr);
    if (shares_.leads.empty()) shares_ = {};
    return std::move(shares_);
  }

 private:
  enum class Part : std::uint8_t { kLead, kPartner };
  enum class Form : std::uint8_t { kBehind, kLabel, kWith };  // its names; "phối hợp với"
  struct Mark {
    Range range;
    Part part = Part::kLead;
    Form form = Form::kBehind;
  };

  bool find_marks() {
    constexpr std::size_t kMost = 16;  // marks in a cell
    std::uint32_t from = cell_.begin;
    RuleMatch match;
    while (marks_.size() < kMost && mark(from, match)) {
      const std::string_view role = match.rule->value(Field::kRole);
      Mark made{{match.begin, match.end}, Part::kPartner, Form::kBehind};
      if (role == "share-lead") made.part = Part::kLead;
      if (role == "coordinate") made.form = Form::kWith;
      if (role != "coordinate" && ends_label(match.end)) made.form = Form::kLabel;
      led_ = led_ || made.part == Part::kLead;
      marks_.push_back(made);
      from = match.end;
    }
    return !marks_.empty();
  }

  // The nearest mark.
  bool mark(std::uint32_t from, RuleMatch& best) const {
    bool found = false;
    for (const std::string_view role : {"coordinate", "share-lead", "share-partner"}) {
      RuleMatch match;
      if (context_.search(RuleSet::kAssignment, {from, cell_.end}, match, role) == nullptr ||
          (found && match.begin >= best.begin))
        continue;
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

  // Where the last piece of a range begins that one of these marks parts.
  std::uint32_t last_piece(Range range, const char* marks) const {
    const std::size_t mark = context_.text(range).find_last_of(marks);
    return mark == std::string_view::npos ? range.begin
                                          : range.begin + static_cast<std::uint32_t>(mark) + 1;
  }

  // The part of names of which nothing is said: somebody must lead.
  Part unmarked() const { return led_ ? Part::kPartner : Part::kLead; }

  void between(const Mark* before, Range names, const Mark* behind) {
    const bool open = before != nullptr && before->form != Form::kBehind;
    if (behind == nullptr) return add(names, open ? before->part : unmarked());
    if (behind->form == Form::kLabel) {
      return add(without_label(names, behind->range.end), open ? before->part : unmarked());
    }
    if (open && behind->form == Form::kWith) return add(names, before->part);
    // "phối hợp với Sở B; Sở C chủ trì", "Sở B; Sở C phối hợp"
    std::uint32_t own =
        open || behind->part == Part::kPartner ? last_piece(names, ";\n") : names.begin;
    if (open && own == names.begin) own = last_piece(names, ",");
    const bool with = behind->form == Form::kWith;
    add({names.begin, own}, open ? before->part : unmarked());
    add({own, names.end}, with ? Part::kLead : behind->part);
  }

  // "Sở A; đơn vị phối hợp: …": the words before a label are its own, unless a mark parts them.
  Range without_label(Range names, std::uint32_t end) const {
    const std::string_view text = context_.text(names);
    const std::size_t last = text.find_last_not_of(' ');
    constexpr std::string_view kParting = ",;.\n(-";
    if (last == std::string_view::npos || kParting.find(text[last]) != std::string_view::npos)
      return names;
    const std::uint32_t clause = last_piece(names, ";\n");
    const std::uint32_t piece = last_piece(names, ",.;\n");
    const std::string_view label = context_.text(context_.flow.trimmed({clause, end}));
    const auto in = [&](LexiconId id) { return context_.grammar.lexicon(id).find(label).valid(); };
    const bool known = in(LexiconId::kColumns) || in(LexiconId::kDetailKeys);
    return {names.begin, !known && names_somebody({clause, piece}) ? piece : clause};
  }

  bool names_somebody(Range names) const {
    const std::vector<AgencyRef> list = agencies_.whole(context_.flow.trimmed(names));
    return std::any_of(list.begin(), list.end(),
                       [](const AgencyRef& a) { return a.kind == AgencyKind::kNamed; });
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
  std::vector<Mark> marks_;
  bool led_ = false;  // somebody is said to lead
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
    std::string words;
    DistinctAgencies distinct(list);
    for (const Range range : ranges) {
      words += (words.empty() ? "" : "; ") + std::string(context.text(range));
      for (AgencyRef& agency : agencies.whole(range)) distinct.add(std::move(agency));
    }
    text = context.keep(words);
  };
  take(shares.leads, task.lead_text, task.lead_agencies);
  take(shares.partners, task.coordinating_text, task.coordinating_agencies);
  return true;
}

}  // namespace scp
