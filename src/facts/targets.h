// Makes targets of the quantities in a statement: "Giảm tối thiểu 5 - 8% …" → decrease, 5 to 8, %.
#ifndef SCPPARSE_FACTS_TARGETS_H_
#define SCPPARSE_FACTS_TARGETS_H_

#include <optional>
#include <utility>
#include <vector>

#include "facts/context.h"

namespace scp {

class TargetReader {
 public:
  explicit TargetReader(FactContext& context) : context_(context) {}

  // One target per quantity, in order. Years, dates, numbers of documents and of provisions,
  // announced counts and ordinals are no quantities.
  std::vector<Target> read(Range statement);

 private:
  struct Quantity {
    Range range;  // number with its sign and unit
    double min = 0;
    double max = 0;
    bool range_of_two = false;
    std::string unit;
    std::size_t first_word = 0;  // words of the statement before and after it
    std::size_t end_word = 0;
  };
  bool quantity(const Token& token, Quantity& q);
  // The first word of the statement that begins at or after an offset in the flow.
  std::size_t word_from(std::uint32_t at) const;
  bool unit_after(const Token& token, Quantity& q);
  std::string_view bound_before(const Quantity& q, std::size_t& first) const;
  std::string_view bound_after(const Quantity& q, std::uint32_t& end) const;
  Direction direction(const Quantity& q, std::size_t first) const;
  bool clause_start(std::size_t word) const;
  std::string_view baseline(const Quantity& q, Range statement) const;
  Range subject_after(std::uint32_t from, Range statement) const;
  std::size_t without_verbs(std::size_t begin, std::size_t end, bool bounds_only) const;
  static bool tells_direction(const Entry& verb);
  bool ends_clause(const Word& word) const;
  Range verb_before(std::size_t from, std::size_t first) const;
  Range subject_before(std::size_t from, std::size_t first) const;
  bool starting_value(const Quantity& q, std::size_t first, std::uint32_t next,
                      std::string_view role) const;
  void join_ranges(std::vector<std::pair<Quantity, std::size_t>>& found) const;
  // `next`: where the next quantity begins, or 0; `from`: the word after the one before.
  Target make(Quantity& q, Range statement, std::uint32_t next, std::size_t from);

  FactContext& context_;
  std::span<const Word> words_;
};

}  // namespace scp

#endif  // SCPPARSE_FACTS_TARGETS_H_
