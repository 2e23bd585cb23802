"""Tables of a report in its Word file: as wide as the page, the head on every page, no row torn in two."""

from collections.abc import Sequence
from typing import Any

from plugins.report.records import Column, Table
from plugins.report.shown import text_of

ROOM = 252  # millimetres between the margins of A4 on its side
_LEAST, _MOST = 15, 50  # millimetres of a text at least, fewer for a code; letters of a column that count at most
# Letters of a table at most, its letters in points, millimetres of a day and of a number: large where few columns leave room.
_SIZES = ((140, 11.0, 24, 24), (215, 9.0, 19, 17), (10_000, 8.0, 17, 12))
_SUM = 6.5
_SHORT = 15  # rows that are not worth a new page
_BLANK = 0.9  # millimetres left and right of a text in its cell


def add_table(word: Any, table: Table, is_last: bool = False) -> None:
    """The table, then its notes; those of the last one stay with what follows them."""
    from docx.shared import Mm, Pt

    if not table.rows:
        word.add_paragraph(table.empty)
        return
    made = word.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    made.autofit = False
    _blank(made, Mm(_BLANK))
    widths = [Mm(width) for width in widths_of(table.columns)]
    for place, width in enumerate(widths):  # LibreOffice goes by the columns, Word by the cells
        made.columns[place].width = width
    size = _form(table.columns)[1]
    _fill(made.rows[0], table.columns, [column.label for column in table.columns], widths, size, head=True)
    for row in table.rows:
        _fill(made.add_row(), table.columns, [text_of(cell) for cell in row], widths, size)
    _keep(made, whole=size > _SIZES[-1][1] and len(table.rows) <= _SHORT, notes=bool(table.notes))
    for note in table.notes:
        paragraph = word.add_paragraph()
        run = paragraph.add_run(note)
        run.italic, run.font.size = True, Pt(11)
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.keep_with_next = Pt(3), is_last


def _keep(made: Any, whole: bool, notes: bool) -> None:
    """The head stays with the first row, the last row with the notes; a short table is not torn at all."""
    rows = list(made.rows)
    for row in rows[:-1] if whole else rows[:1]:
        _with_next(row)
    if notes:
        _with_next(rows[-1])


def _with_next(row: Any) -> None:
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def widths_of(columns: Sequence[Column]) -> list[float]:
    """Millimetres: days and numbers have what they need, texts share the rest by their length."""
    _, _, day, number = _form(columns)
    fixed = {"date": day, "number": number}
    texts = [column for column in columns if column.kind not in fixed]
    least = [fixed.get(column.kind) or min(_LEAST, 1.25 * column.width + 2) for column in columns]
    whole = sum(map(_share, texts))
    return [width if column.kind in fixed else width + (ROOM - sum(least)) * _share(column) / whole for column, width in zip(columns, least, strict=True)]


def _form(columns: Sequence[Column]) -> tuple[int, float, int, int]:
    letters = sum(min(column.width, _MOST) for column in columns)
    return next(one for one in _SIZES if letters <= one[0])


def _share(column: Column) -> int:
    return max(min(column.width, _MOST) - 8, 0)


def _fill(row: Any, columns: Sequence[Column], texts: Sequence[str], widths: Sequence[Any], size: float, head: bool = False) -> None:
    """One row. Days and numbers stand in the middle, so do heads; a checksum is small."""
    from docx.shared import Pt

    for cell, column, text, width in zip(row.cells, columns, texts, widths, strict=True):
        cell.width = width
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.alignment = 1 if head or column.kind in {"date", "number"} else 0
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(_SUM if column.label == "SHA-256" and not head else size), head
    _mark(row, "w:cantSplit", *(["w:tblHeader"] if head else []))


def _mark(row: Any, *names: str) -> None:
    """``cantSplit``: the row stays on one page; ``tblHeader``: it stands on each page of its table (ECMA-376, 17.4.6 and 17.4.49)."""
    from docx.oxml import OxmlElement

    for name in names:
        row._tr.get_or_add_trPr().append(OxmlElement(name))


def _blank(table: Any, width: Any) -> None:
    """The blank beside each text."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(width.twips))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def kept_together(frame: Any) -> None:
    """No page ends inside the table."""
    for row in frame.rows:
        _mark(row, "w:cantSplit")
        _with_next(row)
