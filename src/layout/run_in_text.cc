#include "layout/run_in_text.h"

#include <algorithm>
#include <utility>

namespace scp::run_in {
namespace {

constexpr std::size_t kEnoughMarks = 4;       // marks that begin lines, before a line is cut up
constexpr std::uint32_t kMostBefore = 65536;  // bytes before the first mark
constexpr std::size_t kHeadingBytes = 240;
constexpr std::uint32_t kSeenBefore = 300;   // bytes of a line that are looked at from its end
constexpr std::uint32_t kSeenBehind = 600;   // bytes that are looked at from where a line may begin
constexpr std::uint32_t kLongestForm = 160;  // bytes of a line of a header
constexpr std::uint32_t kLongestEnacting = 40;  // bytes
constexpr std::size_t kHeader = 1500;           // bytes from the beginning that may hold a header

}  // namespace

bool RunInText::read() {
  std::uint32_t at = opening();
  for (at = next_word(at); at < range_.end; at = next_word(at)) {
    if (at < done_) continue;
    if (marks_ == 0 && at - range_.begin > kMostBefore) return false;
    if (const std::optional<Mark> mark = mark_at(at); mark && begins_line(*mark, at)) {
      take(*mark, at);
    } else if (is_upper(decode(content_, at).value)) {
      read_form(at);
    }
  }
  return marks_ >= kEnoughMarks;
}

bool RunInText::read_title() {
  opening();
  return of_kind_;
}

std::string_view RunInText::text(std::uint32_t begin, std::uint32_t end) const {
  return content_.substr(begin, end - begin);
}

std::uint32_t RunInText::next_word(std::uint32_t at) const {
  const std::size_t blank = content_.substr(0, range_.end).find(' ', at);
  if (blank == std::string_view::npos) return range_.end;
  const std::size_t word = content_.substr(0, range_.end).find_first_not_of(' ', blank);
  return word == std::string_view::npos ? range_.end : static_cast<std::uint32_t>(word);
}

void RunInText::cut(std::uint32_t at) {
  if (at <= line_begin_ || at >= range_.end) return;
  cuts_.push_back(at);
  line_begin_ = at;
  numbered_ = false;
}

std::string_view RunInText::before(std::uint32_t at) const {
  while (at > line_begin_ && content_[at - 1] == ' ') --at;
  const std::string_view line = text(line_begin_, at);
  return line.size() <= kSeenBefore ? line : line.substr(line.size() - kSeenBefore);
}

void RunInText::look(std::uint32_t at) {
  for (; looked_ < at; looked_ += decode(content_, looked_).length) {
    const char32_t c = decode(content_, looked_).value;
    if (is_lower(c)) behind_small_ = looked_ + 1;
    if (is_letter(c)) behind_letters_ = {looked_ + 1, behind_letters_[0]};
  }
}

bool RunInText::is_after_capitals(std::uint32_t at) {
  look(at);
  const std::uint32_t from = std::max(line_begin_, at - std::min(at, kSeenBefore));
  return behind_small_ <= from && behind_letters_[1] > from;
}

bool RunInText::is_after_words(std::uint32_t at) {
  look(at);
  return behind_letters_[0] > text_begin_;
}

std::optional<Mark> RunInText::mark_at(std::uint32_t at) const {
  const std::string_view subject = content_.substr(0, range_.end);
  Mark mark;
  const auto end = static_cast<std::uint32_t>(scan::enumerator(subject, at));
  if (end != at) {
    if (end >= range_.end || content_[end] != ' ') return std::nullopt;
    mark.end = end;
    return counted(mark, at);
  }
  RuleMatch match;
  const Range rest{at, std::min(range_.end, at + kLongestForm)};
  const Rule* word = first_match(grammar_, RuleSet::kEnumerator, content_, rest, match);
  // "NHIỆM VỤ 1." may be a heading that ends, and a number.
  if (word == nullptr || word->value(Field::kScheme) == "clause") return std::nullopt;
  mark.scheme = Scheme::kWord;
  mark.end = static_cast<std::uint32_t>(match.end);
  return mark;
}

std::optional<Mark> RunInText::counted(Mark mark, std::uint32_t at) const {
  std::uint32_t begin = at;
  if (content_[begin] == '(') ++begin;
  const CodePoint first = decode(content_, begin);
  const std::string_view body = text(begin, mark.end);
  const std::string_view letters = body.substr(0, body.find_first_of(".)/-"));
  if (is_digit(first.value)) {
    std::size_t digits = 0;
    while (digits < body.size() && is_digit(decode(body, digits).value)) {
      mark.value = mark.value * 10 + static_cast<std::uint32_t>(body[digits] - '0');
      if (++digits > 2) return std::nullopt;
    }
    const bool more = body.find_first_of("0123456789", digits) != std::string_view::npos;
    mark.scheme = more ? Scheme::kSeveral : Scheme::kNumber;
    return mark;
  }
  if (!is_letter(first.value)) {
    mark.scheme = Scheme::kBullet;
    return mark;
  }
  if (is_upper(first.value) && roman_value(letters) != 0) {
    mark.scheme = Scheme::kRoman;
    mark.value = roman_value(letters);
    return mark;
  }
  if (letters.size() != first.length) return std::nullopt;
  constexpr char32_t kDWithStroke = 0x111;
  const char32_t letter = lower(first.value);
  if (letter != kDWithStroke && (letter < 'a' || letter > 'z')) return std::nullopt;
  mark.scheme = is_upper(first.value) ? Scheme::kCapital : Scheme::kSmall;
  mark.value = letter == kDWithStroke ? ('d' - 'a') * 2 + 2
                                      : static_cast<std::uint32_t>(letter - 'a') * 2 + 1;
  return mark;
}

bool RunInText::counts_on(const Mark& mark) const {
  const std::uint32_t last = last_[static_cast<std::size_t>(mark.scheme)];
  if (mark.scheme == Scheme::kSmall || mark.scheme == Scheme::kCapital) {
    constexpr std::uint32_t kFar = 4;
    return mark.value == 1 || (last != 0 && mark.value > last && mark.value - last <= kFar);
  }
  return mark.value == 1 || (last != 0 && mark.value == last + 1);
}

bool RunInText::begins_line(const Mark& mark, std::uint32_t at) {
  const std::string_view line = before(at);
  if (line.empty()) return true;
  if (!is_after_words(at)) return false;
  const bool stop = is_one_of(line.back(), ".;:!?") || line.ends_with("\xE2\x80\x9D");
  if (mark.scheme == Scheme::kBullet) {
    return is_one_of(line.back(), ".;:") || heads_list(line, mark, at);
  }
  const std::uint32_t next = next_word(mark.end);
  const CodePoint c = decode(content_, std::min(next, range_.end - 1));
  const bool capital = next < range_.end && (is_upper(c.value) || !is_letter(c.value));
  if (mark.scheme == Scheme::kWord) {
    return is_upper(decode(content_, at).value) && (stop || is_after_capitals(at));
  }
  if (mark.scheme == Scheme::kSeveral) return capital && (stop || is_heading(line, at));
  if (!counts_on(mark)) return false;
  if (mark.scheme == Scheme::kSmall) return stop || is_heading(line, at);
  if (mark.scheme == Scheme::kCapital) return capital && (stop || is_after_capitals(at));
  return capital && (stop || is_heading(line, at));
}

bool RunInText::heads_list(std::string_view line, const Mark& mark, std::uint32_t at) {
  constexpr std::size_t kFar = 3000;  // bytes to the next item
  if (!numbered_ || !is_heading(line, at)) return false;
  const std::uint32_t next = next_word(mark.end);
  if (next >= range_.end || !is_upper(decode(content_, next).value)) return false;
  const std::string_view bullet = text(at, mark.end);
  const std::string_view rest = content_.substr(0, range_.end).substr(next, kFar);
  bool again = false;
  for (std::size_t i = rest.find(bullet); i < rest.size() && !again; i = rest.find(bullet, i + 1)) {
    again = i > 2 && rest[i - 1] == ' ' && is_one_of(rest[i - 2], ".;") &&
            i + bullet.size() < rest.size() && rest[i + bullet.size()] == ' ';
  }
  return again && !is_inside_name(at);
}

bool RunInText::is_inside_name(std::uint32_t at) const {
  constexpr std::size_t kLongestName = 200;  // bytes
  const std::uint32_t from = line_begin_;
  const std::string_view line =
      content_.substr(0, range_.end).substr(from, at - from + kLongestName);
  std::vector<Word> words;
  split_words(grammar_, line, words);
  for (std::size_t i = 0; i < words.size() && from + words[i].begin < at; ++i) {
    LexiconMatch name;
    if (grammar_.lexicon(LexiconId::kAgencies).longest_at(words, i, name) &&
        from + words[name.end_word - 1].end > at) {
      return true;
    }
  }
  return false;
}

bool RunInText::is_heading(std::string_view line, std::uint32_t at) {
  if (line.size() > kHeadingBytes) return false;
  return is_after_capitals(at) || (numbered_ && line.find_first_of(";:") == std::string_view::npos);
}

void RunInText::take(const Mark& mark, std::uint32_t at) {
  cut(at);
  numbered_ = mark.scheme != Scheme::kBullet;
  text_begin_ = mark.end;
  last_[static_cast<std::size_t>(mark.scheme)] = mark.value;
  if (mark.scheme != Scheme::kBullet) ++marks_;
  done_ = mark.end;
  if (mark.scheme == Scheme::kNumber || mark.scheme == Scheme::kSmall) return;
  const std::uint32_t end = capitals_end(next_word(mark.end));
  if (end > mark.end) {
    cut(end);
    done_ = end;
  }
}

std::uint32_t RunInText::capitals_end(std::uint32_t from, std::uint32_t fewest_bytes,
                                      std::uint32_t most_bytes) const {
  std::uint32_t end = from;
  while (end < range_.end && next_word(end) - from < most_bytes && has_no_small_letter(end)) {
    if (end > from && mark_at(end) && !is_one_of(content_[end], "-")) break;
    end = next_word(end);
  }
  return end > from && all_capitals(text(from, end)) && end - from >= fewest_bytes ? end : 0;
}

bool RunInText::has_no_small_letter(std::uint32_t word) const {
  const std::uint32_t end = static_cast<std::uint32_t>(
      std::min<std::size_t>(content_.substr(0, range_.end).find(' ', word), range_.end));
  for (std::uint32_t at = word; at < end;) {
    const CodePoint c = decode(content_, at);
    if (is_lower(c.value)) return false;
    at += c.length;
  }
  return true;
}

std::uint32_t RunInText::opening() {
  if (const std::optional<Mark> mark = mark_at(range_.begin)) {
    take(*mark, range_.begin);
    return range_.begin;
  }
  const std::uint32_t end = capitals_end(range_.begin);
  if (end == 0) return range_.begin;
  RuleMatch match;
  if (alone_form(range_.begin, forms_at(range_.begin), match) != 0)
    return read_form(range_.begin), done_;
  std::vector<Word> words;
  split_words(grammar_, text(range_.begin, end), words);
  LexiconMatch kind;
  if (grammar_.lexicon(LexiconId::kDocumentKinds).longest_at(words, 0, kind)) {
    of_kind_ = true;
    if (kind.end_word < words.size()) cut(range_.begin + words[kind.end_word].begin);
  }
  cut_before_authority(words, end);
  cut(end);
  return line_begin_;
}

void RunInText::cut_before_authority(const std::vector<Word>& words, std::uint32_t end) {
  constexpr std::size_t kLongestAuthority = 120;  // bytes
  RuleMatch match;
  const bool basis = end < range_.end && basis_at(end, match) != nullptr;
  for (const LexiconId names : {LexiconId::kAgencyHeads, LexiconId::kAgencies}) {
    for (std::size_t i = words.size(); i-- > 1;) {
      const std::uint32_t at = range_.begin + words[i].begin;
      if (end - at > kLongestAuthority) break;
      LexiconMatch name;
      if (!grammar_.lexicon(names).longest_at(words, i, name)) continue;
      const bool ends = name.end_word == words.size();
      if (basis || (ends && wanted_after(grammar_, before(at)) == Wanted::kNothing)) {
        return cut(at);
      }
    }
  }
}

Range RunInText::behind(std::uint32_t at) const {
  std::uint32_t end = std::min(range_.end, at + kSeenBehind);
  while (end < range_.end && is_trail(content_[end])) --end;
  return {at, end};
}

const Rule* RunInText::basis_at(std::uint32_t at, RuleMatch& match) const {
  const Rule* form = first_match(grammar_, RuleSet::kLine, content_, behind(at), match);
  if (form == nullptr) return nullptr;
  const std::string_view role = form->value(Field::kRole);
  return role == "legal-basis" || role == "proposal" || role == "implements" ? form : nullptr;
}

RunInText::Forms RunInText::forms_at(std::uint32_t at) const {
  Candidates candidates;
  grammar_.candidates(RuleSet::kLine, content_.substr(0, range_.end), at, candidates);
  Forms forms;
  for (const Rule* rule : candidates) {
    const std::string_view role = rule->value(Field::kRole);
    const bool alone = rule->value(Field::kScheme) == kAloneScheme;
    forms.enacting |= role == "enacting";
    forms.signature |= role == "signature";
    forms.header |= alone && at - range_.begin < kHeader;
    forms.other |= is_basis(role) || is_list(role);
  }
  return forms;
}

bool RunInText::is_basis(std::string_view role) {
  return role == "legal-basis" || role == "proposal";
}

bool RunInText::is_list(std::string_view role) {
  return role == "recipients" || role == "addressee" || role == "attachment";
}

void RunInText::read_form(std::uint32_t at) {
  const Forms forms = forms_at(at);
  RuleMatch match;
  if (const std::uint32_t end = alone_form(at, forms, match); end != 0) {
    cut(at);
    done_ = end;
    if (const std::uint32_t next = next_word(end - 1); next < range_.end) cut(next);
    return;
  }
  if (!forms.signature && !forms.other) return;
  const std::string_view line = before(at);
  const bool after_capitals = is_after_capitals(at);
  if (!line.empty() && !after_capitals && !is_one_of(line.back(), ".;,:")) return;
  if (forms.signature && read_signature(at)) return;
  if (!forms.other) return;
  const Rule* form = first_match(grammar_, RuleSet::kLine, content_, behind(at), match);
  if (form == nullptr) return;
  const std::string_view role = form->value(Field::kRole);
  const bool basis = is_basis(role);
  if (basis && !line.empty() && !after_capitals && !is_one_of(line.back(), ";,") && !in_bases_) {
    return;
  }
  if (!basis && !is_list(role)) return;
  cut(at);
  in_bases_ = basis;
  if (basis) ++marks_;
  done_ = static_cast<std::uint32_t>(std::min<std::size_t>(match.end, range_.end));
}

bool RunInText::read_signature(std::uint32_t at) {
  constexpr std::uint32_t kLongestName = 80;  // bytes
  std::uint32_t end = capitals_end(at, 1, 160);
  if (end > at + 2 && text(at, end).ends_with("( ")) end -= 2;  // "( Đã ký)" follows
  if (end == 0 || !is_signature(at, end)) return false;
  const bool last = range_.end - end <= kLongestName;
  if (!last && content_[next_word(at) - 2] != '.') return false;
  cut(at);
  std::size_t words = 1;  // since the last cut
  bool short_form = content_[next_word(at) - 2] == '.';
  for (std::uint32_t word = next_word(at); word < end; word = next_word(word)) {
    if (words > 1 && !short_form && is_signature(word, end)) {
      cut(word);
      words = 0;
    }
    ++words;
    short_form = content_[next_word(word) - 2] == '.';
  }
  cut(end);
  cut(behind_remark(end));
  done_ = end;
  return true;
}

std::uint32_t RunInText::behind_remark(std::uint32_t at) const {
  constexpr std::uint32_t kLongest = 30;  // bytes
  if (at >= range_.end || content_[at] != '(') return at;
  const std::size_t close = text(at, std::min(range_.end, at + kLongest)).find(')');
  return close == std::string_view::npos ? at : next_word(at + static_cast<std::uint32_t>(close));
}

bool RunInText::is_signature(std::uint32_t begin, std::uint32_t end) const {
  while (end > begin && content_[end - 1] == ' ') --end;
  const Rule* form = line_form(grammar_, content_, {begin, end});
  return form != nullptr && form->value(Field::kRole) == "signature";
}

std::uint32_t RunInText::alone_form(std::uint32_t at, const Forms& forms, RuleMatch& match) const {
  if (!forms.header && !forms.enacting) return 0;
  const std::uint32_t most_bytes = forms.header ? kLongestForm : kLongestEnacting;
  std::uint32_t longest = 0;
  for (std::uint32_t end = at; end < range_.end && end - at < most_bytes;) {
    if (!forms.header && !has_no_small_letter(end)) break;
    const std::size_t blank = content_.substr(0, range_.end).find(' ', end);
    end = static_cast<std::uint32_t>(std::min<std::size_t>(blank, range_.end));
    const Rule* form = first_match(grammar_, RuleSet::kLine, content_, {at, end}, match, true);
    if (form != nullptr && form->value(Field::kScheme) == kAloneScheme) {
      const bool enacting = form->value(Field::kRole) == "enacting";
      if (enacting ? all_capitals(text(at, end)) : forms.header) longest = end;
    }
    ++end;
  }
  return longest;
}

}  // namespace scp::run_in
