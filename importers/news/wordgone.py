"""What a Word document holds and does not show as its text: deleted and hidden words, the table of contents, what is no text."""

import re

from lxml import etree

from importers.news.notes import Notes
from importers.news.numbering import DEEPER
from importers.news.wordstyles import Styles, w

_LOST = {"oMath": "công thức toán", "chart": "biểu đồ", "relIds": "sơ đồ SmartArt", "altChunk": "đoạn nhúng từ tệp khác", "OLEObject": "đối tượng nhúng (Excel, Visio…)"}


def typed(element: etree._Element) -> str:
    """The letters below an element."""
    return "".join(text.text or "" for text in element.iter(w("t")))


def leave_contents_out(root: etree._Element, styles: Styles, notes: Notes) -> None:
    """Word's own table of contents, by its control, its field or its styles: the site makes another. Before controls are opened."""
    boxes = [control for control in root.iter(w("sdt")) if any("Table of Contents" in gallery.get(w("val"), "") for gallery in control.findall(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}"))]
    _remove(boxes)
    contents = [p for p in root.iter(w("p")) if re.match(r"toc \d|contents \d|table of figures", styles.name(p))]
    _remove(contents)
    fields = _of_fields(root)
    _remove(fields)
    if boxes or contents or fields:
        notes.change("Đã bỏ mục lục tự động của Word")


def _of_fields(root: etree._Element) -> list[etree._Element]:
    """Paragraphs that a TOC field covers, its last one only when nothing follows the field in it."""
    found: list[etree._Element] = []
    depth, since = 0, 0  # ``since``: depth at which a table of contents began
    for paragraph in root.iter(w("p")):
        begun = bool(since)
        for part in paragraph.iter(w("fldChar"), w("instrText")):
            if part.tag == w("instrText"):
                since = since or (depth if re.match(r"\s*TOC\b", part.text or "") else 0)
                begun = begun or bool(since)
            else:
                depth += {"begin": 1, "end": -1}.get(part.get(w("fldCharType"), ""), 0)
                since = since if depth >= since else 0
        if begun and (since or re.search(r"\d\s*$", typed(paragraph)) or not typed(paragraph).strip()):
            found.append(paragraph)
    return found


def leave_out(root: etree._Element, styles: Styles, notes: Notes) -> None:
    """Deleted and hidden words go; what cannot be carried is told."""
    for text in root.iter(w("t")):
        text.text = (text.text or "").replace(DEEPER, "")
    changes = [*root.iter(w("del"), w("moveFrom"), w("ins"), w("moveTo"))]
    if changes:
        notes.ask("Văn bản còn theo dõi sửa đổi (Track Changes): bài lấy bản đã nhận mọi sửa đổi, đọc lại cho chắc")
    gone = [change for change in changes if change.tag in {w("del"), w("moveFrom")}]
    rows = [row for change in gone if (marks := change.getparent()) is not None and marks.tag == w("trPr") and (row := marks.getparent()) is not None]
    _remove(rows)
    _remove([change for change in gone if (parent := change.getparent()) is not None and parent.tag not in {w("rPr"), w("trPr")}])  # mammoth joins what a deleted mark parted
    hidden = [run for paragraph in root.iter(w("p")) for run in paragraph.iter(w("r")) if styles.is_hidden(run, paragraph)]
    if any(typed(run).strip() for run in hidden):
        notes.change("Đã bỏ chữ ẩn của Word (Hidden)")
    _remove(hidden)
    lost = {what for element in root.iter() if isinstance(element.tag, str) and (what := _LOST.get(etree.QName(element).localname))}
    for what in sorted(lost):
        notes.ask(f"Bài có {what}, không chép được: chụp thành ảnh rồi thêm vào bài")


def _remove(elements: list[etree._Element]) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
