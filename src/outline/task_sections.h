// Sections of tasks whose headings do not say so.
#ifndef SCPPARSE_OUTLINE_TASK_SECTIONS_H_
#define SCPPARSE_OUTLINE_TASK_SECTIONS_H_

#include "outline/outline.h"

namespace scp {

// Gives the role of a section of tasks to the top sections of a plan that no heading explains, that
// stand between what the plan is for and who carries it out or pays for it, and most of whose items
// begin with what is to be done. Linear in the number of nodes.
void mark_task_sections(Outline& outline);

}  // namespace scp

#endif  // SCPPARSE_OUTLINE_TASK_SECTIONS_H_
