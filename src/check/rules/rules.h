// The run functions of all rules; catalogue.cc gives each its code, name and severity.
#ifndef SCPPARSE_CHECK_RULES_RULES_H_
#define SCPPARSE_CHECK_RULES_RULES_H_

#include "check/context.h"
#include "check/sink.h"

namespace scp::rules {

// identity.cc
void number_mismatch(const CheckContext& context, FindingSink& sink);
void date_mismatch(const CheckContext& context, FindingSink& sink);
void missing_number(const CheckContext& context, FindingSink& sink);
void missing_date(const CheckContext& context, FindingSink& sink);

// dates.cc
void invalid_date(const CheckContext& context, FindingSink& sink);
void period_reversed(const CheckContext& context, FindingSink& sink);

// citations.cc
void citation_conflict(const CheckContext& context, FindingSink& sink);

// numbering.cc
void numbering_gap(const CheckContext& context, FindingSink& sink);
void numbering_order(const CheckContext& context, FindingSink& sink);
void enumerator_not_vietnamese(const CheckContext& context, FindingSink& sink);

// tables.cc
void row_gap(const CheckContext& context, FindingSink& sink);
void row_order(const CheckContext& context, FindingSink& sink);
void declared_count_mismatch(const CheckContext& context, FindingSink& sink);
void group_title_mismatch(const CheckContext& context, FindingSink& sink);

// agencies.cc
void lead_also_coordinates(const CheckContext& context, FindingSink& sink);
void agency_name_variant(const CheckContext& context, FindingSink& sink);

// encoding.cc
void mixed_encoding(const CheckContext& context, FindingSink& sink);

// text.cc
void repeated_words(const CheckContext& context, FindingSink& sink);
void stray_text(const CheckContext& context, FindingSink& sink);
void unclaimed_text(const CheckContext& context, FindingSink& sink);

}  // namespace scp::rules

#endif  // SCPPARSE_CHECK_RULES_RULES_H_
