#include <algorithm>
#include <array>
#include <bitset>
#include <unordered_set>

#include "layout/lines.h"
#include "outline/forms.h"
#include "outline/outline.h"
#include "outline/task_sections.h"
#include "outline/tree.h"
#include "text/utf8.h"

namespace scp {
namespace {

struct RoleComponent {
  std::string_view role;
  ComponentKind kind;
};
// Line roles that stand before the kind word, and those that stand at the end.
constexpr std::array kHeaderRoles = {
    RoleComponent{"national-header", ComponentKind::kNationalHeader},
    RoleComponent{"motto", ComponentKind::kNationalHeader},
    RoleComponent{"number", ComponentKind::kNumber},
    RoleComponent{"place-date", ComponentKind::kPlaceDate},
    RoleComponent{"urgency", ComponentKind::kOther},
    RoleComponent{"draft", ComponentKind::kOther},
    RoleComponent{"session", ComponentKind::kOther},
};

const RoleComponent* header_role(std::string_view role) {
  for (const RoleComponent& entry : kHeaderRoles) {
    if (entry.role == role) return &entry;
  }
  return nullptr;
}

enum class Phase : std::uint8_t { kBefore, kHeader, kBody, kRecipients, kTail };

class Builder {
 public:
  explicit Builder(const Layout& layout)
      : layout_(layout), flow_(layout.flow), tree_(layout, outline_) {
    outline_.layout = &layout;
    outline_.instrument_of.assign(layout.blocks.size(), kNoNode);
    outline_.node_of.assign(layout.blocks.size(), kNoNode);
  }

  Outline run() {
    for (std::uint32_t i = 0; i < layout_.blocks.size(); ++i) step(i);
    finish();
    return std::move(outline_);
  }

 private:
  const Block& block(std::uint32_t i) const { return layout_.blocks[i]; }
  bool has_instrument() const { return !outline_.instruments.empty(); }

  void step(std::uint32_t i) {
    const Block& b = block(i);
    if (b.kind == BlockKind::kTable) return body(i);
    if (b.note && phase_ == Phase::kBody) return tree_.add(i);
    if (enacts(i)) return body(i);
    if (b.kind_line.kind.valid() && b.role.data() == nullptr) return begin_instrument(i);
    if (const Entry kind = bare_kind(i); kind.valid()) {
      start_part(kind, Range{});
      component(ComponentKind::kKindLine, i);
      phase_ = Phase::kHeader;
      return;
    }
    if (const Range title = title_behind_kind(i); !title.empty()) return begin_titled(i, title);
    if (attached_without_kind(i)) return begin_unnamed(i);
    if (const RoleComponent* header = header_role(b.role)) return header_component(i, header->kind);
    if (signs_for_agency(b)) return component(ComponentKind::kSignature, i);
    // "THỦ TƯỚNG CHÍNH PHỦ" is a position below, and an issuer above.
    const bool plain = b.role.data() == nullptr || (b.role == "signature" && !has_instrument());
    if (b.capitals && plain && is_authority(b)) {
      if (phase_ == Phase::kHeader) return component(ComponentKind::kAuthority, i);
      if (phase_ != Phase::kBody || header_ahead(i)) return pend(ComponentKind::kIssuer, i);
    }
    if ((plain || b.role == "signature") && is_authority_above_bases(i))
      return component(ComponentKind::kAuthority, i);
    if (b.role == "attachment" && has_instrument()) {
      return component(ComponentKind::kAttachment, i);
    }
    const bool below_kind = phase_ == Phase::kHeader && (!titled_ || numbered_) &&
                            b.role == "subject" &&
                            present_.test(static_cast<std::size_t>(ComponentKind::kKindLine));
    if (below_kind && b.form->value(Field::kKind) == "title") {
      return component(ComponentKind::kTitle, i);
    }
    if (b.role == "subject" || b.role == "addressee" || subject_below_number(i)) return letter(i);
    if (b.role == "signer-name" && phase_ >= Phase::kRecipients && !signer_named_) {
      signer_named_ = true;
      phase_ = Phase::kTail;
      return component(ComponentKind::kSignerName, i);
    }
    if (b.role == "recipients" && has_instrument()) {
      phase_ = Phase::kRecipients;
      tail_closed_ = false;
      return component(ComponentKind::kRecipientsHead, i);
    }
    if (b.role == "signature" && has_instrument()) {
      phase_ = Phase::kTail;
      signer_named_ = false;
      return component(ComponentKind::kSignature, i);
    }
    if (signs_as(i)) return component(ComponentKind::kSignature, i);
    if (phase_ == Phase::kHeader && is_addressee(b)) return component(ComponentKind::kAddressee, i);
    // The signature stands beside the recipients and may come in between.
    const bool listing = phase_ == Phase::kRecipients || phase_ == Phase::kTail;
    if (listing && !tail_closed_ && is_recipient(b) &&
        outline_.instruments.back().first(ComponentKind::kRecipientsHead) != nullptr) {
      return component(ComponentKind::kRecipient, i);
    }
    if (phase_ >= Phase::kRecipients && !signer_named_ && is_person_name(b)) {
      signer_named_ = true;
      phase_ = Phase::kTail;
      return component(ComponentKind::kSignerName, i);
    }
    if (phase_ == Phase::kHeader && is_title(b)) return component(ComponentKind::kTitle, i);
    if (phase_ == Phase::kHeader && title_goes_on(i)) return component(ComponentKind::kTitle, i);
    body(i);
  }

  // "QUYẾT ĐỊNH" between the legal bases and the articles, without its colon: the kind of the
  // instrument itself once more.
  bool enacts(std::uint32_t i) const {
    const Block& b = block(i);
    if (!b.kind_line.kind.valid() || b.role.data() != nullptr || !has_instrument()) return false;
    const bool same = outline_.instruments.back().kind.valid() &&
                      outline_.instruments.back().kind.name() == b.kind_line.kind.name();
    if (!same || phase_ != Phase::kBody || !pending_.empty() || i == 0) return false;
    const std::string_view above = block(i - 1).role;
    return above == "legal-basis" || above == "proposal" || above == "implements";
  }

  // Articles or sections before the first line of a kind are a text of their own, whose header is
  // missing.
  void adopt_orphans() {
    if (has_instrument() || !pending_.empty()) return;
    const auto articles = std::count_if(orphans_.begin(), orphans_.end(), [&](std::uint32_t i) {
      return is_enumerated_word(block(i));
    });
    if (articles < 2) return;
    std::vector<std::uint32_t> blocks;
    blocks.swap(orphans_);
    start_part(Entry(), Range{});
    for (const std::uint32_t i : blocks) body(i);
  }

  void begin_instrument(std::uint32_t i) {
    adopt_orphans();
    start_part(block(i).kind_line.kind, block(i).kind_line.label);
    component(ComponentKind::kKindLine, i);
    phase_ = Phase::kHeader;
  }

  // "Kế hoạch" in small letters below a header that has no kind yet; invalid where none stands
  // there.
  Entry bare_kind(std::uint32_t i) const {
    const Block& b = block(i);
    if (has_instrument() || b.role.data() != nullptr || !b.enumerator.empty()) return {};
    const std::span<const Word> words = layout_.words_in(b.range);
    LexiconMatch match;
    const bool whole = !words.empty() && kinds().longest_at(words, 0, match) &&
                       match.end_word == words.size() && b.range.size() < kLongestName &&
                       match.entry.value(Field::kIdPrefix).data() == nullptr;
    return whole && header_without_kind(i) ? match.entry : Entry{};
  }

  // "QUYẾT ĐỊNH VỀ VIỆC …", "QUYẾT ĐỊNH Về việc …": the title begins on the line of the kind, below
  // a header, above the line that says what promulgates it, or at the beginning of a text. Empty
  // where no kind stands there.
  Range title_behind_kind(std::uint32_t i) const {
    const Block& b = block(i);
    const bool plain =
        b.role.data() == nullptr && b.enumerator.empty() && !b.kind_line.kind.valid();
    if (!plain || phase_ == Phase::kHeader || b.kind != BlockKind::kParagraph) return {};
    const std::span<const Word> words = layout_.words_in(b.range);
    LexiconMatch match;
    if (words.empty() || !kinds().longest_at(words, 0, match) || match.end_word == words.size())
      return {};
    if (match.entry.value(Field::kIdPrefix).data() != nullptr) return {};  // Phụ lục II
    const Range kind{b.range.begin, words[match.end_word - 1].end};
    const bool stands_out = b.capitals || all_capitals(flow_.text(kind));
    const bool expected =
        stands_out && ((!has_instrument() && header_without_kind(i)) || attachment_ahead(i));
    if (!expected && !opens_text(i, stands_out)) return {};
    return flow_.trimmed({words[match.end_word].begin, b.range.end});
  }

  // Nothing but parts of a header above, and no kind of its own on the way to the text; words that
  // do not stand out need a text below that is built like that of an instrument.
  bool opens_text(std::uint32_t i, bool stands_out) const {
    constexpr std::uint32_t kFar = 30;  // blocks
    if (has_instrument() || !orphans_.empty() || block(i).range.size() > kLongestTitle ||
        !may_be_title(block(i))) {
      return false;
    }
    for (std::uint32_t k = i + 1; k < layout_.blocks.size() && k <= i + kFar; ++k) {
      const Block& b = block(k);
      if (b.kind_line.kind.valid() || header_role(b.role) != nullptr) return false;
      const bool of_instrument =
          b.role == "legal-basis" || b.role == "enacting" || b.role == "recipients";
      if (of_instrument || looks_like_section(b)) return true;
      if (!b.enumerator.empty()) return stands_out || names_body(i, k);
    }
    return stands_out;
  }

  // A known body in the blocks [first, end).
  bool names_body(std::uint32_t first, std::uint32_t end) const {
    const Lexicon& agencies = layout_.grammar->lexicon(LexiconId::kAgencies);
    const std::span<const Word> words =
        layout_.words_in({block(first).range.begin, block(end - 1).range.end});
    LexiconMatch match;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (agencies.longest_at(words, i, match)) return true;
    }
    return false;
  }

  // The line that says what promulgates a text stands below its title, which may take several
  // lines.
  bool attachment_ahead(std::uint32_t i) const {
    constexpr std::uint32_t kFar = 3;  // blocks
    for (std::uint32_t k = i + 1; k < layout_.blocks.size() && k <= i + kFar; ++k) {
      const Block& b = block(k);
      if (b.role == "attachment") return true;
      const bool plain = b.role.data() == nullptr || b.role == "implements";
      const bool title = b.kind == BlockKind::kParagraph && plain && b.enumerator.empty() &&
                         !b.kind_line.kind.valid();
      if (!title || b.range.size() > kLongestTitle) return false;
    }
    return false;
  }

  // "BẢNG PHÂN CÔNG NHIỆM VỤ" above the line that says what promulgates it; or the first article or
  // chapter once more. Behind a signature a text of its own begins there.
  bool attached_without_kind(std::uint32_t i) const {
    const Block& b = block(i);
    if (!has_instrument() || phase_ < Phase::kRecipients || b.kind_line.kind.valid()) return false;
    if (b.role.data() != nullptr || (!signer_named_ && is_person_name(b))) return false;
    if (is_first_article(b)) {
      const InstrumentPart& last = outline_.instruments.back();
      return has_articles() && last.first(ComponentKind::kSignature) != nullptr;
    }
    return b.capitals && b.enumerator.empty() && attachment_ahead(i);
  }

  bool is_first_article(const Block& b) const {
    if (!is_enumerated_word(b)) return false;
    const Enumerator number = tree_.numbering(b);
    const bool high = number.scheme == Scheme::kChapter || number.scheme == Scheme::kArticle;
    return high && number.ordinal == 1;
  }

  // Of the last instrument.
  bool has_articles() const {
    const std::size_t last = outline_.instruments.size() - 1;
    return std::any_of(outline_.nodes.begin(), outline_.nodes.end(), [&](const Node& node) {
      return node.instrument == last && node.scheme == Scheme::kArticle;
    });
  }

  // Numbered parts of a text, which a list of recipients does not have.
  bool goes_on(const Block& b) const {
    if (b.kind != BlockKind::kParagraph) return false;
    return is_enumerated_word(b) || (!b.enumerator.empty() && !is_recipient(b));
  }

  void begin_unnamed(std::uint32_t i) {
    start_part(Entry(), Range{});
    phase_ = Phase::kHeader;
    is_first_article(block(i)) ? body(i) : component(ComponentKind::kTitle, i);
  }

  void begin_titled(std::uint32_t i, Range title) {
    LexiconMatch match;
    kinds().longest_at(layout_.words_in(block(i).range), 0, match);
    start_part(match.entry, Range{});
    outline_.instruments.back().title = title;
    component(ComponentKind::kKindLine, i);
    titled_ = true;
    const Range tokens = flow_.tokens_in(title);
    numbered_ =
        std::any_of(flow_.tokens().begin() + tokens.begin, flow_.tokens().begin() + tokens.end,
                    [](const Token& token) { return token.kind == TokenKind::kSymbol; });
    phase_ = Phase::kHeader;
  }

  const Lexicon& kinds() const { return layout_.grammar->lexicon(LexiconId::kDocumentKinds); }

  void start_part(Entry kind, Range label) {
    InstrumentPart part;
    part.kind = kind;
    part.label = label;
    outline_.instruments.push_back(std::move(part));
    present_.reset();
    tree_.begin_instrument();
    take_pending();
    signer_named_ = false;
    titled_ = numbered_ = false;
    tail_closed_ = false;
  }

  // A letter has no kind word; it is known by its subject or its addressee.
  void letter(std::uint32_t i) {
    // The name of a web page above the letter itself.
    if (phase_ == Phase::kBefore && block(i).heading && header_ahead(i)) return body(i);
    if (phase_ == Phase::kHeader) {
      take_pending();
    } else if (phase_ == Phase::kBefore || !pending_.empty()) {
      start_part(letter_kind(), Range{});
    }
    if (phase_ != Phase::kBody) phase_ = Phase::kHeader;
    titled_ = true;
    component(block(i).role == "addressee" ? ComponentKind::kAddressee : ComponentKind::kSubject,
              i);
  }

  // "Về tuyển lao động", right below the number of a letter, written out where others have "V/v".
  bool subject_below_number(std::uint32_t i) const {
    constexpr std::uint32_t kFar = 6;  // blocks
    const Block& b = block(i);
    RuleMatch match;
    if (has_instrument() || pending_.empty() || pending_.back().kind != ComponentKind::kNumber ||
        pending_.back().block + 1 != i || b.role.data() != nullptr || b.capitals)
      return false;
    const Rule* rule = first_match(*layout_.grammar, RuleSet::kIssue, flow_.text(), b.range, match);
    if (rule == nullptr || rule->value(Field::kRole) != "subject") return false;
    for (std::uint32_t k = i + 1; k < layout_.blocks.size() && k <= i + kFar; ++k) {
      if (block(k).role == "addressee") return true;
      if (block(k).kind_line.kind.valid()) return false;
    }
    return false;
  }

  Entry letter_kind() const {
    for (const Entry& entry : kinds().entries()) {
      if (entry.value(Field::kRole) == "letter") return entry;
    }
    return {};
  }

  void header_component(std::uint32_t i, ComponentKind kind) {
    const bool late =
        phase_ == Phase::kHeader && kind != ComponentKind::kNationalHeader &&
        (kind == ComponentKind::kOther || !present_.test(static_cast<std::size_t>(kind)));
    late ? component(kind, i) : pend(kind, i);
  }

  void component(ComponentKind kind, std::uint32_t i) {
    outline_.instruments.back().components.push_back({kind, i});
    present_.set(static_cast<std::size_t>(kind));
    outline_.instrument_of[i] = static_cast<std::uint32_t>(outline_.instruments.size() - 1);
    if (kind != ComponentKind::kTitle) return;
    titled_ = true;
    numbered_ = false;
  }

  void pend(ComponentKind kind, std::uint32_t i) {
    pending_.push_back({kind, i});
    waiting_.set(static_cast<std::size_t>(kind));
  }

  void take_pending() {
    for (const Component& pending : pending_) component(pending.kind, pending.block);
    pending_.clear();
    waiting_.reset();
  }

  void body(std::uint32_t i) {
    if (!has_instrument() && header_without_kind(i)) {
      start_part(Entry(), Range{});
      phase_ = Phase::kHeader;
      if (block(i).capitals && is_title(block(i))) return component(ComponentKind::kTitle, i);
    }
    if (!has_instrument()) return orphans_.push_back(i);
    if (phase_ == Phase::kHeader || phase_ == Phase::kBefore) phase_ = Phase::kBody;
    if (phase_ == Phase::kRecipients && block(i).kind == BlockKind::kParagraph)
      phase_ = Phase::kTail;
    // Behind the signature a text goes on that no header announces: its items are no recipients.
    const bool behind = phase_ == Phase::kTail && signer_named_ && !tail_closed_;
    tail_closed_ = tail_closed_ || (phase_ == Phase::kTail && goes_on(block(i)));
    if (behind && block(i).kind == BlockKind::kParagraph && block(i).enumerator.empty() &&
        outline_.instruments.back().first(ComponentKind::kRecipientsHead) != nullptr)
      tree_.close();
    tree_.add(i);
  }

  // The header is there, and the text begins; some converters lose the line of the kind.
  bool header_without_kind(std::uint32_t i) const {
    constexpr std::uint32_t kFar = 8;  // blocks
    const auto has = [&](ComponentKind kind) {
      return waiting_.test(static_cast<std::size_t>(kind));
    };
    const bool named = has(ComponentKind::kIssuer) && has(ComponentKind::kNationalHeader);
    if (!has(ComponentKind::kNumber) || !(named || has(ComponentKind::kPlaceDate))) return false;
    for (std::uint32_t k = i; k < layout_.blocks.size() && k < i + kFar; ++k) {
      const Block& b = block(k);
      if (b.kind_line.kind.valid()) return false;
      if (b.role == "legal-basis" || b.role == "enacting" || b.kind == BlockKind::kTable) break;
      if (!b.enumerator.empty() || is_enumerated_word(b)) break;
    }
    return true;
  }

  // The name of an agency. "THUẾ THU NHẬP CÁ NHÂN" is a title where none has come yet.
  bool is_authority(const Block& b) const {
    const std::span<const Word> words = layout_.words_in(b.range);
    LexiconMatch match;
    const Grammar& grammar = *layout_.grammar;
    if (words.empty() || b.range.size() > kLongestName || !b.enumerator.empty()) return false;
    return grammar.lexicon(LexiconId::kAgencies).longest_at(words, 0, match) ||
           grammar.lexicon(LexiconId::kAgencyHeads).longest_at(words, 0, match) ||
           ((titled_ || phase_ != Phase::kHeader) && stem_at(grammar, words, 0, match));
  }

  // "Thủ tướng Chính phủ" between title and legal bases, in small letters.
  bool is_authority_above_bases(std::uint32_t i) const {
    if (phase_ != Phase::kHeader || !titled_ || i + 1 == layout_.blocks.size()) return false;
    if (block(i + 1).role != "legal-basis" || !is_authority(block(i))) return false;
    const char last = flow_.text(block(i).range).back();
    return last != '.' && last != ';' && last != ':';
  }

  // Under "TUQ. CHỦ TỊCH": the head of an agency, "GIÁM ĐỐC SỞ CÔNG THƯƠNG".
  bool signs_for_agency(const Block& b) const {
    if (phase_ != Phase::kTail || signer_named_ || !b.capitals || b.role.data() != nullptr)
      return false;
    LexiconMatch match;
    const bool signing = outline_.instruments.back().first(ComponentKind::kSignature) != nullptr;
    const std::span<const Word> words = layout_.words_in(b.range);
    return signing && !words.empty() && b.range.size() <= kLongestName &&
           layout_.grammar->lexicon(LexiconId::kAgencyHeads).longest_at(words, 0, match);
  }

  // The list under "Kính gửi:".
  bool is_addressee(const Block& b) const {
    return !b.enumerator.empty() && is_recipient(b) && !outline_.instruments.empty() &&
           outline_.instruments.back().components.back().kind == ComponentKind::kAddressee;
  }

  // Whether a header of another instrument follows within a few blocks.
  bool header_ahead(std::uint32_t i) const {
    for (std::uint32_t k = i + 1; k < layout_.blocks.size() && k <= i + 6; ++k) {
      const Block& b = block(k);
      if (header_role(b.role) != nullptr || b.kind_line.kind.valid()) return true;
      if (b.kind == BlockKind::kTable || !b.capitals) return false;
    }
    return false;
  }

  bool is_title(const Block& b) const {
    return (!titled_ || (numbered_ && !is_authority(b))) && may_be_title(b);
  }

  bool may_be_title(const Block& b) const {
    const bool plain = b.role.data() == nullptr || b.role == "implements";
    const char last = flow_.text(b.range).back();
    const bool above_bases =
        !titled_ && &b < &layout_.blocks.back() && (&b)[1].role == "legal-basis";
    const bool sentence = last == '.' && !b.capitals && !above_bases;
    const bool ended = last == ':' || last == ';' || last == ',' || sentence;
    return b.enumerator.empty() && plain && !ended && !is_enumerated_word(b);
  }

  // The second line of a title: in small letters, right above the line that says what promulgates
  // the text; or one more heading, above who issues it and on what grounds.
  bool title_goes_on(std::uint32_t i) const {
    const Block& b = block(i);
    const std::vector<Component>& before = outline_.instruments.back().components;
    const bool below =
        !before.empty() && before.back().block + 1 == i &&
        (before.back().kind == ComponentKind::kTitle || !outline_.instruments.back().title.empty());
    if (!below || b.kind != BlockKind::kParagraph || b.range.size() > 2 * kLongestName)
      return false;
    if (!may_be_title(b)) return false;
    const char32_t first = decode(flow_.text(), b.range.begin).value;
    if (is_letter(first) && is_lower(first)) return true;  // the sentence goes on
    std::uint32_t next = i + 1;
    while (next < layout_.blocks.size() && next <= i + 2 && block(next).heading &&
           block(next).role.data() == nullptr && !is_authority(block(next))) {
      ++next;
    }
    if (next >= layout_.blocks.size()) return false;
    const Block& after = block(next);
    if (after.role == "attachment") return true;
    return b.heading && (after.role == "legal-basis" || (after.capitals && is_authority(after)));
  }

  bool is_enumerated_word(const Block& b) const {
    RuleMatch match;
    return first_match(*layout_.grammar, RuleSet::kEnumerator, flow_.text(), b.range, match);
  }

  bool is_recipient(const Block& b) const {
    if (b.kind != BlockKind::kParagraph) return false;
    if (!b.enumerator.empty()) {
      const Enumerator e = read_enumerator(flow_.text(b.enumerator), 0);
      return e.scheme == Scheme::kDash || e.scheme == Scheme::kBullet || e.scheme == Scheme::kPlus;
    }
    const std::string_view text = flow_.text(b.range);
    const ComponentKind above = outline_.instruments.back().components.back().kind;
    const bool in_line = above == ComponentKind::kRecipientsHead && text.front() == '-';
    const bool last = above == ComponentKind::kRecipient && text.back() == '.' &&
                      b.role.data() == nullptr && b.range.size() <= kLongestName;
    return !b.capitals && (text.back() == ';' || in_line || last);
  }

  // "Phó Chủ tịch" in small letters, right below "Ký thay Chủ tịch".
  bool signs_as(std::uint32_t i) const {
    const Block& b = block(i);
    if (phase_ != Phase::kTail || signer_named_ || b.role.data() != nullptr ||
        b.kind != BlockKind::kParagraph || !b.enumerator.empty())
      return false;
    const std::vector<Component>& before = outline_.instruments.back().components;
    const Component* above = before.empty() ? nullptr : &before.back();
    if (above == nullptr || above->kind != ComponentKind::kSignature || above->block + 1 != i)
      return false;
    const std::span<const Word> words = layout_.words_in(b.range);
    LexiconMatch head;
    return layout_.grammar->lexicon(LexiconId::kAgencyHeads).longest_at(words, 0, head) &&
           head.end_word == words.size();
  }

  // Two to six capitalised words and nothing else.
  bool is_person_name(const Block& b) const {
    if (b.kind != BlockKind::kParagraph || !b.enumerator.empty() || b.role.data() != nullptr) {
      return false;
    }
    const Range tokens = flow_.tokens_in(b.range);
    if (tokens.size() < 2 || tokens.size() > 7) return false;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const std::string_view word = flow_.text(flow_.tokens()[i]);
      const char32_t first = decode(word, 0).value;
      const bool mark = word == "." || word == "'" || word == "\xE2\x80\x99";
      const bool title_mark = mark && i + 1 < tokens.end;  // TS. Nguyễn …, H'Yim …
      if (!title_mark && !(is_letter(first) && is_upper(first))) return false;
    }
    return true;
  }

  void finish() {
    if (!has_instrument()) {
      const bool structured =
          !pending_.empty() || std::any_of(orphans_.begin(), orphans_.end(), [&](std::uint32_t i) {
            return block(i).kind == BlockKind::kTable || looks_like_section(block(i));
          });
      if (structured) {
        std::vector<std::uint32_t> blocks;
        blocks.swap(orphans_);
        start_part(Entry(), Range{});
        for (const std::uint32_t i : blocks) body(i);
      }
    }
    outline_.outside = orphans_;
    for (const Component& left : pending_) {
      has_instrument() ? component(left.kind, left.block) : outline_.outside.push_back(left.block);
    }
    tree_.finish();
    mark_forms(outline_);
    mark_task_sections(outline_);
  }

  bool looks_like_section(const Block& b) const {
    if (is_enumerated_word(b)) return true;
    if (b.enumerator.empty()) return false;
    const Scheme scheme = read_enumerator(flow_.text(b.enumerator), 0).scheme;
    return scheme == Scheme::kRoman || scheme == Scheme::kCapital;
  }

  static constexpr std::size_t kLongestName = 200;   // bytes
  static constexpr std::size_t kLongestTitle = 700;  // bytes
  const Layout& layout_;
  const Flow& flow_;
  Outline outline_;
  TreeBuilder tree_;
  Phase phase_ = Phase::kBefore;
  std::vector<Component> pending_;  // of a header whose instrument has not begun
  std::bitset<32> waiting_;         // their kinds
  std::vector<std::uint32_t> orphans_;
  std::bitset<32> present_;  // component kinds of the last instrument
  bool signer_named_ = false;
  bool titled_ = false;
  bool numbered_ = false;     // the line of the kind has a number, and perhaps no title
  bool tail_closed_ = false;  // text stands behind recipients and signature
};

}  // namespace

Outline build_outline(const Layout& layout) {
  return Builder(layout).run();
}

}  // namespace scp
