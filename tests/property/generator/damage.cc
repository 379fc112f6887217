#include "generator/damage.h"

#include <algorithm>
#include <cstdio>

#include "generator/letters.h"
#include "support/transcode.h"

namespace scp::testing {
namespace {

bool letter(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0x80 || (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
}

// Calls `change` with each place where `text` holds one of a pair at the end of a syllable.
template <typename Change>
std::string change_tones(std::string text, const std::vector<std::string>& tones, Change change) {
  for (std::size_t pair = 0; pair + 1 < tones.size(); pair += 2) {
    for (std::size_t side = 0; side < 2; ++side) {
      const std::string& from = tones[pair + side];
      for (std::size_t at = text.find(from); at != std::string::npos;
           at = text.find(from, at + from.size())) {
        const char before = at > 0 ? text[at - 1] : ' ';
        const char after = at + from.size() < text.size() ? text[at + from.size()] : ' ';
        if (letter(after) || before == 'q' || before == 'Q') continue;
        if (change(side)) text.replace(at, from.size(), tones[pair + 1 - side]);
      }
    }
  }
  return text;
}

// Puts `inserted` for, or before, letters outside of tags that `wanted` picks.
template <typename Wanted>
std::string inserted(const std::string& text, std::string_view piece, bool instead, Wanted wanted) {
  std::string out;
  bool tag = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<') tag = true;
    const bool here = !tag && i > 0 && i + 1 < text.size() && wanted(i);
    if (here) out += piece;
    if (!here || !instead) out += text[i];
    if (text[i] == '>') tag = false;
  }
  return out;
}

bool ascii_letter(char byte) {
  return letter(byte) && static_cast<unsigned char>(byte) < 0x80;
}

// Letters of some words by those of another script that look the same.
std::string with_lookalikes(const std::string& text, std::uint64_t seed) {
  static const std::vector<std::pair<char, std::string>> kTwins{
      {'A', "А"}, {'B', "В"}, {'C', "С"}, {'E', "Е"}, {'H', "Н"}, {'K', "К"},
      {'M', "М"}, {'O', "О"}, {'P', "Р"}, {'T', "Т"}, {'X', "Х"}, {'a', "а"},
      {'c', "с"}, {'e', "е"}, {'o', "о"}, {'p', "р"}, {'x', "х"}, {'y', "у"}};
  Random random(seed, "lookalikes");
  std::string out;
  bool tag = false;
  bool here = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<') tag = true;
    if (text[i] == '>') tag = false;
    const bool begins = letter(text[i]) && (i == 0 || !letter(text[i - 1]));
    if (begins) here = !tag && random.percent(4);
    const auto twin = std::find_if(kTwins.begin(), kTwins.end(),
                                   [&](const auto& pair) { return pair.first == text[i]; });
    if (here && twin != kTwins.end() && random.percent(60))
      out += twin->second;
    else
      out += text[i];
  }
  return out;
}

// Some letters by their numbers, in either base.
std::string with_entities(const std::string& text, std::uint64_t seed) {
  Random random(seed, "entities");
  std::string out;
  for (const char32_t c : characters(text)) {
    char number[16] = "";
    if (c >= 0x80 && random.percent(10)) {
      const char* form = random.percent(70) ? "&#%u;" : "&#x%X;";
      std::snprintf(number, sizeof number, form, static_cast<unsigned>(c));
    }
    if (number[0])
      out += number;
    else
      append_utf8(out, c);
  }
  return out;
}

std::string in_utf16(const std::string& text, bool big) {
  std::string out;
  const auto unit = [&](unsigned value) {
    const char bytes[]{static_cast<char>(value & 0xFFU), static_cast<char>(value >> 8U)};
    out += bytes[big ? 1 : 0];
    out += bytes[big ? 0 : 1];
  };
  unit(0xFEFF);
  for (const char32_t c : characters(text)) unit(static_cast<unsigned>(c));
  return out;
}

}  // namespace

std::string starred(std::string text, Random& random) {
  const std::size_t at = middle_blank(text);
  if (at == std::string::npos || !random.percent(25)) return text;
  const std::size_t end = text.find(' ', at + 1);
  if (end == std::string::npos) return text;
  if (random.percent(70)) text.insert(end, "**");
  return text.insert(at + 1, "**");
}

std::string blanks_at_slash(std::string number, Random& random) {
  const std::size_t at = number.find('/');
  const int where = random.number(1, 3);
  if (where & 2) number.insert(at + 1, " ");
  if (where & 1) number.insert(at, " ");
  return number;
}

std::string hyphens_only(std::string text) {
  const std::string dash = "\xE2\x80\x93";
  for (std::size_t at = text.find(dash); at != std::string::npos; at = text.find(dash, at)) {
    text.replace(at, dash.size(), "-");
  }
  return text;
}

std::string tones_folded(std::string text, const Vocabulary& vocabulary) {
  return change_tones(std::move(text), vocabulary.list("tones"),
                      [](std::size_t side) { return side == 1; });
}

std::string damaged(std::string text, std::uint64_t seed, const Options& options,
                    const Vocabulary& vocabulary) {
  if (options.tones) {
    Random random(seed, "tones");
    text = change_tones(std::move(text), vocabulary.list("tones"),
                        [&](std::size_t side) { return side == 0 && random.percent(40); });
  }
  if (options.nbsp) {
    Random random(seed, "nbsp");
    text = inserted(text, "\xC2\xA0", true, [&](std::size_t i) {
      return text[i] == ' ' && letter(text[i - 1]) && letter(text[i + 1]) && random.percent(8);
    });
  }
  if (options.soft_hyphens) {
    Random random(seed, "hyphens");
    text = inserted(text, "\xC2\xAD", false, [&](std::size_t i) {
      return ascii_letter(text[i - 1]) && ascii_letter(text[i]) && random.percent(2);
    });
  }
  if (options.nfd) text = decomposed(text);
  if (options.lookalikes) text = with_lookalikes(text, seed);
  if (options.entities) text = with_entities(text, seed);
  if (options.crlf) {
    std::string lines;
    for (const char byte : text) lines += byte == '\n' ? "\r\n" : std::string(1, byte);
    text = std::move(lines);
  }
  if (options.legacy) {
    const Encoder encode(kLegacyEncodings[static_cast<std::size_t>(options.legacy - 1)]);
    text = encode(hyphens_only(std::move(text)));
  }
  if (options.misread) text = misread(text, options.misread == 2);
  if (options.utf16) text = in_utf16(text, options.utf16 == 2);
  if (options.bom) text.insert(0, "\xEF\xBB\xBF");
  return text;
}

}  // namespace scp::testing
