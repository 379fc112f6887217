#include "grammar/problem_log.h"

#include <algorithm>

#include "support/suggest.h"
#include "text/utf8.h"

namespace scp {
namespace {

constexpr std::size_t kExcerptBefore = 70;  // code points shown before the caret
constexpr std::size_t kExcerptAfter = 40;

std::size_t back_up(std::string_view text, std::size_t at, std::size_t points) {
  while (at > 0 && points > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) --points;
  }
  return at;
}

std::size_t go_on(std::string_view text, std::size_t at, std::size_t points) {
  while (at < text.size() && points > 0) {
    next_code_point(text, at);
    --points;
  }
  return at;
}

std::size_t count_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  }));
}

// Blanks as wide as `text`, with its tabs kept.
std::string padding_for(std::string_view text) {
  std::string padding;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= 0x300 && c <= 0x36F) continue;
    padding += c == '\t' ? '\t' : ' ';
  }
  return padding;
}

std::string excerpt_of(std::string_view line, std::size_t column) {
  const std::size_t begin = back_up(line, column, kExcerptBefore);
  const std::size_t end = go_on(line, column, kExcerptAfter);
  const std::string_view before = begin > 0 ? "..." : "";
  std::string excerpt(before);
  excerpt += line.substr(begin, end - begin);
  if (end < line.size()) excerpt += "...";
  excerpt += '\n';
  excerpt += padding_for(before);
  excerpt += padding_for(line.substr(begin, column - begin));
  return excerpt + "^";
}

}  // namespace

ProblemLog::ProblemLog(const std::vector<GrammarFile>& files) : files_(files) {
  for (const GrammarFile& file : files) {
    std::vector<std::uint32_t>& starts = line_starts_.emplace_back(1, 0);
    for (std::size_t at = file.text.find('\n'); at != std::string::npos;
         at = file.text.find('\n', at + 1)) {
      starts.push_back(static_cast<std::uint32_t>(at + 1));
    }
  }
}

std::uint32_t ProblemLog::line_of(Spot spot) const {
  const std::vector<std::uint32_t>& starts = line_starts_[spot.file];
  const auto after = std::upper_bound(starts.begin(), starts.end(), spot.offset);
  return static_cast<std::uint32_t>(after - starts.begin());
}

Spot ProblemLog::spot_at(std::uint32_t file, int line, int column) const {
  const std::vector<std::uint32_t>& starts = line_starts_[file];
  const auto size = static_cast<std::uint32_t>(files_[file].text.size());
  if (line < 0 || static_cast<std::size_t>(line) >= starts.size()) return {file, size};
  const auto offset = starts[static_cast<std::size_t>(line)] + static_cast<std::uint32_t>(column);
  return {file, std::min(offset, size)};
}

void ProblemLog::add(std::string code, Spot spot, MessageId id,
                     std::initializer_list<MessageArg> args) {
  Problem problem;
  problem.code = std::move(code);
  problem.message = message(Lang::kEn, id, args);
  problem.message_vi = message(Lang::kVi, id, args);
  problem.file = files_[spot.file].path;
  problem.line = line_of(spot);
  const std::string& text = files_[spot.file].text;
  const std::size_t start = line_starts_[spot.file][problem.line - 1];
  std::size_t end = std::min(text.find('\n', start), text.size());
  if (end > start && text[end - 1] == '\r') --end;
  const std::string_view line = std::string_view(text).substr(start, end - start);
  const std::size_t column = std::min<std::size_t>(spot.offset - start, line.size());
  problem.column = static_cast<std::uint32_t>(count_points(line.substr(0, column)) + 1);
  problem.excerpt = excerpt_of(line, column);
  entries_.push_back({spot.file, spot.offset, std::move(problem)});
}

void ProblemLog::add_to_file(std::string code, std::uint32_t file, MessageId id) {
  Problem problem;
  problem.code = std::move(code);
  problem.message = message(Lang::kEn, id);
  problem.message_vi = message(Lang::kVi, id);
  problem.file = files_[file].path;
  entries_.push_back({file, 0, std::move(problem)});
}

std::string ProblemLog::where(Spot spot) const {
  const std::uint32_t line = line_of(spot);
  const std::size_t start = line_starts_[spot.file][line - 1];
  const std::string_view before =
      std::string_view(files_[spot.file].text).substr(start, spot.offset - start);
  return files_[spot.file].path + ":" + std::to_string(line) + ":" +
         std::to_string(count_points(before) + 1);
}

Problems ProblemLog::take() {
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return a.file != b.file ? a.file < b.file : a.offset < b.offset;
  });
  Problems problems;
  for (Entry& entry : entries_) problems.push_back(std::move(entry.problem));
  entries_.clear();
  return problems;
}

MessageArg suggestion(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view best = nearest(word, candidates);
  if (best.empty()) return {"hint", ""};
  return word_for("hint", MessageId::kGrammarErrorDidYouMean, {{"word", best}});
}

MessageArg suggestion_or_all(std::string_view word,
                             const std::vector<std::string_view>& candidates) {
  MessageArg hint = suggestion(word, candidates);
  if (!hint.value.empty()) return hint;
  return word_for("hint", MessageId::kGrammarErrorOneOf, {{"choices", joined(candidates)}});
}

MessageArg word_for(std::string_view placeholder, MessageId id,
                    std::initializer_list<MessageArg> args) {
  return {placeholder, std::string_view(message(Lang::kEn, id, args)),
          std::string_view(message(Lang::kVi, id, args))};
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) out += (out.empty() ? "" : " ") + std::string(word);
  return out;
}

}  // namespace scp
