#include "source/recode.h"

#include <algorithm>

#include "source/evidence.h"
#include "source/legacy.h"

namespace scp {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

class Writer {
 public:
  Writer(std::string& out, OffsetMap& map) : out_(out), map_(map) {}

  void copy(std::string_view text) {
    out_ += text;
    map_.copy(static_cast<std::uint32_t>(text.size()));
  }
  void put(char32_t c, std::uint32_t length) {
    const std::size_t before = out_.size();
    append_utf8(out_, c);
    map_.replace(static_cast<std::uint32_t>(out_.size() - before), length);
  }

 private:
  std::string& out_;
  OffsetMap& map_;
};

// Valid UTF-8 as it is; bytes that are none one by one.
void write_unchanged(std::string_view text, std::size_t begin, std::size_t end, Writer& writer,
                     RecodeCounts& counts) {
  std::size_t from = begin;
  for (std::size_t at = begin; at < end;) {
    const std::size_t length = character_length(text, at);
    if (length == 0) {
      writer.copy(text.substr(from, at - from));
      writer.put(kReplacement, 1);
      if (counts.invalid++ == 0) counts.first_invalid = at;
      from = at + 1;
    }
    at += std::max<std::size_t>(length, 1);
  }
  writer.copy(text.substr(from, end - from));
}

// Decodes line by line, so that memory does not grow with the text.
class LineDecoder {
 public:
  LineDecoder(const Stretch& what, As as)
      : table_(what.kind == Stretch::Kind::kDouble ? nullptr : legacy_table(what.encoding)),
        as_(as) {}

  // Gives the number of letters that changed.
  std::uint32_t write(std::string_view text, Writer& writer) {
    restore_ =
        table_ != nullptr && table_->often_lost != 0 && as_ == As::kUtf8 && !holds_lost(text);
    std::uint32_t changed = 0;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
      changed += write_line(text.substr(0, end), writer);
      text.remove_prefix(end);
    }
    return changed;
  }

 private:
  // Whether the byte that is often lost is there, as the soft hyphen that it is in Latin-1.
  static bool holds_lost(std::string_view text) { return text.find("\xC2\xAD") != text.npos; }

  std::uint32_t write_line(std::string_view line, Writer& writer) {
    units_.clear();
    letters_.clear();
    as_ == As::kBytes ? units_of_bytes(line, units_)
                      : units_of_utf8(line, as_ == As::kDamagedUtf8, units_);
    table_ == nullptr ? decode_double(units_, letters_) : decode_legacy(*table_, units_, letters_);
    settle_capitals(letters_);
    if (restore_) restore_lost(table_->often_lost, letters_);
    std::uint32_t changed = 0;
    std::size_t at = 0;
    for (const Letter& letter : letters_) {
      changed += letter.recoded ? 1 : 0;
      if (letter.length == 1 && letter.value < 0x80) {
        writer.copy(line.substr(at, 1));
      } else {
        writer.put(letter.value, letter.length);
      }
      at += letter.length;
    }
    return changed;
  }

  const tables::Legacy* table_;
  As as_;
  bool restore_ = false;
  std::vector<Unit> units_;
  std::vector<Letter> letters_;
};

std::uint32_t write_latin(std::string_view word, Writer& writer) {
  std::vector<Unit> units;
  units_of_utf8(word, false, units);
  std::uint32_t changed = 0;
  for (const Unit& unit : units) {
    const char32_t latin = lookalike_of(unit.value);
    changed += latin != 0 ? 1 : 0;
    writer.put(latin != 0 ? latin : unit.value, unit.length);
  }
  return changed;
}

}  // namespace

void RecodeCounts::add(std::string_view kind, std::uint32_t count) {
  const auto found = std::find_if(letters.begin(), letters.end(),
                                  [&](const auto& known) { return known.first == kind; });
  if (found != letters.end()) {
    found->second += count;
  } else if (count != 0) {
    letters.emplace_back(kind, count);
  }
}

void recode(std::string_view text, const std::vector<Stretch>& pieces, std::string& out,
            OffsetMap& map, RecodeCounts& counts) {
  Writer writer(out, map);
  out.reserve(text.size());
  const As as = utf8_quality(text).invalid != 0 ? As::kDamagedUtf8 : As::kUtf8;
  std::size_t at = 0;
  for (const Stretch& piece : pieces) {
    if (piece.kind == Stretch::Kind::kUnsettled) continue;
    write_unchanged(text, at, piece.begin, writer, counts);
    const std::string_view inside = text.substr(piece.begin, piece.end - piece.begin);
    const std::uint32_t changed = piece.kind == Stretch::Kind::kLookalikes
                                      ? write_latin(inside, writer)
                                      : LineDecoder(piece, as).write(inside, writer);
    counts.add(repair_kind(piece), changed);
    at = piece.end;
  }
  write_unchanged(text, at, text.size(), writer, counts);
}

void recode_bytes(std::string_view bytes, Encoding encoding, std::string& out, OffsetMap& map,
                  RecodeCounts& counts) {
  Writer writer(out, map);
  out.reserve(bytes.size() + bytes.size() / 2);
  const Stretch whole{0, 0, Stretch::Kind::kLegacy, encoding};
  counts.add(repair_kind(whole), LineDecoder(whole, As::kBytes).write(bytes, writer));
}

std::string_view repair_kind(const Stretch& piece) {
  if (piece.kind == Stretch::Kind::kDouble) return "double_encoded";
  if (piece.kind == Stretch::Kind::kLookalikes) return "homoglyph";
  return name_of(piece.encoding);
}

}  // namespace scp
