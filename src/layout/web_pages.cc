#include "layout/web_pages.h"

#include <algorithm>
#include <string_view>

namespace scp {
namespace {

constexpr std::string_view kHead = "web-head";
constexpr std::string_view kTail = "web-tail";
constexpr std::ptrdiff_t kFewest = 3;  // marks

bool heads_document(const Line& line) {
  if (line.form == nullptr) return false;
  const std::string_view role = line.form->value(Field::kRole);
  return role == "national-header" || role == "number" || role == "legal-basis";
}

std::ptrdiff_t count(const std::vector<Furniture>& furniture, std::string_view reason) {
  return std::count_if(furniture.begin(), furniture.end(),
                       [&](const Furniture& part) { return part.reason == reason; });
}

void set_aside(const Line& line, std::string_view reason, std::vector<Furniture>& furniture) {
  furniture.push_back({line.drawn.empty() ? line.range : line.drawn, reason});
}

// Up to the value of the last property; a header above it would be that of a document.
void cut_head(std::vector<Line>& lines, std::vector<Furniture>& furniture) {
  if (count(furniture, kHead) < kFewest) return;
  std::uint32_t last = 0;
  for (const Furniture& part : furniture) {
    if (part.reason == kHead) last = std::max(last, part.content.begin);
  }
  const auto below = std::find_if(lines.begin(), lines.end(),
                                  [&](const Line& line) { return line.range.begin > last; });
  if (std::any_of(lines.begin(), below, heads_document)) return;
  const auto value = std::find_if(below, lines.end(), [](const Line& line) { return !line.rule; });
  if (value == lines.end()) return;
  const auto end = heads_document(*value) ? value : std::next(value);
  for (auto line = lines.begin(); line != end; ++line) set_aside(*line, kHead, furniture);
  lines.erase(lines.begin(), end);
}

void cut_tail(std::vector<Line>& lines, std::vector<Furniture>& furniture) {
  if (count(furniture, kTail) < kFewest) return;
  const auto first = std::find_if(furniture.begin(), furniture.end(),
                                  [](const Furniture& part) { return part.reason == kTail; });
  const std::uint32_t end = first->content.begin;
  const auto below = std::find_if(lines.begin(), lines.end(),
                                  [&](const Line& line) { return line.range.begin > end; });
  for (auto line = below; line != lines.end(); ++line) set_aside(*line, kTail, furniture);
  lines.erase(below, lines.end());
}

}  // namespace

void set_web_page_aside(std::vector<Line>& lines, std::vector<Furniture>& furniture) {
  cut_tail(lines, furniture);
  cut_head(lines, furniture);
}

}  // namespace scp
