// Result<T>: a value, or every problem that stood in its way. Never both, never neither.
//
// Used for what stops work: an unreadable input, a broken grammar, a bad option. Problems inside a
// document are Findings, not Results.
#ifndef SCPPARSE_RESULT_H_
#define SCPPARSE_RESULT_H_

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace scp {

// One reason why work stopped. `code` is stable (not-found, is-directory, too-large, binary, pdf,
// docx, grammar-unknown-key …); line and column are 1-based, 0 where there is none.
struct Problem {
  std::string code;
  std::string message;     // English
  std::string message_vi;  // Vietnamese
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string excerpt;  // the line itself, with a caret line below it; may be empty
};

using Problems = std::vector<Problem>;

template <typename T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}              // NOLINT(google-explicit-constructor)
  Result(Problems problems) : state_(std::move(problems)) {  // NOLINT(google-explicit-constructor)
    assert(!std::get<Problems>(state_).empty());
  }
  Result(Problem problem)  // NOLINT(google-explicit-constructor)
      : state_(Problems{std::move(problem)}) {}

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }
  T& value() { return std::get<T>(state_); }
  const T& value() const { return std::get<T>(state_); }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Problems& problems() const { return std::get<Problems>(state_); }

 private:
  std::variant<T, Problems> state_;
};

}  // namespace scp

#endif  // SCPPARSE_RESULT_H_
