// Makes targets of the quantities in a statement: "Giảm tối thiểu 5 - 8% …" → decrease, 5 to 8, %.
//
// quantities.cc finds numbers with their units and bounds, target_subjects.cc tells what each is
// of, targets.cc puts both together.
#ifndef SCPPARSE_FACTS_TARGETS_H_
#define SCPPARSE_FACTS_TARGETS_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "facts/context.h"
#include "facts/deadlines.h"

namespace scp {

class TargetReader {
 public:
  TargetReader(FactContext& context, DeadlineReader& deadlines)
      : context_(context), deadlines_(deadlines) {}

  // One target per quantity, in order. Years, dates, numbers of documents and of provisions,
  // announced counts and ordinals are no quantities.
  std::vector<Target> read(Range statement);

  // The same for a cell of a table of targets, whose numbers are of what the row is named by;
  // `unit` is that of numbers without one, and may be empty.
  std::vector<Target> read_cell(Range cell, Range name, std::string_view unit);

 private:
  struct Quantity {
    Range range;  // number with its sign and unit
    double min = 0;
    double max = 0;
    bool range_of_two = false;
    std::optional<Direction> direction;
    std::string unit;            // empty where it needs none
    std::size_t first_word = 0;  // words of the statement before and after it
    std::size_t end_word = 0;
    std::size_t first = 0;       // the word at which it begins with its bound
    std::string_view from;       // the value that it starts from
    std::string_view was;        // in brackets after it: the value of a year that is over
    std::size_t from_first = 0;  // where this value begins with its bound
  };

  // quantities.cc
  std::vector<Quantity> quantities(Range statement);
  bool number_at(std::uint32_t& token, Quantity& q) const;
  bool quantity(std::uint32_t& token, Range statement, Quantity& q);
  bool multiple(const Token& token, Range statement, Quantity& q);
  bool index_value(const Quantity& q) const;
  // The first word of the statement that begins at or after an offset in the flow.
  std::size_t word_from(std::uint32_t at) const;
  bool unit_after(Quantity& q);
  bool glued_unit(Quantity& q);
  bool ends_unit(std::uint32_t index) const;
  bool part_of_whole(Quantity& q) const;
  void rates_after(Quantity& q);
  std::string_view bound_before(const Quantity& q, std::size_t& first) const;
  std::uint32_t sign_begin(std::uint32_t at) const;
  std::string_view sign_before(std::uint32_t at) const;
  std::string_view bound_after(const Quantity& q, std::uint32_t& end) const;
  Direction direction(const Quantity& q, std::size_t first) const;
  bool ends_bound(std::size_t at, std::size_t end) const;
  bool clause_start(std::size_t word) const;
  bool figure_in(std::size_t begin, std::size_t end) const;
  bool leads_to(std::size_t word, const Quantity& high, std::string_view role) const;
  std::uint32_t time_end(std::uint32_t at, std::uint32_t end) const;
  bool dash_between(const Quantity& low, const Quantity& high) const;
  void join_ranges(std::vector<Quantity>& found) const;
  bool ends_at_age(const Quantity& q, const Quantity& next) const;
  bool tells_start(const Quantity& goal, const Quantity& before, const Quantity& q) const;
  void join_brackets(std::vector<Quantity>& found);
  bool is_condition(const Quantity& q, Range statement) const;
  void join_starts(std::vector<Quantity>& found);
  void drop_qualifiers(std::vector<Quantity>& found) const;
  bool qualifies(const Quantity& q, const Quantity* next, std::size_t from) const;

  // target_subjects.cc
  std::uint32_t own_end(std::uint32_t from, std::uint32_t next) const;
  Range subject_after(std::uint32_t from, Range statement) const;
  std::size_t without_verbs(std::size_t begin, std::size_t end, bool bounds_only) const;
  static bool tells_direction(const Entry& verb);
  std::string_view verb_right_before(std::size_t word) const;
  bool ends_clause(const Word& word) const;
  std::size_t clause_begin(std::size_t from, std::size_t first) const;
  bool measure_at(std::size_t begin, std::size_t end, std::size_t* after = nullptr) const;
  std::size_t without_opening(std::size_t begin, std::size_t end) const;
  std::size_t without_time(std::size_t begin, std::size_t end, bool limit = false) const;
  std::optional<Deadline> time_at(std::size_t word, std::uint32_t end, bool limit) const;
  void set_time(std::size_t from, std::size_t first, Range after, Range behind,
                Target& target) const;
  void name_by_label(Range statement, std::vector<Target>& targets);
  std::size_t wider_begin(std::size_t from, std::size_t begin, std::size_t first) const;
  bool verb_inside(std::size_t begin, std::size_t end) const;
  Range verb_before(std::size_t from, std::size_t first) const;
  Range subject_before(std::size_t from, std::size_t first) const;
  bool measure_after(std::size_t verb, std::size_t after, std::size_t end) const;
  bool names_measure(Range subject) const;
  bool is_base(Range subject) const;
  bool only_has(std::size_t begin, std::size_t end) const;

  // targets.cc
  std::string_view baseline(const Quantity& q, Range statement) const;
  // `next`: where the next quantity begins, or 0; `from`: the word after the one before.
  Target make(const Quantity& q, Range statement, std::uint32_t next, std::size_t from);

  FactContext& context_;
  DeadlineReader& deadlines_;
  std::span<const Word> words_;
  bool in_cell_ = false;
  std::string_view cell_unit_;
};

}  // namespace scp

#endif  // SCPPARSE_FACTS_TARGETS_H_
