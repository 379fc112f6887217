// Turns messages/en.yaml and messages/vi.yaml into two C++ files: the enumeration MessageId and the
// table of sentences. Refuses files whose keys or {placeholders} differ, naming every difference.
// Further files hold what is the same in every language, such as pieces of documents.
#include <yaml-cpp/yaml.h>

#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Sentence {
  std::string text;
  int line = 0;
};
using Catalogue = std::map<std::string, Sentence>;

int problems = 0;

void complain(const std::string& file, int line, const std::string& what) {
  std::cerr << file << ":" << line << ": error: " << what << "\n";
  ++problems;
}

void collect(const std::string& file, const YAML::Node& node, const std::string& prefix,
             Catalogue& out) {
  for (const auto& pair : node) {
    const auto key = prefix + (prefix.empty() ? "" : ".") + pair.first.as<std::string>();
    const int line = pair.first.Mark().line + 1;
    if (pair.second.IsMap()) {
      collect(file, pair.second, key, out);
    } else if (!pair.second.IsScalar() || pair.second.Scalar().empty()) {
      complain(file, line, "'" + key + "' has no sentence");
    } else if (!out.emplace(key, Sentence{pair.second.Scalar(), line}).second) {
      complain(file, line, "'" + key + "' is there twice");
    }
  }
}

void read(const std::string& file, Catalogue& out) {
  try {
    collect(file, YAML::LoadFile(file), "", out);
  } catch (const YAML::Exception& e) {
    complain(file, e.mark.line + 1, e.msg);
  }
}

// The names between braces; "{{" stands for a brace.
std::set<std::string> placeholders(const std::string& file, const Sentence& sentence) {
  std::set<std::string> names;
  const std::string& s = sentence.text;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] != '{') continue;
    if (i + 1 < s.size() && s[i + 1] == '{') {
      ++i;
      continue;
    }
    const auto end = s.find('}', i);
    const auto name = end == std::string::npos ? "" : s.substr(i + 1, end - i - 1);
    if (name.empty() || name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != name.npos) {
      complain(file, sentence.line, "'{' that begins no placeholder; write '{{' for a brace");
      return names;
    }
    names.insert(name);
    i = end;
  }
  return names;
}

void compare(const std::string& en_file, const Catalogue& en, const std::string& vi_file,
             const Catalogue& vi) {
  for (const auto& [key, sentence] : vi) {
    if (!en.count(key)) complain(vi_file, sentence.line, "'" + key + "' is not in " + en_file);
  }
  for (const auto& [key, sentence] : en) {
    const auto other = vi.find(key);
    if (other == vi.end()) {
      complain(en_file, sentence.line, "'" + key + "' is not in " + vi_file);
    } else if (placeholders(en_file, sentence) != placeholders(vi_file, other->second)) {
      complain(vi_file, other->second.line,
               "'" + key + "' has other placeholders than in " + en_file);
    }
  }
}

std::string enumerator(const std::string& key) {
  std::string result = "k";
  bool upper = true;
  for (const char c : key) {
    if (c == '.' || c == '-' || c == '_') {
      upper = true;
    } else {
      result += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
      upper = false;
    }
  }
  return result;
}

std::string literal(const std::string& text) {
  std::ostringstream out;
  out << '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out << '\\' << c;
    } else if (byte < 0x20 || byte >= 0x7f) {
      const char octal[] = {'\\', static_cast<char>('0' + (byte >> 6)),
                            static_cast<char>('0' + ((byte >> 3) & 7)),
                            static_cast<char>('0' + (byte & 7)), '\0'};
      out << octal;
    } else {
      out << c;
    }
  }
  out << '"';
  return out.str();
}

// Leaves a file that would not change alone, so that nothing is compiled again because of it.
void write(const std::string& file, const std::string& text) {
  std::ifstream before(file, std::ios::binary);
  std::ostringstream old;
  old << before.rdbuf();
  if (before && old.str() == text) return;
  std::ofstream(file, std::ios::binary) << text;
}

std::string header(const Catalogue& en) {
  std::ostringstream out;
  out << "// Generated from messages/en.yaml by messagec.\n"
         "#ifndef SCPPARSE_MESSAGES_MESSAGE_ID_H_\n#define SCPPARSE_MESSAGES_MESSAGE_ID_H_\n\n"
         "#include <cstdint>\n\nnamespace scp {\n\nenum class MessageId : std::uint16_t {\n";
  for (const auto& [key, sentence] : en) out << "  " << enumerator(key) << ",\n";
  out << "};\n\n}  // namespace scp\n\n#endif  // SCPPARSE_MESSAGES_MESSAGE_ID_H_\n";
  return out.str();
}

std::string table(const Catalogue& en, const Catalogue& vi) {
  std::ostringstream out;
  out << "// Generated from messages/*.yaml by messagec: key, English, Vietnamese; sorted by "
         "key.\n";
  for (const auto& [key, sentence] : en) {
    out << "{" << literal(key) << ", " << literal(sentence.text) << ", " << literal(vi.at(key).text)
        << "},\n";
  }
  return out.str();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "usage: messagec OUT.h OUT.inc EN.yaml VI.yaml [COMMON.yaml…]\n";
    return 2;
  }
  Catalogue en;
  Catalogue vi;
  read(argv[3], en);
  read(argv[4], vi);
  if (problems == 0) compare(argv[3], en, argv[4], vi);
  for (int i = 5; i < argc && problems == 0; ++i) {
    read(argv[i], en);
    read(argv[i], vi);
  }
  if (problems != 0) return 2;
  write(argv[1], header(en));
  write(argv[2], table(en, vi));
  return 0;
}
