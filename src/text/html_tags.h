// The tags, comments and parts without text of HTML, as pages of the web, Word and converters leave
// them in a text.
#ifndef SCPPARSE_TEXT_HTML_TAGS_H_
#define SCPPARSE_TEXT_HTML_TAGS_H_

#include <string_view>
#include <vector>

#include "text/markup.h"

namespace scp {

// Appends all tags of known elements in `text`, in order, without overlaps. What an element holds
// that is no text of the page (scripts, styles, drawings, menus) is one item of kind kPagePart.
void find_tags(std::string_view text, std::vector<MarkupItem>& out);

}  // namespace scp

#endif  // SCPPARSE_TEXT_HTML_TAGS_H_
