#define PCRE2_CODE_UNIT_WIDTH 8
#include "grammar/pattern_code.h"

#include <pcre2.h>

#include <memory>

namespace scp {
namespace {

constexpr std::uint32_t kOptions =
    PCRE2_UTF | PCRE2_UCP | PCRE2_DUPNAMES | PCRE2_NO_AUTO_CAPTURE | PCRE2_NEVER_BACKSLASH_C;
constexpr std::uint32_t kMatchLimit = 100'000;
constexpr std::uint32_t kDepthLimit = 10'000;
constexpr std::uint32_t kHeapLimitKiB = 4096;
// Making machine code takes as long as about a hundred tries; a rule tried less stays as it is.
constexpr std::uint32_t kTriesBeforeFast = 200;

struct FreeCode {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};
using CodePtr = std::unique_ptr<pcre2_code, FreeCode>;

CodePtr compile(std::string_view pattern, std::uint32_t options, int& error, PCRE2_SIZE& offset) {
  return CodePtr(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                               options, &error, &offset, nullptr));
}

std::uint32_t options_for(bool caseless) {
  return kOptions | (caseless ? PCRE2_CASELESS : 0U);
}

std::string error_text(int error) {
  std::array<PCRE2_UCHAR, 256> buffer{};
  pcre2_get_error_message(error, buffer.data(), buffer.size());
  return reinterpret_cast<const char*>(buffer.data());
}

pcre2_match_context* match_limits() {
  static pcre2_match_context* const context = [] {
    pcre2_match_context* made = pcre2_match_context_create(nullptr);
    pcre2_set_match_limit(made, kMatchLimit);
    pcre2_set_depth_limit(made, kDepthLimit);
    pcre2_set_heap_limit(made, kHeapLimitKiB);
    return made;
  }();
  return context;
}

struct FreeMatchData {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};

pcre2_match_data* match_data() {
  thread_local const std::unique_ptr<pcre2_match_data, FreeMatchData> data(
      pcre2_match_data_create(kMaxGroups + 1, nullptr));
  return data.get();
}

void set_bit(std::array<std::uint8_t, 32>& bits, std::uint32_t byte) {
  bits[byte / 8] = static_cast<std::uint8_t>(bits[byte / 8] | (1U << (byte % 8)));
}

void set_both_cases(std::array<std::uint8_t, 32>& bits, std::uint32_t byte) {
  set_bit(bits, byte);
  const std::uint32_t other = byte ^ 0x20U;
  const std::uint32_t lower = byte | 0x20U;
  if (lower >= 'a' && lower <= 'z') set_bit(bits, other);
}

void clear_bit(std::array<std::uint8_t, 32>& bits, std::uint32_t byte) {
  bits[byte / 8] = static_cast<std::uint8_t>(bits[byte / 8] & ~(1U << (byte % 8)));
}

using ByteSet = std::array<std::uint8_t, 32>;

// What PCRE2 knows itself; it only collects first bytes of patterns that are not anchored.
ByteSet known_first_bytes(std::string_view pattern, bool caseless) {
  ByteSet bits;
  bits.fill(0xFF);
  int error = 0;
  PCRE2_SIZE offset = 0;
  const CodePtr code = compile(pattern, options_for(caseless), error, offset);
  if (!code) return bits;
  std::uint32_t type = 0;
  pcre2_pattern_info(code.get(), PCRE2_INFO_FIRSTCODETYPE, &type);
  if (type == 1) {
    std::uint32_t unit = 0;
    pcre2_pattern_info(code.get(), PCRE2_INFO_FIRSTCODEUNIT, &unit);
    bits.fill(0);
    set_both_cases(bits, unit);
    return bits;
  }
  const std::uint8_t* map = nullptr;
  pcre2_pattern_info(code.get(), PCRE2_INFO_FIRSTBITMAP, &map);
  if (map != nullptr) std::copy(map, map + bits.size(), bits.begin());
  return bits;
}

// Whether a match may begin with this character: tried with nothing, a letter and a blank before
// it, which is all that word boundaries and negative lookbehinds can ask for.
bool may_begin_with(const pcre2_code* code, std::string_view character) {
  for (const std::string_view before : {"", "a", " "}) {
    const std::string subject = std::string(before) + std::string(character);
    const int result =
        pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(),
                    before.size(), PCRE2_PARTIAL_HARD, match_data(), match_limits());
    if (result != PCRE2_ERROR_NOMATCH) return true;
  }
  return false;
}

bool may_begin_with_lead(const pcre2_code* code, std::uint32_t lead) {
  for (std::uint32_t tail = 0x80; tail < 0xC0; ++tail) {
    const std::array<char, 2> character = {static_cast<char>(lead), static_cast<char>(tail)};
    if (may_begin_with(code, {character.data(), character.size()})) return true;
  }
  return false;
}

// PCRE2 gives up at \p{L} and the like, so the bytes that matter most are tried out.
ByteSet first_bytes(const pcre2_code* code, std::string_view pattern, bool caseless) {
  ByteSet bits = known_first_bytes(pattern, caseless);
  if (pattern.find("(?<=") != std::string_view::npos) return bits;
  if (pattern.find("(*") != std::string_view::npos) return bits;
  for (std::uint32_t byte = 0; byte < 0x80; ++byte) {
    const char character = static_cast<char>(byte);
    if (!may_begin_with(code, {&character, 1})) clear_bit(bits, byte);
  }
  for (std::uint32_t lead = 0xC3; lead <= 0xC6; ++lead) {
    if (!may_begin_with_lead(code, lead)) clear_bit(bits, lead);
  }
  return bits;
}

std::vector<PatternGroup> named_groups(const pcre2_code* code) {
  std::uint32_t count = 0;
  std::uint32_t size = 0;
  PCRE2_SPTR table = nullptr;
  pcre2_pattern_info(code, PCRE2_INFO_NAMECOUNT, &count);
  pcre2_pattern_info(code, PCRE2_INFO_NAMEENTRYSIZE, &size);
  pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, &table);
  std::vector<PatternGroup> groups;
  for (std::uint32_t i = 0; i < count; ++i) {
    const PCRE2_SPTR row = table + std::size_t{i} * size;
    const std::uint32_t number = (std::uint32_t{row[0]} << 8) | row[1];
    groups.push_back({reinterpret_cast<const char*>(row + 2), number});
  }
  return groups;
}

std::vector<std::uint8_t> serialize(const pcre2_code* code) {
  std::uint8_t* bytes = nullptr;
  PCRE2_SIZE size = 0;
  if (pcre2_serialize_encode(&code, 1, &bytes, &size, nullptr) != 1) return {};
  std::vector<std::uint8_t> result(bytes, bytes + size);
  pcre2_serialize_free(bytes);
  return result;
}

pcre2_code* restore(const StoredPattern& stored) {
  pcre2_code* code = nullptr;
  if (!stored.code.empty() && pcre2_serialize_decode(&code, 1, stored.code.data(), nullptr) == 1) {
    return code;
  }
  int error = 0;
  PCRE2_SIZE offset = 0;
  return compile(stored.pattern, options_for(stored.caseless) | PCRE2_ANCHORED, error, offset)
      .release();
}

}  // namespace

CompiledPattern compile_pattern(std::string_view pattern, bool caseless) {
  CompiledPattern result;
  int error = 0;
  PCRE2_SIZE offset = 0;
  const CodePtr code = compile(pattern, options_for(caseless) | PCRE2_ANCHORED, error, offset);
  if (!code) {
    result.error = error_text(error);
    result.error_offset = offset;
    return result;
  }
  std::uint32_t may_be_empty = 0;
  pcre2_pattern_info(code.get(), PCRE2_INFO_MATCHEMPTY, &may_be_empty);
  pcre2_pattern_info(code.get(), PCRE2_INFO_CAPTURECOUNT, &result.group_count);
  result.ok = true;
  result.may_be_empty = may_be_empty != 0;
  result.groups = named_groups(code.get());
  result.first_bytes = first_bytes(code.get(), pattern, caseless);
  result.code = serialize(code.get());
  return result;
}

GroupSpan PatternResult::group(std::uint32_t number) const {
  if (number >= count || offsets[2 * number] == PCRE2_UNSET) return {};
  return {offsets[2 * number], offsets[2 * number + 1], true};
}

PatternCode::~PatternCode() {
  pcre2_code_free(static_cast<pcre2_code*>(plain_.load()));
  pcre2_code_free(static_cast<pcre2_code*>(fast_.load()));
}

void* PatternCode::code_for(const StoredPattern& stored) {
  void* code = plain_.load(std::memory_order_acquire);
  if (code != nullptr) return code;
  void* made = restore(stored);
  if (plain_.compare_exchange_strong(code, made, std::memory_order_acq_rel)) return made;
  pcre2_code_free(static_cast<pcre2_code*>(made));
  return code;
}

// Machine code goes into a copy, since others may be matching with the original.
void* PatternCode::make_fast(void* code) {
  pcre2_code* copy = pcre2_code_copy(static_cast<pcre2_code*>(code));
  if (copy == nullptr) return code;
  if (pcre2_jit_compile(copy, PCRE2_JIT_COMPLETE) != 0) {
    pcre2_code_free(copy);
    return code;
  }
  void* none = nullptr;
  if (fast_.compare_exchange_strong(none, copy, std::memory_order_acq_rel)) return copy;
  pcre2_code_free(copy);
  return none;
}

PatternResult PatternCode::match(const StoredPattern& stored, std::string_view subject,
                                 std::size_t at, bool to_the_end) {
  void* code = fast_.load(std::memory_order_acquire);
  if (code == nullptr) {
    code = code_for(stored);
    if (code == nullptr) return {PatternResult::Outcome::kLimit, nullptr, 0};
    const std::uint32_t tries = tries_.fetch_add(1, std::memory_order_relaxed);
    if (tries == kTriesBeforeFast) code = make_fast(code);
  }
  pcre2_match_data* data = match_data();
  const std::uint32_t options = PCRE2_NO_UTF_CHECK | (to_the_end ? PCRE2_ENDANCHORED : 0U);
  const auto run = [&](std::uint32_t more) {
    return pcre2_match(static_cast<pcre2_code*>(code), reinterpret_cast<PCRE2_SPTR>(subject.data()),
                       subject.size(), at, options | more, data, match_limits());
  };
  int count = run(0);
  if (count == PCRE2_ERROR_JIT_STACKLIMIT) count = run(PCRE2_NO_JIT);
  if (count == PCRE2_ERROR_NOMATCH) return {};
  if (count < 0) return {PatternResult::Outcome::kLimit, nullptr, 0};
  return {PatternResult::Outcome::kYes, pcre2_get_ovector_pointer(data),
          static_cast<std::uint32_t>(count)};
}

}  // namespace scp
