#include "unit/check/check_test_support.h"

namespace scp {
namespace {

using testing::read;
using testing::the_finding;
using testing::unmarked;

// A plan that cites two instruments.
std::string plan(const std::string& first, const std::string& second) {
  return "KẾ HOẠCH\nTrồng rừng\nI. MỤC ĐÍCH\n1. Cụ thể hóa " + first + ".\n2. Phù hợp với " +
         second + ".\n";
}

TEST_CASE("citation-conflict: two symbols, and the one that does not fit the issuer is wrong") {
  const std::string right = "Quyết định số 500/QĐ-TTg ngày 15/5/2023 của Thủ tướng Chính phủ";
  const std::string wrong = "Quyết định số 500/QĐ-CP ngày 15/5/2023 của Thủ tướng Chính phủ";
  CHECK_MARKED("citation-conflict", plan("[[" + wrong + "]]", right));
  CHECK_MARKED("citation-conflict", plan(right, "[[" + wrong + "]]"));
  CHECK_MARKED("citation-conflict", plan(right, right));
}

TEST_CASE("citation-conflict: two issuers of one level may use one number on one day") {
  CHECK_MARKED("citation-conflict",
               plan("Quyết định số 15/QĐ-TTg ngày 05/01/2020 của Thủ tướng Chính phủ",
                    "Quyết định số 15/QĐ-UBND ngày 05/01/2020 của Ủy ban nhân dân tỉnh"));
}

TEST_CASE("citation-conflict: capitals in a symbol are no other symbol") {
  CHECK_MARKED("citation-conflict",
               plan("Quyết định số 500/QĐ-TTg ngày 15/5/2023 của Thủ tướng Chính phủ",
                    "Quyết định số 500/QĐ-TTG ngày 15/5/2023 của Thủ tướng Chính phủ"));
}

TEST_CASE("citation-conflict: one number with two dates, and the later place is wrong") {
  CHECK_MARKED("citation-conflict",
               plan("Quyết định số 500/QĐ-TTg ngày 15/5/2023 của Thủ tướng Chính phủ",
                    "[[Quyết định số 500/QĐ-TTg ngày 16/5/2023 của Thủ tướng Chính phủ]]"));
}

TEST_CASE("citation-conflict: one number with two dates, and the rarer date is wrong") {
  const std::string right = "Quyết định số 500/QĐ-TTg ngày 15/5/2023 của Thủ tướng Chính phủ";
  const std::string wrong = "Quyết định số 500/QĐ-TTg ngày 16/5/2023 của Thủ tướng Chính phủ";
  CHECK_MARKED("citation-conflict",
               plan("[[" + wrong + "]]", right) + "3. Kế thừa " + right + ".\n");
}

TEST_CASE("citation-conflict: numbers begin anew each year") {
  CHECK_MARKED("citation-conflict",
               plan("Kế hoạch số 12/KH-UBND ngày 05/01/2019 của Ủy ban nhân dân tỉnh",
                    "Kế hoạch số 12/KH-UBND ngày 06/01/2020 của Ủy ban nhân dân tỉnh"));
}

TEST_CASE("citation-conflict: the year in a number makes it one instrument in any year") {
  CHECK_MARKED("citation-conflict",
               plan("Nghị định số 45/2019/NĐ-CP ngày 21/5/2019 của Chính phủ",
                    "[[Nghị định số 45/2019/NĐ-CP ngày 21/5/2020 của Chính phủ]]"));
  CHECK_MARKED("citation-conflict",
               plan("Nghị định số 45/2019/NĐ-CP ngày 21/5/2019 của Chính phủ",
                    "Nghị định số 45/2020/NĐ-CP ngày 21/5/2020 của Chính phủ"));
}

TEST_CASE("citation-conflict: a date that is partly blank contradicts nothing") {
  CHECK_MARKED("citation-conflict",
               plan("Quyết định số 500/QĐ-TTg ngày 15/5/2023 của Thủ tướng Chính phủ",
                    "Quyết định số 500/QĐ-TTg năm 2023 của Thủ tướng Chính phủ"));
}

TEST_CASE("citation-conflict: a province and a district are two issuers") {
  CHECK_MARKED("citation-conflict",
               plan("Kế hoạch số 12/KH-UBND ngày 05/01/2020 của Ủy ban nhân dân tỉnh",
                    "Kế hoạch số 12/KH-UBND ngày 09/02/2020 của Ủy ban nhân dân huyện Cầu Kè"));
}

TEST_CASE("citation-conflict: one number and date with two issuers") {
  CHECK_MARKED("citation-conflict",
               plan("Quyết định số 500/QĐ-TTg ngày 15/5/2023 của Thủ tướng Chính phủ",
                    "[[Quyết định số 500/QĐ-TTg ngày 15/5/2023 của Bộ Công Thương]]"));
}

TEST_CASE("citation-conflict: a chairman and his committee, or a shorter name, are one issuer") {
  CHECK_MARKED("citation-conflict",
               plan("Quyết định số 50/QĐ-UBND ngày 15/5/2023 của Chủ tịch Ủy ban nhân dân tỉnh",
                    "Quyết định số 50/QĐ-UBND ngày 15/5/2023 của Ủy ban nhân dân tỉnh Trà Vinh"));
}

TEST_CASE("citation-conflict: shows where the other form stands") {
  const std::string text =
      unmarked(plan("Quyết định số 500/QĐ-TTg ngày 15/5/2023 của Thủ tướng Chính phủ",
                    "Quyết định số 500/QĐ-CP ngày 15/5/2023 của Thủ tướng Chính phủ"));
  const Document document = read(text);
  const Finding finding = the_finding(document, "citation-conflict");
  CHECK(finding.message ==
        "500/QĐ-CP is cited as 500/QĐ-TTg elsewhere, with the same serial number and date; correct "
        "the one that is wrong");
  REQUIRE(finding.related.size() == 1);
  CHECK(finding.related[0].at.first.begin < finding.at.first.begin);
}

}  // namespace
}  // namespace scp
