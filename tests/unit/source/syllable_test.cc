#include "source/syllable.h"

#include <catch2/catch.hpp>
#include <string>

#include "support/transcode.h"

namespace scp::testing {
namespace {

bool valid(const std::string& word) {
  return is_syllable(characters(word));
}

TEST_CASE("words that are syllables") {
  for (const char* word :
       {"a",     "ý",     "uỷ",  "Ủy",   "hòa",   "hoà",    "khoẻ",    "quý",   "quá",
        "quốc",  "quyết", "gì",  "già",  "giếng", "giữ",    "nghiêng", "khuỷu", "ngoài",
        "tuyết", "yên",   "yêu", "ước",  "được",  "trường", "thương",  "kế",    "hoạch",
        "huỳnh", "mía",   "mùa", "cháo", "lợi",   "người",  "xoong",   "ĐỊNH",  "Điều"}) {
    INFO(word);
    CHECK(valid(word));
  }
}

TEST_CASE("words that are none") {
  for (const char* word : {"",   "t",  "nhng", "đợc", "trờng",  "hớng", "ngiên", "kà",    "ghá",
                           "cê", "gé", "ngê",  "qúy", "hòan",   "toàt", "học1",  "bàc",   "hoàch",
                           "çà", "wa", "für",  "été", "straße", "ộtộ",  "iêu2",  "quyềnn"}) {
    INFO(word);
    CHECK_FALSE(valid(word));
  }
}

TEST_CASE("capitals and small letters of Vietnamese are pairs") {
  const auto small = characters("àáạăắđêếìíĩôơờũưừỳỹỵ");
  const auto capitals = characters("ÀÁẠĂẮĐÊẾÌÍĨÔƠỜŨƯỪỲỸỴ");
  for (std::size_t i = 0; i < small.size(); ++i) {
    CHECK(capital_letter(small[i]) == capitals[i]);
    CHECK(small_letter(capitals[i]) == small[i]);
  }
}

}  // namespace
}  // namespace scp::testing
