"""Small records that several templates show."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.model.addresses import Addresses
from plugins.model.page import FeedLink, Link
from plugins.model.prose import Picture
from plugins.model.vocab import Category

if TYPE_CHECKING:
    from plugins.model.site import NewsItem


@dataclass(frozen=True, slots=True)
class Teaser:
    """An item as it stands in a list."""

    title: str
    href: str
    date: datetime
    summary: str
    category: Link
    picture: Picture | None
    alt: str

    @property
    def key(self) -> str:
        """Cheaper than ``repr``, for ten thousand of them (:mod:`plugins.model.fingerprint`)."""
        facts = (self.title, self.href, self.date.isoformat(), self.summary, self.category.label, self.category.href, self.alt)
        return "\x1f".join((*facts, repr(self.picture)))


@dataclass(frozen=True, slots=True)
class Line:
    """An item as one line: title and date."""

    title: str
    href: str
    date: datetime

    @property
    def key(self) -> str:
        return f"{self.title}\x1f{self.href}\x1f{self.date.isoformat()}"


@dataclass(frozen=True, slots=True)
class CountLink:
    """A link with the number of items behind it."""

    label: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class LetterheadView:
    """The top of a document (NĐ 30/2020/NĐ-CP, Phụ lục I): issuer in one or two lines, number, place and day."""

    issuer: tuple[str, ...]
    number: str
    day: str


@lru_cache(maxsize=256)
def category_link(category: Category, addresses: Addresses) -> Link:
    return Link(category.name, addresses.category(category.slug))


def teaser(item: "NewsItem", addresses: Addresses) -> Teaser:
    figure = item.figure
    return Teaser(
        item.title,
        item.path,
        item.date,
        item.summary,
        category_link(item.category, addresses),
        figure.picture if figure else None,
        figure.alt if figure else "",
    )


def line(item: "NewsItem") -> Line:
    return Line(item.title, item.path, item.date)


_FEED_KINDS = (("RSS", "rss.xml", "application/rss+xml"), ("Atom", "atom.xml", "application/atom+xml"), ("JSON Feed", "json", "application/feed+json"))


def feed_links(name: str, addresses: Addresses) -> tuple[FeedLink, ...]:
    """RSS, Atom and JSON Feed of one list; empty when the feeds room is out."""
    links = (FeedLink(title, addresses.feed(name, kind), media) for title, kind, media in _FEED_KINDS)
    return tuple(link for link in links if link.href)
