// Properties of every document, over the samples, the examples of the specification, and both with
// damage done to them.
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "lex/token.h"
#include "pipeline/validate.h"
#include "scpparse/emit.h"
#include "scpparse/parse.h"
#include "source/detect.h"
#include "source/encoding.h"
#include "support/cases.h"
#include "support/facts/describe.h"
#include "support/mutation.h"
#include "support/read_text.h"
#include "support/spec_example.h"
#include "text/utf8.h"

namespace scp::testing {
namespace {

struct Input {
  std::string name;
  std::string bytes;
};

std::vector<Input> all_inputs() {
  std::vector<Input> inputs;
  for (const auto& entry : std::filesystem::directory_iterator(SCPPARSE_SAMPLES_DIR)) {
    if (!entry.is_directory()) continue;
    inputs.push_back({entry.path().filename(), read_whole(entry.path() / "input.txt")});
  }
  for (const SpecExample& example : read_all_examples(SCPPARSE_SPEC_DIR)) {
    inputs.push_back({example.name, example.input});
  }
  std::sort(inputs.begin(), inputs.end(),
            [](const Input& a, const Input& b) { return a.name < b.name; });
  return inputs;
}

bool is_utf8(const Input& input) {
  return input.bytes.substr(0, 2) != "\xFF\xFE";
}

Document parsed(const std::string& bytes) {
  auto result = parse_bytes(bytes);
  REQUIRE(result);
  return std::move(*result);
}

std::string printed(const Document& document) {
  std::string out;
  emit(document, {}, out);
  return out;
}

// Whether a look-alike becomes Latin depends on the word around it, which a piece may not hold.
std::string in_latin(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode(text, i);
    const char32_t twin = lookalike_of(c.value);
    append_utf8(out, twin == 0 ? c.value : twin);
    i += c.length;
  }
  return out;
}

// Without blanks and markup, in composed letters.
std::string squeezed(std::string_view bytes) {
  SourceFile source;  // made by hand: a piece of a text may look like no text
  source.bytes = bytes;
  source.utf8 = source.bytes;
  source.lines = std::make_shared<LineIndex>(source.utf8);
  std::string out;
  const std::string content = normalize(source).content;
  for (std::size_t i = 0; i < content.size(); ++i) {
    constexpr std::string_view kEth = "\xC3\x90";  // what it stands for depends on its surroundings
    if (content.compare(i, kSoftBreak.size(), kSoftBreak) == 0) {
      i += kSoftBreak.size() - 1;
    } else if (content.compare(i, kEth.size(), kEth) == 0) {
      i += kEth.size() - 1;
      out += "\xC4\x90";
    } else if (std::string_view(" \t\n*_#").find(content[i]) == std::string_view::npos) {
      out += content[i];
    }
  }
  return in_latin(out);
}

class ValuesInPlace {
 public:
  // In a damaged table the pieces of a cell may stand in any order: only their words are looked
  // for when `by_words`.
  ValuesInPlace(const Document& document, std::string_view input, bool by_words = false)
      : document_(document), input_(input), by_words_(by_words) {}

  void run() {
    identity();
    nodes(document_.outline);
    for (const Goal& goal : document_.goals) {
      interleaved_ = in_table(goal.at) && has_lines(goal.at);
      holds(goal.at, goal.text, goal.id);
      interleaved_ = false;
      for (const Target& target : goal.targets) {
        holds(target.at, target.text, goal.id);
        nested(goal.at, target.at, goal.id);
      }
    }
    for (const Task& task : document_.tasks) this->task(task);
    for (const Report& report : document_.reports) {
      holds(report.at, report.text, report.id);
      for (const AgencyRef& agency : report.reporters) holds(agency.at, agency.text, report.id);
    }
    for (const Citation& citation : document_.citations) {
      holds(citation.at, citation.text, citation.id);
      holds(citation.at, citation.number, citation.id);
    }
  }

 private:
  void holds(const Place& place, std::string_view value, std::string_view where) {
    if (value.empty()) return;
    std::string words(input_.substr(place.first.begin, place.first.length()));
    for (const Span& span : place.more) words += input_.substr(span.begin, span.length());
    INFO(where << ": \"" << words << "\" should hold \"" << value << "\"");
    const std::string there = squeezed(words);
    std::string whole(value);
    if (by_words_ || interleaved_) std::replace(whole.begin(), whole.end(), '\n', ' ');
    for (std::string part :
         by_words_ || interleaved_ ? split(whole, ' ') : std::vector<std::string>{whole}) {
      // A value of words stands behind its indicator: "Kết quả: đạt; tốt".
      while (by_words_ && (part.ends_with(':') || part.ends_with(';'))) part.pop_back();
      // What a look-alike beside a broken letter becomes depends on the text around the place.
      if (by_words_ && part.find("\xEF\xBF\xBD") != std::string::npos) continue;
      const std::string wanted = squeezed(part);
      // A stray sign inside of a tag leaves the tag behind.
      CHECK((there.find(wanted) != std::string::npos ||
             squeezed(there).find(wanted) != std::string::npos));
    }
  }

  void nested(const Place& outer, const Place& inner, std::string_view where) {
    std::vector<Span> pieces = outer.more;
    pieces.push_back(outer.first);
    std::vector<Span> all = inner.more;
    all.push_back(inner.first);
    for (const Span& span : all) {
      const bool inside = std::any_of(pieces.begin(), pieces.end(),
                                      [&](const Span& piece) { return piece.contains(span); });
      INFO(where << ": " << input_.substr(span.begin, span.length()));
      CHECK(inside);
    }
  }

  // A merged cell, or one that says "as above", is read where its value stands: in another row.
  bool elsewhere(const Task& task, const Place& value) const {
    const Span& last = task.at.more.empty() ? task.at.first : task.at.more.back();
    const bool other = value.first.begin < task.at.first.begin || value.first.begin >= last.end;
    return (other || by_words_) && in_table(value);  // damage shoves rows into each other
  }

  bool as_above(const Task& task) const {
    const auto borrowed = [&](const AgencyRef& agency) { return elsewhere(task, agency.at); };
    return std::any_of(task.lead_agencies.begin(), task.lead_agencies.end(), borrowed) ||
           (task.deadline && elsewhere(task, task.deadline->at));
  }

  bool in_table(const Place& place) const {
    return std::any_of(document_.tables.begin(), document_.tables.end(), [&](const Table& table) {
      const Span& last = table.at.more.empty() ? table.at.first : table.at.more.back();
      return Span{table.at.first.begin, last.end}.contains(place.first);
    });
  }

  // The lines of cells side by side stand between each other.
  bool has_lines(const Place& place) const {
    return input_.substr(place.first.begin, place.first.length()).find('\n') !=
           std::string_view::npos;
  }

  void identity() {
    for (const Signer& signer : document_.identity.signers) {
      holds(signer.at, signer.name, "signer");
      holds(signer.at, signer.position, "signer");
    }
    for (const Recipient& recipient : document_.identity.recipients) {
      holds(recipient.at, recipient.text, "recipient");
    }
    if (document_.identity.effective) {
      holds(document_.identity.effective->at, document_.identity.effective->text, "effective");
    }
  }

  void nodes(const std::vector<OutlineNode>& list) {
    for (const OutlineNode& node : list) {
      holds(node.at, node.text, node.id);
      nodes(node.children);
    }
  }

  void task(const Task& task) {
    const bool row = task.origin == TaskOrigin::kTable;
    for (const auto* list : {&task.lead_agencies, &task.coordinating_agencies}) {
      for (const AgencyRef& agency : *list) {
        holds(agency.at, agency.text, task.id);
        if (row && !elsewhere(task, agency.at)) nested(task.at, agency.at, task.id);
      }
    }
    // What several items say of one task stands in lines; damage cuts lines apart.
    const bool joined = !task.at.more.empty();
    if (task.origin == TaskOrigin::kAssignment && !joined) holds(task.at, task.content, task.id);
    if (!row && joined && !by_words_) {
      for (const std::string& line : split(std::string(task.content), '\n')) {
        holds(task.at, line, task.id);
      }
    }
    if (row && task.at.more.empty()) {
      interleaved_ = has_lines(task.at);
      holds(task.at, task.content, task.id);
      // What several columns say stands side by side there.
      for (const std::string& part : split(std::string(task.product), ';')) {
        if (!as_above(task)) holds(task.at, part, task.id);
      }
      interleaved_ = false;
    }
    const bool own = task.deadline && !task.deadline->inherited;
    if (own && !elsewhere(task, task.deadline->at)) nested(task.at, task.deadline->at, task.id);
    if (own && task.at.more.empty()) holds(task.deadline->at, task.deadline->text, task.id);
  }

  const Document& document_;
  std::string_view input_;
  bool by_words_;
  bool interleaved_ = false;
};

TEST_CASE("what was read stands where the place says") {
  for (const Input& input : all_inputs()) {
    if (!is_utf8(input)) continue;
    INFO(input.name);
    const Document document = parsed(input.bytes);
    ValuesInPlace(document, input.bytes).run();
  }
}

TEST_CASE("every document keeps what parse promises, and reads the same again") {
  for (const Input& input : all_inputs()) {
    INFO(input.name);
    const Document document = parsed(input.bytes);
    CHECK(validate(document, input.bytes) == std::vector<std::string>());
    CHECK(printed(document) == printed(parsed(input.bytes)));
  }
}

void check_tokens(const std::string& bytes) {
  const ReadText read(bytes);
  std::uint32_t at = 0;
  std::uint32_t origin = 0;
  std::string rebuilt;
  const std::string& content = read.text.content;
  for (const Token& token : tokenize(read.text)) {
    REQUIRE(token.begin >= at);
    REQUIRE(token.end > token.begin);
    const std::string gap = content.substr(at, token.begin - at);
    CHECK(gap.find_first_not_of(" \t\n\xE2\x80\xA8") == std::string::npos);
    const Span span = read.text.source(token.begin, token.end);
    REQUIRE(span.begin >= origin);
    REQUIRE(span.end >= span.begin);
    REQUIRE(span.end <= bytes.size());
    rebuilt += bytes.substr(origin, span.end - origin);
    origin = span.end;
    at = token.end;
  }
  CHECK(rebuilt + bytes.substr(origin) == bytes);
}

TEST_CASE("tokens and the gaps between them rebuild the file") {
  for (const Input& input : all_inputs()) {
    INFO(input.name);
    check_tokens(input.bytes);
  }
  check_tokens("X\xF4&#770;y dựng");  // a mark behind a byte that is no letter
}

std::string in_form(const std::string& bytes, bool composed) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = composed ? icu::Normalizer2::getNFCInstance(status)
                                          : icu::Normalizer2::getNFDInstance(status);
  std::string out;
  form->normalize(icu::UnicodeString::fromUTF8(bytes), status).toUTF8String(out);
  REQUIRE(U_SUCCESS(status));
  return out;
}

TEST_CASE("composed and decomposed letters give the same facts") {
  for (const Input& input : all_inputs()) {
    if (!is_utf8(input)) continue;
    INFO(input.name);
    const Document composed = parsed(in_form(input.bytes, true));
    const Document decomposed = parsed(in_form(input.bytes, false));
    CHECK(describe_all(composed) == describe_all(decomposed));
  }
}

std::string with_line_ends(const std::string& bytes, const std::string& end) {
  std::string out;
  for (const char c : bytes) {
    if (c == '\r') continue;
    if (c == '\n')
      out += end;
    else
      out += c;
  }
  return out;
}

TEST_CASE("every kind of line end gives the same facts") {
  for (const Input& input : all_inputs()) {
    if (!is_utf8(input)) continue;
    INFO(input.name);
    const std::string facts = describe_all(parsed(with_line_ends(input.bytes, "\n")));
    CHECK(describe_all(parsed(with_line_ends(input.bytes, "\r\n"))) == facts);
    CHECK(describe_all(parsed(with_line_ends(input.bytes, "\r"))) == facts);
  }
}

TEST_CASE("a byte order mark gives the same facts") {
  for (const Input& input : all_inputs()) {
    if (!is_utf8(input) || input.bytes.substr(0, 3) == "\xEF\xBB\xBF") continue;
    INFO(input.name);
    CHECK(describe_all(parsed("\xEF\xBB\xBF" + input.bytes)) == describe_all(parsed(input.bytes)));
  }
}

TEST_CASE("damage never breaks a promise") {
  constexpr std::uint32_t kTimes = 30;
  std::uint32_t seed = 20260105;
  for (const Input& input : all_inputs()) {
    for (std::uint32_t i = 0; i < kTimes; ++i) {
      Mutator mutator(++seed);
      const std::string bytes = mutator.damage(input.bytes);
      INFO(input.name << ", seed " << seed);
      const auto result = parse_bytes(bytes);
      if (!result) continue;  // too many bytes that are no text
      CHECK(validate(*result, bytes) == std::vector<std::string>());
      CHECK(printed(*result) == printed(parsed(bytes)));
      check_tokens(bytes);
      if (is_utf8(input)) ValuesInPlace(*result, bytes, true).run();
    }
  }
}

}  // namespace
}  // namespace scp::testing
