#include "text/html_tags.h"

#include <algorithm>
#include <array>
#include <string>

namespace scp {
namespace {

enum class Effect : std::uint8_t {
  kNone,
  kBreaks,  // ends a line or a paragraph
  kHolds,   // what it holds is no text: it goes up to its closing tag
};

struct TagName {
  std::string_view name;
  Effect effect = Effect::kNone;
  std::uint8_t style = 0;
  TablePart table = TablePart::kNone;
};

constexpr auto kBold = static_cast<std::uint8_t>(Style::kBold);
constexpr auto kItalic = static_cast<std::uint8_t>(Style::kItalic);
constexpr auto kHeading = static_cast<std::uint8_t>(Style::kHeading);
constexpr std::string_view kDoctype = "doctype";

constexpr std::array kTags = {
    TagName{"p", Effect::kBreaks},
    TagName{"br", Effect::kBreaks},
    TagName{"div", Effect::kBreaks},
    TagName{"li", Effect::kBreaks},
    TagName{"ul", Effect::kBreaks},
    TagName{"ol", Effect::kBreaks},
    TagName{"b", Effect::kNone, kBold},
    TagName{"strong", Effect::kNone, kBold},
    TagName{"i", Effect::kNone, kItalic},
    TagName{"em", Effect::kNone, kItalic},
    TagName{"u"},
    TagName{"span"},
    TagName{"font"},
    TagName{"center", Effect::kBreaks},
    TagName{"sup"},
    TagName{"sub"},
    TagName{"h1", Effect::kBreaks, kHeading},
    TagName{"h2", Effect::kBreaks, kHeading},
    TagName{"h3", Effect::kBreaks, kHeading},
    TagName{"h4", Effect::kBreaks, kHeading},
    TagName{"h5", Effect::kBreaks, kHeading},
    TagName{"h6", Effect::kBreaks, kHeading},
    TagName{"hr", Effect::kBreaks},
    TagName{"img"},
    TagName{"table", Effect::kNone, 0, TablePart::kTable},
    TagName{"tbody"},
    TagName{"thead"},
    TagName{"tfoot"},
    TagName{"colgroup"},
    TagName{"col"},
    TagName{"tr", Effect::kNone, 0, TablePart::kRow},
    TagName{"td", Effect::kNone, 0, TablePart::kCell},
    TagName{"th", Effect::kNone, 0, TablePart::kCell},
    TagName{kDoctype, Effect::kBreaks},
    TagName{"html", Effect::kBreaks},
    TagName{"body", Effect::kBreaks},
    TagName{"o:p"},  // of Word
    TagName{"a"},
    TagName{"small"},
    TagName{"big"},
    TagName{"s"},
    TagName{"strike"},
    TagName{"del"},
    TagName{"ins"},
    TagName{"mark"},
    TagName{"label"},
    TagName{"input"},
    TagName{"meta"},
    TagName{"link"},
    TagName{"base"},
    TagName{"wbr"},
    TagName{"section", Effect::kBreaks},
    TagName{"article", Effect::kBreaks},
    TagName{"main", Effect::kBreaks},
    TagName{"header", Effect::kBreaks},
    TagName{"aside", Effect::kBreaks},
    TagName{"form", Effect::kBreaks},
    TagName{"figure", Effect::kBreaks},
    TagName{"figcaption", Effect::kBreaks},
    TagName{"blockquote", Effect::kBreaks},
    TagName{"pre", Effect::kBreaks},
    TagName{"dl", Effect::kBreaks},
    TagName{"dt", Effect::kBreaks},
    TagName{"dd", Effect::kBreaks},
    TagName{"caption", Effect::kBreaks},
    TagName{"head", Effect::kHolds},
    TagName{"title", Effect::kHolds},
    TagName{"script", Effect::kHolds},
    TagName{"style", Effect::kHolds},
    TagName{"noscript", Effect::kHolds},
    TagName{"template", Effect::kHolds},
    TagName{"svg", Effect::kHolds},
    TagName{"button", Effect::kHolds},
    TagName{"select", Effect::kHolds},
    TagName{"textarea", Effect::kHolds},
    TagName{"iframe", Effect::kHolds},
    TagName{"nav", Effect::kHolds},
    TagName{"footer", Effect::kHolds},
};
constexpr std::size_t kLongestName = 10;

bool ends_line(char c) {
  return c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// The letters of a name of an element: none that is not ASCII.
bool name_byte(char c) {
  return (small(c) >= 'a' && small(c) <= 'z') || (c >= '0' && c <= '9') || c == ':';
}

const TagName* tag_named(std::string_view name) {
  for (const TagName& tag : kTags) {
    if (tag.name.size() != name.size()) continue;
    const bool same = std::equal(name.begin(), name.end(), tag.name.begin(),
                                 [](char a, char b) { return small(a) == b; });
    if (same) return &tag;
  }
  return nullptr;
}

// The value of colspan or rowspan in a tag; 1 where it has none.
std::uint8_t span_of(std::string_view tag, std::string_view name) {
  constexpr int kMost = 60;
  const auto same = [](char a, char b) { return small(a) == b; };
  const auto found = std::search(tag.begin(), tag.end(), name.begin(), name.end(), same);
  if (found == tag.end()) return 1;
  auto digit = static_cast<std::size_t>(found - tag.begin()) + name.size();
  while (digit < tag.size() &&
         (tag[digit] == '=' || tag[digit] == '"' || tag[digit] == '\'' || tag[digit] == ' ')) {
    ++digit;
  }
  int value = 0;
  for (; digit < tag.size() && tag[digit] >= '0' && tag[digit] <= '9' && value < kMost; ++digit) {
    value = value * 10 + (tag[digit] - '0');
  }
  return static_cast<std::uint8_t>(std::clamp(value, 1, kMost));
}

class TagFinder {
 public:
  TagFinder(std::string_view text, std::vector<MarkupItem>& out) : text_(text), out_(out) {}

  void run() {
    next_ = text_.find('<');
    page_ = is_page();
    while (next_ != std::string_view::npos) {
      const std::size_t at = next_;
      next_ = text_.find('<', at + 1);
      const bool comments = page_ && text_.compare(at, 4, "<!--") == 0;
      const bool condition = page_ && text_.compare(at, 3, "<![") == 0;
      const std::size_t end = comments ? comment(at) : condition ? condition_of(at) : tag(at);
      if (end > at && next_ < end) next_ = text_.find('<', end);
      if (!more_tags_) return;
    }
  }

 private:
  // Only in a whole page has a part another meaning than its text.
  bool is_page() const {
    constexpr std::size_t kFar = 20000;  // bytes
    const std::string_view top = text_.substr(0, kFar);
    for (std::size_t at = top.find('<'); at != std::string_view::npos; at = top.find('<', at + 1)) {
      for (const std::string_view name : {"html", "body", "!doctype html"}) {
        const std::string_view found = top.substr(at + 1, name.size() + 1);
        if (found.size() > name.size() &&
            std::equal(name.begin(), name.end(), found.begin(),
                       [](char a, char b) { return a == small(b); }) &&
            !name_byte(found[name.size()]))
          return true;
      }
    }
    return false;
  }

  // Each takes what begins at `at` and gives its end, or `at` where nothing is taken.
  std::size_t comment(std::size_t at) {
    if (!more_comments_) return at;
    const std::size_t close = text_.find("-->", at + 4);
    more_comments_ = close != std::string_view::npos;
    if (!more_comments_) return at;
    out_.push_back(item(at, close + 3, MarkKind::kPagePart));
    return close + 3;
  }

  // "<![endif]>", of Word
  std::size_t condition_of(std::size_t at) {
    constexpr std::size_t kLongest = 60;
    const std::size_t close = text_.substr(at, kLongest).find("]>");
    if (close == std::string_view::npos) return at;
    out_.push_back(item(at, at + close + 2, MarkKind::kPagePart));
    return at + close + 2;
  }

  std::size_t tag(std::size_t at) {
    constexpr std::size_t kMaxTag = 200;
    std::size_t name = at + 1;
    const bool closing = name < text_.size() && text_[name] == '/';
    const bool declares = name < text_.size() && text_[name] == '!';
    if (closing || declares) ++name;
    std::size_t end = name;
    while (end < text_.size() && end - name <= kLongestName && name_byte(text_[end])) ++end;
    const TagName* tag = tag_named(text_.substr(name, end - name));
    if (tag == nullptr || declares != (tag->name == kDoctype)) return at;
    const bool ended = end < text_.size() && (text_[end] == '>' || text_[end] == '/' ||
                                              text_[end] == ' ' || ends_line(text_[end]));
    if (!ended) return at;
    if (close_ < end) close_ = text_.find('>', end);
    if (close_ == std::string_view::npos) {
      more_tags_ = false;
      return at;
    }
    // Word writes a style into tags, over several lines; a picture may be written into one.
    const bool whole = close_ < next_;
    if (close_ - at >= kMaxTag && !whole) return at;
    const std::string_view written = text_.substr(at, close_ - at);
    const bool plain = written.size() < kMaxTag && written.find('\n') == std::string_view::npos;
    if (!plain && (!whole || written.find('=') == std::string_view::npos)) return at;
    return add(at, *tag, closing, written);
  }

  std::size_t add(std::size_t at, const TagName& tag, bool closing, std::string_view written) {
    const std::size_t after = close_ + 1;
    MarkupItem made = item(at, after, MarkKind::kTag);
    made.breaks = tag.effect != Effect::kNone;
    (closing ? made.closes : made.opens) = tag.style;
    if (closing && tag.table == TablePart::kRow) made.table = TablePart::kRowEnd;
    if (!closing || tag.table == TablePart::kTable) made.table = tag.table;
    if (made.table == TablePart::kCell) {
      made.columns = span_of(written, "colspan");
      made.rows = span_of(written, "rowspan");
    }
    if (tag.effect == Effect::kHolds) {
      if (!page_ && tag.name != "head") return at;  // a text that speaks of tags
      const std::size_t end = closing ? after : end_of(tag, after);
      if (end == after) return at;  // half of it is text
      made.kind = MarkKind::kPagePart;
      made.end = static_cast<std::uint32_t>(end);
      made.breaks = tag.name != "svg" && tag.name != "button";
    }
    out_.push_back(made);
    return made.end;
  }

  // The end of the closing tag of an element; `from` where it has none. What was found is kept: the
  // text is searched once for each element.
  std::size_t end_of(const TagName& tag, std::size_t from) {
    Closing& closing = closings_[static_cast<std::size_t>(&tag - kTags.data())];
    while (closing.begin < from && closing.begin != std::string_view::npos) {
      closing = find_closing(tag.name, std::max(from, closing.end));
    }
    return closing.begin == std::string_view::npos ? from : closing.end;
  }

  struct Closing {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  // "</nav >", in capitals or not
  Closing find_closing(std::string_view name, std::size_t from) const {
    constexpr std::size_t kLongest = 40;  // bytes
    for (std::size_t at = text_.find("</", from); at != std::string_view::npos;
         at = text_.find("</", at + 2)) {
      const std::string_view found = text_.substr(at + 2, kLongest);
      const bool same = found.size() > name.size() &&
                        std::equal(name.begin(), name.end(), found.begin(),
                                   [](char a, char b) { return a == small(b); }) &&
                        !name_byte(found[name.size()]);
      const std::size_t close = same ? found.find('>') : std::string_view::npos;
      if (close != std::string_view::npos) return {at, at + 2 + close + 1};
    }
    return {std::string_view::npos, std::string_view::npos};
  }

  static MarkupItem item(std::size_t begin, std::size_t end, MarkKind kind) {
    MarkupItem made;
    made.begin = static_cast<std::uint32_t>(begin);
    made.end = static_cast<std::uint32_t>(end);
    made.kind = kind;
    return made;
  }

  std::string_view text_;
  std::vector<MarkupItem>& out_;
  std::size_t next_ = 0;   // the first '<' after the one at hand
  std::size_t close_ = 0;  // the first '>' after the tag at hand, or one before it
  bool page_ = false;
  bool more_tags_ = true;
  bool more_comments_ = true;
  std::array<Closing, kTags.size()> closings_{};
};

}  // namespace

void find_tags(std::string_view text, std::vector<MarkupItem>& out) {
  TagFinder(text, out).run();
}

}  // namespace scp
