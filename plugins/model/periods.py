"""Reporting periods as text: ``2026``, ``2026-H1``, ``2026-Q2``, ``2026-03``.

The year of CCHC reports runs from 15/12 of the year before to 14/12: quarter I 15/12–14/3, six months 15/12–14/6, quarter III
15/6–14/9, the year 15/12–14/12 (Công văn 581/BNV-CCHC of Bộ Nội vụ). The other quarters, the second half and the months,
which it does not name, are what lies between those days. Calendar periods are there for other reports.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plugins.model.dates import FIRST_YEAR, LAST_YEAR, short_date

_FORM = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(0?[1-9]|1[0-2])))?", re.IGNORECASE | re.ASCII)
_ROMAN = ("I", "II", "III", "IV")


class Unit(StrEnum):
    """Stretches of a year; the value is the word for it."""

    MONTH = "tháng"
    QUARTER = "quý"
    HALF = "sáu tháng"
    YEAR = "năm"


_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12}


class PeriodProblem(ValueError):
    """A text that is no period."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both in it: months ``start`` to ``end`` (1–12) of a reporting or calendar year."""

    year: int
    start: int
    end: int
    calendar: bool = False

    @property
    def first(self) -> date:
        if self.calendar:
            return date(self.year, self.start, 1)
        return date(self.year - 1, 12, 15) if self.start == 1 else date(self.year, self.start - 1, 15)

    @property
    def last(self) -> date:
        if not self.calendar:
            return date(self.year, self.end, 14)
        return (date(self.year, self.end, 28) + timedelta(4)).replace(day=1) - timedelta(1)

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def unit(self) -> Unit:
        return next(unit for unit, months in _MONTHS.items() if months == self.end - self.start + 1)

    @property
    def name(self) -> str:
        """As it is typed, and as it stands in names of files."""
        number = (self.start - 1) // _MONTHS[self.unit] + 1
        return {Unit.YEAR: f"{self.year}", Unit.HALF: f"{self.year}-H{number}", Unit.QUARTER: f"{self.year}-Q{number}", Unit.MONTH: f"{self.year}-{number:02d}"}[self.unit]

    @property
    def label(self) -> str:
        """As a report names it: ``quý II/2026``."""
        number = (self.start - 1) // _MONTHS[self.unit]
        half = ("đầu", "cuối")[number] if self.unit is Unit.HALF else ""
        quarter = _ROMAN[number] if self.unit is Unit.QUARTER else ""
        return {
            Unit.YEAR: f"năm {self.year}",
            Unit.HALF: f"sáu tháng {half} năm {self.year}",
            Unit.QUARTER: f"quý {quarter}/{self.year}",
            Unit.MONTH: f"tháng {self.start}/{self.year}",
        }[self.unit]

    @property
    def days(self) -> str:
        """``từ 15/12/2025 đến 14/6/2026``, in full."""
        return f"từ ngày {short_date(self.first)} đến ngày {short_date(self.last)}"

    def parts(self, unit: Unit) -> Iterator["Period"]:
        """The months, quarters, halves or the year that lie wholly in it, in their order."""
        length = _MONTHS[unit]
        for start in range(1, 13, length):
            if self.start <= start and start + length - 1 <= self.end:
                yield Period(self.year, start, start + length - 1, self.calendar)

    @property
    def whole_year(self) -> "Period":
        return Period(self.year, 1, 12, self.calendar)

    @property
    def so_far(self) -> "Period":
        """From the beginning of its year to its own end; no period of the four kinds, so it has no name."""
        return Period(self.year, 1, self.end, self.calendar)


def read_period(text: str, calendar: bool = False) -> Period:
    """The period that a text means. Raises :class:`PeriodProblem`."""
    match = _FORM.fullmatch(text.strip())
    if match is None or not FIRST_YEAR < int(match[1]) <= LAST_YEAR:
        raise PeriodProblem(text)
    year, half, quarter, month = (int(part) if part else 0 for part in match.groups())
    unit, number = (Unit.HALF, half) if half else (Unit.QUARTER, quarter) if quarter else (Unit.MONTH, month) if month else (Unit.YEAR, 1)
    length = _MONTHS[unit]
    return Period(year, (number - 1) * length + 1, number * length, calendar)
