"""Changes as a table that spreadsheets open: UTF-8 with its mark, no cell that a spreadsheet would calculate."""

import csv
import io
from collections.abc import Sequence

from plugins.model.dates import short_date
from plugins.procedures import words
from plugins.procedures.changeviews import ChangedRow

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_of(view: tuple[str, Sequence[tuple[str, ChangedRow]]]) -> bytes:
    """Rows of (kind, change) under the address of the site, which ends with a slash."""
    base, rows = view
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(words.CSV_HEAD)
    for number, (kind, row) in enumerate(rows, 1):
        address = f"{base}{row.href}" if row.href else ""
        cells = (short_date(row.date), kind, row.code, row.title, row.sector, row.decision.label, row.successor.label, row.law, address)
        writer.writerow([str(number), *map(safe_cell, cells)])
    return made.getvalue().encode("utf-8-sig")


def safe_cell(text: str) -> str:
    """A cell that stays text (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(_FORMULA) else text
