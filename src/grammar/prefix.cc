#include "grammar/prefix.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace scp {
namespace {

constexpr std::size_t kLength = kMostSymbols;
constexpr std::size_t kMaxStarts = 256;

// The symbols of one beginning. There are many, to be sorted: they are small and compared at once.
using ShortSymbol = std::uint16_t;
constexpr ShortSymbol kAny = 0xFFFF;  // ends what is fixed

class Symbols {
 public:
  Symbols() = default;
  explicit Symbols(ShortSymbol only) { push_back(only); }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const ShortSymbol* begin() const { return at_.data(); }
  const ShortSymbol* end() const { return at_.data() + size_; }
  ShortSymbol front() const { return at_[0]; }
  ShortSymbol back() const { return at_[size_ - 1]; }
  void push_back(ShortSymbol symbol) {
    if (size_ < at_.size()) at_[size_++] = symbol;
  }
  void shorten(std::size_t size) {
    while (size_ > size) at_[--size_] = 0;
  }
  // Any order will do; no symbol is 0, so the size needs no comparison.
  int compare(const Symbols& other) const {
    return std::memcmp(at_.data(), other.at_.data(), sizeof at_);
  }

 private:
  std::array<ShortSymbol, kLength> at_{};  // zeros after the first size_; more are not kept
  std::size_t size_ = 0;
};

// A beginning found so far. Open ones may be followed by what the pattern has next.
struct Start {
  Symbols symbols;
  bool open = true;
};
bool operator==(const Start& a, const Start& b) {
  return a.symbols.compare(b.symbols) == 0 && a.open == b.open;
}
using Starts = std::vector<Start>;

Starts empty_start() {
  return {Start{}};
}
Starts anything() {
  return {Start{Symbols(kAny), false}};
}
Starts one_symbol(PrefixSymbol symbol) {
  if (symbol == 0 || symbol >= kAny) return anything();
  return {Start{Symbols(static_cast<ShortSymbol>(symbol)), true}};
}

void remove_doubles(Starts& starts) {
  std::sort(starts.begin(), starts.end(), [](const Start& a, const Start& b) {
    const int order = a.symbols.compare(b.symbols);
    return order == 0 ? a.open < b.open : order < 0;
  });
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
}

void close_full(Starts& starts) {
  for (Start& start : starts) start.open = start.open && start.symbols.size() < kLength;
}

void tidy(Starts& starts) {
  close_full(starts);
  remove_doubles(starts);
  for (std::size_t keep = kLength - 1; starts.size() > kMaxStarts; --keep) {
    if (keep == 0) {
      starts = anything();
      return;
    }
    for (Start& start : starts) {  // shorter beginnings are fewer
      if (start.symbols.size() <= keep) continue;
      start.symbols.shorten(keep);
      start.symbols.push_back(kAny);
      start.open = false;
    }
    remove_doubles(starts);
  }
}

Starts followed_by(const Starts& left, const Starts& right) {
  const bool closed =
      std::none_of(left.begin(), left.end(), [](const Start& start) { return start.open; });
  if (closed) return left;
  Starts result;
  for (const Start& a : left) {
    if (!a.open) {
      result.push_back(a);
      continue;
    }
    for (const Start& b : right) {
      Start joined = a;
      const bool same_run = !a.symbols.empty() && !b.symbols.empty() &&
                            symbol_runs(a.symbols.back()) && a.symbols.back() == b.symbols.front();
      for (const ShortSymbol* symbol = b.symbols.begin() + (same_run ? 1 : 0);
           symbol != b.symbols.end(); ++symbol) {
        joined.symbols.push_back(*symbol);
      }
      joined.open = b.open;
      result.push_back(joined);
    }
  }
  close_full(result);
  if (right.size() > 1) tidy(result);  // one symbol more makes no beginnings more or equal
  return result;
}

void unite(Starts& into, const Starts& more) {
  into.insert(into.end(), more.begin(), more.end());
  tidy(into);
}

class Analyzer {
 public:
  explicit Analyzer(std::string_view pattern) : pattern_(pattern) {}

  Starts run() { return alternatives(0); }

 private:
  bool done() const { return at_ >= pattern_.size(); }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < pattern_.size() ? pattern_[at_ + ahead] : '\0';
  }
  bool take(std::string_view text) {
    if (pattern_.compare(at_, text.size(), text) != 0) return false;
    at_ += text.size();
    return true;
  }

  // NOLINTNEXTLINE(misc-no-recursion): nesting is limited where patterns are read
  Starts alternatives(int depth) {
    Starts result = sequence(depth);
    while (take("|")) unite(result, sequence(depth));
    return result;
  }

  // NOLINTNEXTLINE(misc-no-recursion)
  Starts sequence(int depth) {
    Starts result = empty_start();
    while (!done() && peek() != '|' && peek() != ')') {
      Starts next = quantified(item(depth));
      result = followed_by(result, next);
    }
    return result;
  }

  // NOLINTNEXTLINE(misc-no-recursion)
  Starts item(int depth) {
    const char c = peek();
    if (c == '(') return group(depth);
    if (c == '[') return char_class();
    if (c == '\\') return escape();
    if (c == '.') {
      ++at_;
      return anything();
    }
    if (c == '^' || c == '$') {
      ++at_;
      return empty_start();
    }
    return one_symbol(fold_symbol(next_code_point(pattern_, at_)));
  }

  // NOLINTNEXTLINE(misc-no-recursion)
  Starts group(int depth) {
    ++at_;
    bool zero_width = false;
    if (take("?")) {
      if (take("=") || take("!") || take("<=") || take("<!")) {
        zero_width = true;
      } else if (take("<") || take("P<") || take("'")) {
        while (!done() && peek() != '>' && peek() != '\'') ++at_;
        ++at_;
      } else {  // (?:  (?>  (?i)  (?-i:
        while (!done() && peek() != ':' && peek() != '>' && peek() != ')') ++at_;
        if (peek() != ')') ++at_;
      }
    }
    Starts inner = depth < kMaxDepth ? alternatives(depth + 1) : anything();
    if (depth >= kMaxDepth) at_ = pattern_.size();
    take(")");
    return zero_width ? empty_start() : inner;
  }

  Starts escape() {
    ++at_;
    const char c = peek();
    const char32_t point = done() ? U'\0' : next_code_point(pattern_, at_);
    switch (c) {
      case 'd':
        return one_symbol('0');
      case 's':
      case 'h':
        return one_symbol(' ');
      case 'b':
      case 'B':
      case 'A':
      case 'z':
      case 'Z':
      case 'K':
        return empty_start();
      case 'n':
      case 't':
        return one_symbol(' ');
      case 'Q':
        return anything();
      default:
        break;
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter) return one_symbol(fold_symbol(point));
    if (peek() == '{') {  // \p{Lu}
      while (!done() && peek() != '}') ++at_;
      ++at_;
    }
    return anything();
  }

  // A class of few plain characters; any other may be anything.
  Starts char_class() {
    ++at_;
    bool free = take("^");
    Starts result;
    bool first = true;
    while (!done() && (peek() != ']' || first)) {
      first = false;
      if (peek() == '[' && peek(1) == ':') free = true;
      if (peek() == '\\') {
        const Starts inner = escape();
        free = free || inner.size() != 1 || !inner[0].open || inner[0].symbols.empty();
        if (!free) result.push_back(inner[0]);
        continue;
      }
      const char32_t first_letter = next_code_point(pattern_, at_);
      char32_t last = first_letter;
      if (peek() == '-' && peek(1) != ']') {
        ++at_;
        last = next_code_point(pattern_, at_);
        if (last == '\\' || last < first_letter || last - first_letter > 32) free = true;
      }
      for (char32_t c = first_letter; !free && c <= last; ++c)
        result.push_back(one_symbol(fold_symbol(c)).front());
    }
    take("]");
    if (free || result.empty() || result.size() > 40) return anything();
    tidy(result);
    return result;
  }

  Starts quantified(Starts item) {
    std::size_t least = 1;
    std::size_t most = 1;
    if (take("?")) {
      least = 0;
    } else if (take("*")) {
      least = 0;
      most = kLength;
    } else if (take("+")) {
      most = kLength;
    } else if (peek() == '{' && peek(1) >= '0' && peek(1) <= '9') {
      counts(least, most);
    } else {
      return item;
    }
    if (!take("?")) take("+");  // lazy or possessive
    Starts result;
    Starts repeated = empty_start();
    for (std::size_t times = 0; times <= most; ++times) {
      if (times >= least) unite(result, repeated);
      if (times == most) break;
      Starts next = followed_by(repeated, item);
      if (times >= least && next == repeated) break;  // runs, and what is full
      repeated = std::move(next);
    }
    return result;
  }

  void counts(std::size_t& least, std::size_t& most) {
    ++at_;
    least = number();
    most = least;
    if (take(",")) most = peek() == '}' ? kLength : number();
    while (!done() && peek() != '}') ++at_;
    ++at_;
    least = std::min(least, kLength);
    most = std::min(most, kLength);
  }

  std::size_t number() {
    std::size_t value = 0;
    while (peek() >= '0' && peek() <= '9') {
      value = std::min<std::size_t>(value * 10 + static_cast<std::size_t>(peek() - '0'), 1000);
      ++at_;
    }
    return value;
  }

  static constexpr int kMaxDepth = 64;
  std::string_view pattern_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Beginning> beginnings_of(std::string_view pattern) {
  std::vector<Beginning> beginnings;
  for (const Start& start : Analyzer(pattern).run()) {
    const auto* fixed = std::find(start.symbols.begin(), start.symbols.end(), kAny);
    beginnings.emplace_back(start.symbols.begin(), fixed);
  }
  std::sort(beginnings.begin(), beginnings.end());
  beginnings.erase(std::unique(beginnings.begin(), beginnings.end()), beginnings.end());
  return beginnings;
}

}  // namespace scp
