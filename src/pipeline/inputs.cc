#include "pipeline/inputs.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

#include "messages/messages.h"
#include "messages/system_error.h"
#include "pipeline/results.h"
#include "support/glob.h"

namespace scp {
namespace {

using FileId = std::pair<dev_t, ino_t>;

std::string_view last_part(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  return slash == path.npos || path.size() == 1 ? path : path.substr(slash + 1);
}

bool is_result(std::string_view path) {
  for (const std::string_view ending : {".json", ".ndjson", ".jsonl", ".yaml", ".yml", ".csv"}) {
    if (path.ends_with(ending)) return true;
  }
  return false;
}

bool matches_any(const std::vector<std::string>& globs, std::string_view relative) {
  return std::any_of(globs.begin(), globs.end(), [&](std::string_view glob) {
    if (glob.starts_with("./")) glob.remove_prefix(2);                  // as a shell completes it
    if (glob.size() > 1 && glob.ends_with('/')) glob.remove_suffix(1);  // a folder
    const bool whole = glob.find('/') != glob.npos;
    return matches_glob(glob, whole ? relative : last_part(relative));
  });
}

Problem problem_at(const std::string& path, std::string_view code, MessageId id, int error) {
  const auto say = [&](Lang lang) {
    const std::string detail = error == 0 ? "" : describe_errno(lang, error);
    return message(lang, id, {{"detail", detail}});
  };
  return {.code = std::string(code),
          .message = say(Lang::kEn),
          .message_vi = say(Lang::kVi),
          .file = path};
}

class Walk {
 public:
  Walk(const WalkOptions& options, std::vector<Input>& list) : options_(options), list_(list) {
    struct stat info = {};
    if (options.skip.empty() || stat(options.skip.c_str(), &info) != 0) return;
    if (S_ISDIR(info.st_mode)) seen_.insert(id(info));
    if (S_ISREG(info.st_mode) && is_result(options.skip)) result_ = id(info);
  }

  void folder(const std::string& name, std::size_t index, const struct stat& info) {
    name_ = index;
    const std::size_t before = list_.size();
    seen_.insert(id(info));
    enter(name, "");
    if (list_.size() == before) {
      add(name, "", problem_at(name, "no-files", MessageId::kSourceNoFiles, 0));
    }
  }

 private:
  static FileId id(const struct stat& info) { return {info.st_dev, info.st_ino}; }

  void add(const std::string& path, const std::string& relative, std::optional<Problem> problem) {
    const std::string shown = relative.empty() ? std::string(last_part(path)) : relative;
    list_.push_back({path, shown, name_, std::move(problem)});
  }

  static int names_in(const std::string& path, std::vector<std::string>& names) {
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(opendir(path.c_str()), closedir);
    if (folder == nullptr) return errno;
    errno = 0;
    while (const dirent* entry = readdir(folder.get())) {
      if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
      errno = 0;
    }
    std::sort(names.begin(), names.end());
    return errno;
  }

  void enter(const std::string& path, const std::string& relative) {
    std::vector<std::string> names;
    const int error = names_in(path, names);
    for (const std::string& name : names) {
      visit(path + (path.ends_with('/') ? "" : "/") + name,
            relative.empty() ? name : relative + "/" + name);
    }
    if (error == 0) return;
    add(path, relative, problem_at(path, "not-readable", MessageId::kSourceNotReadable, error));
  }

  void visit(const std::string& path, const std::string& relative) {
    if (matches_any(options_.exclude, relative)) return;
    struct stat info = {};
    // A link that leads nowhere is left to the reader, which says so.
    const bool known = stat(path.c_str(), &info) == 0;
    if (known && S_ISDIR(info.st_mode)) {
      if (seen_.insert(id(info)).second) enter(path, relative);
      return;
    }
    if (known && (!S_ISREG(info.st_mode) || id(info) == result_)) return;
    if (is_result(path) && was_written_here(path)) return;
    if (!options_.include.empty() && !matches_any(options_.include, relative)) return;
    add(path, relative, std::nullopt);
  }

  const WalkOptions& options_;
  std::vector<Input>& list_;
  std::set<FileId> seen_;
  std::optional<FileId> result_;  // of an earlier run
  std::size_t name_ = 0;
};

}  // namespace

Inputs find_inputs(const std::vector<std::string>& names, const WalkOptions& options) {
  Inputs inputs;
  for (std::size_t i = 0; i < names.size(); ++i) {
    struct stat info = {};
    const bool folder =
        names[i] != "-" && stat(names[i].c_str(), &info) == 0 && S_ISDIR(info.st_mode);
    inputs.is_folder.push_back(folder);
    if (folder) {
      Walk(options, inputs.list).folder(names[i], i, info);
    } else {
      inputs.list.push_back({names[i], std::string(last_part(names[i])), i, std::nullopt});
    }
  }
  return inputs;
}

}  // namespace scp
