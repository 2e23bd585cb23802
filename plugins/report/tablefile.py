"""A report as CSV files and as one workbook: a sheet, or a file, for each table."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal

from plugins.model.scale import shown
from plugins.report.html import GAPS, KIND, NO_GAPS
from plugins.report.records import Cell, Report, Table

# A spreadsheet takes a cell that begins like this for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 32_767  # letters of an Excel cell


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
    forms = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "date": book.add_format({"num_format": "dd/mm/yyyy", "align": "left", "valign": "top"}),
        "number": book.add_format({"valign": "top"}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "bold": book.add_format({"bold": True, "valign": "top"}),
    }
    _summary(book.add_worksheet("Tóm tắt"), report, forms)
    for table in report.tables:
        _sheet(book.add_worksheet(table.name), table, forms)
    book.close()
    return out.getvalue()


def _summary(sheet, report: Report, forms: dict) -> None:  # type: ignore[no-untyped-def,type-arg]
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, f"{KIND}: {report.title}", forms["title"])
    lines = [("Đơn vị", report.unit), *report.facts, *((GAPS, gap) for gap in report.gaps or (NO_GAPS,))]
    for number, (label, text) in enumerate(lines, 2):
        sheet.write_string(number, 0, label, forms["bold"])
        sheet.write_string(number, 1, text, forms["text"])


def _sheet(sheet, table: Table, forms: dict) -> None:  # type: ignore[no-untyped-def,type-arg]
    """Title, head in the third row, rows, notes; A4 landscape, one page wide."""
    sheet.write_string(0, 0, table.title, forms["title"])
    for place, column in enumerate(table.columns):
        sheet.write_string(2, place, column.label, forms["head"])
        sheet.set_column(place, place, min(column.width, 60))
    for number, row in enumerate(table.rows, 3):
        for place, cell in enumerate(row):
            _write(sheet, number, place, cell, forms)
    for number, note in enumerate(table.notes if table.rows else (table.empty,), len(table.rows) + 4):
        sheet.write_string(number, 0, note)
    sheet.freeze_panes(3, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)


def _write(sheet, number: int, place: int, cell: Cell, forms: dict) -> None:  # type: ignore[no-untyped-def,type-arg]
    if isinstance(cell, date):
        sheet.write_datetime(number, place, datetime.combine(cell, datetime.min.time()), forms["date"])
    elif isinstance(cell, int | Decimal):
        sheet.write_number(number, place, float(cell), forms["number"])
    elif cell:
        sheet.write_string(number, place, cell[:_LONGEST], forms["text"])
