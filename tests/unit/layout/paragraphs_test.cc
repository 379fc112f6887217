#include <catch2/catch.hpp>

#include "support/laid_out.h"

namespace scp::testing {
namespace {

std::string blocks(const std::string& text) {
  return LaidOut(text).blocks();
}

TEST_CASE("a paragraph goes on over a page break in the middle of a sentence") {
  CHECK(blocks("Tăng cường sự lãnh đạo của các cấp ủy đảng và chính\n\nquyền địa phương.\n") ==
        "P Tăng cường sự lãnh đạo của các cấp ủy đảng và chính quyền địa phương.\n");
}

TEST_CASE("a page number between the pieces is set aside") {
  const LaidOut made(
      "Tăng cường sự lãnh đạo của các cấp ủy đảng và chính\n\n3\n\nquyền địa phương.\n");
  CHECK(made.blocks() ==
        "P Tăng cường sự lãnh đạo của các cấp ủy đảng và chính quyền địa phương.\n");
  CHECK(made.furniture() == "F page-number: 3\n");
}

TEST_CASE("a paragraph that ends does not take the next one") {
  CHECK(blocks("Một câu trọn vẹn đã kết thúc ở đây.\n\nMột câu khác bắt đầu.\n") ==
        "P Một câu trọn vẹn đã kết thúc ở đây.\nP Một câu khác bắt đầu.\n");
}

TEST_CASE("an enumerator begins a block of its own") {
  CHECK(blocks("I. MỤC TIÊU\n1. Giữ rừng\na) trồng mới\n- chăm sóc\n+ bảo vệ\n") ==
        "P I. MỤC TIÊU\nP 1. Giữ rừng\nP a) trồng mới\nP - chăm sóc\nP + bảo vệ\n");
}

TEST_CASE("the lines of a title are one paragraph") {
  CHECK(blocks("KẾ HOẠCH\nPhát triển cụm công nghiệp\ntrên địa bàn tỉnh năm 2026\n") ==
        "P KẾ HOẠCH\nP Phát triển cụm công nghiệp trên địa bàn tỉnh năm 2026\n");
}

TEST_CASE("lines of the header stay apart, each with its role") {
  CHECK(blocks("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
               "Số: 12/KH-UBND\nLào Cai, ngày 05 tháng 01 năm 2026\n") ==
        "P |national-header| CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "P |motto| Độc lập - Tự do - Hạnh phúc\n"
        "P |number| Số: 12/KH-UBND\n"
        "P |place-date| Lào Cai, ngày 05 tháng 01 năm 2026\n");
}

TEST_CASE("markup says which paragraphs stand out") {
  const LaidOut made("**MỤC TIÊU**\n# Nhiệm vụ\nThường\n");
  REQUIRE(made.layout.blocks.size() == 3);
  CHECK(made.layout.blocks[0].bold);
  CHECK(made.layout.blocks[0].capitals);
  CHECK(made.layout.blocks[1].heading);
  CHECK(!made.layout.blocks[2].bold);
  CHECK(!made.layout.blocks[2].capitals);
}

TEST_CASE("what belongs to the page is set aside with its reason") {
  const LaidOut made(
      "Giữ rừng.\nTrang 3/12\n- 4 -\nD:\\VANBAN\\ke-hoach.docx\nCÔNG VĂN ĐẾN Số: 5127\n✓\n_______\n"
      "Trồng rừng.\n");
  CHECK(made.blocks() == "P Giữ rừng.\nP Trồng rừng.\n");
  CHECK(made.furniture() ==
        "F page-number: Trang 3/12\nF page-number: - 4 -\nF file-path: D:\\VANBAN\\ke-hoach.docx\n"
        "F stamp: CÔNG VĂN ĐẾN Số: 5127\nF tick: ✓\nF rule: _______\n");
}

TEST_CASE("a place in a joined paragraph has a piece for each line") {
  const LaidOut made("Tăng cường sự lãnh đạo của các cấp ủy đảng và chính\n\nquyền địa phương.\n");
  const Place place = made.layout.flow.place(made.layout.blocks[0].range);
  const std::string& bytes = made.read.source->bytes;
  REQUIRE(place.more.size() == 1);
  CHECK(bytes.substr(place.first.begin, place.first.length()) ==
        "Tăng cường sự lãnh đạo của các cấp ủy đảng và chính");
  CHECK(bytes.substr(place.more[0].begin, place.more[0].length()) == "quyền địa phương.");
}

TEST_CASE("every token stands in one block, in one cell or in furniture") {
  const LaidOut made(
      "KẾ HOẠCH\nBảo vệ rừng\n\n2\n\nI. MỤC TIÊU\nSTT\tNội dung\tChủ trì\n1\tTuần tra\tSở Công "
      "Thương\n");
  std::size_t furniture = 0;
  for (const Token& token : made.tokens) {
    for (const Furniture& part : made.layout.furniture) {
      furniture += token.begin >= part.content.begin && token.end <= part.content.end ? 1 : 0;
    }
  }
  CHECK(made.layout.flow.tokens().size() + furniture == made.tokens.size());
}

TEST_CASE("an empty text has no blocks") {
  CHECK(blocks("").empty());
  CHECK(blocks("\n\n  \n").empty());
}

TEST_CASE("a word that cannot end a text takes the next line, however short its own") {
  CHECK(blocks("KẾ HOẠCH\nPHÁT TRIỂN CHỢ ĐẾN NĂM\n2024\n") ==
        "P KẾ HOẠCH\nP PHÁT TRIỂN CHỢ ĐẾN NĂM 2024\n");
  CHECK(blocks("Thực hiện Quyết định số\n12/QĐ-TTg của Chính phủ.\n") ==
        "P |implements| Thực hiện Quyết định số 12/QĐ-TTg của Chính phủ.\n");
  CHECK(blocks("Báo cáo hằng năm\nSở Y tế tổng hợp.\n") ==
        "P Báo cáo hằng năm\nP Sở Y tế tổng hợp.\n");
}

// The layout cuts its words with the help of tokens; they must be the words of the text alone.
TEST_CASE("the words of the flow are those that the text alone gives") {
  const std::string_view text =
      "UBND.TP Hà Nội, TP. Huế; Sở NN&PTNT-XD (QĐ2/3a) 12a/QĐ-UBND\n"
      "Chia sẻ 30% (ba mươi); o\xCC\x81 X5 5X a5b, TT-BTC, hoá, HOÁ\tMột ô\n"
      "Ban QL. dự án; KH&ĐT. Kết thúc.\n";
  std::string many;
  for (int i = 0; i < 12; ++i) many += text;  // long enough for words to be remembered
  const LaidOut made(many);
  const Layout& layout = made.layout;
  std::vector<Word> alone;
  split_words(Grammar::builtin(), layout.flow.text(), alone);
  REQUIRE(alone.size() == layout.words.size());
  for (std::size_t i = 0; i < alone.size(); ++i) {
    const Word& a = alone[i];
    const Word& b = layout.words[i];
    CAPTURE(i, a.begin, a.end);
    CHECK((a.begin == b.begin && a.end == b.end && a.key == b.key));
    CHECK((a.connector == b.connector && a.stop == b.stop && a.comma == b.comma));
  }
}

}  // namespace
}  // namespace scp::testing
