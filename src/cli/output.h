// Where results go: standard output, or a file that appears whole or not at all.
//
// A file is written beside its final place and renamed by finish(); without finish() nothing is
// left behind and an older file stays as it was. Devices and pipes are written to directly.
#ifndef SCPPARSE_CLI_OUTPUT_H_
#define SCPPARSE_CLI_OUTPUT_H_

#include <memory>
#include <string>
#include <string_view>

#include "scpparse/result.h"

namespace scp::cli {

class Output {
 public:
  // An empty path is standard output.
  static Result<std::unique_ptr<Output>> open(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view bytes);
  bool to_terminal() const;
  // Makes everything written so far final. No problems: all of it is there.
  Problems finish();

 private:
  Output(int fd, std::string name) : fd_(fd), name_(std::move(name)) {}

  int fd_;
  std::string name_;       // as given, for messages
  std::string temporary_;  // empty: written to directly
  std::string final_;
  int error_ = 0;
};

}  // namespace scp::cli

#endif  // SCPPARSE_CLI_OUTPUT_H_
