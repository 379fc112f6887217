#include <algorithm>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "check/fold.h"
#include "check/rules/rules.h"
#include "facts/citations.h"

namespace scp::rules {
namespace {

// One way in which an instrument is cited: a symbol, a date or an issuer, and who cites it so.
struct Form {
  std::string key;
  std::vector<const Citation*> citations;
  FoldedText issuer;  // of the first citation that names one; else what the symbol stands for
  int agreement = 0;  // how well symbol and issuer go together
};

struct Mention {
  const Citation* citation = nullptr;
  std::string serial;
  std::string number;  // folded, as is the symbol
  std::string symbol;
  FoldedText issuer;
};

std::string folded(const Grammar& grammar, std::string_view symbol) {
  return joined(fold_text(grammar, symbol));
}

// The body that a symbol stands for: its last group that the lexicon knows.
FoldedText body_of(const Grammar& grammar, std::string_view symbol) {
  const Lexicon& issuers = grammar.lexicon(LexiconId::kIssuers);
  std::size_t end = symbol.size();
  while (end > 0) {
    const std::size_t cut = symbol.find_last_of("-/", end - 1);
    const std::size_t begin = cut == std::string_view::npos ? 0 : cut + 1;
    const Entry entry = issuers.find(symbol.substr(begin, end - begin));
    if (entry.valid() && begin > 0) return fold_text(grammar, entry.name());
    if (cut == std::string_view::npos || cut == 0) break;
    end = cut;
  }
  return {};
}

// 2: the symbol's body issued it; 1: the one is part of the other (a chairman and his committee);
// 0: unknown; -1: another body.
int agreement(const FoldedText& body, const FoldedText& issuer) {
  if (body.empty() || issuer.empty()) return 0;
  if (begins_with(issuer, body)) return 2;
  return contains(issuer, body) || contains(body, issuer) ? 1 : -1;
}

bool may_be_one(const FoldedText& a, const FoldedText& b) {
  return !a.empty() && !b.empty() && (contains(a, b) || contains(b, a));
}

class ConflictFinder {
 public:
  ConflictFinder(const CheckContext& context, FindingSink& sink) : context_(context), sink_(sink) {}

  void run() {
    collect();
    symbols();
    dates();
    issuers();
  }

 private:
  using Forms = std::map<std::string, std::vector<Form>>;  // by what the forms have in common

  void collect() {
    std::unordered_set<std::string_view> own_kinds;
    for (const Instrument& instrument : context_.document.instruments) {
      own_kinds.insert(instrument.kind);
    }
    for (const Citation& citation : context_.document.citations) {
      if (citation.role == CitationRole::kInternal || citation.number.empty()) continue;
      // Attachment lines of the file's own instruments are held against the header elsewhere.
      const bool own =
          citation.role == CitationRole::kAttachedTo && own_kinds.count(citation.kind) != 0;
      if (own || citation.kind.empty() || citation.symbol.empty()) continue;
      Mention mention;
      mention.citation = &citation;
      mention.serial = read_number(citation.number).serial;
      mention.number = folded(context_.grammar, citation.number);
      mention.symbol = folded(context_.grammar, citation.symbol);
      mention.issuer = issuer_words(citation.issuer);
      if (!mention.serial.empty()) mentions_.push_back(std::move(mention));
    }
  }

  FoldedText issuer_words(std::string_view issuer) const {
    return issuer.empty() ? FoldedText{} : fold_text(context_.grammar, issuer);
  }

  static void add(std::vector<Form>& forms, const std::string& key, const Mention& mention) {
    auto form =
        std::find_if(forms.begin(), forms.end(), [&](const Form& f) { return f.key == key; });
    if (form == forms.end()) {
      if (forms.size() >= kMostForms) return;
      forms.push_back({key, {}, {}, 0});
      form = std::prev(forms.end());
    }
    form->citations.push_back(mention.citation);
    if (form->issuer.empty()) form->issuer = mention.issuer;
  }

  void settle(Form& form) const {
    const FoldedText body = body_of(context_.grammar, form.citations.front()->symbol);
    form.agreement = agreement(body, form.issuer);
    if (form.issuer.empty()) form.issuer = body;
  }

  // The form that the others are held against: whose symbol and issuer agree, else the one used
  // most, else the first.
  Form& best(std::vector<Form>& forms) const {
    for (Form& form : forms) settle(form);
    return *std::max_element(forms.begin(), forms.end(), [](const Form& a, const Form& b) {
      if (a.agreement != b.agreement) return a.agreement < b.agreement;
      if (a.citations.size() != b.citations.size()) return a.citations.size() < b.citations.size();
      return a.citations.front()->at.first.begin > b.citations.front()->at.first.begin;
    });
  }

  static std::string day_key(Date date) {
    return std::to_string((date.year * 16 + date.month) * 32 + date.day);
  }
  static bool has_day(const Citation& citation) { return citation.issued_on.day != 0; }

  void symbols() {
    Forms all;
    for (const Mention& m : mentions_) {
      if (!has_day(*m.citation)) continue;
      const std::string same =
          std::string(m.citation->kind) + "|" + m.serial + "|" + day_key(m.citation->issued_on);
      add(all[same], m.symbol, m);
    }
    for (auto& [same, forms] : all) {
      if (forms.size() < 2) continue;
      const Form& right = best(forms);
      for (const Form& form : forms) {
        if (&form == &right || !may_be_one(form.issuer, right.issuer)) continue;
        report(form, right, MessageId::kRuleCitationConflictMessageSymbol,
               {"found", form.citations.front()->number},
               {"expected", right.citations.front()->number});
      }
    }
  }

  // Numbers begin anew each year, so another year is another instrument, unless the number itself
  // holds the year.
  static std::string year_key(const Mention& m) {
    const std::string year = std::to_string(m.citation->issued_on.year);
    const bool in_number =
        m.citation->number.size() > m.serial.size() + m.citation->symbol.size() + 2;
    return in_number ? "" : year;
  }

  void dates() {
    Forms all;
    for (const Mention& m : mentions_) {
      if (!has_day(*m.citation)) continue;
      const std::string same = std::string(m.citation->kind) + "|" + m.number + "|" + year_key(m);
      add(all[same], day_key(m.citation->issued_on), m);
    }
    for (auto& [same, forms] : all) {
      if (forms.size() < 2) continue;
      const Form& right = best(forms);
      for (const Form& form : forms) {
        if (&form == &right || !same_body(form.issuer, right.issuer)) continue;
        report(form, right, MessageId::kRuleCitationConflictMessageDate,
               date_arg("found", form.citations.front()->issued_on),
               date_arg("expected", right.citations.front()->issued_on));
      }
    }
  }

  static bool same_body(const FoldedText& a, const FoldedText& b) {
    return a.empty() || b.empty() || may_be_one(a, b);
  }

  void issuers() {
    Forms all;
    for (const Mention& m : mentions_) {
      if (!has_day(*m.citation) || m.issuer.empty()) continue;
      const std::string same =
          std::string(m.citation->kind) + "|" + m.number + "|" + day_key(m.citation->issued_on);
      add(all[same], joined(m.issuer), m);
    }
    for (auto& [same, forms] : all) {
      if (forms.size() < 2) continue;
      const Form& right = best(forms);
      for (const Form& form : forms) {
        if (&form == &right || one_issuer(form, right) || other_level(form, right)) continue;
        report(form, right, MessageId::kRuleCitationConflictMessageIssuer,
               {"found", issuer_named(form)}, {"expected", issuer_named(right)});
      }
    }
  }

  static std::string_view issuer_named(const Form& form) {
    for (const Citation* citation : form.citations) {
      if (!citation->issuer.empty()) return citation->issuer;
    }
    return {};
  }

  // A shorter form of a name, or a head and the body he heads.
  bool one_issuer(const Form& a, const Form& b) const {
    const FoldedText x = without_head(issuer_named(a));
    const FoldedText y = without_head(issuer_named(b));
    return begins_with(x, y) || begins_with(y, x);
  }

  FoldedText without_head(std::string_view issuer) const {
    std::vector<Word> words;
    split_words(context_.grammar, issuer, words);
    LexiconMatch head;
    const bool headed =
        !words.empty() &&
        context_.grammar.lexicon(LexiconId::kAgencyHeads).longest_at(words, 0, head) &&
        head.end_word < words.size();
    return issuer_words(headed ? issuer.substr(words[head.end_word].begin) : issuer);
  }

  // A province and one of its districts may use the same number on the same day.
  bool other_level(const Form& a, const Form& b) const {
    const std::string_view x = level(issuer_named(a));
    const std::string_view y = level(issuer_named(b));
    return x.data() != nullptr && y.data() != nullptr && x != y;
  }

  std::string_view level(std::string_view issuer) const {
    std::vector<Word> words;
    split_words(context_.grammar, issuer, words);
    LexiconMatch unit;
    const Lexicon& units = context_.grammar.lexicon(LexiconId::kUnitWords);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!words[i].connector && !words[i].stop && units.longest_at(words, i, unit)) {
        return unit.entry.name();
      }
    }
    return {};
  }

  void report(const Form& wrong, const Form& right, MessageId id, const MessageArg& found,
              const MessageArg& expected) {
    const Citation& first = *wrong.citations.front();
    const Citation& other = *right.citations.front();
    const bool by_issuer = id == MessageId::kRuleCitationConflictMessageIssuer;
    sink_.add(first.at, id, {{"number", first.number}, found, expected})
        .related(other.at,
                 by_issuer ? MessageId::kRuleCitationConflictRelatedIssuer
                           : MessageId::kRuleCitationConflictRelated,
                 {expected});
  }

  static constexpr std::size_t kMostForms = 32;  // keeps hostile input linear
  const CheckContext& context_;
  FindingSink& sink_;
  std::vector<Mention> mentions_;
};

}  // namespace

void citation_conflict(const CheckContext& context, FindingSink& sink) {
  ConflictFinder(context, sink).run();
}

}  // namespace scp::rules
