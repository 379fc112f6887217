#include "layout/flow.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace scp {

void Flow::add_piece(Range content) {
  const std::string_view from =
      std::string_view(text_->content).substr(content.begin, content.size());
  pieces_.push_back({static_cast<std::uint32_t>(flow_.size()), content.begin, content.size()});
  const std::uint32_t shift = static_cast<std::uint32_t>(flow_.size());
  flow_.append(from);
  auto token = std::lower_bound(source_tokens_->begin(), source_tokens_->end(), content.begin,
                                [](const Token& t, std::uint32_t at) { return t.begin < at; });
  for (; token != source_tokens_->end() && token->end <= content.end; ++token) {
    Token moved = *token;
    moved.begin = moved.begin - content.begin + shift;
    moved.end = moved.end - content.begin + shift;
    tokens_.push_back(moved);
  }
}

// Several blanks between words, as in justified lines, and tabs are one blank; so is the end of a
// line after which a sentence goes on. An empty line inside of a cell ends a line like any other.
void Flow::add_words(Range content) {
  const std::string_view text = std::string_view(text_->content).substr(0, content.end);
  const auto blank = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\t'; };
  const auto wraps = [&](std::size_t at) {
    return text[at] == '\n' && at + 1 < content.end && is_lower(decode(text, at + 1).value);
  };
  for (std::size_t at = content.begin; at < content.end; ++at) {
    const bool gap = text[at] == '\n' && at + 1 < content.end && text[at + 1] == '\n';
    const bool run = gap || wraps(at) ||
                     (blank(at) && (text[at] == '\t' || (at + 1 < content.end && blank(at + 1))));
    if (!run) continue;
    std::size_t end = at + 1;
    while (end < content.end && (gap ? text[end] == '\n' : blank(end))) ++end;
    const auto token = std::lower_bound(source_tokens_->begin(), source_tokens_->end(), at,
                                        [](const Token& t, std::size_t v) { return t.end <= v; });
    const bool inside = token != source_tokens_->end() && token->begin < at;
    if (!inside) {
      add_piece({content.begin, static_cast<std::uint32_t>(at)});
      flow_.push_back(gap ? '\n' : ' ');
      content.begin = static_cast<std::uint32_t>(end);
    }
    at = end - 1;
  }
  if (!content.empty()) add_piece(content);
}

void Flow::leave_out(std::vector<Range> ranges) {
  left_out_ = std::move(ranges);
  std::sort(left_out_.begin(), left_out_.end(),
            [](const Range& a, const Range& b) { return a.begin < b.begin; });
}

std::vector<Range>::const_iterator Flow::next_left_out(Range range) const {
  return std::lower_bound(left_out_.begin(), left_out_.end(), range.begin,
                          [](const Range& out, std::uint32_t at) { return out.begin < at; });
}

Range Flow::append(std::span<const Part> pieces) {
  const auto begin = static_cast<std::uint32_t>(flow_.size());
  for (const Part& piece : pieces) {
    if (flow_.size() > begin && piece.joint != 0) flow_.push_back(piece.joint);
    Range rest = piece;
    for (auto out = next_left_out(rest); out != left_out_.end() && out->end <= rest.end; ++out) {
      if (out->begin > rest.begin) add_words({rest.begin, out->begin});
      rest.begin = out->end;
    }
    while (!rest.empty()) {  // U+2028 becomes a line feed
      const std::string_view content = text_->content;
      const std::size_t at = content.substr(0, rest.end).find(kSoftBreak, rest.begin);
      if (at == std::string_view::npos) {
        add_words(rest);
        break;
      }
      add_words({rest.begin, static_cast<std::uint32_t>(at)});
      while (!flow_.empty() && flow_.back() == ' ') flow_.pop_back();
      flow_.push_back('\n');
      rest.begin = static_cast<std::uint32_t>(at + kSoftBreak.size());
      while (rest.begin < rest.end && content[rest.begin] == ' ') ++rest.begin;
    }
  }
  const auto end = static_cast<std::uint32_t>(flow_.size());
  flow_.push_back('\n');
  token_index_.cover(tokens_.size(), [&](std::size_t i) { return tokens_[i].begin; });
  return {begin, end};
}

Range Flow::tokens_in(Range range) const {
  const std::uint32_t first = token_from(range.begin);
  return {first, std::max(first, token_from(range.end))};
}

std::vector<Flow::Stretch>::const_iterator Flow::piece_at(std::uint32_t at) const {
  auto next =
      std::upper_bound(pieces_.begin(), pieces_.end(), at,
                       [](std::uint32_t value, const Stretch& s) { return value < s.flow; });
  return next == pieces_.begin() ? next : next - 1;
}

std::uint32_t Flow::content_offset(std::uint32_t at) const {
  if (pieces_.empty()) return 0;
  const auto piece = piece_at(at);
  return piece->content + std::min(at - piece->flow, piece->length);
}

std::vector<Range> Flow::content_ranges(Range range) const {
  std::vector<Range> ranges;
  if (range.empty() || pieces_.empty()) return ranges;
  for (auto piece = piece_at(range.begin); piece != pieces_.end() && piece->flow < range.end;
       ++piece) {
    const std::uint32_t begin = std::max(range.begin, piece->flow);
    const std::uint32_t end = std::min(range.end, piece->flow + piece->length);
    if (begin >= end) continue;
    const std::uint32_t from = piece->content + (begin - piece->flow);
    ranges.push_back({from, from + (end - begin)});
  }
  return ranges;
}

Place Flow::place(Range range) const {
  Place place;
  range = trimmed(range);
  if (!range.empty() && !pieces_.empty()) {  // most are in one piece
    const auto piece = piece_at(range.begin);
    if (range.begin >= piece->flow && range.end <= piece->flow + piece->length) {
      const std::uint32_t begin = piece->content + (range.begin - piece->flow);
      place.first = text_->source(begin, begin + range.size());
      return place;
    }
  }
  std::vector<Range> ranges = content_ranges(range);
  std::sort(ranges.begin(), ranges.end(), [](Range a, Range b) { return a.begin < b.begin; });
  std::vector<Range> merged;
  const std::string_view content = text_->content;
  for (const Range& next : ranges) {
    // Lines of one paragraph and cells of one row are one place; what stands apart is another.
    if (!merged.empty()) {
      const std::uint32_t gap = merged.back().end;
      const std::string_view between = content.substr(gap, std::max(next.begin, gap) - gap);
      const bool blank = between.find_first_not_of(" \t\n\xE2\x80\xA8") == std::string_view::npos;
      if (blank && std::count(between.begin(), between.end(), '\n') <= 1) {
        merged.back().end = std::max(merged.back().end, next.end);
        continue;
      }
    }
    merged.push_back(next);
  }
  for (const Range& part : merged) {
    const Span span = text_->source(part.begin, part.end);
    if (place.first.empty()) {
      place.first = span;
    } else {
      place.more.push_back(span);
    }
  }
  return place;
}

std::vector<Span> Flow::loose_spans(Range range) const {
  std::vector<Span> spans;
  for (const Range& part : content_ranges(range)) {
    spans.push_back(text_->loose_source(part.begin, part.end));
  }
  return spans;
}

Range Flow::trimmed(Range range) const {
  const auto blank = [&](std::uint32_t at) {
    return flow_[at] == ' ' || flow_[at] == '\n' || flow_[at] == '\t';
  };
  while (range.begin < range.end && blank(range.begin)) ++range.begin;
  while (range.end > range.begin && blank(range.end - 1)) --range.end;
  return range;
}

}  // namespace scp
