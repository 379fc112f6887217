// Reads signature blocks: TM./KT./TL. … lines, the position, the name.
#ifndef SCPPARSE_FACTS_SIGNATURE_H_
#define SCPPARSE_FACTS_SIGNATURE_H_

#include "facts/context.h"

namespace scp {

// Adds the signers of one instrument to the identity. Lines with a capacity (TM., KT. …) stand
// before the position; a name ends the block. Source: Nghị định 30/2020/NĐ-CP, appendix I, II.7.
// `appended`: it is an appendix or stands behind one; a place to sign without a name is of a form.
void read_signers(FactContext& context, const InstrumentPart& part, bool appended);

}  // namespace scp

#endif  // SCPPARSE_FACTS_SIGNATURE_H_
