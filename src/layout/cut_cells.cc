// Cells of several lines where nothing parts the cells: what shows that a line goes on in the next.
#include <algorithm>

#include "grammar/words.h"
#include "layout/flat_tables.h"
#include "layout/lines.h"
#include "text/utf8.h"

namespace scp {
namespace {

// The name of a body that only both texts together hold: "Văn phòng", "UBND tỉnh".
bool name_goes_on(const Grammar& grammar, std::string_view above, std::string_view next) {
  constexpr std::size_t kLongestName = 120;  // bytes
  const std::size_t mark = above.find_last_of(",;:(");
  above = above.substr(mark == std::string_view::npos ? 0 : mark + 1);
  if (above.size() > kLongestName) return false;
  std::string both(above);
  both += ' ';
  both += next.substr(0, kLongestName);
  std::vector<Word> words;
  split_words(grammar, both, words);
  const auto in_above = static_cast<std::size_t>(std::count_if(
      words.begin(), words.end(), [&](const Word& w) { return w.end <= above.size(); }));
  LexiconMatch match;
  for (std::size_t i = 0; i < in_above; ++i) {
    if (i > 0 && !words[i - 1].connector) continue;
    if (!grammar.lexicon(LexiconId::kAgencies).longest_at(words, i, match)) continue;
    if (match.end_word > in_above) return true;
    if (i == 0 && match.end_word == in_above) return false;  // a whole name
  }
  if (words.empty() || !is_upper(decode(both, words.front().begin).value)) return false;
  return stem_at(grammar, words, 0, match) && match.end_word == in_above && in_above < words.size();
}

}  // namespace

bool FlatTableFinder::cut_before(const std::vector<FlatItem>& items, const FlatItem& next) const {
  if (items.empty()) return false;
  const FlatItem& above = items.back();
  const bool below_number =
      items.size() > 1 && (items.rbegin()[1].number != 0 || items.rbegin()[1].group);
  if (above.number != 0 || above.group || next.group) return false;
  const Part& last = above.parts.back();
  const std::string_view text = content_.substr(last.begin, last.size());
  const Part& first = next.parts.front();
  const std::string_view more = content_.substr(first.begin, first.size());
  const Wanted wanted = wanted_after(grammar_, text);
  const bool year = more.size() == 4 && next.number >= 1900;
  if (text.back() == '-' || text.ends_with("\xE2\x80\x93")) {  // 2025 - 2026
    return (year || next.number == 0) && is_digit(decode(more, 0).value);
  }
  if (wanted == Wanted::kNumber) {
    const std::size_t end = std::min(more.find_first_not_of("0123456789IVX"), more.size());
    const bool date = end > 0 && end < more.size() && more[end] == '/';
    // "Bản đồ số", "Hàng quý" may end where they do; "Trước ngày" is no time by itself.
    const bool becomes_time =
        !above.evidence.time && next.number == 0 && is_digit(decode(more, 0).value) &&
        cell_evidence(grammar_, content_, {above.parts.front().begin, first.end}).time;
    return year || date || becomes_time;
  }
  if (next.number != 0 || next.evidence.bullet) return false;
  if (above.evidence.time && next.evidence.time && next.evidence.small) return true;
  // "Tuần tra tại các", "Sở Y tế" below the number of a row: the page may have ended before the
  // rest of the first cell.
  const bool body = below_number && next.evidence.agency && !above.evidence.agency;
  if ((text.back() == ',' || wanted == Wanted::kAnything) && !body) return true;
  if (text.back() == ';') return above.evidence.agency && next.evidence.agency;
  const char32_t quote = decode(more, 0).value;
  if ((quote == '"' || quote == 0x201C || quote == '(') && !above.evidence.ended) return true;
  if (std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')'))
    return true;
  return name_goes_on(grammar_, text, more);
}

void FlatTableFinder::join(FlatItem& above, FlatItem&& next) const {
  above.parts.insert(above.parts.end(), next.parts.begin(), next.parts.end());
  above.end_line = next.end_line;
  above.evidence =
      cell_evidence(grammar_, content_, {above.parts.front().begin, above.parts.back().end});
}

}  // namespace scp
