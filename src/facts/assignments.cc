#include "facts/assignments.h"

#include <algorithm>

#include "facts/details.h"
#include "facts/reports.h"

namespace scp {
namespace {

constexpr std::uint32_t kLongestHeading = 400;  // bytes, of one that names bodies

// Whether all of `some` are in `all`, and not all that is there.
bool among(const std::vector<AgencyRef>& some, const std::vector<AgencyRef>& all) {
  return some.size() < all.size() &&
         std::all_of(some.begin(), some.end(), [&](const AgencyRef& one) {
           return std::any_of(all.begin(), all.end(),
                              [&](const AgencyRef& other) { return other.name == one.name; });
         });
}

}  // namespace

Range from_names(const FactContext& context, Range range) {
  RuleMatch match;
  bool ordered = false;
  if (context.match_role(RuleSet::kAssignment, range, "heading", match) != nullptr) {
    range.begin = match.end;
  }
  return context.after_orders(range, ordered);
}

namespace {

// Past commas, blanks and words that join.
Range after_joints(const FactContext& context, Range rest) {
  const std::span<const Word> words = context.layout.words_in(rest);
  std::size_t at = 0;
  while (at < words.size() && words[at].connector) ++at;
  if (at == words.size()) return words.empty() ? rest : Range{words.back().end, rest.end};
  return {words[at].begin, rest.end};
}

// Whether nothing but the names of partners stands between here and the colon at the end.
bool only_partners(const FactContext& context, Range rest) {
  if (rest.empty() || context.text(rest).back() != ':') return false;
  RuleMatch match;
  while (context.search(RuleSet::kAssignment, rest, match, "act") != nullptr) {
    const std::uint32_t end = match.end;
    const Range act{match.begin, rest.end};
    if (context.text(act).front() == ':') return true;
    if (context.match_role(RuleSet::kAssignment, act, "coordinate", match) == nullptr) return false;
    rest.begin = std::max(end, match.end);
  }
  return true;
}

// What may stand between the names and the colon of a heading: duties, partners, and words that say
// no more than that a list follows. Where they end.
std::uint32_t after_introduction(const FactContext& context, AgencyReader& agencies, Range rest) {
  constexpr int kMost = 6;
  RuleMatch match;
  const bool colon = !rest.empty() && context.text(rest).back() == ':';
  if (!colon) {
    const bool duty = context.match_role(RuleSet::kAssignment, rest, "duty", match) != nullptr;
    return duty ? match.end : rest.begin;
  }
  for (int i = 0; i < kMost && rest.size() > 1; ++i) {
    rest = after_joints(context, rest);
    if (context.match_role(RuleSet::kAssignment, rest, "introduces", match) != nullptr) {
      return match.end;
    }
    if (context.match_role(RuleSet::kAssignment, rest, "coordinate", match) != nullptr) {
      rest.begin = std::max(match.end, agencies.leading({match.end, rest.end}).end);
      // Partners may be bodies that no list knows.
      if (context.search(RuleSet::kAssignment, rest, match, "introduces") != nullptr) {
        return match.end;
      }
      if (only_partners(context, rest)) return rest.end;
    } else if (context.match_role(RuleSet::kAssignment, rest, "duty", match) != nullptr) {
      rest.begin = match.end;
    } else {
      break;
    }
  }
  return rest.begin;
}

}  // namespace

AgencyList agencies_of_heading(const FactContext& context, AgencyReader& agencies, Range heading,
                               bool organisation) {
  RuleMatch match;
  const bool explicit_words =
      context.match_role(RuleSet::kAssignment, heading, "heading", match) != nullptr;
  AgencyList list = agencies.leading(from_names(context, heading));
  if (list.empty()) return {};
  Range rest = context.flow.trimmed({list.end, heading.end});
  const std::uint32_t said = after_introduction(context, agencies, rest);
  const bool duty = said > rest.begin;
  rest.begin = said;
  const bool names_only = context.text(rest).find_first_not_of(" :.;,") == std::string_view::npos;
  return names_only && (organisation || explicit_words || duty) ? list : AgencyList{};
}

void AssignmentReader::run() {
  DetailReader details(context_, agencies_, deadlines_);
  details.run();
  assigned_ = details.used();
  const std::vector<bool> told = assigned_;
  assigned_.resize(context_.outline.nodes.size(), false);
  find_announcements();
  for (std::uint32_t i = 0; i < context_.outline.nodes.size(); ++i) {
    if (told.empty() || !told[i]) node(i);
  }
  for (std::uint32_t i = static_cast<std::uint32_t>(assigned_.size()); i-- > 0;) {
    const std::uint32_t parent = context_.node(i).parent;
    if (assigned_[i] && parent != kNoNode) assigned_[parent] = true;
  }
  for (std::uint32_t i = 0; i < context_.outline.nodes.size(); ++i) {
    if (measure_node(i)) measure(i);
  }
  std::stable_sort(
      context_.document.tasks.begin(), context_.document.tasks.end(),
      [](const Task& a, const Task& b) { return a.at.first.begin < b.at.first.begin; });
}

// "Điều 4. … chịu trách nhiệm thi hành Quyết định này" names addressees, it gives no task.
bool AssignmentReader::is_closing_article(Range text) const {
  RuleMatch match;
  return context_.search(RuleSet::kAssignment, text, match, "closing") != nullptr;
}

AssignmentReader::Subject AssignmentReader::subject_of(Range sentence) {
  Subject subject;
  sentence = context_.flow.trimmed(sentence);
  sentence = context_.after_orders(sentence, subject.ordered);
  AgencyList list = agencies_.leading(sentence);
  AgencyList provinces = agencies_.leading_provinces(sentence);
  if (provinces.end > list.end && !provinces.empty()) list = std::move(provinces);
  // "Chủ tịch Ủy ban nhân dân tỉnh giao Sở A …": who gives the order is not who carries it out.
  const Range told = context_.flow.trimmed({list.end, sentence.end});
  RuleMatch match;
  if (!list.empty() && context_.match_role(RuleSet::kAssignment, told, "order", match) != nullptr) {
    AgencyList others = agencies_.leading({match.end, told.end});
    if (!others.empty()) {
      sentence.begin = match.end;
      list = std::move(others);
      subject.ordered = true;
    }
  }
  subject.agencies = std::move(list.agencies);
  subject.begin = sentence.begin;
  subject.end = list.end;
  return subject;
}

// "Căn cứ Kế hoạch này, các sở, ban, ngành xây dựng …": those named after a clause of grounds,
// where they are told to do something.
AssignmentReader::Subject AssignmentReader::subject_after_grounds(Range sentence) {
  constexpr std::size_t kFar = 400;  // bytes
  RuleMatch match;
  sentence = context_.flow.trimmed(sentence);
  // A time may stand there as well: "Trước ngày 31/12/2025, Sở A …".
  const bool grounds =
      context_.match_role(RuleSet::kAssignment, sentence, "circumstance", match) != nullptr;
  const std::string_view text = context_.text(sentence).substr(0, kFar);
  if (!grounds && context_.match_role(RuleSet::kDeadline, sentence, "due", match) == nullptr &&
      !deadlines_.opening_time(sentence).has_value()) {
    return {};
  }
  const std::size_t clause = std::min(text.find_first_of(";:"), text.size());
  for (std::size_t comma = text.find(','); comma < clause; comma = text.find(',', comma + 1)) {
    const auto after_comma = static_cast<std::uint32_t>(comma) + 1;
    Subject subject = subject_of({sentence.begin + after_comma, sentence.end});
    if (subject.agencies.empty()) continue;
    const Range after = context_.flow.trimmed({subject.end, sentence.end});
    if (subject.ordered || has_duty(after) || acts(after)) return subject;
    if (!grounds) return {};
  }
  return {};
}

// What follows the names says that they have something to do.
bool AssignmentReader::has_duty(Range after) const {
  RuleMatch match;
  after = context_.flow.trimmed(after);
  // The duty may come after a circumstance, in the same clause.
  constexpr std::size_t kFar = 200;  // bytes
  const std::string_view text = context_.text(after).substr(0, kFar);
  const std::size_t clause = std::min(text.find_first_of(";.:("), text.size());
  after.end = after.begin + static_cast<std::uint32_t>(clause);
  return context_.search(RuleSet::kAssignment, after, match, "duty") != nullptr;
}

// Names that the lexicon does not know to their end ("Các doanh nghiệp viễn thông", "Cục Kinh tế
// xây dựng"): all of a short heading that begins like a name.
AgencyList AssignmentReader::unlisted_names(Range heading) {
  constexpr std::size_t kMostWords = 40;
  bool ordered = false;
  heading = context_.after_orders(heading, ordered);
  const std::string_view text = context_.text(heading);
  heading.end = heading.begin + static_cast<std::uint32_t>(std::min(text.find(':'), text.size()));
  heading = context_.flow.trimmed(heading);
  const std::span<const Word> words = context_.layout.words_in(heading);
  LexiconMatch match;
  RuleMatch duty;
  if (words.empty() || words.size() > kMostWords || has_duty(heading)) return {};
  const bool like_name =
      !agencies_.leading(heading).empty() || stem_at(context_.grammar, words, 0, match);
  if (!like_name) return {};
  AgencyList list{agencies_.whole(heading), heading.end};
  const bool one =
      std::none_of(words.begin(), words.end(), [](const Word& w) { return w.comma || w.stop; });
  if (list.agencies.size() == 1 && one) {
    AgencyRef& only = list.agencies.front();
    if (only.text.size() < heading.size()) {
      only.name = only.text = context_.keep(heading);
      only.at = context_.at(heading);
    }
  }
  return list;
}

bool AssignmentReader::names_one(const AgencyList& list) {
  return list.agencies.size() == 1 && list.agencies.front().kind == AgencyKind::kNamed;
}

// Whether items near it have one body each for a heading: then this list shares out the work.
bool AssignmentReader::beside_bodies(std::uint32_t index) {
  constexpr std::ptrdiff_t kNear = 3;
  const std::uint32_t parent = context_.node(index).parent;
  if (parent == kNoNode) return false;
  const std::vector<std::uint32_t>& items = context_.node(parent).children;
  const auto here = std::lower_bound(items.begin(), items.end(), index);
  const auto first = here - std::min(kNear, here - items.begin());
  const auto last = here + std::min(kNear + 1, items.end() - here);
  return std::any_of(first, last, [&](std::uint32_t item) {
    const Range heading = context_.node(item).heading;
    return item != index && !heading.empty() && heading.size() <= kLongestHeading &&
           names_one(agencies_of_heading(context_, agencies_, heading, true));
  });
}

// Outside of a section that shares out the work only a heading that says so does: "Điều 3. Trách
// nhiệm của Sở Công Thương".
AssignmentReader::Headed AssignmentReader::heading_agencies(std::uint32_t index,
                                                            bool organisation) {
  for (std::uint32_t n = context_.node(index).parent; n != kNoNode; n = context_.node(n).parent) {
    const Node& above = context_.node(n);
    if (headline(above).empty()) continue;
    const auto [found, fresh] = of_heading_.try_emplace({n, organisation});
    if (fresh) found->second = agencies_of_node(n, organisation);
    if (!found->second.empty()) return {found->second, n};
    if (above.role.data() != nullptr) return {};
  }
  return {};
}

// What stands above the items of a node: its heading, or a sentence that ends with a colon.
Range AssignmentReader::headline(const Node& node) const {
  constexpr std::uint32_t kLongestIntroduction = 1500;  // bytes
  if (!node.heading.empty()) return node.heading.size() <= kLongestHeading ? node.heading : Range{};
  const bool introduces = !node.text.empty() && !node.children.empty() &&
                          node.text.size() <= kLongestIntroduction &&
                          context_.text(node.text).back() == ':';
  return introduces ? node.text : Range{};
}

// Those whom the heading of one node gives what stands below it.
std::vector<AgencyRef> AssignmentReader::agencies_of_node(std::uint32_t index, bool organisation) {
  const Node& node = context_.node(index);
  const Range heading = headline(node);
  AgencyList list = agencies_of_heading(context_, agencies_, heading, true);
  // Nothing but the name of one body above numbered items is a duty list anywhere; those of
  // several or of a group are one where they head an article or end with a colon.
  const bool announces = context_.text(heading).back() == ':';
  const bool one_body =
      node.scheme != Scheme::kNone && !list.empty() &&
      (announces || node.scheme == Scheme::kArticle || names_one(list) || beside_bodies(index));
  if (!organisation && !one_body) {
    list = agencies_of_heading(context_, agencies_, heading, false);
  }
  if (list.empty() && organisation && !node.heading.empty() && node.role.data() == nullptr) {
    list = unlisted_names(heading);
  }
  return std::move(list.agencies);
}

// "… Bộ Nội vụ đề nghị các bộ, ngành thực hiện một số nội dung sau:" is told of every item below.
void AssignmentReader::find_announcements() {
  for (const InstrumentPart& part : context_.outline.instruments) announcements_in(part.roots);
  for (const Node& node : context_.outline.nodes) announcements_in(node.children);
}

void AssignmentReader::announcements_in(const std::vector<std::uint32_t>& siblings) {
  std::shared_ptr<const std::vector<AgencyRef>> told;
  std::uint32_t by = kNoNode;
  for (const std::uint32_t index : siblings) {
    if (context_.node(index).scheme == Scheme::kNone) {
      std::vector<AgencyRef> agencies = announced_to(index);
      told.reset();
      by = index;
      if (!agencies.empty()) {
        told = std::make_shared<const std::vector<AgencyRef>>(std::move(agencies));
      }
    } else if (told != nullptr) {
      announced_.emplace(index, told);
      announcing_.insert(by);
    }
  }
}

std::vector<AgencyRef> AssignmentReader::announced_to(std::uint32_t paragraph) {
  const Range text = context_.node(paragraph).whole();
  if (text.empty() || context_.text(text).back() != ':') return {};
  const Range last = context_.sentences.of(text).back();
  AgencyList subject = agencies_of_heading(context_, agencies_, last, false);
  if (!subject.empty()) return std::move(subject.agencies);
  RuleMatch match;
  Range rest = last;
  while (context_.search(RuleSet::kAssignment, rest, match, "inner-order") != nullptr) {
    rest.begin = match.end;
    AgencyList list = agencies_.leading(rest);
    if (!list.empty()) return std::move(list.agencies);
  }
  if (context_.search(RuleSet::kAssignment, last, match, "request") == nullptr) return {};
  return addressees(context_.node(paragraph).instrument);
}

// Those whom a letter is addressed to.
std::vector<AgencyRef> AssignmentReader::addressees(std::uint32_t instrument) {
  std::vector<AgencyRef> result;
  for (const Component& c : context_.outline.instruments[instrument].components) {
    if (c.kind != ComponentKind::kAddressee) continue;
    Range range = context_.block(c.block).range;
    const std::size_t colon = context_.text(range).find(':');
    if (colon != std::string_view::npos) range.begin += static_cast<std::uint32_t>(colon) + 1;
    range = context_.flow.trimmed(range);
    if (range.empty()) continue;
    std::vector<AgencyRef> names = agencies_.whole(range);
    result.insert(result.end(), names.begin(), names.end());
  }
  return result;
}

// The nearest list that holds the item; a section of a role of its own is none.
AssignmentReader::Announced AssignmentReader::announced(std::uint32_t index) const {
  for (std::uint32_t n = index; n != kNoNode; n = context_.node(n).parent) {
    if (context_.node(n).role.data() != nullptr) break;
    const auto found = announced_.find(n);
    if (found != announced_.end()) return {found->second.get(), n};
  }
  return {};
}

// "Các cơ quan sau đây chịu trách nhiệm …:" above the item.
bool AssignmentReader::lists_bodies(std::uint32_t index) {
  const std::uint32_t parent = context_.node(index).parent;
  if (parent == kNoNode) return false;
  const Range heading = context_.node(parent).heading;
  if (heading.empty() || context_.text(heading).back() != ':') return false;
  const Subject subject = subject_of(heading);
  if (subject.agencies.empty()) return false;
  RuleMatch match;
  const Range after = context_.flow.trimmed({subject.end, heading.end});
  return context_.match_role(RuleSet::kAssignment, after, "lists-bodies", match) != nullptr;
}

// Under a heading an item may name who does it all the same. What one body asks of another is its
// own work, unless it is one of several, or the heading names nobody.
bool AssignmentReader::names_another(const Found& own, Range text,
                                     const std::vector<AgencyRef>& headed) const {
  if (!own.gives || own.inside) return false;
  if (among(own.subject.agencies, headed)) return true;
  if (own.subject.ordered && begins_with_gift(text)) return true;
  if (!own.subject.ordered) {
    RuleMatch match;
    bool ordered = false;
    const Range after = context_.flow.trimmed({own.subject.end, text.end});
    if (own.subject.begin != context_.after_orders(text, ordered).begin) return false;
    return acts(after) ||
           context_.match_role(RuleSet::kAssignment, after, "duty", match) != nullptr;
  }
  return std::none_of(headed.begin(), headed.end(), [](const AgencyRef& agency) {
    return agency.kind == AgencyKind::kNamed || agency.kind == AgencyKind::kPerson;
  });
}

// Partners named in the statement, or in a heading below that of the agency.
void AssignmentReader::coordinating(std::uint32_t index, Range range, Task& task) {
  RuleMatch match;
  const Rule* rule = context_.search(RuleSet::kAssignment, range, match, "coordinate");
  for (std::uint32_t n = context_.node(index).parent; rule == nullptr && n != kNoNode;
       n = context_.node(n).parent) {
    const Node& above = context_.node(n);
    if (above.heading.empty() || context_.text(above.heading).back() != ':') break;
    range = above.heading;
    rule = context_.search(RuleSet::kAssignment, range, match, "coordinate");
  }
  AgencyList list;
  while (rule != nullptr && list.empty()) {
    const Range after{match.end, range.end};
    list = agencies_.leading(context_.flow.trimmed(after));
    if (list.empty()) rule = context_.search(RuleSet::kAssignment, after, match, "coordinate");
  }
  if (list.empty()) return;
  task.coordinating_agencies = list.agencies;
  task.coordinating_text = context_.keep_or_null({match.end, list.end});
}

void AssignmentReader::assignment(std::uint32_t index, Range range, std::vector<AgencyRef> leads,
                                  Range lead_range) {
  Task task = start_task(context_, index, TaskOrigin::kAssignment);
  task.content = context_.keep(range);
  task.lead_agencies = std::move(leads);
  task.lead_text = context_.keep_or_null(lead_range);
  coordinating(index, range, task);
  task.deadline = due(range);
  context_.document.tasks.push_back(std::move(task));
  assigned_[index] = true;
}

// When the task is due; the day on which something is to be reported is the report's.
std::optional<Deadline> AssignmentReader::due(Range range) {
  std::vector<Deadline> found;
  for (const Range& sentence : context_.sentences.of(range)) {
    for (const Range& clause : clauses(context_, sentence)) {
      if (const auto said = report_in(context_, agencies_, clause)) {
        if (auto deadline = due_before(clause, *said)) found.push_back(*std::move(deadline));
      } else {
        deadlines_.due_in_text(clause, clause.begin == range.begin, found);
      }
      if (!found.empty() && found.front().kind != DeadlineKind::kBy) return found.front();
    }
  }
  return deadlines_.last_of(found);
}

// "Giao Văn phòng …": whoever the heading names, this is another's.
bool AssignmentReader::begins_with_gift(Range text) const {
  RuleMatch match;
  const Rule* rule = context_.match_role(RuleSet::kAssignment, text, "order", match);
  return rule != nullptr && rule->value(Field::kKind) == "given";
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
  if (said.begin - match.end < kFar) return std::nullopt;
  return deadlines_.in_text(work);
}

void AssignmentReader::node(std::uint32_t index) {
  const Node& n = context_.node(index);
  if (n.text.empty()) return;
  const std::string_view role = context_.outline.role_above(index);
  const bool organisation = role == "organisation" || role == "reporting";
  const bool excluded = role == "purpose" || role.substr(0, 5) == "goals";
  const bool preamble = n.parent == kNoNode && n.scheme == Scheme::kNone;
  if (excluded || preamble || is_closing_article(n.text)) return;
  if (announcing_.count(index) != 0) return;
  const Announced told = announced(index);
  const Headed headed = heading_agencies(index, organisation || told.agencies != nullptr);
  const bool told_nearer = told.agencies != nullptr && told.item > headed.by;
  if (!headed.agencies.empty() && !told_nearer) {
    const bool introduces = !n.children.empty() && context_.text(n.text).back() == ':';
    if (introduces) return;
    const Found own = found_in(index, context_.sentences.of(n.text).front(), false);
    if (names_another(own, n.text, headed.agencies)) {
      return assignment(index, n.text, own.subject.agencies, {own.subject.begin, own.subject.end});
    }
    return assignment(index, n.text, headed.agencies, {});
  }
  const bool introduces = !n.children.empty() && context_.text(n.text).back() == ':';
  if (introduces && !agencies_of_node(index, false).empty()) return;
  const bool listed = organisation || lists_bodies(index);
  std::size_t made = 0;
  for (const Range& sentence : context_.sentences.of(n.text)) {
    const Found found = found_in(index, sentence, listed && made == 0);
    if (!found.gives) continue;
    const Range after = context_.flow.trimmed({found.subject.end, sentence.end});
    if (n.scheme == Scheme::kNone && only_complies(after)) continue;
    // The first assignment of a paragraph takes all of it, later ones their sentence.
    const bool first = made == 0 && (sentence.begin == n.text.begin || found.inside);
    assignment(index, first ? n.text : sentence, found.subject.agencies,
               {found.subject.begin, found.subject.end});
    made += 1 + later_clauses(index, {found.subject.end, sentence.end});
  }
  if (made == 0 && n.scheme != Scheme::kNone) told_before(index);
}

// An item that names nobody, in a list that the paragraph before it tells somebody to do.
void AssignmentReader::told_before(std::uint32_t index) {
  const Node& n = context_.node(index);
  const Announced told = announced(index);
  if (told.agencies == nullptr) return;
  const bool introduces = !n.children.empty() && context_.text(n.text).back() == ':';
  if (introduces) return;
  // Who is named first is meant, though it is not said in a known way what they do.
  const Range sentence = context_.sentences.of(n.text).front();
  Subject own = subject_of(sentence);
  if (own.agencies.empty()) own = subject_after_grounds(sentence);
  if (own.agencies.empty()) {
    // A list below an item may be of anything.
    const bool below = index != told.item && n.kind == NodeKind::kBullet;
    if (below && !acts(context_.flow.trimmed(n.text))) return;
    return assignment(index, n.text, *told.agencies, {});
  }
  assignment(index, n.text, own.agencies, {own.begin, own.end});
}

// In a duty list any sentence about an agency gives it something to do; elsewhere only one that
// says so, or a numbered item that begins with the agency and what it does.
AssignmentReader::Found AssignmentReader::found_in(std::uint32_t index, Range sentence,
                                                   bool listed) {
  const bool numbered = context_.node(index).scheme != Scheme::kNone;
  Found found;
  found.subject = subject_of(sentence);
  if (found.subject.agencies.empty() && (numbered || listed)) {
    found.subject = subject_after_grounds(sentence);
  }
  const Range after = context_.flow.trimmed({found.subject.end, sentence.end});
  if (!found.subject.agencies.empty() && !after.empty()) {
    found.gives = has_duty(after) || found.subject.ordered || (listed && numbered) ||
                  (numbered && acts(after));
  }
  if (!found.gives && numbered && !listed) inner_order(sentence, found);
  return found;
}

// "Yêu cầu các cơ quan nghiêm túc thực hiện./." says nothing that the items do not say.
bool AssignmentReader::only_complies(Range after) const {
  RuleMatch match;
  return context_.match_role(RuleSet::kAssignment, after, "complies", match) != nullptr;
}

// What follows the names says at once what they do: "tổ chức …", or a colon.
bool AssignmentReader::acts(Range after) const {
  RuleMatch match;
  return context_.match_role(RuleSet::kAssignment, after, "act", match) != nullptr;
}

// An order in the middle of a sentence: "…, giao Sở A chủ trì", "do Sở A chủ trì".
void AssignmentReader::inner_order(Range sentence, Found& found) {
  RuleMatch match;
  Range rest = sentence;
  while (const Rule* rule = context_.search(RuleSet::kAssignment, rest, match, "inner-order")) {
    rest.begin = match.end;
    AgencyList list = agencies_.leading(rest);
    if (list.empty()) continue;
    const Range after = context_.flow.trimmed({list.end, sentence.end});
    // "Danh mục do Sở A ban hành" tells whose it is.
    const bool gives =
        rule->value(Field::kKind) == "by"
            ? context_.match_role(RuleSet::kAssignment, after, "duty", match) != nullptr
            : has_duty(after) || acts(after);
    if (!gives) continue;
    found.subject = {std::move(list.agencies), rest.begin, list.end, true};
    found.gives = found.inside = true;
    return;
  }
}

// "Sở A …; Sở B …": a clause that begins with other names is their task.
std::size_t AssignmentReader::later_clauses(std::uint32_t index, Range rest) {
  std::size_t made = 0;
  const std::string_view flow = context_.flow.text().substr(0, rest.end);
  for (std::size_t mark = flow.find(';', rest.begin); mark != std::string_view::npos;
       mark = flow.find(';', mark + 1)) {
    const std::size_t next = std::min(flow.find(';', mark + 1), flow.size());
    const Range clause = context_.flow.trimmed(
        {static_cast<std::uint32_t>(mark) + 1, static_cast<std::uint32_t>(next)});
    Subject subject = subject_of(clause);
    const Range after = context_.flow.trimmed({subject.end, clause.end});
    if (subject.agencies.empty() || !(has_duty(after) || acts(after))) continue;
    const Range names{subject.begin, subject.end};
    assignment(index, clause, std::move(subject.agencies), names);
    ++made;
  }
  return made;
}

// One per lowest numbered or bulleted node of a section of tasks.
bool AssignmentReader::measure_node(std::uint32_t index) const {
  const Node& n = context_.node(index);
  if (n.scheme == Scheme::kNone || assigned_[index] || n.parent == kNoNode) return false;
  if (context_.outline.ancestor_with(n.parent, "tasks") == kNoNode) return false;
  return std::all_of(n.children.begin(), n.children.end(), [&](std::uint32_t child) {
    return context_.node(child).scheme == Scheme::kNone;
  });
}

void AssignmentReader::measure(std::uint32_t index) {
  const Node& n = context_.node(index);
  Task task = start_task(context_, index, TaskOrigin::kMeasure);
  std::string content(context_.text(n.whole()));
  for (const std::uint32_t child : n.children) {
    content += "\n";
    content += context_.text(context_.node(child).whole());
    const Range range = context_.range_of(context_.node(child));
    context_.claim(range);
    add_place(task.at, context_.at(range));
  }
  task.content = context_.keep(content);
  task.deadline = deadlines_.in_text(n.whole());
  context_.document.tasks.push_back(std::move(task));
}

}  // namespace scp
