// How much of documents that nobody has seen is read rightly.
//
//     accuracy --root DIR --documents N --seed S [--at-least R] [--each-at-least R]
//     accuracy --root DIR --show SEED
//     accuracy --root DIR --list N --seed S
//
// Prints a table of layouts, one of damages and the most frequent misses with a seed for each; or,
// for one seed, the document with as few options as still show the first miss, and all its misses;
// with --list, for each document with a miss, the options that are left then.
// With --alone OPTION every other option is 0, and documents without this one are passed over.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "generator/compare.h"

namespace scp::testing {
namespace {

struct Count {
  int documents = 0;
  int fields = 0;
  int right = 0;
  void add(const Score& score) {
    ++documents;
    fields += score.fields;
    right += score.right();
  }
  double share() const { return fields ? static_cast<double>(right) / fields : 1; }
};

struct Kind {
  int count = 0;
  std::uint64_t seed = 0;
};

Score score_of(std::uint64_t seed, const Options& options, const Vocabulary& vocabulary) {
  return compare(render(seed, make_plan(seed, vocabulary), options, vocabulary), vocabulary);
}

void print_table(const char* title, const std::vector<std::pair<std::string, Count>>& rows) {
  std::printf("| %s | documents | fields | right | share |\n| --- | ---: | ---: | ---: | ---: |\n",
              title);
  for (const auto& [name, count] : rows) {
    std::printf("| %s | %d | %d | %d | %.4f |\n", name.c_str(), count.documents, count.fields,
                count.right, count.share());
  }
  std::printf("\n");
}

// `covered[layout][damage]` documents.
void print_coverage(const std::map<int, std::map<std::string, int>>& covered) {
  std::printf("| layout |");
  for (const OptionInfo& info : option_table()) {
    if (info.damage) std::printf(" %s |", std::string(info.name).c_str());
  }
  std::printf("\n| --- |");
  for (const OptionInfo& info : option_table()) {
    if (info.damage) std::printf(" ---: |");
  }
  for (const auto& [layout, damages] : covered) {
    std::printf("\n| %s |", std::string(name_of(static_cast<Layout>(layout))).c_str());
    for (const OptionInfo& info : option_table()) {
      if (!info.damage) continue;
      const auto found = damages.find(std::string(info.name));
      if (found == damages.end())
        std::printf(" |");
      else
        std::printf(" %d |", found->second);
    }
  }
  std::printf("\n\n");
}

// Adds to the row of each option that is set, in the order of their table; the last is for none.
void count_options(const Options& options, const Score& score, bool damage,
                   std::vector<std::pair<std::string, Count>>& rows) {
  std::size_t index = 0;
  bool none = true;
  for (const OptionInfo& info : option_table()) {
    if (info.damage != damage) continue;
    if (options.*info.member) rows[index].second.add(score);
    none = none && !(options.*info.member);
    ++index;
  }
  if (none) rows.back().second.add(score);
}

// The layout and one option of those that a seed has; false where it does not have it.
bool leave_alone(Options& options, const std::string& name) {
  Options out;
  out.layout = options.layout;
  for (const OptionInfo& info : option_table()) {
    if (info.name == name) out.*info.member = options.*info.member;
  }
  settle(out);
  const bool has = std::any_of(
      option_table().begin(), option_table().end(),
      [&](const OptionInfo& info) { return info.name == name && out.*info.member != 0; });
  options = out;
  return has;
}

struct Shares {
  double all = 1;
  double least = 1;  // of one layout
};

Shares measure(std::uint64_t documents, std::uint64_t first, const std::string& alone,
               const Vocabulary& vocabulary) {
  Count all;
  std::vector<std::pair<std::string, Count>> layouts;
  std::vector<std::pair<std::string, Count>> writings;
  std::vector<std::pair<std::string, Count>> damages;
  std::map<int, std::map<std::string, int>> covered;
  std::map<std::string, Kind> misses;
  for (int i = 0; i < kLayouts; ++i)
    layouts.push_back({std::string(name_of(static_cast<Layout>(i))), {}});
  for (const OptionInfo& info : option_table()) {
    (info.damage ? damages : writings).push_back({std::string(info.name), {}});
  }
  writings.push_back({"plain", {}});
  damages.push_back({"none", {}});
  for (std::uint64_t seed = first; seed < first + documents; ++seed) {
    Options options = make_options(seed);
    if (!alone.empty() && !leave_alone(options, alone)) continue;
    const Score score = score_of(seed, options, vocabulary);
    all.add(score);
    layouts[static_cast<std::size_t>(options.layout)].second.add(score);
    auto& row = covered[options.layout];
    count_options(options, score, false, writings);
    count_options(options, score, true, damages);
    for (const OptionInfo& info : option_table()) {
      if (info.damage && options.*info.member) ++row[std::string(info.name)];
    }
    for (const Miss& miss : score.misses) {
      Kind& kind =
          misses[layouts[static_cast<std::size_t>(options.layout)].first + ": " + miss.kind];
      if (kind.count++ == 0) kind.seed = seed;
    }
  }
  print_table("layout", layouts);
  print_table("way of writing", writings);
  print_table("damage", damages);
  print_coverage(covered);
  std::vector<std::pair<std::string, Kind>> sorted(misses.begin(), misses.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second.count > b.second.count; });
  if (sorted.size() > 30) sorted.resize(30);
  std::printf("| miss | times | a seed |\n| --- | ---: | ---: |\n");
  for (const auto& [name, kind] : sorted) {
    std::printf("| %s | %d | %llu |\n", name.c_str(), kind.count,
                static_cast<unsigned long long>(kind.seed));
  }
  std::printf("\naccuracy %.5f over %llu documents\n", all.share(),
              static_cast<unsigned long long>(documents));
  Shares shares{all.share(), 1};
  for (const auto& [name, count] : layouts) shares.least = std::min(shares.least, count.share());
  return shares;
}

bool shows(const Score& score, const std::string& kind) {
  return std::any_of(score.misses.begin(), score.misses.end(),
                     [&](const Miss& miss) { return miss.kind == kind; });
}

// As few options as still show the first miss.
Score shrink(std::uint64_t seed, Options& options, const Vocabulary& vocabulary) {
  Score score = score_of(seed, options, vocabulary);
  if (score.misses.empty()) return score;
  const std::string kind = score.misses[0].kind;
  for (const OptionInfo& info : option_table()) {
    Options fewer = options;
    fewer.*info.member = 0;
    settle(fewer);
    Score again = score_of(seed, fewer, vocabulary);
    if (!shows(again, kind)) continue;
    options = fewer;
    score = std::move(again);
  }
  return score;
}

void print_options(const Options& options) {
  std::printf("layout %s", std::string(name_of(static_cast<Layout>(options.layout))).c_str());
  for (const OptionInfo& info : option_table()) {
    if (options.*info.member) {
      std::printf(", %s %d", std::string(info.name).c_str(), options.*info.member);
    }
  }
  std::printf("\n");
}

void show(std::uint64_t seed, const std::string& alone, const Vocabulary& vocabulary) {
  Options options = make_options(seed);
  if (!alone.empty()) leave_alone(options, alone);
  const Score score = shrink(seed, options, vocabulary);
  const Rendered rendered = render(seed, make_plan(seed, vocabulary), options, vocabulary);
  std::fwrite(rendered.bytes.data(), 1, rendered.bytes.size(), stdout);
  std::printf("\n----\n");
  print_options(options);
  std::printf("%d of %d fields right\n", score.right(), score.fields);
  for (const Miss& miss : score.misses) {
    std::printf("%s of %s\n  expected: %s\n  parsed:   %s\n", miss.kind.c_str(), miss.where.c_str(),
                miss.expected.c_str(), miss.parsed.c_str());
  }
}

// One line for each document with a miss.
void list(std::uint64_t documents, std::uint64_t first, const Vocabulary& vocabulary) {
  for (std::uint64_t seed = first; seed < first + documents; ++seed) {
    Options options = make_options(seed);
    const Score score = shrink(seed, options, vocabulary);
    if (score.misses.empty()) continue;
    std::printf("%llu: %zu misses, %s, ", static_cast<unsigned long long>(seed),
                score.misses.size(), score.misses[0].kind.c_str());
    print_options(options);
  }
}

int run(int count, char** words) {
  std::map<std::string, std::string> given{{"--seed", "1"}, {"--documents", "500"}};
  for (int i = 1; i + 1 < count; i += 2) given[words[i]] = words[i + 1];
  if (count % 2 == 0 || !given.count("--root")) {
    std::fprintf(
        stderr,
        "accuracy --root DIR [--documents N] [--seed S] [--at-least R] [--each-at-least R] "
        "[--alone OPTION] "
        "[--show SEED] [--list N]\n");
    return 2;
  }
  const Vocabulary vocabulary = read_vocabulary(given["--root"]);
  if (given.count("--show")) {
    show(std::stoull(given["--show"]), given["--alone"], vocabulary);
    return 0;
  }
  if (given.count("--list")) {
    list(std::stoull(given["--list"]), std::stoull(given["--seed"]), vocabulary);
    return 0;
  }
  const Shares shares = measure(std::stoull(given["--documents"]), std::stoull(given["--seed"]),
                                given["--alone"], vocabulary);
  const auto less = [&](const char* option, double share) {
    if (!given.count(option) || share >= std::stod(given[option])) return false;
    std::fprintf(stderr, "less than %s %s\n", option, given[option].c_str());
    return true;
  };
  if (less("--at-least", shares.all) || less("--each-at-least", shares.least)) return 1;
  return 0;
}

}  // namespace
}  // namespace scp::testing

int main(int count, char** words) {
  return scp::testing::run(count, words);
}
