#include "grammar/value_check.h"

#include <algorithm>
#include <string_view>

#include "support/suggest.h"
#include "text/utf8.h"

namespace scp {
namespace {

std::vector<std::string_view> split(std::string_view words) {
  std::vector<std::string_view> list;
  while (!words.empty()) {
    const std::size_t blank = std::min(words.find(' '), words.size());
    list.push_back(words.substr(0, blank));
    words.remove_prefix(std::min(blank + 1, words.size()));
  }
  return list;
}

bool fits(std::string_view value, std::string_view choice) {
  if (!choice.ends_with('*')) return value == choice;
  choice.remove_suffix(1);
  return value.size() > choice.size() && value.starts_with(choice);
}

class ValueCheck {
 public:
  ValueCheck(const GrammarSource& source, ProblemLog& log) : source_(source), log_(log) {}

  void run() {
    for (const RuleSource& rule : source_.rules) {
      if (!rule.set_known) continue;  // has been reported
      const Owner owner{
          MessageId::kGrammarObjectRule, name_of(rule.set), rule.id->spot, nullptr, {}};
      check(rule.values, rule_choices(), static_cast<std::size_t>(rule.set), owner);
    }
    for (const LexiconSource& lexicon : source_.lexicons) {
      for (const EntrySource& entry : lexicon.entries) {
        const Owner owner{MessageId::kGrammarObjectEntry, name_of(lexicon.id), entry.name->spot,
                          &lexicon, entry.name->text};
        check(entry.values, entry_choices(), static_cast<std::size_t>(lexicon.id), owner);
      }
    }
  }

 private:
  struct Owner {
    MessageId object;
    std::string_view name;
    Spot spot;
    const LexiconSource* lexicon;  // of an entry
    std::string_view entry;        // its name
  };

  void check(const std::vector<FieldSource>& values, std::span<const FieldChoice> rows,
             std::size_t of, const Owner& owner) {
    for (const FieldChoice& row : rows) {
      if (row.owner != of) continue;
      const auto found = std::find_if(values.begin(), values.end(), [&](const FieldSource& value) {
        return value.field == row.field;
      });
      if (found != values.end()) {
        check_value(*found->value, row, owner);
      } else if (row.needed) {
        log_.add("grammar-missing-key", owner.spot, MessageId::kGrammarErrorNoValue,
                 {word_for("object", owner.object),
                  {"owner", owner.name},
                  {"field", name_of(row.field)},
                  {"choices", row.values},
                  near_entry(owner)});
      }
    }
  }

  void check_value(const YamlNode& value, const FieldChoice& row, const Owner& owner) {
    const std::vector<std::string_view> choices =
        row.values.starts_with('@') ? entries_of(row.values.substr(1)) : split(row.values);
    const bool known = std::any_of(choices.begin(), choices.end(), [&](std::string_view choice) {
      return fits(value.text, choice);
    });
    if (known) return;
    std::string shown(row.values);
    if (row.values.starts_with('@')) shown = "scpparse grammar list " + shown.substr(1);
    log_.add("grammar-unknown-name", value.spot, MessageId::kGrammarErrorUnknownValue,
             {{"value", value.text},
              {"field", name_of(row.field)},
              {"owner", owner.name},
              {"choices", shown},
              suggestion(value.text, choices)});
  }

  // What to do where the entry was meant for a known one: most slips are marks left out.
  MessageArg near_entry(const Owner& owner) {
    constexpr std::size_t kMost = 20;  // a list of entries without values is a slip of its own
    if (owner.lexicon == nullptr || ++suggested_ > kMost) return {"hint", ""};
    std::vector<std::string> bares;
    std::vector<std::string_view> names;
    for (const EntrySource& entry : owner.lexicon->entries) {
      if (entry.name->text == owner.entry) continue;
      bares.push_back(without_marks(entry.name->text));
      names.push_back(entry.name->text);
    }
    const std::vector<std::string_view> known(bares.begin(), bares.end());
    const std::string_view best = nearest(without_marks(owner.entry), known);
    const auto at = std::find(known.begin(), known.end(), best);
    MessageArg near{"hint", ""};
    if (!best.empty() && at != known.end()) {
      near = word_for("hint", MessageId::kGrammarErrorDidYouMean,
                      {{"word", names[static_cast<std::size_t>(at - known.begin())]}});
    }
    return word_for("hint", MessageId::kGrammarErrorExactName, {near});
  }

  static std::string without_marks(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) append(out, bare(next_code_point(text, at)));
    return out;
  }

  std::vector<std::string_view> entries_of(std::string_view lexicon) const {
    std::vector<std::string_view> names;
    for (const LexiconSource& one : source_.lexicons) {
      if (name_of(one.id) != lexicon) continue;
      for (const EntrySource& entry : one.entries) names.push_back(entry.name->text);
    }
    return names;
  }

  const GrammarSource& source_;
  ProblemLog& log_;
  std::size_t suggested_ = 0;
};

}  // namespace

void check_values(const GrammarSource& source, ProblemLog& log) {
  ValueCheck(source, log).run();
}

}  // namespace scp
