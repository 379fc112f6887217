// Small things done to UTF-8 text. Pure.
#ifndef SCPPARSE_TESTS_PROPERTY_GENERATOR_LETTERS_H_
#define SCPPARSE_TESTS_PROPERTY_GENERATOR_LETTERS_H_

#include <string>
#include <string_view>
#include <vector>

namespace scp::testing {

std::string upper(const std::string& text);
std::string lower(const std::string& text);
std::string decomposed(const std::string& text);
std::size_t width(std::string_view text);  // code points
std::string padded(const std::string& text, std::size_t columns);
std::string centred(const std::string& text, std::size_t columns);
// In lines of at most `columns` code points, cut at blanks.
std::vector<std::string> wrapped(const std::string& text, std::size_t columns);
// The blank near the middle before a word in small ASCII letters; npos when there is none.
std::size_t middle_blank(const std::string& text);
std::string roman(int number);  // 1 to 39
std::string joined(const std::vector<std::string>& parts, std::string_view between);

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_PROPERTY_GENERATOR_LETTERS_H_
