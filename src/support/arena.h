// Bump allocator for the strings of one document.
//
// Strings put here live until the arena dies and never move. Not thread-safe: one arena belongs to
// one parse. An empty result of put() is a non-null empty view, so it differs from "null".
#ifndef SCPPARSE_SUPPORT_ARENA_H_
#define SCPPARSE_SUPPORT_ARENA_H_

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace scp {

class Arena {
 public:
  std::string_view put(std::string_view text) {
    char* to = allocate(text.size());
    if (!text.empty()) std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
  }

 private:
  char* allocate(std::size_t size) {
    if (size > left_ || next_ == nullptr) {
      const std::size_t chunk = size > kChunk ? size : kChunk;
      chunks_.push_back(std::make_unique_for_overwrite<char[]>(chunk + 1));
      next_ = chunks_.back().get();
      left_ = chunk;
    }
    char* result = next_;
    next_ += size;
    left_ -= size;
    return result;
  }

  static constexpr std::size_t kChunk = 32 * 1024;
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace scp

#endif  // SCPPARSE_SUPPORT_ARENA_H_
