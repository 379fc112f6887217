#include "cli/explain_at.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "cli/render.h"
#include "cli/width.h"
#include "emit/fields_identity.h"
#include "layout/blocks.h"
#include "layout/run_in.h"
#include "lex/token.h"
#include "outline/enumerator.h"
#include "text/text.h"
#include "text/utf8.h"

namespace scp::cli {
namespace {

constexpr std::size_t kShown = 60;  // columns of a text that is quoted

// The offset in the input of a line and a column; none where the line is shorter.
std::optional<std::uint32_t> offset_of(const LineIndex& lines, std::uint32_t line,
                                       std::uint32_t column) {
  if (line == 0 || column == 0 || line > lines.line_count()) return std::nullopt;
  const std::string_view text = lines.line_text(line);
  std::size_t at = 0;
  for (std::uint32_t c = 1; c < column; ++c) {
    if (at >= text.size()) return std::nullopt;
    at += decode(text, at).length;
  }
  if (at >= text.size()) return std::nullopt;
  return lines.to_original(lines.line_start(line) + static_cast<std::uint32_t>(at));
}

class Explainer {
 public:
  Explainer(const Layout& layout, const Text& text, const Grammar& grammar, Lang lang)
      : layout_(layout), flow_(layout.flow), text_(text), grammar_(grammar), lang_(lang) {}

  std::string run(std::uint32_t offset) {
    const Token* token = token_at(offset);
    if (token == nullptr) return set_aside(offset);
    at_ = token->begin;
    subject_ = flow_.text().substr(0, end_of_part());
    std::string out = joined_lines(offset) +
                      say(MessageId::kExplainAtPlace, {{"text", quoted(subject_.substr(at_))}});
    std::string sets = of_numbering(*token);
    for (std::size_t set = 0; set < kRuleSetCount; ++set) sets += of_set(static_cast<RuleSet>(set));
    out += sets.empty() ? say(MessageId::kExplainAtNoRules) : sets;
    return out + of_lexicons();
  }

 private:
  std::string say(MessageId id, std::initializer_list<MessageArg> args = {}) const {
    return message(lang_, id, args) + "\n";
  }

  static std::string quoted(std::string_view text) {
    std::string out;
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size() && used < kShown;) {
      const CodePoint c = decode(text, at);
      if (c.value == '\n') break;
      append(out, c.value < 0x20 ? U' ' : c.value);
      used += width_of(c.value);
      at += c.length;
      if (used >= kShown && at < text.size()) out += "…";
    }
    return out;
  }

  // The token of the flow that was read from this byte, or the next one on the same line.
  const Token* token_at(std::uint32_t offset) const {
    for (const Token& token : flow_.tokens()) {
      const Place place = flow_.place({token.begin, token.end});
      const auto holds = [&](Span span) { return span.begin <= offset && offset < span.end; };
      if (holds(place.first) || std::any_of(place.more.begin(), place.more.end(), holds)) {
        return &token;
      }
    }
    return nullptr;
  }

  // Where the paragraph or cell ends that holds the place: no reader looks further.
  std::uint32_t end_of_part() {
    Range best{0, static_cast<std::uint32_t>(flow_.text().size())};
    const auto consider = [&](Range range) {
      const bool holds = range.begin <= at_ && at_ < range.end;
      if (holds && range.size() < best.size()) best = range;
    };
    for (const Block& block : layout_.blocks) consider(block.range);
    for (const TableBlock& table : layout_.tables) {
      for (const Row& row : table.rows) {
        for (const Range cell : row.cells) consider(cell);
      }
    }
    part_ = best;
    return best.end;
  }

  // A reader looks at whole paragraphs: what stands in a line of its own may go on from above.
  std::string joined_lines(std::uint32_t offset) const {
    const LineIndex& lines = *text_.lines;
    const Place begin = flow_.place({part_.begin, part_.begin + 1});
    if (part_.empty() || begin.nowhere()) return {};
    const std::uint32_t line = lines.locate(begin.first.begin).line;
    if (line >= lines.locate(offset).line) return {};
    return say(MessageId::kExplainAtJoined, {{"line", line}});
  }

  std::string set_aside(std::uint32_t offset) const {
    for (const Furniture& part : layout_.furniture) {
      const Span span = text_.source(part.content.begin, part.content.end);
      if (span.begin <= offset && offset < span.end) {
        return say(MessageId::kExplainAtFurniture, {{"reason", part.reason}});
      }
    }
    return say(MessageId::kExplainAtNothing);
  }

  // The scanner reads numbers of items by itself; no rule is asked for them.
  std::string of_numbering(const Token& token) const {
    if (token.kind != TokenKind::kEnumerator) return {};
    const std::string_view written = flow_.text().substr(token.begin, token.end - token.begin);
    const Enumerator number = read_enumerator(written, 0);
    return say(MessageId::kExplainAtNumber,
               {{"text", written},
                {"kind", emitting::name_of_value(node_kind(number.scheme))},
                {"value", number.value}});
  }

  std::string of_set(RuleSet set) const {
    Candidates candidates;
    grammar_.candidates(set, subject_, at_, candidates);
    if (candidates.empty()) return {};
    std::string out = std::string(name_of(set)) + "\n";
    const Rule* winner = nullptr;
    for (const Rule* rule : candidates) {
      RuleMatch match;
      const MatchResult result = rule->match_at(subject_, at_, match);
      MessageId id = MessageId::kExplainAtNoMatch;
      if (result == MatchResult::kLimit) id = MessageId::kExplainAtLimit;
      if (result == MatchResult::kYes) {
        id = winner == nullptr ? MessageId::kExplainAtWon : MessageId::kExplainAtLater;
      }
      const bool matched = result == MatchResult::kYes;
      const std::string read = matched ? quoted(subject_.substr(at_, match.end - at_)) : "";
      const std::string where = std::string(rule->file()) + ":" + std::to_string(rule->line());
      out += "  " + say(id, {{"rule", rule->id()},
                             {"place", where},
                             {"text", read},
                             {"winner", winner == nullptr ? "" : winner->id()}});
      if (matched && winner == nullptr) winner = rule;
    }
    return out;
  }

  std::string of_lexicons() const {
    std::vector<Word> words;
    split_words(grammar_, subject_.substr(at_), words);
    std::string out;
    for (std::size_t i = 0; i < kLexiconCount; ++i) {
      const auto id = static_cast<LexiconId>(i);
      LexiconMatch match;
      if (words.empty() || words[0].connector || words[0].stop) break;
      if (!grammar_.lexicon(id).longest_at(words, 0, match)) continue;
      const std::string_view read = subject_.substr(at_, words[match.end_word - 1].end);
      out += say(MessageId::kExplainAtPhrase,
                 {{"lexicon", name_of(id)}, {"text", quoted(read)}, {"name", match.entry.name()}});
    }
    return out;
  }

  const Layout& layout_;
  const Flow& flow_;
  const Text& text_;
  const Grammar& grammar_;
  Lang lang_;
  std::uint32_t at_ = 0;
  Range part_;  // the paragraph or cell that holds it
  std::string_view subject_;
};

}  // namespace

std::string explain_at(const SourceFile& source, const Grammar& grammar, std::uint32_t line,
                       std::uint32_t column, Lang lang) {
  const std::optional<std::uint32_t> offset = offset_of(*source.lines, line, column);
  if (!offset) return {};
  const Text text = read_text(source, grammar);
  const std::vector<Token> tokens = tokenize(text);
  const Layout layout = recover_layout(text, tokens, grammar);
  const std::string_view shown = source.lines->line_text(line);
  const std::uint32_t begin = source.lines->to_utf8(*offset) - source.lines->line_start(line);
  return excerpt(shown, begin, begin) + Explainer(layout, text, grammar, lang).run(*offset);
}

}  // namespace scp::cli
