#include "unit/check/check_test_support.h"

namespace scp {
namespace {

using testing::findings_of;
using testing::read;
using testing::text_at;
using testing::the_finding;

const std::string kHead =
    "Phụ lục\nSTT\tNội dung công việc\tCơ quan chủ trì\tThời gian thực hiện\n";

std::string row(const std::string& number, const std::string& content) {
  return number + "\t" + content + "\tSở Công Thương\t2021\n";
}
std::string group(const std::string& number, const std::string& title) {
  return number + "\t" + title + "\t\t\n";
}

TEST_CASE("row-gap: a row is missing in the middle") {
  CHECK_MARKED("row-gap",
               kHead + row("1", "Mở lớp") + row("2", "Dạy nghề") + row("[[4]]", "Bán hàng"));
  CHECK_MARKED("row-gap", kHead + row("1", "Mở lớp") + row("2", "Dạy nghề") + row("3", "Bán hàng"));
}

TEST_CASE("row-gap: the first row is missing") {
  CHECK_MARKED("row-gap", kHead + row("[[2]]", "Dạy nghề") + row("3", "Bán hàng"));
}

TEST_CASE("row-gap: each group begins anew or goes on, but one table does not do both") {
  CHECK_MARKED("row-gap", kHead + group("I", "Đào tạo") + row("1", "Mở lớp") +
                              group("II", "Thương mại") + row("1", "Bán hàng") +
                              row("2", "Hội chợ"));
  CHECK_MARKED("row-gap", kHead + group("I", "Đào tạo") + row("1", "Mở lớp") +
                              group("II", "Thương mại") + row("2", "Bán hàng") +
                              row("3", "Hội chợ"));
  CHECK_MARKED("row-gap", kHead + group("I", "Đào tạo") + row("1", "Mở lớp") +
                              group("II", "Thương mại") + row("[[2]]", "Bán hàng") +
                              row("3", "Hội chợ") + group("III", "Vay vốn") + row("1", "Cho vay"));
}

TEST_CASE("row-gap: the only row of a group has the number of the group") {
  CHECK_MARKED("row-gap", kHead + group("I", "Đào tạo") + row("1.1", "Mở lớp") +
                              row("1.2", "Thuê thầy") + group("II", "Thương mại") +
                              row("2", "Bán hàng") + group("III", "Vay vốn") + row("3", "Cho vay") +
                              group("IV", "Nhà ở") + row("4.1", "Xây nhà"));
}

TEST_CASE("row-gap: numbers written with zeros and marks") {
  CHECK_MARKED("row-gap",
               kHead + row("01", "Mở lớp") + row("02.", "Dạy nghề") + row("[[04]]", "Bán hàng"));
}

TEST_CASE("row-gap: rows numbered under another") {
  CHECK_MARKED("row-gap", kHead + row("1", "Mở lớp") + row("1.1", "Thuê thầy") +
                              row("1.2", "Thuê nhà") + row("2", "Bán hàng") + row("2.1", "Mở chợ") +
                              row("[[2.3]]", "Quảng bá"));
}

TEST_CASE("row-gap: shows the row before") {
  const std::string text = kHead + row("1", "Mở lớp") + row("3", "Bán hàng");
  const Document document = read(text);
  const Finding finding = the_finding(document, "row-gap");
  CHECK(finding.message ==
        "the row numbers jump from 1 to 3; number the rows without a gap, or restore what is "
        "missing");
  REQUIRE(finding.related.size() == 1);
  CHECK(text_at(text, finding.related[0].at.first) == "1");
}

TEST_CASE("row-order: a number comes again or goes back") {
  CHECK_MARKED("row-order", kHead + row("1", "Mở lớp") + row("2", "Dạy nghề") +
                                row("[[2]]", "Bán hàng") + row("3", "Hội chợ"));
  CHECK_MARKED("row-order",
               kHead + row("2", "Mở lớp") + row("[[1]]", "Dạy nghề") + row("3", "Bán hàng"));
  CHECK_MARKED("row-order",
               kHead + row("1", "Mở lớp") + row("2", "Dạy nghề") + row("3", "Bán hàng"));
}

TEST_CASE("row-gap, row-order: a word that could be a numeral is none") {
  const std::string text = kHead + group("I", "Đào tạo nghề") + row("1", "Mở lớp") +
                           row("", "X quang tim phổi cho công nhân") + group("II", "Thương mại") +
                           row("1", "Hội chợ");
  CHECK(findings_of(read(text), "row-gap").empty());
  CHECK(findings_of(read(text), "row-order").empty());
}

std::string plan(const std::string& announced) {
  return "KẾ HOẠCH\nPhát triển làng nghề\nI. NHIỆM VỤ\n1. Đào tạo nghề cho lao động\nGồm " +
         announced +
         " nhiệm vụ cụ thể như Phụ lục kèm theo.\n2. Xúc tiến thương mại làng nghề\nTổ chức hội "
         "chợ.\n\n";
}

TEST_CASE("declared-count-mismatch: the group has another number of tasks") {
  const std::string rows = row("1", "Mở lớp") + row("2", "Mời nghệ nhân");
  const std::string rest = group("II", "Xúc tiến thương mại làng nghề") + row("1", "Hội chợ");
  CHECK_MARKED("declared-count-mismatch",
               plan("03") + kHead + "[[I\tĐào tạo nghề cho lao động]]\t\t\n" + rows + rest);
  CHECK_MARKED("declared-count-mismatch",
               plan("02") + kHead + "I\tĐào tạo nghề cho lao động\t\t\n" + rows + rest);
}

TEST_CASE("declared-count-mismatch: shows the announcement") {
  const std::string text = plan("03") + kHead + group("I", "Đào tạo nghề cho lao động") +
                           row("1", "Mở lớp") + group("II", "Thương mại") + row("1", "Hội chợ");
  const Document document = read(text);
  const Finding finding = the_finding(document, "declared-count-mismatch");
  CHECK(
      finding.message ==
      "tasks of group I: 3 announced in the text, 1 in the table; correct the number or the table");
  REQUIRE(finding.related.size() == 1);
  CHECK(text_at(text, finding.related[0].at.first) == "Gồm 03 nhiệm vụ");
}

TEST_CASE("group-title-mismatch: one group is named otherwise than its section") {
  CHECK_MARKED("group-title-mismatch",
               plan("01") + kHead + group("I", "Đào tạo nghề cho lao động") + row("1", "Mở lớp") +
                   "[[II\tQuảng bá thương mại làng nghề]]\t\t\n" + row("1", "Hội chợ"));
}

TEST_CASE("group-title-mismatch: capitals, tone placement and punctuation do not count") {
  CHECK_MARKED("group-title-mismatch",
               plan("01") + kHead + group("I", "ĐÀO TẠO NGHỀ, CHO LAO ĐỘNG:") + row("1", "Mở lớp") +
                   group("II", "Xúc tiến  thương mại làng nghề.") + row("1", "Hội chợ"));
}

TEST_CASE("group-title-mismatch: another division of the tasks is not compared") {
  const std::string text = plan("01") + kHead + group("I", "Năm đầu") + row("1", "Mở lớp") +
                           group("II", "Năm sau") + row("1", "Hội chợ");
  CHECK(findings_of(read(text), "group-title-mismatch").empty());
}

}  // namespace
}  // namespace scp
