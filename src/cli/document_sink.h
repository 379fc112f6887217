// Where documents go: one output for all inputs, or a file for each.
//
// add() is called once for each input, in order. A sink owns its outputs; one that is given up
// before finish() leaves nothing half written.
#ifndef SCPPARSE_CLI_DOCUMENT_SINK_H_
#define SCPPARSE_CLI_DOCUMENT_SINK_H_

#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "pipeline/inputs.h"
#include "scpparse/document.h"
#include "scpparse/result.h"

namespace scp::cli {

// What went wrong with an output; `opening` tells a wrong name from a full disk.
struct OutputTrouble {
  Problems problems;
  bool opening = false;
};

class DocumentSink {
 public:
  virtual ~DocumentSink() = default;
  DocumentSink() = default;
  DocumentSink(const DocumentSink&) = delete;
  DocumentSink& operator=(const DocumentSink&) = delete;

  virtual OutputTrouble add(std::size_t index, const Result<Document>& result) = 0;
  virtual OutputTrouble finish() = 0;
  virtual bool to_terminal() const { return false; }
};

// By what the command line asks for; none where only findings on standard error are wanted. The
// inputs must outlive the sink. Problems: the output cannot be opened, or is one of the inputs.
Result<std::unique_ptr<DocumentSink>> open_sink(const CommandLine& line, const Inputs& inputs);

// For an output that would take the place of this input.
Problem output_is_input(const std::string& input);

// Whether -o names a folder, which then gets a file for each input: it is one, ends with a slash,
// or has no ending where folders are read.
bool is_output_folder(const CommandLine& line, const std::vector<bool>& is_folder);

}  // namespace scp::cli

#endif  // SCPPARSE_CLI_DOCUMENT_SINK_H_
