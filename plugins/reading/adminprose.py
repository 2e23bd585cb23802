"""Markdown as administrative prose writes it: every number and bullet stays as typed.

``I.``, ``1.``, ``2.1.``, ``a)``, ``đ)``, ``-``, ``+`` at the start of a line open a list item whose marker is text,
so it shows, copies and is read out exactly as in the document. Items nest by indent, and by kind of marker: a ``+``
below a ``-`` is one level deeper, a returning ``1.`` closes what stands under it (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.5).
"""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

# What opens an item of a list.
MARKER = r"[-+*•–—●▪◦·§](?=[ \t])|o(?=[ ]{2,})|[-+](?=[^\W\d_])|\d{1,3}(?:\.\d{1,2})+\.?(?=\s)|\d{1,4}[.)](?=\s)|[a-zđ]{1,2}\)(?=\s)|[IVX]{1,5}\.(?=\s)"
_MARKER = re.compile(rf"(?P<indent>[ ]*)(?P<marker>{MARKER})(?P<gap>\s*)(?P<text>.*)")
_RULE = re.compile(r"[ ]{0,3}(?:[-*_][ ]*){3,}")
ALIGNED = {"text-align: right;": "canh-phai", "text-align: center;": "canh-giua"}
# A full address; what it stands beside may be a mark that Markdown has taken out already.
ADDRESS = r"(?<![\w\"'<=/])https?://[^\s<>\"'()\[\]\x02\x03]*[\w/=-]"
SHORT_LINE = 60
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SENTENCE_END = re.compile(r"[.;:!?…”\")/]$")


def _kind(marker: str) -> str:
    """Markers of one kind stand at one level: ``roman``, ``1.``, ``1.1``, ``1)``, ``a)``, or the bullet itself."""
    if re.fullmatch(r"[IVX]+\.", marker):
        return "roman"
    if re.match(r"\d", marker):
        return f"{marker.rstrip('.').count('.')}{marker[-1] if marker[-1] == ')' else '.'}"
    if marker.endswith(")"):
        return "letter"
    return marker


def _rank(kind: str) -> int:
    """Depth at which a kind of marker stands in an administrative text: I. above 1. above a) above - above +."""
    if kind == "roman":
        return 0
    if kind[0].isdigit():
        return 1 + int(kind[0]) + (2 if kind.endswith(")") else 0)
    return {"letter": 5, "+": 7}.get(kind, 6)


class TypedList(BlockProcessor):
    """Lists with typed markers; replaces Markdown's own lists, which would renumber."""

    def test(self, parent: ET.Element, block: str) -> bool:
        first, *rest = block.strip("\n").split("\n")
        if _RULE.fullmatch(first) or first.lstrip().startswith((">", "|", "#", "[^", "*[", "<")):
            return False
        if _MARKER.match(first) or (first.startswith("    ") and self._last_list(parent) is not None):
            return True
        return any(_MARKER.match(line) for line in rest)

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        lines = blocks.pop(0).strip("\n").split("\n")
        if not _MARKER.match(lines[0]) and not lines[0].startswith("    "):
            # A paragraph that runs into a list without a blank line between.
            start = next(i for i, line in enumerate(lines) if _MARKER.match(line))
            blocks[:0] = ["\n".join(lines[:start]), "\n".join(lines[start:])]
            return
        levels = self._open_levels(parent)
        for number, line in enumerate(lines):
            match = _MARKER.match(line)
            if match and not _RULE.fullmatch(line):
                self._add(parent, levels, match)
            elif levels and (number or line.startswith("    ")):
                self._continue(levels[-1][2], line.strip(), new=number == 0)
            else:
                blocks.insert(0, "\n".join(text.strip() for text in lines[number:]))
                return

    def _last_list(self, parent: ET.Element) -> ET.Element | None:
        last = self.lastChild(parent)
        return last if last is not None and last.tag == "ul" and last.get("class") == "liet-ke" else None

    def _open_levels(self, parent: ET.Element) -> list[tuple[int, str, ET.Element]]:
        """(indent, kind, list item) from the outermost open list to the innermost."""
        levels: list[tuple[int, str, ET.Element]] = []
        current = self._last_list(parent)
        while current is not None and len(current):
            item = current[-1]
            indent, _, kind = item.get("data-muc", "0 -").partition(" ")
            levels.append((int(indent), kind, item))
            current = self._last_list(item)
        return levels

    def _add(self, parent: ET.Element, levels: list[tuple[int, str, ET.Element]], match: re.Match[str]) -> None:
        indent, marker = len(match["indent"]), match["marker"]
        kind = _kind(marker)
        while levels and indent <= levels[-1][0] - 2:
            levels.pop()
        if not (levels and indent >= levels[-1][0] + 2):
            while levels and _rank(levels[-1][1]) >= _rank(kind) and abs(levels[-1][0] - indent) < 2:
                levels.pop()
        holder = levels[-1][2] if levels else parent
        place = self._last_list(holder)
        if place is None or place[-1].get("data-muc", "").partition(" ")[2] != kind:
            place = ET.SubElement(holder, "ul", {"class": "liet-ke"})
        item = ET.SubElement(place, "li", {"data-muc": f"{indent} {kind}"})
        if kind == "roman":
            item.set("class", "phan")
        mark = ET.SubElement(item, "span", {"class": "dau"})
        mark.text = AtomicString(marker)
        mark.tail = f"{' ' if match['gap'] else ''}{match['text']}"
        levels.append((indent, kind, item))

    def _continue(self, item: ET.Element, text: str, new: bool) -> None:
        if new:
            paragraph = ET.SubElement(item, "p")
            paragraph.text = text
            return
        last = item[-1]
        if last.tag == "p":
            last.text = f"{last.text}\n{text}"
        else:
            last.tail = f"{last.tail or ''}\n{text}"


def _ends(line: str, after: str) -> bool:
    """A typed line stands alone when it ends a sentence, or is short and the next one starts with a capital."""
    return bool(_SENTENCE_END.search(line)) or (len(line) < SHORT_LINE and after[:1].isupper())


class SentenceBreaks(Preprocessor):
    """A typed line that ends a sentence ends the line: Word paragraphs pasted without blank lines stay apart."""

    def run(self, lines: list[str]) -> list[str]:
        out = []
        fenced = False
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            fenced ^= line.lstrip().startswith(("```", "~~~"))
            plain = not fenced and line.strip() and after.strip() and not line.lstrip().startswith(("|", "#", ">", "<", "*[", "[^"))
            if plain and after.lstrip().startswith("|"):
                out += [line, ""]  # a table needs a blank line before it
                continue
            if plain and _ends(line, after) and not _MARKER.match(after):
                line = f"{line}  "
            out.append(line)
        return out


class Finish(Treeprocessor):
    """One h1 a page is the title: headings move below it; tables get scopes and scroll in their own box."""

    def run(self, root: ET.Element) -> None:
        headings, tables = [], False
        for element in root.iter():
            tag = element.tag
            if tag in HEADINGS:
                headings.append(element)
            elif tag == "img":
                element.set("loading", "lazy")
            elif tag == "table":
                tables = True
            element.attrib.pop("data-muc", None)
        shift = shift_of(headings)
        for element in headings:
            element.tag = shifted(element.tag, shift)
        for parent in list(root.iter()) if tables else ():
            for place, child in enumerate(list(parent)):
                if child.tag == "table":
                    _box(parent, place, child)


def shift_of(headings: Iterable[ET.Element]) -> int:
    """Levels by which the headings of a text move, so that the highest one becomes level 2."""
    return 2 - min((int(heading.tag[1]) for heading in headings), default=2)


def shifted(tag: str, shift: int) -> str:
    """The tag of a heading that moved."""
    return f"h{min(6, max(2, int(tag[1]) + shift))}"


def _box(parent: ET.Element, place: int, table: ET.Element) -> None:
    for head in table.findall("./thead/tr/th"):
        head.set("scope", "col")
    for cell in table.iter():
        aligned = ALIGNED.get(cell.attrib.pop("style", ""))
        if aligned:
            cell.set("class", aligned)
    box = ET.Element("div", {"class": "bang", "role": "region", "tabindex": "0", "aria-label": "Bảng"})
    box.append(table)
    box.tail, table.tail = table.tail, None
    parent[place] = box


class PlainAddress(InlineProcessor):
    """A full address typed without any marks becomes a link; the full stop that ends the sentence is not part of it."""

    def handleMatch(self, match: re.Match[str], _data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]
        link = ET.Element("a", {"href": match[0]})
        link.text = AtomicString(match[0])
        return link, match.start(0), match.end(0)


class AdminProse(Extension):
    """Python-Markdown extension of the above; indented code blocks are off, since officers indent paragraphs."""

    def extendMarkdown(self, md: Markdown) -> None:  # the name is Python-Markdown's
        for name in ("olist", "ulist", "indent", "code"):
            md.parser.blockprocessors.deregister(name, strict=False)
        md.parser.blockprocessors.register(TypedList(md.parser), "typed_list", 45)
        md.preprocessors.register(SentenceBreaks(md), "sentence_breaks", 8)
        md.inlinePatterns.register(PlainAddress(ADDRESS, md), "plain_address", 85)
        md.treeprocessors.register(Finish(md), "admin_finish", 1)


def makeExtension(**_: object) -> AdminProse:  # the name is Python-Markdown's
    return AdminProse()
