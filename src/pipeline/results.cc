#include "pipeline/results.h"

#include <array>
#include <fstream>

#include "emit/csv.h"

namespace scp {
namespace {

constexpr std::size_t kLook = 1024;  // more than the longest header of a table

bool is_table(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  for (auto table = CsvTable::kTasks; table <= CsvTable::kFindings;
       table = static_cast<CsvTable>(static_cast<int>(table) + 1)) {
    for (const Lang lang : {Lang::kEn, Lang::kVi}) {
      std::string header;
      append_csv_header({.table = table, .lang = lang}, header);
      if (text.starts_with(header)) return true;
    }
  }
  return false;
}

}  // namespace

bool is_result_text(std::string_view beginning) {
  std::string bare;  // without marks and blanks, in which the forms differ
  for (const char c : beginning.substr(0, 64)) {
    if (std::string_view("[{-\" \n").find(c) == std::string_view::npos) bare += c;
  }
  return bare.starts_with("schema:scpparse/") || is_table(beginning);
}

bool was_written_here(const std::string& path) {
  std::array<char, kLook> bytes{};
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), bytes.size());
  return is_result_text({bytes.data(), static_cast<std::size_t>(file.gcount())});
}

}  // namespace scp
