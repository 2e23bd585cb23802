"""Who cites a document: the newest items at its place in the register, and whole years of very many behind it."""

from collections.abc import Iterator
from itertools import groupby

from plugins.documents import words
from plugins.documents.entries import Entry
from plugins.documents.views import CitedBy, CitingLine, CitingYearView
from plugins.model.addresses import Addresses
from plugins.model.page import Link, Page
from plugins.model.register import Citing
from plugins.model.views import CountLink

# Up to this many dated items are listed with the document itself; of more the newest, and the rest by years.
WHOLE, NEWEST = 20, 10


def cited_by(entry: Entry, at: Addresses) -> CitedBy:
    """The items, newest first; procedures and pages, which have no day."""
    dated = _dated(entry)
    lasting = tuple(map(_line, sorted((one for one in entry.citing if not one.date), key=lambda one: one.href)))
    if len(dated) <= WHOLE:
        return CitedBy(tuple(map(_line, dated)), (), lasting)
    counts = [(year, sum(1 for _ in group)) for year, group in groupby(dated, key=_year)]
    years = tuple(CountLink(words.YEAR.format(year=year), at.document_cited(entry.slug, year), count) for year, count in counts)
    return CitedBy(tuple(map(_line, dated[:NEWEST])), years, lasting)


def year_pages(entry: Entry, at: Addresses, crumbs: tuple[Link, ...]) -> Iterator[Page]:
    """A page for each year of a document that very many cite."""
    dated = _dated(entry)
    if len(dated) <= WHOLE:
        return
    for year, group in groupby(dated, key=_year):
        title = words.CITED_IN.format(label=entry.label, year=year)
        description = words.CITED_IN_DESCRIPTION.format(label=entry.label, year=year)
        view = CitingYearView(title, tuple(map(_line, group)))
        yield Page(at.document_cited(entry.slug, year), "cited_year.html", title, description, view, None, (*crumbs, Link(entry.label, entry.href)))


def _dated(entry: Entry) -> list[Citing]:
    return sorted((one for one in entry.citing if one.date), key=lambda one: (one.date, one.href), reverse=True)


def _year(item: Citing) -> int:
    return item.date.year if item.date else 0


def _line(item: Citing) -> CitingLine:
    return CitingLine(item.title, item.href, item.date)
