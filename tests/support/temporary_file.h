// For tests that hold our output against other people's programs: a file that goes away by itself,
// and what a command prints. A test fails where the command does.
#ifndef SCPPARSE_TESTS_SUPPORT_TEMPORARY_FILE_H_
#define SCPPARSE_TESTS_SUPPORT_TEMPORARY_FILE_H_

#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace scp::testing {

class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& text) {
    std::string name = (std::filesystem::temp_directory_path() / "scpparse-XXXXXX").string();
    const int descriptor = mkstemp(name.data());
    REQUIRE(descriptor >= 0);
    close(descriptor);
    path_ = name;
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

inline std::string output_of(const std::string& command) {
  std::FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string out;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    out.append(buffer.data(), got);
  }
  REQUIRE(pclose(pipe) == 0);
  return out;
}

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_SUPPORT_TEMPORARY_FILE_H_
