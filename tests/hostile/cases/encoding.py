"""Bytes and characters: strict UTF-8 (UTF-16 by its mark), NFC, nothing invisible; old fonts are told, never guessed."""

from ..case import error, item, ok, sanitised, warning

_TEXT = "Thủ tục hành chính được giải quyết đúng hạn tại bộ phận một cửa.\n"
_GOOD = item(_TEXT)
_TCVN3 = "C¶i c¸ch hµnh chÝnh lµ nhiÖm vô träng t©m cña ñy ban nh©n d©n x·.\n"
_VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp töï do haïnh phuùc.\n"
_MOJIBAKE = "Thủ tục hành chính đã được".encode().decode("cp1252", "ignore")


def _byte(raw: bytes) -> bytes:
    """An item with these bytes in line 7."""
    return item("Dòng đầu.\nDòng @@ hai.\n").encode().replace(b"@@", raw)


CASES = (
    # other encodings
    ok("capitals-with-xa", item("QUY TRÌNH CỦA BẢO HIỂM XÃ HỘI, GIẢI QUYẾT Ở CẤP XÃ – PHƯỜNG, XÃ MỚI.\n")),
    ok("utf16-bom", _GOOD.replace("Bài thử", "Bài thử LE").encode("utf-16"), shows="được giải quyết đúng hạn"),
    ok("utf16-be-bom", b"\xfe\xff" + _GOOD.replace("Bài thử", "Bài thử BE").encode("utf-16-be"), shows="được giải quyết đúng hạn"),
    error("utf16-nobom", _GOOD.encode("utf-16-le"), "encoding-not-utf8@1"),
    error("utf16-be-nobom", _GOOD.encode("utf-16-be"), "encoding-not-utf8@1"),
    error("utf16-nobom-ascii", item("Khong dau.\n", title="Bai").encode("utf-16-le"), "encoding-not-utf8@1"),
    error("utf16-cut", _GOOD.encode("utf-16")[:-1], "encoding-not-utf8@6"),
    error("utf32", _GOOD.encode("utf-32"), "encoding-not-utf8@1"),
    error("win1258", item("Th\u00fa t\u00f4c \u0111\u01b0\u1ee3c".replace("\u1ee3", "\u01a1\u0323"), title="Bai").encode("cp1258"), "encoding-not-utf8@6"),
    error("win1252", item("Thú vị, đúng hạn".replace("đ", "d").replace("ị", "i").replace("ạ", "a"), title="Bai").encode("cp1252"), "encoding-not-utf8@6"),
    error("latin1-byte", _byte(b"\xe9"), "encoding-not-utf8@7"),
    error("stray-byte", _byte(b"\xff"), "encoding-not-utf8@7"),
    error("overlong", _byte(b"\xc0\xaf"), "encoding-not-utf8@7"),
    error("surrogate", _byte(b"\xed\xa0\x80"), "encoding-not-utf8@7"),
    error("cut-file", item("Nội dung rõ").encode()[:-1], "encoding-not-utf8@6"),
    error("jpeg-named-md", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" * 20, "encoding-not-utf8@1"),
    # marks and line ends
    ok("bom", b"\xef\xbb\xbf" + _GOOD.encode()),
    ok("double-bom", b"\xef\xbb\xbf\xef\xbb\xbf" + _GOOD.encode()),
    ok("crlf", _GOOD.replace("\n", "\r\n"), shows="được giải quyết đúng hạn"),
    ok("cr-only", _GOOD.replace("\n", "\r"), shows="được giải quyết đúng hạn"),
    ok("mixed-line-ends", _GOOD.replace("\n", "\r\n", 3)),
    ok("no-last-newline", _GOOD.rstrip("\n")),
    # NFD becomes NFC
    ok("nfd-title", item("\u0110u\u031bo\u031b\u0323c\n", title="'Ba\u0300i thu\u031b\u0309 NFD'"), shows=("Bài thử NFD</h1>", "Được")),
    ok("nfd-body", item("gia\u0309i quye\u0302\u0301t\n"), shows="giải quyết"),
    sanitised("nfd-mixed", item("Dòng đầu.\n\nđa\u0303 gia\u0309i quye\u0302\u0301t\n"), "text-decomposed@8", shows="đã giải quyết"),
    ok("nfd-from-references", item("gia&#777;i quye&#x302;&#x301;t\n"), shows="giải quyết"),
    # control characters
    error("nul-body", _byte(b"\x00"), "control-character@7"),
    error("control-body", _byte(b"\x08"), "control-character@7"),
    error("control-escape", _byte(b"\x1b[31m"), "control-character@7"),
    error("control-title", item(title="Bài\u0008 thử"), "control-character@2"),
    error("control-c1", _byte("\u0086".encode()), "control-character@7"),
    error("control-delete", _byte(b"\x7f"), "control-character@7"),
    error("nul-title", item(title="Bài\x00 thử"), "control-character@2"),
    error("stx", _byte(b"\x02"), "control-character@7"),
    error("nonchar", item(title="Bài\uffff thử"), "control-character@2"),
    error("nonchar-fdd0", _byte("\ufdd0".encode()), "control-character@7"),
    error("nonchar-fffe", _byte("\ufffe".encode()), "control-character@7"),
    # the same, brought in by references of HTML, which no check of typed text can see
    sanitised("reference-nul", item("Trước &#0; sau.\n"), hides="\x00"),
    sanitised("reference-backspace", item("Trước &#8; sau.\n"), shows=("Trước", "sau."), hides="\x08"),
    sanitised("reference-root-mark", item("Trước &#2; sau.\n"), hides=("\x02", "\x03")),
    sanitised("reference-escape", item("Trước &#x1b; sau.\n"), hides="\x1b"),
    sanitised("reference-nonchar", item("Trước &#xFFFF;&#xFFFE; sau.\n"), hides=("\uffff", "\ufffe")),
    sanitised("reference-bidi", item("Trước &#x202E; sau.\n"), hides="\u202e"),
    sanitised("reference-zero-width", item("Trước&#8203;&shy;&zwj; sau.\n"), hides=("\u200b", "\u00ad")),
    sanitised("reference-in-link", item("[một](https://a.example/&#2;x)\n"), hides="\x02"),
    sanitised("reference-solidus", item("<p>&#824;chữ</p>\n"), shows="chữ"),
    # text that went through a wrong encoding or font
    warning("mojibake", item(f"{_MOJIBAKE}\n"), "invisible-removed@0", "mojibake@6"),
    warning("mojibake-lower", item(f"Dòng đầu.\n\n{_MOJIBAKE}\n"), "invisible-removed@0", "mojibake@8"),
    warning("tcvn3", item(_TCVN3), "legacy-font@6"),
    warning("tcvn3-title", item(title=f'"{_TCVN3.strip()}"'), "legacy-font@2"),
    warning("vni", item(_VNI), "legacy-font@6"),
    # a known false alarm, and the reason why this is no error: a line of nothing but foreign names
    warning("foreign-names", item("São Paulo, Müller, naïve, façade, El Niño.\n"), "legacy-font@6"),
    warning("replacement-chars", item("Th\ufffd t\ufffdc hành chính.\n"), "replacement-character@6"),
    warning("replacement-title", item(title="Th\ufffd tục"), "replacement-character@2"),
    # characters that hide or deceive
    error("bidi-title", item(title="Bài\u202e thử"), "bidi-character@2"),
    error("bidi-body", item("Số \u2066131\u2069.\n"), "bidi-character@6"),
    sanitised("bidi-mark", item("Số\u200f 131.\n"), "invisible-removed@0", shows="Số 131."),
    sanitised("zero-width", item("Thủ\u200b tục\u2060 hành\ufeff chính.\n"), "invisible-removed@0", shows="Thủ tục hành chính."),
    sanitised("zero-width-title", item(title="Bài\u200b thử"), "invisible-removed@0", shows="Bài thử</h1>"),
    sanitised("soft-hyphen-nbsp", item("Thủ\u00ad\u00a0tục.\n"), "invisible-removed@0", shows="Thủ tục."),
    ok("line-separator", item("Dòng một.\u2028Dòng hai.\n"), hides="\u2028"),
    ok("paragraph-separator", item("Dòng một.\u2029Dòng hai.\n"), hides="\u2029", shows="<p>Dòng hai.</p>"),
    ok("narrow-nbsp", item("10\u202f000 đồng.\n"), shows="10 000 đồng."),
    warning("homoglyph", item("Thông b\u0430o của phường.\n"), "lookalike-letter@6"),
    warning("homoglyph-title", item(title="Th\u043eng bao"), "lookalike-letter@2"),
    warning("homoglyph-greek", item("Ph\u03bf thông.\n"), "lookalike-letter@6"),
    warning("private-use", item("\uf0b7 Ý thứ nhất.\n"), "private-character@6"),
    warning("private-use-title", item(title="\uf0a7 Bài thử"), "private-character@2"),
    error("combining-flood", item("a" + "\u0301" * 500 + " chữ.\n"), "marks-flood@6"),
    error("combining-flood-title", item(title="Bài" + "\u0336\u0335\u0334\u0333" * 30), "marks-flood@2"),
    sanitised("combining-flood-references", item("a" + "&#769;" * 500 + " chữ.\n"), shows="chữ.", hides="\u0301\u0301\u0301\u0301"),
    # emoji are text
    ok("emoji", item("Chúc mừng 🎉 ngày hội 🇻🇳 👍🏽.\n", title="'Bài thử 🎉'"), shows=("🎉", "🇻🇳", "👍🏽")),
    ok("emoji-family", item("Mọi nhà 👨‍👩‍👧 cùng vui ❤️‍🔥.\n"), shows=("👨‍👩‍👧", "❤️‍🔥")),
)
