#include "grammar/overlay.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace scp {
namespace {

const YamlNode& key_of(const DefinitionSource& definition) {
  return *definition.name;
}
const YamlNode& key_of(const RuleSource& rule) {
  return *rule.id;
}
const YamlNode& key_of(const EntrySource& entry) {
  return *entry.name;
}
const YamlNode& key_of(const LexiconSource& lexicon) {
  return *lexicon.node->find("id");
}

// What messages call a thing.
using Thing = MessageId;
constexpr Thing kDefinition = MessageId::kGrammarWordDefinition;
constexpr Thing kRule = MessageId::kGrammarWordRule;
constexpr Thing kLexicon = MessageId::kGrammarWordLexicon;
constexpr Thing kEntry = MessageId::kGrammarWordEntry;

class Overlay {
 public:
  explicit Overlay(ProblemLog& log) : log_(log) {}

  template <typename T>
  void lay(std::vector<T>& things, Thing what, bool in_front) {
    for (std::vector<T>& own : take_own(things)) lay_over(things, own, what, in_front);
  }

  void lay_lexicons(std::vector<LexiconSource>& lexicons) {
    for (std::vector<LexiconSource>& own : take_own(lexicons)) lay_lexicons_over(lexicons, own);
  }

 private:
  // Things of the user replace those with their name; the rest stands before or behind.
  template <typename T>
  void lay_over(std::vector<T>& things, std::vector<T>& own, Thing what, bool in_front) {
    std::map<std::string_view, std::size_t> known = index_of(things);
    std::vector<T> fresh;
    for (T& thing : own) {
      const auto same = known.find(key_of(thing).text);
      if (same == known.end()) {
        if (thing.override_builtin) nothing_to_replace(key_of(thing), what, things);
        fresh.push_back(std::move(thing));
      } else if (thing.override_builtin) {
        things[same->second] = std::move(thing);
        known.erase(same);  // a second one with this name is found with the others
      } else {
        is_there(key_of(thing), what, key_of(things[same->second]));
      }
    }
    things.insert(in_front ? things.begin() : things.end(), std::make_move_iterator(fresh.begin()),
                  std::make_move_iterator(fresh.end()));
  }

  void lay_lexicons_over(std::vector<LexiconSource>& lexicons, std::vector<LexiconSource>& taken) {
    const auto builtin = static_cast<std::ptrdiff_t>(lexicons.size());
    for (LexiconSource& own : taken) {
      const auto end = lexicons.begin() + builtin;
      const auto base = std::find_if(lexicons.begin(), end,
                                     [&](const LexiconSource& l) { return l.id == own.id; });
      if (base == end) {
        if (own.override_builtin) nothing_to_replace(key_of(own), kLexicon, lexicons);
        lexicons.push_back(std::move(own));
      } else if (own.override_builtin) {
        *base = std::move(own);
      } else {
        add(own, *base);
      }
    }
  }

  // What is not built in, one list for each layer.
  template <typename T>
  std::vector<std::vector<T>> take_own(std::vector<T>& things) const {
    const auto own = std::stable_partition(things.begin(), things.end(), [&](const T& thing) {
      return log_.file(key_of(thing).spot.file).builtin;
    });
    std::vector<std::vector<T>> layers;
    for (auto thing = own; thing != things.end(); ++thing) {
      const std::uint32_t layer = log_.file(key_of(*thing).spot.file).layer;
      if (layers.size() <= layer) layers.resize(layer + 1);
      layers[layer].push_back(std::move(*thing));
    }
    things.erase(own, things.end());
    return layers;
  }

  template <typename T>
  static std::map<std::string_view, std::size_t> index_of(const std::vector<T>& things) {
    std::map<std::string_view, std::size_t> index;
    for (std::size_t i = 0; i < things.size(); ++i) index.emplace(key_of(things[i]).text, i);
    return index;
  }

  void add(LexiconSource& own, LexiconSource& base) {
    const std::map<std::string_view, std::size_t> known = index_of(base.entries);
    std::map<std::string_view, std::size_t> variants;
    for (std::size_t i = 0; i < base.entries.size(); ++i) {
      for (const YamlNode* text : base.entries[i].variants) variants.emplace(text->text, i);
    }
    for (EntrySource& entry : own.entries) {
      const auto same = known.find(entry.name->text);
      const auto variant = variants.find(entry.name->text);
      if (same == known.end() && entry.override_builtin) {
        nothing_to_replace(*entry.name, kEntry, base.entries);
      } else if (same == known.end() && variant != variants.end()) {
        add(entry, base.entries[variant->second]);
      } else if (same == known.end()) {
        base.entries.push_back(std::move(entry));
      } else if (entry.override_builtin) {
        base.entries[same->second] = std::move(entry);
      } else {
        add(entry, base.entries[same->second]);
      }
    }
    base.examples.insert(base.examples.end(), own.examples.begin(), own.examples.end());
  }

  void add(const EntrySource& own, EntrySource& base) {
    base.variants.insert(base.variants.end(), own.variants.begin(), own.variants.end());
    for (const FieldSource& value : own.values) {
      const auto same = std::find_if(base.values.begin(), base.values.end(),
                                     [&](const FieldSource& v) { return v.field == value.field; });
      if (same == base.values.end()) {
        base.values.push_back(value);
      } else if (same->value->text != value.value->text) {
        log_.add("grammar-duplicate-id", value.value->spot, MessageId::kGrammarErrorOtherValue,
                 {{"entry", own.name->text},
                  {"field", name_of(value.field)},
                  {"value", same->value->text},
                  {"place", log_.where(same->value->spot)}});
      }
    }
  }

  void is_there(const YamlNode& key, Thing what, const YamlNode& known) {
    log_.add("grammar-duplicate-id", key.spot, MessageId::kGrammarErrorIsThere,
             {word_for("what", what), {"name", key.text}, {"place", log_.where(known.spot)}});
  }

  template <typename T>
  void nothing_to_replace(const YamlNode& key, Thing what, const std::vector<T>& things) {
    std::vector<std::string_view> names;
    for (const T& thing : things) names.push_back(key_of(thing).text);
    log_.add("grammar-override", key.spot, MessageId::kGrammarErrorNothingToReplace,
             {word_for("what", what), {"name", key.text}, suggestion(key.text, names)});
  }

  ProblemLog& log_;
};

}  // namespace

void apply_overlay(GrammarSource& source, ProblemLog& log) {
  Overlay overlay(log);
  overlay.lay(source.definitions, kDefinition, false);
  overlay.lay(source.rules, kRule, true);
  overlay.lay_lexicons(source.lexicons);
}

}  // namespace scp
