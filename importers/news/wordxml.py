"""A Word document made plain before it is read: typed numbers, today's letters, no hidden or deleted text."""

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

from lxml import etree

from importers.container import MAIN_PART, SourceRefused, megabytes
from importers.news.notes import Notes
from importers.news.numbering import Numbering
from importers.news.oldfonts import OldFont, font_of, to_unicode
from importers.news.wordboxes import open_boxes
from importers.news.wordgone import leave_contents_out, leave_out, typed
from importers.news.wordstyles import WORD, Styles, w

PART_LIMIT = 20_000_000
PICTURES_LIMIT = 100
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_TODAY = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_VNI_MARKS = "øùûõïâàáåãäêèéúüëØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
HEADING = "CchcDeMuc"  # a style's key: this and a rank
_KNOWN = re.compile(r"heading \d|title|subtitle|toc \d")  # mammoth reads them by their names


def plain_word(path: Path, notes: Notes) -> io.BytesIO:
    """The document, ready for mammoth. Raises :class:`SourceRefused`."""
    try:
        with zipfile.ZipFile(path) as box:
            parts = {name: box.read(name) for name in box.namelist() if not name.endswith("/") and _wanted(name)}
        _name_main_part(parts)
        styles = Styles(_tree(parts, "word/styles.xml"))
        numbering = Numbering(_tree(parts, "word/numbering.xml"), styles)
        parts |= {name: _made_plain(parts, name, styles, numbering, notes) for name in _PARTS if name in parts}
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError, KeyError, ValueError, RuntimeError) as error:
        raise SourceRefused("import-corrupt", reason="không đọc được văn bản Word") from error
    if "word/comments.xml" in parts:
        del parts["word/comments.xml"]
        notes.change("Đã bỏ lời nhận xét (Comments) của Word")
    if "word/numbering.xml" in parts:
        parts["word/numbering.xml"] = f'<w:numbering xmlns:w="{WORD}"/>'.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as box:
        for name, data in parts.items():
            box.writestr(name, data)
    out.seek(0)
    return out


def _name_main_part(parts: dict[str, bytes]) -> None:
    """``word/document2.xml``, as Microsoft 365 may write it, under the name that everyone else gives it."""
    name = next((name for name in parts if MAIN_PART.fullmatch(name)), "word/document.xml")
    if name == "word/document.xml":
        return
    own = name.rpartition("/")[2]
    parts["word/document.xml"] = parts.pop(name)
    if relations := parts.pop(f"word/_rels/{own}.rels", b""):
        parts["word/_rels/document.xml.rels"] = relations
    for list_of_parts in ("_rels/.rels", "[Content_Types].xml"):
        parts[list_of_parts] = parts.get(list_of_parts, b"").replace(name.encode(), b"word/document.xml")


def _wanted(name: str) -> bool:
    """Properties of the document (author, company, editing time), macros and embedded files are not even unpacked."""
    return not name.startswith(("docProps/", "customXml/", "word/embeddings/", "word/activeX/")) and "vbaProject" not in name


def _tree(parts: dict[str, bytes], name: str) -> etree._Element | None:
    data = parts.get(name)
    if data is None:
        return None
    if len(data) > PART_LIMIT:
        raise SourceRefused("import-large", size=megabytes(len(data)), limit=megabytes(PART_LIMIT))
    if b"<!DOCTYPE" in data[:2000] or b"<!ENTITY" in data[:2000]:
        raise SourceRefused("import-corrupt", reason="tệp Word có khai báo thực thể lạ")
    data = data.replace(b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD.encode())
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _made_plain(parts: dict[str, bytes], name: str, styles: Styles, numbering: Numbering, notes: Notes) -> bytes:
    root = _tree(parts, name)
    assert root is not None
    if sum(isinstance(element.tag, str) and etree.QName(element).localname in {"blip", "imagedata"} for element in root.iter()) > 2 * PICTURES_LIMIT:
        raise SourceRefused("import-pictures", limit=PICTURES_LIMIT)  # twice: Word stores some pictures in two forms
    leave_contents_out(root, styles, notes)
    open_boxes(root, notes)
    leave_out(root, styles, notes)
    fonts = Counter[str]()
    for paragraph in root.iter(w("p")):
        _turn_old_fonts(paragraph, styles, fonts)
        mark = numbering.mark(paragraph)
        if mark and typed(paragraph).strip():
            _put_before(paragraph, f"{mark} ")
        _call_heading(paragraph, styles)
    for font in fonts:
        notes.change(f"Chữ phông {font} đã chuyển sang Unicode")
    return etree.tostring(root)


def _turn_old_fonts(paragraph: etree._Element, styles: Styles, fonts: Counter[str]) -> None:
    """Runs in an old font, in today's letters; a paragraph that holds some already is only drawn with that font."""
    runs = [run for run in paragraph.iter(w("r")) if next(run.iterancestors(w("p")), None) is paragraph]
    named = [(run, font) for run in runs if (font := font_of(styles.font(run, paragraph)))]
    if not named or _TODAY.search("".join(typed(run) for run, _ in named)):
        return
    last: etree._Element | None = None
    for run, font in named:
        for child in run:
            if child.tag == w("softHyphen"):
                child.tag, child.text = w("t"), "\u00ad"
            elif child.tag == w("sym") and re.fullmatch("[Ff]0[0-9A-Fa-f]{2}", child.get(w("char"), "")) and font_of(child.get(w("font"), "")):
                child.text = chr(int(child.get(w("char"), "")[2:], 16))
                child.tag = w("t")
            if child.tag != w("t") or not child.text:
                continue
            if font is OldFont.VNI and last is not None and last.text and last.text[-1:].isalpha() and child.text[0] in _VNI_MARKS:
                last.text, child.text = last.text + child.text[0], child.text[1:]
            last = child
    for run, font in named:
        for text in run.iter(w("t")):
            turned = to_unicode(text.text or "", font)
            if turned != (text.text or ""):
                text.text = turned
                text.set(_SPACE, "preserve")
                fonts[font.value] += 1


def _call_heading(paragraph: etree._Element, styles: Styles) -> None:
    """A heading by its rank in the outline, or by a Vietnamese name, where mammoth would see a paragraph."""
    rank = styles.rank(paragraph)
    if not rank or _KNOWN.match(styles.name(paragraph)) or len(typed(paragraph)) > 250 or next(paragraph.iterancestors(w("tc")), None) is not None:
        return
    properties = paragraph.find(w("pPr"))
    if properties is None:
        return
    named = properties.find(w("pStyle"))
    if named is None:
        named = etree.SubElement(properties, w("pStyle"))
        properties.insert(0, named)
    named.set(w("val"), f"{HEADING}{rank}")


def _put_before(paragraph: etree._Element, mark: str) -> None:
    run = etree.Element(w("r"))
    if all(other.find(f"{w('rPr')}/{w('b')}") is not None for other in paragraph.iter(w("r")) if typed(other).strip()):
        etree.SubElement(etree.SubElement(run, w("rPr")), w("b"))  # a number is drawn as its line is
    text = etree.SubElement(run, w("t"))
    text.text = mark
    text.set(_SPACE, "preserve")
    properties = paragraph.find(w("pPr"))
    paragraph.insert(0 if properties is None else 1, run)


