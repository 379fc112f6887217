// Facts of a document in a short form for people: what tests and the specification compare.
//
//     PL.1
//       content: Rà soát quy hoạch
//       lead_agencies: Sở Công Thương; Sở Tài chính (vốn)
//       deadline: by ../2026-03-15
//
// Made from the field tables of emit/, so that names and values are those of the output. Pure.
#ifndef SCPPARSE_TESTS_SUPPORT_FACTS_DESCRIBE_H_
#define SCPPARSE_TESTS_SUPPORT_FACTS_DESCRIBE_H_

#include <string>
#include <string_view>
#include <vector>

#include "scpparse/document.h"

namespace scp::testing {

// `list` is a top-level key of the output. With `fields`, only these are shown, in this order;
// without, every field that says something but ids and places. The field `at` shows the words of
// `input` that a fact was read from.
std::string describe(const Document& document, std::string_view input, std::string_view list,
                     const std::vector<std::string>& fields = {});

// describe() of every list, without places or the count of bytes: for comparing two documents.
std::string describe_all(const Document& document);

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_SUPPORT_FACTS_DESCRIBE_H_
