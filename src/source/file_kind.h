// Recognises inputs that are no text, by their first bytes, so that a message can name the command
// that makes text of them. Pure; looks at the beginning of the input only.
#ifndef SCPPARSE_SOURCE_FILE_KIND_H_
#define SCPPARSE_SOURCE_FILE_KIND_H_

#include <cstdint>
#include <string_view>

namespace scp {

enum class FileKind : std::uint8_t {
  kText,  // or at least nothing that speaks against it
  kPdf,
  kDocx,  // ZIP with word/ inside
  kOdt,
  kXlsx,
  kZip,
  kDoc,  // OLE: Word, Excel and PowerPoint up to 2003
  kRtf,
  kImage,
  kUtf32,
  kBareUtf16,  // UTF-16 without a byte order mark
  kBinary,
};

FileKind detect_kind(std::string_view bytes);

}  // namespace scp

#endif  // SCPPARSE_SOURCE_FILE_KIND_H_
