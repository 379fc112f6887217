// The words that documents are made of: vocabulary.yaml, and agencies, provinces and headers of
// columns from the lexicons of the built-in grammar. Read once; immutable.
#ifndef SCPPARSE_TESTS_PROPERTY_GENERATOR_VOCABULARY_H_
#define SCPPARSE_TESTS_PROPERTY_GENERATOR_VOCABULARY_H_

#include <map>
#include <string>
#include <vector>

namespace scp::testing {

using Fields = std::map<std::string, std::string>;

struct AgencyName {
  std::string written;
  std::string canonical;
};

struct Kind {
  Fields values;
  std::vector<std::string> lines;  // of the issuer in the header
};

struct Vocabulary {
  std::map<std::string, std::string> words;
  std::map<std::string, std::vector<std::string>> lists;
  std::vector<Kind> kinds;
  std::vector<std::string> titles;
  std::vector<Fields> deadlines;
  std::vector<Fields> goals;
  std::vector<Fields> indicators;
  std::vector<AgencyName> agencies;                         // every way to write each
  std::vector<Fields> provinces;                            // name, full_name
  std::map<std::string, std::vector<std::string>> headers;  // by role

  const std::string& word(const std::string& name) const { return words.at(name); }
  const std::vector<std::string>& list(const std::string& name) const { return lists.at(name); }
};

// `root` is the folder of the project. Throws where a file is not as it should be.
Vocabulary read_vocabulary(const std::string& root);

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_PROPERTY_GENERATOR_VOCABULARY_H_
