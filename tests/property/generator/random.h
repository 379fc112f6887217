// Numbers that are the same for a seed on every machine; a stream of its own for each purpose, so
// that switching one choice off leaves the others as they were.
#ifndef SCPPARSE_TESTS_PROPERTY_GENERATOR_RANDOM_H_
#define SCPPARSE_TESTS_PROPERTY_GENERATOR_RANDOM_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace scp::testing {

class Random {
 public:
  Random(std::uint64_t seed, std::string_view stream) : state_(seed * 0x9E3779B97F4A7C15ULL) {
    for (const char letter : stream) state_ = (state_ ^ static_cast<unsigned char>(letter)) * 31;
    next();
  }

  std::uint64_t next() {  // splitmix64
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  // From `low` to `high`, both included.
  int number(int low, int high) {
    return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool percent(int chance) { return number(1, 100) <= chance; }
  template <typename T>
  const T& pick(const std::vector<T>& list) {
    return list[next() % list.size()];
  }
  template <typename T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[next() % i]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_PROPERTY_GENERATOR_RANDOM_H_
