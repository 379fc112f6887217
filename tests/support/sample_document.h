// A document in which every field of every struct is filled, for tests that must see each of them,
// and one that says nothing at all.
#ifndef SCPPARSE_TESTS_SUPPORT_SAMPLE_DOCUMENT_H_
#define SCPPARSE_TESTS_SUPPORT_SAMPLE_DOCUMENT_H_

#include "support/document_builder.h"

namespace scp::testing {

inline DocumentBuilder empty_document() {
  return DocumentBuilder(std::string());
}

inline void fill_identity(DocumentBuilder& build) {
  Document& document = build.document;
  document.source.path = "ke-hoach.txt";
  document.source.repairs = {{"zero_width", 2}, {"not_nfc", 1}};
  Identity& identity = document.identity;
  identity.instrument = 0;
  identity.kind = "KH";
  identity.kind_name = "Kế hoạch";
  identity.number = "135/KH-UBND";
  identity.symbol = "KH-UBND";
  identity.serial = "135";
  identity.issued_on = {2020, 9, 8};
  identity.place = "Kiên Giang";
  identity.issuer = "Ủy ban nhân dân tỉnh Kiên Giang";
  identity.title = "Phát triển \"cụm công nghiệp\" đến năm 2030";
  identity.jurisdiction = {{"Kiên Giang", "province", "91", "VN-47", "An Giang"}};
  identity.attached_to = {{"QĐ", "2960/QĐ-UBND", {2020, 8, 0}}};
  identity.signers = {
      {"Nguyễn Văn A", "PHÓ CHỦ TỊCH", {"TM. UBND", "KT. CHỦ TỊCH"}, build.at("Nguyễn Văn A")}};
  identity.recipients = {{"Như trên", "để báo cáo", build.at("Như trên")}};
  identity.effective = {{"có hiệu lực từ ngày ký", {2020, 9, 8}, build.at("hiệu lực")}};
  document.instruments = {{"KH",
                           "Kế hoạch",
                           "135/KH-UBND",
                           {2020, 9, 8},
                           "Phát triển",
                           {{"QĐ", "2960/QĐ-UBND", {2020, 0, 0}}},
                           build.at("KẾ HOẠCH")}};
  OutlineNode part{"I", NodeKind::kPart, "I", "MỤC TIÊU", {}, build.at("I. MỤC TIÊU"), {}};
  part.children = {{"I-1", NodeKind::kBullet, "-", {}, "Giảm 05 - 08%", build.at("Giảm"), {}}};
  document.outline = {part};
}

inline void fill_tasks(DocumentBuilder& build) {
  Document& document = build.document;
  const AgencyRef agency{"Sở Công Thương", "SCT", "mảng 1", AgencyKind::kNamed, build.at("SCT")};
  const Deadline deadline{"Hàng năm",
                          DeadlineKind::kRecurring,
                          "2021/..",
                          {2021, 1, 1},
                          {2030, 12, 31},
                          {"FREQ=YEARLY"},
                          {"06-20", "12-20"},
                          "P6M",
                          "và khi có sự thay đổi",
                          true,
                          build.at("Hàng năm")};
  const Target target{Direction::kDecrease,
                      5,
                      8.5,
                      "%",
                      Bound::kRange,
                      "tiêu hao",
                      "năm 2015",
                      "2021/2025",
                      {2021, 1, 1},
                      {2025, 12, 31},
                      "Giảm 05 - 08%",
                      build.at("Giảm 05 - 08%")};
  document.goals = {{"G1",
                     0,
                     "I-1",
                     GoalKind::kSpecific,
                     "../2030",
                     "đến năm 2030",
                     {},
                     {2030, 12, 31},
                     "Giảm 05 - 08%.",
                     {target},
                     build.at("Giảm")}};
  const TaskGroup group{"II", "Nhóm", deadline, 6, build.at("I. MỤC TIÊU")};
  document.tasks = {{"PL.II.1",
                     0,
                     "I",
                     TaskOrigin::kTable,
                     group,
                     "1",
                     "Rà soát\nđánh giá",
                     {agency},
                     "SCT",
                     {agency, agency},
                     "SCT, SCT",
                     deadline,
                     "Báo cáo",
                     "NSNN",
                     "không",
                     "UBND tỉnh",
                     "Sở Nội vụ",
                     build.at({"Rà soát", "đánh giá"})}};
  document.reports = {{"R1",
                       0,
                       {agency},
                       agency,
                       {agency},
                       {"FREQ=YEARLY"},
                       {"06-20"},
                       {2021, 6, 20},
                       "báo cáo",
                       build.at("báo cáo")}};
}

inline void fill_rest(DocumentBuilder& build) {
  Document& document = build.document;
  document.tables = {
      {"B1", 0, "tasks", {{"STT", "number"}, {"Khác", {}}}, 3, {}, build.at("Rà soát")},
      {"B2", 0, {}, {{"Năm", {}}}, 2, {{{"2020", ""}}, {{"2021", "5"}}}, build.at("Như trên")}};
  document.citations = {{"C1",
                         0,
                         "NĐ",
                         "30/2020/NĐ-CP",
                         "NĐ-CP",
                         {2020, 3, 5},
                         "Chính phủ",
                         "Về công tác văn thư",
                         CitationRole::kLegalBasis,
                         "I",
                         "Nghị định số 30",
                         build.at("báo cáo")}};
  document.agencies = {{"Sở Công Thương",
                        AgencyKind::kNamed,
                        {"SCT", "Sở CT"},
                        1,
                        2,
                        1,
                        "Sở Công Thương",
                        build.at("SCT")}};
  const Fix fix{{{build.at("135"), "136"}}, true};
  document.findings = {{"F1",
                        "number-mismatch",
                        "SCP101",
                        Severity::kError,
                        "135 is not 136",
                        "135 không phải 136",
                        build.at("135"),
                        {{"here", "ở đây", build.at("KẾ HOẠCH")}},
                        fix}};
  document.coverage.blank = 10;
  document.coverage.in_facts = 100;
  document.coverage.in_outline_only = 20;
  document.coverage.ignored = {{"stamp", build.at("Như trên")}};
  document.coverage.unclaimed = {build.at("hiệu lực"), build.at({"KẾ", "HOẠCH"})};
}

inline DocumentBuilder full_document() {
  DocumentBuilder build(
      "Số: 135/KH-UBND\nKẾ HOẠCH\nI. MỤC TIÊU\n- Giảm 05 - 08%.\nRà soát | SCT | Hàng năm\n"
      "đánh giá\nbáo cáo; có hiệu lực\nNhư trên\nNguyễn Văn A\n");
  fill_identity(build);
  fill_tasks(build);
  fill_rest(build);
  return build;
}

}  // namespace scp::testing

#endif  // SCPPARSE_TESTS_SUPPORT_SAMPLE_DOCUMENT_H_
