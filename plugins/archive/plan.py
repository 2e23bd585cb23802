"""Year, month and day pages. A month page holds the whole month, so that an old list page never changes."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from plugins.archive import words
from plugins.model.addresses import Addresses
from plugins.model.dates import short_date
from plugins.model.page import Later, Link, Page
from plugins.model.site import NewsItem, Site, newest
from plugins.model.views import CountLink, Teaser


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year and its twelve months; a month without items has an empty address."""

    year: CountLink
    months: tuple[CountLink, ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """What ``archives.html`` shows: every year, newest first."""

    years: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """What ``year_archive.html`` shows."""

    year: int
    months: tuple[CountLink, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of a calendar: 0 outside the month; an empty address when nothing was posted."""

    day: int
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class MonthView:
    """What ``month_archive.html`` shows: a calendar of weeks from Monday, and the whole month's items."""

    month: int
    year: int
    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[Cell, ...], ...]
    items: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """What ``day_archive.html`` shows."""

    date: datetime
    items: tuple[Teaser, ...]


def plan(site: Site) -> Iterable[Page]:
    """The entry page, then a page for each year, month and day with items."""
    at = site.addresses
    root = Link(words.ALL, at.archive())
    rows = []
    for year, of_year in groupby(site.listed, key=lambda item: item.date.year):
        items = list(of_year)
        months = _months(site, year, items)
        rows.append(YearRow(CountLink(words.YEAR.format(year=year), at.year(year), len(items)), months))
        title = words.YEAR_TITLE.format(year=year)
        yield Page(at.year(year), "year_archive.html", title, title, YearView(year, months), newest(items), (root,))
        crumbs = (root, Link(words.YEAR.format(year=year), at.year(year)))
        for month, of_month in groupby(items, key=lambda item: item.date.month):
            yield from _month(site, year, month, list(of_month), crumbs)
    yield Page(at.archive(), "archives.html", words.ALL, words.ALL_DESCRIPTION, ArchiveView(tuple(rows)), newest(site.listed))


def _months(site: Site, year: int, items: list[NewsItem]) -> tuple[CountLink, ...]:
    counts = dict.fromkeys(range(1, 13), 0)
    for item in items:
        counts[item.date.month] += 1
    return tuple(
        CountLink(words.MONTH.format(month=month), site.addresses.month(year, month) if count else "", count)
        for month, count in counts.items()
    )


def _month(site: Site, year: int, month: int, items: list[NewsItem], crumbs: tuple[Link, ...]) -> Iterable[Page]:
    at = site.addresses
    days = {day: tuple(group) for day, group in groupby(items, key=lambda item: item.date.day)}
    teasers = {day: tuple([site.teasers[item.path] for item in group]) for day, group in days.items()}
    title = words.MONTH_TITLE.format(month=month, year=year)
    view = Later(month_view, (at, year, month, tuple(teasers.values())))
    yield Page(at.month(year, month), "month_archive.html", title, title, view, newest(items), crumbs)
    crumbs = (*crumbs, Link(words.MONTH.format(month=month), at.month(year, month)))
    for day, group in days.items():
        date = group[0].date
        title = words.DAY_TITLE.format(date=short_date(date))
        yield Page(at.day(date), "day_archive.html", title, title, Later(DayView, (date, teasers[day])), newest(group), crumbs)


def month_view(at: Addresses, year: int, month: int, days: tuple[tuple[Teaser, ...], ...]) -> MonthView:
    """A month from its days with items, newest first."""
    of = {group[0].date.day: group for group in days}
    weeks = tuple(
        tuple(Cell(d, at.day(of[d][0].date) if d in of else "", len(of.get(d, ()))) for d in week)
        for week in calendar.Calendar(firstweekday=0).monthdayscalendar(year, month)
    )
    return MonthView(month, year, words.WEEKDAYS, weeks, tuple(item for group in days for item in group))
