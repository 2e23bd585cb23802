"""The latest exemplars, and a page a year by kind, so that an old list never changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from plugins.exemplars import words
from plugins.model.page import FeedLink, Link, Page
from plugins.model.site import NewsItem, Site, newest
from plugins.model.views import CountLink, feed_links
from plugins.model.vocab import EXEMPLARS

LATEST = 12


@dataclass(frozen=True, slots=True)
class ExemplarLine:
    """One item: who or what is held up, and how that was recognised; ``kind`` and ``recognition`` may be empty."""

    title: str
    href: str
    date: datetime
    exemplar: str
    kind: str
    recognition: str


@dataclass(frozen=True, slots=True)
class ExemplarGroup:
    """All of one kind in a year."""

    label: str
    lines: tuple[ExemplarLine, ...]


@dataclass(frozen=True, slots=True)
class ExemplarsView:
    """What ``exemplars.html`` shows."""

    latest: tuple[ExemplarLine, ...]
    years: tuple[CountLink, ...]
    category: Link
    feeds: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True)
class ExemplarsYearView:
    """What ``exemplars_year.html`` shows."""

    groups: tuple[ExemplarGroup, ...]


def plan(site: Site) -> Iterable[Page]:
    """Nothing where nobody is held up."""
    items = site.exemplars
    if not items:
        return
    at = site.addresses
    by_year = [(year, list(group)) for year, group in groupby(items, key=lambda item: item.date.year)]
    years = tuple(CountLink(words.ONE_YEAR.format(year=year), at.exemplars_year(year), len(group)) for year, group in by_year)
    category = next(Link(c.name, at.category(c.slug)) for c in site.categories if c.slug == EXEMPLARS)
    feeds = feed_links(EXEMPLARS, at)
    view = ExemplarsView(tuple(map(line_of, items[:LATEST])), years, category, feeds)
    yield Page(at.exemplars(), "exemplars.html", words.TITLE, words.DESCRIPTION, view, newest(items), (), feeds)
    every = Link(words.TITLE, at.exemplars())
    for year, group in by_year:
        groups = (ExemplarGroup(label, tuple(line_of(item) for item in group if (item.exemplar_kind or None) == kind)) for kind, label in words.GROUPS.items())
        shown = ExemplarsYearView(tuple(one for one in groups if one.lines))
        title, told = words.YEAR.format(year=year), words.YEAR_DESCRIPTION.format(year=year)
        yield Page(at.exemplars_year(year), "exemplars_year.html", title, told, shown, newest(group), (every,), feeds)


def line_of(item: NewsItem) -> ExemplarLine:
    """An item as it stands in these lists."""
    kind = str(item.exemplar_kind)
    return ExemplarLine(item.title, item.path, item.date, item.exemplar, kind[:1].upper() + kind[1:], item.recognition)
