"""Visits as ``make visits`` counted them from the web server's log: numbers and addresses of pages, nothing about people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

FILE = "luot-truy-cap.json"
PAGES_KEPT = 50


@dataclass(frozen=True, slots=True)
class DayCount:
    """One day: visits (one address and browser a day is one) and pages that were read."""

    day: date
    visits: int
    views: int


@dataclass(frozen=True, slots=True)
class PageCount:
    """How often a page was read in the last counted period."""

    path: str
    views: int


@dataclass(frozen=True, slots=True)
class Visits:
    """``days`` from the oldest on; ``pages`` most read first, counted from ``since`` to ``until``."""

    days: tuple[DayCount, ...]
    pages: tuple[PageCount, ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def total(self) -> int:
        return sum(one.visits for one in self.days)


def read_visits(raw: Any) -> Visits:
    """The record of the file's JSON. Raises ValueError, TypeError or KeyError when it is not what ``make visits`` writes."""
    days = tuple(DayCount(date.fromisoformat(day), _count(one[0]), _count(one[1])) for day, one in sorted(raw["days"].items()))
    pages = raw["pages"]
    counts = sorted(((_count(views), str(path)) for path, views in pages["views"].items()), key=lambda pair: (-pair[0], pair[1]))
    since, until = (date.fromisoformat(pages[key]) if pages[key] else None for key in ("since", "until"))
    return Visits(days, tuple(PageCount(path, views) for views, path in counts), since, until)


def written(visits: Visits) -> dict[str, Any]:
    """What :func:`read_visits` reads."""
    return {
        "days": {one.day.isoformat(): [one.visits, one.views] for one in visits.days},
        "pages": {
            "since": visits.since.isoformat() if visits.since else "",
            "until": visits.until.isoformat() if visits.until else "",
            "views": {one.path: one.views for one in visits.pages},
        },
    }


def joined(known: Visits, new: Visits) -> Visits:
    """Both together: a day that both know takes the larger counts, so a log that is counted twice changes nothing.

    Pages are those of the newer period, as long as it has any.
    """
    days: dict[date, DayCount] = {one.day: one for one in known.days}
    for one in new.days:
        old = days.get(one.day, one)
        days[one.day] = DayCount(one.day, max(old.visits, one.visits), max(old.views, one.views))
    ordered = tuple(days[day] for day in sorted(days))
    latest = new if new.pages and (known.until is None or new.until is None or new.until >= known.until) else known
    return Visits(ordered, latest.pages[:PAGES_KEPT], latest.since, latest.until)


def totals_by_month(days: tuple[DayCount, ...]) -> Mapping[tuple[int, int], tuple[int, int]]:
    """(year, month) → (visits, views), newest month first."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for one in reversed(days):
        visits, views = found.get((one.day.year, one.day.month), (0, 0))
        found[(one.day.year, one.day.month)] = (visits + one.visits, views + one.views)
    return found


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(value)
    return value
