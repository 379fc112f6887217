#include "layout/run_in.h"

#include <algorithm>

#include "layout/cells.h"
#include "layout/lines.h"
#include "layout/run_in_text.h"
#include "lex/scan.h"
#include "text/utf8.h"

namespace scp {
namespace {

using run_in::is_one_of;
using run_in::kLong;
using run_in::RunInText;

// Goes through the lines of a text.
class LostLineEnds {
 public:
  LostLineEnds(std::string_view content, const Grammar& grammar)
      : content_(content), grammar_(grammar) {}

  std::vector<LineEnd> run() {
    for (std::size_t at = 0; at < content_.size();) {
      const std::size_t end = std::min(content_.find('\n', at), content_.size());
      const Range range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      if (!signing_row(range) && !header_row(range) && end - at >= kLong) line(range);
      at = end + 1;
    }
    return std::move(ends_);
  }

 private:
  // "| Nơi nhận: - Như trên; - Lưu: VT. | KT. BỘ TRƯỞNG THỨ TRƯỞNG Nguyễn Văn An |"
  bool signing_row(Range line) {
    const std::string_view text = content_.substr(line.begin, line.size());
    const bool piped = !text.empty() && text.front() == '|';
    if (!piped && text.find('\t') == text.npos) return false;
    const std::size_t first = text.find_first_not_of(" |\t");
    if (first == text.npos) return false;
    const Range cell{line.begin + static_cast<std::uint32_t>(first), line.end};
    if (text.front() == '\t' || piped) {
      if (signer_alone(cell)) return true;
    }
    const Rule* form = line_form(grammar_, content_, cell);
    if (form == nullptr || form->value(Field::kRole) != "recipients") return false;
    for (const Range& own : cut_cells(content_, line)) cell_of(own);
    return true;
  }

  // The recipients stand nowhere: the cell beside the signature is empty.
  bool signer_alone(Range rest) {
    constexpr std::size_t kLongest = 300;  // bytes
    const std::string_view text = content_.substr(rest.begin, rest.size());
    const std::size_t last = text.find_last_not_of(" |\t");
    if (last >= kLongest) return false;
    const Range cell{rest.begin, rest.begin + static_cast<std::uint32_t>(last) + 1};
    if (text.substr(0, last).find_first_of("|\t") != text.npos) return false;
    RunInText signer(content_, grammar_, cell);
    if (!signer.read_signer()) return false;
    for (const std::uint32_t cut : signer.cuts()) ends_.push_back({cut, true});
    return true;
  }

  // Most rows of tables begin with a number, or a word in small letters.
  static bool begins_in_capitals(std::string_view text) {
    const std::size_t at = text.find_first_not_of(" |*");
    if (at == text.npos) return false;
    const CodePoint first = decode(text, at);
    const std::size_t next = at + first.length;
    return is_upper(first.value) && next < text.size() && is_upper(decode(text, next).value);
  }

  // "ỦY BAN NHÂN DÂN TỈNH A Số: 12/UBND-NC | CỘNG HÒA XÃ HỘI …": the number stands in the cell of
  // the issuer.
  bool header_row(Range line) {
    constexpr std::size_t kLongest = 1000;  // bytes
    const std::string_view text = content_.substr(line.begin, line.size());
    if (text.size() > kLongest || !begins_in_capitals(text) ||
        text.find_first_of("|\t") == text.npos)
      return false;
    const std::vector<Range> cells = cut_cells(content_, line);
    const bool heads = cells.size() > 1 && std::any_of(cells.begin(), cells.end(), [&](Range cell) {
                         const Rule* form = line_form(grammar_, content_, cell);
                         return form != nullptr && form->value(Field::kRole) == "national-header";
                       });
    if (!heads) return false;
    for (const Range& cell : cells) {
      for (const Range& part : lines_of_cell(content_, grammar_, cell)) number_in(part);
    }
    return true;
  }

  // Cuts a line of a cell before the number in it; one that is a form as a whole stays whole.
  void number_in(Range line) {
    if (line_form(grammar_, content_, line) != nullptr) return;
    for (std::uint32_t at = line.begin + 1; at < line.end; ++at) {
      if (content_[at - 1] != ' ' || content_[at] == ' ') continue;
      const Rule* form = line_form(grammar_, content_, {at, line.end});
      if (form == nullptr || form->value(Field::kRole) != "number") continue;
      ends_.push_back({at, true});
      return;  // "/2025/QĐ-UBND" is more of it
    }
  }

  void line(Range line) {
    if (content_.substr(line.begin, line.size()).find('\t') != std::string_view::npos) return;
    if (!is_piped(content_, line)) {
      RunInText text(content_, grammar_, line);
      if (text.read()) add(text.cuts());
      return;
    }
    bool behind_text = false;
    bool behind_date = false;
    for (const Range& cell : cut_cells(content_, line)) {
      if (cell.size() >= kLong && text_of(cell)) {
        behind_text = true;
      } else if (behind_date && title_of(cell)) {
        behind_date = false;
      } else if (behind_text) {
        cell_of(cell);
      }
      behind_date = behind_date || is_place_date(cell);
    }
  }

  void add(const std::vector<std::uint32_t>& cuts) {
    for (const std::uint32_t cut : cuts) ends_.push_back({cut, false});
  }

  bool text_of(Range range) {
    RunInText text(content_, grammar_, range);
    if (!text.read()) return false;
    ends_.push_back({range.begin, false});
    add(text.cuts());
    ends_.push_back({range.end, false});
    return true;
  }

  bool is_place_date(Range cell) const {
    RuleMatch match;
    const Rule* form = first_match(grammar_, RuleSet::kLine, content_, cell, match, true);
    return form != nullptr && form->value(Field::kRole) == "place-date";
  }

  // A title in a cell of its own, behind those of the header.
  bool title_of(Range cell) {
    RunInText text(content_, grammar_, cell);
    if (!text.read_title()) return false;
    ends_.push_back({cell.begin, false});
    add(text.cuts());
    return true;
  }

  // Recipients and signature beside each other: their lines stay in their cells.
  void cell_of(Range cell) {
    RunInText signer(content_, grammar_, cell);
    if (signer.read_signer()) {
      for (const std::uint32_t cut : signer.cuts()) ends_.push_back({cut, true});
      return;
    }
    for (std::uint32_t at = cell.begin + 1; at < cell.end; ++at) {
      if (content_[at - 1] != ' ' || content_[at] == ' ') continue;
      const char last = content_[std::max(cell.begin + 2, at) - 2];
      const bool bullet = scan::enumerator(content_.substr(0, cell.end), at) != at;
      if (bullet && is_one_of(last, ".;:,")) ends_.push_back({at, true});
    }
  }

  std::string_view content_;
  const Grammar& grammar_;
  std::vector<LineEnd> ends_;
};

}  // namespace

std::vector<LineEnd> find_lost_line_ends(std::string_view content, const Grammar& grammar) {
  return LostLineEnds(content, grammar).run();
}

Text read_text(const SourceFile& source, const Grammar& grammar) {
  Text text = normalize(source);
  std::vector<LineEnd> ends = find_lost_line_ends(text.content, grammar);
  if (ends.empty()) return text;
  for (LineEnd& end : ends) end.at = text.to_composed.begin_of(end.at);
  return normalize(source, ends);
}

}  // namespace scp
