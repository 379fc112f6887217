#include "generator/vocabulary.h"

#include <yaml-cpp/yaml.h>

namespace scp::testing {
namespace {

Fields fields_of(const YAML::Node& node) {
  Fields fields;
  for (const auto& pair : node) {
    if (pair.second.IsScalar()) fields[pair.first.as<std::string>()] = pair.second.Scalar();
  }
  return fields;
}

// Calls `take` with every entry of a lexicon and its names as written.
template <typename Take>
void each_entry(const std::string& file, const std::string& lexicon, Take take) {
  for (const auto& node : YAML::LoadFile(file)["lexicons"]) {
    if (node["id"].as<std::string>() != lexicon) continue;
    for (const auto& entry : node["entries"]) {
      std::vector<std::string> names{entry["name"].as<std::string>()};
      if (entry["variants"]) {
        for (const auto& variant : entry["variants"]) names.push_back(variant.as<std::string>());
      }
      take(names, fields_of(entry["values"]));
    }
  }
}

void read_own(const std::string& file, Vocabulary& out) {
  const YAML::Node top = YAML::LoadFile(file);
  out.words = fields_of(top["words"]);
  for (const auto& pair : top["lists"]) {
    out.lists[pair.first.as<std::string>()] = pair.second.as<std::vector<std::string>>();
  }
  for (const auto& node : top["kinds"]) {
    out.kinds.push_back({fields_of(node), node["lines"].as<std::vector<std::string>>()});
  }
  out.titles = top["titles"].as<std::vector<std::string>>();
  for (const auto& node : top["deadlines"]) out.deadlines.push_back(fields_of(node));
  for (const auto& node : top["goals"]) out.goals.push_back(fields_of(node));
  for (const auto& node : top["indicators"]) out.indicators.push_back(fields_of(node));
}

}  // namespace

Vocabulary read_vocabulary(const std::string& root) {
  Vocabulary out;
  read_own(root + "/tests/property/generator/vocabulary.yaml", out);
  each_entry(root + "/grammars/common/agencies.yaml", "agencies",
             [&](const std::vector<std::string>& names, const Fields& values) {
               const auto kind = values.find("kind");
               if (kind != values.end() && kind->second == "reference") return;  // "as above"
               const auto role = values.find("role");
               const bool open = role != values.end() && role->second == "of-body";
               const std::string owner = open ? " Sở Y tế" : "";  // whose bodies they are
               for (const std::string& name : names)
                 out.agencies.push_back({name + owner, names[0] + owner});
             });
  for (const std::string& name : out.list("unknown_agency")) out.agencies.push_back({name, name});
  each_entry(root + "/grammars/common/provinces.yaml", "provinces",
             [&](const std::vector<std::string>& names, Fields values) {
               if (!values.count("full_name")) return;
               values["name"] = names[0];
               out.provinces.push_back(std::move(values));
             });
  each_entry(root + "/grammars/administrative/tables.yaml", "columns",
             [&](const std::vector<std::string>& names, const Fields& values) {
               auto& headers = out.headers[values.at("role")];
               headers.insert(headers.end(), names.begin(), names.end());
             });
  return out;
}

}  // namespace scp::testing
