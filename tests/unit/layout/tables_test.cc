#include <catch2/catch.hpp>

#include "support/laid_out.h"

namespace scp::testing {
namespace {

std::string blocks(const std::string& text) {
  return LaidOut(text).blocks();
}

const std::string kHeader = "STT\tNội dung\tChủ trì\tThời gian\n";
const std::string kShown = "T STT=number | Nội dung=content | Chủ trì=lead | Thời gian=deadline\n";

TEST_CASE("rows are cells under the words of their header") {
  CHECK(blocks(kHeader + "1\tTuần tra\tSở Công Thương\t2026\n2\tTrồng rừng\tSở Tài chính\t\n") ==
        kShown + "  1 | Tuần tra | Sở Công Thương | 2026\n  2 | Trồng rừng | Sở Tài chính | \n");
}

TEST_CASE("a header that comes again is furniture, also in other words") {
  const LaidOut same(kHeader + "1\tTuần tra\tSở A\t2026\n" + kHeader +
                     "2\tTrồng rừng\tSở B\t2027\n");
  CHECK(same.blocks() == kShown + "  1 | Tuần tra | Sở A | 2026\n  2 | Trồng rừng | Sở B | 2027\n");
  CHECK(same.furniture() == "F repeated-header: STT\tNội dung\tChủ trì\tThời gian\n");
  const LaidOut other(kHeader + "1\tTuần tra\tSở A\t2026\n\n" +
                      "TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n2\tTrồng rừng\tSở B\t2027\n");
  CHECK(other.blocks() == same.blocks());
}

TEST_CASE("a repeated header may have lost its first cell") {
  CHECK(blocks(kHeader + "1\tTuần tra\tSở A\t2026\n\n\tNội dung\tChủ trì\tThời gian\n2\tTrồng "
                         "rừng\tSở B\t2027\n") ==
        kShown + "  1 | Tuần tra | Sở A | 2026\n  2 | Trồng rừng | Sở B | 2027\n");
}

TEST_CASE("the numbers of columns are furniture") {
  const LaidOut made(kHeader + "(1)\t(2)\t(3)\t(4)\n1\tTuần tra\tSở A\t2026\n");
  CHECK(made.blocks() == kShown + "  1 | Tuần tra | Sở A | 2026\n");
  CHECK(made.furniture() == "F repeated-header: (1)\t(2)\t(3)\t(4)\n");
}

TEST_CASE("a row that goes on after a page break is one row") {
  CHECK(blocks(kHeader + "1\tXây dựng cơ sở dữ liệu về\tSở A\t2026\n\n\trừng phòng hộ\t\t\n2\tBáo "
                         "cáo\tSở B\t2027\n") ==
        kShown +
            "  1 | Xây dựng cơ sở dữ liệu về rừng phòng hộ | Sở A | 2026\n  2 | Báo cáo | Sở B | "
            "2027\n");
}

TEST_CASE("an unnumbered row with a sentence of its own stays a row") {
  CHECK(blocks(kHeader + "1\tTuần tra.\tSở A\t2026\n\tTrồng rừng.\tSở B\t2027\n") ==
        kShown + "  1 | Tuần tra. | Sở A | 2026\n   | Trồng rừng. | Sở B | 2027\n");
}

TEST_CASE("a row that lost its empty first cell is moved back into its columns") {
  CHECK(blocks(kHeader + "1\tTuần tra.\tSở A\t2026\nTrồng rừng.\tSở B\t2027\n") ==
        kShown + "  1 | Tuần tra. | Sở A | 2026\n   | Trồng rừng. | Sở B | 2027\n");
}

TEST_CASE("a column of numbers needs no header") {
  CHECK(
      blocks(
          "\tNội dung\tChủ trì\tThời gian\n1\tTuần tra\tSở A\t2026\n2\tTrồng rừng\tSở B\t2027\n") ==
      "T =number | Nội dung=content | Chủ trì=lead | Thời gian=deadline\n"
      "  1 | Tuần tra | Sở A | 2026\n  2 | Trồng rừng | Sở B | 2027\n");
}

TEST_CASE("roles come from the words, whatever the order, the case or the tone placement") {
  CHECK(blocks("THỜI GIAN\tĐƠN VỊ PHỐI HỢP\tNHIỆM VỤ\tGhi chú\n2026\tSở A\tTuần tra\tx\n") ==
        "T THỜI GIAN=deadline | ĐƠN VỊ PHỐI HỢP=coordinating | NHIỆM VỤ=content | Ghi chú=remark\n"
        "  2026 | Sở A | Tuần tra | x\n");
}

TEST_CASE("breaks inside a cell are kept") {
  CHECK(blocks(kHeader + "1\t<p>Tuần tra.</p><p>Báo cáo.</p>\tSở A<br>Sở B\t2026\n") ==
        kShown + "  1 | Tuần tra.⏎Báo cáo. | Sở A⏎Sở B | 2026\n");
}

TEST_CASE("a page number inside a table does not end it") {
  const LaidOut made(kHeader + "1\tTuần tra\tSở A\t2026\n\n5\n\n2\tTrồng rừng\tSở B\t2027\n");
  CHECK(made.blocks() == kShown + "  1 | Tuần tra | Sở A | 2026\n  2 | Trồng rừng | Sở B | 2027\n");
  CHECK(made.furniture() == "F page-number: 5\n");
}

TEST_CASE("a line of text or the line of an instrument ends a table") {
  CHECK(blocks(kHeader + "1\tTuần tra\tSở A\t2026\n\nPHỤ LỤC II\n" + kHeader +
               "1\tBáo cáo\tSở B\t2027\n") == kShown +
                                                  "  1 | Tuần tra | Sở A | 2026\nP PHỤ LỤC II\n" +
                                                  kShown + "  1 | Báo cáo | Sở B | 2027\n");
  CHECK(blocks(kHeader + "1\tTuần tra\tSở A\t2026\n\nNhiệm vụ khác:\n" + kHeader +
               "1\tBáo cáo\tSở B\t2027\n") ==
        kShown + "  1 | Tuần tra | Sở A | 2026\nP Nhiệm vụ khác:\n" + kShown +
            "  1 | Báo cáo | Sở B | 2027\n");
}

TEST_CASE("two columns side by side are no table") {
  CHECK(blocks("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n").substr(0, 1) != "T");
}

TEST_CASE("the lower line of a header names the columns under a cell over several") {
  const std::string shown =
      "T STT=number | Nội dung=content | Cơ quan thực hiện Chủ trì=lead | Phối hợp=coordinating | "
      "Thời gian=deadline\n";
  const std::string rows = "  1 | Tuần tra | Sở A | Sở B | 2026\n";
  CHECK(blocks("STT\tNội dung\tCơ quan thực hiện\t\tThời gian\n\t\tChủ trì\tPhối hợp\t\n"
               "(1)\t(2)\t(3)\t(4)\t(5)\n1\tTuần tra\tSở A\tSở B\t2026\n") == shown + rows);
  // Merged cells that left no empty ones behind.
  CHECK(blocks("STT\tNội dung\tCơ quan thực hiện\tThời gian\nChủ trì\tPhối hợp\n"
               "1\tTuần tra\tSở A\tSở B\t2026\n") == shown + rows);
}

TEST_CASE("merged header cells may be repeated in each of their places") {
  const LaidOut made(
      "| STT | Nội dung | Cơ quan thực hiện | Cơ quan thực hiện |\n|---|---|---|---|\n"
      "| STT | Nội dung | Chủ trì | Phối hợp |\n| 1 | Tuần tra | Sở A | Sở B |\n");
  CHECK(made.blocks() ==
        "T STT=number | Nội dung=content | Cơ quan thực hiện Chủ trì=lead | "
        "Cơ quan thực hiện Phối hợp=coordinating\n  1 | Tuần tra | Sở A | Sở B\n");
  CHECK(made.furniture() == "F repeated-header: STT\nF repeated-header: Nội dung\n");
}

TEST_CASE("a header of two lines that a page repeats is furniture") {
  const std::string header = "STT\tNội dung\tCơ quan thực hiện\t\n\t\tChủ trì\tPhối hợp\n";
  CHECK(blocks(header + "1\tTuần tra\tSở A\tSở B\n\n" + header + "2\tTrồng cây\tSở A\t\n") ==
        "T STT=number | Nội dung=content | Cơ quan thực hiện Chủ trì=lead | "
        "Phối hợp=coordinating\n  1 | Tuần tra | Sở A | Sở B\n  2 | Trồng cây | Sở A | \n");
}

TEST_CASE("a break inside a cell between pipes does not end its row") {
  CHECK(blocks("| STT | Nội dung | Chủ trì |\n|---|---|---|\n"
               "| 1 | Tuần tra<br>Trồng cây | Sở A |\n") ==
        "T STT=number | Nội dung=content | Chủ trì=lead\n  1 | Tuần tra⏎Trồng cây | Sở A\n");
}

TEST_CASE("a title that stands in every cell it was merged from is one title") {
  const LaidOut made(kHeader +
                     "I\tBảo vệ rừng\tBảo vệ rừng\tBảo vệ rừng\n1\tTuần tra\tSở A\t2026\n");
  CHECK(made.blocks() == kShown + "  I | Bảo vệ rừng |  | \n  1 | Tuần tra | Sở A | 2026\n");
  CHECK(made.furniture() == "F repeated-title: Bảo vệ rừng\nF repeated-title: Bảo vệ rừng\n");
}

TEST_CASE("a header that is not listed is known by the phrase that it begins or ends with") {
  CHECK(blocks("STT\tNội dung các việc cần làm\tSở, ngành, địa phương chủ trì\tTên sản phẩm mới\t"
               "Đơn vị đề xuất\n1\tTuần tra\tSở A\tx\ty\n") ==
        "T STT=number | Nội dung các việc cần làm=content | Sở, ngành, địa phương chủ trì=lead | "
        "Tên sản phẩm mới=decoy | Đơn vị đề xuất\n  1 | Tuần tra | Sở A | x | y\n");
}

TEST_CASE("cells one below the other, each ended by a pipe, are a table") {
  const LaidOut made(
      "STT\n|\nNội dung\ncông việc\n|\nCơ quan chủ trì\n|\nThời gian\n|\n"
      "(1)\n|\n(2)\n|\n(3)\n|\n(4)\n|\n"
      "I\n|\nRừng\n|\n1\n|\nTuần tra\nrừng\n|\nSở Y tế\n|\n|\n"
      "2\n|\nTrồng rừng\n|\n|\nQuý II\n|\nNơi nhận:\n- Như trên.\n");
  CHECK(made.blocks() ==
        "T STT=number | Nội dung công việc=content | Cơ quan chủ trì=lead | Thời gian=deadline\n"
        "  I | Rừng |  | \n"
        "  1 | Tuần tra rừng | Sở Y tế | \n"
        "  2 | Trồng rừng |  | Quý II\n"
        "P |recipients| Nơi nhận:\nP - Như trên.\n");
}

}  // namespace
}  // namespace scp::testing
