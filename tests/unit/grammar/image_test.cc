#include "grammar/image.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "grammar/tooling.h"
#include "scpparse/grammar.h"
#include "unit/grammar/grammar_test_support.h"

namespace scp {
namespace {

namespace fs = std::filesystem;

using testing::grammar_file;
using testing::header;
using testing::render;
using testing::rule_file;

const char* const kGoodRule =
    "grammar: 1\nabout: x\nrules:\n"
    "  - {id: r, set: date, about: A rule, pattern: 'ngày \\d+', match: [{text: ngày 1}], "
    "reject: [y]}\n";

const char* const kOtherRule =
    "grammar: 1\nabout: x\nrules:\n"
    "  - {id: other, set: date, about: A rule, pattern: 'hôm \\d+', match: [{text: hôm 1}], "
    "reject: [y]}\n";

std::string read(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

// A folder that goes away with the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("scp-grammar-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "sub");
  }
  ~Folder() { fs::remove_all(path_); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

TEST_CASE("the same files give the same image") {
  const auto a = compile({grammar_file("a.yaml", kGoodRule)});
  const auto b = compile({grammar_file("a.yaml", kGoodRule)});
  REQUIRE((a && b));
  CHECK(*a == *b);
}

TEST_CASE("the version names the format and follows every change of a file") {
  const auto version = [](const std::string& name, const std::string& text) {
    const auto image = compile({grammar_file(name, text)}, {.run_examples = false});
    REQUIRE(image);
    return std::string(Grammar::from_image(*image)->version());
  };
  const std::string first = version("a.yaml", kGoodRule);
  CHECK(first.size() == 10);
  CHECK(first.substr(0, 2) == "1-");
  CHECK(first.find_first_not_of("0123456789abcdef", 2) == std::string::npos);
  CHECK(version("a.yaml", kGoodRule) == first);
  CHECK(version("b.yaml", kGoodRule) != first);
  CHECK(version("a.yaml", std::string(kGoodRule) + "# end\n") != first);
}

TEST_CASE("bytes that are no image make no grammar") {
  const auto good = compile({grammar_file("a.yaml", kGoodRule)});
  REQUIRE(good);
  CHECK(Grammar::from_image(*good) != nullptr);
  CHECK(Grammar::from_image({}) == nullptr);
  CHECK(Grammar::from_image(std::vector<std::uint8_t>(4096, 0)) == nullptr);
  std::vector<std::uint8_t> cut = *good;
  cut.resize(cut.size() - 16);
  CHECK(Grammar::from_image(cut) == nullptr);
  std::vector<std::uint8_t> other_magic = *good;
  other_magic[0] ^= 1;
  CHECK(Grammar::from_image(other_magic) == nullptr);
  std::vector<std::uint8_t> other_words = *good;
  other_words[offsetof(image::Header, vocabulary)] ^= 1;
  CHECK(Grammar::from_image(other_words) == nullptr);
  std::vector<std::uint8_t> far_section = *good;
  far_section[offsetof(image::Header, sections) + 3] = 0xFF;
  CHECK(Grammar::from_image(far_section) == nullptr);
}

TEST_CASE("a folder is read with its subfolders, and only its YAML files") {
  const Folder folder;
  folder.write("b.yaml", kGoodRule);
  folder.write("sub/a.yml", header());
  folder.write("notes.txt", "no grammar");
  const auto files = read_grammar_files(folder.path());
  REQUIRE(files);
  REQUIRE(files->size() == 2);
  CHECK((*files)[0].name == "b.yaml");
  CHECK((*files)[1].name == "sub/a.yml");
  CHECK((*files)[1].path == folder.path() + "/sub/a.yml");
  const auto grammar = load_grammar(folder.path());
  REQUIRE(grammar);
  CHECK((*grammar)->rule("r")->file() == folder.path() + "/b.yaml");
}

TEST_CASE("several grammars are named in braces") {
  const Folder folder;
  folder.write("a.yaml", kGoodRule);
  folder.write("b.yaml", kOtherRule);
  const std::string a = folder.path() + "/a.yaml";
  const std::string b = folder.path() + "/b.yaml";
  const auto one = load_grammars({a.c_str()});
  REQUIRE(one);
  CHECK((*one)->rule("r") != nullptr);
  CHECK((*one)->rule("other") == nullptr);
  const auto both = load_grammars({a.c_str(), b.c_str()});
  REQUIRE(both);
  CHECK((*both)->rule("r") != nullptr);
  CHECK((*both)->rule("other") != nullptr);
  CHECK(load_grammars({a}));
  CHECK(load_grammar(a));
}

TEST_CASE("a folder with one bad file gives no grammar") {
  const Folder folder;
  folder.write("a.yaml", kGoodRule);
  folder.write("b.yaml", "grammar: 1\n");
  const auto grammar = load_grammar(folder.path());
  REQUIRE_FALSE(grammar);
  CHECK(render(grammar.problems()) ==
        folder.path() +
            "/b.yaml:1:1: a file needs the key 'about' [grammar-missing-key]\ngrammar: 1\n^\n");
}

TEST_CASE("what is known of patterns changes nothing but the time") {
  std::vector<GrammarFile> files = builtin_grammar_files();
  files.push_back({"own.yaml", "own.yaml", kGoodRule});
  CompileOptions options{.run_examples = false};
  const auto slow = compile(files, options);
  options.known = &Grammar::builtin();
  const auto fast = compile(files, options);
  REQUIRE(slow);
  REQUIRE(fast);
  CHECK(*slow == *fast);
}

TEST_CASE("a folder that is missing, empty or a file is a problem of its own") {
  const Folder folder;
  CHECK(render(load_grammar(folder.path() + "/none").problems()) ==
        folder.path() + "/none: there is no such file or directory [grammar-unreadable]\n");
  CHECK(render(load_grammar(folder.path()).problems()) ==
        folder.path() + ": no *.yaml file in this directory [grammar-unreadable]\n");
  CHECK(render(load_grammar("/dev/null").problems()) ==
        "/dev/null: neither a file nor a directory [grammar-unreadable]\n");
}

TEST_CASE("the built-in grammar is there, and all its examples hold") {
  const Grammar& grammar = Grammar::builtin();
  CHECK(builtin_grammar().get() == &grammar);
  const ExampleReport report = run_examples(grammar);
  CHECK(report.lexicons > 0);
  CHECK(report.examples > report.rules + report.lexicons);
  for (const ExampleResult& failure : report.failures) {
    FAIL_CHECK(failure.file << ":" << failure.line << ": " << failure.message);
  }
}

TEST_CASE("the built-in grammar is the one in the grammars folder") {
  const auto files = read_grammar_files(SCPPARSE_SOURCE_DIR "/grammars");
  REQUIRE(files);
  const auto image = compile(*files, {.run_examples = false});
  if (!image) FAIL(render(image.problems()));
  CHECK(Grammar::from_image(*image)->version() == Grammar::builtin().version());
  const std::vector<GrammarFile> builtin = builtin_grammar_files();
  REQUIRE(builtin.size() == files->size());
  for (std::size_t i = 0; i < builtin.size(); ++i) {
    CHECK(builtin[i].name == (*files)[i].name);
    CHECK(builtin[i].text == (*files)[i].text);
  }
}

TEST_CASE("a report counts rules and examples and names what failed") {
  const std::string text =
      "grammar: 1\nabout: x\nrules:\n"
      "  - {id: r, set: date, about: A rule, pattern: 'ngày \\d+', "
      "match: [{text: ngày 1}, {text: ngày x}], reject: [y]}\n";
  const auto image = compile({grammar_file("a.yaml", text)}, {.run_examples = false});
  REQUIRE(image);
  const auto grammar = Grammar::from_image(*image);
  const ExampleReport report = run_examples(*grammar);
  CHECK(report.rules == 1);
  CHECK(report.examples == 3);
  REQUIRE(report.failures.size() == 1);
  CHECK(report.failures[0].outcome == ExampleOutcome::kMissing);
  CHECK(report.failures[0].owner == "r");
  CHECK(report.failures[0].file == "a.yaml");
  CHECK(report.failures[0].line == 4);
  const std::vector<ExampleResult> all = try_examples(*grammar);
  REQUIRE(all.size() == 3);
  CHECK(all[0].outcome == ExampleOutcome::kMatched);
  CHECK(all[2].outcome == ExampleOutcome::kRejected);
}

TEST_CASE("a list names rules and lexicons with their places") {
  const auto image = compile(
      {grammar_file("a.yaml", std::string(kGoodRule) + "lexicons:\n"
                                                       "  - id: units\n"
                                                       "    about: Units\n"
                                                       "    entries: [{name: ha}, {name: km}]\n"
                                                       "    match: [{text: ha, gives: ha}]\n"
                                                       "    reject: [x]\n")});
  REQUIRE(image);
  const auto grammar = Grammar::from_image(*image);
  const std::vector<GrammarRow> rows = list_grammar(*grammar);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].id == "r");
  CHECK(rows[0].set == "date");
  CHECK(rows[0].line == 4);
  CHECK(rows[1].is_lexicon);
  CHECK(rows[1].id == "units");
  CHECK(rows[1].entries == 2);
  CHECK(rows[1].about == "Units");
}

TEST_CASE("the schema and the reference page in the repository are the generated ones") {
  CHECK(read(SCPPARSE_SOURCE_DIR "/grammars/schema/grammar.schema.json") == grammar_schema());
  CHECK(read(SCPPARSE_SOURCE_DIR "/docs/grammar-reference.md") == grammar_reference());
}

TEST_CASE("write the schema and the reference page", "[.][write]") {
  std::ofstream(SCPPARSE_SOURCE_DIR "/grammars/schema/grammar.schema.json", std::ios::binary)
      << grammar_schema();
  std::ofstream(SCPPARSE_SOURCE_DIR "/docs/grammar-reference.md", std::ios::binary)
      << grammar_reference();
}

TEST_CASE("every name of the vocabulary is found again") {
  for (std::size_t i = 0; i < kRuleSetCount; ++i) {
    const auto set = static_cast<RuleSet>(i);
    CHECK(rule_set_named(name_of(set)) == set);
    CHECK_FALSE(about(set).empty());
  }
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    CHECK(field_named(name_of(static_cast<Field>(i))) == static_cast<Field>(i));
  }
  for (std::size_t i = 0; i < kLexiconCount; ++i) {
    const auto lexicon = static_cast<LexiconId>(i);
    CHECK(lexicon_named(name_of(lexicon)) == lexicon);
    CHECK_FALSE(about(lexicon).empty());
  }
  CHECK_FALSE(field_named("yeer"));
}

}  // namespace
}  // namespace scp
