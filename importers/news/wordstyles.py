"""Styles of a Word document, as far as an import asks: fonts, lists, and whether text is hidden."""

from collections.abc import Iterator

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{WORD}}}{name}"


def value(parent: etree._Element | None, name: str) -> str:
    """``w:val`` of a child; empty when there is none."""
    child = parent.find(w(name)) if parent is not None else None
    return str(child.get(w("val"), "")) if child is not None else ""


class Styles:
    """``styles.xml``: what a paragraph or a run has from its style, and that style from others."""

    def __init__(self, root: etree._Element | None) -> None:
        found = root.findall(w("style")) if root is not None else []
        self._styles = {style.get(w("styleId"), ""): style for style in found}
        self._plain = next((name for name, s in self._styles.items() if s.get(w("default")) == "1" and s.get(w("type")) == "paragraph"), "")
        defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}") if root is not None else None
        self._default_font = _font(defaults)

    def _chain(self, name: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while name and name not in seen and name in self._styles:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name], "basedOn")

    def name(self, paragraph: etree._Element) -> str:
        """Name of a paragraph's style, lower case."""
        style = self._styles.get(value(paragraph.find(w("pPr")), "pStyle"))
        return value(style, "name").lower()

    def font(self, run: etree._Element, paragraph: etree._Element) -> str:
        """Name of the font that a run's marked letters are drawn with."""
        own = run.find(w("rPr"))
        if named := _font(own):
            return named
        for style in (*self._chain(value(own, "rStyle")), *self._chain(value(paragraph.find(w("pPr")), "pStyle") or self._plain)):
            if named := _font(style.find(w("rPr"))):
                return named
        return self._default_font

    def list_of(self, paragraph: etree._Element) -> tuple[str, int]:
        """(key of the list, depth) of a paragraph; an empty key outside lists."""
        own = paragraph.find(w("pPr"))
        sources = [own, *(style.find(w("pPr")) for style in self._chain(value(own, "pStyle") or self._plain))]
        key = depth = ""
        for source in sources:
            number = source.find(w("numPr")) if source is not None else None
            if number is not None:
                key, depth = key or value(number, "numId"), depth or value(number, "ilvl")
        return ("" if key == "0" else key), int(depth) if depth.isdecimal() else 0


def _font(properties: etree._Element | None) -> str:
    fonts = properties.find(w("rFonts")) if properties is not None else None
    return str(fonts.get(w("hAnsi")) or fonts.get(w("ascii")) or "") if fonts is not None else ""
