// What stands around a document on the page of a collection of laws, copied with it.
#ifndef SCPPARSE_LAYOUT_WEB_PAGES_H_
#define SCPPARSE_LAYOUT_WEB_PAGES_H_

#include <vector>

#include "layout/blocks.h"
#include "layout/lines.h"

namespace scp {

// Takes the list of properties above the header, up to the last of them, and all that stands below
// the end of the document out of `lines`, and makes furniture of them. The lines by which these are
// known are furniture already; a few of them must be there.
void set_web_page_aside(std::vector<Line>& lines, std::vector<Furniture>& furniture);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_WEB_PAGES_H_
