// grammarc: grammar files to an image and the assembly that puts it into the program.
//
//     grammarc --image OUT.bin --files OUT.txt --assembly OUT.S --symbol NAME DIR
//     grammarc --check DIR
//
// Every problem goes to standard error as `path:line:column: error: …`; then nothing is written and
// the exit status is 2.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "grammar/compile.h"

namespace {

struct Arguments {
  std::map<std::string, std::string> options;
  std::string directory;
  bool good = true;
};

Arguments read_arguments(const std::vector<std::string>& words) {
  Arguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--check") {
      arguments.options[word] = "yes";
    } else if (word == "--image" || word == "--files" || word == "--assembly" ||
               word == "--symbol") {
      if (++i < words.size()) arguments.options[word] = words[i];
    } else if (arguments.directory.empty() && word.rfind("--", 0) != 0) {
      arguments.directory = word;
    } else {
      arguments.good = false;
    }
  }
  const std::size_t wanted = arguments.options.count("--check") != 0 ? 1 : 4;
  arguments.good =
      arguments.good && !arguments.directory.empty() && arguments.options.size() == wanted;
  return arguments;
}

void print(const scp::Problems& problems) {
  for (const scp::Problem& problem : problems) {
    std::string place = problem.file;
    if (problem.line != 0) {
      place += ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
    }
    std::fprintf(stderr, "%s: error: %s [%s]\n", place.c_str(), problem.message.c_str(),
                 problem.code.c_str());
    if (!problem.excerpt.empty()) std::fprintf(stderr, "%s\n", problem.excerpt.c_str());
  }
  std::fprintf(stderr, "%zu problem%s\n", problems.size(), problems.size() == 1 ? "" : "s");
}

std::string included(const std::string& symbol, const std::string& file) {
  const std::string path = std::filesystem::absolute(file).string();
  std::string text;
  for (const std::string& name : {symbol, symbol + "_end"}) text += "    .global " + name + "\n";
  text += "    .balign 64\n" + symbol + ":\n    .incbin \"" + path + "\"\n";
  return text + symbol + "_end:\n    .byte 0\n";
}

std::string assembly(const std::string& symbol, const std::string& image,
                     const std::string& files) {
  return "    .section .rodata\n" + included(symbol, image) + included(symbol + "_files", files) +
         "    .section .note.GNU-stack,\"\",%progbits\n";
}

// The files themselves, over which those of users are laid (see builtin_grammar_files).
std::string joined(const std::vector<scp::GrammarFile>& files) {
  std::string text;
  for (const scp::GrammarFile& file : files) {
    text += file.name + "\n" + std::to_string(file.text.size()) + "\n" + file.text;
  }
  return text;
}

bool write(const std::string& path, const char* data, std::size_t size) {
  std::ofstream file(path, std::ios::binary);
  file.write(data, static_cast<std::streamsize>(size));
  file.close();
  if (!file) std::fprintf(stderr, "%s: error: cannot be written\n", path.c_str());
  return static_cast<bool>(file);
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments = read_arguments({argv + 1, argv + argc});
  if (!arguments.good) {
    std::fputs(
        "usage: grammarc --image OUT.bin --files OUT.txt --assembly OUT.S --symbol NAME DIR\n"
        "       grammarc --check DIR\n",
        stderr);
    return 2;
  }
  const auto files = scp::read_grammar_files(arguments.directory);
  if (!files) return print(files.problems()), 2;
  const auto image = scp::compile(*files);
  if (!image) return print(image.problems()), 2;
  if (arguments.options.count("--check") != 0) return 0;
  const std::string& image_path = arguments.options["--image"];
  const std::string& files_path = arguments.options["--files"];
  const std::string text = assembly(arguments.options["--symbol"], image_path, files_path);
  const std::string sources = joined(*files);
  const bool written =
      write(image_path, reinterpret_cast<const char*>(image->data()), image->size()) &&
      write(files_path, sources.data(), sources.size()) &&
      write(arguments.options["--assembly"], text.data(), text.size());
  return written ? 0 : 1;
}
