// Numbering at the beginning of a paragraph: which scheme, which place in it.
#ifndef SCPPARSE_OUTLINE_ENUMERATOR_H_
#define SCPPARSE_OUTLINE_ENUMERATOR_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "scpparse/document.h"

namespace scp {

// From the outside in: a scheme usually stands inside of those before it.
enum class Scheme : std::uint8_t {
  kNone,
  kPart,         // Phần thứ nhất
  kChapter,      // Chương I
  kSection,      // Mục 1
  kSubsection,   // Tiểu mục 1
  kArticle,      // Điều 1
  kTitled,       // a heading without a number that names what a section holds
  kCapital,      // A.
  kRoman,        // I.
  kNumber,       // 1.
  kDotted2,      // 1.1.
  kDotted3,      // 1.1.1. and deeper
  kParenNumber,  // 1)
  kInParens,     // (1)
  kLetter,       // a)
  kSubLetter,    // a1) below a)
  kInnerParens,  // (1) below a)
  kSmallRoman,   // i)
  kHeading,      // any other heading without a number
  kDash,         // -
  kPlus,         // +
  kBullet,       // • and all others
};

struct Enumerator {
  Scheme scheme = Scheme::kNone;
  std::string value;          // normalised: III, 2.1, đ, -
  std::uint32_t ordinal = 0;  // 3 for III, 1 for 2.1 (its last number), 5 for đ; 0 for bullets
};

// Reads the text of an enumerator token. `after_capital` is the letter of the last sibling in the
// scheme A. B. C. or 0: "C." after "B." is a letter, otherwise a Roman numeral where it can be one.
Enumerator read_enumerator(std::string_view token, char after_capital);

// i) as the number 1 instead of the letter; all others as they are.
Enumerator as_small_roman(const Enumerator& letter);

// a1) as the first item below a) instead of one put in after it; all others as they are.
Enumerator as_sub_letter(const Enumerator& letter);

// The place of a letter in the order of points (a b c d đ e g h …), 0 for letters that are not in
// it (f j w z and vowels with marks). Source: Nghị định 30/2020/NĐ-CP and its own lists.
std::uint32_t point_ordinal(std::string_view letter);

NodeKind node_kind(Scheme scheme);

}  // namespace scp

#endif  // SCPPARSE_OUTLINE_ENUMERATOR_H_
