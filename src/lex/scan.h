// The single shapes that the tokenizer knows, each as one function: given a text and a place, where
// does the shape that begins there end? The same place means that it does not begin there.
#ifndef SCPPARSE_LEX_SCAN_H_
#define SCPPARSE_LEX_SCAN_H_

#include <cstdint>
#include <string_view>

namespace scp::scan {

std::size_t digits(std::string_view text, std::size_t at);
std::size_t letters(std::string_view text, std::size_t at);
// 1.234.567,89
std::size_t number(std::string_view text, std::size_t at);
// 2960/QĐ-UBND, 22/2026/NQ-CP, 45/2019/QH14, 57-NQ/TW
std::size_t symbol(std::string_view text, std::size_t at);
// 24/6/2020, 20-11-2017, 20/6, 6/2025
std::size_t date(std::string_view text, std::size_t at);
// I.  A.  2.1.  1)  (1)  a)  đ)  -  +  •   followed by a blank, a letter or the end of the line
std::size_t enumerator(std::string_view text, std::size_t at);
// UBND, NN&PTNT, KT-XH: two or more letters, all or nearly all of them capitals
std::size_t abbreviation(std::string_view text, std::size_t at);
// True when the letters could be one written Vietnamese syllable (marks are not looked at).
bool syllable_shape(std::string_view word);

}  // namespace scp::scan

#endif  // SCPPARSE_LEX_SCAN_H_
