// Collects what is wrong with grammar files, each thing at its place.
//
// A Spot is a byte offset into one of the files; the log turns it into line, column (code points,
// from 1) and an excerpt with a caret. Does not own the files. One thread.
#ifndef SCPPARSE_GRAMMAR_PROBLEM_LOG_H_
#define SCPPARSE_GRAMMAR_PROBLEM_LOG_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/compile.h"
#include "messages/messages.h"
#include "scpparse/result.h"

namespace scp {

struct Spot {
  std::uint32_t file = 0;
  std::uint32_t offset = 0;
};

class ProblemLog {
 public:
  explicit ProblemLog(const std::vector<GrammarFile>& files);

  void add(std::string code, Spot spot, MessageId id, std::initializer_list<MessageArg> args = {});
  // A problem of the whole file, or of no file in particular.
  void add_to_file(std::string code, std::uint32_t file, MessageId id);

  // "path:line:column", for messages that name a second place.
  std::string where(Spot spot) const;
  std::uint32_t line_of(Spot spot) const;
  // From a line and a byte column as YAML marks give them, both from 0.
  Spot spot_at(std::uint32_t file, int line, int column) const;
  const GrammarFile& file(std::uint32_t index) const { return files_[index]; }

  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  // All problems, by file and place.
  Problems take();

 private:
  struct Entry {
    std::uint32_t file;
    std::uint32_t offset;
    Problem problem;
  };

  const std::vector<GrammarFile>& files_;
  std::vector<std::vector<std::uint32_t>> line_starts_;
  std::vector<Entry> entries_;
};

// {hint}: ", did you mean 'x'?" or nothing.
MessageArg suggestion(std::string_view word, const std::vector<std::string_view>& candidates);
// The same, or all of them where none is near.
MessageArg suggestion_or_all(std::string_view word,
                             const std::vector<std::string_view>& candidates);
// A placeholder for which a message stands.
MessageArg word_for(std::string_view placeholder, MessageId id,
                    std::initializer_list<MessageArg> args = {});
// The words with a blank before each but the first.
std::string joined(const std::vector<std::string_view>& words);

}  // namespace scp

#endif  // SCPPARSE_GRAMMAR_PROBLEM_LOG_H_
