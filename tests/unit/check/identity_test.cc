#include "unit/check/check_test_support.h"

namespace scp {
namespace {

using testing::findings_of;
using testing::read;
using testing::text_at;
using testing::the_finding;

const std::string kHeader =
    "Số: 12/QĐ-UBND\nTrà Vinh, ngày 13 tháng 8 năm 2020\nQUYẾT ĐỊNH\nBan hành Kế hoạch trồng rừng\n"
    "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rừng.\n\nKẾ HOẠCH\nTrồng rừng\n";

TEST_CASE("number-mismatch: an attachment line names another number than the header") {
  CHECK_MARKED("number-mismatch",
               kHeader + "(Kèm theo Quyết định số [[21/QĐ-UBND]] ngày 13 tháng 8 năm 2020)\n");
  CHECK_MARKED("number-mismatch",
               kHeader + "(Kèm theo Quyết định số 12/QĐ-UBND ngày 13 tháng 8 năm 2020)\n");
}

TEST_CASE("number-mismatch: blanks and markup in the number do not matter") {
  CHECK_MARKED("number-mismatch",
               kHeader + "(Kèm theo Quyết định số **12** /QĐ-UBND ngày 13 tháng 8 năm 2020)\n");
  CHECK_MARKED("number-mismatch",
               kHeader + "(Kèm theo Quyết định số **[[21** /QĐ-UBND]] ngày 13 tháng 8 năm 2020)\n");
}

TEST_CASE("number-mismatch: a blank number, or another kind, contradicts nothing") {
  CHECK_MARKED("number-mismatch",
               kHeader + "(Kèm theo Quyết định số      /QĐ-UBND ngày 13 tháng 8 năm 2020)\n");
  CHECK_MARKED("number-mismatch",
               kHeader + "(Kèm theo Tờ trình số 21/TTr-UBND ngày 13 tháng 8 năm 2020)\n");
}

TEST_CASE("number-mismatch: every attachment line is held against the header") {
  CHECK_MARKED("number-mismatch",
               kHeader +
                   "(Kèm theo Quyết định số 12/QĐ-UBND ngày 13 tháng 8 năm 2020)\n"
                   "I. MỤC TIÊU\n1. Trồng 100 ha rừng.\n\nPhụ lục\n"
                   "(Kèm theo Quyết định số [[120/QĐ-UBND]] ngày 13 tháng 8 năm 2020)\n");
}

TEST_CASE("number-mismatch: says both numbers and shows the header") {
  const std::string text =
      kHeader + "(Kèm theo Quyết định số 21/QĐ-UBND ngày 13 tháng 8 năm 2020)\n";
  const Document document = read(text);
  const Finding finding = the_finding(document, "number-mismatch");
  CHECK(finding.code == "SCP101");
  CHECK(finding.severity == Severity::kError);
  CHECK(finding.message ==
        "the decision is number 21/QĐ-UBND here, but 12/QĐ-UBND in its own header; correct the one "
        "that is wrong");
  CHECK(finding.message_vi ==
        "Quyết định ghi số 21/QĐ-UBND, khác với 12/QĐ-UBND ở phần đầu của chính văn bản đó; hãy "
        "sửa chỗ sai");
  REQUIRE(finding.related.size() == 1);
  CHECK(finding.related[0].message == "the header has 12/QĐ-UBND");
  CHECK(text_at(text, finding.related[0].at.first) == "12/QĐ-UBND");
}

TEST_CASE("date-mismatch: an attachment line names another day than the header") {
  CHECK_MARKED("date-mismatch",
               kHeader + "(Kèm theo Quyết định số 12/QĐ-UBND [[ngày 31 tháng 8 năm 2020]])\n");
  CHECK_MARKED("date-mismatch",
               kHeader + "(Kèm theo Quyết định số 12/QĐ-UBND [[ngày 13/9/2020]])\n");
  CHECK_MARKED("date-mismatch", kHeader + "(Kèm theo Quyết định số 12/QĐ-UBND ngày 13/8/2020)\n");
}

TEST_CASE("date-mismatch: each language has its own form of kinds and dates") {
  const Document document = read(kHeader + "(Kèm theo Quyết định số 12/QĐ-UBND ngày 15/8/2020)\n");
  const Finding finding = the_finding(document, "date-mismatch");
  CHECK(finding.message.starts_with("the decision is dated 2020-08-15 here, but "));
  CHECK(finding.message_vi.starts_with("Quyết định ghi ngày 15/8/2020, khác với "));
}

TEST_CASE("date-mismatch: blank parts contradict nothing") {
  CHECK_MARKED("date-mismatch",
               kHeader + "(Kèm theo Quyết định số 12/QĐ-UBND ngày      tháng 8 năm 2020)\n");
  CHECK_MARKED("date-mismatch", kHeader + "(Kèm theo Quyết định số 12/QĐ-UBND)\n");
}

TEST_CASE("date-mismatch: number and date may both be wrong") {
  const Document document =
      read(kHeader + "(Kèm theo Quyết định số 21/QĐ-UBND ngày 31 tháng 8 năm 2020)\n");
  CHECK(findings_of(document, "number-mismatch").size() == 1);
  CHECK(findings_of(document, "date-mismatch").size() == 1);
}

const std::string kBody = "KẾ HOẠCH\nTrồng rừng\nI. MỤC TIÊU\n1. Trồng 100 ha rừng.\n";

TEST_CASE("missing-number: in the number line") {
  CHECK_MARKED("missing-number",
               "[[Số:       /KH-UBND]]\nTrà Vinh, ngày 13 tháng 8 năm 2020\n" + kBody);
  CHECK_MARKED("missing-number", "Số: 5/KH-UBND\nTrà Vinh, ngày 13 tháng 8 năm 2020\n" + kBody);
}

TEST_CASE("missing-number: in the attachment line of an appendix") {
  CHECK_MARKED("missing-number",
               kBody + "\nPhụ lục\n(Kèm theo Kế hoạch số: [[/KH-UBND]] ngày   /   /2020)\n");
  CHECK_MARKED("missing-number",
               kBody + "\nPhụ lục\n(Kèm theo Kế hoạch số: 5/KH-UBND ngày   /   /2020)\n");
}

TEST_CASE("missing-number: at the kind line where no line holds a number") {
  CHECK_MARKED("missing-number", "[[KẾ HOẠCH]]\nTrồng rừng\nI. MỤC TIÊU\n1. Trồng 100 ha rừng.\n");
}

TEST_CASE("missing-number and missing-date: not for what another instrument promulgates") {
  const std::string text =
      kBody + "\nPhụ lục\n(Ban hành kèm theo Quyết định số 800/QĐ-UBND ngày 19/5/2021)\n";
  CHECK_MARKED("missing-number", text);
  CHECK_MARKED("missing-date", text);
}

TEST_CASE("missing-date: in the place-and-date line") {
  CHECK_MARKED("missing-date",
               "Số: 5/KH-UBND\n[[Trà Vinh, ngày     tháng     năm 2020]]\n" + kBody);
  CHECK_MARKED("missing-date", "Số: 5/KH-UBND\n[[Trà Vinh, ngày     tháng 8 năm 2020]]\n" + kBody);
  CHECK_MARKED("missing-date", "Số: 5/KH-UBND\nTrà Vinh, ngày 13 tháng 8 năm 2020\n" + kBody);
}

TEST_CASE("missing-date: in the attachment line of an appendix") {
  CHECK_MARKED(
      "missing-date",
      kBody + "\nPhụ lục\n(Kèm theo Kế hoạch số: 5/KH-UBND [[ngày   /   /2020]] của UBND tỉnh)\n");
  CHECK_MARKED(
      "missing-date",
      kBody + "\nPhụ lục\n(Kèm theo Kế hoạch số: 5/KH-UBND ngày 8/9/2020 của UBND tỉnh)\n");
}

TEST_CASE("missing-number and missing-date: nothing in a text that is no document") {
  const Document document = read("Ngày xưa có một người đi cày.\nAnh ta rất nghèo.\n");
  CHECK(findings_of(document, "missing-number").empty());
  CHECK(findings_of(document, "missing-date").empty());
}

}  // namespace
}  // namespace scp
