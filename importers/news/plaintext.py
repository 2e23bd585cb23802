"""A text file, line by line, as blocks: what stands close stays close."""

import re
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup

from importers.container import SourceRefused, megabytes
from importers.news.blocks import MARKER, Block
from importers.news.characters import one_line
from importers.news.decoding import decoded
from importers.news.notes import Notes
from importers.news.source import Source

TEXT_LIMIT = 2_000_000
WIDEST = 110  # letters of a line that a program cuts; longer ones are paragraphs


def read_text(path: Path, notes: Notes) -> tuple[Source, list[Block]]:
    """Raises :class:`SourceRefused`. Text that a portal's page was copied into has its frame: it is never sure to be whole."""
    data = path.read_bytes()
    if len(data) > TEXT_LIMIT:
        raise SourceRefused("import-large", size=megabytes(len(data)), limit=megabytes(TEXT_LIMIT))
    soup = BeautifulSoup("", "lxml")
    blocks: list[Block] = []
    gap = True
    for line in _rows(_unwrapped(decoded(data, notes).replace("\r\n", "\n").replace("\r", "\n").split("\n"), notes)):
        if isinstance(line, list):
            blocks.append(_table(soup, line))
        elif one_line(line).strip("\ufeff\u200b"):
            tag = soup.new_tag("p")
            tag.string = line.strip()
            blocks.append(Block("paragraph", tag, line.strip(), tight=not gap))
            gap = False
            continue
        gap = True
    return Source(soup, whole=False), blocks


def _unwrapped(lines: list[str], notes: Notes) -> list[str]:
    """Lines that a program cut at a column, as paragraphs again: where hardly a line had room for the first word of the next."""
    pairs = [i for i in range(len(lines) - 1) if _goes_on(lines[i], lines[i + 1])]
    lengths = sorted(len(lines[i].rstrip()) for i in pairs)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0  # a few lines were typed longer
    full = [i for i in pairs if len(lines[i].rstrip()) + len(lines[i + 1].split()[0]) >= width]
    if not 50 <= width <= WIDEST or len(full) < 4 or len(full) < 0.8 * len(pairs):
        return lines
    notes.guess(f"Các dòng bị ngắt ở cột {width} đã nối lại thành đoạn: xem lại chỗ xuống dòng")
    joined: list[str] = []
    for i, line in enumerate(lines):
        if i and joined and (i - 1 in full or (_is_wrapped(lines[i - 1], line, width) and i - 2 in full)):
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
    return joined


def _goes_on(line: str, after: str) -> bool:
    """Whether a sentence is open at the end of a line and the next line begins no point of its own."""
    return bool(line.strip() and after.strip()) and not re.search(r"[.;:!?…]\s*$", line) and not MARKER.match(after.strip()) and len(line) > 40


def _is_wrapped(line: str, after: str, width: int) -> bool:
    """The same for a line whose sentence ends at the column by chance."""
    return bool(line.strip() and after.strip()) and not MARKER.match(after.strip()) and len(line.rstrip()) + len(after.split()[0]) >= width


def _rows(lines: list[str]) -> Iterator[str | list[list[str]]]:
    """Lines, and rows of three cells and more that a table copied from a page or a sheet becomes: as many tabs in each."""
    table: list[list[str]] = []
    for line in [*lines, ""]:
        cells = [one_line(cell) for cell in line.strip().split("\t")]
        if table and len(cells) != len(table[0]):
            yield from [table] if len(table) > 1 else ["\t".join(table[0])]
            table = []
        if len(cells) > 2:
            table.append(cells)
        else:
            yield line


def _table(soup: BeautifulSoup, rows: list[list[str]]) -> Block:
    tag = soup.new_tag("table")
    for i, row in enumerate(rows):
        line = soup.new_tag("tr")
        for text in row:
            cell = soup.new_tag("td" if i else "th")
            cell.string = text
            line.append(cell)
        tag.append(line)
    return Block("table", tag, "\n".join(map(" ".join, rows)))
