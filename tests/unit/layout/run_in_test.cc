#include "layout/run_in.h"

#include <catch2/catch.hpp>
#include <string>

#include "support/laid_out.h"

namespace scp::testing {
namespace {

// Long enough to be taken for more than a paragraph.
const std::string kFiller =
    "Căn cứ tình hình thực tế, các cơ quan, đơn vị tiếp tục rà soát, cập nhật số liệu và phối hợp "
    "chặt chẽ trong quá trình thực hiện, bảo đảm đúng tiến độ đã đề ra. ";

std::string filler(int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += kFiller;
  return text;
}

// The first words of each line, lines cut by "/".
std::string beginnings(const std::string& text) {
  const ReadLines read(text);
  std::string out;
  for (std::size_t at = 0; at < read.text.content.size();) {
    const std::size_t end = std::min(read.text.content.find('\n', at), read.text.content.size());
    std::string line = read.text.content.substr(at, end - at);
    std::size_t words = 0;
    for (int i = 0; i < 3 && words != std::string::npos; ++i) words = line.find(' ', words + 1);
    out += (out.empty() ? "" : " / ") + line.substr(0, words);
    at = end + 1;
  }
  return out;
}

TEST_CASE("enumerators that count on begin lines of a text in one line") {
  CHECK(beginnings("Nội dung như sau: 1. Sở Y tế tiêm chủng. 2. Sở Xây dựng cấp phép. " +
                   filler(8) + "3. Sở Tài chính cấp kinh phí. 4. Sở Nội vụ theo dõi.") ==
        "Nội dung như / 1. Sở Y / 2. Sở Xây / 3. Sở Tài / 4. Sở Nội");
}

TEST_CASE("headings in capitals end where other words begin") {
  CHECK(beginnings("I. MỤC ĐÍCH, YÊU CẦU 1. Mục đích Giữ rừng. 2. Yêu cầu Đúng hạn. " + filler(8) +
                   "II. TỔ CHỨC THỰC HIỆN Giao các sở thực hiện.") ==
        "I. MỤC ĐÍCH, / 1. Mục đích / 2. Yêu cầu / II. TỔ CHỨC / Giao các sở");
}

TEST_CASE("a dash begins an item behind the end of another, and none inside of a name") {
  CHECK(
      beginnings("1. Sở Lao động - Thương binh và Xã hội - Dạy nghề; - Giới thiệu việc làm. " +
                 filler(8) +
                 "2. Sở Y tế - Tiêm chủng; - Cấp thuốc. 3. Sở Nội vụ. 4. Ban Dân tộc") ==
      "1. Sở Lao / - Dạy nghề; / - Giới thiệu / 2. Sở Y / - Tiêm chủng; / - Cấp thuốc. / 3. Sở Nội"
      " / 4. Ban Dân");
}

TEST_CASE("numbers that cite something begin no line") {
  const std::string text = "Thực hiện điểm a khoản 2. Điều 5 của Luật và mục 3. " + filler(9);
  CHECK(ReadLines(text).text.content == text);
}

TEST_CASE("short lines and tables are left alone") {
  const std::string list =
      "Gồm: 1. Sở Y tế. 2. Sở Xây dựng. 3. Sở Tài chính. 4. Sở Nội vụ. 5. Hết.";
  CHECK(ReadLines(list).text.content == list);
  const std::string row = "1\t" + list + filler(9) + "\tSở Y tế";
  CHECK(ReadLines(row).text.content == row);
}

TEST_CASE("a text in the last cell of a row stands apart from the row") {
  const LaidOut made(
      "| Số: 12/TB-VP | Hà Nội, ngày 05 tháng 01 năm 2026 | THÔNG BÁO Về việc rừng " + filler(8) +
      "1. Sở Y tế. 2. Sở Nội vụ. 3. Sở Tài chính. 4. Sở Xây dựng./. | Nơi nhận: - "
      "Như trên; - Lưu: VT. | KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê An |\n");
  const std::string blocks = made.blocks();
  CAPTURE(blocks);
  CHECK(blocks.find("P |number| Số: 12/TB-VP\n") != std::string::npos);
  CHECK(blocks.find("P THÔNG BÁO\n") != std::string::npos);
  CHECK(blocks.find("P 4. Sở Xây dựng./.\n") != std::string::npos);
  CHECK(blocks.find("P |signature| PHÓ CHỦ TỊCH\n") != std::string::npos);
}

TEST_CASE("line ends that were put in stand for no byte") {
  const std::string text = "Gồm: 1. Sở Y tế. 2. Sở Nội vụ. " + filler(8) + "3. Sở A. 4. Sở B. ";
  const ReadLines read(text);
  CHECK(read.text.content.size() == text.size() + 4);
  CHECK(read.original("2. Sở Nội vụ.") == "2. Sở Nội vụ.");
  CHECK(read.text.source(0, static_cast<std::uint32_t>(read.text.content.size())).end ==
        text.size());
}

}  // namespace
}  // namespace scp::testing
