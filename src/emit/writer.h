// Turns a sequence of values into text. The walker says what comes next; a writer says how it
// looks.
//
// A writer appends to a string that the caller owns and keeps no copy of what it is given. After
// the outermost end_object() or end_array() the text is complete, without a line end. In an object
// each value follows its key(). Not shared between threads.
#ifndef SCPPARSE_EMIT_WRITER_H_
#define SCPPARSE_EMIT_WRITER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace scp::emitting {

// How an object or array is laid out where the format has a choice.
enum class Layout : std::uint8_t { kBlock, kLine };

struct NamedNumber {
  std::string_view name;  // as in Writer::key()
  std::uint32_t value = 0;
};

class Writer {
 public:
  virtual ~Writer() = default;
  Writer() = default;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  virtual void begin_object(Layout layout) = 0;
  virtual void end_object() = 0;
  virtual void begin_array(Layout layout) = 0;
  virtual void end_array() = 0;
  // `name` is a plain word: ASCII letters, digits, `_`, `$`.
  virtual void key(std::string_view name) = 0;
  virtual void string(std::string_view text) = 0;
  virtual void integer(std::uint64_t value) = 0;
  virtual void number(double value) = 0;
  virtual void boolean(bool value) = 0;
  virtual void null() = 0;
  // An object of numbers in one line; half of all that is written are places, so a writer may know
  // a shorter way.
  virtual void numbers(std::span<const NamedNumber> members);
};

class JsonWriter final : public Writer {
 public:
  using Take = std::function<void(std::string_view)>;

  // With `take`, what has gathered in `out` is given to it from time to time, and removed.
  JsonWriter(std::string& out, bool pretty, const Take* take = nullptr)
      : out_(out), take_(take), pretty_(pretty) {}

  void begin_object(Layout layout) override { begin('{', layout); }
  void end_object() override { end('}'); }
  void begin_array(Layout layout) override { begin('[', layout); }
  void end_array() override { end(']'); }
  void key(std::string_view name) override;
  void string(std::string_view text) override;
  void integer(std::uint64_t value) override;
  void number(double value) override;
  void boolean(bool value) override;
  void null() override;
  void numbers(std::span<const NamedNumber> members) override;

 private:
  void begin(char bracket, Layout layout);
  void end(char bracket);
  void before_value();
  void after_value();
  void separate();
  void break_line();
  char* room(std::size_t size);  // at most as much as is held
  void put(std::string_view text);
  void put(char byte);
  void flush();

  static constexpr std::size_t kPiece = std::size_t{16} << 10;  // bytes

  std::string& out_;
  const Take* take_;
  std::array<char, 4096> held_;  // the first used_ are written and not yet in out_
  std::size_t used_ = 0;
  bool pretty_;
  bool first_ = true;  // nothing stands in the innermost object or array yet
  bool after_key_ = false;
  std::uint32_t depth_ = 0;
  std::uint32_t line_depth_ = 0;  // how many of these are laid out in one line
};

// Block style, with double quotes around whatever another reader could take for something else.
class YamlWriter final : public Writer {
 public:
  explicit YamlWriter(std::string& out) : out_(out) {}

  void begin_object(Layout layout) override { begin(false, layout); }
  void end_object() override { end(); }
  void begin_array(Layout layout) override { begin(true, layout); }
  void end_array() override { end(); }
  void key(std::string_view name) override;
  void string(std::string_view text) override;
  void integer(std::uint64_t value) override;
  void number(double value) override;
  void boolean(bool value) override;
  void null() override;

 private:
  struct Level {
    bool array = false;
    bool line = false;
    bool empty = true;
    bool on_dash = false;  // its first entry stands on the line of the dash above
    std::uint32_t indent = 0;
  };
  void begin(bool array, Layout layout);
  void end();
  void before_entry();
  void before_scalar();

  std::string& out_;
  std::vector<Level> levels_;
};

// Shared by the writers.
void append_integer(std::uint64_t value, std::string& out);
// Shortest decimal form without exponent that reads back as the same value; `null` for what is no
// finite number.
void append_number(double value, std::string& out);
// In double quotes, valid as a JSON string and as a YAML one.
void append_json_string(std::string_view text, std::string& out);
// Whether a JSON string is the text as it is, between quotes.
bool is_plain_json(std::string_view text);
void append_yaml_string(std::string_view text, std::string& out);
// Whether a YAML 1.1 or 1.2 reader takes the unquoted text for exactly this string.
bool is_plain_yaml(std::string_view text);

}  // namespace scp::emitting

#endif  // SCPPARSE_EMIT_WRITER_H_
