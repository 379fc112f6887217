#include "grammar/words.h"

#include "text/utf8.h"

namespace scp {
namespace {

constexpr std::size_t kShortCapitals = 5;

void read_letters(std::string_view word, FoldedWord& folded) {
  folded.clear();
  for (std::size_t at = 0; at < word.size();)
    folded.add(latin::lower_case(next_code_point(word, at)));
}

}  // namespace

bool FoldedWord::compose_last(char32_t mark) {
  if (size_ == 0 || size_ > kMaxWordLetters) return false;
  const char32_t composed = latin::compose(letters_[size_ - 1], mark);
  if (composed != 0) letters_[size_ - 1] = composed;
  return composed != 0;
}

void FoldedWord::fold_tone_placement() {
  if (size_ < 2 || letters_[size_ - 1] < 0x80) return;
  char32_t& first = letters_[size_ - 2];
  char32_t& second = letters_[size_ - 1];
  const latin::Vowel a = latin::take_apart(first);
  const latin::Vowel b = latin::take_apart(second);
  if (!latin::is_open_rime(a.base, b.base) || a.tone != latin::Tone::kNone ||
      b.tone == latin::Tone::kNone)
    return;
  if (size_ > 2 && letters_[size_ - 3] == 'q') return;
  first = latin::put_together({a.base, b.tone});
  second = b.base;
}

void FoldedWord::encode() {
  byte_count_ = 0;
  hash_ = kHashStart;
  const auto put = [this](char32_t byte) {
    bytes_[byte_count_++] = static_cast<char>(byte);
    hash_ = hash_step(hash_, static_cast<char>(byte));
  };
  for (std::size_t i = 0; i < size_; ++i) {
    const char32_t c = letters_[i];
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | (c >> 6));
      put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      put(0xE0 | (c >> 12));
      put(0x80 | ((c >> 6) & 0x3F));
      put(0x80 | (c & 0x3F));
    } else {
      put(0xF0 | (c >> 18));
      put(0x80 | ((c >> 12) & 0x3F));
      put(0x80 | ((c >> 6) & 0x3F));
      put(0x80 | (c & 0x3F));
    }
  }
}

void FoldedWord::finish() {
  byte_count_ = 0;
  if (!good()) return;
  fold_tone_placement();
  encode();
}

void FoldedWord::finish_bare() {
  byte_count_ = 0;
  if (!good()) return;
  for (std::size_t i = 0; i < size_; ++i) letters_[i] = latin::without_diacritics(letters_[i]);
  encode();
}

bool fold_word(std::string_view word, std::string& out) {
  FoldedWord folded;
  read_letters(word, folded);
  folded.finish();
  out = folded.text();
  return folded.good();
}

bool fold_word_bare(std::string_view word, std::string& out) {
  FoldedWord folded;
  read_letters(word, folded);
  folded.finish_bare();
  out = folded.text();
  return folded.good();
}

bool WordCutter::next(Piece& piece) {
  while (at_ < text_.size()) {
    const CodePoint c = decode(text_, at_);
    if (latin::is_blank(c.value)) {
      at_ += c.length;
      continue;
    }
    piece = Piece{};
    piece.begin = at_;
    if (latin::is_word_character(c.value)) {
      find_end(piece);
    } else {
      piece.end = at_ + c.length;
      read_mark(c.value, piece);
    }
    at_ = piece.end;
    last_ = piece;
    return true;
  }
  return false;
}

void WordCutter::find_end(Piece& piece) {
  std::size_t letters = 0;
  bool capitals = true;
  std::size_t at = piece.begin;
  while (at < text_.size()) {
    const CodePoint c = decode(text_, at);
    const latin::LetterInfo* info = latin::letter_info(c.value);
    if (info != nullptr) {
      if (!info->is(latin::LetterInfo::kInWord)) break;
      capitals = capitals && info->is(latin::LetterInfo::kUpper);
    } else {
      if (!latin::is_wide_word_character(c.value)) break;
      capitals = false;
    }
    ++letters;
    at += c.length;
  }
  piece.end = at;
  if (capitals && letters <= kShortCapitals) short_capitals_end_ = at;
}

const FoldedWord& WordCutter::word() {
  read_letters(text_.substr(last_.begin, last_.end - last_.begin), word_);
  word_.finish();
  return word_;
}

void WordCutter::read_mark(char32_t c, Piece& piece) {
  piece.kind = Piece::Kind::kConnector;
  switch (c) {
    case ',':
      piece.gap = kGapComma;
      return;
    case '&':
      piece.gap = kGapAnd;
      return;
    case '/':
      piece.gap = kGapSlash;
      return;
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      piece.gap = kGapHyphen;
      return;
    case '(':
    case ')':
      piece.kind = Piece::Kind::kBracket;
      piece.gap = kGapBracket;
      return;
    case '%':
    case 0x2030:
      piece.kind = Piece::Kind::kWord;
      return;
    default:
      break;
  }
  if (c == '.' && piece.begin > 0 && piece.begin == short_capitals_end_) {
    piece.gap = kGapDot;
    return;
  }
  piece.kind = Piece::Kind::kStop;
}

}  // namespace scp
