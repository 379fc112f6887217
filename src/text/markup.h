// Finds the markup that OCR and converters leave in a text: * ** _ __ that come in pairs, # at the
// beginning of a line, HTML tags, entities, backslashes before marks. Finds it only; normalize()
// takes it out.
#ifndef SCPPARSE_TEXT_MARKUP_H_
#define SCPPARSE_TEXT_MARKUP_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace scp {

// What a tag of an HTML table does.
enum class TablePart : std::uint8_t { kNone, kTable, kRow, kCell, kRowEnd };

struct MarkupItem {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  MarkKind kind = MarkKind::kEmphasis;
  bool breaks = false;      // ends a line or a paragraph: <br>, <p>, </p> …
  char32_t stands_for = 0;  // entities: the character
  std::uint8_t opens = 0;   // Style bits that begin after it
  std::uint8_t closes = 0;  // Style bits that end before it
  TablePart table = TablePart::kNone;
  std::uint8_t columns = 1;  // colspan and rowspan of a cell
  std::uint8_t rows = 1;
};

// All markup of `text` (valid UTF-8), in order, without overlaps.
std::vector<MarkupItem> find_markup(std::string_view text);

}  // namespace scp

#endif  // SCPPARSE_TEXT_MARKUP_H_
