#include <algorithm>
#include <array>
#include <string>

#include "grammar/grammar.h"
#include "grammar/grammar_impl.h"

namespace scp {
namespace {

// One phrase of the text while it is followed through a trie: the gaps between its words so far.
struct Path {
  std::array<Gap, image::kMaxPhraseWords> gaps{};
  std::uint32_t words = 0;
};

const image::Node* child_of(const image::ImageView& view, const image::Node& node,
                            std::uint32_t word) {
  const auto edges = view.part<image::Edge>(image::kEdges, node.edges);
  const auto found =
      std::lower_bound(edges.begin(), edges.end(), word,
                       [](const image::Edge& edge, std::uint32_t key) { return edge.word < key; });
  if (found == edges.end() || found->word != word) return nullptr;
  return &view.section<image::Node>(image::kNodes)[found->node];
}

const image::Node& root_of(const image::ImageView& view, LexiconId id) {
  return view.section<image::Node>(image::kNodes)[view.lexicon(id).root];
}

constexpr int kNotAcceptable = -1;

// How far the text's connectors are from the phrase's own: 0 is "the same".
int distance(const image::ImageView& view, const image::Phrase& phrase, const Path& path) {
  const bool collective = view.entry(phrase.entry).collective != 0;
  const auto gaps = view.part<Gap>(image::kGaps, phrase.gaps);
  int differences = 0;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    const bool comma_welcome = collective || (gaps[i] & (kGapComma | kGapHyphen)) != 0;
    if ((path.gaps[i] & kGapComma) != 0 && !comma_welcome) return kNotAcceptable;
    if (path.gaps[i] != gaps[i]) ++differences;
  }
  return differences;
}

struct Best {
  std::uint32_t entry = image::kNone;
  bool exact = false;
};

Best best_phrase(const image::ImageView& view, const image::Node& node, const Path& path) {
  Best best;
  int nearest = kNotAcceptable;
  for (const image::Phrase& phrase : view.part<image::Phrase>(image::kPhrases, node.phrases)) {
    const int found = distance(view, phrase, path);
    if (found == kNotAcceptable || (nearest != kNotAcceptable && found >= nearest)) continue;
    nearest = found;
    best = {phrase.entry, found == 0};
  }
  return best;
}

// Whether one letter is another, too many or missing.
bool one_letter_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() > a.size() + 1) return false;
  const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin());
  const auto same = static_cast<std::size_t>(left - a.begin());
  const std::size_t own = a.size() == b.size() ? same + 1 : same;
  return own <= a.size() && a.substr(own) == b.substr(same + 1);
}

}  // namespace

std::uint32_t Grammar::Impl::word_key(const FoldedWord& folded) const {
  return folded.good() ? word_key(folded.text(), folded.hash()) : 0;
}

std::uint32_t Grammar::Impl::word_key(std::string_view folded, std::uint32_t hash) const {
  const auto slots = view.section<std::uint32_t>(image::kSlots);
  const auto words = view.section<image::Word>(image::kWords);
  for (std::size_t at = hash & (slots.size() - 1);; at = (at + 1) & (slots.size() - 1)) {
    const std::uint32_t word = slots[at];
    if (word == 0) return 0;
    if (words[word].hash == hash && view.text(words[word].text) == folded) return word;
  }
}

bool Grammar::Impl::is_connector(std::uint32_t word) const {
  return view.section<image::Word>(image::kWords)[word].connector == image::kConnectorWord;
}

bool Grammar::Impl::is_bare_connector(std::uint32_t word) const {
  return view.section<image::Word>(image::kWords)[word].connector != image::kPlainWord;
}

std::string_view Entry::name() const {
  return grammar_->view.text(grammar_->view.entry(index_).name);
}
std::string_view Entry::id() const {
  return grammar_->view.text(grammar_->view.entry(index_).id);
}
std::string_view Entry::value(Field field) const {
  return grammar_->view.value(grammar_->view.entry(index_).values, field);
}

LexiconId Lexicon::id() const {
  return id_;
}

std::vector<Entry> Lexicon::entries() const {
  std::vector<Entry> result;
  const image::Range range = grammar_->view.lexicon(id_).entries;
  for (std::uint32_t i = 0; i < range.count; ++i) {
    result.push_back(Grammar::Impl::entry(grammar_, range.begin + i));
  }
  return result;
}

bool Lexicon::may_begin_with(const Word& word) const {
  if (word.key == 0 || word.connector || word.stop) return false;
  const image::Word& known = grammar_->view.section<image::Word>(image::kWords)[word.key];
  return (known.begins >> static_cast<unsigned>(id_) & 1U) != 0;
}

bool Lexicon::longest_at(std::span<const Word> words, std::size_t at, LexiconMatch& out) const {
  if (at >= words.size() || !may_begin_with(words[at])) return false;
  const image::ImageView& view = grammar_->view;
  const image::Node* node = &root_of(view, id_);
  Path path;
  Gap gap = 0;
  bool found = false;
  for (std::size_t i = at; i < words.size() && path.words < image::kMaxPhraseWords; ++i) {
    const Word& word = words[i];
    if (word.connector && i > at) {
      gap = static_cast<Gap>(gap | word.key);
      continue;
    }
    if (word.connector || word.stop || word.key == 0) break;
    node = child_of(view, *node, word.key);
    if (node == nullptr) break;
    if (path.words > 0) path.gaps[path.words - 1] = gap;
    gap = 0;
    ++path.words;
    const Best best = best_phrase(view, *node, path);
    if (best.entry == image::kNone) continue;
    found = true;
    out = {Grammar::Impl::entry(grammar_, best.entry), static_cast<std::uint32_t>(at),
           static_cast<std::uint32_t>(i + 1), best.exact};
  }
  return found;
}

bool Lexicon::goes_on_after(std::span<const Word> words, std::size_t at) const {
  if (at >= words.size() || !may_begin_with(words[at])) return false;
  const image::ImageView& view = grammar_->view;
  const image::Node* node = &root_of(view, id_);
  for (std::size_t i = at; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.connector && i > at) continue;
    if (word.connector || word.stop || word.key == 0) return false;
    node = child_of(view, *node, word.key);
    if (node == nullptr) return false;
  }
  return !view.part<image::Edge>(image::kEdges, node->edges).empty();
}

Entry Lexicon::find(std::string_view phrase) const {
  const image::ImageView& view = grammar_->view;
  const image::Node* node = &root_of(view, id_);
  Path path;
  Gap gap = 0;
  WordCutter cutter(phrase);
  Piece piece;
  while (cutter.next(piece)) {
    if (piece.kind == Piece::Kind::kStop) return {};
    if (piece.kind != Piece::Kind::kWord) {
      gap |= piece.gap;
      continue;
    }
    const std::uint32_t key = grammar_->word_key(cutter.word());
    if (grammar_->is_connector(key) && id_ != LexiconId::kConnectors) {
      gap |= kGapAnd;
      continue;
    }
    if (key == 0 || path.words == image::kMaxPhraseWords) return {};
    node = child_of(view, *node, key);
    if (node == nullptr) return {};
    if (path.words > 0) path.gaps[path.words - 1] = gap;
    gap = 0;
    ++path.words;
  }
  const Best best = best_phrase(view, *node, path);
  return best.entry == image::kNone ? Entry{} : Grammar::Impl::entry(grammar_, best.entry);
}

// The words of a phrase without diacritics and without those between its parts; empty where it can
// be no phrase.
std::string Grammar::Impl::bare_key(std::string_view phrase) const {
  std::string key;
  std::string bare;
  WordCutter cutter(phrase);
  Piece piece;
  while (cutter.next(piece)) {
    if (piece.kind == Piece::Kind::kStop) return {};
    if (piece.kind != Piece::Kind::kWord) continue;
    const std::string_view word = phrase.substr(piece.begin, piece.end - piece.begin);
    if (!fold_word_bare(word, bare)) return {};
    if (is_bare_connector(word_key(bare, hash_of(bare)))) continue;
    if (!key.empty()) key += ' ';
    key += bare;
  }
  return key;
}

Entry Lexicon::find_bare(std::string_view phrase) const {
  const std::string key = grammar_->bare_key(phrase);
  const image::ImageView& view = grammar_->view;
  const auto bares = view.part<image::Bare>(image::kBares, view.lexicon(id_).bare);
  const std::uint32_t hash = hash_of(key);
  auto at = std::lower_bound(bares.begin(), bares.end(), hash,
                             [](const image::Bare& bare_phrase, std::uint32_t wanted) {
                               return bare_phrase.hash < wanted;
                             });
  for (; at != bares.end() && at->hash == hash; ++at) {
    if (view.text(at->key) == key) return Grammar::Impl::entry(grammar_, at->entry);
  }
  return {};
}

Entry Lexicon::find_near(std::string_view phrase, std::size_t shortest) const {
  const std::string key = grammar_->bare_key(phrase);
  if (key.size() < shortest) return {};
  const image::ImageView& view = grammar_->view;
  for (const image::Bare& bare : view.part<image::Bare>(image::kBares, view.lexicon(id_).bare)) {
    if (one_letter_apart(view.text(bare.key), key))
      return Grammar::Impl::entry(grammar_, bare.entry);
  }
  return {};
}

}  // namespace scp
