#include "unit/check/check_test_support.h"

namespace scp {
namespace {

using testing::read;
using testing::text_at;
using testing::the_finding;

const std::string kTitle = "KẾ HOẠCH\nTrồng rừng\n";

TEST_CASE("numbering-gap: sections") {
  CHECK_MARKED(
      "numbering-gap",
      kTitle + "I. MỤC TIÊU\n1. Trồng rừng.\n[[III.]] TỔ CHỨC THỰC HIỆN\n1. Giao Sở Y tế.\n");
  CHECK_MARKED("numbering-gap",
               kTitle + "I. MỤC TIÊU\n1. Trồng rừng.\nII. TỔ CHỨC THỰC HIỆN\n1. Giao Sở Y tế.\n");
}

TEST_CASE("numbering-gap: clauses, each list on its own") {
  CHECK_MARKED("numbering-gap", kTitle +
                                    "I. MỤC TIÊU\n1. Trồng rừng.\n2. Giữ rừng.\n[[4.]] Nuôi ong.\n"
                                    "II. NHIỆM VỤ\n1. Ươm cây.\n2. Đào hố.\n");
}

TEST_CASE("numbering-gap: clauses of two numbers") {
  CHECK_MARKED("numbering-gap", kTitle +
                                    "I. MỤC TIÊU\n1. Trồng rừng\n1.1. Ươm cây.\n1.2. Đào hố.\n"
                                    "2. Giữ rừng\n2.1. Tuần tra.\n[[2.3.]] Dập lửa.\n");
}

TEST_CASE("numbering-gap: points run in the order of the Vietnamese alphabet") {
  CHECK_MARKED("numbering-gap",
               kTitle +
                   "I. NHIỆM VỤ\n1. Trồng rừng\na) Ươm;\nb) Đào;\nc) Trồng;\nd) Tưới;\n"
                   "đ) Bón;\ne) Làm cỏ;\ng) Tỉa;\nh) Bán;\ni) Chia;\nk) Báo cáo.\n");
  CHECK_MARKED("numbering-gap",
               kTitle + "I. NHIỆM VỤ\n1. Trồng rừng\na) Ươm;\nb) Đào;\n[[d)]] Tưới;\nđ) Bón.\n");
}

TEST_CASE("numbering-gap: a letter that is not Vietnamese is no gap") {
  CHECK_MARKED("numbering-gap",
               kTitle +
                   "I. NHIỆM VỤ\n1. Trồng rừng\na) Ươm;\nb) Đào;\nc) Trồng;\nd) Tưới;\n"
                   "đ) Bón;\ne) Làm cỏ;\nf) Rào;\ng) Tỉa.\n");
}

TEST_CASE("numbering-gap: items beside each other in one line") {
  CHECK_MARKED("numbering-gap", kTitle +
                                    "I. NHIỆM VỤ\n1. Họ và tên: ... 2. Giới tính: ...\n"
                                    "3. Ngày sinh: ...\n[[5.]] Nơi sinh: ...\n");
}

TEST_CASE("numbering-order: steps are no items") {
  CHECK_MARKED("numbering-order", kTitle +
                                      "I. NHIỆM VỤ\n1. Trồng rừng theo các bước sau:\n"
                                      "Bước 1. Ươm cây.\nBước 2. Đào hố.\n2. Giữ rừng.\n");
}

TEST_CASE("numbering-gap: a label parted from its number") {
  const std::string head = "QUYẾT ĐỊNH\nVề trồng rừng\n";
  CHECK_MARKED("numbering-gap",
               head +
                   "Điều\n1. Trồng rừng\n\n1. Ươm cây.\n\n2. Đào hố.\n\nĐiều\n2. Giữ rừng\n\n"
                   "1. Tuần tra.\n\n2. Dập lửa.\n");
}

TEST_CASE("numbering-gap: articles are numbered through their instrument") {
  const std::string head = "QUYẾT ĐỊNH\nVề trồng rừng\n";
  CHECK_MARKED("numbering-gap", head + "Điều 1. Trồng rừng ở huyện.\nĐiều 2. Giữ rừng ở huyện.\n");
  CHECK_MARKED("numbering-gap",
               head + "Điều 1. Trồng rừng ở huyện.\n[[Điều 3.]] Giữ rừng ở huyện.\n");
}

TEST_CASE("numbering-gap: the first section is missing") {
  const std::string text = kTitle + "II. MỤC TIÊU\n1. Trồng rừng.\nIII. NHIỆM VỤ\n1. Ươm cây.\n";
  const Document document = read(text);
  const Finding finding = the_finding(document, "numbering-gap");
  CHECK(text_at(text, finding.at.first) == "II.");
  CHECK(finding.message == "the numbering begins with II; what stands before it is missing");
  CHECK(finding.related.empty());
}

TEST_CASE("numbering-gap: says what stands before the gap") {
  const std::string text = kTitle + "I. MỤC TIÊU\n1. Trồng rừng.\n3. Giữ rừng.\n";
  const Document document = read(text);
  const Finding finding = the_finding(document, "numbering-gap");
  CHECK(finding.severity == Severity::kError);
  CHECK(finding.message ==
        "the numbering jumps from 1 to 3; number on without a gap, or restore what is missing");
  REQUIRE(finding.related.size() == 1);
  CHECK(text_at(text, finding.related[0].at.first) == "1.");
}

TEST_CASE("numbering-order: a number comes again or goes back") {
  CHECK_MARKED(
      "numbering-order",
      kTitle + "I. MỤC TIÊU\n1. Trồng rừng.\n2. Giữ rừng.\n[[2.]] Nuôi ong.\n3. Bán mật.\n");
  CHECK_MARKED(
      "numbering-order",
      kTitle + "I. MỤC TIÊU\n1. Trồng rừng.\n3. Giữ rừng.\n[[2.]] Nuôi ong.\n4. Bán mật.\n");
  CHECK_MARKED("numbering-order",
               kTitle + "I. MỤC TIÊU\n1. Trồng rừng.\n2. Giữ rừng.\n3. Nuôi ong.\n");
}

TEST_CASE("numbering-order: a list that the text introduces begins anew") {
  CHECK_MARKED("numbering-order",
               kTitle +
                   "I. MỤC TIÊU\n1. Trồng rừng.\n2. Giữ rừng.\n\n"
                   "Các huyện miền núi cần làm thêm:\n1. Nuôi ong.\n2. Bán mật.\n");
}

TEST_CASE("numbering-order: bullets have no order") {
  CHECK_MARKED("numbering-order",
               kTitle + "I. MỤC TIÊU\n- Trồng rừng.\n- Giữ rừng.\n- Nuôi ong.\n");
}

TEST_CASE("enumerator-not-vietnamese: f, j, w and z") {
  CHECK_MARKED("enumerator-not-vietnamese",
               kTitle +
                   "I. NHIỆM VỤ\n1. Trồng rừng\na) Ươm;\nb) Đào;\nc) Trồng;\nd) Tưới;\nđ) Bón;\n"
                   "e) Làm cỏ;\n[[f)]] Rào;\ng) Tỉa.\n");
  CHECK_MARKED("enumerator-not-vietnamese",
               kTitle +
                   "I. NHIỆM VỤ\n1. Trồng rừng\na) Ươm;\nb) Đào;\nc) Trồng;\nd) Tưới;\nđ) Bón;\n"
                   "e) Làm cỏ;\ng) Tỉa.\n");
}

}  // namespace
}  // namespace scp
