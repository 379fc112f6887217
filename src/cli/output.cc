#include "cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "cli/terminal.h"
#include "messages/system_error.h"

namespace scp::cli {
namespace {

Problem cannot(std::string_view code, MessageId id, const std::string& path, int error) {
  const auto say = [&](Lang lang) {
    return message(lang, id, {{"detail", std::string_view(describe_errno(lang, error))}});
  };
  return {.code = std::string(code),
          .message = say(Lang::kEn),
          .message_vi = say(Lang::kVi),
          .file = path};
}

// Where a name leads to, so that a symbolic link stays one.
std::string resolved(const std::string& path) {
  std::array<char, PATH_MAX> buffer{};
  return realpath(path.c_str(), buffer.data()) != nullptr ? std::string(buffer.data()) : path;
}

// The file to take away when the program is told to stop; one output is open at a time.
std::array<char, PATH_MAX> unfinished{};

void on_stop(int signal_number) {
  if (unfinished[0] != '\0') unlink(unfinished.data());
  std::signal(signal_number, SIG_DFL);
  std::raise(signal_number);
}

void remember_unfinished(const std::string& path) {
  if (path.size() >= unfinished.size()) return;
  std::copy_n(path.c_str(), path.size() + 1, unfinished.begin());
  for (const int stop : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before = {};
    if (sigaction(stop, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) {
      std::signal(stop, on_stop);
    }
  }
}

mode_t usual_mode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

Result<std::unique_ptr<Output>> Output::open(const std::string& path) {
  if (path.empty()) return std::unique_ptr<Output>(new Output(STDOUT_FILENO, path));
  const auto fail = [&](int error) {
    return cannot("output", MessageId::kOutputCannotOpen, path, error);
  };
  struct stat info = {};
  const bool exists = stat(path.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) return fail(EISDIR);
  if (exists && !S_ISREG(info.st_mode)) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) return fail(errno);
    return std::unique_ptr<Output>(new Output(fd, path));
  }
  if (exists && access(path.c_str(), W_OK) != 0) return fail(errno);
  const std::string target = exists ? resolved(path) : path;
  std::string temporary = target + ".XXXXXX";
  const int fd = mkostemp(temporary.data(), O_CLOEXEC);
  if (fd < 0) return fail(errno);
  remember_unfinished(temporary);
  std::unique_ptr<Output> output(new Output(fd, path));
  output->temporary_ = std::move(temporary);
  output->final_ = target;
  if (fchmod(fd, exists ? info.st_mode & 07777 : usual_mode()) != 0) return fail(errno);
  return output;
}

Output::~Output() {
  if (fd_ > STDERR_FILENO) close(fd_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
  unfinished[0] = '\0';
}

void Output::write(std::string_view bytes) {
  if (error_ == 0 && !write_all(fd_, bytes)) error_ = errno;
}

bool Output::to_terminal() const {
  return is_terminal(fd_);
}

Problems Output::finish() {
  if (fd_ > STDERR_FILENO) {
    // Some file systems report a full disk only here.
    if (close(fd_) != 0 && error_ == 0) error_ = errno;
    fd_ = -1;
  }
  if (error_ == 0 && !temporary_.empty()) {
    if (rename(temporary_.c_str(), final_.c_str()) == 0) {
      temporary_.clear();
      unfinished[0] = '\0';
    } else {
      error_ = errno;
    }
  }
  if (error_ == 0) return {};
  return {cannot("output", MessageId::kOutputCannotWrite, name_, error_)};
}

}  // namespace scp::cli
