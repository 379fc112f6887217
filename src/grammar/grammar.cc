#include "grammar/grammar.h"

#include <algorithm>
#include <utility>

#include "grammar/grammar_impl.h"
#include "grammar/prefix.h"
#include "support/load_bytes.h"

namespace scp {

Grammar::Impl::Impl(const std::uint8_t* bytes) : view(bytes), walk(view) {
  prepare();
}

Grammar::Impl::Impl(std::vector<std::uint8_t> bytes)
    : owned(std::move(bytes)), view(owned.data()), walk(view) {
  prepare();
}

void Grammar::Impl::prepare() {
  const std::size_t count = view.section<image::Rule>(image::kRules).size();
  rules.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    rules[i].grammar_ = this;
    rules[i].index_ = static_cast<std::uint32_t>(i);
  }
  patterns = std::make_unique<PatternCode[]>(count);
  for (std::size_t i = 0; i < kLexiconCount; ++i) {
    lexicons[i].grammar_ = this;
    lexicons[i].id_ = static_cast<LexiconId>(i);
  }
}

namespace {

// Goes down the trie of beginnings along a text, as long as rules of the `wanted` sets lie below;
// calls `use` for each node on the way that has some.
template <class Use>
void follow(const PrefixWalk& walk, SymbolReader reader, RuleSets wanted, Use use) {
  const image::PrefixNode* node = walk.root();
  while (node != nullptr && (node->below & wanted) != 0) {
    const std::uint32_t* const label = walk.label(*node);
    for (std::uint32_t i = 1; i < node->label.count; ++i) {
      if (reader.next() != label[i]) return;
    }
    if ((node->sets & wanted) != 0) use(*node);
    if (node->edges.count == 0) return;
    node = walk.child(*node, reader.next());
  }
}

}  // namespace

std::unique_ptr<Grammar> Grammar::Impl::over(const std::uint8_t* bytes) {
  return std::unique_ptr<Grammar>(new Grammar(std::make_unique<Impl>(bytes)));
}

Entry Grammar::Impl::entry(const Impl* grammar, std::uint32_t index) {
  Entry result;
  result.grammar_ = grammar;
  result.index_ = index;
  return result;
}

Grammar::Grammar(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Grammar::~Grammar() = default;

std::unique_ptr<Grammar> Grammar::from_image(std::vector<std::uint8_t> image) {
  if (!image::is_image(image.data(), image.size())) return nullptr;
  return std::unique_ptr<Grammar>(new Grammar(std::make_unique<Impl>(std::move(image))));
}

std::string_view Grammar::version() const {
  return impl_->view.text(impl_->view.header().version);
}

std::span<const Rule> Grammar::rules(RuleSet set) const {
  const auto sets = impl_->view.section<image::Range>(image::kRuleSets);
  const image::Range range = sets[static_cast<std::size_t>(set)];
  return std::span<const Rule>(impl_->rules).subspan(range.begin, range.count);
}

RuleSetReader::Path RuleSetReader::start() const {
  const image::PrefixNode* const root = grammar_.impl_->walk.root();
  return {root, 0, root->sets};
}

std::size_t RuleSetReader::follow(std::string_view text, std::size_t begin, std::size_t end,
                                  Path& path) const {
  const PrefixWalk& walk = grammar_.impl_->walk;
  SymbolReader reader(text, begin);
  const auto* node = static_cast<const image::PrefixNode*>(path.node);
  std::uint32_t symbols = path.symbols;
  RuleSets sets = path.sets;
  while (node != nullptr && reader.position() < end) {
    if (symbols == node->label.count) {
      node = walk.child(*node, reader.next());
      symbols = 1;
      if (node == nullptr) break;
    }
    const std::uint32_t* const label = walk.label(*node);
    bool same = true;
    while (same && symbols < node->label.count && reader.position() < end) {
      same = reader.next() == label[symbols++];
    }
    if (same && symbols == node->label.count) sets |= node->sets;
    const bool any_new = (node->below & ~sets) != 0;
    if (!same || (symbols == node->label.count && !any_new)) node = nullptr;
  }
  path = {node, static_cast<std::uint16_t>(symbols), sets};
  return reader.position();
}

namespace {

// Whether a character of a run may end with this byte: a digit, a blank, U+00A0 or U+2028.
inline bool may_end_run(char byte) {
  return byte == '\xA0' || byte == '\xA8' ||
         (static_cast<unsigned char>(byte) < 0x80 && !is_plain_symbol(byte));
}

// Whether a run of digits or blanks reaches over a place: one symbol is before and behind it.
inline bool run_goes_on(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size() || !may_end_run(text[at - 1])) return false;
  const PrefixSymbol next = fold_symbol(decode(text, at).value);
  if (!symbol_runs(next)) return false;
  std::size_t last = at - 1;
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
  return fold_symbol(decode(text, last).value) == next;
}

}  // namespace

RuleSets RuleSetReader::at(std::size_t begin, std::size_t end) {
  Path path;
  if (end - begin > sizeof(std::uint64_t) || run_goes_on(text_, end)) {
    path = start();
    follow(text_, begin, text_.size(), path);
    return path.sets;
  }
  const std::uint64_t bytes = load_bytes(text_, begin, end - begin);
  Known& known = known_[(bytes * 0x9E3779B97F4A7C15ULL) >> 55];
  if (known.bytes != bytes) {
    path = start();
    follow(text_, begin, end, path);
    known = {bytes, path, path};
    if (path.node != nullptr) follow(" ", 0, 1, known.spaced);
  }
  const bool spaced =
      end + 1 < text_.size() && text_[end] == ' ' && is_plain_symbol(text_[end + 1]);
  path = spaced ? known.spaced : known.path;
  const std::size_t next = spaced ? end + 1 : end;
  if (path.node == nullptr || next >= text_.size()) return path.sets;
  if (is_plain_symbol(text_[next])) {  // most lead no further
    const auto& node = *static_cast<const image::PrefixNode*>(path.node);
    const auto symbol = fold_ascii(text_[next]);
    if (path.symbols == node.label.count && (node.first & bit_of_symbol(symbol)) == 0) {
      return path.sets;
    }
  }
  follow(text_, next, text_.size(), path);
  return path.sets;
}

void Grammar::candidates(RuleSet set, std::string_view subject, std::size_t at,
                         Candidates& out) const {
  out.size_ = 0;
  const image::Range range =
      impl_->view.section<image::Range>(image::kRuleSets)[static_cast<std::size_t>(set)];
  std::array<std::uint32_t, 128> found;  // the first out.size_ are set
  follow(impl_->walk, {subject, at}, bit_of(set), [&](const image::PrefixNode& node) {
    for (const std::uint32_t rule : impl_->walk.rules(node)) {
      const bool of_set = rule - range.begin < range.count;
      if (of_set && out.size_ < found.size()) found[out.size_++] = rule;
    }
  });
  if (out.size_ > 1) {
    std::sort(found.begin(), found.begin() + out.size_);
    const auto* last = std::unique(found.begin(), found.begin() + out.size_);
    out.size_ = static_cast<std::size_t>(last - found.begin());
  }
  for (std::size_t i = 0; i < out.size_; ++i) out.rules_[i] = &impl_->rules[found[i]];
}

const Rule* Grammar::rule(std::string_view id) const {
  const auto order = impl_->view.section<std::uint32_t>(image::kRuleOrder);
  const auto found = std::lower_bound(order.begin(), order.end(), id,
                                      [this](std::uint32_t index, std::string_view wanted) {
                                        return impl_->rules[index].id() < wanted;
                                      });
  if (found == order.end() || impl_->rules[*found].id() != id) return nullptr;
  return &impl_->rules[*found];
}

const Lexicon& Grammar::lexicon(LexiconId id) const {
  return impl_->lexicons[static_cast<std::size_t>(id)];
}

std::string_view Rule::id() const {
  return grammar_->view.text(grammar_->view.rule(index_).id);
}
std::string_view Rule::about() const {
  return grammar_->view.text(grammar_->view.rule(index_).about);
}
std::string_view Rule::file() const {
  return grammar_->view.text(grammar_->view.rule(index_).file);
}
std::uint32_t Rule::line() const {
  return grammar_->view.rule(index_).line;
}

std::string_view Rule::value(Field field) const {
  return grammar_->view.value(grammar_->view.rule(index_).values, field);
}

std::string_view RuleMatch::text(Field field) const {
  const Capture& c = (*this)[field];
  if (c.set) return subject.substr(c.begin, c.end - c.begin);
  return rule == nullptr ? std::string_view{} : rule->value(field);
}

bool Rule::may_begin_with(unsigned char byte) const {
  return (grammar_->view.rule(index_).first_bytes[byte / 8] >> (byte % 8) & 1) != 0;
}

namespace {

MatchResult run_rule(Grammar::Impl& grammar, std::uint32_t index, std::string_view subject,
                     std::size_t at, bool to_the_end, RuleMatch& out) {
  const image::Rule& rule = grammar.view.rule(index);
  const StoredPattern stored{grammar.view.text(rule.pattern), rule.caseless != 0,
                             grammar.view.part<std::uint8_t>(image::kCodes, rule.code)};
  const PatternResult result = grammar.patterns[index].match(stored, subject, at, to_the_end);
  if (result.outcome == PatternResult::Outcome::kNo) return MatchResult::kNo;
  if (result.outcome == PatternResult::Outcome::kLimit) return MatchResult::kLimit;
  const GroupSpan whole = result.group(0);
  out = RuleMatch{};
  out.subject = subject;
  out.rule = &grammar.rules[index];
  out.begin = static_cast<std::uint32_t>(whole.begin);
  out.end = static_cast<std::uint32_t>(whole.end);
  for (const image::Capture capture :
       grammar.view.part<image::Capture>(image::kCaptures, rule.captures)) {
    const GroupSpan group = result.group(capture.group);
    RuleMatch::Capture& field = out.captures[capture.field];
    if (!group.set || field.set) continue;
    field = {static_cast<std::uint32_t>(group.begin), static_cast<std::uint32_t>(group.end), true};
  }
  return MatchResult::kYes;
}

}  // namespace

MatchResult Rule::match_at(std::string_view subject, std::size_t at, RuleMatch& out) const {
  if (at >= subject.size() || !may_begin_with(static_cast<unsigned char>(subject[at]))) {
    return MatchResult::kNo;
  }
  return run_rule(*grammar_, index_, subject, at, false, out);
}

MatchResult Rule::match_all(std::string_view subject, std::size_t at, RuleMatch& out) const {
  if (at >= subject.size() || !may_begin_with(static_cast<unsigned char>(subject[at]))) {
    return MatchResult::kNo;
  }
  return run_rule(*grammar_, index_, subject, at, true, out);
}

}  // namespace scp
