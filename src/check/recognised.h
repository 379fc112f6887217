// Whether a parse found anything of an official document. Pure.
#ifndef SCPPARSE_CHECK_RECOGNISED_H_
#define SCPPARSE_CHECK_RECOGNISED_H_

#include "scpparse/document.h"

namespace scp {

// An instrument, or at least a goal, a task or a report of one.
inline bool is_recognised(const Document& document) {
  return !document.instruments.empty() || !document.goals.empty() || !document.tasks.empty() ||
         !document.reports.empty();
}

}  // namespace scp

#endif  // SCPPARSE_CHECK_RECOGNISED_H_
