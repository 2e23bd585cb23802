"""What changed: new, amended, replaced and abolished procedures by year, quarter and month."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from plugins.model.page import File, Link, Page
from plugins.model.views import CountLink
from plugins.procedures import words
from plugins.procedures.changeviews import ChangeGroup, ChangesView, ChangesYear, PeriodView
from plugins.procedures.csvfile import csv_of
from plugins.procedures.entries import Entry, entries_of
from plugins.procedures.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Period:
    """A year, quarter or month with its changes."""

    link: CountLink
    title: str
    number: int
    entries: tuple[Entry, ...]


def change_pages(shelf: Shelf) -> Iterable[Page | File]:
    """The entry page, then the pages of every year that had changes."""
    entries = entries_of(shelf)
    years = []
    for number, group in groupby(entries, key=lambda entry: entry.row.date.year):
        year = _period(shelf, "year", number, number, tuple(group))
        quarters = _inside(shelf, "quarter", year, lambda e: (e.row.date.month + 2) // 3)
        months = _inside(shelf, "month", year, lambda e: e.row.date.month)
        years.append(ChangesYear(year.link, tuple(q.link for q in quarters), tuple(m.link for m in months)))
        yield from _year(shelf, year, quarters, months)
    root = _root(shelf)
    view = ChangesView(tuple(reversed(years)))
    newest = max((entry.told for entry in entries), default=None)
    yield Page(root.href, "procedure_changes.html", words.CHANGES, words.CHANGES_DESCRIPTION, view, newest, (shelf.root(),))


def _root(shelf: Shelf) -> Link:
    return Link(words.CHANGES, shelf.site.addresses.procedure_changes())


def _inside(shelf: Shelf, kind: str, year: Period, number_of: Callable[[Entry], int]) -> tuple[Period, ...]:
    return tuple(_period(shelf, kind, year.number, n, tuple(group)) for n, group in groupby(year.entries, key=number_of))


def _period(shelf: Shelf, kind: str, year: int, number: int, entries: tuple[Entry, ...]) -> Period:
    """``2026``, ``2026-q1`` or ``2026-03``."""
    name = {"year": f"{year}", "quarter": f"{year}-q{number}", "month": f"{year}-{number:02d}"}[kind]
    shown = words.ROMAN[number - 1] if kind == "quarter" else str(number)
    href = shelf.site.addresses.procedure_changes(name)
    return Period(CountLink(words.PERIODS[kind].format(n=shown), href, len(entries)), words.PERIOD_TITLES[kind].format(n=shown, year=year), number, entries)


def _year(shelf: Shelf, year: Period, quarters: tuple[Period, ...], months: tuple[Period, ...]) -> Iterable[Page | File]:
    """The year's page and table, its quarters and months."""
    csv = shelf.site.addresses.procedure_changes_table(year.number)
    yield _page(year, (*quarters, *months), csv, (shelf.root(), _root(shelf)))
    rows = tuple((words.CHANGE[entry.kind], entry.row) for entry in year.entries)
    yield File(csv, (f"{shelf.site.profile.site.domain}/", rows), csv_of)
    crumbs = (shelf.root(), _root(shelf), Link(year.link.label, year.link.href))
    for quarter in quarters:
        yield _page(quarter, tuple(m for m in months if (m.number + 2) // 3 == quarter.number), "", crumbs)
    for month in months:
        yield _page(month, (), "", crumbs)


def _page(period: Period, parts: tuple[Period, ...], csv: str, crumbs: tuple[Link, ...]) -> Page:
    groups = (ChangeGroup(label, tuple(e.row for e in period.entries if e.kind is kind)) for kind, label in words.CHANGE.items())
    view = PeriodView(len(period.entries), tuple(g for g in groups if g.rows), tuple(part.link for part in parts), csv)
    newest = max(entry.told for entry in period.entries)
    return Page(period.link.href, "procedure_changes_period.html", period.title, period.title, view, newest, crumbs)
