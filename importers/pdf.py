"""Detail exports as PDF with a text layer: lines put together again, tables that go on over pages joined."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from importers.container import SourceRefused
from importers.layout import Block, Grid, Paragraph

_PAGES_LIMIT = 200
_LETTERS = 200  # fewer in a whole document: a picture of a page
_FORM_ENDINGS = (".doc", ".docx", ".pdf", ".xls", ".xlsx", ".zip", ".rar")


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line: where it ends, how wide its first word is, how far it could have gone (all in points)."""

    text: str
    end: float
    first_word: float
    limit: float
    space: float
    lead: str = ""


@dataclass
class _Row:
    cells: list[list[_Line]]
    padding: float
    spans: bool = False


@dataclass
class _Rows:
    edges: tuple[int, ...]
    rows: list[_Row] = field(default_factory=list)


def pdf_blocks(path: Path) -> list[Block]:
    """Paragraphs and tables in their order. Raises :class:`SourceRefused`."""
    try:
        with pdfplumber.open(path) as document:
            if len(document.pages) > _PAGES_LIMIT:
                raise SourceRefused("import-pages", pages=len(document.pages), limit=_PAGES_LIMIT)
            if sum(len(page.chars) for page in document.pages) < _LETTERS:
                raise SourceRefused("import-scan")
            parts = [part for page in document.pages for part in _parts(page)]
    except SourceRefused:
        raise
    except PdfminerException as error:
        locked = isinstance(error.args[0] if error.args else None, PDFPasswordIncorrect)
        raise SourceRefused("import-locked") if locked else SourceRefused("import-corrupt", reason="không đọc được PDF") from error
    except Exception as error:  # pdfminer raises whatever a broken file makes it raise
        raise SourceRefused("import-corrupt", reason="không đọc được PDF") from error
    return list(_blocks(parts))


def _parts(page: Any) -> Iterator[_Line | _Rows]:
    """Lines and tables of a page from top to bottom."""
    tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
    tables = [t for t in tables if any(any(cell for cell in row.cells[1:]) for row in t.rows)]
    boxes = [table.bbox for table in tables]

    def loose(thing: dict[str, Any]) -> bool:
        if thing.get("object_type") != "char":
            return True
        middle = (thing["top"] + thing["bottom"]) / 2, (thing["x0"] + thing["x1"]) / 2
        return not any(top <= middle[0] <= bottom and left <= middle[1] <= right for left, top, right, bottom in boxes)

    lines = page.filter(loose).extract_text_lines(return_chars=True)
    limit = max((line["x1"] for line in lines), default=0.0)
    placed = [(line["top"], _line(line, limit)) for line in lines if line["text"].strip()]
    placed += [(table.bbox[1], _rows(page, table)) for table in tables]  # type: ignore[misc]
    yield from (part for _, part in sorted(placed, key=lambda pair: pair[0]))


def _line(line: dict[str, Any], limit: float) -> _Line:
    chars = line["chars"]
    word_end = chars[-1]["x1"]
    bold = ""
    for i, char in enumerate(chars):
        if char["text"] == " " or (i and char["x0"] - chars[i - 1]["x1"] > char["size"] * 0.2):
            word_end = chars[i - 1]["x1"] if i else char["x1"]
            break
    for char in chars:
        if "bold" not in char["fontname"].lower() and char["text"].strip():
            break
        bold += char["text"]
    text = line["text"].strip()
    lead = text[: _same(text, bold)]
    return _Line(text, line["x1"], word_end - line["x0"], limit, 0.27 * chars[0]["size"], lead.strip())


def _same(text: str, bold: str) -> int:
    """How many characters of a text its bold beginning covers; blanks may differ."""
    left = len("".join(bold.split()))
    for i, char in enumerate(text):
        if left == 0:
            return i
        left -= not char.isspace()
    return len(text) if left <= 0 else 0


def _rows(page: Any, table: Any) -> _Rows:
    first = max(table.rows, key=lambda row: sum(1 for cell in row.cells if cell))
    found = _Rows(tuple(round(cell[0] / 4) for cell in first.cells if cell))
    for row in table.rows:
        boxes = [cell for cell in row.cells if cell]
        cells, paddings = [], []
        for left, top, right, bottom in boxes:
            lines = page.crop((left, top, right, bottom), strict=False).extract_text_lines(return_chars=True)
            inset = min((line["x0"] - left for line in lines), default=0.0)
            cells.append([_line(line, right - max(0.0, min(inset, 12.0))) for line in lines if line["text"].strip()])
            paddings += [line["top"] - top for line in lines]
        found.rows.append(_Row(cells, min(paddings, default=0.0), spans=len(boxes) == 1))
    return found


def _blocks(parts: list[_Line | _Rows]) -> Iterator[Block]:
    """Lines become paragraphs; a table at once after a table with the same columns goes on with it."""
    lines: list[_Line] = []
    table: _Rows | None = None
    for part in parts:
        if isinstance(part, _Line):
            if table is not None:
                yield _grid(table)
                table = None
            if lines and (part.lead or not _flows(lines[-1], part)):
                yield _paragraph(lines)
                lines = []
            lines.append(part)
            continue
        if lines:
            yield _paragraph(lines)
            lines = []
        if table is not None and table.edges == part.edges:
            _go_on(table, part)
        else:
            if table is not None:
                yield _grid(table)
            table = part
    if lines:
        yield _paragraph(lines)
    if table is not None:
        yield _grid(table)


def _go_on(table: _Rows, more: _Rows) -> None:
    """The first row of the next page belongs to the last one when it lacks the space that opens a row."""
    usual = median(row.padding for row in table.rows if any(row.cells))
    head, *rest = more.rows
    last = table.rows[-1]
    split = head.padding < usual / 2 if usual > 6 else not (head.cells and head.cells[0])
    if split and len(head.cells) == len(last.cells):
        last.cells = [above + below for above, below in zip(last.cells, head.cells, strict=True)]
    else:
        rest = more.rows
    header = [_joined(cell) for cell in table.rows[0].cells]
    table.rows += [row for row in rest if [_joined(cell) for cell in row.cells] != header]


def _grid(table: _Rows) -> Grid:
    return Grid(tuple(tuple(_joined(cell) for cell in row.cells) for row in table.rows))


def _paragraph(lines: list[_Line]) -> Paragraph:
    return Paragraph(_joined(lines), lines[0].lead)


def _flows(line: _Line, following: _Line) -> bool:
    """Whether a line goes on in the next one: the next word did not fit."""
    if line.text.lower().endswith(_FORM_ENDINGS) and " " not in line.text:
        return False
    return line.end + line.space + following.first_word > line.limit


def _joined(lines: list[_Line]) -> str:
    """Lines put together; a number broken after its hyphen is whole again."""
    text = ""
    for i, line in enumerate(lines):
        if i == 0:
            text = line.text
        elif not _flows(lines[i - 1], line):
            text += "\n" + line.text
        elif text.endswith("-") and text[-2:-1].strip() and line.text[:1].isalnum():
            text += line.text
        else:
            text += " " + line.text
    return text
