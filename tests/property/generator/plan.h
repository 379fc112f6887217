// A plan as it was thought up: what a reader has to find, before anything is written down.
#ifndef SCPPARSE_TESTS_PROPERTY_GENERATOR_PLAN_H_
#define SCPPARSE_TESTS_PROPERTY_GENERATOR_PLAN_H_

#include <cstdint>
#include <string>
#include <vector>

#include "generator/vocabulary.h"

namespace scp::testing {

struct PlannedDeadline {  // dates as printed; empty: none
  std::string text;
  std::string prose;  // as the end of a sentence; empty where it never stands there
  std::string kind;
  std::string start;
  std::string due;
  std::string rrules;
};

struct PlannedTask {
  std::string content;
  std::vector<AgencyName> leads;
  std::vector<AgencyName> coordinating;  // may be empty
  PlannedDeadline deadline;
  std::string product;
  std::string funding;
  std::string remark;
  // For the options that ask for it: the lead of the task above leads this one too; another product
  // with a time of its own.
  bool same_lead = false;
  bool more = false;
  PlannedDeadline more_deadline;
  std::string more_product;
};

struct PlannedGroup {
  std::string title;
  std::vector<PlannedTask> tasks;
};

struct PlannedGoal {
  std::string text;
  bool general = false;
  Fields target;  // empty: none
};

struct PlannedDuty {  // an assignment in the last section
  std::string text;
  AgencyName lead;
  PlannedDeadline deadline;
};

struct PlannedIndicator {  // a row of a table of indicators
  std::string name;
  std::string unit;
  std::string value;
  Fields target;
};

struct Plan {
  Kind kind;
  std::string kind_name;
  std::string number;
  std::string place;
  std::string issuer;
  std::vector<std::string> issuer_lines;  // in the header, not yet in capitals
  int day = 1, month = 1, year = 2020;
  std::string title;  // of the plan; a decision puts a word before it
  std::string signer;
  std::vector<PlannedGoal> goals;
  std::vector<PlannedIndicator> indicators;
  std::vector<PlannedGroup> groups;
  std::vector<PlannedGroup> more_groups;  // for the option that asks for many
  std::vector<PlannedDuty> duties;

  bool attached() const { return kind.values.count("attached") != 0; }
};

Plan make_plan(std::uint64_t seed, const Vocabulary& vocabulary);

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_PROPERTY_GENERATOR_PLAN_H_
