// Every line of tests/spec/cases goes through the whole reader, set into a document of its own.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "emit/fields_document.h"
#include "emit/fields_tasks.h"
#include "facts/dates.h"
#include "scpparse/parse.h"
#include "support/cases.h"

namespace scp {
namespace {

using testing::Case;
using testing::read_cases;

const std::string kHead =
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 12/KH-UBND\n"
    "Lào Cai, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nBảo vệ môi trường\n\n";

Document parsed(const std::string& text) {
  auto result = parse_bytes(text);
  REQUIRE(result);
  return std::move(*result);
}

std::string joined(const std::vector<std::string_view>& parts) {
  std::string text;
  for (const std::string_view part : parts) {
    if (!text.empty()) text += '|';
    text += part;
  }
  return text;
}

std::string number_text(const std::optional<double>& value) {
  if (!value.has_value()) return {};
  std::string text = std::to_string(*value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

Document with_time_cell(const std::string& cell) {
  return parsed(kHead +
                "Phụ lục\nSTT\tNội dung\tCơ quan chủ trì\tThời gian thực hiện\n"
                "1\tRà soát quy hoạch\tSở Công Thương\t" +
                cell +
                "\n"
                "2\tLập báo cáo\tSở Tài chính\tNăm 2027\n");
}

std::string signers_text(const Identity& identity) {
  std::string text;
  for (const Signer& signer : identity.signers) {
    if (!text.empty()) text += "; ";
    text += std::string(signer.name) + ", " + std::string(signer.position);
    std::string stack;
    for (const std::string_view line : signer.capacity) {
      if (!stack.empty()) stack += ", ";
      stack += line;
    }
    if (!stack.empty()) text += " (" + stack + ")";
  }
  return text;
}

TEST_CASE("every header has the identity that the table of cases gives") {
  for (const Case& wanted : read_cases("headers.tsv")) {
    std::string text = wanted.at("text");
    DYNAMIC_SECTION(text.substr(0, 120)) {
      for (std::size_t at = text.find(" | "); at != std::string::npos; at = text.find(" | ", at)) {
        text.replace(at, 3, "\n");
      }
      const Document document = parsed(text + "\n");
      const Identity& identity = document.identity;
      CHECK(identity.kind == wanted.at("kind"));
      CHECK(identity.kind_name == wanted.at("kind_name"));
      CHECK(identity.number == wanted.at("number"));
      CHECK(identity.symbol == wanted.at("symbol"));
      CHECK(iso(identity.issued_on) == wanted.at("issued_on"));
      CHECK(identity.issuer == wanted.at("issuer"));
      CHECK(identity.title == wanted.at("title"));
      CHECK(signers_text(identity) == wanted.at("signers"));
    }
  }
}

TEST_CASE("every time cell has the deadline that the table of cases gives") {
  for (const Case& wanted : read_cases("deadlines.tsv")) {
    const std::string& text = wanted.at("text");
    DYNAMIC_SECTION(text) {
      const Document document = with_time_cell(text);
      REQUIRE(document.tasks.size() == 2);
      REQUIRE(document.tasks[0].deadline.has_value());
      const Deadline& deadline = *document.tasks[0].deadline;
      CHECK(deadline.text == text);
      CHECK(emitting::name_of_value(deadline.kind) == wanted.at("kind"));
      CHECK(deadline.period == wanted.at("period"));
      CHECK(joined(deadline.rrules) == wanted.at("rrules"));
      CHECK(joined(deadline.due_days) == wanted.at("due_days"));
      CHECK(deadline.duration == wanted.at("duration"));
      CHECK(deadline.note == wanted.at("note"));
      CHECK(!deadline.inherited);
    }
  }
}

TEST_CASE("the days of a period are the first and the last that it names") {
  struct Days {
    std::string cell, start, due;
  };
  const Days all[] = {
      {"2021 - 2030", "2021-01-01", "2030-12-31"},
      {"Quý II/2026", "2026-04-01", "2026-06-30"},
      {"Tháng 02/2028", "2028-02-01", "2028-02-29"},
      {"Từ năm 2026", "2026-01-01", ""},
      {"Đến năm 2030", "", "2030-12-31"},
      {"trước tháng 6/2027", "", "2027-05-31"},
      {"trước ngày 15/3/2026", "", "2026-03-15"},
      {"từ ngày 11/9 đến hết năm 2026", "2026-09-11", "2026-12-31"},
  };
  for (const Days& days : all) {
    DYNAMIC_SECTION(days.cell) {
      const Document document = with_time_cell(days.cell);
      REQUIRE(document.tasks.at(0).deadline.has_value());
      CHECK(iso(document.tasks[0].deadline->start_on) == days.start);
      CHECK(iso(document.tasks[0].deadline->due_on) == days.due);
    }
  }
}

TEST_CASE("a header may give the year of cells that name none") {
  const Document document = parsed(kHead +
                                   "Phụ lục\nSTT\tNội dung\tCơ quan chủ trì\tThời gian (Năm 2027)\n"
                                   "1\tRà soát quy hoạch\tSở Công Thương\tQuý II\n"
                                   "2\tLập báo cáo\tSở Tài chính\tTháng 3/2028\n\nNhiệm vụ khác:\n"
                                   "STT\tNội dung\tCơ quan chủ trì\tThời gian\n"
                                   "1\tRà soát quy hoạch\tSở Công Thương\tQuý II\n");
  REQUIRE(document.tasks.size() == 3);
  CHECK(document.tasks[0].deadline->period == "2027-04/2027-06");
  CHECK(document.tasks[1].deadline->period == "2028-03");
  CHECK(document.tasks[2].deadline->period == "2026-04/2026-06");
}

TEST_CASE("every statement has the target that the table of cases gives") {
  for (const Case& wanted : read_cases("targets.tsv")) {
    const std::string& text = wanted.at("text");
    DYNAMIC_SECTION(text) {
      const Document document = parsed(kHead + "I. MỤC TIÊU\n- " + text + ";\n");
      REQUIRE(document.goals.size() == 1);
      CHECK(document.goals[0].text == text + ";");
      const auto& targets = document.goals[0].targets;
      if (wanted.at("direction").empty()) {
        CHECK(targets.empty());
        continue;
      }
      REQUIRE(!targets.empty());
      const Target& target = targets[0];
      CHECK(emitting::name_of_value(target.direction) == wanted.at("direction"));
      CHECK(number_text(target.min) == wanted.at("min"));
      CHECK(number_text(target.max) == wanted.at("max"));
      CHECK(target.unit == wanted.at("unit"));
      CHECK(emitting::name_of_value(target.bound) == wanted.at("bound"));
      CHECK(target.baseline == wanted.at("baseline"));
    }
  }
}

TEST_CASE("every header has the role that the table of cases gives") {
  for (const Case& wanted : read_cases("columns.tsv")) {
    for (const std::string& header : {wanted.at("header"), "**" + wanted.at("header") + "**"}) {
      DYNAMIC_SECTION(header) {
        const Document document =
            parsed(kHead + "Phụ lục\nMã\t" + header + "\tMức độ\nA\tB\tC\nD\tE\tF\n");
        REQUIRE(document.tables.size() == 1);
        REQUIRE(document.tables[0].columns.size() == 3);
        CHECK(document.tables[0].columns[1].header == wanted.at("header"));
        CHECK(document.tables[0].columns[1].role == wanted.at("role"));
      }
    }
  }
}

}  // namespace
}  // namespace scp
