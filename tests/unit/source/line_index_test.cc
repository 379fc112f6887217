#include "source/line_index.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace scp {
namespace {

std::uint32_t column(const LineIndex& index, std::uint32_t offset) {
  return index.locate(offset).column;
}
std::uint32_t utf16_column(const LineIndex& index, std::uint32_t offset) {
  return index.locate(offset, ColumnUnit::kUtf16).column;
}

// What locate() promises, counted the slow way.
LineColumn counted(const std::string& text, std::uint32_t offset, ColumnUnit unit) {
  LineColumn result;
  for (std::uint32_t i = 0; i < offset; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\n') {
      ++result.line;
      result.column = 1;
    } else if ((byte & 0xC0U) != 0x80U) {
      result.column += unit == ColumnUnit::kUtf16 && byte >= 0xF0U ? 2 : 1;
    }
  }
  return result;
}

TEST_CASE("an empty input has no lines, and one place", "[line_index]") {
  const LineIndex index("");
  CHECK(index.line_count() == 0);
  CHECK(index.locate(0).line == 1);
  CHECK(column(index, 0) == 1);
  CHECK(index.locate(99).line == 1);
  CHECK(index.line_text(1).empty());
}

TEST_CASE("a last line counts with and without its line end", "[line_index]") {
  CHECK(LineIndex("a").line_count() == 1);
  CHECK(LineIndex("a\n").line_count() == 1);
  CHECK(LineIndex("a\nb").line_count() == 2);
  CHECK(LineIndex("\n\n").line_count() == 2);
}

TEST_CASE("columns count code points, or units where a browser asks", "[line_index]") {
  const std::string text = "Số: 😀x\nđến";
  const LineIndex index(text);
  const auto x = static_cast<std::uint32_t>(text.find('x'));
  CHECK(column(index, x) == 6);
  CHECK(utf16_column(index, x) == 7);
  const auto n = static_cast<std::uint32_t>(text.rfind('n'));
  CHECK(index.locate(n).line == 2);
  CHECK(column(index, n) == 3);
  CHECK(column(index, static_cast<std::uint32_t>(text.size())) == 4);
}

TEST_CASE("the line end belongs to its line", "[line_index]") {
  const LineIndex index("ab\r\ncd\n");
  CHECK(index.locate(3).line == 1);
  CHECK(column(index, 3) == 4);
  CHECK(index.locate(4).line == 2);
  CHECK(column(index, 4) == 1);
  CHECK(index.locate(7).line == 3);
}

TEST_CASE("the text of a line comes without its end", "[line_index]") {
  const LineIndex index("ab\r\n\ncd");
  CHECK(index.line_text(1) == "ab");
  CHECK(index.line_text(2).empty());
  CHECK(index.line_text(3) == "cd");
  CHECK(index.line_text(0).empty());
  CHECK(index.line_text(4).empty());
}

TEST_CASE("a byte order mark takes no column and no text", "[line_index]") {
  const LineIndex index("\xEF\xBB\xBFKế\nab");
  CHECK(column(index, 0) == 1);
  CHECK(column(index, 2) == 1);
  CHECK(column(index, 3) == 1);
  CHECK(column(index, 4) == 2);
  CHECK(index.line_text(1) == "Kế");
  CHECK(index.locate(8).line == 2);
  CHECK(column(index, 8) == 1);
}

TEST_CASE("every offset of long and short lines is where counting puts it", "[line_index]") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += i % 3 == 0 ? "ệ" : i % 3 == 1 ? "a" : "😀";
  text += "\nngắn\n";
  for (int i = 0; i < 700; ++i) text += i % 5 == 0 ? "đ" : "b";
  const LineIndex index(text);
  for (const ColumnUnit unit : {ColumnUnit::kCodePoint, ColumnUnit::kUtf16}) {
    for (std::uint32_t offset = 0; offset <= text.size(); ++offset) {
      const LineColumn got = index.locate(offset, unit);
      const LineColumn want = counted(text, offset, unit);
      CAPTURE(offset);
      REQUIRE(got.line == want.line);
      REQUIRE(got.column == want.column);
    }
  }
}

TEST_CASE("a text may end where a block of the index does", "[line_index]") {
  for (const std::size_t size : {511U, 512U, 513U, 1023U, 1024U, 1025U}) {
    const std::string text(size, 'x');
    CAPTURE(size);
    CHECK(column(LineIndex(text), static_cast<std::uint32_t>(size)) == size + 1);
    const LineIndex utf16(text, true, 2);
    CHECK(utf16.to_utf8(static_cast<std::uint32_t>(2 * size + 2)) == size);
    CHECK(utf16.to_original(static_cast<std::uint32_t>(size)) == 2 * size + 2);
  }
}

TEST_CASE("invalid bytes are addressed too", "[line_index]") {
  const LineIndex index("a\xFF\xFE\x80\x80z\n\x80");
  CHECK(column(index, 1) == 2);
  CHECK(index.locate(6).line == 1);
  CHECK(index.locate(7).line == 2);
  CHECK(index.locate(8).line == 2);
}

TEST_CASE("UTF-8 offsets are the original ones", "[line_index]") {
  const LineIndex index("Kế");
  CHECK(index.to_original(4) == 4);
  CHECK(index.to_utf8(4) == 4);
  CHECK(index.to_original(100) == 4);
  CHECK(index.to_utf8(100) == 4);
}

TEST_CASE("UTF-16 offsets go there and back at every character", "[line_index]") {
  for (const std::uint32_t origin : {0U, 2U}) {
    std::string text;
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> originals;
    std::uint32_t original = origin;
    const std::vector<std::string> pieces = {"K", "ế", "😀", "đ", "\n"};
    for (int i = 0; i < 1300; ++i) {
      const std::string& piece = pieces[static_cast<std::size_t>(i) % pieces.size()];
      starts.push_back(static_cast<std::uint32_t>(text.size()));
      originals.push_back(original);
      text += piece;
      original += piece.size() == 4 ? 4 : 2;
    }
    const LineIndex index(text, true, origin);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      CAPTURE(origin, i);
      REQUIRE(index.to_original(starts[i]) == originals[i]);
      REQUIRE(index.to_utf8(originals[i]) == starts[i]);
    }
    CHECK(index.to_original(static_cast<std::uint32_t>(text.size())) == original);
    CHECK(index.to_utf8(original) == text.size());
    CHECK(index.to_utf8(original + 10) == text.size());
  }
}

TEST_CASE("UTF-16 input is located by its own offsets", "[line_index]") {
  const LineIndex index("ab\nế😀x", true, 2);
  // BOM 0-1, a 2, b 4, LF 6, ế 8, the face 10-13, x 14.
  CHECK(index.locate(0).line == 1);
  CHECK(index.locate(2).column == 1);
  CHECK(index.locate(4).column == 2);
  CHECK(index.locate(8).line == 2);
  CHECK(column(index, 14) == 3);
  CHECK(utf16_column(index, 14) == 4);
  CHECK(column(index, 12) == 2);
}

}  // namespace
}  // namespace scp
