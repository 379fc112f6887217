#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/fold.h"
#include "check/rules/rules.h"

namespace scp::rules {
namespace {

// All mentions of agencies in facts, in the order of the text.
std::vector<const AgencyRef*> mentions_of(const Document& document) {
  std::vector<const AgencyRef*> mentions;
  const auto add = [&](const AgencyRef& agency) { mentions.push_back(&agency); };
  for (const Task& task : document.tasks) {
    for (const AgencyRef& agency : task.lead_agencies) add(agency);
    for (const AgencyRef& agency : task.coordinating_agencies) add(agency);
  }
  for (const Report& report : document.reports) {
    for (const AgencyRef& agency : report.reporters) add(agency);
    if (report.recipient.has_value()) add(*report.recipient);
    for (const AgencyRef& agency : report.forwarded_to) add(agency);
  }
  std::stable_sort(mentions.begin(), mentions.end(), [](const AgencyRef* a, const AgencyRef* b) {
    return a->at.first.begin < b->at.first.begin;
  });
  return mentions;
}

class SpellingReader {
 public:
  explicit SpellingReader(const Grammar& grammar) : grammar_(grammar) {}

  // The name as it is compared: written out, folded, without a head before it and without words
  // after it that say nothing. Empty when it holds a short form that nobody knows.
  FoldedText read(std::string_view text) const {
    WrittenOut out = fold_written_out(grammar_, without_tails(without_head(text)));
    return out.complete ? std::move(out.words) : FoldedText{};
  }

 private:
  std::string_view without_head(std::string_view text) const {
    std::vector<Word> words;
    split_words(grammar_, text, words);
    LexiconMatch head;
    const bool headed = !words.empty() &&
                        grammar_.lexicon(LexiconId::kAgencyHeads).longest_at(words, 0, head) &&
                        head.end_word < words.size();
    return headed ? text.substr(words[head.end_word].begin) : text;
  }

  std::string_view without_tails(std::string_view text) const {
    std::vector<Word> words;
    split_words(grammar_, text, words);
    const Lexicon& tails = grammar_.lexicon(LexiconId::kAgencyTails);
    for (std::size_t i = 1; i < words.size(); ++i) {
      LexiconMatch tail;
      if (words[i].connector || words[i].stop || !tails.longest_at(words, i, tail)) continue;
      if (tail.end_word == words.size()) return text.substr(0, words[i - 1].end);
    }
    return text;
  }

  const Grammar& grammar_;
};

// Committees of districts and communes are written in many ways on purpose.
bool below_province(const Grammar& grammar, std::string_view name) {
  const Entry entry = grammar.lexicon(LexiconId::kAgencies).find(name);
  if (!entry.valid()) return false;
  const std::string_view level = entry.value(Field::kLevel);
  return level == "district" || level == "commune";
}

// Folded when a second spelling of the same name turns up, which is seldom.
struct Spelling {
  const AgencyRef* first = nullptr;
  std::optional<FoldedText> folded;
};

// A shorter form of a name is no other spelling.
bool is_shorter_form(const FoldedText& a, const FoldedText& b) {
  return contains(a, b) || contains(b, a);
}

}  // namespace

void lead_also_coordinates(const CheckContext& context, FindingSink& sink) {
  for (const Task& task : context.document.tasks) {
    for (const AgencyRef& partner : task.coordinating_agencies) {
      const auto lead =
          std::find_if(task.lead_agencies.begin(), task.lead_agencies.end(),
                       [&](const AgencyRef& agency) { return agency.name == partner.name; });
      // "as above" means what stands above it in each of the two columns
      if (lead == task.lead_agencies.end() || lead->kind == AgencyKind::kReference) continue;
      // "các cơ quan được giao" and "cơ quan liên quan" are not the same ones.
      const bool same_words =
          fold_text(context.grammar, lead->text) == fold_text(context.grammar, partner.text);
      if (lead->kind == AgencyKind::kCollective && !same_words) continue;
      // A row that goes on after a page break is reported where it begins.
      Place at = partner.at;
      if (!task.at.first.contains(at.first)) {
        at = Place{};
        at.first = task.at.first;
      }
      sink.add(at, MessageId::kRuleLeadAlsoCoordinatesMessage,
               {{"agency", partner.name}, {"task", task.id}})
          .related(lead->at, MessageId::kRuleLeadAlsoCoordinatesRelated);
    }
  }
}

void agency_name_variant(const CheckContext& context, FindingSink& sink) {
  const SpellingReader reader(context.grammar);
  std::unordered_map<std::string_view, std::vector<Spelling>> spellings;
  for (const AgencyRef* mention : mentions_of(context.document)) {
    if (mention->kind != AgencyKind::kNamed) continue;
    std::vector<Spelling>& known = spellings[mention->name];
    constexpr std::size_t kMostSpellings = 32;  // keeps hostile input linear
    const bool as_before = std::any_of(known.begin(), known.end(), [&](const Spelling& s) {
      return s.first->text == mention->text;
    });
    if (as_before || known.size() >= kMostSpellings) continue;
    known.push_back({mention, std::nullopt});
    if (known.size() == 1) continue;
    if (known.size() == 2) known.front().folded = reader.read(known.front().first->text);
    known.back().folded = reader.read(mention->text);
    if (known.back().folded->empty() || below_province(context.grammar, mention->name)) continue;
    const auto spelled = [&](const Spelling& s) {
      return &s != &known.back() && !s.folded->empty();
    };
    const auto first = std::find_if(known.begin(), known.end(), spelled);
    const bool same = std::any_of(known.begin(), known.end(), [&](const Spelling& s) {
      return spelled(s) && is_shorter_form(*s.folded, *known.back().folded);
    });
    if (first == known.end() || same) continue;
    sink.add(mention->at, MessageId::kRuleAgencyNameVariantMessage,
             {{"found", mention->text}, {"expected", first->first->text}})
        .related(first->first->at, MessageId::kRuleAgencyNameVariantRelated,
                 {{"expected", first->first->text}});
  }
}

}  // namespace scp::rules
