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
constexpr std::uint32_t kChangeWhereKnown = 8;  // the encoding is sure elsewhere in the text
constexpr std::uint32_t kChangeInsideLine = 1;  // rather at the beginning of a line

constexpr std::size_t kEvidence = 5;  // words that make a piece sure
constexpr std::size_t kEvidenceWhereKnown = 2;
constexpr std::size_t kEvidenceOfDoubled = 2;
constexpr std::size_t kDifferent = 4;  // different ones among them
constexpr std::size_t kKnown = 12;     // words that make an encoding sure for the text
constexpr std::size_t kSuspicion = 3;  // words from which it is worth saying something

Encoding encoding_of(std::size_t way) {
  const std::size_t first = static_cast<std::size_t>(Encoding::kTcvn3);
  return static_cast<Encoding>(first + way - kFirstLegacy);
}

// TCVN 5712-1 is TCVN3 with more letters: the two do not compete.
bool same_family(std::size_t a, std::size_t b) {
  const auto tcvn = [](std::size_t way) { return way == kFirstLegacy || way == kFirstLegacy + 1; };
  return a == b || (tcvn(a) && tcvn(b));
}

struct Tally {
  std::size_t evidence = 0;  // chunks that speak for the way
  std::size_t different = 0;
  std::array<std::size_t, kWays> right{};  // among chunks that are wrong as they are
  std::size_t wrong = 0;

  bool is_clear(std::size_t way) const {
    if (right[way] * 10 < (right[way] + wrong) * 9) return false;
    for (std::size_t other = kFirstLegacy; other < kWays; ++other) {
      if (same_family(way, other)) continue;
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

using Known = std::array<bool, kWays>;

// Doubled UTF-8 has a form of its own, which nothing else has by chance.
std::uint32_t change(std::size_t way, const Known& known) {
  if (way == kAsItIs) return 0;
  return known[way] || way == kDoubled ? kChangeWhereKnown : kChange;
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

// Cuts the text where the way changes and keeps the pieces that are sure. Counts for each way the
// words that speak for it.
std::vector<Stretch> sure_pieces(std::string_view text, const std::vector<Chunk>& chunks,
                                 const Known& known, std::array<std::size_t, kWays>& evidence) {
  const std::vector<std::uint8_t> ways = cheapest_ways(chunks, known);
  std::vector<Stretch> pieces;
  for (std::size_t begin = 0, end = 0; begin < chunks.size(); begin = end) {
    const std::size_t way = ways[begin];
    while (end < chunks.size() && ways[end] == way) ++end;
    if (way == kAsItIs) continue;
    const Tally found = tally(text, chunks, begin, end, way);
    if (!is_enough(found, way, known) || !found.is_clear(way)) continue;
    evidence[way] += found.evidence;
    pieces.push_back(piece_of(chunks, begin, end, way));
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
  return encoding_of(best);
}

std::vector<Stretch> find_legacy_pieces(std::string_view text) {
  const bool damaged = utf8_quality(text).invalid != 0;
  const std::vector<Chunk> chunks = Judge().read(text, damaged ? As::kDamagedUtf8 : As::kUtf8);
  std::array<std::size_t, kWays> evidence{};
  Known known{};
  std::vector<Stretch> pieces = sure_pieces(text, chunks, known, evidence);
  for (std::size_t way = kFirstLegacy; way < kWays; ++way) known[way] = evidence[way] >= kKnown;
  if (std::find(known.begin(), known.end(), true) != known.end()) {
    pieces = sure_pieces(text, chunks, known, evidence);
  }
  return pieces.empty() ? suspected_pieces(text, chunks) : pieces;
}

}  // namespace scp
