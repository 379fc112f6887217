// Damage that scanners, converters and hands do to a text, chosen by a seed: the same seed does the
// same damage on every machine. Pure.
#ifndef SCPPARSE_TESTS_SUPPORT_MUTATION_H_
#define SCPPARSE_TESTS_SUPPORT_MUTATION_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace scp::testing {

class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : random_(seed) {}

  std::string damage(const std::string& text) {
    std::vector<std::string> lines = lines_of(text);
    const std::size_t times = 1 + below(4);
    for (std::size_t i = 0; i < times; ++i) once(lines);
    std::string out;
    for (const std::string& line : lines) out += line;
    return out;
  }

 private:
  // std::uniform_int_distribution differs between libraries.
  std::size_t below(std::size_t count) { return count == 0 ? 0 : random_() % count; }

  static std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines(1);
    for (const char c : text) {
      lines.back() += c;
      if (c == '\n') lines.emplace_back();
    }
    return lines;
  }

  void once(std::vector<std::string>& lines) {
    const std::size_t at = below(lines.size());
    std::string& line = lines[at];
    const auto where = lines.begin() + static_cast<std::ptrdiff_t>(at);
    switch (below(10)) {
      case 0:
        lines.erase(where);
        if (lines.empty()) lines.emplace_back();
        break;
      case 1:
        lines.insert(where, line);
        break;
      case 2:
        std::swap(line, lines[below(lines.size())]);
        break;
      case 3:
        lines.insert(where, "\n" + std::to_string(below(30)) + "\n\n");
        break;
      case 4:
        line.insert(below(line.size() + 1), piece());
        break;
      case 5:
        line.erase(below(line.size() + 1), below(12));
        break;
      case 6:
        if (!line.empty()) line[below(line.size())] = static_cast<char>(below(256));
        break;
      case 7:
        lines.resize(at + 1);
        break;
      case 8:
        std::replace(line.begin(), line.end(), ' ', '\t');
        break;
      default:
        line.insert(below(line.size() + 1), "\n");
        break;
    }
  }

  std::string piece() {
    static constexpr std::array<std::string_view, 22> kPieces = {
        "**",       "*",        "<p>", "</p>",         "<br>", "&amp;", "\t",  "\xC2\xA0",
        "\xC2\xAD", "|",        "(",   "\r",           ")",    "; ",    "I. ", "1. ",
        "- ",       "31/02/20", "99%", "\xEF\xBB\xBF", "№",    "\xFF"};
    return std::string(kPieces[below(kPieces.size())]);
  }

  std::mt19937 random_;
};

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_SUPPORT_MUTATION_H_
