// encodingc: encodings/*.yaml to constant tables in C++.
//
//     encodingc OUT.inc DIR
//
// Everything wrong goes to standard error as `path:line: error: …`; then nothing is written and the
// exit status is 2.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

int problems = 0;
std::string current_file;

void complain(const YAML::Node& at, const std::string& what) {
  std::cerr << current_file << ":" << at.Mark().line + 1 << ": error: " << what << "\n";
  ++problems;
}

YAML::Node load(const std::string& folder, const std::string& name) {
  current_file = folder + "/" + name;
  return YAML::LoadFile(current_file);
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

std::vector<char32_t> code_points(const std::string& text) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0x7F >> length);
    for (int k = 1; k < length && i + k < text.size(); ++k) c = c << 6 | (text[i + k] & 0x3F);
    out.push_back(c);
    i += length;
  }
  return out;
}

char32_t only_letter(const YAML::Node& node) {
  const auto points = code_points(node.Scalar());
  if (points.size() != 1 || points[0] > 0xFFFF)
    complain(node, "'" + node.Scalar() + "' is no letter");
  return points.empty() ? 0 : points[0];
}

unsigned hex(const YAML::Node& node, const std::string& text, unsigned most) {
  std::size_t end = 0;
  unsigned long value = 0;
  try {
    value = std::stoul(text, &end, 16);
  } catch (const std::exception&) {
    end = 0;
  }
  if (end != text.size() || value > most) complain(node, "'" + text + "' is no number in range");
  return static_cast<unsigned>(value & most);
}

char32_t unicode(const YAML::Node& node) {
  const std::string& text = node.Scalar();
  if (text.rfind("U+", 0) != 0) complain(node, "'" + text + "' is not written U+….");
  return hex(node, text.substr(std::min<std::size_t>(2, text.size())), 0xFFFF);
}

struct Pair {
  unsigned bytes;
  char32_t letter;
};

struct Legacy {
  std::string name;
  std::vector<char32_t> single = std::vector<char32_t>(256);
  std::set<unsigned> letters;
  std::set<unsigned> caseless;
  std::map<unsigned, char32_t> pairs;
  char32_t often_lost = 0;
  bool marks_of_either_case = false;
};

struct Name {
  std::string folded, enumerator;
};

struct Encodings {
  std::vector<std::string> list;
  std::vector<Name> names;
  std::vector<Legacy> legacy;
};

// kVniWindows for vni-windows.
std::string enumerator(const std::string& name) {
  std::string out = "k";
  char before = '-';
  for (const char c : name) {
    const bool first = before < 'a' || before > 'z';
    if (c != '-') out += first && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    before = c;
  }
  return out;
}

std::string folded(const std::string& name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c + 32);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

void add_names(const YAML::Node& entry, Encodings& out) {
  const std::string name = entry["name"].Scalar();
  out.list.push_back(name);
  std::vector<std::string> all{name};
  for (const YAML::Node& alias : entry["aliases"]) all.push_back(alias.Scalar());
  for (const std::string& one : all) {
    const bool known = std::any_of(out.names.begin(), out.names.end(),
                                   [&](const Name& n) { return n.folded == folded(one); });
    if (known) complain(entry, "'" + one + "' is there twice");
    out.names.push_back({folded(one), enumerator(name)});
  }
}

Encodings read_encodings(const YAML::Node& root) {
  Encodings out;
  for (const YAML::Node& entry : root["unicode"]) add_names(entry, out);
  for (const YAML::Node& entry : root["legacy"]) {
    add_names(entry, out);
    Legacy legacy;
    legacy.name = entry["name"].Scalar();
    for (unsigned byte = 0; byte < 256; ++byte) {
      legacy.single[byte] = byte < 0x80 || byte >= 0xA0 ? byte : 0xFFFD;
    }
    for (const auto& other : root["fallback"]) {
      legacy.single[hex(other.first, other.first.Scalar(), 0xFF)] = unicode(other.second);
    }
    for (const auto& other : entry["others"]) {
      legacy.single[hex(other.first, other.first.Scalar(), 0xFF)] = unicode(other.second);
    }
    if (entry["often_lost"]) legacy.often_lost = only_letter(entry["often_lost"]);
    if (entry["marks_of_either_case"]) legacy.marks_of_either_case = true;
    out.legacy.push_back(legacy);
  }
  return out;
}

void add_bytes(const YAML::Node& node, const std::string& text, char32_t letter, Legacy& legacy) {
  const auto bytes = words(text);
  if (bytes.size() == 1) {
    const unsigned byte = hex(node, bytes[0], 0xFF);
    // The small letter comes second in the file.
    if (!legacy.letters.insert(byte).second && legacy.single[byte] != letter) {
      legacy.caseless.insert(byte);
    }
    legacy.single[byte] = letter;
  } else if (bytes.size() == 2) {
    const unsigned both = hex(node, bytes[0], 0xFF) << 8 | hex(node, bytes[1], 0xFF);
    legacy.pairs[both] = letter;
    if (legacy.marks_of_either_case) legacy.pairs.emplace(both ^ 0x20U, letter);
  } else {
    complain(node, "'" + text + "' is neither one byte nor two");
  }
}

void read_letters(const YAML::Node& root, Encodings& out) {
  std::vector<Legacy*> columns;
  for (const YAML::Node& name : root["encodings"]) {
    const auto found = std::find_if(out.legacy.begin(), out.legacy.end(),
                                    [&](const Legacy& l) { return l.name == name.Scalar(); });
    if (found == out.legacy.end()) complain(name, "'" + name.Scalar() + "' is no legacy encoding");
    columns.push_back(found == out.legacy.end() ? nullptr : &*found);
  }
  for (const auto& row : root["letters"]) {
    const char32_t letter = only_letter(row.first);
    if (row.second.size() != columns.size()) complain(row.first, "a row of another length");
    for (std::size_t i = 0; i < std::min(row.second.size(), columns.size()); ++i) {
      std::string ways = row.second[i].Scalar() + "|";
      for (std::size_t at = 0, bar; columns[i] && (bar = ways.find('|', at)) != ways.npos;
           at = bar + 1) {
        add_bytes(row.first, ways.substr(at, bar - at), letter, *columns[i]);
      }
    }
  }
}

class Syllables {
 public:
  void read(const YAML::Node& root) {
    for (const char c : std::string("bcdghklmnpqrstvx")) add(static_cast<char32_t>(c), 0);
    for (const char32_t c : code_points(root["onsets"]["any"].Scalar())) {
      if (c > 0x7F) add(c, 0);
    }
    for (const YAML::Node& row : root["tones"]) read_tones(row);
    for (const std::string& word : words(root["front_vowels"].Scalar())) front_ |= bit(word);
    for (const std::string word : {"p", "t", "c", "h"}) stops_ |= bit(word);
    const std::pair<const char*, const char*> kinds[] = {
        {"any", "kAny"}, {"before_front_vowels", "kFront"}, {"before_other_vowels", "kOther"}};
    for (const auto& [key, name] : kinds) {
      for (const std::string& word : words(root["onsets"][key].Scalar())) {
        onsets_[key_of(root["onsets"], word)] = name;
      }
    }
    const std::pair<const char*, int> places[] = {{"any", 1}, {"without_onset", 2}, {"after_q", 4}};
    for (const auto& [key, flag] : places) {
      for (const std::string& word : words(root["rimes"][key].Scalar())) {
        rimes_[key_of(root["rimes"], word)] |= flag;
      }
    }
  }

  void print(std::ostream& out) const {
    out << "constexpr SyllableLetter kSyllableLetters[] = {\n";
    for (const auto& [letter, value] : letters_) {
      out << "{" << static_cast<std::uint32_t>(letter) << "," << value.first << "," << value.second
          << "},\n";
    }
    out << "};\nconstexpr Onset kOnsets[] = {\n";
    for (const auto& [key, name] : onsets_) out << "{" << key << ",Onset::" << name << "},\n";
    out << "};\nconstexpr Rime kRimes[] = {\n";
    for (const auto& [key, where] : rimes_) out << "{" << key << "," << where << "},\n";
    out << "};\nconstexpr std::uint32_t kFrontVowels = " << front_ << "U;\n"
        << "constexpr std::uint32_t kVowels = " << vowels_ << "U;\n"
        << "constexpr std::uint32_t kShapedVowels = " << shaped_ << "U;\n"
        << "constexpr std::uint32_t kStopEndings = " << stops_ << "U;\n";
  }

 private:
  void add(char32_t letter, int tone) {
    if (tone == 0) ++last_;
    letters_[letter] = {last_, tone};
  }

  void read_tones(const YAML::Node& row) {
    const auto toned = words(row.Scalar());
    if (toned.size() != 6) complain(row, "a vowel has six tones");
    for (std::size_t tone = 0; tone < toned.size(); ++tone) {
      add(code_points(toned[tone]).at(0), static_cast<int>(tone));
    }
    vowels_ |= 1U << last_;
    if (code_points(toned[0]).at(0) > 0x7F) shaped_ |= 1U << last_;
  }

  std::uint32_t bit(const std::string& letter) {
    return 1U << letters_[code_points(letter).at(0)].first;
  }

  std::uint32_t key_of(const YAML::Node& at, const std::string& word) {
    std::uint32_t key = 0;
    for (const char32_t c : code_points(word)) {
      if (letters_.count(c) == 0) complain(at, "'" + word + "' has a letter without a number");
      key = key << 5 | static_cast<std::uint32_t>(letters_[c].first);
    }
    return key;
  }

  std::map<char32_t, std::pair<int, int>> letters_;
  std::map<std::uint32_t, std::string> onsets_;
  std::map<std::uint32_t, int> rimes_;
  std::uint32_t front_ = 0, vowels_ = 0, shaped_ = 0, stops_ = 0;
  int last_ = 0;
};

void print_set(const std::set<unsigned>& bytes, std::ostream& out) {
  std::uint64_t sets[4] = {};
  for (const unsigned byte : bytes) sets[byte >> 6] |= std::uint64_t{1} << (byte & 63);
  out << "{{";
  for (const std::uint64_t set : sets) out << set << "U,";
  out << "}}";
}

void print_encodings(const Encodings& encodings, std::ostream& out) {
  out << "constexpr std::string_view kEncodingList[] = {\n";
  for (const std::string& name : encodings.list) out << "\"" << name << "\",\n";
  out << "};\nconstexpr EncodingName kEncodingNames[] = {\n";
  for (const Name& name : encodings.names) {
    out << "{\"" << name.folded << "\", Encoding::" << name.enumerator << "},\n";
  }
  out << "};\n";
  for (const Legacy& legacy : encodings.legacy) {
    out << "constexpr std::array<LetterPair, " << legacy.pairs.size() << "> "
        << enumerator(legacy.name) << "Pairs = {{\n";
    for (const auto& [bytes, letter] : legacy.pairs) {
      out << "{" << bytes << "," << static_cast<std::uint32_t>(letter) << "},\n";
    }
    out << "}};\n";
  }
  out << "constexpr Legacy kLegacy[] = {\n";
  for (const Legacy& legacy : encodings.legacy) {
    out << "{Encoding::" << enumerator(legacy.name) << ", {";
    for (const char32_t c : legacy.single) out << static_cast<std::uint32_t>(c) << ",";
    out << "},\n";
    print_set(legacy.letters, out);
    out << ",";
    print_set(legacy.caseless, out);
    out << "," << enumerator(legacy.name) << "Pairs,"
        << static_cast<std::uint32_t>(legacy.often_lost) << "},\n";
  }
  out << "};\n";
}

void print_lookalikes(const YAML::Node& root, std::ostream& out) {
  std::map<char32_t, char32_t> letters;
  for (const auto& row : root["letters"]) {
    for (const char32_t c : code_points(row.second.Scalar())) {
      if (!letters.emplace(c, only_letter(row.first)).second) complain(row.first, "a letter twice");
    }
  }
  out << "constexpr Lookalike kLookalikes[] = {\n";
  for (const auto& [letter, latin] : letters) {
    out << "{" << static_cast<std::uint32_t>(letter) << "," << static_cast<std::uint32_t>(latin)
        << "},\n";
  }
  out << "};\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: encodingc OUT.inc DIR\n";
    return 2;
  }
  std::ostringstream out;
  out << "// Generated from encodings/*.yaml by encodingc.\n";
  try {
    Encodings encodings = read_encodings(load(argv[2], "encodings.yaml"));
    read_letters(load(argv[2], "letters.yaml"), encodings);
    print_encodings(encodings, out);
    Syllables syllables;
    syllables.read(load(argv[2], "syllables.yaml"));
    syllables.print(out);
    print_lookalikes(load(argv[2], "lookalikes.yaml"), out);
  } catch (const YAML::Exception& e) {
    std::cerr << current_file << ":" << e.mark.line + 1 << ": error: " << e.msg << "\n";
    return 2;
  }
  if (problems != 0) return 2;
  std::ofstream(argv[1], std::ios::binary) << out.str();
  return 0;
}
