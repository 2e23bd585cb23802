"""What Word keeps in boxes of its own (text boxes, controls, fields, breaks) put in line with the text around it."""

import re
from collections.abc import Iterator

from lxml import etree

from importers.news.notes import Notes
from importers.news.wordstyles import value, w

_OTHER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WRAPPERS = (w("fldSimple"), w("dir"), w("bdo"), w("customXml"), w("smartTag"))
_END = re.compile(r"[.;:!?…/]\s*$")
_LIFTED = "cchc-box"  # on paragraphs that came out of a box: the next box stands behind them
_RAISED = 6  # letters at most of an exponent


def open_boxes(root: etree._Element, notes: Notes) -> None:
    """Every paragraph of the document below the body or a cell, every run below its paragraph."""
    for choice in list(root.iter(f"{_OTHER}AlternateContent")):
        _choose(choice)
    for control in list(root.iter(w("sdt"))):
        content = control.find(w("sdtContent"))
        _put(control, list(content) if content is not None else [])
    for wrapper in list(root.iter(*_WRAPPERS)):
        _put(wrapper, [child for child in wrapper if child.tag not in {w("smartTagPr"), w("customXmlPr"), w("fldData")}])
    lifted = [_lift(box) for box in list(root.iter(w("txbxContent")))]
    if any(lifted):
        notes.ask("Có chữ trong khung (Text Box) của Word: chữ được đặt ngay sau đoạn có khung, xem lại vị trí")
    for picture in list(root.iter(f"{_DRAWN}anchor")):
        _set_down(picture)
    _break_lines(root)
    for run in root.iter(w("r")):
        _raise(run)


def _choose(choice: etree._Element) -> None:
    """One form of what Word stores in two; the older, which mammoth reads, when there is one."""
    form = next((one for tag in ("Fallback", "Choice") if (one := choice.find(f"{_OTHER}{tag}")) is not None and len(one)), None)
    _put(choice, list(form) if form is not None else [])


def _put(old: etree._Element, children: list[etree._Element]) -> None:
    """Children in the place of an element."""
    parent = old.getparent()
    if parent is None:
        return
    place = parent.index(old)
    parent.remove(old)
    for offset, child in enumerate(children):
        child.tail = None
        parent.insert(place + offset, child)


def _lift(box: etree._Element) -> bool:
    """Paragraphs of a text box, behind the paragraph that holds it; whether there were words in it."""
    host = next(iter(box.iterancestors(w("p"))), None)
    parent = box.getparent()
    if parent is None:
        return False
    parent.remove(box)
    above = host.getparent() if host is not None else None
    if host is None or above is None:
        return False
    place = above.index(host) + 1
    while place < len(above) and above[place].get(_LIFTED):
        place += 1
    has_words = bool("".join(text.text or "" for text in box.iter(w("t"))).strip())
    for offset, child in enumerate(list(box)):
        child.set(_LIFTED, "1")
        above.insert(place + offset, child)
    return has_words


def _set_down(picture: etree._Element) -> None:
    """A floating picture behind the paragraph it floats beside: the place of its anchor may be inside a sentence."""
    drawing, host = picture.getparent(), next(iter(picture.iterancestors(w("p"))), None)
    above = host.getparent() if host is not None else None
    if drawing is None or drawing.tag != w("drawing") or host is None or above is None or not "".join(text.text or "" for text in host.iter(w("t"))).strip():
        return
    paragraph = etree.Element(w("p"))
    etree.SubElement(paragraph, w("r")).append(drawing)
    above.insert(above.index(host) + 1, paragraph)


def _break_lines(root: etree._Element) -> None:
    """A page or column that ends inside a sentence is a blank, after it a new line; ``w:cr`` and ``w:ptab`` as mammoth knows them."""
    for paragraph in root.iter(w("p")):
        before = ""
        for part in list(paragraph.iter(w("t"), w("br"), w("cr"), w("ptab"), w("tab"))):
            if part.tag == w("t"):
                before = part.text or before
            elif part.tag == w("cr"):
                part.tag = w("br")
            elif part.tag == w("ptab"):
                part.tag = w("tab")
                part.attrib.clear()
            elif part.tag == w("br") and part.get(w("type")) in {"page", "column"}:
                part.attrib.clear()
                if before.strip() and not _END.search(before):
                    part.tag, part.text = w("t"), " "


def _raise(run: etree._Element) -> None:
    """A smaller sign above or below the line (LibreOffice writes m² so) as what it is."""
    own = run.find(w("rPr"))
    lift, size = value(own, "position"), value(own, "sz")
    text = "".join(part.text or "" for part in run.iter(w("t"))).strip()
    if own is None or not text or len(text) > _RAISED or not re.fullmatch(r"-?\d+", lift) or not size.isdecimal() or own.find(w("vertAlign")) is not None:
        return
    if abs(int(lift)) > 1 and int(size) < max(_sizes_beside(run), default=24):
        etree.SubElement(own, w("vertAlign")).set(w("val"), "superscript" if int(lift) > 0 else "subscript")


def _sizes_beside(run: etree._Element) -> Iterator[int]:
    for other in run.itersiblings(w("r"), preceding=True):
        if (size := value(other.find(w("rPr")), "sz")).isdecimal() and not value(other.find(w("rPr")), "position"):
            yield int(size)
