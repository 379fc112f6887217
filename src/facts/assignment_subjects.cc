// Whom a sentence tells to do something.
#include <algorithm>

#include "facts/assignments.h"
#include "text/utf8.h"

namespace scp {

AssignmentReader::Subject AssignmentReader::subject_of(Range sentence) {
  Subject subject;
  sentence = context_.flow.trimmed(sentence);
  sentence = context_.after_orders(sentence, subject.ordered);
  AgencyList list = agencies_.leading(sentence);
  AgencyList provinces = agencies_.leading_provinces(sentence);
  if (provinces.end > list.end && !provinces.empty()) list = std::move(provinces);
  // "Chủ tịch Ủy ban nhân dân tỉnh giao Sở A …": who gives the order is not who carries it out.
  const Range told = context_.flow.trimmed({list.end, sentence.end});
  // "Bộ Xây dựng chỉ đạo Sở Xây dựng …" is a task of the one who is to direct.
  RuleMatch match;
  const Rule* order =
      list.empty() ? nullptr : context_.match_role(RuleSet::kAssignment, told, "order", match);
  if (order != nullptr && order->value(Field::kKind) != "directs") {
    AgencyList others = agencies_.leading({match.end, told.end});
    if (!others.empty()) {
      sentence.begin = match.end;
      subject.by = std::move(list.agencies);
      list = std::move(others);
      subject.ordered = true;
    }
  }
  subject.agencies = std::move(list.agencies);
  subject.begin = sentence.begin;
  subject.end = list.end;
  return subject;
}

// "Cục Thuế giãn, hoãn nộp thuế", where work is shared out: a body at the beginning, or a list that
// begins with one, and a word in small letters that is no part of its name.
bool AssignmentReader::works(const Subject& subject, Range sentence) const {
  LexiconMatch match;
  bool ordered = false;
  const Range after = context_.flow.trimmed({subject.end, sentence.end});
  const bool begins = context_.after_orders(sentence, ordered).begin == subject.begin;
  const std::span<const Word> words = context_.layout.words_in(after);
  if (words.empty() || words[0].connector || words[0].begin != after.begin) return false;
  return begins && subject.agencies.front().kind == AgencyKind::kNamed && after.size() > 1 &&
         context_.flow.text()[after.begin - 1] == ' ' &&
         is_lower(decode(context_.flow.text(), after.begin).value) &&
         !context_.grammar.lexicon(LexiconId::kNoActs).longest_at(words, 0, match);
}

// Where the groups end that a list begins with: "các Bộ, cơ quan liên quan, Bộ Tài chính". A list
// that begins with a name, or has nothing else, tells not where others begin.
std::uint32_t AssignmentReader::end_of_groups(std::uint32_t begin, const AgencyList& list) const {
  std::uint32_t end = begin;
  for (const AgencyRef& agency : list.agencies) {
    if (agency.kind != AgencyKind::kCollective) return end;
    const std::size_t at = context_.flow.text().find(agency.text, end);
    if (at == std::string_view::npos || at >= list.end) break;
    end = static_cast<std::uint32_t>(at + agency.text.size());
  }
  return begin;
}

// "Căn cứ Kế hoạch này, các sở, ban, ngành xây dựng …": those named after a clause of grounds,
// where they are told to do something.
AssignmentReader::Subject AssignmentReader::subject_after_grounds(Range sentence) {
  constexpr std::size_t kFar = 400;  // bytes
  RuleMatch match;
  sentence = context_.flow.trimmed(sentence);
  // A time may stand there as well: "Trước ngày 31/12/2025, Sở A …".
  const Rule* rule = context_.match_role(RuleSet::kAssignment, sentence, "circumstance", match);
  const bool grounds = rule != nullptr;
  const std::string_view text = context_.text(sentence).substr(0, kFar);
  if (!grounds && context_.match_role(RuleSet::kDeadline, sentence, "due", match) == nullptr &&
      !deadlines_.opening_time(sentence).has_value()) {
    return {};
  }
  const std::size_t clause = std::min(text.find_first_of(";:"), text.size());
  // "Trên cơ sở đề nghị của các Bộ, cơ quan liên quan, Bộ A …": the last of them is told.
  std::uint32_t of = sentence.begin;
  const auto first = static_cast<std::uint32_t>(std::min(text.find(','), text.size()));
  const Range before{sentence.begin, sentence.begin + first};
  if (grounds && context_.search(RuleSet::kAssignment, before, match, "of-bodies") != nullptr) {
    of = end_of_groups(match.end, agencies_.leading({match.end, sentence.end}));
  }
  for (std::size_t comma = text.find(','); comma < clause; comma = text.find(',', comma + 1)) {
    const auto after_comma = static_cast<std::uint32_t>(comma) + 1;
    const std::size_t next = text.find(',', comma + 1);
    if (next < clause && sentence.begin + next <= of) continue;
    Subject subject = subject_of({sentence.begin + after_comma, sentence.end});
    if (subject.agencies.empty()) continue;
    subject.in_course = grounds && rule->value(Field::kKind) == "course";
    const Range after = context_.flow.trimmed({subject.end, sentence.end});
    if (subject.ordered || has_duty(after) || acts(after)) return subject;
    if (!grounds) return {};
  }
  return {};
}

// Past "(1)", with which a clause may begin.
Range AssignmentReader::after_number(Range clause) const {
  const std::string_view text = context_.text(clause);
  if (!text.starts_with('(')) return clause;
  const std::size_t end = text.find_first_not_of("0123456789", 1);
  if (end == std::string_view::npos || end == 1 || text[end] != ')') return clause;
  return context_.flow.trimmed({clause.begin + static_cast<std::uint32_t>(end) + 1, clause.end});
}

// "Đối với hồ sơ đất đai: Sở A chủ trì, phối hợp với Sở B lập …", "… các việc: (1) Sở A lập …". In
// what somebody is told to do any title may stand before the colon.
AssignmentReader::Subject AssignmentReader::subject_behind_colon(Range sentence, bool told,
                                                                 bool orders) {
  constexpr std::size_t kFar = 800;  // bytes
  const std::size_t colon = context_.text(sentence).substr(0, kFar).find(':');
  if (colon == std::string_view::npos) return {};
  RuleMatch match;
  const Range behind{sentence.begin + static_cast<std::uint32_t>(colon) + 1, sentence.end};
  const Range item = after_number(context_.flow.trimmed(behind));
  const bool listed = item.begin > context_.flow.trimmed(behind).begin;
  const bool topic = context_.match_role(RuleSet::kAssignment, context_.flow.trimmed(sentence),
                                         "topic", match) != nullptr;
  if (!listed && !told && !topic) return {};
  Subject subject = subject_of(item);
  // "Về kho dự trữ: với vai trò là chủ đầu tư, Tập đoàn A chủ động …"
  if (subject.agencies.empty() && topic && orders) subject = subject_after_grounds(item);
  // A title may be followed by anything; only bodies with a name, or in a numbered clause, told
  // at once what they do; where nothing but orders is given, groups are as well.
  const bool named = std::all_of(subject.agencies.begin(), subject.agencies.end(),
                                 [](const AgencyRef& a) { return a.kind == AgencyKind::kNamed; });
  if (subject.agencies.empty() || !(named || listed || orders)) return {};
  const Range after = context_.flow.trimmed({subject.end, sentence.end});
  const bool gives = subject.ordered || ((listed || told || topic) && acts(after)) ||
                     context_.match_role(RuleSet::kAssignment, after, "duty", match) != nullptr;
  return gives ? subject : Subject{};
}

// Where a word begins that says what somebody does; the end where none does.
std::uint32_t AssignmentReader::work_begin(Range range) const {
  constexpr std::size_t kLongestName = 16;  // words
  const std::span<const Word> words = context_.layout.words_in(range);
  for (std::size_t i = 0; i < std::min(words.size(), kLongestName); ++i) {
    const bool apart = i > 0 && words[i - 1].connector;
    // "Thành viên Ban Chỉ đạo …": a part of a name.
    if (i > 0 && is_upper(decode(context_.flow.text(), words[i].begin).value)) continue;
    const Range rest{words[i].begin, range.end};
    RuleMatch opening;  // "… định kỳ hằng năm rà soát"
    const bool begins = !words[i].connector && !apart &&
                        (acts(rest) || (i > 0 && context_.match_role(RuleSet::kAssignment, rest,
                                                                     "opening", opening)));
    if (begins) return words[i].begin;
  }
  return range.end;
}

// "Cơ quan tiếp nhận kê khai giá có trách nhiệm …": somebody whom no list knows, right before the
// duty.
AssignmentReader::Subject AssignmentReader::unlisted_subject(Range sentence) {
  constexpr std::size_t kFar = 400;  // bytes
  Subject subject;
  RuleMatch match;
  // "Đối với các cơ sở …, Sở A …" tells of them.
  const bool topic = context_.match_role(RuleSet::kAssignment, context_.flow.trimmed(sentence),
                                         "topic", match) != nullptr;
  sentence = context_.after_orders(sentence, subject.ordered);
  const Range described = agencies_.describes(sentence);
  if (topic || described.empty()) return {};
  const std::string_view text = context_.text(sentence).substr(0, kFar);
  const std::size_t clause = std::min(text.find_first_of(";.:("), text.size());
  const Range said{sentence.begin, sentence.begin + static_cast<std::uint32_t>(clause)};
  std::uint32_t end = said.end;
  if (context_.search(RuleSet::kAssignment, said, match, "duty") != nullptr) {
    end = match.begin;
  } else {
    end = work_begin({described.end, said.end});
    if (end == said.end) return {};
  }
  const Range names = context_.flow.trimmed({sentence.begin, end});
  if (names.end <= described.end) return {};  // "Cơ quan chủ trì: …" is a label
  if (context_.search(RuleSet::kAssignment, names, match, "inner-order") != nullptr) return {};
  subject.agencies = agencies_.whole_or_one(names);
  subject.begin = names.begin;
  subject.end = names.end;
  return subject;
}

// "Chỉ đạo Sở A …" below a heading, or in a list of what others are to do.
bool AssignmentReader::begins_by_directing(Range text) const {
  RuleMatch match;
  const Rule* rule = context_.match_role(RuleSet::kAssignment, text, "order", match);
  return rule != nullptr && rule->value(Field::kKind) == "directs";
}

// "Về kho dự trữ: …": words with a colon that say what an item is about.
bool AssignmentReader::begins_with_title(Range text) const {
  constexpr std::size_t kLongest = 800;  // bytes
  const std::string_view begin = context_.text(text).substr(0, kLongest);
  const std::size_t colon = begin.find(':');
  return colon != begin.npos && begin.find_first_of(".;") > colon;
}

// Those who are to direct others, where an item says no more than whom they direct.
const std::vector<AgencyRef>* AssignmentReader::superiors(std::uint32_t index,
                                                          const Announced& told) const {
  const Node& n = context_.node(index);
  if (!begins_by_directing(n.text)) return nullptr;
  const auto leads = leads_of_.find(n.parent);
  return leads != leads_of_.end() ? &leads->second : told.agencies;
}

// "Trong thời gian qua, nước ta đã tiến hành …": what was done, not what is to be done.
bool AssignmentReader::narrates(Range sentence) const {
  constexpr std::uint32_t kFar = 120;  // bytes
  RuleMatch match;
  const Range begin{sentence.begin, std::min(sentence.end, sentence.begin + kFar)};
  return !acts(context_.flow.trimmed(sentence)) &&
         context_.search(RuleSet::kAssignment, begin, match, "past") != nullptr;
}

}  // namespace scp
