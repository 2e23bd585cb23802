"""Types of documents: their words, and the abbreviations that stand in symbols."""

from itertools import repeat

# Điều 7 of NĐ 30/2020/NĐ-CP with the abbreviations of its Phụ lục III, then what is not in it but met every day:
# legal normative documents, documents of the Party, older forms.
_WITH_ABBREVIATION = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "TC": "Thông cáo",
    "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án",
    "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền", "GM": "Giấy mời", "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi", "PC": "Phiếu chuyển", "PB": "Phiếu báo",
    "NĐ": "Nghị định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "NQLT": "Nghị quyết liên tịch", "L": "Luật",
    "PL": "Pháp lệnh", "VBHN": "Văn bản hợp nhất", "KL": "Kết luận", "CV": "Công văn", "SL": "Sắc lệnh", "ĐL": "Điều lệ",
}  # fmt: skip
# Further spellings of symbols: typed without marks, run together, or of the Party (Quy định, Quyết định nhân sự).
_SPELLINGS = {
    "QD": "QĐ", "QDD": "QĐ", "QĐi": "QyĐ", "QđĐ": "QyĐ", "QyD": "QyĐ", "QĐNS": "QĐ", "ND": "NĐ", "CTR": "CTr", "CTrHĐ": "CTr", "CTHĐ": "CTr",
    "TTR": "TTr", "BBLV": "BB", "KHPH": "KH", "KHLT": "KH", "KHLN": "KH", "QCPH": "QC", "HDLN": "HD", "HDLT": "HD", "TBKL": "TB", "BCTĐ": "BC", "BCTT": "BC",
    "TTLN": "TTLT", "TTTLT": "TTLT", "CĐi": "CĐ", "Đ": "CĐ",
}  # fmt: skip
_MORE = {"L-CTN": "Lệnh", "LCT": "Lệnh", "LCTN": "Lệnh"}

# Types that stood last in a symbol, before 1990 and long after: "33-BYT/TT", "01-TANDTC-VKSNDTC/TTLT".
OLD_TYPES = {"TT": "Thông tư", "TTLT": "Thông tư liên tịch", "TTLB": "Thông tư liên tịch", "NĐ": "Nghị định", "QĐ": "Quyết định", "CT": "Chỉ thị", "NQ": "Nghị quyết", "SL": "Sắc lệnh", "TB": "Thông báo", "LCT": "Lệnh"}

# Words without an abbreviation, and longer names whose beginning is a type of its own.
_WORDS = (
    "Công văn", "Văn bản", "Thư công", "Hiến pháp", "Bộ luật", "Lệnh", "Thông tri", "Văn bản hợp nhất",
    "Chương trình hành động", "Chương trình công tác", "Chương trình phối hợp", "Báo cáo thẩm tra", "Báo cáo tiếp thu", "Báo cáo thẩm định",
    "Báo cáo giải trình", "Báo cáo đánh giá", "Hướng dẫn liên ngành", "Kế hoạch liên tịch", "Thông báo kết luận",
)  # fmt: skip
# Other spellings of whole words.
_SAME = {"Qui định": "Quy định", "Qui chế": "Quy chế", "Giấy uỷ quyền": "Giấy ủy quyền", "Bản thoả thuận": "Bản thỏa thuận"}

ABBREVIATIONS: dict[str, str] = {**_WITH_ABBREVIATION, **{typed: _WITH_ABBREVIATION[means] for typed, means in _SPELLINGS.items()}, **_MORE}
TYPES: dict[str, str] = {
    **{name.casefold(): name for name in (*ABBREVIATIONS.values(), *_WORDS)},
    **{typed.casefold(): name for typed, name in _SAME.items()},
}
LONGEST = max(name.count(" ") + 1 for name in TYPES)  # words of the longest type

# Types that an everyday sentence numbers too ("dự án số 2 của công ty"): a number alone proves nothing.
EVERYDAY = frozenset({"Dự án", "Đề án", "Phương án", "Chương trình", "Hợp đồng", "Biên bản", "Văn bản", "Quy định", "Hướng dẫn", "Báo cáo", "Lệnh"})
# Types of which a number without "số" means a document: "Nghị quyết 57", "Thông tư 26 năm 2009"; "Kế hoạch 5 năm 2026" means none.
CITED_BARE = frozenset({"Nghị quyết", "Nghị định", "Nghị quyết liên tịch", "Quyết định", "Chỉ thị", "Thông tư", "Thông tư liên tịch", "Kết luận", "Sắc lệnh", "Công văn"})
LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})


# What a longer type ends with: another word may make one of it.
_ENDS = {" ".join(words[place:]) for words in map(str.split, TYPES) for place in range(1, len(words))}
_BLANKS = (" ", "\n", "\t", "\u00a0")
_OPENING = "(\"'“”‘[,;:.-–*+…"


def type_before(text: str) -> tuple[str, int]:
    """The type that ends a text (blanks after it forgiven), and where its words begin; ("", length) when none does.

    ``NĐ`` and its like count when they stand as words: "theo NĐ 30/2020".
    """
    found, name, place = ("", len(text)), "", len(text.rstrip())
    for count in range(LONGEST):
        begin = text.rfind(" ", 0, place) + 1
        if not text[begin:place].isprintable():  # one of the other blanks may part words too
            begin = max(map(text.rfind, _BLANKS, repeat(0), repeat(place))) + 1
        word = text[begin:place]
        bare = word.lstrip(_OPENING)
        begin += len(word) - len(bare)
        if not count and bare in ABBREVIATIONS and len(bare) > 1:
            return ABBREVIATIONS[bare], begin
        name = f"{bare} {name}".strip().casefold()
        if bare and name in TYPES:
            found = (TYPES[name], begin)
        if name not in _ENDS or bare != word or begin < 2:
            return found
        place = len(text[: begin - 1].rstrip())
    return found
