// Reads names of agencies: lists in cells ("Sở A; Sở B (phần X)") and in running text.
//
// Names are resolved through the lexicon `agencies`, longest match first, because names hold commas
// and conjunctions; a name that the lexicon does not know is kept as written. Each AgencyRef has
// its canonical name, the text as written and its place.
#ifndef SCPPARSE_FACTS_AGENCIES_H_
#define SCPPARSE_FACTS_AGENCIES_H_

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "facts/context.h"

namespace scp {

struct AgencyList {
  std::vector<AgencyRef> agencies;
  std::uint32_t end = 0;  // in the flow, after the last name
  bool empty() const { return agencies.empty(); }
};

// Adds to a list what it does not hold yet, by name; long lists are looked up by hash.
class DistinctAgencies {
 public:
  explicit DistinctAgencies(std::vector<AgencyRef>& list) : list_(list) {}
  void add(AgencyRef agency);

 private:
  std::vector<AgencyRef>& list_;
  std::unordered_set<std::string_view> names_;
  std::size_t known_ = 0;  // so many of the list are in names_
};

class AgencyReader {
 public:
  explicit AgencyReader(FactContext& context) : context_(context) {}

  // A cell or a heading that holds nothing but names; unknown names are taken as they stand.
  std::vector<AgencyRef> whole(Range range);
  // The same, but one name where the list begins with a name that is not known and goes on with
  // what does not begin like one: "Tổ đảng ở Ủy ban Tài chính, Ngân sách".
  std::vector<AgencyRef> whole_or_one(Range range);
  // The names that stand at the beginning of `range`, as far as they are known.
  AgencyList leading(Range range);
  // The same for provinces without a body: "Các tỉnh Nghệ An, Quảng Ngãi".
  AgencyList leading_provinces(Range range);
  // The words at the beginning that describe somebody who has no name; empty where none do.
  Range describes(Range range) const;
  // True when known names are all that stands in `range`, apart from a final mark.
  bool only_agencies(Range range);
  // The canonical name of one agency as written, with abbreviations written out.
  std::string canonical(Range range);

 private:
  struct Item {
    std::string name;
    AgencyKind kind = AgencyKind::kNamed;
    std::uint32_t first_word = 0;
    std::uint32_t end_word = 0;
    Range note;                 // in the flow; the post of a person
    bool open = false;          // a name no lexicon knows the end of
    std::uint32_t skipped = 0;  // the word after those that say what it does
  };
  bool group(std::span<const Word> words, std::size_t at, std::vector<Item>& items);
  std::string plural_of(const Word& word, const std::string& name) const;
  bool by_shared_stem(std::string_view stem, std::span<const Word> words, std::size_t at,
                      Item& item);
  bool by_capitals(Entry stem, std::span<const Word> words, std::size_t at, Item& item);
  bool person(std::span<const Word> words, std::size_t at, std::size_t name, Item& item);
  std::size_t post_end(std::span<const Word> words, std::size_t at) const;
  void holder(std::span<const Word> words, std::size_t at, Item& item) const;
  std::size_t behind_note(std::span<const Word> words, std::size_t at, std::uint32_t after) const;
  void extend_in_list(std::span<const Word> words, Item& item);
  void second_post(std::span<const Word> words, Item& item);
  void lower_unit(std::span<const Word> words, Item& item) const;
  std::string_view stem_of_unit(std::string_view body, std::string_view level, bool comma) const;
  bool same_bodies(std::string_view before, std::span<const Word> words, std::size_t at,
                   std::vector<Item>& items) const;
  bool same_province_bodies(std::string_view before, std::span<const Word> words, std::size_t at,
                            std::vector<Item>& items) const;
  void add_owner(std::span<const Word> words, Item& item);
  void town_after(std::span<const Word> words, Item& item) const;
  bool of_many(std::span<const Word> words, std::size_t at, std::size_t end, Item& item);
  bool of_units(std::span<const Word> words, std::size_t at, std::vector<Item>& items);
  bool by_any_stem(std::span<const Word> words, std::size_t at, Item& item);
  std::size_t listed_name_end(std::span<const Word> words, std::size_t at);
  bool issuer_below_or_above() const;
  void drop_unit(Item& item) const;
  void reference(std::span<const Word> words, Item& item) const;
  void last_title(std::span<const Word> words, LexiconMatch& head) const;
  bool headed(std::span<const Word> words, std::size_t at, Item& item);
  bool next_items(std::span<const Word> words, std::size_t at, std::vector<Item>& items);
  bool is_colon(std::span<const Word> words, std::size_t at) const;
  bool has_letters(std::span<const Word> words) const;
  bool described(std::span<const Word> words, Item& item);
  void more_of_group(std::span<const Word> words, Item& item);
  void spread_over_places(std::span<const Word> words, const std::vector<Item>& items,
                          std::vector<AgencyRef>& before) const;
  void add_line(Range range, DistinctAgencies& result);
  bool known(std::span<const Word> words, std::size_t at, Item& item);
  Entry unit_at_end(std::span<const Word> words) const;
  Entry unit_of(std::string_view name) const;
  std::string_view unit_after(std::span<const Word> words, std::size_t at) const;
  bool proper_name_follows(std::span<const Word> words, const LexiconMatch& match) const;
  std::size_t units_end(std::span<const Word> words, std::size_t at) const;
  bool longer_name(std::span<const Word> words, std::size_t at, const LexiconMatch& match,
                   Item& item);
  bool regional(std::span<const Word> words, std::size_t at) const;
  std::string_view unit_of_place(Entry place) const;
  void name_own_unit(Item& item, Entry written) const;
  bool by_lexicon(std::span<const Word> words, std::size_t at, Item& item);
  bool has_tail(std::span<const Word> words, std::size_t at, std::size_t end) const;
  LexiconMatch shortened(std::span<const Word> words, std::size_t at,
                         const LexiconMatch& match) const;
  bool by_stem(std::span<const Word> words, std::size_t at, Item& item, bool titled = false);
  std::size_t end_of_stem_name(std::span<const Word> words, std::size_t at, std::size_t stem_end,
                               std::size_t end) const;
  bool by_small_words(std::span<const Word> words, std::size_t at, std::size_t from, Item& item);
  bool whole_body(std::span<const Word> words, std::size_t at, std::size_t end, Item& item) const;
  bool take_name(std::span<const Word> words, std::size_t at, std::size_t end, Item& item) const;
  bool gives_at(std::span<const Word> words, std::size_t at) const;
  bool works_at(std::span<const Word> words, std::size_t at) const;
  void add_place(std::span<const Word> words, Item& item, bool bare_unit_in_name);
  void skip_tails(std::span<const Word> words, Item& item);
  AgencyRef make(std::span<const Word> words, const Item& item);
  Item unknown(std::span<const Word> words, std::size_t at);
  std::uint32_t read_note(std::uint32_t at, std::uint32_t end, AgencyRef& agency);
  bool is_written_out(std::span<const Word> words, std::string_view full) const;
  std::string written_out(Range range) const;
  bool capital_at(const Word& word) const;
  bool begins_duty(const Word& word) const;
  bool begins_work(const Word& word) const;
  bool proper_name(const Word& word) const;
  bool names_no_unit(std::string_view name) const;
  void share_unit(std::span<const Word> words, Item& item);
  bool begins_body(std::span<const Word> words, std::size_t at) const;
  bool numbered_unit(std::span<const Word> words, std::size_t at) const;
  void join_parts(std::span<const Word> words, Item& item);
  // agency_kinds.cc
  bool by_kinds(std::span<const Word> words, std::size_t at, Item& item);
  std::size_t owned_kind_end(std::span<const Word> words, std::size_t at, std::size_t next) const;
  std::size_t board_end(std::span<const Word> words, const LexiconMatch& post);
  std::size_t description_end(std::span<const Word> words, std::size_t begin, std::size_t end);
  std::size_t unknown_end(std::span<const Word> words, std::size_t at);
  void join_in_list(std::span<const Word> words, Item& item);

  FactContext& context_;
  std::uint32_t line_names_ = 0;  // of the last line of names
  bool first_unknown_ = false;    // so is its first one
  bool owned_ = false;            // the name is that of the owner of another body
  bool guessed_ = false;          // and one behind it does not begin like a name
};

}  // namespace scp

#endif  // SCPPARSE_FACTS_AGENCIES_H_
