"""The home page: pinned items, the latest, and the latest of each category."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from plugins.home import words
from plugins.model.page import FeedLink, Link, Page
from plugins.model.site import Site, newest
from plugins.model.views import Line, Teaser, category_link, feed_links, line, teaser

PINNED, LATEST, IN_SECTION = 3, 6, 4


@dataclass(frozen=True, slots=True)
class Section:
    """The latest items of one category."""

    category: Link
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """What ``index.html`` shows."""

    pinned: tuple[Teaser, ...]
    latest: tuple[Teaser, ...]
    sections: tuple[Section, ...]
    quick: tuple[Link, ...]
    archive: str
    feeds: tuple[FeedLink, ...]


def plan(site: Site) -> Iterable[Page]:
    """One page, ``index.html``."""
    pinned = [item for item in site.listed if item.pinned][:PINNED]
    latest = list(islice((item for item in site.listed if item not in pinned), LATEST))
    sections = []
    for category in site.categories:
        items = site.in_category(category.slug)[:IN_SECTION]
        if items:
            sections.append(Section(category_link(category, site.addresses), tuple(line(item) for item in items)))
    feeds = feed_links("tat-ca", site.addresses)
    view = HomeView(
        tuple(teaser(item, site.addresses) for item in pinned),
        tuple(teaser(item, site.addresses) for item in latest),
        tuple(sections),
        _quick(site),
        site.addresses.archive(),
        feeds,
    )
    yield Page(
        "index.html",
        "index.html",
        site.profile.site.title,
        site.profile.site.description,
        view,
        modified=newest(site.listed),
        feeds=feeds,
    )


def _quick(site: Site) -> tuple[Link, ...]:
    links = site.profile.links
    listed = (Link(words.ALL_PROCEDURES, site.addresses.procedures()),) if site.procedures else ()
    return (
        *listed,
        Link(words.PROCEDURES, links.national_portal),
        Link(words.FEEDBACK, links.feedback),
        *(Link(page.title, page.path) for page in site.pages[:2]),
    )
