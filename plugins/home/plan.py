"""The home page: how to do a procedure, whom to call, what is new."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from plugins.home import words
from plugins.home.icon import icon
from plugins.model.addresses import facet_slug
from plugins.model.page import FeedLink, File, Link, Page
from plugins.model.procedure import Procedure
from plugins.model.site import Site, newest
from plugins.model.text import sort_key
from plugins.model.views import CountLink, Line, Teaser, category_link, feed_links, line, teaser

PINNED, LATEST, IN_SECTION, SECTORS = 3, 6, 3, 12


@dataclass(frozen=True, slots=True)
class Section:
    """The latest items of one category."""

    category: Link
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """What ``index.html`` shows."""

    asked: tuple[Link, ...]
    sectors: tuple[CountLink, ...]
    procedures: str
    pinned: tuple[Teaser, ...]
    latest: tuple[Teaser, ...]
    sections: tuple[Section, ...]
    quick: tuple[Link, ...]
    archive: str
    feeds: tuple[FeedLink, ...]


def plan(site: Site) -> Iterable[Page | File]:
    """One page, ``index.html``; and a sign for the browser's tab where the unit has no logo."""
    pinned = [item for item in site.listed if item.pinned][:PINNED]
    latest = list(islice((item for item in site.listed if item not in pinned), LATEST))
    sections = []
    for category in site.categories:
        items = site.in_category(category.slug)[:IN_SECTION]
        if items:
            sections.append(Section(category_link(category, site.addresses), tuple(line(item) for item in items)))
    feeds = feed_links("tat-ca", site.addresses)
    in_force = [procedure for procedure in site.procedures if procedure.in_force]
    view = HomeView(
        _asked(site, in_force),
        _sectors(site, in_force),
        site.addresses.procedures() if in_force else "",
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
    if not site.brand.logo:
        yield File(site.addresses.icon(), site.profile.colours.primary, icon)


def _asked(site: Site, in_force: Iterable[Procedure]) -> tuple[Link, ...]:
    """The procedures that the profile puts first; the gate tells of those that are not in force."""
    by_code = {procedure.code: procedure for procedure in in_force}
    found = (by_code.get(code) for code in site.profile.home.procedures)
    return tuple(Link(procedure.title, procedure.path) for procedure in found if procedure and procedure.path)


def _sectors(site: Site, in_force: Iterable[Procedure]) -> tuple[CountLink, ...]:
    """The sectors with most procedures, in Vietnamese order."""
    if not site.addresses.procedures():
        return ()
    count = Counter(procedure.sector for procedure in in_force)
    largest = sorted(count, key=lambda sector: (-count[sector], sort_key(sector)))[:SECTORS]
    return tuple(
        CountLink(sector, site.addresses.procedure_list("linh-vuc", facet_slug(sector)), count[sector]) for sector in sorted(largest, key=sort_key)
    )


def _quick(site: Site) -> tuple[Link, ...]:
    links = site.profile.links
    return (
        Link(words.PROCEDURES, links.national_portal),
        Link(words.FEEDBACK, links.feedback),
        *site.answer_lists,
        *((Link(words.PLANS, site.addresses.workplans()),) if site.plans and site.addresses.workplans() else ()),
        *(Link(page.title, page.path) for page in site.pages[:2]),
    )
