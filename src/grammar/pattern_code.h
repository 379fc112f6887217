// One compiled pattern: PCRE2 behind a small door.
//
// compile_pattern turns text into code that can be stored in an image; PatternCode turns stored
// code back into something that matches, when it is first needed. A PatternCode owns its code and
// may be used by any number of threads. Matching never checks that the subject is UTF-8.
#ifndef SCPPARSE_GRAMMAR_PATTERN_CODE_H_
#define SCPPARSE_GRAMMAR_PATTERN_CODE_H_

#include <array>
#include <atomic>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace scp {

inline constexpr std::uint32_t kMaxGroups = 120;

struct PatternGroup {
  std::string name;
  std::uint32_t number = 0;
};

struct CompiledPattern {
  bool ok = false;
  std::size_t error_offset = 0;  // bytes
  std::string error;
  bool may_be_empty = false;
  std::uint32_t group_count = 0;
  std::vector<PatternGroup> groups;
  std::array<std::uint8_t, 32> first_bytes{};  // bit set: a match may begin with this byte
  std::vector<std::uint8_t> code;
};

CompiledPattern compile_pattern(std::string_view pattern, bool caseless);

struct StoredPattern {
  std::string_view pattern;
  bool caseless = true;
  std::span<const std::uint8_t> code;
};

struct GroupSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool set = false;
};

// What one attempt gave; `groups` is valid until the next match of this thread.
struct PatternResult {
  enum class Outcome : std::uint8_t { kNo, kYes, kLimit } outcome = Outcome::kNo;
  const std::size_t* offsets = nullptr;
  std::uint32_t count = 0;

  GroupSpan group(std::uint32_t number) const;
};

class PatternCode {
 public:
  PatternCode() = default;
  ~PatternCode();
  PatternCode(const PatternCode&) = delete;
  PatternCode& operator=(const PatternCode&) = delete;

  PatternResult match(const StoredPattern& stored, std::string_view subject, std::size_t at,
                      bool to_the_end);

 private:
  void* code_for(const StoredPattern& stored);
  void* make_fast(void* code);

  std::atomic<void*> plain_{nullptr};
  std::atomic<void*> fast_{nullptr};  // a copy with machine code, made once it pays
  std::atomic<std::uint32_t> tries_{0};
};

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_PATTERN_CODE_H_
