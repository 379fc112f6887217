// The text as it is read: NFC, one kind of line end and of blank, markup taken out.
//
// normalize() turns a SourceFile into a Text. Afterwards:
//   1. `content` is valid UTF-8 in NFC; lines end with LF; every kind of blank is a plain space or
//      a tab; a break inside a line (<br>, </p>, U+2028) is U+2028;
//   2. markup (**, *, _, #, tags, entities) and invisible characters are not in `content`: each is
//      a Mark at the place where it stood, and what it means for letters is a style run;
//   3. every range of `content` maps back to the bytes it was made from.
// Owns `content`; keeps no pointer to the source's bytes, only to its line index. Immutable.
#ifndef SCPPARSE_TEXT_TEXT_H_
#define SCPPARSE_TEXT_TEXT_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scpparse/document.h"
#include "scpparse/span.h"
#include "source/offset_map.h"
#include "source/source_file.h"

namespace scp {

inline constexpr std::string_view kSoftBreak = "\xE2\x80\xA8";  // U+2028

enum class MarkKind : std::uint8_t {
  kEmphasis,   // * ** _ __ that come in pairs
  kStray,      // the same without a partner
  kHeading,    // # at the beginning of a line
  kTag,        // an HTML tag
  kPagePart,   // what a web page holds beside its text: scripts, styles, menus, comments
  kEntity,     // &amp; and the like, and marks behind a backslash
  kInvisible,  // zero-width, soft hyphen, control characters
};

struct Mark {
  MarkKind kind = MarkKind::kTag;
  std::uint32_t at = 0;  // offset in `content` where it stood
  Span source;           // in the original input
};

enum class Style : std::uint8_t { kBold = 1, kItalic = 2, kHeading = 4 };

struct StyleRun {
  std::uint32_t begin = 0;  // in `content`
  std::uint32_t end = 0;
  Style style = Style::kBold;
};

// A part of the input that was not the Unicode it seemed to be, or perhaps is not.
struct Misread {
  Stretch::Kind kind = Stretch::Kind::kLegacy;
  Encoding encoding = Encoding::kUtf8;
  Span source;  // in the original input
};

struct Text {
  std::string content;
  std::vector<Mark> marks;
  std::vector<StyleRun> styles;        // by style, then in order; runs of one style stand apart
  std::vector<std::uint32_t> covered;  // where empty cells stand that a cell above reaches over
  std::vector<Repair> repairs;
  std::vector<Misread> misread;  // in order
  Span first_invalid;            // the first byte that is no UTF-8; empty where there is none
  Span first_decomposed;         // the first letter apart from its marks, where others are whole

  // The original bytes that a range of `content` was made from; loose_source() adds the markup
  // that touches the range.
  Span source(std::uint32_t begin, std::uint32_t end) const;
  Span loose_source(std::uint32_t begin, std::uint32_t end) const;
  bool has_style(std::uint32_t begin, std::uint32_t end, Style style) const;

  // The same from offsets of the composed text, before clean-up.
  Span original(std::uint32_t begin, std::uint32_t end) const;

  OffsetMap to_composed;           // content → composed text
  OffsetMap composed_to_repaired;  // composed text → text with bad bytes replaced
  OffsetMap to_utf8;               // that → UTF-8 input
  std::uint32_t utf8_begin = 0;
  std::shared_ptr<const LineIndex> lines;
};

// A line end that the source has lost.
struct LineEnd {
  std::uint32_t at = 0;  // offset of the composed text
  bool soft = false;     // inside a cell: U+2028
};

// `lost`, in order, are put in; they stand for no byte of the input.
Text normalize(const SourceFile& source, const std::vector<LineEnd>& lost = {});

// The text for other programs: UTF-8 in NFC without invisible characters. Markup and line ends
// stay.
struct CleanText {
  std::string text;
  std::uint32_t invalid = 0;  // U+FFFD that stand for bytes of no character
  Span first_invalid;         // where the first of them was
};
CleanText clean_text(const SourceFile& source);

}  // namespace scp

#endif  // SCPPARSE_TEXT_TEXT_H_
