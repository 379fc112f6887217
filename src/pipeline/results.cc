#include "pipeline/results.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "emit/csv.h"

namespace scp {
namespace {

constexpr std::size_t kLook = 1024;  // more than the beginning of any result

// What every table begins with, parted as this program or a spreadsheet does it.
bool is_table(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const std::size_t end = text.find_first_of("\r\n");
  std::string first(text.substr(0, end));
  std::erase(first, '"');
  std::replace_if(
      first.begin(), first.end(), [](char c) { return c == ';' || c == '\t'; }, ',');
  for (const Lang lang : {Lang::kEn, Lang::kVi}) {
    std::string wanted;
    append_csv_beginning(lang, wanted);
    if (first.starts_with(wanted)) return true;
  }
  return false;
}

bool is_token(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  return line.starts_with("{\"kind\":\"") && line.find(",\"line_start\":") != line.npos &&
         line.find(",\"glued\":") != line.npos;
}

bool is_schema(std::string_view text) {
  return text.starts_with("{\n  \"$schema\":") &&
         (text.find("\"urn:scpparse:output:") != text.npos ||
          text.find("\"scpparse grammar file\"") != text.npos);
}

}  // namespace

bool is_result_text(std::string_view beginning) {
  std::string bare;  // without marks and blanks, in which the forms differ
  for (const char c : beginning.substr(0, 64)) {
    if (std::string_view("[{-\" \n").find(c) == std::string_view::npos) bare += c;
  }
  return bare.starts_with("schema:scpparse/") || is_table(beginning) || is_token(beginning) ||
         is_schema(beginning);
}

bool was_written_here(const std::string& path) {
  std::array<char, kLook> bytes{};
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), bytes.size());
  return is_result_text({bytes.data(), static_cast<std::size_t>(file.gcount())});
}

}  // namespace scp
