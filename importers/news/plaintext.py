"""A text file, line by line, as blocks: what stands close stays close."""

from pathlib import Path

from bs4 import BeautifulSoup

from importers.container import SourceRefused, megabytes
from importers.news.blocks import Block
from importers.news.characters import one_line
from importers.news.decoding import decoded
from importers.news.notes import Notes
from importers.news.source import Source

TEXT_LIMIT = 2_000_000


def read_text(path: Path, notes: Notes) -> tuple[Source, list[Block]]:
    """Raises :class:`SourceRefused`. Text that a portal's page was copied into has its frame: it is never sure to be whole."""
    data = path.read_bytes()
    if len(data) > TEXT_LIMIT:
        raise SourceRefused("import-large", size=megabytes(len(data)), limit=megabytes(TEXT_LIMIT))
    soup = BeautifulSoup("", "lxml")
    blocks: list[Block] = []
    gap = True
    for line in decoded(data, notes).replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if not one_line(line).strip("\ufeff\u200b"):
            gap = True
            continue
        tag = soup.new_tag("p")
        tag.string = line.strip()
        blocks.append(Block("paragraph", tag, line.strip(), tight=not gap))
        gap = False
    return Source(soup, whole=False), blocks
