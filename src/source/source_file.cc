#include "source/source_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>

#include "messages/system_error.h"
#include "source/file_kind.h"

namespace scp {
namespace {

// Offsets in the rest of the program have 32 bits.
constexpr std::uint64_t kMostBytes = std::numeric_limits<std::uint32_t>::max();

std::string shell_word(const std::optional<std::string>& path) {
  if (!path) return "FILE";
  const bool plain = path->find_first_of(" \t\n'\"\\$`&|;<>()*?[]#~!{}") == path->npos;
  if (plain && !path->empty()) return *path;
  std::string quoted = "'";
  for (const char c : *path) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

// `detail` gives the part that depends on the case, in the language asked for.
template <typename Detail>
Problem problem(std::string_view code, MessageId id, const std::optional<std::string>& path,
                Detail detail) {
  const std::string file = shell_word(path);
  const auto say = [&](Lang lang) {
    const std::string words = detail(lang);
    return message(lang, id, {{"file", file}, {"detail", words}});
  };
  return {.code = std::string(code),
          .message = say(Lang::kEn),
          .message_vi = say(Lang::kVi),
          .file = path.value_or("")};
}

Problem problem(std::string_view code, MessageId id, const std::optional<std::string>& path) {
  return problem(code, id, path, [](Lang) { return std::string(); });
}

std::string human_size(std::uint64_t bytes) {
  static constexpr std::string_view kUnits[] = {" B", " KiB", " MiB", " GiB"};
  std::size_t unit = 0;
  while (unit + 1 < std::size(kUnits) && bytes != 0 && bytes % 1024 == 0) {
    bytes /= 1024;
    ++unit;
  }
  return std::to_string(bytes) + std::string(kUnits[unit]);
}

Problem too_large(const std::optional<std::string>& path, std::uint64_t limit) {
  return problem("too-large", MessageId::kSourceTooLarge, path, [&](Lang) { return human_size(limit); });
}

Problem from_errno(int error, const std::optional<std::string>& path) {
  switch (error) {
    case ENOENT:
    case ENOTDIR: return problem("not-found", MessageId::kSourceNotFound, path);
    case EISDIR: return problem("is-directory", MessageId::kSourceIsDirectory, path);
    case EACCES:
    case EPERM: return problem("not-readable", MessageId::kSourceNoPermission, path);
    default:
      return problem("not-readable", MessageId::kSourceNotReadable, path,
                     [&](Lang lang) { return describe_errno(lang, error); });
  }
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ > STDERR_FILENO) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

// Reads at most one byte more than the limit, so that "too large" needs no known size.
int read_all(int fd, std::uint64_t limit, std::string& out) {
  struct stat info = {};
  if (fstat(fd, &info) != 0) return errno;
  if (S_ISDIR(info.st_mode)) return EISDIR;
  const std::uint64_t most = limit + 1;
  const auto known = static_cast<std::uint64_t>(std::max<off_t>(info.st_size, 0));
  std::size_t capacity = std::min<std::uint64_t>(std::max<std::uint64_t>(known + 1, 4096), most);
  std::size_t used = 0;
  while (true) {
    out.resize(capacity);
    const ssize_t n = read(fd, out.data() + used, capacity - used);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    if (n == 0) break;
    used += static_cast<std::size_t>(n);
    if (used == most) break;
    if (used == capacity) capacity = std::min<std::uint64_t>(most, std::uint64_t{capacity} * 2);
  }
  out.resize(used);
  return 0;
}

struct Refusal {
  FileKind kind;
  std::string_view code;
  MessageId message;
};

constexpr Refusal kRefusals[] = {
    {FileKind::kPdf, "pdf", MessageId::kSourcePdf},
    {FileKind::kDocx, "docx", MessageId::kSourceDocx},
    {FileKind::kOdt, "odt", MessageId::kSourceOdt},
    {FileKind::kXlsx, "xlsx", MessageId::kSourceXlsx},
    {FileKind::kZip, "zip", MessageId::kSourceZip},
    {FileKind::kDoc, "doc", MessageId::kSourceDoc},
    {FileKind::kRtf, "rtf", MessageId::kSourceRtf},
    {FileKind::kImage, "image", MessageId::kSourceImage},
    {FileKind::kUtf32, "utf-32", MessageId::kSourceUtf32},
    {FileKind::kBareUtf16, "utf-16", MessageId::kSourceBareUtf16},
    {FileKind::kBinary, "binary", MessageId::kSourceBinary},
};

// A few bad bytes are damage, which the text stage repairs; many are another encoding.
bool is_other_encoding(const Utf8Quality& quality) {
  return quality.invalid >= 8 && quality.invalid * 20 > quality.non_ascii;
}

}  // namespace

Result<std::unique_ptr<SourceFile>> source_from_bytes(std::string bytes,
                                                      std::optional<std::string> path,
                                                      const SourceOptions& options) {
  const std::uint64_t limit = std::min(options.max_bytes, kMostBytes);
  if (bytes.size() > limit) return too_large(path, limit);
  const FileKind kind = detect_kind(bytes);
  for (const Refusal& refusal : kRefusals) {
    if (refusal.kind == kind) return problem(refusal.code, refusal.message, path);
  }
  auto source = std::make_unique<SourceFile>();
  source->path = std::move(path);
  source->bytes = std::move(bytes);
  source->encoding = detect_encoding(source->bytes);
  const std::size_t mark = byte_order_mark_size(source->encoding);
  const std::string_view body = std::string_view(source->bytes).substr(mark);
  if (source->encoding == Encoding::kUtf16Le || source->encoding == Encoding::kUtf16Be) {
    source->converted = utf16_to_utf8(body, source->encoding == Encoding::kUtf16Be);
    if (source->converted.size() > kMostBytes) return too_large(source->path, limit);
    source->utf8 = source->converted;
    source->lines =
        std::make_shared<LineIndex>(source->utf8, true, static_cast<std::uint32_t>(mark));
    return source;
  }
  const Utf8Quality quality = utf8_quality(body);
  if (is_other_encoding(quality)) {
    return problem("not-utf8", MessageId::kSourceNotUtf8, source->path);
  }
  source->utf8 = body;
  source->valid = quality.invalid == 0;
  source->utf8_begin = static_cast<std::uint32_t>(mark);
  source->lines = std::make_shared<LineIndex>(source->bytes);
  return source;
}

Result<std::unique_ptr<SourceFile>> read_source(const std::string& path,
                                                const SourceOptions& options) {
  const std::uint64_t limit = std::min(options.max_bytes, kMostBytes);
  const bool standard_input = path == "-";
  const auto name = standard_input ? std::nullopt : std::optional<std::string>(path);
  const Descriptor file(standard_input ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return from_errno(errno, name);
  std::string bytes;
  if (const int error = read_all(file.get(), limit, bytes); error != 0) {
    return from_errno(error, name);
  }
  return source_from_bytes(std::move(bytes), name, options);
}

}  // namespace scp
