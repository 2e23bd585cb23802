"""Styles of a Word document, as far as an import asks: fonts, lists, and whether text is hidden."""

import re
from collections.abc import Iterator

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_RANKED = re.compile(r"(?:tiêu đề|đề mục|đầu đề)\s*([1-6])")


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

    def is_hidden(self, run: etree._Element, paragraph: etree._Element) -> bool:
        """Whether a run is hidden, by itself or by a style of its own or of its paragraph."""
        own = run.find(w("rPr"))
        chains = (*self._chain(value(own, "rStyle")), *self._chain(value(paragraph.find(w("pPr")), "pStyle") or self._plain))
        return next((shown for source in (own, *(style.find(w("rPr")) for style in chains)) if (shown := _vanishes(source)) is not None), False)

    def rank(self, paragraph: etree._Element) -> int:
        """1 … 6 for a heading: by the outline level of the paragraph or its style, or by the name that a Vietnamese program gave the style."""
        own = paragraph.find(w("pPr"))
        for style in self._chain(value(own, "pStyle")):
            level = value(style.find(w("pPr")), "outlineLvl")
            named = _RANKED.fullmatch(value(style, "name").lower())
            if level.isdecimal() or named:
                rank = int(named[1]) if named else int(level) + 1
                return rank if 1 <= rank <= 6 else 0
        level = value(own, "outlineLvl")
        return int(level) + 1 if level.isdecimal() and int(level) < 6 and not re.search(r"[.;,:]\s*$", _text(paragraph)) else 0

    def moved_in(self, paragraph: etree._Element) -> int:
        """Depth of Word's own styles of lists that are lists of one level each: 1 for "List Bullet 2"."""
        named = re.fullmatch(r"list bullet ([2-5])", self.name(paragraph))
        return int(named[1]) - 1 if named else 0

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


def _vanishes(properties: etree._Element | None) -> bool | None:
    """What properties say of hiding; None when they say nothing."""
    vanish = properties.find(w("vanish")) if properties is not None else None
    return None if vanish is None else vanish.get(w("val"), "1") not in {"0", "false", "off"}


def _text(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(w("t")))


def _font(properties: etree._Element | None) -> str:
    fonts = properties.find(w("rFonts")) if properties is not None else None
    return str(fonts.get(w("hAnsi")) or fonts.get(w("ascii")) or "") if fonts is not None else ""
