// Forms that somebody is to fill in: "Mẫu số 01 …", "ĐỀ CƯƠNG BÁO CÁO". What they say holds for
// nobody yet.
//
// A form begins with the line of its number in an attached text or behind a signature, or with the
// title of an appendix that is one. It holds the lines of its own header, and whole instruments; it
// ends before the next instrument that says what it is attached to, or that has a number among the
// appendices.
#ifndef SCPPARSE_OUTLINE_FORMS_H_
#define SCPPARSE_OUTLINE_FORMS_H_

#include "outline/outline.h"

namespace scp {

// Marks the nodes of forms; call once, when the outline is complete.
void mark_forms(Outline& outline);

}  // namespace scp

#endif  // SCPPARSE_OUTLINE_FORMS_H_
