#include "unit/check/check_test_support.h"

namespace scp {
namespace {

using testing::read;
using testing::text_at;
using testing::the_finding;

const std::string kHead = "Phụ lục\nSTT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\n";

TEST_CASE("lead-also-coordinates: the agency in the second list") {
  CHECK_MARKED("lead-also-coordinates",
               kHead +
                   "1\tMở lớp\tSở Công Thương\tSở Tài chính, [[Sở Công Thương]]\n"
                   "2\tHội chợ\tSở Tài chính\tSở Công Thương\n");
  CHECK_MARKED("lead-also-coordinates", kHead +
                                            "1\tMở lớp\tSở Công Thương\tSở Tài chính, Sở Y tế\n"
                                            "2\tHội chợ\tSở Tài chính\tSở Công Thương\n");
}

TEST_CASE("lead-also-coordinates: by canonical name") {
  CHECK_MARKED("lead-also-coordinates",
               kHead +
                   "1\tTrồng rừng\tSở NN&PTNT\t[[Sở Nông nghiệp và Phát triển nông thôn]]\n"
                   "2\tNuôi ong\tSở NN&PTNT\tSở Y tế\n");
}

TEST_CASE("lead-also-coordinates: not for a reference to the row above") {
  CHECK_MARKED("lead-also-coordinates", kHead +
                                            "1\tMở lớp\tSở Công Thương\tSở Y tế\n"
                                            "2\tHội chợ\tnt\tnt\n"
                                            "3\tNuôi ong\tNhư trên\t-nt-\n");
}

TEST_CASE("lead-also-coordinates: some bodies lead and the others help") {
  CHECK_MARKED("lead-also-coordinates",
               kHead +
                   "1\tMở lớp\tCác sở, ngành được giao\tCác sở, ban, ngành liên quan\n"
                   "2\tHội chợ\tCác sở, ban, ngành\t[[các Sở, ban, ngành]]\n");
}

TEST_CASE("lead-also-coordinates: shows where it leads") {
  const std::string text = kHead +
                           "1\tMở lớp\tSở Công Thương\tSở Tài chính, Sở Công Thương\n"
                           "2\tHội chợ\tSở Tài chính\tSở Công Thương\n";
  const Document document = read(text);
  const Finding finding = the_finding(document, "lead-also-coordinates");
  CHECK(finding.severity == Severity::kInfo);
  CHECK(finding.message ==
        "“Sở Công Thương” leads task PL.1 and is also named to coordinate it; leave it out of one "
        "list");
  REQUIRE(finding.related.size() == 1);
  CHECK(text_at(text, finding.related[0].at.first) == "Sở Công Thương");
}

std::string rows(const std::string& first, const std::string& second) {
  return kHead + "1\tMở lớp\t" + first + "\tSở Y tế\n2\tHội chợ\t" + second + "\tSở Y tế\n";
}

TEST_CASE("agency-name-variant: at the later spelling, once") {
  CHECK_MARKED("agency-name-variant",
               rows("Sở Thông tin và Truyền thông", "[[Sở Thông tin truyền thông]]") +
                   "3\tĐưa tin\tSở Thông tin truyền thông\tSở Y tế\n");
}

TEST_CASE("agency-name-variant: short forms, capitals, marks and & are no other spelling") {
  CHECK_MARKED("agency-name-variant", rows("Sở Nông nghiệp và Phát triển nông thôn", "Sở NN&PTNT"));
  CHECK_MARKED("agency-name-variant",
               rows("BQL Khu Kinh tế Nghi Sơn & các KCN", "Ban Quản lý KKT Nghi Sơn và các KCN"));
  CHECK_MARKED("agency-name-variant",
               rows("Sở Lao động Thương binh & Xã hội", "Sở Lao động - Thương binh và Xã hội"));
  CHECK_MARKED("agency-name-variant", rows("Sở Giao thông Vận tải", "Sở Giao thông vận tải"));
  CHECK_MARKED("agency-name-variant",
               rows("Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hóa Thể thao và Du lịch"));
}

TEST_CASE("agency-name-variant: words around a name are no other spelling") {
  CHECK_MARKED("agency-name-variant", rows("Giám đốc Sở Công Thương", "Sở Công Thương tỉnh"));
}

TEST_CASE("agency-name-variant: committees of districts are written in many ways") {
  CHECK_MARKED("agency-name-variant", rows("UBND cấp huyện", "UBND các huyện, thị xã, thành phố"));
}

TEST_CASE("agency-name-variant: names both spellings") {
  const Document document = read(rows("Sở Thông tin và Truyền thông", "Sở Thông tin truyền thông"));
  CHECK(the_finding(document, "agency-name-variant").message ==
        "“Sở Thông tin truyền thông” is written “Sở Thông tin và Truyền thông” before; write the "
        "name of an agency in one way");
}

}  // namespace
}  // namespace scp
