#include "cli/mirror.h"

#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace scp::cli {
namespace {

using Names = std::vector<std::string>;

// The results of files found below one folder, none of which is there.
Names results_of(const Names& relative) {
  Inputs inputs;
  inputs.is_folder = {true};
  for (const std::string& name : relative) inputs.list.push_back({"none/" + name, name, 0, {}});
  return mirror_names(inputs, {"none"}, "no-such-folder", ".json");
}

TEST_CASE("results stand as the inputs do, with another ending") {
  CHECK(results_of({"a.txt", "sub/b.txt", "sub/c", ".d", "e.tar.gz"}) ==
        Names{"a.json", "sub/b.json", "sub/c.json", ".d.json", "e.tar.json"});
}

TEST_CASE("inputs that would meet keep their endings, and what still meets is counted") {
  CHECK(results_of({"a.md", "a.txt", "b.txt"}) == Names{"a.md.json", "a.txt.json", "b.json"});
  CHECK(results_of({"a", "a.txt", "a.txt.md"}) == Names{"a.json", "a.txt.json", "a.txt~2.json"});
}

TEST_CASE("no result takes the name of a folder of results") {
  CHECK(results_of({"a.json/x.txt", "a.txt"}) == Names{"a.json/x.json", "a~2.json"});
}

TEST_CASE("several names: the last part of a folder's name stands before, files stand alone") {
  Inputs inputs;
  inputs.is_folder = {true, true, false, true, false};
  inputs.list = {{"p/one/a.txt", "a.txt", 0, {}},
                 {"q/one/a.txt", "a.txt", 1, {}},
                 {"q/b.txt", "b.txt", 2, {}},
                 {"./c.txt", "c.txt", 3, {}},
                 {"-", "-", 4, {}}};
  CHECK(mirror_names(inputs, {"p/one/", "q/one", "q/b.txt", ".", "-"}, "out", ".csv") ==
        Names{"one/a.txt.csv", "one/a.txt~2.csv", "b.csv", "c.csv", "stdin.csv"});
}

TEST_CASE("two inputs never get one result, nor a result that is a folder of another") {
  std::mt19937 random(7);
  const Names parts = {"a", "b", "a.txt", "a.json", "a~2", "a.txt.json", "b.md", ".a"};
  for (int round = 0; round < 300; ++round) {
    std::set<std::string> files;
    for (int i = 0; i < 12; ++i) {
      std::string name = parts[random() % parts.size()];
      while (random() % 3 == 0) name += "/" + parts[random() % parts.size()];
      files.insert(name);
    }
    const Names results = results_of(Names(files.begin(), files.end()));
    const std::set<std::string> distinct(results.begin(), results.end());
    CHECK(distinct.size() == files.size());
    for (const std::string& result : results) {
      for (std::size_t at = result.find('/'); at != result.npos; at = result.find('/', at + 1)) {
        CAPTURE(result);
        CHECK(distinct.count(result.substr(0, at)) == 0);
      }
    }
  }
}

}  // namespace
}  // namespace scp::cli
