#include "cli/document_sink.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "cli/mirror.h"
#include "cli/output.h"
#include "emit/csv.h"
#include "messages/system_error.h"
#include "scpparse/emit.h"

namespace scp::cli {
namespace {

// Documents as the text of one output, with what stands before, between and after them.
class Rendering {
 public:
  Rendering(const CommandLine& line, bool several, bool pretty)
      : csv_(line.csv), several_(several), options_(options_of(line, pretty)) {
    table_.table = line.table;
    table_.lang = line.csv_lang;
    mark_ = line.byte_order_mark;
  }

  std::string before() const {
    if (!csv_) return array() ? "[\n" : "";
    std::string out(mark_ ? kByteOrderMark : std::string_view());
    append_csv_header(table_, out);
    return out;
  }

  void write(const Input& input, const Result<Document>& result, Output& output) {
    const bool first = count_++ == 0;
    std::string out;
    if (csv_) {
      out = rows_of(input, result);
    } else {
      if (array() && !first) out += ",\n";
      if (several_ && options_.format == Format::kYaml) out += "---\n";
      if (result) {
        emit(*result, options_, out, [&](std::string_view piece) { output.write(piece); });
      } else {
        SourceInfo source;
        if (input.path != "-") source.path = input.path;
        emit_error(result.problems().front(), source, options_, out);
      }
      if (!array() && !out.ends_with('\n')) out += '\n';
    }
    output.write(out);
  }

  std::string after() const { return !csv_ && array() ? (count_ == 0 ? "]\n" : "\n]\n") : ""; }

 private:
  static EmitOptions options_of(const CommandLine& line, bool pretty) {
    EmitOptions options;
    options.format = line.format;
    options.spans = line.spans;
    options.utf16_columns = line.utf16_columns;
    options.only = line.only;
    if (line.command == Command::kCheck) options.only = {"findings"};
    options.pretty = pretty;
    return options;
  }

  bool array() const { return several_ && options_.format == Format::kJson; }

  std::string rows_of(const Input& input, const Result<Document>& result) const {
    std::string out;
    if (result) {
      append_csv(*result, table_, out);
    } else {
      append_csv_error(result.problems().front(), input.path == "-" ? "" : input.path, table_, out);
    }
    return out;
  }

  bool csv_;
  bool mark_ = true;
  bool several_;
  CsvOptions table_;
  EmitOptions options_;
  std::size_t count_ = 0;
};

class OneOutput final : public DocumentSink {
 public:
  OneOutput(const CommandLine& line, const Inputs& inputs, std::unique_ptr<Output> output)
      : inputs_(inputs),
        output_(std::move(output)),
        rendering_(line, has_several(inputs), line.pretty.value_or(output_->to_terminal())) {
    output_->write(rendering_.before());
  }

  OutputTrouble add(std::size_t index, const Result<Document>& result) override {
    rendering_.write(inputs_.list[index], result, *output_);
    return {};
  }

  OutputTrouble finish() override {
    output_->write(rendering_.after());
    return {output_->finish(), false};
  }

  bool to_terminal() const override { return output_->to_terminal(); }

 private:
  static bool has_several(const Inputs& inputs) {
    const bool folders = std::count(inputs.is_folder.begin(), inputs.is_folder.end(), true) > 0;
    return folders || inputs.list.size() > 1;
  }

  const Inputs& inputs_;
  std::unique_ptr<Output> output_;
  Rendering rendering_;
};

std::string_view ending_of(const CommandLine& line) {
  if (line.csv) return ".csv";
  if (line.format == Format::kYaml) return ".yaml";
  return line.format == Format::kNdjson ? ".ndjson" : ".json";
}

Problem output_problem(const std::string& path, int error) {
  const auto say = [&](Lang lang) {
    return message(lang, MessageId::kOutputCannotOpen, {{"detail", describe_errno(lang, error)}});
  };
  return {.code = "output", .message = say(Lang::kEn), .message_vi = say(Lang::kVi), .file = path};
}

class FileForEach final : public DocumentSink {
 public:
  FileForEach(const CommandLine& line, const Inputs& inputs)
      : line_(line), inputs_(inputs), folder_(line.output) {
    while (folder_.size() > 1 && folder_.ends_with('/')) folder_.pop_back();
    names_ = mirror_names(inputs, line.inputs, folder_, ending_of(line));
  }

  OutputTrouble add(std::size_t index, const Result<Document>& result) override {
    const std::string path = folder_ + "/" + names_[index];
    if (const int error = make_folders_above(path)) return {{output_problem(path, error)}, true};
    auto output = Output::open(path);
    if (!output) return {output.problems(), true};
    Rendering rendering(line_, false, line_.pretty.value_or(false));
    (*output)->write(rendering.before());
    rendering.write(inputs_.list[index], result, **output);
    return {(*output)->finish(), false};
  }

  OutputTrouble finish() override { return {}; }

 private:
  const CommandLine& line_;
  const Inputs& inputs_;
  std::string folder_;
  std::vector<std::string> names_;
};

class NoOutput final : public DocumentSink {
 public:
  OutputTrouble add(std::size_t, const Result<Document>&) override { return {}; }
  OutputTrouble finish() override { return {}; }
};

// The first input that the output would take the place of.
const Input* overwritten(const std::string& output, const Inputs& inputs) {
  struct stat info = {};
  if (output.empty() || stat(output.c_str(), &info) != 0) return nullptr;
  const auto found = std::find_if(inputs.list.begin(), inputs.list.end(), [&](const Input& input) {
    return is_same_file(input.path, output);
  });
  return found == inputs.list.end() ? nullptr : &*found;
}

}  // namespace

Problem output_is_input(const std::string& input) {
  const auto say = [&](Lang lang) {
    return message(lang, MessageId::kUsageOutputIsInput, {{"file", input}});
  };
  return {.code = "usage", .message = say(Lang::kEn), .message_vi = say(Lang::kVi)};
}

bool is_output_folder(const CommandLine& line, const std::vector<bool>& is_folder) {
  const std::string& path = line.output;
  if (path.empty() || path.ends_with('/')) return !path.empty();
  struct stat info = {};
  if (stat(path.c_str(), &info) == 0) return S_ISDIR(info.st_mode);
  const bool folders = std::count(is_folder.begin(), is_folder.end(), true) > 0;
  return folders && path.find('.', path.rfind('/') + 1) == path.npos;
}

Result<std::unique_ptr<DocumentSink>> open_sink(const CommandLine& line, const Inputs& inputs) {
  using Sink = std::unique_ptr<DocumentSink>;
  if (!line.documents) return Sink(new NoOutput);
  if (is_output_folder(line, inputs.is_folder)) return Sink(new FileForEach(line, inputs));
  if (const Input* input = overwritten(line.output, inputs)) return output_is_input(input->path);
  auto output = Output::open(line.output);
  if (!output) return output.problems();
  return Sink(new OneOutput(line, inputs, std::move(*output)));
}

}  // namespace scp::cli
