#include "unit/check/check_test_support.h"

namespace scp {
namespace {

using testing::findings_of;
using testing::read;
using testing::text_at;
using testing::the_finding;

const std::string kTitle = "KẾ HOẠCH\nTrồng rừng\nI. NHIỆM VỤ\n";

TEST_CASE("repeated-words: a phrase or a word stands twice") {
  CHECK_MARKED("repeated-words", kTitle + "1. Quảng bá các sản phẩm [[các sản phẩm]] xanh.\n");
  CHECK_MARKED("repeated-words", kTitle + "1. Quảng bá các [[các]] sản phẩm xanh.\n");
  CHECK_MARKED("repeated-words", kTitle + "1. Các sản phẩm [[các sản phẩm]] xanh.\n");
}

TEST_CASE("repeated-words: not over punctuation, and not when other words stand between") {
  CHECK_MARKED("repeated-words", kTitle + "1. Quảng bá sản phẩm, sản phẩm xanh; xanh.\n");
  CHECK_MARKED("repeated-words", kTitle + "1. Tài liệu về hướng dẫn về thiết kế.\n");
}

TEST_CASE("repeated-words: reduplicated words, numbers and single letters are left alone") {
  CHECK_MARKED("repeated-words", kTitle + "1. Dần dần thay thế, luôn luôn kiểm tra.\n");
  CHECK_MARKED("repeated-words", kTitle + "1. Khu 5 5 hộ, lô A A trồng cây.\n");
}

TEST_CASE("repeated-words: a name beside a common word") {
  CHECK_MARKED("repeated-words", kTitle + "1. Giao Sở Xây dựng xây dựng quy chế.\n");
  CHECK_MARKED("repeated-words", kTitle + "1. Cử cán bộ Bộ Công Thương về huyện.\n");
}

TEST_CASE("repeated-words: two compounds that meet") {
  CHECK_MARKED("repeated-words",
               kTitle + "1. Xây dựng hệ thống thống nhất.\n2. Vận hành hệ thống.\n");
}

TEST_CASE("repeated-words: words that only look alike") {
  CHECK_MARKED("repeated-words", kTitle + "1. Thực hiện hiệu quả, xin thuốc thuộc danh mục.\n");
}

TEST_CASE("repeated-words: a compound after a verb or another compound") {
  CHECK_MARKED("repeated-words",
               kTitle +
                   "1. Phân công công việc, đưa huyện lên thành thành phố, lập tờ trình "
                   "trình cấp trên.\n");
}

TEST_CASE("repeated-words: a compound whose end was typed twice") {
  CHECK_MARKED("repeated-words",
               kTitle + "1. Thực hiện [[hiện]] Kế hoạch này.\n2. Thực hiện Kế hoạch.\n");
}

TEST_CASE("repeated-words: in a cell, and not from cell to cell") {
  const std::string head = "Phụ lục\nSTT\tNội dung công việc\tCơ quan chủ trì\tSản phẩm\n";
  CHECK_MARKED("repeated-words", head +
                                     "1\tMua các cây [[các cây]] giống\tSở Y tế\tcây giống\n"
                                     "2\tTrồng cây\tSở Y tế\tSở Y tế duyệt\n");
}

TEST_CASE("repeated-words: the fix takes the second away") {
  const std::string text = kTitle + "1. Quảng bá các sản phẩm các sản phẩm xanh.\n";
  const Document document = read(text);
  const Finding finding = the_finding(document, "repeated-words");
  CHECK(finding.message == "“các sản phẩm” stands here twice running; delete one");
  REQUIRE(finding.fix.has_value());
  CHECK_FALSE(finding.fix->safe);
  REQUIRE(finding.fix->edits.size() == 1);
  CHECK(text_at(text, finding.fix->edits[0].at.first) == " các sản phẩm");
  CHECK(finding.fix->edits[0].text.empty());
}

TEST_CASE("repeated-words: no fix where more than a blank stands between") {
  const Document document = read(kTitle + "1. Quảng bá **các** các sản phẩm.\n");
  CHECK_FALSE(the_finding(document, "repeated-words").fix.has_value());
}

TEST_CASE("stray-text: paths, stamps, ticks, markup without a partner") {
  CHECK_MARKED("stray-text", kTitle + "1. Mở lớp.\n[[D:\\Ke hoach 2021\\KH so 12.docx]]\n");
  CHECK_MARKED("stray-text", kTitle + "1. Mở lớp.\n\n[[4633]]\n\n2. Dạy nghề.\n");
  CHECK_MARKED("stray-text", kTitle + "1. Mở lớp; [[✓]]\n2. Dạy nghề.\n");
  CHECK_MARKED("stray-text", kTitle + "1. Mở [[**]]lớp ở huyện.\n2. Dạy nghề.\n");
}

TEST_CASE("stray-text: pairs of markup and page numbers are no strangers") {
  CHECK_MARKED("stray-text", kTitle + "1. Mở **lớp** ở huyện.\n\n- 2 -\n\n2. Dạy nghề.\n");
}

TEST_CASE("stray-text: says what it is, and taking a stamp away may change the meaning") {
  const Document stamp = read(kTitle + "1. Mở lớp.\n\n4633\n");
  CHECK(the_finding(stamp, "stray-text").message ==
        "a stamp or a register number stands in the text: “4633”; it is no part of the document");
  CHECK_FALSE(the_finding(stamp, "stray-text").fix->safe);
  const Document tick = read(kTitle + "1. Mở lớp; ✓\n");
  CHECK(the_finding(tick, "stray-text").message ==
        "a tick or an empty box stands in the text: “✓”; take it out");
  CHECK(the_finding(tick, "stray-text").fix->safe);
}

TEST_CASE("unclaimed-text: lines in front of the document are one place") {
  CHECK_MARKED("unclaimed-text",
               "[[Gửi anh bản đã sửa.\n\nXem giúp phần kinh phí.]]\n\n" + kTitle + "1. Mở lớp.\n");
  CHECK_MARKED("unclaimed-text", kTitle + "1. Mở lớp.\n");
}

TEST_CASE("unclaimed-text: a text that is no document at all is said once, at its first line") {
  CHECK_MARKED("unclaimed-text",
               "\n[[Ngày xưa có một người đi cày.]]\nAnh ta rất nghèo.\n\nHết.\n");
  CHECK_MARKED("unclaimed-text", "[[a,b,c]]\n1,2,3\n");
}

TEST_CASE("unclaimed-text: no text at all") {
  for (const char* text : {"", " \n\t\n", "\xEF\xBB\xBF\n"}) {
    const Document document = read(text);
    const Finding finding = the_finding(document, "unclaimed-text");
    CHECK(finding.at.nowhere());
    CHECK(finding.message.starts_with("there is no text in this input;"));
  }
}

const std::string kOrganisation = "KẾ HOẠCH\nTrồng rừng\nI. TỔ CHỨC THỰC HIỆN\n";

TEST_CASE("unclaimed-text: an item of the organisation in which nobody is told to do anything") {
  CHECK_MARKED(
      "unclaimed-text",
      kOrganisation +
          "1. Giao Sở Công Thương chủ trì, phối hợp với Sở Tài chính thực hiện Kế hoạch.\n"
          "2. [[Cây giống lấy từ vườn ươm của lâm trường và của các hộ dân trong vùng.]]\n");
  CHECK_MARKED(
      "unclaimed-text",
      kOrganisation +
          "1. Giao Sở Công Thương chủ trì, phối hợp với Sở Tài chính thực hiện Kế hoạch.\n"
          "2. Sở Tài chính có trách nhiệm bố trí kinh phí để mua cây giống cho các hộ dân.\n");
}

TEST_CASE("unclaimed-text: a column of tasks with a header that nothing knows, once") {
  const std::string table =
      "TT\tNội dung công việc\tCơ quan chủ trì\t[[Cách gieo]]\n"
      "1\tMở lớp dạy nghề\tSở Nội vụ\tGieo dày\n";
  CHECK_MARKED("unclaimed-text", kTitle + table);
  CHECK_MARKED("unclaimed-text", kTitle +
                                     "TT\tNội dung công việc\tCơ quan chủ trì\tCách gieo\n"
                                     "1\tMở lớp dạy nghề\tSở Nội vụ\t\n");
}

TEST_CASE("unclaimed-text: introductions, closing clauses and short items are left alone") {
  CHECK_MARKED(
      "unclaimed-text",
      kOrganisation +
          "1. Giao Sở Công Thương chủ trì, phối hợp với Sở Tài chính thực hiện Kế hoạch.\n"
          "2. Trong quá trình thực hiện nếu có khó khăn, vướng mắc thì phản ánh để xem xét.\n"
          "3. Cây giống lấy ở vườn.\n");
}

}  // namespace
}  // namespace scp
