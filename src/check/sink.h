// Takes the findings of one rule.
//
//     sink.add(place, MessageId::kRuleRowGapMessage, {{"found", number}})
//         .related(other, MessageId::kRuleRowGapRelated)
//         .fix({{span}, ""}, false);
//
// Writes each sentence in both languages into the document's arena. What add() returns is valid
// until the next add(). Belongs to one parse.
#ifndef SCPPARSE_CHECK_SINK_H_
#define SCPPARSE_CHECK_SINK_H_

#include <initializer_list>
#include <string_view>
#include <vector>

#include "check/check_rule.h"
#include "messages/messages.h"
#include "scpparse/finding.h"
#include "support/arena.h"

namespace scp {

using MessageArgs = std::initializer_list<MessageArg>;

class FindingBuilder {
 public:
  FindingBuilder(Arena& arena, Finding& finding) : arena_(arena), finding_(finding) {}
  // A place that is nowhere is left out.
  FindingBuilder& related(const Place& at, MessageId id, MessageArgs args = {});
  // Replaces what stands at `at`; `safe` when that cannot change the meaning.
  FindingBuilder& fix(Span at, std::string_view text, bool safe);

 private:
  Arena& arena_;
  Finding& finding_;
};

class FindingSink {
 public:
  FindingSink(const CheckRule& rule, Arena& arena, std::vector<Finding>& findings)
      : rule_(rule), arena_(arena), findings_(findings) {}
  FindingBuilder add(const Place& at, MessageId id, MessageArgs args = {});

 private:
  const CheckRule& rule_;
  Arena& arena_;
  std::vector<Finding>& findings_;
};

}  // namespace scp

#endif  // SCPPARSE_CHECK_SINK_H_
