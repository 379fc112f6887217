#include <catch2/catch.hpp>

#include "unit/grammar/grammar_test_support.h"

namespace scp {
namespace {

using testing::grammar_of;
using testing::header;

std::string lexicon_file(const std::string& entries) {
  return header() +
         "lexicons:\n"
         "  - id: connectors\n"
         "    about: x\n"
         "    entries: [{name: và}]\n"
         "    match: [{text: và, gives: và}]\n"
         "    reject: [x]\n"
         "  - id: agencies\n"
         "    about: x\n"
         "    entries:\n" +
         entries +
         "    match: [{text: x, gives: x}]\n"
         "    reject: [y]\n";
}

std::unique_ptr<Grammar> agencies() {
  static const std::string entries =
      "      - {name: Sở Văn hóa, id: svh, values: {level: province}}\n"
      "      - {name: 'Sở Văn hóa, Thể thao và Du lịch', variants: [Sở VHTT&DL]}\n"
      "      - {name: Sở Nông nghiệp và Phát triển nông thôn, variants: [Sở NN&PTNT]}\n"
      "      - {name: 'Các sở, ban, ngành', variants: [sở ngành], values: {kind: collective}}\n"
      "      - {name: Ủy ban nhân dân tỉnh, variants: [UBND tỉnh]}\n"
      "      - {name: Ủy ban nhân dân, variants: [UBND]}\n"
      "      - {name: Bà Rịa - Vũng Tàu}\n"
      "      - {name: Thành phố Hồ Chí Minh, variants: [TP. Hồ Chí Minh]}\n"
      "      - {name: Thời gian (Năm 2026)}\n";
  return grammar_of(lexicon_file(entries));
}

// "text read -> name", with "~" when connectors differ; "-" when nothing is found.
std::string longest(const Grammar& grammar, const std::string& text) {
  std::vector<Word> words;
  split_words(grammar, text, words);
  LexiconMatch match;
  if (!grammar.lexicon(LexiconId::kAgencies).longest_at(words, 0, match)) return "-";
  const std::size_t begin = words[match.first_word].begin;
  const std::size_t end = words[match.end_word - 1].end;
  return text.substr(begin, end - begin) + " -> " + std::string(match.entry.name()) +
         (match.exact ? "" : " ~");
}

std::string found(const Grammar& grammar, std::string_view phrase) {
  const Entry entry = grammar.lexicon(LexiconId::kAgencies).find(phrase);
  return entry.valid() ? std::string(entry.name()) : "-";
}

std::string found_bare(const Grammar& grammar, std::string_view phrase) {
  const Entry entry = grammar.lexicon(LexiconId::kAgencies).find_bare(phrase);
  return entry.valid() ? std::string(entry.name()) : "-";
}

TEST_CASE("the longest phrase wins") {
  const auto grammar = agencies();
  CHECK(longest(*grammar, "UBND tỉnh giao") == "UBND tỉnh -> Ủy ban nhân dân tỉnh");
  CHECK(longest(*grammar, "UBND huyện") == "UBND -> Ủy ban nhân dân");
  CHECK(longest(*grammar, "Sở Văn hóa, Thể thao và Du lịch, Sở khác") ==
        "Sở Văn hóa, Thể thao và Du lịch -> Sở Văn hóa, Thể thao và Du lịch");
  CHECK(longest(*grammar, "Sở Văn hóa, Thể dục") == "Sở Văn hóa -> Sở Văn hóa");
  CHECK(longest(*grammar, "tỉnh") == "-");
}

TEST_CASE("case, tone placement and line breaks make no difference") {
  const auto grammar = agencies();
  CHECK(longest(*grammar, "UỶ BAN NHÂN DÂN\nTỈNH") ==
        "UỶ BAN NHÂN DÂN\nTỈNH -> Ủy ban nhân dân tỉnh");
  CHECK(longest(*grammar, "sở văn hoá") == "sở văn hoá -> Sở Văn hóa");
}

TEST_CASE("connectors may be left out or replaced, which is noticed") {
  const auto grammar = agencies();
  const std::string name = " -> Sở Nông nghiệp và Phát triển nông thôn";
  for (const char* same :
       {"Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp & Phát triển nông thôn",
        "Sở NN&PTNT", "Sở NN và PTNT"}) {
    CHECK(longest(*grammar, same) == same + name);
  }
  for (const char* other : {"Sở Nông nghiệp - Phát triển nông thôn", "Sở NN PTNT", "Sở NN-PTNT",
                            "Sở Nông nghiệp/Phát triển nông thôn"}) {
    CHECK(longest(*grammar, other) == other + name + " ~");
  }
}

TEST_CASE("a comma is only read where the phrase has a comma or a hyphen") {
  const auto grammar = agencies();
  CHECK(longest(*grammar, "Sở NN, PTNT") == "-");
  CHECK(longest(*grammar, "UBND, tỉnh") == "UBND -> Ủy ban nhân dân");
  CHECK(longest(*grammar, "Bà Rịa, Vũng Tàu") == "Bà Rịa, Vũng Tàu -> Bà Rịa - Vũng Tàu ~");
  CHECK(longest(*grammar, "Bà Rịa-Vũng Tàu") == "Bà Rịa-Vũng Tàu -> Bà Rịa - Vũng Tàu");
  CHECK(longest(*grammar, "Sở Văn hóa Thể thao Du lịch") ==
        "Sở Văn hóa Thể thao Du lịch -> Sở Văn hóa, Thể thao và Du lịch ~");
}

TEST_CASE("a collective name takes commas anywhere") {
  const auto grammar = agencies();
  CHECK(longest(*grammar, "sở, ngành") == "sở, ngành -> Các sở, ban, ngành ~");
  CHECK(longest(*grammar, "các sở ban ngành") == "các sở ban ngành -> Các sở, ban, ngành ~");
}

TEST_CASE("no phrase reaches over a stop") {
  const auto grammar = agencies();
  CHECK(longest(*grammar, "UBND; tỉnh") == "UBND -> Ủy ban nhân dân");
  CHECK(longest(*grammar, "Ủy ban (nhân dân)") == "-");
  CHECK(longest(*grammar, "Ủy ban. nhân dân") == "-");
  CHECK(longest(*grammar, "TP. Hồ Chí Minh") == "TP. Hồ Chí Minh -> Thành phố Hồ Chí Minh");
  CHECK(longest(*grammar, "TP.Hồ Chí Minh") == "TP.Hồ Chí Minh -> Thành phố Hồ Chí Minh");
}

TEST_CASE("a phrase begins with a word, not with a connector") {
  const auto grammar = agencies();
  CHECK(longest(*grammar, ", UBND") == "-");
  CHECK(longest(*grammar, "và UBND") == "-");
  CHECK(longest(*grammar, "") == "-");
}

TEST_CASE("a whole phrase is found, or nothing") {
  const auto grammar = agencies();
  CHECK(found(*grammar, "SỞ NN & PTNT") == "Sở Nông nghiệp và Phát triển nông thôn");
  CHECK(found(*grammar, "UBND tỉnh") == "Ủy ban nhân dân tỉnh");
  CHECK(found(*grammar, "UBND tỉnh giao") == "-");
  CHECK(found(*grammar, "UBND tỉnh.") == "-");
  CHECK(found(*grammar, "UBND, tỉnh") == "-");
  CHECK(found(*grammar, "") == "-");
  CHECK(found(*grammar, "và") == "-");
}

TEST_CASE("brackets are connectors in whole phrases only") {
  const auto grammar = agencies();
  CHECK(found(*grammar, "Thời gian (năm 2026)") == "Thời gian (Năm 2026)");
  CHECK(found(*grammar, "Thời gian năm 2026") == "Thời gian (Năm 2026)");
  CHECK(longest(*grammar, "Thời gian (năm 2026)") == "-");
}

TEST_CASE("text without diacritics is found by bare words") {
  const auto grammar = agencies();
  CHECK(found_bare(*grammar, "UY BAN NHÂN DAN") == "Ủy ban nhân dân");
  CHECK(found_bare(*grammar, "SO NONG NGHIEP VA PHAT TRIEN NONG THON") ==
        "Sở Nông nghiệp và Phát triển nông thôn");
  CHECK(found_bare(*grammar, "Sở Nông nghiệp và Phát triển nông thôn") ==
        "Sở Nông nghiệp và Phát triển nông thôn");
  CHECK(found_bare(*grammar, "UY BAN") == "-");
  CHECK(found_bare(*grammar, "") == "-");
  CHECK(found(*grammar, "UY BAN NHAN DAN") == "-");
}

TEST_CASE("of phrases with the same words the one with the text's connectors wins") {
  const auto grammar =
      grammar_of(lexicon_file("      - {name: Kế hoạch tài chính}\n"
                              "      - {name: 'Kế hoạch, tài chính'}\n"
                              "      - {name: Kế hoạch - tài chính}\n"));
  CHECK(found(*grammar, "kế hoạch tài chính") == "Kế hoạch tài chính");
  CHECK(found(*grammar, "kế hoạch, tài chính") == "Kế hoạch, tài chính");
  CHECK(found(*grammar, "kế hoạch - tài chính") == "Kế hoạch - tài chính");
  CHECK(found(*grammar, "kế hoạch và tài chính") == "Kế hoạch tài chính");
  CHECK(found_bare(*grammar, "ke hoach tai chinh") == "Kế hoạch tài chính");
}

TEST_CASE("entries give their id and values, and null views for what they lack") {
  const auto grammar = agencies();
  const Lexicon& lexicon = grammar->lexicon(LexiconId::kAgencies);
  const Entry entry = lexicon.find("Sở Văn hóa");
  REQUIRE(entry.valid());
  CHECK(entry.id() == "svh");
  CHECK(entry.value(Field::kLevel) == "province");
  CHECK(entry.value(Field::kKind).data() == nullptr);
  CHECK(lexicon.find("UBND").id().data() == nullptr);
  CHECK(lexicon.entries().size() == 9);
  CHECK(lexicon.entries()[1].name() == "Sở Văn hóa, Thể thao và Du lịch");
  CHECK(lexicon.id() == LexiconId::kAgencies);
}

TEST_CASE("a lexicon that no file defines is empty") {
  const auto grammar = agencies();
  const Lexicon& lexicon = grammar->lexicon(LexiconId::kUnits);
  std::vector<Word> words;
  split_words(*grammar, "UBND tỉnh", words);
  LexiconMatch match;
  CHECK_FALSE(lexicon.longest_at(words, 0, match));
  CHECK_FALSE(lexicon.find("UBND").valid());
  CHECK_FALSE(lexicon.find_bare("UBND").valid());
  CHECK(lexicon.entries().empty());
}

TEST_CASE("words carry keys that case, tone placement and composition do not change") {
  const auto grammar = agencies();
  std::vector<Word> words;
  split_words(*grammar, "Hóa HOÁ ho\xC3\xA1 Hoa\xCC\x81 hoa lạ, và & -", words);
  REQUIRE(words.size() == 10);
  CHECK(words[0].key != 0);
  for (std::size_t i = 1; i < 4; ++i) CHECK(words[i].key == words[0].key);
  CHECK(words[4].key == 0);
  CHECK(words[5].key == 0);
  CHECK(words[6].comma);
  for (std::size_t i = 6; i < 10; ++i) {
    CHECK(words[i].connector);
    CHECK_FALSE(words[i].stop);
  }
  CHECK_FALSE(words[7].comma);
  split_words(*grammar, "a; b", words);
  REQUIRE(words.size() == 3);
  CHECK(words[1].stop);
}

TEST_CASE("a phrase may not have more words than a path can hold") {
  std::string name = "a0";
  for (int i = 1; i <= 32; ++i) name += " a" + std::to_string(i);
  CHECK(testing::structural_problems_of(lexicon_file("      - name: " + name + "\n"))
            .find("a phrase may have 32 words at most [grammar-phrase]") != std::string::npos);
}

}  // namespace
}  // namespace scp
