#include "source/source_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>

#include "messages/system_error.h"
#include "source/file_kind.h"
#include "source/recode.h"

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
  return problem("too-large", MessageId::kSourceTooLarge, path,
                 [&](Lang) { return human_size(limit); });
}

Problem from_errno(int error, const std::optional<std::string>& path) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return problem("not-found", MessageId::kSourceNotFound, path);
    case EISDIR:
      return problem("is-directory", MessageId::kSourceIsDirectory, path);
    case EACCES:
    case EPERM:
      return problem("not-readable", MessageId::kSourceNoPermission, path);
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
bool is_other_encoding(std::size_t invalid, std::size_t non_ascii) {
  return invalid >= 8 && invalid * 20 > non_ascii;
}

// Letters that take three bytes are frequent in Vietnamese, and their bytes make no sense in any
// legacy encoding; two bytes happen to look like UTF-8 now and then.
bool holds_unicode(std::string_view body) {
  constexpr std::size_t kFew = 3;
  std::size_t count = 0;
  for (std::size_t at = body.find('\xE1'); at != body.npos; at = body.find('\xE1', at + 1)) {
    const bool letter = at + 1 < body.size() && (body[at + 1] == '\xBA' || body[at + 1] == '\xBB');
    if (letter && character_length(body, at) == 3 && ++count >= kFew) return true;
  }
  return false;
}

std::size_t invalid_outside(std::string_view text, const std::vector<Stretch>& pieces) {
  std::size_t invalid = 0;
  std::size_t at = 0;
  for (const Stretch& piece : pieces) {
    if (piece.kind == Stretch::Kind::kUnsettled) continue;
    invalid += utf8_quality(text.substr(at, piece.begin - at)).invalid;
    at = piece.end;
  }
  return invalid + utf8_quality(text.substr(at)).invalid;
}

// One text in one encoding, made into UTF-8.
bool read_legacy(std::string_view body, Encoding encoding, SourceFile& source) {
  OffsetMap map;
  RecodeCounts counts;
  recode_bytes(body, encoding, source.converted, map, counts);
  if (source.converted.size() > kMostBytes) return false;
  for (const auto& [kind, letters] : counts.letters) source.decoded += letters;
  source.encoding = encoding;
  source.utf8 = source.converted;
  source.valid = true;
  source.lines = std::make_shared<LineIndex>(source.utf8, std::move(map));
  return true;
}

bool read_utf16(std::string_view body, std::uint32_t mark, SourceFile& source) {
  source.converted = utf16_to_utf8(body, source.encoding == Encoding::kUtf16Be);
  if (source.converted.size() > kMostBytes) return false;
  source.utf8 = source.converted;
  source.lines = std::make_shared<LineIndex>(source.utf8, true, mark);
  return true;
}

// Looks for pieces that do not say what they mean, if there is any sign of them.
void find_pieces(const Utf8Quality& quality, SourceFile& source, bool legacy = true) {
  constexpr std::size_t kSigns = 3;
  if (legacy && quality.invalid + quality.odd >= kSigns)
    source.pieces = find_legacy_pieces(source.utf8);
  if (quality.odd + quality.foreign == 0) return;
  const std::vector<Stretch> more = find_lookalikes(source.utf8, source.pieces);
  const auto middle = static_cast<std::ptrdiff_t>(source.pieces.size());
  source.pieces.insert(source.pieces.end(), more.begin(), more.end());
  std::inplace_merge(source.pieces.begin(), source.pieces.begin() + middle, source.pieces.end(),
                     [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
}

// UTF-16 without a mark: only where nothing in it speaks against it.
std::optional<Encoding> bare_utf16(std::string_view bytes) {
  constexpr std::size_t kSample = std::size_t{64} << 10;
  const std::string_view sample = bytes.substr(0, kSample);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i & 1] += sample[i] == '\0' ? 1 : 0;
  const bool big_endian = zeros[0] > zeros[1];
  if (bytes.size() % 2 != 0) return std::nullopt;
  const std::string text = utf16_to_utf8(sample, big_endian);
  const auto bad = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && (c < '\t' || c > '\r');
  };
  if (utf8_quality(text).invalid > 1 || std::any_of(text.begin(), text.end(), bad)) {
    return std::nullopt;
  }
  return big_endian ? Encoding::kUtf16Be : Encoding::kUtf16Le;
}

// The encoding that was asked for, or else the one that the first bytes tell.
Encoding first_guess(const SourceFile& source, const SourceOptions& options, FileKind kind) {
  const Encoding marked = detect_encoding(source.bytes);
  if (kind == FileKind::kBareUtf16 && !options.encoding) {
    return bare_utf16(source.bytes).value_or(marked);
  }
  if (!options.encoding) return marked;
  return *options.encoding == Encoding::kUtf8 && marked == Encoding::kUtf8Bom ? marked
                                                                              : *options.encoding;
}

// Everything that is not UTF-16: UTF-8, or one of the legacy encodings, or both.
Result<std::unique_ptr<SourceFile>> source_from_utf8(std::unique_ptr<SourceFile> source,
                                                     std::string_view body, std::uint64_t limit,
                                                     const SourceOptions& options) {
  const Utf8Quality quality = utf8_quality(body);
  const bool asked = is_legacy(source->encoding);
  std::optional<Encoding> legacy;
  const bool mixed = asked && holds_unicode(body);
  if (asked && !mixed && (quality.invalid > 0 || quality.non_ascii == 0)) {
    legacy = source->encoding;
  }
  const bool other = is_other_encoding(quality.invalid, quality.non_ascii);
  if (!options.encoding && other && !holds_unicode(body)) legacy = detect_legacy(body);
  if (legacy) {
    if (!read_legacy(body, *legacy, *source)) return too_large(source->path, limit);
    return source;
  }
  source->utf8 = body;
  source->valid = quality.invalid == 0;
  source->utf8_begin = static_cast<std::uint32_t>(body.data() - source->bytes.data());
  source->lines = std::make_shared<LineIndex>(source->bytes);
  if (mixed) {  // only what can be in that encoding
    source->pieces = find_legacy_pieces(body, source->encoding);
    source->encoding = Encoding::kUtf8;
    return source;
  }
  if (asked) {  // its letters, but somebody has made UTF-8 of them
    source->pieces = {
        {0, static_cast<std::uint32_t>(body.size()), Stretch::Kind::kLegacy, source->encoding}};
    source->encoding = Encoding::kUtf8;
    return source;
  }
  // Who says that it is UTF-8 wants no piece of it read in another encoding.
  find_pieces(quality, *source, !options.encoding);
  const bool settled = options.encoding.has_value() || !other ||
                       !is_other_encoding(invalid_outside(body, source->pieces), quality.non_ascii);
  if (!settled) return problem("not-utf8", MessageId::kSourceNotUtf8, source->path);
  return source;
}

bool is_refused(const Refusal& refusal, FileKind kind, std::string_view bytes,
                const SourceOptions& options) {
  if (refusal.kind != kind) return false;
  if (kind == FileKind::kBareUtf16) return !options.encoding && !bare_utf16(bytes);
  return kind != FileKind::kBinary || !options.encoding;
}

}  // namespace

Result<std::unique_ptr<SourceFile>> source_from_bytes(std::string bytes,
                                                      std::optional<std::string> path,
                                                      const SourceOptions& options) {
  const std::uint64_t limit = std::min(options.max_bytes, kMostBytes);
  if (bytes.size() > limit) return too_large(path, limit);
  const FileKind kind = detect_kind(bytes);
  for (const Refusal& refusal : kRefusals) {
    if (is_refused(refusal, kind, bytes, options)) {
      return problem(refusal.code, refusal.message, path);
    }
  }
  auto source = std::make_unique<SourceFile>();
  source->path = std::move(path);
  source->bytes = std::move(bytes);
  source->encoding = first_guess(*source, options, kind);
  const bool marked = detect_encoding(source->bytes) == source->encoding;
  const std::size_t mark = marked ? byte_order_mark_size(source->encoding) : 0;
  const std::string_view body = std::string_view(source->bytes).substr(mark);
  if (source->encoding == Encoding::kUtf16Le || source->encoding == Encoding::kUtf16Be) {
    if (!read_utf16(body, static_cast<std::uint32_t>(mark), *source)) {
      return too_large(source->path, limit);
    }
    find_pieces(utf8_quality(source->utf8), *source);
    return source;
  }
  return source_from_utf8(std::move(source), body, limit, options);
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
