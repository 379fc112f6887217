#include "messages/messages.h"

#include <catch2/catch.hpp>
#include <cerrno>

#include "messages/system_error.h"

namespace scp {
namespace {

TEST_CASE("a placeholder may have a value for each language") {
  CHECK(message(Lang::kEn, MessageId::kSourceTooLarge, {{"detail", "five", "năm"}}).find("five") !=
        std::string::npos);
  CHECK(message(Lang::kVi, MessageId::kSourceTooLarge, {{"detail", "five", "năm"}}).find("năm") !=
        std::string::npos);
}

TEST_CASE("placeholders are filled in both languages") {
  CHECK(message(Lang::kEn, MessageId::kUsageForeignOption,
                {{"word", "--only"}, {"command", "schema"}}) ==
        "option --only does not go with \"schema\"");
  const std::string vi = message(Lang::kVi, MessageId::kUsageForeignOption,
                                 {{"word", "--only"}, {"command", "schema"}});
  CHECK(vi.find("--only") != std::string::npos);
  CHECK(vi.find("\"schema\"") != std::string::npos);
}

TEST_CASE("numbers are written out, values are not read again") {
  CHECK(message(Lang::kEn, MessageId::kCheckSummary,
                {{"errors", 3}, {"warnings", std::size_t{2}}, {"infos", 1U}, {"files", -1}}) ==
        "documents: -1, errors: 3, warnings: 2, remarks: 1");
  CHECK(message(Lang::kEn, MessageId::kUsageUnknownRule, {{"word", "{word}"}}) ==
        "there is no rule \"{word}\"");
}

TEST_CASE("a placeholder without a value stays") {
  CHECK(message(Lang::kEn, MessageId::kUsageUnknownRule) == "there is no rule \"{word}\"");
}

TEST_CASE("messages are found by key") {
  CHECK(message_named("usage.unknown-rule") == MessageId::kUsageUnknownRule);
  CHECK(message_key(MessageId::kUsageUnknownRule) == "usage.unknown-rule");
  CHECK_FALSE(message_named("usage.unknown"));
  CHECK_FALSE(message_named(""));
}

TEST_CASE("the usual system errors are said in words of our own") {
  CHECK(describe_errno(Lang::kEn, ENOENT) == message(Lang::kEn, MessageId::kSystemNoDirectory));
  CHECK(describe_errno(Lang::kVi, ENOSPC) == message(Lang::kVi, MessageId::kSystemNoSpace));
  CHECK(describe_errno(Lang::kEn, ELOOP) == "Too many levels of symbolic links");
}

}  // namespace
}  // namespace scp
