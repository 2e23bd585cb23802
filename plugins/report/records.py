"""What a report holds: facts, gaps, and tables, some with a chart. Every writer shows the same values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

UNKNOWN = "Trang không có số liệu"

Cell = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` in characters of a sheet; ``kind``: text, number, date, link."""

    label: str
    width: int
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: ``of`` is what was planned, None where nothing was."""

    label: str
    value: int
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars with a title, what a listener is told, and the words for the bar and for what was planned."""

    name: str
    title: str
    told: str
    bars: tuple[Bar, ...]
    value: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """``name`` is that of its CSV file and of its sheet; ``empty`` is said when it has no rows."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str
    notes: tuple[str, ...] = ()
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. ``parent`` and ``unit`` stand above it; ``gaps`` are sentences."""

    title: str
    unit: str
    parent: str
    period: str
    facts: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]
    tables: tuple[Table, ...]
