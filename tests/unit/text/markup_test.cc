// Markup that OCR and converters leave: what is taken out, what it means, and where it stood.
#include <catch2/catch.hpp>

#include "support/read_text.h"
#include "text/text.h"

namespace scp {
namespace {

using testing::ReadText;

std::string clean(const std::string& bytes) {
  return ReadText(bytes).text.content;
}

// The texts of the runs of one style, each in brackets.
std::string styled(const Text& text, Style style) {
  std::string out;
  for (const StyleRun& run : text.styles) {
    if (run.style == style) out += "[" + text.content.substr(run.begin, run.end - run.begin) + "]";
  }
  return out;
}

std::size_t marks_of(const Text& text, MarkKind kind) {
  std::size_t count = 0;
  for (const Mark& mark : text.marks) count += mark.kind == kind ? 1 : 0;
  return count;
}

TEST_CASE("emphasis in pairs is style, not text") {
  const ReadText read("Số: **2960**/QĐ-UBND, *ngày* ***13*** _tháng_ __8__");
  CHECK(read.text.content == "Số: 2960/QĐ-UBND, ngày 13 tháng 8");
  CHECK(styled(read.text, Style::kBold) == "[2960][13][8]");
  CHECK(styled(read.text, Style::kItalic) == "[ngày][13][tháng]");
  CHECK(marks_of(read.text, MarkKind::kEmphasis) == 10);
  CHECK(read.original("2960") == "2960");
  CHECK(read.original("2960/QĐ-UBND") == "2960**/QĐ-UBND");
}

TEST_CASE("what a page of the web holds beside its text is taken out whole") {
  const ReadText page(
      "<html><body><nav><a href=\"/\">Trang chủ</a></nav><!-- begin > of the text --><p>Điều 1. "
      "Phạm vi"
      "<button class=\"b\"><svg viewBox=\"0 0 9 9\"><path d=\"M1 1\"/></svg></button></p>"
      "<SCRIPT>if (a < b) show();</SCRIPT><p>Điều 2. Giao <a href=\"/so\">Sở Y tế</a></p>"
      "<![if !vml]><footer>Điện thoại: 024</footer>");
  CHECK(page.text.content == "Điều 1. Phạm vi\xE2\x80\xA8Điều 2. Giao Sở Y tế");
  CHECK(marks_of(page.text, MarkKind::kPagePart) == 6);
  CHECK(clean("<html><head>\n<header>Điều 3</header>") == "<head>\nĐiều 3");
  CHECK(clean("<html><script>Điều 3") == "<script>Điều 3");
  CHECK(clean("Thẻ <title> ở đầu, thẻ </title> ở cuối") ==
        "Thẻ <title> ở đầu, thẻ </title> ở cuối");
  CHECK(clean("<!-- Điều 4 --> Điều 5") == "<!-- Điều 4 --> Điều 5");
  CHECK(clean("thu nhập <b <a <p 5 triệu") == "thu nhập <b <a <p 5 triệu");
  CHECK(clean("<!-- Điều 4") == "<!-- Điều 4");
}

TEST_CASE("a picture may be written into its tag") {
  CHECK(clean("<p>A<img src=\"data:image/png;base64," + std::string(5000, 'x') + "\">B</p>") ==
        "AB");
}

TEST_CASE("emphasis may begin and end inside a word") {
  CHECK(clean("**K**Ế HOẠCH") == "KẾ HOẠCH");
  CHECK(clean("QĐ**-UBND**") == "QĐ-UBND");
}

TEST_CASE("a blank may stand before the asterisk that ends a number in italics") {
  CHECK(clean("*a) *Tổ chức tuyên truyền.\n*b) *Đánh giá.") ==
        "a) Tổ chức tuyên truyền.\nb) Đánh giá.");
  CHECK(clean("5 *a) *b") == "5 *a) *b");
}

TEST_CASE("four asterisks beside a word end one part and begin another") {
  CHECK(clean("**Số ph****ươ****ng**** ****tiện**") == "Số phương tiện");
  CHECK(clean("S****ố ****lượng") == "Số lượng");
  CHECK(clean("**dữ liệu:**** (1)** Sở A") == "dữ liệu: (1) Sở A");
  CHECK(clean("đường dây nóng 0912****89, 1234****.") == "đường dây nóng 0912****89, 1234****.");
  CHECK(clean("ông Nguyễn Văn A**** ở xã") == "ông Nguyễn Văn A**** ở xã");
  CHECK(clean("số ****/QĐ ngày ****.") == "số ****/QĐ ngày ****.");
}

TEST_CASE("emphasis goes over a line end but not over an empty line") {
  const ReadText over("**KẾ HOẠCH\nBảo vệ rừng**\n");
  CHECK(over.text.content == "KẾ HOẠCH\nBảo vệ rừng\n");
  CHECK(styled(over.text, Style::kBold) == "[KẾ HOẠCH\nBảo vệ rừng]");
  const ReadText crlf("**KẾ HOẠCH\r\nBảo vệ rừng**\r\n");
  CHECK(styled(crlf.text, Style::kBold) == "[KẾ HOẠCH\nBảo vệ rừng]");
  const ReadText apart("**KẾ HOẠCH\n\nBảo vệ rừng**\n");
  CHECK(apart.text.content == "KẾ HOẠCH\n\nBảo vệ rừng\n");
  CHECK(apart.text.styles.empty());
  CHECK(marks_of(apart.text, MarkKind::kStray) == 2);
}

TEST_CASE("asterisks without a partner are stray and stay out of the text") {
  const ReadText read("Thời gian** thực hiện");
  CHECK(read.text.content == "Thời gian thực hiện");
  CHECK(marks_of(read.text, MarkKind::kStray) == 1);
  CHECK(read.text.styles.empty());
}

TEST_CASE("a blank may stand before the asterisks that close") {
  const ReadText read(
      "**Điều 1. **Ban hành **02 **Luật, **12 **Nghị định\n\n**TM. ỦY BAN\nNHÂN DÂN **\n");
  CHECK(styled(read.text, Style::kBold) == "[Điều 1. ][02 ][12 ][TM. ỦY BAN\nNHÂN DÂN ]");
  CHECK(marks_of(read.text, MarkKind::kStray) == 0);
  // But not where the next ones close.
  const ReadText open("**x và **y** z");
  CHECK(styled(open.text, Style::kBold) == "[y]");
  CHECK(marks_of(open.text, MarkKind::kStray) == 1);
  const ReadText empty("** **\n");
  CHECK(marks_of(empty.text, MarkKind::kStray) == 0);
}

TEST_CASE("bullets, products and rules are text") {
  CHECK(clean("* Một\n* Hai\n") == "* Một\n* Hai\n");
  CHECK(clean("* **Một**: hai\n") == "* Một: hai\n");
  CHECK(clean("2 * 3 * 4 và 5*6*7") == "2 * 3 * 4 và 5*6*7");
  CHECK(clean("*****\n") == "*****\n");
}

TEST_CASE("underscores for something to be filled in are text") {
  CHECK(clean("Số: ____/KH-UBND") == "Số: ____/KH-UBND");
  CHECK(clean("ngày __ tháng __ năm 2020") == "ngày __ tháng __ năm 2020");
  CHECK(clean("Số: __/KH-UBND ngày __/__/2020") == "Số: __/KH-UBND ngày __/__/2020");
  CHECK(clean("ke_hoach_2020.docx") == "ke_hoach_2020.docx");
}

TEST_CASE("number signs at the beginning of a line make a heading") {
  const ReadText read("# KẾ HOẠCH\nSố #5\n## I. MỤC TIÊU\n#không\n");
  CHECK(read.text.content == " KẾ HOẠCH\nSố #5\n I. MỤC TIÊU\n#không\n");
  CHECK(styled(read.text, Style::kHeading) == "[ KẾ HOẠCH\n][ I. MỤC TIÊU\n]");
  CHECK(marks_of(read.text, MarkKind::kHeading) == 2);
}

TEST_CASE("a carriage return alone ends headings and blocks of emphasis as well") {
  const ReadText read("# KẾ HOẠCH\r**Một\r\rhai**\r* ba\r");
  CHECK(read.text.content == " KẾ HOẠCH\nMột\n\nhai\n* ba\n");
  CHECK(styled(read.text, Style::kHeading) == "[ KẾ HOẠCH\n]");
  CHECK(styled(read.text, Style::kBold).empty());
}

TEST_CASE("tags are taken out and those of blocks break the line") {
  CHECK(clean("a<br>b<BR/>c") ==
        "a\xE2\x80\xA8"
        "b\xE2\x80\xA8"
        "c");
  CHECK(clean("<p>Một</p><p>Hai</p>\tBa") == "Một\xE2\x80\xA8Hai\tBa");
  CHECK(clean("<b>Một</b> <span class=\"x\">hai</span>") == "Một hai");
  const ReadText read("<p>Xây dựng</p> <p>Rà <b>soát</b></p>");
  CHECK(read.original("Xây dựng") == "Xây dựng");
  CHECK(read.original("soát") == "soát");
  CHECK(styled(read.text, Style::kBold) == "[soát]");
}

TEST_CASE("what only looks like a tag is text") {
  CHECK(clean("tỷ lệ < 5% và > 3%") == "tỷ lệ < 5% và > 3%");
  CHECK(clean("<script>") == "<script>");
  CHECK(clean("a <p") == "a <p");
  CHECK(clean("<b\n>") == "<b\n>");
}

TEST_CASE("entities stand for their character") {
  const ReadText read("Sở NN&amp;PTNT&nbsp;&lt; 5&#37; &#x1EA1; &khong; &#0;");
  CHECK(read.text.content == "Sở NN&PTNT < 5% ạ &khong; &#0;");
  CHECK(read.original("NN&PTNT") == "NN&amp;PTNT");
  CHECK(read.original("&") == "&amp;");
  CHECK(marks_of(read.text, MarkKind::kEntity) == 5);
}

TEST_CASE("markup at both ends belongs to the loose range only") {
  const ReadText read("Số **135**/KH");
  const auto begin = static_cast<std::uint32_t>(read.text.content.find("135"));
  const Span tight = read.text.source(begin, begin + 3);
  const Span loose = read.text.loose_source(begin, begin + 3);
  CHECK(read.source->bytes.substr(tight.begin, tight.length()) == "135");
  CHECK(read.source->bytes.substr(loose.begin, loose.length()) == "**135**");
  CHECK(read.text.has_style(begin, begin + 3, Style::kBold));
  CHECK(!read.text.has_style(begin, begin + 4, Style::kBold));
}

TEST_CASE("an asterisk inside a tag belongs to the tag") {
  CHECK(clean("<p class=\"*\">a* b") == "a* b");
}

}  // namespace
}  // namespace scp
