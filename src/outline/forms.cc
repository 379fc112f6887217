#include "outline/forms.h"

#include <algorithm>

#include "layout/lines.h"

namespace scp {
namespace {

class FormFinder {
 public:
  explicit FormFinder(Outline& outline) : outline_(outline), layout_(*outline.layout) {}

  void run() {
    find_parts();
    for (Node& node : outline_.nodes) node.form = node.form || form_[node.block];
  }

 private:
  static constexpr std::uint32_t kNear = 2;  // blocks: a number and the header right below it

  // Walks the blocks in order, in a form or not.
  void find_parts() {
    const auto count = static_cast<std::uint32_t>(layout_.blocks.size());
    form_.assign(count, false);
    std::uint32_t instrument = kNoNode;
    std::uint32_t numbered = kNoNode;  // the block with the last number of a form
    bool inside = false;
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t own = outline_.instrument_of[i];
      if (own != kNoNode && (instrument == kNoNode || own > instrument)) {
        instrument = own;
        from_ = first_place(own);
        const bool header_of_form = numbered != kNoNode && i - numbered <= kNear;
        inside = is_form(own) || (inside && (header_of_form || !stands_apart(own)));
      }
      if (i >= from_ && is_number_of_form(i)) {
        inside = true;
        numbered = i;
      }
      form_[i] = inside;
    }
  }

  // The first block where a form may begin: in an attached text, or behind the signature of any.
  std::uint32_t first_place(std::uint32_t instrument) const {
    const InstrumentPart& part = outline_.instruments[instrument];
    if (part.kind.valid() && part.kind.value(Field::kIdPrefix).data() != nullptr) return 0;
    if (part.first(ComponentKind::kAttachment) != nullptr) return 0;
    for (auto one = part.components.rbegin(); one != part.components.rend(); ++one) {
      if (one->kind == ComponentKind::kSignature) return one->block;
    }
    return kNoNode;
  }

  bool says(std::uint32_t block, std::string_view role) const {
    RuleMatch match;
    const Range range = layout_.blocks[block].range;
    const Rule* rule =
        first_match(*layout_.grammar, RuleSet::kForm, layout_.flow.text(), range, match);
    return rule != nullptr && rule->value(Field::kRole) == role;
  }

  bool is_number_of_form(std::uint32_t block) const {
    constexpr std::size_t kLongest = 120;  // bytes
    const Block& b = layout_.blocks[block];
    return b.kind == BlockKind::kParagraph && b.range.size() <= kLongest && says(block, "number");
  }

  // The title of an appendix says so.
  bool is_form(std::uint32_t instrument) const {
    const InstrumentPart& part = outline_.instruments[instrument];
    if (!part.kind.valid() || part.kind.value(Field::kIdPrefix).data() == nullptr) return false;
    const Component* title = part.first(ComponentKind::kTitle);
    return title != nullptr && (says(title->block, "title") || says(title->block, "number"));
  }

  bool stands_apart(std::uint32_t instrument) const {
    const InstrumentPart& part = outline_.instruments[instrument];
    return !part.label.empty() || part.first(ComponentKind::kAttachment) != nullptr;
  }

  Outline& outline_;
  const Layout& layout_;
  std::uint32_t from_ = kNoNode;  // the block that a form may begin with, in the last instrument
  std::vector<bool> form_;        // by block
};

}  // namespace

void mark_forms(Outline& outline) {
  FormFinder(outline).run();
}

}  // namespace scp
