#include <catch2/catch.hpp>

#include "outline/outline.h"
#include "support/laid_out.h"

namespace scp::testing {
namespace {

// "I(1(a,b),2),II": the ids of the tree without those of the nodes above.
struct Outlined {
  explicit Outlined(const std::string& text) : made(text), outline(build_outline(made.layout)) {}

  std::string tree(const std::vector<std::uint32_t>& nodes) const {
    std::string out;
    for (const std::uint32_t index : nodes) {
      const Node& node = outline.nodes[index];
      out += (out.empty() ? "" : " ") + node.id;
      if (!node.children.empty()) out += "(" + tree(node.children) + ")";
    }
    return out;
  }
  std::string tree() const {
    std::string out;
    for (const InstrumentPart& part : outline.instruments) {
      out += (out.empty() ? "" : " / ") + tree(part.roots);
    }
    return out;
  }
  const Node& node(std::string_view id) const {
    for (const Node& node : outline.nodes) {
      if (node.id == id) return node;
    }
    throw std::logic_error("no node " + std::string(id));
  }
  std::string components(std::size_t instrument) const {
    std::string out;
    for (const Component& component : outline.instruments.at(instrument).components) {
      out += names(component.kind) + std::string(": ") +
             made.shown(made.layout.blocks[component.block].range) + "\n";
    }
    return out;
  }

  LaidOut made;
  Outline outline;

 private:
  static const char* names(ComponentKind kind) {
    static constexpr const char* kNames[] = {"national",  "issuer",    "number",     "place-date",
                                             "kind",      "title",     "authority",  "attachment",
                                             "subject",   "addressee", "recipients", "recipient",
                                             "signature", "signer",    "other"};
    return kNames[static_cast<std::size_t>(kind)];
  }
};

std::string tree_of(const std::string& body) {
  return Outlined("KẾ HOẠCH\nBảo vệ rừng\n\n" + body).tree();
}

TEST_CASE("schemes nest in the order in which they open") {
  CHECK(tree_of("I. A\n1. B\na) C;\nb) D;\n2. E\nII. F\n") == "I(I.1(I.1.a I.1.b) I.2) II");
  CHECK(tree_of("A. A\nI. B\n1. C\nII. D\nB. E\nI. F\n") == "A(A.I(A.I.1) A.II) B(B.I)");
  CHECK(tree_of("1. A\n1.1. B\n1.1.1. C\n1.2. D\n2. E\n") == "1(1.1(1.1.1) 1.2) 2");
  CHECK(tree_of("1. A\na) B\n- C\n+ D\n- E\nb) F\n") == "1(1.a(1.a.-1(1.a.-1.-1) 1.a.-2) 1.b)");
}

TEST_CASE("numbers that skip or repeat stay where they stand") {
  CHECK(tree_of("1. A\n3. B\n4. C\n") == "1 3 4");
  CHECK(tree_of("I. A\n1. B\n1. C\n") == "I(I.1 I.1~2)");
}

TEST_CASE("chapters hold articles, which hold clauses") {
  CHECK(Outlined(
            "QUYẾT ĐỊNH\nBan hành Quy chế\n\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Một.\n"
            "a) Hai.\nĐiều 2. Ba\nBốn.\nChương II\nTỔ CHỨC\nĐiều 3. Năm\nSáu.\n")
            .tree() == "I(I.1(I.1.1(I.1.1.a)) I.2(I.2.p1)) II(II.3(II.3.p1))");
}

TEST_CASE("a paragraph under a section is its child") {
  CHECK(tree_of("I. MỤC TIÊU\nGiữ rừng cho đời sau.\n1. Một\nHai ba bốn.\n") ==
        "I(I.p1 I.1(I.1.p1))");
}

TEST_CASE("a heading is a title, a statement is text") {
  const Outlined made(
      "KẾ HOẠCH\nBảo vệ rừng\n\nI. MỤC TIÊU\n1. Mục tiêu chung\nGiữ rừng.\n2. Trồng mới 250 ha "
      "rừng.\n");
  CHECK(made.made.shown(made.node("I").heading) == "MỤC TIÊU");
  CHECK(made.made.shown(made.node("I.1").heading) == "Mục tiêu chung");
  CHECK(made.node("I.2").heading.empty());
  CHECK(made.made.shown(made.node("I.2").text) == "Trồng mới 250 ha rừng.");
}

TEST_CASE("sections have the role that their heading names") {
  const Outlined made(
      "KẾ HOẠCH\nBảo vệ rừng\n\nI. MỤC TIÊU\n1. Mục tiêu tổng quát\nGiữ rừng.\nII. NHIỆM VỤ VÀ "
      "GIẢI PHÁP\n"
      "1. Tuần tra.\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở A làm.\n");
  CHECK(made.node("I").role == "goals");
  CHECK(made.node("I.1").role == "goals-general");
  CHECK(made.node("II").role == "tasks");
  CHECK(made.node("III").role == "organisation");
}

TEST_CASE("instruments of one file are told apart") {
  const Outlined made(
      "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 31/QĐ-UBND\nLào Cai, ngày 05 tháng 01 năm 2026\n\nQUYẾT "
      "ĐỊNH\n"
      "Ban hành Kế hoạch\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch bảo vệ rừng.\n\n"
      "KẾ HOẠCH\nBảo vệ rừng\n(Kèm theo Quyết định số 31/QĐ-UBND ngày 05/01/2026)\n\nI. MỤC "
      "TIÊU\n\n"
      "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n");
  REQUIRE(made.outline.instruments.size() == 3);
  CHECK(made.tree() == "1 / I / ");
  CHECK(made.components(1) ==
        "kind: KẾ HOẠCH\ntitle: Bảo vệ rừng\n"
        "attachment: (Kèm theo Quyết định số 31/QĐ-UBND ngày 05/01/2026)\n");
  CHECK(made.components(2) == "kind: PHỤ LỤC\ntitle: DANH MỤC NHIỆM VỤ\n");
}

TEST_CASE("components of header and tail are known by form") {
  const Outlined made(
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nỦY BAN NHÂN DÂN TỈNH LÀO "
      "CAI\n"
      "Số: 12/KH-UBND\nLào Cai, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nBảo vệ rừng\n\nI. MỤC "
      "TIÊU\n- Giữ rừng.\n\n"
      "Nơi nhận:\n- Như trên;\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An\n");
  CHECK(made.components(0) ==
        "national: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nnational: Độc lập - Tự do - Hạnh phúc\n"
        "issuer: ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nnumber: Số: 12/KH-UBND\n"
        "place-date: Lào Cai, ngày 05 tháng 01 năm 2026\nkind: KẾ HOẠCH\ntitle: Bảo vệ rừng\n"
        "recipients: Nơi nhận:\nrecipient: - Như trên;\nsignature: TM. ỦY BAN NHÂN DÂN\n"
        "signature: CHỦ TỊCH\nsigner: Nguyễn Văn An\n");
}

TEST_CASE("every block is a component, a node or outside") {
  const Outlined made(
      "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nBảo vệ rừng\n\nI. MỤC TIÊU\nMột "
      "hai ba.\n"
      "STT\tNội dung\tChủ trì\n1\tTuần tra\tSở A\n");
  for (std::uint32_t i = 0; i < made.made.layout.blocks.size(); ++i) {
    INFO(made.made.shown(made.made.layout.blocks[i].range));
    bool component = false;
    for (const InstrumentPart& part : made.outline.instruments) {
      for (const Component& c : part.components) component = component || c.block == i;
    }
    const bool node = made.outline.node_of[i] != kNoNode;
    const bool table = made.made.layout.blocks[i].kind == BlockKind::kTable;
    CHECK((component || node || table));
    CHECK(made.outline.instrument_of[i] == 0);
  }
}

}  // namespace
}  // namespace scp::testing
