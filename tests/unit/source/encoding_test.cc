#include "source/encoding.h"

#include <catch2/catch.hpp>
#include <string>

namespace scp {
namespace {

using namespace std::string_literals;

TEST_CASE("the byte order mark decides") {
  CHECK(detect_encoding("") == Encoding::kUtf8);
  CHECK(detect_encoding("\xEF\xBB") == Encoding::kUtf8);
  CHECK(detect_encoding("\xEF\xBB\xBFx") == Encoding::kUtf8Bom);
  CHECK(detect_encoding("\xFF\xFEx\0"s) == Encoding::kUtf16Le);
  CHECK(detect_encoding("\xFE\xFF\0x"s) == Encoding::kUtf16Be);
  CHECK(name_of(Encoding::kUtf16Be) == "utf-16be");
}

TEST_CASE("UTF-16 becomes UTF-8 in both byte orders") {
  CHECK(utf16_to_utf8("K\0\xBF\x1E"s, false) == "K\xE1\xBA\xBF");
  CHECK(utf16_to_utf8("\0K\x1E\xBF"s, true) == "K\xE1\xBA\xBF");
  CHECK(utf16_to_utf8("\x3D\xD8\x00\xDE"s, false) == "\xF0\x9F\x98\x80");
  CHECK(utf16_to_utf8("\xE9\0\xFF\x07\x00\x08"s, false) == "\xC3\xA9\xDF\xBF\xE0\xA0\x80");
}

TEST_CASE("what is no character in UTF-16 stays bad in UTF-8") {
  CHECK(utf16_to_utf8("\x3D\xD8x\0"s, false) == "\xC0x");
  CHECK(utf16_to_utf8("\x00\xDEx\0"s, false) == "\xC0x");
  CHECK(utf16_to_utf8("\x3D\xD8"s, false) == "\xC0");
  CHECK(utf16_to_utf8("x\0y"s, false) == "x\x80");
}

TEST_CASE("bad bytes are counted one by one") {
  const auto quality = [](std::string_view bytes) {
    const Utf8Quality q = utf8_quality(bytes);
    return std::to_string(q.invalid) + "/" + std::to_string(q.non_ascii);
  };
  CHECK(quality("plain text, longer than one word") == "0/0");
  CHECK(quality("K\xE1\xBA\xBF ho\xE1\xBA\xA1\x63h") == "0/6");
  CHECK(quality("\xE1\xBA") == "2/2");          // cut off
  CHECK(quality("\xC0\xAF") == "2/2");          // overlong
  CHECK(quality("\xE0\x80\xAF") == "3/3");      // overlong
  CHECK(quality("\xF0\x80\x80\xAF") == "4/4");  // overlong
  CHECK(quality("\xED\xA0\x80") == "3/3");      // surrogate
  CHECK(quality("\xF4\x90\x80\x80") == "4/4");  // beyond U+10FFFF
  CHECK(quality("\xF0\x9F\x98\x80") == "0/4");
  CHECK(quality("12345678\xFFxyzxyzxyz\x80") == "2/2");
}

}  // namespace
}  // namespace scp
