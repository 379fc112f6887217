// Reads the goals sections: one goal per statement, with its period and targets.
#ifndef SCPPARSE_FACTS_GOALS_H_
#define SCPPARSE_FACTS_GOALS_H_

#include "facts/context.h"
#include "facts/deadlines.h"
#include "facts/targets.h"

namespace scp {

// Fills Document::goals.
void read_goals(FactContext& context, DeadlineReader& deadlines, TargetReader& targets);

}  // namespace scp

#endif  // SCPPARSE_FACTS_GOALS_H_
