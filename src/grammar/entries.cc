#include "grammar/entries.h"

#include "grammar/grammar_source.h"

namespace scp {
namespace {

EntryRow row_of(const EntrySource& entry, const ProblemLog& log) {
  EntryRow row;
  row.name = entry.name->text;
  for (const FieldSource& value : entry.values) {
    row.values += (row.values.empty() ? "" : " ") + std::string(name_of(value.field)) + "=" +
                  value.value->text;
  }
  for (const YamlNode* variant : entry.variants) {
    row.variants += (row.variants.empty() ? "" : "; ") + variant->text;
  }
  row.file = log.file(entry.name->spot.file).name;
  row.line = log.line_of(entry.name->spot);
  return row;
}

}  // namespace

Result<std::vector<EntryRow>> list_entries(const std::vector<GrammarFile>& files, LexiconId id) {
  ProblemLog log(files);
  const GrammarSource source = read_grammar_source(files.size(), log);
  if (!log.empty()) return log.take();
  std::vector<EntryRow> rows;
  for (const LexiconSource& lexicon : source.lexicons) {
    if (lexicon.id != id) continue;
    for (const EntrySource& entry : lexicon.entries) rows.push_back(row_of(entry, log));
  }
  return rows;
}

}  // namespace scp
