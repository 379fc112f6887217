#include "source/legacy.h"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "source/syllable.h"

namespace scp {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr unsigned kNoBreakSpace = 0xA0;

// The byte of a character in windows-1252, where Latin-1's control codes count as well.
std::int16_t byte_of(char32_t c) {
  if (c < 0x100) return static_cast<std::int16_t>(c);
  if (c == kReplacement || c > 0x2122) return -1;
  const auto& single = legacy_table(Encoding::kWindows1252)->single;
  for (int byte = 0x80; byte < 0xA0; ++byte) {
    if (single[byte] == c) return static_cast<std::int16_t>(byte);
  }
  return -1;
}

bool is_ascii_letter(std::int16_t byte) {
  return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

// Control codes and the no-break space are letters only inside of words.
bool needs_letter_beside(unsigned byte) {
  return byte < 0x20 || byte == kNoBreakSpace;
}

bool letter_beside(const tables::Legacy& table, std::span<const Unit> units, std::size_t at) {
  const auto letter = [&](std::size_t i) {
    if (i >= units.size() || units[i].byte < 0) return false;
    const auto byte = static_cast<unsigned>(units[i].byte);
    return is_ascii_letter(units[i].byte) ||
           (table.letters.has(byte) && !needs_letter_beside(byte));
  };
  return letter(at + 1) || (at > 0 && letter(at - 1));
}

char16_t find_pair(const tables::Legacy& table, std::int16_t first, std::int16_t second) {
  if (second < 0x80) return 0;
  const auto bytes = static_cast<std::uint16_t>(first << 8 | second);
  const auto found = std::lower_bound(
      table.pairs.begin(), table.pairs.end(), bytes,
      [](const tables::LetterPair& p, std::uint16_t wanted) { return p.bytes < wanted; });
  return found != table.pairs.end() && found->bytes == bytes ? found->letter : 0;
}

Letter decode_single(const tables::Legacy& table, std::span<const Unit> units, std::size_t at) {
  const Unit& unit = units[at];
  const auto byte = static_cast<unsigned>(unit.byte);
  Letter letter{unit.value, unit.length, false, byte >= 0x80, false, false};
  const bool known =
      table.letters.has(byte) && (!needs_letter_beside(byte) || letter_beside(table, units, at));
  if (known) {
    letter.value = table.single[byte];
    letter.high = true;
    letter.caseless = table.caseless.has(byte);
  } else if (byte >= 0x80) {
    const char16_t other = table.single[byte];
    if (other != kReplacement && byte != kNoBreakSpace) letter.value = other;
    if (byte == kNoBreakSpace) letter.value = kNoBreakSpace;
    letter.foreign = is_latin_letter(letter.value);
  }
  letter.recoded = letter.value != unit.value || (unit.value == kReplacement && letter.high);
  return letter;
}

// One character of UTF-8 whose bytes stand in `units` from `at`; 0 units where there is none.
struct Sequence {
  char32_t value = 0;
  std::size_t units = 0;
};

Sequence read_sequence(std::span<const Unit> units, std::size_t at) {
  const std::int16_t lead = units[at].byte;
  const std::size_t size = lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : 0;
  if (size == 0 || at + size > units.size()) return {};
  char32_t value = static_cast<char32_t>(lead) & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const std::int16_t tail = units[at + i].byte;
    if (tail < 0x80 || tail > 0xBF) return {};
    value = value << 6 | (static_cast<char32_t>(tail) & 0x3FU);
  }
  const bool overlong = size == 3 && value < 0x800;
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return overlong || surrogate ? Sequence{} : Sequence{value, size};
}

// Five bytes have no character in windows-1252. Where only one of them makes a letter of
// Vietnamese, it was that one.
Sequence read_damaged(std::span<const Unit> units, std::size_t at) {
  if (at + 1 >= units.size() || units[at + 1].byte >= 0 || units[at + 1].value != kReplacement) {
    return {};
  }
  Sequence found;
  std::size_t ways = 0;
  constexpr std::int16_t kUndefined[] = {0x81, 0x8D, 0x8F, 0x90, 0x9D};
  for (const std::int16_t lost : kUndefined) {
    const Unit pair[] = {units[at], {kReplacement, lost, 0}};
    const Sequence way = read_sequence(pair, 0);
    if (way.units != 2 || !is_syllable_letter(way.value)) continue;
    found = way;
    ++ways;
  }
  return ways == 1 ? found : Sequence{};
}

// à is C3 A0, and A0 often came out as a plain blank. The blank belongs to the letter where a
// syllable comes of it, or another one follows.
Sequence read_blank(std::span<const Unit> units, std::size_t at,
                    const std::vector<Letter>& before) {
  constexpr char32_t kLead = 0xC3;
  if (units[at].byte != static_cast<std::int16_t>(kLead)) return {};
  const char32_t letter = 0xE0;
  const bool blank = at + 1 < units.size() && units[at + 1].value == ' ';
  if (!blank) return at + 1 == units.size() ? Sequence{letter, 1} : Sequence{};
  std::vector<char32_t> word;
  for (std::size_t i = before.size(); i > 0 && is_latin_letter(before[i - 1].value); --i) {
    word.insert(word.begin(), before[i - 1].value);
    if (word.size() > 7) return {};
  }
  word.push_back(letter);
  std::size_t next = at + 2;
  const bool doubled = next >= units.size() || !is_ascii_letter(units[next].byte);
  for (; next < units.size() && is_ascii_letter(units[next].byte) && word.size() < 9; ++next) {
    word.push_back(units[next].value);
  }
  return {letter, doubled || is_syllable(word) ? std::size_t{2} : std::size_t{1}};
}

enum class Case : std::uint8_t { kUnknown, kCapitals, kSmall };

struct WordRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  Case letters = Case::kUnknown;
};

Case case_of(std::span<const Letter> word) {
  std::size_t capitals = 0;
  for (const Letter& letter : word) {
    if (letter.caseless) continue;
    if (capital_letter(letter.value) != letter.value) return Case::kSmall;
    if (small_letter(letter.value) != letter.value) ++capitals;
  }
  if (capitals < 2) return Case::kUnknown;
  // "Sở NN&PTNT": capitals of an abbreviation say nothing of the words beside it.
  std::vector<char32_t> letters;
  for (const Letter& letter : word) letters.push_back(letter.value);
  return is_syllable(letters) ? Case::kCapitals : Case::kUnknown;
}

std::vector<WordRange> words_of(const std::vector<Letter>& line) {
  std::vector<WordRange> words;
  for (std::size_t at = 0; at < line.size();) {
    if (!is_latin_letter(line[at].value)) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < line.size() && is_latin_letter(line[end].value)) ++end;
    words.push_back({at, end, case_of(std::span(line).subspan(at, end - at))});
    at = end;
  }
  return words;
}

// Words go on in the same letters over blanks and light marks; a colon or a number ends that.
bool goes_on(const std::vector<Letter>& line, const WordRange& a, const WordRange& b) {
  constexpr std::size_t kWidest = 4;
  if (b.begin - a.end > kWidest) return false;
  return std::all_of(line.begin() + static_cast<std::ptrdiff_t>(a.end),
                     line.begin() + static_cast<std::ptrdiff_t>(b.begin), [](const Letter& gap) {
                       constexpr std::u32string_view kLight = U" ,-()\"\u2013\u201C\u201D\u00A0*";
                       return kLight.find(gap.value) != kLight.npos;
                     });
}

// What the nearest word with known letters says, on the way from `at`.
Case neighbour(const std::vector<Letter>& line, const std::vector<WordRange>& words, std::size_t at,
               bool forwards) {
  constexpr std::size_t kFarthest = 8;
  for (std::size_t step = 0; step < kFarthest; ++step) {
    if (forwards ? at + 1 >= words.size() : at == 0) break;
    const std::size_t next = forwards ? at + 1 : at - 1;
    if (!goes_on(line, words[std::min(at, next)], words[std::max(at, next)])) break;
    if (words[next].letters != Case::kUnknown) return words[next].letters;
    at = next;
  }
  return Case::kUnknown;
}

}  // namespace

namespace {

// Whether two bytes of UTF-8 make a letter, sign or mark that a text in Vietnamese may hold; bytes
// of a legacy encoding beside each other make any.
bool written_in_vietnamese(unsigned char lead, char trail) {
  constexpr std::string_view kLatinA = "\x82\x83\x90\x91\xA8\xA9";  // Ă ă Đ đ Ĩ ĩ
  constexpr std::string_view kLatinB = "\x92\xA0\xA1\xAF\xB0";      // ƒ Ơ ơ Ư ư
  if (lead == 0xC4) return kLatinA.find(trail) != std::string_view::npos;
  if (lead == 0xC6) return kLatinB.find(trail) != std::string_view::npos;
  return lead <= 0xC5 || lead == 0xCC;
}

// A letter and the mark behind it that one character of windows-1252 stands for; no bytes where
// they are more or less than that.
Unit with_mark(char letter, std::string_view behind) {
  const std::size_t length = character_length(behind, 0);
  if (length != 2 || static_cast<unsigned char>(behind[0]) != 0xCC) return {0, -1, 0};
  const std::size_t next = character_length(behind, length);
  const bool marked = next == 2 && static_cast<unsigned char>(behind[length]) == 0xCC;
  const char32_t mark = 0x300 + (static_cast<unsigned char>(behind[1]) & 0x3FU);
  if (marked) return {0, -1, 0};
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return {0, -1, 0};
  const UChar32 both =
      nfc->composePair(static_cast<unsigned char>(letter), static_cast<UChar32>(mark));
  if (both < 0) return {0, -1, 0};
  return {static_cast<char32_t>(both), byte_of(static_cast<char32_t>(both)), 3};
}

}  // namespace

void units_of_bytes(std::string_view text, std::vector<Unit>& out) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out.push_back(
        {byte < 0x80 ? char32_t{byte} : kReplacement, static_cast<std::int16_t>(byte), 1});
  }
}

void units_of_utf8(std::string_view text, bool damaged, std::vector<Unit>& out) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = character_length(text, at);
    const bool by_chance = damaged && length == 2 && !written_in_vietnamese(lead, text[at + 1]);
    if (length == 1 && is_ascii_letter(lead)) {
      // Decomposed after it was mis-read.
      const Unit both = with_mark(text[at], text.substr(at + 1));
      if (both.byte >= 0) {
        out.push_back(both);
        at += both.length;
        continue;
      }
    }
    if (length <= 1 || by_chance) {
      out.push_back(
          {length == 1 ? char32_t{lead} : kReplacement, static_cast<std::int16_t>(lead), 1});
      ++at;
      continue;
    }
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
      value = value << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    out.push_back({value, byte_of(value), static_cast<std::uint8_t>(length)});
    at += length;
  }
}

const tables::Legacy* legacy_table(Encoding encoding) {
  const auto all = tables::legacy_encodings();
  const auto index =
      static_cast<std::size_t>(encoding) - static_cast<std::size_t>(Encoding::kTcvn3);
  return index < all.size() ? &all[index] : nullptr;
}

void decode_legacy(const tables::Legacy& table, std::span<const Unit> units,
                   std::vector<Letter>& out) {
  for (std::size_t at = 0; at < units.size(); ++at) {
    const Unit& unit = units[at];
    if (unit.byte < 0) {
      out.push_back({unit.value, unit.length, false, true, false, false});
      continue;
    }
    const char16_t pair =
        at + 1 < units.size() ? find_pair(table, unit.byte, units[at + 1].byte) : char16_t{0};
    if (pair != 0) {
      const auto length = static_cast<std::uint32_t>(unit.length + units[at + 1].length);
      out.push_back({pair, length, true, true, false, false});
      ++at;
    } else {
      out.push_back(decode_single(table, units, at));
    }
  }
}

void decode_double(std::span<const Unit> units, std::vector<Letter>& out) {
  for (std::size_t at = 0; at < units.size();) {
    Sequence sequence = read_sequence(units, at);
    if (sequence.units == 0) sequence = read_damaged(units, at);
    if (sequence.units == 0) sequence = read_blank(units, at, out);
    const std::size_t size = std::max<std::size_t>(sequence.units, 1);
    std::uint32_t length = 0;
    for (std::size_t i = at; i < at + size; ++i) length += units[i].length;
    const bool high = units[at].byte < 0 || units[at].byte >= 0x80;
    const bool found = sequence.units != 0;
    out.push_back({found ? sequence.value : units[at].value, length, found, high,
                   !found && high && units[at].byte >= 0xC0, false});
    at += size;
  }
}

void settle_capitals(std::vector<Letter>& line) {
  if (std::none_of(line.begin(), line.end(), [](const Letter& l) { return l.caseless; })) return;
  const std::vector<WordRange> words = words_of(line);
  for (std::size_t i = 0; i < words.size(); ++i) {
    Case letters = words[i].letters;
    if (letters == Case::kUnknown) {
      const Case before = neighbour(line, words, i, false);
      const Case after = neighbour(line, words, i, true);
      const bool capitals = before != Case::kSmall && after != Case::kSmall && before != after;
      const bool both = before == Case::kCapitals && after == Case::kCapitals;
      letters = capitals || both ? Case::kCapitals : Case::kSmall;
    }
    if (letters != Case::kCapitals) continue;
    for (std::size_t at = words[i].begin; at < words[i].end; ++at) {
      if (line[at].caseless) line[at].value = capital_letter(line[at].value);
    }
  }
}

void restore_lost(char32_t lost, std::vector<Letter>& line) {
  constexpr std::size_t kShortest = 3;
  std::vector<std::size_t> places;  // where one is missing, in order
  for (const WordRange& range : words_of(line)) {
    const std::size_t size = range.end - range.begin;
    if (size < kShortest || size > 6) continue;
    std::vector<char32_t> word;
    bool decoded = false;
    for (std::size_t at = range.begin; at < range.end; ++at) {
      word.push_back(line[at].value);
      decoded = decoded || line[at].high;
    }
    if (!decoded || is_syllable(word)) continue;
    for (std::size_t at = 0; at < size; ++at) {
      std::vector<char32_t> whole = word;
      whole.insert(whole.begin() + static_cast<std::ptrdiff_t>(at), lost);
      if (!is_syllable(whole)) continue;
      places.push_back(range.begin + at);
      break;
    }
  }
  if (places.empty()) return;
  std::vector<Letter> restored;
  restored.reserve(line.size() + places.size());
  std::size_t from = 0;
  for (const std::size_t place : places) {
    restored.insert(restored.end(), line.begin() + static_cast<std::ptrdiff_t>(from),
                    line.begin() + static_cast<std::ptrdiff_t>(place));
    restored.push_back(Letter{lost, 0, true, true, false, false});
    from = place;
  }
  restored.insert(restored.end(), line.begin() + static_cast<std::ptrdiff_t>(from), line.end());
  line = std::move(restored);
}

}  // namespace scp
