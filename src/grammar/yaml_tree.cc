#include "grammar/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "text/utf8.h"

namespace scp {
namespace {

// Thrown through the YAML library to stop it at once.
struct Refused {
  YAML::Mark mark;
  std::string code;
  MessageId message;
  std::size_t limit = 0;
};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::uint32_t file, ProblemLog& log) : file_(file), log_(log) {}

  YamlNode take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    YamlNode node = make(YamlNode::Kind::kNull, mark);
    // The library puts an empty value where the next thing begins.
    if (!open_.empty() && open_.back().key) node.spot = open_.back().key_spot;
    place(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    throw Refused{mark, "grammar-yaml", MessageId::kGrammarErrorAlias};
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    YamlNode node = make(YamlNode::Kind::kScalar, mark);
    node.plain = tag == "?";
    node.text = value;
    refuse_open_quote(mark, node);
    place(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(YamlNode::Kind::kList, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(YamlNode::Kind::kMap, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    std::optional<std::string> key;
    Spot key_spot;
  };

  static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == YAML::NullAnchor) return;
    throw Refused{mark, "grammar-yaml", MessageId::kGrammarErrorAnchor};
  }

  static void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    throw Refused{mark, "grammar-yaml", MessageId::kGrammarErrorTag};
  }

  // The library takes the end of the file for the missing quote.
  void refuse_open_quote(const YAML::Mark& mark, const YamlNode& node) const {
    const std::string& text = log_.file(file_).text;
    const std::size_t begin = node.spot.offset;
    if (node.plain || begin >= text.size() || (text[begin] != '"' && text[begin] != '\'')) return;
    const std::size_t end = spot_inside(text, node, node.text.size()).offset;
    if (text.find(text[begin], std::max(end, begin + 1)) == std::string::npos) {
      throw Refused{mark, "grammar-yaml", MessageId::kGrammarErrorOpenQuote};
    }
  }

  YamlNode make(YamlNode::Kind kind, const YAML::Mark& mark) {
    if (++count_ > kMaxYamlNodes) {
      throw Refused{mark, "grammar-limit", MessageId::kGrammarErrorManyValues, kMaxYamlNodes};
    }
    YamlNode node;
    node.kind = kind;
    node.spot = log_.spot_at(file_, mark.line, mark.column);
    return node;
  }

  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (!open_.empty() && open_.back().node.kind == YamlNode::Kind::kMap && !open_.back().key) {
      throw Refused{mark, "grammar-yaml", MessageId::kGrammarErrorKeyWord};
    }
    if (open_.size() == kMaxYamlDepth) {
      throw Refused{mark, "grammar-limit", MessageId::kGrammarErrorDeep, kMaxYamlDepth};
    }
    open_.push_back({make(kind, mark), std::nullopt, {}});
  }

  void close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    place(std::move(node));
  }

  void place(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.kind == YamlNode::Kind::kList) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key) {
      parent.key = std::move(node.text);
      parent.key_spot = node.spot;
    } else {
      place_value(parent, std::move(node));
    }
  }

  void place_value(Open& parent, YamlNode node) {
    for (const YamlPair& pair : parent.node.pairs) {
      if (pair.key != *parent.key) continue;
      log_.add("grammar-duplicate-key", parent.key_spot, MessageId::kGrammarErrorKeyTwice,
               {{"key", *parent.key}, {"place", log_.where(pair.key_spot)}});
      parent.key.reset();
      return;
    }
    parent.node.pairs.push_back({*parent.key, parent.key_spot, std::move(node)});
    parent.key.reset();
  }

  std::uint32_t file_;
  ProblemLog& log_;
  YamlNode root_;
  std::vector<Open> open_;
  std::size_t count_ = 0;
};

// Texts are composed (NFC) before they are matched, so a decomposed letter would never match.
bool check_bytes(std::uint32_t file, ProblemLog& log) {
  const std::string& text = log.file(file).text;
  if (text.size() > kMaxGrammarFileBytes) {
    log.add_to_file("grammar-limit", file, MessageId::kGrammarErrorFileSize);
    return false;
  }
  for (std::size_t at = 0; at < text.size();) {
    const Spot spot{file, static_cast<std::uint32_t>(at)};
    const std::size_t before = at;
    const char32_t c = next_code_point(text, at);
    if (c == 0xFFFD && at == before + 1) {
      log.add("grammar-yaml", spot, MessageId::kGrammarErrorNotUtf8);
      return false;
    }
    if (c >= 0x300 && c <= 0x36F) {
      log.add("grammar-yaml", spot, MessageId::kGrammarErrorCombining);
      return false;
    }
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) {
      log.add("grammar-yaml", spot, MessageId::kGrammarErrorControl);
      return false;
    }
  }
  return true;
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const YamlPair& pair : pairs) {
    if (pair.key == key) return &pair.value;
  }
  return nullptr;
}

std::optional<YamlNode> read_yaml(std::uint32_t file, ProblemLog& log) {
  if (!check_bytes(file, log)) return std::nullopt;
  TreeBuilder builder(file, log);
  try {
    std::istringstream stream(log.file(file).text);
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) {
      log.add_to_file("grammar-yaml", file, MessageId::kGrammarErrorEmptyFile);
      return std::nullopt;
    }
    YamlNode root = builder.take();
    TreeBuilder rest(file, log);
    if (parser.HandleNextDocument(rest)) {
      log.add("grammar-yaml", rest.take().spot, MessageId::kGrammarErrorOneDocument);
      return std::nullopt;
    }
    return root;
  } catch (const Refused& refused) {
    log.add(refused.code, log.spot_at(file, refused.mark.line, refused.mark.column),
            refused.message, {{"limit", refused.limit}});
  } catch (const YAML::Exception& error) {
    log.add("grammar-yaml", log.spot_at(file, error.mark.line, error.mark.column),
            MessageId::kGrammarErrorNotYaml, {{"detail", error.msg}});
  }
  return std::nullopt;
}

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// The first byte of the value in the file: after the quote, or after the header of a block.
std::size_t content_begin(const std::string& text, const YamlNode& scalar) {
  const std::size_t at = scalar.spot.offset;
  if (scalar.plain || at >= text.size()) return at;
  if (text[at] == '\'' || text[at] == '"') return at + 1;
  std::size_t line = text.find('\n', at);
  while (line != std::string::npos && line < text.size() && is_space(text[line])) ++line;
  return std::min(line, text.size());
}

std::size_t escape_length(const std::string& text, std::size_t at) {
  const char kind = at + 1 < text.size() ? text[at + 1] : ' ';
  if (kind == 'x') return 4;
  if (kind == 'u') return 6;
  return kind == 'U' ? 10 : 2;
}

std::size_t skip_space(const std::string& text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// Walks through the value and the file side by side.
class SideBySide {
 public:
  SideBySide(const std::string& file, const YamlNode& scalar)
      : file_(file), value_(scalar.text), at_(content_begin(file, scalar)) {
    if (!scalar.plain && scalar.spot.offset < file.size()) style_ = file[scalar.spot.offset];
  }

  // The place in the file; nothing when the two do not fit together.
  std::optional<std::size_t> go_to(std::size_t value_offset) {
    const std::size_t end = std::min(value_offset, value_.size());
    while (seen_ < end && at_ < file_.size()) {
      if (!step()) return std::nullopt;
    }
    return std::min(at_, file_.size());
  }

 private:
  bool step() {
    const char wanted = value_[seen_++];
    if (style_ == '"' && file_[at_] == '\\') {
      at_ += escape_length(file_, at_);
      while (seen_ < value_.size() && is_continuation(value_[seen_])) ++seen_;
    } else if (style_ == '\'' && wanted == '\'') {
      at_ += 2;
    } else if (is_space(wanted) && is_space(file_[at_])) {
      // A line break with its indentation stands for one blank or line end.
      const std::size_t after = skip_space(file_, at_);
      at_ = file_.find('\n', at_) < after ? after : at_ + 1;
    } else if (file_[at_] == wanted) {
      ++at_;
    } else {
      return false;
    }
    return true;
  }

  static bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
  }

  const std::string& file_;
  const std::string& value_;
  std::size_t at_;
  std::size_t seen_ = 0;
  char style_ = ' ';
};

}  // namespace

Spot spot_inside(const std::string& file_text, const YamlNode& scalar, std::size_t value_offset) {
  const std::optional<std::size_t> at = SideBySide(file_text, scalar).go_to(value_offset);
  if (!at) return scalar.spot;
  return {scalar.spot.file, static_cast<std::uint32_t>(*at)};
}

}  // namespace scp
