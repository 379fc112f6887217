// An input as it came: its bytes, what they are encoded in, where its lines are.
//
// read_source() turns a path (or "-") into a SourceFile, or says in one Problem why there is none.
// Afterwards: 1. `utf8` is the input as UTF-8 without a byte order mark, though it may hold invalid
// bytes, which stay as they are, and `pieces` that do not say what they mean; 2. the size is within
// the limit; 3. every byte is addressable through `lines`. Owns its bytes; movable, not copyable;
// immutable after reading.
#ifndef SCPPARSE_SOURCE_SOURCE_FILE_H_
#define SCPPARSE_SOURCE_SOURCE_FILE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scpparse/result.h"
#include "source/detect.h"
#include "source/encoding.h"
#include "source/line_index.h"

namespace scp {

struct SourceFile {
  std::optional<std::string> path;  // as given; none for standard input
  std::string bytes;                // the original input
  Encoding encoding = Encoding::kUtf8;
  std::string converted;         // the input as UTF-8 where `bytes` is not
  std::string_view utf8;         // into `bytes` or `converted`; what the next stage reads
  bool valid = false;            // known to be UTF-8 throughout
  std::uint32_t utf8_begin = 0;  // offset of utf8[0] in the text that `lines` addresses
  std::vector<Stretch> pieces;   // of `utf8`, in order and apart
  std::uint32_t decoded = 0;     // letters of a legacy encoding in `bytes`
  std::shared_ptr<const LineIndex> lines;
};

struct SourceOptions {
  std::uint64_t max_bytes = std::uint64_t{64} << 20;
  std::optional<Encoding> encoding;  // none: by evidence
};

// `path` "-" reads standard input. Problems: not-found, not-readable, is-directory, too-large,
// empty is no problem; binary, pdf, docx, doc, rtf … say which command makes text of the input;
// not-utf8 that no legacy encoding is sure.
Result<std::unique_ptr<SourceFile>> read_source(const std::string& path,
                                                const SourceOptions& options);
// The same from memory.
Result<std::unique_ptr<SourceFile>> source_from_bytes(std::string bytes,
                                                      std::optional<std::string> path,
                                                      const SourceOptions& options);

}  // namespace scp

#endif  // SCPPARSE_SOURCE_SOURCE_FILE_H_
