// What the words of a cell say about the column it stands in, where nothing is drawn.
#ifndef SCPPARSE_LAYOUT_CELL_EVIDENCE_H_
#define SCPPARSE_LAYOUT_CELL_EVIDENCE_H_

#include <string_view>

#include "grammar/grammar.h"
#include "layout/flow.h"

namespace scp {

struct CellEvidence {
  bool agency = false;     // begins with the name of a body
  bool time = false;       // begins with a time expression
  bool several = false;    // names several things: a comma, a semicolon
  bool small = false;      // begins with a small letter
  bool bullet = false;     // begins with a dash or the like
  bool ended = false;      // ends as a sentence or an item ends
  std::uint32_t size = 0;  // bytes
};

CellEvidence cell_evidence(const Grammar& grammar, std::string_view content, Range cell);

// How well such a cell stands in a column of this role; 0 says nothing.
int fits_role(const CellEvidence& cell, std::string_view role);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_CELL_EVIDENCE_H_
