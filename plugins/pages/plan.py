"""Static pages and 404."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from plugins.model.page import Link, Page
from plugins.model.prose import Prose
from plugins.model.site import Site
from plugins.pages import words


@dataclass(frozen=True, slots=True)
class StaticView:
    """What ``page.html`` shows."""

    title: str
    summary: str
    updated: datetime | None
    body: Prose
    lead: Prose | None = None


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """What ``404.html`` shows: ways on."""

    ways: tuple[Link, ...]


def plan(site: Site) -> Iterable[Page]:
    """A page for each file of ``trang/``, and ``404.html``."""
    for page in site.pages:
        view = StaticView(page.title, page.summary, page.updated, page.body, page.lead)
        yield Page(page.path, "page.html", page.title, page.summary or page.title, view, page.updated)
    ways = tuple(Link(label, path) for label, path in site.menu)
    yield Page("404.html", "404.html", words.NOT_FOUND, words.NOT_FOUND_DESCRIPTION, NotFoundView(ways), indexed=False)
