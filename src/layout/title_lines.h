// Which lines belong to one title, and names that a page break cuts.
#ifndef SCPPARSE_LAYOUT_TITLE_LINES_H_
#define SCPPARSE_LAYOUT_TITLE_LINES_H_

#include <string_view>
#include <vector>

#include "layout/lines.h"

namespace scp {

// The lines below "V/v …", or below the line of the kind, up to an empty one or one of a known
// form: a title of several lines. `at` where it takes none but the first.
std::size_t title_lines_end(std::string_view content, const Grammar& grammar,
                            const std::vector<Line>& lines, std::size_t at);

// "Trong thời gian qua, …", "Ngày 15/8/2023, …" or "THỦ TƯỚNG CHÍNH PHỦ điện:" at `at`, below the
// title that begins at `title`: the text begins.
bool opens_text(std::string_view content, const Grammar& grammar, const std::vector<Line>& lines,
                std::size_t title, std::size_t at);

// "THỦ TƯỚNG CHÍNH PHỦ điện:": a name in capitals, what its owner does, and a colon.
bool somebody_speaks(const Grammar& grammar, std::string_view text);

// "… CỦA THỦ TƯỚNG" and, at `at`, "CHÍNH PHỦ VỀ …": a name in the title that begins at `title`; or
// "TẠI HỘI NGHỊ …" behind an empty line, which the words above it need.
bool name_in_title(std::string_view content, const Grammar& grammar, const std::vector<Line>& lines,
                   std::size_t title, std::size_t at);

// "VĂN PHÒNG" and "CHÍNH PHỦ": one name, and not two levels of a header.
bool name_in_header(std::string_view content, const Grammar& grammar, const Line& last,
                    const Line& next);

// "… báo cáo Thủ tướng", the number of a page, "Chính phủ trong tháng 3 …": one name.
bool name_over_gap(std::string_view content, const Grammar& grammar, const Line& last,
                   const Line& next);

// "Điều 2. Giao" and "Sở Công Thương …" on the next line.
bool order_over_lines(std::string_view content, const Grammar& grammar, const Line& last,
                      const Line& next);

// "1. Sở" and "Nông nghiệp và Môi trường …" on the next line.
bool name_over_lines(std::string_view content, const Grammar& grammar, const Line& last,
                     const Line& next);

// "… theo các nội dung sau: (4)" and the text of that point.
bool mark_over_lines(std::string_view content, const Line& last);

// "… trong đó trọng tâm là các tỉnh:" and "Đắk Lắk, Gia Lai …": names that the words before a colon
// are said of.
bool names_over_colon(std::string_view content, const Grammar& grammar, const Line& last,
                      const Line& next);

// "3. Các bộ, cơ quan ngang bộ;" and "Ủy ban nhân dân các tỉnh …": an item that begins with more
// than one body.
bool bodies_over_lines(std::string_view content, const Grammar& grammar, const Line& last,
                       const Line& next);

// "… GIAI ĐOẠN" and "2026 - 2030": nothing but years.
bool years_over_lines(std::string_view content, const Line& last, const Line& next);

// "… phát triển kinh tế" and "- xã hội …", "giai đoạn 2021" and "- 2025", "giảm 05" and "- 08%": a
// dash inside of a text, and no mark of an item.
bool dash_goes_on(std::string_view content, const Grammar& grammar, const Line& last,
                  const Line& next);

// "… bằng công nghệ số" and "- coi đây là động lực …": the same in small letters below a full line
// without an end, where the item that `first` begins has another mark or empty lines part the items
// (`parted`).
bool dash_inside(std::string_view content, const Line& first, const Line& last, const Line& next,
                 bool parted);

}  // namespace scp

#endif  // SCPPARSE_LAYOUT_TITLE_LINES_H_
