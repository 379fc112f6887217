#include "cli/render.h"

#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "cli/width.h"
#include "source/line_index.h"

namespace scp::cli {
namespace {

// A document over `text` in which nothing was read; `text` must outlive it.
Document document_over(std::string_view text) {
  Document document;
  document.source.path = "plan.txt";
  document.lines = std::make_shared<LineIndex>(text);
  return document;
}

Place place_of(std::string_view text, std::string_view part) {
  const auto at = static_cast<std::uint32_t>(text.find(part));
  return {.first = {at, at + static_cast<std::uint32_t>(part.size())}, .more = {}};
}

Finding finding_at(Place at) {
  Finding finding;
  finding.rule = "number-mismatch";
  finding.code = "SCP101";
  finding.severity = Severity::kError;
  finding.message = "the numbers differ";
  finding.message_vi = "hai số khác nhau";
  finding.at = std::move(at);
  return finding;
}

TEST_CASE("a finding shows place, line, caret, related places and hint") {
  constexpr std::string_view kText = "Số: 2960\n(Quyết định 2980 ngày 13)\n";
  const Document document = document_over(kText);
  Finding finding = finding_at(place_of(kText, "2980"));
  finding.related.push_back({"the other one", "số kia", place_of(kText, "2960")});
  finding.fix = Fix{.edits = {{place_of(kText, "2980"), "2960"}}, .safe = false};
  CHECK(render(finding, document, {}) ==
        "plan.txt:2:13: error: the numbers differ [SCP101 number-mismatch]\n"
        "(Quyết định 2980 ngày 13)\n"
        "            ^~~~\n"
        "note: plan.txt:1:5: the other one\n"
        "Số: 2960\n"
        "    ^~~~\n"
        "hint: plan.txt:2:13: corrected, the line reads:\n"
        "(Quyết định 2960 ngày 13)\n");
}

TEST_CASE("a hint says what an edit makes of the text") {
  constexpr std::string_view kText = "các cây các cây giống\n  D:\\x.docx\nmột\nhai\n";
  const Document document = document_over(kText);
  const auto hint_of = [&](std::string_view part, std::string_view text) {
    Finding finding = finding_at(place_of(kText, "giống"));
    finding.fix = Fix{.edits = {{place_of(kText, part), text}}, .safe = false};
    const std::string all = render(finding, document, {});
    return all.substr(all.find("hint: "));
  };
  CHECK(hint_of(" các cây", "") ==
        "hint: plan.txt:1:8: corrected, the line reads:\ncác cây giống\n");
  CHECK(hint_of("D:\\x.docx", "") ==
        "hint: plan.txt:2:3: delete this line; nothing else stands on it\n");
  CHECK(hint_of("t\nh", "") == "hint: plan.txt:3:3: delete from here up to line 4, column 2\n");
  CHECK(hint_of("t\nh", "x") ==
        "hint: plan.txt:3:3: write “x” in place of all up to line 4, column 2\n");
}

TEST_CASE("the same in Vietnamese and in colour") {
  constexpr std::string_view kText = "2980";
  const Document document = document_over(kText);
  const Finding finding = finding_at(place_of(kText, "2980"));
  CHECK(render(finding, document, {.lang = Lang::kVi, .color = true}) ==
        "\x1b[1mplan.txt:1:1:\x1b[0m \x1b[1;31mlỗi:\x1b[0m hai số khác nhau "
        "[SCP101 number-mismatch]\n2980\n^~~~\n");
}

TEST_CASE("standard input has a name, severities have words") {
  constexpr std::string_view kText = "x";
  Document document = document_over(kText);
  document.source.path = {};
  Finding finding = finding_at(place_of(kText, "x"));
  finding.severity = Severity::kInfo;
  CHECK(render(finding, document, {}) ==
        "<stdin>:1:1: info: the numbers differ [SCP101 number-mismatch]\nx\n^\n");
}

TEST_CASE("the caret counts what the terminal shows") {
  CHECK(excerpt("abc", 1, 2) == "abc\n ^\n");
  CHECK(excerpt("abc", 0, 3) == "abc\n^~~\n");
  CHECK(excerpt("abc", 3, 3) == "abc\n   ^\n");
  CHECK(excerpt("Ủy ban", 3, 4) == "Ủy ban\n ^\n");
  // Decomposed: U + hook above.
  CHECK(excerpt("U\xCC\x89y ban", 3, 4) == "U\xCC\x89y ban\n ^\n");
  CHECK(excerpt("日本x", 6, 7) == "日本x\n    ^\n");
  CHECK(excerpt("日本x", 0, 6) == "日本x\n^~~~\n");
  CHECK(excerpt("a\tb", 2, 3) == "a\tb\n \t^\n");
  CHECK(excerpt("", 0, 0) == "\n^\n");
}

TEST_CASE("nothing in a line can steer the terminal") {
  CHECK(excerpt("a\x1b[31mb", 6, 7) == "a\xEF\xBF\xBD[31mb\n      ^\n");
  CHECK(excerpt("a\xE2\x80\xAE"
                "b",
                4, 5) ==
        "a\xEF\xBF\xBD"
        "b\n  ^\n");
  CHECK(excerpt("a\xFF"
                "b",
                2, 3) ==
        "a\xEF\xBF\xBD"
        "b\n  ^\n");
}

TEST_CASE("long lines are cut around the caret") {
  const std::string line = std::string(500, 'a') + "X" + std::string(500, 'b');
  CHECK(excerpt(line, 500, 501) == "…" + std::string(40, 'a') + "X" + std::string(58, 'b') + "…\n" +
                                       std::string(41, ' ') + "^\n");
  CHECK(excerpt(line, 0, 1) == std::string(100, 'a') + "…\n^\n");
  const std::string last = excerpt(line, 1000, 1001);
  CHECK(last == "…" + std::string(41, 'b') + "\n" + std::string(41, ' ') + "^\n");
}

TEST_CASE("problems name the file, or the program where there is none") {
  Problem problem{.code = "not-found", .message = "no such file", .message_vi = "không có"};
  CHECK(render(problem, {}) == "scpparse: error: no such file [not-found]\n");
  problem.file = "a\nb";
  problem.line = 3;
  problem.column = 7;
  problem.excerpt = "abc\n^";
  CHECK(render(problem, {.lang = Lang::kVi}) ==
        "a\xEF\xBF\xBD"
        "b:3:7: lỗi: không có [not-found]\nabc\n^\n");
}

TEST_CASE("widths") {
  CHECK(width_of("") == 0);
  CHECK(width_of("Tiếng Việt") == 10);
  CHECK(width_of("e\xCC\x82\xCC\x81") == 1);
  CHECK(width_of("漢字") == 4);
  CHECK(width_of("\xE2\x80\x8B") == 0);
}

}  // namespace
}  // namespace scp::cli
