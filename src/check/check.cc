#include "check/check.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "check/check_rule.h"
#include "check/context.h"
#include "check/sink.h"

namespace scp {
namespace {

bool comes_before(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& f) {
    return std::tuple(f.at.first.begin, f.at.first.end, f.code, f.message);
  };
  return key(a) < key(b);
}

}  // namespace

void run_checks(const Text& text, const Layout& layout, const Outline& outline, Arena& arena,
                Document& document) {
  const CheckContext context(text, layout, outline, document);
  std::vector<Finding> findings;
  for (const CheckRule& rule : check_rules()) {
    FindingSink sink(rule, arena, findings);
    rule.run(context, sink);
  }
  std::stable_sort(findings.begin(), findings.end(), comes_before);
  std::size_t number = 0;
  for (Finding& finding : findings) finding.id = arena.put("F" + std::to_string(++number));
  document.findings = std::move(findings);
}

}  // namespace scp
