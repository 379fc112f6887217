#include "facts/signature.h"

namespace scp {

void read_signers(FactContext& context, const InstrumentPart& part) {
  Signer signer;
  bool any = false;
  const auto end_block = [&] {
    if (any) context.document.identity.signers.push_back(signer);
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
      signer.name = context.keep(block.range);
      add_piece(block.range);
      any = true;
      end_block();
    }
  }
  end_block();
}

}  // namespace scp
