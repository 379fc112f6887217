#include "layout/title_lines.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"

namespace scp {
namespace {

constexpr std::size_t kHalfLine = 30;  // bytes
constexpr std::size_t kFullLine = 45;  // bytes

std::string_view text_of(std::string_view content, const Line& line) {
  return content.substr(line.range.begin, line.range.size());
}

bool ends_with_one_of(std::string_view text, std::string_view marks) {
  return !text.empty() && marks.find(text.back()) != std::string_view::npos;
}

// Whether a rule of the role matches where the line begins.
bool begins_with(std::string_view content, const Grammar& grammar, RuleSet set, const Line& line,
                 std::string_view role) {
  const std::string_view subject = content.substr(0, line.range.end);
  Candidates candidates;
  RuleMatch match;
  grammar.candidates(set, subject, line.range.begin, candidates);
  for (const Rule* rule : candidates) {
    if (rule->value(Field::kRole) == role &&
        rule->match_at(subject, line.range.begin, match) == MatchResult::kYes)
      return true;
  }
  return false;
}

constexpr std::size_t kNear = 40;  // bytes of a text that are looked at beside its end

// The end of a text, from the beginning of a word.
std::string_view tail_of(std::string_view text) {
  std::size_t from = text.size() - std::min(text.size(), kNear);
  if (from > 0) from = std::min(text.find(' ', from), text.size());
  return text.substr(from);
}

// Whether one name of a lexicon begins in the text above and ends in the one below, which does not
// begin with a longer name of its own.
bool spans(const Grammar& grammar, LexiconId lexicon, std::string_view above,
           std::string_view below) {
  std::string joined(tail_of(above));
  const std::size_t cut = joined.size();
  joined.append(" ").append(below.substr(0, below.find(' ', kNear)));
  std::vector<Word> words;
  split_words(grammar, joined, words);
  const auto next =
      std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.begin > cut; });
  const auto first = static_cast<std::size_t>(next - words.begin());
  LexiconMatch name;
  LexiconMatch own;
  const bool named = first < words.size() && grammar.lexicon(lexicon).longest_at(words, first, own);
  for (std::size_t i = 0; i < first; ++i) {
    const bool found = grammar.lexicon(lexicon).longest_at(words, i, name) && name.end_word > first;
    const bool whole = found && (!named || name.end_word >= own.end_word);
    const char32_t letter = decode(joined, words[i].begin).value;
    if (whole && (!named || is_upper(letter))) return true;
  }
  return false;
}

std::size_t dash_size(std::string_view text) {
  constexpr std::string_view kEnDash = "\xE2\x80\x93";
  if (text.starts_with('-')) return 1;
  return text.starts_with(kEnDash) ? kEnDash.size() : 0;
}

// The figures of a number at the beginning, its points left out.
std::string figures(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      result += c;
    else if (c != '.')
      break;
  }
  return result;
}

// "giai đoạn 2021" and "2025", "giảm 05" and "08%": the two ends of a range.
bool range_goes_on(const Grammar& grammar, std::string_view above, std::string_view rest) {
  constexpr std::size_t kYear = 4;  // figures
  const std::string_view tail = tail_of(above);
  const std::size_t blank = tail.rfind(' ');
  if (blank == tail.npos || !is_digit(decode(tail, blank + 1).value)) return false;
  const std::string_view last = tail.substr(blank + 1);
  const std::string low = figures(last);
  const std::string high = figures(rest);
  if (last.find_first_not_of("0123456789.") != last.npos || low.size() > high.size() ||
      (low.size() == high.size() && low >= high))
    return false;
  const auto is_year = [](const std::string& n) {
    return n.size() == kYear && (n.starts_with("19") || n.starts_with("20"));
  };
  if (is_year(low) || is_year(high)) return is_year(low) && is_year(high);
  std::vector<Word> words;
  split_words(grammar, tail.substr(0, blank), words);
  LexiconMatch match;
  for (std::size_t i = words.size(); i-- > 0 && i + 3 > words.size();) {
    const bool leads = grammar.lexicon(LexiconId::kBounds).longest_at(words, i, match) ||
                       grammar.lexicon(LexiconId::kDirections).longest_at(words, i, match);
    if (leads && match.end_word == words.size()) return true;
  }
  return false;
}

// "PHỤ LỤC I": what stands below its title may be a list.
bool heads_appendix(std::string_view content, const Grammar& grammar, const Line& line) {
  std::vector<Word> words;
  split_words(grammar, text_of(content, line), words);
  LexiconMatch kind;
  return !words.empty() && grammar.lexicon(LexiconId::kDocumentKinds).longest_at(words, 0, kind) &&
         kind.entry.value(Field::kIdPrefix).data() != nullptr;
}

// "1. Công ty Điện lực" and "Nam Định …": a body without its place, which begins the line below.
bool place_over_lines(std::string_view content, const Grammar& grammar, const Line& last,
                      const Line& next) {
  constexpr std::size_t kLongest = 60;  // bytes
  const std::string_view above = text_of(content, last);
  if (above.size() > kLongest || last.capitals || next.capitals || last.tabbed() || next.tabbed())
    return false;
  std::vector<Word> words;
  LexiconMatch match;
  split_words(grammar, text_of(content, next).substr(0, kLongest), words);
  if (words.empty() || !grammar.lexicon(LexiconId::kProvinces).longest_at(words, 0, match))
    return false;
  words.clear();
  split_words(grammar, above, words);
  const auto ends = [&](std::size_t i) {
    return (stem_at(grammar, words, i, match) ||
            grammar.lexicon(LexiconId::kAgencies).longest_at(words, i, match)) &&
           match.end_word == words.size();
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_upper(decode(above, words[i].begin).value) && ends(i)) return true;
  }
  return false;
}

// "6. Văn phòng" and "Ban Chỉ đạo quốc gia": nothing but the first word of a name above the body
// that it is of.
bool stem_over_body(std::string_view content, const Grammar& grammar, const Line& last,
                    const Line& next) {
  constexpr std::size_t kLongest = 80;  // bytes
  const std::string_view below = text_of(content, next);
  if (!last.enumerated || last.range.size() > kLongest || below.size() > kLongest ||
      last.capitals || next.capitals || next.enumerated || last.tabbed() || next.tabbed() ||
      ends_with_one_of(below, ".;:,"))
    return false;
  const std::string_view above = text_of(content, last);
  const std::size_t blank = above.find(' ');
  std::vector<Word> words;
  LexiconMatch match;
  if (blank != std::string_view::npos) split_words(grammar, above.substr(blank + 1), words);
  if (words.empty() || !stem_at(grammar, words, 0, match) || match.end_word != words.size())
    return false;
  words.clear();
  split_words(grammar, below, words);
  return !words.empty() && is_upper(decode(below, words[0].begin).value) &&
         (stem_at(grammar, words, 0, match) ||
          grammar.lexicon(LexiconId::kAgencies).longest_at(words, 0, match)) &&
         match.end_word > 1;
}

// A line that begins with a capital below one that needs nothing behind it.
bool begins_anew(std::string_view content, const Grammar& grammar, const Line& last,
                 const Line& next) {
  const std::string_view above = text_of(content, last);
  const std::string_view below = text_of(content, next);
  return is_upper(decode(below, 0).value) && !ends_with_one_of(above, ",") &&
         wanted_after(grammar, above) == Wanted::kNothing &&
         !spans(grammar, LexiconId::kAgencies, above, below);
}

}  // namespace

bool somebody_speaks(const Grammar& grammar, std::string_view text) {
  if (!text.ends_with(':')) return false;
  std::vector<Word> words;
  split_words(grammar, text, words);
  LexiconMatch match;
  const bool named = grammar.lexicon(LexiconId::kAgencies).longest_at(words, 0, match) ||
                     grammar.lexicon(LexiconId::kAgencyHeads).longest_at(words, 0, match);
  return named && all_capitals(text.substr(0, words[match.end_word - 1].end)) &&
         !all_capitals(text);
}

std::size_t title_lines_end(std::string_view content, const Grammar& grammar,
                            const std::vector<Line>& lines, std::size_t at) {
  constexpr std::size_t kMostLines = 5;
  constexpr std::size_t kLongestLine = 120;  // bytes
  const Line& first = lines[at];
  const bool subject = first.form != nullptr && first.form->value(Field::kRole) == "subject";
  const bool below_kind = at > 0 && lines[at - 1].kind_line && !first.gap_before &&
                          first.form == nullptr && !first.enumerated && !first.capitals;
  if (!subject && !below_kind) return at;
  const bool appendix = below_kind && heads_appendix(content, grammar, lines[at - 1]);
  std::size_t end = at + 1;
  for (; end < lines.size() && end < at + kMostLines; ++end) {
    const Line& line = lines[end];
    if (line.gap_before || line.form != nullptr || line.tabbed() || line.rule || line.kind_line ||
        line.capitals != first.capitals)
      break;
    if (appendix && begins_anew(content, grammar, lines[end - 1], line)) break;
    const std::string_view text = text_of(content, line);
    const bool fits = !line.enumerated && text.size() <= kLongestLine &&
                      !ends_with_one_of(text_of(content, lines[end - 1]), ".:;") &&
                      !begins_with_key(grammar, text);
    if (!fits) return at;
  }
  const bool ended = ends_with_one_of(text_of(content, lines[end - 1]), ".:;");
  return ended || end == at + kMostLines ? at : end;
}

bool opens_text(std::string_view content, const Grammar& grammar, const std::vector<Line>& lines,
                std::size_t title, std::size_t at) {
  const Line& first = lines[title];
  const bool below_kind = title > 0 && lines[title - 1].kind_line && !first.gap_before;
  if (below_kind && is_upper(decode(content, lines[at].range.begin).value)) {
    constexpr std::size_t kShort = 30;  // bytes
    std::string said(text_of(content, lines[at]));
    const bool cut = said.size() <= kShort && at + 1 < lines.size() && !lines[at + 1].gap_before &&
                     text_of(content, lines[at + 1]).ends_with(':');
    if (cut) said.append(" ").append(text_of(content, lines[at + 1]));
    if (somebody_speaks(grammar, said)) return true;
  }
  if (!below_kind || first.capitals || first.form != nullptr ||
      !is_upper(decode(content, lines[at].range.begin).value))
    return false;
  return begins_with(content, grammar, RuleSet::kAssignment, lines[at], "circumstance") ||
         begins_with(content, grammar, RuleSet::kIssue, lines[at], "meeting");
}

bool name_in_title(std::string_view content, const Grammar& grammar, const std::vector<Line>& lines,
                   std::size_t title, std::size_t at) {
  const Line& next = lines[at];
  const bool below_kind = title > 0 && lines[title - 1].kind_line;
  const std::string_view above = text_of(content, lines[at - 1]);
  if (!below_kind || !lines[at - 1].capitals || !next.capitals || next.tabbed() ||
      above.size() < kHalfLine || ends_with_one_of(above, ".;:!?,)"))
    return false;
  const std::string_view below = text_of(content, next);
  if (next.gap_before) return next.form == nullptr && begins_open(grammar, below);
  return spans(grammar, LexiconId::kAgencies, above, below) ||
         (ends_with_head(grammar, above) && begins_with_authority(grammar, below));
}

bool name_in_header(std::string_view content, const Grammar& grammar, const Line& last,
                    const Line& next) {
  constexpr std::size_t kLongest = 120;  // bytes
  constexpr std::size_t kWords = 16;
  const std::size_t size = next.range.end - last.range.begin;
  if (!last.capitals || !next.capitals || next.gap_before || next.range.begin < last.range.end ||
      size > kLongest)
    return false;
  std::vector<Word> words;
  words.reserve(kWords);
  LexiconMatch match;
  split_words(grammar, content.substr(last.range.begin, size), words);
  return grammar.lexicon(LexiconId::kAgencies).longest_at(words, 0, match) &&
         match.end_word == words.size();
}

bool name_over_gap(std::string_view content, const Grammar& grammar, const Line& last,
                   const Line& next) {
  const std::string_view above = text_of(content, last);
  const std::string_view below = text_of(content, next);
  if (last.capitals || next.capitals || above.size() < kHalfLine ||
      ends_with_one_of(above, ".;:!?)"))
    return false;
  return spans(grammar, LexiconId::kAgencies, above, below);
}

bool order_over_lines(std::string_view content, const Grammar& grammar, const Line& last,
                      const Line& next) {
  constexpr std::size_t kLongest = 25;  // bytes
  const std::string_view above = text_of(content, last);
  const std::size_t blank = above.rfind(' ');
  if (above.size() > kLongest || blank == above.npos || blank == 0 ||
      std::string_view(".)-").find(above[blank - 1]) == std::string_view::npos)
    return false;
  std::string joined(above.substr(blank + 1));
  const std::size_t cut = joined.size();
  joined.append(" ").append(text_of(content, next));
  Candidates candidates;
  RuleMatch match;
  grammar.candidates(RuleSet::kAssignment, joined, 0, candidates);
  return std::any_of(candidates.begin(), candidates.end(), [&](const Rule* rule) {
    return rule->value(Field::kRole) == "order" &&
           rule->match_at(joined, 0, match) == MatchResult::kYes && match.end == cut + 1;
  });
}

bool name_over_lines(std::string_view content, const Grammar& grammar, const Line& last,
                     const Line& next) {
  const std::string_view above = text_of(content, last);
  if (place_over_lines(content, grammar, last, next) ||
      stem_over_body(content, grammar, last, next))
    return true;
  return !last.capitals && !next.capitals && !last.tabbed() && !next.tabbed() &&
         !ends_with_one_of(above, ".;:!?,)") && is_upper(decode(content, next.range.begin).value) &&
         spans(grammar, LexiconId::kAgencies, above, text_of(content, next));
}

bool mark_over_lines(std::string_view content, const Line& last) {
  constexpr std::size_t kLongest = 5;  // bytes
  const std::string_view text = text_of(content, last);
  const std::size_t open = text.rfind('(');
  if (!text.ends_with(')') || open == text.npos || open < 2 || text[open - 1] != ' ') return false;
  const std::string_view mark = text.substr(open + 1, text.size() - open - 2);
  const bool plain = mark.find_first_not_of("0123456789ivx") == std::string_view::npos;
  return plain && !mark.empty() && mark.size() <= kLongest &&
         ends_with_one_of(text.substr(0, open - 1), ";:,.");
}

bool names_over_colon(std::string_view content, const Grammar& grammar, const Line& last,
                      const Line& next) {
  constexpr std::size_t kLongest = 80;  // bytes
  std::string_view above = text_of(content, last);
  if (!above.ends_with(':') || last.capitals || next.capitals || last.tabbed() || next.tabbed())
    return false;
  above.remove_suffix(1);
  const std::string_view tail = tail_of(above);
  const std::string_view below = text_of(content, next);
  std::vector<Word> words;
  LexiconMatch match;
  split_words(grammar, tail, words);
  if (words.empty() || is_upper(decode(tail, words.back().begin).value)) return false;
  const bool unit =
      grammar.lexicon(LexiconId::kUnitWords).longest_at(words, words.size() - 1, match);
  std::vector<Word> names;
  split_words(grammar, below.substr(0, below.find(' ', kLongest)), names);
  return unit && !names.empty() &&
         grammar.lexicon(LexiconId::kProvinces).longest_at(names, 0, match);
}

bool bodies_over_lines(std::string_view content, const Grammar& grammar, const Line& last,
                       const Line& next) {
  constexpr std::size_t kLongest = 160;  // bytes
  const std::string_view above = text_of(content, last);
  const std::size_t blank = above.find(' ');
  if (!last.enumerated || !above.ends_with(';') || above.size() > kLongest || blank == above.npos ||
      !is_digit(decode(above, 0).value) || last.tabbed() || next.tabbed())
    return false;
  return begins_with_authority(grammar, above.substr(blank + 1)) &&
         begins_with_authority(grammar, text_of(content, next));
}

bool years_over_lines(std::string_view content, const Line& last, const Line& next) {
  constexpr std::size_t kYear = 4;  // figures
  const std::string_view above = text_of(content, last);
  const std::string_view below = text_of(content, next);
  const bool year =
      figures(below).size() == kYear && (below.starts_with("19") || below.starts_with("20"));
  return year && above.size() >= kHalfLine && !ends_with_one_of(above, ".;:!?)") &&
         !last.tabbed() &&
         below.find_first_not_of("0123456789 -\xE2\x80\x93") == std::string_view::npos;
}

bool dash_goes_on(std::string_view content, const Grammar& grammar, const Line& last,
                  const Line& next) {
  const std::string_view above = text_of(content, last);
  const std::string_view below = text_of(content, next);
  if (ends_with_one_of(above, ".;:!?,") || last.tabbed() || next.tabbed()) return false;
  const std::size_t dash = dash_size(below);
  if (dash == 0 || dash + 1 >= below.size() || below[dash] != ' ') return false;
  const std::string_view rest = below.substr(dash + 1);
  if (is_digit(decode(rest, 0).value)) return range_goes_on(grammar, above, rest);
  // A short line above may be a heading or an item, and this one an item.
  const std::size_t fewest = is_lower(decode(rest, 0).value) ? kHalfLine : kFullLine;
  if (above.size() < fewest) return false;
  return spans(grammar, LexiconId::kDashPairs, above, below) ||
         spans(grammar, LexiconId::kAgencies, above, below);
}

bool dash_inside(std::string_view content, const Line& first, const Line& last, const Line& next,
                 bool parted) {
  constexpr std::size_t kFull = 60;  // bytes
  const std::string_view above = text_of(content, last);
  const std::string_view below = text_of(content, next);
  if (last.tabbed() || next.tabbed() || last.capitals || last.heading || !first.enumerated ||
      above.size() < kFull || !below.starts_with("- ") || ends_with_one_of(above, ".;:!?,)/"))
    return false;
  return parted || (is_lower(decode(below, 2).value) && !text_of(content, first).starts_with('-'));
}

}  // namespace scp
