// The stages up to layout, over a text of a test, and what they made of it in a short form:
//
//     P I. MỤC TIÊU                a paragraph, |role| before it where a line rule knows it
//     T STT=number | Nội dung=content
//       1 | Rà soát                a row
//     F page-number: 2             furniture
//
// Line feeds inside a cell show as ⏎. Everything belongs to one LaidOut.
#ifndef SCPPARSE_TESTS_SUPPORT_LAID_OUT_H_
#define SCPPARSE_TESTS_SUPPORT_LAID_OUT_H_

#include <string>
#include <utility>
#include <vector>

#include "layout/blocks.h"
#include "layout/run_in.h"
#include "support/read_text.h"

namespace scp::testing {

// The text with the line ends that it had lost.
struct ReadLines : ReadText {
  explicit ReadLines(std::string bytes) : ReadText(std::move(bytes)) {
    text = read_text(*source, Grammar::builtin());
  }
};

struct LaidOut {
  explicit LaidOut(std::string bytes)
      : read(std::move(bytes)),
        tokens(tokenize(read.text)),
        layout(recover_layout(read.text, tokens, Grammar::builtin())) {}
  LaidOut(const LaidOut&) = delete;
  LaidOut& operator=(const LaidOut&) = delete;

  std::string shown(Range range) const {
    std::string out;
    for (const char c : layout.flow.text(layout.flow.trimmed(range))) {
      out += c == '\n' ? std::string("\xE2\x8F\x8E") : std::string(1, c);
    }
    return out;
  }

  std::string blocks() const {
    std::string out;
    for (const Block& block : layout.blocks) {
      if (block.kind == BlockKind::kTable) {
        out += table(layout.tables[block.table]);
        continue;
      }
      const std::string role = block.role.empty() ? "" : "|" + std::string(block.role) + "| ";
      out += "P " + role + shown(block.range) + "\n";
    }
    return out;
  }

  std::string furniture() const {
    std::string out;
    for (const Furniture& part : layout.furniture) {
      out += "F " + std::string(part.reason) + ": " +
             read.text.content.substr(part.content.begin, part.content.size()) + "\n";
    }
    return out;
  }

  ReadLines read;
  std::vector<Token> tokens;
  Layout layout;

 private:
  std::string table(const TableBlock& table) const {
    std::string out = "T";
    for (const TableColumnInfo& column : table.columns) {
      out += out.size() == 1 ? " " : " | ";
      out += shown(column.header) + (column.role.empty() ? "" : "=" + std::string(column.role));
    }
    for (const Row& row : table.rows) {
      out += "\n ";
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        out += (i == 0 ? " " : " | ") + shown(row.cells[i]);
      }
    }
    return out + "\n";
  }
};

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_SUPPORT_LAID_OUT_H_
