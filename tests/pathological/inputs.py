"""Inputs that nobody writes and a program meets all the same: each function makes about `size` bytes
of one kind. ordinary() is the measure: a document like any other, only long."""
import itertools

ROW = ("{n}\tRà soát, hoàn thiện quy chế quản lý cụm công nghiệp số {n}\tSở Công Thương\t"
       "Sở Tài chính, UBND các huyện, thị xã\tQuý II/2022\tBáo cáo\n")
HEADER = "TT\tNội dung\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian thực hiện\tSản phẩm\n"
TOP = ("ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\nSố: 88/KH-UBND\n\nSơn La, ngày 24 tháng 3 năm 2022\n\n"
       "KẾ HOẠCH\n\nBảo trì đường giao thông nông thôn\n\n")
CHAPTER = """
{roman}. NHIỆM VỤ VÀ GIẢI PHÁP VỀ CỤM CÔNG NGHIỆP

1. Mục tiêu

- Đến năm 2025, giảm 05 - 08% mức tiêu hao điện năng tại ít nhất 02 mô hình.

2. Sở Công Thương chủ trì, phối hợp với Sở Tài chính rà soát quy hoạch theo Quyết định số
{n}/QĐ-UBND ngày 13 tháng 8 năm 2020 của Ủy ban nhân dân tỉnh; hoàn thành trước ngày 30/6/2022.

a) UBND các huyện, thành phố huy động người dân tham gia và báo cáo Sở Công Thương trước ngày 25
hàng tháng theo quy định tại Điều 4 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.

"""


def repeated(piece, size):
    data = piece.encode() if isinstance(piece, str) else piece
    return data * max(1, size // len(data))


def numbered(make, size):
    """make(0), make(1) … until there are `size` bytes of it."""
    out, total = [], 0
    for n in itertools.count(1):
        piece = make(n).encode()
        out.append(piece)
        total += len(piece)
        if total >= size:
            return b"".join(out)


def ordinary(size):
    tables = numbered(lambda n: ROW.format(n=n), size // 3)
    text = numbered(lambda n: CHAPTER.format(n=n, roman="IVX"[n % 3]), size - len(tables))
    return TOP.encode() + text + b"\n" + HEADER.encode() + tables


# The header of a table of blanks, and of one flattened to a cell per line.
BLANKS = "TT   Nội dung   Chủ trì   Thời gian\n"
FRAMED = "|\nSTT\n|\nNội dung\n|\nChủ trì\n|\n|\n".encode()
FLAT = "STT\nNội dung\nChủ trì\nThời gian\n"


def in_body(body):
    return lambda size: TOP.encode() + b"I. " + "NHIỆM VỤ\n\n".encode() + body(size)


def run_in(piece):
    """A document whose line ends were lost, that goes on with `piece`."""
    return lambda size: TOP.replace("\n", " ").encode() + repeated(piece, size)


def in_table(body):
    return lambda size: TOP.encode() + HEADER.encode() + body(size)


def one_line(piece):
    return in_body(lambda size: repeated(piece, size))


def lines(make):
    return in_body(lambda size: numbered(make, size))


def deep(size):
    """1. / 1.1. / 1.1.1. … each level one deeper than the one before, then from the beginning."""
    def step(n):
        return ".".join(["1"] * (n % 300 + 1)) + ". Nội dung\n"
    return numbered(step, size)


def one_deep_number(size):
    """Items below a number of thousands of parts: their ids must not each repeat it."""
    number = ".".join(["1"] * 10000)
    return f"{number}. Nội dung\n\n".encode() + numbered(lambda n: f"a{n % 9}) Việc {n}\n", size)


SCHEMES = ["Phần {n}\nTÊN\n", "Chương {n}\nTÊN\n", "Mục {n}\nTÊN\n", "Điều {n}. Tên\n", "A. TÊN\n",
           "I. TÊN\n", "1. Tên\n", "1.1. Tên\n", "1.1.1. Tên\n", "1) Tên\n", "a) Tên\n", "- Tên\n",
           "+ Tên\n", "• Tên\n"]


def alternating(step):
    return lambda n: SCHEMES[n * step % len(SCHEMES)].format(n=n)


def utf16(unit):
    return lambda size: b"\xff\xfe" + unit * (size // len(unit))


def wide_table(size, columns=5000):
    row = "\t".join(["việc"] * columns) + "\n"
    return repeated(row, size)


def big_cell(size):
    return "1\t".encode() + repeated("Rà soát quy hoạch; ", size) + "\tSở Công Thương\n".encode()


def unlike_headers(size):
    return numbered(lambda n: f"{n}\tcột {n}\tNội dung\tCơ quan chủ trì\tThời gian\n", size)


def many_agencies(size):
    return in_table(lambda left: numbered(
        lambda n: f"{n}\tViệc\tSở Công Thương tỉnh số {n}\tban quản lý {n}, phòng {n}\t2022\tx\n",
        left))(size)


def many_instruments(size):
    def part(n):
        return f"\nPhụ lục {n}\nDANH MỤC SỐ {n}\n(Kèm theo Quyết định số {n}/QĐ-UBND ngày 1/2/2020)\n"
    return in_body(lambda left: numbered(part, left))(size)


def one_line_ending(piece, end):
    return in_body(lambda size: repeated(piece, size) + end.encode())


def in_key(piece):
    """The value of a key that names who does a task."""
    return in_body(lambda size: "1. Lập hồ sơ\n- Cơ quan chủ trì: ".encode() + repeated(piece, size) +
                   "Sở Y tế\n- Thời gian: 2025\n".encode())


def each_of_many(size):
    """Many tasks that share many partners."""
    tasks = numbered(lambda n: f"- Lập cơ sở dữ liệu {n}\n", size // 2)
    partners = numbered(lambda n: f"- Sở Tài chính {n}\n", size // 2)
    return ("1. Nội dung\n".encode() + tasks + "2. Cơ quan chủ trì: Sở Y tế\n".encode() +
            "3. Cơ quan phối hợp\n".encode() + partners)


def cased(word, bits):
    """The word with some letters in capitals: another spelling for each number."""
    return "".join(c.upper() if bits >> i & 1 else c for i, c in enumerate(word))


CASES = {
    "letters": one_line("a"),
    "vowels": one_line("ế"),
    "capitals": one_line("Đ"),
    "words": one_line("công nghiệp "),
    "stars": one_line("*"),
    "star-pairs": one_line("**"),
    "stars-apart": one_line("** "),
    "stars-at-words": one_line("**a "),
    "single-stars": one_line("*a "),
    "underscores": one_line("_a "),
    "emphasis": one_line("**a** *b* __c__ "),
    "brackets": one_line("("),
    "brackets-lines": lines(lambda n: "(vi\n"),
    "brackets-nested": in_body(lambda size: b"(a " * (size // 5) + b")" * (size // 5)),
    "quotes": one_line("\u201ca "),
    "quotes-nested": in_body(lambda size: "\u201ca ".encode() * (size // 8) + "\u201d ".encode() * (size // 8)),
    "tabs": one_line("\t"),
    "tab-letters": one_line("\ta"),
    "blanks": one_line(" "),
    "blank-lines": one_line("\n"),
    "one-dot": one_line("1."),
    "one-dot-blank": one_line("1. "),
    "digits": one_line("7"),
    "digit-groups": one_line("1.234"),
    "slashes": one_line("1/"),
    "dates": one_line("13/8/2020 "),
    "date-tails": one_line("1-1-"),
    "ranges": one_line("1 - "),
    "percents": one_line("5 %"),
    "symbols": one_line("88/KH-UBND "),
    "symbol-groups": one_line("1/A-"),
    "abbreviations": one_line("NN&"),
    "romans": one_line("IVX"),
    "agencies": one_line("Sở Công Thương, "),
    "agencies-glued": one_line("Sở Công Thương "),
    "and": one_line("và "),
    "commas": one_line(", "),
    "reports": one_line("báo cáo "),
    "reports-dated": one_line("báo cáo Sở Công Thương trước ngày 25 hàng tháng "),
    "articles": one_line("Điều 4 "),
    "article-list": one_line("Điều 4, "),
    "points-of": one_line("điểm a khoản 1 Điều 2 "),
    "citations": one_line("Quyết định số 1/QĐ-UBND ngày 13/8/2020 của "),
    "decisions": one_line("Quyết định số "),
    "targets": one_line("giảm 5% "),
    "at-least": one_line("ít nhất "),
    "years": one_line("năm 2020 "),
    "until": one_line("đến năm "),
    "quarters": one_line("quý II, "),
    "monthly": one_line("hàng tháng, "),
    "leads": one_line("chủ trì, phối hợp với "),
    "assigns": one_line("Giao Sở Công Thương chủ trì, phối hợp với Sở Tài chính "),
    "sentences": one_line("Sở Y tế báo cáo. "),
    "dots": one_line("."),
    "end-marks": one_line("./. "),
    "colons": one_line("Gồm: "),
    "counts": one_line("Gồm 06 nhiệm vụ "),
    "repeated-words": lines(lambda n: f"của của {n}\n\n"),
    "dashes": lines(lambda n: "- a\n"),
    "dash-paragraphs": lines(lambda n: "- a\n\nb\n\n"),
    "short-lines": lines(lambda n: "a\n"),
    "open-lines": lines(lambda n: "và tiếp tục thực hiện,\n"),
    "capital-lines": lines(lambda n: "VIỆC CẦN LÀM\n"),
    "names": lines(lambda n: "Lò Văn Phong\n\n"),
    "kinds": lines(lambda n: "KẾ HOẠCH\n\n"),
    "articles-lines": lines(lambda n: f"Điều {n}. Tên {n}\n\n"),
    "article-references": lines(lambda n: f"Điều {n}. Theo Điều {n * 7 % 100000} và khoản {n}\n\n"),
    "articles-without-number": lines(lambda n: "Điều 1. Tên\n\n"),
    "letters-lines": lines(lambda n: "a) Tên;\n"),
    "legal-bases": lambda size: TOP.encode() + numbered(
        lambda n: f"Căn cứ Quyết định số {n}/QĐ-UBND ngày 13/8/2020;\n\n", size),
    "recipients": lambda size: TOP.encode() + "1. Việc\n\nNơi nhận:\n".encode() + repeated("- Sở Công Thương;\n", size),
    "signatures": lines(lambda n: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLò Văn Phong\n\n"),
    "national-headers": lambda size: repeated("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n", size),
    "authorities": lambda size: repeated("ỦY BAN NHÂN DÂN\n\n", size),
    "numbers-lines": lambda size: repeated("Số: 88/KH-UBND\n\n", size),
    "deep": in_body(deep),
    "one-deep-number": in_body(one_deep_number),
    "bodies-of-bodies": in_key("Các đơn vị thuộc, trực thuộc "),
    "heads-of-bodies": in_key("Thủ trưởng các đơn vị thuộc, trực thuộc "),
    "posts": in_key("Sở Y tế - Phó Trưởng ban Ban Chỉ đạo, "),
    "partners-later": one_line_ending("Phối hợp với Trung tâm Y tế lập đề án. ", "\n"),
    "each-of-many": in_body(each_of_many),
    "misread-issuers": lambda size: repeated("SỞ Y TE\n", size) + TOP.encode(),
    "forms": lines(lambda n: f"Mẫu số {n}\nPHỤ LỤC\na) Sở Y tế lập phiếu.\n"),
    "times-behind": one_line("báo cáo Ủy ban nhân dân tỉnh trong tháng 3 năm 2020, "),
    "alternating": lines(alternating(1)),
    "alternating-back": lines(alternating(13)),
    "alternating-mixed": lines(alternating(5)),
    "instruments": many_instruments,
    "goals": lambda size: TOP.encode() + "I. MỤC TIÊU\n\n".encode() + numbered(
        lambda n: f"- Đến năm 2025 giảm {n}% mức tiêu hao;\n", size),
    "goal-of-all": lambda size: TOP.encode() + "I. MỤC TIÊU\n\n- ".encode() + repeated("giảm 5% mức tiêu hao so với năm 2020, ", size),
    "paragraphs-tag": one_line("<p>"),
    "paragraphs-tag-text": one_line("<p>a</p>"),
    "breaks-in-cell": in_table(lambda size: b"1\t" + repeated("a<br>", size) + b"\tb\n"),
    "open-tags": one_line("<"),
    "open-tags-named": one_line("<p "),
    "bold-tags": one_line("<b>a "),
    "entities": one_line("&amp;"),
    "ampersands": one_line("&"),
    "hashes": one_line("#"),
    "hash-lines": lines(lambda n: "# a\n"),
    "bold-lines": lines(lambda n: f"**Việc {n}**\n\n"),
    "zero-width": one_line("a\u200b"),
    "soft-breaks": one_line("a\u2028"),
    "controls": one_line("a\x01"),
    "nuls": lambda size: TOP.encode() + repeated("a" * 199 + "\0", size),
    "marks": one_line("\u0301"),
    "marks-mixed": one_line("\u0323\u0301\u0302"),
    "decomposed": one_line("e\u0302\u0301 "),
    "truncated": one_line(b"\xe1\xbb"),
    "invalid": one_line(b"a b c \xff"),
    "invalid-apart": one_line("công nghiệp, ".encode() * 3 + b"\xc3"),
    "surrogates": utf16(b"a\0 \0\x00\xd8"),
    "surrogate-pairs": utf16(b"\x3d\xd8\x00\xde "[:4] + b" \0"),
    "utf16": lambda size: b"\xff\xfe" + ordinary(size // 2).decode().encode("utf-16-le"),
    "utf16-odd": lambda size: b"\xfe\xff" + ordinary(size // 2).decode().encode("utf-16-be") + b"\0",
    "utf16-line": utf16("ế ".encode("utf-16-le")),
    "rows": in_table(lambda size: numbered(lambda n: ROW.format(n=n), size)),
    "rows-empty": in_table(lambda size: repeated("\t\t\t\t\t\n", size)),
    "rows-short": lines(lambda n: f"{n}\tb\tc\n"),
    "rows-joined": in_table(lambda size: "1\tviệc\n".encode() + repeated("\tvà việc\n", size)),
    "rows-merged": in_table(lambda size: "1\tViệc.\tA\tB\t2022\tx\n".encode() + repeated("\t\t\tB\t\ty\n", size)),
    "groups": in_table(lambda size: numbered(lambda n: f"{n}\tNHÓM {n}\t\t\t2022\t\n", size)),
    "headers-repeated": in_table(lambda size: repeated(HEADER, size)),
    "headers-unlike": in_body(unlike_headers),
    "tables": in_body(lambda size: repeated(HEADER + "1\tViệc\tSở Y tế\t\t2022\t\n\nĐoạn.\n\n", size)),
    "wide": in_body(wide_table),
    "wide-header": in_body(lambda size: numbered(lambda n: "Nội dung\t" if n % 2000 else "Thời gian\n", size)),
    "header-lines": lambda size: "QUYẾT ĐỊNH\n\n".encode() + repeated("ỦY BAN NHÂN DÂN\n\n", size // 2) + repeated(
        "Số: 8/KH-UBND\n\n", size // 2),
    "very-wide": in_body(lambda size: wide_table(size, size // 24)),
    "wide-then-narrow": in_body(lambda size: wide_table(size // 4, size // 32) + repeated("a\tb\tc\n", size // 100)),
    "big-cell": in_table(big_cell),
    "blanks-headers": in_body(lambda size: repeated(BLANKS, size)),
    "blanks-rows": in_body(lambda size: BLANKS.encode() + repeated("1    Tuần tra   Sở Y tế   2026\n", size)),
    "blanks-pages": in_body(
        lambda size: BLANKS.encode() + repeated("1    Tuần tra   Sở Y tế   2026\n\n  7\n\n", size)),
    "blanks-loose": in_body(lambda size: repeated(BLANKS + "     x\n" * 11, size)),
    "blanks-titles": in_body(lambda size: BLANKS.encode() + repeated("Một dòng dài chạy qua mọi cột của bảng\n1    Tuần tra   Sở Y tế   2026\n", size // 2) + repeated("Một dòng dài chạy qua mọi cột của bảng\n", size // 2) + "1    Tuần tra   Sở Y tế   2026\n".encode()),
    "blanks-gutters": in_body(lambda size: BLANKS.encode() + repeated("a  " * 60 + "\n", size)),
    "flat-headers": in_body(lambda size: repeated(FLAT, size)),
    "flat-rows": in_body(lambda size: FLAT.encode() + repeated("1\nTuần tra\nSở Y tế\n2026\n", size)),
    "flat-numbers": in_body(lambda size: FLAT.encode() + repeated("1\n", size // 4)),
    "flat-short": in_body(lambda size: repeated(FLAT + "x\n", size)),
    "flat-lines": in_body(lambda size: FLAT.encode() + repeated("x\n", size // 4)),
    "flat-commas": in_body(lambda size: (FLAT + "1\n").encode() + repeated("Rà soát,\n", size // 2)),
    "many-agencies": many_agencies,
    "abbreviation-tail": one_line_ending("N&", "Naaa"),
    "abbreviation-digits": one_line_ending("A1-", "Aaa"),
    "symbol-tail": one_line_ending("1-A", "a"),
    "capital-hyphens": one_line_ending("A-", "Aaa"),
    "columns": in_body(lambda size: repeated("a\tb\n\nc\n\n", size)),
    "columns-and-lines": in_body(lambda size: repeated("a\tb\nc\n", size)),
    "columns-wide": in_body(lambda size: repeated("a\t" * 60 + "b\n\nc\n\n", size)),
    "boxes-beside": lambda size: repeated("ỦY BAN NHÂN DÂN     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", size),
    "boxes-and-lines": lambda size: repeated("SỞ A     Độc lập - Tự do - Hạnh phúc\n\nc d\n\n", size),
    "drawn-rules": in_body(lambda size: repeated("|---|\n", size)),
    "pipes": in_body(lambda size: repeated("| a | b | c |\n", size)),
    "pipes-uneven": in_body(lambda size: repeated("a | b\n| c | d |\n", size)),
    "pipe-line": one_line("|"),
    "frames": in_body(lambda size: FRAMED + repeated("1\n|\nViệc\n|\nA\n|\n|\n", size)),
    "frames-empty": in_body(lambda size: FRAMED + repeated("|\n", size)),
    "frames-short": in_body(lambda size: FRAMED + repeated("a\n|\n|\n", size)),
    "frames-long": in_body(lambda size: FRAMED + repeated("a\n|\n", size)),
    "frames-headers": in_body(lambda size: repeated(FRAMED.decode() + "x\n", size)),
    "frames-open": in_body(lambda size: repeated("|\nSTT\n|\nViệc\n", size)),
    "boxes": in_body(lambda size: repeated("+---+---+\n| a | b |\n", size)),
    "box-of-all": in_body(lambda size: b"+---+---+\n" * 3 + b"| a | b |\n+---+---+\n" * 4 + repeated("| a | b |\n", size)),
    "html-table": in_body(lambda size: b"<table>" + repeated("<tr><td>a</td><td>b</td></tr>", size) + b"</table>"),
    "html-tables": in_body(lambda size: repeated("<table><tr><td>a</td>", size)),
    "html-spans": in_body(lambda size: b"<table>" + repeated("<tr><td rowspan=9999 colspan=9999>a</td></tr>", size)),
    "html-nested": in_body(lambda size: b"<table><tr><td>" * (size // 30) + b"</td></tr></table>" * (size // 36)),
    "html-open": one_line("<td>"),
    "html-parts": one_line("<svg><nav><script>a"),
    "html-parts-closed": in_body(lambda size: repeated("<nav><p>a", size) + b"</nav>"),
    "html-comments": one_line("<!-- a <![if <b ="),
    "html-attributes": one_line("<img src=a"),
    "asides-in-stars": one_line("* (a\n"),
    "assignment-sentences": one_line("Giao Sở Công Thương chủ trì thực hiện. "),
    "report-sentences": one_line("Sở Công Thương báo cáo Sở Tài chính trước ngày 25 hàng tháng. "),
    "agencies-with-notes": in_table(lambda size: b"1\tv\t" + repeated("Sở Y tế (", size) + b"\n"),
    "agencies-all-different": in_table(lambda size: "1\tViệc\t".encode() + numbered(
        lambda n: f"Ban quản lý {n}; ", size) + b"\n"),
    "agencies-merged": in_table(lambda size: "1\tViệc.\tA\n".encode() + numbered(
        lambda n: f"\t\tban quản lý {n}\n", size)),
    "agency-spellings": in_table(lambda size: numbered(
        lambda n: f"{n}\tViệc\t{cased('sở công thương', n)}\t\t2022\tx\n", size)),
    "preamble-agencies": lambda size: TOP.encode() + repeated("Sở Công Thương, Sở Y tế, ", size),
    "preamble-paragraphs": lambda size: TOP.encode() + repeated("Sở Công Thương ban hành.\n\n", size),
    "long-heading": in_body(lambda size: b"1. " + b"A" * (size // 2) + b"\n\n" + repeated("- a\n", size // 2)),
    "long-next-heading": lambda size: TOP.encode() + "Chương I\n\n".encode() + b"a" * (size // 2) + b"\n\n" + numbered(lambda n: f"{n}. a\n\n", size // 2),
    "long-group": in_table(lambda size: b"I\t" + "Việc ".encode() * (size // 12) + b"\t\t\t2022\t\n" + numbered(lambda n: f"{n}\ta\tB\n", size // 2)),
    "long-group-time": in_table(lambda size: b"I\tA\t\t\t" + "Việc ".encode() * (size // 12) + b"\t\n" + numbered(lambda n: f"{n}\ta\tB\n", size // 2)),
    "long-letter-number": in_body(lambda size: b"a" + b"1" * (size // 2) + b") A\n\n" + numbered(lambda n: f"- {n}\n\n", size // 2)),
    "long-article-number": lambda size: TOP.encode() + "Điều ".encode() + b"1" * (size // 2) + b". A\n\n" + numbered(lambda n: f"{n}. a\n\n", size // 2),
    "blank-dates": one_line("Số 1/KH ngày " + "." * 300 + " tháng "),
    "blank-numbers": one_line("Quyết định số " + "." * 300),
    "blanks-after-words": one_line("ngày" + " " * 300),
    "measure-paragraphs": in_body(lambda size: "1. Việc\n\n".encode() + repeated("Đoạn văn.\n\n", size)),
    "value-by-value": lambda size: TOP.encode() + "I. MỤC TIÊU\n\n1. Nâng tỷ lệ ".encode() + repeated("từ 40% lên 60% ", size),
    "orders-in-a-row": in_body(lambda size: "- Xây dựng đề án".encode() + repeated(", giao Sở Y tế", size)),
    "flat-open-cell": lambda size: (TOP + FLAT + "1\nRà soát\n").encode() + repeated("các sở, ngành\n", size),
    "flat-lost-letters": lambda size: repeated("ng\u00eai \u00ae\u00eac c\u00e9ng h\u00dfa x\u00b7 h\u00e9i ch\u00f1 ngh\u00dca vi\u00d6t nam ", size),
    "flat-lookalikes": lambda size: repeated("abc \u0406. \u00b7 ", size),
    "headings-with-agencies": lambda size: TOP.encode() + "I. TỔ CHỨC THỰC HIỆN\n\n".encode() + b"1. " + "Sở Công Thương, Sở Y tế, ".encode() * 9 + b"\n\n" + repeated("- a\n", size),
    "items-below-a-task": in_body(lambda size: "1. Sở Y tế chủ trì kiểm tra.\n".encode() + repeated("- Kiểm tra:\n+ Lập hồ sơ.\n", size)),
    "report-contents": in_body(lambda size: "1. Sở Y tế tổng hợp, báo cáo các nội dung sau:\n".encode() + repeated("- A:\n+ B.\n", size)),
    "reports-of-nobody": in_body(lambda size: "1. ".encode() + repeated("Định kỳ hằng tháng báo cáo kết quả về Sở Tài chính. ", size)),
    "partners-above-items": in_body(lambda size: "1. Sở Y tế\n".encode() + repeated("Chủ trì, phối hợp với A ", size // 2) + b":\n" + repeated("- a\n", size // 2)),
    "clauses-of-nobody": in_body(lambda size: "- Sở Y tế chủ trì".encode() + repeated("; a b c", size)),
    "clauses-of-bodies": in_body(lambda size: "- Sở Y tế chủ trì".encode() + repeated("; (2) Sở Y tế lập hồ sơ", size)),
    "ordered-headings": in_body(lambda size: "Chủ tịch yêu cầu:\n".encode() + repeated("1. Các sở, ban, ngành\n- Lập hồ sơ.\n", size)),
    "run-in-capitals": run_in("SỞ Y TẾ, "),
    "run-in-positions": run_in("KT. CHỦ TỊCH PHÓ CHỦ TỊCH "),
    "run-in-capacities": run_in("TM. A. B. "),
    "run-in-headings": run_in("1. A - B. - C. "),
    "run-in-numerals": run_in("I. A. "),
    "run-in-points": run_in("a) B; "),
    "run-in-bases": run_in("Căn cứ A; "),
    "run-in-enacting": run_in("QUYẾT ĐỊNH: "),
    "run-in-recipients": run_in("Nơi nhận: - A; "),
    "run-in-articles": run_in("Điều 1. A. "),
    "run-in-letters": run_in("A "),
    "run-in-cells": run_in("| A "),
}

# Each group begins with the case that is named and goes on to the next group.
GROUPS = {"words": "letters", "quantities": "digits", "names": "abbreviations", "lines": "repeated-words",
          "outline": "deep", "markup": "paragraphs-tag", "encodings": "zero-width", "tables": "rows",
          "layout": "abbreviation-tail", "facts": "assignment-sentences",
          "run-in": "run-in-capitals"}


def group(name):
    cases, names = list(CASES), list(GROUPS.values())
    at = names.index(GROUPS[name])
    end = cases.index(names[at + 1]) if at + 1 < len(names) else len(cases)
    return cases[cases.index(names[at]):end]
