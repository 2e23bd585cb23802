"""Clean HTML of a body as paragraphs to read out; what cannot be listened to (pictures, footnotes, large tables) is left out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

# Who listens keeps no more than this in mind.
ROWS, COLUMNS = 6, 3
# Heads that say nothing of what stands below them.
_PLAIN_HEADS = frozenset({"nội dung", "chỉ tiêu", "tiêu chí", "tên", "danh mục", "nhiệm vụ"})
_BLOCKS = frozenset({"p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "dt", "dd", "caption", "div", "section", "ul", "ol", "dl", "hr", "br"})
_SILENT = frozenset({"figure", "sup", "script", "style", "svg", "pre"})
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "col", "source"})


@dataclass(frozen=True, slots=True)
class Body:
    """Paragraphs in their order, and how many pictures and tables are not among them."""

    paragraphs: tuple[str, ...]
    pictures: int = 0
    tables: int = 0


def body_of(html: str) -> Body:
    """The paragraphs of one body."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_paragraph()
    return Body(tuple(reader.paragraphs), reader.pictures, reader.tables)


@dataclass
class _Table:
    rows: list[list[str]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.pictures = self.tables = 0
        self._text = ""
        self._silent: list[str] = []
        self._table: _Table | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pictures += tag == "img"
        if tag in _VOID and tag not in _BLOCKS:
            return
        footnotes = "footnote" in (dict(attrs).get("class") or "").split()
        if self._silent or tag in _SILENT or footnotes:
            self._silent += [tag] if tag not in _VOID else []
        elif tag == "table":
            self.end_paragraph()
            self._table = _Table()
        elif self._table is not None:
            self._cell(tag)
        elif tag in _BLOCKS:
            self.end_paragraph()

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag in self._silent:
                del self._silent[len(self._silent) - 1 - self._silent[::-1].index(tag) :]
        elif tag == "table" and self._table is not None:
            self._end_table(self._table)
        elif self._table is None and tag in _BLOCKS:
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._table is not None:
            if self._table.rows and self._table.rows[-1]:
                self._table.rows[-1][-1] += data
            return
        self._text += data

    def end_paragraph(self) -> None:
        text = " ".join(self._text.split())
        if text:
            self.paragraphs.append(text)
        self._text = ""

    def _cell(self, tag: str) -> None:
        if self._table is None:
            return
        if tag == "tr":
            self._table.rows.append([])
        elif tag in {"td", "th"} and self._table.rows:
            self._table.rows[-1].append("")

    def _end_table(self, table: _Table) -> None:
        rows = [[" ".join(cell.split()) for cell in row] for row in table.rows if any(cell.strip() for cell in row)]
        self._table = None
        if len(rows) < 2 or len(rows) - 1 > ROWS or max(map(len, rows)) > COLUMNS:
            self.tables += 1
            return
        self.paragraphs += [_row(rows[0], row) for row in rows[1:]]


def _row(heads: list[str], row: Iterable[str]) -> str:
    """One row as a sentence: what it is about, then each head with what stands below it."""
    first, *rest = row
    told = [f"{head}: {cell}" if head else cell for head, cell in zip(heads[1:], rest, strict=False) if cell]
    lead = f"{heads[0]} {first}" if heads[0] and heads[0].casefold() not in _PLAIN_HEADS else first
    return f"{lead}: {'; '.join(told)}." if told else f"{lead}."
