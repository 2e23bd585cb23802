"""Item pages. An item shows earlier items of its category, which never change when something newer appears."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from urllib.parse import quote

from plugins.model.addresses import Addresses
from plugins.model.page import Later, Link, Page
from plugins.model.prose import Figure, Prose
from plugins.model.site import NewsItem, Site
from plugins.model.views import Line, category_link, line

OTHERS = 6


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What ``article.html`` shows."""

    title: str
    date: datetime
    updated: datetime | None
    day: str
    categories: tuple[Link, ...]
    summary: str
    figure: Figure | None
    body: Prose
    author: str
    source: Link
    correction: str
    exemplar: str
    exemplar_kind: str
    recognition: str
    exemplars: str
    tags: tuple[Link, ...]
    others: tuple[Line, ...]
    newer: Line | None
    share: tuple[Link, ...]
    lead: Prose | None = None


def plan(site: Site) -> Iterable[Page]:
    """One page an item."""
    for _, part in parts(site):
        yield from part(site)


def parts(site: Site) -> Iterable[tuple[str, Callable[[Site], Iterable[Page]]]]:
    """The same by main category: an item shows nothing of the others, so a change in one leaves them alone."""
    for category in site.categories:
        yield category.slug, partial(_category, category.slug)


def _category(slug: str, site: Site) -> Iterable[Page]:
    row = site.of_main(slug)
    lines = [line(item) for item in row]
    at, domain = site.addresses, site.profile.site.domain
    for place, item in enumerate(row):
        others = tuple(lines[place + 1 : place + 1 + OTHERS])
        newer = lines[place - 1] if place else None
        yield Page(
            item.path,
            "article.html",
            item.title,
            item.summary or item.title,
            Later(article_view, (at, domain, item, others, newer)),
            modified=item.modified,
            crumbs=(category_link(item.category, at),),
            picture=item.figure if item.figure and item.figure.picture.can_be_shared else None,
        )


def article_view(at: Addresses, domain: str, item: NewsItem, others: tuple[Line, ...], newer: Line | None) -> ArticleView:
    """An item with earlier ones of its category and the next one."""
    return ArticleView(
        item.title,
        item.date,
        item.updated,
        at.day(item.date),
        tuple(category_link(c, at) for c in item.categories),
        item.summary,
        item.figure,
        item.body,
        item.author,
        Link(item.source, item.source_url),
        item.correction,
        item.exemplar,
        str(item.exemplar_kind),
        item.recognition,
        at.exemplars() if item.exemplar else "",
        tuple(Link(tag.label, at.tag(tag.slug)) for tag in item.tags),
        others,
        newer,
        _share(f"{domain}/{item.path}"),
        item.lead,
    )


def _share(address: str) -> tuple[Link, ...]:
    """Plain links, no script of another host."""
    encoded = quote(address, safe="")
    return (
        Link("Zalo", f"https://sp.zalo.me/plugins/share?url={encoded}"),
        Link("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={encoded}"),
    )
