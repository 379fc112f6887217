// The whole public interface in one include.
//
//     #include <scpparse/scpparse.h>
//
//     scp::Result<scp::Document> result = scp::parse_file("plan.txt");
//     if (!result) return report(result.problems());    // there was nothing to read
//     for (const scp::Task& task : result->tasks) show(task.id, task.content);
//
//     std::string json;
//     scp::emit(*result, {.format = scp::Format::kJson, .pretty = true}, json);
//
// A Document owns the memory of its strings; keep it (or a copy, which shares them) as long as any
// of its string_views is in use. Every function may be called from any number of threads.
// examples/list_tasks.cc is a program made of this.
#ifndef SCPPARSE_SCPPARSE_H_
#define SCPPARSE_SCPPARSE_H_

#include "scpparse/document.h"
#include "scpparse/emit.h"
#include "scpparse/finding.h"
#include "scpparse/grammar.h"
#include "scpparse/parse.h"
#include "scpparse/result.h"
#include "scpparse/span.h"
#include "scpparse/version.h"

#endif  // SCPPARSE_SCPPARSE_H_
