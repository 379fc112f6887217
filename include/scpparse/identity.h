// What an instrument is: its kind, number, date, issuer, signers, and how it came to us. Part of
// Document, whose header says what holds for the strings. Plain data.
#ifndef SCPPARSE_IDENTITY_H_
#define SCPPARSE_IDENTITY_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "scpparse/span.h"

namespace scp {

// A calendar date as far as the text gives it: 2020-08-13, 2020-08 (day 0), 2020 (month 0).
// year 0 is "no date".
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;

  bool known() const { return year != 0; }
  friend bool operator==(Date a, Date b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
  }
};

// How the input came, and what had to be repaired to read it.
struct Repair {
  std::string_view kind;  // invalid_utf8, control_character, zero_width, not_nfc …
  std::uint32_t count = 0;
};
struct SourceInfo {
  std::string_view path;  // as given; null for standard input
  std::string_view sha256;
  std::uint32_t bytes = 0;
  std::uint32_t lines = 0;
  std::string_view encoding;  // utf-8, utf-8-bom, utf-16le, utf-16be
  std::vector<Repair> repairs;
};

struct InstrumentRef {
  std::string_view kind;
  std::string_view number;
  Date issued_on;
};

struct Jurisdiction {
  std::string_view name;
  std::string_view level;  // central, province, district, commune
  std::string_view gso_code;
  std::string_view iso_code;
  std::string_view successor;
};

struct Signer {
  std::string_view name;
  std::string_view position;
  std::vector<std::string_view> capacity;
  Place at;
};

struct Recipient {
  std::string_view text;
  std::string_view note;
  Place at;
};

struct Effective {
  std::string_view text;
  Date on;
  Place at;
};

// Identity of the file's main instrument.
struct Identity {
  std::optional<std::uint32_t> instrument;  // index into Document::instruments
  std::string_view kind;
  std::string_view kind_name;
  std::string_view number;
  std::string_view symbol;
  std::string_view serial;
  Date issued_on;
  std::string_view place;
  std::string_view issuer;
  std::string_view title;
  std::optional<Jurisdiction> jurisdiction;
  std::optional<InstrumentRef> attached_to;
  std::vector<Signer> signers;
  std::vector<Recipient> recipients;
  std::optional<Effective> effective;
};

struct Instrument {
  std::string_view kind;
  std::string_view kind_name;
  std::string_view number;
  Date issued_on;
  std::string_view title;
  std::optional<InstrumentRef> attached_to;
  Place at;  // the line of the kind word
};

}  // namespace scp

#endif  // SCPPARSE_IDENTITY_H_
