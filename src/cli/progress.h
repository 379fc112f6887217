// One line on a terminal that says how far the work is; it is taken away before anything else is
// printed and at the end. Shown a few times in a second at most.
#ifndef SCPPARSE_CLI_PROGRESS_H_
#define SCPPARSE_CLI_PROGRESS_H_

#include <chrono>
#include <cstddef>
#include <string_view>

namespace scp::cli {

class Progress {
 public:
  // Disabled, it does nothing.
  Progress(bool enabled, std::size_t total) : enabled_(enabled), total_(total) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::size_t number, std::string_view path);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool enabled_;
  bool shown_ = false;
  std::size_t total_;
  Clock::time_point last_{};
};

}  // namespace scp::cli

#endif  // SCPPARSE_CLI_PROGRESS_H_
