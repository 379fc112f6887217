#include "source/file_kind.h"

#include <algorithm>

namespace scp {
namespace {

using std::string_view_literals::operator""sv;

struct Magic {
  std::string_view bytes;
  FileKind kind;
};

constexpr Magic kMagics[] = {
    {"%PDF-"sv, FileKind::kPdf},
    {"PK\x03\x04"sv, FileKind::kZip},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, FileKind::kDoc},
    {"{\\rtf"sv, FileKind::kRtf},
    {"\x89PNG\r\n\x1A\n"sv, FileKind::kImage},
    {"\xFF\xD8\xFF"sv, FileKind::kImage},
    {"GIF87a"sv, FileKind::kImage},
    {"GIF89a"sv, FileKind::kImage},
    {"II*\0"sv, FileKind::kImage},
    {"MM\0*"sv, FileKind::kImage},
    {"\xFF\xFE\0\0"sv, FileKind::kUtf32},
    {"\0\0\xFE\xFF"sv, FileKind::kUtf32},
};

constexpr std::size_t kSample = std::size_t{64} << 10;

// The names of a ZIP's members stand in clear text before each of them.
FileKind kind_of_zip(std::string_view sample) {
  if (sample.find("word/") != sample.npos) return FileKind::kDocx;
  if (sample.find("opendocument.text") != sample.npos) return FileKind::kOdt;
  if (sample.find("xl/") != sample.npos) return FileKind::kXlsx;
  return FileKind::kZip;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1B) || byte == 0x7F;
}

// Western and Vietnamese text in UTF-16 has a zero in every second byte, nearly.
bool looks_like_utf16(std::string_view sample) {
  if (sample.find('\0') == sample.npos) return false;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i & 1] += sample[i] == '\0' ? 1 : 0;
  const auto [few, many] = std::minmax(zeros[0], zeros[1]);
  return sample.size() >= 4 && many * 4 > sample.size() && few * 50 < many;
}

// A stray control character happens in text; one in a hundred does not.
bool looks_binary(std::string_view sample) {
  if (sample.find('\0') == sample.npos) return false;
  const auto controls = std::count_if(sample.begin(), sample.end(), is_control);
  return static_cast<std::size_t>(controls) * 100 > sample.size();
}

}  // namespace

FileKind detect_kind(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  for (const Magic& magic : kMagics) {
    if (!sample.starts_with(magic.bytes)) continue;
    return magic.kind == FileKind::kZip ? kind_of_zip(sample) : magic.kind;
  }
  if (sample.starts_with("\xFF\xFE") || sample.starts_with("\xFE\xFF")) return FileKind::kText;
  if (looks_like_utf16(sample)) return FileKind::kBareUtf16;
  return looks_binary(sample) ? FileKind::kBinary : FileKind::kText;
}

}  // namespace scp
