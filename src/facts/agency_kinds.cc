// Bodies that are told by their kinds: "các Vụ, Cục, Tổng cục, đơn vị thuộc Bộ"; and names whose
// parts a comma or a dash separates in a list.
#include <algorithm>

#include "facts/agencies.h"
#include "facts/capitals.h"
#include "grammar/words.h"

namespace scp {

// The kinds of bodies in a list, none of them named; the last may say whose they are.
bool AgencyReader::by_kinds(std::span<const Word> words, std::size_t at, Item& item) {
  constexpr std::size_t kFewest = 2;
  constexpr std::size_t kMost = 10;
  const Lexicon& open = context_.grammar.lexicon(LexiconId::kOpenWords);
  if (!open.find(context_.text({words[at].begin, words[at].end})).valid()) return false;
  LexiconMatch match;
  std::size_t end = at;
  std::size_t kinds = 0;
  bool owned = false;
  for (std::size_t next = at + 1; next < words.size() && kinds < kMost && !owned;) {
    std::size_t after = kinds > 0 ? owned_kind_end(words, at, next) : next;
    owned = after > next;
    if (!owned) {
      if (!stem_at(context_.grammar, words, next, match) ||
          match.entry.value(Field::kKind).data() != nullptr)
        break;
      after = match.end_word;
      const bool goes_on = after < words.size() && !words[after].stop && !words[after].connector;
      if (goes_on && (capital_at(words[after]) || !works_at(words, after))) break;
    }
    end = after;
    ++kinds;
    if (after >= words.size() || words[after].stop || !words[after].connector) break;
    next = after + 1;
  }
  if (kinds < kFewest) return false;
  item.first_word = static_cast<std::uint32_t>(at);
  item.end_word = static_cast<std::uint32_t>(end);
  item.kind = AgencyKind::kCollective;
  item.name = capitalised(written_out({words[at].begin, words[end - 1].end}));
  if (owned && !owned_) add_owner(words, item);
  skip_tails(words, item);
  return true;
}

// "đơn vị thuộc": the lexicon has it with the word for the plural, which stands at words[at],
// before it. Where it ends; `next` where it is none.
std::size_t AgencyReader::owned_kind_end(std::span<const Word> words, std::size_t at,
                                         std::size_t next) const {
  constexpr std::size_t kLongest = 6;  // words
  std::vector<Word> joined{words[at]};
  const std::span<const Word> rest = words.subspan(next, std::min(kLongest, words.size() - next));
  joined.insert(joined.end(), rest.begin(), rest.end());
  LexiconMatch match;
  const bool found = context_.grammar.lexicon(LexiconId::kAgencies).longest_at(joined, 0, match) &&
                     match.entry.value(Field::kRole) == "of-body";
  return found ? next + match.end_word - 1 : next;
}

// "Cơ quan thường trực Ban Chỉ đạo cải cách hành chính tỉnh": where the name of the board ends,
// whose first words are the last ones of a post.
std::size_t AgencyReader::board_end(std::span<const Word> words, const LexiconMatch& post) {
  constexpr std::size_t kLongestName = 10;  // words
  const std::size_t end = post.end_word;
  LexiconMatch stem;
  std::size_t board = end - 1;
  while (board > post.first_word &&
         !(stem_at(context_.grammar, words, board, stem) && stem.end_word == end)) {
    --board;
  }
  if (board == post.first_word) return end;
  Item named;
  if (by_stem(words, board, named) && named.end_word > end) return named.end_word;
  std::size_t last = end;
  while (last < words.size() && last - end < kLongestName && !words[last].stop &&
         !words[last].connector && !works_at(words, last)) {
    ++last;
  }
  return last == words.size() || words[last].stop || words[last].connector ? last : end;
}

// "Các doanh nghiệp hoạt động trong lĩnh vực xây dựng, giao thông, vận tải": where the words
// [begin, end) describe a group by a matter, what is listed behind them in small letters, and is
// nobody, are more matters.
std::size_t AgencyReader::description_end(std::span<const Word> words, std::size_t begin,
                                          std::size_t end) {
  const Lexicon& open = context_.grammar.lexicon(LexiconId::kOpenWords);
  const bool by_matter = std::any_of(
      words.begin() + static_cast<std::ptrdiff_t>(begin),
      words.begin() + static_cast<std::ptrdiff_t>(end),
      [&](const Word& word) { return open.find(context_.text({word.begin, word.end})).valid(); });
  Item other;
  while (by_matter && end + 1 < words.size() && words[end].connector && !words[end].stop &&
         !words[end + 1].connector && !capital_at(words[end + 1]) &&
         !known(words, end + 1, other) && !begins_duty(words[end + 1])) {
    end = unknown(words, end + 1).end_word;
  }
  return end;
}

// The words right after a known name, with no mark between, that begin with a small letter: more of
// the name of a group ("Các doanh nghiệp viễn thông"), or what a body does. True for the latter.
bool AgencyReader::described(std::span<const Word> words, Item& item) {
  const std::size_t end = item.end_word;
  if (end >= words.size() || words[end].stop || words[end].connector) return false;
  const std::string_view between = context_.text({words[end - 1].end, words[end].begin});
  if (capital_at(words[end]) || between.find_first_not_of(' ') != std::string_view::npos)
    return false;
  const Item rest = unknown(words, end);
  if (item.kind == AgencyKind::kCollective && !begins_duty(words[end])) {
    item.end_word = static_cast<std::uint32_t>(description_end(words, end, rest.end_word));
    more_of_group(words, item);
    const Range whole{words[item.first_word].begin, words[item.end_word - 1].end};
    item.name = capitalised(written_out(whole));
    return false;
  }
  item.skipped = rest.end_word;
  return true;
}

// Where a name ends that no lexicon knows: before a comma or the next name. The comma of "phòng,
// chống", or between the units of "các huyện, thành phố", is a part of it.
std::size_t AgencyReader::unknown_end(std::span<const Word> words, std::size_t at) {
  const Lexicon& stems = context_.grammar.lexicon(LexiconId::kAgencyStems);
  std::size_t end = at;
  Item next;
  LexiconMatch phrase;
  while (end < words.size() && !words[end].stop) {
    if (end > at && words[end].comma) break;
    if (end > at && words[end].connector && known(words, end + 1, next)) break;
    const std::size_t units = end > at ? units_end(words, end) : end;
    const bool joined = end > at && !capital_at(words[end]) &&
                        stems.longest_at(words, end, phrase) &&
                        phrase.entry.value(Field::kKind) == "word";
    end = std::max({end + 1, units, joined ? phrase.end_word : end});
  }
  while (end > at + 1 && words[end - 1].connector) --end;
  return std::max(end, at + 1);
}

// Inside a list, what stands between the name of a department that no lexicon knows and the next
// body, or what it does, is the rest of the name where it is none by itself: "Cục Quản lý Y, Dược
// cổ truyền, Viện A", "Vụ Khoa học, Công nghệ và Môi trường chủ trì", "Vụ Thị trường châu Á - châu
// Phi". What has a capital in every word is a name of its own.
void AgencyReader::join_in_list(std::span<const Word> words, Item& item) {
  constexpr int kMostParts = 3;
  constexpr std::size_t kLongestPart = 6;  // words
  LexiconMatch stem;
  if (!item.open || !stem_at(context_.grammar, words, item.first_word, stem) ||
      !context_.grammar.lexicon(LexiconId::kAgencyGroups).find(stem.entry.name()).valid())
    return;
  std::size_t joint = item.end_word;
  bool dash = false;
  bool last = false;  // "và" stood before the last part
  std::size_t small = 0;
  for (int i = 0; i < kMostParts && !last; ++i) {
    const std::size_t part = joint + 1;
    Item other;
    if (part >= words.size() || !words[joint].connector || words[joint].stop ||
        words[part].connector)
      break;
    dash = context_.text({words[joint].begin, words[joint].end}) == "-";
    if ((!dash && !capital_at(words[part])) || known(words, part, other)) break;
    last = !dash && !words[joint].comma;
    std::size_t end = part;
    std::size_t capitals = 0;
    for (; end < words.size() && end - part < kLongestPart && !words[end].stop &&
           !words[end].connector && (end == part || !works_at(words, end));
         ++end) {
      capital_at(words[end]) ? ++capitals : ++small;
    }
    if (capitals == 0) break;
    joint = end;
    if (dash) break;
  }
  const bool listed =
      joint + 1 < words.size() && words[joint].connector && begins_body(words, joint + 1);
  if (joint == item.end_word || (!dash && (small == 0 || (!listed && !last)))) return;
  item.end_word = static_cast<std::uint32_t>(joint);
  item.name = capitalised(written_out({words[item.first_word].begin, words[joint - 1].end}));
}

}  // namespace scp
