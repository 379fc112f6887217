// Holds a document against what parse() promises of it: the check on ourselves, not on the text.
//
// validate() turns a Document into a list of broken promises, each in one English sentence; the
// list is empty where all of these hold:
//   1. ids are there and unique in their list; sections and targets named by facts are in the
//   outline;
//   2. every span lies in the input, later pieces come after earlier ones and none is reversed;
//   3. instrument indices exist;
//   4. periods, days, recurrences and durations have the form of their standard, and plain days
//      say the same as the period;
//   5. the counts of coverage add up to the size of the input; blanks count as blank wherever they
//      stand, so that of a place that was set aside only the other bytes count.
// Run after every parse in Debug builds, in tests and in fuzzers. Borrows the document; pure.
#ifndef SCPPARSE_PIPELINE_VALIDATE_H_
#define SCPPARSE_PIPELINE_VALIDATE_H_

#include <string>
#include <string_view>
#include <vector>

#include "scpparse/document.h"

namespace scp {

// `input` holds the bytes that the document was read from.
std::vector<std::string> validate(const Document& document, std::string_view input);

}  // namespace scp

#endif  // SCPPARSE_PIPELINE_VALIDATE_H_
