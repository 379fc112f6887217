#include "cli/mirror.h"

#include <sys/stat.h>

#include <cerrno>
#include <map>
#include <set>

namespace scp::cli {
namespace {

// The path below the folder of results, with the ending of the input.
std::string full_name(const Input& input, const Inputs& inputs,
                      const std::vector<std::string>& names) {
  if (input.path == "-") return "stdin";
  if (names.size() == 1 || !inputs.is_folder[input.name]) return input.relative;
  std::string root = names[input.name];
  while (root.ends_with('/')) root.pop_back();
  root.erase(0, root.rfind('/') + 1);
  return root.empty() || root == "." || root == ".." ? input.relative : root + "/" + input.relative;
}

std::string without_ending(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  const std::size_t slash = name.rfind('/');
  const std::size_t first = slash == name.npos ? 0 : slash + 1;
  return dot == name.npos || dot <= first ? name : name.substr(0, dot);
}

using FileId = std::pair<dev_t, ino_t>;

// What results may not take the place of, and may not stand below.
class Taken {
 public:
  Taken(const Inputs& inputs, std::string folder) : folder_(std::move(folder)) {
    for (const Input& input : inputs.list) {
      struct stat info = {};
      if (stat(input.path.c_str(), &info) == 0) inputs_.emplace(info.st_dev, info.st_ino);
    }
  }

  bool is_input(const std::string& name) const {
    struct stat info = {};
    return stat((folder_ + "/" + name).c_str(), &info) == 0 &&
           inputs_.count({info.st_dev, info.st_ino}) != 0;
  }

  void add_folders_of(const std::string& name) {
    for (std::size_t at = name.find('/'); at != name.npos; at = name.find('/', at + 1)) {
      folders_.insert(name.substr(0, at));
    }
  }

  // False when the name is taken already.
  bool take(const std::string& name) {
    return folders_.count(name) == 0 && !is_input(name) && names_.insert(name).second;
  }

 private:
  std::string folder_;
  std::set<FileId> inputs_;
  std::set<std::string> folders_;
  std::set<std::string> names_;
};

}  // namespace

std::vector<std::string> mirror_names(const Inputs& inputs, const std::vector<std::string>& names,
                                      const std::string& folder, std::string_view ending) {
  Taken taken(inputs, folder);
  std::vector<std::string> full;
  std::map<std::string, std::size_t> times;
  for (const Input& input : inputs.list) {
    full.push_back(full_name(input, inputs, names));
    taken.add_folders_of(full.back());
    ++times[without_ending(full.back())];
  }
  std::vector<std::string> results;
  for (const std::string& name : full) {
    const std::string bare = without_ending(name);
    const bool alone = times[bare] == 1 && !taken.is_input(bare + std::string(ending));
    const std::string chosen = alone ? bare : name;
    std::string result = chosen + std::string(ending);
    for (std::size_t n = 2; !taken.take(result); ++n) {
      result = chosen + "~" + std::to_string(n) + std::string(ending);
    }
    results.push_back(std::move(result));
  }
  return results;
}

int make_folders_above(const std::string& path) {
  for (std::size_t at = path.find('/', 1); at != path.npos; at = path.find('/', at + 1)) {
    if (mkdir(path.substr(0, at).c_str(), 0777) != 0 && errno != EEXIST) return errno;
  }
  return 0;
}

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat one = {};
  struct stat other = {};
  return stat(a.c_str(), &one) == 0 && stat(b.c_str(), &other) == 0 && S_ISREG(one.st_mode) &&
         one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

}  // namespace scp::cli
