#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>

#include "source/recode.h"
#include "support/usual_text.h"
#include "text/markup.h"
#include "text/text.h"
#include "text/utf8.h"

namespace scp {
namespace {

// Composed text is the rule: all letters of Vietnamese and the usual marks have lead bytes that
// begin nothing that NFC would change. Only other text is shown to ICU.
bool surely_composed(std::string_view text) {
  const auto byte_at = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  std::size_t at = 0;
  while ((at = usual_end<Usual::kPrintable>(text, at)) != text.size()) {
    const unsigned lead = byte_at(at);
    // U+2000 and U+2001 alone are decomposed by NFC.
    const bool mark = lead == 0xE2 && byte_at(at + 1) == 0x80 && byte_at(at + 2) > 0x81;
    if (lead > 0xC6 && !mark) return false;
    at += mark ? 3 : 1;
  }
  return true;
}

// Where to cut a text before ICU sees it. Sorting a run of marks takes it quadratic time, so a run
// is cut where UAX 15 lets a stream do so or later; sizes have 31 bits there.
std::size_t end_of_portion(std::string_view text, std::size_t from) {
  constexpr std::size_t kMostMarks = 64;
  constexpr std::size_t kLongest = std::size_t{1} << 28;
  std::size_t marks = 0;
  std::size_t at = from;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0xCC) {  // a character below U+0300, or a byte that goes on with one
      if (byte < 0x80 && at - from > kLongest) return at;
      marks = 0;
      ++at;
      continue;
    }
    const CodePoint c = decode(text, at);
    marks = u_getCombiningClass(static_cast<UChar32>(c.value)) != 0 ? marks + 1 : 0;
    if (marks > kMostMarks) return at;
    at += c.length;
  }
  return at;
}

void compose_portion(std::string_view text, std::string& out, OffsetMap& map) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::Edits edits;
  const std::size_t before = out.size();
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(status)) {
    nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                       &edits, status);
  }
  if (U_FAILURE(status)) {  // out of memory only: read the text as it is
    out.replace(before, std::string::npos, text);
    map.copy(static_cast<std::uint32_t>(text.size()));
    return;
  }
  for (auto it = edits.getFineIterator(); it.next(status);) {
    const auto origin = static_cast<std::uint32_t>(it.oldLength());
    const auto derived = static_cast<std::uint32_t>(it.newLength());
    it.hasChange() ? map.replace(derived, origin) : map.copy(origin);
  }
}

bool is_mark(char32_t c) {
  return c >= 0x300 && c <= 0x36F;
}

// The combining mark that "&#768;" or "&#x300;" stands for; 0 where none stands there.
char32_t mark_entity(std::string_view text, std::size_t at, std::size_t& length) {
  constexpr std::size_t kLongest = 9;
  text = text.substr(at, kLongest);
  if (!text.starts_with("&#")) return 0;
  const std::size_t end = text.find(';');
  const bool hex = text.size() > 2 && (text[2] | 0x20) == 'x';
  const std::size_t first = hex ? 3 : 2;
  if (end == std::string_view::npos || end <= first) return 0;
  std::uint32_t value = 0;
  const auto [last, error] =
      std::from_chars(text.data() + first, text.data() + end, value, hex ? 16 : 10);
  length = end + 1;
  return error == std::errc() && last == text.data() + end && is_mark(value) ? value : 0;
}

std::size_t next_mark_entity(std::string_view text, std::size_t from) {
  std::size_t length = 0;
  for (std::size_t at = text.find("&#", from); at != text.npos; at = text.find("&#", at + 2)) {
    if (mark_entity(text, at, length) != 0) return at;
  }
  return text.npos;
}

void compose_all(std::string_view text, std::string& out, OffsetMap& map) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_portion(text, at);
    compose_portion(text.substr(at, end - at), out, map);
    at = end;
  }
}

// Marks that entities stand for belong to the letter before them: "a&#768;" is one letter.
void compose(std::string_view text, std::string& out, OffsetMap& map) {
  constexpr std::size_t kMostMarks = 16;
  std::size_t done = 0;
  for (std::size_t at = next_mark_entity(text, 0); at != text.npos;
       at = next_mark_entity(text, std::max(at + 1, done))) {
    std::size_t base = at;
    const auto step_back = [&] {
      if (base > done) --base;
      while (base > done && is_trail(text[base])) --base;
    };
    step_back();
    while (base > done && is_mark(decode(text, base).value)) step_back();
    if (base == at || !is_letter(decode(text, base).value)) continue;
    std::string letter(text.substr(base, at - base));
    std::size_t end = at;
    for (std::size_t marks = 0; marks < kMostMarks && end < text.size(); ++marks) {
      std::size_t length = 0;
      char32_t mark = mark_entity(text, end, length);
      if (mark == 0) {
        const CodePoint raw = decode(text, end);
        if (!is_mark(raw.value)) break;
        mark = raw.value;
        length = raw.length;
      }
      append(letter, mark);
      end += length;
    }
    compose_all(text.substr(done, base - done), out, map);
    OffsetMap unused;
    const std::size_t before = out.size();
    compose_portion(letter, out, unused);
    map.replace(static_cast<std::uint32_t>(out.size() - before),
                static_cast<std::uint32_t>(end - base));
    done = end;
  }
  compose_all(text.substr(done), out, map);
}

enum class CharClass : std::uint8_t { kPlain, kBlank, kLineEnd, kSoftBreak, kInvisible };

CharClass class_of(char32_t c) {
  if (c < 0x20) {
    if (c == '\t') return CharClass::kPlain;
    return c == '\n' || c == '\f' || c == '\v' ? CharClass::kLineEnd : CharClass::kInvisible;
  }
  if (c >= 0x7F && c <= 0x9F) return c == 0x85 ? CharClass::kLineEnd : CharClass::kInvisible;
  if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000) {
    return CharClass::kBlank;
  }
  if (c == 0x2028 || c == 0x2029) return CharClass::kSoftBreak;
  if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
      (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF) {
    return CharClass::kInvisible;
  }
  return CharClass::kPlain;
}

// Copies composed text into Text::content, leaving out what is not text.
class Cleaner {
 public:
  Cleaner(std::string_view composed, const std::vector<LineEnd>& lost, Text& text)
      : in_(composed), lost_(lost), text_(text) {}

  void run() {
    const std::vector<MarkupItem> markup = find_markup(in_);
    text_.content.reserve(in_.size());
    std::size_t at = 0;
    for (const MarkupItem& item : markup) {
      plain(at, item.begin);
      take_out(item);
      at = item.end;
    }
    plain(at, in_.size());
    end_styles();
  }

  std::uint32_t zero_width = 0;
  std::uint32_t control = 0;
  std::uint32_t soft_hyphen = 0;

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(text_.content.size()); }

  void mark(MarkKind kind, std::size_t begin, std::size_t end) {
    text_.marks.push_back(
        {kind, here(), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
  }

  void take_out(const MarkupItem& item) {
    if (item.closes != 0) close_styles(item.closes);
    mark(item.kind, item.begin, item.end);
    if (item.table != TablePart::kNone) {
      table_tag(item);
    } else if (item.stands_for != 0 && class_of(item.stands_for) != CharClass::kInvisible) {
      flush_break();
      const std::uint32_t before = here();
      const bool blank = class_of(item.stands_for) == CharClass::kBlank;
      append(text_.content, blank ? U' ' : item.stands_for);
      text_.to_composed.replace(here() - before, item.end - item.begin);
    } else {
      text_.to_composed.replace(0, item.end - item.begin);
    }
    if (item.breaks) break_wanted_ = !at_line_start();
    if (item.opens != 0) open_styles(item.opens);
  }

  static constexpr std::size_t kMostCovered = 64;  // columns; no table is read that is wider

  // Cells that a cell above reaches over, as long as such stand at the place of the next cell.
  // `end`: the tab that ends each of them stands before it, as at the end of a row.
  void put_covered(bool end, std::string& put) {
    while (column_ < rows_left_.size() && rows_left_[column_] > 0 && column_ < kMostCovered) {
      const auto at = static_cast<std::uint32_t>(here() + put.size());
      text_.covered.push_back(end ? at + 1 : at);
      put += '\t';
      ++column_;
    }
  }

  // Tags of a table become the line ends and tabs of a table in plain text; a cell that reaches
  // over several rows leaves empty cells below it.
  void table_tag(const MarkupItem& item) {
    break_wanted_ = false;
    std::string put;
    if (item.table != TablePart::kCell) {
      const bool fresh = text_.content.empty() || text_.content.back() == '\n';
      // A title merged across the table stays a row of it; a letterhead has two columns.
      if (in_row_ && column_ > 2) put = std::string(tabs_due_, '\t');
      tabs_due_ = 0;
      if (in_row_ && column_ > 0) put_covered(true, put);
      if (!fresh || !put.empty()) put += '\n';
      in_row_ = item.table == TablePart::kRow;
      column_ = 0;
      if (item.table == TablePart::kRow) {
        for (std::uint8_t& rows : rows_left_)
          rows = rows > 0 ? static_cast<std::uint8_t>(rows - 1) : rows;
      } else if (item.table == TablePart::kTable) {
        rows_left_.clear();
      }
    } else {
      if (column_ > 0) put = std::string(tabs_due_ + 1, '\t');
      tabs_due_ = 0;
      put_covered(false, put);
      if (rows_left_.size() < column_ + item.columns) rows_left_.resize(column_ + item.columns, 0);
      for (std::size_t i = 0; i < item.columns; ++i) rows_left_[column_ + i] = item.rows;
      column_ += item.columns;
      tabs_due_ = item.columns - 1;
    }
    text_.content += put;
    text_.to_composed.replace(static_cast<std::uint32_t>(put.size()), item.end - item.begin);
  }

  bool at_line_start() const {
    std::size_t i = text_.content.size();
    while (i > 0 && text_.content[i - 1] == ' ') --i;
    return i == 0 || text_.content[i - 1] == '\n' || text_.content[i - 1] == '\t' ||
           (i >= 3 && std::string_view(text_.content).substr(i - 3, 3) == kSoftBreak);
  }

  void flush_break() {
    if (!break_wanted_) return;
    break_wanted_ = false;
    text_.content.append(kSoftBreak);
    text_.to_composed.replace(3, 0);
  }

  // Puts in the line ends that were lost between two places.
  void plain(std::size_t from, std::size_t to) {
    for (; next_lost_ < lost_.size() && lost_[next_lost_].at <= to; ++next_lost_) {
      const std::size_t at = std::max<std::size_t>(from, lost_[next_lost_].at);
      copy(from, at);
      from = at;
      if (lost_[next_lost_].soft) {
        break_wanted_ = true;
      } else {
        end_line(0);
      }
    }
    copy(from, to);
  }

  void copy(std::size_t from, std::size_t to) {
    std::size_t run = from;  // bytes from here to `at` are copied as they are
    std::size_t at = from;
    const auto copy_run = [&](std::size_t end) {
      if (end == run) return;
      text_.content.append(in_, run, end - run);
      text_.to_composed.copy(static_cast<std::uint32_t>(end - run));
    };
    while (at < to) {
      if (break_wanted_ && in_[at] == ' ') {
        ++at;
        continue;
      }
      if (!break_wanted_ && (at = usual_end<Usual::kPrintable>(in_.substr(0, to), at)) == to) break;
      const auto byte = static_cast<unsigned char>(in_[at]);
      const bool empty_line = byte == '\n' && at + 1 < to && in_[at + 1] == '\n';
      if (in_row_ && (byte == '\n' || byte == '\t') && !empty_line) {  // a blank inside a row
        copy_run(at);
        text_.content.push_back(' ');
        text_.to_composed.copy(1);
        run = ++at;
        continue;
      }
      if (byte == '\n' || byte == '\t') {
        in_row_ = false;
        copy_run(at + 1);
        run = ++at;
        if (break_wanted_) break_wanted_ = false;
        if (byte == '\n') close_styles(static_cast<std::uint8_t>(Style::kHeading));
        continue;
      }
      const CodePoint point = decode(in_, at);
      const CharClass kind = class_of(point.value);
      if (kind == CharClass::kPlain) {
        if (break_wanted_) {
          copy_run(at);
          run = at;
          flush_break();
        }
        at += point.length;
        continue;
      }
      copy_run(at);
      special(kind, point, at);
      at += point.length;
      run = at;
    }
    copy_run(to);
  }

  void end_line(std::uint32_t length) {
    break_wanted_ = false;
    text_.content += '\n';
    text_.to_composed.replace(1, length);
    close_styles(static_cast<std::uint8_t>(Style::kHeading));
  }

  void special(CharClass kind, CodePoint point, std::size_t at) {
    const auto put = [&](std::string_view what) {
      text_.content.append(what);
      text_.to_composed.replace(static_cast<std::uint32_t>(what.size()), point.length);
    };
    switch (kind) {
      case CharClass::kBlank:
        return put(" ");
      case CharClass::kLineEnd:
        return end_line(point.length);
      case CharClass::kSoftBreak:
        break_wanted_ = false;
        return put(kSoftBreak);
      default:
        break;
    }
    if (point.value == '\r') {  // CRLF is LF; a lone CR is a line end too
      const bool crlf = at + 1 < in_.size() && in_[at + 1] == '\n';
      return crlf ? text_.to_composed.replace(0, 1) : end_line(1);
    }
    mark(MarkKind::kInvisible, at, at + point.length);
    text_.to_composed.replace(0, point.length);
    if (point.value == 0xAD) {
      ++soft_hyphen;
    } else {
      ++(point.value < 0xA0 ? control : zero_width);
    }
  }

  void open_styles(std::uint8_t styles) {
    for (std::size_t bit = 0; bit < kStyles; ++bit) {
      if ((styles & (1U << bit)) != 0 && !open_[bit]) {
        open_[bit] = true;
        since_[bit] = here();
      }
    }
  }

  void close_styles(std::uint8_t styles) {
    for (std::size_t bit = 0; bit < kStyles; ++bit) {
      if ((styles & (1U << bit)) == 0 || !open_[bit]) continue;
      open_[bit] = false;
      text_.styles.push_back({since_[bit], here(), static_cast<Style>(1U << bit)});
    }
  }

  void end_styles() {
    close_styles(0xFF);
    std::stable_sort(text_.styles.begin(), text_.styles.end(),
                     [](const StyleRun& a, const StyleRun& b) { return a.style < b.style; });
  }

  static constexpr std::size_t kStyles = 3;
  std::string_view in_;
  const std::vector<LineEnd>& lost_;
  std::size_t next_lost_ = 0;
  Text& text_;
  bool break_wanted_ = false;
  bool in_row_ = false;                  // of an HTML table
  std::size_t column_ = 0;               // of the next cell
  std::size_t tabs_due_ = 0;             // for a cell over several columns
  std::vector<std::uint8_t> rows_left_;  // by column: rows that a cell above still covers
  bool open_[kStyles] = {};
  std::uint32_t since_[kStyles] = {};
};

// The input as valid UTF-8 in NFC, with what had to be done for that.
struct Composed {
  std::string repaired;
  std::string composed;
  std::string_view text;  // into one of these, or into the input
  OffsetMap to_repaired;
  OffsetMap to_utf8;
  RecodeCounts counts;
  bool decomposed = false;
};

void compose_source(const SourceFile& source, Composed& out) {
  out.text = source.utf8;
  if (!source.pieces.empty() || (!source.valid && first_invalid(out.text) != out.text.size())) {
    recode(out.text, source.pieces, out.repaired, out.to_utf8, out.counts);
    out.text = out.repaired;
  }
  if (surely_composed(out.text) && next_mark_entity(out.text, 0) == out.text.npos) return;
  OffsetMap map;
  compose(out.text, out.composed, map);
  out.decomposed = out.composed != out.text;
  if (!out.decomposed) return;
  out.to_repaired = std::move(map);
  out.text = out.composed;
}

// A letter of Vietnamese with a tone, in one: U+1EA0 to U+1EF9.
bool holds_composed(std::string_view text) {
  for (std::size_t at = text.find('\xE1'); at != text.npos; at = text.find('\xE1', at + 1)) {
    const char32_t c = decode(text, at).value;
    if (c >= 0x1EA0 && c <= 0x1EF9) return true;
  }
  return false;
}

// Where the composed text first differs from the one before.
std::uint32_t first_difference(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  auto at = static_cast<std::uint32_t>(in_a - a.begin());
  while (at > 0 && at < a.size() && is_trail(a[at])) --at;
  return at;
}

// The first byte that belongs to no character.
Span invalid_byte(const SourceFile& source, const Composed& composed) {
  const auto at = static_cast<std::uint32_t>(composed.counts.first_invalid) + source.utf8_begin;
  return {source.lines->to_original(at), source.lines->to_original(at + 1)};
}

// Bytes to which a legacy encoding gives no letter; such a text holds U+FFFD for no other reason.
void note_unknown_bytes(const SourceFile& source, CleanText& clean) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  for (std::size_t at = source.utf8.find(kReplacement); at != source.utf8.npos;
       at = source.utf8.find(kReplacement, at + kReplacement.size())) {
    const auto begin = static_cast<std::uint32_t>(at) + source.utf8_begin;
    const auto end = begin + static_cast<std::uint32_t>(kReplacement.size());
    if (clean.invalid++ != 0) continue;
    clean.first_invalid = {source.lines->to_original(begin), source.lines->to_original(end)};
  }
}

void note_misread(const SourceFile& source, const Composed& composed, Text& text) {
  const auto original = [&](std::uint32_t begin, std::uint32_t end) {
    return Span{text.lines->to_original(begin + source.utf8_begin),
                text.lines->to_original(end + source.utf8_begin)};
  };
  for (const Stretch& piece : source.pieces) {
    if (piece.kind == Stretch::Kind::kLookalikes) continue;
    text.misread.push_back({piece.kind, piece.encoding, original(piece.begin, piece.end)});
  }
  if (composed.counts.invalid != 0) text.first_invalid = invalid_byte(source, composed);
  const std::string_view before = composed.repaired.empty() ? source.utf8 : composed.repaired;
  const bool entities = next_mark_entity(before, 0) != before.npos;  // these are no second encoding
  if (composed.decomposed && !entities && source.decoded == 0 && holds_composed(before)) {
    const std::uint32_t at = first_difference(composed.text, before);
    text.first_decomposed = text.original(at, at + decode(composed.text, at).length);
  }
}

}  // namespace

Text normalize(const SourceFile& source, const std::vector<LineEnd>& lost) {
  Text text;
  text.lines = source.lines;
  text.utf8_begin = source.utf8_begin;
  Composed composed;
  compose_source(source, composed);
  text.to_utf8 = std::move(composed.to_utf8);
  text.composed_to_repaired = std::move(composed.to_repaired);
  Cleaner cleaner(composed.text, lost, text);
  cleaner.run();
  text.to_composed.settle();
  for (Mark& mark : text.marks) mark.source = text.original(mark.source.begin, mark.source.end);
  note_misread(source, composed, text);
  const auto note = [&](std::string_view kind, std::uint32_t count) {
    if (count != 0) text.repairs.push_back({kind, count});
  };
  note(name_of(source.encoding), source.decoded);
  for (const auto& [kind, count] : composed.counts.letters) note(kind, count);
  note("invalid_utf8", composed.counts.invalid);
  note("not_nfc", composed.decomposed ? 1 : 0);
  note("control_character", cleaner.control);
  note("zero_width", cleaner.zero_width);
  note("soft_hyphen", cleaner.soft_hyphen);
  return text;
}

CleanText clean_text(const SourceFile& source) {
  Composed composed;
  compose_source(source, composed);
  CleanText clean;
  clean.invalid = composed.counts.invalid;
  if (clean.invalid != 0) clean.first_invalid = invalid_byte(source, composed);
  if (is_legacy(source.encoding)) note_unknown_bytes(source, clean);
  std::string& out = clean.text;
  out.reserve(composed.text.size());
  for (std::size_t at = 0; at < composed.text.size();) {
    const CodePoint c = decode(composed.text, at);
    const bool kept = c.value == '\r' || class_of(c.value) != CharClass::kInvisible;
    if (kept) out.append(composed.text, at, c.length);
    at += c.length;
  }
  return clean;
}

}  // namespace scp
