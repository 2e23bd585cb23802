"""A report as CSV files and as one workbook: a sheet, or a file, for each table."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from textwrap import wrap

from plugins.model.scale import shown
from plugins.report.html import GAPS, KIND, NO_GAPS
from plugins.report.records import Cell, Report, Table
from plugins.report.shown import text_of

# A spreadsheet takes a cell that begins like this for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 32_767  # letters of an Excel cell
_ROOM, _WIDEST = 150, 36  # letters that a printed page has room for; of a column in a table of more, which print would make too small
_LINE, _HIGHEST = 15.0, 409.0  # points of a line; of the highest row that Excel knows
_LOOKS: dict[str, dict[str, object]] = {
    "head": {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1, "bg_color": "#eef2f6"},
    "text": {"text_wrap": True, "border": 1},
    "date": {"num_format": "dd/mm/yyyy", "align": "center", "border": 1},
    "number": {"align": "center", "border": 1},
    "title": {"bold": True, "font_size": 14},
    "bold": {"bold": True, "border": 1},
    "note": {"italic": True, "text_wrap": True},
}


def csv_of(table: Table) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark, which Excel needs to know the letters; dates are ISO."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.label for column in table.columns])
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    text = cell.isoformat() if isinstance(cell, date) else shown(cell) if isinstance(cell, Decimal) else str(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_FORMULA) else text


def workbook_of(report: Report, created: datetime) -> bytes:
    """All tables; ``created`` stands in the file instead of the clock."""
    from xlsxwriter import Workbook  # only where there is something to write

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": report.title, "author": report.unit, "created": created.replace(tzinfo=None)})
    forms = {name: book.add_format({"font_name": "Times New Roman", "font_size": 11, "valign": "top", **look}) for name, look in _LOOKS.items()}
    _summary(book.add_worksheet("Tóm tắt"), report, forms)
    for table in report.tables:
        _sheet(book.add_worksheet(table.name), table, forms)
    book.close()
    return out.getvalue()


def _summary(sheet, report: Report, forms: dict) -> None:  # type: ignore[no-untyped-def,type-arg]
    widths = (26, 100)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, f"{KIND}: {report.title}", forms["title"])
    lines = [("Đơn vị", report.unit), *report.facts, *((GAPS, gap) for gap in report.gaps or (NO_GAPS,))]
    for number, line in enumerate(lines, 2):
        sheet.set_row(number, _height(line, widths))
        sheet.write_string(number, 0, line[0], forms["bold"])
        sheet.write_string(number, 1, line[1], forms["text"])
    _paper(sheet)


def _sheet(sheet, table: Table, forms: dict) -> None:  # type: ignore[no-untyped-def,type-arg]
    """Title, head in the third row, rows, notes."""
    widest = _WIDEST if sum(column.width for column in table.columns) > _ROOM else _ROOM
    widths = [max(9, min(column.width, widest)) for column in table.columns]
    sheet.write_string(0, 0, table.title, forms["title"])
    sheet.set_row(2, _height([column.label for column in table.columns], widths, bold=True))
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.write_string(2, place, column.label, forms["head"])
        sheet.set_column(place, place, width)
    for number, row in enumerate(table.rows, 3):
        sheet.set_row(number, _height([text_of(cell) for cell in row], widths))
        for place, cell in enumerate(row):
            _write(sheet, number, place, cell, forms)
    for number, note in enumerate(table.notes if table.rows else (table.empty,), len(table.rows) + 4):
        sheet.set_row(number, _height([note], [sum(widths)]))
        sheet.merge_range(number, 0, number, len(widths) - 1, note, forms["note"])
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)
    _paper(sheet)


def _paper(sheet) -> None:  # type: ignore[no-untyped-def]
    """A4 on its side, one page wide, as many long as it takes, each with its number."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer("&C&P/&N")


def _height(texts: Sequence[str], widths: Sequence[int], bold: bool = False) -> float:
    """Points of a row in which every text is whole. Some programs cut wrapped text where a file does not say how high a row is."""
    lines = max(_lines(text, round(width * (0.9 if bold else 1.05))) for text, width in zip(texts, widths, strict=True))
    return min(_LINE * lines + 2, _HIGHEST)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes at so many letters a line."""
    return sum(len(wrap(line, width)) or 1 for line in text.splitlines()) or 1


def _write(sheet, number: int, place: int, cell: Cell, forms: dict) -> None:  # type: ignore[no-untyped-def,type-arg]
    if isinstance(cell, date):
        sheet.write_datetime(number, place, datetime.combine(cell, datetime.min.time()), forms["date"])
    elif isinstance(cell, int | Decimal):
        sheet.write_number(number, place, float(cell), forms["number"])
    elif cell:
        sheet.write_string(number, place, cell[:_LONGEST], forms["text"])
    else:
        sheet.write_blank(number, place, None, forms["text"])
