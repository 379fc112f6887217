// What happens to a text on its way: changes that leave what it says as it was. Pure.
#ifndef SCPPARSE_TESTS_PROPERTY_GENERATOR_DAMAGE_H_
#define SCPPARSE_TESTS_PROPERTY_GENERATOR_DAMAGE_H_

#include <string>

#include "generator/options.h"
#include "generator/random.h"
#include "generator/vocabulary.h"

namespace scp::testing {

// A word of it in stars, or stars where nothing is.
std::string starred(std::string text, Random& random);
// Blanks beside the slash of a number.
std::string blanks_at_slash(std::string number, Random& random);
// Dashes as hyphens: legacy encodings have no others.
std::string hyphens_only(std::string text);
std::string tones_folded(std::string text, const Vocabulary& vocabulary);
// What is done to every letter of a text, the encoding last.
std::string damaged(std::string text, std::uint64_t seed, const Options& options,
                    const Vocabulary& vocabulary);

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_PROPERTY_GENERATOR_DAMAGE_H_
