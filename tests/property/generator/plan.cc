#include "generator/plan.h"

#include <set>

#include "generator/random.h"

namespace scp::testing {
namespace {

std::string two(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

Fields slots(Random& random, int year) {
  static const std::vector<std::string> kRoman{"I", "II", "III", "IV"};
  static const std::vector<std::string> kFirst{"01-01", "04-01", "07-01", "10-01"};
  static const std::vector<std::string> kLast{"03-31", "06-30", "09-30", "12-31"};
  static const int kDays[]{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int y = random.number(year, year + 3);
  const int month = random.number(1, 12);
  const int day = random.number(1, 28);
  const auto quarter = static_cast<std::size_t>(random.number(0, 3));
  const int n = random.number(2, 60);
  const int days = month == 2 && y % 4 == 0 ? 29 : kDays[month - 1];
  return {{"y", std::to_string(y)},
          {"y2", std::to_string(y + random.number(1, 5))},
          {"d", two(day)},
          {"dd", two(day)},
          {"d1", std::to_string(day)},
          {"m", month < 3 ? two(month) : std::to_string(month)},
          {"mm", two(month)},
          {"m1", std::to_string(month)},
          {"mlast", two(month) + "-" + two(days)},
          {"q", kRoman[quarter]},
          {"qn", std::to_string(quarter + 1)},
          {"qfirst", kFirst[quarter]},
          {"qlast", kLast[quarter]},
          {"n", std::to_string(n)},
          {"n2", std::to_string(n + random.number(1, 30))}};
}

std::string filled(std::string text, const Fields& values) {
  for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at)) {
    const std::size_t end = text.find('}', at);
    const std::string& value = values.at(text.substr(at + 1, end - at - 1));
    text.replace(at, end - at + 1, value);
    at += value.size();
  }
  return text;
}

class Planner {
 public:
  Planner(std::uint64_t seed, const Vocabulary& vocabulary)
      : random_(seed, "plan"), more_(seed, "more plan"), words_(vocabulary) {}

  Plan make() {
    identity();
    goals();
    tasks();
    for (int i = random_.number(1, 3); i > 0; --i) duty();
    random_ = more_;
    more();
    return std::move(plan_);
  }

 private:
  const std::string& some(const std::string& list) { return random_.pick(words_.list(list)); }

  void identity() {
    plan_.kind = random_.pick(words_.kinds);
    const Fields& kind = plan_.kind.values;
    const Fields& province = random_.pick(words_.provinces);
    std::string full = province.at("full_name");
    const std::string& prefix = words_.word("province_kind");
    const bool is_province = full.compare(0, prefix.size(), prefix) == 0;
    in_city_ = !is_province;
    full[0] = is_province ? 't' : full[0] == 'T' ? 't' : full[0];
    const Fields names{{"full", full}};
    plan_.kind_name = kind.at("name");
    plan_.issuer = filled(kind.at("issuer"), names);
    for (const std::string& line : plan_.kind.lines) {
      plan_.issuer_lines.push_back(filled(line, names));
    }
    plan_.place = kind.count("place") ? kind.at("place") : province.at("name");
    plan_.year = random_.number(2019, 2026);
    plan_.month = random_.number(1, 12);
    plan_.day = random_.number(1, 28);
    const int serial = random_.number(10, 3999);
    plan_.number = std::to_string(serial) + "/" + kind.at("symbol");
    Fields values = slots(random_, plan_.year);
    values["subject"] = some("subject");
    plan_.title = filled(random_.pick(words_.titles), values);
    plan_.signer = some("surname") + " " + some("middle_name") + " " + some("given_name");
  }

  void goals() {
    plan_.goals.push_back({some("general_goal"), true, {}});
    std::set<std::string> seen;
    for (int i = random_.number(2, 5); i > 0; --i) {
      const Fields& form = random_.pick(words_.goals);
      if (!seen.insert(form.at("text")).second) continue;
      const Fields values = slots(random_, plan_.year);
      PlannedGoal goal;
      for (const auto& [key, value] : form) goal.target[key] = filled(value, values);
      goal.text = goal.target.at("text");
      goal.target.erase("text");
      plan_.goals.push_back(std::move(goal));
    }
  }

  PlannedDeadline deadline(bool in_prose) {
    for (;;) {
      Fields form = random_.pick(words_.deadlines);
      if (in_prose && !form.count("prose")) continue;
      const Fields values = slots(random_, plan_.year);
      for (auto& [key, value] : form) value = filled(value, values);
      return {form["text"],  form["prose"], form["kind"],
              form["start"], form["due"],   form["rrules"]};
    }
  }

  std::vector<AgencyName> agencies(int count, std::set<std::string>& seen) {
    std::vector<AgencyName> out;
    while (static_cast<int>(out.size()) < count) {
      AgencyName agency = random_.pick(words_.agencies);
      name_level(agency);
      if (seen.insert(agency.canonical).second) out.push_back(agency);
    }
    return out;
  }

  // The bodies of a province are those of the city where one speaks; where neither speaks, they are
  // named without a unit that is not written.
  void name_level(AgencyName& agency) const {
    const std::string& unit = words_.word("province_unit");
    const bool ministry = plan_.kind.values.count("place") != 0;
    if ((!ministry && !in_city_) || !agency.canonical.ends_with(unit)) return;
    if (agency.written.ends_with(unit)) return;
    agency.canonical.resize(agency.canonical.size() - unit.size());
    if (!ministry) agency.canonical += words_.word("city_unit");
  }

  PlannedTask task() {
    PlannedTask task;
    do {
      task.content = some("verb") + " " + some("object");
      if (random_.percent(60)) task.content += " " + some("where");
      if (random_.percent(30)) task.content += some("and_also");
    } while (!contents_.insert(task.content).second);
    if (random_.percent(50)) task.content += ".";
    std::set<std::string> seen;
    task.leads = agencies(random_.percent(80) ? 1 : 2, seen);
    task.coordinating = agencies(random_.percent(15) ? 0 : random_.number(1, 3), seen);
    task.deadline = deadline(false);
    task.product = some("product");
    task.funding = some("funding");
    task.remark = some("remark");
    return task;
  }

  void tasks() {
    titles_ = words_.list("group_title");
    random_.shuffle(titles_);
    const int groups = random_.number(1, 3);
    for (int i = 0; i < groups; ++i) {
      PlannedGroup group{titles_[static_cast<std::size_t>(i)], {}};
      for (int tasks = random_.number(2, 4); tasks > 0; --tasks) group.tasks.push_back(task());
      plan_.groups.push_back(std::move(group));
    }
  }

  // What only some options ask for.
  void more() {
    for (std::size_t g = plan_.groups.size(); g < 11; ++g) {
      PlannedGroup group{titles_[g], {}};
      for (int tasks = g == 10 ? 11 : random_.number(1, 2); tasks > 0; --tasks) {
        group.tasks.push_back(task());
      }
      plan_.more_groups.push_back(std::move(group));
    }
    for (std::vector<PlannedGroup>* groups : {&plan_.groups, &plan_.more_groups}) {
      for (PlannedGroup& group : *groups) {
        for (PlannedTask& task : group.tasks) {
          task.same_lead = &task != group.tasks.data() && random_.percent(40);
          task.more = random_.percent(25);
          task.more_deadline = deadline(false);
          do task.more_product = some("product");
          while (task.more_product == task.product);
        }
      }
    }
    indicators();
  }

  void indicators() {
    std::set<std::string> seen;
    for (int i = random_.number(3, 5); i > 0; --i) {
      const Fields& form = random_.pick(words_.indicators);
      if (!seen.insert(form.at("name")).second) continue;
      const Fields values = slots(random_, plan_.year);
      Fields all;
      for (const auto& [key, value] : form) all[key] = filled(value, values);
      PlannedIndicator row{all["name"], all["cell_unit"], all["value"], {}};
      for (const char* key : {"direction", "min", "max", "unit", "bound"}) {
        if (all.count(key)) row.target[key] = all[key];
      }
      plan_.indicators.push_back(std::move(row));
    }
  }

  void duty() {
    std::set<std::string> seen;
    for (const PlannedDuty& duty : plan_.duties) seen.insert(duty.lead.canonical);
    PlannedDuty duty;
    duty.lead = agencies(1, seen)[0];
    duty.text = duty.lead.written + some("duty_verb") + some("duty");
    if (random_.percent(40)) {
      duty.deadline = deadline(true);
      duty.text += duty.deadline.prose;
    }
    duty.text += ".";
    plan_.duties.push_back(std::move(duty));
  }

  Random random_;
  Random more_;
  const Vocabulary& words_;
  Plan plan_;
  std::vector<std::string> titles_;  // of groups, in any order
  bool in_city_ = false;             // the issuer is of a city of the first level
  std::set<std::string> contents_;
};

}  // namespace

Plan make_plan(std::uint64_t seed, const Vocabulary& vocabulary) {
  return Planner(seed, vocabulary).make();
}

}  // namespace scp::testing
