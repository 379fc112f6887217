#include "cli/memory.h"

#include <malloc.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace scp::cli {
namespace {

constexpr std::size_t kMiB = std::size_t{1} << 20;
constexpr std::size_t kLarge = 2 * kMiB;  // of a large page

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)

std::uintptr_t address_of(const void* block) {
  return reinterpret_cast<std::uintptr_t>(block);
}

// The next `size` bytes of the heap, a multiple of large pages, become such. What lies before the
// first of them stays out of use; it is never touched, so it takes no memory.
void enlarge_pages(std::size_t size) {
  constexpr std::size_t kMargin = 8192;  // where the heap writes down what it knows of its end
  void* const whole = std::malloc(size + kLarge + 3 * kMargin);
  if (whole == nullptr) return;
  const std::uintptr_t start = address_of(whole);
  const std::uintptr_t begin = (start + 2 * kMargin + kLarge - 1) / kLarge * kLarge;
  std::free(whole);
  static void* gap;  // held for good
  gap = std::malloc(begin - start - kMargin);
  void* const block = address_of(gap) == start ? std::malloc(size + 2 * kMargin) : nullptr;
  const bool inside = block != nullptr && address_of(block) <= begin &&
                      address_of(block) + size + 2 * kMargin >= begin + size;
  if (inside) madvise(reinterpret_cast<void*>(begin), size, MADV_HUGEPAGE);
  std::free(block);
  if (inside) return;
  std::free(gap);
  gap = nullptr;
}

#endif

}  // namespace

void hold_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, static_cast<int>(kMiB));  // growing vectors leave no holes
  mallopt(M_TRIM_THRESHOLD, static_cast<int>(64 * kMiB));
  mallopt(M_TOP_PAD, static_cast<int>(kMiB));
#endif
}

void use_large_pages_for(const std::string& path) {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
  constexpr std::size_t kForEachByte = 24;  // measured on plans of 20 to 60 KiB
  constexpr std::size_t kWorthIt = kMiB / 2;
  constexpr std::size_t kMost = 12 * kLarge;
  struct stat info = {};
  if (stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return;
  const auto bytes = std::min(static_cast<std::size_t>(info.st_size), kMost / kForEachByte);
  const std::size_t size = bytes * kForEachByte;
  if (size < kWorthIt) return;
  mallopt(M_MMAP_THRESHOLD, static_cast<int>(32 * kMiB));
  enlarge_pages((size + kLarge - 1) / kLarge * kLarge);
  mallopt(M_MMAP_THRESHOLD, static_cast<int>(kMiB));
#else
  static_cast<void>(path);
#endif
}

}  // namespace scp::cli
