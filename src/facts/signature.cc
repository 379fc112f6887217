#include "facts/signature.h"

#include "text/utf8.h"

namespace scp {
namespace {

// "PHÓ CHỦ TỊCH Nguyễn Văn An": two words or more in capitals before a name that is not are the
// position. All of it where there are none.
Range behind_position(const FactContext& context, Range range) {
  const auto in_capitals = [&](const Token& token) {
    const std::string_view word = context.flow.text(token);
    for (std::size_t at = 0; at < word.size();) {
      const CodePoint c = decode(word, at);
      if (!is_letter(c.value) || !is_upper(c.value)) return false;
      at += c.length;
    }
    return true;
  };
  const Range tokens = context.flow.tokens_in(range);
  std::uint32_t first = tokens.begin;
  while (first < tokens.end && in_capitals(context.flow.tokens()[first])) ++first;
  const bool split = first - tokens.begin >= 2 && tokens.end - first >= 2;
  return split ? Range{context.flow.tokens()[first].begin, range.end} : range;
}

}  // namespace

void read_signers(FactContext& context, const InstrumentPart& part, bool appended) {
  Signer signer;
  bool any = false;
  const auto end_block = [&] {
    // "ĐẠI DIỆN DOANH NGHIỆP" with no name, "TÊN CƠ QUAN" with nothing beside it: who fills the
    // form in is to sign there.
    const bool nobody = signer.name.data() == nullptr ||
                        (signer.position.data() == nullptr && signer.capacity.empty());
    const bool to_be_filled = appended && nobody;
    if (any && !to_be_filled) context.document.identity.signers.push_back(signer);
    signer = Signer{};
    any = false;
  };
  const auto add_piece = [&](Range range) {
    const Place piece = context.at(range);
    if (signer.at.nowhere()) {
      signer.at = piece;
      return;
    }
    add_place(signer.at, piece);
  };
  for (const Component& component : part.components) {
    const Block& block = context.block(component.block);
    if (component.kind == ComponentKind::kSignature) {
      context.claim(block.range);
      add_piece(block.range);
      any = true;
      if (block.form != nullptr && block.form->value(Field::kKind) == "capacity") {
        signer.capacity.push_back(context.keep(block.range));
        // "Q. GIÁM ĐỐC" is what the signer is, until a position follows.
        const bool acting = block.form->value(Field::kPosition).data() != nullptr;
        if (acting) signer.position = signer.capacity.back();
      } else {
        signer.position = context.keep(block.range);
      }
    } else if (component.kind == ComponentKind::kSignerName) {
      context.claim(block.range);
      const Range name = behind_position(context, block.range);
      if (name.begin > block.range.begin)
        signer.position = context.keep({block.range.begin, name.begin});
      signer.name = context.keep(name);
      add_piece(block.range);
      any = true;
      end_block();
    }
  }
  end_block();
}

}  // namespace scp
