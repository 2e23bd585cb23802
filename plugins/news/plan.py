"""Item pages. An item shows earlier items of its category, which never change when something newer appears."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from plugins.model.page import Link, Page
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
    tags: tuple[Link, ...]
    others: tuple[Line, ...]
    newer: Line | None
    share: tuple[Link, ...]


def plan(site: Site) -> Iterable[Page]:
    """One page an item."""
    neighbours: dict[str, list[NewsItem]] = {c.slug: [] for c in site.categories}
    places: dict[str, int] = {}
    for item in site.news:
        row = neighbours[item.category.slug]
        places[item.path] = len(row)
        row.append(item)
    for item in site.news:
        row, place = neighbours[item.category.slug], places[item.path]
        yield _page(site, item, row[place + 1 : place + 1 + OTHERS], row[place - 1] if place else None)


def _page(site: Site, item: NewsItem, others: list[NewsItem], newer: NewsItem | None) -> Page:
    at = site.addresses
    tags = (Link(tag.label, at.tag(tag.slug)) for tag in item.tags)
    view = ArticleView(
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
        tuple(tags),
        tuple(line(other) for other in others),
        line(newer) if newer else None,
        _share(f"{site.profile.site.domain}/{item.path}"),
    )
    return Page(
        item.path,
        "article.html",
        item.title,
        item.summary or item.title,
        view,
        modified=item.modified,
        crumbs=(category_link(item.category, at),),
        picture=item.figure.picture.path if item.figure else "",
    )


def _share(address: str) -> tuple[Link, ...]:
    """Plain links, no script of another host."""
    encoded = quote(address, safe="")
    return (
        Link("Zalo", f"https://sp.zalo.me/plugins/share?url={encoded}"),
        Link("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={encoded}"),
    )
