#include <memory>

#include "grammar/grammar.h"
#include "grammar/grammar_impl.h"
#include "scpparse/grammar.h"

extern "C" const unsigned char scp_builtin_grammar[];
extern "C" const unsigned char scp_builtin_grammar_end[];

namespace scp {

const Grammar& Grammar::builtin() {
  // Never freed: it must outlive every other static object.
  static const Grammar* const grammar = Impl::over(scp_builtin_grammar).release();
  return *grammar;
}

GrammarPtr builtin_grammar() {
  return GrammarPtr(&Grammar::builtin(), [](const Grammar*) {});
}

}  // namespace scp
