#include "grammar/lexicon_builder.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace scp {
namespace {

struct Phrase {
  std::vector<std::uint32_t> words;
  std::vector<Gap> gaps;  // one fewer than words
  std::string bare;
};

struct TriePhrase {
  std::uint32_t entry;
  std::vector<Gap> gaps;
  const YamlNode* written;
};

struct TrieNode {
  std::map<std::uint32_t, std::uint32_t> edges;
  std::vector<TriePhrase> phrases;
};

std::string_view cut(std::string_view text, const Piece& piece) {
  return text.substr(piece.begin, piece.end - piece.begin);
}

// Takes the phrases of one lexicon.
class LexiconBuilder {
 public:
  LexiconBuilder(const LexiconSource& source, ImageBuilder& image, ProblemLog& log)
      : source_(source), image_(image), log_(log), trie_(1) {}

  void build() {
    image::Lexicon& lexicon = image_.lexicon(source_.id);
    lexicon.defined = 1;
    if (source_.about != nullptr) lexicon.about = image_.text(source_.about->text);
    lexicon.file = image_.text(log_.file(source_.node->spot.file).name);
    lexicon.line = log_.line_of(source_.node->spot);
    lexicon.entries.begin = static_cast<std::uint32_t>(image_.entry_count());
    lexicon.entries.count = static_cast<std::uint32_t>(source_.entries.size());
    for (const EntrySource& entry : source_.entries) {
      const std::uint32_t index = image_.add_entry(entry);
      add(*entry.name, index);
      for (const YamlNode* variant : entry.variants) add(*variant, index);
    }
    lexicon.root = write_trie();
    lexicon.bare = write_bares();
    image_.add_examples(static_cast<std::uint32_t>(source_.id), true, source_.examples);
  }

 private:
  void add(const YamlNode& written, std::uint32_t entry) {
    const std::optional<Phrase> phrase = read(written);
    if (!phrase) return;
    std::uint32_t node = 0;
    for (const std::uint32_t word : phrase->words) {
      const auto next = static_cast<std::uint32_t>(trie_.size());
      const auto [edge, fresh] = trie_[node].edges.emplace(word, next);
      node = edge->second;
      if (fresh) trie_.emplace_back();
    }
    bares_.emplace(phrase->bare, entry);
    for (const TriePhrase& other : trie_[node].phrases) {
      if (other.gaps != phrase->gaps) continue;
      if (other.entry == entry) return;
      log_.add("grammar-duplicate-phrase", written.spot, MessageId::kGrammarErrorSameWords,
               {{"text", other.written->text}, {"place", log_.where(other.written->spot)}});
      return;
    }
    trie_[node].phrases.push_back({entry, phrase->gaps, &written});
  }

  std::optional<Phrase> read(const YamlNode& written) {
    const std::string_view text = written.text;
    Phrase phrase;
    WordCutter cutter(text);
    Piece piece;
    Gap gap = 0;
    std::string folded;
    while (cutter.next(piece)) {
      if (piece.kind == Piece::Kind::kStop) {
        return refuse(written, piece.begin, MessageId::kGrammarErrorPhraseEnd,
                      {{"text", cut(text, piece)}});
      }
      if (piece.kind != Piece::Kind::kWord) {
        gap |= piece.gap;
        continue;
      }
      if (!fold_word(cut(text, piece), folded)) {
        return refuse(written, piece.begin, MessageId::kGrammarErrorLongWord);
      }
      if (is_connector(folded)) {
        gap |= kGapAnd;
        continue;
      }
      if (!phrase.words.empty()) phrase.gaps.push_back(gap);
      gap = 0;
      phrase.words.push_back(image_.add_word(folded));
      add_bare(cut(text, piece), phrase.bare);
    }
    if (phrase.words.empty()) {
      if (source_.id == LexiconId::kConnectors) return std::nullopt;  // has been reported
      return refuse(written, 0, MessageId::kGrammarErrorNoWords);
    }
    if (phrase.words.size() > image::kMaxPhraseWords) {
      return refuse(written, 0, MessageId::kGrammarErrorManyWords,
                    {{"limit", image::kMaxPhraseWords}});
    }
    return phrase;
  }

  std::optional<Phrase> refuse(const YamlNode& written, std::size_t offset, MessageId id,
                               std::initializer_list<MessageArg> args = {}) {
    log_.add("grammar-phrase", spot_inside(log_.file(written.spot.file).text, written, offset), id,
             args);
    return std::nullopt;
  }

  bool is_connector(const std::string& folded) const {
    return source_.id != LexiconId::kConnectors &&
           image_.word_kind(image_.word(folded)) == image::kConnectorWord;
  }

  void add_bare(std::string_view word, std::string& key) const {
    std::string bare;
    fold_word_bare(word, bare);
    if (image_.word_kind(image_.word(bare)) != image::kPlainWord) return;
    if (!key.empty()) key += ' ';
    key += bare;
  }

  // Nodes of a lexicon keep their order, so that a child's index is known beforehand.
  std::uint32_t write_trie() {
    const auto base = static_cast<std::uint32_t>(image_.nodes.size());
    for (const TrieNode& node : trie_) {
      image::Node record;
      record.edges = {static_cast<std::uint32_t>(image_.edges.size()),
                      static_cast<std::uint32_t>(node.edges.size())};
      for (const auto& [word, child] : node.edges) image_.edges.push_back({word, base + child});
      record.phrases = {static_cast<std::uint32_t>(image_.phrases.size()),
                        static_cast<std::uint32_t>(node.phrases.size())};
      for (const TriePhrase& phrase : node.phrases) {
        image_.phrases.push_back({phrase.entry, image_.add_gaps(phrase.gaps)});
      }
      image_.nodes.push_back(record);
    }
    return base;
  }

  image::Range write_bares() {
    const auto begin = static_cast<std::uint32_t>(image_.bares.size());
    for (const auto& [key, entry] : bares_) {
      image_.bares.push_back({hash_of(key), image_.text(key), entry});
    }
    std::stable_sort(image_.bares.begin() + begin, image_.bares.end(),
                     [](const image::Bare& a, const image::Bare& b) { return a.hash < b.hash; });
    return {begin, static_cast<std::uint32_t>(bares_.size())};
  }

  const LexiconSource& source_;
  ImageBuilder& image_;
  ProblemLog& log_;
  std::vector<TrieNode> trie_;
  std::map<std::string, std::uint32_t> bares_;  // the first entry with each
};

void add_connector(const YamlNode& written, ImageBuilder& image, ProblemLog& log) {
  WordCutter cutter(written.text);
  Piece piece;
  Piece more;
  std::string folded;
  std::string bare;
  const bool one_word = cutter.next(piece) && piece.kind == Piece::Kind::kWord &&
                        !cutter.next(more) && fold_word(cut(written.text, piece), folded) &&
                        fold_word_bare(cut(written.text, piece), bare);
  if (!one_word) {
    log.add("grammar-phrase", written.spot, MessageId::kGrammarErrorConnector);
    return;
  }
  image.add_word(folded, image::kConnectorWord);
  image.add_word(bare, image::kBareConnectorWord);
}

}  // namespace

void build_lexicons(const GrammarSource& source, ImageBuilder& image, ProblemLog& log) {
  for (const LexiconSource& lexicon : source.lexicons) {
    if (lexicon.id != LexiconId::kConnectors) continue;
    for (const EntrySource& entry : lexicon.entries) {
      add_connector(*entry.name, image, log);
      for (const YamlNode* variant : entry.variants) add_connector(*variant, image, log);
    }
  }
  image.nodes.emplace_back();  // the root of lexicons that are not there
  for (const LexiconSource& lexicon : source.lexicons) {
    LexiconBuilder(lexicon, image, log).build();
  }
}

}  // namespace scp
