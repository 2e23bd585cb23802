"""The period of a slot. People listen by the calendar: a month is its days from the first to the last."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_FORM = re.compile(r"(?P<y>\d{4})(?:-(?:(?P<m>\d{1,2})|[Qq](?P<q>[1-4])|[Hh](?P<h>[12])))?")


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both in it; ``name`` as a page would write it."""

    first: date
    last: date
    name: str

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


def read_period(typed: str) -> Period | None:
    """``2026-03``, ``2026-Q1``, ``2026-H1`` or ``2026``, by the calendar; None for anything else."""
    match = _FORM.fullmatch(typed.strip())
    year = int(match["y"]) if match else 0
    if match is None or not 1945 <= year <= 2100:
        return None
    if match["m"]:
        month = int(match["m"])
        return _of(year, month, month, f"tháng {month} năm {year}") if 1 <= month <= 12 else None
    if match["q"]:
        last = 3 * int(match["q"])
        return _of(year, last - 2, last, f"quý {['I', 'II', 'III', 'IV'][int(match['q']) - 1]} năm {year}")
    if match["h"]:
        half = int(match["h"])
        return _of(year, 6 * half - 5, 6 * half, f"6 tháng {'đầu' if half == 1 else 'cuối'} năm {year}")
    return _of(year, 1, 12, f"năm {year}")


def _of(year: int, first: int, last: int, name: str) -> Period:
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), name)
