"""Markdown's blocks, with fewer questions: part of :mod:`plugins.reading.quickmark`."""

import re
from xml.etree import ElementTree as ET

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.tables import TableProcessor

from plugins.reading.adminprose import MARKER

# A line that may be more than a line of a paragraph.
_OPENS = re.compile(rf"\s*(?:[#>\[=_<-]|\*(?!\*?[^\s*\[])|{MARKER})")
# What a block must hold to be worth showing to a processor.
_MARKS = {
    **{"table": "|", "hashheader": "#", "setextheader": "\n", "quote": ">"},
    **dict.fromkeys(("footnote", "abbr", "reference"), "["),
}


class PlainParagraph(BlockProcessor):
    """A block that no other processor would take: nearly all are."""

    def test(self, _parent: ET.Element, block: str) -> bool:
        if self.parser.state or "|" in block or not block or block[0].isspace():
            return False
        return not any(map(_OPENS.match, block.split("\n")))

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        ET.SubElement(parent, "p").text = blocks.pop(0)


class Table(TableProcessor):
    """A row without code and escapes ends at its pipes."""

    def _split(self, row: str) -> list[str]:
        return super()._split(row) if "`" in row or "\\" in row else row.split("|")


class Asking:
    """Goes through blocks as the parser itself does, and asks those processors that may take one."""

    def __init__(self, parser: BlockParser) -> None:
        self._known = parser.blockprocessors
        self._asked: list[tuple[str, BlockProcessor]] = []

    def __call__(self, parent: ET.Element, blocks: list[str]) -> None:
        if len(self._asked) != len(self._known):
            named = sorted(self._known._priority, key=lambda item: -item.priority)
            self._asked = [(_MARKS.get(item.name, ""), self._known[item.name]) for item in named]
        while blocks:
            for mark, processor in self._asked:
                block = blocks[0]
                if mark in block and processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break


def quicken(parser: BlockParser) -> None:
    """Put the above in the place of the parser's own."""
    blocks = parser.blockprocessors
    blocks.register(PlainParagraph(parser), "plain_paragraph", 200)
    blocks.register(Table(parser, blocks["table"].config), "table", 75)
    parser.parseBlocks = Asking(parser)  # type: ignore[method-assign]
