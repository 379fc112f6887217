// Lays the files of a user over those of the built-in grammar.
//
// Holds afterwards: a rule or definition of the user stands in place of the built-in one with its
// id where it says `override: true`; otherwise one id in both is a problem. Rules of the user come
// before the built-in ones of their set, so that they are tried first. Where there are several
// layers of files, each is laid over all before it in the same way. A lexicon of the user adds its
// entries to the built-in one, or takes its place; an entry with the name of a built-in one (or one
// of its variants) adds its variants and values to it, or takes its place. Pure; the log is told
// what does not go.
#ifndef SCPPARSE_GRAMMAR_OVERLAY_H_
#define SCPPARSE_GRAMMAR_OVERLAY_H_

#include "grammar/grammar_source.h"
#include "grammar/problem_log.h"

namespace scp {

void apply_overlay(GrammarSource& source, ProblemLog& log);

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_OVERLAY_H_
