"""Elements of a source as a row of blocks: layout tables opened, typed numbers kept, each block on its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from importers.news.characters import one_line
from importers.news.layouttables import is_data, is_framed_picture, rows_of
from importers.news.numbering import DEEPER

MARKER = re.compile(r"(?:[-+•*–—●▪◦·§]|o(?=[ \u00a0]{2,}))[ \u00a0]*|\d{1,3}(?:\.\d{1,2})+\.?(?=[ \u00a0])|\d{1,3}[.)](?=[ \u00a0])|[a-zđ]{1,2}\)(?=[ \u00a0])|[IVX]{1,5}\.(?=[ \u00a0])")
_BLOCKS = frozenset(
    ["p", "div", "section", "article", "main", "center", "table", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "figure", "figcaption", "address", "form", "fieldset", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "body", "html", "details", "summary", "img"]
)
_BOLD = frozenset({"b", "strong"})
_BULLET = re.compile(r"[•*–—●▪◦·§]|-")


@dataclass(frozen=True, slots=True)
class Block:
    """``tag`` holds what is shown: a paragraph, heading, table, picture or quotation. ``names`` are classes and ids around it.

    ``tight``: it follows the block before it without a blank line. ``linked``: part of its text that is links.
    """

    kind: str
    tag: Tag
    text: str
    bold: bool = False
    tight: bool = False
    linked: float = 0.0
    names: frozenset[str] = frozenset()

    @property
    def lines(self) -> list[str]:
        return [line for part in self.text.split("\n") if (line := one_line(part))]


class _Walk:
    """One source; makes the tags of its blocks."""

    def __init__(self) -> None:
        self.soup = BeautifulSoup("", "lxml")

    def blocks(self, node: Tag, names: frozenset[str], quoted: bool = False) -> Iterator[Block]:
        gathered: list[Tag | NavigableString] = []
        for child in list(node.children):
            if not isinstance(child, Tag):
                if type(child) is NavigableString:
                    gathered.append(child)
                continue
            if child.name == "br" and gathered and isinstance(gathered[-1], Tag) and gathered[-1].name == "br":
                yield from self._paragraph(gathered, names, quoted)
                gathered = []
            elif child.name in _BLOCKS or any(isinstance(inner, Tag) and inner.name in _BLOCKS for inner in child.descendants):
                yield from self._paragraph(gathered, names, quoted)
                gathered = []
                yield from self._block(child, names | _names(child), quoted)
            else:
                gathered.append(child)
        yield from self._paragraph(gathered, names, quoted)

    def _block(self, node: Tag, names: frozenset[str], quoted: bool) -> Iterator[Block]:
        if re.fullmatch("h[1-6]", node.name) and node.find(["table", "img"]) is None:
            if text := one_line(node.get_text()):
                yield Block("heading", node, text, bold=True, linked=_linked(node), names=names)
        elif node.name == "img":
            yield Block("picture", node, "", names=names)
        elif node.name == "table":
            yield from self._table(node, names)
        elif node.name in {"ul", "ol"}:
            yield from self._items(node, names, ())
        elif node.name == "pre":
            for line in node.get_text().split("\n"):
                yield from self._paragraph([NavigableString(line)], names, quoted)
        elif node.name != "hr":
            yield from self.blocks(node, names, quoted or node.name == "blockquote")

    def _table(self, node: Tag, names: frozenset[str]) -> Iterator[Block]:
        if is_data(node):
            yield Block("table", node, "\n".join(" ".join(one_line(c.get_text(" ")) for c in row) for row in rows_of(node)), linked=_linked(node), names=names)
            return
        rows = rows_of(node)
        framed = {"caption"} if is_framed_picture(node, rows) else set()
        for row in rows:
            for cell in row:
                yield from self.blocks(cell, names | framed | _names(cell))

    def _items(self, node: Tag, names: frozenset[str], above: tuple[str, ...]) -> Iterator[Block]:
        """Items of a list as paragraphs with typed marks; deeper ones move in where the mark alone would not tell."""
        start = str(node.get("start", ""))
        number = int(start) if start.isdecimal() else 1
        for item in node.find_all("li", recursive=False):
            kind, mark = _mark(node, number, sum(one in {"-", "+"} for one in above))
            number += 1
            lists = [inner.extract() for inner in item.find_all(["ul", "ol"], recursive=False)]
            first = True
            for block in self.blocks(item, names | _names(item)):
                if first and block.kind == "paragraph" and not MARKER.match(block.text):
                    deep = DEEPER * len(above) if kind in above else ""
                    block.tag.insert(0, NavigableString(f"{deep}{mark} "))
                    yield Block(block.kind, block.tag, f"{mark} {block.text}", block.bold, linked=block.linked, names=block.names)
                else:
                    yield block
                first = False
            for inner in lists:
                yield from self._items(inner, names, (*above, kind))

    def _paragraph(self, nodes: list[Tag | NavigableString], names: frozenset[str], quoted: bool) -> Iterator[Block]:
        for part in _parts(nodes):
            tag = self.soup.new_tag("p")
            for node in part:
                tag.append(node.extract())
            text = text_of(tag)
            if not text.strip():
                continue
            kind = "quote" if quoted else "paragraph"
            around = [_names(inner) for inner in tag.find_all(True) if len(inner.get_text(strip=True)) >= 0.9 * len(text.strip())]
            yield Block(kind, tag, text.strip(), bold=_is_bold(tag, text), linked=_linked(tag), names=names.union(*around))


def blocks_of(node: Tag) -> list[Block]:
    """Every block below a node, in order. The node is taken apart."""
    return list(_Walk().blocks(node, frozenset()))


def _parts(nodes: list[Tag | NavigableString]) -> Iterator[list[Tag | NavigableString]]:
    """A paragraph cut at a break that ends a sentence or that a typed number follows: an old editor's own paragraphs."""
    part: list[Tag | NavigableString] = []
    for place, node in enumerate(nodes):
        if isinstance(node, Tag) and node.name == "br":
            before = one_line("".join(n.get_text() for n in part))
            after = "".join(n.get_text() for n in nodes[place + 1 :]).lstrip()
            if not before or re.search(r"[.;:!?…]$|\./\.$", before) or MARKER.match(after) or len(before) < 60:
                yield part
                part = []
                continue
        part.append(node)
    yield part


def text_of(tag: Tag) -> str:
    """Text of a paragraph, a line for each break."""
    return "".join("\n" if isinstance(n, Tag) and n.name == "br" else str(n) if type(n) is NavigableString else "" for n in tag.descendants)


def _mark(listing: Tag, number: int, bullets: int) -> tuple[str, str]:
    """(kind, mark) of an item."""
    if listing.name == "ul":
        return ("-+"[min(bullets, 1)],) * 2
    form = str(listing.get("type", "1"))
    if form.lower() == "a":
        letter = chr(ord(form) + (number - 1) % 26)
        return "a", f"{letter})" if form == "a" else f"{letter}."
    if form.lower() == "i":
        roman = "".join(s * (number // v % 10 if v == 10 else 1) for v, s in _roman(number))
        return "i", f"{roman.upper() if form == 'I' else roman}."
    return "1", f"{number}."


def _roman(number: int) -> Iterator[tuple[int, str]]:
    for size, letters in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), *((1, "i"),) * 3):
        if size == 10:
            yield 10, letters
            number %= 10
        elif number >= size:
            number -= size
            yield 1, letters


def _is_bold(tag: Tag, text: str) -> bool:
    marked = [found for found in tag.descendants if isinstance(found, Tag) and found.name in _BOLD]
    bold = sum(len(found.get_text()) for found in marked if not any(parent.name in _BOLD for parent in found.parents))
    return bold >= 0.9 * len(text.strip())


def _linked(tag: Tag) -> float:
    whole = len(tag.get_text(strip=True))
    return sum(len(a.get_text(strip=True)) for a in tag.find_all("a")) / whole if whole else 0.0


def _names(tag: Tag) -> frozenset[str]:
    own = tag.name if tag.name in {"figcaption", "caption"} else None
    return frozenset(str(name).lower() for name in (*tag.get_attribute_list("class"), tag.get("id"), own) if name)
