#include "support/glob.h"

#include <catch2/catch.hpp>
#include <string>

namespace scp {
namespace {

TEST_CASE("a glob matches the whole name") {
  CHECK(matches_glob("plan.txt", "plan.txt"));
  CHECK_FALSE(matches_glob("plan.txt", "plan.txt.old"));
  CHECK_FALSE(matches_glob("plan", "a plan"));
  CHECK(matches_glob("", ""));
  CHECK_FALSE(matches_glob("", "a"));
}

TEST_CASE("a star stands for any text, also none, also with slashes") {
  CHECK(matches_glob("*.txt", ".txt"));
  CHECK(matches_glob("*.txt", "a/b.txt.txt"));
  CHECK(matches_glob("a*b*c", "a1b2b3c"));
  CHECK(matches_glob("**", "anything"));
  CHECK_FALSE(matches_glob("a*b", "a"));
  CHECK_FALSE(matches_glob("*.txt", "plan.TXT"));
}

TEST_CASE("a question mark stands for one character, not for one byte") {
  CHECK(matches_glob("k?", "kế"));
  CHECK(matches_glob("?", "đ"));
  CHECK_FALSE(matches_glob("?", ""));
  CHECK_FALSE(matches_glob("k??", "kế"));
  CHECK(matches_glob("?", "\xFF"));
}

TEST_CASE("sets") {
  CHECK(matches_glob("[abc]1", "b1"));
  CHECK(matches_glob("[a-c]", "b"));
  CHECK(matches_glob("[a-đ]", "đ"));
  CHECK_FALSE(matches_glob("[a-c]", "d"));
  CHECK(matches_glob("[!a-c]", "d"));
  CHECK_FALSE(matches_glob("[!a-c]", "a"));
  CHECK(matches_glob("[]]", "]"));
  CHECK(matches_glob("[a-]", "-"));
  CHECK(matches_glob("[a", "[a"));
}

TEST_CASE("a backslash takes the meaning away") {
  CHECK(matches_glob("\\*", "*"));
  CHECK_FALSE(matches_glob("\\*", "a"));
  CHECK(matches_glob("\\", "\\"));
}

TEST_CASE("many stars take no time") {
  std::string pattern;
  for (int i = 0; i < 50; ++i) pattern += "*a";
  CHECK_FALSE(matches_glob(pattern + "b", std::string(20000, 'a')));
}

}  // namespace
}  // namespace scp
