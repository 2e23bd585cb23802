"""The page of visits and the small file behind the footer. When the figures change, these two change and no other page."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plugins.model.page import File, Page
from plugins.model.site import Record, Site
from plugins.model.visits import Visits, totals_by_month
from plugins.visits import words

DAYS, MONTHS, PAGES = 31, 24, 10


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day."""

    date: date
    visits: int
    views: int


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month."""

    label: str
    visits: int
    views: int


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page and how often it was read."""

    title: str
    href: str
    views: int


@dataclass(frozen=True, slots=True)
class VisitsView:
    """What ``visits.html`` shows; ``first`` and ``last`` are the first and the last counted day, none before any count."""

    total: int
    views: int
    first: date | None
    last: date | None
    days: tuple[DayRow, ...]
    months: tuple[MonthRow, ...]
    pages: tuple[PageRow, ...]
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Total:
    """What the footer's script reads; both are none before any count."""

    total: int | None
    until: date | None


def plan(site: Site) -> Iterable[Page | File]:
    """Nothing unless the profile wants visits shown."""
    at = site.addresses
    if not at.visits() or not site.profile.site.visits:
        return
    visits = site.visits or Visits(())
    yield Page(at.visits(), "visits.html", words.TITLE, words.DESCRIPTION, _view(site, visits))
    last = visits.days[-1].day if visits.days else None
    yield File(at.visits("thong-ke.json"), Total(visits.total if visits.days else None, last), _json)


def _view(site: Site, visits: Visits) -> VisitsView:
    days = visits.days
    months = totals_by_month(days)
    return VisitsView(
        total=visits.total,
        views=sum(one.views for one in days),
        first=days[0].day if days else None,
        last=days[-1].day if days else None,
        days=tuple(DayRow(one.day, one.visits, one.views) for one in reversed(days[-DAYS:])),
        months=tuple(MonthRow(words.MONTH.format(month=month, year=year), *counts) for (year, month), counts in list(months.items())[:MONTHS]),
        pages=_pages(site, visits),
        since=visits.since,
        until=visits.until,
    )


def _pages(site: Site, visits: Visits) -> tuple[PageRow, ...]:
    """Most read pages, under our own titles: an address that is no page of the site is never shown, whatever a log says."""
    records: tuple[Record, ...] = (*site.listed, *site.pages, *site.procedures, *site.decisions, *site.answers, *site.documents)
    titles = {site.addresses.home(): words.HOME, **{record.path: record.title for record in records}}
    return tuple(PageRow(titles[one.path], one.path, one.views) for one in visits.pages if one.path in titles)[:PAGES]


def _json(told: Total) -> bytes:
    until = told.until.isoformat() if told.until else None
    return json.dumps({"total": told.total, "until": until}, separators=(",", ":")).encode() + b"\n"
