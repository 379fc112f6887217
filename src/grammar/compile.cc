#include "grammar/compile.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "grammar/grammar.h"
#include "grammar/grammar_source.h"
#include "grammar/image_builder.h"
#include "grammar/known_patterns.h"
#include "grammar/lexicon_builder.h"
#include "grammar/pattern_code.h"
#include "grammar/pattern_text.h"
#include "grammar/problem_log.h"
#include "grammar/tooling.h"

namespace scp {
namespace {

std::string version_of(const std::vector<GrammarFile>& files) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto mix = [&hash](std::string_view text) {
    for (const char byte : text) {
      hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    }
    hash = (hash ^ 0xFF) * 1099511628211ULL;
  };
  // Where an overlay lies does not change what it says.
  const bool overlaid =
      std::any_of(files.begin(), files.end(), [](const GrammarFile& file) { return file.builtin; });
  for (const GrammarFile& file : files) {
    if (!overlaid || file.builtin) mix(file.name);
    mix(file.text);
  }
  std::array<char, 16> digits{};
  std::snprintf(digits.data(), digits.size(), "1-%08x", static_cast<unsigned>(hash ^ (hash >> 32)));
  return digits.data();
}

// Patterns of rules and definitions into code.
class PatternCompiler {
 public:
  PatternCompiler(const GrammarSource& source, const Grammar* known, ImageBuilder& image,
                  ProblemLog& log)
      : source_(source),
        known_(known),
        image_(image),
        log_(log),
        expander_(source.definitions, log) {
    for (const DefinitionSource& definition : source.definitions) {
      names_.emplace(definition.pattern, definition.name->text);
    }
  }

  void run() {
    compile_definitions();
    for (const RuleSource& rule : source_.rules) compile_rule(rule);
  }

 private:
  // Each definition must be a whole pattern, so that an error in it is found where it stands.
  void compile_definitions() {
    struct Failed {
      const YamlNode* pattern;
      PatternText text;
      CompiledPattern compiled;
    };
    std::vector<Failed> failed;
    for (const DefinitionSource& definition : source_.definitions) {
      PatternText text;
      if (!expander_.expand(*definition.pattern, text)) continue;
      text = allow_both_tone_placements(only_ascii_digits(text));
      CompiledPattern compiled = compile_pattern(text.text, true);
      if (compiled.ok) continue;
      broken_.insert(definition.pattern);
      failed.push_back({definition.pattern, std::move(text), std::move(compiled)});
    }
    for (const auto& [pattern, text, compiled] : failed) {
      // Its own fault only when nothing that it uses is broken.
      if (uses_broken(text, pattern)) continue;
      report(*pattern, text, compiled.error_offset, "grammar-pattern",
             MessageId::kGrammarErrorPattern, {"detail", compiled.error}, nullptr);
    }
  }

  bool uses_broken(const PatternText& text, const YamlNode* except) const {
    for (const PatternText::Origin& origin : text.origins) {
      if (origin.scalar != except && broken_.count(origin.scalar) != 0) return true;
    }
    return false;
  }

  void compile_rule(const RuleSource& rule) {
    PatternText text;
    if (!expander_.expand(*rule.pattern, text) || uses_broken(text, rule.pattern)) return;
    text = allow_both_tone_placements(only_ascii_digits(text));
    if (known_.has(text.text, rule.caseless)) {
      KnownPattern known = known_.get(text.text, rule.caseless);
      return image_.add_rule(rule, text.text, known.compiled, std::move(known.beginnings));
    }
    const CompiledPattern compiled = compile_pattern(text.text, rule.caseless);
    if (!compiled.ok) {
      return report(*rule.pattern, text, compiled.error_offset, "grammar-pattern",
                    MessageId::kGrammarErrorPattern, {"detail", compiled.error}, &rule);
    }
    if (!check(rule, text, compiled)) return;
    image_.add_rule(rule, text.text, compiled, beginnings_of(text.text));
  }

  bool check(const RuleSource& rule, const PatternText& text, const CompiledPattern& compiled) {
    const std::size_t before = log_.size();
    if (compiled.may_be_empty) {
      log_.add("grammar-empty-match", rule.pattern->spot, MessageId::kGrammarErrorEmptyMatch);
    }
    if (compiled.group_count > kMaxGroups) {
      log_.add("grammar-limit", rule.pattern->spot, MessageId::kGrammarErrorManyGroups,
               {{"limit", kMaxGroups}});
    }
    bool good = true;
    for (std::size_t at = 0; at < text.text.size();) {
      const PatternToken token = next_token(text.text, at);
      good = check_token(rule, text, token) && good;
      at = token.end;
    }
    return good && log_.size() == before;
  }

  bool check_token(const RuleSource& rule, const PatternText& text, const PatternToken& token) {
    const std::string_view pattern = text.text;
    if (pattern.substr(token.begin, 2) == "\\K") {
      report(*rule.pattern, text, token.begin, "grammar-pattern", MessageId::kGrammarErrorStepBack,
             {"detail", ""}, &rule);
      return false;
    }
    if (token.kind != PatternToken::Kind::kName) return true;
    const std::string_view name =
        pattern.substr(token.name_begin, token.name_end - token.name_begin);
    if (field_named(name)) return true;
    report(*rule.pattern, text, token.name_begin, "grammar-unknown-name",
           MessageId::kGrammarErrorUnknownGroup, {"name", name}, &rule,
           suggestion_or_all(name, field_names()));
    return false;
  }

  // `user` is the rule in which a definition was written out; none where that stands for itself.
  void report(const YamlNode& whole, const PatternText& text, std::size_t offset, std::string code,
              MessageId id, const MessageArg& arg, const RuleSource* user,
              const MessageArg& hint = {"hint", ""}) {
    PatternText::Origin origin{&whole, static_cast<std::uint32_t>(whole.text.size())};
    if (offset < text.origins.size()) origin = text.origins[offset];
    if (!reported_.emplace(origin.scalar, origin.offset).second) return;
    const auto definition = names_.find(origin.scalar);
    MessageArg used_by("user", "");
    if (definition != names_.end() && user != nullptr) {
      used_by = word_for("user", MessageId::kGrammarErrorUsedBy,
                         {{"definition", definition->second},
                          {"rule", user->id->text},
                          {"place", log_.where(user->id->spot)}});
    }
    const YamlNode& scalar = *origin.scalar;
    log_.add(std::move(code), spot_inside(log_.file(scalar.spot.file).text, scalar, origin.offset),
             id, {arg, hint, used_by});
  }

  const GrammarSource& source_;
  KnownPatterns known_;
  ImageBuilder& image_;
  ProblemLog& log_;
  PatternExpander expander_;
  std::map<const YamlNode*, std::string> names_;  // of definitions, by pattern
  std::set<const YamlNode*> broken_;              // definitions that are no pattern
  std::set<std::pair<const YamlNode*, std::uint32_t>> reported_;
};

void leave_out_builtin_examples(GrammarSource& source, const ProblemLog& log) {
  const auto leave_out = [&](std::vector<ExampleSource>& examples) {
    std::erase_if(examples, [&](const ExampleSource& example) {
      return log.file(example.text->spot.file).builtin;
    });
  };
  for (RuleSource& rule : source.rules) leave_out(rule.examples);
  for (LexiconSource& lexicon : source.lexicons) leave_out(lexicon.examples);
}

void check_examples(const std::vector<std::uint8_t>& image, const std::vector<Spot>& spots,
                    ProblemLog& log) {
  const std::unique_ptr<Grammar> grammar = Grammar::from_image(image);
  std::vector<ExampleResult> results = try_examples(*grammar);
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (holds(results[i].outcome)) continue;
    log.add("grammar-example", spots[i], MessageId::kGrammarErrorExample,
            {word_for("outcome", name_of(results[i].outcome)),
             {"detail", std::string_view(results[i].message),
              std::string_view(results[i].message_vi)}});
  }
}

}  // namespace

Result<std::vector<std::uint8_t>> compile(const std::vector<GrammarFile>& files,
                                          const CompileOptions& options) {
  ProblemLog log(files);
  GrammarSource source = read_grammar_source(files.size(), log);
  if (options.run_examples) leave_out_builtin_examples(source, log);
  ImageBuilder image(log);
  build_lexicons(source, image, log);
  PatternCompiler(source, options.known, image, log).run();
  std::vector<std::uint8_t> bytes = image.finish(version_of(files));
  if (options.run_examples) check_examples(bytes, image.example_spots(), log);
  if (!log.empty()) return log.take();
  return bytes;
}

}  // namespace scp
