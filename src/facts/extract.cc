#include "facts/extract.h"

#include <algorithm>

#include "facts/agencies.h"
#include "facts/assignments.h"
#include "facts/citations.h"
#include "facts/context.h"
#include "facts/coverage.h"
#include "facts/deadlines.h"
#include "facts/goals.h"
#include "facts/identity.h"
#include "facts/reports.h"
#include "facts/tables.h"
#include "facts/target_tables.h"
#include "facts/targets.h"

namespace scp {

namespace {

// The year that days without one belong to: that of the title, where it names a single one, else
// that of the day of issue, before which nothing is due.
PlanYear plan_year(const FactContext& context, DeadlineReader& deadlines) {
  const Identity& identity = context.document.identity;
  const Component* title =
      identity.instrument.has_value()
          ? context.outline.instruments[*identity.instrument].first(ComponentKind::kTitle)
          : nullptr;
  if (title != nullptr) {
    const auto named = deadlines.heading(context.block(title->block).range);
    const bool one_year =
        named.has_value() && named->kind == DeadlineKind::kPeriod && named->period.size() == 4;
    if (one_year) return {named->start_on.year, {}};
  }
  return {identity.issued_on.year, identity.issued_on};
}

}  // namespace

void extract_facts(const Outline& outline, std::string_view input, Arena& arena,
                   Document& document) {
  FactContext context(outline, arena, document);
  AgencyReader agencies(context);
  CitationReader citations(context, agencies);
  DeadlineReader deadlines(context);
  TargetReader targets(context, deadlines);

  IdentityReader(context, agencies, citations).run();
  deadlines.set_plan(plan_year(context, deadlines));
  citations.run();
  read_goals(context, deadlines, targets);
  TargetTableReader target_tables(context, deadlines, targets);
  TableReader(context, agencies, deadlines, target_tables).run();
  sort_by_place(document.goals);
  AssignmentReader(context, agencies, deadlines).run();
  read_declared_counts(context);
  read_reports(context, agencies, deadlines);
  list_agencies(context);
  write_outline(context);
  count_coverage(context, input);
}

}  // namespace scp
