// Examples of the executable specification (tests/spec/*.md).
//
// An example is a fenced block `input` and the blocks that follow it up to the next one; each of
// these is headed by a list of the output and perhaps the fields to be shown (see describe.h). In
// an input, → stands for a tab. The heading above names the example. Kept by value.
#ifndef SCPPARSE_TESTS_SUPPORT_SPEC_EXAMPLE_H_
#define SCPPARSE_TESTS_SUPPORT_SPEC_EXAMPLE_H_

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace scp::testing {

struct SpecExpectation {
  std::string list;
  std::vector<std::string> fields;
  std::string text;
};

struct SpecExample {
  std::string name;  // file:line: heading
  std::string input;
  std::vector<SpecExpectation> expected;
};

inline std::string with_tabs(std::string text) {
  const std::string arrow = "\xE2\x86\x92";
  for (std::size_t at = text.find(arrow); at != std::string::npos; at = text.find(arrow, at)) {
    text.replace(at, arrow.size(), "\t");
  }
  return text;
}

inline void add_block(const std::string& info, const std::string& text, const std::string& name,
                      std::vector<SpecExample>& examples) {
  std::istringstream words(info);
  SpecExpectation block;
  words >> block.list;
  if (block.list == "input") {
    examples.push_back({name, with_tabs(text), {}});
    return;
  }
  if (examples.empty()) throw std::runtime_error(name + ": facts without an input");
  for (std::string field; words >> field;) block.fields.push_back(field);
  block.text = text;
  examples.back().expected.push_back(std::move(block));
}

inline std::vector<SpecExample> read_examples(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  std::vector<SpecExample> examples;
  std::string heading;
  std::string info;
  std::string text;
  bool inside = false;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const bool fence = line.substr(0, 3) == "```";
    if (fence && inside) {
      const std::string name = path.filename().string() + ":" + std::to_string(number) + ": ";
      if (!info.empty()) add_block(info, text, name + heading, examples);
      inside = false;
    } else if (fence) {
      info = line.substr(3);
      text.clear();
      inside = true;
    } else if (inside) {
      text += line + "\n";
    } else if (line.substr(0, 1) == "#") {
      heading = line.substr(line.find_first_not_of("# "));
    }
  }
  if (inside) throw std::runtime_error(path.string() + ": a block without end");
  return examples;
}

// Those of every file of a folder, in the order of their names.
inline std::vector<SpecExample> read_all_examples(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const bool about = entry.path().filename() == "README.md";
    if (entry.path().extension() == ".md" && !about) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<SpecExample> all;
  for (const auto& path : paths) {
    for (SpecExample& example : read_examples(path)) all.push_back(std::move(example));
  }
  return all;
}

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_SUPPORT_SPEC_EXAMPLE_H_
