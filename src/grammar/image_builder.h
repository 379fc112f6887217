// Collects the records of an image and lays them out.
//
// Used once: fill, then finish. Holds: the same calls give the same bytes. One thread.
#ifndef SCPPARSE_GRAMMAR_IMAGE_BUILDER_H_
#define SCPPARSE_GRAMMAR_IMAGE_BUILDER_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar_source.h"
#include "grammar/image.h"
#include "grammar/pattern_code.h"
#include "grammar/prefix_trie.h"
#include "grammar/words.h"

namespace scp {

class ImageBuilder {
 public:
  explicit ImageBuilder(const ProblemLog& log) : log_(log) { words_.emplace_back(); }

  image::Text text(std::string_view text);
  image::Range values(const std::vector<FieldSource>& fields);

  // Rules in the order of the grammar; finish() sorts them by set.
  void add_rule(const RuleSource& rule, std::string_view pattern, const CompiledPattern& compiled,
                std::vector<Beginning> beginnings);

  std::uint32_t add_word(const std::string& folded, std::uint32_t kind = image::kPlainWord);
  // 0 when there is no such word.
  std::uint32_t word(const std::string& folded) const;
  std::uint32_t word_kind(std::uint32_t word) const { return words_[word].connector; }

  std::uint32_t add_entry(const EntrySource& entry);
  image::Range add_gaps(const std::vector<Gap>& gaps);
  image::Lexicon& lexicon(LexiconId id);
  void add_examples(std::uint32_t owner, bool of_lexicon,
                    const std::vector<ExampleSource>& examples);

  std::vector<image::Node> nodes;
  std::vector<image::Edge> edges;
  std::vector<image::Phrase> phrases;
  std::vector<image::Bare> bares;
  std::size_t entry_count() const { return entries_.size(); }

  std::vector<std::uint8_t> finish(std::string_view version);
  // After finish: where each example of the image stands.
  const std::vector<Spot>& example_spots() const { return example_spots_; }

 private:
  struct PendingRule {
    image::Rule record;
    const RuleSource* source;
    std::vector<Beginning> beginnings;
  };
  void sort_rules();
  void add_prefixes();
  void mark_first_words();
  std::vector<std::uint32_t> make_slots() const;

  const ProblemLog& log_;
  std::string strings_;
  std::map<std::string, image::Text, std::less<>> known_strings_;
  std::vector<PendingRule> pending_;
  std::vector<image::Rule> rules_;
  std::vector<image::Range> rule_sets_;
  std::vector<std::uint32_t> rule_order_;
  PrefixTrie prefixes_;
  std::vector<std::uint8_t> codes_;
  std::vector<image::Capture> captures_;
  std::vector<image::Value> values_;
  std::vector<image::Lexicon> lexicons_ = std::vector<image::Lexicon>(kLexiconCount);
  std::vector<image::Entry> entries_;
  std::vector<image::Word> words_;
  std::map<std::string, std::uint32_t, std::less<>> word_ids_;
  std::vector<Gap> gaps_;
  std::vector<image::Example> examples_;
  std::vector<Spot> example_spots_;
};

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_IMAGE_BUILDER_H_
