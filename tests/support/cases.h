// Tables of cases: files of tab-separated fields under tests/spec/cases, one case per line. Lines
// that begin with # are remarks; the first other line names the fields. Read whole, kept by value.
#ifndef SCPPARSE_TESTS_SUPPORT_CASES_H_
#define SCPPARSE_TESTS_SUPPORT_CASES_H_

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace scp::testing {

using Case = std::map<std::string, std::string>;

inline std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == mark) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

inline std::string read_whole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline std::vector<Case> read_cases(const std::string& name) {
  std::vector<Case> cases;
  std::vector<std::string> fields;
  const std::string path = std::string(SCPPARSE_SOURCE_DIR) + "/tests/spec/cases/" + name;
  for (const std::string& line : split(read_whole(path), '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> values = split(line, '\t');
    if (fields.empty()) {
      fields = values;
      continue;
    }
    if (values.size() != fields.size()) throw std::runtime_error(path + ": " + line);
    Case made;
    for (std::size_t i = 0; i < fields.size(); ++i) made[fields[i]] = values[i];
    cases.push_back(std::move(made));
  }
  return cases;
}

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_SUPPORT_CASES_H_
