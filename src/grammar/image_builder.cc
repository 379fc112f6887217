#include "grammar/image_builder.h"

#include <algorithm>
#include <numeric>

namespace scp {
namespace {

constexpr std::size_t kSectionAlignment = 16;

std::uint32_t size_of(const auto& container) {
  return static_cast<std::uint32_t>(container.size());
}

class Layout {
 public:
  Layout() : bytes_(round_up(sizeof(image::Header))) {}

  template <typename Container>
  void add(image::Section section, const Container& records) {
    using Record = typename Container::value_type;
    header_.sections[section] = {size_of(bytes_), size_of(records)};
    const auto* first = reinterpret_cast<const std::uint8_t*>(records.data());
    bytes_.insert(bytes_.end(), first, first + records.size() * sizeof(Record));
    bytes_.resize(round_up(bytes_.size()));
  }

  std::vector<std::uint8_t> finish(image::Text version) {
    header_.magic = image::kMagic;
    header_.format = image::kFormat;
    header_.size = size_of(bytes_);
    header_.version = version;
    header_.vocabulary = image::vocabulary_hash();
    std::memcpy(bytes_.data(), &header_, sizeof header_);
    return std::move(bytes_);
  }

 private:
  static std::size_t round_up(std::size_t size) {
    return (size + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment;
  }

  image::Header header_;
  std::vector<std::uint8_t> bytes_;
};

}  // namespace

image::Text ImageBuilder::text(std::string_view text) {
  const auto known = known_strings_.find(text);
  if (known != known_strings_.end()) return known->second;
  const image::Text place{size_of(strings_), size_of(text)};
  strings_ += text;
  strings_ += '\0';
  known_strings_.emplace(text, place);
  return place;
}

image::Range ImageBuilder::values(const std::vector<FieldSource>& fields) {
  const image::Range range{size_of(values_), size_of(fields)};
  for (const FieldSource& field : fields) {
    values_.push_back({static_cast<std::uint32_t>(field.field), text(field.value->text)});
  }
  return range;
}

void ImageBuilder::add_rule(const RuleSource& rule, std::string_view pattern,
                            const CompiledPattern& compiled, std::vector<Beginning> beginnings) {
  image::Rule record;
  record.id = text(rule.id->text);
  if (rule.about != nullptr) record.about = text(rule.about->text);
  record.file = text(log_.file(rule.id->spot.file).name);
  record.line = log_.line_of(rule.id->spot);
  record.set = static_cast<std::uint32_t>(rule.set);
  record.pattern = text(pattern);
  record.caseless = rule.caseless ? 1 : 0;
  codes_.resize((codes_.size() + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment);
  record.code = {size_of(codes_), size_of(compiled.code)};
  codes_.insert(codes_.end(), compiled.code.begin(), compiled.code.end());
  record.captures = {size_of(captures_), size_of(compiled.groups)};
  for (const PatternGroup& group : compiled.groups) {
    captures_.push_back({group.number, static_cast<std::uint32_t>(*field_named(group.name))});
  }
  record.values = values(rule.values);
  record.first_bytes = compiled.first_bytes;
  pending_.push_back({record, &rule, std::move(beginnings)});
}

std::uint32_t ImageBuilder::add_word(const std::string& folded, std::uint32_t kind) {
  const auto [at, fresh] = word_ids_.emplace(folded, size_of(words_));
  if (fresh) words_.push_back({text(folded), hash_of(folded), kind});
  return at->second;
}

std::uint32_t ImageBuilder::word(const std::string& folded) const {
  const auto at = word_ids_.find(folded);
  return at == word_ids_.end() ? 0 : at->second;
}

std::uint32_t ImageBuilder::add_entry(const EntrySource& entry) {
  image::Entry record;
  record.name = text(entry.name->text);
  if (entry.id != nullptr) record.id = text(entry.id->text);
  record.values = values(entry.values);
  for (const FieldSource& field : entry.values) {
    if (field.field == Field::kKind && field.value->text == "collective") record.collective = 1;
  }
  entries_.push_back(record);
  return size_of(entries_) - 1;
}

image::Range ImageBuilder::add_gaps(const std::vector<Gap>& gaps) {
  const image::Range range{size_of(gaps_), size_of(gaps)};
  gaps_.insert(gaps_.end(), gaps.begin(), gaps.end());
  return range;
}

image::Lexicon& ImageBuilder::lexicon(LexiconId id) {
  return lexicons_[static_cast<std::size_t>(id)];
}

void ImageBuilder::add_examples(std::uint32_t owner, bool of_lexicon,
                                const std::vector<ExampleSource>& examples) {
  for (const ExampleSource& example : examples) {
    image::Example record;
    record.owner = owner;
    record.of_lexicon = of_lexicon ? 1 : 0;
    record.reject = example.reject ? 1 : 0;
    record.text = text(example.text->text);
    if (example.gives_name != nullptr) record.name = text(example.gives_name->text);
    record.values = values(example.gives);
    record.file = text(log_.file(example.text->spot.file).name);
    record.line = log_.line_of(example.text->spot);
    examples_.push_back(record);
    example_spots_.push_back(example.text->spot);
  }
}

// Call after sort_rules: the trie names rules by their final index.
void ImageBuilder::add_prefixes() {
  for (std::uint32_t rule = 0; rule < pending_.size(); ++rule) {
    prefixes_.add(rule, pending_[rule].record.set, std::move(pending_[rule].beginnings));
  }
  prefixes_.finish();
}

void ImageBuilder::sort_rules() {
  std::stable_sort(
      pending_.begin(), pending_.end(),
      [](const PendingRule& a, const PendingRule& b) { return a.record.set < b.record.set; });
  rule_sets_.resize(kRuleSetCount);
  for (const PendingRule& rule : pending_) {
    image::Range& set = rule_sets_[rule.record.set];
    if (set.count++ == 0) set.begin = size_of(rules_);
    add_examples(size_of(rules_), false, rule.source->examples);
    rules_.push_back(rule.record);
  }
  rule_order_.resize(rules_.size());
  std::iota(rule_order_.begin(), rule_order_.end(), 0U);
  std::sort(rule_order_.begin(), rule_order_.end(), [this](std::uint32_t a, std::uint32_t b) {
    const auto id = [this](std::uint32_t index) {
      const image::Text place = rules_[index].id;
      return std::string_view(strings_).substr(place.begin, place.size);
    };
    return id(a) < id(b);
  });
}

void ImageBuilder::mark_first_words() {
  static_assert(kLexiconCount <= 32);
  for (std::size_t i = 0; i < lexicons_.size(); ++i) {
    if (lexicons_[i].defined == 0) continue;
    const image::Range range = nodes[lexicons_[i].root].edges;
    for (std::uint32_t edge = range.begin; edge < range.begin + range.count; ++edge) {
      words_[edges[edge].word].begins |= 1U << i;
    }
  }
}

std::vector<std::uint32_t> ImageBuilder::make_slots() const {
  std::size_t size = 16;
  while (size < words_.size() * 2) size *= 2;
  std::vector<std::uint32_t> slots(size, 0);
  for (std::uint32_t word = 1; word < words_.size(); ++word) {
    std::size_t at = words_[word].hash & (size - 1);
    while (slots[at] != 0) at = (at + 1) & (size - 1);
    slots[at] = word;
  }
  return slots;
}

std::vector<std::uint8_t> ImageBuilder::finish(std::string_view version) {
  sort_rules();
  add_prefixes();
  mark_first_words();
  const image::Text version_text = text(version);
  Layout layout;
  layout.add(image::kRules, rules_);
  layout.add(image::kRuleSets, rule_sets_);
  layout.add(image::kRuleOrder, rule_order_);
  layout.add(image::kPrefixNodes, prefixes_.nodes);
  layout.add(image::kPrefixEdges, prefixes_.edges);
  layout.add(image::kPrefixRules, prefixes_.rules);
  layout.add(image::kPrefixSymbols, prefixes_.symbols);
  layout.add(image::kPrefixDirect, prefixes_.direct);
  layout.add(image::kCaptures, captures_);
  layout.add(image::kValues, values_);
  layout.add(image::kLexicons, lexicons_);
  layout.add(image::kEntries, entries_);
  layout.add(image::kWords, words_);
  layout.add(image::kSlots, make_slots());
  layout.add(image::kNodes, nodes);
  layout.add(image::kEdges, edges);
  layout.add(image::kPhrases, phrases);
  layout.add(image::kGaps, gaps_);
  layout.add(image::kBares, bares);
  layout.add(image::kStrings, strings_);
  layout.add(image::kCodes, codes_);
  layout.add(image::kExamples, examples_);
  return layout.finish(version_text);
}

}  // namespace scp
