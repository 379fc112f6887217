#include <catch2/catch.hpp>

#include "support/laid_out.h"

namespace scp::testing {
namespace {

std::string blocks(const std::string& text) {
  return LaidOut(text).blocks();
}

const std::string kHeader = "STT\nNội dung\nChủ trì\nThời gian\n";
const std::string kShown = "T STT=number | Nội dung=content | Chủ trì=lead | Thời gian=deadline\n";

TEST_CASE("a table flattened to one cell per line is a table again") {
  const LaidOut made("Các nhiệm vụ như sau:\n" + kHeader +
                     "1\nTuần tra rừng\nSở Y tế\n2026\n2\nTrồng cây\nSở Tài chính\n2027\n\n"
                     "Kinh phí do ngân sách bảo đảm theo phân cấp hiện hành của tỉnh.\n");
  CHECK(made.blocks() == "P Các nhiệm vụ như sau:\n" + kShown +
                             "  1 | Tuần tra rừng | Sở Y tế | 2026\n"
                             "  2 | Trồng cây | Sở Tài chính | 2027\n"
                             "P Kinh phí do ngân sách bảo đảm theo phân cấp hiện hành của tỉnh.\n");
  CHECK(made.furniture().empty());
}

TEST_CASE("the words of flattened cells say which were empty") {
  CHECK(blocks("TT\nNhiệm vụ\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian\nSản phẩm\n"
               "1\nRà soát quy hoạch\nSở Công Thương\nQuý II/2026\nBáo cáo\n"
               "2\nTổ chức hội thảo\nSở Y tế\nCác sở, ban, ngành\nHội thảo\n"
               "3\nLập dự toán\nSở Tài chính\nHằng năm\n") ==
        "T TT=number | Nhiệm vụ=content | Cơ quan chủ trì=lead | Cơ quan phối hợp=coordinating | "
        "Thời gian=deadline | Sản phẩm=product\n"
        "  1 | Rà soát quy hoạch | Sở Công Thương |  | Quý II/2026 | Báo cáo\n"
        "  2 | Tổ chức hội thảo | Sở Y tế | Các sở, ban, ngành |  | Hội thảo\n"
        "  3 | Lập dự toán | Sở Tài chính |  | Hằng năm | \n");
}

TEST_CASE("where empty lines part flattened cells, a cell may take several lines") {
  CHECK(blocks("STT\n\nNội dung\n\nChủ trì\n\nThời gian\n\n"
               "1\n\nTuần tra rừng\nphòng hộ\n\nSở Y tế\n\n2026\n\n"
               "2\n\nTrồng cây\n\nSở Nông nghiệp\nvà Môi trường\n\n2027\n") ==
        kShown +
            "  1 | Tuần tra rừng phòng hộ | Sở Y tế | 2026\n"
            "  2 | Trồng cây | Sở Nông nghiệp và Môi trường | 2027\n");
}

TEST_CASE("titles of groups stand between flattened rows") {
  CHECK(blocks(kHeader + "I\nBảo vệ rừng\n1\nTuần tra\nSở Y tế\n2026\nII\nPhát triển rừng\n"
                         "1\nTrồng cây\nSở Y tế\n2027\n") ==
        kShown +
            "  I | Bảo vệ rừng |  | \n  1 | Tuần tra | Sở Y tế | 2026\n"
            "  II | Phát triển rừng |  | \n  1 | Trồng cây | Sở Y tế | 2027\n");
}

TEST_CASE("flattened rows without numbers are cut by what their cells say") {
  CHECK(blocks("Nội dung\nChủ trì\nThời gian\nTuần tra rừng\nSở Y tế\n2026\nTrồng cây\nSở Y tế\n"
               "Hằng năm\n") ==
        "T Nội dung=content | Chủ trì=lead | Thời gian=deadline\n"
        "  Tuần tra rừng | Sở Y tế | 2026\n  Trồng cây | Sở Y tế | Hằng năm\n");
}

TEST_CASE("a flattened header that comes again is furniture, page numbers stay such") {
  const LaidOut made(kHeader + "(1)\n(2)\n(3)\n(4)\n1\nTuần tra\nSở Y tế\n2026\n\n7\n\n" + kHeader +
                     "2\nTrồng cây\nSở Y tế\n2027\n");
  CHECK(made.blocks() ==
        kShown + "  1 | Tuần tra | Sở Y tế | 2026\n  2 | Trồng cây | Sở Y tế | 2027\n");
  CHECK(made.furniture() ==
        "F page-number: 7\nF repeated-header: (1)\nF repeated-header: (2)\n"
        "F repeated-header: (3)\nF repeated-header: (4)\nF repeated-header: STT\n"
        "F repeated-header: Nội dung\nF repeated-header: Chủ trì\nF repeated-header: Thời gian\n");
}

TEST_CASE("what a page break cut from a flattened cell goes back to the cell that was open") {
  CHECK(blocks(kHeader + "1\nTuần tra tại các\nSở Y tế\n2026\nxã vùng cao.\n2\nTrồng cây\n"
                         "Sở Y tế\n2027\n") ==
        kShown +
            "  1 | Tuần tra tại các xã vùng cao. | Sở Y tế | 2026\n"
            "  2 | Trồng cây | Sở Y tế | 2027\n");
}

TEST_CASE("a line that says what promulgates a text is no remark on a flattened header") {
  const std::string made = blocks(
      "DANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 3/KH-UBND ngày 09\n"
      "tháng 12 năm 2026 của Ủy ban nhân dân tỉnh Lào Cai)\n"
      "STT\nCơ quan phối hợp\nCơ quan chủ trì\nNội dung\nThời gian\n"
      "1\nBan Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp tỉnh Thanh Hóa; ngành liên quan\n"
      "Bộ Công Thương\nKhảo sát các tuyến đường liên xã\nĐến năm 2030\n");
  CHECK(made.find("T STT=number | Cơ quan phối hợp=coordinating | Cơ quan chủ trì=lead | "
                  "Nội dung=content | Thời gian=deadline\n") != std::string::npos);
}

TEST_CASE("two known words on lines of their own are no flattened table") {
  const LaidOut made("Nội dung\nChủ trì\nSở Công Thương thực hiện.\n");
  CHECK(made.layout.tables.empty());
}

}  // namespace
}  // namespace scp::testing
