// The numbers of rows, in a column of their own or before their text.
#include <algorithm>

#include "facts/tables.h"
#include "layout/lone_numbers.h"
#include "lex/scan.h"
#include "outline/enumerator.h"

namespace scp {

// "1. Rà soát …" in a table without a column for numbers.
void TableReader::number_in_text(Range& content, std::string& number) const {
  const std::string_view text = context_.text(content);
  const std::size_t word = std::min(text.find(' '), text.size());
  const std::string_view levels = text.substr(0, word);  // "I.1."
  if (word < text.size() && levels.ends_with('.') && levels.find('.') + 1 < word &&
      numbers_row(levels)) {
    number = normal_number(levels);
    content =
        context_.flow.trimmed({content.begin + static_cast<std::uint32_t>(word), content.end});
    return;
  }
  const std::size_t end = scan::enumerator(text, 0);
  if (end == 0 || end >= text.size()) return;
  const Enumerator e = read_enumerator(text.substr(0, end), 0);
  if (e.scheme < Scheme::kNumber || e.scheme > Scheme::kInParens) return;
  number = e.value;
  content = context_.flow.trimmed({content.begin + static_cast<std::uint32_t>(end), content.end});
}

std::string TableReader::number_of(const Row& row, const Columns& c) const {
  const Range own = cell(row, c.number);
  if (!own.empty()) return normal_number(context_.text(own));
  std::string number;
  Range content = cell(row, c.content);
  if (!c.number.has_value() && !content.empty()) number_in_text(content, number);
  return number;
}

// A row "1" before a row "1.1" is the title of a group, as long as it is told to nobody.
bool TableReader::heads_next(const TableBlock& source, const Row& row, const Columns& c) const {
  const std::size_t next = static_cast<std::size_t>(&row - source.rows.data()) + 1;
  if (next >= source.rows.size()) return false;
  const std::string number = number_of(row, c);
  const std::string below = number_of(source.rows[next], c);
  return !number.empty() && below.size() > number.size() &&
         below.compare(0, number.size() + 1, number + ".") == 0;
}

// "II.1" before a row 5.
bool TableReader::plain_number_below(const TableBlock& source, const Row& row,
                                     const Columns& c) const {
  const std::size_t next = static_cast<std::size_t>(&row - source.rows.data()) + 1;
  if (next >= source.rows.size()) return false;
  const std::string below = number_of(source.rows[next], c);
  return !below.empty() && below.find_first_not_of("0123456789") == std::string::npos;
}

// "2. Các nhiệm vụ về …" before a row 1.
bool TableReader::begins_anew(const TableBlock& source, const Row& row, const Columns& c) const {
  const std::size_t next = static_cast<std::size_t>(&row - source.rows.data()) + 1;
  return next < source.rows.size() && number_of(source.rows[next], c) == "1";
}

// "1 | Truyền thông | |" before rows 1, 2 …, a), b) … or dashes that say who does what: the title
// of their group, where nothing else stands beside it.
bool TableReader::heads_counted(const TableBlock& source, const Row& row, const Columns& c) const {
  const std::size_t next = static_cast<std::size_t>(&row - source.rows.data()) + 1;
  if (next >= source.rows.size() || cell(row, c.content).empty()) return false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i != c.number && i != c.content && !value(row, i).empty()) return false;
  }
  const Enumerator own = read_enumerator(context_.text(cell(row, c.number)), 0);
  if (own.scheme < Scheme::kNumber || own.scheme > Scheme::kInParens) return false;
  return counts_below(source.rows[next], own, c) && says_more(source.rows[next], c);
}

// Whether a row begins to count inside of one with that number: 1 in 2, a) in 2.1, a dash.
bool TableReader::counts_below(const Row& row, const Enumerator& above, const Columns& c) const {
  const std::string_view content = context_.text(cell(row, c.content));
  if (content.empty()) return false;
  const Range number = cell(row, c.number);
  if (number.empty()) {
    return content.size() > 2 && std::string_view("-+*").find(content[0]) != content.npos &&
           content[1] == ' ';
  }
  const Enumerator first = read_enumerator(context_.text(number), 0);
  if (first.scheme >= Scheme::kDash) return true;
  const bool restarts = first.scheme == above.scheme && above.scheme == Scheme::kNumber;
  return first.ordinal == 1 && (restarts || first.scheme == Scheme::kLetter);
}

// A group "2" stands in one that has a Roman numeral, "2.1" in "2".
void TableReader::remember_outer(std::string_view number) {
  const Enumerator own = read_enumerator(number, 0);
  plain_rows_ = false;
  if (number.empty()) return outer_.clear();
  const auto inside = [&](const TaskGroup& group) {
    return group.number.data() != nullptr && read_enumerator(group.number, 0).scheme < own.scheme;
  };
  if (group_.has_value()) outer_.push_back(*group_);
  while (!outer_.empty() && !inside(outer_.back())) outer_.pop_back();
}

// Below the items of a group "2" a row "3" is no part of it.
void TableReader::leave_group(const Row& row, const Columns& c) {
  if (!group_.has_value() || group_->number.data() == nullptr) return;
  const Enumerator own = read_enumerator(number_of(row, c), 0);
  const Enumerator group = read_enumerator(group_->number, 0);
  if (own.scheme != group.scheme || own.scheme < Scheme::kNumber || own.scheme > Scheme::kDotted3)
    return;
  const auto outer = [](std::string_view value) { return value.substr(0, value.rfind('.') + 1); };
  const bool follows = own.ordinal == group.ordinal + 1 && outer(own.value) == outer(group.value);
  if (!follows || plain_rows_) {
    plain_rows_ = true;
    return;
  }
  close_task();
  group_.reset();
  group_lead_ = {};
  if (outer_.empty()) return;
  group_ = outer_.back();
  outer_.pop_back();
  plain_rows_ = true;
}

// Whether more than a number and what is to be done stands in a row.
bool TableReader::says_more(const Row& row, const Columns& c) const {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i != c.number && i != c.content && !row.cells[i].empty()) return true;
  }
  return false;
}

}  // namespace scp
