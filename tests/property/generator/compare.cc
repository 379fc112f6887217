#include "generator/compare.h"

#include <algorithm>
#include <cstdio>

#include "generator/damage.h"
#include "generator/letters.h"
#include "scpparse/parse.h"

namespace scp::testing {
namespace {

std::string printed(Date date) {
  char out[16] = "";
  if (date.day)
    std::snprintf(out, sizeof out, "%04d-%02d-%02d", date.year, date.month, date.day);
  else if (date.month)
    std::snprintf(out, sizeof out, "%04d-%02d", date.year, date.month);
  else if (date.year)
    std::snprintf(out, sizeof out, "%04d", date.year);
  return out;
}

std::string printed(std::optional<double> number) {
  char out[32] = "";
  if (number) std::snprintf(out, sizeof out, "%g", *number);
  return out;
}

std::string printed(const std::vector<AgencyRef>& agencies) {
  std::vector<std::string> names;
  for (const AgencyRef& agency : agencies) names.emplace_back(agency.name);
  return joined(names, "; ");
}

const char* name_of(DeadlineKind kind) {
  static const char* const kNames[]{"period",    "by",          "recurring", "continuous",
                                    "on_demand", "after_event", "reference", "unknown"};
  return kNames[static_cast<int>(kind)];
}

Fields fields_of(const Identity& identity) {
  return {{"kind", std::string(identity.kind)},
          {"number", std::string(identity.number)},
          {"issued_on", printed(identity.issued_on)},
          {"place", std::string(identity.place)},
          {"issuer", std::string(identity.issuer)},
          {"title", std::string(identity.title)},
          {"signer", identity.signers.empty() ? "" : std::string(identity.signers[0].name)}};
}

Fields fields_of(const Target& target) {
  static const char* const kDirections[]{"increase", "decrease", "reach"};
  static const char* const kBounds[]{"exact", "range", "at_least", "at_most", "approximately"};
  return {{"direction", kDirections[static_cast<int>(target.direction)]},
          {"min", printed(target.min)},
          {"max", printed(target.max)},
          {"unit", std::string(target.unit)},
          {"bound", kBounds[static_cast<int>(target.bound)]}};
}

Fields fields_of(const Task& task) {
  Fields out{{"content", std::string(task.content)},
             {"number", std::string(task.number)},
             {"leads", printed(task.lead_agencies)},
             {"coordinating", printed(task.coordinating_agencies)},
             {"product", std::string(task.product)},
             {"funding", std::string(task.funding)},
             {"remark", std::string(task.remark)},
             // The number of the section that it stands right below.
             {"section", std::string(task.section.substr(task.section.rfind('.') + 1))}};
  if (task.task_group) {
    out["group"] = std::string(task.task_group->number) + " " + std::string(task.task_group->title);
  }
  if (task.deadline) {
    std::vector<std::string> rules;
    for (const auto rule : task.deadline->rrules) rules.emplace_back(rule);
    out["deadline.kind"] = name_of(task.deadline->kind);
    out["deadline.text"] = std::string(task.deadline->text);
    out["deadline.start_on"] = printed(task.deadline->start_on);
    out["deadline.due_on"] = printed(task.deadline->due_on);
    out["deadline.rrules"] = joined(rules, "|");
  }
  return out;
}

// Letters without blanks and marks: what two texts share when only their ends differ.
std::string key_of(const std::string& text) {
  std::string out;
  for (const char byte : text) {
    if (static_cast<unsigned char>(byte) >= 0x80 ||
        std::isalnum(static_cast<unsigned char>(byte))) {
      out += byte;
    }
  }
  return out;
}

class Comparer {
 public:
  Comparer(const Rendered& rendered, const Vocabulary& vocabulary)
      : rendered_(rendered), vocabulary_(vocabulary) {}

  Score run() {
    auto document = parse_bytes(rendered_.bytes);
    if (!document) {
      score_.fields = 1;
      score_.misses.push_back({"not read", "", "", ""});
      return score_;
    }
    fields("identity", "", rendered_.identity, fields_of(document->identity));
    goals(*document);
    tasks(*document);
    return std::move(score_);
  }

 private:
  std::string folded(const std::string& text) const {
    const std::string same = tones_folded(text, vocabulary_);
    return rendered_.legacy ? lower(hyphens_only(same)) : same;
  }

  void fields(const std::string& kind, const std::string& where, const Fields& expected,
              const Fields& parsed) {
    for (const auto& [name, value] : expected) {
      ++score_.fields;
      const auto found = parsed.find(name);
      const std::string got = found == parsed.end() ? "" : found->second;
      if (folded(value) != folded(got))
        score_.misses.push_back({kind + "." + name, where, value, got});
    }
  }

  void extra(const std::string& kind, const std::string& where) {
    ++score_.fields;
    score_.misses.push_back({kind + " too many", where, "", where});
  }

  // The index of the parsed fact for each expected one, in order; parsed.size() where none is.
  std::vector<std::size_t> matched(const std::vector<std::string>& expected,
                                   const std::vector<std::string>& parsed) const {
    std::vector<std::size_t> out(expected.size(), parsed.size());
    std::vector<bool> taken(parsed.size());
    for (const bool exact : {true, false}) {
      for (std::size_t i = 0; i < expected.size(); ++i) {
        if (out[i] < parsed.size()) continue;
        const std::string want = key_of(folded(expected[i]));
        for (std::size_t k = 0; k < parsed.size(); ++k) {
          const std::string got = key_of(folded(parsed[k]));
          if (taken[k] || got.empty()) continue;
          const std::size_t part = std::min<std::size_t>({want.size(), got.size(), 24});
          const bool same = exact
                                ? want == got
                                : part > 8 && (want.find(got.substr(0, part)) == 0 ||
                                               got.find(want.substr(0, part)) != std::string::npos);
          if (!same) continue;
          out[i] = k;
          taken[k] = true;
          break;
        }
      }
    }
    return out;
  }

  void goals(const Document& document) {
    std::vector<std::string> expected;
    std::vector<std::string> parsed;
    for (const PlannedGoal& goal : rendered_.goals) expected.push_back(goal.text);
    for (const Goal& goal : document.goals) parsed.emplace_back(goal.text);
    const auto pairs = matched(expected, parsed);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const PlannedGoal& goal = rendered_.goals[i];
      const bool found = pairs[i] < parsed.size();
      const Goal* got = found ? &document.goals[pairs[i]] : nullptr;
      Fields want{{"text", goal.text}, {"kind", goal.general ? "general" : "specific"}};
      Fields have;
      if (got) {
        have = {{"text", parsed[pairs[i]]},
                {"kind", got->kind == GoalKind::kGeneral ? "general" : "specific"}};
      }
      fields("goal", goal.text, want, have);
      if (goal.target.empty()) continue;
      Fields target{{"min", ""}, {"max", ""}};
      for (const auto& [name, value] : goal.target) target[name] = value;
      fields("target", goal.text, target,
             got && !got->targets.empty() ? fields_of(got->targets[0]) : Fields{});
    }
    leftover("goal", parsed, pairs);
  }

  void tasks(const Document& document) {
    std::vector<std::string> expected;
    std::vector<std::string> parsed;
    for (const ExpectedTask& task : rendered_.tasks) expected.push_back(task.values.at("content"));
    for (const Task& task : document.tasks) parsed.emplace_back(task.content);
    const auto pairs = matched(expected, parsed);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const bool found = pairs[i] < parsed.size();
      const Fields have = found ? fields_of(document.tasks[pairs[i]]) : Fields{};
      fields(rendered_.tasks[i].in_table ? "row" : "task", expected[i], rendered_.tasks[i].values,
             have);
    }
    leftover("task", parsed, pairs);
  }

  void leftover(const std::string& kind, const std::vector<std::string>& parsed,
                const std::vector<std::size_t>& pairs) {
    for (std::size_t k = 0; k < parsed.size(); ++k) {
      if (std::find(pairs.begin(), pairs.end(), k) == pairs.end()) extra(kind, parsed[k]);
    }
  }

  const Rendered& rendered_;
  const Vocabulary& vocabulary_;
  Score score_;
};

}  // namespace

Score compare(const Rendered& rendered, const Vocabulary& vocabulary) {
  return Comparer(rendered, vocabulary).run();
}

}  // namespace scp::testing
