#include "facts/extract.h"

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
#include "facts/targets.h"

namespace scp {

void extract_facts(const Outline& outline, std::string_view input, Arena& arena,
                   Document& document) {
  FactContext context(outline, arena, document);
  AgencyReader agencies(context);
  CitationReader citations(context, agencies);
  DeadlineReader deadlines(context);
  TargetReader targets(context);

  IdentityReader(context, agencies, citations).run();
  deadlines.set_plan_year(document.identity.issued_on.year);
  citations.run();
  read_goals(context, deadlines, targets);
  TableReader(context, agencies, deadlines).run();
  AssignmentReader(context, agencies, deadlines).run();
  read_declared_counts(context);
  read_reports(context, agencies, deadlines);
  list_agencies(context);
  write_outline(context);
  count_coverage(context, input);
}

}  // namespace scp
