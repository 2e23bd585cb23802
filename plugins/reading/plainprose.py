"""HTML of plain prose in one walk over Markdown's blocks: Markdown's own result, byte for byte.

The blocks are always Markdown's and ours (:mod:`plugins.reading.adminprose`). What Markdown then does in seven steps (marks
inside a text, line breaks between blocks, anchors, levels of headings, boxes of tables, serialising) is done here at once,
for texts whose marks are paired emphasis, links, pictures, bare addresses, escapes and ``<br>``. Every other text is left
to Markdown.
``tests/reading/test_plainprose.py`` holds both against each other.
"""

import re
from html import unescape
from typing import cast
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions.toc import strip_tags

from plugins.reading.adminprose import ADDRESS, ALIGNED, HEADINGS, shift_of, shifted
from plugins.reading.quickhtml import Anchors, escaped, quoted

# Code, tabs, Markdown's own placeholders, definitions of notes and short forms; text that shows attributes.
_NEVER = ("`", "\t", "\r", "\x02", "\x03", "~~~", "]:", "] :", '="')
# What stands for itself: Markdown puts it back last, and until then it is a part of the text around it.
_LITERAL = re.compile(r"<br>|\\[\\`*_{}\[\]()>#+.!|-]")
# An underscore that is no letter of a word; a reference to a character.
_UNDERSCORE = re.compile(r"(?<!\w)_|_(?!\w)")
_ENTITY = re.compile(r"&(?:#|\w+;)")
# A typed end of a line, and blanks after it that are all that stands before another mark.
_BREAK = re.compile(r"  \n(?:[^\S\n]+(?=[<\x02]|  \n|\Z))?")
# Addresses that the sanitiser leaves as they are: of a host whose last label is letters, or without any scheme.
_PATH = r"[A-Za-z0-9_.~/%?#=&+,;@!-]"
_FULL = rf"https?://(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\.)+[A-Za-z]{{2,}}(?::[0-9]{{1,4}})?(?:[/?#]{_PATH}*)?"
_FULL_ADDRESS = re.compile(_FULL)
_LINK = rf"(!?)\[([^\[\]\n*<>=^\x03][^\[\]\n*<>=\x03]*|)\]\(({_FULL}|(?:\{{[a-z]{{1,10}}\}})?(?!//){_PATH}+)\)"
_LINKS = re.compile(rf"{ADDRESS}|{_LINK}")
_EMPHASIS = re.compile(r"(\*\*?)(?![\s*])([^*]*[^*\s])\1(?!\*)")
_EMPHASES = {"*": "em", "**": "strong"}
_HELD, _KEPT = "\x02", "\x03"
_BOXES = frozenset(("blockquote", "ul", "li", "table", "thead", "tbody", "tr", "td", "th"))
# As plugins.reading.adminprose wraps a table.
_SCROLLS = '<div aria-label="Bảng" class="bang" role="region" tabindex="0">'


class NotPlain(Exception):
    """A mark that is Markdown's to read."""


def plain_html(engine: Markdown, text: str) -> str | None:
    """What an engine that was just reset makes of a text; None where it must be reset again and do that itself."""
    if any(mark in text for mark in _NEVER) or text.count("[") != text.count("](") or text.count("{") != text.count("({"):
        return None
    marked = _LITERAL.sub(_KEPT, text) if "<" in text or "\\" in text else text
    if "<" in marked or "\\" in marked or ("_" in marked and _UNDERSCORE.search(marked)) or ("&" in text and _ENTITY.search(text)):
        return None
    lines = text.split("\n")
    for step in engine.preprocessors:
        lines = step.run(lines)
    root = cast("ET.Element", engine.parser.parseDocument(lines).getroot())
    try:
        return _Writer(cast("Anchors", engine.treeprocessors["toc"]), text).html(root)
    except NotPlain:
        return None


class _Writer:
    """Writes the blocks of one text."""

    def __init__(self, toc: Anchors, text: str) -> None:
        self._toc = toc
        self._linked = "[" in text or "://" in text
        self._literal = "<" in text or "\\" in text
        self._escaped = ">" in text or "&" in text
        self._used: set[str] = set()
        self._counters: dict[str, int] = {}
        self._shift = 0
        self._parts: list[str] = []

    def html(self, root: ET.Element) -> str:
        """The blocks below a root, each on lines of its own."""
        self._shift = shift_of(element for element in root.iter() if element.tag in HEADINGS)
        for block in root:
            self._write(block)
        return "".join(self._parts).strip()

    def _write(self, block: ET.Element) -> None:
        tag = block.tag
        if tag == "p":
            self._parts.append(f"<p>{self._inline(block.text or '')}</p>\n")
        elif tag == "span":  # the typed marker of a list, and what follows it
            self._parts.append(f'<span class="dau">{escaped(block.text or "")}</span>{self._inline(block.tail or "")}')
        elif tag in HEADINGS:
            self._parts.append(self._heading(tag, block.text or ""))
        elif tag in _BOXES:
            self._box(tag, block)
        elif tag == "hr":
            self._parts.append("<hr>\n")
        else:
            raise NotPlain(tag)

    def _heading(self, tag: str, text: str) -> str:
        if self._literal and _LITERAL.search(text):
            raise NotPlain(text)
        inner, shown = self._inline(text), shifted(tag, self._shift)
        name = unescape(strip_tags(inner)) if "<" in inner or "&" in inner else " ".join(inner.split())
        anchor = self._toc.anchor(name, self._used, self._counters)
        return f'<{shown} id="{anchor}">{inner}</{shown}>\n'

    def _box(self, tag: str, box: ET.Element) -> None:
        """A list, a quotation, a table, and what they are made of."""
        shown = ALIGNED.get(box.get("style", ""), box.get("class", ""))
        marks = (f' class="{shown}"' if shown else "") + (' scope="col"' if tag == "th" else "")
        before = "\n" if len(box) and box[0].tag != "span" else ""
        self._parts.append(f"{_SCROLLS if tag == 'table' else ''}<{tag}{marks}>{self._inline(box.text) if box.text else before}")
        for block in box:
            self._write(block)
        self._parts.append("</table></div>\n" if tag == "table" else f"</{tag}>\n")

    def _inline(self, text: str) -> str:
        """One text with its marks."""
        kept, links = [], []
        if self._literal:
            kept = [mark if mark == "<br>" else escaped(mark[1]) for mark in _LITERAL.findall(text)]
            text = _LITERAL.sub(_KEPT, text) if kept else text
        if self._linked and ("[" in text or "://" in text):
            links = [_link(match) for match in _LINKS.finditer(text)]
            text = _LINKS.sub(_HELD, text)
            if "[" in text:
                raise NotPlain(text)
        if self._escaped:
            text = escaped(text)
        if "*" in text:
            text = _EMPHASIS.sub(_emphasis, text)
            if "*" in text:
                raise NotPlain(text)
        if "\n" in text:
            text = _BREAK.sub("<br>\n", text)
        return _filled(_filled(text, _HELD, links), _KEPT, kept) if links or kept else text


def _filled(text: str, sign: str, parts: list[str]) -> str:
    """A text with these parts in the places of a sign."""
    first, *others = text.split(sign)
    return first + "".join(f"{part}{after}" for part, after in zip(parts, others, strict=True))


def _emphasis(match: re.Match[str]) -> str:
    tag = _EMPHASES[match[1]]
    return f"<{tag}>{match[2]}</{tag}>"


def _link(match: re.Match[str]) -> str:
    """A link, a picture, or an address that was typed without marks."""
    picture, words, target = match.groups()
    if target is None:
        if not _FULL_ADDRESS.fullmatch(match[0]):
            raise NotPlain(match[0])
        return f'<a href="{quoted(match[0])}">{escaped(match[0])}</a>'
    # The sanitiser takes a picture for a payload that has "/onload=" in its address.
    if (picture and "=" in target) or (not picture and "://" in words):
        raise NotPlain(match[0])
    if picture:
        return f'<img alt="{quoted(words)}" loading="lazy" src="{quoted(target)}">'
    return f'<a href="{quoted(target)}">{escaped(words)}</a>'
