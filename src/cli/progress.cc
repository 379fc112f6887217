#include "cli/progress.h"

#include <string>

#include "cli/render.h"
#include "cli/terminal.h"

namespace scp::cli {
namespace {

constexpr std::string_view kClearLine = "\r\x1b[K";
constexpr std::string_view kNoWrap = "\x1b[?7l";  // a long line is cut by the terminal
constexpr std::string_view kWrap = "\x1b[?7h";
constexpr auto kPause = std::chrono::milliseconds(100);

}  // namespace

void Progress::show(std::size_t number, std::string_view path) {
  const Clock::time_point now = Clock::now();
  if (!enabled_ || now - last_ < kPause) return;
  last_ = now;
  shown_ = true;
  std::string line = "[" + std::to_string(number) + "/" + std::to_string(total_) + "] ";
  const std::string name = excerpt(path, 0, 0);
  line += name.substr(0, name.find('\n'));
  print_error(std::string(kClearLine) + std::string(kNoWrap) + line + std::string(kWrap));
}

void Progress::clear() {
  if (shown_) print_error(kClearLine);
  shown_ = false;
}

}  // namespace scp::cli
