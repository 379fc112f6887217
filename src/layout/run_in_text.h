// One text that stands in one line, header and signature included: where its lines began. Only
// run_in.cc uses it.
#ifndef SCPPARSE_LAYOUT_RUN_IN_TEXT_H_
#define SCPPARSE_LAYOUT_RUN_IN_TEXT_H_

#include <array>
#include <optional>

#include "layout/flow.h"
#include "layout/lines.h"
#include "lex/scan.h"
#include "lex/token.h"
#include "text/utf8.h"

namespace scp::run_in {

inline constexpr std::size_t kLong = 1200;  // bytes; no paragraph that holds a list is longer
inline constexpr std::uint32_t kLongestTitle = 1500;  // bytes

inline bool is_one_of(char byte, std::string_view set) {
  return set.find(byte) != std::string_view::npos;
}

// The enumerators of one kind, as far as they have been met.
enum class Scheme : std::uint8_t { kRoman, kCapital, kNumber, kSmall, kSeveral, kWord, kBullet };
inline constexpr std::size_t kSchemes = static_cast<std::size_t>(Scheme::kBullet) + 1;

struct Mark {
  Scheme scheme = Scheme::kBullet;
  std::uint32_t value = 0;  // 0 where nothing is counted
  std::uint32_t end = 0;
};

// Cuts one run-in text into its lines.
class RunInText {
 public:
  RunInText(std::string_view content, const Grammar& grammar, Range range)
      : content_(content),
        grammar_(grammar),
        range_(range),
        line_begin_(range.begin),
        looked_(range.begin) {}

  // False when it is no run-in text.
  bool read();

  // The same for a signature, or for a title, whose kind is a line of its own; false when it is
  // none.
  bool read_signer() { return forms_at(range_.begin).signature && read_signature(range_.begin); }
  bool read_title();

  const std::vector<std::uint32_t>& cuts() const { return cuts_; }

 private:
  std::string_view text(std::uint32_t begin, std::uint32_t end) const;

  std::uint32_t next_word(std::uint32_t at) const;

  void cut(std::uint32_t at);

  // What stands before `at` in its line, without the blanks at its end; the last of it, where the
  // line is long.
  std::string_view before(std::uint32_t at) const;

  // Looks at the letters before `at`.
  void look(std::uint32_t at);

  // Whether capitals and at least two of them are all that is seen before `at` in its line.
  bool is_after_capitals(std::uint32_t at);

  // An enumerator alone is no item.
  bool is_after_words(std::uint32_t at);

  std::optional<Mark> mark_at(std::uint32_t at) const;

  // I. A. 12. 2.1. 1) a) đ) - +
  std::optional<Mark> counted(Mark mark, std::uint32_t at) const;

  // f, j, w and z are passed over.
  bool counts_on(const Mark& mark) const;

  bool begins_line(const Mark& mark, std::uint32_t at);

  // "1. Sở Tài chính - Bố trí …; - Hướng dẫn …": a heading, and the list below it. A dash may also
  // stand inside of a name.
  bool heads_list(std::string_view line, const Mark& mark, std::uint32_t at);

  bool is_inside_name(std::uint32_t at) const;

  // Short, without an end of a sentence, and itself begun by an enumerator or in capitals.
  bool is_heading(std::string_view line, std::uint32_t at);

  void take(const Mark& mark, std::uint32_t at);

  // Where words in capitals end that are a heading; 0 where they are too few.
  std::uint32_t capitals_end(std::uint32_t from, std::uint32_t fewest_bytes = 12,
                             std::uint32_t most_bytes = kLongestTitle) const;

  bool has_no_small_letter(std::uint32_t word) const;

  // A title in capitals: kind, subject, and the authority before its legal bases.
  std::uint32_t opening();

  void cut_before_authority(const std::vector<Word>& words, std::uint32_t end);

  // What is looked at of a line that may begin at a place.
  Range behind(std::uint32_t at) const;

  const Rule* basis_at(std::uint32_t at, RuleMatch& match) const;

  // Which forms a line may have that begins at a place, by its first characters.
  struct Forms {
    bool header = false;
    bool enacting = false;
    bool signature = false;
    bool other = false;
  };

  Forms forms_at(std::uint32_t at) const;

  static bool is_basis(std::string_view role);
  static bool is_list(std::string_view role);

  // Lines that are known by their words.
  void read_form(std::uint32_t at);

  // "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn An": capacities and position in
  // capitals, then the name.
  bool read_signature(std::uint32_t at);

  // "(Đã ký)" before the name.
  std::uint32_t behind_remark(std::uint32_t at) const;

  bool is_signature(std::uint32_t begin, std::uint32_t end) const;

  // The end of the longest line of a header ("Số: …") or of the enacting words that begins at a
  // place; 0 where none does.
  std::uint32_t alone_form(std::uint32_t at, const Forms& forms, RuleMatch& match) const;

  std::string_view content_;
  const Grammar& grammar_;
  Range range_;
  std::uint32_t line_begin_;
  std::uint32_t text_begin_ = 0;  // of the line, behind its enumerator
  std::uint32_t done_ = 0;        // nothing begins before it
  bool numbered_ = false;         // the line begins with an enumerator
  bool in_bases_ = false;
  std::uint32_t looked_;                              // how far letters have been looked at
  std::uint32_t behind_small_ = 0;                    // behind the last small letter
  std::array<std::uint32_t, 2> behind_letters_ = {};  // behind the last letter and the one before
  bool of_kind_ = false;                              // the kind of an instrument begins it
  std::size_t marks_ = 0;
  std::array<std::uint32_t, kSchemes> last_{};
  std::vector<std::uint32_t> cuts_;
};

}  // namespace scp::run_in

#endif  // SCPPARSE_LAYOUT_RUN_IN_TEXT_H_
