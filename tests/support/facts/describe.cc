#include "support/facts/describe.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "emit/fields_document.h"
#include "emit/fields_envelope.h"
#include "emit/fields_identity.h"
#include "emit/fields_tasks.h"
#include "facts/dates.h"

namespace scp::testing {
namespace {

using emitting::for_each_field;
using emitting::name_of_value;

class Describer {
 public:
  Describer(std::string_view input, std::vector<std::string> fields)
      : input_(input), fields_(std::move(fields)) {}

  // One value in one line; empty where it says nothing.
  std::string value(std::string_view text) const {
    std::string line;
    for (const char c : text) line += c == '\n' ? std::string("\\n") : std::string(1, c);
    return line;
  }
  std::string value(std::uint32_t number) const {
    return number == 0 ? "" : std::to_string(number);
  }
  std::string value(bool truth) const { return truth ? "yes" : ""; }
  std::string value(Date date) const { return iso(date); }
  std::string value(double number) const {
    std::string text(32, '\0');
    text.resize(static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%.10g", number)));
    return text;
  }
  std::string value(const Place& place) const {
    std::string words(piece(place.first));
    for (const Span& span : place.more) words += " … " + std::string(piece(span));
    return value(std::string_view(words));
  }
  template <emitting::Enumeration E>
  std::string value(E entry) const {
    return std::string(name_of_value(entry));
  }
  template <typename T>
  std::string value(const std::optional<T>& optional) const {
    return optional.has_value() ? value(*optional) : std::string();
  }
  std::string value(const std::optional<std::uint32_t>& number) const {
    return number.has_value() ? std::to_string(*number) : std::string();
  }
  template <typename T>
  std::string value(const std::vector<T>& list) const {
    std::string line;
    for (const T& item : list) line += (line.empty() ? "" : "; ") + value(item);
    return line;
  }
  std::string value(const AgencyRef& agency) const {
    std::string line(agency.name);
    if (agency.kind != AgencyKind::kNamed) line += " [" + value(agency.kind) + "]";
    if (!agency.note.empty()) line += " (" + value(agency.note) + ")";
    return line;
  }
  std::string value(const Deadline& deadline) const {
    std::string line = value(deadline.kind);
    const auto add = [&](const std::string& part) {
      if (!part.empty()) line += " " + part;
    };
    add(value(deadline.period));
    add(value(deadline.rrules));
    add(deadline.due_days.empty() ? "" : "on " + value(deadline.due_days));
    add(value(deadline.duration));
    add(deadline.note.empty() ? "" : "(" + value(deadline.note) + ")");
    add(deadline.inherited ? "inherited" : "");
    return line;
  }
  std::string value(const Target& target) const {
    std::string line = value(target.direction) + " " + value(target.bound) + " ";
    line += target.min.has_value() ? value(*target.min) : "";
    if (target.min != target.max) line += ".." + value(target.max);
    line += " " + value(target.unit);
    if (!target.baseline.empty()) line += " against " + value(target.baseline);
    if (!target.subject.empty()) line += " of \"" + value(target.subject) + "\"";
    return line + (target.period.empty() ? "" : " in " + value(target.period));
  }
  std::string value(const TaskGroup& group) const {
    std::string line = value(group.number);
    line += (line.empty() ? "" : " ") + value(group.title);
    if (group.declared_tasks) line += " [" + std::to_string(*group.declared_tasks) + " declared]";
    return line + (group.deadline ? " [" + value(*group.deadline) + "]" : "");
  }
  std::string value(const TableColumn& column) const {
    return value(column.header) + "=" + (column.role.empty() ? "?" : value(column.role));
  }
  std::string value(const TableRow& row) const {
    std::string line;
    for (const std::string_view cell : row.cells) line += (line.empty() ? "" : "|") + value(cell);
    return line;
  }
  // Any other record: its values, one after the other.
  template <emitting::Record T>
  std::string value(const T& record) const {
    std::string line;
    for_each_field<T>([&](const auto& field) {
      if (field.key == "at" || field.key == "message" || field.key == "message_vi") return;
      const std::string part = value(record.*field.member);
      if (!part.empty()) line += (line.empty() ? "" : ", ") + part;
    });
    return line;
  }

  template <emitting::Record T>
  std::string fields_of(const T& record, const std::string& indent) const {
    std::vector<std::pair<std::string_view, std::string>> all;
    for_each_field<T>(
        [&](const auto& field) { all.emplace_back(field.key, value(record.*field.member)); });
    std::string lines;
    const auto add = [&](std::string_view key, const std::string& text) {
      if (!text.empty()) lines += indent + std::string(key) + ": " + text + "\n";
    };
    for (const std::string& name : fields_) {
      const auto found = std::find_if(all.begin(), all.end(),
                                      [&](const auto& entry) { return entry.first == name; });
      if (found == all.end()) throw std::logic_error("no such field: " + name);
      add(found->first, found->second);
    }
    if (!fields_.empty()) return lines;
    for (const auto& [key, text] : all) {
      if (key != "id" && key != "at" && key != "children") add(key, text);
    }
    return lines;
  }

  template <emitting::Record T>
  std::string list(const std::vector<T>& records) const {
    std::string lines;
    for (const T& record : records) {
      if constexpr (requires { record.id; }) {
        lines += std::string(record.id) + "\n" + fields_of(record, "  ");
      } else {
        const std::string shown = fields_of(record, "  ");
        lines += "-" + (shown.empty() ? std::string("\n") : shown.substr(1));
      }
    }
    return lines;
  }

  std::string tree(const std::vector<OutlineNode>& nodes, const std::string& indent) const {
    std::string lines;
    for (const OutlineNode& node : nodes) {
      lines += indent + std::string(node.id) + " " + value(node.kind);
      if (!node.heading.empty()) lines += " # " + value(node.heading);
      if (!node.text.empty()) lines += " | " + value(node.text);
      lines += "\n" + tree(node.children, indent + "  ");
    }
    return lines;
  }

 private:
  std::string_view piece(Span span) const {
    return span.end <= input_.size() ? input_.substr(span.begin, span.length()) : "?";
  }

  std::string_view input_;
  std::vector<std::string> fields_;
};

std::string coverage_of(const Describer& describer, const Coverage& coverage) {
  std::string lines;
  for (const Ignored& ignored : coverage.ignored) {
    lines += "ignored " + std::string(ignored.reason) + ": " + describer.value(ignored.at) + "\n";
  }
  for (const Place& place : coverage.unclaimed) {
    lines += "unclaimed: " + describer.value(place) + "\n";
  }
  return lines;
}

}  // namespace

std::string describe(const Document& document, std::string_view input, std::string_view list,
                     const std::vector<std::string>& fields) {
  const Describer d(input, fields);
  if (list == "document") return d.fields_of(document.identity, "");
  if (list == "instruments") return d.list(document.instruments);
  if (list == "outline") return d.tree(document.outline, "");
  if (list == "goals") return d.list(document.goals);
  if (list == "tasks") return d.list(document.tasks);
  if (list == "reports") return d.list(document.reports);
  if (list == "tables") return d.list(document.tables);
  if (list == "citations") return d.list(document.citations);
  if (list == "agencies") return d.list(document.agencies);
  if (list == "findings") return d.list(document.findings);
  if (list == "coverage") return coverage_of(d, document.coverage);
  if (list == "source") return d.fields_of(document.source, "");
  throw std::logic_error("no such list: " + std::string(list));
}

std::string describe_all(const Document& document) {
  std::string all;
  for (const char* list : {"document", "instruments", "outline", "goals", "tasks", "reports",
                           "tables", "citations", "agencies", "findings"}) {
    all += std::string("== ") + list + "\n" + describe(document, {}, list);
  }
  return all;
}

}  // namespace scp::testing
