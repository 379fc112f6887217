// What the harnesses share: a promise that is broken ends the process, so that libFuzzer keeps the
// input.
#ifndef SCPPARSE_FUZZ_REQUIRE_H_
#define SCPPARSE_FUZZ_REQUIRE_H_

#include <cstdio>
#include <cstdlib>

namespace fuzz {

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace fuzz

#endif  // SCPPARSE_FUZZ_REQUIRE_H_
