#include <catch2/catch.hpp>

#include "support/laid_out.h"

namespace scp::testing {
namespace {

std::string blocks(const std::string& text) {
  return LaidOut(text).blocks();
}

const std::string kHeader =
    "TT   Nội dung          Cơ quan     Thời gian\n"
    "                       chủ trì     thực hiện\n";
const std::string kShown =
    "T TT=number | Nội dung=content | Cơ quan chủ trì=lead | Thời gian thực hiện=deadline\n";

TEST_CASE("columns of blanks are columns, and a cell may take several lines") {
  CHECK(blocks(kHeader + "1    Tuần tra rừng     Chi cục     Hằng năm\n"
                         "     phòng hộ          Kiểm lâm\n"
                         "2    Trồng cây         Sở Y tế     2026\n") ==
        kShown +
            "  1 | Tuần tra rừng phòng hộ | Chi cục Kiểm lâm | Hằng năm\n"
            "  2 | Trồng cây | Sở Y tế | 2026\n");
}

TEST_CASE("header cells may stand in the middle over wide columns") {
  CHECK(blocks("                                      Cơ quan\n"
               " TT          Nội dung                 chủ trì        Thời hạn\n\n"
               "1     Khảo sát hiện trạng các      Sở Công Thương    Quý I/2026\n"
               "      chợ nông thôn\n"
               "2     Lập dự toán                  Sở Tài chính      Quý II/2026\n") ==
        "T TT=number | Nội dung=content | Cơ quan chủ trì=lead | Thời hạn=deadline\n"
        "  1 | Khảo sát hiện trạng các chợ nông thôn | Sở Công Thương | Quý I/2026\n"
        "  2 | Lập dự toán | Sở Tài chính | Quý II/2026\n");
}

TEST_CASE("a header cell may stand over two others") {
  CHECK(blocks("STT   Nội dung        Cơ quan thực hiện       Thời gian\n"
               "                     Chủ trì     Phối hợp\n"
               "1     Tuần tra       Sở Y tế     Sở Tài chính  2026\n"
               "2     Trồng cây      Sở Xây      Sở Y tế       2027\n"
               "                     dựng\n") ==
        "T STT=number | Nội dung=content | Cơ quan thực hiện Chủ trì=lead | "
        "Phối hợp=coordinating | Thời gian=deadline\n"
        "  1 | Tuần tra | Sở Y tế | Sở Tài chính | 2026\n"
        "  2 | Trồng cây | Sở Xây dựng | Sở Y tế | 2027\n");
}

TEST_CASE("paragraphs before and after a table of blanks stay outside") {
  CHECK(blocks("Các nhiệm vụ như sau:\n\n" + kHeader +
               "1    Tuần tra          Sở Y tế     2026\n"
               "2    Trồng cây         Sở Y tế     2027\n\n"
               "Kinh phí do ngân sách bảo đảm theo phân cấp hiện hành của tỉnh.\n") ==
        "P Các nhiệm vụ như sau:\n" + kShown +
            "  1 | Tuần tra | Sở Y tế | 2026\n  2 | Trồng cây | Sở Y tế | 2027\n"
            "P Kinh phí do ngân sách bảo đảm theo phân cấp hiện hành của tỉnh.\n");
}

TEST_CASE("a row of blanks goes on over a page break, also where columns have moved") {
  const LaidOut made(kHeader +
                     "1    Tuần tra rừng     Chi cục     2026\n\n"
                     "                       2\n\f" +
                     "     phòng hộ          Kiểm lâm\n"
                     "2    Trồng cây         Sở Y tế     2027\n\n"
                     "                       3\n\f"
                     "  TT   Nội dung          Cơ quan     Thời gian\n"
                     "                         chủ trì     thực hiện\n"
                     "  3    Báo cáo           Sở Y tế     2028\n");
  CHECK(made.blocks() == kShown +
                             "  1 | Tuần tra rừng phòng hộ | Chi cục Kiểm lâm | 2026\n"
                             "  2 | Trồng cây | Sở Y tế | 2027\n  3 | Báo cáo | Sở Y tế | 2028\n");
  CHECK(made.furniture() ==
        "F page-number: 2\nF page-number: 3\n"
        "F repeated-header: TT   Nội dung          Cơ quan     Thời gian\n"
        "F repeated-header: chủ trì     thực hiện\n");
}

TEST_CASE("a title over the columns is a row of its own") {
  CHECK(blocks(kHeader + "I    Bảo vệ và phát triển rừng phòng hộ đầu nguồn của tỉnh,\n"
                         "     giai đoạn đầu\n"
                         "1    Tuần tra          Sở Y tế     2026\n") ==
        kShown +
            "  I | Bảo vệ và phát triển rừng phòng hộ đầu nguồn của tỉnh, giai đoạn đầu |  | \n"
            "  1 | Tuần tra | Sở Y tế | 2026\n");
}

TEST_CASE("numbers may stand in the middle of their rows, alone on a line") {
  const LaidOut made(kHeader +
                     "     Tuần tra rừng     Chi cục     2026\n"
                     "1\n"
                     "     phòng hộ          Kiểm lâm\n"
                     "     Trồng cây ven     Sở Y tế     2027\n"
                     "2    các đường mới\n"
                     "     mở\n");
  CHECK(made.blocks() == kShown +
                             "  1 | Tuần tra rừng phòng hộ | Chi cục Kiểm lâm | 2026\n"
                             "  2 | Trồng cây ven các đường mới mở | Sở Y tế | 2027\n");
  CHECK(made.furniture().empty());
}

TEST_CASE("a number column of blanks needs no header") {
  CHECK(blocks("     Nội dung          Chủ trì     Thời gian\n"
               "1    Tuần tra          Sở Y tế     2026\n"
               "2    Trồng cây         Sở Y tế     2027\n") ==
        "T =number | Nội dung=content | Chủ trì=lead | Thời gian=deadline\n"
        "  1 | Tuần tra | Sở Y tế | 2026\n  2 | Trồng cây | Sở Y tế | 2027\n");
}

TEST_CASE("centred lines that an empty line sets apart from a header are no part of it") {
  const std::string title =
      "                     KẾ HOẠCH\n"
      "          Kiểm tra công tác năm 2025\n";
  const std::string table =
      "  STT   Nội dung công việc    Đơn vị chủ trì   Thời gian\n"
      "   1    Xây dựng đề cương     Sở Y tế          2026\n"
      "   2    Tổ chức kiểm tra      Sở Tài chính     2027\n";
  const std::string shown =
      "T STT=number | Nội dung công việc=content | Đơn vị chủ trì=lead | Thời gian=deadline\n"
      "  1 | Xây dựng đề cương | Sở Y tế | 2026\n  2 | Tổ chức kiểm tra | Sở Tài chính | 2027\n";
  CHECK(blocks(title + "\n" + table) == "P KẾ HOẠCH\nP Kiểm tra công tác năm 2025\n" + shown);
  // Right above it, capitals set them off.
  const std::string appendix =
      "                     PHỤ LỤC\n          DANH MỤC KIỂM TRA NĂM 2025\n";
  CHECK(blocks(appendix + table) == "P PHỤ LỤC\nP DANH MỤC KIỂM TRA NĂM 2025\n" + shown);
}

TEST_CASE("without numbers, rows begin after empty lines") {
  CHECK(blocks("Nội dung          Chủ trì      Thời gian\n\n"
               "Tuần tra rừng     Sở Y tế      2026\n"
               "phòng hộ\n\n"
               "Trồng cây         Sở Y tế      2027\n") ==
        "T Nội dung=content | Chủ trì=lead | Thời gian=deadline\n"
        "  Tuần tra rừng phòng hộ | Sở Y tế | 2026\n  Trồng cây | Sở Y tế | 2027\n");
}

TEST_CASE("a line that had room for the next word ends a paragraph of its cell") {
  CHECK(blocks(kHeader + "1    Tuần tra rừng;    Chi cục     2021-\n"
                         "     Trồng cây.        Kiểm lâm    2030\n"
                         "2    - Lập bản đồ;     Sở Y tế     2026\n"
                         "     - Cắm mốc ở các\n"
                         "     xã.\n") ==
        kShown +
            "  1 | Tuần tra rừng; Trồng cây. | Chi cục Kiểm lâm | 2021-2030\n"
            "  2 | - Lập bản đồ;⏎- Cắm mốc ở các xã. | Sở Y tế | 2026\n");
}

TEST_CASE("a number alone above its row begins it, with or without a dot") {
  for (const std::string number : {"2 ", "2."}) {
    CHECK(blocks("STT   Nội dung             Chủ trì           Thời gian\n"
                 "1     Xây dựng đề án       Sở Y tế           2026\n" +
                 number + "\n" +
                 "      Rà soát quy hoạch    Sở Công Thương    2027\n"
                 "3     Rà soát chợ          Sở Công Thương    2027\n") ==
          "T STT=number | Nội dung=content | Chủ trì=lead | Thời gian=deadline\n"
          "  1 | Xây dựng đề án | Sở Y tế | 2026\n"
          "  " +
              std::string(number == "2." ? "2." : "2") +
              " | Rà soát quy hoạch | Sở Công Thương | 2027\n"
              "  3 | Rà soát chợ | Sở Công Thương | 2027\n");
  }
}

TEST_CASE("two boxes set apart by blanks are no table") {
  const LaidOut made(
      "ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
      "TỈNH LÀO CAI                  Độc lập - Tự do - Hạnh phúc\n");
  CHECK(made.layout.tables.empty());
}

}  // namespace
}  // namespace scp::testing
