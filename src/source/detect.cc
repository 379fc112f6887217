#include "source/detect.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <limits>
#include <unordered_set>

#include "source/evidence.h"

namespace scp {
namespace {

// What a change of encoding costs, in the units of Chunk::cost: a word that cannot be Vietnamese as
// it is costs 8. A piece costs one change in and one out.
constexpr std::uint32_t kChange = 20;
constexpr std::uint32_t kChangeOfDoubled = 8;
constexpr std::uint32_t kChangeWhereKnown = 3;  // the encoding is sure elsewhere in the text
constexpr std::uint32_t kChangeInsideLine = 1;  // rather at the beginning of a line or cell

constexpr std::size_t kEvidence = 5;  // words that make a piece sure
constexpr std::size_t kEvidenceWhereKnown = 1;
constexpr std::size_t kEvidenceOfDoubled = 2;
constexpr std::size_t kDifferent = 4;  // different ones among them
constexpr std::size_t kKnown = 8;      // words that make an encoding sure for the text
constexpr std::size_t kSuspicion = 3;  // words from which it is worth saying something

Encoding encoding_of(std::size_t way) {
  const std::size_t first = static_cast<std::size_t>(Encoding::kTcvn3);
  return static_cast<Encoding>(first + way - kFirstLegacy);
}

std::size_t way_of(Encoding encoding) {
  return static_cast<std::size_t>(encoding) - static_cast<std::size_t>(Encoding::kTcvn3) +
         kFirstLegacy;
}

// TCVN 5712-1 is TCVN3 with more letters: the two do not compete.
bool same_family(std::size_t a, std::size_t b) {
  const auto tcvn = [](std::size_t way) { return way == kFirstLegacy || way == kFirstLegacy + 1; };
  return a == b || (tcvn(a) && tcvn(b));
}

using Known = std::array<bool, kWays>;

struct Tally {
  std::size_t evidence = 0;  // chunks that speak for the way
  std::size_t different = 0;
  std::array<std::size_t, kWays> right{};  // among chunks that are wrong as they are
  std::size_t wrong = 0;

  // Of two encodings the one that is known from elsewhere needs no lead over one that is not.
  bool is_clear(std::size_t way, const Known& known = {}) const {
    if (right[way] * 10 < (right[way] + wrong) * 9) return false;
    for (std::size_t other = kFirstLegacy; other < kWays; ++other) {
      if (same_family(way, other) || (known[way] && !known[other])) continue;
      if (right[other] * 20 > right[way] * 17) return false;
    }
    return true;
  }
};

Tally tally(std::string_view text, const std::vector<Chunk>& chunks, std::size_t begin,
            std::size_t end, std::size_t way) {
  Tally result;
  std::unordered_set<std::size_t> seen;
  for (std::size_t i = begin; i < end; ++i) {
    const Chunk& chunk = chunks[i];
    if (chunk.is_wrong(way)) ++result.wrong;
    if (chunk.cost[kAsItIs] == 0) continue;
    for (std::size_t w = kFirstLegacy; w < kWays; ++w) result.right[w] += chunk.is_right(w) ? 1 : 0;
    if (!chunk.speaks_for(way)) continue;
    ++result.evidence;
    if (seen.size() < kDifferent) {
      seen.insert(std::hash<std::string_view>()(text.substr(chunk.begin, chunk.end - chunk.begin)));
    }
  }
  result.different = seen.size();
  return result;
}

// Doubled UTF-8 has a form of its own, which nothing else has by chance.
std::uint32_t change(std::size_t way, const Known& known) {
  if (way == kAsItIs) return 0;
  if (known[way]) return kChangeWhereKnown;
  return way == kDoubled ? kChangeOfDoubled : kChange;
}

bool is_enough(const Tally& found, std::size_t way, const Known& known) {
  if (known[way]) return found.evidence >= kEvidenceWhereKnown;
  if (way == kDoubled) return found.different >= kEvidenceOfDoubled;
  return found.evidence >= kEvidence && found.different >= kDifferent;
}

// The cheapest way to read each chunk, where changing the way costs as well (Viterbi).
std::vector<std::uint8_t> cheapest_ways(const std::vector<Chunk>& chunks, const Known& known) {
  constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max() / 4;
  std::vector<std::array<std::uint8_t, kWays>> from(chunks.size());
  std::array<std::uint32_t, kWays> total;
  total.fill(kMost);
  total[kAsItIs] = 0;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    const std::uint32_t inside = chunks[i].line_start ? 0 : kChangeInsideLine;
    std::array<std::uint32_t, kWays> next;
    for (std::size_t way = 0; way < kWays; ++way) {
      std::size_t best = way;
      std::uint32_t cost = total[way];
      for (std::size_t other = 0; other < kWays; ++other) {
        const std::uint32_t moved =
            total[other] + change(way, known) + change(other, known) + inside;
        if (other == way || moved >= cost) continue;
        best = other;
        cost = moved;
      }
      from[i][way] = static_cast<std::uint8_t>(best);
      next[way] = cost + chunks[i].cost[way];
    }
    const std::uint32_t least = *std::min_element(next.begin(), next.end());
    for (std::size_t way = 0; way < kWays; ++way) total[way] = std::min(next[way] - least, kMost);
  }
  for (std::size_t way = 0; way < kWays; ++way) total[way] += change(way, known);
  auto way =
      static_cast<std::uint8_t>(std::min_element(total.begin(), total.end()) - total.begin());
  std::vector<std::uint8_t> ways(chunks.size());
  for (std::size_t i = chunks.size(); i-- > 0;) {
    ways[i] = way;
    way = from[i][way];
  }
  return ways;
}

Stretch piece_of(const std::vector<Chunk>& chunks, std::size_t begin, std::size_t end,
                 std::size_t way) {
  Stretch piece;
  piece.begin = chunks[begin].begin;
  piece.end = chunks[end - 1].end;
  piece.kind = way == kDoubled ? Stretch::Kind::kDouble : Stretch::Kind::kLegacy;
  if (way != kDoubled) piece.encoding = encoding_of(way);
  return piece;
}

// A piece without the lines and cells in it that no word speaks for: what Unicode can be as well is
// Unicode, where the text holds any.
void add_spoken_for(const std::vector<Chunk>& chunks, std::size_t begin, std::size_t end,
                    std::size_t way, std::vector<Stretch>& pieces) {
  std::size_t from = end;  // of the cells in a row that are kept
  for (std::size_t cell = begin; cell < end;) {
    std::size_t next = cell + 1;
    while (next < end && !chunks[next].line_start) ++next;
    const bool spoken = std::any_of(chunks.begin() + static_cast<std::ptrdiff_t>(cell),
                                    chunks.begin() + static_cast<std::ptrdiff_t>(next),
                                    [&](const Chunk& c) { return c.speaks_for(way); });
    if (spoken && from == end) from = cell;
    if (!spoken && from != end) {
      pieces.push_back(piece_of(chunks, from, cell, way));
      from = end;
    }
    cell = next;
  }
  if (from != end) pieces.push_back(piece_of(chunks, from, end, way));
}

// Where no word can only be Unicode and nearly all that cannot be read as it is speaks for one way,
// the whole text is written in that way, names that are no words of Vietnamese with the rest.
std::optional<Stretch> whole_text(const std::vector<Chunk>& chunks,
                                  const std::array<std::size_t, kWays>& evidence) {
  constexpr std::size_t kMostOthers = 4;  // one in so many may speak for nothing
  const auto way = static_cast<std::size_t>(std::max_element(evidence.begin(), evidence.end()) -
                                            evidence.begin());
  if (evidence[way] < kKnown) return std::nullopt;
  std::size_t others = 0;
  for (const Chunk& chunk : chunks) {
    if (chunk.genuine) return std::nullopt;
    others += chunk.cost[kAsItIs] != 0 && !chunk.speaks_for(way) ? 1 : 0;
  }
  if (others * kMostOthers > evidence[way]) return std::nullopt;
  return piece_of(chunks, 0, chunks.size(), way);
}

bool holds_genuine(const std::vector<Chunk>& chunks) {
  constexpr std::ptrdiff_t kFew = 3;
  return std::count_if(chunks.begin(), chunks.end(), [](const Chunk& c) { return c.genuine; }) >=
         kFew;
}

// Cuts the text where the way changes and keeps the pieces that are sure. Counts for each way the
// words that speak for it.
std::vector<Stretch> sure_pieces(std::string_view text, const std::vector<Chunk>& chunks,
                                 const Known& known, std::array<std::size_t, kWays>& evidence) {
  const std::vector<std::uint8_t> ways = cheapest_ways(chunks, known);
  const bool mixed = holds_genuine(chunks);
  std::vector<Stretch> pieces;
  for (std::size_t begin = 0, end = 0; begin < chunks.size(); begin = end) {
    const std::size_t way = ways[begin];
    while (end < chunks.size() && ways[end] == way) ++end;
    if (way == kAsItIs) continue;
    const Tally found = tally(text, chunks, begin, end, way);
    if (!is_enough(found, way, known) || !found.is_clear(way, known)) continue;
    evidence[way] += found.evidence;
    if (mixed && way != kDoubled) {
      add_spoken_for(chunks, begin, end, way, pieces);
    } else {
      pieces.push_back(piece_of(chunks, begin, end, way));
    }
  }
  return pieces;
}

// Where nothing is sure: the way that most words speak for, if they are enough to mention it.
std::vector<Stretch> suspected_pieces(std::string_view text, const std::vector<Chunk>& chunks) {
  std::vector<Chunk> foreign;
  std::copy_if(chunks.begin(), chunks.end(), std::back_inserter(foreign),
               [](const Chunk& c) { return c.cost[kAsItIs] != 0; });
  for (std::size_t way = kFirstLegacy; way < kDoubled; ++way) {
    const Tally all = tally(text, foreign, 0, foreign.size(), way);
    if (all.different < kSuspicion || !all.is_clear(way)) continue;
    const auto first = std::find_if(foreign.begin(), foreign.end(),
                                    [&](const Chunk& c) { return c.speaks_for(way); });
    const auto index = static_cast<std::size_t>(first - foreign.begin());
    Stretch piece = piece_of(foreign, index, index + 1, way);
    piece.kind = Stretch::Kind::kUnsettled;
    return {piece};
  }
  return {};
}

// TCVN 5712-1 writes capitals with marks as control codes: M<02>C for MỤC. In TCVN3 none stands
// between letters.
bool holds_control_capitals(std::string_view bytes) {
  const auto capital = [](char c) {
    return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  };
  for (std::size_t i = 1; i + 1 < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    const bool code =
        c == 0x01 || c == 0x02 || (c >= 0x04 && c <= 0x06) || (c >= 0x11 && c <= 0x17);
    if (code && capital(bytes[i - 1]) && capital(bytes[i + 1])) return true;
  }
  return false;
}

}  // namespace

std::optional<Encoding> detect_legacy(std::string_view bytes) {
  constexpr std::size_t kEnough = 10;
  constexpr std::size_t kEnoughDifferent = 4;
  constexpr std::size_t kSample = std::size_t{1} << 20;
  const std::string_view sample = bytes.substr(0, kSample);
  const std::vector<Chunk> chunks = Judge().read(sample, As::kBytes);
  std::size_t best = 0;
  Tally most;
  for (std::size_t way = kFirstLegacy; way < kDoubled; ++way) {
    const Tally found = tally(sample, chunks, 0, chunks.size(), way);
    if (best == 0 || found.right[way] > most.right[best]) {
      best = way;
      most = found;
    }
  }
  most.right[kDoubled] = 0;  // no way to read bytes
  const bool enough = most.evidence >= kEnough && most.different >= kEnoughDifferent;
  if (!enough || !most.is_clear(best)) return std::nullopt;
  const Encoding found = encoding_of(best);
  return found == Encoding::kTcvn3 && holds_control_capitals(sample) ? Encoding::kTcvn57121 : found;
}

std::vector<Stretch> find_legacy_pieces(std::string_view text, std::optional<Encoding> asked) {
  const bool damaged = utf8_quality(text).invalid != 0;
  const std::vector<Chunk> chunks = Judge().read(text, damaged ? As::kDamagedUtf8 : As::kUtf8);
  std::array<std::size_t, kWays> evidence{};
  Known known{};
  if (asked.has_value()) {
    known[way_of(*asked)] = true;
    std::vector<Stretch> pieces = sure_pieces(text, chunks, known, evidence);
    std::erase_if(pieces, [&](const Stretch& piece) {
      return piece.kind != Stretch::Kind::kLegacy || piece.encoding != *asked;
    });
    return pieces;
  }
  std::vector<Stretch> pieces = sure_pieces(text, chunks, known, evidence);
  if (const auto whole = whole_text(chunks, evidence)) return {*whole};
  for (std::size_t way = kFirstLegacy; way < kWays; ++way) known[way] = evidence[way] >= kKnown;
  if (std::find(known.begin(), known.end(), true) != known.end()) {
    pieces = sure_pieces(text, chunks, known, evidence);
  }
  return pieces.empty() ? suspected_pieces(text, chunks) : pieces;
}

}  // namespace scp
