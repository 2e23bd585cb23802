"""Cells as text, as Vietnamese readers write dates and numbers."""

from datetime import date
from decimal import Decimal

from plugins.model.dates import short_date
from plugins.model.scale import shown
from plugins.report.records import Cell


def text_of(cell: Cell) -> str:
    """``20/03/2026``, ``66,67``; nothing for None."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return shown(cell)
    return short_date(cell) if isinstance(cell, date) else str(cell)
