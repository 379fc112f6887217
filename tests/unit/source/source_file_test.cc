#include "source/source_file.h"

#include <catch2/catch.hpp>
#include <string>

#include "source/file_kind.h"

namespace scp {
namespace {

using namespace std::string_literals;

std::string code_of(const Result<std::unique_ptr<SourceFile>>& result) {
  return result ? "" : result.problems().front().code;
}

TEST_CASE("plain UTF-8 is read as it is") {
  const auto source = source_from_bytes("mot\nhai\n", "a.txt", {});
  REQUIRE(source);
  CHECK((*source)->utf8 == "mot\nhai\n");
  CHECK((*source)->utf8.data() == (*source)->bytes.data());
  CHECK((*source)->utf8_begin == 0);
  CHECK((*source)->path == "a.txt");
  CHECK((*source)->lines->line_count() == 2);
}

TEST_CASE("a byte order mark is no part of the text, but of the offsets") {
  const auto source = source_from_bytes("\xEF\xBB\xBFmot", std::nullopt, {});
  REQUIRE(source);
  CHECK((*source)->utf8 == "mot");
  CHECK((*source)->utf8_begin == 3);
  CHECK((*source)->lines->locate(3).column == 1);
  CHECK_FALSE((*source)->path);
}

TEST_CASE("UTF-16 is converted and its offsets lead back") {
  const auto source = source_from_bytes("\xFF\xFE\xBF\x1Ex\0"s, std::nullopt, {});
  REQUIRE(source);
  CHECK((*source)->utf8 == "\xE1\xBA\xBFx");
  CHECK((*source)->encoding == Encoding::kUtf16Le);
  CHECK((*source)->lines->to_original(3) == 4);
  CHECK((*source)->lines->to_utf8(4) == 3);
}

TEST_CASE("half a unit at the end stays within the input") {
  const std::string bytes = "\xFF\xFEx\0y"s;
  const auto source = source_from_bytes(bytes, std::nullopt, {});
  REQUIRE(source);
  const auto end = static_cast<std::uint32_t>((*source)->utf8.size());
  CHECK((*source)->lines->to_original(end) <= bytes.size());
}

TEST_CASE("an empty input is an input") {
  CHECK(source_from_bytes("", std::nullopt, {}));
}

TEST_CASE("the limit is inclusive") {
  CHECK(code_of(source_from_bytes("12345678", "a", {.max_bytes = 8})).empty());
  CHECK(code_of(source_from_bytes("123456789", "a", {.max_bytes = 8})) == "too-large");
}

TEST_CASE("a few bad bytes are damage, many are another encoding") {
  const std::string good = "\xE1\xBA\xBF";
  std::string text;
  for (int i = 0; i < 100; ++i) text += good;
  CHECK(code_of(source_from_bytes(text + "\xB8\xB8\xB8\xB8\xB8\xB8\xB8", "a", {})).empty());
  CHECK(code_of(source_from_bytes(std::string(7, '\xB8'), "a", {})).empty());
  CHECK(code_of(source_from_bytes(std::string(8, '\xB8'), "a", {})) == "not-utf8");
  CHECK(code_of(source_from_bytes(text + std::string(15, '\xB8'), "a", {})).empty());
  CHECK(code_of(source_from_bytes(text + std::string(16, '\xB8'), "a", {})) == "not-utf8");
}

TEST_CASE("problems say what to do, in both languages, with the name quoted for a shell") {
  const auto source = source_from_bytes("%PDF-1.4", "it's.pdf", {});
  REQUIRE_FALSE(source);
  const Problem& problem = source.problems().front();
  CHECK(problem.code == "pdf");
  CHECK(problem.file == "it's.pdf");
  CHECK(problem.message ==
        "this is a PDF, not text; make text of it first: pdftotext -layout 'it'\\''s.pdf' -");
  CHECK(problem.message_vi.find("pdftotext -layout 'it'\\''s.pdf' -") != std::string::npos);
}

TEST_CASE("kinds of files by their first bytes") {
  CHECK(detect_kind("") == FileKind::kText);
  CHECK(detect_kind("Quy\xE1\xBA\xBFt") == FileKind::kText);
  CHECK(detect_kind("%PDF-") == FileKind::kPdf);
  CHECK(detect_kind("%PDX-") == FileKind::kText);
  CHECK(detect_kind("{\\rtf1") == FileKind::kRtf);
  CHECK(detect_kind("II*\0\0"s) == FileKind::kImage);
  CHECK(detect_kind("\xFF\xFEx\0"s) == FileKind::kText);
  CHECK(detect_kind("\xFF\xFE\0\0x\0\0\0"s) == FileKind::kUtf32);
  CHECK(detect_kind("a\0b\0c\0d\0"s) == FileKind::kBareUtf16);
  CHECK(detect_kind("\0a\0b\0c\0d"s) == FileKind::kBareUtf16);
}

TEST_CASE("a stray zero byte is damage, several are a binary file") {
  CHECK(detect_kind(std::string(200, 'x') + '\0') == FileKind::kText);
  CHECK(detect_kind(std::string(50, 'x') + '\0') == FileKind::kBinary);
  CHECK(detect_kind("\0"s) == FileKind::kBinary);
}

}  // namespace
}  // namespace scp
