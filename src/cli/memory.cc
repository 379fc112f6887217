#include "cli/memory.h"

#include <malloc.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace scp::cli {
namespace {

constexpr std::size_t kMiB = std::size_t{1} << 20;

}  // namespace

void hold_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, static_cast<int>(kMiB));  // growing vectors leave no holes
  mallopt(M_TRIM_THRESHOLD, static_cast<int>(16 * kMiB));
  mallopt(M_TOP_PAD, static_cast<int>(kMiB));
#endif
}

void take_pages_for(const std::string& path) {
#ifdef MADV_POPULATE_WRITE
  constexpr std::size_t kForEachByte = 24;  // measured on plans of 20 to 60 KiB
  struct stat info = {};
  if (stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return;
  const std::size_t size = static_cast<std::size_t>(info.st_size) * kForEachByte;
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  if (static_cast<std::size_t>(info.st_size) > kMiB || size > kMiB || size < 4 * page) return;
  void* const block = std::malloc(size);  // stays with the heap when it is freed
  if (block == nullptr) return;
  const std::uintptr_t address = reinterpret_cast<std::uintptr_t>(block);
  const std::uintptr_t begin = (address + page - 1) / page * page;
  const std::uintptr_t end = (address + size) / page * page;
  madvise(reinterpret_cast<void*>(begin), end - begin, MADV_POPULATE_WRITE);
  std::free(block);
#else
  static_cast<void>(path);
#endif
}

}  // namespace scp::cli
