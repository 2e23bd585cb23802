"""A tree of Markdown as HTML, with less to do: part of :mod:`plugins.reading.quickmark`."""

from collections.abc import Callable
from html import unescape
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import HTML_EMPTY

from markdown import Markdown
from markdown.extensions.toc import TocTreeprocessor, remove_fnrefs, render_inner_html, strip_tags, unique
from markdown.serializers import RE_AMP
from markdown.treeprocessors import PrettifyTreeprocessor, Treeprocessor
from markdown.util import BLOCK_LEVEL_ELEMENTS

from plugins.reading.adminprose import HEADINGS

_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)


class Prettify(PrettifyTreeprocessor):
    """Line breaks between blocks; tags are looked up in a set."""

    def _prettifyETree(self, elem: ET.Element) -> None:
        tag = elem.tag
        if tag in _BLOCKS and tag not in {"code", "pre"}:
            if len(elem) and elem[0].tag in _BLOCKS and (not elem.text or not elem.text.strip()):
                elem.text = "\n"
            for child in elem:
                if child.tag in _BLOCKS:
                    self._prettifyETree(child)
        if not elem.tail or not elem.tail.strip():
            elem.tail = "\n"


class Anchors(Treeprocessor):
    """The ids that ``toc`` gives to headings, without the table of contents."""

    def __init__(self, md: Markdown, toc: TocTreeprocessor) -> None:
        super().__init__(md)
        self._slug: Callable[[str, str], str] = toc.slugify
        self._between: str = toc.sep

    def run(self, root: ET.Element) -> None:
        elements = list(root.iter())
        used = {element.attrib["id"] for element in elements if "id" in element.attrib}
        counters: dict[str, int] = {}
        for element in elements:
            if element.tag in HEADINGS:
                if "id" not in element.attrib:
                    element.set("id", self.anchor(self._name(element), used, counters))
                element.attrib.pop("data-toc-label", None)

    def anchor(self, name: str, used: set[str], counters: dict[str, int]) -> str:
        """The id of one more heading with this text."""
        return unique(self._slug(name, self._between), used, counters)

    def _name(self, heading: ET.Element) -> str:
        text = heading.text or ""
        if not len(heading) and not any(mark in text for mark in "<&\x02"):
            return " ".join(text.split())
        return unescape(strip_tags(render_inner_html(remove_fnrefs(heading), self.md)))


def html_of(root: ET.Element) -> str:
    """As Markdown's serialiser writes HTML, for trees whose attributes all have values that differ from their names."""
    parts: list[str] = []
    _write(root, parts.append)
    return "".join(parts)


def _write(element: ET.Element, put: Callable[[str], None]) -> None:
    tag, text, tail = element.tag, element.text, element.tail
    attributes = "".join([_attribute(*item) for item in sorted(element.items())]) if element.attrib else ""
    put(f"<{tag}{attributes}>{escaped(text)}" if text else f"<{tag}{attributes}>")
    for child in element:
        _write(child, put)
    if tag not in HTML_EMPTY:
        put(f"</{tag}>{escaped(tail)}" if tail else f"</{tag}>")
    elif tail:
        put(escaped(tail))


def escaped(text: str) -> str:
    """Text as Markdown's serialiser writes it: a reference to a character stays one."""
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")


def _attribute(name: str, value: str) -> str:
    return f' {name}="{quoted(value)}"'


def quoted(text: str) -> str:
    """The same inside an attribute."""
    return escaped(text).replace('"', "&quot;")
